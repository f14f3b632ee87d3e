/** What a person may do with a check where they stand: the server's settings and their own permissions together. */
import type { Context } from './answer.ts';
import { may } from './permissions.ts';

export interface FactcheckRights {
	readonly mayCheck: boolean;
	/**
	 * Tell the curators of the data in words what is missing or was matched wrongly: words of a message are kept, so in a server it is for
	 * moderators. Whoever may check may tell them the entry alone.
	 */
	readonly mayFile: boolean;
	readonly mayPost: boolean;
	/** Read the server's log, and save to it. There is one only where the app itself is installed. */
	readonly mayUseLog: boolean;
}

/**
 * Everybody may check, unless their server leaves it to those who may manage messages. Posting is for those, where the
 * server allows it; in direct messages nobody is above the asker. A server in which the app is a guest has decided nothing,
 * and every answer there stays private.
 */
export async function factcheckRights({ asker, store }: Pick<Context, 'asker' | 'store'>): Promise<FactcheckRights> {
	const moderates = may(asker, 'manageMessages');
	if (asker.isExternal) return { mayCheck: true, mayFile: moderates, mayPost: false, mayUseLog: false };
	if (asker.guildId === undefined) return { mayCheck: true, mayFile: true, mayPost: true, mayUseLog: false };
	const { factcheckPosts, factcheckUsers } = await store.readSettings(asker.guildId);
	return {
		mayCheck: moderates || factcheckUsers === 'everyone',
		mayFile: moderates,
		mayPost: moderates && factcheckPosts === 'allowed',
		mayUseLog: moderates,
	};
}
