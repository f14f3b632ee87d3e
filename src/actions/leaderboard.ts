import type { Action } from '../action.ts';
import { type Answer, type Asker, type Context, publicly } from '../answer.ts';
import {
	LEADERBOARD_LINES,
	type LeaderboardView,
	leaderboardCard,
	PERIODS,
	PUBLIC_NAME_MAX,
	SCOPES,
	type ScopeName,
} from '../cards/leaderboard.ts';
import { quoted } from '../cards/markdown.ts';
import type { LeaderboardScope } from '../quiz/leaderboard.ts';

const PAGES_MAX = 10_000;

function scopesFor({ channelId, guildId }: Asker): ScopeName[] {
	return SCOPES.filter((scope) =>
		scope === 'server' ? guildId !== undefined : scope === 'channel' ? channelId !== undefined && guildId !== undefined : true,
	);
}

function scopeOf(name: ScopeName, { channelId, guildId }: Asker): LeaderboardScope {
	if (name === 'server' && guildId !== undefined) return { guildId, type: 'server' };
	return name === 'channel' && channelId !== undefined ? { channelId, type: 'channel' } : { type: 'everywhere' };
}

export interface Showing {
	readonly notice?: string;
	readonly seenBy?: 'asker' | 'public';
	readonly update?: boolean;
}

/** The leaderboard as the asker may see it; where there is no server, that of everywhere. */
export async function showLeaderboard(
	{ page, period, scope }: Partial<LeaderboardView>,
	context: Context,
	{ notice, seenBy = 'asker', update = false }: Showing = {},
): Promise<Answer> {
	const { asker, now, store } = context;
	const scopes = scopesFor(asker);
	const view: LeaderboardView = {
		page: page ?? 0,
		period: period ?? 'all-time',
		scope: scope !== undefined && scopes.includes(scope) ? scope : scopes[0]!,
	};
	const request = {
		limit: LEADERBOARD_LINES,
		now: now.getTime(),
		period: view.period,
		scope: scopeOf(view.scope, asker),
		userId: asker.userId,
	};
	const [board, { publicName }] = await Promise.all([
		store.leaderboard({ ...request, offset: view.page * LEADERBOARD_LINES }),
		store.readStudyProfile(asker.userId),
	]);
	// Others may have gone meanwhile, and the page with them.
	if (board.lines.length === 0 && view.page > 0) return showLeaderboard({ ...view, page: 0 }, context, { notice, seenBy, update });
	const message = leaderboardCard(
		{ ...view, board, mayPost: asker.guildId !== undefined && !asker.isExternal, name: publicName, notice, scopes, seenBy },
		context,
	);
	return { message, outcome: board.players > 0 ? 'found' : 'miss', private: seenBy === 'asker', update };
}

/** From now on the asker stands under this name, or under the one that the channel knows them by. */
export async function joinLeaderboard(
	name: string | undefined,
	view: Partial<LeaderboardView>,
	context: Context,
	showing: Showing = {},
): Promise<Answer> {
	const { asker, speaker, store } = context;
	const publicName = [...(name ?? asker.displayName).replace(/\s+/gu, ' ').trim()].slice(0, PUBLIC_NAME_MAX).join('');
	if (quoted(publicName, PUBLIC_NAME_MAX) === '')
		return { message: { content: speaker.say('leaderboard.no-name') }, outcome: 'refused', private: true };
	await store.changeStudyProfile(asker.userId, { publicName });
	return showLeaderboard(view, context, { ...showing, notice: speaker.say('leaderboard.joined') });
}

/** From now on the asker is “a player” to everybody else. */
export async function leaveLeaderboard(view: Partial<LeaderboardView>, context: Context, showing: Showing = {}): Promise<Answer> {
	await context.store.changeStudyProfile(context.asker.userId, { publicName: null });
	return showLeaderboard(view, context, { ...showing, notice: context.speaker.say('leaderboard.left') });
}

function viewOf([scope, period, page]: readonly string[]): Partial<LeaderboardView> {
	const number = Number.parseInt(page ?? '', 10);
	return {
		page: Number.isInteger(number) ? Math.min(Math.max(number, 0), PAGES_MAX) : 0,
		period: PERIODS.find((it) => it === period),
		scope: SCOPES.find((it) => it === scope),
	};
}

export const leaderboard: Action = {
	answer({ args: [verb, ...args], own }, context) {
		const view = viewOf(args);
		switch (verb) {
			case 'join':
				return joinLeaderboard(undefined, view, context, { update: own });
			case 'leave':
				return leaveLeaderboard(view, context, { update: own });
			// Under what stands in the channel: one's own place, for oneself.
			case 'mine':
				return showLeaderboard(view, context);
			case 'post':
				return showLeaderboard(view, publicly(context), { seenBy: 'public' });
			default:
				return showLeaderboard(view, context, { update: own });
		}
	},
	name: 'leaderboard',
};
