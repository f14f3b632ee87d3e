/** Quizzes as people play them: a real client, the stand-in for Discord, the dataset as it is. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { loadCommands } from '../../src/commands.ts';
import type { Library } from '../../src/library.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { makeQuestions } from '../../src/quiz/make.ts';
import { replay } from '../../src/quiz/quiz.ts';
import { createStore, type QuizToCreate, type Store } from '../../src/store/index.ts';
import { openDataset } from '../library.ts';
import { type Bot, type BotOptions, startBot } from '../standin/bot.ts';
import { createStandin, type Reply, type Standin } from '../standin/index.ts';

let library: Library;
let standin: Standin;
let bot: Bot;
let store: Store;

beforeAll(async () => {
	library = await openDataset();
	// The first questions of a process take long, with half a machine longer than Discord waits.
	makeQuestions(library, { count: 20, language: 'en' }, diceOf(1));
});

beforeEach(async () => {
	standin = await createStandin();
	store = createStore({ url: 'sqlite::memory:' });
	bot = await open();
});

async function open(more: Partial<BotOptions> = {}): Promise<Bot> {
	const commands = await loadCommands();
	return startBot(standin, { actions: ACTIONS, clock: () => new Date(), commands, dice: diceOf(3), library, store, ...more });
}

afterEach(async () => {
	const complaints = bot.logs.filter(({ level }) => level === 'error' || level === 'warn');
	await bot.gateway.close();
	await standin.close();
	await store.close();
	expect(standin.violations).toEqual([]);
	expect(complaints).toEqual([]);
});

type At = Pick<Reply, 'message'>;
const titleOf = ({ message }: At) => message.embeds[0]?.title ?? '';
const textOf = ({ message }: At) => JSON.stringify(message.embeds) + message.content;
/** Every button, by its custom_id. */
const buttonsOf = ({ message }: At): string[] =>
	(message.components as unknown as readonly { readonly components: readonly { readonly custom_id: string }[] }[]).flatMap(
		({ components }) => components.map((it) => it.custom_id),
	);
const quizOf = (at: At) =>
	buttonsOf(at)
		.find((id) => /^1\|quiz\|(?!about)/.test(id))!
		.split('|')[3]!;
const stateOf = async (id: string) => replay((await store.readQuiz(id))!.events)!;
const posted = (index: number) =>
	vi.waitFor(
		() => {
			const message = standin.posted[index];
			if (!message) throw new Error(`no message ${index} was posted`);
			return { message };
		},
		{ timeout: 5_000 },
	);
const postedLike = (pattern: RegExp) =>
	vi.waitFor(
		() => {
			const message = standin.posted.find((it) => pattern.test(JSON.stringify(it.embeds)));
			if (!message) throw new Error(`nothing like ${pattern} was posted`);
			return { message };
		},
		{ timeout: 8_000 },
	);

/** Presses the right choice of the open question, or one that is wrong. */
async function press(at: At, { right, user }: { right: boolean; user?: ReturnType<Standin['createUser']> }): Promise<Reply> {
	const quiz = await stateOf(quizOf(at));
	const { task } = quiz.questions[quiz.round]!;
	if (task.type === 'number') throw new Error('a number is typed');
	const choice = task.choices.find(({ id }) => (id === task.key) === right)!.id;
	return standin.press(at, `1|quiz|answer|${quiz.id}|${quiz.round}|${choice}`, user ? { user } : undefined);
}

describe('what may be chosen', () => {
	test('topics are suggested by any of their names, in the language of the person, and by their ids they are taken', async () => {
		const all = await standin.autocomplete('quiz solo', 'topic', '');
		expect(all.length).toBeGreaterThan(5);
		const islands = await standin.autocomplete('quiz channel', 'topic', 'island');
		expect(islands).toContainEqual({ name: library.dataset.topics.islands!.en, value: 'islands' });
		expect(islands.length).toBeLessThan(all.length);
		const inJapanese = await standin.autocomplete('quiz duel', 'topic', '', {}, { locale: 'ja' });
		expect(inJapanese.find(({ value }) => value === 'islands')!.name).toBe(library.dataset.topics.islands!.ja);
		expect(await standin.autocomplete('quiz solo', 'topic', 'basket weaving')).toEqual([]);
		expect(await standin.autocomplete('review add', 'topic', 'island')).toContainEqual({
			name: library.dataset.topics.islands!.en,
			value: 'islands',
		});
		const quiz = await stateOf(quizOf(await standin.sendCommand('quiz solo', { length: 3, topic: islands[0]!.value as string })));
		for (const { topics } of quiz.questions) expect(topics).toContain(islands[0]!.value);
	});

	test('years are suggested as they were understood, with how much there is to ask; nothing typed yet, the decades with most', async () => {
		const decades = await standin.autocomplete('quiz solo', 'period', '');
		expect(decades.length).toBeGreaterThan(5);
		for (const { name, value } of decades)
			expect([name, value]).toEqual([expect.stringMatching(/^\d{4}.+\d/), expect.stringMatching(/^\d{4}-\d{4}$/)]);
		const [typed] = await standin.autocomplete('quiz channel', 'period', '1904-1905');
		expect(typed!.value).toBe('1904-1905');
		expect(typed!.name).toMatch(/^1904–1905 \(\d+ entries\)$/);
		expect((await standin.autocomplete('quiz duel', 'period', '193')).every(({ value }) => String(value).startsWith('193'))).toBe(true);
		expect(await standin.autocomplete('quiz solo', 'period', 'the war')).toEqual([]);
		const quiz = await stateOf(quizOf(await standin.sendCommand('quiz solo', { length: 3, period: typed!.value as string })));
		for (const { period } of quiz.questions) expect(period![0] <= 1905 && period![1] >= 1904).toBe(true);
	});
});

describe('alone', () => {
	test('a quiz is played from the first question to the standings, in one message that only the player sees', async () => {
		const first = await standin.sendCommand('quiz solo', { kind: 'date', length: 2 });
		expect(first.message.flags).toBe(64);
		expect(textOf(first)).toContain('Question 1 of 2');
		const known = await press(first, { right: true });
		expect(textOf(known)).toContain('right');
		expect(textOf(known)).toContain('What the sources say');
		const second = await standin.press(known, 'Next question');
		expect(textOf(second)).toContain('Question 2 of 2');
		const asked = titleOf(second);
		const missed = await press(second, { right: false });
		expect(textOf(missed)).toContain('❌');
		const end = await standin.press(missed, 'My result');
		expect(titleOf(end)).toBe('You knew 1 of 2');
		expect(textOf(end)).toContain('100 points');
		expect(standin.posted).toEqual([]);

		const misses = await standin.press(end, 'My misses');
		expect(titleOf(misses)).toBe('1 question missed');
		expect((await standin.press(misses, 'Add these to my review')).message.content).toContain('1 question added');
		const retake = await standin.press(end, 'Retake what I missed');
		expect(titleOf(retake)).toBe(asked);
		expect(textOf(retake)).toContain('Question 1 of 1');
	});

	test('what was answered right is not asked again while there is anything else; what was missed may be', async () => {
		const wishes = { kind: 'date', length: 5, topic: 'khalkhin-gol' };
		const known = new Set<string>();
		for (let round = 0; round < 4; round += 1) {
			let reply = await standin.sendCommand('quiz solo', wishes);
			const quiz = await stateOf(quizOf(reply));
			const fresh = quiz.questions.filter(({ id }) => !known.has(id));
			const every = makeQuestions(library, { count: 99, kinds: ['date'], language: 'en', topics: ['khalkhin-gol'] }, diceOf(1));
			expect(fresh.length).toBe(Math.min(quiz.questions.length, every.filter(({ id }) => !known.has(id)).length));
			for (const [index, { id }] of quiz.questions.entries()) {
				const right = index % 2 === 0;
				if (right) known.add(id);
				reply = await press(reply, { right });
				reply = await standin.press(reply, index + 1 < quiz.questions.length ? 'Next question' : 'My result');
			}
		}
		expect(known.size).toBeGreaterThan(4);
	});

	test('a number is typed into a form', async () => {
		const first = await standin.sendCommand('quiz solo', { kind: 'estimate', length: 1 });
		const form = await standin.press(first, 'Type a number');
		const unread = await standin.submit(form, { number: 'many' });
		expect(unread.message.content).toContain('No answer could be read');
		const quiz = await stateOf(quizOf(first));
		const { task } = quiz.questions[0]!;
		const [value] = task.type === 'number' ? Object.values(task.accepts[0]!.value).flat() : [];
		const known = await standin.submit(form, { number: String(value), source: '' });
		expect(textOf(known)).toContain(': right.');
	});

	test('nothing that fits is said plainly', async () => {
		const none = await standin.sendCommand('quiz solo', { kind: 'article', period: '1650-1651' });
		expect(none.message.content).toContain('No question fits');
		expect((await standin.sendCommand('quiz solo', { period: 'the war' })).message.content).toContain('No years');
		for (const topic of ['basket weaving', 'war', '!'])
			expect((await standin.sendCommand('quiz solo', { topic })).message.content).toContain('No single topic is meant');
	});
});

describe('in a channel', () => {
	test('a quiz that takes long to make, as the first of a process does, is for everybody all the same', async () => {
		await bot.gateway.close();
		const slow = new Proxy(store, {
			get: (target, name) =>
				name === 'createQuiz'
					? (quiz: QuizToCreate) => new Promise((resolve) => setTimeout(resolve, 60)).then(() => target.createQuiz(quiz))
					: Reflect.get(target, name),
		});
		bot = await open({ deferAfterMilliseconds: 30, store: slow });
		const exchange = standin.startCommand('quiz channel', { kind: 'date', length: 1 });
		expect(await exchange.acknowledged).toEqual({ data: undefined, type: 5 });
		const lobby = await exchange.reply;
		expect(lobby.isPrivate).toBe(false);
		const ivan = standin.createUser('Ivan');
		await standin.press(lobby, 'Join', { user: ivan });
		await vi.waitFor(() => expect(textOf(lobby)).toContain('Asker and Ivan'));
		await standin.press(lobby, 'Start');
		const question = await posted(0);
		expect((await press(question, { right: true, user: ivan })).isPrivate).toBe(true);
		// That there is a quiz already is nobody's business but the asker's.
		const second = await standin.startCommand('quiz channel', {}).reply;
		expect(second.followups.map(({ content, flags }) => [content.includes('already'), flags])).toEqual([[true, 64]]);
	});

	const join = async (lobby: At, ...names: string[]) => {
		const users = names.map((name) => standin.createUser(name));
		for (const user of users) await standin.press(lobby, 'Join', { user });
		return users;
	};

	test('everybody answers privately, may change until the reveal, and the scores follow each round', async () => {
		const lobby = await standin.sendCommand('quiz channel', { kind: 'date', length: 2 });
		expect(lobby.message.flags).toBe(0);
		const [ann, bob] = await join(lobby, 'Ann', 'Bob');
		await vi.waitFor(() => expect(textOf(lobby)).toContain('Ann'));
		await standin.press(lobby, 'Start');
		const question = await posted(0);
		expect(textOf(question)).toMatch(/<t:\d+:R>/);
		const kept = await press(question, { right: false, user: ann! });
		expect(kept.message.flags).toBe(64);
		expect(kept.message.content).toContain('Your answer is kept');
		await press(question, { right: true, user: ann! });
		// Two presses in the same moment.
		await Promise.all([press(question, { right: false, user: bob! }), press(question, { right: false, user: bob! })]);
		expect((await standin.press(question, 'Reveal now', { user: bob! })).message.content).toContain('Only the host');
		const revealed = await standin.press(question, 'Reveal now');
		expect(textOf(revealed)).toContain('knew it: Ann');
		expect(textOf(revealed)).toContain('Standings after question 1 of 2');
		const late = await standin.pressEarlier(`1|quiz|answer|${quizOf(revealed)}|0|a`, { user: bob! });
		expect(late.message.content).toContain('too late');
		await standin.press(revealed, 'Next question');
		const second = await posted(1);
		await standin.press(second, 'Stop');
		const end = await postedLike(/Stopped after 1 question/);
		expect(textOf(end)).toContain('**Ann**: 100 points');
		// Nobody can be in the way of the next quiz.
		expect((await standin.sendCommand('quiz channel', { length: 1 })).message.embeds[0]?.title).toContain('about to start');
	});

	test('a moderator may pause it, and nobody else but the host; the question is hidden meanwhile', async () => {
		const lobby = await standin.sendCommand('quiz channel', { kind: 'name', length: 2 });
		const [ann] = await join(lobby, 'Ann');
		await standin.press(lobby, 'Start');
		const question = await posted(0);
		const title = titleOf(question);
		expect((await standin.press(question, 'Pause', { user: ann! })).message.content).toContain('Only the host');
		const moderator = { permissions: 1n << 13n, user: standin.createUser('Mod') };
		const paused = await standin.press(question, 'Pause', moderator);
		expect(titleOf(paused)).toBe('The quiz is paused');
		expect(textOf(paused)).not.toContain(title);
		expect((await standin.press(paused, 'Resume', { user: ann! })).message.content).toContain('Only the host');
		expect(titleOf(await standin.press(paused, 'Resume'))).toBe(title);
	});

	test('only one is played in a channel at a time', async () => {
		await standin.sendCommand('quiz channel', { length: 1 });
		expect((await standin.sendCommand('quiz channel', { length: 1 })).message.content).toContain('already');
	});

	test('the clock reveals, goes on, and ends it', async () => {
		const lobby = await standin.sendCommand('quiz channel', { kind: 'date', length: 1, seconds: 5 });
		await standin.press(lobby, 'Start');
		const question = await posted(0);
		await press(question, { right: true });
		await vi.waitFor(() => expect(textOf(question)).toContain('knew it: Asker'), { timeout: 9_000 });
		expect(textOf(question)).toContain('It goes on <t:');
	});

	test('teams stand by the mean of their members', async () => {
		const lobby = await standin.sendCommand('quiz channel', { kind: 'date', length: 1, teams: 2 });
		const ann = standin.createUser('Ann');
		await standin.press(lobby, 'Join Team 2', { user: ann });
		await standin.press(lobby, 'Start');
		const question = await posted(0);
		await press(question, { right: true, user: ann });
		const revealed = await standin.press(question, 'Reveal now');
		expect(textOf(revealed)).toContain('Teams, by the mean');
		expect(textOf(revealed)).toContain('**Team 2**: 100 points');
	});

	test('where the app is only a guest, it says so', async () => {
		const refused = await standin.sendCommand('quiz channel', {}, { installation: 'user' });
		expect(refused.message.content).toContain('not installed in this server');
		expect(refused.message.flags).toBe(64);
	});
});

describe('a duel', () => {
	test('is taken up by the one who was challenged, and each round ends when both have answered', async () => {
		const rival = standin.createUser('Rival');
		const challenge = await standin.sendCommand('quiz duel', { kind: 'date', length: 1, opponent: rival });
		expect(textOf(challenge)).toContain('challenges **Rival**');
		expect((await standin.press(challenge, 'Accept')).message.content).toContain('between others');
		expect(titleOf(await standin.press(challenge, 'Accept', { user: rival }))).toBe('The duel is on');
		const question = await posted(0);
		expect((await press(question, { right: true, user: standin.createUser('Stranger') })).message.content).toContain('between others');
		await press(question, { right: true });
		const revealed = await press(question, { right: false, user: rival });
		expect(textOf(revealed)).toContain('knew it: Asker');
		await standin.press(revealed, 'Final standings');
		expect(textOf(await postedLike(/Final standings/))).toContain('**Asker**: 100 points');
	});

	test('can be declined, and cannot be had with oneself', async () => {
		const rival = standin.createUser('Rival');
		const challenge = await standin.sendCommand('quiz duel', { length: 1, opponent: rival });
		expect(titleOf(await standin.press(challenge, 'Decline', { user: rival }))).toBe('No duel this time');
		expect((await standin.sendCommand('quiz duel', { opponent: standin.user })).message.content).toContain('somebody else');
	});
});

describe('a question that a member poses', () => {
	test('is answered by others, not by whoever poses it', async () => {
		const posed = await standin.sendCommand('quiz ask', { entry: 'treaty of portsmouth', kind: 'date' });
		expect(textOf(posed)).toContain('**Asker** asks everybody here');
		expect((await press(posed, { right: true })).message.content).toContain('You posed');
		const ann = standin.createUser('Ann');
		expect((await press(posed, { right: true, user: ann })).message.content).toContain('Your answer is kept');
		const revealed = await standin.press(posed, 'Reveal now');
		expect(textOf(revealed)).toContain('knew it: Ann');
	});

	test('to one person ends with the answer', async () => {
		const ann = standin.createUser('Ann');
		const posed = await standin.sendCommand('quiz ask', { entry: 'treaty of portsmouth', kind: 'date', to: ann });
		expect(textOf(posed)).toContain('asks **Ann**');
		expect((await press(posed, { right: true, user: standin.createUser('Bob') })).message.content).toContain('between others');
		expect(textOf(await press(posed, { right: false, user: ann }))).toContain('did not know it');
	});
});

test('a button under an entry asks about that entry', async () => {
	const card = await standin.sendCommand('event', { query: 'khalkhin gol' });
	const asked = await standin.press(card, 'Quiz me');
	expect(asked.message.flags).toBe(64);
	expect((await stateOf(quizOf(asked))).questions[0]!.entry).toBe(buttonsOf(card)[0]!.split('|')[2]);
});
