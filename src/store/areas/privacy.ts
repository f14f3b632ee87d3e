/** What is kept of a person, over all tables: shown to them, or erased. */
import type { Kysely } from 'kysely';
import type { AreaOptions, PersonalColumn } from './area.ts';

/** By section: rows in the words of the tables, times as dates. */
export type PersonalData = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export interface PrivacyArea {
	/** How many rows were deleted, or no longer say who, by section. All or nothing. */
	eraseUser(userId: string): Promise<Readonly<Record<string, number>>>;
	/** Every section, empty ones too. */
	exportUser(userId: string): Promise<PersonalData>;
}

/** The columns are named by the areas, not by Kysely's types. */
type Untyped = Kysely<Record<string, Record<string, unknown>>>;

export function createPrivacy({ db, scrub }: AreaOptions, columns: readonly PersonalColumn[]): PrivacyArea {
	return {
		async eraseUser(userId) {
			const done = await db.transaction().execute(async (transaction) => {
				const untyped = transaction as unknown as Untyped;
				const erased: Record<string, number> = {};
				for (const { column, onErase, section, table } of columns) {
					if (onErase === 'delete') {
						const { numDeletedRows } = await untyped.deleteFrom(table).where(column, '=', userId).executeTakeFirstOrThrow();
						erased[section] = Number(numDeletedRows);
					} else {
						const forgotten = untyped
							.updateTable(table)
							.set({ [column]: null })
							.where(column, '=', userId);
						erased[section] = Number((await forgotten.executeTakeFirstOrThrow()).numUpdatedRows);
					}
				}
				return erased;
			});
			// Whoever has nothing to erase, as at a second press, makes nobody wait.
			if (Object.values(done).some((rows) => rows > 0)) await scrub();
			return done;
		},
		async exportUser(userId) {
			const data: Record<string, readonly Record<string, unknown>[]> = {};
			for (const { column, exported, section, table } of columns) {
				const rows = await (db as unknown as Untyped)
					.selectFrom(table)
					.select([...exported])
					.where(column, '=', userId)
					.execute();
				data[section] = rows.map(readable);
			}
			return data;
		},
	};
}

/** Times are kept as milliseconds, which say nothing to people. */
const readable = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(row).map(([column, value]) => [
			column,
			column.endsWith('_at') && typeof value === 'number' ? new Date(value).toISOString() : value,
		]),
	);
