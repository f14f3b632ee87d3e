/** A message checked over the gateway, by its menu and by the command, with the dataset that comes with the program. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { loadCommands } from '../../src/commands.ts';
import { MESSAGE_MAX_LENGTH } from '../../src/message-length.ts';
import { PERMISSIONS } from '../../src/permissions.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { openDataset } from '../library.ts';
import { type Bot, startBot } from '../standin/bot.ts';
import { createStandin, type Reply, type Standin } from '../standin/index.ts';

const CLAIM = 'The Tanaka Memorial is a fake.';

let standin: Standin;
let bot: Bot;
let store: Store;

beforeAll(async () => {
	standin = await createStandin({ responseWithinMilliseconds: 60_000 });
	store = createStore({ url: 'sqlite::memory:' });
	const [commands, library] = await Promise.all([loadCommands(), openDataset()]);
	bot = await startBot(standin, { actions: ACTIONS, commands, deferAfterMilliseconds: 60_000, library, store });
});
afterAll(async () => {
	await bot.gateway.close();
	await standin.close();
	await store.close();
});
beforeEach(() => expect(standin.violations).toEqual([]));

const textOf = ({ message }: Reply) => JSON.stringify(message.embeds);
/** The check itself, without the text that stands below it. */
const checkOf = ({ message }: Reply) => message.embeds[0];

test('the command sets those who agree beside those who differ, for the asker alone', async () => {
	const reply = await standin.sendCommand('factcheck', { text: CLAIM });
	expect(reply.isPrivate).toBe(true);
	expect(textOf(reply)).toContain('1 claim checked');
	expect(textOf(reply)).toContain('Was the Tanaka Memorial authentic?');
	expect(textOf(reply)).toMatch(/\*\*Contested:\*\*/);
});

test.each(['show', 'csv'])('with a text, the log is not shown, and the answer says so: %s', async (log) => {
	const reply = await standin.sendCommand('factcheck', { log, text: CLAIM }, { permissions: PERMISSIONS.manageMessages });
	expect(checkOf(reply)).toMatchObject({
		description: expect.stringMatching(/^The text was checked, and the log not opened/),
		title: '1 claim checked',
	});
	expect(textOf(await standin.sendCommand('factcheck', { text: CLAIM }))).not.toContain('the log not opened');
});

test('the menu of a message gives the same answer as the command', async () => {
	const typed = await standin.sendCommand('factcheck', { text: CLAIM });
	const chosen = await standin.sendMessageCommand('Fact-check', { content: CLAIM });
	expect([chosen.isPrivate, checkOf(chosen)]).toEqual([true, checkOf(typed)]);
});

test('small talk and other history have nothing to check', async () => {
	for (const content of ['lol good morning everyone, anyone up for a game tonight?', 'Napoleon lost at Waterloo in 1815.']) {
		expect(textOf(await standin.sendMessageCommand('Fact-check', { content }))).toContain('nothing to check');
	}
});

const CODE_BLOCK = ['```', CLAIM, '```'].join('\n');

test.each([`||${CLAIM}||`, `\`${CLAIM}\``, CODE_BLOCK, `> ${CLAIM}`, `~~${CLAIM}~~`, 'https://example.org/a <@123>'])(
	'text that is set aside is not called a text without claims: %s',
	async (content) => {
		const reply = await standin.sendMessageCommand('Fact-check', { content }, { permissions: PERMISSIONS.manageMessages });
		expect(checkOf(reply)?.description).toMatch(/^No text of this message is read: code, spoilers,/);
		expect(reply.message.components).toEqual([]);
	},
);

test.each(['', '😂😂', '?!'])('a message without words is said to have none: “%s”', async (content) => {
	const reply = await standin.sendMessageCommand('Fact-check', { content }, { permissions: PERMISSIONS.manageMessages });
	expect(checkOf(reply)?.description).toBe('There are no words in this message. Pictures, files and emoji are not read.');
	expect(reply.message.components).toEqual([]);
});

test('takes as much as is read, by the command and by its form', async () => {
	const { options } = standin.commands.find(({ name }) => name === 'factcheck') as { options: { max_length?: number; name: string }[] };
	expect(options.find(({ name }) => name === 'text')?.max_length).toBe(MESSAGE_MAX_LENGTH);
	const { modal } = await standin.sendCommand('factcheck');
	expect(JSON.stringify(modal)).toContain(`"max_length":${MESSAGE_MAX_LENGTH}`);
});

test('a server may leave checking to its moderators, and nothing of the text is kept', async () => {
	const guildId = standin.guilds[0]!.id;
	await store.changeSetting(guildId, 'factcheckUsers', 'moderators');
	expect((await standin.sendCommand('factcheck', { text: CLAIM })).message.content).toContain('only members who may manage messages');
	// Nobody types a text into a form to be told so afterwards.
	expect((await standin.sendCommand('factcheck')).message.content).toContain('only members who may manage messages');
	expect((await standin.sendCommand('factcheck', {}, { permissions: PERMISSIONS.manageMessages })).modal.title).toBe('Check a text');
	const reply = await standin.sendCommand('factcheck', { text: CLAIM }, { permissions: PERMISSIONS.manageMessages });
	expect(textOf(reply)).toContain('1 claim checked');
	expect(await store.countFactchecks(guildId)).toBe(0);
});
