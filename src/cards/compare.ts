/** Two voices on one entry: everything that each says, section by section, and where one is silent. */
import type { APIEmbedField } from 'discord-api-types/v10';
import type { Context, MessageJson } from '../answer.ts';
import type { Entry, SourceEntry } from '../dataset/schema.ts';
import { shortCitation } from './citations.ts';
import { footerOf, withinTotal } from './entry-card.ts';
import { kindLine } from './facts.ts';
import {
	clip,
	EMBED_FIELD_NAME_MAX,
	EMBED_FIELD_VALUE_MAX,
	EMBED_FIELDS_MAX,
	EMBED_TITLE_MAX,
	EMBED_TOTAL_MAX,
	SELECT_OPTIONS_MAX,
} from './limits.ts';
import { bold, italic, plain } from './markdown.ts';
import { nameOf } from './names.ts';
import { type Column, type Section, sectionsOf } from './sections.ts';

export interface ComparedVoice {
	readonly id: string;
	readonly name: string;
	readonly standing: string;
}

/** The voices that an entry sets side by side, in the order of their sources. */
export function voicesOf(entry: Exclude<Entry, SourceEntry>, { library, speaker }: Context): ComparedVoice[] {
	const voices = new Map<string, ComparedVoice>();
	for (const { columns } of sectionsOf(entry, library.dataset, speaker)) {
		for (const { source, standing, voiceId, heading } of columns) {
			if (voices.has(voiceId)) continue;
			// Articles, holdings and words are headed by what they are; the voice behind them is the source.
			voices.set(voiceId, { id: voiceId, name: voiceId === source.id ? nameOf(source.name, speaker) : heading, standing });
		}
	}
	return [...voices.values()].slice(0, SELECT_OPTIONS_MAX);
}

const RESERVED_FOR_SOURCES = 900;

export function compareCard(
	entry: Exclude<Entry, SourceEntry>,
	pair: readonly [ComparedVoice, ComparedVoice],
	context: Context,
): MessageJson {
	const { library, speaker } = context;
	const sections = sectionsOf(entry, library.dataset, speaker)
		.map((section) => ({ sides: pair.map(({ id }) => section.columns.filter(({ voiceId }) => voiceId === id)), title: section.title }))
		.filter(({ sides }) => sides.some((side) => side.length > 0));
	const citations: Column[] = [];
	const mark = (column: Column) => {
		const known = citations.findIndex(({ at, source }) => source === column.source && at === column.at);
		return (known >= 0 ? known : citations.push(column) - 1) + 1;
	};
	const fields: APIEmbedField[] = [];
	let size = 0;
	for (const { sides, title } of sections) {
		const columns = pair.map(
			(voice, index): APIEmbedField => ({
				inline: true,
				name: clip(voice.name, EMBED_FIELD_NAME_MAX),
				value: clip([italic(plain(voice.standing)), ...sideOf(sides[index]!, mark, context)].join('\n'), EMBED_FIELD_VALUE_MAX),
			}),
		);
		const heading: APIEmbedField = { inline: false, name: clip(title, EMBED_FIELD_NAME_MAX), value: '\u200B' };
		const cost = [heading, ...columns].reduce((sum, { name, value }) => sum + name.length + value.length, 0);
		if (fields.length + 4 > EMBED_FIELDS_MAX - 2 || size + cost > EMBED_TOTAL_MAX - RESERVED_FOR_SOURCES - 600) break;
		fields.push(heading, ...columns);
		size += cost;
	}
	const lines = citations.map(({ at, source }, index) => shortCitation(source, at, index + 1, speaker));
	fields.push({
		inline: false,
		name: speaker.say('section.sources'),
		value: clip(lines.join('\n'), Math.min(RESERVED_FOR_SOURCES, EMBED_FIELD_VALUE_MAX)),
	});
	return {
		embeds: [
			withinTotal({
				author: { name: kindLine(entry, speaker) },
				description: speaker.say('compare.description', { first: plain(pair[0].name), second: plain(pair[1].name) }),
				fields,
				footer: { text: footerOf(context, 0, 1) },
				title: clip(nameOf(entry.name, speaker), EMBED_TITLE_MAX),
			}),
		],
	};
}

function sideOf(columns: readonly Section['columns'][number][], mark: (column: Column) => number, { speaker }: Context): string[] {
	if (columns.length === 0) return [speaker.say('compare.silent')];
	return columns.map((column) => {
		const marked = column.says
			? speaker.say('account.marked', { at: plain(column.at), mark: mark(column), says: column.says })
			: speaker.say('account.place-only', { at: plain(column.at), mark: mark(column) });
		return column.value ? `${bold(plain(column.value))} ${marked}` : marked;
	});
}
