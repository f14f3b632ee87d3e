/** Dates that only bound what is told: “before 1942”, “no later than 1956”, 1950年以降, “between 1955 and 1957”. */
import type { FoundDate } from '../search/dates.ts';

/** The first and the last day of all: no bound on that side. */
const EVER = { from: 10_101, to: 99_991_231 };

/** Letters before and behind a date in which its bound stands. */
const WITHIN = 36;
const PART =
	'(?: (?:the )?(?:very )?(?:end|close|beginning|start|middle) of(?: the)?| (?:конца|начала|середины|концу|началу|середине))?(?: (?:the )?(?:year|date|month|spring|summer|autumn|winter) (?:of )?)?';
const start = (words: string) => new RegExp(String.raw`(?<![\p{L}\d])(?:${words})${PART} ?$`, 'u');
const NOT_LATER = start('by|(?<!(?:относ|восход|привяз|близ|готов)\\p{L}* )к');
const NOT_EARLIER = start('at the earliest in|начиная с');
const BEFORE = start('before|prior to|earlier than|ahead of|раньше|ранее|прежде');
const AFTER = start('after|later than|после|позже|позднее|past');
/** “Signed до 1942 года” is before it; “in force до 1946 года”, until it. */
const UNTIL_RUSSIAN = start('до');
const AT_ONCE =
	/(?<!\p{L})(?:подписа[а-яё]+|заключил[а-яё]*|заключ[её]н[аоы]?|объяви[а-яё]+|объявлен[а-яё]*|начал(?:[аои]|ась|ись|ось|ся)?|верну[а-яё]+|освобо[а-яё]+|родил[а-яё]*|умер[а-яё]*|скончал[а-яё]*|погиб[а-яё]*|произош[а-яё]+|состоял[а-яё]*|случил[а-яё]*|напал[а-яё]*|вступил[а-яё]*|основан[аоы]?|убит[а-яё]*|расстрел[а-яё]+|принят[аоы]?|захва[а-яё]+)(?!\p{L})/iu;
const BEFORE_BEHIND = /^ ?(?:年|月|日)?(?:よりも?前|以前|前に|までに)/u;
const UP_TO_BEHIND = /^ ?(?:年|月|日)?(?:までに|以前)/u;
const AFTER_BEHIND = /^ ?(?:年|月|日)?(?:より(?:も)?後|以後|以降|の後(?![半期方]))/u;
const FROM_BEHIND = /^ ?(?:年|月|日)?(?:以降|以後)/u;

/** Bounds that are put as denials, in words that deny nothing. */
const DENYING: readonly (readonly [RegExp, string])[] = [
	[/(?<!\p{L})(?:no|not) later than(?!\p{L})/giu, 'by'],
	[/(?<!\p{L})(?:no|not) (?:earlier|sooner) than(?!\p{L})/giu, 'at the earliest in'],
	[/(?<!\p{L})не (?:позднее|позже)(?: чем)?(?= (?:в |к )?(?:\d|\p{L}{3,9} \d))/giu, 'к'],
	[/(?<!\p{L})не (?:ранее|раньше)(?: чем)?(?= (?:в |к )?(?:\d|\p{L}{3,9} \d))/giu, 'начиная с'],
	// “It wasn’t signed until 1956” was signed in 1956; “it did not last until 1946” denies.
	[
		/(?<!\p{L})(?<is>did|was|were|had)(?:n['’]?t| not) (?!(?:\p{L}+ )?(?:last|stay|remain|hold|endure|surviv|live|keep|continu|stand|run|exist|work|rule|serve)\p{L}*)(?<done>[^,.;]{1,50}?) (?:until|till) (?=(?:the )?(?:\p{L}+ ){0,2}\d)/giu,
		'$<is> $<done> in ',
	],
];

/** A text in which no bound of a date looks like a denial: “no later than 1956” is “by 1956”. */
export const withPlainDateBounds = (text: string): string => DENYING.reduce((out, [pattern, words]) => out.replace(pattern, words), text);

/** Words of bounds, and days of the week: read with a date, or saying nothing beside it. */
const BESIDE =
	/^(?:before|after|prior|later|earlier|earliest|between|end|close|(?:mon|tues|wednes|thurs|fri|satur|sun)day|начиная|позднее|позже|ранее|раньше|после|между|кон(?:цу|ца)|начал[ау]|以[降前後]|より前|前)$/u;

/** Whether a word does no more than bound a date that stands beside it. */
export const isBesideDate = (word: string): boolean => BESIDE.test(word);

const isOfYear = ({ from }: FoundDate) => from >= 10_000;
const dayBefore = (day: number) => day - 1;

/**
 * The dates of a clause as they are meant: with their bounds, and two between which it lies as one. `text` is the clause that they were
 * found in. A day before the first of a month is no day of the calendar, and comes where it should all the same.
 */
export function boundedDates(dates: readonly FoundDate[], text: string): FoundDate[] {
	const lower = text.normalize('NFKC').toLowerCase();
	const [first, second] = dates.filter(isOfYear).toSorted((a, b) => a.from - b.from);
	if (first && second && dates.length === 2 && isBetween(lower, first, second))
		return [{ ...first, precision: 'year', text: `${first.text}–${second.text}`, to: second.to }];
	return dates.map((date) => (isOfYear(date) ? bounded(date, lower) : date));
}

function isBetween(text: string, first: FoundDate, second: FoundDate): boolean {
	const [from, to] = [text.indexOf(first.text.trim()), text.indexOf(second.text.trim())];
	if (from < 0 || to < from) return false;
	const joint = text.slice(from + first.text.trim().length, to);
	return (
		(/(?<![\p{L}])(?:between|между) (?:the )?$/u.test(text.slice(0, from)) && /^ ?(?:and|и) ?$/u.test(joint)) ||
		(/^年?と$/u.test(joint) && /^年?の間/u.test(text.slice(to + second.text.trim().length)))
	);
}

function bounded(date: FoundDate, text: string): FoundDate {
	const written = date.text.trim();
	const at = text.indexOf(written);
	if (at < 0) return date;
	const before = text.slice(Math.max(0, at - WITHIN), at);
	const behind = text.slice(at + written.length);
	const upTo = (to: number): FoundDate => ({ ...date, from: EVER.from, precision: 'year', to });
	const onward = (from: number): FoundDate => ({ ...date, from, precision: 'year', to: EVER.to });
	if (NOT_LATER.test(before)) return upTo(date.to);
	if (NOT_EARLIER.test(before)) return onward(date.from);
	if (BEFORE.test(before) || (UNTIL_RUSSIAN.test(before) && AT_ONCE.test(text))) return upTo(dayBefore(date.from));
	if (AFTER.test(before)) return onward(date.to + 1);
	if (BEFORE_BEHIND.test(behind)) return upTo(UP_TO_BEHIND.test(behind) ? date.to : dayBefore(date.from));
	if (AFTER_BEHIND.test(behind)) return onward(FROM_BEHIND.test(behind) ? date.from : date.to + 1);
	return date;
}
