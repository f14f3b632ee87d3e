import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn } from '../../src/search/dates.ts';
import { buildFacts, factKey, WrittenFacts, writtenNumber, writtenSpan } from '../../src/search/written-facts.ts';

describe('dates as they are typed', () => {
	it.each([
		[
			'a day, in each order, and its month',
			19_410_413,
			19_410_413,
			[
				'13 april 1941',
				'april 13 1941',
				'13 апреля 1941',
				'1941年4月13日',
				'1941 04 13',
				'1941 04',
				'1941年4月',
				'april 1941',
				'апрель 1941',
			],
		],
		['a day of no year', 207, 207, ['7 february', 'february 7', '7 февраля', '2月7日']],
		['a month', 19_410_401, 19_410_430, ['1941 04', '1941年4月', 'april 1941', 'апрель 1941']],
		['a year', 19_410_101, 19_411_231, ['1941']],
		['several years, by the first and the last', 19_180_101, 19_221_231, ['1918', '1922']],
	] as const)('%s', (_, from, to, written) => {
		expect(writtenSpan(from, to)).toEqual(written);
	});

	it('what began on a day and ended in a month, as exactly as that is known', () => {
		const written = writtenSpan(19_450_823, 19_561_231);
		expect(written).toContain('23 august 1945');
		expect(written).toContain('december 1956');
		expect(written).not.toContain('31 december 1956');
	});

	it('are read as that day, whoever types them to the end', () => {
		const day = fc.record({
			d: fc.integer({ max: 28, min: 1 }),
			m: fc.integer({ max: 12, min: 1 }),
			y: fc.integer({ max: 1999, min: 1700 }),
		});
		fc.assert(
			fc.property(day, ({ d, m, y }) => {
				const from = y * 10_000 + m * 100 + d;
				for (const text of writtenSpan(from, from)) {
					const [date] = datesIn(
						text.replace(/^(\d{4}) (\d\d)(?: (\d\d))?$/, (_, year, month, last) => `${year}-${month}${last ? `-${last}` : ''}`),
					).dates;
					expect(date && date.from <= from && from <= date.to, text).toBe(true);
				}
			}),
		);
	});
});

it.each([
	[340_000, ['340000', '340k', '340 thousand', '340 тысяч', '34万']],
	[62_068, ['62068']],
	[2_000_000, ['2000000', '2000k', '2000 thousand', '2000 тысяч', '200万', '2m', '2 million', '2 миллионов', '2 млн']],
	[97.8, ['97.8']],
])('%d is typed as %j', (value, texts) => {
	expect(writtenNumber(value)).toEqual(texts);
});

it.each([
	['62,068', '62068'],
	['62 068', '62068'],
	['15.952', '15952'],
	['62,0', '620'],
	['1,500,000 de', '1500000 de'],
	['97.8', '97.8'],
	['97,8 %', '97.8'],
	['13 Apr', '13 apr'],
	['April 13, 19', 'april 13 19'],
	['april 13 194', 'april 13 194'],
	['~1 500 000 men', '1500000 men'],
	['1941-4-1', '1941 04 1'],
	['1941/04/13', '1941 04 13'],
	['1941-04-', '1941 04'],
	['６２０００', '62000'],
	['…', ''],
	['18.08.1', '18 august 1'],
	['05/09/', '5 september'],
	['4/13/1941', '13 april 1941'],
	['05/0', '05 0'],
	['97.05', '97.05'],
	['august 23rd, 1', 'august 23 1'],
	['3rd of jul', '3 jul'],
	['29 Jan 19', '29 january 19'],
	['5 Sept. 19', '5 september 19'],
	['Dec 15 2', 'december 15 2'],
	['13 апр. 1', '13 april 1'],
	['12 octobre 199', '12 october 199'],
	['13 мар', '13 мар'],
	['marshal 5', 'marshal 5'],
	['52 тыс. я', '52000 я'],
	['92.9 millio', '92.9 millio'],
	['92,9 million s', '92900000 s'],
	['$200 million l', '200000000 l'],
	['74k ru', '74000 ru'],
	['60万人', '600000 人'],
	['340 kil', '340 kil'],
])('%s is compared as “%s”', (text, key) => {
	expect(factKey(text)).toBe(key);
});

it('all that begin with what was typed are found, each entry by its best once for a text', () => {
	const fact = fc.record({
		entry: fc.nat(5),
		text: fc.constantFrom('1941', '1941 04 13', '13 april 1941', '340000', '340k', '34', '1941年4月'),
		weight: fc.integer({ max: 255, min: 1 }),
	});
	fc.assert(
		fc.property(fc.array(fact, { maxLength: 30 }), fc.constantFrom('19', '1941', '13 a', '34', '340k', '9'), (list, key) => {
			const facts = new WrittenFacts(buildFacts(list));
			const { from, to } = facts.rangeOf(key);
			const { entries, texts, weights } = facts.data;
			const found = Array.from({ length: to - from }, (_, at) => `${texts[from + at]} of ${entries[from + at]}: ${weights[from + at]}`);
			const wanted = new Map<string, number>();
			for (const { entry, text, weight } of list)
				if (text.startsWith(key)) wanted.set(`${text} of ${entry}`, Math.max(weight, wanted.get(`${text} of ${entry}`) ?? 0));
			expect(found.sort()).toEqual([...wanted].map(([name, weight]) => `${name}: ${weight}`).sort());
		}),
	);
});
