/** Places asked for on a map: a real client sends the picture, and words go where no picture may. */
import { PNG } from 'pngjs';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { pinnedPlaces } from '../../src/cards/quiz-map.ts';
import { loadCommands } from '../../src/commands.ts';
import type { Library } from '../../src/library.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { questionOf } from '../../src/quiz/make.ts';
import { settingsFor } from '../../src/quiz/modes.ts';
import type { Question } from '../../src/quiz/question.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { openDataset } from '../library.ts';
import { type Bot, startBot } from '../standin/bot.ts';
import type { Message } from '../standin/exchange.ts';
import { createStandin, type Standin } from '../standin/index.ts';

/** The first picture of a process takes longer. */
const PATIENCE = { timeout: 8_000 };
const ATTACH_FILES = 1n << 15n;
const SEND_ALONE = 2_248_473_465_835_073n & ~ATTACH_FILES;

let library: Library;
let question: Question;
let standin: Standin;
let bot: Bot;
let store: Store;
beforeAll(async () => {
	library = await openDataset();
	question = questionOf('vladivostok.map.where', library, 'en', diceOf(3))!;
	expect(pinnedPlaces(question, library.dataset)).toHaveLength(4);
});
beforeEach(async () => {
	standin = await createStandin({ responseWithinMilliseconds: 20_000 });
	store = createStore({ url: 'sqlite::memory:' });
	bot = await startBot(standin, {
		actions: ACTIONS,
		clock: () => new Date(),
		commands: await loadCommands(),
		dice: diceOf(3),
		library,
		store,
	});
});
afterEach(async () => {
	await bot.gateway.close();
	await standin.close();
	await store.close();
	expect(standin.violations).toEqual([]);
	expect(bot.logs.filter(({ level }) => level === 'error')).toEqual([]);
});

const embedOf = ({ embeds }: Message) => embeds[0] as { description?: string; image?: { url: string }; title?: string };
const labelsOf = ({ components }: Message): string[] =>
	(components as unknown as readonly { components: readonly { label: string }[] }[]).flatMap((row) =>
		row.components.map(({ label }) => label),
	);

function expectMap(message: Message): PNG {
	expect(message.attachments).toMatchObject([{ description: expect.stringMatching(/^Map with lettered pins\. A/), filename: 'map.png' }]);
	expect(embedOf(message).image).toEqual({ url: 'attachment://map.png' });
	const file = message.files.get('map.png')!;
	expect(file.contentType).toBe('image/png');
	return PNG.sync.read(file.data);
}

function expectWords(message: Message): void {
	expect(message.attachments).toEqual([]);
	expect(embedOf(message).image).toBeUndefined();
	expect(embedOf(message).description).toMatch(/\*\*A\*\* · [\d.]+° N/);
}

/** A quiz of this one question, in the channel. */
async function pose(): Promise<string> {
	const made = await bot.program.rounds.create({
		begins: true,
		host: { id: standin.user.id, name: 'Host' },
		language: 'en',
		place: { channelId: standin.guilds[0]!.channelId, guildId: standin.guilds[0]!.id },
		questions: [question, question],
		settings: settingsFor('channel', { seconds: 60 }),
	});
	const { quiz } = made!;
	const { act } = bot.program.rounds;
	await act(quiz.id, { given: { choice: 'a' }, key: 'k', player: { id: 'ann', name: 'Ann' }, round: 0, type: 'answer' });
	return quiz.id;
}

test('the question shows lettered pins, and the answer which pin is which', async () => {
	const id = await pose();
	await bot.program.rounds.act(id, { by: standin.user.id, round: 0, type: 'reveal' });
	await vi.waitFor(() => expect(standin.posted.length).toBe(1), PATIENCE);
	const [message] = standin.posted;
	await vi.waitFor(() => expect(embedOf(message!).description).toContain('The answer'), PATIENCE);
	const told = expectMap(message!);
	expect(embedOf(message!).description).toMatch(/The answer: \*\*[A-D] \([\d.]+° N, [\d.]+° E\)\*\*\nA .+ · B .+ · C .+ · D /);
	expect(embedOf(message!).description).toContain('Vladivostok');
	expect(message!.attachments[0]!.description).toContain('Vladivostok');
	await bot.program.rounds.act(id, { by: standin.user.id, round: 0, type: 'next' });
	await vi.waitFor(() => expect(standin.posted.length).toBe(2), PATIENCE);
	const asked = expectMap(standin.posted[1]!);
	expect(labelsOf(standin.posted[1]!).slice(0, 4)).toEqual(['A', 'B', 'C', 'D']);
	expect(JSON.stringify(embedOf(standin.posted[1]!))).not.toContain('°');
	expect(Buffer.compare(asked.data, told.data)).not.toBe(0);
});

test('alone, the picture is in the private answer and changes with it', async () => {
	const seen = { maps: 0, words: 0 };
	let reply = await standin.sendCommand('quiz solo', { kind: 'map', length: 10 });
	for (let round = 0; round < 10; round += 1) {
		expect(reply.isPrivate).toBe(true);
		const isMap = embedOf(reply.message).image !== undefined;
		seen[isMap ? 'maps' : 'words'] += 1;
		if (isMap) expectMap(reply.message);
		else expect(reply.message.attachments).toEqual([]);
		reply = await standin.press(reply, isMap ? 'A' : labelsOf(reply.message)[0]!);
		if (isMap) expectMap(reply.message);
		expect(embedOf(reply.message).description).toContain('The answer');
		reply = await standin.press(reply, round < 9 ? 'Next question' : 'My result');
	}
	expect(seen.maps).toBeGreaterThan(0);
	expect(seen.words).toBeGreaterThan(0);
	expect(reply.message.attachments).toEqual([]);
});

test('where the app may not attach files, the question is asked in words', async () => {
	let reply = await standin.sendCommand('quiz solo', { kind: 'map', length: 10 }, { appPermissions: SEND_ALONE });
	let places = 0;
	for (let round = 0; round < 9; round += 1) {
		if (embedOf(reply.message).title?.startsWith('Where on the map')) {
			expectWords(reply.message);
			places += 1;
		}
		reply = await standin.press(reply, labelsOf(reply.message)[0]!, { appPermissions: SEND_ALONE });
		reply = await standin.press(reply, 'Next question', { appPermissions: SEND_ALONE });
	}
	expect(places).toBeGreaterThan(0);
});

test('where a picture is refused as the quiz goes on, the question is sent in words, and the quiz goes on', async () => {
	const id = await pose();
	standin.failures.refuse(/^POST \/channels\/\d+\/messages$/, { code: 50_013, message: 'Missing Permissions', status: 403 });
	await bot.program.rounds.act(id, { by: standin.user.id, round: 0, type: 'reveal' });
	await vi.waitFor(() => expect(standin.posted.length).toBe(1), PATIENCE);
	expect(standin.posted[0]!.attachments).toEqual([]);
	expect((await bot.program.rounds.read(id))!.phase).toBe('revealed');
});

test('in a review, the card is asked and answered with its map', async () => {
	await store.addReviewCards(standin.user.id, [question.id], Date.now());
	const asked = await standin.sendCommand('review start', {});
	expectMap(asked.message);
	const told = await standin.press(asked, 'A');
	expectMap(told.message);
	expect(embedOf(told.message).description).toContain('Vladivostok');
	const words = await standin.sendCommand('review start', {}, { appPermissions: SEND_ALONE });
	expectWords(words.message);
});
