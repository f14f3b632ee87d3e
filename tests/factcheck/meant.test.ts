import { describe, expect, it } from 'vitest';
import { learnBags } from '../../scripts/learn/affinity.ts';
import { gramsOf } from '../../src/factcheck/grams.ts';
import { Meant, type Reckoning, sayingOf } from '../../src/factcheck/meant.ts';
import { readClause } from '../../src/factcheck/reading.ts';
import { openWithKnowledge } from './open.ts';

const QUESTION = 'was-tanaka-memorial-authentic';
const FIGURES = 'siberian-internment-captives';
const EVENT = 'khalkhin-gol-1939';

const { knowledge, library } = await openWithKnowledge();

const read = (text: string) => readClause(text, knowledge.index);
const namesIn = (text: string) => gramsOf(read(text), knowledge.index).map(([name]) => name);
const entryOf = (id: string) => {
	const entry = library.dataset.get(id);
	if (!entry || entry.kind === 'source') throw new Error(`${id} is no topic`);
	return entry;
};

describe('what a clause brings', () => {
	it.each(['Japan broke the pact in 1941', 'никто не нарушал пакт', '中立条約は破られなかった', '60,000'])(
		'is of length 1 together: %s',
		(text) => {
			expect(Math.hypot(...gramsOf(read(text), knowledge.index).map(([, weight]) => weight))).toBeCloseTo(1);
		},
	);

	it('tells who did it to whom by what stands beside what', () => {
		const one = namesIn('Japan attacked Russia');
		const other = namesIn('Russia attacked Japan');
		expect(one.filter((name) => !other.includes(name))).not.toEqual([]);
		expect(other.filter((name) => !one.includes(name))).not.toEqual([]);
	});

	it.each([
		['a denial', 'Japan broke the pact', 'Japan never broke the pact'],
		['a number', 'they lost 8,000 men', 'they lost 61,000 men'],
		['a year', 'it was signed in 1941', 'it was signed in 1925'],
	])('has %s of its own', (_, one, other) => {
		expect(namesIn(one)).not.toEqual(namesIn(other));
	});

	it('is nothing where nothing is written', () => {
		expect(gramsOf(read(''), knowledge.index).filter(([, weight]) => !Number.isFinite(weight))).toEqual([]);
	});
});

describe('what a clause says of an entry', () => {
	const TEXTS: readonly (readonly [position: string, denies: boolean, text: string])[] = [
		['forgery', false, 'somebody made the whole paper up'],
		['forgery', false, 'the paper was made up in China'],
		['genuine', false, 'the premier really wrote that paper'],
		['genuine', false, 'that paper is his own plan, he really handed it in'],
		['genuine', true, 'he never handed in anything of the kind'],
	];
	const meantFrom = (more: readonly string[] = [], reckoning: Reckoning = 'as it stands') => {
		const entry = entryOf(QUESTION);
		const terms = new Map<string, number>();
		const numberOf = (name: string) => terms.get(name) ?? terms.set(name, terms.size).size - 1;
		const classes = [
			...new Set(TEXTS.map(([position, denies]) => sayingOf({ position, ...(denies ? { denies } : {}) }, entry, 'as it stands', 1))),
			...more,
		];
		const texts = TEXTS.map(([position, denies, text]) => ({
			bag: gramsOf(read(text), knowledge.index).map(([name, weight]) => [numberOf(name), weight] as const),
			rows: [classes.indexOf(sayingOf({ position, ...(denies ? { denies: true } : {}) }, entry, 'as it stands', 1))],
		}));
		const model = learnBags({
			beside: () => ({ all: [...classes.keys()], some: [] }),
			entries: classes,
			epochs: 16,
			having: () => [],
			leftOut: 0.1,
			others: 4,
			rate: 0.3,
			size: 8,
			terms: [...terms.keys()],
			texts: Array.from({ length: 40 }, () => texts).flat(),
			textsMin: () => 1,
			voices: 1,
		});
		return new Meant(model, reckoning, knowledge.index, library.dataset);
	};
	const best = (meant: Meant, text: string) => meant.of(read(text), [QUESTION])[0]!.toSorted((a, b) => b.score - a.score)[0]!;

	it.each([
		['it was made up', 'Contested'],
		['he really wrote it', 'Contested'],
	])('is what was learned of words like these: %s', (text, verdict) => {
		expect(best(meantFrom(), text).verdict).toBe(verdict);
	});

	it('tells a position from its opposite', () => {
		const meant = meantFrom();
		const scores = (text: string) => meant.of(read(text), [QUESTION])[0]!.map(({ score }) => score);
		const [forgery, genuine] = scores('the paper was made up');
		expect(forgery).toBeGreaterThan(genuine!);
		const [made, written] = scores('he really handed in that plan');
		expect(written).toBeGreaterThan(made!);
	});

	it('passes over what is no longer there', () => {
		const meant = meantFrom(['no-such-entry  says', `${QUESTION} no-such-position says`]);
		expect(meant.of(read('made up'), ['no-such-entry', EVENT])).toEqual([[], []]);
		expect(meant.of(read('made up'), [QUESTION])[0]).toHaveLength(4);
	});

	it('may be read of a denial as what it denies', () => {
		const more = [`${EVENT}  says`, `${EVENT}  denies`, `${EVENT}  beyond`];
		const verdicts = (text: string, reckoning: Reckoning) =>
			meantFrom(more, reckoning)
				.of(read(text), [EVENT])[0]!
				.map(({ verdict }) => verdict);
		const plain = ['Supported', 'Contradicted', 'Not covered'];
		expect(verdicts('they fought there', 'as what is denied')).toEqual(plain);
		expect(verdicts('they never fought there', 'as what is denied')).toEqual(['Contradicted', 'Supported', 'Not covered']);
		expect(verdicts('they never fought there', 'as it stands')).toEqual(plain);
	});

	it.each([
		[{ field: true as const }, 'denies'],
		[{ differ: ['a'] }, 'says'],
		[{ agree: ['a'], differ: ['b'] }, 'both'],
		[{ beyond: true as const }, 'beyond'],
	])('may be named after what a denial denies: %j', (marks, way) => {
		expect(sayingOf(marks, entryOf(EVENT), 'as what is denied', -1)).toBe(`${EVENT}  ${way}`);
	});

	it.each([
		[FIGURES, {}, `${FIGURES}  says`],
		[EVENT, { field: true as const }, `${EVENT}  says`],
		[EVENT, { field: true as const, wrong: true as const }, `${EVENT}  denies`],
		[EVENT, { agree: ['a'], differ: ['b'] }, `${EVENT}  both`],
		[EVENT, { beyond: true as const }, `${EVENT}  beyond`],
		[QUESTION, { position: 'forgery' }, `${QUESTION} forgery says`],
		[QUESTION, { denies: true as const, position: 'forgery' }, `${QUESTION} forgery denies`],
	])('has a name: %s %j', (id, marks, name) => {
		expect(sayingOf(marks, entryOf(id), 'as it stands', 1)).toBe(name);
		expect(sayingOf(marks, entryOf(id), 'as it stands', -1)).toBe(name);
	});
});
