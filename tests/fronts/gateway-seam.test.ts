/** What goes over the gateway beside plain commands: subcommands, people, the menus of messages, forms, rights, later messages. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Action, customId } from '../../src/action.ts';
import type { Answer, Asker, Modal } from '../../src/answer.ts';
import { type Declared, defineCommand, defineCommandGroup, defineMessageCommand } from '../../src/command.ts';
import type { MessageRef, Messenger } from '../../src/messenger.ts';
import { may, PERMISSIONS } from '../../src/permissions.ts';
import { answerOf, type Bot, say, startBot } from '../standin/bot.ts';
import { createStandin, type Standin } from '../standin/index.ts';

const button = (label: string, id: string) => ({ components: [{ custom_id: id, label, style: 2, type: 2 }], type: 1 }) as never;

const quiz = defineCommandGroup({
	description: 'command.private',
	name: 'quiz',
	subcommands: {
		duel: {
			answer: ({ against }, { people }) => say(`${people.get(against)?.name} (${against})${people.get(against)?.isBot ? ', a bot' : ''}`),
			description: 'command.private',
			options: { against: { description: 'command.private', required: true, type: 'user' } },
		},
		solo: {
			answer: ({ length = 5, topic }, { dice }) => say(`${topic} ${length} ${dice()}`),
			description: 'command.private',
			options: {
				topic: { autocomplete: true, description: 'command.private', required: true, type: 'string' },
				length: { description: 'command.private', max: 20, min: 1, type: 'integer' },
			},
			suggest: (text, option) => [{ name: `${option} ${text}`, value: text }],
		},
	},
});

/** What was asked of the message on which it was chosen. */
const check = defineMessageCommand({
	answer: ({ message }) => say(JSON.stringify(message), { private: true }),
	name: 'check',
	title: 'button.compare',
});

const form = (id: string): Modal => ({
	customId: id,
	inputs: [
		{ description: 'In your own words', id: 'what', label: 'What is wrong?', maxLength: 400, multiline: true, placeholder: 'The date …' },
		{ id: 'where', label: 'Where does it say so?', required: false, value: 'page 1' },
	],
	title: 'Report a problem',
});

const opening = (id: string): Answer => ({
	message: { content: 'A form cannot be opened here.' },
	modal: form(id),
	outcome: 'info',
	private: true,
});
const report = defineCommand({
	answer: () => opening(customId('report', 'command')),
	description: 'command.private',
	name: 'report',
	options: {},
});
const slowReport = defineCommand({
	answer: async () => {
		await new Promise((resolve) => setTimeout(resolve, 50));
		return opening(customId('report', 'slow'));
	},
	description: 'command.private',
	name: 'slow-report',
	options: {},
});
const card = defineCommand({
	answer: () => answerOf({ components: [button('Report', customId('report', 'button'))], content: 'a card' }),
	description: 'command.private',
	name: 'card',
	options: {},
});
const reporting: Action = {
	answer: ({ args: [from = ''] }) => opening(customId('report', from)),
	name: 'report',
	submit: ({ args: [from], at, fields, own }) =>
		answerOf(
			{ content: `${from}: ${fields.what} / ${fields.where} / ${own} / ${at ? 'under a message' : 'alone'}` },
			{ private: from !== 'button', update: from === 'button' },
		),
};
const mute: Action = { answer: () => opening(customId('mute')), name: 'mute' };

let askers: Asker[];
const who = defineCommand({
	answer(_args, { asker }) {
		askers.push(asker);
		return answerOf({ components: [button('Again', customId('who'))], content: may(asker, 'manageMessages') ? 'a moderator' : 'a member' });
	},
	description: 'command.private',
	name: 'who',
	options: {},
});
const whoAgain: Action = { answer: () => say('still here', { update: true }), name: 'who' };
const settings = defineCommand({
	answer: () => say('set', { private: true }),
	defaultMemberPermissions: PERMISSIONS.manageGuild,
	description: 'command.private',
	name: 'settings',
	options: {},
	where: 'servers',
});

let refs: MessageRef[];
let messenger: Messenger | undefined;
const round = defineCommand({
	answer: (_args, context) => {
		messenger = context.messenger;
		return answerOf({ content: 'the round begins' }, { onSent: (ref) => void refs.push(ref) });
	},
	description: 'command.private',
	name: 'round',
	options: {},
});

describe('the seam over the gateway', () => {
	let standin: Standin;
	let bot: Bot;

	beforeEach(async () => {
		askers = [];
		refs = [];
		standin = await createStandin({ responseWithinMilliseconds: 20_000 });
		bot = await startBot(standin, {
			actions: [reporting, whoAgain, mute],
			commands: [quiz, check, report, slowReport, card, who, settings, round] as unknown as Declared[],
			deferAfterMilliseconds: 20,
			dice: () => 0.25,
		});
	});

	afterEach(async () => {
		await bot.gateway.close();
		await standin.close();
	});

	describe('subcommands', () => {
		test('each is answered by its own function, with its own options', async () => {
			expect((await standin.sendCommand('quiz solo', { topic: 'treaties' })).message.content).toBe('treaties 5 0.25');
			expect((await standin.sendCommand('quiz solo', { length: 3, topic: 'treaties' })).message.content).toBe('treaties 3 0.25');
			await expect(standin.sendCommand('quiz')).rejects.toThrow('there are: /quiz duel /quiz solo');
			await expect(standin.sendCommand('quiz duel', { topic: 'x' })).rejects.toThrow('/quiz duel has no option topic');
			expect(standin.violations).toEqual([]);
		});

		test('each suggests for itself', async () => {
			expect(await standin.autocomplete('quiz solo', 'topic', 'khal')).toEqual([{ name: 'topic khal', value: 'khal' }]);
		});

		test('one of another version is refused kindly', async () => {
			const { interaction } = standin.startCommand('quiz solo', { topic: 'x' });
			const data = { ...interaction.data, options: [{ name: 'gone', options: [], type: 1 }] };
			const reply = await standin.dispatch({ ...interaction, data, id: '7', token: 'another' } as never, '/quiz gone').reply;
			expect(reply.message.content).toContain('/help');
		});
	});

	test('a person who is named comes with their name', async () => {
		const rival = standin.createUser('Rival');
		expect((await standin.sendCommand('quiz duel', { against: rival })).message.content).toBe(`Rival (${rival.id})`);
		expect((await standin.sendCommand('quiz duel', { against: standin.bot })).message.content).toContain(', a bot');
	});

	test.each([
		['a server', {}],
		['a private channel', { context: 'private', installation: 'user' }],
	] as const)('the menu of a message hands over the message, in %s', async (_, at) => {
		const author = standin.createUser('Author');
		const reply = await standin.sendMessageCommand('Compare two', { author, content: 'Zhukov lost!', id: '4711' }, at);
		const target = JSON.parse(reply.message.content);
		expect(target).toMatchObject({
			authorId: author.id,
			authorName: 'Author',
			channelId: standin.guilds[0]?.channelId,
			content: 'Zhukov lost!',
			id: '4711',
		});
		expect(target.url).toBe(`https://discord.com/channels/${target.guildId ?? '@me'}/${target.channelId}/4711`);
		expect(reply.isPrivate).toBe(true);
		expect(standin.violations).toEqual([]);
	});

	describe('forms', () => {
		test('a command opens one, and what is written comes back', async () => {
			const opened = await standin.sendCommand('report');
			expect([opened.type, opened.modal.title, opened.modal.components.map(({ label }) => label)]).toEqual([
				9,
				'Report a problem',
				['What is wrong?', 'Where does it say so?'],
			]);
			const sent = await standin.submit(opened, { what: 'the year' });
			expect([sent.message.content, sent.isPrivate, sent.type]).toEqual(['command: the year /  / true / alone', true, 4]);
			expect(standin.violations).toEqual([]);
		});

		test('a client sends no form that is not filled in', async () => {
			const opened = await standin.sendCommand('report');
			await expect(standin.submit(opened, {})).rejects.toThrow('the input what takes 1 to 400 characters');
			await expect(standin.submit(opened, { what: 'x'.repeat(401) })).rejects.toThrow('1 to 400');
			await expect(standin.submit(opened, { why: 'x' })).rejects.toThrow('no input why');
		});

		test('a button opens one, and the answer takes the place of its message', async () => {
			const asked = await standin.sendCommand('card');
			const sent = await standin.submit(await standin.press(asked, 'Report'), { what: 'the year', where: 'page 2' });
			expect([sent.type, sent.message.id]).toEqual([7, asked.message.id]);
			expect(asked.message.content).toBe('button: the year / page 2 / true / under a message');
			expect(standin.violations).toEqual([]);
		});

		test('somebody else who fills one in is not the asker', async () => {
			const asked = await standin.sendCommand('card');
			const at = { user: standin.createUser('Passer-by') };
			expect((await standin.submit(await standin.press(asked, 'Report', at), { what: 'x' }, at)).message.content).toContain(' / false / ');
		});

		test('where none can be opened any more, its message is shown', async () => {
			const exchange = standin.startCommand('slow-report');
			expect((await exchange.acknowledged).type).toBe(5);
			expect((await exchange.reply).message.content).toBe('A form cannot be opened here.');
		});

		test('one that nobody takes any more is refused kindly', async () => {
			const asked = await standin.sendCommand('card');
			asked.message.components = [button('Mute', customId('mute'))];
			const sent = await standin.submit(await standin.press(asked, 'Mute'), { what: 'x' });
			expect([sent.isPrivate, sent.isUpdate]).toEqual([true, false]);
			expect(sent.message.content).not.toBe('');
		});
	});

	describe('who asks', () => {
		test('in a server: where, by which name, with which rights', async () => {
			const reply = await standin.sendCommand('who', {}, { permissions: PERMISSIONS.manageMessages });
			expect(reply.message.content).toBe('a moderator');
			const [guild] = standin.guilds;
			expect(askers).toEqual([
				{
					canSeePictures: true,
					channelId: guild?.channelId,
					displayName: 'Asker',
					front: 'gateway',
					guildId: guild?.id,
					isExternal: false,
					permissions: PERMISSIONS.manageMessages,
					userId: standin.user.id,
				},
			]);
			expect((await standin.sendCommand('who')).message.content).toBe('a member');
			expect((await standin.sendCommand('who', {}, { permissions: PERMISSIONS.administrator })).message.content).toBe('a moderator');
		});

		test.each([{ context: 'bot-dm' }, { context: 'private', installation: 'user' }] as const)(
			'where there is no server, nobody is above the asker: $context',
			async (at) => {
				expect((await standin.sendCommand('who', {}, at)).message.content).toBe('a moderator');
				expect(askers).toMatchObject([{ guildId: undefined, isExternal: false }]);
			},
		);

		test('where the app is a guest, every answer is private', async () => {
			const guest = { context: 'guild', installation: 'user' } as const;
			const reply = await standin.sendCommand('who', {}, guest);
			expect([reply.isPrivate, askers[0]?.isExternal]).toEqual([true, true]);
			expect((await standin.press(reply, 'Again', guest)).message.content).toBe('still here');
			const host = await standin.sendCommand('who', {}, { context: 'guild', installation: 'both' });
			expect([host.isPrivate, askers[1]?.isExternal]).toEqual([false, false]);
		});

		test('a command for those who manage the server is not shown to others, nor elsewhere', async () => {
			await expect(standin.sendCommand('settings')).rejects.toThrow('not shown to a member');
			expect((await standin.sendCommand('settings', {}, { permissions: PERMISSIONS.manageGuild })).message.content).toBe('set');
			await expect(standin.sendCommand('settings', {}, { context: 'bot-dm' })).rejects.toThrow('not offered');
		});
	});

	describe('later messages', () => {
		test('an answer learns where it stands, and can be changed', async () => {
			const reply = await standin.sendCommand('round');
			await vi.waitFor(() => expect(refs).toHaveLength(1));
			expect(refs).toMatchObject([{ channelId: standin.guilds[0]?.channelId, messageId: reply.message.id }]);
			await messenger?.edit(refs[0]!, { content: 'round two' });
			expect(reply.message.content).toBe('round two');
			// When the token has run out, the bot's own is used.
			await messenger?.edit({ ...refs[0]!, reply: { token: refs[0]!.reply!.token, until: 0 } }, { content: 'round three' });
			expect(reply.message.content).toBe('round three');
			expect(standin.violations).toEqual([]);
		});

		test('a message can be sent to the channel and changed, and pings nobody', async () => {
			await standin.sendCommand('round');
			const ref = await messenger!.send('42', { components: [button('Again', customId('who'))], content: '@everyone, question one' });
			expect(standin.posted).toMatchObject([{ channel_id: '42', content: '@everyone, question one', id: ref.messageId }]);
			await messenger!.edit(ref, { components: [button('Again', customId('who'))], content: 'question two' });
			expect(standin.posted).toMatchObject([{ content: 'question two' }]);
			expect((await standin.press({ message: standin.posted[0]! }, 'Again')).isUpdate).toBe(true);
			expect(standin.violations).toEqual([]);
		});

		test('what cannot be sent says why', async () => {
			await standin.sendCommand('round');
			await expect(messenger!.edit({ channelId: '42', messageId: '43' }, { content: 'x' })).rejects.toMatchObject({ failure: 'gone' });
			standin.failures.refuse(/^POST \/channels/, { code: 50_013, message: 'Missing Permissions', status: 403 });
			await expect(messenger!.send('42', { content: 'x' })).rejects.toMatchObject({ failure: 'forbidden', name: 'MessengerError' });
		});
	});
});
