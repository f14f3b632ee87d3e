/** What keeps house: the settings of a server and what is kept of a person, over the gateway as people use them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { loadCommands } from '../../src/commands.ts';
import { catalogueOf, LANGUAGES } from '../../src/messages/index.ts';
import { PERMISSIONS } from '../../src/permissions.ts';
import { PERSONAL_COLUMNS } from '../../src/store/areas/index.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { type Bot, startBot } from '../standin/bot.ts';
import { type Circumstances, createStandin, type Standin } from '../standin/index.ts';

const MANAGER: Circumstances = { permissions: PERMISSIONS.manageGuild };

let standin: Standin;
let bot: Bot;
let store: Store;

beforeAll(async () => {
	standin = await createStandin({ responseWithinMilliseconds: 20_000 });
	store = createStore({ clock: () => new Date(0), url: 'sqlite::memory:' });
	bot = await startBot(standin, { actions: ACTIONS, commands: await loadCommands(), store });
});
afterAll(async () => {
	await bot.gateway.close();
	await standin.close();
	await store.close();
});
beforeEach(() => {
	expect(standin.violations).toEqual([]);
});

const guild = () => standin.guilds[0]?.id as string;

describe('/settings', () => {
	test('shows what holds, and a choice holds at once', async () => {
		const reply = await standin.sendCommand('settings', {}, MANAGER);
		expect(reply.isPrivate).toBe(true);
		expect(reply.message.embeds[0]?.description).toContain('**Who may have messages checked:** Everyone');
		const chosen = await standin.select(reply, 'Who may have messages checked', ['moderators'], MANAGER);
		expect(chosen.isUpdate).toBe(true);
		expect(chosen.message.embeds[0]?.description).toContain('**Who may have messages checked:** Members who may manage messages');
		await standin.select(reply, 'Posting what was checked', ['off'], MANAGER);
		expect(await store.readSettings(guild())).toEqual({ factcheckPosts: 'off', factcheckUsers: 'moderators' });
		const again = await standin.sendCommand('settings', {}, MANAGER);
		const menus = again.message.components.map(
			({ components }) => (components as { options: { default?: boolean; value: string }[] }[])[0],
		);
		expect(menus.map((menu) => menu?.options.filter((option) => option.default).map(({ value }) => value))).toEqual([
			['off'],
			['moderators'],
		]);
	});

	test('is not for others, even where a server shows it to them, nor by an old menu', async () => {
		await expect(standin.sendCommand('settings')).rejects.toThrow('not shown');
		const { interaction } = standin.startCommand('settings', {}, MANAGER);
		const member = { ...interaction.member, permissions: '0' };
		const shown = await standin.dispatch({ ...interaction, id: '5', member, token: 'shown-to-all' } as never, '/settings').reply;
		expect([shown.isPrivate, shown.message.components]).toEqual([true, []]);
		expect(shown.message.content).toContain('Only members who may manage the server');
		const reply = await standin.sendCommand('settings', {}, MANAGER);
		const before = await store.readSettings(guild());
		expect((await standin.select(reply, 'Posting what was checked', ['allowed'])).message.content).toContain('Only members');
		expect(await store.readSettings(guild())).toEqual(before);
	});

	test.each(['1|settings|colour', '1|settings', '1|settings|factcheckPosts'])(
		'a menu of another version changes nothing: %s',
		async (id) => {
			const before = await store.readSettings(guild());
			expect((await standin.pressEarlier(id, MANAGER)).message.embeds).toHaveLength(1);
			expect(await store.readSettings(guild())).toEqual(before);
		},
	);
});

describe('/privacy', () => {
	const savedByMe = () =>
		store.saveFactcheck({
			claims: [],
			guildId: guild(),
			message: { id: crypto.randomUUID(), url: 'https://discord.com/channels/1/2/3' },
			savedBy: standin.user.id,
			text: 'Zhukov lost',
		});

	test('every section has its words', () => {
		const sections = PERSONAL_COLUMNS.map(({ section }) => `privacy.section.${section}`);
		for (const language of LANGUAGES) expect(Object.keys(catalogueOf(language))).toEqual(expect.arrayContaining(sections));
	});

	test.each([{}, { context: 'bot-dm' }, { context: 'private', installation: 'user' }] as const)(
		'of whom nothing is kept: %j',
		async (at) => {
			const here = { ...at, user: standin.createUser('New') };
			const shown = await standin.sendCommand('privacy show', {}, here);
			expect([shown.isPrivate, shown.message.embeds[0]?.description]).toEqual([true, expect.stringContaining('Nothing is kept of you.')]);
			const asked = await standin.sendCommand('privacy delete', {}, here);
			expect([asked.message.content, asked.message.components]).toEqual(['Nothing is kept of you.', []]);
		},
	);

	test('shows how much of what', async () => {
		await savedByMe();
		const { message } = await standin.sendCommand('privacy show');
		expect(message.embeds[0]?.description).toContain('**Checked messages that you saved to the log of a server:** 1');
	});

	test('gives all of it as a file', async () => {
		await savedByMe();
		const reply = await standin.sendCommand('privacy export');
		const file = reply.message.files.get('variorum-your-data.json');
		expect([reply.isPrivate, file?.contentType]).toEqual([true, 'application/json']);
		const data = JSON.parse(String(file?.data));
		expect(data).toMatchObject({ exportedAt: '1970-01-01T00:00:00.000Z', userId: standin.user.id });
		expect(data.kept.factchecksThatYouSaved[0]).toMatchObject({ message_text: 'Zhukov lost' });
	});

	test('asks before it deletes, and keeps it when told so', async () => {
		await savedByMe();
		const asked = await standin.sendCommand('privacy delete');
		expect(asked.isPrivate).toBe(true);
		const kept = await standin.press(asked, 'Keep it');
		expect([kept.isUpdate, kept.message.content, kept.message.components]).toEqual([true, 'Nothing was deleted.', []]);
		expect((await store.exportUser(standin.user.id)).factchecksThatYouSaved).not.toEqual([]);
	});

	test('really deletes, of this person alone', async () => {
		await savedByMe();
		const other = standin.createUser('Other').id;
		await store.takeToken(other, 'file', { burst: 1, perHour: 1 });
		const asked = await standin.sendCommand('privacy delete');
		const done = await standin.press(asked, 'Delete everything');
		expect([done.isUpdate, done.message.components]).toEqual([true, []]);
		expect(done.message.content).toMatch(/^Done: \d+ entr/);
		expect(Object.values(await store.exportUser(standin.user.id)).flat()).toEqual([]);
		expect((await store.exportUser(other)).rateLimits).toHaveLength(1);
		expect((await store.listFactchecks(guild())).every(({ savedBy }) => savedBy === undefined)).toBe(true);
	});
});
