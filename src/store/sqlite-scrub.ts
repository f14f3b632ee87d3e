/**
 * Takes what was deleted out of the files of a database; run as a thread, with the path as its data. Deleted content is
 * overwritten in its place, but SQLite leaves copies behind where it moved rows from page to page, and the log holds what
 * was written lately. So the file is written anew, and the log emptied.
 */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';

const PATIENCE_MILLISECONDS = 10_000;
const PAUSE_MILLISECONDS = 20;
/**
 * Nobody else can write while the file is written anew, and other processes wait for 5 s at most (see `sqlite.ts`): a slow disk has
 * written so much by then. A larger database belongs into PostgreSQL.
 */
const REWRITTEN_MAX_BYTES = 128 * 1024 * 1024;

const database = new DatabaseSync(workerData as string, { timeout: PATIENCE_MILLISECONDS });
const numberOf = (pragma: string): number => Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0]);
try {
	if (numberOf('page_count') * numberOf('page_size') <= REWRITTEN_MAX_BYTES) database.exec('vacuum');
} finally {
	// Readers may hold the log for a while. SQLite itself would wait for them with the lock in its hand.
	database.exec('pragma busy_timeout = 0');
	const started = performance.now();
	while (numberOf('wal_checkpoint(truncate)') !== 0 && performance.now() - started < PATIENCE_MILLISECONDS) await sleep(PAUSE_MILLISECONDS);
	database.close();
}
