/** The log of a server: saved to, turned through, opened, thinned out, taken along, and erased by whoever wrote the words. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { logFile } from '../../src/actions/check-log.ts';
import { ACTIONS } from '../../src/actions/index.ts';
import type { Context } from '../../src/answer.ts';
import { loadCommands } from '../../src/commands.ts';
import { speakerOf } from '../../src/messages/index.ts';
import { PERMISSIONS } from '../../src/permissions.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { openDataset } from '../library.ts';
import { type Bot, startBot } from '../standin/bot.ts';
import { type Circumstances, createStandin, type Message, type Standin, type Target } from '../standin/index.ts';
import { createGuild } from '../standin/world.ts';

const CLAIM = 'The Tanaka Memorial is a fake.';
const MODERATOR: Circumstances = { permissions: PERMISSIONS.manageMessages };

let standin: Standin;
let bots: Bot[];
let store: Store;
let now = new Date('2026-11-28T12:00:00Z');

beforeAll(async () => {
	standin = await createStandin({ responseWithinMilliseconds: 60_000 });
	store = createStore({ clock: () => now, url: 'sqlite::memory:' });
	const [commands, library] = await Promise.all([loadCommands(), openDataset()]);
	bots = [await startBot(standin, { actions: ACTIONS, commands, deferAfterMilliseconds: 60_000, library, store })];
}, 60_000);
afterAll(async () => {
	await Promise.all(bots.map(({ gateway }) => gateway.close()));
	await standin.close();
	await store.close();
});
beforeEach(async () => {
	expect(standin.violations).toEqual([]);
	for (const { id } of await store.listFactchecks(guild(), { limit: 1000 })) await store.deleteFactcheck(guild(), id);
});

const guild = () => standin.guilds[0]!.id;
const labels = ({ components }: Message): string[] =>
	components.flatMap((row) => (row.components as { label?: string; placeholder?: string }[]).map((it) => it.label ?? it.placeholder ?? ''));
const log = (at: Circumstances = MODERATOR) => standin.sendCommand('factcheck', { log: 'show' }, at);
const save = async (
	content: string,
	{ at = MODERATOR, author = standin.createUser('Author'), id }: { at?: Circumstances; author?: Target['author']; id?: string } = {},
) => {
	now = new Date(now.getTime() + 60_000);
	const reply = await standin.sendMessageCommand('Fact-check', { author, content, ...(id ? { id } : {}) }, at);
	return { author, reply, saved: await standin.press(reply, 'Save to log', at) };
};

describe('saving', () => {
	test('keeps the text, the claims with their verdicts, the link, and who did it', async () => {
		const { author, reply, saved } = await save(`Look, *everyone*:\n${CLAIM}`);
		expect([saved.isPrivate, saved.message.content]).toEqual([true, expect.stringContaining('Saved to the log')]);
		const [entry] = await store.listFactchecks(guild());
		expect(entry).toMatchObject({
			authorId: author.id,
			claims: [{ entry: 'was-tanaka-memorial-authentic', verdict: 'Contested' }],
			messageUrl: reply.message.embeds[1]?.url,
			savedBy: standin.user.id,
			text: `Look, *everyone*:\n${CLAIM}`,
		});
	});

	test('pressed twice, and by two moderators at once, counts once', async () => {
		const target = { content: CLAIM, id: '99887766554433' };
		const second = { ...MODERATOR, user: standin.createUser('Second') };
		const [one, two] = await Promise.all([
			standin.sendMessageCommand('Fact-check', target, MODERATOR),
			standin.sendMessageCommand('Fact-check', target, second),
		]);
		const answers = await Promise.all([
			standin.press(one!, 'Save to log', MODERATOR),
			standin.press(one!, 'Save to log', MODERATOR),
			standin.press(two!, 'Save to log', second),
		]);
		expect(answers.filter(({ message }) => message.content.startsWith('Saved')).length).toBe(1);
		expect(answers.filter(({ message }) => message.content.includes('in the log already')).length).toBe(2);
		expect(await store.countFactchecks(guild())).toBe(1);
	});

	test('of a message that was edited, the new words are saved beside the old ones, and the log says so', async () => {
		const target = { author: standin.createUser('Editor'), id: '99887766554444' };
		const { saved: first } = await save(CLAIM, target);
		const edited = `${CLAIM} 340,000 Japanese prisoners died in Soviet captivity.`;
		const { saved: second } = await save(edited, target);
		expect(second.message.content).toContain('as a new version of this message');
		expect((await save(edited, target)).saved.message.content).toContain('in the log already, with the same text and the same claims');
		expect((await store.listFactchecks(guild())).map(({ text }) => text)).toEqual([edited, CLAIM]);
		const shown = (await log()).message.embeds[0]?.description ?? '';
		expect(shown).toMatch(/version 2 of 2.*\n.*\n.*340,000[^]*version 1 of 2/);
		const opened = await standin.press(first, 'Open it in the log', MODERATOR);
		expect(labels(opened.message).slice(0, 3)).toEqual(['Back to the log', 'Later version', 'Delete']);
		const later = await standin.press(opened, 'Later version', MODERATOR);
		expect(later.message.embeds[0]?.description).toContain('340,000');
		expect(labels(later.message).slice(0, 3)).toEqual(['Back to the log', 'Earlier version', 'Delete']);
		expect(await columnOf('version')).toEqual(['1', '2', '2']);
	});

	test('a claim that was taken out after saving is out of what is saved then', async () => {
		const { reply } = await save(`340,000 Japanese prisoners died in Soviet captivity. ${CLAIM}`);
		now = new Date(now.getTime() + 60_000);
		const asked = await standin.press(reply, 'Not what it claims', MODERATOR);
		const left = await standin.select(asked, 'Which of these is not what is claimed?', ['0'], MODERATOR);
		expect((await standin.press(left, 'Save to log', MODERATOR)).message.content).toContain('as a new version');
		const claims = (await store.listFactchecks(guild())).map((entry) => (entry.claims as unknown[]).length);
		expect(claims).toEqual([1, 2]);
	});

	test('a claim that was taken out is not saved', async () => {
		const reply = await standin.sendMessageCommand(
			'Fact-check',
			{ content: `340,000 Japanese prisoners died in Soviet captivity. ${CLAIM}` },
			MODERATOR,
		);
		const asked = await standin.press(reply, 'Not what it claims', MODERATOR);
		await standin.press(await standin.select(asked, 'Which of these is not what is claimed?', ['0'], MODERATOR), 'Save to log', MODERATOR);
		expect((await store.listFactchecks(guild()))[0]?.claims).toMatchObject([{ entry: 'was-tanaka-memorial-authentic' }]);
	});
});

describe('of a message that is too long to be carried', () => {
	test('an extract is saved, and called one wherever it is shown', async () => {
		const dinner =
			'We had a lovely dinner there with all of our friends, their children and three dogs who ate more than all of us. '.repeat(11);
		const { saved } = await save(`${dinner}${CLAIM} ${dinner}`);
		expect(saved.message.content).toContain('with an extract of the text and your name');
		const [entry] = await store.listFactchecks(guild());
		expect(entry).toMatchObject({ isExtract: true, text: expect.stringMatching(/^\[…\]\nThe Tanaka Memorial is a fake\.?\n\[…\]$/) });
		expect((await log()).message.embeds[0]?.description).toContain('\nExtract: “\\[…\\] The Tanaka Memorial');
		const opened = await standin.press(saved, 'Open it in the log', MODERATOR);
		expect(opened.message.embeds[0]?.description).toContain('\nExtract: “\\[…\\] The Tanaka Memorial');
		expect(await columnOf('is_extract')).toEqual(['yes']);
	});

	test('the longest text that is carried whole is shown whole', async () => {
		const text = `${CLAIM} ${'We had a lovely dinner there, and many guests. '.repeat(44)}That was all.`;
		const { saved } = await save(text);
		expect([text.length > 2_100, (await store.listFactchecks(guild()))[0]?.text]).toEqual([true, text]);
		const opened = await standin.press(saved, 'Open it in the log', MODERATOR);
		expect(opened.message.embeds[0]?.description).toMatch(/many guests\. That was all\.”$/);
	});

	test('a whole text is called none', async () => {
		const { saved } = await save(CLAIM);
		expect(saved.message.content).toContain('with the text and your name');
		expect((await log()).message.embeds[0]?.description).not.toContain('Extract');
		expect((await standin.press(saved, 'Open it in the log', MODERATOR)).message.embeds[0]?.description).not.toContain('Extract');
		expect(await columnOf('is_extract')).toEqual(['']);
	});
});

/** What the exported log has under a heading, oldest first. */
async function columnOf(name: string): Promise<string[]> {
	const reply = await standin.sendCommand('factcheck', { log: 'csv' }, MODERATOR);
	const [head, ...body] = readCsv(reply.message.files.get('factcheck-log.csv')!.data.toString('utf8').slice(1));
	return body.map((row) => row[head!.indexOf(name)]!).reverse();
}

describe('/factcheck log', () => {
	test('is for moderators of a server that has the app, and private', async () => {
		expect((await log({})).message.content).toContain('Only members who may manage messages');
		for (const at of [{ context: 'bot-dm' }, { ...MODERATOR, installation: 'user' }] as const)
			expect((await log(at)).message.content).toContain('A log belongs to a server');
		const empty = await log();
		expect([empty.isPrivate, empty.message.content]).toEqual([true, expect.stringContaining('Nothing has been saved')]);
		await save(CLAIM);
		const shown = await log();
		for (const button of ['Export as CSV'])
			expect((await standin.press(shown, button, {})).message.content).toContain('Only members who may manage messages');
		expect((await standin.select(shown, 'Open an entry', [(await store.listFactchecks(guild()))[0]!.id], {})).message.content).toContain(
			'Only members',
		);
	});

	test('turns pages, newest first, and opens an entry with its whole text', async () => {
		for (let number = 1; number <= 10; number++)
			await store
				.saveFactcheck({
					claims: [{ agree: 1, differ: 2, entry: 'gone-entry', name: 'Gone', text: `claim ${number}`, verdict: 'Contested' }],
					guildId: guild(),
					savedBy: standin.user.id,
					text: `text ${number}`,
				})
				.then(() => {
					now = new Date(now.getTime() + 1000);
				});
		const first = await log();
		expect(quotes(first.message)).toEqual(['10', '9', '8', '7', '6', '5', '4', '3']);
		expect(first.message.embeds[0]?.description).toContain(`Saved <t:`);
		expect(first.message.embeds[0]?.description).toContain(`by <@${standin.user.id}>`);
		const second = await standin.press(first, 'Older', MODERATOR);
		expect([second.isUpdate, quotes(second.message)]).toEqual([true, ['2', '1']]);
		const id = (await store.listFactchecks(guild())).at(-1)!.id;
		const opened = await standin.select(second, 'Open an entry', [id], MODERATOR);
		expect([opened.isUpdate, opened.message.embeds[0]?.description]).toEqual([true, expect.stringContaining('“text 1”')]);
		expect(JSON.stringify(opened.message.embeds[0]?.fields)).toContain('**Contested** (1 : 2) · Gone');
		const back = await standin.press(opened, 'Back to the log', MODERATOR);
		expect(quotes(back.message)).toEqual(['2', '1']);
	});

	test('deletes after asking; what is gone is said to be gone', async () => {
		await save(CLAIM);
		const [entry] = await store.listFactchecks(guild());
		const shown = await log();
		const opened = await standin.select(shown, 'Open an entry', [entry!.id], MODERATOR);
		const asked = await standin.press(opened, 'Delete', MODERATOR);
		expect(labels(asked.message)).toEqual(['Delete', 'Keep it']);
		const kept = await standin.press(asked, 'Keep it', MODERATOR);
		expect(labels(kept.message)).toContain('Back to the log');
		const again = await standin.press(kept, 'Delete', MODERATOR);
		const deleted = await standin.press(again, 'Delete', MODERATOR);
		expect(deleted.message.content).toContain('Nothing has been saved');
		expect(await store.countFactchecks(guild())).toBe(0);
		expect((await standin.pressEarlier(`1|check-log|delete|${entry!.id}|0`, MODERATOR)).message.content).toContain('no longer in the log');
	});

	test('an entry goes when its author erases their data, and the link to it says so', async () => {
		const { author, saved } = await save(CLAIM);
		const asked = await standin.sendCommand('privacy delete', {}, { user: author });
		await standin.press(asked, 'Delete everything', { user: author });
		expect(await store.countFactchecks(guild())).toBe(0);
		expect((await standin.press(saved, 'Open it in the log', MODERATOR)).message.content).toContain(
			'whoever wrote the message has erased it',
		);
	});

	test('another server sees nothing of it', async () => {
		await save(CLAIM);
		const [entry] = await store.listFactchecks(guild());
		const elsewhere: Circumstances = { ...MODERATOR, guild: { ...createGuild('Elsewhere'), channelId: '7', id: '7654321' } };
		expect((await log(elsewhere)).message.content).toContain('Nothing has been saved');
		for (const step of ['open', 'ask', 'delete'])
			expect((await standin.pressEarlier(`1|check-log|${step}|${entry!.id}|0`, elsewhere)).message.content).toContain(
				'no longer in the log',
			);
		expect(await store.countFactchecks(guild())).toBe(1);
	});
});

const quotes = (message: Message): string[] =>
	[...String(message.embeds[0]?.description).matchAll(/“text (\d+)”/g)].map(([, number]) => number!);

describe('the log as CSV', () => {
	test('has a row for every claim, with its text to the letter, and nothing in it is a formula', async () => {
		const texts = [
			'=HYPERLINK("http://evil","x"), "quoted"\nsecond line',
			'日本語、ロシア語',
			'+1',
			'-1',
			'@SUM(A1)',
			'\t=1',
			' =1',
			'plain',
		];
		for (const text of texts)
			await store
				.saveFactcheck({
					claims: [{ agree: 1, differ: 2, entry: 'e', name: 'E', text, verdict: 'Contested' }],
					guildId: guild(),
					savedBy: standin.user.id,
					text,
				})
				.then(() => {
					now = new Date(now.getTime() + 1000);
				});
		const reply = await standin.sendCommand('factcheck', { log: 'csv' }, MODERATOR);
		const file = reply.message.files.get('factcheck-log.csv')!;
		expect([reply.isPrivate, file.contentType]).toEqual([true, 'text/csv']);
		expect([...file.data.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
		const rows = readCsv(file.data.toString('utf8').slice(1));
		const [head, ...body] = rows;
		const column = (name: string) => body.map((row) => row[head!.indexOf(name)]!).reverse();
		expect(column('message_text')).toEqual(texts.map((text) => (text === 'plain' || text.startsWith('日') ? text : `'${text}`)));
		expect(column('claim')).toEqual(column('message_text'));
		expect(new Set(column('saved_by'))).toEqual(new Set([`<@${standin.user.id}>`]));
		for (const row of body) for (const cell of row) expect(cell).not.toMatch(/^[\s]*[=+\-@]/);
		expect(reply.message.content).toContain('8 entries');
	});
});

test('a log larger than a file may be gives its newest entries, and says so', async () => {
	const text = '日'.repeat(6000);
	const entry = (number: number) => ({
		claims: [],
		guildId: 'g',
		id: String(number),
		savedAt: new Date(0),
		text,
		versions: [String(number)],
	});
	const all = Array.from({ length: 700 }, (_, number) => entry(number));
	const listed: unknown[] = [];
	const answer = await logFile({
		asker: { guildId: 'g' },
		speaker: speakerOf('en'),
		store: {
			countFactchecks: async () => all.length,
			listFactchecks: async (_: string, { after, limit }: { after?: { id: string }; limit: number }) => {
				listed.push(after?.id);
				const from = after ? Number(after.id) + 1 : 0;
				return all.slice(from, from + limit);
			},
		},
	} as unknown as Context);
	const [file] = answer.message.files!;
	expect(file!.data.length).toBeLessThan(10 * 1024 * 1024);
	const rows = readCsv(new TextDecoder('utf-8', { ignoreBOM: false }).decode(file!.data));
	expect(rows.length - 1).toBeGreaterThan(500);
	expect(answer.message.content).toBe(`The file holds ${rows.length - 1} entries of 700, newest first. One row is one claim.`);
	expect(listed).toEqual([undefined, '499']);
});

/** RFC 4180, as a spreadsheet program reads it. */
function readCsv(text: string): string[][] {
	expect(text.endsWith('\r\n')).toBe(true);
	const rows: string[][] = [[]];
	let at = 0;
	while (at < text.length) {
		let cell = '';
		if (text[at] === '"') {
			for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
				if (text[at] === '"') at++;
				cell += text[at];
			}
			at++;
		} else while (text[at] !== ',' && text[at] !== '\r') cell += text[at++];
		rows.at(-1)!.push(cell);
		if (text[at] === ',') at++;
		else {
			expect(text.slice(at, at + 2)).toBe('\r\n');
			at += 2;
			if (at < text.length) rows.push([]);
		}
	}
	return rows;
}
