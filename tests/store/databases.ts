/** The same tests on both databases: an empty one of each kind, made for a test and taken away after it. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { createStore, type Store, type StoreOptions } from '../../src/store/index.ts';
import type { PostgresAnswer } from './postgres-service.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Database {
	readonly kind: 'postgres' | 'sqlite';
	/** Why it cannot be used, where it cannot. */
	readonly missing?: string;
	readonly url: string;
	/** Runs one statement behind the store's back. */
	query(statement: string): Promise<readonly Row[]>;
	/** A store on this database, closed when the test file is done. */
	store(options?: Omit<StoreOptions, 'url'>): Store;
	/** All tables, with their columns. */
	tables(): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** Asks for the server of this run, starting it if need be. */
export async function postgresServer(): Promise<PostgresAnswer> {
	const response = await fetch(inject('postgresService'));
	if (!response.ok) throw new Error(await response.text());
	return (await response.json()) as PostgresAnswer;
}

async function queryPostgres(url: string, statement: string): Promise<readonly Row[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(statement)).rows as Row[];
	} finally {
		await client.end();
	}
}

async function querySqlite(path: string, statement: string): Promise<readonly Row[]> {
	const { DatabaseSync } = await import('node:sqlite');
	const database = new DatabaseSync(path, { timeout: 5000 });
	try {
		return database.prepare(statement).all() as Row[];
	} finally {
		database.close();
	}
}

interface Made extends Omit<Database, 'store'> {
	remove(): Promise<void>;
}

async function makePostgres(): Promise<Made> {
	const answer = await postgresServer();
	if ('missing' in answer)
		return {
			kind: 'postgres',
			missing: answer.missing,
			query: async () => [],
			remove: async () => undefined,
			tables: async () => new Map(),
			url: '',
		};
	const name = `test_${randomUUID().replaceAll('-', '')}`;
	await queryPostgres(answer.url, `create database ${name}`);
	const url = answer.url.replace(/[^/]+$/, name);
	const query = (statement: string) => queryPostgres(url, statement);
	return {
		kind: 'postgres',
		query,
		remove: async () => {
			await queryPostgres(answer.url, `drop database ${name} with (force)`);
		},
		async tables() {
			const rows = await query(`select table_name, column_name from information_schema.columns where table_schema = 'public'`);
			return Map.groupBy(rows, (row) => String(row.table_name))
				.entries()
				.reduce(
					(map, [table, columns]) =>
						map.set(
							table,
							columns.map((row) => String(row.column_name)),
						),
					new Map<string, string[]>(),
				);
		},
		url,
	};
}

async function makeSqlite(): Promise<Made> {
	const folder = mkdtempSync(join(tmpdir(), 'variorum-sqlite-'));
	const path = join(folder, 'store.sqlite');
	const query = (statement: string) => querySqlite(path, statement);
	return {
		kind: 'sqlite',
		query,
		remove: async () => rmSync(folder, { recursive: true }),
		async tables() {
			const tables = await query(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`);
			const map = new Map<string, string[]>();
			for (const { name } of tables)
				map.set(
					String(name),
					(await query(`select name from pragma_table_info('${name}')`)).map((row) => String(row.name)),
				);
			return map;
		},
		url: `sqlite:${path}`,
	};
}

type Tests = (database: Database, skipWhereMissing: (context: { skip(note?: string): void }) => void) => void;

const KINDS = { PostgreSQL: makePostgres, SQLite: makeSqlite } as const;

/** Runs `tests` on SQLite and on PostgreSQL; on the latter they are skipped where there is none for this platform. */
export const onBothDatabases = (tests: Tests): void => onDatabases(['SQLite', 'PostgreSQL'], tests);

export function onDatabases(kinds: readonly (keyof typeof KINDS)[], tests: Tests): void {
	for (const title of kinds) {
		const make = KINDS[title];
		describe(title, () => {
			let made: Made | undefined;
			const stores: Store[] = [];
			const it = (): Made => {
				if (!made) throw new Error('the database is there once the tests run');
				return made;
			};
			beforeAll(async () => {
				made = await make();
			}, 120_000);
			afterAll(async () => {
				await Promise.all(stores.map((store) => store.close()));
				await made?.remove();
			});
			const database: Database = {
				get kind() {
					return it().kind;
				},
				get missing() {
					return it().missing;
				},
				query: (statement) => it().query(statement),
				store(options = {}) {
					const store = createStore({ ...options, url: it().url });
					stores.push(store);
					return store;
				},
				tables: () => it().tables(),
				get url() {
					return it().url;
				},
			};
			tests(database, (context) => {
				if (it().missing !== undefined) context.skip(it().missing);
			});
		});
	}
}
