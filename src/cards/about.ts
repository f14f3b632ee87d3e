/** What this is, how it shows disputes, and how much it knows. */
import type { Context, MessageJson } from '../answer.ts';
import { KINDS } from '../dataset/kinds.ts';
import { accountsOf } from '../dataset/walk.ts';
import type { MessageKey } from '../messages/index.ts';
import { nameOf } from './names.ts';

export function aboutCard({ library, speaker }: Context): MessageJson {
	const { dataset } = library;
	const counts = KINDS.map((kind) => speaker.say(`count.${kind}` as MessageKey, { count: dataset.ofKind(kind).length }));
	const accounts = dataset.entries.reduce((sum, entry) => sum + accountsOf(entry).length, 0);
	return {
		embeds: [
			{
				description: speaker.say('about-card.text', { accounts, entries: speaker.list(counts), sources: dataset.ofKind('source').length }),
				footer: {
					text: speaker.say('about-card.footer', {
						licence: dataset.manifest.licence,
						name: nameOf(dataset.manifest.name, speaker),
						version: dataset.manifest.version,
					}),
				},
				title: speaker.say('about-card.title'),
			},
		],
	};
}
