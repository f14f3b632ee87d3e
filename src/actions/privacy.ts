import type { Action } from '../action.ts';

/** The answer to whether all that is kept of the presser is to be deleted. */
export const privacy: Action = {
	async answer({ args: [word] }, { asker, speaker, store }) {
		if (word !== 'delete') return { message: { content: speaker.say('privacy.cancelled') }, outcome: 'info', private: true, update: true };
		const erased = await store.eraseUser(asker.userId);
		const count = Object.values(erased).reduce((sum, rows) => sum + rows, 0);
		return { message: { content: speaker.say('privacy.deleted', { count }) }, outcome: 'info', private: true, update: true };
	},
	name: 'privacy',
};
