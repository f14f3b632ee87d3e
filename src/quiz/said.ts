/** What is said of an entry anywhere: every date and number, so that a wrong choice is wrong by every source. */
import { dayNumber, firstDay, lastDay, parseEdtf } from '../dataset/edtf.ts';
import { datesIn } from '../search/dates.ts';
import { numbersIn } from '../search/numbers.ts';

/** First and last day as sortable numbers. */
export type Span = readonly [from: number, to: number];

export interface Said {
	readonly dates: readonly Span[];
	/** Days without a year, as 511 for 11 May. */
	readonly days: ReadonlySet<number>;
	/** Lowest and highest of each quantity. */
	readonly numbers: readonly (readonly [low: number, high: number])[];
}

/** The span of an expression; of one with an open end, the end that is known. */
export function closedSpan(edtf: string): Span | undefined {
	const date = parseEdtf(edtf);
	if (!date) return undefined;
	const start = date.start ?? date.end!;
	const end = date.end ?? date.start!;
	return [dayNumber(firstDay(start)), dayNumber(lastDay(end))];
}

export const overlap = (a: Span, b: Span): boolean => a[0] <= b[1] && b[0] <= a[1];
export const within = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];
export const isSameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];

const NOT_SAID = new Set(['csl', 'id', 'kind', 'person', 'related', 'source', 'topics', 'URL', 'url', 'at']);
const YEARS = /(?<!\d)(?<from>1[5-9]\d\d|20\d\d)\s?[–-]\s?(?<to>(?:1[5-9]|20)?\d\d)(?!\d)/gu;

/** Collects from every text and value of an entry, or of a part of one. */
export function saidIn(value: unknown): Said {
	const dates: Span[] = [];
	const days = new Set<number>();
	const numbers: [number, number][] = [];
	const visit = (it: unknown): void => {
		if (typeof it === 'string') {
			const edtf = closedSpan(it);
			if (edtf) dates.push(edtf);
			else if (/\d|元年/u.test(it)) readText(it, dates, days, numbers);
		} else if (Array.isArray(it)) it.forEach(visit);
		else if (it !== null && typeof it === 'object') {
			const { range } = it as { range?: [number, number] };
			if (range) numbers.push(range);
			for (const [key, inner] of Object.entries(it)) {
				if (NOT_SAID.has(key)) continue;
				if (typeof inner === 'number') numbers.push([inner, inner]);
				else visit(inner);
			}
		}
	};
	visit(value);
	return { dates, days, numbers };
}

function readText(text: string, dates: Span[], days: Set<number>, numbers: [number, number][]): void {
	for (const { groups } of text.matchAll(YEARS)) {
		const to = groups!.to!.length === 2 ? groups!.from!.slice(0, 2) + groups!.to! : groups!.to!;
		if (Number(to) > Number(groups!.from)) dates.push([Number(groups!.from) * 10_000 + 101, Number(to) * 10_000 + 1231]);
	}
	for (const { from, precision, to } of datesIn(text).dates) {
		if (precision === 'monthday') days.add(from);
		else dates.push([from, to]);
	}
	for (const { value } of numbersIn(text)) numbers.push([value, value]);
	// Digits whatever they count, those of dates included: excluding one too many does no harm.
	for (const [digits] of text.matchAll(/\d{1,3}(?:[, \u00A0\u202F]\d{3})+|\d+(?:\.\d+)?/gu)) {
		const value = Number(digits.replace(/[, \u00A0\u202F]/gu, ''));
		numbers.push([value, value]);
	}
}

export function joinSaid(all: readonly Said[]): Said {
	return {
		dates: all.flatMap(({ dates }) => dates),
		days: new Set(all.flatMap(({ days }) => [...days])),
		numbers: all.flatMap(({ numbers }) => numbers),
	};
}

/** Whether no source gives a date that could be this one. */
export function isUnsaidDate(edtf: string, { dates, days }: Said): boolean {
	const span = closedSpan(edtf);
	if (!span) return false;
	if (dates.some((said) => overlap(said, span))) return false;
	return span[0] % 10_000 === 101 || (!days.has(span[0] % 10_000) && !days.has(span[1] % 10_000));
}

/** Numbers nearer than this are one number to a reader: “about 60,000” and 62,068. */
const NEAR = 0.08;
/** Below this a count is a count. */
const SMALL = 20;

export function isNear(a: readonly [number, number], b: readonly [number, number]): boolean {
	const slack = Math.max(a[1], b[1]) < SMALL ? 0 : NEAR;
	return a[0] * (1 - slack) <= b[1] && b[0] * (1 - slack) <= a[1];
}

export const isUnsaidNumber = (bounds: readonly [number, number], { numbers }: Said): boolean =>
	!numbers.some((said) => isNear(said, bounds));
