/** Sections laid out in pages of embed fields, each page whole: its columns, their marks, and the sources of the marks. */
import type { APIEmbedField } from 'discord-api-types/v10';
import type { SourceEntry } from '../dataset/schema.ts';
import type { Speaker } from '../messages/index.ts';
import { shortCitation } from './citations.ts';
import { inFields } from './fields.ts';
import { BLANK, clip, EMBED_FIELD_NAME_MAX, EMBED_FIELD_VALUE_MAX, EMBED_FIELDS_MAX } from './limits.ts';
import { bold, italic, plain } from './markdown.ts';
import type { Column, Section } from './sections.ts';

export interface Page {
	readonly columns: readonly APIEmbedField[];
	readonly sources: readonly APIEmbedField[];
}

/** More columns than this are no longer compared at a glance. */
const COLUMNS_PER_PAGE = 6;
/** Characters that the fields of a page may take, so that title, summary and footer fit beside them. */
const FIELDS_BUDGET = 4_100;
/** A mark, the blanks and line breaks around it, and the sign of small print. */
const MARK_LENGTH = 14;

/** What stands at one place in one source: cited once, however many accounts rest on it. */
interface Citation {
	readonly at: string;
	readonly source: SourceEntry;
}

class PageDraft {
	readonly fields: APIEmbedField[] = [];
	readonly citations: Citation[] = [];
	columns = 0;
	size = 0;
	readonly #speaker: Speaker;

	constructor(speaker: Speaker) {
		this.#speaker = speaker;
	}

	mark({ at, source }: Citation): number {
		const known = this.citations.findIndex((citation) => citation.source === source && citation.at === at);
		return (known >= 0 ? known : this.citations.push({ at, source }) - 1) + 1;
	}

	add(field: APIEmbedField): void {
		this.fields.push(field);
		this.size += field.name.length + field.value.length;
	}

	/** The page with its list of sources. */
	finish(): Page {
		const lines = this.citations.map(({ at, source }, index) => shortCitation(source, at, index + 1, this.#speaker));
		return { columns: this.fields, sources: inFields(this.#speaker.say('section.sources'), lines) };
	}
}

/**
 * Fills pages in the order of the sections. A section that goes on says so on the next page. `opening` stands above the
 * columns of the first page.
 */
export function paginate(sections: readonly Section[], speaker: Speaker, opening: readonly APIEmbedField[] = []): Page[] {
	const pages: Page[] = [];
	let draft = new PageDraft(speaker);
	for (const field of opening) draft.add(field);
	const turn = () => {
		pages.push(draft.finish());
		draft = new PageDraft(speaker);
	};
	for (const { columns, title } of sections) {
		let headed = false;
		for (const [index, column] of columns.entries()) {
			const prepared = prepare(column, speaker);
			const cost = prepared.cost + (headed ? 0 : title.length + 2);
			const fields = (headed ? 1 : 2) + (column.note ? 1 : 0) + 3;
			const full =
				draft.columns >= COLUMNS_PER_PAGE || draft.size + cost > FIELDS_BUDGET || draft.fields.length + fields > EMBED_FIELDS_MAX;
			if (full && draft.columns > 0) {
				turn();
				headed = false;
			}
			if (!headed) {
				draft.add({
					inline: false,
					name: clip(index === 0 ? title : speaker.say('section.continued', { title }), EMBED_FIELD_NAME_MAX),
					value: BLANK,
				});
				headed = true;
			}
			addColumn(draft, prepared, speaker);
		}
	}
	if (draft.columns > 0 || pages.length === 0) turn();
	return pages;
}

/** A column in words, with the places where its marks will stand. */
interface Prepared {
	readonly column: Column;
	/** Characters that it and its sources may take. */
	readonly cost: number;
	readonly head: string;
}

function prepare(column: Column, speaker: Speaker): Prepared {
	const { at, heading, note, says, source, standing, value } = column;
	const head = [italic(plain(standing)), ...(value ? [bold(plain(value))] : [])].join('\n');
	const cited = shortCitation(source, at, 1, speaker);
	const noteCost = note ? note.says.length + 60 + shortCitation(note.source, note.at, 1, speaker).length : 0;
	return { column, cost: heading.length + head.length + says.length + at.length + MARK_LENGTH + cited.length + noteCost, head };
}

function addColumn(draft: PageDraft, { column, head }: Prepared, speaker: Speaker): void {
	const { at, heading, note, says } = column;
	const mark = draft.mark(column);
	// Who and from where stand in the column itself, for on a phone the columns stack.
	const words = says
		? speaker.say('account.marked', { at: plain(at), mark, says })
		: speaker.say('account.place-only', { at: plain(at), mark });
	const value = `${head}\n${words}`;
	const field: APIEmbedField = { inline: true, name: clip(heading, EMBED_FIELD_NAME_MAX), value: clip(value, EMBED_FIELD_VALUE_MAX) };
	draft.columns++;
	if (!note) {
		draft.add(field);
		return;
	}
	const remark = speaker.say('account.note', { mark: draft.mark(note), says: plain(note.says) });
	if (value.length + 1 + remark.length <= EMBED_FIELD_VALUE_MAX) {
		draft.add({ ...field, value: `${value}\n${remark}` });
		return;
	}
	draft.add(field);
	draft.add({
		inline: true,
		name: speaker.say('account.note-heading', { name: clip(heading, 150) }),
		value: clip(remark, EMBED_FIELD_VALUE_MAX),
	});
}
