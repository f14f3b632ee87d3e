/** A statement takes only so many parameters: SQLite 32,766, PostgreSQL 65,535. */
const ROWS_MAX = 500;

/** Runs a statement over all of these, so many at a time, and gives back what all of them gave. */
export async function inBatches<T, R>(items: readonly T[], run: (batch: readonly T[]) => Promise<readonly R[]>): Promise<R[]> {
	const results: R[] = [];
	for (let first = 0; first < items.length; first += ROWS_MAX) results.push(...(await run(items.slice(first, first + ROWS_MAX))));
	return results;
}
