/** Names as they are written: the very name, names that stand whole inside a text, names that begin with what was typed. */
import { toHiragana } from './fold.ts';
import type { SearchIndex } from './index.ts';
import type { Query } from './query.ts';
import { SortedTexts } from './sorted.ts';

const CONTAINED_WORDS_MAX = 8;
const CONTAINED_HAN_MAX = 16;
/** Letters of a name that is looked for inside a text. */
const CONTAINED_MIN = 4;
/** Names that are looked through for what was typed; more begin alike only while next to nothing is typed. */
const BEGUN_MAX = 1_500;
const JAPANESE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

/** A name that begins with what was typed fits so well at least. */
const BEGUN = 0.62;

/** How well a name fits of which the beginning was typed; `share`: how much of it. */
export const fitOfBeginning = (share: number): number => BEGUN + (1 - BEGUN) * share;

/** Entries with a name that begins with what was typed; good until the next text is looked up. */
export class Beginnings {
	/** As many as `size` are valid. */
	readonly entries: Uint32Array;
	size = 0;
	readonly #names: Uint32Array;
	readonly #shares: Float64Array;

	/** `size`: how many entries there are. */
	constructor(size: number) {
		this.entries = new Uint32Array(size);
		this.#names = new Uint32Array(size);
		this.#shares = new Float64Array(size);
	}

	reset(): void {
		for (let i = 0; i < this.size; i++) this.#shares[this.entries[i]!] = 0;
		this.size = 0;
	}

	/** Of several names of an entry, that counts of which most was typed. */
	add(entry: number, name: number, share: number): void {
		const known = this.#shares[entry]!;
		if (share <= known) return;
		if (known === 0) this.entries[this.size++] = entry;
		this.#shares[entry] = share;
		this.#names[entry] = name;
	}

	/** How much of the name was typed; 0 for an entry without such a name. */
	share(entry: number): number {
		return this.#shares[entry]!;
	}

	/** The name; without meaning for an entry that has none. */
	name(entry: number): number {
		return this.#names[entry]!;
	}
}

export class NameIndex {
	readonly #beginnings: Beginnings;
	readonly #names: SearchIndex['names'];
	readonly #sorted: SortedTexts;
	/** Of each name in the order of the keys, side by side: names that begin alike lie anywhere. Made for the first look. */
	#inOrder: { readonly entries: Uint32Array; readonly weights: Uint8Array } | undefined;
	#range = { from: 0, to: 0 };
	#rangeKey: string | undefined;

	constructor({ names }: SearchIndex) {
		this.#names = names;
		this.#sorted = new SortedTexts(names.byKey.length, (at) => names.keys[names.byKey[at]!]!);
		this.#beginnings = new Beginnings(Math.max(0, names.starts.length - 1));
	}

	/** The names that are written so, in the order of the entries; `first`: where the first of them would be. */
	#writtenAs(key: string, first: number): number[] {
		const { byKey, keys } = this.#names;
		const found: number[] = [];
		for (let at = first; at < byKey.length && keys[byKey[at]!] === key; at++) found.push(byKey[at]!);
		return found;
	}

	/** Where the names begin that begin with `key`, and where they end; kept, for one query asks several times. */
	#rangeOf(key: string): { readonly from: number; readonly to: number } {
		if (key !== this.#rangeKey) {
			this.#range = this.#sorted.rangeOf(key);
			this.#rangeKey = key;
		}
		return this.#range;
	}

	/** Entries of which `key` is a name, with the weightiest of their names that it is. */
	exactly(key: string): Map<number, number> {
		const found = new Map<number, number>();
		const { byKey, keys } = this.#names;
		const { from, to } = this.#rangeOf(key);
		for (let at = from; at < to && keys[byKey[at]!] === key; at++) {
			const name = byKey[at]!;
			const entry = this.#names.entries[name]!;
			const known = found.get(entry);
			if (known === undefined || this.#names.weights[name]! > this.#names.weights[known]!) found.set(entry, name);
		}
		return found;
	}

	/** Entries with a name that begins with `key`; `most`: names looked at. */
	begunBy(key: string, most = BEGUN_MAX): Beginnings {
		const { byKey, lengths } = this.#names;
		const { entries, weights } = (this.#inOrder ??= this.#putInOrder());
		const found = this.#beginnings;
		found.reset();
		if (most === 0) return found;
		const { from, to } = this.#rangeOf(key);
		const end = Math.min(to, from + most);
		for (let at = from; at < end; at++) found.add(entries[at]!, byKey[at]!, (key.length / lengths[at]!) * (weights[at]! / 255));
		return found;
	}

	#putInOrder() {
		const { byKey, entries, weights } = this.#names;
		return { entries: byKey.map((name) => entries[name]!), weights: Uint8Array.from(byKey, (name) => weights[name]!) };
	}

	/** Entries with a name that stands whole inside the query, with the share of the query's weight that its words make up. */
	containedIn(
		{ parts, words }: Query,
		weights: readonly number[],
		total: number,
	): Map<number, { readonly name: number; readonly share: number }> {
		const found = new Map<number, { name: number; share: number }>();
		/** Whether any name goes on from `key`; those that are written so are noted. */
		const note = (key: string, textOf: (() => string) | undefined): boolean => {
			const at = this.#sorted.firstFrom(key);
			const { byKey, keys } = this.#names;
			if (at === byKey.length || !keys[byKey[at]!]!.startsWith(key)) return false;
			const names = textOf ? this.#writtenAs(key, at) : [];
			if (names.length === 0) return true;
			const text = textOf!();
			let weight = 0;
			for (let word = 0; word < words.length; word++) if (text.includes(words[word]!.token.text)) weight += weights[word]!;
			const share = weight / total;
			for (const name of names) {
				const entry = this.#names.entries[name]!;
				if (share > (found.get(entry)?.share ?? 0)) found.set(entry, { name, share });
			}
			return true;
		};
		for (let from = 0; from < parts.length; from++) {
			let key = '';
			for (let to = from; to < parts.length && to < from + CONTAINED_WORDS_MAX; to++) {
				key += parts[to]!;
				if (!note(toHiragana(key), key.length < CONTAINED_MIN ? undefined : () => parts.slice(from, to + 1).join(' '))) break;
			}
			const part = parts[from]!;
			if (!JAPANESE.test(part)) continue;
			for (let start = 0; start < part.length - 1; start++) {
				for (let end = start + 2; end <= part.length && end <= start + CONTAINED_HAN_MAX; end++)
					if (!note(toHiragana(part.slice(start, end)), () => part.slice(start, end))) break;
			}
		}
		return found;
	}
}
