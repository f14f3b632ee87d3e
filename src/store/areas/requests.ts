/** Claims on which the dataset has nothing or that were matched wrongly: filed for those who look after the data. Nobody's name is kept with them. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Tables } from '../tables.ts';
import type { AreaOptions } from './area.ts';

export const REQUEST_STATUSES = ['open', 'done', 'declined'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

/** `uncovered`: the dataset has nothing on it; `wrong-match`: a check put it under an entry that it does not speak of. */
export type RequestKind = 'uncovered' | 'wrong-match';

export interface RequestToFile {
	/** The entry that was matched wrongly; none where the dataset has nothing on the claim. */
	readonly entry?: string;
	/** The server that asks; none from a direct message. */
	readonly guildId?: string;
	/** The claim in a form in which the same claim is always the same, whatever its spelling. */
	readonly key: string;
	/** The claim as it was filed, for people to read; empty where an entry is reported without the words that it was matched with. */
	readonly text: string;
}

export interface FiledRequest {
	/** The entry that was matched wrongly, where one was. */
	readonly entry?: string;
	readonly firstAt: Date;
	/** How many servers asked; all direct messages together count as one. */
	readonly guilds: number;
	readonly key: string;
	readonly kind: RequestKind;
	readonly lastAt: Date;
	readonly status: RequestStatus;
	readonly text: string;
}

export interface Filing {
	/** This server had not filed it before. */
	readonly counted: boolean;
	readonly guilds: number;
	/** Nobody had filed it before. */
	readonly isNew: boolean;
	/** What had become of it before; `open` where nothing had. */
	readonly was: RequestStatus;
}

export interface RequestsArea {
	/** Files a claim, once for each server. What was done before is open again; what was declined stays so. */
	fileRequest(request: RequestToFile): Promise<Filing>;
	/** Those that most servers asked for first. Open ones unless told otherwise. */
	listRequests(options?: { readonly limit?: number; readonly status?: RequestStatus }): Promise<FiledRequest[]>;
	/** Whether there is such a request. */
	settleRequest(key: string, status: RequestStatus): Promise<boolean>;
}

const KEY_MAX_LENGTH = 200;
const TEXT_MAX_LENGTH = 2000;
const LIST_DEFAULT = 100;
const SALT = 'salt of guild hashes';
const SALT_BYTES = 32;
const NO_GUILD = 'direct message';

export function createRequests({ clock, db }: AreaOptions): RequestsArea {
	let salt: Promise<string> | undefined;
	const hashOf = async (guildId: string): Promise<string> => {
		salt ??= readSalt(db);
		// One that could not be read is asked for again.
		salt.catch(() => {
			salt = undefined;
		});
		return createHmac('sha256', await salt)
			.update(guildId)
			.digest('base64url');
	};
	return {
		async fileRequest({ entry, guildId = NO_GUILD, key, text }) {
			const guild = await hashOf(guildId);
			const claim = keyOf(key);
			const now = clock().getTime();
			return db.transaction().execute(async (transaction) => {
				// Writing the row first holds it, so that two at once are counted one after the other.
				const { status } = await transaction
					.insertInto('factcheck_requests')
					.values({
						claim_key: claim,
						claim_text: text.slice(0, TEXT_MAX_LENGTH),
						entry_id: entry ?? null,
						first_at: now,
						guilds: 0,
						kind: (entry === undefined ? 'uncovered' : 'wrong-match') satisfies RequestKind,
						last_at: now,
						status: 'open',
					})
					.onConflict((conflict) => conflict.column('claim_key').doUpdateSet({ last_at: now }))
					.returning('status')
					.executeTakeFirstOrThrow();
				const was = status as RequestStatus;
				const counted = await transaction
					.insertInto('factcheck_request_guilds')
					.values({ claim_key: claim, filed_at: now, guild_hash: guild })
					.onConflict((conflict) => conflict.columns(['claim_key', 'guild_hash']).doNothing())
					.returning('claim_key')
					.executeTakeFirst();
				const { guilds } = await transaction
					.updateTable('factcheck_requests')
					.set(({ eb }) => ({ guilds: eb('guilds', '+', counted ? 1 : 0), status: was === 'done' ? 'open' : was }))
					.where('claim_key', '=', claim)
					.returning('guilds')
					.executeTakeFirstOrThrow();
				return { counted: counted !== undefined, guilds, isNew: counted !== undefined && guilds === 1, was };
			});
		},
		async listRequests({ limit = LIST_DEFAULT, status = 'open' } = {}) {
			const rows = await db
				.selectFrom('factcheck_requests')
				.selectAll()
				.where('status', '=', status)
				.orderBy('guilds', 'desc')
				.orderBy('last_at', 'desc')
				.limit(limit)
				.execute();
			return rows.map(toRequest);
		},
		async settleRequest(key, status) {
			const { numUpdatedRows } = await db
				.updateTable('factcheck_requests')
				.set({ status })
				.where('claim_key', '=', keyOf(key))
				.executeTakeFirst();
			return numUpdatedRows > 0n;
		},
	};
}

/** A long key is shortened to what still tells it from every other. */
const keyOf = (key: string): string =>
	key.length <= KEY_MAX_LENGTH ? key : `${key.slice(0, KEY_MAX_LENGTH - 44)}#${createHash('sha256').update(key).digest('base64url')}`;

/** One secret for the whole database: the hashes of servers say nothing to whoever has only the table. */
async function readSalt(db: Kysely<Tables>): Promise<string> {
	await db
		.insertInto('store_facts')
		.values({ name: SALT, value: randomBytes(SALT_BYTES).toString('base64url') })
		.onConflict((conflict) => conflict.column('name').doNothing())
		.execute();
	return (await db.selectFrom('store_facts').select('value').where('name', '=', SALT).executeTakeFirstOrThrow()).value;
}

const toRequest = (row: Selectable<Tables['factcheck_requests']>): FiledRequest => ({
	...(row.entry_id === null ? {} : { entry: row.entry_id }),
	firstAt: new Date(row.first_at),
	guilds: row.guilds,
	key: row.claim_key,
	kind: row.kind as RequestKind,
	lastAt: new Date(row.last_at),
	status: row.status as RequestStatus,
	text: row.claim_text,
});
