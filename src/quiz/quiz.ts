/**
 * A quiz as plain data, made by replaying its events. Commands are decided in `decide.ts`; nothing here reads a clock.
 *
 * The events of a quiz come in order, but for `answered` and `hinted`: these may be written by many processes at once, and
 * whatever their order the later press of a player stands. What counts is fixed by `revealed`, which carries it.
 */
import type { Question } from './question.ts';
import { type Given, KNOWN_MARKS } from './score.ts';

/** `ask`: somebody poses a question and does not answer it. */
export const QUIZ_MODES = ['solo', 'channel', 'duel', 'ask'] as const;
export type QuizMode = (typeof QUIZ_MODES)[number];

export interface QuizSettings {
	/** The next round opens by itself so long after a reveal; when absent, it waits for somebody to say so. */
	readonly breakSeconds?: number;
	/** Who may play; anybody when absent. */
	readonly invited?: readonly string[];
	/** The round ends as soon as everybody who plays has answered. */
	readonly endsWhenAllAnswered: boolean;
	/** Whoever starts it plays as well. */
	readonly hostPlays: boolean;
	/** Without pictures: these cannot be sent or seen where it is played. */
	readonly inWords?: boolean;
	readonly mode: QuizMode;
	/** For one round; no limit when absent. */
	readonly seconds?: number;
	/** Names of the teams, where players play in teams. */
	readonly teams?: readonly string[];
}

export interface Player {
	readonly id: string;
	readonly joinedAt: number;
	readonly name: string;
	readonly team?: string;
}

export interface StandingAnswer {
	/** When it was pressed, in milliseconds since 1970. */
	readonly at: number;
	readonly given: Given;
	/** Of the press; the same press arrives twice as one. */
	readonly key: string;
}

/** What a player got in a round. */
export interface Result {
	readonly bonus: number;
	readonly given?: Given;
	readonly hints: number;
	readonly marks: number;
	/** Milliseconds from the opening of the round, pauses left out; the whole round where nothing was answered. */
	readonly took: number;
}

export type QuizEvent =
	| {
			readonly type: 'created';
			readonly at: number;
			readonly host: string;
			readonly id: string;
			/** Of people who do not play, or not yet: whoever poses a question, whoever is challenged. */
			readonly names?: Readonly<Record<string, string>>;
			readonly questions: readonly Question[];
			readonly settings: QuizSettings;
	  }
	| {
			readonly type: 'joined';
			readonly at: number;
			readonly player: { readonly id: string; readonly name: string; readonly team?: string };
	  }
	| { readonly type: 'opened'; readonly at: number; readonly deadline?: number; readonly round: number }
	| ({ readonly type: 'answered'; readonly player: string; readonly round: number } & StandingAnswer)
	| { readonly type: 'hinted'; readonly at: number; readonly hints: number; readonly player: string; readonly round: number }
	| { readonly type: 'revealed'; readonly at: number; readonly results: Readonly<Record<string, Result>>; readonly round: number }
	| { readonly type: 'paused'; readonly at: number }
	| { readonly type: 'resumed'; readonly at: number; readonly deadline?: number }
	| { readonly type: 'ended'; readonly at: number; readonly why: Why };

/** `abandoned`: nobody went on with it, or its channel is gone. */
export type Why = 'abandoned' | 'finished' | 'stopped';

export interface Round {
	readonly answers: Readonly<Record<string, StandingAnswer>>;
	readonly deadline?: number;
	readonly hints: Readonly<Record<string, number>>;
	/** Of every press, by player: one that arrives again late is still known. */
	readonly keys: Readonly<Record<string, readonly string[]>>;
	readonly openedAt: number;
	/** Milliseconds for which the round stood still. */
	readonly paused: number;
	readonly results?: Readonly<Record<string, Result>>;
}

export interface Quiz {
	readonly createdAt: number;
	readonly endedAt?: number;
	readonly host: string;
	readonly id: string;
	/** See the event `created`. */
	readonly names: Readonly<Record<string, string>>;
	/** `paused` keeps what it interrupted in `pausedFrom`. */
	readonly phase: 'asking' | 'ended' | 'lobby' | 'paused' | 'revealed';
	readonly pausedAt?: number;
	readonly pausedFrom?: 'asking' | 'revealed';
	readonly players: Readonly<Record<string, Player>>;
	readonly questions: readonly Question[];
	/** From 0; the round that is being played or was played last; −1 before the first. */
	readonly round: number;
	readonly rounds: readonly Round[];
	readonly settings: QuizSettings;
	/** When it came into this phase. */
	readonly since: number;
	readonly why?: Why;
}

/** The quiz after an event. An event that cannot follow is left out, so that a replay never fails. */
export function evolve(quiz: Quiz | undefined, event: QuizEvent): Quiz | undefined {
	if (event.type === 'created') {
		if (quiz) return quiz;
		const { at, host, id, names = {}, questions, settings } = event;
		return { createdAt: at, host, id, names, phase: 'lobby', players: {}, questions, round: -1, rounds: [], settings, since: at };
	}
	if (!quiz || quiz.phase === 'ended') return quiz;
	switch (event.type) {
		case 'joined':
			return {
				...quiz,
				players: { ...quiz.players, [event.player.id]: { joinedAt: quiz.players[event.player.id]?.joinedAt ?? event.at, ...event.player } },
			};
		case 'opened': {
			if (event.round !== quiz.rounds.length || event.round >= quiz.questions.length) return quiz;
			const round: Round = {
				answers: {},
				...(event.deadline === undefined ? {} : { deadline: event.deadline }),
				hints: {},
				keys: {},
				openedAt: event.at,
				paused: 0,
			};
			return { ...quiz, phase: 'asking', round: event.round, rounds: [...quiz.rounds, round], since: event.at };
		}
		case 'answered':
			return changeRound(quiz, event.round, (round) => {
				const known = round.keys[event.player] ?? [];
				if (round.results || known.includes(event.key)) return round;
				const keys = { ...round.keys, [event.player]: [...known, event.key] };
				const standing = round.answers[event.player];
				if (standing && standing.at > event.at) return { ...round, keys };
				return { ...round, answers: { ...round.answers, [event.player]: { at: event.at, given: event.given, key: event.key } }, keys };
			});
		case 'hinted':
			return changeRound(quiz, event.round, (round) =>
				round.results
					? round
					: { ...round, hints: { ...round.hints, [event.player]: Math.max(event.hints, round.hints[event.player] ?? 0) } },
			);
		case 'revealed':
			if (quiz.rounds[event.round]?.results) return quiz;
			return { ...changeRound(quiz, event.round, (round) => ({ ...round, results: event.results })), phase: 'revealed', since: event.at };
		case 'paused':
			return quiz.phase === 'asking' || quiz.phase === 'revealed'
				? { ...quiz, pausedAt: event.at, pausedFrom: quiz.phase, phase: 'paused', since: event.at }
				: quiz;
		case 'resumed': {
			if (quiz.phase !== 'paused') return quiz;
			const { pausedAt = event.at, pausedFrom = 'asking', ...rest } = quiz;
			const resumed: Quiz = { ...rest, phase: pausedFrom, since: event.at };
			if (pausedFrom !== 'asking') return resumed;
			return changeRound(resumed, quiz.round, (round) => ({
				...round,
				...(event.deadline === undefined ? {} : { deadline: event.deadline }),
				paused: round.paused + event.at - pausedAt,
			}));
		}
		case 'ended':
			return { ...quiz, endedAt: event.at, phase: 'ended', since: event.at, why: event.why };
		default:
			return event satisfies never;
	}
}

function changeRound(quiz: Quiz, index: number, change: (round: Round) => Round): Quiz {
	return quiz.rounds[index] ? { ...quiz, rounds: quiz.rounds.map((round, at) => (at === index ? change(round) : round)) } : quiz;
}

/** The quiz that these events make; `undefined` when none of them creates one. */
export function replay(events: Iterable<QuizEvent>): Quiz | undefined {
	let quiz: Quiz | undefined;
	for (const event of events) quiz = evolve(quiz, event);
	return quiz;
}

export interface Standing {
	/** Players of equal points and time share a rank. */
	readonly rank: number;
	readonly id: string;
	readonly name: string;
	/** Marks and bonuses, a hundred for a whole question. */
	readonly points: number;
	/** Questions known. */
	readonly right: number;
	readonly team?: string;
	/** Milliseconds over all rounds since joining. */
	readonly took: number;
}

const byStanding = (a: Standing, b: Standing) =>
	b.points - a.points || a.took - b.took || a.name.localeCompare(b.name, 'en') || (a.id < b.id ? -1 : 1);

function ranked(standings: readonly Standing[]): Standing[] {
	const sorted = standings.toSorted(byStanding);
	return sorted.map((standing) => ({
		...standing,
		rank: sorted.findIndex(({ points, took }) => points === standing.points && took === standing.took) + 1,
	}));
}

/** Players by points; the quicker first where these are equal; then by name. */
export function standingsOf(quiz: Quiz, upTo = quiz.rounds.length): Standing[] {
	const results = quiz.rounds.slice(0, upTo).flatMap((round) => (round.results ? [round.results] : []));
	return ranked(
		Object.values(quiz.players).map(({ id, name, team }) => {
			const own = results.flatMap((round) => round[id] ?? []);
			return {
				id,
				name,
				points: Math.round(own.reduce((sum, { bonus, marks }) => sum + marks + bonus, 0) * 100),
				rank: 0,
				right: own.filter(({ marks }) => marks >= KNOWN_MARKS).length,
				...(team ? { team } : {}),
				took: own.reduce((sum, { took }) => sum + took, 0),
			};
		}),
	);
}

/** Teams by the mean of their members, so that a larger team has no advantage. */
export function teamStandingsOf(quiz: Quiz): Standing[] {
	const byTeam = Map.groupBy(
		standingsOf(quiz).filter(({ team }) => team),
		({ team }) => team!,
	);
	const mean = (values: readonly number[]) => Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
	return ranked(
		[...byTeam].map(([team, members]) => ({
			id: team,
			name: team,
			points: mean(members.map(({ points }) => points)),
			rank: 0,
			right: mean(members.map(({ right }) => right)),
			took: mean(members.map(({ took }) => took)),
		})),
	);
}

export interface Miss {
	readonly given?: Given;
	readonly question: Question;
}

/** What a player did not know, unanswered rounds included, in the order in which it was asked. */
export function missesOf(quiz: Quiz, player: string): Miss[] {
	return quiz.rounds.flatMap(({ results }, index) => {
		const result = results?.[player];
		return result && result.marks < KNOWN_MARKS
			? [{ ...(result.given ? { given: result.given } : {}), question: quiz.questions[index]! }]
			: [];
	});
}
