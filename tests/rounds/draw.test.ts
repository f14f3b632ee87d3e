/** The questions of a quiz: as hard as people have found them, in the language and of the years that were asked for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountsOf } from '../../src/dataset/walk.ts';
import type { Library } from '../../src/library.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { foldProse } from '../../src/quiz/knowledge.ts';
import { countEntries, fullDecades, readPeriod } from '../../src/quiz/period.ts';
import { DIFFICULTIES, drawQuestions } from '../../src/rounds/draw.ts';
import { fold } from '../../src/search/fold.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { openDataset } from '../library.ts';

let library: Library;
let store: Store;
beforeAll(async () => {
	library = await openDataset();
	store = createStore({ url: 'sqlite::memory:' });
});
afterAll(() => store.close());

const draw = (request: Partial<Parameters<typeof drawQuestions>[0]>, seed = 5) =>
	drawQuestions({ count: 6, language: 'en', ...request }, { dice: diceOf(seed), library, store });

describe('what is drawn', () => {
	test('is as hard as was asked for', async () => {
		for (const difficulty of ['easy', 'middling', 'hard'] as const) {
			const questions = await draw({ difficulty });
			const [from, to] = DIFFICULTIES[difficulty];
			expect(questions).toHaveLength(6);
			for (const question of questions) expect(question.difficulty >= from && question.difficulty <= to).toBe(true);
		}
	});

	test('counts as hard when people miss it, whatever was thought of it before', async () => {
		const [question] = await draw({ count: 1, difficulty: 'easy' });
		const at = Date.UTC(2026, 10, 27);
		const missed = Array.from({ length: 40 }, (_, index) => ({
			at,
			known: false,
			mode: 'solo',
			points: 0,
			questionId: question!.id,
			quizId: `quiz-${index}`,
			round: 0,
			userId: `user-${index}`,
		}));
		await store.recordAnswers(missed);
		expect((await draw({ count: 1, difficulty: 'easy' })).map(({ id }) => id)).not.toContain(question!.id);
		const [again] = await draw({ count: 1 });
		expect(again!.difficulty).toBeGreaterThanOrEqual(0);
	});

	test('is what the players did not answer right lately, as long as there is any', async () => {
		const all = { count: 100, entries: ['khalkhin-gol-1939'], kinds: ['gap' as const, 'whose' as const] };
		const every = (await draw(all)).map(({ id }) => id);
		expect(every.length).toBeGreaterThan(3);
		const known = every.slice(0, -2);
		for (let seed = 0; seed < 10; seed += 1) {
			const two = await draw({ ...all, avoid: new Set(known), count: 2 }, seed);
			expect(two.map(({ id }) => id).toSorted()).toEqual(every.slice(-2).toSorted());
			// Then the rest, and none of them twice.
			const three = await draw({ ...all, avoid: new Set(known), count: 3 }, seed);
			expect(new Set(three.map(({ id }) => id)).size).toBe(3);
			expect(three.map(({ id }) => id)).toEqual(expect.arrayContaining(every.slice(-2)));
		}
	});

	test('has the names of the language that was asked for', async () => {
		const questions = await draw({ count: 10, kinds: ['place', 'role', 'first'], language: 'ja' });
		expect(questions.length).toBeGreaterThan(3);
		expect(questions.every(({ language }) => language === 'ja')).toBe(true);
		expect(questions.some((question) => /[\p{Script=Han}\p{Script=Katakana}]/u.test(JSON.stringify(question)))).toBe(true);
	});

	test('falls within the years that were asked for', async () => {
		for (const { period } of await draw({ count: 10, period: [1904, 1905] })) expect(period![0] <= 1905 && period![1] >= 1904).toBe(true);
	});
});

test('prose is folded as everything else is, only sooner', () => {
	const says = library.dataset.entries.flatMap((entry) =>
		entry.kind === 'source' ? [] : accountsOf(entry).map(({ account }) => account.says),
	);
	expect(says.length).toBeGreaterThan(1_000);
	expect(says.filter((text) => foldProse(text) !== fold(text))).toEqual([]);
});

describe('years', () => {
	test.each([
		['1904-1905', [1904, 1905]],
		['1905 – 1904', [1904, 1905]],
		['1939', [1939, 1939]],
		['1930s', [1930, 1939]],
		['1904〜1905', [1904, 1905]],
		['１９３９', [1939, 1939]],
		['1904 to 1905', [1904, 1905]],
	])('%s can be read', (text, period) => {
		expect(readPeriod(text)).toEqual(period);
	});

	test.each(['', 'the war', '19', '1904-', '1904-1905-1906', '99999'])('%s cannot', (text) => {
		expect(readPeriod(text)).toBeUndefined();
	});

	test('those with most to ask come first, with how much there is', () => {
		const decades = fullDecades(library);
		expect(decades.length).toBeGreaterThan(10);
		expect(decades.map(({ entries }) => entries)).toEqual(decades.map(({ entries }) => entries).toSorted((a, b) => b - a));
		expect(decades[0]!.entries).toBe(countEntries(library, decades[0]!.period));
	});
});
