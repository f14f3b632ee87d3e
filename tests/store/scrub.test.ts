/** Taking what was deleted out of the files holds nobody up for longer than it must. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createStore, type Store } from '../../src/store/index.ts';

/** Threads that were started, and how many of them at once. */
const threads = vi.hoisted(() => ({ before: () => undefined as unknown, most: 0, now: 0, started: 0 }));
vi.mock('node:worker_threads', async (original) => {
	const module = await original<typeof import('node:worker_threads')>();
	class Worker extends module.Worker {
		constructor(...args: ConstructorParameters<typeof module.Worker>) {
			threads.before();
			super(...args);
			threads.started += 1;
			threads.now += 1;
			threads.most = Math.max(threads.most, threads.now);
			this.once('exit', () => {
				threads.now -= 1;
			});
		}
	}
	return { ...module, Worker };
});

let folder: string;
let path: string;
let store: Store;
const others: DatabaseSync[] = [];

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'variorum-scrub-'));
});
beforeEach(({ task }) => {
	path = join(folder, `${task.id}.sqlite`);
	store = createStore({ url: `sqlite:${path}` });
	Object.assign(threads, { before: () => undefined, most: 0, now: 0, started: 0 });
});
afterEach(async () => {
	for (const other of others.splice(0)) other.close();
	await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const leaveTraceOf = (user: string) => store.takeToken(user, 'file', { burst: 5, perHour: 5 });
const another = () => {
	const other = new DatabaseSync(path);
	others.push(other);
	return other;
};

test('those who ask at once share it, and no two run at a time', async () => {
	const users = Array.from({ length: 12 }, (_, index) => `user-${index}`);
	for (const user of users) await leaveTraceOf(user);
	await Promise.all(users.map(async (user) => void (await store.eraseUser(user))));
	expect(threads).toMatchObject({ most: 1, now: 0 });
	expect(threads.started).toBeLessThan(users.length);
});

test('whoever has nothing to erase starts none', async () => {
	expect(Object.values(await store.eraseUser('nobody')).every((rows) => rows === 0)).toBe(true);
	expect(threads.started).toBe(0);
});

test('what is written meanwhile waits for it, however long it takes', async () => {
	await leaveTraceOf('user');
	// As long as it cannot begin, it runs.
	const other = another();
	threads.before = () => other.exec('begin immediate');
	const erasing = store.eraseUser('user');
	await expect.poll(() => threads.started).toBe(1);
	const writing = leaveTraceOf('user');
	await sleep(6_000);
	other.exec('rollback');
	expect((await writing).allowed).toBe(true);
	await erasing;
});

test('it does not hold up others while it waits for somebody who reads', async () => {
	await leaveTraceOf('user');
	const reader = another();
	reader.exec('begin');
	reader.prepare('select count(*) from rate_limits').get();
	const erasing = store.eraseUser('user');
	await expect.poll(() => threads.started).toBe(1);
	await sleep(500);
	const started = performance.now();
	expect((await leaveTraceOf('user')).allowed).toBe(true);
	expect(performance.now() - started).toBeLessThan(3_000);
	expect(threads.now).toBe(1);
	reader.exec('commit');
	await erasing;
});
