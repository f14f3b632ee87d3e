/** The stand-in refuses what Discord would not let happen. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AnyCommand } from '../../src/command.ts';
import { type Bot, echo, say, startBot } from './bot.ts';
import { createStandin, type Standin } from './index.ts';

let standin: Standin;
let bot: Bot;

beforeAll(async () => {
	standin = await createStandin({ responseWithinMilliseconds: 20_000 });
	bot = await startBot(standin, {
		commands: [
			echo as unknown as AnyCommand,
			{ answer: () => say('hush', { private: true }), description: 'command.private', name: 'hush', options: {} },
		],
	});
});

afterAll(async () => {
	await bot.gateway.close();
	await standin.close();
});

test('a command that was not registered cannot be sent', async () => {
	await expect(standin.sendCommand('nope')).rejects.toThrow('/nope is not registered; registered are: /echo /hush');
});

test.each<[string, Record<string, boolean | number | string>, RegExp]>([
	['a required option left out', {}, /needs the option text/],
	['an option that is not declared', { other: 'x', text: 'x' }, /no option other/],
	['a value of another type', { text: 1 }, /takes text/],
	['6001 characters', { text: 'x'.repeat(6001) }, /0 to 6000/],
])('%s cannot be sent', async (_, options, reason) => {
	await expect(standin.sendCommand('echo', options)).rejects.toThrow(reason);
});

test('only options with autocomplete suggest', async () => {
	await expect(standin.autocomplete('echo', 'private', 'x')).rejects.toThrow('has no autocomplete');
});

test('a button that is not there cannot be pressed', async () => {
	const reply = await standin.sendCommand('echo', { text: 'x' });
	await expect(standin.press(reply, 'Cite')).rejects.toThrow('the message has no Cite');
});

test('a private message is seen by its asker alone', async () => {
	const reply = await standin.sendCommand('hush');
	reply.message.components = [{ components: [{ custom_id: '1|x', label: 'X', style: 2, type: 2 }], type: 1 }];
	await expect(standin.press(reply, 'X', { user: standin.createUser('Other') })).rejects.toThrow('seen by its asker alone');
});

test('a request without the token is refused, and an unknown route is noted', async () => {
	expect((await fetch(`${standin.url}/v10/users/@me`)).status).toBe(401);
	expect((await fetch(`${standin.url}/v10/nowhere`)).status).toBe(404);
	expect(standin.violations).toEqual(['GET /nowhere: there is no such route']);
});

test('an interaction can be answered once', async () => {
	const { exchange } = await standin.sendCommand('echo', { text: 'x' });
	const { id, token } = exchange.interaction;
	const again = () =>
		fetch(`${standin.url}/v10/interactions/${id}/${token}/callback`, {
			body: '{"type":4,"data":{"content":"x"}}',
			headers: { 'content-type': 'application/json' },
			method: 'POST',
		});
	expect(await (await again()).json()).toMatchObject({ code: 40_060 });
	standin.expire(exchange);
	expect(await (await again()).json()).toMatchObject({ code: 10_062 });
});

test('nobody answers: the exchange says so', async () => {
	const silent = await createStandin({ responseWithinMilliseconds: 1 });
	await expect(silent.sendUnregistered('x')).rejects.toThrow('no bot has connected');
	await silent.close();
});
