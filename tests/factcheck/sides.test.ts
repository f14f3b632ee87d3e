import { describe, expect, it } from 'vitest';
import type { Account, FiguresEntry, Quantity, QuestionEntry } from '../../src/dataset/schema.ts';
import type { Amount } from '../../src/factcheck/amounts.ts';
import { amountsIn } from '../../src/factcheck/amounts.ts';
import { isCompatible } from '../../src/factcheck/quantities.ts';
import { sidesOfDate, sidesOfFact, sidesOfNumber, sidesOfPosition, verdictOf } from '../../src/factcheck/sides.ts';
import { datesIn } from '../../src/search/dates.ts';

const names = (en: string) => ({ en });
const common = { summary: 's', topics: ['t'] };
const account = (source: string, value?: Account['value'], by?: string): Account => ({
	at: 'p. 1',
	by,
	says: `${source} says`,
	source,
	value,
});

const figures = (...values: readonly (readonly [source: string, value: Quantity, by?: string])[]): FiguresEntry =>
	({
		...common,
		accounts: values.map(([source, value, by]) => account(source, value, by)),
		asks: names('How many?'),
		counts: { includes: 'all' },
		id: 'f',
		kind: 'figures',
		name: names('F'),
		silent: [{ source: 'quiet' }],
		unit: 'people',
	}) as FiguresEntry;

type Side = readonly [answer: 'no' | 'open' | 'partly' | 'yes' | undefined, ...sources: readonly string[]];
const question = (type: QuestionEntry['type'], ...sides: readonly Side[]): QuestionEntry =>
	({
		...common,
		id: 'q',
		kind: 'question',
		name: names('Q?'),
		positions: sides.map(([answer, ...sources], index) => ({
			accounts: sources.map((source) => account(source)),
			answer,
			id: `p${index}`,
			label: names(`position ${index}`),
		})),
		type,
	}) as QuestionEntry;

const amount = (text: string): Amount => amountsIn(text)[0]!;
const numbered = (entry: FiguresEntry, text: string, denied = false) => {
	const sides = sidesOfNumber(entry, amount(text), denied);
	return { agree: sides.agree.length, differ: sides.differ.length, verdict: verdictOf(sides), where: sides.placement?.where };
};

describe('a number beside the estimates', () => {
	const deaths = figures(
		['ministry', { about: 55_000 }],
		['archive', { exact: 62_068 }],
		['scmp', { atMost: 340_000 }],
		['essay', { exact: 257_000 }],
	);

	it.each([
		['60,000 men', 'Contested', 'inside'],
		['257,000 men', 'Contested', 'inside'],
		['2 million men', 'Contradicted', 'above'],
		['500 men', 'Contradicted', 'below'],
	])('%s: %s, %s', (text, verdict, where) => {
		expect(numbered(deaths, text)).toMatchObject({ verdict, where });
	});

	it('is supported where all leave room for it', () => {
		expect(numbered(figures(['a', { exact: 22_000 }], ['b', { about: 21_500 }]), '22 thousand men')).toMatchObject({
			agree: 2,
			differ: 0,
			verdict: 'Supported',
		});
		expect(numbered(figures(['a', { range: [10_000, 12_000] }]), '11,000 men')).toMatchObject({ verdict: 'Supported' });
	});

	it('turns about when the claim denies the number', () => {
		expect(numbered(figures(['a', { exact: 22_000 }]), '22,000 men', true)).toMatchObject({ agree: 0, differ: 1, verdict: 'Contradicted' });
		expect([true, false].map((denied) => sidesOfNumber(figures(['a', { exact: 22_000 }]), amount('22,000 men'), denied).denied)).toEqual([
			true,
			false,
		]);
	});

	it('counts a voice once, on the side of the estimate that fits', () => {
		const twice = figures(['review', { about: 62_000 }], ['review', { range: [300_000, 347_000] }], ['review', { exact: 10 }, 'somebody']);
		expect(numbered(twice, 'about 60,000 men')).toMatchObject({ agree: 1, differ: 1, verdict: 'Contested' });
	});

	it('lets the nearest number of a voice stand for it, and keeps all for the scale', () => {
		const twice = figures(['review', { exact: 347_000 }], ['review', { about: 62_000 }], ['archive', { exact: 10_000 }]);
		const { agree, differ, placement } = sidesOfNumber(twice, amount('about 60,000 men'), false);
		expect(agree).toMatchObject([{ account: { value: { about: 62_000 } }, also: [{ account: { value: { exact: 347_000 } } }] }]);
		expect(differ).toMatchObject([{ account: { source: 'archive' } }]);
		expect(placement!.estimates).toHaveLength(3);
		expect(sidesOfNumber(twice, amount('5 million men'), false).differ[0]).toMatchObject({ account: { value: { exact: 347_000 } } });
	});

	it('compares what counts a part only where there is nothing else', () => {
		const whole = figures(['a', { exact: 22_000 }], ['b', { exact: 9_000 }], ['b', { exact: 5_000 }]);
		const parts = whole.accounts.map((one, place) => (place > 0 ? { ...one, part: true as const } : one));
		const sides = sidesOfNumber({ ...whole, accounts: parts }, amount('5,000 men'), false);
		expect(sides).toMatchObject({ agree: [], differ: [{ account: { source: 'a' } }], placement: { high: 22_000, low: 22_000 } });
		expect(sides.parts).toMatchObject([
			{ account: { value: { exact: 5_000 } }, fits: true },
			{ account: { value: { exact: 9_000 } }, fits: false },
		]);
		const alone = sidesOfNumber({ ...whole, accounts: parts.slice(1) }, amount('5,000 men'), false);
		expect([alone.agree.length, alone.parts]).toEqual([1, undefined]);
	});

	it.each<readonly [string, readonly Quantity[], 'bound' | 'close' | 'some' | undefined]>([
		['104,000 men', [{ exact: 100_000 }, { about: 99_000 }], 'some'],
		['104,000 men', [{ about: 100_000 }, { exact: 99_000 }], 'close'],
		['95,600 men', [{ exact: 100_000 }, { about: 101_000 }], 'some'],
		['104,000 men', [{ atLeast: 100_000 }, { exact: 99_000 }], 'bound'],
		['104,000 men', [{ exact: 100_000 }, { exact: 99_000 }], undefined],
	])('%s beside %j agrees with those outside of which it lies: %s', (text, quantities, agrees) => {
		const entry = figures(...quantities.map((quantity, place) => [`s${place}`, quantity] as const));
		expect(sidesOfNumber(entry, amount(text), false).placement!.agrees).toBe(agrees);
	});

	it('names those who give the very number, and who is silent', () => {
		const sides = sidesOfNumber(deaths, amount('62,068 men'), false);
		expect(sides.placement!.equals.map((voice) => voice.account.source)).toEqual(['archive']);
		expect(sides.silent).toEqual(['quiet']);
	});

	it.each<readonly [string, string, 'bound' | 'close' | undefined]>([
		['50,000 men', 'below', undefined],
		['about 50,000 men', 'below', 'close'],
		['300,000 men', 'inside', undefined],
		['at least 20,000 men', 'below', 'bound'],
		['20,000 to 30,000 men', 'below', undefined],
		['20,000 to 60,000 men', 'begins-below', undefined],
		['60,000 to 300,000 men', 'inside', undefined],
		['60,000 to 400,000 men', 'ends-above', undefined],
		['20,000 to 400,000 men', 'around', undefined],
	])('%s: %s the estimates, %s', (text, where, agrees) => {
		const { agrees: why, where: place } = sidesOfNumber(deaths, amount(text), false).placement!;
		expect([place, why]).toEqual([where, agrees]);
	});

	it.each([
		['17,000 men', 'below', 'close'],
		['16,000 men', 'below', undefined],
		['17,291 men', 'only', undefined],
		['17,000 to 20,000 men', 'around', undefined],
	])('%s: %s the only estimate, %s', (text, where, agrees) => {
		const { agrees: why, where: place } = sidesOfNumber(figures(['a', { exact: 17_291 }]), amount(text), false).placement!;
		expect([place, why]).toEqual([where, agrees]);
	});

	it('keeps what the claim gives: a range, a share', () => {
		expect(sidesOfNumber(deaths, amount('20,000 to 60,000 men'), false).placement!.claimed).toMatchObject({ high: 60_000, low: 20_000 });
		expect(sidesOfNumber(figures(['a', { exact: 10 }]), amount('10% of them'), false).placement!.claimed).toMatchObject({ percent: true });
	});

	it.each<readonly [string, Quantity, boolean]>([
		['60,000 men', { about: 62_000 }, true],
		['60,000 men', { exact: 55_000 }, false],
		['about 60,000 men', { exact: 55_000 }, true],
		['over 50,000 men', { exact: 62_000 }, true],
		['over 50,000 men', { exact: 40_000 }, false],
		['up to 50,000 men', { exact: 40_000 }, true],
		['up to 50,000 men', { exact: 62_000 }, false],
		['4,000 men', { atLeast: 3_000 }, true],
		['900,000 men', { atLeast: 3_000 }, false],
		['7 men', { exact: 8 }, false],
		['7 men', { exact: 7 }, true],
	])('%s and %j: %s', (text, quantity, expected) => {
		expect(isCompatible(amount(text), quantity)).toBe(expected);
	});
});

describe('a position beside the others', () => {
	const take = (entry: QuestionEntry, place: number, denied: boolean) => {
		const sides = sidesOfPosition(entry, { denied, place, same: [place] });
		return [verdictOf(sides), sides.agree.length, sides.differ.length];
	};
	const contested = question('yes-no', ['yes', 'a', 'b'], ['no', 'c'], ['open', 'd']);
	const oneSided = question('yes-no', ['yes', 'a', 'b']);

	it('counts the sides of a contested question', () => {
		expect(take(contested, 0, false)).toEqual(['Contested', 2, 2]);
		expect(take(contested, 0, true)).toEqual(['Contested', 1, 3]);
		expect(take(contested, 1, true)).toEqual(['Contested', 2, 2]);
	});

	it('supports or contradicts where only one side speaks', () => {
		expect(take(oneSided, 0, false)).toEqual(['Supported', 2, 0]);
		expect(take(oneSided, 0, true)).toEqual(['Contradicted', 0, 2]);
	});

	it.each<readonly [string, QuestionEntry, boolean, object]>([
		['in a question of who', question('who', [undefined, 'a', 'b'], [undefined, 'a', 'c']), false, { agree: ['a', 'b'], differ: ['c'] }],
		['and is denied', question('who', [undefined, 'a', 'b'], [undefined, 'a', 'c']), true, { agree: ['c'], differ: ['a', 'b'] }],
		['in a yes-no question', question('yes-no', ['yes', 'a'], ['no', 'a', 'b']), false, { agree: ['a'], differ: ['b'] }],
		// To deny the one answer is to give the other.
		['and gives the other answer', question('yes-no', ['yes', 'a', 'c'], ['no', 'a', 'b']), true, { agree: ['a', 'b'], differ: ['c'] }],
		['and holds it in part', question('yes-no', ['no', 'a', 'b'], ['partly', 'b']), false, { agree: ['a', 'b'], differ: [] }],
	])('counts a voice once that holds what is claimed and more, %s', (_, entry, denied, expected) => {
		const { agree, differ } = sidesOfPosition(entry, { denied, place: 0, same: [0] });
		const sources = (voices: typeof agree) => voices.map(({ account: { source } }) => source);
		expect({ agree: sources(agree), differ: sources(differ) }).toEqual(expected);
	});

	it('calls contested what nobody holds but one that holds the contrary too', () => {
		const sides = sidesOfPosition(question('yes-no', ['yes', 'a'], ['no', 'a']), { denied: false, place: 0, same: [0] });
		expect(sides).toMatchObject({ agree: [{ also: [{ position: 'p1' }], position: 'p0' }], both: 1, differ: [] });
		expect(verdictOf(sides)).toBe('Contested');
	});

	it('lets what answers in part or leaves open differ from both sides', () => {
		expect(take(question('yes-no', ['no', 'a'], ['partly', 'b']), 0, true)).toEqual(['Contradicted', 0, 2]);
	});

	it('leaves out a view that a source reports without holding it', () => {
		const entry = question('yes-no', ['yes', 'a', 'b'], ['no', 'c']);
		const [yes, no] = entry.positions;
		const reported = { ...no!, accounts: no!.accounts.map((one) => ({ ...one, reports: true as const })) };
		expect(take({ ...entry, positions: [yes!, reported] }, 0, false)).toEqual(['Supported', 2, 0]);
	});

	it('takes all others of a question of who as denying one', () => {
		expect(take(question('who', [undefined, 'a'], [undefined, 'b', 'c']), 0, true)).toEqual(['Contested', 2, 1]);
	});
});

describe('a date beside those of the sources', () => {
	const began: QuestionEntry = {
		...question('when', [undefined, 'a'], [undefined, 'b']),
		positions: [
			{ accounts: [account('a', { date: '1939-05-11' })], id: 'may-11', label: names('11 May 1939') },
			{ accounts: [account('b', { date: '1939-06' })], id: 'june', label: names('June 1939') },
		],
	};
	it('counts a voice once that gives several dates', () => {
		const [first, second] = began.positions;
		const both = { ...began, positions: [first!, { ...second!, accounts: [...second!.accounts, account('a', { date: '1939-06' })] }] };
		const sides = (denied: boolean) => sidesOfDate(both, datesIn('11 May 1939').dates, denied)!;
		const counted = { agree: [{ account: { source: 'a' } }], differ: [{ account: { source: 'b' } }] };
		expect(sides(false)).toMatchObject(counted);
		expect(sides(true)).toMatchObject({ agree: counted.differ, differ: counted.agree });
		expect([verdictOf(sides(false)), sides(false).both]).toEqual(['Contested', 1]);
	});

	it.each([
		['11 May 1939', 'Contested'],
		['May 1939', 'Contested'],
		['1939', 'Supported'],
		['1936', 'Contradicted'],
	])('%s: %s', (text, verdict) => {
		expect(verdictOf(sidesOfDate(began, datesIn(text).dates, false)!)).toBe(verdict);
	});

	it('lets no voice speak of a date that none of them gives: the entry itself does', () => {
		const silent = [account('a'), account('b', { date: '1873' })];
		const born = (text: string, denied: boolean) => sidesOfFact(silent, { date: '1841-04-09' }, datesIn(text).dates, 'whole', denied);
		expect(born('1850', false)).toMatchObject({ agree: [], differ: [], own: { agrees: false, date: '1841-04-09' } });
		expect(['1850', '1841'].flatMap((text) => [false, true].map((denied) => verdictOf(born(text, denied))))).toEqual([
			'Contradicted',
			'Supported',
			'Supported',
			'Contradicted',
		]);
	});

	it('sets a voice that gives another date of the same against the entry', () => {
		const life: Account = { ...account('a', { date: '1850' }), aspect: 'life' };
		const sides = (denied: boolean) => sidesOfFact([life], { date: '1841' }, datesIn('1850').dates, 'whole', denied);
		expect(sides(false)).toMatchObject({ agree: [{ account: life }], differ: [], own: { agrees: false } });
		expect(sides(true)).toMatchObject({ agree: [], differ: [{ account: life }], own: { agrees: true } });
		expect(verdictOf(sides(false))).toBe('Contested');
	});

	const accounts = [account('text', { date: '1905-09-05' }), account('other')];
	const stated = { date: '1905-09-05', oldStyle: '1905-08-23' };
	it.each([
		['5 September 1905', false, 'Supported'],
		['23 August 1905', false, 'Supported'],
		['September 1905', false, 'Supported'],
		['1906', false, 'Contradicted'],
		['1906', true, 'Supported'],
	])('signed %s (denied: %s): %s', (text, denied, verdict) => {
		expect(verdictOf(sidesOfFact(accounts, stated, datesIn(text).dates, 'whole', denied))).toBe(verdict);
	});
});

it('says that nobody speaks of it where nobody does', () => {
	expect(verdictOf({ agree: [], differ: [] })).toBe('Not covered');
});
