import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInMonth, parseEdtf, spanOf } from '../../src/dataset/edtf.ts';
import { daysBetweenCalendars } from '../../src/dataset/rules/dates.ts';

const pad = (value: number, width = 2) => String(value).padStart(width, '0');
const mark = fc.constantFrom('', '?', '~', '%');
const year = fc.integer({ max: 9999, min: 1 });
const day = year.chain((y) =>
	fc.integer({ max: 12, min: 1 }).chain((m) => fc.integer({ max: daysInMonth(y, m), min: 1 }).map((d) => ({ d, m, y }))),
);

/** A point with the first and last day that it means. */
const point: fc.Arbitrary<{ first: number; last: number; text: string }> = fc.oneof(
	fc.tuple(day, mark).map(([{ d, m, y }, q]) => ({
		first: y * 10_000 + m * 100 + d,
		last: y * 10_000 + m * 100 + d,
		text: `${pad(y, 4)}-${pad(m)}-${pad(d)}${q}`,
	})),
	fc.tuple(day, mark).map(([{ m, y }, q]) => ({
		first: y * 10_000 + m * 100 + 1,
		last: y * 10_000 + m * 100 + daysInMonth(y, m),
		text: `${pad(y, 4)}-${pad(m)}${q}`,
	})),
	fc.tuple(year, mark).map(([y, q]) => ({ first: y * 10_000 + 101, last: y * 10_000 + 1231, text: `${pad(y, 4)}${q}` })),
	fc
		.tuple(fc.integer({ max: 999, min: 0 }), mark)
		.map(([y, q]) => ({ first: y * 100_000 + 101, last: (y * 10 + 9) * 10_000 + 1231, text: `${pad(y, 3)}X${q}` })),
	fc
		.tuple(fc.integer({ max: 99, min: 0 }), mark)
		.map(([y, q]) => ({ first: y * 1_000_000 + 101, last: (y * 100 + 99) * 10_000 + 1231, text: `${pad(y)}XX${q}` })),
);

describe('a date', () => {
	test('means the span of days that its form says', () => {
		fc.assert(
			fc.property(point, ({ first, last, text }) => {
				expect(spanOf(text)).toEqual([first, last]);
			}),
			{ numRuns: 2_000 },
		);
	});

	test('as an interval reaches from the first day of the one to the last of the other, in this order only', () => {
		fc.assert(
			fc.property(point, point, (a, b) => {
				const span = spanOf(`${a.text}/${b.text}`);
				if (a.first <= b.last) expect(span).toEqual([a.first, b.last]);
				else expect(span).toBeNull();
			}),
			{ numRuns: 2_000 },
		);
	});

	test('with an open or unknown end reaches to the extreme', () => {
		fc.assert(
			fc.property(point, fc.constantFrom('', '..'), ({ first, last, text }, end) => {
				expect(spanOf(`${text}/${end}`)).toEqual([first, Number.MAX_SAFE_INTEGER]);
				expect(spanOf(`${end}/${text}`)).toEqual([Number.MIN_SAFE_INTEGER, last]);
			}),
		);
	});

	test('that does not exist is refused', () => {
		const wrongDay = fc
			.tuple(year, fc.integer({ max: 12, min: 1 }), fc.integer({ max: 99, min: 0 }))
			.filter(([y, m, d]) => d < 1 || d > daysInMonth(y, m))
			.map(([y, m, d]) => `${pad(y, 4)}-${pad(m)}-${pad(d)}`);
		const wrongMonth = fc
			.tuple(year, fc.integer({ max: 99, min: 0 }))
			.filter(([, m]) => m < 1 || (m > 12 && m < 21) || m > 24)
			.map(([y, m]) => `${pad(y, 4)}-${pad(m)}`);
		fc.assert(
			fc.property(fc.oneof(wrongDay, wrongMonth), (text) => {
				expect(parseEdtf(text)).toBeNull();
			}),
			{ numRuns: 2_000 },
		);
	});

	test('in any other text is refused without an error', () => {
		fc.assert(
			fc.property(
				fc.string({ maxLength: 30, unit: 'binary' }).filter((text) => !/^[\dX?~%/.-]*$/u.test(text)),
				(text) => {
					expect(parseEdtf(text)).toBeNull();
				},
			),
			{ numRuns: 2_000 },
		);
	});

	test.each([
		'0000',
		'1939-21-01',
		'193X-05',
		'1939-5-1',
		'1939/',
		'/1939',
		'../..',
		'/',
		'',
		'1939/1938',
		'1939/1940/1941',
		'-1939',
		'19390511',
		'1939-05-11T12:00',
		'1939 ',
		'１９３９',
	])('%j is %#', (text) => {
		const isOpen = text === '1939/' || text === '/1939';
		expect(parseEdtf(text) !== null).toBe(isOpen);
	});

	test.each([
		['1939-21', [19390301, 19390531]],
		['1939-22', [19390601, 19390831]],
		['1939-23', [19390901, 19391130]],
		['1939-24', [19391201, 19391231]],
	])('in a season: %s', (text, span) => {
		expect(spanOf(text)).toEqual(span);
	});
});

describe('the calendars', () => {
	test.each([
		[{ day: 7, month: 2, year: 1855 }, 12],
		[{ day: 15, month: 10, year: 1582 }, 10],
		[{ day: 28, month: 2, year: 1700 }, 10],
		[{ day: 11, month: 3, year: 1700 }, 11],
		[{ day: 13, month: 3, year: 1800 }, 12],
		[{ day: 14, month: 3, year: 1900 }, 13],
		[{ day: 7, month: 11, year: 1917 }, 13],
		[{ day: 1, month: 1, year: 2000 }, 13],
	])('lie %o apart by %i days', (date, days) => expect(daysBetweenCalendars(date)).toBe(days));
});
