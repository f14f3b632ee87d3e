/** The log of a server: what its moderators had checked and chose to keep. */
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { createId } from '../ids.ts';
import type { Tables } from '../tables.ts';
import type { AreaOptions, PersonalColumn } from './area.ts';

export interface FactcheckToSave {
	/** Who wrote the message, where that is known; they can see and erase the entry. */
	readonly authorId?: string;
	/** The claims with their verdicts, as JSON; given back as they were. */
	readonly claims: unknown;
	readonly guildId: string;
	/** Whether `text` is only a part of the message, with marks where something is left out. */
	readonly isExtract?: boolean;
	/** The message on Discord; none for a text that was typed in. */
	readonly message?: { readonly id: string; readonly url: string };
	readonly savedBy: string;
	/** The text as the moderator saves it. */
	readonly text: string;
}

export interface SavedFactcheck {
	readonly authorId?: string;
	readonly claims: unknown;
	readonly guildId: string;
	readonly id: string;
	readonly isExtract: boolean;
	readonly messageUrl?: string;
	readonly savedAt: Date;
	/** Absent when that person has erased their data. */
	readonly savedBy?: string;
	readonly text: string;
	/** What is in the log of the same message, by id, the oldest first; this one among them. */
	readonly versions: readonly string[];
}

export interface Saving {
	readonly id: string;
	/** False where the very same is in the log already: it stays as it is. */
	readonly isNew: boolean;
	/** The log holds another version of the message as well, with another text or other claims. */
	readonly isVersion: boolean;
}

export interface FactchecksArea {
	countFactchecks(guildId: string): Promise<number>;
	/** Takes an entry out of the log, with its words and everybody's names; whether there was one. */
	deleteFactcheck(guildId: string, id: string): Promise<boolean>;
	findFactcheck(guildId: string, id: string): Promise<SavedFactcheck | undefined>;
	/** Newest first. `after`: go on below this entry, whatever is saved meanwhile. `skip`: leave out so many of the newest. */
	listFactchecks(
		guildId: string,
		options?: { readonly after?: SavedFactcheck; readonly limit?: number; readonly skip?: number },
	): Promise<SavedFactcheck[]>;
	/**
	 * Saves to the log, on disk when it resolves. The same text of a message with the same claims is there once; with another text or other
	 * claims it is a version of its own, beside those that were saved before.
	 */
	saveFactcheck(factcheck: FactcheckToSave): Promise<Saving>;
}

const LIST_DEFAULT = 25;

/** What the saver is shown is their own doing; the author is shown what was kept of their words. */
export const personalInFactchecks: readonly PersonalColumn[] = [
	{
		column: 'author_id',
		exported: ['id', 'guild_id', 'message_url', 'message_text', 'is_extract', 'claims', 'saved_at'],
		onErase: 'delete',
		section: 'yourMessagesInFactcheckLogs',
		table: 'factcheck_log',
	},
	{
		column: 'saved_by',
		exported: ['id', 'guild_id', 'message_url', 'message_text', 'is_extract', 'claims', 'saved_at'],
		onErase: 'forget',
		section: 'factchecksThatYouSaved',
		table: 'factcheck_log',
	},
];

export function createFactchecks({ clock, db }: AreaOptions): FactchecksArea {
	const live = (guildId: string) => db.selectFrom('factcheck_log').where('guild_id', '=', guildId).where('deleted_at', 'is', null);
	const withVersions = async (guildId: string, rows: readonly Row[]): Promise<SavedFactcheck[]> => {
		const keys = [...new Set(rows.flatMap(({ versions_key }) => versions_key ?? []))];
		const found =
			keys.length === 0
				? []
				: await live(guildId).where('versions_key', 'in', keys).orderBy('saved_at').orderBy('id').select(['id', 'versions_key']).execute();
		const versions = Map.groupBy(found, ({ versions_key }) => versions_key);
		return rows.map((row) => toFactcheck(row, versions.get(row.versions_key)?.map(({ id }) => id) ?? [row.id]));
	};
	return {
		async countFactchecks(guildId) {
			const { count } = await live(guildId)
				.select(({ fn }) => fn.countAll<number>().as('count'))
				.executeTakeFirstOrThrow();
			return count;
		},
		async deleteFactcheck(guildId, id) {
			const { numUpdatedRows } = await db
				.updateTable('factcheck_log')
				.set({ author_id: null, claims: 'null', deleted_at: clock().getTime(), message_text: '', message_url: null, saved_by: null })
				.where('guild_id', '=', guildId)
				.where('id', '=', id)
				.where('deleted_at', 'is', null)
				.executeTakeFirst();
			return numUpdatedRows > 0n;
		},
		async findFactcheck(guildId, id) {
			const rows = await live(guildId).where('id', '=', id).selectAll().execute();
			return (await withVersions(guildId, rows))[0];
		},
		async listFactchecks(guildId, { after, limit = LIST_DEFAULT, skip = 0 } = {}) {
			let query = live(guildId).selectAll().orderBy('saved_at', 'desc').orderBy('id', 'desc').limit(limit).offset(skip);
			if (after) {
				const time = after.savedAt.getTime();
				query = query.where(({ and, eb, or }) =>
					or([eb('saved_at', '<', time), and([eb('saved_at', '=', time), eb('id', '<', after.id)])]),
				);
			}
			return withVersions(guildId, await query.execute());
		},
		async saveFactcheck({ authorId = null, claims, guildId, isExtract = false, message, savedBy, text }) {
			const now = clock();
			const versionsKey = message?.id ?? hashOf(text);
			const written = JSON.stringify(claims ?? null);
			const before = await live(guildId).where('versions_key', '=', versionsKey).select(['claims', 'id', 'message_text']).execute();
			const same = before.find((one) => one.message_text === text && one.claims === written);
			if (same) return { id: same.id, isNew: false, isVersion: before.length > 1 };
			const row = {
				author_id: authorId,
				claims: written,
				deleted_at: null,
				id: createId(now),
				is_extract: Number(isExtract),
				message_text: text,
				message_url: message?.url ?? null,
				saved_at: now.getTime(),
				saved_by: savedBy,
				versions_key: versionsKey,
			};
			// Whoever saves the same at this very moment finds the key taken.
			const messageKey = `${versionsKey}.${hashOf(JSON.stringify([text, written]))}`;
			const saved = await db
				.insertInto('factcheck_log')
				.values({ guild_id: guildId, message_key: messageKey, ...row })
				// What was deleted may be saved anew; what is there stays.
				.onConflict((conflict) =>
					conflict.columns(['guild_id', 'message_key']).doUpdateSet(row).where('factcheck_log.deleted_at', 'is not', null),
				)
				.returning('id')
				.executeTakeFirst();
			const isVersion = before.length > 0;
			if (saved) return { id: saved.id, isNew: true, isVersion };
			const { id } = await live(guildId).where('message_key', '=', messageKey).select('id').executeTakeFirstOrThrow();
			return { id, isNew: false, isVersion };
		},
	};
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

type Row = Selectable<Tables['factcheck_log']>;

function toFactcheck(row: Row, versions: readonly string[]): SavedFactcheck {
	return {
		...(row.author_id === null ? {} : { authorId: row.author_id }),
		claims: JSON.parse(row.claims) as unknown,
		guildId: row.guild_id,
		id: row.id,
		isExtract: row.is_extract === 1,
		...(row.message_url === null ? {} : { messageUrl: row.message_url }),
		savedAt: new Date(row.saved_at),
		...(row.saved_by === null ? {} : { savedBy: row.saved_by }),
		text: row.message_text,
		versions,
	};
}
