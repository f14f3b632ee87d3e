import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../src/library.ts';
import { type Decision, decide, dueOf, GRACE_MS, HINT_COST, isOver, type QuizCommand, type Refusal } from '../../src/quiz/decide.ts';
import { diceOf, shuffle } from '../../src/quiz/dice.ts';
import { makeQuestions } from '../../src/quiz/make.ts';
import { retakeOf, settingsFor } from '../../src/quiz/modes.ts';
import type { Question } from '../../src/quiz/question.ts';
import {
	evolve,
	missesOf,
	type Quiz,
	type QuizEvent,
	type QuizSettings,
	replay,
	standingsOf,
	teamStandingsOf,
} from '../../src/quiz/quiz.ts';
import { openDataset } from '../library.ts';

let library: Library;
let questions: Question[];
const START = 1_800_000_000_000;

beforeAll(async () => {
	library = await openDataset();
	questions = makeQuestions(library, { count: 3, kinds: ['date', 'name', 'place'], language: 'en' }, diceOf(4));
});

/** A quiz that is played: each command decided at a time of its own, its events kept. */
class Table {
	readonly events: QuizEvent[] = [];
	now = START;
	quiz: Quiz;

	constructor(settings: QuizSettings, asked: readonly Question[] = questions) {
		this.events.push({ at: START, host: 'host', id: 'q1', questions: asked, settings, type: 'created' });
		this.quiz = replay(this.events)!;
	}

	do(command: QuizCommand, after = 1_000): Decision {
		this.now += after;
		const decision = decide(this.quiz, command, { isModerator: (player) => player === 'mod', library, now: this.now });
		if ('events' in decision) {
			for (const event of decision.events) {
				this.events.push(event);
				this.quiz = evolve(this.quiz, event)!;
			}
		}
		return decision;
	}

	answer(
		player: string,
		choice: string,
		round = this.quiz.round,
		key = `${player}-${this.events.length}-${choice}`,
		after = 1_000,
	): Decision {
		return this.do({ given: { choice }, key, player: { id: player, name: player.toUpperCase() }, round, type: 'answer' }, after);
	}

	key(round = this.quiz.round): string {
		const { task } = questions[round]!;
		return task.type === 'choice' ? task.key : '';
	}

	wrong(round = this.quiz.round): string {
		const { task } = questions[round]!;
		return task.type === 'choice' ? task.choices.find(({ id }) => id !== task.key)!.id : '';
	}
}

const why = (decision: Decision): Refusal | undefined => ('refused' in decision ? decision.refused : undefined);
const count = (decision: Decision): number => ('events' in decision ? decision.events.length : -1);

describe('a quiz in a channel', () => {
	const table = () => {
		const it = new Table(settingsFor('channel'));
		it.do({ type: 'start', by: 'host' });
		return it;
	};

	it('takes answers until the reveal, the last of each player, and scores then', () => {
		const it = table();
		it.answer('ann', it.wrong());
		it.answer('ann', it.key());
		it.answer('bob', it.wrong());
		expect(why(it.do({ round: 0, type: 'reveal' }))).toBe('too-early');
		it.do({ round: 0, type: 'reveal' }, 30_000);
		expect(it.quiz.phase).toBe('revealed');
		expect(it.quiz.rounds[0]!.results!.ann!.marks).toBe(1);
		expect(it.quiz.rounds[0]!.results!.bob!.marks).toBe(0);
		expect(why(it.answer('bob', it.key()))).toBe('late');
		expect(standingsOf(it.quiz).map(({ id, points, rank }) => [id, points, rank])).toEqual([
			['ann', 100, 1],
			['bob', 0, 2],
		]);
	});

	it('counts two presses once, and the same choice again not at all', () => {
		const it = table();
		expect(count(it.answer('ann', 'a', 0, 'press-1'))).toBe(2);
		expect(count(it.answer('ann', 'a', 0, 'press-1'))).toBe(0);
		expect(count(it.answer('ann', 'b', 0, 'press-1'))).toBe(0);
		expect(count(it.answer('ann', 'a', 0, 'press-2'))).toBe(0);
		expect(count(it.answer('ann', 'b', 0, 'press-3'))).toBe(1);
		expect(Object.keys(it.quiz.rounds[0]!.answers)).toEqual(['ann']);
	});

	it('refuses what comes too late, to another round, or cannot be read', () => {
		const it = table();
		expect(why(it.answer('ann', 'a', 1))).toBe('other-round');
		expect(why(it.answer('ann', 'z', 0))).toBe('unread');
		expect(why(it.answer('ann', 'a', 0, 'k', 30_000 + GRACE_MS))).toBe('late');
	});

	it('lets the host and moderators lead, and nobody else', () => {
		const it = table();
		for (const type of ['pause', 'stop'] as const) expect(why(it.do({ by: 'ann', type }))).toBe('not-host');
		expect(count(it.do({ by: 'mod', type: 'pause' }))).toBe(1);
		expect(why(it.answer('ann', 'a'))).toBe('paused');
		expect(why(it.do({ by: 'host', type: 'pause' }))).toBe('already');
		expect(count(it.do({ by: 'host', type: 'resume' }))).toBe(1);
	});

	it('leaves after a pause the time that was left', () => {
		const it = table();
		const { at } = dueOf(it.quiz)!;
		it.do({ by: 'host', type: 'pause' }, 10_000);
		expect(dueOf(it.quiz)!.command).toMatchObject({ type: 'stop' });
		it.do({ by: 'host', type: 'resume' }, 600_000);
		expect(dueOf(it.quiz)).toEqual({ at: at + 600_000, command: { round: 0, type: 'reveal' } });
		it.answer('ann', it.key(), 0, 'k', 1_000);
		it.do({ by: 'host', round: 0, type: 'reveal' });
		expect(it.quiz.rounds[0]!.results!.ann!.took).toBe(11_000);
	});

	it('goes on when the clock says so, once, whoever asks how often', () => {
		const it = table();
		it.do({ round: 0, type: 'reveal' }, 30_000);
		expect(count(it.do({ round: 0, type: 'reveal' }))).toBe(0);
		expect(count(it.do({ round: 0, type: 'next' }))).toBe(1);
		expect(count(it.do({ round: 0, type: 'next' }))).toBe(0);
		expect(it.quiz.round).toBe(1);
	});

	it('ends after the last question, and when stopped with what was answered', () => {
		const it = table();
		for (const round of [0, 1, 2]) {
			it.answer('ann', it.key());
			it.do({ round, type: 'reveal' }, 30_000);
			it.do({ round, type: 'next' });
		}
		expect(it.quiz).toMatchObject({ phase: 'ended', why: 'finished' });
		expect(why(it.answer('ann', 'a'))).toBe('ended');
		const stopped = table();
		stopped.answer('ann', stopped.key());
		stopped.do({ by: 'host', type: 'stop' });
		expect(stopped.quiz).toMatchObject({ phase: 'ended', why: 'stopped' });
		expect(standingsOf(stopped.quiz)[0]).toMatchObject({ id: 'ann', points: 100 });
	});

	it('takes a quarter of the marks for each hint', () => {
		const it = table();
		expect(count(it.do({ player: { id: 'ann', name: 'Ann' }, round: 0, type: 'hint' }))).toBe(2);
		it.answer('ann', it.key());
		it.do({ by: 'host', round: 0, type: 'reveal' });
		expect(it.quiz.rounds[0]!.results!.ann!.marks).toBe(1 - HINT_COST);
	});

	it('has standings by points, then by time, and teams by their mean', () => {
		const it = new Table(settingsFor('channel', { teams: ['Red', 'Blue'] }));
		for (const [id, team] of [
			['ann', 'Red'],
			['bob', 'Red'],
			['cat', 'Blue'],
		] as const)
			it.do({ player: { id, name: id, team }, type: 'join' });
		it.do({ by: 'host', type: 'start' });
		it.answer('bob', it.key());
		it.answer('ann', it.key());
		it.answer('cat', it.key());
		it.do({ by: 'host', round: 0, type: 'reveal' });
		expect(standingsOf(it.quiz).map(({ id }) => id)).toEqual(['bob', 'ann', 'cat']);
		expect(teamStandingsOf(it.quiz).map(({ id, points }) => [id, points])).toEqual([
			['Red', 100],
			['Blue', 100],
		]);
	});
});

describe('other modes are settings of the same engine', () => {
	it('solo and duel end a round as soon as all have answered', () => {
		const solo = new Table(settingsFor('solo'));
		solo.do({ by: 'host', type: 'start' });
		expect(why(solo.answer('ann', 'a'))).toBe('not-invited');
		solo.answer('host', 'a');
		expect(isOver(solo.quiz, solo.now)).toBe(true);
		const duel = new Table(settingsFor('duel', { invited: ['ann'] }));
		duel.do({ by: 'host', type: 'start' });
		duel.answer('host', 'a');
		expect(isOver(duel.quiz, duel.now)).toBe(false);
		duel.answer('ann', 'b');
		expect(isOver(duel.quiz, duel.now)).toBe(true);
	});

	it('whoever poses a question does not answer it', () => {
		const ask = new Table(settingsFor('ask'));
		ask.do({ by: 'host', type: 'start' });
		expect(why(ask.answer('host', 'a'))).toBe('poser');
		expect(count(ask.answer('ann', 'a'))).toBe(2);
	});
});

it('knows what somebody missed, and asks it again', () => {
	const it = new Table(settingsFor('channel'));
	it.do({ player: { id: 'ann', name: 'Ann' }, type: 'join' });
	it.do({ by: 'host', type: 'start' });
	it.answer('ann', it.key());
	it.do({ by: 'host', round: 0, type: 'reveal' });
	it.do({ by: 'host', round: 0, type: 'next' });
	it.answer('ann', it.wrong());
	it.do({ by: 'host', round: 1, type: 'reveal' });
	it.do({ by: 'host', round: 1, type: 'next' });
	it.do({ by: 'host', round: 2, type: 'reveal' });
	expect(missesOf(it.quiz, 'ann').map(({ question }) => question.id)).toEqual([questions[1]!.id, questions[2]!.id]);
	expect(retakeOf(it.quiz, 'ann', library, 'en', diceOf(9)).map(({ id }) => id)).toEqual([questions[1]!.id, questions[2]!.id]);
	expect(missesOf(it.quiz, 'nobody')).toEqual([]);
});

describe('a replay', () => {
	const players = ['ann', 'bob', 'cat', 'host'];
	const commands: fc.Arbitrary<QuizCommand> = fc.oneof(
		fc.record({
			given: fc.record({ choice: fc.constantFrom('a', 'b', 'c', 'd', 'x') }),
			key: fc.string({ maxLength: 2 }),
			player: fc.constantFrom(...players).map((id) => ({ id, name: id })),
			round: fc.nat(3),
			type: fc.constant('answer' as const),
		}),
		fc.record({
			by: fc.constantFrom(...players),
			type: fc.constantFrom('pause' as const, 'resume' as const, 'stop' as const, 'start' as const),
		}),
		fc.record({ round: fc.nat(3), type: fc.constantFrom('reveal' as const, 'next' as const) }),
		fc.record({
			player: fc.constantFrom(...players).map((id) => ({ id, name: id })),
			round: fc.nat(3),
			type: fc.constant('hint' as const),
		}),
		fc.record({ player: fc.constantFrom(...players).map((id) => ({ id, name: id })), type: fc.constant('join' as const) }),
	);

	it('of the events as they were stored makes the same quiz, after any commands', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(commands, fc.nat(40_000)), { maxLength: 60 }), (history) => {
				const it = new Table(settingsFor('channel'));
				it.do({ by: 'host', type: 'start' });
				for (const [command, after] of history) it.do(command, after);
				expect(replay(JSON.parse(JSON.stringify(it.events)))).toEqual(it.quiz);
				// Events that arrive twice change nothing.
				expect(
					replay(
						it.events.flatMap((event): QuizEvent[] => (event.type === 'paused' || event.type === 'resumed' ? [event] : [event, event])),
					),
				).toEqual(it.quiz);
				for (const { marks } of it.quiz.rounds.flatMap(({ results }) => Object.values(results ?? {})))
					expect(marks >= 0 && marks <= 1).toBe(true);
			}),
			{ numRuns: 200 },
		);
	});

	it('does not depend on the order in which many processes wrote the answers', () => {
		fc.assert(
			fc.property(
				fc.integer(),
				fc.uniqueArray(fc.tuple(fc.constantFrom(...players), fc.nat(25_000), fc.constantFrom('a', 'b', 'c')), {
					maxLength: 30,
					selector: ([player, at]) => `${player}${at}`,
				}),
				(seed, presses) => {
					const it = new Table(settingsFor('channel'));
					it.do({ by: 'host', type: 'start' });
					const answers = presses.map(
						([player, at, choice], index): QuizEvent => ({
							at: START + 1_000 + at,
							given: { choice },
							key: String(index),
							player,
							round: 0,
							type: 'answered',
						}),
					);
					const played = (order: readonly QuizEvent[]) => replay([...it.events, ...order])!.rounds[0]!.answers;
					expect(played(shuffle(answers, diceOf(seed)))).toEqual(played(answers.toSorted((a, b) => a.at - b.at)));
				},
			),
		);
	});

	it('never fails on events that cannot follow', () => {
		expect(
			replay([
				{ at: 1, type: 'paused' },
				{ at: 1, type: 'ended', why: 'stopped' },
			]),
		).toBeUndefined();
		const it = new Table(settingsFor('channel'));
		expect(replay([...it.events, { at: 2, round: 7, type: 'opened' }, { at: 2, results: {}, round: 9, type: 'revealed' }])!.rounds).toEqual(
			[],
		);
	});
});
