/**
 * How near a clause is to each entry by everything that stands in it together, as it was learned from everything that the dataset tells and from the
 * phrasings. It finds what shares no word with any single text.
 */
import { type AffinityModel, Nearness, NOTHING } from '../learned/affinity.ts';
import { bagIn, gramsOf } from './grams.ts';
import type { AssertionIndex } from './index.ts';
import type { Reading } from './reading.ts';

/** What a clause comes to: the logarithms of the shares of all entries, by row, which add up to 1. */
export interface Affinities {
	readonly best: number;
	/** How much of the clause, by weight, is of words that were learned. */
	readonly known: number;
	/** How much likelier it is that the clause speaks of nothing than of any entry, as a logarithm of odds; 0 where that was not learned. */
	readonly nothing: number;
	readonly second: number;
	readonly shares: Float32Array;
	/** The likeliest rows, best first. */
	readonly top: readonly number[];
}

const TOP = 4;
/** The share of an entry that was not there when this was learned. */
const UNLEARNED = -12;

export class Affinity {
	readonly #nearness: Nearness;
	/** The rows of the index whose entries the model knows, and which rows of the model they are. */
	readonly #known: Uint32Array;
	readonly #learned: Uint32Array;
	/** The row of the model for nothing; none in a model that did not learn it. */
	readonly #nothing: readonly number[];
	/** For each row of the index that of the model, or −1. */
	readonly #rows: Int32Array;
	readonly #index: AssertionIndex;
	/** Their names. */
	readonly #terms: readonly string[];

	constructor(model: AffinityModel, index: AssertionIndex) {
		const entryRows = new Map(model.entries.names.map((name, row) => [name, row]));
		this.#nearness = new Nearness(model);
		const { ids } = index.entries;
		const known = [...ids.keys()].filter((row) => entryRows.has(ids[row]!));
		this.#known = Uint32Array.from(known);
		this.#learned = Uint32Array.from(known, (row) => entryRows.get(ids[row]!)!);
		this.#rows = Int32Array.from(ids, (id) => entryRows.get(id) ?? -1);
		const nothing = entryRows.get(NOTHING);
		this.#nothing = nothing === undefined ? [] : [nothing];
		this.#index = index;
		this.#terms = model.terms.names;
	}

	of(reading: Reading): Affinities {
		const known = this.#nearness.read(bagIn(this.#terms, gramsOf(reading, this.#index)), (term) => term);
		const scores = new Float32Array(this.#known.length);
		this.#nearness.scores(this.#learned, scores);
		const shares = new Float32Array(this.#rows.length).fill(Number.NEGATIVE_INFINITY);
		let most = Number.NEGATIVE_INFINITY;
		scores.forEach((score, place) => {
			shares[this.#known[place]!] = score;
			if (score > most) most = score;
		});
		let total = 0;
		for (const score of shares) total += Math.exp(score - most);
		const whole = most + Math.log(total);
		const none = new Float32Array(1);
		if (this.#nothing.length > 0) this.#nearness.scores(this.#nothing, none);
		const top: number[] = [];
		for (let row = 0; row < shares.length; row++) {
			shares[row] = Math.max(UNLEARNED, shares[row]! - whole);
			if (top.length === TOP && shares[row]! <= shares[top[TOP - 1]!]!) continue;
			let place = top.length;
			while (place > 0 && shares[top[place - 1]!]! < shares[row]!) place--;
			top.splice(place, 0, row);
			if (top.length > TOP) top.pop();
		}
		const nothing = this.#nothing.length > 0 ? none[0]! - whole : 0;
		return { best: shares[top[0]!]!, known, nothing, second: shares[top[1]!]!, shares, top };
	}
}
