/** What becomes of a quiz whose process has gone, whose message or channel is gone, where nobody may write, or whose answer was lost. */
import pino from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { startChannel } from '../../src/actions/quiz-start.ts';
import type { MessageJson } from '../../src/answer.ts';
import { createPictures } from '../../src/cards/pictures/index.ts';
import type { Library } from '../../src/library.ts';
import { type MessageRef, type Messenger, MessengerError, type MessengerFailure } from '../../src/messenger.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { makeQuestions } from '../../src/quiz/make.ts';
import { settingsFor } from '../../src/quiz/modes.ts';
import { type Quiz, type QuizMode, replay } from '../../src/quiz/quiz.ts';
import { type Attendance, createRounds, type Rounds } from '../../src/rounds/index.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { createContext, openDataset } from '../library.ts';

const CHANNEL = 'channel';
/** Longer than a process may be silent. */
const SILENCE = 7_000;

let library: Library;
let store: Store;
let now: number;
let open: Attendance[];
beforeAll(async () => {
	library = await openDataset();
});
beforeEach(() => {
	now = Date.UTC(2026, 10, 27, 20);
	open = [];
	store = createStore({ clock: () => new Date(now), url: 'sqlite::memory:' });
});
afterEach(async () => {
	await Promise.all(open.map((it) => it.close()));
	await store.close();
});

/** Messages as they stand, and what is refused. */
class Channel implements Messenger {
	readonly edits: string[] = [];
	readonly messages = new Map<string, MessageJson>();
	readonly refuses: { edit?: MessengerFailure; send?: MessengerFailure } = {};
	/** An edit by the token of an answer works where nothing else does. */
	replies = false;

	async edit({ messageId, reply }: MessageRef, message: MessageJson) {
		if (this.refuses.edit && !(reply && this.replies)) throw new MessengerError(this.refuses.edit);
		this.edits.push(messageId);
		this.messages.set(messageId, message);
	}
	async send(channelId: string, message: MessageJson) {
		if (this.refuses.send) throw new MessengerError(this.refuses.send);
		const messageId = `m${this.messages.size + 1}`;
		this.messages.set(messageId, message);
		return { channelId, messageId };
	}
	texts(): string[] {
		return [...this.messages.values()].map(({ content = '', embeds = [] }) => JSON.stringify(embeds) + content);
	}
}

const logger = pino({ level: 'silent' });
const process = (): Rounds => createRounds({ clock: () => new Date(now), library, logger, pictures: createPictures({ logger }), store });
const attend = (rounds: Rounds, messenger: Messenger): Attendance => {
	const it = rounds.attend(messenger);
	open.push(it);
	return it;
};
const stateOf = async (id: string): Promise<Quiz> => replay((await store.readQuiz(id))!.events)!;

/** A quiz that is at its first question, with one answer. */
async function played(rounds: Rounds, { length = 2, mode = 'channel' as QuizMode, seconds = 30 } = {}): Promise<Quiz> {
	const made = await rounds.create({
		begins: mode === 'solo',
		holdsChannel: mode === 'channel',
		host: { id: 'host', name: 'Host' },
		language: 'en',
		place: { channelId: CHANNEL },
		questions: makeQuestions(library, { count: length, kinds: ['date'], language: 'en' }, diceOf(4)),
		settings: settingsFor(mode, { seconds }),
	});
	const { quiz } = made!;
	await rounds.keep(quiz, { channelId: CHANNEL, messageId: 'first', reply: { token: 't', until: Date.now() + 600_000 } });
	if (mode !== 'solo') await rounds.act(quiz.id, { by: 'host', type: 'start' });
	await rounds.act(quiz.id, { given: { choice: 'a' }, key: 'k', player: { id: 'ann', name: 'Ann' }, round: 0, type: 'answer' });
	return quiz;
}

/** The same where the program may write nothing of its own accord: all of it is shown in the message of the command. */
async function playedInOneMessage() {
	const rounds = process();
	const channel = new Channel();
	channel.refuses.send = 'forbidden';
	channel.refuses.edit = 'forbidden';
	channel.replies = true;
	attend(rounds, channel);
	const { id } = await played(rounds);
	await vi.waitFor(() => expect(channel.texts().join()).toContain('Question 1 of 2'));
	return { channel, id, rounds };
}

describe('a quiz whose process is gone', () => {
	test('is taken over when the process has been silent for long enough, and goes on with what was answered', async () => {
		const { id } = await played(process());
		const channel = new Channel();
		const other = process();
		attend(other, channel);
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(channel.messages.size).toBe(0);
		now += SILENCE;
		await vi.waitFor(() => expect(channel.texts().join()).toContain('1 has answered'), { timeout: 5_000 });
		await other.act(id, { by: 'host', round: 0, type: 'reveal' });
		expect((await stateOf(id)).rounds[0]!.results).toHaveProperty('ann');
		await vi.waitFor(() => expect(channel.texts().join()).toContain('What the sources say'));
	});

	test('whose time ran out meanwhile is revealed at once, as of when it ran out', async () => {
		const { id } = await played(process());
		now += 3_600_000;
		const channel = new Channel();
		attend(process(), channel);
		await vi.waitFor(async () => expect((await stateOf(id)).phase).toBe('revealed'), { timeout: 5_000 });
		expect((await stateOf(id)).rounds[0]!.results!.host!.took).toBe(30_000);
		await vi.waitFor(() => expect(channel.texts().join()).toContain('What the sources say'));
	});

	test('is not forgotten by a process that was pressed before it looked at the clock', async () => {
		const rounds = process();
		const { id } = await played(rounds);
		const channel = new Channel();
		attend(rounds, channel);
		await new Promise((resolve) => setTimeout(resolve, 200));
		now += 40_000;
		await vi.waitFor(async () => expect((await stateOf(id)).phase).toBe('revealed'), { timeout: 5_000 });
		await vi.waitFor(() => expect(channel.texts().join()).toContain('What the sources say'));
	});

	test('is let go of at once by one that leaves in good order', async () => {
		const first = process();
		const attendance = first.attend(new Channel());
		const { id } = await played(first);
		await attendance.close();
		const channel = new Channel();
		attend(process(), channel);
		await vi.waitFor(() => expect(channel.texts().join()).toContain('1 has answered'), { timeout: 5_000 });
		expect((await stateOf(id)).phase).toBe('asking');
	});

	test('after it had ended, but before the standings were shown, has them shown by another, once', async () => {
		const first = process();
		const { id } = await played(first, { length: 1 });
		await first.act(id, { by: 'host', round: 0, type: 'reveal' });
		await first.act(id, { by: 'host', round: 0, type: 'next' });
		expect((await stateOf(id)).phase).toBe('ended');
		now += SILENCE;
		const channel = new Channel();
		attend(process(), channel);
		const standings = () => channel.texts().filter((text) => text.includes('Final standings'));
		await vi.waitFor(() => expect(standings()).toHaveLength(1), { timeout: 5_000 });
		await vi.waitFor(async () => expect(await store.hasOpenQuizzes()).toBe(false));
		now += SILENCE;
		attend(process(), channel);
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(standings()).toHaveLength(1);
	});

	test('that nobody started is closed in the end', async () => {
		const made = await process().create({
			begins: false,
			holdsChannel: true,
			host: { id: 'host', name: 'Host' },
			language: 'en',
			place: { channelId: CHANNEL },
			questions: makeQuestions(library, { count: 1, language: 'en' }, diceOf(1)),
			settings: settingsFor('channel'),
		});
		now += 16 * 60_000;
		attend(process(), new Channel());
		await vi.waitFor(async () => expect(await stateOf(made!.quiz.id)).toMatchObject({ phase: 'ended', why: 'abandoned' }), {
			timeout: 5_000,
		});
		expect(await store.findQuizIn(CHANNEL)).toBeUndefined();
	});
});

describe('a quiz that cannot be shown as it was', () => {
	test('posts the question anew where its message was deleted', async () => {
		const rounds = process();
		const channel = new Channel();
		attend(rounds, channel);
		const { id } = await played(rounds);
		await vi.waitFor(() => expect(channel.messages.size).toBeGreaterThan(1));
		channel.refuses.edit = 'gone';
		const before = channel.messages.size;
		await rounds.act(id, { by: 'host', round: 0, type: 'reveal' });
		await vi.waitFor(() => expect(channel.messages.size).toBeGreaterThan(before));
		expect(channel.texts().at(-1)).toContain('What the sources say');
	});

	test('goes on in the message of the command where it may not write of its own accord', async () => {
		const { channel, id, rounds } = await playedInOneMessage();
		expect([...channel.messages.keys()]).toEqual(['first']);
		await rounds.act(id, { by: 'host', round: 0, type: 'reveal' });
		await vi.waitFor(() => expect(channel.texts().join()).toContain('What the sources say'));
		expect((await stateOf(id)).phase).toBe('revealed');
	});

	test('closes with its results where its channel is gone', async () => {
		const rounds = process();
		const channel = new Channel();
		attend(rounds, channel);
		const { id } = await played(rounds);
		await vi.waitFor(() => expect(channel.messages.size).toBeGreaterThan(1));
		channel.refuses.send = 'gone';
		channel.refuses.edit = 'gone';
		await rounds.act(id, { by: 'host', round: 0, type: 'reveal' });
		await vi.waitFor(async () => expect(await stateOf(id)).toMatchObject({ phase: 'ended', why: 'abandoned' }));
		expect((await stateOf(id)).rounds[0]!.results).toHaveProperty('ann');
		expect((await store.missRates([(await stateOf(id)).questions[0]!.id])).size).toBe(1);
	});

	test('is shown again later where Discord only failed', async () => {
		const rounds = process();
		const channel = new Channel();
		attend(rounds, channel);
		const { id } = await played(rounds);
		await vi.waitFor(() => expect(channel.messages.size).toBeGreaterThan(1));
		channel.refuses.edit = 'failed';
		await rounds.act(id, { by: 'host', round: 0, type: 'reveal' });
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect((await stateOf(id)).phase).toBe('revealed');
		delete channel.refuses.edit;
		await rounds.act(id, { by: 'host', round: 0, type: 'next' });
		await vi.waitFor(() => expect(channel.texts().join()).toContain('Question 2 of 2'));
	});

	test('has its end shown later where Discord only failed, and is given up where it goes on failing', async () => {
		const rounds = process();
		const channel = new Channel();
		attend(rounds, channel);
		const ends = async () => {
			channel.messages.clear();
			const { id } = await played(rounds, { length: 1 });
			await vi.waitFor(() => expect(channel.texts().join()).toContain('Question 1 of 1'));
			channel.refuses.send = 'failed';
			await rounds.act(id, { by: 'host', type: 'stop' });
			await new Promise((resolve) => setTimeout(resolve, 100));
			expect(await store.hasOpenQuizzes()).toBe(true);
		};
		await ends();
		delete channel.refuses.send;
		now += SILENCE;
		await vi.waitFor(() => expect(channel.texts().join()).toContain('Stopped after'), { timeout: 5_000 });
		await vi.waitFor(async () => expect(await store.hasOpenQuizzes()).toBe(false));
		await ends();
		now += 11 * 60_000;
		await vi.waitFor(async () => expect(await store.hasOpenQuizzes()).toBe(false), { timeout: 5_000 });
	});
});

describe('a quiz whose first message was lost', () => {
	const begin = (rounds: Rounds, mode: 'ask' | 'channel') =>
		rounds.create({
			begins: mode === 'ask',
			holdsChannel: mode === 'channel',
			host: { id: 'host', name: 'Host' },
			language: 'en',
			place: { channelId: CHANNEL },
			questions: makeQuestions(library, { count: 1, language: 'en' }, diceOf(1)),
			settings: settingsFor(mode),
		});

	test.each(['ask', 'channel'] as const)('is sent to its channel, and goes on there: %s', async (mode) => {
		const rounds = process();
		const channel = new Channel();
		attend(rounds, channel);
		const { quiz } = (await begin(rounds, mode))!;
		await rounds.lose(quiz);
		expect([...channel.messages.keys()]).toEqual(['m1']);
		expect(channel.texts()[0]).toContain(mode === 'ask' ? 'asks' : 'A quiz is about to start');
		expect((await stateOf(quiz.id)).phase).toBe(mode === 'ask' ? 'asking' : 'lobby');
		const at = { channelId: CHANNEL, messageId: 'm1' };
		await rounds.act(quiz.id, { by: 'host', type: 'stop' }, { at });
		expect(await rounds.show(quiz.id, at)).toBeDefined();
	});

	test.each(['failed', 'forbidden', 'gone', 'unattended'] as const)('is over where that cannot be either: %s', async (why) => {
		const rounds = process();
		const channel = new Channel();
		if (why !== 'unattended') {
			channel.refuses.send = why;
			attend(rounds, channel);
		}
		const { quiz } = (await begin(rounds, 'channel'))!;
		expect(await begin(rounds, 'channel')).toBeUndefined();
		await rounds.lose(quiz);
		expect(await stateOf(quiz.id)).toMatchObject({ phase: 'ended', why: 'abandoned' });
		expect(await store.hasOpenQuizzes()).toBe(false);
		// The channel is free.
		expect(await begin(rounds, 'channel')).toBeDefined();
	});

	test('is told so by the answer that begins it', async () => {
		const context = await createContext(library);
		const asking = { ...context, asker: { ...context.asker, channelId: CHANNEL } };
		const lost = await startChannel({ length: 1 }, asking);
		expect((await startChannel({ length: 1 }, asking)).outcome).toBe('refused');
		await lost.onLost!();
		expect((await startChannel({ length: 1 }, asking)).outcome).toBe('found');
	});
});

describe('the message that was pressed', () => {
	/** A question that is at its end, as the press that ended it shows it. */
	async function pressedOnce() {
		const rounds = process();
		const channel = new Channel();
		attend(rounds, channel);
		const made = await rounds.create({
			begins: true,
			host: { id: 'host', name: 'Host' },
			language: 'en',
			place: { channelId: CHANNEL },
			questions: makeQuestions(library, { count: 1, kinds: ['date'], language: 'en' }, diceOf(4)),
			settings: settingsFor('ask'),
		});
		const at: MessageRef = { channelId: CHANNEL, messageId: 'first' };
		const { id } = made!.quiz;
		await rounds.keep(made!.quiz, at);
		await rounds.act(id, { by: 'host', round: 0, type: 'reveal' }, { at });
		expect((await stateOf(id)).phase).toBe('ended');
		const presented = (await rounds.show(id, at))!;
		expect(JSON.stringify(presented.message)).toContain('What the sources say');
		return { at, channel, presented };
	}
	const isClosed = async () => !(await store.hasOpenQuizzes());
	/** For as long as it takes Discord to answer, and no longer than that. */
	const nothing = async (channel: Channel) => {
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(channel.edits).toEqual([]);
	};
	const followed = (channel: Channel) =>
		vi.waitFor(() => expect(channel.texts().join()).toContain('What the sources say'), { timeout: 1_000 });

	test('is changed by the press alone where this arrives, and only then is the quiz put away', async () => {
		const { at, channel, presented } = await pressedOnce();
		await nothing(channel);
		expect(await isClosed()).toBe(false);
		await presented.onSent!(at);
		await vi.waitFor(async () => expect(await isClosed()).toBe(true));
		expect(channel.edits).toEqual([]);
	});

	test('is changed where it stands when the answer came too late for that', async () => {
		const { channel, presented } = await pressedOnce();
		await nothing(channel);
		await presented.onSent!({ channelId: CHANNEL, messageId: 'beside' });
		await followed(channel);
		expect(channel.edits).toEqual(['first']);
		await vi.waitFor(async () => expect(await isClosed()).toBe(true));
	});

	test('is changed where it stands when the answer was lost', async () => {
		const { channel, presented } = await pressedOnce();
		await nothing(channel);
		await presented.onLost!();
		await followed(channel);
		expect(channel.edits).toEqual(['first']);
	});

	test('is changed where it stands when nobody says what became of the answer', async () => {
		const { channel } = await pressedOnce();
		await nothing(channel);
		await vi.waitFor(() => expect(channel.edits).toEqual(['first']), { timeout: 8_000 });
		await vi.waitFor(async () => expect(await isClosed()).toBe(true));
	});

	test('holds nothing else up: the next question is posted meanwhile', async () => {
		const rounds = process();
		const channel = new Channel();
		attend(rounds, channel);
		const { id } = await played(rounds);
		await vi.waitFor(() => expect(channel.texts().join()).toContain('Question 1 of 2'));
		const at: MessageRef = (await store.readQuizMessages(id)).get('round-0')!;
		await rounds.act(id, { by: 'host', round: 0, type: 'reveal' });
		await vi.waitFor(() => expect(channel.texts().join()).toContain('What the sources say'));
		const before = channel.edits.length;
		await rounds.act(id, { by: 'host', round: 0, type: 'next' }, { at });
		const presented = (await rounds.show(id, at))!;
		await vi.waitFor(() => expect(channel.texts().join()).toContain('Question 2 of 2'), { timeout: 1_000 });
		expect(channel.edits.slice(before)).not.toContain(at.messageId);
		await presented.onSent!(at);
	});

	test('shows the next question, and not what was pressed, where that is the only message there is', async () => {
		const { channel, id, rounds } = await playedInOneMessage();
		await rounds.act(id, { by: 'host', round: 0, type: 'reveal' });
		await vi.waitFor(() => expect(channel.texts().join()).toContain('What the sources say'));
		const at = (await store.readQuizMessages(id)).get('round-0')!;
		await rounds.act(id, { by: 'host', round: 0, type: 'next' }, { at });
		const presented = (await rounds.show(id, at))!;
		await new Promise((resolve) => setTimeout(resolve, 200));
		channel.messages.set('first', presented.message);
		await presented.onSent!(at);
		await vi.waitFor(() => expect(channel.texts().join()).toContain('Question 2 of 2'));
	});
});

test('alone against the clock, the answer is shown when the time is up', async () => {
	const rounds = process();
	const channel = new Channel();
	attend(rounds, channel);
	const started = Date.now();
	const real = now;
	const ticking = setInterval(() => {
		now = real + Date.now() - started;
	}, 20);
	await played(rounds, { mode: 'solo', seconds: 1 });
	await vi.waitFor(() => expect(channel.texts().join()).toContain('You gave no answer'), { timeout: 6_000 });
	clearInterval(ticking);
	expect([...channel.messages.keys()]).toEqual(['first']);
});
