/** Which entries a query brings in at all, and how much of it each of them speaks of. */
import type { SearchIndex } from './index.ts';
import type { Leaders } from './leaders.ts';
import { MATTER_QUALITY } from './name-match.ts';
import type { QueryWord } from './query.ts';

/** Entries that a word may bring in; beyond that it only adds to those that rarer words brought. */
const PER_WORD = 300;
/** With fewer than this, even a word of every entry brings some in. */
const FEW = 20;
/** What the accounts of an entry speak of counts nearly as much as its names when something is described. */
const TOLD_MIN = 0.5;
/** Words of a query of which it is noted one by one who speaks of them. */
export const BITS = 31;

/** Scratch space that is reset by stamp: allocating it anew for every query would cost more than the query. */
export class Candidates {
	readonly #postings: SearchIndex['postings'];
	readonly #entries: Uint32Array;
	#size = 0;
	readonly #sum: Float32Array;
	readonly #told: Float32Array;
	readonly #spoken: Uint32Array;
	readonly #stamps: Uint32Array;
	#stamp = 0;
	// Of the word at hand.
	readonly #best: Float32Array;
	readonly #bestTold: Float32Array;
	readonly #touched: Uint32Array;
	#touchedSize = 0;
	readonly #wordStamps: Uint32Array;
	#wordStamp = 0;

	/** `size`: how many entries there are. */
	constructor(postings: SearchIndex['postings'], size: number) {
		this.#postings = postings;
		this.#entries = new Uint32Array(size);
		this.#sum = new Float32Array(size);
		this.#told = new Float32Array(size);
		this.#spoken = new Uint32Array(size);
		this.#stamps = new Uint32Array(size);
		this.#best = new Float32Array(size);
		this.#bestTold = new Float32Array(size);
		this.#touched = new Uint32Array(size);
		this.#wordStamps = new Uint32Array(size);
	}

	/** Forgets the query before. */
	reset(): void {
		this.#size = 0;
		this.#stamp++;
	}

	/** By the weight of its words: how much of the query the entry speaks of, the more so the weightier the place where it does. */
	sum(entry: number): number {
		return this.#sum[entry]!;
	}

	/** The same where an account says nearly as much as a name. */
	told(entry: number): number {
		return this.#told[entry]!;
	}

	/** The words of the query that the entry speaks of at all, one bit each. */
	spoken(entry: number): number {
		return this.#spoken[entry]!;
	}

	add(entry: number, sum: number, told: number): void {
		if (this.#stamps[entry] !== this.#stamp) {
			this.#stamps[entry] = this.#stamp;
			this.#sum[entry] = 0;
			this.#told[entry] = 0;
			this.#spoken[entry] = 0;
			this.#entries[this.#size++] = entry;
		}
		this.#sum[entry]! += sum;
		this.#told[entry]! += told;
	}

	/** Adds a word of the query to the entries that have one of its meanings, and where something is `described` its matters; the rarest words are to come first. */
	addWord({ matters, meanings }: Pick<QueryWord, 'matters' | 'meanings'>, word: number, weight: number, described: boolean): void {
		this.#touchedSize = 0;
		this.#wordStamp++;
		for (const { quality, term } of meanings) this.#addTerm(term, quality, true);
		if (described) for (const term of matters) this.#addTerm(term, MATTER_QUALITY, false);
		for (let i = 0; i < this.#touchedSize; i++) {
			const entry = this.#touched[i]!;
			this.add(entry, weight * this.#best[entry]!, weight * this.#bestTold[entry]!);
			if (word < BITS) this.#spoken[entry]! |= 1 << word;
		}
	}

	#addTerm(term: number, quality: number, meant: boolean): void {
		const { entries, starts, weights } = this.#postings;
		const from = starts[term]!;
		const to = starts[term + 1]!;
		if (to - from <= PER_WORD || this.#size < FEW) {
			const end = Math.min(to, from + 4 * PER_WORD);
			for (let i = from; i < end; i++) this.#raise(entries[i]!, quality, weights[i]!, meant);
		} else {
			for (let i = 0; i < this.#size; i++) {
				const entry = this.#entries[i]!;
				const at = search(entries, entry, from, to);
				if (at >= 0) this.#raise(entry, quality, weights[at]!, meant);
			}
		}
	}

	/** An entry has the word at hand by its best meaning alone; what is only of its matter is told, not `meant`. */
	#raise(entry: number, quality: number, weight: number, meant: boolean): void {
		if (this.#wordStamps[entry] !== this.#wordStamp) {
			this.#wordStamps[entry] = this.#wordStamp;
			this.#best[entry] = 0;
			this.#bestTold[entry] = 0;
			this.#touched[this.#touchedSize++] = entry;
		}
		const field = weight / 255;
		if (meant && quality * field > this.#best[entry]!) this.#best[entry] = quality * field;
		const told = quality * (TOLD_MIN + (1 - TOLD_MIN) * field);
		if (told > this.#bestTold[entry]!) this.#bestTold[entry] = told;
	}

	/** The most promising entries; `total`: the weight of the whole query; `more`: what speaks for an entry beside its words. */
	promising(leaders: Leaders, total: number, more: (entry: number) => number): void {
		for (let i = 0; i < this.#size; i++) {
			const entry = this.#entries[i]!;
			leaders.offer(entry, this.#sum[entry]! / total + this.#told[entry]! / total + more(entry));
		}
	}
}

/** Position of `value` in the ascending part of `list` from `low` to `high`, or -1. */
function search(list: Uint32Array, value: number, low: number, high: number): number {
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (list[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return list[low] === value ? low : -1;
}
