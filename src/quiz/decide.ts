/**
 * What a command does to a quiz: the events that follow, or why nothing does. Pure; whoever calls it stores the events
 * before anything is confirmed. Deciding twice on the same press gives no second event.
 */
import type { Library } from '../library.ts';
import type { Quiz, QuizEvent, Result, Why } from './quiz.ts';
import { type Given, scoreAnswer } from './score.ts';

export type QuizCommand =
	| { readonly type: 'join'; readonly player: { readonly id: string; readonly name: string; readonly team?: string } }
	/** Opens the first round; only the host. */
	| { readonly type: 'start'; readonly by: string }
	/** `key`: of the press, unique to it. */
	| {
			readonly type: 'answer';
			readonly given: Given;
			readonly key: string;
			readonly player: { readonly id: string; readonly name: string };
			readonly round: number;
	  }
	| { readonly type: 'hint'; readonly player: { readonly id: string; readonly name: string }; readonly round: number }
	/** By the clock, or by the host before it. */
	| { readonly type: 'reveal'; readonly by?: string; readonly round: number }
	| { readonly type: 'next'; readonly by?: string; readonly round: number }
	| { readonly type: 'pause' | 'resume'; readonly by: string }
	/** By the clock when nobody went on. */
	| { readonly type: 'stop'; readonly by?: string; readonly why?: Exclude<Why, 'finished'> };

export type Refusal =
	| 'already'
	| 'ended'
	| 'late'
	| 'no-hints'
	| 'not-asking'
	| 'not-host'
	| 'not-invited'
	| 'other-round'
	| 'paused'
	| 'poser'
	| 'too-early'
	| 'unread';

export type Decision = { readonly events: readonly QuizEvent[] } | { readonly refused: Refusal };

export interface Deciding {
	/** Those who may start, pause and stop beside the host: moderators of the channel. */
	readonly isModerator?: (player: string) => boolean;
	readonly library?: Pick<Library, 'dataset'>;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** Each hint costs this part of the marks. */
export const HINT_COST = 0.25;
/** Hints on a number: its size, then a narrower span. */
const NUMBER_HINTS = 2;
/** A press may take this long to arrive and still counts. */
export const GRACE_MS = 1_500;
/** A quiz that nobody goes on with is closed: one that has not begun, one that waits for an answer, one that was paused. */
export const LOBBY_MS = 15 * 60_000;
export const IDLE_MS = 24 * 3_600_000;
export const PAUSE_MS = 12 * 3_600_000;

const nothing: Decision = { events: [] };
const refused = (why: Refusal): Decision => ({ refused: why });

export function hintsOf({ questions }: Quiz, round: number): number {
	const task = questions[round]?.task;
	return task ? (task.type === 'choice' ? task.strikes.length : NUMBER_HINTS) : 0;
}

export function decide(quiz: Quiz, command: QuizCommand, deciding: Deciding): Decision {
	if (quiz.phase === 'ended') return refused('ended');
	const { now } = deciding;
	const mayLead = (player: string | undefined) => player === undefined || player === quiz.host || (deciding.isModerator?.(player) ?? false);
	switch (command.type) {
		case 'join': {
			const why = mayPlay(quiz, command.player.id);
			if (why) return refused(why);
			const known = quiz.players[command.player.id];
			if (known && known.team === (command.player.team ?? known.team)) return nothing;
			const joined = { at: now, player: withTeam(quiz, command.player), type: 'joined' as const };
			const { invited = [], mode } = quiz.settings;
			// A duel begins when the other takes it up.
			const begins = mode === 'duel' && quiz.phase === 'lobby' && invited.every((id) => id === command.player.id || quiz.players[id]);
			return { events: [joined, ...(begins ? [open(quiz, 0, now)] : [])] };
		}
		case 'start':
			if (!mayLead(command.by)) return refused('not-host');
			return quiz.phase === 'lobby' ? { events: [open(quiz, 0, now)] } : refused('already');
		case 'answer':
			return answer(quiz, command, now);
		case 'hint': {
			if (quiz.phase !== 'asking') return refused(quiz.phase === 'paused' ? 'paused' : 'not-asking');
			if (command.round !== quiz.round) return refused('other-round');
			const why = mayPlay(quiz, command.player.id);
			if (why) return refused(why);
			const had = quiz.rounds[quiz.round]!.hints[command.player.id] ?? 0;
			if (had >= hintsOf(quiz, quiz.round)) return refused('no-hints');
			return {
				events: [
					...joining(quiz, command.player, now),
					{ at: now, hints: had + 1, player: command.player.id, round: quiz.round, type: 'hinted' },
				],
			};
		}
		case 'reveal': {
			if (command.round !== quiz.round) return refused('other-round');
			if (quiz.phase === 'revealed') return nothing;
			if (quiz.phase !== 'asking') return refused(quiz.phase === 'paused' ? 'paused' : 'not-asking');
			if (command.by === undefined ? !isOver(quiz, now) : !mayLead(command.by))
				return refused(command.by === undefined ? 'too-early' : 'not-host');
			return { events: [{ at: now, results: resultsOf(quiz, now, deciding.library), round: quiz.round, type: 'revealed' }] };
		}
		case 'next':
			if (command.round !== quiz.round) return nothing;
			if (quiz.phase !== 'revealed') return refused(quiz.phase === 'paused' ? 'paused' : 'too-early');
			if (!mayLead(command.by)) return refused('not-host');
			return {
				events: [quiz.round + 1 < quiz.questions.length ? open(quiz, quiz.round + 1, now) : { at: now, type: 'ended', why: 'finished' }],
			};
		case 'pause':
			if (!mayLead(command.by)) return refused('not-host');
			return quiz.phase === 'asking' || quiz.phase === 'revealed'
				? { events: [{ at: now, type: 'paused' }] }
				: refused(quiz.phase === 'paused' ? 'already' : 'not-asking');
		case 'resume': {
			if (!mayLead(command.by)) return refused('not-host');
			if (quiz.phase !== 'paused') return refused('already');
			const deadline = quiz.pausedFrom === 'asking' ? quiz.rounds[quiz.round]?.deadline : undefined;
			// What was left of the time is left still.
			return { events: [{ at: now, ...(deadline === undefined ? {} : { deadline: deadline + now - quiz.pausedAt! }), type: 'resumed' }] };
		}
		case 'stop': {
			if (!mayLead(command.by)) return refused('not-host');
			// What was answered before the stop counts.
			const open = quiz.rounds[quiz.round] && !quiz.rounds[quiz.round]!.results && Object.keys(quiz.rounds[quiz.round]!.answers).length > 0;
			return {
				events: [
					...(open ? [{ at: now, results: resultsOf(quiz, now, deciding.library), round: quiz.round, type: 'revealed' as const }] : []),
					{ at: now, type: 'ended', why: command.why ?? 'stopped' },
				],
			};
		}
		default:
			return command satisfies never;
	}
}

function mayPlay({ host, settings: { hostPlays, invited } }: Quiz, player: string): Refusal | undefined {
	if (player === host) return hostPlays ? undefined : 'poser';
	return invited && !invited.includes(player) ? 'not-invited' : undefined;
}

function open({ settings: { seconds } }: Quiz, round: number, now: number): QuizEvent {
	return { at: now, ...(seconds ? { deadline: now + seconds * 1_000 } : {}), round, type: 'opened' };
}

/** Whoever answers, or asks for a hint, plays from then on. */
const joining = (quiz: Quiz, player: Extract<QuizCommand, { type: 'join' }>['player'], at: number): QuizEvent[] =>
	quiz.players[player.id] ? [] : [{ at, player: withTeam(quiz, player), type: 'joined' }];

function answer(quiz: Quiz, { given, key, player, round }: Extract<QuizCommand, { type: 'answer' }>, now: number): Decision {
	const why = mayPlay(quiz, player.id);
	if (why) return refused(why);
	if (quiz.phase === 'paused') return refused('paused');
	if (round !== quiz.round) return refused(round < quiz.round ? 'late' : 'other-round');
	if (quiz.phase !== 'asking') return refused(quiz.phase === 'revealed' ? 'late' : 'not-asking');
	const current = quiz.rounds[round]!;
	if (current.deadline !== undefined && now > current.deadline + GRACE_MS) return refused('late');
	if (scoreAnswer(quiz.questions[round]!, given).how === 'unread') return refused('unread');
	const standing = current.answers[player.id];
	if (current.keys[player.id]?.includes(key) || (standing && isSame(standing.given, given))) return nothing;
	return {
		events: [
			...joining(quiz, player, now),
			// The clocks of two processes may differ; what is decided later stands all the same.
			{ at: Math.max(now, (standing?.at ?? 0) + 1), given, key, player: player.id, round, type: 'answered' },
		],
	};
}

/** Keeps the team that a player has; one who has none joins the smallest. */
function withTeam({ players, settings: { teams = [] } }: Quiz, player: Extract<QuizCommand, { type: 'join' }>['player']): typeof player {
	if (player.team || teams.length === 0) return player;
	const size = (team: string) => Object.values(players).filter((it) => it.team === team).length;
	const team = players[player.id]?.team ?? teams.toSorted((a, b) => size(a) - size(b))[0]!;
	return { ...player, team };
}

const isSame = (a: Given, b: Given) => a.choice === b.choice && a.text === b.text && a.source === b.source;

/** Whether the round may be revealed by the clock: time is up, or everybody has answered. */
export function isOver(quiz: Quiz, now: number): boolean {
	const round = quiz.rounds[quiz.round];
	if (quiz.phase !== 'asking' || !round) return false;
	if (round.deadline !== undefined && now >= round.deadline) return true;
	const players = expected(quiz);
	return quiz.settings.endsWhenAllAnswered && players.length > 0 && players.every((player) => round.answers[player]);
}

/** Who is to answer: the invited, with the host where the host plays; else whoever has joined. */
function expected({ host, players, settings: { hostPlays, invited } }: Quiz): string[] {
	return invited ? [...new Set([...(hostPlays ? [host] : []), ...invited])] : Object.keys(players);
}

/** What the clock does next, and when, unless somebody does something before; `undefined` once the quiz has ended. */
export function dueOf(quiz: Quiz): { readonly at: number; readonly command: QuizCommand } | undefined {
	const { round, settings, since } = quiz;
	const abandon = (after: number) => ({ at: since + after, command: { type: 'stop', why: 'abandoned' } as const });
	switch (quiz.phase) {
		case 'asking': {
			const { answers, deadline } = quiz.rounds[round]!;
			const reveal = (at: number) => ({ at, command: { round, type: 'reveal' } as const });
			if (settings.endsWhenAllAnswered && isOver(quiz, since)) return reveal(Math.max(...Object.values(answers).map(({ at }) => at)));
			return deadline === undefined ? abandon(IDLE_MS) : reveal(deadline + GRACE_MS);
		}
		case 'ended':
			return undefined;
		case 'lobby':
			return abandon(LOBBY_MS);
		case 'paused':
			return abandon(PAUSE_MS);
		case 'revealed':
			return settings.breakSeconds === undefined
				? abandon(IDLE_MS)
				: { at: since + settings.breakSeconds * 1_000, command: { round, type: 'next' } };
		default:
			return quiz.phase satisfies never;
	}
}

function resultsOf(quiz: Quiz, now: number, library?: Pick<Library, 'dataset'>): Record<string, Result> {
	const { answers, deadline, hints, openedAt, paused } = quiz.rounds[quiz.round]!;
	const question = quiz.questions[quiz.round]!;
	const end = Math.min(quiz.pausedAt ?? now, deadline ?? now);
	return Object.fromEntries(
		Object.keys(quiz.players).map((player): [string, Result] => {
			const given = answers[player];
			const asked = hints[player] ?? 0;
			const took = Math.max(0, (given ? Math.min(given.at, end) : end) - openedAt - paused);
			if (!given) return [player, { bonus: 0, hints: asked, marks: 0, took }];
			const { bonus, marks } = scoreAnswer(question, given.given, library);
			return [
				player,
				{ bonus, given: given.given, hints: asked, marks: Math.round(marks * Math.max(0, 1 - asked * HINT_COST) * 100) / 100, took },
			];
		}),
	);
}
