import { describe, expect, it } from 'vitest';
import type { Account, Topic } from '../../src/dataset/schema.ts';
import { datePlacementOf } from '../../src/factcheck/date-placement.ts';
import type { DatedFact } from '../../src/factcheck/facts.ts';
import type { DateGiven, Voice } from '../../src/factcheck/report.ts';
import { datesIn } from '../../src/search/dates.ts';

const voice = (source: string, date?: string, oldStyle?: string): Voice => ({
	account: { at: 'p. 1', says: 'said', source, value: date === undefined ? undefined : { date, oldStyle } } as Account,
});
const question = { kind: 'question', positions: [] } as unknown as Topic;
const sourcesOf = (list: readonly DateGiven[]) => list.map((one) => one.voice?.account.source ?? 'the entry');

function placed(text: string, voices: readonly Voice[], fact?: DatedFact) {
	const entry = fact ? ({ kind: 'event' } as Topic) : question;
	const found = datePlacementOf({ agree: [], differ: voices }, datesIn(text).dates, fact ? { entry, fact } : { entry });
	if (!found) return undefined;
	const { isDay, ...lists } = found;
	return Object.fromEntries(Object.entries(lists).flatMap(([name, list]) => (list.length > 0 ? [[name, sourcesOf(list)]] : [])));
}

describe('a date among those of the voices', () => {
	const voices = [voice('a', '1939-05-11'), voice('b', '1939-05-12'), voice('c', '1939-05-15'), voice('d', '1939-06'), voice('e')];

	it.each<readonly [string, object]>([
		['11 May 1939', { equals: ['a'], later: ['b'] }],
		['14 May 1939', { earlier: ['b'], later: ['c'] }],
		['14 May', { earlier: ['b'], later: ['c'] }],
		['May 1939', { later: ['d'], within: ['a', 'b', 'c'] }],
		['3 June 1939', { around: ['d'], earlier: ['c'] }],
		['1936', { later: ['a'] }],
		['1940', { earlier: ['d'] }],
	])('%s: %j', (text, expected) => {
		expect(placed(text, voices)).toEqual(expected);
	});

	it('knows all dates of a voice that gives several', () => {
		const also = voice('a', '1939-06');
		expect(placed('1 July 1939', [{ ...voice('a', '1939-05-11'), also: [also] }])).toEqual({ earlier: ['a'] });
		expect(placed('3 June 1939', [{ ...voice('a', '1939-05-11'), also: [also] }])).toEqual({ around: ['a'], earlier: ['a'] });
	});

	it('takes a day of the old calendar for the same day', () => {
		expect(placed('23 August 1905', [voice('a', '1905-09-05', '1905-08-23')])).toEqual({ equals: ['a'] });
	});

	it('knows a date that overlaps with that of the claim for neither earlier nor later', () => {
		const years = [voice('a', '1944/1946'), voice('b', '1940')];
		expect(placed('the 1930s', [voice('a', '1938/1941')])).toEqual({ overlaps: ['a'] });
		const [from, to] = [19_450_101, 19_471_231];
		const found = datePlacementOf({ agree: [], differ: years }, [{ from, to }], { entry: question })!;
		expect([sourcesOf(found.overlaps), sourcesOf(found.earlier), found.later]).toEqual([['a'], ['b'], []]);
	});

	it('takes of several dates the one that somebody gives, and none where nobody does', () => {
		expect(placed('from 1 May 1939 to 12 May 1939', voices)).toMatchObject({ equals: ['b'] });
		expect(placed('from 1 May 1936 to 12 May 1937', voices)).toBeUndefined();
	});

	it('of an interval compares the end that is claimed, and the entry’s own date where no voice gives one', () => {
		const begun: DatedFact = {
			isAsking: () => true,
			part: 'begin',
			stated: { date: '1939-05-11/1939-09-16' },
			tells: () => true,
			worded: true,
		};
		expect(placed('11 May 1939', [voice('a', '1939-05-11/1939-09-16')], begun)).toEqual({ equals: ['a'] });
		expect(placed('14 May 1939', [voice('a')], begun)).toEqual({ earlier: ['the entry'] });
	});

	it('places the entry’s own date beside those of voices where none of them gives it', () => {
		const born: DatedFact = { isAsking: () => true, part: 'whole', stated: { date: '1841' }, tells: () => true, worded: true };
		const sides = { agree: [voice('a', '1850')], differ: [], own: { agrees: false, date: '1841' } };
		const found = datePlacementOf(sides, datesIn('3 May 1850').dates, { entry: { kind: 'event' } as Topic, fact: born })!;
		expect([sourcesOf(found.around), sourcesOf(found.earlier)]).toEqual([['a'], ['the entry']]);
	});

	it('knows the other end of what the entry states, though the voice stands for its first account', () => {
		const [first, second] = [voice('a', '1945-08-06'), voice('a', '1945-08-09')];
		const entry = { accounts: [first.account, second.account], kind: 'event' } as unknown as Topic;
		const fact: DatedFact = {
			isAsking: () => true,
			part: 'whole',
			stated: { date: '1945-08-06/1945-08-09' },
			tells: () => true,
			worded: false,
		};
		const found = datePlacementOf({ agree: [], differ: [first] }, datesIn('7 August 1945').dates, { entry, fact })!;
		expect([sourcesOf(found.earlier), sourcesOf(found.later)]).toEqual([['a'], ['a']]);
	});

	it('is nowhere where nobody gives a date', () => {
		expect(placed('11 May 1939', [voice('a')])).toBeUndefined();
	});
});
