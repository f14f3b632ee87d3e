/**
 * How near a clause is to each entry by all of its words together, as a classifier of bags of words learned it from everything that the
 * dataset tells and from the phrasings: words that are used of the same entries, in whatever language, lie near to each other. It finds
 * what shares no word with any single text.
 */
import { bufferOf, textOf } from '../learned/bytes.ts';
import type { AssertionIndex } from './index.ts';
import type { Reading } from './reading.ts';

/** Vectors of so many numbers for terms and entries; kept as bytes, each row with its own scale. */
export interface Vectors {
	readonly bytes: Int8Array;
	readonly names: readonly string[];
	readonly scales: Float32Array;
}

export interface AffinityModel {
	readonly biases: Float32Array;
	readonly entries: Vectors;
	readonly size: number;
	readonly terms: Vectors;
}

/** What a clause comes to: the logarithms of the shares of all entries, by row, which add up to 1. */
export interface Affinities {
	readonly best: number;
	/** How much of the clause, by weight, is of words that were learned. */
	readonly known: number;
	readonly second: number;
	readonly shares: Float32Array;
	/** The likeliest rows, best first. */
	readonly top: readonly number[];
}

/** A meaning that is less sure says nothing. */
const MEANT_MIN = 0.6;
const INHERITED_SHARE = 0.5;
const TOP = 4;
/** The share of an entry that was not there when this was learned. */
const UNLEARNED = -12;

/** The terms of a clause with their weights, of length 1 together: as they are learned, so they are asked. */
export function bagOf(words: readonly { readonly terms: readonly number[]; readonly weight: number }[]): [term: number, weight: number][] {
	const bag = words.flatMap(({ terms, weight }) => terms.map((term): [number, number] => [term, Math.sqrt(weight / terms.length)]));
	const length = Math.sqrt(bag.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
	return bag.map(([term, weight]) => [term, weight / length]);
}

interface KeptVectors {
	readonly bytes: string;
	/** A name a line. */
	readonly names: string;
	readonly scales: string;
}

/** A model as it is kept in a file. */
export interface KeptAffinity {
	readonly biases: string;
	readonly entries: KeptVectors;
	readonly size: number;
	readonly terms: KeptVectors;
}

const keepVectors = ({ bytes, names, scales }: Vectors): KeptVectors => ({
	bytes: textOf(bytes),
	names: names.join('\n'),
	scales: textOf(scales),
});
const restoreVectors = ({ bytes, names, scales }: KeptVectors): Vectors => ({
	bytes: new Int8Array(bufferOf(bytes)),
	names: names.split('\n'),
	scales: new Float32Array(bufferOf(scales)),
});

export const keepAffinity = ({ biases, entries, size, terms }: AffinityModel): KeptAffinity => ({
	biases: textOf(biases),
	entries: keepVectors(entries),
	size,
	terms: keepVectors(terms),
});

export const restoreAffinity = ({ biases, entries, size, terms }: KeptAffinity): AffinityModel => ({
	biases: new Float32Array(bufferOf(biases)),
	entries: restoreVectors(entries),
	size,
	terms: restoreVectors(terms),
});

export class Affinity {
	readonly #biases: Float32Array;
	readonly #entries: Float32Array;
	/** By row of the index the row of the model; −1 for an entry that it does not know. */
	readonly #rows: Int32Array;
	readonly #size: number;
	readonly #terms: AffinityModel['terms'];
	readonly #termRows: Int32Array;

	constructor({ biases, entries, size, terms }: AffinityModel, index: AssertionIndex) {
		const termRows = new Map(terms.names.map((name, row) => [name, row]));
		const entryRows = new Map(entries.names.map((name, row) => [name, row]));
		this.#biases = biases;
		this.#entries = Float32Array.from(entries.bytes, (value, at) => value * entries.scales[Math.floor(at / size)]!);
		this.#rows = Int32Array.from(index.entries, ({ id }) => entryRows.get(id) ?? -1);
		this.#size = size;
		this.#terms = terms;
		this.#termRows = Int32Array.from(index.vocabulary.terms, (term) => termRows.get(term) ?? -1);
	}

	of({ slots }: Reading): Affinities {
		const size = this.#size;
		const words = slots
			.filter(({ slot }) => !slot.filler)
			.map(({ inherited, meanings, weight }) => ({
				terms: meanings.filter(({ quality }) => quality > MEANT_MIN).map(({ term }) => term),
				weight: weight * (inherited ? INHERITED_SHARE : 1),
			}));
		const vector = new Float32Array(size);
		let known = 0;
		for (const [term, weight] of bagOf(words)) {
			const row = this.#termRows[term]!;
			if (row < 0) continue;
			known += weight * weight;
			const scale = weight * this.#terms.scales[row]!;
			for (let i = 0; i < size; i++) vector[i]! += scale * this.#terms.bytes[row * size + i]!;
		}
		const shares = new Float32Array(this.#rows.length).fill(Number.NEGATIVE_INFINITY);
		let most = Number.NEGATIVE_INFINITY;
		for (let row = 0; row < shares.length; row++) {
			const learned = this.#rows[row]!;
			if (learned < 0) continue;
			let score = this.#biases[learned]!;
			const from = learned * size;
			for (let i = 0; i < size; i++) score += vector[i]! * this.#entries[from + i]!;
			shares[row] = score;
			if (score > most) most = score;
		}
		let total = 0;
		for (const score of shares) total += Math.exp(score - most);
		const whole = most + Math.log(total);
		const top: number[] = [];
		for (let row = 0; row < shares.length; row++) {
			shares[row] = Math.max(UNLEARNED, shares[row]! - whole);
			if (top.length === TOP && shares[row]! <= shares[top[TOP - 1]!]!) continue;
			let place = top.length;
			while (place > 0 && shares[top[place - 1]!]! < shares[row]!) place--;
			top.splice(place, 0, row);
			if (top.length > TOP) top.pop();
		}
		return { best: shares[top[0]!]!, known, second: shares[top[1]!]!, shares, top };
	}
}
