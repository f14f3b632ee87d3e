/**
 * How near a query is to each entry by all of its words together, as it was learned from names, from how people put what the entries
 * tell and from labelled lookups. It tells the siblings of one subject apart, and finds what shares no word with the query.
 */
import { type AffinityModel, bagOf, Nearness, NOTHING } from '../learned/affinity.ts';
import { Leaders } from './leaders.ts';
import type { Query } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Meanings that are less sure than this say nothing, and of a word that may be many things only the first few do. */
const MEANT_MIN = 0.75;
const MEANT_MAX = 4;
/** What a year or another fact weighs beside words. */
const FACT_WEIGHT = 4;
/** What two words side by side weigh beside the words. */
const PAIR_SHARE = 0.5;
/** Entries that are brought in, and how likely each must be. */
const TOP = 3;
const TOP_MIN = Math.log(0.01);
/** The share of the entries of a dataset that must have been learned. */
const LEARNED_MIN = 0.5;
/** Of an entry that was not there when this was learned. */
export const UNLEARNED = -12;
/** What is so much less likely than the likeliest changes nothing. */
const NEGLIGIBLE = -12;

const BESIDE = ' ';
/** Whether a term of a bag is of two words side by side. */
export const isPair = (term: string) => term.includes(BESIDE) && !/^(?:day|intent) /u.test(term);

export interface BagWord {
	readonly terms: readonly string[];
	readonly weight: number;
}

/** What a query says, in terms of the model; `weights`: what each of its words weighs. */
export function bagWordsOf({ dates, intents, isDoubt, words }: Query, weights: readonly number[], vocabulary: Vocabulary): BagWord[] {
	const said = words.map(({ matters, meanings, token }, place): BagWord => {
		const terms = new Set([token.term]);
		let left = MEANT_MAX;
		for (const { quality, term } of meanings) {
			if (quality < MEANT_MIN) continue;
			terms.add(vocabulary.terms[term]!);
			if (--left === 0) break;
		}
		for (const term of matters) terms.add(vocabulary.terms[term]!);
		return { terms: [...terms], weight: weights[place]! };
	});
	// “Who attacked whom” is told by what stands beside what.
	words.slice(1).forEach(({ token }, place) => {
		const weight = PAIR_SHARE * Math.sqrt(weights[place]! * weights[place + 1]!);
		said.push({ terms: [`${words[place]!.token.term}${BESIDE}${token.term}`], weight });
	});
	for (const { from, precision } of dates) {
		if (precision !== 'monthday') said.push({ terms: [String(Math.floor(from / 10_000))], weight: FACT_WEIGHT });
		if (precision !== 'year' && precision !== 'month') said.push({ terms: [`day ${from % 10_000}`], weight: FACT_WEIGHT });
	}
	for (const intent of intents) said.push({ terms: [`intent ${intent}`], weight: FACT_WEIGHT });
	if (isDoubt) said.push({ terms: ['doubt'], weight: FACT_WEIGHT });
	return said;
}

/** What one query is near to. */
export interface Near {
	/** How much of the query, by weight, is of words that were learned. */
	readonly known: number;
	/** The logarithm of the share of nothing in the dataset. */
	readonly nothing: number;
	/** The likeliest entries, best first. */
	readonly top: readonly number[];
	/** The logarithm of the share of an entry; all of them and that of nothing add up to 1. To be asked before another query is read. */
	share(entry: number): number;
}

export class Affinity {
	/** Whether it was learned of this dataset. */
	readonly #isOf: boolean;
	readonly #nearness: Nearness;
	/** The positions of the entries that were learned, ascending. */
	readonly #learned: Uint32Array;
	/** Their rows in the model, and behind them that of nothing. */
	readonly #rows: Uint32Array;
	readonly #scores: Float32Array;
	readonly #termRows: ReadonlyMap<string, number>;
	readonly #vocabulary: Vocabulary;

	constructor(model: AffinityModel, ids: readonly string[], vocabulary: Vocabulary) {
		const rows = new Map(model.entries.names.map((name, row) => [name, row]));
		const learned = [...ids.keys()].filter((entry) => rows.has(ids[entry]!));
		this.#isOf = learned.length > LEARNED_MIN * ids.length;
		this.#nearness = new Nearness(model);
		this.#learned = Uint32Array.from(learned);
		this.#rows = Uint32Array.from([...learned.map((entry) => ids[entry]!), NOTHING], (id) => rows.get(id)!);
		this.#scores = new Float32Array(this.#rows.length);
		this.#termRows = new Map(model.terms.names.map((name, row) => [name, row]));
		this.#vocabulary = vocabulary;
	}

	/** `undefined` where many of the entries were not learned: shares among the others would say little. `isLearned`: as if only such had been. */
	of(query: Query, weights: readonly number[], isLearned?: (entry: number) => boolean): Near | undefined {
		const learned = this.#learned;
		const scores = this.#scores;
		if (!this.#isOf || (isLearned && !learned.some(isLearned))) return undefined;
		const words = bagWordsOf(query, weights, this.#vocabulary).map(({ terms, weight }) => ({
			terms: terms.map((term) => this.#termRows.get(term) ?? -1),
			weight,
		}));
		const known = this.#nearness.read(bagOf(words), (row) => row);
		this.#nearness.scores(this.#rows, scores);
		if (isLearned) learned.forEach((entry, place) => void (isLearned(entry) || (scores[place] = Number.NEGATIVE_INFINITY)));
		const nothing = scores[learned.length]!;
		let most = nothing;
		const top = new Leaders(TOP);
		for (let place = 0; place < learned.length; place++) {
			const score = scores[place]!;
			if (score > most) most = score;
			top.offer(learned[place]!, score);
		}
		let total = 0;
		const least = most + NEGLIGIBLE;
		for (let place = 0; place < scores.length; place++) if (scores[place]! > least) total += Math.exp(scores[place]! - most);
		const whole = most + Math.log(total);
		return {
			known,
			nothing: nothing - whole,
			share: (entry) => {
				const place = positionOf(learned, entry);
				return place < 0 ? UNLEARNED : Math.max(UNLEARNED, scores[place]! - whole);
			},
			top: [...top.ids.subarray(0, top.size)].filter((_, place) => top.scores[place]! - whole >= TOP_MIN),
		};
	}
}

/** The place of a number in an ascending list, or −1. */
function positionOf(list: Uint32Array, value: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (list[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return list[low] === value ? low : -1;
}
