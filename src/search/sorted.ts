/** Where a text stands in a sorted list, which needs no table beside the list, neither in memory nor at the start. */

/** The first position whose text is not before `value`; `at` gives the text of a position. */
export function lowerBoundOf(length: number, at: (position: number) => string, value: string): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (at(middle) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The position of `value`, or `undefined` when it is not in the list. */
export function positionOf(sorted: readonly string[], value: string): number | undefined {
	const position = lowerBoundOf(sorted.length, (it) => sorted[it]!, value);
	return sorted[position] === value ? position : undefined;
}

/** After everything that a key goes on with: keys have none of it. */
const LAST = '\uFFFF';

/** So many characters of ASCII make up a number, 7 bits each, or so many of any script. */
const ASCII_HEAD = 7;
const OTHER_HEAD = 3;
const BEYOND_ASCII = 127;
/** What the letters of a head are multiplied by, the first one most. */
const HEAD_PLACES = Array.from({ length: ASCII_HEAD }, (_, place) => 128 ** (ASCII_HEAD - 1 - place));
/** Comes after all heads of ASCII. */
const OTHER_FIRST = 2 ** 50;

/** A number for the beginning of a text: of two texts in order, the first has no greater one. */
export function headOf(text: string): number {
	let head = 0;
	if (text.charCodeAt(0) >= BEYOND_ASCII) {
		for (let i = 0; i < OTHER_HEAD; i++) head = head * 65_536 + (i < text.length ? text.charCodeAt(i) : 0);
		return OTHER_FIRST + head;
	}
	let isOver = false;
	for (let i = 0; i < ASCII_HEAD; i++) {
		const code = isOver || i >= text.length ? 0 : text.charCodeAt(i);
		// What follows a character that is cut down to this says nothing any more.
		if (code >= BEYOND_ASCII) isOver = true;
		head = head * 128 + Math.min(code, BEYOND_ASCII);
	}
	return head;
}

/**
 * A sorted list in which texts are found by what they begin with, as numbers side by side. The texts themselves lie
 * anywhere in memory: to read a dozen of them for each look costs more than all else.
 */
export class SortedTexts {
	readonly #at: (position: number) => string;
	/** Made for the first look: a start need not wait for it. */
	#heads: Float64Array | undefined;
	readonly #length: number;

	/** `at` gives the text of a position. */
	constructor(length: number, at: (position: number) => string) {
		this.#at = at;
		this.#length = length;
	}

	/** The first position whose text is not before `value`; `least`: one that is known not to be behind it. */
	firstFrom(value: string, least = 0): number {
		const heads = (this.#heads ??= this.#makeHeads());
		const head = headOf(value);
		let low = least;
		let high = this.#length;
		// Where it is known where to begin, it is near as a rule.
		if (least > 0) {
			let step = 8;
			while (low + step < high && heads[low + step]! < head) step *= 8;
			high = Math.min(high, low + step);
		}
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (heads[middle]! < head) low = middle + 1;
			else high = middle;
		}
		// Of those that begin alike there are few as a rule: the step is doubled until it is too far.
		let step = 1;
		while (low + step <= this.#length && heads[low + step - 1] === head && this.#at(low + step - 1) < value) {
			low += step;
			step *= 2;
		}
		high = Math.min(low + step - 1, this.#length);
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (heads[middle]! <= head && this.#at(middle) < value) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/**
	 * The letter that stands at `place` in the text of a position; `undefined` where only the text itself would tell: the first few letters
	 * of ASCII are known without it.
	 */
	letterAt(position: number, place: number): number | undefined {
		const head = (this.#heads ??= this.#makeHeads())[position]!;
		if (place >= ASCII_HEAD || head >= OTHER_FIRST) return undefined;
		const letter = Math.floor(head / HEAD_PLACES[place]!) % 128;
		return letter === BEYOND_ASCII || letter === 0 ? undefined : letter;
	}

	/** From which position on, and up to which, the texts begin with `value`. */
	rangeOf(value: string): { readonly from: number; readonly to: number } {
		const from = this.firstFrom(value);
		return { from, to: this.firstFrom(value + LAST, from) };
	}

	#makeHeads(): Float64Array {
		const heads = new Float64Array(this.#length);
		for (let position = 0; position < heads.length; position++) heads[position] = headOf(this.#at(position));
		return heads;
	}

	/** The position of `value`, or `undefined` when it is not in the list. */
	positionOf(value: string): number | undefined {
		const position = this.firstFrom(value);
		return position < this.#length && this.#at(position) === value ? position : undefined;
	}
}
