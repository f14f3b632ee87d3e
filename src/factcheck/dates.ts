/** Whether the date of a claim is one that a source gives. */
import { dayNumber, firstDay, lastDay, parseEdtf } from '../dataset/edtf.ts';
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
		const year = Math.floor(from / 10_000) * 10_000;
		return (year + found.from >= from && year + found.to <= to) || (found.from === from % 10_000 && found.to === to % 10_000);
	}
	return (found.from >= from && found.to <= to) || (from >= found.from && to <= found.to);
}

/** The dates that a text writes out, as spans. */
export function spansIn(text: string): Pick<FoundDate, 'from' | 'to'>[] {
	return datesIn(text).dates;
}
