/**
 * What must be remembered: SQLite in one file by default, PostgreSQL for many processes. Nothing is opened and no query
 * builder is loaded before the first call, so that a start that needs nothing stored costs nothing.
 */

import { StartError } from '../start-error.ts';
import type { Areas } from './areas/index.ts';
import type { Backend } from './backend.ts';
import { explain, explainStart } from './explain.ts';
import { LATEST_VERSION, migrate } from './migrations.ts';
import { type Place, placeOf } from './place.ts';
import type { Tables } from './tables.ts';
import { TIDY_MILLISECONDS, tidy } from './tidy.ts';

export type { FactcheckToSave, SavedFactcheck } from './areas/factchecks.ts';
export type { PersonalData } from './areas/privacy.ts';
export type { QuizChange, QuizPlace, QuizToCreate, StoredQuiz } from './areas/quizzes.ts';
export type { RateLimit } from './areas/rate-limits.ts';
export type { FiledRequest, RequestKind, RequestStatus, RequestToFile } from './areas/requests.ts';
export type { ReviewCounts, ReviewToSave } from './areas/reviews.ts';
export type { AnswerToRecord, LeaderboardRequest } from './areas/study.ts';
export type { StudyProfile } from './areas/study-profiles.ts';
export { StoreError } from './explain.ts';

export interface StoreOptions {
	readonly clock?: () => Date;
	/** A connection that nobody was using broke; for the log. */
	readonly onConnectionLost?: (error: Error) => void;
	/** What has had its time could not be forgotten, which is tried again the next day; for the log. */
	readonly onTidyFailed?: (error: unknown) => void;
	/** `DATABASE_URL`: `sqlite:` and a path, `sqlite::memory:`, or `postgres://…`. */
	readonly url: string;
}

/**
 * Every function resolves when what it writes is on disk, and rejects with a `StoreError` when the database fails. What is kept for a time
 * only is forgotten when the database is first reached, and every day from then on.
 */
export interface Store extends Areas {
	/**
	 * Looks whether the database can be used, for the start. A database that is there is brought up to date; a file that is
	 * not there is not made.
	 *
	 * @throws {StartError} naming the place and the remedy.
	 */
	check(): Promise<void>;
	/** Lets go of the database. Calls from now on reject. */
	close(): Promise<void>;
	/**
	 * Whether any quiz has not ended, or not been shown to the end. For looking again and again: a file that is not there is not made, and no query builder
	 * is loaded to find out that there is nothing to do.
	 */
	hasOpenQuizzes(): Promise<boolean>;
	/** Where it is, without credentials. */
	readonly place: string;
}

export function createStore({
	clock = () => new Date(),
	onConnectionLost = () => undefined,
	onTidyFailed = () => undefined,
	url,
}: StoreOptions): Store {
	const place = placeOf(url);
	let backend: Promise<Backend> | undefined;
	let areas: Promise<Areas> | undefined;
	let isClosed = false;
	let tidying: NodeJS.Timeout | undefined;

	const connect = (): Promise<Backend> => {
		if (isClosed) return Promise.reject(new Error('the store is closed'));
		backend ??= openBackend(place, onConnectionLost);
		// What could not be opened is tried again by the next call.
		backend.catch(() => {
			backend = undefined;
		});
		return backend;
	};

	const bringUpToDate = async (): Promise<Backend> => {
		const it = await connect();
		const version = await it.version();
		if (version > LATEST_VERSION) throw newerDatabase(place, version);
		if (version < LATEST_VERSION) await it.exclusively((query) => migrate(query, clock().getTime()));
		keepTidy(it);
		return it;
	};

	/** Begins with the first that brings it up to date. Nobody waits for it. */
	const keepTidy = (it: Backend): void => {
		if (tidying || isClosed) return;
		const run = () =>
			void tidy(it.query, clock().getTime()).catch((error: unknown) => {
				if (!isClosed) onTidyFailed(explain(error, place));
			});
		tidying = setInterval(run, TIDY_MILLISECONDS).unref();
		run();
	};

	const open = (): Promise<Areas> => {
		if (isClosed) return Promise.reject(new Error('the store is closed'));
		areas ??= bringUpToDate().then((it) => build(it, clock));
		areas.catch(() => {
			areas = undefined;
		});
		return areas;
	};

	const own: Omit<Store, keyof Areas> = {
		async check() {
			try {
				if (place.kind === 'memory') return;
				if (place.kind === 'sqlite' && !(await isThere(place.path))) return;
				await bringUpToDate();
			} catch (error) {
				throw explainStart(error, place);
			}
		},
		async close() {
			isClosed = true;
			clearInterval(tidying);
			const it = await backend?.catch(() => undefined);
			await it?.close();
		},
		async hasOpenQuizzes() {
			if (isClosed || (place.kind === 'memory' && !areas)) return false;
			if (place.kind === 'sqlite' && !(await isThere(place.path))) return false;
			const it = await (areas ? connect() : bringUpToDate());
			return (await it.query('select 1 from quizzes where closed_at is null limit 1')).length > 0;
		},
		place: place.shown,
	};

	/** Each function of an area by its name: it opens the database first, and explains what fails. */
	return new Proxy(own as Store, {
		get(target, name, receiver) {
			// A store is no promise, although every name seems to be a function of it.
			if (name in target || typeof name === 'symbol' || name === 'then') return Reflect.get(target, name, receiver);
			return async (...args: unknown[]) => {
				try {
					const it = await open();
					return await (it as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[name]?.(...args);
				} catch (error) {
					throw explain(error, place);
				}
			};
		},
	});
}

async function openBackend(place: Place, onConnectionLost: (error: Error) => void): Promise<Backend> {
	if (place.kind === 'postgres') {
		const { openPostgres } = await import('./postgres.ts');
		return openPostgres({ onConnectionLost, url: place.url });
	}
	const { openSqlite } = await import('./sqlite.ts');
	return openSqlite(place.kind === 'memory' ? ':memory:' : place.path);
}

async function isThere(path: string): Promise<boolean> {
	const [{ existsSync }, { checkPath }] = await Promise.all([import('node:fs'), import('./sqlite.ts')]);
	checkPath(path);
	return existsSync(path);
}

/** The query builder costs a fifth of a second and 27 MB: it is loaded by the first call, not by the start. */
async function build(backend: Backend, clock: () => Date): Promise<Areas> {
	const [{ Kysely }, { createAreas }] = await Promise.all([import('kysely'), import('./areas/index.ts')]);
	const db = new Kysely<Tables>({ dialect: await backend.dialect() });
	return createAreas({ clock, db, scrub: () => backend.scrub() });
}

const newerDatabase = (place: Place, version: number): StartError =>
	new StartError(
		`The database ${place.shown} was written by a newer Variorum: it has version ${version}, and this one knows ${LATEST_VERSION}. Update Variorum, or set DATABASE_URL to another database.`,
	);
