/** Whether the date of a claim is one that a source gives. */
import { dayNumber, firstDay, lastDay, parseEdtf } from '../dataset/edtf.ts';
import type { Topic } from '../dataset/schema.ts';
import { datesIn, type FoundDate } from '../search/dates.ts';

/** First and last day as numbers that sort. */
export type Span = readonly [from: number, to: number];

/** The span of an EDTF date; `part` takes only the beginning or the end of an interval. */
export function spanOfDate(edtf: string, part: 'begin' | 'end' | 'whole' = 'whole'): Span | undefined {
	const date = parseEdtf(edtf);
	if (!date) return undefined;
	const start = date.start ?? date.end!;
	const end = date.end ?? date.start!;
	if (part === 'begin') return [dayNumber(firstDay(start)), dayNumber(lastDay(start))];
	if (part === 'end') return [dayNumber(firstDay(end)), dayNumber(lastDay(end))];
	return [dayNumber(firstDay(start)), dayNumber(lastDay(end))];
}

/** Whether one of the two lies within the other, so that the coarser one says the same with less. A day of no year is compared by month and day. */
export function isSameDate(found: Pick<FoundDate, 'from' | 'to'>, [from, to]: Span): boolean {
	if (found.from < 10_000) {
		// A span of a year has every day, and tells none.
		if (to - from > 1000) return false;
		const year = Math.floor(from / 10_000) * 10_000;
		const [first, last] = [year + found.from, year + found.to];
		return (first >= from && last <= to) || (from >= first && to <= last);
	}
	return (found.from >= from && found.to <= to) || (from >= found.from && to <= found.to);
}

const DAYS_FEW = 31;
const dayOf = (number: number) => Date.UTC(Math.floor(number / 10_000), (Math.floor(number / 100) % 100) - 1, number % 100) / 86_400_000;

/** Whether a span is of a month at most. */
export const isShort = ([from, to]: Span): boolean => dayOf(to) - dayOf(from) < DAYS_FEW;

/**
 * The spans that a date stands for: of an interval its two ends, and the whole where it is long, for much may be said of a day within. Of
 * a few days one is as wrong as one outside: bombs of the 6th and the 9th did not fall on the 7th.
 */
export function spansOfDate(edtf: string): Span[] {
	const whole = spanOfDate(edtf);
	if (!whole) return [];
	if (!edtf.includes('/')) return [whole];
	const ends = [spanOfDate(edtf, 'begin')!, spanOfDate(edtf, 'end')!];
	return isShort(whole) ? ends : [...ends, whole];
}

/** The dates that a text writes out, as spans. */
export function spansIn(text: string): Pick<FoundDate, 'from' | 'to'>[] {
	return datesIn(text).dates;
}

const spansByEntry = new WeakMap<Topic, readonly Span[]>();

/** The spans that an event, a treaty or a person states for itself. */
function statedBy(entry: Topic): readonly Span[] {
	let known = spansByEntry.get(entry);
	if (!known) {
		const stated =
			entry.kind === 'event'
				? [entry.when]
				: entry.kind === 'treaty'
					? [entry.signed, entry.inForce, entry.ended]
					: entry.kind === 'person'
						? [entry.born, entry.died]
						: [];
		known = stated
			.flatMap((one) => (one ? [one.date, one.oldStyle] : []))
			.map((date) => (date ? spanOfDate(date) : undefined))
			.filter((span) => span !== undefined);
		spansByEntry.set(entry, known);
	}
	return known;
}

/** How exactly a date of a claim is one that the entry states for itself: 1 to the day or month, less for a year, 0 for none. */
export function datedAlike(entry: Topic, dates: readonly FoundDate[]): number {
	let most = 0;
	for (const date of dates) {
		if (!statedBy(entry).some((span) => isSameDate(date, span))) continue;
		most = Math.max(most, date.precision === 'year' || date.precision === 'season' ? 0.5 : 1);
	}
	return most;
}
