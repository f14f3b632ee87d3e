import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AnyCommand } from '../../src/command.ts';
import { StartError } from '../../src/start-error.ts';
import { type Bot, echo, startBot } from '../standin/bot.ts';
import { createStandin, type Standin } from '../standin/index.ts';

let standin: Standin;
let bots: Bot[];

beforeEach(async () => {
	standin = await createStandin({ guilds: 3, responseWithinMilliseconds: 20_000 });
	bots = [];
});

afterEach(async () => {
	await Promise.all(bots.map(({ gateway }) => gateway.close()));
	await standin.close();
});

const start = async (...args: Parameters<typeof startBot> extends [unknown, ...infer Rest] ? Rest : never) => {
	const bot = await startBot(standin, ...args);
	bots.push(bot);
	return bot;
};

const methods = () => standin.received.filter(({ path }) => path.endsWith('/commands')).map(({ method }) => method);

describe('identifying', () => {
	test('no intents are asked for', async () => {
		await start();
		expect(standin.gateway.identifies).toMatchObject([{ intents: 0, shard: [0, 1] }]);
	});

	test('a wrong token is named, with what to do', async () => {
		const error: unknown = await start({ token: 'wrong' }).catch((it: unknown) => it);
		expect(error).toBeInstanceOf(StartError);
		expect(String(error)).toMatch(/DISCORD_TOKEN.*developer portal/);
		expect(String(error)).not.toContain('wrong');
	});

	test('a token that only the gateway refuses is named too', async () => {
		const forgetful = await createStandin({ gatewayToken: 'another' });
		await expect(start({ apiUrl: forgetful.url, token: forgetful.token })).rejects.toThrow(/does not accept DISCORD_TOKEN/);
		await forgetful.close();
	});

	test('with a token of another application nothing is registered, and what to do is said', async () => {
		const { gateway, logs } = await start({ applicationId: '123456789012345678' });
		await gateway.registered;
		expect(logs.filter(({ level }) => level === 'error').map(({ msg }) => msg)).toEqual([
			expect.stringContaining(
				`DISCORD_APPLICATION_ID is 123456789012345678, but DISCORD_TOKEN is the token of application ${standin.applicationId}. If the token`,
			),
		]);
		expect(methods()).toEqual([]);
	});

	test('an address where nobody answers is named, with what to do', async () => {
		const nobody = await createStandin();
		await nobody.close();
		await expect(start({ apiUrl: nobody.url })).rejects.toThrow(`${nobody.url} cannot be reached (ECONNREFUSED). Check DISCORD_API_URL`);
	});

	test('a passing failure of the API does not keep it from starting', async () => {
		standin.failures.serverError('gateway', { times: 2 });
		await start();
		expect((await standin.sendCommand('echo', { text: 'up' })).message.content).toBe('en: up');
	});

	test('an API that keeps failing is named', async () => {
		standin.failures.serverError('gateway', { status: 503, times: 4 });
		await expect(start()).rejects.toThrow(/answered with 503/);
	});
});

describe('registering', () => {
	test('the first start writes the commands, the second leaves them', async () => {
		await start();
		expect(methods()).toEqual(['GET', 'PUT']);
		await start();
		expect(methods()).toEqual(['GET', 'PUT', 'GET']);
		expect(standin.violations).toEqual([]);
	});

	test('commands are offered everywhere, to servers and to users', async () => {
		await start();
		expect(standin.commands).toMatchObject([
			{
				contexts: [0, 1, 2],
				integration_types: [0, 1],
				name: 'echo',
				options: [
					{ autocomplete: true, name: 'text', required: true, type: 3 },
					{ name: 'private', type: 5 },
				],
			},
		]);
	});

	test.each<[string, AnyCommand]>([
		['a new name', { ...echo, name: 'echo2' } as unknown as AnyCommand],
		['a new description', { ...echo, description: 'command.event.description' } as unknown as AnyCommand],
		['an option less', { ...echo, options: { text: echo.options.text } } as unknown as AnyCommand],
		[
			'an option that is optional now',
			{ ...echo, options: { ...echo.options, text: { ...echo.options.text, required: false } } } as unknown as AnyCommand,
		],
	])('%s is written', async (_, changed) => {
		await start();
		await start({ commands: [changed] });
		expect(standin.commandWrites).toBe(2);
	});

	test('with its id in the settings, the application is not asked for', async () => {
		await start({ applicationId: standin.applicationId });
		expect(standin.received.some(({ path }) => path === '/applications/@me')).toBe(false);
		expect(standin.commandWrites).toBe(1);
	});

	test('a refused registration is logged, and the bot goes on', async () => {
		standin.failures.refuse(/^PUT /, { code: 50_035, message: 'Invalid Form Body', status: 400 });
		const bot = await start();
		expect(await bot.whenLogged('commands could not be registered')).toMatchObject({ err: { code: 50_035 }, level: 'error' });
		expect((await standin.sendUnregistered('echo')).type).toBe(4);
	});
});
