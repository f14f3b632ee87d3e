/** The whole program as a process of its own, with its real commands. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { loadCommands } from '../../src/commands.ts';
import { registeredName } from '../../src/registration.ts';
import { createStandin, type Standin } from '../standin/index.ts';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'src/boot.js');

let standin: Standin;
let child: ChildProcess | undefined;
/** A dataset in which nothing stands. */
let emptyData: string;

beforeAll(() => {
	emptyData = mkdtempSync(join(tmpdir(), 'variorum-data-'));
	writeFileSync(join(emptyData, 'dataset.yml'), 'name:\n  en: Nothing yet\nversion: 2026.1.0\nlicence: CC BY 4.0\n');
	writeFileSync(join(emptyData, 'topics.yml'), '{}\n');
	writeFileSync(join(emptyData, 'redirects.yml'), '{}\n');
});

afterAll(() => rmSync(emptyData, { recursive: true }));

beforeEach(async () => {
	standin = await createStandin({ responseWithinMilliseconds: 20_000 });
});

afterEach(async () => {
	child?.kill('SIGKILL');
	child = undefined;
	await standin.close();
});

function start(environment: Record<string, string> = {}, [command, ...args]: [string, ...string[]] = [process.execPath, MAIN]) {
	const it = spawn(command, args, {
		cwd: ROOT,
		env: {
			...process.env,
			DISCORD_API_URL: standin.url,
			DISCORD_TOKEN: standin.token,
			LOG_LEVEL: 'info',
			NODE_OPTIONS: '',
			DATABASE_URL: `sqlite:${join(emptyData, 'store.sqlite')}`,
			DATA_DIR: emptyData,
			...environment,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child = it;
	let output = '';
	it.stdout.setEncoding('utf8').on('data', (chunk: string) => {
		output += chunk;
	});
	const errors = text(it.stderr);
	const exit = once(it, 'close') as Promise<[code: number | null, signal: string | null]>;
	return {
		errors,
		exit,
		kill: (signal: NodeJS.Signals) => it.kill(signal),
		logs: () =>
			output
				.trim()
				.split('\n')
				.map((line) => JSON.parse(line) as Record<string, unknown>),
		async whenLogged(message: string) {
			while (!output.includes(`"msg":"${message}"`)) {
				const ended = await Promise.race([once(it.stdout, 'data').then(() => false), exit.then(() => true)]);
				if (ended) throw new Error(`ended without “${message}”: ${await errors}${output}`);
			}
		},
	};
}

test('it registers, connects, answers, and leaves with 0 when told to', async () => {
	const bot = start({ DATA_DIR: '' });
	await Promise.all([standin.whenRegistered(), bot.whenLogged('ready')]);
	const declared = await loadCommands();
	expect(declared.length).toBeGreaterThan(12);
	expect(standin.commands.map(({ name }) => name).sort()).toEqual(declared.map(registeredName).sort());
	const { message } = await standin.sendCommand('treaty', { query: 'portsmouth' });
	expect(JSON.stringify(message.embeds)).toContain('Portsmouth');
	expect((await standin.autocomplete('treaty', 'query', 'portsm'))[0]?.name).toContain('Portsmouth');
	bot.kill('SIGTERM');
	expect(await bot.exit).toEqual([0, null]);
	expect(await bot.errors).toBe('');
	expect(bot.logs().filter(({ level }) => level !== 'info')).toEqual([]);
	expect(standin.violations).toEqual([]);
	for (const line of bot.logs())
		expect(line).toMatchObject({ app: 'variorum', level: expect.any(String), msg: expect.any(String), time: expect.any(String) });
});

test.skipIf(process.platform === 'win32')('npm, which tells its shell alone to stop, stops the program', async () => {
	const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } };
	const PATH = [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter);
	const bot = start({ PATH }, ['sh', '-c', scripts.start]);
	await Promise.all([standin.whenRegistered(), bot.whenLogged('ready')]);
	bot.kill('SIGTERM');
	expect(await bot.exit).toEqual([0, null]);
	expect(bot.logs().at(-1)).toMatchObject({ msg: 'stopping', signal: 'SIGTERM' });
});

test.each(['SIGINT', 'SIGTERM'])('%s before anything is loaded ends it with 0', async (signal) => {
	const onMain = `import { registerHooks } from 'node:module';
		registerHooks({ load: (url, context, next) => (url.endsWith('/main.ts') && process.kill(process.pid, '${signal}'), next(url, context)) });`;
	const bot = start({}, [process.execPath, '--import', `data:text/javascript,${encodeURIComponent(onMain)}`, MAIN]);
	expect(await bot.exit).toEqual([0, null]);
	expect(await bot.errors).toBe('');
});

test('a second start finds its commands as they are', async () => {
	const first = start();
	await first.whenLogged('commands registered');
	first.kill('SIGINT');
	expect(await first.exit).toEqual([0, null]);
	const second = start();
	await second.whenLogged('commands are registered as they are');
	expect(standin.commandWrites).toBe(1);
	second.kill('SIGTERM');
	await second.exit;
});

test('an answer in hand is finished before it leaves', async () => {
	const bot = start();
	await Promise.all([standin.whenRegistered(), bot.whenLogged('ready')]);
	const gate = Promise.withResolvers<void>();
	standin.failures.delay('callback', gate.promise);
	const reply = await standin.sendCommand('about');
	bot.kill('SIGTERM');
	await bot.whenLogged('stopping');
	// As Ctrl+C does that npm passes on.
	bot.kill('SIGTERM');
	expect(child?.exitCode).toBeNull();
	gate.resolve();
	expect(await bot.exit).toEqual([0, null]);
	expect(reply.type).toBe(4);
});

test('told to stop once more, it leaves at once', async () => {
	const bot = start();
	await Promise.all([standin.whenRegistered(), bot.whenLogged('ready')]);
	const gate = Promise.withResolvers<void>();
	standin.failures.delay('callback', gate.promise);
	standin.startCommand('about');
	await expect.poll(() => standin.received.some(({ path }) => path.endsWith('/callback'))).toBe(true);
	bot.kill('SIGINT');
	await bot.whenLogged('stopping');
	await sleep(700);
	bot.kill('SIGINT');
	expect(await bot.exit).toEqual([1, null]);
	expect(bot.logs().at(-1)).toMatchObject({ level: 'warn', msg: 'stopped before all was finished' });
	gate.resolve();
});

test('a wrong token ends it with 1 and one line that says what to do', async () => {
	const bot = start({ DISCORD_TOKEN: 'not-the-token' });
	expect(await bot.exit).toEqual([1, null]);
	expect(await bot.errors).toMatch(/^Discord does not accept DISCORD_TOKEN\. [^\n]+\n$/);
});

test('an API that is not there ends it with 1 and one line that says what to do', async () => {
	const nobody = await createStandin();
	await nobody.close();
	const bot = start({ DISCORD_API_URL: nobody.url });
	expect(await bot.exit).toEqual([1, null]);
	expect(await bot.errors).toMatch(/^http:\S+ cannot be reached \(ECONNREFUSED\)\. [^\n]+\n$/);
});

test('a wrong environment ends it with 1, every bad value named, and no stack', async () => {
	const bot = start({ DISCORD_TOKEN: 'a secret word', LOG_LEVEL: 'loud', PORT: 'eighty' });
	expect(await bot.exit).toEqual([1, null]);
	const errors = await bot.errors;
	expect(errors).toContain('3 settings cannot be used');
	for (const name of ['DISCORD_TOKEN', 'LOG_LEVEL', 'PORT']) expect(errors).toContain(`${name}\n  found:`);
	expect(errors).not.toContain('a secret word');
	expect(errors).not.toMatch(/^\s+at /m);
});

test('a database that cannot be used ends it with 1 and one line that says what to do', async () => {
	const bot = start({ DATABASE_URL: 'postgres://somebody:secret@127.0.0.1:9/nowhere' });
	expect(await bot.exit).toEqual([1, null]);
	expect(await bot.errors).toMatch(/^postgres:\/\/127\.0\.0\.1:9\/nowhere cannot be reached \(ECONNREFUSED\)\. [^\n]+\n$/);
	expect(standin.received).toEqual([]);
});

test('what needs nothing stored makes no file', async () => {
	const path = join(emptyData, 'unused.sqlite');
	const bot = start({ DATABASE_URL: `sqlite:${path}` });
	await Promise.all([standin.whenRegistered(), bot.whenLogged('ready')]);
	await standin.sendCommand('about');
	expect(existsSync(path)).toBe(false);
	expect((await standin.sendCommand('privacy show')).message.embeds).toHaveLength(1);
	expect(existsSync(path)).toBe(true);
	bot.kill('SIGTERM');
	expect(await bot.exit).toEqual([0, null]);
	// Closed in good order, the log of the database is in the file again.
	expect(existsSync(`${path}-wal`)).toBe(false);
});

test('a dataset that cannot be used ends it with 1, and no connection is made', async () => {
	const bot = start({ DATA_DIR: import.meta.dirname });
	expect(await bot.exit).toEqual([1, null]);
	expect(await bot.errors).toMatch(/found[\s\S]+expected[\s\S]+remedy/);
	expect(standin.received).toEqual([]);
});
