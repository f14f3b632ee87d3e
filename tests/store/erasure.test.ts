/** Who has their data deleted is in no table any more, and on SQLite in no byte of its files. */
import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { reviewed } from '../../src/quiz/review.ts';
import type { Store } from '../../src/store/index.ts';
import { newCard } from '../quiz/new-card.ts';
import { onBothDatabases, onDatabases } from './databases.ts';
import { leaveQuizTraces } from './quiz-traces.ts';
import { leaveStudyTraces } from './study-traces.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const clock = () => new Date(NOW);
const GONE = '100000000000000777';
const STAYS = '100000000000000888';

/** A life of this person: something in every table, and much of it in some, so that rows move from page to page. */
async function live(store: Store, userId: string): Promise<void> {
	await leaveStudyTraces(store, userId, NOW);
	await leaveQuizTraces(store, userId, NOW);
	await store.takeToken(userId, 'file', { burst: 5, perHour: 5 });
	await store.saveFactcheck({
		authorId: userId,
		claims: [],
		guildId: 'guild',
		message: { id: `message-of-${userId}`, url: 'https://discord.com/channels/1/2/3' },
		savedBy: 'moderator',
		text: 'text',
	});
	for (let quiz = 0; quiz < 30; quiz += 1)
		await store.recordAnswers(
			Array.from({ length: 10 }, (_, round) => ({
				at: NOW + quiz,
				channelId: `channel-${quiz % 3}`,
				guildId: `guild-${quiz % 2}`,
				known: round % 2 === 0,
				mode: 'channel',
				points: 50,
				questionId: `question-${quiz}-${round}`,
				quizId: `many-${quiz}`,
				round,
				userId,
			})),
		);
	await store.addReviewCards(
		userId,
		Array.from({ length: 200 }, (_, index) => `many-${index}.date.x`),
		NOW,
	);
	for (let index = 0; index < 60; index += 1) {
		const before = newCard(`many-${index}.date.x`, NOW);
		await store.saveReview({ after: reviewed(before, 'good', NOW), at: NOW + index, before, recall: 'good', userId });
	}
	await store.changeStudyProfile(userId, { publicName: `Name of ${userId}` });
	await store.changeStudyProfile(userId, { publicName: `Newer and longer name of ${userId}` });
}

onBothDatabases((database, skipWhereMissing) => {
	beforeEach(skipWhereMissing);

	test('no table knows them any more, and all that was of others is as it was', async () => {
		const store = database.store({ clock });
		await live(store, GONE);
		await live(store, STAYS);
		const before = await store.exportUser(STAYS);
		const rows = Object.values(await store.eraseUser(GONE)).reduce((sum, count) => sum + count, 0);
		expect(rows).toBeGreaterThan(500);
		for (const table of (await database.tables()).keys())
			expect(JSON.stringify(await database.query(`select * from ${table}`)), table).not.toContain(GONE);
		expect(await store.exportUser(STAYS)).toEqual(before);
		expect(Object.values(await store.exportUser(GONE)).flat()).toEqual([]);
		const board = await store.leaderboard({ now: NOW, period: 'all-time', scope: { type: 'everywhere' }, userId: GONE });
		expect([board.own, board.players]).toEqual([undefined, 1]);
	}, 60_000);

	test('they can begin anew, as somebody who was never there', async () => {
		const store = database.store({ clock });
		await live(store, GONE);
		await store.eraseUser(GONE);
		expect(await store.readStudyProfile(GONE)).toEqual({});
		expect(await store.addReviewCards(GONE, ['many-1.date.x'], NOW)).toBe(1);
		expect(await store.listReviewCards(GONE)).toEqual([newCard('many-1.date.x', NOW)]);
		await store.eraseUser(GONE);
	}, 60_000);
});

onDatabases(['SQLite'], (database) => {
	const files = () => ['', '-wal', '-shm'].map((end) => database.url.replace('sqlite:', '') + end).filter((file) => existsSync(file));
	const timesIn = (file: string, word: string) => readFileSync(file).toString('latin1').split(word).length - 1;

	describe('the files', () => {
		test('hold not a byte of them, neither in pages that were given up nor in the log', async () => {
			const store = database.store({ clock });
			await live(store, STAYS);
			await live(store, GONE);
			expect(files().reduce((sum, file) => sum + timesIn(file, GONE), 0)).toBeGreaterThan(500);
			await store.eraseUser(GONE);
			for (const file of files()) expect(timesIn(file, GONE), file).toBe(0);
			expect(timesIn(files()[0]!, STAYS)).toBeGreaterThan(500);
		}, 60_000);

		test('are waited for while somebody else reads them', async () => {
			const store = database.store({ clock });
			await live(store, GONE);
			const reader = new DatabaseSync(database.url.replace('sqlite:', ''));
			reader.exec('begin');
			reader.prepare('select count(*) from study_answers').get();
			let isDone = false;
			const erasing = store.eraseUser(GONE).then(() => {
				isDone = true;
			});
			await sleep(300);
			expect(isDone).toBe(false);
			reader.exec('commit');
			reader.close();
			await erasing;
			for (const file of files()) expect(timesIn(file, GONE), file).toBe(0);
		}, 60_000);
	});
});
