/** A check saved to the log of a server: the text, the claims that are left, and who saved it. */
import type { Answer, Context } from '../answer.ts';
import { button, row } from '../cards/components.ts';
import { type Check, claimsLeft } from '../cards/factcheck-check.ts';
import { logId, savedClaim } from '../cards/factcheck-log.ts';

/** The same message with the same text and claims is in the log once, whoever presses and how often; anything else is a version beside it. */
export async function saveCheck(check: Check, { asker, library, speaker, store }: Context): Promise<Answer> {
	const { authorId, isExtract, text } = check;
	const { id, isNew, isVersion } = await store.saveFactcheck({
		...(authorId ? { authorId } : {}),
		claims: claimsLeft(check).map((claim) => savedClaim(claim, library.dataset)),
		guildId: asker.guildId ?? '',
		isExtract,
		...(text?.message ? { message: text.message } : {}),
		savedBy: asker.userId,
		text: text?.text ?? '',
	});
	return {
		message: {
			components: [row([button(logId('open', id), speaker.say('log.open'))])],
			content: isNew
				? speaker.say(isVersion ? 'log.saved-version' : 'log.saved', { extract: isExtract ? 'yes' : 'no' })
				: speaker.say('log.saved-before'),
		},
		outcome: 'info',
		private: true,
	};
}
