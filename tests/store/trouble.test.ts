/** What goes wrong with a database is said in plain words: the place, the reason, the remedy, and no credentials. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StartError } from '../../src/start-error.ts';
import { explain, StoreError } from '../../src/store/explain.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { LATEST_VERSION } from '../../src/store/migrations.ts';
import { placeOf } from '../../src/store/place.ts';
import { onBothDatabases, onDatabases, postgresServer } from './databases.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'variorum-trouble-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const failure = async (url: string, act: (store: Store) => Promise<unknown> = (store) => store.check()): Promise<Error> => {
	const store = createStore({ url });
	const error: unknown = await act(store).then(
		() => undefined,
		(it: unknown) => it,
	);
	await store.close();
	expect(error).toBeInstanceOf(Error);
	return error as Error;
};

describe('where it is', () => {
	test.each([
		['sqlite:/var/lib/variorum.sqlite', 'sqlite', '/var/lib/variorum.sqlite'],
		['sqlite:///var/lib/variorum.sqlite', 'sqlite', '/var/lib/variorum.sqlite'],
		['sqlite:here.sqlite', 'sqlite', join(process.cwd(), 'here.sqlite')],
		['sqlite::memory:', 'memory', 'memory'],
		['postgres://me:secret@db.example:5433/variorum?sslmode=require', 'postgres', 'postgres://db.example:5433/variorum'],
		['postgresql://me:secret@db.example/variorum', 'postgres', 'postgres://db.example/variorum'],
		['postgres://me:se#cret@db.example/variorum', 'postgres', 'the PostgreSQL server'],
	])('%s', (url, kind, shown) => {
		expect(placeOf(url)).toMatchObject({ kind, shown });
		expect(createStore({ url }).place).not.toMatch(/secret|se#cret|\bme\b/);
	});
});

describe('SQLite', () => {
	test('a start makes no file; the first call does', async () => {
		const path = join(folder, 'new.sqlite');
		const store = createStore({ url: `sqlite:${path}` });
		await store.check();
		expect(existsSync(path)).toBe(false);
		await store.readSettings('guild');
		expect(existsSync(path)).toBe(true);
		await store.check();
		await store.close();
		await expect(store.readSettings('guild')).rejects.toThrow('the store is closed');
	});

	test('what is only in memory is gone with the store', async () => {
		const [one, other] = [createStore({ url: 'sqlite::memory:' }), createStore({ url: 'sqlite::memory:' })];
		await one.changeSetting('guild', 'factcheckUsers', 'moderators');
		expect((await one.readSettings('guild')).factcheckUsers).toBe('moderators');
		expect((await other.readSettings('guild')).factcheckUsers).toBe('everyone');
		await Promise.all([one.close(), other.close()]);
	});

	test.each<[string, () => string, RegExp]>([
		[
			'a folder that is not there',
			() => join(folder, 'nowhere', 'a.sqlite'),
			/nowhere\/a\.sqlite cannot be opened\. Check that its folder exists/,
		],
		['a file as a folder', () => join(import.meta.filename, 'a.sqlite'), /cannot be opened/],
		['a folder as a file', () => folder, /cannot be opened/],
		[
			'another file',
			() => {
				const path = join(folder, 'text.sqlite');
				writeFileSync(path, 'Dear diary, today I was not a database. '.repeat(100));
				return path;
			},
			/text\.sqlite is no SQLite database\. Set DATABASE_URL to another file/,
		],
		[
			'a damaged file',
			() => {
				const path = join(folder, 'damaged.sqlite');
				writeFileSync(
					path,
					Buffer.concat([Buffer.from('SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20', 'latin1'), Buffer.alloc(8168, 0xff)]),
				);
				return path;
			},
			/damaged\.sqlite is (?:damaged|no SQLite database)/,
		],
	])('%s is named, at a start and later', async (_, path, reason) => {
		const url = `sqlite:${path()}`;
		const error = await failure(url);
		expect(error).toBeInstanceOf(StartError);
		expect(error.message).toMatch(reason);
		const later = await failure(url, (store) => store.readSettings('guild'));
		expect(later).toBeInstanceOf(StoreError);
		expect(later.message).toMatch(reason);
	});

	test('a full disk is named', () => {
		const database = new DatabaseSync(join(folder, 'full.sqlite'));
		database.exec('create table t (a); pragma max_page_count = 4');
		let error: unknown;
		try {
			database.prepare('insert into t values (zeroblob(100000))').run();
		} catch (it) {
			error = it;
		}
		database.close();
		const explained = explain(error, placeOf('sqlite:/data/a.sqlite')) as Error;
		expect(explained.message).toBe(
			'The disk is full: the database /data/a.sqlite cannot grow. Free some space, or set DATABASE_URL to a file on another disk.',
		);
	});

	test('one that another program holds is waited for, then named', async () => {
		const path = join(folder, 'held.sqlite');
		const store = createStore({ url: `sqlite:${path}` });
		await store.readSettings('guild');
		const other = new DatabaseSync(path);
		other.exec('begin immediate');
		const writing = store.changeSetting('guild', 'factcheckPosts', 'off');
		writing.catch(() => undefined);
		// Everything else goes on meanwhile.
		const started = performance.now();
		await sleep(50);
		expect(performance.now() - started).toBeLessThan(2000);
		await expect(writing).rejects.toThrow(/held by another program/);
		other.exec('rollback');
		other.close();
		await store.changeSetting('guild', 'factcheckPosts', 'off');
		await store.close();
	});

	test('a database that could not be opened is tried again', async () => {
		const path = join(folder, 'later', 'a.sqlite');
		const store = createStore({ url: `sqlite:${path}` });
		await expect(store.readSettings('guild')).rejects.toThrow(StoreError);
		const { mkdirSync } = await import('node:fs');
		mkdirSync(join(folder, 'later'));
		expect((await store.readSettings('guild')).factcheckPosts).toBe('allowed');
		await store.close();
	});
});

describe('PostgreSQL', () => {
	let url: URL;
	beforeAll(async () => {
		const answer = await postgresServer();
		if ('url' in answer) url = new URL(answer.url);
	}, 120_000);
	beforeEach((context) => {
		if (!url) context.skip('there is no PostgreSQL for this platform');
	});

	const changed = (change: (it: URL) => void): string => {
		const it = new URL(url);
		change(it);
		return it.href;
	};

	test.each<[string, (it: URL) => void, RegExp]>([
		[
			'a wrong password',
			(it) => {
				it.password = 'hunter2';
			},
			/does not accept the password\. Write the user and the password/,
		],
		[
			'an unknown user',
			(it) => {
				it.username = 'nobody-known';
			},
			/does not (?:accept the password|let this user in)/,
		],
		[
			'no password',
			(it) => {
				it.password = '';
			},
			/does not accept the password/,
		],
		[
			'an unknown database',
			(it) => {
				it.pathname = '/nowhere';
			},
			/\/nowhere does not exist: .* Create it/,
		],
		[
			'a host that is not there',
			(it) => {
				it.hostname = 'nowhere.invalid';
			},
			/nowhere\.invalid:\d+\/postgres cannot be reached \(E[A-Z_]+\)\. Check the host/,
		],
	])('%s is named, and no credentials are', async (_, change, reason) => {
		const error = await failure(changed(change));
		expect(error).toBeInstanceOf(StartError);
		expect(error.message).toMatch(reason);
		expect(error.message).not.toMatch(/hunter2|only-for-tests|tester|nobody-known/);
	});

	test('a port where nobody listens is named', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		expect(
			(
				await failure(
					changed((it) => {
						it.port = String(port);
					}),
				)
			).message,
		).toContain(`127.0.0.1:${port}/postgres cannot be reached (ECONNREFUSED)`);
	});

	test('a server that says nothing is given up', async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		const { port } = server.address() as AddressInfo;
		expect(
			(
				await failure(
					changed((it) => {
						it.port = String(port);
					}),
				)
			).message,
		).toContain('cannot be reached (no answer in time)');
		server.close();
	});
});

onBothDatabases((database, skipWhereMissing) => {
	beforeEach(skipWhereMissing);

	test('a database of a newer version is left alone', async () => {
		const store = database.store();
		await store.readSettings('guild');
		await store.changeSetting('guild', 'factcheckPosts', 'off');
		await database.query(`insert into store_version (version, applied_at) values (${LATEST_VERSION + 3}, 0)`);
		const error = await failure(database.url);
		expect(error).toBeInstanceOf(StartError);
		expect(error.message).toMatch(/written by a newer Variorum: it has version \d+, and this one knows \d+\. Update Variorum/);
		expect(await failure(database.url, (it) => it.readSettings('guild'))).toBeInstanceOf(StartError);
		await database.query(`delete from store_version where version > ${LATEST_VERSION}`);
		await expect(database.store().check()).resolves.toBeUndefined();
	});

	/** As the log was when a message was in it once, whatever was saved of it. */
	async function forgetVersionsOfTheLog(): Promise<void> {
		await database.query('drop index factcheck_log_by_message');
		await database.query('alter table factcheck_log drop column versions_key');
	}

	test('what was saved before there were versions is kept as the first, and is there once', async () => {
		const saved = {
			claims: [{ text: 'a claim' }],
			guildId: 'guild',
			message: { id: 'message', url: 'url' },
			savedBy: 'user',
			text: 'text',
		};
		const store = database.store();
		const { id } = await store.saveFactcheck(saved);
		await store.close();
		await forgetVersionsOfTheLog();
		await database.query(`update factcheck_log set message_key = 'message' where id = '${id}'`);
		await database.query(`delete from store_version where version > 7`);
		const again = database.store();
		expect(await again.saveFactcheck(saved)).toEqual({ id, isNew: false, isVersion: false });
		const edited = await again.saveFactcheck({ ...saved, text: 'edited' });
		expect(edited).toMatchObject({ isNew: true, isVersion: true });
		expect((await again.findFactcheck('guild', id))?.versions).toEqual([id, edited.id]);
	});

	test('what was filed before requests had a kind is kept, as a wish for what is missing', async () => {
		const store = database.store();
		await store.fileRequest({ guildId: 'guild', key: 'horses', text: 'How many horses died?' });
		await store.close();
		for (const column of ['kind', 'entry_id']) await database.query(`alter table factcheck_requests drop column ${column}`);
		await forgetVersionsOfTheLog();
		await database.query(`alter table factcheck_log drop column is_extract`);
		await database.query(`delete from store_version where version > 5`);
		const again = database.store();
		expect(await again.listRequests()).toMatchObject([{ guilds: 1, key: 'horses', kind: 'uncovered', text: 'How many horses died?' }]);
		expect((await again.fileRequest({ guildId: 'guild', key: 'horses', text: 'again' })).counted).toBe(false);
	});

	test('both databases have the same tables', async () => {
		await database.store().readSettings('guild');
		const tables = [...(await database.tables())].map(([table, columns]) => [table, [...columns].sort()] as const);
		expect(Object.fromEntries(tables.sort())).toMatchInlineSnapshot(`
			{
			  "factcheck_log": [
			    "author_id",
			    "claims",
			    "deleted_at",
			    "guild_id",
			    "id",
			    "is_extract",
			    "message_key",
			    "message_text",
			    "message_url",
			    "saved_at",
			    "saved_by",
			    "versions_key",
			  ],
			  "factcheck_request_guilds": [
			    "claim_key",
			    "filed_at",
			    "guild_hash",
			  ],
			  "factcheck_requests": [
			    "claim_key",
			    "claim_text",
			    "entry_id",
			    "first_at",
			    "guilds",
			    "kind",
			    "last_at",
			    "status",
			  ],
			  "guild_settings": [
			    "changed_at",
			    "guild_id",
			    "setting",
			    "value",
			  ],
			  "quiz_events": [
			    "body",
			    "happened_at",
			    "quiz_id",
			    "round",
			    "seq",
			    "type",
			  ],
			  "quiz_messages": [
			    "channel_id",
			    "message_id",
			    "name",
			    "quiz_id",
			    "reply_token",
			    "reply_until",
			  ],
			  "quiz_players": [
			    "invited",
			    "joined_at",
			    "name",
			    "quiz_id",
			    "team",
			    "user_id",
			  ],
			  "quiz_presses": [
			    "given",
			    "hints",
			    "press_key",
			    "pressed_at",
			    "quiz_id",
			    "round",
			    "user_id",
			  ],
			  "quiz_results": [
			    "bonus",
			    "given",
			    "hints",
			    "marks",
			    "quiz_id",
			    "round",
			    "took",
			    "user_id",
			  ],
			  "quizzes": [
			    "channel_id",
			    "closed_at",
			    "created_at",
			    "due_at",
			    "ended_at",
			    "guild_id",
			    "held_channel",
			    "host_id",
			    "id",
			    "language",
			    "mode",
			    "questions",
			    "seq",
			    "settings",
			    "tended_until",
			    "tender",
			  ],
			  "rate_limits": [
			    "action",
			    "tokens",
			    "updated_at",
			    "user_id",
			  ],
			  "review_cards": [
			    "added_at",
			    "difficulty",
			    "due_at",
			    "elapsed_days",
			    "lapses",
			    "last_review_at",
			    "learning_steps",
			    "question_id",
			    "reps",
			    "scheduled_days",
			    "stability",
			    "state",
			    "user_id",
			  ],
			  "review_log": [
			    "card_before",
			    "question_id",
			    "recall",
			    "review",
			    "reviewed_at",
			    "scheduled_days",
			    "state",
			    "took_ms",
			    "user_id",
			  ],
			  "store_facts": [
			    "name",
			    "value",
			  ],
			  "store_version": [
			    "applied_at",
			    "version",
			  ],
			  "study_answers": [
			    "answered_at",
			    "channel_id",
			    "counted_on",
			    "guild_id",
			    "known",
			    "mode",
			    "points",
			    "question_id",
			    "quiz_id",
			    "round",
			    "user_id",
			  ],
			  "study_profiles": [
			    "changed_at",
			    "new_per_day",
			    "public_name",
			    "time_zone",
			    "user_id",
			  ],
			  "study_questions": [
			    "asked",
			    "missed",
			    "question_id",
			  ],
			  "study_totals": [
			    "answered",
			    "known",
			    "period",
			    "points",
			    "scope",
			    "user_id",
			  ],
			}
		`);
	});
});

onDatabases(['PostgreSQL'], (database, skipWhereMissing) => {
	beforeEach(skipWhereMissing);

	test('a connection that broke is made anew, and the loss is told', async () => {
		const lost: Error[] = [];
		const store = database.store({ onConnectionLost: (error) => lost.push(error) });
		await store.readSettings('guild');
		const broken = await database.query(
			'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
		);
		expect(broken.length).toBeGreaterThan(0);
		// One that is not known to be broken yet would be used again.
		await expect.poll(() => lost.length).toBe(broken.length);
		await store.readSettings('guild');
	});
});
