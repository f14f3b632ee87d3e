import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { readSettings } from '../src/settings.ts';

/** Values that are right, nearly right and wrong, of every setting. */
const VALUES: Record<string, readonly string[]> = {
	DATA_DIR: ['data', './src', import.meta.dirname, 'nowhere', import.meta.filename],
	DATABASE_URL: [
		'sqlite:a.sqlite',
		'sqlite:',
		'sqlite:a b',
		'postgres://me:pass@host:5432/db',
		'postgresql://host/db',
		'postgres://',
		'mysql://x',
	],
	DISCORD_API_URL: [
		'http://127.0.0.1:4000/api',
		'http://127.0.0.1:4000/api/v10',
		'http://127.0.0.1:4000/api/',
		'https://discord.com/api/v9',
		'https://discord.com:443/api',
		'https://DISCORD.com/api',
		'http://127.1/api',
		'https://me:pass@discord.com/api',
		'https://discord.com/api?x',
		'https://discord.com',
		'https://discord.com:99999/api',
		'https://exa mple.org/api',
		'https://пример.рф/api',
		'ftp://discord.com/api',
		'discord.com/api',
	],
	DISCORD_APPLICATION_ID: ['1234567890', '123456789012345678901', '12a'],
	DISCORD_TOKEN: ['abc.def-ghi_jkl', 'Bot abc.def', 'abc def', 'abc/def=', 'žeton'],
	HOST: ['0.0.0.0', '::1', 'localhost', 'a host'],
	LOG_LEVEL: ['info', 'silent', 'INFO', 'verbose', 'constructor'],
	PORT: ['0', '8081', '65535', '65536', '08080', '-1', '1e3', '80.5'],
};

const environments = fc.record(
	Object.fromEntries(
		Object.entries(VALUES).map(([name, values]) => [
			name,
			fc.oneof(
				{ arbitrary: fc.constant(values[0]!), weight: 6 },
				{ arbitrary: fc.constantFrom(...values), weight: 2 },
				{ arbitrary: fc.constantFrom('', ' ', ...values.map((value) => ` ${value}\n`)), weight: 1 },
				{ arbitrary: fc.string({ unit: 'binary' }), weight: 1 },
			),
		]),
	),
	{ requiredKeys: [] },
);

const outcomeOf = async (read: () => unknown): Promise<unknown> => {
	try {
		return await read();
	} catch (error) {
		return (error as Error).message;
	}
};

test('settings that are seen at a glance to be right are read as those that are checked one by one', async () => {
	await fc.assert(
		fc.asyncProperty(environments, async (environment) => {
			expect(await outcomeOf(() => readSettings(environment))).toEqual(await outcomeOf(() => readConfig(environment)));
		}),
		{ numRuns: 2_000 },
	);
});

test('every value alone is read so', async () => {
	for (const [name, values] of Object.entries(VALUES))
		for (const value of values)
			expect(await outcomeOf(() => readSettings({ [name]: value }))).toEqual(await outcomeOf(() => readConfig({ [name]: value })));
});
