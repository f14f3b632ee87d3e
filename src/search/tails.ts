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

/** A text of fewer letters is no slip for a name. */
const SLIPPED_MIN = 5;
/** How far before the first letter that no name goes on with the slip may be. */
const BACK_MAX = 2;
/** Of more names that begin as the text does up to there, none is looked at: the slip would be in one of the first letters. */
const BESIDE_MAX = 200;

export class Tails {
	readonly data: TailData;
	readonly #keys: () => readonly string[];
	readonly #sorted: SortedTexts;

	/** `keys`: of the names. */
	constructor(data: TailData, keys: () => readonly string[]) {
		this.data = data;
		this.#keys = keys;
		this.#sorted = new SortedTexts(data.names.length, (at) => keys()[data.names[at]!]!.slice(data.offsets[at]!));
	}

	/** From which place on, and up to which, they begin with `key`. */
	rangeOf(key: string): { readonly from: number; readonly to: number } {
		return this.#sorted.rangeOf(key);
	}

	/**
	 * The places of those that begin with `key` but for one slip: a letter too many, too few, another one, or two that changed places. The
	 * slip is looked for where names cease to go on as the text does, and a letter or two before.
	 */
	slipped(key: string): number[] {
		if (key.length < SLIPPED_MIN) return [];
		const keys = this.#keys();
		const { names, offsets } = this.data;
		const shared = this.#sharedWith(key);
		// Some begin so as it is, if with other words: “in ter” is no “international”.
		if (shared === key.length) return [];
		const found: number[] = [];
		for (let slip = shared; slip > 0 && slip >= shared - BACK_MAX; slip--) {
			const { from, to } = this.rangeOf(key.slice(0, slip));
			if (to - from > BESIDE_MAX) break;
			const rest = key.slice(slip);
			const [first, second] = [rest.charCodeAt(0), rest.charCodeAt(1)];
			for (let at = from; at < to; at++) {
				// One of the two letters at the slip is right, or no other is looked at: their names lie anywhere in memory.
				const here = this.#sorted.letterAt(at, slip);
				const behind = this.#sorted.letterAt(at, slip + 1);
				if (here !== undefined && behind !== undefined && here !== second && behind !== first && behind !== second) continue;
				if (goesOnButForOne(keys[names[at]!]!, offsets[at]! + slip, rest)) found.push(at);
			}
		}
		return found;
	}

	/** How many letters of a key are the beginning of any. */
	#sharedWith(key: string): number {
		const place = this.#sorted.firstFrom(key);
		const keys = this.#keys();
		let most = 0;
		for (const at of [place - 1, place]) {
			if (at < 0 || at >= this.data.names.length) continue;
			const name = keys[this.data.names[at]!]!;
			const offset = this.data.offsets[at]!;
			let length = 0;
			while (length < key.length && name.charCodeAt(offset + length) === key.charCodeAt(length)) length++;
			if (length > most) most = length;
		}
		return most;
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

/** Whether a name has `rest` from a place on but for a slip in its first letter. The last letter alone is no slip: it may be that of another word. */
function goesOnButForOne(name: string, place: number, rest: string): boolean {
	if (name.startsWith(rest, place + 1)) return true;
	if (rest.length < 2) return false;
	const after = rest.slice(1);
	if (name.startsWith(after, place + 1) || name.startsWith(after, place)) return true;
	return name[place] === rest[1] && name[place + 1] === rest[0] && name.startsWith(rest.slice(2), place + 2);
}
