import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Action, customId } from '../../src/action.ts';
import type { Answer } from '../../src/answer.ts';
import type { AnyCommand } from '../../src/command.ts';
import type { Program } from '../../src/program.ts';
import { type Bot, type BotOptions, echo, say, startBot } from '../standin/bot.ts';
import { createStandin, type Standin, type StandinOptions } from '../standin/index.ts';

let standin: Standin;
let bot: Bot;
/** Settles the answer of `/slow`. */
let slow: PromiseWithResolvers<Answer>;

const commands: readonly AnyCommand[] = [
	echo as unknown as AnyCommand,
	{ answer: () => slow.promise, description: 'command.private', name: 'slow', options: {} },
	{ answer: () => slow.promise, description: 'command.private', isPublic: true, name: 'loud', options: {} },
];
const slowly: Action = { answer: () => slow.promise, name: 'slowly' };

async function open(options: BotOptions = {}, standinOptions: StandinOptions = {}) {
	standin = await createStandin({ responseWithinMilliseconds: 20_000, ...standinOptions });
	bot = await startBot(standin, { actions: [slowly], commands, ...options });
}

const sendEcho = async (text: string) => (await standin.sendCommand('echo', { text })).message.content;
const callbacks = () => standin.received.filter(({ path }) => path.endsWith('/callback')).map(({ status }) => status);

beforeEach(() => {
	slow = Promise.withResolvers();
});

afterEach(async () => {
	slow.resolve(say('late'));
	await bot.gateway.close();
	await standin.close();
});

describe('slow answers', () => {
	test('an answer that takes long is deferred for the asker alone, then put in place', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('slow');
		expect(await exchange.acknowledged).toEqual({ data: { flags: 64 }, type: 5 });
		slow.resolve({ ...say('at last'), private: true });
		const reply = await exchange.reply;
		expect([reply.message.content, reply.isPrivate, reply.edits]).toEqual(['at last', true, 1]);
		expect(standin.violations).toEqual([]);
	});

	test('one that speaks to everybody is deferred before everybody', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('loud');
		expect(await exchange.acknowledged).toEqual({ data: undefined, type: 5 });
		slow.resolve({ ...say('hear'), private: false });
		const reply = await exchange.reply;
		expect([reply.message.content, reply.isPrivate, reply.edits]).toEqual(['hear', false, 1]);
		expect(standin.violations).toEqual([]);
	});

	test('one that refuses after that says so to the asker alone, and leaves nothing behind', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('loud');
		await exchange.acknowledged;
		slow.resolve({ ...say('no'), private: true });
		const reply = await exchange.reply;
		expect(() => reply.message).toThrow('no message');
		expect(reply.followups.map(({ content, flags }) => [content, flags])).toEqual([['no', 64]]);
		expect(standin.violations).toEqual([]);
		expect(bot.logs.filter(({ level }) => level === 'error')).toEqual([]);
	});

	test('where the app is a guest, nobody sees anything, whoever it would speak to', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('loud', {}, { installation: 'user' });
		expect(await exchange.acknowledged).toEqual({ data: { flags: 64 }, type: 5 });
	});

	test('one that turns out to be for everybody is sent to everybody, and leaves nothing behind', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('slow');
		await exchange.acknowledged;
		const sent = Promise.withResolvers<string>();
		slow.resolve({ ...say('hear'), onSent: ({ messageId }) => sent.resolve(messageId), private: false });
		const reply = await exchange.reply;
		expect(() => reply.message).toThrow('no message');
		expect(reply.followups.map(({ content, flags, id }) => [content, flags, id])).toEqual([['hear', 0, await sent.promise]]);
		expect(standin.violations).toEqual([]);
		expect(bot.logs.filter(({ level }) => level === 'error')).toEqual([]);
	});

	test('one for everybody stays before the asker alone where the app is a guest', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('slow', {}, { installation: 'user' });
		await exchange.acknowledged;
		slow.resolve({ ...say('hear'), private: false });
		const reply = await exchange.reply;
		expect([reply.message.content, reply.isPrivate, reply.followups]).toEqual(['hear', true, []]);
	});

	test('one for everybody that is refused for what is in it leaves an apology to the asker alone', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('slow');
		await exchange.acknowledged;
		standin.failures.refuse(/^POST \/webhooks\//, { code: 50_035, message: 'Invalid Form Body', status: 400 });
		const lost = Promise.withResolvers<string>();
		slow.resolve({ ...say('hear'), onLost: () => lost.resolve('lost'), private: false });
		expect(await lost.promise).toBe('lost');
		const { errorId } = await bot.whenLogged('a reply was refused for what is in it');
		expect((await exchange.reply).followups.map(({ content, flags }) => [content.includes(String(errorId)), flags])).toEqual([[true, 64]]);
	});

	test('a press that takes long shows nothing, then changes its message', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const pressed = standin.pressEarlier(customId('slowly'));
		await vi.waitFor(() => expect(standin.received.at(-1)?.body).toEqual({ type: 6 }));
		slow.resolve(say('changed', { update: true }));
		const reply = await pressed;
		expect([reply.isUpdate, reply.message.content, reply.followups]).toEqual([true, 'changed', []]);
		expect(standin.violations).toEqual([]);
	});

	test.each([false, true])('or is answered beside it, private: %s', async (isPrivate) => {
		await open({ deferAfterMilliseconds: 1 });
		const pressed = standin.pressEarlier(customId('slowly'));
		await vi.waitFor(() => expect(standin.received.at(-1)?.body).toEqual({ type: 6 }));
		slow.resolve(say('beside', { private: isPrivate }));
		const reply = await pressed;
		expect([reply.isUpdate, reply.isPrivate, reply.followups.map(({ content }) => content)]).toEqual([false, isPrivate, ['beside']]);
		expect(standin.violations).toEqual([]);
	});

	test('files come with the edit', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('slow');
		await exchange.acknowledged;
		slow.resolve({
			message: { files: [{ contentType: 'text/plain', data: Buffer.from('hello'), name: 'a.txt' }] },
			outcome: 'info',
			private: true,
		});
		expect((await exchange.reply).message.files.get('a.txt')?.data.toString()).toBe('hello');
	});

	test('an answer that fails after a deferral becomes an apology in its place', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('slow');
		await exchange.acknowledged;
		slow.reject(new Error('no'));
		const { errorId } = await bot.whenLogged('an answer failed');
		expect((await exchange.reply).message.content).toContain(errorId);
	});

	test('an answer that comes in time is not deferred', async () => {
		await open();
		const exchange = standin.startCommand('slow');
		slow.resolve(say('quick'));
		expect((await exchange.acknowledged).type).toBe(4);
	});

	test('what is in hand is finished before leaving, and nothing new is taken', async () => {
		await open({ deferAfterMilliseconds: 1 });
		const exchange = standin.startCommand('slow');
		await exchange.acknowledged;
		const closing = bot.gateway.close();
		const tooLate = standin.startCommand('echo', { text: 'x' });
		slow.resolve({ ...say('done'), private: true });
		await closing;
		expect((await exchange.reply).message.content).toBe('done');
		expect(callbacks()).toHaveLength(1);
		standin.expire(tooLate);
		expect(standin.gateway.connections).toBe(0);
	});

	test('leaving does not wait for ever', async () => {
		await open({ deferAfterMilliseconds: 1, finishWithinMilliseconds: 5 });
		await standin.startCommand('slow').acknowledged;
		await bot.gateway.close();
		expect(bot.logs.map(({ msg }) => msg)).toContain('left with answers still in hand');
	});

	test('nor for quizzes that cannot be shown to the end', async () => {
		const close = vi.fn(() => new Promise<never>(() => undefined));
		const change = (program: Program): Program => ({ ...program, rounds: { ...program.rounds, attend: () => ({ close }) } });
		await open({ change, finishWithinMilliseconds: 50 });
		const started = performance.now();
		await bot.gateway.close();
		expect(performance.now() - started).toBeLessThan(4_000);
		expect(close).toHaveBeenCalledOnce();
		expect(bot.logs.map(({ msg }) => msg)).toContain('left with answers still in hand');
		expect(standin.gateway.connections).toBe(0);
	}, 15_000);

	test('leaving lets go of the quizzes, though answers are still in hand', async () => {
		const close = vi.fn(async () => undefined);
		const change = (program: Program): Program => ({ ...program, rounds: { ...program.rounds, attend: () => ({ close }) } });
		await open({ change, deferAfterMilliseconds: 1, finishWithinMilliseconds: 5 });
		await standin.startCommand('slow').acknowledged;
		await bot.gateway.close();
		expect(close).toHaveBeenCalledOnce();
	});

	test('leaving says nothing of connections that are lost by it, nor of what was on its way there', async () => {
		const asked = Promise.withResolvers<void>();
		const answer = () => {
			asked.resolve();
			return say('on its way');
		};
		await open({ commands: [{ answer, description: 'command.private', name: 'quick', options: {} }], finishWithinMilliseconds: 5 });
		const gate = Promise.withResolvers<void>();
		standin.failures.delay('callback', gate.promise);
		standin.startCommand('quick');
		await asked.promise;
		await bot.gateway.close();
		gate.resolve();
		expect(bot.logs.filter(({ level }) => level === 'error')).toEqual([]);
		expect(bot.logs.filter(({ level }) => level === 'warn').map(({ msg }) => msg)).toContain('left with answers still in hand');
		expect(bot.logs.map(({ msg }) => msg)).not.toContain('a connection was lost; connecting again');
	});
});

describe('trouble with the API', () => {
	beforeEach(() => open());

	test('a rate limit is waited for', async () => {
		standin.failures.rateLimit('callback', { retryAfter: 0.02 });
		expect(await sendEcho('after a while')).toBe('en: after a while');
		expect(callbacks()).toEqual([429, 204]);
	});

	test('a failing server is asked again', async () => {
		standin.failures.serverError('callback', { times: 2 });
		expect(await sendEcho('again')).toBe('en: again');
		expect(callbacks()).toEqual([502, 502, 204]);
	});

	test('a server that keeps failing is logged once, and the next answer is given', async () => {
		standin.failures.serverError('callback', { times: 4 });
		standin.expire(standin.startCommand('echo', { text: 'lost' }));
		expect(await bot.whenLogged('a reply was not taken')).toMatchObject({ err: { status: 502 }, front: 'gateway', level: 'error' });
		expect(await sendEcho('next')).toBe('en: next');
		expect(bot.logs.filter(({ level }) => level === 'error')).toHaveLength(1);
	});

	test('a reply that arrived although the server said otherwise is left alone', async () => {
		standin.failures.serverError('callback', { applied: true });
		expect(await sendEcho('once')).toBe('en: once');
		expect(await bot.whenLogged('a reply was not taken')).toMatchObject({ err: { code: 40_060 }, level: 'warn' });
	});

	test('an answer that nobody has seen is told so, also where its deferral was not taken', async () => {
		standin.failures.refuse('callback', { code: 10_062, message: 'Unknown interaction', status: 404 });
		const lost = Promise.withResolvers<void>();
		standin.expire(standin.startCommand('slow'));
		slow.resolve({ ...say('late'), onLost: () => lost.resolve() });
		await lost.promise;
		await bot.gateway.close();
		bot = await startBot(standin, { commands, deferAfterMilliseconds: 1 });
		slow = Promise.withResolvers();
		standin.failures.refuse('callback', { code: 10_062, message: 'Unknown interaction', status: 404 });
		standin.expire(standin.startCommand('slow'));
		await bot.whenLogged('a deferral was not taken');
		const lostToo = Promise.withResolvers<never>();
		slow.resolve({ ...say('late'), onLost: () => lostToo.reject(new Error('told')) });
		await expect(lostToo.promise).rejects.toThrow('told');
	});

	test('one that was seen is not', async () => {
		standin.failures.serverError('callback', { applied: true });
		const onLost = vi.fn();
		const exchange = standin.startCommand('slow');
		slow.resolve({ ...say('once'), onLost });
		expect((await exchange.reply).message.content).toBe('once');
		await bot.whenLogged('a reply was not taken');
		expect(onLost).not.toHaveBeenCalled();
	});

	test('an expired interaction is logged as a warning', async () => {
		standin.failures.refuse('callback', { code: 10_062, message: 'Unknown interaction', status: 404 });
		standin.startCommand('echo', { text: 'late' });
		expect(await bot.whenLogged('a reply was not taken')).toMatchObject({ err: { code: 10_062 }, level: 'warn', user: standin.user.id });
	});

	test('a cut connection is survived', async () => {
		standin.failures.drop('callback');
		expect(await sendEcho('again')).toBe('en: again');
		standin.failures.drop('callback', 2);
		standin.startCommand('echo', { text: 'lost' });
		await bot.whenLogged('a reply was not taken');
		expect(await sendEcho('next')).toBe('en: next');
	});

	test('suggestions that cannot be sent are logged', async () => {
		standin.failures.refuse('callback', { code: 10_062, message: 'Unknown interaction', status: 404 });
		standin.autocomplete('echo', 'text', 'x').catch(() => undefined);
		expect(await bot.whenLogged('suggestions were not taken')).toMatchObject({ level: 'warn' });
	});
});

describe('trouble with the connection', () => {
	test('a dropped connection is resumed, and what was asked meanwhile is answered', async () => {
		await open();
		standin.gateway.drop();
		const exchange = standin.startCommand('echo', { text: 'in the gap' });
		expect((await exchange.reply).message.content).toBe('en: in the gap');
		expect([standin.gateway.identifies.length, standin.gateway.resumes.length]).toEqual([1, 1]);
		await bot.whenLogged('a connection was resumed');
	});

	test('a request to connect again is followed by a resume', async () => {
		await open();
		standin.gateway.reconnect();
		await standin.gateway.whenResumed();
		expect(await sendEcho('back')).toBe('en: back');
	});

	test('a session that is not valid any more is begun anew', async () => {
		await open();
		standin.gateway.invalidate();
		await standin.gateway.whenReady(2);
		expect(await sendEcho('new')).toBe('en: new');
		expect(standin.gateway.identifies).toHaveLength(2);
		expect(standin.commandWrites).toBe(1);
	});

	test('a session lost during a gap is begun anew', async () => {
		await open();
		standin.gateway.drop();
		standin.gateway.invalidate();
		await standin.gateway.whenReady(2);
		expect(await sendEcho('new')).toBe('en: new');
	});

	test('a dead connection is noticed by its heartbeats', async () => {
		await open({}, { heartbeatMilliseconds: 50 });
		standin.gateway.freeze();
		await standin.gateway.whenResumed();
		expect(await sendEcho('alive')).toBe('en: alive');
	});

	test('a token that is taken back ends the bot with a reason', async () => {
		await open();
		standin.gateway.close(4004, 'Authentication failed.');
		await expect(bot.gateway.failed).rejects.toThrow(/does not accept DISCORD_TOKEN/);
	});
});
