/** Logs as JSON lines, made for machines to read: every line has `level`, `time`, `app` and `msg`. */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

/** Fields that are never written, wherever they stand. */
const SECRETS = ['token', 'authorization', 'password', 'databaseUrl', 'DISCORD_TOKEN', 'DATABASE_URL'];

/**
 * An error's own story. Only these fields: errors of the REST client carry addresses and bodies with the tokens of
 * interactions in them.
 */
function serializeError(error: unknown): unknown {
	if (!(error instanceof Error)) return error;
	const { cause, code, message, method, name, stack, status } = error as Error & Record<'code' | 'method' | 'status', unknown>;
	return { type: name, message, code, status, method, stack, ...(cause === undefined ? {} : { cause: serializeError(cause) }) };
}

export interface LoggerOptions {
	readonly level: LogLevel;
	/** Standard output unless told otherwise; a test hands in a stream of its own. */
	readonly to?: 'stderr' | 'stdout' | DestinationStream;
}

export function createLogger({ level, to = 'stdout' }: LoggerOptions): Logger {
	// Written at once: lines are few above `debug`, and the last ones before an end matter most.
	const destination = typeof to === 'string' ? pino.destination({ fd: to === 'stdout' ? 1 : 2, sync: true }) : to;
	return pino(
		{
			base: { app: 'variorum' },
			formatters: { level: (label) => ({ level: label }) },
			level,
			redact: { censor: '[hidden]', paths: SECRETS.flatMap((name) => [name, `*.${name}`]) },
			serializers: { err: serializeError },
			timestamp: pino.stdTimeFunctions.isoTime,
		},
		destination,
	);
}
