/**
 * The settings of a start, as `config.ts` reads them. Where every one is plainly right, which is nearly always, that is
 * seen at a glance, and what checks the others and explains what is wrong is not loaded.
 */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Config, LogLevel } from './config.ts';
import { PROJECT_DIRECTORY } from './project.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
type Plain = Record<
	'DATABASE_URL' | 'DISCORD_API_URL' | 'DISCORD_APPLICATION_ID' | 'DISCORD_TOKEN' | 'HOST' | 'LOG_LEVEL' | 'PORT',
	RegExp
>;

/** Values that are right beyond doubt, and that stay as they are written. Each is narrower than the rule in `config.ts`. */
const PLAIN: Plain = {
	DATABASE_URL: /^(?:sqlite:|postgres(?:ql)?:\/\/)[\w.:@/-]+$/,
	DISCORD_API_URL: /^https?:\/\/[^/?#@\s]+(?:\/[a-z]+)+$/,
	DISCORD_APPLICATION_ID: /^\d{1,20}$/,
	DISCORD_TOKEN: /^[\w.-]+$/,
	HOST: /^[\w.:-]+$/,
	LOG_LEVEL: /^(?:fatal|error|warn|info|debug|trace|silent)$/,
	PORT: /^[1-9]\d{0,3}$/,
};

/**
 * @throws {StartError} naming every value that cannot be used.
 */
export async function readSettings(environment: Environment): Promise<Config> {
	const plain = readPlain(environment);
	if (plain) return plain;
	const { readConfig } = await import('./config.ts');
	return readConfig(environment);
}

function readPlain(environment: Environment): Config | undefined {
	const settingOf = (name: string) => environment[name]?.trim() || undefined;
	for (const [name, pattern] of Object.entries(PLAIN))
		if (!pattern.test(settingOf(name) ?? '') && settingOf(name) !== undefined) return undefined;
	const apiUrl = settingOf('DISCORD_API_URL') ?? 'https://discord.com/api';
	const dataDirectory = resolve(settingOf('DATA_DIR') ?? join(PROJECT_DIRECTORY, 'data'));
	if (URL.parse(apiUrl)?.href !== apiUrl || !statSync(dataDirectory, { throwIfNoEntry: false })?.isDirectory()) return undefined;
	return {
		apiUrl,
		applicationId: settingOf('DISCORD_APPLICATION_ID'),
		dataDirectory,
		databaseUrl: settingOf('DATABASE_URL') ?? 'sqlite:variorum.sqlite',
		host: settingOf('HOST') ?? '127.0.0.1',
		logLevel: (settingOf('LOG_LEVEL') as LogLevel | undefined) ?? 'info',
		port: Number(settingOf('PORT') ?? 8080),
		token: settingOf('DISCORD_TOKEN'),
	};
}
