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
		const year = Math.floor(from / 10_000) * 10_000;
		return (year + found.from >= from && year + found.to <= to) || (found.from === from % 10_000 && found.to === to % 10_000);
	}
	return (found.from >= from && found.to <= to) || (from >= found.from && to <= found.to);
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
