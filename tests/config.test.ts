import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { loadEnvironmentFile } from '../src/project.ts';
import { StartError } from '../src/start-error.ts';

const complaint = (environment: Record<string, string>): string => {
	try {
		readConfig(environment);
	} catch (error) {
		expect(error).toBeInstanceOf(StartError);
		return (error as Error).message;
	}
	return '';
};

test('an empty environment is enough', () => {
	const { dataDirectory, ...config } = readConfig({});
	expect(config).toEqual({
		apiUrl: 'https://discord.com/api',
		applicationId: undefined,
		databaseUrl: 'sqlite:variorum.sqlite',
		host: '127.0.0.1',
		logLevel: 'info',
		port: 8080,
		token: undefined,
	});
	expect(dataDirectory).toMatch(/data$/);
});

test('empty values count as absent', () => {
	const names = ['DATABASE_URL', 'DATA_DIR', 'DISCORD_API_URL', 'DISCORD_APPLICATION_ID', 'DISCORD_TOKEN', 'HOST', 'LOG_LEVEL', 'PORT'];
	expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(readConfig({}));
});

test.each(['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api/v10', 'http://127.0.0.1:4000/api/v10/'])(
	'%s is one and the same API',
	(DISCORD_API_URL) => {
		expect(readConfig({ DISCORD_API_URL }).apiUrl).toBe('http://127.0.0.1:4000/api');
	},
);

test.each<[string, string]>([
	['DISCORD_API_URL', 'discord.com/api'],
	['DISCORD_API_URL', 'ftp://discord.com'],
	['DISCORD_API_URL', 'https://discord.com/api/v9'],
	['DISCORD_API_URL', 'https://discord.com/api?x=1'],
	['DISCORD_APPLICATION_ID', 'Variorum'],
	['DISCORD_TOKEN', 'two words'],
	['DATABASE_URL', 'mysql://localhost/x'],
	['DATABASE_URL', 'sqlite:'],
	['DATA_DIR', '/nowhere/at/all'],
	['DATA_DIR', import.meta.filename],
	['HOST', 'a b'],
	['LOG_LEVEL', 'loud'],
	['LOG_LEVEL', 'INFO'],
	['PORT', '-1'],
	['PORT', '65536'],
	['PORT', '80.5'],
	['PORT', '0x50'],
])('%s=%s is named with what was expected and what to do', (name, value) => {
	const message = complaint({ [name]: value });
	expect(message).toContain(`${name}\n  found:`);
	expect(message).toMatch(/expected: .+\n {2}remedy: {3}.+/);
});

test('all bad values are named together', () => {
	const message = complaint({ LOG_LEVEL: 'loud', PORT: 'eighty' });
	expect(message).toContain('2 settings cannot be used');
	expect(message).toContain('found:    "eighty"');
	expect(message).toContain('found:    "loud"');
});

test('secrets are not shown', () => {
	expect(complaint({ DATABASE_URL: 'mysql://me:hunter2@localhost/x', DISCORD_TOKEN: 'hunter2 hunter2' })).not.toContain('hunter2');
	expect(complaint({ DISCORD_API_URL: 'https://me:hunter2@discord.com/api' })).not.toContain('hunter2');
});

test('a token may carry the prefix of its header', () => {
	expect(readConfig({ DISCORD_TOKEN: 'Bot abc.def' }).token).toBe('abc.def');
});

test('a file .env is read, and the environment comes first', () => {
	const directory = mkdtempSync(join(tmpdir(), 'variorum-'));
	writeFileSync(join(directory, '.env'), 'VARIORUM_TEST_A=file\nVARIORUM_TEST_B=file\n');
	process.env.VARIORUM_TEST_A = 'environment';
	try {
		loadEnvironmentFile(directory);
		expect([process.env.VARIORUM_TEST_A, process.env.VARIORUM_TEST_B]).toEqual(['environment', 'file']);
		rmSync(join(directory, '.env'));
		expect(() => loadEnvironmentFile(directory)).not.toThrow();
	} finally {
		delete process.env.VARIORUM_TEST_A;
		delete process.env.VARIORUM_TEST_B;
		rmSync(directory, { recursive: true });
	}
});
