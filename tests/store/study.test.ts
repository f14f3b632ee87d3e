/** Answers, leaderboards and reviews, on both databases. */
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type LeaderboardScope, weekOf } from '../../src/quiz/leaderboard.ts';
import { type Recall, type ReviewCard, reviewed } from '../../src/quiz/review.ts';
import type { AnswerToRecord, Store } from '../../src/store/index.ts';
import { newCard } from '../quiz/new-card.ts';
import { onBothDatabases } from './databases.ts';

const DAY = 86_400_000;
/** A Monday. */
const NOW = Date.UTC(2026, 10, 23, 12);
let last = 0;
function id(what: string): string {
	last += 1;
	return `${what}-${last}`;
}

const answer = (more: Partial<AnswerToRecord> = {}): AnswerToRecord => ({
	at: NOW,
	known: true,
	mode: 'channel',
	points: 100,
	questionId: id('question'),
	quizId: id('quiz'),
	round: 0,
	userId: id('user'),
	...more,
});

test.each([
	['2026-11-23T00:00:00Z', '2026-W48'],
	['2026-11-22T23:59:59Z', '2026-W47'],
	// The last days of December may be of the next year’s first week, the first of January of the last year’s last.
	['2024-12-30T00:00:00Z', '2025-W01'],
	['2027-01-03T12:00:00Z', '2026-W53'],
	['2026-01-01T00:00:00Z', '2026-W01'],
	['2023-01-01T00:00:00Z', '2022-W52'],
])('%s is in the week %s', (time, week) => {
	expect(weekOf(Date.parse(time))).toBe(week);
});

onBothDatabases((database, skipWhereMissing) => {
	let store: Store;
	beforeEach((context) => {
		skipWhereMissing(context);
		store ??= database.store({ clock: () => new Date(NOW) });
	});

	const server = (guildId: string): LeaderboardScope => ({ guildId, type: 'server' });
	const pointsIn = async (scope: LeaderboardScope, userId = 'nobody', period: 'all-time' | 'week' = 'all-time') =>
		(await store.leaderboard({ limit: 1000, now: NOW, period, scope, userId })).lines.map(({ points, rank }) => ({ points, rank }));

	describe('answers', () => {
		test('each round counts once for each player, however often and by whom it is written', async () => {
			const guildId = id('guild');
			const quizId = id('quiz');
			const answers = Array.from({ length: 700 }, (_, index) =>
				answer({ guildId, quizId, round: index % 2, userId: `player-${index >> 1}` }),
			);
			const other = database.store();
			const counts = await Promise.all([store, other, store, other].map((it) => it.recordAnswers(answers)));
			expect(counts.reduce((sum, count) => sum + count)).toBe(700);
			expect(await store.recordAnswers(answers)).toBe(0);
			expect(await pointsIn(server(guildId))).toEqual(Array.from({ length: 350 }, () => ({ points: 200, rank: 1 })));
		});

		test('many quizzes that end at once with the same people block nobody', async () => {
			const guildId = id('guild');
			const users = Array.from({ length: 20 }, () => id('user'));
			const stores = [store, database.store()];
			await Promise.all(
				Array.from({ length: 20 }, (_, index) => {
					const quizId = id('quiz');
					const answers = users.map((userId) => answer({ guildId, quizId, userId }));
					return stores[index % 2]!.recordAnswers(index % 3 === 0 ? answers.toReversed() : answers);
				}),
			);
			expect((await pointsIn(server(guildId))).map(({ points }) => points)).toEqual(users.map(() => 2000));
		}, 30_000);

		test('the same question counts once a day for the same person', async () => {
			const guildId = id('guild');
			const [userId, questionId] = [id('user'), id('question')];
			const again = (at: number, more: Partial<AnswerToRecord> = {}) => answer({ at, guildId, questionId, userId, ...more });
			expect(await store.recordAnswers([again(NOW, { known: false, points: 0 }), again(NOW + 1)])).toBe(2);
			expect(await store.recordAnswers([again(NOW + 2)])).toBe(1);
			expect(await pointsIn(server(guildId))).toEqual([]);
			await store.recordAnswers([again(NOW + DAY), again(NOW, { userId: id('user') })]);
			expect(await pointsIn(server(guildId))).toEqual([
				{ points: 100, rank: 1 },
				{ points: 100, rank: 1 },
			]);
			expect(await store.missRates([questionId])).toEqual(new Map([[questionId, { asked: 3, missed: 1 }]]));
		});

		test('tell how often a question is missed; of one that nobody answered, nothing', async () => {
			const [hard, easy, unknown] = [id('question'), id('question'), id('question')];
			await store.recordAnswers([
				answer({ known: false, questionId: hard }),
				answer({ known: false, questionId: hard }),
				answer({ questionId: hard }),
				answer({ questionId: easy }),
			]);
			expect(await store.missRates([hard, easy, unknown])).toEqual(
				new Map([
					[hard, { asked: 3, missed: 2 }],
					[easy, { asked: 1, missed: 0 }],
				]),
			);
			expect(await store.missRates([])).toEqual(new Map());
			expect((await store.missRates(Array.from({ length: 40_000 }, (_, index) => `none-${index}`))).size).toBe(0);
		});

		test('that were misses are found until the question is known or reviewed', async () => {
			const userId = id('user');
			const [quizId, missed, known, again, reviewed] = ['quiz', 'q', 'q', 'q', 'q'].map(id) as [string, string, string, string, string];
			const one = (questionId: string, round: number, more: Partial<AnswerToRecord> = {}) =>
				answer({ at: NOW + round, known: false, points: 0, questionId, quizId, round, userId, ...more });
			await store.recordAnswers([
				one(missed, 0),
				one(known, 1, { known: true }),
				one(again, 2),
				one(reviewed, 3),
				one(again, 4, { known: true, quizId: id('quiz') }),
			]);
			await store.addReviewCards(userId, [reviewed], NOW);
			expect(await store.missedQuestions(userId)).toEqual([missed]);
			expect(await store.missedQuestions(userId, quizId)).toEqual([again, missed]);
			expect(await store.missedQuestions(userId, id('quiz'))).toEqual([]);
			expect(await store.missedQuestions(id('user'))).toEqual([]);
		});

		test('that were right are known, by the last answer, and in a channel by whoever gave them', async () => {
			const [ann, bob, channelId] = [id('user'), id('user'), id('channel')];
			const [right, unlearned, old, there, missedThere] = Array.from({ length: 5 }, () => id('question'));
			await store.recordAnswers([
				answer({ questionId: right, userId: ann }),
				answer({ at: NOW - 5, questionId: unlearned, userId: ann }),
				answer({ known: false, questionId: unlearned, userId: ann }),
				answer({ at: NOW - 10 * DAY, questionId: old, userId: ann }),
				answer({ channelId, questionId: there, userId: bob }),
				answer({ channelId, known: false, questionId: missedThere, userId: bob }),
			]);
			const since = NOW - DAY;
			expect([...(await store.knownQuestions({ since, userIds: [ann] }))]).toEqual([right]);
			expect([...(await store.knownQuestions({ channelId, since, userIds: [ann] }))].toSorted()).toEqual([right, there].toSorted());
			expect([...(await store.knownQuestions({ since: 0, userIds: [ann, bob] }))].toSorted()).toEqual([right, old, there].toSorted());
			expect((await store.knownQuestions({ since, userIds: [] })).size).toBe(0);
		});

		test('that nobody gave are no trouble', async () => {
			expect(await store.recordAnswers([])).toBe(0);
		});
	});

	describe('leaderboards', () => {
		test('a server, a channel and everywhere, this week and all time, are sums over the answers', async () => {
			const guilds = [id('guild'), id('guild')];
			const channels = [id('channel'), id('channel')];
			const users = [id('user'), id('user'), id('user')];
			const weeks = [NOW, NOW - 3 * DAY, NOW - 30 * DAY];
			const given = fc.record({
				channelId: fc.option(fc.constantFrom(...channels), { nil: undefined }),
				guildId: fc.option(fc.constantFrom(...guilds), { nil: undefined }),
				points: fc.integer({ max: 125, min: 0 }),
				time: fc.constantFrom(...weeks),
				userId: fc.constantFrom(...users),
			});
			const all: AnswerToRecord[] = [];
			await fc.assert(
				fc.asyncProperty(fc.array(given, { maxLength: 8 }), async (batch) => {
					const answers = batch.map(({ time, ...more }) => answer({ at: time, ...more }));
					all.push(...answers);
					await store.recordAnswers(answers);
				}),
				{ numRuns: 12 },
			);
			for (const period of ['all-time', 'week'] as const)
				for (const [scope, fits] of [
					...guilds.map((guildId) => [{ guildId, type: 'server' }, (it: AnswerToRecord) => it.guildId === guildId] as const),
					...channels.map((channelId) => [{ channelId, type: 'channel' }, (it: AnswerToRecord) => it.channelId === channelId] as const),
				])
					for (const userId of users) {
						const own = all.filter((it) => fits(it) && it.userId === userId && (period === 'all-time' || it.at === NOW));
						const board = await store.leaderboard({ now: NOW, period, scope, userId });
						expect(board.own?.points ?? 0).toBe(own.reduce((sum, { points }) => sum + points, 0));
						if (board.own) expect(board.own.answered).toBe(own.length);
					}
			const board = await store.leaderboard({
				limit: 1000,
				now: NOW,
				period: 'all-time',
				scope: { type: 'everywhere' },
				userId: users[0]!,
			});
			expect(board.lines).toHaveLength(board.players);
			expect(board.lines.find(({ isAsker }) => isAsker)).toEqual(board.own);
		});

		test('those of equal points share a rank, on every page; without points nobody stands there', async () => {
			const guildId = id('guild');
			const points = [300, 300, 200, 100, 100, 100, 50];
			const users = points.map(() => id('user'));
			await store.recordAnswers(users.map((userId, index) => answer({ guildId, points: points[index]!, userId })));
			await store.recordAnswers([answer({ guildId, known: false, points: 0 })]);
			const pages = [];
			for (let offset = 0; offset < 8; offset += 2)
				pages.push(
					...(await store.leaderboard({ limit: 2, now: NOW, offset, period: 'week', scope: server(guildId), userId: users[4]! })).lines,
				);
			expect(pages.map(({ rank }) => rank)).toEqual([1, 1, 3, 4, 4, 4, 7]);
			const board = await store.leaderboard({ limit: 1, now: NOW, period: 'week', scope: server(guildId), userId: users[4]! });
			expect(board.own).toEqual({ answered: 1, isAsker: true, known: 1, points: 100, rank: 4 });
			expect(board.players).toBe(7);
		});

		test('only those are named who chose to be, and no id comes out', async () => {
			const guildId = id('guild');
			const [named, unnamed] = [id('user'), id('user')];
			await store.recordAnswers([answer({ guildId, points: 80, userId: named }), answer({ guildId, userId: unnamed })]);
			const lines = async () => (await store.leaderboard({ now: NOW, period: 'week', scope: server(guildId), userId: id('user') })).lines;
			await store.changeStudyProfile(named, { publicName: 'Natsume' });
			expect(await lines()).toEqual([
				{ answered: 1, isAsker: false, known: 1, points: 100, rank: 1 },
				{ answered: 1, isAsker: false, known: 1, name: 'Natsume', points: 80, rank: 2 },
			]);
			await store.changeStudyProfile(named, { publicName: null });
			expect(await lines()).not.toContainEqual(expect.objectContaining({ name: expect.anything() }));
		});
	});

	describe('profiles', () => {
		test('each decision is kept by itself and can be taken back', async () => {
			const user = id('user');
			expect(await store.readStudyProfile(user)).toEqual({});
			await store.changeStudyProfile(user, { newPerDay: 0, timeZone: 'Asia/Tokyo' });
			await store.changeStudyProfile(user, { publicName: 'Natsume' });
			expect(await store.readStudyProfile(user)).toEqual({ newPerDay: 0, publicName: 'Natsume', timeZone: 'Asia/Tokyo' });
			await store.changeStudyProfile(user, { newPerDay: null, timeZone: null });
			expect(await store.readStudyProfile(user)).toEqual({ publicName: 'Natsume' });
		});
	});

	describe('reviews', () => {
		test('a card comes back as it was written, after any reviews', async () => {
			const recalls = fc.constantFrom<Recall>('again', 'hard', 'good', 'easy');
			await fc.assert(
				fc.asyncProperty(fc.array(fc.tuple(recalls, fc.integer({ max: 40 * DAY, min: 0 })), { maxLength: 6 }), async (history) => {
					const [userId, question] = [id('user'), id('question')];
					expect(await store.addReviewCards(userId, [question, question], NOW)).toBe(1);
					expect(await store.listReviewCards(userId)).toEqual([newCard(question, NOW)]);
					let at = NOW;
					for (const [recall, passed] of history) {
						at += passed;
						const [before] = (await store.listReviewCards(userId)) as [ReviewCard];
						const after = reviewed(before, recall, at);
						expect(await store.saveReview({ after, at, before, recall, took: 1234, userId })).toBe(true);
						expect(await store.listReviewCards(userId)).toEqual([after]);
					}
					expect((await store.countReviews(userId, 0)).reviews).toBe(history.length);
				}),
				{ numRuns: 15 },
			);
		});

		test('a review that is undone leaves the card exactly as it was, after a restart too, and once', async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.array(fc.tuple(fc.constantFrom<Recall>('again', 'hard', 'good', 'easy'), fc.integer({ max: 40 * DAY, min: 1 })), {
						maxLength: 6,
						minLength: 1,
					}),
					async (steps) => {
						const [userId, question] = [id('user'), id('question')];
						await store.addReviewCards(userId, [question], NOW);
						let at = NOW;
						const states: ReviewCard[] = [(await store.listReviewCards(userId))[0]!];
						for (const [recall, wait] of steps) {
							at += wait;
							const before = states.at(-1)!;
							const after = reviewed(before, recall, at);
							expect(await store.saveReview({ after, at, before, recall, userId })).toBe(true);
							states.push(after);
						}
						const last = states.at(-1)!;
						const [before, other] = [states.at(-2)!, database.store()];
						const reviews = async () => (await store.countReviews(userId, 0)).reviews;
						expect(await reviews()).toBe(steps.length);
						// A review before the last one cannot be undone.
						expect(await store.undoReview({ question, reps: before.reps, userId })).toBeUndefined();
						const undone = await Promise.all([store, other].map((it) => it.undoReview({ question, reps: last.reps, userId })));
						expect(undone.filter((it) => it !== undefined)).toEqual([before]);
						expect(await store.listReviewCards(userId)).toEqual([before]);
						expect(await reviews()).toBe(steps.length - 1);
						expect(await store.undoReview({ question, reps: before.reps, userId })).toBeUndefined();
						// Rated again, it goes on as if nothing had been.
						expect(await store.saveReview({ after: last, at, before, recall: steps.at(-1)![0], userId })).toBe(true);
						expect(await store.listReviewCards(userId)).toEqual([last]);
					},
				),
				{ numRuns: 15 },
			);
		});

		test('two presses at once count once, by whatever connection', async () => {
			const userId = id('user');
			await store.addReviewCards(userId, ['q'], NOW);
			const before = newCard('q', NOW);
			const other = database.store();
			const saved = await Promise.all(
				(['again', 'good', 'good', 'easy'] as const).map((recall, index) =>
					(index % 2 ? store : other).saveReview({ after: reviewed(before, recall, NOW), at: NOW + index, before, recall, userId }),
				),
			);
			expect(saved.filter(Boolean)).toHaveLength(1);
			expect((await store.listReviewCards(userId))[0]?.reps).toBe(1);
			expect((await store.countReviews(userId, 0)).reviews).toBe(1);
		});

		test('adding again leaves the schedule as it is, and a card that was dropped begins anew', async () => {
			const userId = id('user');
			await store.addReviewCards(userId, ['q', 'r'], NOW);
			const before = newCard('q', NOW);
			const after = reviewed(before, 'easy', NOW);
			await store.saveReview({ after, at: NOW, before, recall: 'easy', userId });
			expect(await store.addReviewCards(userId, ['q', 's'], NOW + DAY)).toBe(1);
			expect((await store.listReviewCards(userId)).find(({ question }) => question === 'q')).toEqual(after);
			expect(await store.dropReviewCards(userId, ['q', 'none'])).toBe(1);
			expect(await store.saveReview({ after: reviewed(after, 'good', NOW + DAY), at: NOW, before: after, recall: 'good', userId })).toBe(
				false,
			);
			await store.addReviewCards(userId, ['q'], NOW);
			expect(await store.saveReview({ after, at: NOW, before, recall: 'easy', userId })).toBe(true);
		});

		test('what is longest due comes first, and everybody has their own', async () => {
			const userId = id('user');
			await store.addReviewCards(userId, ['b', 'a'], NOW);
			await store.addReviewCards(userId, ['c'], NOW - DAY);
			await store.addReviewCards(userId, ['d'], NOW + DAY);
			expect((await store.listReviewCards(userId)).map(({ question }) => question)).toEqual(['c', 'b', 'a', 'd']);
			expect(await store.listReviewCards(id('user'))).toEqual([]);
		});

		test('the days of reviewing and their counts follow from the log', async () => {
			const userId = id('user');
			const times = [NOW - 2 * DAY, NOW - DAY, NOW - DAY + 1000, NOW];
			await store.addReviewCards(userId, ['q'], NOW - 3 * DAY);
			let card = newCard('q', NOW - 3 * DAY);
			for (const [index, at] of times.entries()) {
				const recall = index === 1 ? 'again' : 'good';
				const after = reviewed(card, recall, at);
				await store.saveReview({ after, at, before: card, recall, userId });
				card = after;
			}
			const quarter = 900_000;
			expect(await store.reviewTimes(userId)).toEqual([times[0], times[1], times[3]].map((time) => Math.floor(time! / quarter) * quarter));
			expect(await store.countReviews(userId, 0)).toEqual({ introduced: 1, remembered: 3, reviews: 4 });
			expect(await store.countReviews(userId, NOW)).toEqual({ introduced: 0, remembered: 1, reviews: 1 });
		});
	});
});
