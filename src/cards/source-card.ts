/** A source as a message: who speaks, what kind of witness it is, what it cannot show, and where it is heard here. */

import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { SourceEntry } from '../dataset/schema.ts';
import type { MessageKey } from '../messages/index.ts';
import { shortCitation } from './citations.ts';
import { button, row, select } from './components.ts';
import { type EntryCardOptions, footerOf, leadOf, withinTotal } from './entry-card.ts';
import { kindLine } from './facts.ts';
import { clip, EMBED_DESCRIPTION_MAX, EMBED_TITLE_MAX } from './limits.ts';
import { plain } from './markdown.ts';
import { nameOf, otherNames } from './names.ts';

export function sourceCard(entry: SourceEntry, context: Context, options: EntryCardOptions): MessageJson {
	const { library, speaker } = context;
	const { dataset } = library;
	const line = (key: MessageKey, value: string) => speaker.say('fact.line', { label: speaker.say(key), value });
	const citing = dataset.citedBy(entry.id);
	const others = otherNames(entry.name, speaker);
	const lines = [
		...leadOf(entry, speaker, options),
		...(others.length > 0 ? [speaker.say('about.other-names', { names: plain(others.join(' · ')) })] : []),
		line(
			'source.work',
			shortCitation(entry, speaker.say('source.form-country', { country: entry.country, form: entry.form }), 1, speaker).replace(
				/^\S+ /,
				'',
			),
		),
		line('source.standpoint', plain(entry.standpoint)),
		line('source.witness', speaker.say(`witness.${entry.witness.replaceAll(' ', '-')}` as MessageKey)),
		line('source.consulted', speaker.say(`consulted.${entry.consulted}` as MessageKey)),
		...(entry.via ? [line('source.via', plain(nameOf(dataset.source(entry.via).name, speaker)))] : []),
		...(entry.readAt ? [line('source.read-at', plain(entry.readAt.what))] : []),
		...(entry.limits ? [line('source.limits', plain(entry.limits))] : []),
		...(entry.note ?? []).map(({ at, says, source }) =>
			speaker.say('about.note', { at: plain(at), says: plain(says), source: plain(nameOf(dataset.source(source).name, speaker)) }),
		),
		line('source.cited', speaker.say('source.cited-in', { entries: citing.length })),
	];
	const near = (options.others ?? []).filter((other) => other.id !== entry.id);
	const related = [...new Set([...citing, ...dataset.relatedTo(entry)])].filter((other) => !near.includes(other));
	return {
		components: [
			row([button(customId('cite', entry.id), speaker.say('button.cite'))]),
			...(near.length > 0 ? [select(customId('open', 'near'), speaker.say('menu.near'), near, speaker)] : []),
			...(related.length > 0 ? [select(customId('open', 'related'), speaker.say('menu.cited-in'), related, speaker)] : []),
		],
		embeds: [
			withinTotal({
				author: { name: kindLine(entry, speaker) },
				color: 0x60_7d_8b,
				description: clip(lines.join('\n'), EMBED_DESCRIPTION_MAX),
				footer: { text: footerOf(context, 0, 1) },
				title: clip(nameOf(entry.name, speaker), EMBED_TITLE_MAX),
			}),
		],
	};
}
