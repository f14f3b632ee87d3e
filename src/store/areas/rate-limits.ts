/** How often a person, or all of them together, may do something: counted in one place for all processes. */
import { sql } from 'kysely';
import type { AreaOptions, PersonalColumn } from './area.ts';

/** A bucket that holds `burst` tokens and gets `perHour` new ones in an hour. */
export interface RateLimit {
	readonly burst: number;
	readonly perHour: number;
}

export interface RateLimitsArea {
	/** Gives back a token that was taken for what came to nothing. */
	returnToken(userId: string | null, action: string, limit: RateLimit): Promise<void>;
	/** Takes a token for one go at `action`. Where none is left, says when there will be one. `userId`: `null` where all have one bucket together. */
	takeToken(userId: string | null, action: string, limit: RateLimit): Promise<Turn>;
	/** What `takeToken` would say now; takes none. */
	tokenLeft(userId: string | null, action: string, limit: RateLimit): Promise<Turn>;
}

export type Turn = { readonly allowed: true } | { readonly allowed: false; readonly retryAt: Date };

const HOUR_MILLISECONDS = 3_600_000;
/** In the place of a person, for what all may do together. */
const EVERYBODY = '';

export const personalInRateLimits: readonly PersonalColumn[] = [
	{
		column: 'user_id',
		exported: ['action', 'tokens', 'updated_at'],
		onErase: 'delete',
		section: 'rateLimits',
		table: 'rate_limits',
	},
];

export function createRateLimits({ clock, db }: AreaOptions): RateLimitsArea {
	const rowOf = (holder: string, action: string) =>
		db
			.selectFrom('rate_limits')
			.select(['tokens', 'updated_at'])
			.where('user_id', '=', holder)
			.where('action', '=', action)
			.executeTakeFirst();
	return {
		async returnToken(userId, action, { burst }) {
			const held = sql<number>`(case when rate_limits.tokens + 1 > ${burst} then ${burst} else rate_limits.tokens + 1 end)`;
			const holder = userId ?? EVERYBODY;
			await db.updateTable('rate_limits').set({ tokens: held }).where('user_id', '=', holder).where('action', '=', action).execute();
		},
		async takeToken(userId, action, { burst, perHour }) {
			const now = clock().getTime();
			const holder = userId ?? EVERYBODY;
			const rate = perHour / HOUR_MILLISECONDS;
			// A clock that was set back gives nothing and takes nothing.
			const passed = sql<number>`(case when ${now} > rate_limits.updated_at then ${now} - rate_limits.updated_at else 0 end)`;
			const grown = sql<number>`rate_limits.tokens + ${passed} * cast(${rate} as double precision)`;
			const held = sql<number>`(case when ${grown} > ${burst} then ${burst} else ${grown} end)`;
			// One statement, so that nobody can come between reading and writing.
			const taken = await db
				.insertInto('rate_limits')
				.values({ action, tokens: burst - 1, updated_at: now, user_id: holder })
				.onConflict((conflict) =>
					conflict
						.columns(['user_id', 'action'])
						.doUpdateSet({ tokens: sql<number>`${held} - 1`, updated_at: now })
						.where(held, '>=', 1),
				)
				.returning('tokens')
				.executeTakeFirst();
			if (taken) return { allowed: true };
			const row = await rowOf(holder, action);
			// Erased in the meantime: there is room again.
			return { allowed: false, retryAt: row ? retryAt(row, rate) : new Date(now) };
		},
		async tokenLeft(userId, action, { perHour }) {
			const rate = perHour / HOUR_MILLISECONDS;
			const row = await rowOf(userId ?? EVERYBODY, action);
			if (!row || row.tokens + Math.max(0, clock().getTime() - row.updated_at) * rate >= 1) return { allowed: true };
			return { allowed: false, retryAt: retryAt(row, rate) };
		},
	};
}

const retryAt = ({ tokens, updated_at }: { readonly tokens: number; readonly updated_at: number }, rate: number): Date =>
	new Date(Math.ceil(updated_at + (1 - tokens) / rate));
