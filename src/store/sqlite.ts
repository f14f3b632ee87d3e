/** SQLite in one file, by the module that comes with Node. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { DatabaseConnection, Dialect, SqliteDatabase } from 'kysely';
import type { Backend } from './backend.ts';
import { VERSION_TABLE } from './migrations.ts';

/** How long to wait for another process that is writing, and how long between two looks. */
const PATIENCE_MILLISECONDS = 5000;
const PAUSE_MAX_MILLISECONDS = 20;
const SQLITE_BUSY = 5;

type Patiently = <T>(run: () => Promise<T> | T) => Promise<T>;

/**
 * Checks that a database can be at `path`, and creates none. Throws a Node error where it cannot; whether a file that is
 * there holds a database is found out when it is opened.
 */
export function checkPath(path: string): void {
	if (existsSync(path)) accessSync(path, constants.R_OK | constants.W_OK);
	// Only a folder can be gone through: this fails for anything else.
	accessSync(`${dirname(path)}/`, constants.R_OK | constants.W_OK | constants.X_OK);
}

/** Opens the file, or creates it. */
export async function openSqlite(path: string): Promise<Backend> {
	const { DatabaseSync } = await import('node:sqlite');
	const scrubber = createScrubber(path);
	/** Tries again, with pauses, for as long as another connection is writing. Scrubbing is no stranger's doing: it is waited for to its end. */
	const patiently: Patiently = async (run) => {
		let started = performance.now();
		for (;;) {
			try {
				return await run();
			} catch (error) {
				if (scrubber.isRunning()) started = performance.now();
				if (!isBusy(error) || performance.now() - started > PATIENCE_MILLISECONDS) throw error;
				// At random, so that two that wait do not go on meeting.
				await sleep(1 + Math.random() * PAUSE_MAX_MILLISECONDS);
			}
		}
	};
	// SQLite itself would wait without letting anything else happen in this process.
	const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: 0 });
	try {
		// Readers do not wait for a writer, nor does a writer for them. It stays so in the file.
		await patiently(() => database.exec('pragma journal_mode = wal'));
		// What is acknowledged is on the disk, and not only on its way there.
		database.exec('pragma synchronous = full');
		// What is deleted is overwritten, and does not lie in the file until something else needs the room.
		database.exec('pragma secure_delete = on');
	} catch (error) {
		database.close();
		throw error;
	}
	return {
		async close() {
			if (database.isOpen) database.close();
		},
		dialect: () => createDialect(database, patiently),
		async exclusively(run) {
			await patiently(() => database.exec('begin immediate'));
			try {
				await run(async (statement) => database.prepare(statement).all() as Record<string, unknown>[]);
				database.exec('commit');
			} catch (error) {
				if (database.isTransaction) database.exec('rollback');
				throw error;
			}
		},
		// In a thread of its own: the whole file is written anew, and meanwhile everything else goes on.
		scrub: () => (path === ':memory:' ? Promise.resolve() : scrubber.scrub()),
		query: (statement) =>
			patiently(async () => {
				// All share one connection: a statement would become part of the transaction that another has begun on it.
				while (database.isOpen && database.isTransaction) await sleep(1);
				return database.prepare(statement).all() as Record<string, unknown>[];
			}),
		version: () =>
			patiently(() => {
				const isThere = database.prepare(`select 1 from sqlite_schema where name = '${VERSION_TABLE}'`).get();
				return isThere ? Number(database.prepare(`select max(version) as version from ${VERSION_TABLE}`).get()?.version ?? 0) : 0;
			}),
	};
}

interface Scrubber {
	isRunning(): boolean;
	/** Resolves when all that was deleted by now has left the files. */
	scrub(): Promise<void>;
}

/**
 * One scrub at a time: those who ask for one while it runs share the next, which begins after as long a rest as the last one took. So
 * however many people have their data erased, others can write for half of the time.
 */
function createScrubber(path: string): Scrubber {
	let free: Promise<unknown> = Promise.resolve();
	let isRunning = false;
	let next: Promise<void> | undefined;
	const run = async () => {
		await free;
		next = undefined;
		isRunning = true;
		const started = performance.now();
		const done = runScrub(path);
		free = done.then(() => sleep(performance.now() - started));
		await done;
		isRunning = false;
	};
	return {
		isRunning: () => isRunning,
		scrub: () => (next ??= run()),
	};
}

/** Resolves whether it could or not: the rows are gone already, and what is left of them lies in no table. */
function runScrub(path: string): Promise<void> {
	return new Promise((resolve) => {
		const worker = new Worker(new URL('./sqlite-scrub.ts', import.meta.url), { workerData: path });
		worker.on('error', () => resolve());
		worker.on('exit', () => resolve());
	});
}

const isBusy = (error: unknown): boolean => {
	const { errcode } = error as { errcode?: unknown };
	return typeof errcode === 'number' && (errcode & 0xff) === SQLITE_BUSY;
};

async function createDialect(database: DatabaseSync, patiently: Patiently): Promise<Dialect> {
	const { CompiledQuery, SqliteDialect, SqliteDriver } = await import('kysely');
	const config = { database: adapt(database) };

	/** Waits for other connections without holding up this process. */
	class Driver extends SqliteDriver {
		override async acquireConnection(): Promise<DatabaseConnection> {
			const connection = await super.acquireConnection();
			return {
				// Within a transaction the lock is held already; outside, a statement that was refused has done nothing.
				executeQuery: (query) =>
					database.isTransaction ? connection.executeQuery(query) : patiently(() => connection.executeQuery(query)),
				streamQuery: (query, size) => connection.streamQuery(query, size),
			};
		}

		/** A transaction that begins by reading could not go on to write when another connection wrote meanwhile. */
		override async beginTransaction(connection: DatabaseConnection): Promise<void> {
			await connection.executeQuery(CompiledQuery.raw('begin immediate'));
		}
	}

	return new (class extends SqliteDialect {
		override createDriver() {
			return new Driver(config);
		}
	})(config);
}

/** Node's database in the shape that Kysely's dialect for SQLite expects. */
function adapt(database: DatabaseSync): SqliteDatabase {
	return {
		close: () => {
			if (database.isOpen) database.close();
		},
		prepare(statement) {
			const prepared = database.prepare(statement);
			return {
				all: (parameters) => prepared.all(...(parameters as SQLInputValue[])),
				iterate: (parameters) => prepared.iterate(...(parameters as SQLInputValue[])),
				reader: prepared.columns().length > 0,
				run: (parameters) => prepared.run(...(parameters as SQLInputValue[])),
			};
		},
	};
}
