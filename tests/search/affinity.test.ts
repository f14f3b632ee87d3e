import { describe, expect, it } from 'vitest';
import { learnBags } from '../../scripts/learn/affinity.ts';
import { bagOf, NOTHING } from '../../src/learned/affinity.ts';
import { Affinity, bagWordsOf, UNLEARNED } from '../../src/search/affinity.ts';
import { buildIndex } from '../../src/search/index.ts';
import { readQuery } from '../../src/search/query.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';
import { ENTRIES } from './small-dataset.ts';

const vocabulary = new Vocabulary(buildIndex(ENTRIES).vocabulary);
const read = (text: string) => readQuery(text, vocabulary);
const evenly = (text: string) => read(text).words.map(() => 1);

const IDS = ['war-of-the-bridge', 'who-began-the-war-of-the-bridge', 'dead-of-the-war-of-the-bridge', 'river-of-the-bridge'];
const TEXTS: readonly (readonly [text: string, row: number])[] = [
	['fighting over the bridge', 0],
	['the clash over the bridge', 0],
	['the bridge clash, fighting that year', 0],
	['who provoked the clash over the bridge', 1],
	['blame for the bridge fighting', 1],
	['who was to blame and who provoked it', 1],
	['casualties of the bridge fighting', 2],
	['corpses and casualties of the clash', 2],
	['casualties, corpses at the bridge', 2],
	['river under the bridge', 3],
	['water, the river at the bridge', 3],
	['recipe for soup', 4],
	['a recipe with onions for soup', 4],
];

function learned(ids: readonly string[]): Affinity {
	const terms = new Map<string, number>();
	const numberOf = (term: string) => terms.get(term) ?? terms.set(term, terms.size).size - 1;
	const texts = TEXTS.map(([text, row]) => ({
		bag: bagOf(bagWordsOf(read(text), evenly(text), vocabulary).map((word) => ({ terms: word.terms.map(numberOf), weight: word.weight }))),
		rows: [row],
	}));
	const model = learnBags({
		entries: [...IDS, NOTHING],
		epochs: 16,
		having: () => [],
		leftOut: 0.1,
		others: 40,
		rate: 0.1,
		size: 8,
		terms: [...terms.keys()],
		// So few texts are to be read more often than thousands are.
		texts: Array.from({ length: 40 }, () => texts).flat(),
		textsMin: () => 2,
		voices: 1,
	});
	return new Affinity(model, ids, vocabulary);
}

it('takes what stands beside what for a word of its own', () => {
	const termsOf = (text: string) => bagWordsOf(read(text), evenly(text), vocabulary).flatMap(({ terms }) => terms);
	const [one, other] = [termsOf('japan russia'), termsOf('russia japan')];
	expect(one.toSorted()).not.toEqual(other.toSorted());
	expect(termsOf('japan')).not.toContain('japan japan');
});

describe('the affinity of a query', () => {
	const affinity = learned([...IDS, 'added-later']);
	const of = (text: string, isLearned?: (entry: number) => boolean) => affinity.of(read(text), evenly(text), isLearned)!;

	it.each([
		['the bridge clash', 0],
		['who is to blame for the bridge', 1],
		['corpses at the bridge, casualties', 2],
	])('tells the siblings of one subject apart: %s', (text, entry) => {
		expect(of(text).top[0]).toBe(entry);
	});

	it('is greatest to nothing where what is asked about is not in the dataset', () => {
		const near = of('onions, a recipe');
		expect(near.nothing).toBeGreaterThan(Math.max(...IDS.map((_, entry) => near.share(entry))));
	});

	it('makes shares of one, that of nothing included', () => {
		const near = of('who provoked it');
		expect(Math.exp(near.nothing) + IDS.reduce((sum, _, entry) => sum + Math.exp(near.share(entry)), 0)).toBeCloseTo(1, 4);
	});

	it('knows how much of a query is of words that were learned', () => {
		expect(of('bridge clash').known).toBeCloseTo(1, 4);
		expect(of('zzyzx').known).toBe(0);
	});

	it('says nothing of an entry that was added later, and leaves it out where it is to', () => {
		expect(of('the bridge clash').share(IDS.length)).toBe(UNLEARNED);
		const near = of('the bridge clash', (entry) => entry !== 0);
		expect(near.share(0)).toBe(UNLEARNED);
		expect(near.share(1)).toBeGreaterThan(UNLEARNED);
		expect(affinity.of(read('bridge'), [1], () => false)).toBeUndefined();
	});

	it('says nothing of a dataset of which little was learned', () => {
		expect(learned([IDS[0]!, 'one', 'two', 'three']).of(read('bridge'), [1])).toBeUndefined();
	});
});
