/** Sections laid out in pages of embed fields, each page whole: its columns, their marks, and the sources of the marks. */
import type { APIEmbedField } from 'discord-api-types/v10';
import type { SourceEntry } from '../dataset/schema.ts';
import type { Speaker } from '../messages/index.ts';
import { shortCitation } from './citations.ts';
import { clip, EMBED_FIELD_NAME_MAX, EMBED_FIELD_VALUE_MAX, EMBED_FIELDS_MAX } from './limits.ts';
import { bold, italic, plain } from './markdown.ts';
import type { Column, Section } from './sections.ts';

export interface Page {
	readonly fields: readonly APIEmbedField[];
}

/** More columns than this are no longer compared at a glance. */
const COLUMNS_PER_PAGE = 6;
/** Characters that the fields of a page may take, so that title, summary and footer fit beside them. */
const FIELDS_BUDGET = 4_100;
/** Shown where a field needs a value and has none. */
const EMPTY = '\u200B';

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
		const values: string[] = [];
		for (const line of lines) {
			const last = values.at(-1);
			if (last !== undefined && last.length + 1 + line.length <= EMBED_FIELD_VALUE_MAX) values[values.length - 1] = `${last}\n${line}`;
			else values.push(line);
		}
		const sources = values.map((value, index): APIEmbedField => ({ inline: false, name: index === 0 ? this.#speaker.say('section.sources') : EMPTY, value }));
		return { fields: [...this.fields, ...sources] };
	}
}

/** Fills pages in the order of the sections. A section that goes on says so on the next page. */
export function paginate(sections: readonly Section[], speaker: Speaker): Page[] {
	const pages: Page[] = [];
	let draft = new PageDraft(speaker);
	const turn = () => {
		pages.push(draft.finish());
		draft = new PageDraft(speaker);
	};
	for (const { columns, title } of sections) {
		let headed = false;
		for (const [index, column] of columns.entries()) {
			const cost = costOf(column, speaker) + (headed ? 0 : title.length + 2);
			const fields = (headed ? 1 : 2) + (column.note ? 1 : 0) + 3;
			const full = draft.columns >= COLUMNS_PER_PAGE || draft.size + cost > FIELDS_BUDGET || draft.fields.length + fields > EMBED_FIELDS_MAX;
			if (full && draft.columns > 0) {
				turn();
				headed = false;
			}
			if (!headed) {
				draft.add({ inline: false, name: clip(index === 0 ? title : speaker.say('section.continued', { title }), EMBED_FIELD_NAME_MAX), value: EMPTY });
				headed = true;
			}
			addColumn(draft, column, speaker);
		}
	}
	if (draft.columns > 0 || pages.length === 0) turn();
	return pages;
}

function addColumn(draft: PageDraft, column: Column, speaker: Speaker): void {
	const mark = draft.mark(column);
	const value = bodyOf(column, mark, speaker);
	const field: APIEmbedField = { inline: true, name: clip(column.heading, EMBED_FIELD_NAME_MAX), value: clip(value, EMBED_FIELD_VALUE_MAX) };
	draft.columns++;
	if (!column.note) {
		draft.add(field);
		return;
	}
	const note = speaker.say('account.note', { mark: draft.mark(column.note), says: plain(column.note.says) });
	if (value.length + 1 + note.length <= EMBED_FIELD_VALUE_MAX) {
		draft.add({ ...field, value: `${value}\n${note}` });
		return;
	}
	draft.add(field);
	draft.add({ inline: true, name: speaker.say('account.note-heading', { name: clip(column.heading, 150) }), value: clip(note, EMBED_FIELD_VALUE_MAX) });
}

/** Who and from where stand in the column itself, for on a phone the columns stack. */
function bodyOf({ at, says, standing, value }: Column, mark: number, speaker: Speaker): string {
	const lines = [italic(plain(standing))];
	if (value) lines.push(bold(plain(value)));
	lines.push(says ? speaker.say('account.marked', { at: plain(at), mark, says }) : speaker.say('account.place-only', { at: plain(at), mark }));
	return lines.join('\n');
}

function costOf(column: Column, speaker: Speaker): number {
	const note = column.note ? column.note.says.length + 60 + shortCitation(column.note.source, column.note.at, 1, speaker).length : 0;
	return column.heading.length + bodyOf(column, 1, speaker).length + shortCitation(column.source, column.at, 1, speaker).length + note + 2;
}
