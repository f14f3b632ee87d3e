/** How alike two names are written, by the pairs of letters that they share: whatever the order of their words, and with slips anywhere. */

/** Pairs are counted by their hash; two that fall together only make a likeness a little greater. */
export const PAIRS = 1_024;

export interface Pairs {
	/** How many pairs of letters there are. */
	readonly count: number;
	/** How often each pair occurs, by its hash. */
	readonly counts: Uint8Array;
}

const placeOf = (first: number, second: number): number => (Math.imul(first, 31) ^ Math.imul(second, 0x9e3b)) & (PAIRS - 1);

/** Its beginning and end count as letters: `0`. */
export function pairsOf(key: string): Pairs {
	const counts = new Uint8Array(PAIRS);
	let last = 0;
	for (let i = 0; i <= key.length; i++) {
		const letter = i < key.length ? key.charCodeAt(i) : 0;
		counts[placeOf(last, letter)]!++;
		last = letter;
	}
	return { count: key.length + 1, counts };
}

const used = new Uint8Array(PAIRS);

/** How many pairs of letters of `key` are among those, each as often as there. */
export function sharedPairs({ counts }: Pairs, key: string): number {
	let shared = 0;
	let last = 0;
	for (let i = 0; i <= key.length; i++) {
		const letter = i < key.length ? key.charCodeAt(i) : 0;
		const place = placeOf(last, letter);
		last = letter;
		if (used[place]! >= counts[place]!) continue;
		used[place]!++;
		shared++;
	}
	last = 0;
	for (let i = 0; i <= key.length; i++) {
		const letter = i < key.length ? key.charCodeAt(i) : 0;
		used[placeOf(last, letter)] = 0;
		last = letter;
	}
	return shared;
}
