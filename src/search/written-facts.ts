/**
 * Dates and numbers of entries as people type them: “13 apr” begins “13 April 1941”, “283,0” begins 283,000. While somebody is still typing
 * no date is whole, and it is cheaper to see what goes on from the text than to read it.
 */
import { SortedTexts } from './sorted.ts';

/** Lists side by side, in the order of the texts: keys as `nameKey` makes them, the entry of each, and how much it says of it (0 to 255). */
export interface FactData {
	readonly entries: Uint32Array;
	readonly texts: readonly string[];
	readonly weights: Uint8Array;
}

const ENGLISH = 'january february march april may june july august september october november december'.split(' ');
const RUSSIAN = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
/** Of a month without a day. */
const RUSSIAN_ALONE = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const two = (number: number) => String(number).padStart(2, '0');

/** A day, as a sortable number. */
function ofDay(day: number): string[] {
	const y = Math.floor(day / 10_000);
	const m = Math.floor(day / 100) % 100;
	const d = day % 100;
	return [
		`${y}${two(m)}${two(d)}`,
		`${y}年${m}月${d}日`,
		`${d}${ENGLISH[m - 1]}${y}`,
		`${ENGLISH[m - 1]}${d}${y}`,
		`${ENGLISH[m - 1]}${y}`,
		`${d}${RUSSIAN[m - 1]}${y}`,
		`${RUSSIAN_ALONE[m - 1]}${y}`,
	];
}

/** How people type a span of days. */
export function writtenSpan(from: number, to: number): string[] {
	const isWhole = from % 10_000 === 101 && to % 10_000 === 1231;
	if (isWhole) return [...new Set([`${Math.floor(from / 10_000)}`, `${Math.floor(to / 10_000)}`])];
	return [...new Set([...ofDay(from), ...(to === from ? [] : ofDay(to))])];
}

const SCALES: readonly (readonly [number, readonly string[]])[] = [
	[1_000, ['k', 'thousand', 'тыс']],
	[10_000, ['万']],
	[1_000_000, ['m', 'million', 'млн']],
];

/** How people type a number. */
export const writtenNumber = (value: number): string[] =>
	Number.isInteger(value)
		? [
				`${value}`,
				...SCALES.flatMap(([scale, words]) =>
					value >= scale && value % scale === 0 ? words.map((word) => `${value / scale}${word}`) : [],
				),
			]
		: [];

export function buildFacts(facts: readonly { readonly entry: number; readonly text: string; readonly weight: number }[]): FactData {
	const best = new Map<string, (typeof facts)[number]>();
	for (const fact of facts) {
		const key = `${fact.text}\n${fact.entry}`;
		if ((best.get(key)?.weight ?? 0) < fact.weight) best.set(key, fact);
	}
	const sorted = [...best.values()].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.entry - b.entry));
	return {
		entries: Uint32Array.from(sorted, ({ entry }) => entry),
		texts: sorted.map(({ text }) => text),
		weights: Uint8Array.from(sorted, ({ weight }) => weight),
	};
}

export class WrittenFacts {
	readonly data: FactData;
	readonly #sorted: SortedTexts;

	constructor(data: FactData) {
		this.data = data;
		this.#sorted = new SortedTexts(data.entries.length, (at) => data.texts[at]!);
	}

	/** From which place on, and up to which, they begin with `key`. */
	rangeOf(key: string): { readonly from: number; readonly to: number } {
		return this.#sorted.rangeOf(key);
	}
}
