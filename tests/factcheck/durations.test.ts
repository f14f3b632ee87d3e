import { describe, expect, it } from 'vitest';
import { amountsIn } from '../../src/factcheck/amounts.ts';
import { durationsIn, lastsAsLong } from '../../src/factcheck/durations.ts';

const YEAR = 365.25;

describe('how long something lasts', () => {
	it.each([
		['valid for five years', [[5, 5]]],
		['a ten-year pact', [[10, 10]]],
		['for twenty-five years', [[25, 25]]],
		['two to three years later', [[2, 3]]],
		['two and a half million', []],
		['договор на пять лет', [[5, 5]]],
		['пятилетний договор', [[5, 5]]],
		['аренда на двадцать пять лет', [[25, 25]]],
		['сорок один год', [[41, 41]]],
		['one hundred and fifty years', [[150, 150]]],
		['25-летний договор', [[25, 25]]],
		['reduced from ten to five years', [[5, 10]]],
		['сократили с 10 до 5 лет', [[5, 10]]],
		['half a century', [[50, 50]]],
		['約半年', [[0.5, 0.5]]],
		['two decades', [[20, 20]]],
		['15年間続いた', [[15, 15]]],
		['五年の約束', [[5, 5]]],
		['中立条約は5年の約束だった', [[5, 5]]],
		['約五年間有効だった', [[5, 5]]],
		['2〜3年間', [[2, 3]]],
		['it lasted a decade', [[10, 10]]],
		['a year and a half', [[1.5, 1.5]]],
		['за полтора года', [[1.5, 1.5]]],
		['полвека', [[50, 50]]],
		['半世紀', [[50, 50]]],
		['a couple of years', [[2, 2]]],
		['пару лет', [[2, 2]]],
		['it lasted a year', [[1, 1]]],
		['once a year', []],
		['it lasted a year and a half', [[1.5, 1.5]]],
		['it lasted a full decade', [[10, 10]]],
		['one decade', [[10, 10]]],
		// Years that are dates.
		['昭和五年の夏', []],
		['1941年の春', []],
		['45年の夏', []],
		['in the 1939 year', []],
		['56年の日ソ共同宣言', []],
		['летом 41 года', []],
		['в 5 часов утра', []],
	] as const)('%s', (text, years) => {
		const found = durationsIn(text).map(([low, high]) => [low / YEAR, high / YEAR]);
		expect(found).toEqual(years);
	});

	it('is the same in other units, and another where it is longer', () => {
		const one = (text: string) => durationsIn(text)[0]!;
		expect(lastsAsLong(one('twelve months'), one('1 year'))).toBe(true);
		expect(lastsAsLong(one('三週間'), one('21 дней'))).toBe(true);
		expect(lastsAsLong(one('three to four months'), one('100 days'))).toBe(true);
		expect(lastsAsLong(one('戦闘は二週間続いた'), one('14 days'))).toBe(true);
		expect(lastsAsLong(one('戦争は三ヵ月続いた'), one('три месяца'))).toBe(true);
		expect(lastsAsLong(one('ten years'), one('пять лет'))).toBe(false);
	});

	it('is no number of things', () => {
		for (const text of ['two decades of war', 'за пять столетий', 'ten full years of war', 'three whole months', '25-летний договор'])
			expect(amountsIn(text), text).toEqual([]);
	});
});
