/** A source as an embed: who speaks, what kind of witness it is, what it cannot show, and where it is heard here. */
import type { APIEmbed } from 'discord-api-types/v10';
import type { Context } from '../answer.ts';
import type { SourceEntry } from '../dataset/schema.ts';
import type { MessageKey } from '../messages/index.ts';
import { shortCitation } from './citations.ts';
import { footerOf } from './entry-card.ts';
import { kindLine } from './facts.ts';
import { clip, EMBED_DESCRIPTION_MAX, EMBED_TITLE_MAX } from './limits.ts';
import { plain } from './markdown.ts';
import { nameOf, otherNames } from './names.ts';

export function sourceEmbed(entry: SourceEntry, context: Context): APIEmbed {
	const { library, speaker } = context;
	const { dataset } = library;
	const line = (key: MessageKey, value: string) => speaker.say('fact.line', { label: speaker.say(key), value });
	const citing = dataset.citedBy(entry.id);
	const others = otherNames(entry.name, speaker);
	const lines = [
		...(others.length > 0 ? [speaker.say('about.other-names', { names: plain(others.join(' · ')) })] : []),
		line(
			'source.work',
			shortCitation(
				entry,
				speaker.say('source.form-country', { country: speaker.word('powers', entry.country), form: speaker.word('forms', entry.form) }),
				1,
				speaker,
			).replace(/^\S+ /, ''),
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
	return {
		author: { name: kindLine(entry, speaker) },
		color: 0x60_7d_8b,
		description: clip(lines.join('\n'), EMBED_DESCRIPTION_MAX),
		footer: { text: footerOf(context, 0, 1) },
		title: clip(nameOf(entry.name, speaker), EMBED_TITLE_MAX),
	};
}
