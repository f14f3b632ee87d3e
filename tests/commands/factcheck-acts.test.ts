/** What a moderator does with a check: post it, take a claim out, ask for what is missing; over the gateway, by a real client. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { loadCommands } from '../../src/commands.ts';
import { DEFAULT_GUILD_SETTINGS, GUILD_SETTING_NAMES } from '../../src/guild-settings.ts';
import { PERMISSIONS } from '../../src/permissions.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { openDataset } from '../library.ts';
import { type Bot, startBot } from '../standin/bot.ts';
import { type Circumstances, createStandin, type Message, type Reply, type Standin } from '../standin/index.ts';
import { createGuild } from '../standin/world.ts';

const CLAIM = 'The Tanaka Memorial is a fake.';
const BOTH = '340,000 Japanese prisoners died in Soviet captivity. The Tanaka Memorial is a fake.';
/** The topic is in the dataset; of this point no source speaks. */
const UNCOVERED = 'The neutrality pact was printed on yellow paper.';
const MANY = [
	BOTH,
	'Japan started the fighting at Khalkhin Gol.',
	'The USSR broke the neutrality pact in 1945.',
	'60,000 Japanese prisoners died in Soviet captivity.',
].join(' ');

let standin: Standin;
let bot: Bot;
let store: Store;
let now = new Date('2026-11-28T12:00:00Z');

beforeAll(async () => {
	standin = await createStandin({ responseWithinMilliseconds: 60_000 });
	store = createStore({ clock: () => now, url: 'sqlite::memory:' });
	const [commands, library] = await Promise.all([loadCommands(), openDataset()]);
	bot = await startBot(standin, { actions: ACTIONS, commands, deferAfterMilliseconds: 60_000, library, store });
}, 60_000);
afterAll(async () => {
	await bot.gateway.close();
	await standin.close();
	await store.close();
});
beforeEach(async () => {
	expect(standin.violations).toEqual([]);
	// Nobody waits in these tests for what one may do once in a while.
	now = new Date(now.getTime() + 3_600_000);
	const guild = standin.guilds[0]!.id;
	for (const setting of GUILD_SETTING_NAMES) await store.changeSetting(guild, setting, DEFAULT_GUILD_SETTINGS[setting]);
});

const moderator = (more: Circumstances = {}): Circumstances => ({ permissions: PERMISSIONS.manageMessages, ...more });
const labels = ({ components }: Message): string[] =>
	components.flatMap((row) => (row.components as { label?: string; placeholder?: string }[]).map((it) => it.label ?? it.placeholder ?? ''));
const fieldsOf = (message: Message) => JSON.stringify(message.embeds[0]?.fields);
const check = (content: string, at: Circumstances = moderator()) => standin.sendMessageCommand('Fact-check', { content }, at);

describe('Post', () => {
	test('is offered to those who may manage messages, and posts for everybody without a ping', async () => {
		const reply = await check(`${CLAIM} @everyone`);
		expect(labels(reply.message)).toEqual(expect.arrayContaining(['Post', 'Save to log', 'Not what it claims']));
		const posted = await standin.press(reply, 'Post', moderator());
		expect([posted.isPrivate, posted.isUpdate]).toEqual([false, false]);
		expect(posted.message.embeds).toHaveLength(1);
		expect(fieldsOf(posted.message)).toBe(fieldsOf(reply.message));
		expect(posted.message.embeds[0]?.description).not.toContain('Voices and sources are posted of');
		expect(posted.message.embeds[0]?.description).toContain(`[this message](<${reply.message.embeds[1]?.url}>)`);
		expect(labels(posted.message)).toEqual(['Open an entry that was checked']);
		const sent = standin.received.findLast(({ path }) => path.endsWith('/callback'))?.body as { data: { allowed_mentions: object } };
		expect(sent.data.allowed_mentions).toEqual({ parse: [] });
	});

	test('is not offered to other members, nor taken from them', async () => {
		expect(labels((await check(CLAIM, {})).message)).toEqual(['Not what it claims', 'Open an entry that was checked']);
		const reply = await check(CLAIM);
		const refused = await standin.press(reply, 'Post', {});
		expect([refused.isPrivate, refused.message.embeds]).toEqual([true, []]);
		expect(refused.message.content).toContain('you may not manage messages');
		expect((await standin.press(reply, 'Save to log', {})).message.content).toContain('Only members who may manage messages');
	});

	test('is off where the server says so, also under an answer that was given before', async () => {
		const reply = await check(CLAIM);
		await store.changeSetting(standin.guilds[0]!.id, 'factcheckPosts', 'off');
		expect((await standin.press(reply, 'Post', moderator())).message.content).toContain('settings do not allow posting');
		expect(labels((await check(CLAIM)).message)).not.toContain('Post');
		await store.changeSetting(standin.guilds[0]!.id, 'factcheckUsers', 'moderators');
		for (const button of ['Post', 'Save to log', 'Not what it claims'])
			expect((await standin.press(reply, button, {})).message.content).toContain('only members who may manage messages can have');
	});

	test('pressed twice posts once', async () => {
		const reply = await check('The Tanaka Memorial is a forgery.');
		const both = await Promise.all([standin.press(reply, 'Post', moderator()), standin.press(reply, 'Post', moderator())]);
		expect(both.map(({ isPrivate }) => isPrivate).toSorted()).toEqual([false, true]);
		expect(both.find(({ isPrivate }) => isPrivate)?.message.content).toContain('a moment ago');
	});

	test('pressed by two moderators posts once, and the second is told so alone', async () => {
		const target = { content: 'The Tanaka Memorial is a forgery.', id: '99887766555555' };
		const people = [moderator(), moderator({ user: standin.createUser('Second moderator') })];
		const replies = await Promise.all(people.map((at) => standin.sendMessageCommand('Fact-check', target, at)));
		const pressed = await Promise.all(people.map((at, place) => standin.press(replies[place]!, 'Post', at)));
		expect(pressed.map(({ isPrivate }) => isPrivate).toSorted()).toEqual([false, true]);
		expect(pressed.find(({ isPrivate }) => isPrivate)?.message.content).toContain('by you or by somebody else');
		const elsewhere = moderator({ guild: { ...standin.guilds[0]!, channelId: '776655' }, user: standin.createUser('Third moderator') });
		const there = await standin.sendMessageCommand('Fact-check', target, elsewhere);
		expect((await standin.press(there, 'Post', elsewhere)).isPrivate).toBe(false);
	});

	test('that was lost on the way is left to the next moderator', async () => {
		const target = { content: 'The Tanaka Memorial is a forgery.', id: '99887766555556' };
		const next = moderator({ user: standin.createUser('Next moderator') });
		const [first, second] = [
			await standin.sendMessageCommand('Fact-check', target, moderator()),
			await standin.sendMessageCommand('Fact-check', target, next),
		];
		standin.failures.refuse('callback', { code: 50_013, message: 'Missing Permissions', status: 403 });
		standin.press(first, 'Post', moderator()).catch(() => undefined);
		await expect.poll(async () => (await standin.press(second, 'Post', next)).isPrivate).toBe(false);
	});

	test('that takes long is for everybody all the same', async () => {
		const reply = await check('The Tanaka Memorial is a forgery.');
		await bot.gateway.close();
		const takeToken: Store['takeToken'] = async (...args) => {
			await new Promise((resolve) => setTimeout(resolve, 100));
			return store.takeToken(...args);
		};
		const slow = new Proxy(store, { get: (target, name) => (name === 'takeToken' ? takeToken : Reflect.get(target, name)) });
		const [commands, library] = await Promise.all([loadCommands(), openDataset()]);
		bot = await startBot(standin, { actions: ACTIONS, commands, deferAfterMilliseconds: 10, library, store: slow });
		const { followups } = await standin.press(reply, 'Post', moderator());
		expect(followups.map((message) => [message.flags, fieldsOf(message)])).toEqual([[0, fieldsOf(reply.message)]]);
		await bot.gateway.close();
		bot = await startBot(standin, { actions: ACTIONS, commands, deferAfterMilliseconds: 60_000, library, store });
	});

	test('that was lost on the way can be pressed again', async () => {
		const reply = await check('The Tanaka Memorial is a forgery.');
		standin.failures.refuse('callback', { code: 10_062, message: 'Unknown interaction', status: 404 });
		standin.press(reply, 'Post', moderator()).catch(() => undefined);
		await bot.whenLogged('a reply was not taken');
		expect((await standin.press(reply, 'Post', moderator())).isPrivate).toBe(false);
	});

	test('the same claim of another message, and of the same text in another server, is posted as well', async () => {
		const press = async (reply: Reply, at: Circumstances) => (await standin.press(reply, 'Post', at)).isPrivate;
		const one = await check('The Tanaka Memorial is a forgery.');
		const other = await check('The Tanaka Memorial is a forgery.');
		expect([await press(one, moderator()), await press(other, moderator()), await press(other, moderator())]).toEqual([false, false, true]);
		const typed = await standin.sendCommand('factcheck', { text: 'The Tanaka Memorial is a forgery.' }, moderator());
		const at = moderator({ guild: { ...createGuild('Elsewhere'), channelId: '5', id: '1234567890124' } });
		const there = await standin.sendCommand('factcheck', { text: 'The Tanaka Memorial is a forgery.' }, at);
		expect([await press(typed, moderator()), await press(there, at), await press(there, at)]).toEqual([false, false, true]);
	});

	test.each([{ context: 'bot-dm' }, { context: 'private' }] as const)('in direct messages whoever asks may: %j', async (at) => {
		const reply = await check(CLAIM, at);
		expect(labels(reply.message)).toContain('Post');
		expect(labels(reply.message)).not.toContain('Save to log');
		expect((await standin.press(reply, 'Post', at)).isPrivate).toBe(false);
	});

	test('where the app is a guest, everything stays private', async () => {
		const at = moderator({ installation: 'user' });
		const reply = await check(CLAIM, at);
		expect(reply.isPrivate).toBe(true);
		expect(labels(reply.message)).toEqual(['Not what it claims', 'Open an entry that was checked']);
		const id = labels(reply.message).includes('Post') ? '' : pressId(reply, 'Not what it claims').replace('|take|', '|post|');
		const forced = await pressRaw(reply, id, at);
		expect([forced.isPrivate, forced.message.content]).toEqual([true, expect.stringContaining('guest in this server')]);
		expect(await store.countFactchecks(standin.guilds[0]!.id)).toBe(0);
	});

	test('user-installed in a server that has the app too, the server’s rules hold', async () => {
		const reply = await check(CLAIM, moderator({ installation: 'both' }));
		expect(labels(reply.message)).toContain('Save to log');
	});

	test('posts the page that is shown, and pages turn by the text alone', async () => {
		const reply = await check(MANY);
		expect(reply.message.embeds[0]?.title).toMatch(/claims checked/);
		const first = fieldsOf(reply.message);
		const turned = await standin.press(reply, 'Next page', moderator());
		expect(turned.isUpdate).toBe(true);
		expect(fieldsOf(turned.message)).not.toBe(first);
		expect(turned.message.embeds[1]).toEqual(reply.message.embeds[1]);
		const posted = await standin.press(turned, 'Post this page', moderator());
		expect(fieldsOf(posted.message)).toBe(fieldsOf(turned.message));
		// Whose doing it is stands before all that it says.
		expect(posted.message.embeds[0]?.description).toMatch(/^Checked by .*\n/);
		expect(posted.message.embeds[0]?.description).toContain('Voices that agree : voices that differ');
		// Nobody who sees it can turn to the other pages.
		expect(JSON.stringify(turned.message.embeds[0]?.footer)).toContain('Page 2 of');
		expect(JSON.stringify(posted.message.embeds[0]?.footer)).not.toMatch(/page/i);
		expect(posted.message.embeds[0]?.description).toMatch(/\nVoices and sources are posted of \d of the \d claims that were checked\./);
	});
});

const pressId = ({ message }: Reply, label: string): string =>
	message.components.flatMap((row) => row.components as { custom_id: string; label?: string }[]).find((it) => it.label === label)
		?.custom_id ?? '';

/** Presses a button with a custom_id of choice under a message of the bot, as a client that was tampered with. */
function pressRaw(reply: Reply, customId: string, at: Circumstances): Promise<Reply> {
	const components = [{ components: [{ custom_id: customId, label: 'Forced', style: 2, type: 2 }], type: 1 }];
	return standin.press({ message: { ...reply.message, components } }, 'Forced', at);
}

describe('Not what it claims', () => {
	test('takes the only claim out, offers what is near, and there is nothing left to post', async () => {
		const reply = await check(CLAIM);
		const changed = await standin.press(reply, 'Not what it claims', moderator());
		expect([changed.isUpdate, changed.message.embeds[0]?.title]).toEqual([true, 'No claim is left']);
		expect(changed.message.embeds[0]?.description).toContain('Taken out, as not what is claimed: “The Tanaka Memorial is a fake');
		expect(labels(changed.message)).toContain('Report the wrong match');
		expect(labels(changed.message)).not.toContain('Post');
	});

	test('of several, one is chosen; the others stay and are posted without it', async () => {
		const reply = await check(BOTH);
		expect(reply.message.embeds[0]?.title).toBe('2 claims checked');
		const asked = await standin.press(reply, 'Not what it claims', moderator());
		expect(labels(asked.message)).toEqual(['Which of these is not what is claimed?', 'Back']);
		const back = await standin.press(asked, 'Back', moderator());
		expect(labels(back.message)).toContain('Post');
		const again = await standin.press(back, 'Not what it claims', moderator());
		const taken = await standin.select(again, 'Which of these is not what is claimed?', ['0'], moderator());
		expect(taken.message.embeds[0]?.title).toBe('1 claim checked, as you left it');
		expect(fieldsOf(taken.message)).not.toContain('340,000 Japanese prisoners');
		const posted = await standin.press(taken, 'Post', moderator());
		expect(fieldsOf(posted.message)).toContain('Tanaka Memorial');
		expect(fieldsOf(posted.message)).not.toContain('340,000 Japanese prisoners');
	});
});

describe('Put back', () => {
	test('returns the only claim that was taken out, as it was', async () => {
		const reply = await check(CLAIM);
		const taken = await standin.press(reply, 'Not what it claims', moderator());
		const back = await standin.press(taken, 'Put back', moderator());
		expect([back.isUpdate, back.message.embeds, labels(back.message)]).toEqual([true, reply.message.embeds, labels(reply.message)]);
	});

	test('of several, one is chosen; the others stay out', async () => {
		const one = await standin.press(await check(BOTH), 'Not what it claims', moderator());
		const taken = await standin.select(one, 'Which of these is not what is claimed?', ['0'], moderator());
		const all = await standin.press(taken, 'Not what it claims', moderator());
		expect(all.message.embeds[0]?.title).toBe('No claim is left');
		const asked = await standin.press(all, 'Put back', moderator());
		const back = await standin.select(asked, 'Which of these does it claim after all?', ['0'], moderator());
		expect(back.message.embeds[0]?.title).toBe('1 claim checked, as you left it');
		expect(fieldsOf(back.message)).toContain('340,000 Japanese prisoners');
		expect(fieldsOf(back.message)).not.toContain('Tanaka Memorial');
	});
});

describe('asking for what is missing', () => {
	const askFor = async (claim: string, at: Circumstances) => {
		const opened = await standin.press(await check('pizza at eight?', at), 'Ask for it to be covered', at);
		return standin.submit(opened, { claim }, at);
	};

	test('what is filed is what the form says, and no server is named', async () => {
		const filed = await askFor('Who first printed the Tanaka Memorial?', moderator());
		expect([filed.isPrivate, filed.message.content]).toEqual([true, 'Filed for those who look after the data.']);
		expect(await store.listRequests()).toMatchObject([
			{ guilds: 1, kind: 'uncovered', status: 'open', text: 'Who first printed the Tanaka Memorial?' },
		]);
		expect((await store.listRequests())[0]).not.toHaveProperty('entry');
		expect(JSON.stringify(await store.listRequests())).not.toContain(standin.guilds[0]!.id);
	});

	test('the same in another spelling counts once for a server, and another server counts beside it', async () => {
		const one = moderator({ user: standin.createUser('One') });
		await askFor('How many horses died at Nomonhan?', one);
		expect((await askFor('HOW many horses died, at Nomonhan', one)).message.content).toContain('already; it counts once');
		const elsewhere = { ...createGuild('Elsewhere'), channelId: '5', id: '1234567890123' };
		const other = moderator({ guild: elsewhere, user: standin.createUser('Other') });
		expect((await askFor('how many horses died at ノモンハン nomonhan?', other)).message.content).toContain('Filed');
		expect((await askFor('how many horses died at nomonhan?', other)).message.content).toContain('1 other server asked too');
		expect((await store.listRequests()).find(({ text }) => text === 'How many horses died at Nomonhan?')?.guilds).toBe(2);
	});

	test('the same of an entry by another of its names counts once', async () => {
		const one = moderator({ user: standin.createUser('Visitor') });
		await askFor('Is there a museum of Khalkhin Gol?', one);
		for (const again of ['Is there a museum of Nomonhan?', 'is there a museum of the Battles of Khalkhin Gol'])
			expect((await askFor(again, one)).message.content).toContain('already; it counts once');
		expect((await askFor('Is there a museum of Lake Khasan?', one)).message.content).toContain('Filed');
	});

	test('a person can ask for so much at once, in whatever server', async () => {
		const eager = moderator({ user: standin.createUser('Eager') });
		for (let number = 1; number <= 5; number++)
			expect((await askFor(`what of treaty number ${number}?`, eager)).message.content).toContain('Filed');
		const refused = await standin.press(await check('pizza at eight?', eager), 'Ask for it to be covered', eager);
		expect(refused.message.content).toContain(`Try again <t:${now.getTime() / 1000 + 720}:R>`);
		expect((await askFor('what of treaty number 7?', moderator({ user: standin.createUser('Calm') }))).message.content).toContain('Filed');
	});

	test('whoever has the form open when the limit is reached has the words back', async () => {
		const eager = moderator({ user: standin.createUser('Busy') });
		const opened = await standin.press(await check('pizza at eight?', eager), 'Ask for it to be covered', eager);
		for (let number = 1; number <= 5; number++) await standin.submit(opened, { claim: `what of village number ${number}?` }, eager);
		const refused = await standin.submit(opened, { claim: 'what of *village* number 6?' }, eager);
		expect([refused.isPrivate, refused.message.content]).toEqual([true, expect.stringMatching(/\n> what of \\\*village\\\* number 6\?$/)]);
		expect((await store.listRequests()).some(({ text }) => text.includes('number 6?'))).toBe(false);
	});

	test('asking again for what is filed takes nothing from what one may ask for', async () => {
		const one = moderator({ user: standin.createUser('Forgetful') });
		for (let number = 1; number <= 9; number++) await askFor('How many camels died at Nomonhan?', one);
		for (let number = 1; number <= 4; number++)
			expect((await askFor(`what of camel number ${number}?`, one)).message.content).toContain('Filed');
		const { key } = (await store.listRequests()).find(({ text }) => text.includes('camels'))!;
		await store.settleRequest(key, 'declined');
		now = new Date(now.getTime() + 800_000);
		for (let number = 1; number <= 2; number++)
			expect((await askFor('How many camels died at Nomonhan?', one)).message.content).toContain('have declined this before');
	});

	test('what was done is open again; that it was declined is said', async () => {
		const one = moderator({ user: standin.createUser('Persistent') });
		await askFor('How many oxen died at Nomonhan?', one);
		const { key } = (await store.listRequests()).find(({ text }) => text.includes('oxen'))!;
		await store.settleRequest(key, 'done');
		expect((await askFor('How many oxen died at Nomonhan?', one)).message.content).toBe('Filed for those who look after the data.');
		expect((await store.listRequests()).map((request) => request.key)).toContain(key);
		await store.settleRequest(key, 'declined');
		expect((await askFor('How many oxen died at Nomonhan?', one)).message.content).toContain('have declined this before');
	});

	test('what a terminal would obey, and what turns writing around, is not filed', async () => {
		await askFor('how many\tmules\u001B[2J \u009B31m died\u202E at \u2066Nomonhan?\u0007', moderator({ user: standin.createUser('Sly') }));
		const texts = (await store.listRequests()).map(({ text }) => text);
		expect(texts).toContain('how many mules[2J 31m died at Nomonhan?');
	});

	test('where nothing was found, the form begins with the writer’s own words, and nothing is kept before it is sent', async () => {
		const reply = await check('> who drank it?\nThe samurai drank tea with **Napoleon** at Waterloo. <@12345>');
		expect([reply.message.embeds.length, labels(reply.message)]).toEqual([2, ['Ask for it to be covered']]);
		const opened = await standin.press(reply, 'Ask for it to be covered', moderator());
		expect(JSON.stringify(opened.modal)).toContain('"value":"The samurai drank tea with Napoleon at Waterloo."');
		expect(JSON.stringify(await store.listRequests())).not.toContain('samurai');
		expect((await standin.submit(opened, { claim: '日本の茶' }, moderator())).message.content).toContain('Filed');
		expect(JSON.stringify(await store.listRequests())).not.toContain('samurai');
		const member = await check('The samurai drank tea.', {});
		expect([member.message.embeds.length, labels(member.message)]).toEqual([1, []]);
	});

	test('of a long message in which nothing was found, the form holds as much as it takes', async () => {
		const reply = await check('We had a lovely dinner there with all of our friends, and three dogs ate more than all of us. '.repeat(30));
		expect(reply.message.embeds[1]?.title).toMatch(/^Extract of the message of/);
		const opened = await standin.press(reply, 'Ask for it to be covered', moderator());
		const [, value = ''] = /"value":"([^"]*)"/.exec(JSON.stringify(opened.modal))!;
		expect([value.startsWith('We had a lovely dinner'), value.endsWith('…'), value.length <= 300, value.length > 250]).toEqual([
			true,
			true,
			true,
			true,
		]);
	});

	test('is for moderators in a server, also by a form that is open already', async () => {
		const taken = await standin.press(await check(CLAIM), 'Not what it claims', moderator());
		const uncovered = await check(`${CLAIM} ${UNCOVERED}`);
		expect((await standin.press(uncovered, 'Ask for it to be covered', {})).message.content).toContain(
			'only members who may manage messages',
		);
		const opened = await standin.press(taken, 'Report the wrong match', moderator());
		expect((await standin.submit(opened, { claim: 'what of the horses?' }, {})).message.content).toContain('only members who may manage');
		expect((await askFor('?!?!?!?!?', moderator())).message.content).toContain('too few words');
	});
});

describe('reporting a wrong match', () => {
	const ENTRY = 'was-tanaka-memorial-authentic';
	const reports = async () => (await store.listRequests()).filter(({ kind }) => kind === 'wrong-match');

	test('moderators put it into words; the entry is filed with them, apart from the same words as a wish', async () => {
		const one = moderator({ user: standin.createUser('Reporter') });
		const taken = await standin.press(await check(CLAIM, one), 'Not what it claims', one);
		const opened = await standin.press(taken, 'Report the wrong match', one);
		expect(opened.modal?.title).toBe('Report the wrong match');
		expect(JSON.stringify(opened.modal)).toContain('The Tanaka Memorial is a fake');
		const claim = 'Tanaka is a fake historian.';
		expect((await standin.submit(opened, { claim }, one)).message.content).toBe('Reported to those who look after the data.');
		expect((await standin.submit(opened, { claim }, one)).message.content).toContain('already; it counts once');
		const wished = await standin.press(await check('pizza at eight?', one), 'Ask for it to be covered', one);
		await standin.submit(wished, { claim }, one);
		const filed = (await store.listRequests()).filter(({ text }) => text === claim);
		expect(filed.map(({ entry, kind }) => [kind, entry]).toSorted()).toEqual([
			['uncovered', undefined],
			['wrong-match', ENTRY],
		]);
	});

	test('stands beside asking for what is not covered, and neither is in the menu of the other', async () => {
		const at = moderator({ user: standin.createUser('Thorough') });
		const reply = await check(`${BOTH} ${UNCOVERED}`, at);
		const asked = await standin.press(reply, 'Not what it claims', at);
		const taken = await standin.select(asked, 'Which of these is not what is claimed?', ['0'], at);
		const buttons = ['Post', 'Save to log', 'Not what it claims', 'Put back', 'Ask for it to be covered', 'Report the wrong match'];
		expect(labels(taken.message)).toEqual(expect.arrayContaining(buttons));
		const wish = await standin.press(taken, 'Ask for it to be covered', at);
		expect([wish.modal?.title, JSON.stringify(wish.modal)]).toEqual(['Ask for it to be covered', expect.stringContaining(UNCOVERED)]);
		const report = await standin.press(taken, 'Report the wrong match', at);
		expect([report.modal?.title, JSON.stringify(report.modal)]).toEqual(['Report the wrong match', expect.stringContaining('340,000')]);
	});

	test('of several wrong matches, one is chosen and put into words', async () => {
		const asked = await standin.press(await check(BOTH), 'Not what it claims', moderator());
		const one = await standin.select(asked, 'Which of these is not what is claimed?', ['0'], moderator());
		const both = await standin.press(one, 'Not what it claims', moderator());
		const choice = await standin.press(both, 'Report the wrong match', moderator());
		expect(labels(choice.message)).toEqual(['Which of these was matched wrongly?', 'Back']);
		expect(JSON.stringify(choice.message.components)).toContain('Was the Tanaka Memorial authentic?');
		const opened = await standin.select(choice, 'Which of these was matched wrongly?', ['1'], moderator());
		await standin.submit(opened, { claim: 'Some other memorial is meant' }, moderator());
		expect((await reports()).find(({ text }) => text.startsWith('Some other'))?.entry).toBe(ENTRY);
	});

	test('other members report the entry alone, without a word of the message', async () => {
		const at = { user: standin.createUser('Member') };
		const reply = await check(BOTH, at);
		const asked = await standin.press(reply, 'Not what it claims', at);
		const taken = await standin.select(asked, 'Which of these is not what is claimed?', ['1'], at);
		expect(labels(taken.message)).toContain('Report the wrong match');
		const told = await standin.press(taken, 'Report the wrong match', at);
		expect([told.isPrivate, told.isUpdate]).toEqual([true, false]);
		expect(told.message.content).toContain('“Was the Tanaka Memorial authentic?” was matched with what it does not speak of');
		expect((await reports()).filter(({ text }) => text === '')).toMatchObject([{ entry: ENTRY, guilds: 1 }]);
		expect(JSON.stringify(await store.listRequests())).not.toMatch(/is a fake\.|340,000/);
		for (let press = 2; press <= 7; press++)
			expect((await standin.press(taken, 'Report the wrong match', at)).message.content).toContain('already; it counts once');
	});

	test('of several that were taken out, one is chosen', async () => {
		const at = { user: standin.createUser('Other member') };
		const one = await standin.select(
			await standin.press(await check(BOTH, at), 'Not what it claims', at),
			'Which of these is not what is claimed?',
			['1'],
			at,
		);
		const choice = await standin.press(await standin.press(one, 'Not what it claims', at), 'Report the wrong match', at);
		expect(labels(choice.message)).toEqual(['Which of these was matched wrongly?', 'Back']);
		const told = await standin.select(choice, 'Which of these was matched wrongly?', ['0'], at);
		expect(told.message.content).toContain('captivity');
	});

	test('taking a claim out and putting it back tells nobody anything', async () => {
		const before = JSON.stringify(await store.listRequests());
		const taken = await standin.press(await check('340,000 Japanese prisoners died in Soviet captivity.', {}), 'Not what it claims', {});
		await standin.press(taken, 'Put back', {});
		expect(JSON.stringify(await store.listRequests())).toBe(before);
	});
});

test('no word of a message is kept before a moderator saves it', async () => {
	const reply = await check(BOTH);
	const asked = await standin.press(reply, 'Not what it claims', moderator());
	await standin.press(asked, 'Back', moderator());
	await standin.press(reply, 'Post', moderator());
	expect(await store.countFactchecks(standin.guilds[0]!.id)).toBe(0);
	expect(JSON.stringify(await store.listRequests())).not.toContain('340,000 Japanese prisoners died');
});

test('after a restart, in another process, every button still works', async () => {
	const reply = await check(MANY);
	await bot.gateway.close();
	// Another process has a library and a checker of its own.
	const [commands, library] = await Promise.all([loadCommands(), openDataset()]);
	bot = await startBot(standin, { actions: ACTIONS, commands, deferAfterMilliseconds: 60_000, library, store });
	const turned = await standin.press(reply, 'Next page', moderator());
	expect([turned.isUpdate, turned.message.embeds[0]?.title]).toEqual([true, reply.message.embeds[0]?.title]);
	expect((await standin.press(turned, 'Post this page', moderator())).isPrivate).toBe(false);
	expect((await standin.press(turned, 'Save to log', moderator())).message.content).toContain('Saved to the log');
});

test('buttons of another version, of another dataset and of another message are answered', async () => {
	for (const id of ['1|check', '1|check|post', '1|check|burn|0|0|abc|1', '1|check|page|x|y|z', '1|check-log|open|nothing', '1|check-log'])
		expect((await standin.pressEarlier(id, moderator())).message.content).toMatch(/older version|no longer in the log/);
	const reply = await check(CLAIM);
	const changed = await pressRaw(reply, pressId(reply, 'Post').replace(/\|[\w-]{8}\|/, '|00000000|'), moderator());
	expect([changed.isUpdate, changed.isPrivate]).toEqual([true, true]);
	expect(changed.message.embeds[0]?.description).toContain('The dataset has changed');
});

test('/factcheck alone opens a form for a text of several lines', async () => {
	const opened = await standin.sendCommand('factcheck', {}, {});
	const reply = await standin.submit(opened, { text: `He said:\n${CLAIM}` }, {});
	expect([reply.isPrivate, reply.message.embeds[0]?.title]).toEqual([true, '1 claim checked']);
});
