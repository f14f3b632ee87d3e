/**
 * How near a text is to each entry by all of its words together, as a classifier of bags of words learned it: words that are used of the
 * same entries, in whatever language, lie near to each other as vectors, and entries near to the words that are used of them.
 */
/** Stands in a model for what is of no entry. */
export const NOTHING = '';

/** Vectors of so many numbers for terms and entries; kept as bytes, each row with its own scale. */
export interface Vectors {
	readonly bytes: Int8Array;
	readonly names: readonly string[];
	readonly scales: Float32Array;
}

export interface AffinityModel {
	readonly biases: Float32Array;
	readonly entries: Vectors;
	/** Numbers of a vector: a multiple of 4. */
	readonly size: number;
	readonly terms: Vectors;
}

/** Terms of a text, each with its weight. */
export type Bag = readonly (readonly [term: number, weight: number])[];

/** The terms of a text with their weights, of length 1 together: as they are learned, so they are asked. */
export function bagOf(words: readonly { readonly terms: readonly number[]; readonly weight: number }[]): Bag {
	const bag = words.flatMap(({ terms, weight }) => terms.map((term): [number, number] => [term, Math.sqrt(weight / terms.length)]));
	const length = Math.sqrt(bag.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
	return bag.map(([term, weight]) => [term, weight / length]);
}

/** A model made ready to be asked about one text after another. */
export class Nearness {
	readonly #biases: Float32Array;
	readonly #entries: Float32Array;
	readonly #size: number;
	readonly #terms: Pick<Vectors, 'bytes' | 'scales'>;
	readonly #text: Float32Array;

	constructor({ biases, entries, size, terms }: AffinityModel) {
		this.#biases = biases;
		this.#entries = new Float32Array(entries.bytes.length);
		for (let at = 0; at < entries.bytes.length; at++) this.#entries[at] = entries.bytes[at]! * entries.scales[Math.floor(at / size)]!;
		this.#size = size;
		this.#terms = { bytes: terms.bytes, scales: terms.scales };
		this.#text = new Float32Array(size);
	}

	/** Takes up a text, and tells how much of it, by weight, is of terms that were learned. `rowOf`: the row of a term in the model, or less than 0. */
	read(bag: Bag, rowOf: (term: number) => number): number {
		const { bytes, scales } = this.#terms;
		const size = this.#size;
		const text = this.#text.fill(0);
		let known = 0;
		for (const [term, weight] of bag) {
			const row = rowOf(term);
			if (row < 0) continue;
			known += weight * weight;
			const scale = weight * scales[row]!;
			for (let i = 0; i < size; i++) text[i]! += scale * bytes[row * size + i]!;
		}
		return known;
	}

	/** The logarithms of the odds of entries, by their rows in the model, but for what is the same for all entries. */
	scores(rows: ArrayLike<number>, scores: Float32Array): void {
		const biases = this.#biases;
		const entries = this.#entries;
		const text = this.#text;
		const size = this.#size;
		for (let place = 0; place < rows.length; place++) {
			const row = rows[place]!;
			const from = row * size;
			// Four sums that do not wait for each other: this is done for every entry.
			let first = 0;
			let second = 0;
			let third = 0;
			let fourth = 0;
			for (let i = 0; i < size; i += 4) {
				first += text[i]! * entries[from + i]!;
				second += text[i + 1]! * entries[from + i + 1]!;
				third += text[i + 2]! * entries[from + i + 2]!;
				fourth += text[i + 3]! * entries[from + i + 3]!;
			}
			scores[place] = biases[row]! + first + second + third + fourth;
		}
	}
}
