/**
 * How near a clause is to each entry by all of its words together, as it was learned from everything that the dataset tells and from the
 * phrasings. It finds what shares no word with any single text.
 */
import { type AffinityModel, bagOf, Nearness, NOTHING } from '../learned/affinity.ts';
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
	/** How near what a clause claims is to an entry, word by word. */
	wordsTo(row: number): WordNearness;
}

/** How much each word of what is claimed says for an entry, as logarithms of odds; 0 where nothing of it was learned. */
export interface WordNearness {
	readonly least: number;
	readonly mean: number;
	/** Words that say less for it than for entries on the whole, and words that were not learned, as shares of all. */
	readonly against: number;
	readonly unlearned: number;
}

/** A meaning that is less sure says nothing. */
const MEANT_MIN = 0.6;
const INHERITED_SHARE = 0.5;
const TOP = 4;
/** The share of an entry that was not there when this was learned. */
const UNLEARNED = -12;

/** What a clause brings to its bag. */
export const wordsOf = ({ slots }: Reading): { readonly terms: readonly number[]; readonly weight: number }[] =>
	slots
		.filter(({ slot }) => !slot.filler)
		.map(({ inherited, meanings, weight }) => ({
			terms: meanings.filter(({ quality }) => quality > MEANT_MIN).map(({ term }) => term),
			weight: weight * (inherited ? INHERITED_SHARE : 1),
		}));

export class Affinity {
	readonly #nearness: Nearness;
	/** The rows of the index whose entries the model knows, and which rows of the model they are. */
	readonly #known: Uint32Array;
	readonly #learned: Uint32Array;
	/** The row of the model for nothing; none in a model that did not learn it. */
	readonly #nothing: readonly number[];
	/** For each row of the index that of the model, or −1. */
	readonly #rows: Int32Array;
	readonly #termRows: Int32Array;

	constructor(model: AffinityModel, index: AssertionIndex) {
		const termRows = new Map(model.terms.names.map((name, row) => [name, row]));
		const entryRows = new Map(model.entries.names.map((name, row) => [name, row]));
		this.#nearness = new Nearness(model);
		const known = [...index.entries.keys()].filter((row) => entryRows.has(index.entries[row]!.id));
		this.#known = Uint32Array.from(known);
		this.#learned = Uint32Array.from(known, (row) => entryRows.get(index.entries[row]!.id)!);
		this.#rows = Int32Array.from(index.entries, ({ id }) => entryRows.get(id) ?? -1);
		const nothing = entryRows.get(NOTHING);
		this.#nothing = nothing === undefined ? [] : [nothing];
		this.#termRows = Int32Array.from(index.vocabulary.terms, (term) => termRows.get(term) ?? -1);
	}

	/** Every word of what is claimed, but for names, by itself. */
	#wordsOf({ slots }: Reading): (row: number) => WordNearness {
		const claimed = slots.filter(({ inherited, slot }) => !inherited && !slot.filler && slot.names.length === 0);
		const vectors = claimed.flatMap(({ meanings }) => {
			const terms = meanings.filter(({ quality }) => quality > MEANT_MIN).map(({ term }) => term);
			return this.#nearness.vectorOf(bagOf([{ terms, weight: 1 }]), (term) => this.#termRows[term]!) ?? [];
		});
		const unlearned = claimed.length === 0 ? 0 : 1 - vectors.length / claimed.length;
		return (row) => {
			const learned = this.#rows[row]!;
			if (vectors.length === 0 || learned < 0) return { against: 0, least: 0, mean: 0, unlearned };
			const each = vectors.map((vector) => this.#nearness.moreFor(vector, learned));
			return {
				against: each.filter((one) => one < 0).length / claimed.length,
				least: Math.min(...each),
				mean: each.reduce((sum, one) => sum + one, 0) / each.length,
				unlearned,
			};
		};
	}

	of(reading: Reading): Affinities {
		const known = this.#nearness.read(bagOf(wordsOf(reading)), (term) => this.#termRows[term]!);
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
		return { best: shares[top[0]!]!, known, nothing, second: shares[top[1]!]!, shares, top, wordsTo: this.#wordsOf(reading) };
	}
}
