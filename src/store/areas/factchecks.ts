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
	/** Saves to the log, on disk when it resolves. The same message is there once: saved again, it stays as it was saved first. */
	saveFactcheck(factcheck: FactcheckToSave): Promise<{ readonly id: string; readonly isNew: boolean }>;
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
			const row = await live(guildId).where('id', '=', id).selectAll().executeTakeFirst();
			return row && toFactcheck(row);
		},
		async listFactchecks(guildId, { after, limit = LIST_DEFAULT, skip = 0 } = {}) {
			let query = live(guildId).selectAll().orderBy('saved_at', 'desc').orderBy('id', 'desc').limit(limit).offset(skip);
			if (after) {
				const time = after.savedAt.getTime();
				query = query.where(({ and, eb, or }) =>
					or([eb('saved_at', '<', time), and([eb('saved_at', '=', time), eb('id', '<', after.id)])]),
				);
			}
			return (await query.execute()).map(toFactcheck);
		},
		async saveFactcheck({ authorId = null, claims, guildId, isExtract = false, message, savedBy, text }) {
			const now = clock();
			const row = {
				author_id: authorId,
				claims: JSON.stringify(claims ?? null),
				deleted_at: null,
				id: createId(now),
				is_extract: Number(isExtract),
				message_text: text,
				message_url: message?.url ?? null,
				saved_at: now.getTime(),
				saved_by: savedBy,
			};
			const messageKey = message?.id ?? createHash('sha256').update(text).digest('base64url');
			const written = await db
				.insertInto('factcheck_log')
				.values({ guild_id: guildId, message_key: messageKey, ...row })
				// What was deleted may be saved anew; what is there stays.
				.onConflict((conflict) =>
					conflict.columns(['guild_id', 'message_key']).doUpdateSet(row).where('factcheck_log.deleted_at', 'is not', null),
				)
				.returning('id')
				.executeTakeFirst();
			if (written) return { id: written.id, isNew: true };
			const { id } = await live(guildId).where('message_key', '=', messageKey).select('id').executeTakeFirstOrThrow();
			return { id, isNew: false };
		},
	};
}

function toFactcheck(row: Selectable<Tables['factcheck_log']>): SavedFactcheck {
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
	};
}
