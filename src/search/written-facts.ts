/**
 * Dates and numbers of entries as people type them: “13 ap” begins “13 April 1941”, “283,0” begins 283,000. What is whole is read by
 * `dates` and `numbers`; this is for what nobody can read yet.
 */
import { daysInMonth } from '../dataset/edtf.ts';
import { monthOf } from './months.ts';
import { anyOf, SUFFIXES } from './numerals.ts';
import { SortedTexts } from './sorted.ts';

/** Lists side by side, in the order of the texts, which are as `factKey` makes them; the entry of each, and how much it says of it (0 to 255). */
export interface FactData {
	readonly entries: Uint32Array;
	readonly texts: readonly string[];
	readonly weights: Uint8Array;
}

const ENGLISH = 'january february march april may june july august september october november december'.split(' ');
/** Of a day, and of a month without one. */
const RUSSIAN = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const RUSSIAN_ALONE = 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const two = (number: number) => String(number).padStart(2, '0');

interface Day {
	readonly day: number;
	readonly month: number;
	/** 0 where the day is that of every year. */
	readonly year: number;
}

const dayOf = (sortable: number): Day => ({
	day: sortable % 100,
	month: Math.floor(sortable / 100) % 100,
	year: Math.floor(sortable / 10_000),
});

function writtenMonth({ month, year }: Day): string[] {
	return [`${year} ${two(month)}`, `${year}年${month}月`, `${ENGLISH[month - 1]} ${year}`, `${RUSSIAN_ALONE[month - 1]} ${year}`];
}

function writtenDay(one: Day): string[] {
	const { day, month, year } = one;
	const ofYear = (text: string) => (year === 0 ? text : `${text} ${year}`);
	return [
		ofYear(`${day} ${ENGLISH[month - 1]}`),
		ofYear(`${ENGLISH[month - 1]} ${day}`),
		ofYear(`${day} ${RUSSIAN[month - 1]}`),
		year === 0 ? `${month}月${day}日` : `${year}年${month}月${day}日`,
		...(year === 0 ? [] : [`${year} ${two(month)} ${two(day)}`, ...writtenMonth(one)]),
	];
}

/** How people type a span of days: by its first and its last, each as exactly as it is known. A month or a year is whole where the span has all of it. */
export function writtenSpan(from: number, to: number): string[] {
	const first = dayOf(from);
	const last = dayOf(to);
	if (from === to) return writtenDay(first);
	const isOpening = first.day === 1;
	const isClosing = last.day === daysInMonth(last.year || 2000, last.month);
	const isYears = isOpening && isClosing && first.month === 1 && last.month === 12;
	const written = (day: Day, isEdge: boolean) => (isYears ? [`${day.year}`] : isEdge ? writtenMonth(day) : writtenDay(day));
	return [...new Set([...written(first, isOpening), ...written(last, isClosing)])];
}

const SCALES: readonly (readonly [number, readonly string[]])[] = [
	[1_000, ['k', ' thousand', ' тысяч']],
	[10_000, ['万']],
	[1_000_000, ['m', ' million', ' миллионов', ' млн']],
];

/** How people type a number. */
export const writtenNumber = (value: number): string[] => [
	`${value}`,
	...SCALES.flatMap(([scale, words]) => (value >= scale && value % scale === 0 ? words.map((word) => `${value / scale}${word}`) : [])),
];

/** A number with what multiplies it, before what is counted. A letter behind a blank begins another word. */
const SCALED = new RegExp(
	`^[^\\p{L}\\d]*(\\d+(?:[.,]\\d+)?)(?: (?!\\p{Script=Latin} ))?(${anyOf(SUFFIXES)})(?:\\.? (?=\\S)|(?<=[\\p{Script=Han}만])(?=\\p{L}))`,
	'u',
);
/** “13.04.19”, “05/09”: the day first, as a rule. */
const IN_NUMBERS = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{0,4}))?$/;
/** A word that is whole, beside a number. */
const WORD_BESIDE_NUMBER = /(?<=\d ?|^)\p{L}+(?=\.? ?\d|\. | $)/gu;

function inWords(text: string, first: string, mark: string, second: string, year: string | undefined): string {
	// “97.05” is a share.
	if (year === undefined && mark !== '/' && !first.startsWith('0')) return text;
	const [day, month] = Number(second) > 12 ? [Number(second), Number(first)] : [Number(first), Number(second)];
	if (day < 1 || day > 31 || month < 1 || month > 12) return text;
	return [day, ENGLISH[month - 1], ...(year ? [year] : [])].join(' ');
}

/**
 * A text as it is compared with these: thousands joined, numbers and days in full, months in English once they are whole, the marks of a
 * decimal and of a date made alike, blanks between words.
 */
export function factKey(text: string): string {
	return (
		text
			.normalize('NFKC')
			.toLowerCase()
			.replace(IN_NUMBERS, inWords)
			.replace(/(?<=\d)(?:st|nd|rd|th)(?!\p{L})(?: of(?= ))?/u, '')
			.replace(WORD_BESIDE_NUMBER, (word) => ENGLISH[(monthOf(word) ?? 0) - 1] ?? word)
			// Behind a month stands a day, and what follows it is a year: “april 13 194”.
			.replace(
				/^([^\p{L}\p{N}]*\d{1,3})((?:[,. \u00A0\u202F]\d{3})+)(?!\d)/u,
				(_, first: string, groups: string) => first + groups.replace(/\D/g, ''),
			)
			.replace(SCALED, (_, digits: string, scale: string) => `${Math.round(Number(digits.replace(',', '.')) * SUFFIXES[scale]!)} `)
			.replace(/(?<=^\D*\d{1,6}),(?=\d{0,2}$)/, '')
			.replace(/^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{0,2}))?$/, (_, year: string, month: string, day?: string) =>
				[year, day === undefined ? month : month.padStart(2, '0'), ...(day ? [day] : [])].join(' '),
			)
			.replace(/(?<=\d)[.,](?=\d)/g, '.')
			.replace(/(?:[^\p{L}\p{N}.]|\.(?!\d)|(?<!\d)\.)+/gu, ' ')
			.trim()
	);
}

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
