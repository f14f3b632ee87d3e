/** Nothing acknowledged is lost, nothing is counted twice: several connections, several processes, and a sudden end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LATEST_VERSION } from '../../src/store/migrations.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { onBothDatabases, onDatabases } from './databases.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
const children: ChildProcess[] = [];

/** Acknowledgements of a writer: `new` or `known`, which message, and its id in the log. */
interface Line {
	readonly id: string;
	readonly message: string;
	readonly word: string;
}

function startWriter(
	url: string,
	guild: string,
	first: number,
	count: number,
	onLine: (lines: readonly Line[], child: ChildProcess) => void = () => undefined,
) {
	const child = spawn(process.execPath, [WRITER, url, guild, String(first), String(count)], {
		env: { ...process.env, NODE_OPTIONS: '' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	children.push(child);
	const lines: Line[] = [];
	createInterface({ input: child.stdout }).on('line', (line) => {
		const [word = '', message = '', id = ''] = line.split(' ');
		if (word !== 'open') lines.push({ id, message, word });
		onLine(lines, child);
	});
	return { done: once(child, 'close').then(() => lines) };
}

afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
});

onBothDatabases((database, skipWhereMissing) => {
	beforeEach(skipWhereMissing);

	describe('many at once', () => {
		test('two processes that begin with an empty database make its tables once', async () => {
			const writers = [startWriter(database.url, 'empty', 0, 5), startWriter(database.url, 'empty', 0, 5)];
			const lines = (await Promise.all(writers.map(({ done }) => done))).flat();
			expect(lines).toHaveLength(10);
			const versions = await database.query('select version from store_version order by version');
			expect(versions.map(({ version }) => Number(version))).toEqual(Array.from({ length: LATEST_VERSION }, (_, index) => index + 1));
		});

		test('two processes that save the same messages save each once', async () => {
			const writers = [startWriter(database.url, 'race', 0, 60), startWriter(database.url, 'race', 0, 60)];
			const lines = (await Promise.all(writers.map(({ done }) => done))).flat();
			const fresh = lines.filter(({ word }) => word === 'new');
			expect(new Set(fresh.map(({ message }) => message)).size).toBe(60);
			expect(fresh).toHaveLength(60);
			for (const { id, message } of lines) expect(fresh.find((line) => line.message === message)?.id).toBe(id);
			expect(await database.store().countFactchecks('race')).toBe(60);
		});

		test('a hundred requests over two connections are all counted, each once', async () => {
			const stores = [database.store(), database.store()];
			const filed = await Promise.all(
				Array.from({ length: 100 }, (_, index) =>
					stores[index % 2]!.fileRequest({ guildId: `guild-${index % 50}`, key: 'the claim', text: 'The claim' }),
				),
			);
			expect(filed.filter(({ counted }) => counted)).toHaveLength(50);
			expect(filed.filter(({ isNew }) => isNew)).toHaveLength(1);
			expect(Math.max(...filed.map(({ guilds }) => guilds))).toBe(50);
			expect(await stores[0]!.listRequests()).toMatchObject([{ guilds: 50, key: 'the claim' }]);
		});
	});

	describe('a sudden end', () => {
		test.each([1, 7, 40])('killed after %d acknowledgements, it has lost none of them', async (count) => {
			const guild = `killed-${count}`;
			const lines = await startWriter(database.url, guild, 0, 100_000, (so, child) => {
				if (so.length >= count) child.kill('SIGKILL');
			}).done;
			expect(lines.length).toBeGreaterThanOrEqual(count);
			const store = database.store();
			const kept = await store.listFactchecks(guild, { limit: 100_000 });
			expect(lines.filter(({ id }) => !kept.some((entry) => entry.id === id))).toEqual([]);
			// One may have been written whose acknowledgement did not get out any more.
			expect(kept.length - lines.length).toBeGreaterThanOrEqual(0);
			for (const { text } of kept) expect(text).toHaveLength(2000);
			const next = await startWriter(database.url, guild, 0, kept.length + 1).done;
			expect(next.filter(({ word }) => word === 'new')).toHaveLength(1);
		});
	});
});

onDatabases(['SQLite'], (database) => {
	test('it writes through to the disk before it acknowledges', async () => {
		const backend = await openSqlite(database.url.replace('sqlite:', ''));
		await backend.exclusively(async (query) => {
			expect(await query('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
			expect(await query('pragma synchronous')).toEqual([{ synchronous: 2 }]);
			expect(await query('pragma foreign_keys')).toEqual([{ foreign_keys: 1 }]);
		});
		await backend.close();
	});

	test('a statement by itself is no part of a transaction that is open meanwhile', async () => {
		const backend = await openSqlite(database.url.replace('sqlite:', ''));
		await backend.query('create table notes (note)');
		const gate = Promise.withResolvers<never>();
		const undone = backend.exclusively(async (query) => {
			await query(`insert into notes values ('undone')`);
			await gate.promise;
		});
		const kept = backend.query(`insert into notes values ('kept')`);
		gate.reject(new Error('on purpose'));
		await expect(undone).rejects.toThrow('on purpose');
		await kept;
		expect(await backend.query('select note from notes')).toEqual([{ note: 'kept' }]);
		await backend.close();
	});
});
