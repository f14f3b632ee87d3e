/** What is kept of a person: how much, as a file, and the question before it is deleted. */
import type { Context, MessageJson } from '../answer.ts';
import type { MessageKey } from '../messages/index.ts';
import { button, row } from './components.ts';

/** Rows by section, as the store gives them out. */
type Kept = Readonly<Record<string, readonly object[]>>;

const FILE = 'variorum-your-data.json';

function countsOf(kept: Kept, { speaker }: Context): string {
	const lines = Object.entries(kept)
		.filter(([, rows]) => rows.length > 0)
		.map(([section, rows]) =>
			speaker.say('privacy.count', { count: rows.length, section: speaker.say(`privacy.section.${section}` as MessageKey) }),
		);
	return lines.length > 0 ? lines.join('\n') : speaker.say('privacy.nothing');
}

const isEmpty = (kept: Kept): boolean => Object.values(kept).every((rows) => rows.length === 0);

export function privacyCard(kept: Kept, context: Context): MessageJson {
	const { speaker } = context;
	return {
		embeds: [{ description: [speaker.say('privacy.lead'), countsOf(kept, context)].join('\n\n'), title: speaker.say('privacy.title') }],
	};
}

export function privacyFile(kept: Kept, { asker, now, speaker }: Context): MessageJson {
	const json = JSON.stringify({ exportedAt: now.toISOString(), kept, userId: asker.userId }, null, '\t');
	return {
		content: speaker.say('privacy.exported'),
		files: [{ contentType: 'application/json', data: new TextEncoder().encode(json), name: FILE }],
	};
}

/** `ids`: the custom_ids of yes and no. */
export function privacyQuestion(kept: Kept, ids: { readonly no: string; readonly yes: string }, context: Context): MessageJson {
	const { speaker } = context;
	if (isEmpty(kept)) return { content: speaker.say('privacy.nothing') };
	return {
		components: [row([button(ids.yes, speaker.say('privacy.delete-all'), { danger: true }), button(ids.no, speaker.say('privacy.keep'))])],
		embeds: [{ description: [speaker.say('privacy.question'), countsOf(kept, context)].join('\n\n'), title: speaker.say('privacy.title') }],
	};
}
