import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesIn } from '../../src/search/dates.ts';
import { buildFacts, WrittenFacts, writtenNumber, writtenSpan } from '../../src/search/written-facts.ts';

describe('dates as they are typed', () => {
	it('a day in each order, with its month named, and with the month alone', () => {
		expect(writtenSpan(19_410_413, 19_410_413)).toEqual([
			'19410413',
			'1941年4月13日',
			'13april1941',
			'april131941',
			'april1941',
			'13апреля1941',
			'апрель1941',
		]);
	});

	it('a year, or several, by the first and the last', () => {
		expect(writtenSpan(19_410_101, 19_411_231)).toEqual(['1941']);
		expect(writtenSpan(19_180_101, 19_221_231)).toEqual(['1918', '1922']);
	});

	it('what began and ended on a day, by both', () => {
		expect(writtenSpan(19_390_511, 19_390_916)).toEqual(
			expect.arrayContaining(['11may1939', '16september1939', 'май1939', '1939年9月16日']),
		);
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
					// The keys of names have no blanks; people type them.
					const typed = text
						.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=[a-zа-я])/gu, ' ')
						.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
						.replace(/ (\d{1,2})(\d{4})$/, ' $1 $2');
					const [date] = datesIn(typed).dates;
					expect(date && date.from <= from && from <= date.to, typed).toBe(true);
				}
			}),
		);
	});
});

describe('numbers as they are typed', () => {
	it.each([
		[340_000, ['340000', '340k', '340thousand', '340тыс', '34万']],
		[62_068, ['62068']],
		[2_000_000, ['2000000', '2000k', '2000thousand', '2000тыс', '200万', '2m', '2million', '2млн']],
		[97.8, []],
	])('%d', (value, texts) => {
		expect(writtenNumber(value)).toEqual(texts);
	});
});

it('all that begin with what was typed are found, each entry by its best once for a text', () => {
	const fact = fc.record({
		entry: fc.nat(5),
		text: fc.constantFrom('1941', '19410413', '13april1941', '340000', '340k', '34', '1941年4月'),
		weight: fc.integer({ max: 255, min: 1 }),
	});
	fc.assert(
		fc.property(fc.array(fact, { maxLength: 30 }), fc.constantFrom('19', '1941', '13a', '34', '340k', '9'), (list, key) => {
			const facts = new WrittenFacts(buildFacts(list));
			const { from, to } = facts.rangeOf(key);
			const { entries, texts, weights } = facts.data;
			const found = Array.from({ length: to - from }, (_, at) => `${texts[from + at]} ${entries[from + at]} ${weights[from + at]}`);
			const wanted = new Map<string, number>();
			for (const { entry, text, weight } of list)
				if (text.startsWith(key)) wanted.set(`${text} ${entry}`, Math.max(weight, wanted.get(`${text} ${entry}`) ?? 0));
			expect(found.sort()).toEqual([...wanted].map(([name, weight]) => `${name} ${weight}`).sort());
		}),
	);
});
