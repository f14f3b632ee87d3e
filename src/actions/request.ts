/** A claim that the dataset does not answer, filed for those who look after it. */
import { customId } from '../action.ts';
import type { Answer, Context } from '../answer.ts';
import { refusal } from '../cards/factcheck-answer.ts';
import { factcheckRights } from '../factcheck-rights.ts';
import { fold } from '../search/fold.ts';
import { tokenise } from '../search/tokens.ts';

const CLAIM_MAX_LENGTH = 300;
const CLAIM_MIN_LENGTH = 4;
/** Of one person: a handful at once, and then one now and again. */
const REQUEST_LIMIT = { burst: 5, perHour: 5 };

/** A form with the claim in it, to be put into words that are the asker's own: these are kept, and nothing else of the message. */
export function requestForm(claim: string, { speaker }: Context): Answer {
	return {
		message: { content: speaker.say('request.no-form') },
		modal: {
			customId: customId('check', 'filed'),
			inputs: [
				{
					description: speaker.say('request.description'),
					id: 'claim',
					label: speaker.say('request.label'),
					maxLength: CLAIM_MAX_LENGTH,
					minLength: CLAIM_MIN_LENGTH,
					multiline: true,
					// Discord takes no text that it would not let a person send.
					...(claim.length < CLAIM_MIN_LENGTH ? {} : { value: claim.slice(0, CLAIM_MAX_LENGTH) }),
				},
			],
			title: speaker.say('request.title'),
		},
		outcome: 'info',
		private: true,
	};
}

export async function fileClaim(written: string, context: Context): Promise<Answer> {
	const { asker, speaker, store } = context;
	const { mayCheck, mayFile } = await factcheckRights(context);
	if (!mayCheck || !mayFile) return refusal('factcheck.may-not-file', context);
	const text = written.replace(/\s+/gu, ' ').trim().slice(0, CLAIM_MAX_LENGTH);
	const key = requestKey(text);
	if (text.length < CLAIM_MIN_LENGTH || key === '') return refusal('request.too-short', context);
	const turn = await store.takeToken(asker.userId, 'request', REQUEST_LIMIT);
	if (!turn.allowed) {
		const when = Math.ceil(turn.retryAt.getTime() / 1000);
		return { message: { content: speaker.say('request.too-many', { when }) }, outcome: 'refused', private: true };
	}
	const { counted, guilds } = await store.fileRequest({ guildId: asker.guildId, key, text });
	const said = counted ? speaker.say('request.filed', { others: guilds - 1 }) : speaker.say('request.filed-before');
	return { message: { content: said }, outcome: 'info', private: true };
}

/** One key for one claim in whatever spelling and script variant. The order stays: who attacked whom is in it. */
export const requestKey = (text: string): string =>
	tokenise(fold(text))
		.map(({ term }) => term)
		.join(' ');
