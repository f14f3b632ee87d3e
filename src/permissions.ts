/** What a person may do in a channel, as Discord's permission bits: https://docs.discord.com/developers/topics/permissions */
import type { Asker } from './answer.ts';

export const PERMISSIONS = {
	administrator: 1n << 3n,
	attachFiles: 1n << 15n,
	manageGuild: 1n << 5n,
	manageMessages: 1n << 13n,
} as const;
export type Permission = keyof typeof PERMISSIONS;

/** Every bit that Discord has given a meaning to, and some to come: for places where nobody is above the asker. */
export const ALL_PERMISSIONS = (1n << 64n) - 1n;

/** Whether the asker may do this where they ask. Administrators may do everything. */
export function may({ permissions }: Pick<Asker, 'permissions'>, permission: Permission): boolean {
	return (permissions & (PERMISSIONS[permission] | PERMISSIONS.administrator)) !== 0n;
}
