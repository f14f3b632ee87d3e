/**
 * Forgets what is kept for a time only, as /privacy promises. In plain statements, so that it costs no query builder: it is done whether or
 * not anybody asks for anything.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Query } from './backend.ts';
import type { Tables } from './tables.ts';

const DAY_MILLISECONDS = 24 * 3_600_000;
/** How often it is done; nothing is kept for longer than its time and this. */
export const TIDY_MILLISECONDS = DAY_MILLISECONDS;
/** At a time, so that nobody else waits for long. */
const ROWS_MAX = 200;

interface Passing<T extends keyof Tables> {
	/** Since when it is kept; what has no such time yet stays. */
	readonly column: keyof Tables[T] & string;
	readonly days: number;
	readonly keys: readonly (keyof Tables[T] & string)[];
	readonly table: T;
}

/** Each with all that hangs on it. What was answered in a quiz stays on the record of study. */
const PASSING = [
	{ column: 'ended_at', days: 30, keys: ['id'], table: 'quizzes' } satisfies Passing<'quizzes'>,
	{ column: 'updated_at', days: 7, keys: ['user_id', 'action'], table: 'rate_limits' } satisfies Passing<'rate_limits'>,
];

/** `now` in milliseconds. Rejects as the database does; what was forgotten by then stays forgotten. */
export async function tidy(query: Query, now: number): Promise<void> {
	for (const { column, days, keys, table } of PASSING) {
		const old = `select ${keys} from ${table} where ${column} < ${now - days * DAY_MILLISECONDS} limit ${ROWS_MAX}`;
		let forgotten: number;
		do {
			const rows = await query(`delete from ${table} where (${keys}) in (${old}) returning 1 as one`);
			forgotten = rows.length;
			await nextTurn();
		} while (forgotten === ROWS_MAX);
	}
}
