/** What is kept of a quiz, on both databases: its course in order, every press once, one process at a time. */
import { beforeEach, describe, expect, test } from 'vitest';
import { replay } from '../../src/quiz/quiz.ts';
import type { Store } from '../../src/store/index.ts';
import { onBothDatabases } from './databases.ts';
import { createSmallQuiz } from './quiz-traces.ts';

const START = Date.UTC(2026, 10, 27, 20);
let now = START;
const clock = () => new Date(now);
let number = 0;
const nextId = (what: string) => `${what}-${(number += 1)}`;

onBothDatabases((database, skipWhereMissing) => {
	let store: Store;
	let id: string;
	beforeEach(async (context) => {
		skipWhereMissing(context);
		now = START;
		store = database.store({ clock });
		id = nextId('quiz');
	});

	const stateOf = async () => replay((await store.readQuiz(id))!.events)!;

	test('a quiz is read as it was written, players, answers, results and all', async () => {
		await createSmallQuiz(store, id, START, { channelId: 'c', host: 'hana', invited: ['ivan'], mode: 'duel' });
		await store.changeQuiz(id, () => ({
			events: [
				{ at: START + 1, player: { id: 'hana', name: 'Hana' }, type: 'joined' },
				{ at: START + 2, player: { id: 'ivan', name: 'Иван', team: 'Red' }, type: 'joined' },
				{ at: START + 3, deadline: START + 30_003, round: 0, type: 'opened' },
			],
		}));
		await store.changeQuiz(id, () => ({
			events: [{ at: START + 9, given: { choice: 'b' }, key: 'p1', player: 'ivan', round: 0, type: 'answered' }],
		}));
		const open = await stateOf();
		expect(open).toMatchObject({ host: 'hana', phase: 'asking', settings: { invited: ['ivan'], mode: 'duel' } });
		expect(open.players.ivan).toEqual({ id: 'ivan', joinedAt: START + 2, name: 'Иван', team: 'Red' });
		expect(open.rounds[0]).toMatchObject({ answers: { ivan: { given: { choice: 'b' } } }, deadline: START + 30_003 });
		const results = {
			hana: { bonus: 0, hints: 0, marks: 0, took: 30_000 },
			ivan: { bonus: 0.25, given: { choice: 'b' }, hints: 1, marks: 0.5, took: 6 },
		};
		await store.changeQuiz(id, () => ({ events: [{ at: START + 40_000, results, round: 0, type: 'revealed' }] }));
		await store.changeQuiz(id, () => ({ events: [{ at: START + 50_000, type: 'ended', why: 'stopped' }] }));
		const over = await stateOf();
		expect(over.rounds[0]!.results).toEqual(results);
		expect(over).toMatchObject({ endedAt: START + 50_000, phase: 'ended', why: 'stopped' });
		expect(await store.readQuiz('another')).toBeUndefined();
		expect(await store.changeQuiz('another', () => ({ events: [] }))).toBeUndefined();
	});

	test('many decide at once, in two processes, and each knows what the others did', async () => {
		await createSmallQuiz(store, id, START);
		await store.changeQuiz(id, () => ({ events: [{ at: START, round: 0, type: 'opened' }] }));
		const other = database.store({ clock });
		const seen: number[] = [];
		await Promise.all(
			Array.from({ length: 40 }, (_, index) =>
				(index % 2 ? store : other).changeQuiz(id, ({ events }) => {
					const answers = Object.keys(replay(events)!.rounds[0]!.answers).length;
					seen.push(answers);
					return {
						events: [
							{ at: START, player: { id: `u${index}`, name: `U${index}` }, type: 'joined' },
							{ at: START, given: { choice: 'a' }, key: 'k', player: `u${index}`, round: 0, type: 'answered' },
						],
					};
				}),
			),
		);
		expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index));
		expect(Object.keys((await stateOf()).rounds[0]!.answers)).toHaveLength(40);
	});

	test('the same press is written once, and a round is revealed once', async () => {
		await createSmallQuiz(store, id, START);
		const press = { at: START + 1, given: { choice: 'a' }, key: 'same', player: 'ann', round: 0, type: 'answered' } as const;
		await store.changeQuiz(id, () => ({ events: [{ at: START, round: 0, type: 'opened' }, press] }));
		await store.changeQuiz(id, () => ({ events: [{ ...press, given: { choice: 'b' } }] }));
		expect((await stateOf()).rounds[0]!.answers).toEqual({ ann: { at: START + 1, given: { choice: 'a' }, key: 'same' } });
		const reveal = () => store.changeQuiz(id, () => ({ events: [{ at: START + 2, results: {}, round: 0, type: 'revealed' }] }));
		await reveal();
		await expect(reveal()).rejects.toThrow();
	});

	test('what players got is on the record of study with the reveal, or not at all', async () => {
		await createSmallQuiz(store, id, START);
		await store.changeQuiz(id, () => ({ events: [{ at: START, round: 0, type: 'opened' }] }));
		const question = `question-of-${id}`;
		const record = [
			{ at: START, known: false, mode: 'channel', points: 0, questionId: question, quizId: id, round: 0, userId: `ann-${id}` },
		];
		const reveal = () => store.changeQuiz(id, () => ({ events: [{ at: START + 2, results: {}, round: 0, type: 'revealed' }], record }));
		await reveal();
		await expect(reveal()).rejects.toThrow();
		expect((await store.missRates([question])).get(question)).toEqual({ asked: 1, missed: 1 });
	});

	test('a channel is held by one quiz, until it ends', async () => {
		const channelId = nextId('channel');
		const held = { channelId, holdsChannel: true };
		const second = nextId('quiz');
		const created = await Promise.all([createSmallQuiz(store, id, START, held), createSmallQuiz(store, second, START, held)]);
		expect(created.toSorted()).toEqual([false, true]);
		const holder = (await store.findQuizIn(channelId))!;
		expect(await createSmallQuiz(store, nextId('quiz'), START, { channelId })).toBe(true);
		await store.changeQuiz(holder, () => ({ events: [{ at: START, type: 'ended', why: 'stopped' }] }));
		expect(await store.findQuizIn(channelId)).toBeUndefined();
		expect(await createSmallQuiz(store, nextId('quiz'), START, held)).toBe(true);
	});

	describe('who looks after a quiz', () => {
		const LEASE = 6_000;
		const joined = () => ({ at: now, player: { id: 'ann', name: 'Ann' }, type: 'joined' }) as const;
		const tend = (tender: string) =>
			store.changeQuiz(id, () => ({ dueAt: now + 30_000, events: [joined()], tender: { id: tender, until: now + LEASE } }));
		const claim = (tender: string, from = store) => from.claimQuizzes({ id: tender, until: now + LEASE }, 1_000);

		test('is one process until it is silent for too long, then exactly one other', async () => {
			await createSmallQuiz(store, id, START);
			await tend('one');
			expect(await claim('two')).not.toContain(id);
			now += LEASE - 1;
			await store.renewQuizzes({ id: 'one', until: now + LEASE });
			now += LEASE - 1;
			expect(await claim('two')).not.toContain(id);
			now += 2;
			const other = database.store({ clock });
			await other.readQuiz(id);
			for (let turn = 0; turn < 20; turn += 1) {
				const claims = await Promise.all([claim('two'), claim('three', other), claim('four'), claim('five', other)]);
				expect(claims.flat().filter((it) => it === id)).toEqual([id]);
				await tend('one');
				now += LEASE + 1;
			}
		});

		test('is whoever asks when it is overdue, for the process that promised to may have missed it', async () => {
			await createSmallQuiz(store, id, START);
			await tend('one');
			now += 30_000;
			await store.renewQuizzes({ id: 'one', until: now + LEASE });
			expect(await claim('two')).not.toContain(id);
			now += 4_000;
			expect(await claim('two')).toContain(id);
		});

		test('lets go of it when it leaves in good order', async () => {
			await createSmallQuiz(store, id, START);
			await tend('leaving');
			await store.releaseQuizzes('leaving');
			expect(await claim('next')).toContain(id);
		});

		test('is nobody as long as it waits for people, and somebody when its time is up', async () => {
			await createSmallQuiz(store, id, START);
			await store.changeQuiz(id, () => ({ dueAt: now + 60_000, events: [joined()] }));
			expect(await claim('one')).not.toContain(id);
			now += 60_000;
			expect(await claim('one')).toContain(id);
		});

		test('is nobody once it has ended with nothing left to show', async () => {
			await createSmallQuiz(store, id, START);
			await tend('one');
			await store.changeQuiz(id, () => ({ dueAt: 5, events: [{ at: now, type: 'ended', why: 'finished' }] }));
			now += 10 * LEASE;
			expect(await claim('two')).not.toContain(id);
		});

		test('is still somebody when it has ended, until its end is shown', async () => {
			await createSmallQuiz(store, id, START);
			await tend('one');
			const ended = { at: now, type: 'ended', why: 'finished' } as const;
			await store.changeQuiz(id, () => ({ events: [ended], tender: { id: 'one', until: now + LEASE } }));
			now += LEASE - 1;
			await store.renewQuizzes({ id: 'one', until: now + LEASE });
			now += LEASE - 1;
			expect(await claim('two')).not.toContain(id);
			// The first is killed before it could show the end; the second cannot show it and hands it on.
			now += 2;
			expect(await claim('two')).toContain(id);
			await store.leaveQuiz(id);
			now += LEASE + 1;
			await store.renewQuizzes({ id: 'two', until: now + LEASE });
			expect(await claim('three')).toContain(id);
			expect(await store.hasOpenQuizzes()).toBe(true);
			await store.closeQuiz(id);
			now += 10 * LEASE;
			expect(await claim('four')).not.toContain(id);
		});

		test('is not lost by a quiz that has not ended when its end is said to be shown', async () => {
			await createSmallQuiz(store, id, START);
			await tend('one');
			await store.closeQuiz(id);
			now += LEASE + 1;
			expect(await claim('two')).toContain(id);
		});
	});

	test('messages are found again where they stand', async () => {
		await createSmallQuiz(store, id, START);
		await store.keepQuizMessage(id, 'round-0', { channelId: 'c', messageId: 'm', reply: { token: 't', until: 5 } });
		await store.keepQuizMessage(id, 'round-0', { channelId: 'c', messageId: 'm2' });
		expect([...(await store.readQuizMessages(id))]).toEqual([['round-0', { channelId: 'c', messageId: 'm2' }]]);
	});

	test('whoever has erased what is kept of them is missing from a quiz that goes on', async () => {
		await createSmallQuiz(store, id, START, { host: 'gone' });
		await store.changeQuiz(id, () => ({
			events: [
				{ at: START, player: { id: 'gone', name: 'Gone' }, type: 'joined' },
				{ at: START, player: { id: 'here', name: 'Here' }, type: 'joined' },
				{ at: START, round: 0, type: 'opened' },
			],
		}));
		await store.eraseUser('gone');
		expect(await stateOf()).toMatchObject({ host: '', phase: 'asking', players: { here: {} } });
		expect(Object.keys((await stateOf()).players)).toEqual(['here']);
	});
});
