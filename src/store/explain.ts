/** What went wrong with the database, in words for the host: the place, the reason, and what to do. */
import { StartError } from '../start-error.ts';
import type { Place } from './place.ts';

/** The database could not be used. The message names the place and the remedy, and no credentials. */
export class StoreError extends Error {
	override readonly name = 'StoreError';
}

/** https://sqlite.org/rescode.html; the lowest eight bits say what, the others more closely. */
const SQLITE_REASONS: Readonly<Record<number, (path: string) => string>> = {
	3: (path) =>
		`The system does not let this user open the database ${path}. Give the user the right to write there, or set DATABASE_URL to another file.`,
	5: (path) =>
		`The database ${path} is held by another program for longer than 5 s. Stop the other program, or set DATABASE_URL to another file.`,
	8: (path) =>
		`The database ${path} cannot be written. Give this user the right to write the file and its folder, or set DATABASE_URL to another file.`,
	10: (path) => `The disk fails to read or write the database ${path}. Check the disk, or set DATABASE_URL to a file on another one.`,
	11: (path) => `The database ${path} is damaged. Restore it from a backup, or move it away to begin with an empty one.`,
	13: (path) => `The disk is full: the database ${path} cannot grow. Free some space, or set DATABASE_URL to a file on another disk.`,
	14: (path) =>
		`The database ${path} cannot be opened. Check that its folder exists and that this user may write there, or set DATABASE_URL to another file.`,
	26: (path) => `${path} is no SQLite database. Set DATABASE_URL to another file, or move this one away to begin with an empty database.`,
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES_REASONS: Readonly<Record<string, (place: string) => string>> = {
	'28000': (place) => `${place} does not let this user in. Check the user in DATABASE_URL, and pg_hba.conf on the server.`,
	'28P01': (place) => `${place} does not accept the password. Write the user and the password in DATABASE_URL again.`,
	'3D000': (place) => `${place} does not exist: the server has no database of this name. Create it, or correct the name in DATABASE_URL.`,
	'42501': (place) =>
		`The user in DATABASE_URL may not do this in ${place}. Make the user the owner of the database, or grant it the right to create and change tables.`,
	'53100': (place) => `The disk of ${place} is full. Free some space on the server.`,
	'53300': (place) => `${place} has no connection left. Raise max_connections on the server, or stop other programs that use it.`,
	'57P03': (place) => `${place} is starting or stopping. Try again in a moment.`,
};

const NETWORK_CODE = /^(?:E[A-Z_]+|CERT_\w+|DEPTH_\w+|SELF_\w+|UNABLE_\w+)$/;

/** The error in plain words where we know it; else as it is. */
export function explain(error: unknown, place: Place): unknown {
	if (!(error instanceof Error) || error instanceof StoreError || error instanceof StartError) return error;
	const message = place.kind === 'postgres' ? explainPostgres(error, place.shown) : explainSqlite(error, place.shown);
	return message === undefined ? error : new StoreError(message, { cause: error });
}

/** The same for a start, which such an error ends. */
export function explainStart(error: unknown, place: Place): unknown {
	const explained = explain(error, place);
	return explained instanceof StoreError ? new StartError(explained.message, { cause: explained.cause }) : explained;
}

function explainSqlite(error: Error, path: string): string | undefined {
	const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
	if (typeof errcode === 'number') return SQLITE_REASONS[errcode & 0xff]?.(path);
	if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return SQLITE_REASONS[14]?.(path);
	return code === 'EACCES' || code === 'EROFS' || code === 'EPERM' ? SQLITE_REASONS[8]?.(path) : undefined;
}

function explainPostgres(error: Error, place: string): string | undefined {
	const { code } = error as Error & { code?: unknown };
	if (typeof code === 'string' && POSTGRES_REASONS[code]) return POSTGRES_REASONS[code](place);
	const reason = reasonOf(error);
	if (reason !== null)
		return `${place} cannot be reached (${reason}). Check the host and the port in DATABASE_URL, that the server runs, and the network.`;
	return /SASL|password must be a string/.test(error.message) ? POSTGRES_REASONS['28P01']?.(place) : undefined;
}

/** The code of a network error, which may stand deeper down. */
function reasonOf(error: unknown): string | null {
	if (!(error instanceof Error)) return null;
	const { cause, code } = error as Error & { code?: unknown };
	if (typeof code === 'string' && code !== 'ERR_INVALID_URL' && NETWORK_CODE.test(code)) return code;
	if (/timeout/i.test(error.message)) return 'no answer in time';
	if (/Connection terminated/i.test(error.message)) return 'the connection was cut';
	return reasonOf(cause ?? (error instanceof AggregateError ? error.errors[0] : undefined));
}
