/** What every area of the store is made from, and what it owes: to name the columns in which it keeps people. */
import type { Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

export interface AreaOptions {
	readonly clock: () => Date;
	readonly db: Kysely<Tables>;
	/** See `Backend`. */
	readonly scrub: () => Promise<void>;
}

/**
 * A column that holds the id of a person. Every such column is declared by the area that writes it; a test compares the
 * declarations with the tables.
 */
export interface PersonalColumn {
	readonly column: string;
	/** The columns that the person is shown: theirs, and nobody else's id. */
	readonly exported: readonly string[];
	/** `delete`: the row goes; `forget`: the row stays and no longer says who. */
	readonly onErase: 'delete' | 'forget';
	/** What these rows are, as a name in the exported file. */
	readonly section: string;
	readonly table: keyof Tables;
}
