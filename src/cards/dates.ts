/** EDTF dates in words. */
import { type PointInTime, parseEdtf } from '../dataset/edtf.ts';
import type { MessageKey, Speaker } from '../messages/index.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function intl(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${language}${JSON.stringify(options)}`;
	let format = formats.get(key);
	if (!format) {
		// English dates day first, as historians of this field write them.
		format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, calendar: 'gregory', timeZone: 'UTC' });
		formats.set(key, format);
	}
	return format;
}

const SEASONS: Record<number, MessageKey> = { 1: 'date.spring', 2: 'date.summer', 3: 'date.autumn', 4: 'date.winter' };

function formatPoint(point: PointInTime, speaker: Speaker): string {
	const { day = 1, month = 1, precision, year } = point;
	const date = new Date(Date.UTC(year, month - 1, day));
	const { language } = speaker;
	let text: string;
	if (precision === 'century') text = speaker.say('date.century', { century: Math.floor(year / 100) + 1 });
	else if (precision === 'decade') text = speaker.say('date.decade', { year: String(year) });
	else if (precision === 'season') text = speaker.say(SEASONS[point.season!]!, { year: String(year) });
	else if (precision === 'year') text = speaker.say('date.year', { year: String(year) });
	else if (precision === 'month') text = intl(language, { month: 'long', year: 'numeric' }).format(date);
	else text = intl(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
	if (point.approximate) text = speaker.say('date.about', { date: text });
	if (point.uncertain) text = speaker.say('date.uncertain', { date: text });
	return text;
}

/** The whole expression in words: “11 May 1939”, “about 1714”, “11 May 1939 – 16 September 1939”, “since 1945”. */
export function formatDate(edtf: string, speaker: Speaker): string {
	const date = parseEdtf(edtf);
	if (!date) return edtf;
	const { end, open, start } = date;
	if (!date.interval) return formatPoint(start!, speaker);
	if (!end) return speaker.say(open ? 'date.since' : 'date.from', { start: formatPoint(start!, speaker) });
	if (!start) return speaker.say('date.until', { end: formatPoint(end, speaker) });
	if (start.precision === 'year' && end.precision === 'year' && !start.approximate && !end.approximate)
		return speaker.say('date.range-short', { end: String(end.year), start: String(start.year) });
	return speaker.say('date.range', { end: formatPoint(end, speaker), start: formatPoint(start, speaker) });
}

/** The years of an expression are asked for with every mention of its source. */
const years = new Map<string, string | undefined>();
const YEARS_KEPT = 5_000;

/** Only the years: “1945–1956”, “1939”; `undefined` when the expression names none. */
export function formatYears(edtf: string, speaker: Speaker): string | undefined {
	const key = `${speaker.language}${edtf}`;
	if (years.has(key)) return years.get(key);
	if (years.size >= YEARS_KEPT) years.clear();
	const formatted = readYears(edtf, speaker);
	years.set(key, formatted);
	return formatted;
}

function readYears(edtf: string, speaker: Speaker): string | undefined {
	const date = parseEdtf(edtf);
	if (!date) return undefined;
	const year = (it: number) => speaker.say('date.year', { year: String(it) });
	const from = date.start?.year;
	const to = date.end?.year;
	if (from !== undefined && to !== undefined)
		return from === to ? year(from) : speaker.say('date.range-short', { end: String(to), start: String(from) });
	if (from !== undefined) return speaker.say('date.since', { start: year(from) });
	return to === undefined ? undefined : speaker.say('date.until', { end: year(to) });
}
