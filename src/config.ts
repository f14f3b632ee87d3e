/** Settings from the environment, checked as a whole before anything else happens. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { PROJECT_DIRECTORY } from './project.ts';
import { StartError } from './start-error.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
	/** Base of Discord's API, without version and without a slash at its end. */
	readonly apiUrl: string;
	/** Read from the token's own application when absent. */
	readonly applicationId?: string;
	readonly dataDirectory: string;
	/** `sqlite:` and a path, or `postgres://…`. */
	readonly databaseUrl: string;
	/** Address on which pages are served. */
	readonly host: string;
	readonly logLevel: LogLevel;
	readonly port: number;
	/** Without it the playground is served instead of connecting to Discord. */
	readonly token?: string;
}

type Variable =
	| 'DATABASE_URL'
	| 'DATA_DIR'
	| 'DISCORD_API_URL'
	| 'DISCORD_APPLICATION_ID'
	| 'DISCORD_TOKEN'
	| 'HOST'
	| 'LOG_LEVEL'
	| 'PORT';

interface Setting<T> {
	readonly expected: string;
	readonly remedy: string;
	readonly schema: z.ZodType<T, string | undefined>;
	/** What was found is described, never shown. */
	readonly secret?: boolean;
}

const setting = <T>(it: Setting<T>): Setting<T> => it;
const text = z.string();

/** Discord's API has one version here; `/v10` in the address is understood, another one is not. */
const apiUrlSchema = text.transform((value, context) => {
	const url = URL.parse(value);
	const path = url?.pathname.replace(/\/+$/, '').replace(/\/v10$/, '');
	if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username || url.password || /\/v\d+$/.test(path ?? '')) {
		context.addIssue('not an address of the API');
		return z.NEVER;
	}
	return `${url.origin}${path}`;
});

const SETTINGS = {
	DATABASE_URL: setting({
		expected: 'sqlite: and the path of a file, or postgres://user:password@host:port/database',
		remedy: 'Remove it to use sqlite:variorum.sqlite, or write the address in full.',
		schema: text.regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/\S+)$/).default('sqlite:variorum.sqlite'),
		secret: true,
	}),
	DATA_DIR: setting({
		expected: 'the path of a folder that holds a dataset',
		remedy: 'Remove it to use the dataset that comes with the program, or name a folder that exists.',
		schema: text
			.default(join(PROJECT_DIRECTORY, 'data'))
			.transform((value) => resolve(value))
			.refine((value) => statSync(value, { throwIfNoEntry: false })?.isDirectory() ?? false),
	}),
	DISCORD_API_URL: setting({
		expected: 'an http or https address such as https://discord.com/api, with or without /v10',
		remedy: 'Remove it to use Discord itself, or write the address of a server that speaks the same API.',
		schema: text.default('https://discord.com/api').pipe(apiUrlSchema),
	}),
	DISCORD_APPLICATION_ID: setting({
		expected: 'the number of the application, digits only',
		remedy: 'Remove it (it is then read from the token), or copy “Application ID” from the Discord developer portal.',
		schema: text.regex(/^\d{1,20}$/).optional(),
	}),
	DISCORD_TOKEN: setting({
		expected: 'a bot token: one word of letters, digits, dots, hyphens and underscores',
		remedy: 'Copy the token from “Bot” in the Discord developer portal again, without quotes or spaces; remove it to use the playground.',
		// The prefix belongs to the HTTP header; people copy it along.
		schema: text
			.transform((value) => value.replace(/^Bot\s+/i, ''))
			.pipe(text.regex(/^[\x21-\x7e]+$/))
			.optional(),
		secret: true,
	}),
	HOST: setting({
		expected: 'a host name or IP address to listen on',
		remedy: 'Remove it to use 127.0.0.1; 0.0.0.0 listens on every address.',
		schema: text.regex(/^[\w.:-]+$/).default('127.0.0.1'),
	}),
	LOG_LEVEL: setting({
		expected: `one of ${LOG_LEVELS.join(', ')}`,
		remedy: 'Remove it to use info, or choose one of these.',
		schema: z.enum(LOG_LEVELS).default('info'),
	}),
	PORT: setting({
		expected: 'a whole number from 0 to 65535',
		remedy: 'Remove it to use 8080; 0 takes any free port.',
		schema: text.default('8080').pipe(
			text
				.regex(/^\d{1,5}$/)
				.transform(Number)
				.refine((port) => port <= 65_535),
		),
	}),
} satisfies Record<Variable, Setting<unknown>>;

const describeSecret = (value: string): string =>
	/\s/.test(value)
		? `${value.length} characters with a space or line break among them (not shown)`
		: `${value.length} characters (not shown)`;

/** Hides a password in an address; quotes the rest, cut where it is long. */
const describe = (value: string): string => JSON.stringify(value.replace(/\/\/[^/@]*@/, '//…@').slice(0, 120));

/**
 * Reads the settings. An empty value counts as absent.
 *
 * @throws {StartError} naming every value that cannot be used: what was found (never a secret), what was expected,
 * and what to do.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
	const faults: string[] = [];
	const read = <T>(name: Variable, { expected, remedy, schema, secret }: Setting<T>): T => {
		const value = environment[name]?.trim() || undefined;
		const result = schema.safeParse(value);
		if (result.success) return result.data;
		const found = value === undefined ? 'nothing' : secret ? describeSecret(value) : describe(value);
		faults.push(`${name}\n  found:    ${found}\n  expected: ${expected}\n  remedy:   ${remedy}`);
		return undefined as T;
	};
	const config: Config = {
		apiUrl: read('DISCORD_API_URL', SETTINGS.DISCORD_API_URL),
		applicationId: read('DISCORD_APPLICATION_ID', SETTINGS.DISCORD_APPLICATION_ID),
		dataDirectory: read('DATA_DIR', SETTINGS.DATA_DIR),
		databaseUrl: read('DATABASE_URL', SETTINGS.DATABASE_URL),
		host: read('HOST', SETTINGS.HOST),
		logLevel: read('LOG_LEVEL', SETTINGS.LOG_LEVEL),
		port: read('PORT', SETTINGS.PORT),
		token: read('DISCORD_TOKEN', SETTINGS.DISCORD_TOKEN),
	};
	if (faults.length > 0) {
		const count = faults.length === 1 ? 'A setting cannot be used' : `${faults.length} settings cannot be used`;
		throw new StartError(`${count}. Settings are read from the environment and from the file .env.\n\n${faults.join('\n\n')}`);
	}
	return config;
}
