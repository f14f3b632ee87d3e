/** Which entries have a date or a number that somebody typed, and how well it fits. */
import type { FoundDate } from './dates.ts';
import type { SearchIndex } from './index.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Entries by how well the fact fits: 1 is the very date or number, and the entry is about it. */
export type Fits = ReadonlyMap<number, number>;

/** A day within the span that was asked for. */
const WITHIN = 0.92;
/** The other reading of “5/9/1905”. */
const OTHERWISE = 0.95;
/** “1708 dead”: what looks like a year may be a count. */
const YEAR_AS_COUNT = 1.6;
/** Numbers this near are the same number, rounded. */
const ROUNDING = 0.02;
const ROUNDED = 0.75;

export class FactFinder {
	readonly #index: SearchIndex;
	/** Of each date the latest day of it and of those before: none of them reaches further. */
	readonly #latest: Float64Array;
	readonly #ownDates = new Set<number>();
	readonly #vocabulary: Vocabulary;

	constructor(index: SearchIndex, vocabulary: Vocabulary) {
		this.#index = index;
		this.#vocabulary = vocabulary;
		const { entries, to, weights } = index.dates;
		this.#latest = new Float64Array(entries.length);
		let latest = Number.NEGATIVE_INFINITY;
		for (let i = 0; i < entries.length; i++) {
			if (weights[i] === 255) this.#ownDates.add(entries[i]!);
			if (to[i]! > latest) latest = to[i]!;
			this.#latest[i] = latest;
		}
	}

	/** Whether it is known when the entry was. */
	hasOwnDate(entry: number): boolean {
		return this.#ownDates.has(entry);
	}

	/** Entries with a date in the span. */
	dated({ from, otherwise, precision, to }: FoundDate, counting: boolean): Fits {
		const { dates } = this.#index;
		const found = new Map<number, number>();
		const raise = (entry: number, value: number) => {
			if ((found.get(entry) ?? 0) < value) found.set(entry, value);
		};
		for (let i = precision === 'monthday' ? 0 : lowerBound(this.#latest, from); i < dates.entries.length; i++) {
			const start = dates.from[i]!;
			const end = dates.to[i]!;
			const own = dates.weights[i]! / 255;
			if (precision === 'monthday') {
				if (start % 10_000 === from && start === end) raise(dates.entries[i]!, (start === from ? 1 : 0.9) * own);
				continue;
			}
			if (start > to) break;
			if (end >= from) raise(dates.entries[i]!, fitOf(from, to, start, end) * own);
		}
		if (otherwise !== undefined) {
			for (const [entry, quality] of this.dated({ from: otherwise, precision, text: '', to: otherwise }, false))
				raise(entry, OTHERWISE * quality);
		}
		// Only a year is written as a count would be.
		if (precision === 'year' && counting && Math.floor(from / 10_000) === Math.floor(to / 10_000))
			for (const [entry, quality] of this.numbered(Math.floor(from / 10_000))) if (quality === 1) raise(entry, YEAR_AS_COUNT);
		return found;
	}

	/** Entries that give that very number, or have its digits as a word: “unit 731”. */
	withDigits(digits: string, value: number): Fits {
		const found = new Map<number, number>();
		const { entries, starts, weights } = this.#index.postings;
		const term = this.#vocabulary.idOf(digits);
		if (term !== undefined) for (let i = starts[term]!; i < starts[term + 1]!; i++) found.set(entries[i]!, weights[i]! / 255);
		for (const [entry, quality] of this.numbered(value)) if (quality === 1) found.set(entry, 1);
		return found;
	}

	/** Entries with that number, or one that rounds to it. */
	numbered(value: number): Fits {
		const { entries, values, weights } = this.#index.numbers;
		const found = new Map<number, number>();
		const tolerance = value * ROUNDING;
		for (let i = lowerBound(values, value - tolerance); i < values.length && values[i]! <= value + tolerance; i++) {
			const quality = (values[i] === value ? 1 : ROUNDED) * (weights[i]! / 255);
			if ((found.get(entries[i]!) ?? 0) < quality) found.set(entries[i]!, quality);
		}
		return found;
	}
}

/** How well a span that is told fits one that was asked for and that it touches. */
function fitOf(from: number, to: number, start: number, end: number): number {
	if (start === from && end === to) return 1;
	if (start === end && start >= from) return WITHIN;
	const length = daysBetween(from, to);
	const told = daysBetween(start, end);
	const share = daysBetween(Math.max(from, start), Math.min(to, end)) / Math.max(length, told);
	// Asked for a day or a year, people mean what began or ended then; else what filled most of the time.
	const edge = start === from ? 0.85 : end === to ? 0.72 : start > from && start <= to ? 0.8 : told < 2 * 372 ? 0.6 : 0.35;
	return Math.max(edge, 0.5 + 0.45 * share);
}

/** Roughly: every month counts as 31 days. */
function daysBetween(from: number, to: number): number {
	return daysOf(to) - daysOf(from) + 1;
}

function daysOf(sortable: number): number {
	return Math.floor(sortable / 10_000) * 372 + (Math.floor(sortable / 100) % 100) * 31 + (sortable % 100);
}

function lowerBound(list: Float64Array, value: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (list[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
