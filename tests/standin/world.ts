/** Who and what there is: ids, users, servers and channels. */
import type { APIUser } from 'discord-api-types/v10';

/** 2015-01-01, from which Discord counts. */
const EPOCH = 1_420_070_400_000n;
let increment = 0n;

/** A new id, as Discord makes them: larger than every one before. */
export function snowflake(): string {
	increment += 1n;
	return String(((BigInt(Date.now()) - EPOCH) << 22n) + increment);
}

export interface Guild {
	readonly channelId: string;
	/** A community; the others cannot choose a language. */
	readonly isCommunity: boolean;
	readonly id: string;
	/** The language that Discord says the server has. */
	readonly locale: string;
	readonly name: string;
}

export function createUser(name: string, more: Partial<APIUser> = {}): APIUser {
	return { avatar: null, discriminator: '0', global_name: name, id: snowflake(), username: name.toLowerCase(), ...more };
}

/** `locale`: the language that a community chose. */
export const createGuild = (name: string, locale?: string): Guild => ({
	channelId: snowflake(),
	id: snowflake(),
	isCommunity: locale !== undefined,
	locale: locale ?? 'en-US',
	name,
});

/** What a member may do unless told otherwise: read, write, use commands; nothing that a moderator needs. */
export const MEMBER_PERMISSIONS = 2_248_473_465_835_073n & ~((1n << 3n) | (1n << 5n) | (1n << 13n));

export const memberOf = (user: APIUser, permissions = MEMBER_PERMISSIONS) => ({
	avatar: null,
	banner: null,
	communication_disabled_until: null,
	deaf: false,
	flags: 0,
	joined_at: '2024-01-01T00:00:00.000000+00:00',
	mute: false,
	nick: null,
	pending: false,
	permissions: String(permissions),
	premium_since: null,
	roles: [],
	unusual_dm_activity_until: null,
	user,
});
