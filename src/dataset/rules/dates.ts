import { dayNumber, firstDay, lastDay, parseEdtf } from '../edtf.ts';
import type { Rule } from './rule.ts';

/** Before this year no source speaks of the two countries: an earlier date is a slip of the keyboard. */
export const YEAR_MIN = 500;
/** Treaties and plans look ahead, but not further than this beyond the newest source of the dataset. */
export const YEARS_AHEAD_MAX = 30;

/** Every date lies in the time the dataset is about, and a date of the old style is behind its twin by the right number of days. */
export const dates: Rule = {
	description: 'Dates lie between the year 500 and a generation from now; old style is 10 to 13 days behind new style, by century.',
	name: 'dates',
	check(view, report) {
		const latest = new Date().getUTCFullYear() + YEARS_AHEAD_MAX;
		for (const entry of view.scope) {
			const visit = (value: unknown, keys: readonly PropertyKey[]) => {
				if (Array.isArray(value)) {
					for (const [index, item] of value.entries()) if (item !== null && typeof item === 'object') visit(item, [...keys, index]);
					return;
				}
				const record = value as Record<string, unknown>;
				for (const [key, text] of Object.entries(record)) {
					if (typeof text === 'object' && text !== null) visit(text, [...keys, key]);
					else if (DATE_KEYS.has(key) && typeof text === 'string') {
						const year = yearOutside(text, latest);
						if (year !== undefined)
							report({
								expected: `a year from ${YEAR_MIN} to ${latest}`,
								found: `${text}, the year ${year}`,
								in: entry,
								keys: [...keys, key],
								remedy: 'Check the year against the source: it has a wrong digit or two digits changed places.',
							});
					}
				}
				const { date, oldStyle } = record;
				if (typeof date !== 'string' || typeof oldStyle !== 'string') return;
				const fault = oldStyleFault(date, oldStyle);
				if (fault)
					report({
						expected: fault,
						found: `${oldStyle} old style beside ${date} new style`,
						in: entry,
						keys: [...keys, 'oldStyle'],
						remedy: 'Write the Gregorian day under date and the Julian day under oldStyle, and count again.',
					});
			};
			visit(entry, []);
		}
	},
};

const DATE_KEYS: ReadonlySet<string> = new Set(['date', 'oldStyle', 'when', 'issued']);

function yearOutside(text: string, latest: number): number | undefined {
	// The placeholder of a new file; the rule “finished” asks for the date.
	if (text === '0001') return undefined;
	const parsed = parseEdtf(text);
	return [parsed?.start, parsed?.end].find((point) => point && (point.year < YEAR_MIN || point.year > latest))?.year;
}

/** Days between the calendars for a Gregorian day: 10 from 1582, then one more in 1700, 1800, 1900 and 2100, each from 29 February (Julian). */
export function daysBetweenCalendars({ day, month, year }: { day: number; month: number; year: number }): number {
	const century = month > 2 || (month === 2 && day > 28) ? year : year - 1;
	return Math.floor(century / 100) - Math.floor(century / 400) - 2;
}

function oldStyleFault(date: string, oldStyle: string): string | undefined {
	const [ours, theirs] = [parseEdtf(date), parseEdtf(oldStyle)];
	if (!ours || !theirs || ours.interval !== theirs.interval) return 'both dates in the same form, a day or an interval';
	for (const side of ['start', 'end'] as const) {
		const [gregorian, julian] = [ours[side], theirs[side]];
		if (!gregorian || !julian) continue;
		if (gregorian.precision !== 'day' || julian.precision !== 'day') {
			if (dayNumber(firstDay(julian)) > dayNumber(lastDay(gregorian))) return 'the old style before the new style';
			continue;
		}
		const days =
			(Date.UTC(gregorian.year, gregorian.month! - 1, gregorian.day) - Date.UTC(julian.year, julian.month! - 1, julian.day)) / 86_400_000;
		const due = daysBetweenCalendars({ day: gregorian.day!, month: gregorian.month!, year: gregorian.year });
		// The Julian 29 February of a century year has no Gregorian twin; a day more is then right.
		if (days !== due && !(days === due - 1 && gregorian.month! <= 3 && gregorian.year % 100 === 0))
			return `the old style ${due} days behind the new style`;
	}
	return undefined;
}
