/** PostgreSQL, for many processes on one database. Loaded only where it is used. */
import type { Pool, PoolClient } from 'pg';
import type { Backend, Query } from './backend.ts';
import { VERSION_TABLE } from './migrations.ts';

const CONNECTIONS_MAX = 10;
const CONNECT_MILLISECONDS = 5000;
const IDLE_MILLISECONDS = 30_000;
/** A statement that takes longer is given up, so that no answer waits for ever. */
const STATEMENT_MILLISECONDS = 10_000;
/** Any number, the same in every process: the name of the lock under which tables are changed. */
const LOCK = 7_264_310_518;
const TYPE_INT8 = 20;
const UNDEFINED_TABLE = '42P01';

export interface PostgresOptions {
	/** A connection that nobody was using broke. The next query opens another one. */
	readonly onConnectionLost: (error: Error) => void;
	readonly url: string;
}

/** Connects nothing yet: the first query does. */
export async function openPostgres({ onConnectionLost, url }: PostgresOptions): Promise<Backend> {
	const { default: pg } = await import('pg');
	const pool: Pool = new pg.Pool({
		application_name: 'variorum',
		connectionString: url,
		connectionTimeoutMillis: CONNECT_MILLISECONDS,
		idleTimeoutMillis: IDLE_MILLISECONDS,
		max: CONNECTIONS_MAX,
		statement_timeout: STATEMENT_MILLISECONDS,
		types: {
			// Times and counts, all far below 2^53.
			getTypeParser: ((type: number, format?: never) => (type === TYPE_INT8 ? Number : pg.types.getTypeParser(type, format))) as never,
		},
	});
	// Without a listener, a lost connection would end the program.
	pool.on('error', onConnectionLost);
	let isClosed = false;
	return {
		async close() {
			if (isClosed) return;
			isClosed = true;
			await pool.end();
		},
		async dialect() {
			const { PostgresDialect } = await import('kysely');
			return new PostgresDialect({ pool });
		},
		exclusively: (run) => withClient(pool, (client) => inTransaction(client, run)),
		// Deleted rows are overwritten when the server's autovacuum has been there; its files are the host's to keep.
		scrub: async () => undefined,
		query: async (statement) => (await pool.query<Record<string, unknown>>(statement)).rows,
		async version() {
			try {
				const { rows } = await pool.query<{ version: number | null }>(`select max(version) as version from ${VERSION_TABLE}`);
				return rows[0]?.version ?? 0;
			} catch (error) {
				if ((error as { code?: unknown }).code === UNDEFINED_TABLE) return 0;
				throw error;
			}
		},
	};
}

async function withClient(pool: Pool, run: (client: PoolClient) => Promise<void>): Promise<void> {
	const client = await pool.connect();
	try {
		await run(client);
		client.release();
	} catch (error) {
		// In what state the connection is, nobody knows.
		client.release(true);
		throw error;
	}
}

async function inTransaction(client: PoolClient, run: (query: Query) => Promise<void>): Promise<void> {
	await client.query('begin');
	// Held until the transaction ends, however it ends.
	await client.query(`select pg_advisory_xact_lock(${LOCK})`);
	await run(async (statement) => (await client.query(statement)).rows);
	await client.query('commit');
}
