/** /review as people use it, over the gateway, with the dataset that comes with the program. */
import { ComponentType } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseCustomId } from '../../src/action.ts';
import { ACTIONS } from '../../src/actions/index.ts';
import { addFrom } from '../../src/actions/review-session.ts';
import { topicOf } from '../../src/actions/topics.ts';
import { loadCommands } from '../../src/commands.ts';
import type { Library } from '../../src/library.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import type { QuizLanguage } from '../../src/quiz/language.ts';
import { everyQuestion, questionOf } from '../../src/quiz/make.ts';
import type { Question } from '../../src/quiz/question.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { createContext, openDataset } from '../library.ts';
import { type Bot, startBot } from '../standin/bot.ts';
import { type Circumstances, createStandin, type Reply, type Standin } from '../standin/index.ts';

const DAY = 86_400_000;
let now = Date.UTC(2026, 10, 23, 12);
const clock = () => new Date(now);

let standin: Standin;
/** Two processes on one database. */
let bots: Bot[];
let store: Store;
let library: Library;

beforeAll(async () => {
	library = await openDataset();
	standin = await createStandin({ responseWithinMilliseconds: 20_000 });
	store = createStore({ clock, url: 'sqlite::memory:' });
	const commands = await loadCommands();
	// On a busy machine the first questions take long; how that is answered is tried elsewhere.
	bots = [await startBot(standin, { actions: ACTIONS, clock, commands, deferAfterMilliseconds: 60_000, dice: diceOf(7), library, store })];
}, 60_000);
afterAll(async () => {
	for (const bot of bots) await bot.gateway.close();
	await standin.close();
	await store.close();
});
beforeEach(() => {
	expect(standin.violations).toEqual([]);
});

interface Button {
	readonly custom_id: string;
	readonly label: string;
	readonly style: number;
	readonly type: number;
}
const buttonsOf = ({ message }: Pick<Reply, 'message'>): Button[] =>
	message.components
		.flatMap((row) => (row as { components: Button[] }).components)
		.filter(({ type }) => (type as ComponentType) === ComponentType.Button);
const argsOf = (reply: Reply) => parseCustomId(buttonsOf(reply)[0]!.custom_id)!.args;
/** The question as it is shown: from the button's own state, as any process would make it. */
function asked(reply: Reply): Question {
	const [, id = '', , seed = ''] = argsOf(reply);
	return questionOf(id, library, 'en', diceOf(Number.parseInt(seed, 36)))!;
}
const text = ({ message }: Pick<Reply, 'message'>) => JSON.stringify(message.embeds);
const person = (name = 'Reviewer'): Circumstances => ({ user: standin.createUser(name) });

/** Answers rightly or wrongly; gives the message with the ratings. */
async function answer(reply: Reply, right: boolean, at: Circumstances): Promise<Reply> {
	const { task } = asked(reply);
	if (task.type === 'number') {
		const form = await standin.press(reply, 'Type a number', at);
		const [bound] = Object.values(task.accepts[0]!.value)
			.flat()
			.filter((it) => typeof it === 'number');
		return standin.submit(form, { number: right ? String(bound) : '7000000001' }, at);
	}
	const index = task.choices.findIndex(({ id }) => (id === task.key) === right);
	return standin.press(reply, buttonsOf(reply)[index]!.custom_id, at);
}
const rating = (reply: Reply, word: string) => buttonsOf(reply).find(({ label }) => label.startsWith(`${word} ·`))!;
const rate = (reply: Reply, word: string, at: Circumstances) => standin.press(reply, rating(reply, word).custom_id, at);
const learn = (reply: Reply, topic: string, at: Circumstances) => standin.select(reply, 'Learn ten new questions on a topic', [topic], at);

describe('a whole review', () => {
	test('from nothing to “nothing is due”, with every answer on disk before it is confirmed', async () => {
		const at = person();
		const userId = at.user!.id;
		const empty = await standin.sendCommand('review start', {}, at);
		expect(empty.isPrivate).toBe(true);
		expect(text(empty)).toContain('You review nothing yet');
		let reply = await learn(empty, 'khalkhin-gol', at);
		expect(reply.isUpdate).toBe(true);
		expect(text(reply)).toContain('10 new questions were added.');
		expect(text(reply)).toContain('New question · 0 due, 10 new · 0 done today');
		let steps = 0;
		while (reply.message.embeds[0]?.title !== 'Your review') {
			now += 8_000;
			const question = asked(reply);
			const title = reply.message.embeds[0]?.title;
			const revealed = await answer(reply, steps % 3 !== 0, at);
			expect([revealed.isUpdate, revealed.message.embeds[0]?.title]).toEqual([true, title]);
			expect(text(revealed)).toContain(steps % 3 === 0 ? '✗ You said' : '✓ Right');
			expect(text(revealed)).toMatch(/The answer: |Sources differ; each of these counts: /);
			expect(revealed.message.embeds[0]?.fields).not.toEqual([]);
			const word = steps % 3 === 0 ? 'Again' : 'Good';
			expect(
				buttonsOf(revealed)
					.filter(({ style }) => style === 1)
					.map(({ label }) => label),
			).toEqual([rating(revealed, word).label]);
			reply = await rate(revealed, word, at);
			steps += 1;
			const kept = (await store.listReviewCards(userId)).find((card) => card.question === question.id)!;
			expect(kept.reps).toBeGreaterThan(0);
			expect((await store.countReviews(userId, 0)).reviews).toBe(steps);
			expect(steps).toBeLessThan(80);
		}
		expect(text(reply)).toMatch(/Nothing is due\. The next question comes <t:\d+:R>\./);
		expect(text(reply)).toContain(`Reviewed today: ${steps}`);
		expect(text(reply)).toContain('Streak: one day.');
		expect(text(reply)).toMatch(/Reviews? in the coming|reviews in the coming 14 days, most on/);
		now += DAY;
		expect(text(await standin.sendCommand('review forecast', {}, at))).toContain('Streak: one day, if you review today.');
	}, 60_000);

	test('what was kept is told, with the time it comes back', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), '*', at);
		const next = await rate(await answer(reply, true, at), 'Easy', at);
		const due = Math.ceil((await store.listReviewCards(at.user!.id)).find(({ reps }) => reps === 1)!.due / 1000);
		expect(text(next)).toContain(`Kept as *Easy*: you will be asked that again <t:${due}:R>.`);
	});

	test('a rating is undone by the button under the next question, once, and the same question is asked again', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), 'islands', at);
		const { id } = asked(reply);
		const cardOf = async () => (await store.listReviewCards(at.user!.id)).find(({ question }) => question === id)!;
		const before = await cardOf();
		const next = await rate(await answer(reply, true, at), 'Easy', at);
		expect((await cardOf()).reps).toBe(1);
		expect(asked(next).id).not.toBe(id);
		const undone = await standin.press(next, 'Undo that rating', at);
		expect(undone.isUpdate).toBe(true);
		expect(text(undone)).toContain('Taken back: here is the question again.');
		expect(asked(undone).id).toBe(id);
		expect(await cardOf()).toEqual(before);
		expect((await store.countReviews(at.user!.id, 0)).reviews).toBe(0);
		expect(buttonsOf(undone).map(({ label }) => label)).not.toContain('Undo that rating');
		const late = await standin.pressEarlier(`1|review|u|${id}|1`, at);
		expect(text(late)).toContain('can no longer be taken back');
		// Rated again, it may be undone again, also by another process.
		const again = await rate(await answer(undone, false, at), 'Again', at);
		await bots[0]!.gateway.close();
		bots = [await startBot(standin, { actions: ACTIONS, clock, commands: await loadCommands(), dice: diceOf(8), library, store })];
		await standin.press(again, 'Undo that rating', at);
		expect(await cardOf()).toEqual(before);
	}, 30_000);

	test('the last rating of a day is undone where it is told that nothing is due', async () => {
		const at = person();
		const [question] = (await learn(await standin.sendCommand('review start', {}, at), 'memory', at))
			? await store.listReviewCards(at.user!.id)
			: [];
		await store.dropReviewCards(
			at.user!.id,
			(await store.listReviewCards(at.user!.id)).slice(1).map((card) => card.question),
		);
		const reply = await standin.sendCommand('review start', {}, at);
		const done = await rate(await answer(reply, true, at), 'Easy', at);
		expect(done.message.embeds[0]?.title).toBe('Your review');
		expect(asked(await standin.press(done, 'Undo that rating', at)).id).toBe(question!.question);
	});

	test('ratings say when the question comes back: minutes, then days', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), 'islands', at);
		const shown = await standin.press(reply, 'Show the answer', at);
		expect(
			buttonsOf(shown)
				.map(({ label }) => label)
				.slice(0, 4),
		).toEqual(['Again · 1 min', 'Hard · 6 min', 'Good · 10 min', 'Easy · 8 days']);
		expect(text(shown)).toContain('How well did you know it?"');
		expect(buttonsOf(shown).some(({ style }) => style === 1)).toBe(false);
		expect(text(shown)).not.toMatch(/✓|✗/);
	});
});

describe('presses', () => {
	test('two at once count once, whichever comes first', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), 'captivity', at);
		const revealed = await answer(reply, true, at);
		const presses = ['Again', 'Good', 'Good', 'Easy'].map((word) => rate(revealed, word, at));
		const answered = await Promise.all(presses);
		expect(answered.every(({ isUpdate }) => isUpdate)).toBe(true);
		expect((await store.countReviews(at.user!.id, 0)).reviews).toBe(1);
		expect((await store.listReviewCards(at.user!.id)).filter(({ reps }) => reps > 0)).toHaveLength(1);
	});

	test('of a question that has been answered meanwhile lead on', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), 'captivity', at);
		const choice = buttonsOf(reply).find(({ label }) => label === 'Show the answer')!.custom_id;
		await rate(await answer(reply, true, at), 'Good', at);
		const late = await standin.pressEarlier(choice, at);
		expect(text(late)).toContain('That question is done with');
		expect((await store.countReviews(at.user!.id, 0)).reviews).toBe(1);
	});

	test('of a choice that has changed since do not count as another', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), 'border-treaties', at);
		const [, id = '', reps = '', seed = ''] = argsOf(reply);
		const late = await standin.pressEarlier(`1|review|a|${id}|${reps}|${seed}|0zz`, at);
		expect(text(late)).toContain('has changed since');
		expect((await store.countReviews(at.user!.id, 0)).reviews).toBe(0);
	});

	test.each([
		'1|review',
		'1|review|x',
		'1|review|a',
		'1|review|r|none.date.x|0|g',
		'1|review|r|none.date.x|0|?',
		'1|review|v|a|b',
		'1|review|d|none',
	])('of another version do no harm: %s', async (id) => {
		const at = person();
		const reply = await standin.pressEarlier(id, at);
		expect(text(reply)).toContain('You review nothing yet');
		expect(await store.listReviewCards(at.user!.id)).toEqual([]);
	});

	test('work after a restart, by another process on the same store', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), 'memory', at);
		const revealed = await answer(reply, true, at);
		await bots[0]!.gateway.close();
		bots = [await startBot(standin, { actions: ACTIONS, clock, commands: await loadCommands(), dice: diceOf(8), library, store })];
		const next = await rate(revealed, 'Good', at);
		expect(text(next)).toContain('Kept as *Good*');
		expect(text(await answer(next, true, at))).toContain('✓ Right');
	}, 30_000);

	test('“do not ask again” takes the question away, and “open the entry” shows it privately', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), 'china', at);
		const { entry, id } = asked(reply);
		const revealed = await answer(reply, true, at);
		const opened = await standin.press(revealed, 'Open the entry', at);
		expect([opened.isPrivate, opened.isUpdate]).toEqual([true, false]);
		expect(text(opened)).toContain(library.dataset.get(entry)!.name.en.slice(0, 10));
		const next = await standin.press(revealed, 'Do not ask again', at);
		expect(text(next)).toContain('You will not be asked that again.');
		expect((await store.listReviewCards(at.user!.id)).map(({ question }) => question)).not.toContain(id);
	});

	test('“stop for now” shows how things stand, and “review now” goes on', async () => {
		const at = person();
		const reply = await learn(await standin.sendCommand('review start', {}, at), 'china', at);
		const title = reply.message.embeds[0]?.title;
		const stopped = await standin.press(reply, 'Stop for now', at);
		expect(text(stopped)).toContain('**Nothing due** today, and 10 new.');
		expect((await standin.press(stopped, 'Review now', at)).message.embeds[0]?.title).toBe(title);
	});
});

describe('a number', () => {
	test('is typed, and what cannot be read is asked for again', async () => {
		const at = person();
		const question = library.dataset.entries.flatMap((entry) =>
			entry.kind === 'figures' ? [...everyQuestion(entry, library, 'en', diceOf(1))].filter(({ task }) => task.type === 'number') : [],
		)[0];
		await store.addReviewCards(at.user!.id, [question!.id], now);
		const reply = await standin.sendCommand('review start', {}, at);
		const form = await standin.press(reply, 'Type a number', at);
		const unread = await standin.submit(form, { number: 'many' }, at);
		expect([unread.isPrivate, unread.isUpdate]).toEqual([true, false]);
		expect(unread.message.content).toContain('No answer could be read in that');
		expect(text(await answer(reply, true, at))).toContain('✓ Right');
		await standin.press(reply, 'Stop for now', at);
		expect(text(await answer(await standin.press(reply, 'Review now', at), false, at))).toContain('✗ You said');
	});
});

describe('new questions', () => {
	test('are begun no faster than the day allows', async () => {
		const at = person();
		await standin.sendCommand('review settings', { 'new-per-day': 2 }, at);
		let reply = await standin.sendCommand('review add', { count: 5, topic: 'islands' }, at);
		expect(text(reply)).toContain('5 new questions were added.');
		expect(text(reply)).toContain('**Nothing due** today, and 2 new.');
		expect(text(reply)).toContain('3 new questions wait for another day');
		reply = await standin.press(reply, 'Review now', at);
		for (let index = 0; index < 2; index += 1) reply = await rate(await answer(reply, true, at), 'Easy', at);
		expect(text(reply)).toContain('Nothing is due.');
		now += DAY;
		expect(text(await standin.sendCommand('review start', {}, at))).toContain('New question · 0 due, 2 new');
	});

	test('come from a topic that is picked or typed, and never twice', async () => {
		const at = person();
		expect((await standin.autocomplete('review add', 'topic', 'captiv', {}, at))?.map(({ value }) => value)).toContain('captivity');
		await standin.sendCommand('review add', { count: 50, topic: 'シベリア抑留' }, at);
		const first = await store.listReviewCards(at.user!.id);
		expect(first.length).toBeGreaterThan(20);
		await standin.sendCommand('review add', { count: 50, topic: 'captivity' }, at);
		const all = await store.listReviewCards(at.user!.id);
		expect(new Set(all.map(({ question }) => question)).size).toBe(all.length);
		for (const { question } of all)
			expect(library.dataset.get(question.split('.')[0]!)).toMatchObject({ topics: expect.arrayContaining(['captivity']) });
		const unknown = await standin.sendCommand('review add', { topic: 'cooking' }, at);
		expect(unknown.message.content).toBe('No single topic is meant by “cooking”. Pick one from the list that appears as you type.');
	});

	test('come from the topic of that very name, though another name begins with it', async () => {
		const { dataset } = library;
		const topics = { both: { en: 'Russia and Japan' }, one: { en: 'Russia' } };
		const { speaker } = await createContext(library);
		const topicFor = (text: string) =>
			topicOf(text, { library: { ...library, dataset: Object.create(dataset, { topics: { value: topics } }) }, speaker });
		expect(['Japan', 'russia', 'Rus', '!', '', 'toString'].map(topicFor)).toEqual([
			'both',
			'one',
			undefined,
			undefined,
			undefined,
			undefined,
		]);
	});

	test('are drawn one by one: what others ask is answered in between', async () => {
		const context = await createContext(library);
		await context.store.listReviewCards('asker');
		let turns = 0;
		let isDone = false;
		const turn = () => {
			turns += 1;
			if (!isDone) setImmediate(turn);
		};
		setImmediate(turn);
		expect(await addFrom('*', 30, context)).toBe(30);
		isDone = true;
		expect(turns).toBeGreaterThanOrEqual(30);
	});

	test('come from what was missed in quizzes', async () => {
		const at = person();
		const userId = at.user!.id;
		const ids = (
			await Promise.all(
				['khalkhin-gol'].map(async (topic) => {
					const other = person('Other');
					await standin.sendCommand('review add', { count: 3, topic }, other);
					return (await store.listReviewCards(other.user!.id)).map(({ question }) => question);
				}),
			)
		).flat();
		await store.recordAnswers(
			ids.map((questionId, round) => ({
				at: now,
				known: round === 0,
				mode: 'solo',
				points: 0,
				questionId,
				quizId: `quiz-${userId}`,
				round,
				userId,
			})),
		);
		const standing = await standin.sendCommand('review forecast', {}, at);
		const begun = await standin.press(standing, 'Add what I missed in quizzes (2)', at);
		expect(text(begun)).toContain('2 new questions were added.');
		expect((await store.listReviewCards(userId)).map(({ question }) => question).sort()).toEqual(ids.slice(1).sort());
		const again = await standin.sendCommand('review missed', {}, at);
		expect(text(again)).toContain('There was nothing to add');
		// Under a public quiz, it is a message of one's own.
		const beside = await standin.pressEarlier(`1|review|m|quiz-${userId}`, at);
		expect([beside.isPrivate, beside.isUpdate]).toEqual([true, false]);
	});

	test('that the dataset no longer has are taken away', async () => {
		const at = person();
		await store.addReviewCards(at.user!.id, ['gone-entry.date.x', 'not an id'], now);
		expect(text(await standin.sendCommand('review start', {}, at))).toContain('You review nothing yet');
		expect(await store.listReviewCards(at.user!.id)).toEqual([]);
	});
});

describe('a question that cannot be asked in every language', () => {
	const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
	/** The first that can be asked in the one language and not in the other. */
	function askedOnlyIn(language: QuizLanguage, other: QuizLanguage): string {
		for (const entry of library.dataset.ofKind('event')) {
			for (const { id, kind } of everyQuestion(entry, library, language, diceOf(1))) {
				if (['date', 'name'].includes(kind) && !SEEDS.some((seed) => questionOf(id, library, other, diceOf(seed)))) return id;
			}
		}
		throw new Error(`every question can be asked in ${other}`);
	}

	test('is asked with names in English where those of the person’s language do not do', async () => {
		const at = { ...person(), locale: 'ja' };
		const userId = at.user!.id;
		const id = askedOnlyIn('en', 'ja');
		await store.addReviewCards(userId, [id], now);
		const reply = await standin.sendCommand('review start', {}, at);
		const [, shown = '', , seed = ''] = argsOf(reply);
		expect(shown).toBe(id);
		const question = questionOf(id, library, 'en-ja', diceOf(Number.parseInt(seed, 36)))!;
		expect(reply.message.embeds[0]?.title).toBe(question.prompt);
		const { task } = question;
		if (task.type !== 'choice') throw new Error('no question of choices');
		const right = task.choices.findIndex((choice) => choice.id === task.key);
		const revealed = await standin.press(reply, buttonsOf(reply)[right]!.custom_id, at);
		expect(text(revealed)).toContain('✓');
		await standin.press(revealed, buttonsOf(revealed)[2]!.custom_id, at);
		expect((await store.listReviewCards(userId)).map(({ question: it, reps }) => [it, reps])).toEqual([[id, 1]]);
		const file = await standin.sendCommand('review export', { format: 'csv' }, at);
		expect(String(file.message.files.get('variorum-review.csv')?.data)).toContain(question.prompt);
	});

	test('is passed over where it cannot be asked at all, and stays with its schedule', async () => {
		const at = person();
		const userId = at.user!.id;
		const inJapanese = { ...at, locale: 'ja' };
		const id = askedOnlyIn('ja', 'en');
		await store.addReviewCards(userId, [id], now);
		const reply = await standin.sendCommand('review start', {}, inJapanese);
		const revealed = await standin.press(reply, buttonsOf(reply)[0]!.custom_id, inJapanese);
		const rated = await standin.press(revealed, buttonsOf(revealed)[0]!.custom_id, inJapanese);
		const kept = await store.listReviewCards(userId);
		expect(kept[0]).toMatchObject({ question: id, reps: 1 });
		now += DAY;
		expect(text(await standin.sendCommand('review start', {}, at))).toContain('Nothing is due.');
		expect(await store.listReviewCards(userId)).toEqual(kept);
		// What is asked first of all is passed over as well.
		const undo = buttonsOf(rated).find(({ custom_id: it }) => it.startsWith('1|review|u|'))!;
		expect(text(await standin.press(rated, undo.custom_id, at))).toContain('Your review');
		await store.addReviewCards(
			userId,
			[everyQuestion(library.dataset.ofKind('treaty')[0]!, library, 'en', diceOf(1)).next().value!.id],
			now,
		);
		expect(text(await standin.sendCommand('review start', {}, at))).toContain('New question');
		expect(await store.listReviewCards(userId)).toHaveLength(2);
	});
});

describe('settings', () => {
	test('hold for the person alone; a time zone that is not known is named', async () => {
		const at = person();
		const held = await standin.sendCommand('review settings', { 'time-zone': 'Asia/Tokyo' }, at);
		const time = new Date(now + 9 * 3_600_000).toISOString().slice(11, 16);
		expect(held.message.content).toContain(`midnight in Asia/Tokyo, where it is ${time} now. You begin up to 10 new questions in a day.`);
		const wrong = await standin.sendCommand('review settings', { 'time-zone': 'Atlantis' }, at);
		expect(wrong.message.content).toContain('“Atlantis” is no time zone');
		expect((await standin.sendCommand('review settings', {}, at)).message.content).toContain('Asia/Tokyo');
		expect((await standin.sendCommand('review settings', {}, person())).message.content).toContain('midnight in UTC');
		const zones = await standin.autocomplete('review settings', 'time-zone', 'new y', {}, at);
		expect(zones?.[0]).toEqual({ name: 'America/New York', value: 'America/New_York' });
		expect((await standin.autocomplete('review settings', 'time-zone', '', {}, at))?.[0]?.value).toBe('UTC');
	});
});

describe('export', () => {
	test('gives a file with every question, its answer and its sources', async () => {
		const at = person();
		const nothing = await standin.sendCommand('review export', { format: 'anki' }, at);
		expect(nothing.message.content).toContain('You review nothing yet');
		await standin.sendCommand('review add', { count: 20 }, at);
		await store.addReviewCards(at.user!.id, ['gone-entry.date.x'], now);
		const anki = await standin.sendCommand('review export', { format: 'anki' }, at);
		expect(anki.isPrivate).toBe(true);
		expect(anki.message.content).toContain('20 questions for Anki');
		expect(anki.message.content).toContain('One question is left out');
		const file = String(anki.message.files.get('variorum-anki.txt')?.data);
		expect(file.startsWith('#separator:Tab\n#html:false\n#columns:Front\tBack\tTags\tDeck\n#tags column:3\n#deck column:4\n"')).toBe(true);
		for (const { question } of await store.listReviewCards(at.user!.id)) {
			const made = questionOf(question, library, 'en', diceOf(1));
			if (made) expect(file).toContain(made.prompt.replaceAll('"', '""'));
		}
		expect(file.match(/"Variorum"$/gm)).toHaveLength(20);
		const again = await standin.sendCommand('review export', { format: 'anki' }, at);
		expect(String(again.message.files.get('variorum-anki.txt')?.data)).toBe(file);
		const csv = await standin.sendCommand('review export', { format: 'csv' }, at);
		expect(String(csv.message.files.get('variorum-review.csv')?.data)).toContain('"Front","Back","Tags"\r\n');
	});
});
