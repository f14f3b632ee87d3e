/** Ids of what is stored: short enough for a custom_id, and in the order of their making. */
import { randomBytes } from 'node:crypto';

const RANDOM_BYTES = 6;

/** 17 characters: the time to the millisecond, then chance. */
export function createId(now: Date): string {
	return now.getTime().toString(36).padStart(9, '0') + randomBytes(RANDOM_BYTES).toString('base64url').toLowerCase().replace(/[-_]/g, '0');
}
