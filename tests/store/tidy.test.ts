/** What is promised to be forgotten is: at the start and every day, whether or not anybody asks for anything. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { onBothDatabases } from './databases.ts';
import { createSmallQuiz, leaveQuizTraces } from './quiz-traces.ts';
import { leaveStudyTraces } from './study-traces.ts';

const DAY = 24 * 3_600_000;
const START = Date.UTC(2026, 0, 5, 12);
const QUIZ_TABLES = ['quizzes', 'quiz_events', 'quiz_messages', 'quiz_players', 'quiz_presses', 'quiz_results'];
let now = START;
const clock = () => new Date(now);

onBothDatabases((database, skipWhereMissing) => {
	beforeEach((context) => {
		skipWhereMissing(context);
		now = START;
		vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
	});
	afterEach(async () => {
		vi.useRealTimers();
		for (const table of ['quizzes', 'rate_limits']) await database.query(`delete from ${table}`);
	});

	const countIn = async (table: string) => (await database.query(`select * from ${table}`)).length;
	/** Something in every table of quizzes, all of which have ended by now, and a bucket. */
	const leaveTraces = async (store: Store) => {
		await leaveQuizTraces(store, 'user', now);
		await createSmallQuiz(store, `shown ${now}`, now);
		await store.keepQuizMessage(`shown ${now}`, 'round-0', { channelId: 'c', messageId: 'm' });
		for (const { id } of await database.query('select id from quizzes where ended_at is null'))
			await store.changeQuiz(String(id), () => ({ events: [{ at: now, type: 'ended', why: 'finished' }] }));
		await store.takeToken('user', 'file', { burst: 5, perHour: 5 });
	};
	/** Time enough for what would be forgotten to be so. */
	const settle = () => new Promise((resolve) => setTimeout(resolve, 300));

	test('by a start that finds a database, with all that belongs to it, before anybody asks for anything', async () => {
		const store = database.store({ clock });
		await leaveTraces(store);
		await leaveStudyTraces(store, 'user', now);
		await store.close();
		const answers = await countIn('study_answers');
		for (const table of QUIZ_TABLES) expect(await countIn(table), table).toBeGreaterThan(0);
		now += 31 * DAY;
		await database.store({ clock }).check();
		await expect.poll(() => countIn('rate_limits')).toBe(0);
		for (const table of QUIZ_TABLES) await expect.poll(() => countIn(table), { message: table }).toBe(0);
		expect([answers > 0, await countIn('study_answers')]).toEqual([true, answers]);
	});

	test('every day from then on, and nothing before its time', async () => {
		const store = database.store({ clock });
		await leaveTraces(store);
		await createSmallQuiz(store, 'goes on', START);
		now = START + 6 * DAY;
		vi.advanceTimersByTime(DAY);
		await settle();
		expect(await countIn('rate_limits')).toBe(1);
		now = START + 8 * DAY;
		vi.advanceTimersByTime(DAY);
		await expect.poll(() => countIn('rate_limits')).toBe(0);
		now = START + 29 * DAY;
		vi.advanceTimersByTime(DAY);
		await settle();
		expect(await countIn('quiz_results')).toBeGreaterThan(0);
		now = START + 31 * DAY;
		vi.advanceTimersByTime(DAY);
		await expect.poll(() => countIn('quiz_results')).toBe(0);
		expect(await database.query('select id from quizzes')).toEqual([{ id: 'goes on' }]);
	});

	test('more than is forgotten at a time', async () => {
		const store = database.store({ clock });
		await store.readSettings('guild');
		const rows = Array.from({ length: 450 }, (_, user) => `('user ${user}', 'file', 1, ${START})`);
		await database.query(`insert into rate_limits (user_id, action, tokens, updated_at) values ${rows}`);
		now += 8 * DAY;
		vi.advanceTimersByTime(DAY);
		await expect.poll(() => countIn('rate_limits')).toBe(0);
	});

	test('what cannot be forgotten is told, and tried again', async () => {
		const onTidyFailed = vi.fn();
		const store = database.store({ clock, onTidyFailed });
		await store.takeToken('user', 'file', { burst: 5, perHour: 5 });
		// The first time was at the opening.
		await settle();
		await database.query('alter table rate_limits rename to mislaid');
		now += 8 * DAY;
		vi.advanceTimersByTime(DAY);
		await expect.poll(() => onTidyFailed.mock.calls.length).toBe(1);
		await database.query('alter table mislaid rename to rate_limits');
		vi.advanceTimersByTime(DAY);
		await expect.poll(() => countIn('rate_limits')).toBe(0);
		expect(onTidyFailed).toHaveBeenCalledOnce();
	});
});
