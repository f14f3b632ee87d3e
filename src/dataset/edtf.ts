/**
 * Dates as the dataset writes them: a subset of EDTF (ISO 8601-2:2019, levels 0 and 1).
 *
 * Accepted: `1939`, `1939-05`, `1939-05-11`, a season `1939-21` (21 spring … 24 winter), a decade `193X`, a
 * century `18XX`, each optionally followed by `?` (uncertain), `~` (approximate) or `%` (both); and intervals of
 * two of these, `1939-05-11/1939-09-16`, where an end may be `..` (open) or empty (unknown).
 */

export interface CalendarDay {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

export type Precision = 'century' | 'day' | 'decade' | 'month' | 'season' | 'year';

export interface PointInTime {
	readonly approximate: boolean;
	readonly day?: number;
	readonly month?: number;
	readonly precision: Precision;
	/** 1 spring, 2 summer, 3 autumn, 4 winter. */
	readonly season?: number;
	readonly uncertain: boolean;
	/** The year; for a decade or century its first year. */
	readonly year: number;
}

export interface EdtfDate {
	/** Last point; the same object as `start` when the expression is not an interval, `null` when open or unknown. */
	readonly end: PointInTime | null;
	readonly interval: boolean;
	/** An end written `..`: still going on. */
	readonly open: boolean;
	readonly start: PointInTime | null;
}

const POINT = /^(?<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?<month>\d{2})(?:-(?<day>\d{2}))?)?(?<mark>[?~%])?$/;

const SEASON_MONTHS: Record<number, readonly [number, number]> = { 1: [3, 5], 2: [6, 8], 3: [9, 11], 4: [12, 12] };

/** Days in a month of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
	return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function parsePoint(text: string): PointInTime | null {
	const groups = POINT.exec(text)?.groups;
	if (!groups) return null;
	const marks = {
		approximate: groups.mark === '~' || groups.mark === '%',
		uncertain: groups.mark === '?' || groups.mark === '%',
	};
	const year = Number(groups.year!.replaceAll('X', '0'));
	if (groups.year!.includes('X')) {
		if (groups.month) return null;
		return { ...marks, precision: groups.year!.endsWith('XX') ? 'century' : 'decade', year };
	}
	if (year < 1) return null;
	if (!groups.month) return { ...marks, precision: 'year', year };
	const month = Number(groups.month);
	if (month >= 21 && month <= 24) {
		if (groups.day) return null;
		return { ...marks, precision: 'season', season: month - 20, year };
	}
	if (month < 1 || month > 12) return null;
	if (!groups.day) return { ...marks, month, precision: 'month', year };
	const day = Number(groups.day);
	if (day < 1 || day > daysInMonth(year, month)) return null;
	return { ...marks, day, month, precision: 'day', year };
}

/** Reads one expression; `null` when it is not a date of the accepted subset or names a day that does not exist. */
export function parseEdtf(text: string): EdtfDate | null {
	const parts = text.split('/');
	if (parts.length === 1) {
		const point = parsePoint(text);
		return point && { end: point, interval: false, open: false, start: point };
	}
	if (parts.length !== 2) return null;
	const [from, to] = parts as [string, string];
	const start = from === '' || from === '..' ? null : parsePoint(from);
	const end = to === '' || to === '..' ? null : parsePoint(to);
	if ((!start && from !== '' && from !== '..') || (!end && to !== '' && to !== '..')) return null;
	if (!start && !end) return null;
	const date: EdtfDate = { end, interval: true, open: to === '..', start };
	if (start && end && dayNumber(firstDay(start)) > dayNumber(lastDay(end))) return null;
	return date;
}

/** The first calendar day that the point may mean. */
export function firstDay(point: PointInTime): CalendarDay {
	const month = point.month ?? (point.season ? SEASON_MONTHS[point.season]![0] : 1);
	return { day: point.day ?? 1, month, year: point.year };
}

/** The last calendar day that the point may mean. */
export function lastDay(point: PointInTime): CalendarDay {
	if (point.precision === 'century') return { day: 31, month: 12, year: point.year + 99 };
	if (point.precision === 'decade') return { day: 31, month: 12, year: point.year + 9 };
	const month = point.month ?? (point.season ? SEASON_MONTHS[point.season]![1] : 12);
	return { day: point.day ?? daysInMonth(point.year, month), month, year: point.year };
}

/** A number that sorts as the day does: 19390511. */
export function dayNumber({ day, month, year }: CalendarDay): number {
	return year * 10_000 + month * 100 + day;
}

/** First and last day of an expression as sortable numbers; an open or unknown end reaches to the extreme. */
export function spanOf(text: string): readonly [number, number] | null {
	const date = parseEdtf(text);
	if (!date) return null;
	return [
		date.start ? dayNumber(firstDay(date.start)) : Number.MIN_SAFE_INTEGER,
		date.end ? dayNumber(lastDay(date.end)) : Number.MAX_SAFE_INTEGER,
	];
}
