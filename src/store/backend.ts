/** What a database must offer before any query is built: its version, a lock for changing it, and the way in for Kysely. */
import type { Dialect } from 'kysely';

/** Runs one statement without parameters. */
export type Query = (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export interface Backend {
	close(): Promise<void>;
	/** For Kysely, which is loaded by then. */
	dialect(): Promise<Dialect>;
	/** One statement outside of any transaction. */
	readonly query: Query;
	/** Runs in a transaction that no other connection or process can be in at the same time. */
	exclusively(run: (query: Query) => Promise<void>): Promise<void>;
	/** Makes what was deleted leave the files too, as far as the database lets us. */
	scrub(): Promise<void>;
	/** The version of the tables; 0 where there are none yet. */
	version(): Promise<number>;
}
