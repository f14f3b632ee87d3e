import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../src/library.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { questionOf } from '../../src/quiz/make.ts';
import type { Question } from '../../src/quiz/question.ts';
import { learnedDifficulty, readNumber, SOURCE_BONUS, scoreAnswer } from '../../src/quiz/score.ts';
import { openDataset } from '../library.ts';

let library: Library;
const question = (id: string): Question => questionOf(id, library, 'en', diceOf(1))!;

beforeAll(async () => {
	library = await openDataset();
});

describe('a choice', () => {
	it('is right or wrong', () => {
		const asked = question('zhukov-georgy.name.ja');
		if (asked.task.type !== 'choice') throw new Error('no choices');
		const { choices, key } = asked.task;
		for (const { id } of choices) expect(scoreAnswer(asked, { choice: id }).marks).toBe(id === key ? 1 : 0);
		expect(scoreAnswer(asked, { choice: 'z' }).how).toBe('unread');
	});

	it('may be typed in any spelling', () => {
		const asked = question('zhukov-georgy.name.ru-en');
		for (const text of ['Georgy Zhukov', 'zhukov georgy', 'GEORGII ZHUKOV', 'Zhukov', ' zhukov '])
			expect(scoreAnswer(asked, { text }).marks).toBe(1);
		expect(scoreAnswer(asked, { text: 'Stalin' }).how).toBe('wrong');
		expect(scoreAnswer(asked, { text: '  ' }).how).toBe('unread');
		const japanese = question('khalkhin-gol-1939.name.ja');
		for (const text of ['ノモンハン事件', 'ノモンハン', 'のもんはんじけん']) expect(scoreAnswer(japanese, { text }).marks).toBe(1);
	});
});

describe('an estimate', () => {
	const score = (text: string, source?: string) =>
		scoreAnswer(question('siberian-internment-deaths.estimate'), { ...(source ? { source } : {}), text }, library);

	it('is right when any source gives it', () => {
		for (const text of ['62,000', '62068', '257 000', '60k', '6万', '55 тыс.', 'about 53,000']) expect(score(text).how).toBe('exact');
	});

	it('is right in part between the sources, and next to nothing far outside', () => {
		expect(score('120000')).toMatchObject({ how: 'inside' });
		expect(score('120000').marks).toBeGreaterThan(0.3);
		expect(score('45000')).toMatchObject({ how: 'near' });
		expect(score('5')).toMatchObject({ how: 'wrong', marks: 0 });
		expect(score('9,000,000').marks).toBe(0);
		expect(score('many').how).toBe('unread');
	});

	it('rewards the name of the source, in any script, and no other', () => {
		expect(score('257,000', 'Suzuki').bonus).toBe(SOURCE_BONUS);
		expect(score('257,000', '鈴木一郎').bonus).toBe(SOURCE_BONUS);
		expect(score('257,000', 'Sankei').bonus).toBe(0);
		expect(score('60,000', 'sankei shimbun').bonus).toBe(SOURCE_BONUS);
		expect(score('120000', 'Suzuki').bonus).toBe(0);
	});

	it('never gives more than full marks, nor less than none', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)),
				fc.option(fc.string(), { nil: undefined }),
				(text, source) => {
					const { bonus, marks } = score(text, source);
					expect(marks >= 0 && marks <= 1 && (bonus === 0 || bonus === SOURCE_BONUS)).toBe(true);
				},
			),
			{ numRuns: 300 },
		);
	});

	it('gives less the farther it lies from every source', () => {
		const near = score('100000').marks;
		expect(score('300000').marks).toBeGreaterThanOrEqual(near * 0.5);
		expect(score('350500').marks).toBeGreaterThan(score('420000').marks);
	});
});

it('reads numbers as people write them', () => {
	const cases: readonly (readonly [string, number | undefined])[] = [
		['60,000', 60_000],
		['60 000', 60_000],
		['60.000', 60_000],
		['1,5', 1.5],
		['~200', 200],
		['12%', 12],
		['7', 7],
		['６０万', 600_000],
		['2 or 3', undefined],
		['', undefined],
		['none', undefined],
		['about 7 men', 7],
	];
	expect(cases.map(([text]) => [text, readNumber(text)])).toEqual(cases);
});

it('learns how hard a question is from how often it is missed', () => {
	expect(learnedDifficulty(0.5, { asked: 0, missed: 0 })).toBe(0.5);
	expect(learnedDifficulty(0.5, { asked: 100, missed: 95 })).toBeGreaterThan(0.85);
	expect(learnedDifficulty(0.5, { asked: 2, missed: 0 })).toBeGreaterThan(0.35);
});
