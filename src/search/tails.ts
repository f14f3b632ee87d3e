/**
 * Names by each of their words: “Khalkhin Gol casualties” is found from “khalk”, “gol” and “casualties”. What is typed begins one of them as a
 * rule, and then little else has to be looked at.
 */
import { nameKey } from './fold.ts';
import { SortedTexts } from './sorted.ts';

/** The rest of a name from one of its words on, by their keys: lists side by side, in the order of the texts. */
export interface TailData {
	/** The entry of each, its name, and how much that name says of the entry (0 to 255). */
	readonly entries: Uint32Array;
	readonly names: Uint32Array;
	readonly weights: Uint8Array;
	/** Where it begins in the key of its name, and how long that key is. */
	readonly lengths: Uint16Array;
	readonly offsets: Uint16Array;
}

/** A word of fewer letters inside a name is grammar. */
const INSIDE_MIN = 3;

/** Where a word is of more names than this it says little of what is meant. */
const RAREST_MAX = 300;
/** Of so many names a word is looked for among those of the rarer ones. */
const WALKED_MAX = 1_500;
/** Entries that are called by all the words; more are better told apart as a query is. */
const FOUND_MAX = 32;

/** Whether names are found by a word, wherever it stands in them. */
export const isLookedFor = (key: string): boolean => key.length >= INSIDE_MIN;

export interface NamedBy {
	readonly entry: number;
	readonly folded: string;
	readonly key: string;
	readonly weight: number;
}

/** `names` in their order. */
export function buildTails(names: readonly NamedBy[]): TailData {
	const tails = names.flatMap(({ entry, folded, key, weight }, name) => {
		let offset = 0;
		return folded.split(' ').flatMap((word) => {
			const at = offset;
			offset += nameKey(word).length;
			return at > 0 && word.length < INSIDE_MIN ? [] : [{ entry, key: key.slice(at), length: key.length, name, offset: at, weight }];
		});
	});
	tails.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.name - b.name || a.offset - b.offset));
	return {
		entries: Uint32Array.from(tails, ({ entry }) => entry),
		lengths: Uint16Array.from(tails, ({ length }) => length),
		names: Uint32Array.from(tails, ({ name }) => name),
		offsets: Uint16Array.from(tails, ({ offset }) => offset),
		weights: Uint8Array.from(tails, ({ weight }) => weight),
	};
}

export class Tails {
	readonly data: TailData;
	readonly #sorted: SortedTexts;

	/** `keys`: of the names. */
	constructor(data: TailData, keys: () => readonly string[]) {
		this.data = data;
		this.#sorted = new SortedTexts(data.names.length, (at) => keys()[data.names[at]!]!.slice(data.offsets[at]!));
	}

	/** From which place on, and up to which, they begin with `key`. */
	rangeOf(key: string): { readonly from: number; readonly to: number } {
		return this.#sorted.rangeOf(key);
	}

	/**
	 * Names that have a word that begins with the rarest of `keys`, of entries of which names have words that begin with all of them; words of
	 * fewer than three letters are not looked at. None where many entries are called so.
	 */
	namesWith(keys: readonly string[]): number[] {
		const ranges: { readonly from: number; readonly to: number }[] = [];
		for (const key of keys) {
			if (!isLookedFor(key)) continue;
			const range = this.rangeOf(key);
			// As nearly always where a word is misspelt.
			if (range.from === range.to) return [];
			ranges.push(range);
		}
		const [rarest, ...others] = ranges.sort((a, b) => a.to - a.from - (b.to - b.from));
		if (!rarest || rarest.to - rarest.from > RAREST_MAX) return [];
		const { entries, names } = this.data;
		let found = new Set(entries.subarray(rarest.from, rarest.to));
		for (const { from, to } of others) {
			if (found.size === 0) return [];
			if (to - from > WALKED_MAX) continue;
			const both = new Set<number>();
			for (let at = from; at < to; at++) if (found.has(entries[at]!)) both.add(entries[at]!);
			found = both;
		}
		if (found.size > FOUND_MAX) return [];
		const held: number[] = [];
		for (let at = rarest.from; at < rarest.to; at++) if (found.has(entries[at]!)) held.push(names[at]!);
		return held;
	}
}
