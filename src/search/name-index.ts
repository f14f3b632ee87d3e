/** Names as they are written: the very name, names that stand whole inside a text, names that begin with what was typed. */
import { toHiragana } from './fold.ts';
import type { SearchIndex } from './index.ts';
import type { Query } from './query.ts';
import { lowerBoundOf } from './sorted.ts';

const CONTAINED_WORDS_MAX = 8;
const CONTAINED_HAN_MAX = 16;
/** Names that are looked through for what was typed; more begin alike only while next to nothing is typed. */
const BEGUN_MAX = 1_500;
const JAPANESE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

export class NameIndex {
	readonly #entryOf: Uint32Array;
	readonly #names: SearchIndex['names'];

	constructor({ names }: SearchIndex) {
		this.#names = names;
		this.#entryOf = new Uint32Array(names.keys.length);
		for (let entry = 0; entry + 1 < names.starts.length; entry++) this.#entryOf.fill(entry, names.starts[entry], names.starts[entry + 1]);
	}

	/** The names that are written so, in the order of the entries. */
	#writtenAs(key: string): number[] {
		const { byKey, keys } = this.#names;
		const found: number[] = [];
		for (let at = this.#firstFrom(key); at < byKey.length && keys[byKey[at]!] === key; at++) found.push(byKey[at]!);
		return found;
	}

	#firstFrom(key: string): number {
		const { byKey, keys } = this.#names;
		return lowerBoundOf(byKey.length, (at) => keys[byKey[at]!]!, key);
	}

	/** Entries of which `key` is a name, with the weightiest of their names that it is. */
	exactly(key: string): Map<number, number> {
		const found = new Map<number, number>();
		for (const name of this.#writtenAs(key)) {
			const entry = this.#entryOf[name]!;
			const known = found.get(entry);
			if (known === undefined || this.#names.weights[name]! > this.#names.weights[known]!) found.set(entry, name);
		}
		return found;
	}

	/** Entries with a name that begins with `key`, with the share of that name that `key` is; `most`: names looked at. */
	begunBy(key: string, most = BEGUN_MAX): Map<number, { readonly name: number; readonly share: number }> {
		const { byKey, keys, weights } = this.#names;
		const low = this.#firstFrom(key);
		const found = new Map<number, { name: number; share: number }>();
		for (let at = low; at < byKey.length && at < low + most; at++) {
			const name = byKey[at]!;
			const whole = keys[name]!;
			if (!whole.startsWith(key)) break;
			const entry = this.#entryOf[name]!;
			const share = (key.length / whole.length) * (weights[name]! / 255);
			if (share > (found.get(entry)?.share ?? 0)) found.set(entry, { name, share });
		}
		return found;
	}

	/** Entries with a name that stands whole inside the query, with the share of the query's weight that its words make up. */
	containedIn(
		{ parts, words }: Query,
		weights: readonly number[],
		total: number,
	): Map<number, { readonly name: number; readonly share: number }> {
		const found = new Map<number, { name: number; share: number }>();
		const note = (key: string, text: string) => {
			const names = this.#writtenAs(key);
			if (names.length === 0) return;
			let weight = 0;
			for (let word = 0; word < words.length; word++) if (text.includes(words[word]!.token.text)) weight += weights[word]!;
			const share = weight / total;
			for (const name of names) {
				const entry = this.#entryOf[name]!;
				if (share > (found.get(entry)?.share ?? 0)) found.set(entry, { name, share });
			}
		};
		for (let from = 0; from < parts.length; from++) {
			let key = '';
			for (let to = from; to < parts.length && to < from + CONTAINED_WORDS_MAX; to++) {
				key += parts[to]!;
				if (key.length >= 4) note(toHiragana(key), parts.slice(from, to + 1).join(' '));
			}
			const part = parts[from]!;
			if (!JAPANESE.test(part)) continue;
			for (let start = 0; start < part.length - 1; start++) {
				for (let end = start + 2; end <= part.length && end <= start + CONTAINED_HAN_MAX; end++)
					note(toHiragana(part.slice(start, end)), part.slice(start, end));
			}
		}
		return found;
	}
}
