import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Action, customId } from '../../src/action.ts';
import type { AnyCommand } from '../../src/command.ts';
import { answerOf, type Bot, echo, say, startBot } from '../standin/bot.ts';
import { DESCRIPTION_ABSENT, hasDescription } from '../standin/description.ts';
import { createStandin, type Standin } from '../standin/index.ts';
import { createGuild } from '../standin/world.ts';

const button = (label: string, id: string) => ({ custom_id: id, label, style: 2 as const, type: 2 as const });
const row = (...components: object[]) => ({ components, type: 1 as const }) as never;

const plain = (name: string, answer: AnyCommand['answer']): AnyCommand => ({ answer, description: 'command.private', name, options: {} });

const card = plain('card', () =>
	answerOf({
		components: [
			row(button('More', customId('more', 1)), { label: 'Link', style: 5, type: 2, url: 'https://example.org/' }),
			row({
				custom_id: customId('pick'),
				options: [
					{ label: 'One', value: '1' },
					{ label: 'Two', value: '2' },
				],
				placeholder: 'Choose',
				type: 3,
			}),
		],
		embeds: [{ description: 'Five estimates', title: 'Prisoners' }],
	}),
);

const picture = plain('picture', () =>
	answerOf({
		embeds: [{ image: { url: 'attachment://chart.png' }, title: 'Chart' }],
		files: [
			{ contentType: 'image/png', data: Uint8Array.from([137, 80, 78, 71]), description: 'A chart of five estimates', name: 'chart.png' },
		],
	}),
);

const more: Action = {
	answer: ({ args: [page], own }) => answerOf({ content: `page ${page}, ${own ? 'own' : 'foreign'}` }, { private: !own, update: own }),
	name: 'more',
};
const pick: Action = { answer: ({ values }) => say(`picked ${values.join()}`, { private: true }), name: 'pick' };

const broken = plain('broken', () => {
	throw new Error('secret detail');
});
const oversized = plain('oversized', () => say('x'.repeat(2001)));
const shouting = plain('shouting', () => say('@everyone <@1> <@&2>'));

describe('answers over the gateway', () => {
	let standin: Standin;
	let bot: Bot;

	beforeEach(async () => {
		standin = await createStandin({ responseWithinMilliseconds: 20_000 });
		bot = await startBot(standin, {
			actions: [more, pick],
			commands: [echo as unknown as AnyCommand, card, picture, broken, oversized, shouting],
		});
	});

	afterEach(async () => {
		await bot.gateway.close();
		await standin.close();
	});

	test('every payload is held against the description of Discord', (context) => {
		context.skip(!hasDescription(), DESCRIPTION_ABSENT);
	});

	test('a command is answered for everybody, or for the asker alone', async () => {
		const reply = await standin.sendCommand('echo', { text: 'hello' });
		expect([reply.type, reply.message.content, reply.isPrivate]).toEqual([4, 'en: hello', false]);
		expect((await standin.sendCommand('echo', { private: true, text: 'hush' })).isPrivate).toBe(true);
		expect(standin.violations).toEqual([]);
	});

	test('a locale without a catalogue is answered in English', async () => {
		expect((await standin.sendCommand('echo', { text: 'x' }, { locale: 'sv-SE' })).message.content).toBe('en: x');
	});

	test.each([
		['a community that chose Japanese', createGuild('Community', 'ja'), 'ja'],
		['a community that chose English', createGuild('Community', 'en-US'), 'en'],
		['a community that chose what has no catalogue', createGuild('Community', 'fr'), 'en'],
		['a server that cannot choose', createGuild('Friends'), 'ru'],
	])('%s is answered in its language, and the asker alone in theirs', async (_, guild, language) => {
		const at = { guild, locale: 'ru' };
		expect((await standin.sendCommand('echo', { text: 'x' }, at)).message.content).toBe(`${language}: x`);
		expect((await standin.sendCommand('echo', { private: true, text: 'x' }, at)).message.content).toBe('ru: x');
	});

	test('in direct messages, and where the app is a guest, the asker’s language is spoken', async () => {
		expect((await standin.sendCommand('echo', { text: 'x' }, { context: 'bot-dm', locale: 'ja' })).message.content).toBe('ja: x');
		const guest = { guild: createGuild('Community', 'ru'), installation: 'user', locale: 'ja' } as const;
		expect((await standin.sendCommand('echo', { text: 'x' }, guest)).message.content).toBe('ja: x');
	});

	test('what is typed brings suggestions, 25 at most', async () => {
		expect(await standin.autocomplete('echo', 'text', 'nomo')).toEqual([{ name: 'text nomo', value: 'nomo' }]);
		expect(await standin.autocomplete('echo', 'text', 'many')).toHaveLength(25);
		expect(standin.violations).toEqual([]);
	});

	test('a button updates the message of its own asker', async () => {
		const asked = await standin.sendCommand('card');
		const pressed = await standin.press(asked, 'More');
		expect(pressed.isUpdate).toBe(true);
		expect(pressed.message.id).toBe(asked.message.id);
		expect(asked.message).toMatchObject({ components: [], content: 'page 1, own', embeds: [] });
		expect(standin.violations).toEqual([]);
	});

	test('a button answers somebody else beside the message, privately', async () => {
		const asked = await standin.sendCommand('card');
		const pressed = await standin.press(asked, 'More', { user: standin.createUser('Passer-by') });
		expect([pressed.type, pressed.message.content, pressed.isPrivate]).toEqual([4, 'page 1, foreign', true]);
		expect(asked.message.embeds).toHaveLength(1);
	});

	test('a menu hands over what was chosen', async () => {
		const asked = await standin.sendCommand('card');
		expect((await standin.select(asked, 'Choose', ['2'])).message.content).toBe('picked 2');
	});

	test('files go along, with their alt text', async () => {
		const { message } = await standin.sendCommand('picture');
		expect(message.attachments).toMatchObject([{ description: 'A chart of five estimates', filename: 'chart.png', size: 4 }]);
		expect(message.files.get('chart.png')).toMatchObject({ contentType: 'image/png', data: Buffer.from([137, 80, 78, 71]) });
		expect(standin.violations).toEqual([]);
	});

	test.each([
		['a direct message', { context: 'bot-dm' }],
		['a direct message, installed by the user', { context: 'bot-dm', installation: 'user' }],
		['a server, installed by the user', { context: 'guild', installation: 'user' }],
		['a private channel', { context: 'private', installation: 'user' }],
	] as const)('it works in %s', async (_, at) => {
		const asked = await standin.sendCommand('card', {}, at);
		expect(asked.message.embeds).toMatchObject([{ title: 'Prisoners' }]);
		expect((await standin.press(asked, 'More', at)).message.content).toBe('page 1, own');
	});

	test('a command of another version is refused kindly', async () => {
		const reply = await standin.sendUnregistered('gone');
		expect(reply.isPrivate).toBe(true);
		expect(reply.message.content).toContain('/help');
	});

	test.each(['0|more|1', 'garbage', '1|removed-action', '|'])('a button of another version (%s) is refused kindly', async (id) => {
		const reply = await standin.pressEarlier(id);
		expect([reply.isPrivate, reply.isUpdate]).toEqual([true, false]);
		expect(reply.message.content).not.toBe('');
	});

	test('a fault becomes an apology with an id, and the log has the story', async () => {
		const reply = await standin.sendCommand('broken');
		expect(reply.isPrivate).toBe(true);
		expect(reply.message.content).not.toContain('secret detail');
		const line = await bot.whenLogged('an answer failed');
		expect(line).toMatchObject({
			err: { message: 'secret detail' },
			front: 'gateway',
			level: 'error',
			name: 'broken',
			user: standin.user.id,
		});
		expect(reply.message.content).toContain(line.errorId);
	});

	test('a reply that Discord finds fault with becomes an apology, and the log has no token in it', async () => {
		const reply = await standin.sendCommand('oversized');
		const line = await bot.whenLogged('a reply was refused for what is in it');
		expect(reply.message.content).toContain(line.errorId);
		expect(JSON.stringify(bot.logs)).not.toContain(reply.exchange.interaction.token);
		expect(standin.violations.length).toBeGreaterThan(0);
	});

	test('nothing pings, whatever is in the text', async () => {
		await standin.sendCommand('shouting');
		const sent = standin.received.filter(({ path }) => path.endsWith('/callback'));
		expect(sent.map(({ body }) => (body as { data: { allowed_mentions: unknown } }).data.allowed_mentions)).toEqual([{ parse: [] }]);
	});

	test('a callback carries no bot token', async () => {
		await standin.sendCommand('echo', { text: 'x' });
		expect(standin.received.find(({ path }) => path.endsWith('/callback'))?.headers.authorization).toBeUndefined();
	});

	test('a callback says of what program it is, as every other request does', async () => {
		await standin.sendCommand('echo', { text: 'x' });
		const agents = new Set(standin.received.map(({ headers }) => headers['user-agent']));
		expect(standin.received.some(({ path }) => !path.endsWith('/callback'))).toBe(true);
		expect([...agents]).toEqual([expect.stringMatching(/^DiscordBot \(.+\) .*discord\.js/)]);
	});

	test('an interaction of a kind that is not offered gets an answer too', async () => {
		const { interaction } = standin.startCommand('echo', { text: 'x' });
		const modal = { ...interaction, data: { components: [], custom_id: 'form' }, id: '1', token: 'modal-token', type: 5 } as never;
		expect((await standin.dispatch(modal, 'a form').reply).isPrivate).toBe(true);
	});
});
