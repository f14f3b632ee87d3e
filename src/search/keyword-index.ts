/** Keywords of entries as whole queries: what belongs to few entries leads to them, although it is the name of none. */
import type { Entry } from '../dataset/schema.ts';
import { fold, nameKey } from './fold.ts';
import { lowerBoundOf } from './sorted.ts';

export interface KeywordData {
	/** For each key one entry that has it; those of one key stand together. */
	readonly entries: Uint32Array;
	/** Sorted; a key stands as often as there are entries that have it. */
	readonly keys: readonly string[];
}

/** A keyword of more entries than this says which matter is meant, but no entry. */
const HOLDERS_MAX = 3;
const KEY_MIN = 2;
/** A bare number or date is looked up as such. */
const NAMELESS = /^[\d\p{P}\p{S}]*$/u;

export function buildKeywords(entries: readonly Entry[]): KeywordData {
	const holders = new Map<string, Set<number>>();
	entries.forEach((entry, position) => {
		const authors =
			entry.kind === 'source'
				? (entry.csl.author ?? []).flatMap((author) => ('family' in author ? [author.family] : [author.literal]))
				: [];
		for (const keyword of [...(entry.keywords ?? []), ...authors]) {
			const key = nameKey(fold(keyword));
			if (key.length < KEY_MIN || NAMELESS.test(key)) continue;
			const known = holders.get(key);
			if (known) known.add(position);
			else holders.set(key, new Set([position]));
		}
	});
	const pairs = [...holders]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.flatMap(([key, positions]) => [...positions].map((position) => ({ key, position })));
	return { entries: Uint32Array.from(pairs, ({ position }) => position), keys: pairs.map(({ key }) => key) };
}

export class KeywordIndex {
	readonly #data: KeywordData;

	constructor(data: KeywordData) {
		this.#data = data;
	}

	/** The entries that have the keyword, in their order. */
	having(key: string): number[] {
		const { entries, keys } = this.#data;
		const found: number[] = [];
		for (let at = lowerBoundOf(keys.length, (index) => keys[index]!, key); keys[at] === key; at++) found.push(entries[at]!);
		return found;
	}

	/** The same where they are few enough for the keyword alone to tell which entry is meant; else none. */
	meantBy(key: string): number[] {
		const found = this.having(key);
		return found.length > HOLDERS_MAX ? [] : found;
	}
}
