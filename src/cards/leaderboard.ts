/** Who stands where by the points of quizzes. Only those who chose to be named are; the others are “a player”. */
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { Leaderboard, LeaderboardLine, LeaderboardPeriod, LeaderboardScope } from '../quiz/leaderboard.ts';
import { button, row } from './components.ts';
import { clip, EMBED_DESCRIPTION_MAX } from './limits.ts';
import { quoted } from './markdown.ts';

export const LEADERBOARD_LINES = 10;
export const PUBLIC_NAME_MAX = 32;
export const PERIODS = ['week', 'all-time'] as const satisfies readonly LeaderboardPeriod[];
export const SCOPES = ['server', 'channel', 'everywhere'] as const satisfies readonly LeaderboardScope['type'][];
export type ScopeName = (typeof SCOPES)[number];

export interface LeaderboardView {
	readonly page: number;
	readonly period: LeaderboardPeriod;
	readonly scope: ScopeName;
}

export interface LeaderboardFrame extends LeaderboardView {
	readonly board: Leaderboard;
	/** The name that the asker chose to stand under. */
	readonly name?: string;
	/** What became of the press before. */
	readonly notice?: string;
	/** Those that there are where it is shown. */
	readonly scopes: readonly ScopeName[];
	/** `public`: in a channel, with nothing that is the asker's alone. */
	readonly seenBy: 'asker' | 'public';
	/** May be shown in the channel. */
	readonly mayPost: boolean;
}

const COLOUR = 0x58_65_f2;

const leaderboardId = (verb: string, { page, period, scope }: LeaderboardView): string =>
	customId('leaderboard', verb, scope, period, page);

export function leaderboardCard(frame: LeaderboardFrame, context: Pick<Context, 'speaker'>): MessageJson {
	const { board, notice, page, period, scope, seenBy } = frame;
	const { speaker } = context;
	const lines = board.lines.map((line) => lineOf(line, frame, context));
	const pages = Math.max(1, Math.ceil(board.players / LEADERBOARD_LINES));
	return {
		components:
			seenBy === 'public'
				? [row([button(leaderboardId('mine', frame), speaker.say('leaderboard.button.mine'))])]
				: controls(frame, pages, context),
		embeds: [
			{
				color: COLOUR,
				description: clip(
					[
						...(notice ? [notice, ''] : []),
						...(lines.length > 0 ? lines : [speaker.say('leaderboard.nobody', { scope })]),
						...(seenBy === 'asker' ? ['', ...ownLines(frame, context)] : []),
					].join('\n'),
					EMBED_DESCRIPTION_MAX,
				),
				footer: { text: speaker.say('leaderboard.footer', { page: page + 1, pages, players: board.players }) },
				title: speaker.say('leaderboard.title', { period, scope }),
			},
		],
	};
}

function lineOf(
	{ answered, isAsker, known, name, points, rank }: LeaderboardLine,
	{ seenBy }: LeaderboardFrame,
	{ speaker }: Pick<Context, 'speaker'>,
): string {
	const shown = name === undefined ? '' : quoted(name, PUBLIC_NAME_MAX);
	const isYou = isAsker && seenBy === 'asker';
	return speaker.say('leaderboard.line', {
		answered,
		known,
		name: shown,
		points,
		rank,
		who: isYou ? (shown === '' ? 'you' : 'youNamed') : shown === '' ? 'unnamed' : 'named',
	});
}

/** The asker's own place, whether it stands on this page or not, and how the others see it. */
function ownLines({ board: { own, players }, name }: LeaderboardFrame, { speaker }: Pick<Context, 'speaker'>): string[] {
	const seen =
		name === undefined
			? speaker.say('leaderboard.own.unnamed')
			: speaker.say('leaderboard.own.named', { name: quoted(name, PUBLIC_NAME_MAX) });
	return [
		own ? speaker.say('leaderboard.own', { players, points: own.points, rank: own.rank }) : speaker.say('leaderboard.own.none'),
		seen,
	];
}

function controls(frame: LeaderboardFrame, pages: number, { speaker }: Pick<Context, 'speaker'>): APIMessageTopLevelComponent[] {
	const { mayPost, name, page, period, scope, scopes } = frame;
	// No two buttons of a message may have one id, not even those that lead to where one is.
	const view = (verb: string, change: Partial<LeaderboardView>, label: string, isHere: boolean) =>
		button(leaderboardId(verb, { page: 0, period, scope, ...change }), label, { disabled: isHere, primary: isHere });
	return [
		row([
			...(scopes.length > 1 ? scopes : []).map((it) => view('scope', { scope: it }, speaker.say(`leaderboard.scope.${it}`), it === scope)),
			...PERIODS.map((it) => view('period', { period: it }, speaker.say(`leaderboard.period.${it}`), it === period)),
		]),
		row([
			...(pages > 1
				? [
						button(leaderboardId('back', { ...frame, page: page - 1 }), speaker.say('button.previous'), { disabled: page === 0 }),
						button(leaderboardId('on', { ...frame, page: page + 1 }), speaker.say('button.next'), { disabled: page + 1 >= pages }),
					]
				: []),
			button(
				leaderboardId(name === undefined ? 'join' : 'leave', frame),
				speaker.say(name === undefined ? 'leaderboard.button.join' : 'leaderboard.button.leave'),
			),
			...(mayPost ? [button(leaderboardId('post', frame), speaker.say('leaderboard.button.post'))] : []),
		]),
	];
}
