/**
 * Days, years and ordinals in words, put in digits for what reads dates: “the ninth of August”, “nineteen forty-one”, “девятого августа”,
 * “в сорок пятом”. What counts no day and no year stays as it is below the tenth: “the second front” is a name.
 */
import { MONTH_WORDS, RUSSIAN_MONTHS } from './months.ts';
import { NUMBER_WORDS } from './numerals.ts';

const anyOf = (words: readonly string[]) => words.toSorted((a, b) => b.length - a.length).join('|');

const UNITS = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const TEENS = 'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = new Map([
	...[...UNITS, ...TEENS].map((word, place) => [word, place + 1] as const),
	...TENS.flatMap((word, place) => [
		[word.replace(/y$/, 'ieth'), (place + 2) * 10] as const,
		...UNITS.flatMap((unit, one) => [`${word}-${unit}`, `${word} ${unit}`].map((both) => [both, (place + 2) * 10 + one + 1] as const)),
	]),
]);
const ORDINAL = anyOf([...ORDINALS.keys()]);
const CARDINAL = 'one|two|three|four|five|six|seven|eight|nine';
const DAY_BEFORE = new RegExp(`\\b(${ORDINAL})(?: day)?(?= (?:of )?(?:${MONTH_WORDS})(?!\\p{L}))`, 'gu');
/** “May first” may be what somebody did first. */
const DAY_BEHIND = new RegExp(`\\b(?!may (?:first|second|third)\\b)(${MONTH_WORDS})\\.? (?:the )?(${ORDINAL})\\b`, 'gu');
/** From the tenth on they count something whatever they stand beside; a century has a reader of its own. */
const COUNTING = new RegExp(`\\b(${ORDINAL})\\b(?![ -]centur)`, 'gu');
const COUNTING_MIN = 10;

const CENTURIES: Readonly<Record<string, number>> = { eighteen: 1800, nineteen: 1900, seventeen: 1700, sixteen: 1600 };
const TEEN = 'ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen';
const YEAR = new RegExp(
	`\\b(${Object.keys(CENTURIES).join('|')})[ -](?:hundred(?: and)? )?(?:(?:oh|o|zero|nought)[ -](${CARDINAL})|(${TEEN})|(${TENS.join('|')})(?:[ -](${CARDINAL}))?)\\b(?![ -](?:hundred|thousand|million))`,
	'gu',
);
/** “In forty-five” at the end of what is said, or before what begins anew. */
const SHORT_YEAR = new RegExp(
	`(?<=\\b(?:in|since|until|till|by|of|before|after|summer|spring|autumn|winter) )(thirty|forty|fifty)[ -](${CARDINAL})(?=$|[,.;:!?)]| (?:and|but|when|the|they|he|she|it|was|were|because|after|before|that|japan|russia|moscow|tokyo|stalin|we)\\b)`,
	'gu',
);
const numberOf = (word: string | undefined) => (word === undefined ? 0 : NUMBER_WORDS[word]!);

/** Stems of Russian ordinals. */
const RUSSIAN_UNITS = 'перв втор трет четв[её]рт пят шест седьм восьм девят'.split(' ');
const RUSSIAN_TEENS = 'десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат'.split(' ');
const RUSSIAN_TENS = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто'.split(' ');
const RUSSIAN_ROUND = 'двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност'.split(' ');
const SMALL = anyOf([...RUSSIAN_TEENS, ...RUSSIAN_UNITS]);
const ENDING = 'ый|ой|ий|ья|ая|ое|ье|ого|ьего|его|ому|ьему|ему|ым|ьим|им|ом|ьем|ем|ую|ью|ей|ьей';
/** (tens, unit or teen) or a round number. */
const RUSSIAN_ORDINAL = `(?:(${RUSSIAN_TENS.join('|')}) )?(${SMALL})(${ENDING})|(${anyOf(RUSSIAN_ROUND)})(${ENDING})`;
const RUSSIAN_DAY = new RegExp(`(?<!\\p{L})(?:${RUSSIAN_ORDINAL})(?= (?:${RUSSIAN_MONTHS})(?!\\p{L}))`, 'gu');
const HUNDREDS: Readonly<Record<string, number>> = { восемьсот: 1800, девятьсот: 1900, семьсот: 1700, шестьсот: 1600 };
const RUSSIAN_YEAR = new RegExp(`(?<!\\p{L})тысяча (${Object.keys(HUNDREDS).join('|')}) (?:${RUSSIAN_ORDINAL})(?!\\p{L})`, 'gu');
const RUSSIAN_COUNTING = new RegExp(
	`(?<!\\p{L})(?:(${RUSSIAN_TENS.join('|')}) (${SMALL})(${ENDING})|(${anyOf(RUSSIAN_ROUND)})(${ENDING}))(?!\\p{L})(?! (?:век|столет))`,
	'gu',
);
/** “сорок пятом” is written 45-м. */
const SHORT_ENDINGS: readonly (readonly [RegExp, string])[] = [
	[/(?:о|е)го$/u, 'го'],
	[/(?:о|е)му$/u, 'му'],
	[/[ыио]?м$|ем$/u, 'м'],
	[/[ую]ю$|ью$/u, 'ю'],
	[/ая$|ья$/u, 'я'],
	[/ое$|ье$/u, 'е'],
];

const stems = [...RUSSIAN_UNITS, ...RUSSIAN_TEENS].map((stem) => new RegExp(`^${stem}$`, 'u'));

function russianValue(tens: string | undefined, small: string | undefined, round: string | undefined): number {
	if (round !== undefined) return (RUSSIAN_ROUND.indexOf(round) + 2) * 10;
	const one = stems.findIndex((stem) => stem.test(small!)) + 1;
	return tens === undefined ? one : (RUSSIAN_TENS.indexOf(tens) + 2) * 10 + one;
}

const shortEnding = (ending: string) => SHORT_ENDINGS.find(([pattern]) => pattern.test(ending))?.[1] ?? 'й';

/** What a text must hold for there to be anything to do. */
const MAY_HOLD = new RegExp(
	`(?:${anyOf([...UNITS, ...TEENS])}|t(?:wen|hir)tieth|fort?ieth|fiftieth|(?:six|seven|eigh|nine)tieth)\\b|(?:${Object.keys(CENTURIES).join('|')})[ -]|(?:thirty|forty|fifty)[ -](?:${CARDINAL})`,
	'iu',
);
/** Told at once of most texts. */
const LIKELY = /th\b|teen|first|second|third|ty[ -]/i;
/** Whether a text of plain letters holds such a number. */
export const mayHoldWritten = (text: string): boolean => LIKELY.test(text) && MAY_HOLD.test(text);
const CYRILLIC = /[а-я]/;
const MAY_HOLD_RUSSIAN = new RegExp(`(?:${SMALL}|${anyOf(RUSSIAN_ROUND)})(?:${ENDING})(?!\\p{L})`, 'u');

/** `text`, in lower case and NFKC, with such numbers in digits. */
export function withWrittenDates(text: string): string {
	let out = text;
	if (mayHoldWritten(out)) {
		const day = (_: string, word: string) => String(ORDINALS.get(word)!);
		out = out
			.replace(DAY_BEFORE, day)
			.replace(DAY_BEHIND, (_, month: string, word: string) => `${month} ${ORDINALS.get(word)!}`)
			.replace(YEAR, (_, century: string, unit?: string, teen?: string, tens?: string, one?: string) =>
				String(CENTURIES[century]! + numberOf(unit) + numberOf(teen) + numberOf(tens) + numberOf(one)),
			)
			.replace(SHORT_YEAR, (_, tens: string, one: string) => String(1900 + numberOf(tens) + numberOf(one)))
			.replace(COUNTING, (word: string) => {
				const value = ORDINALS.get(word)!;
				return value < COUNTING_MIN ? word : `${value}${/(?:first|second|third)$/.test(word) ? word.slice(-2) : 'th'}`;
			});
	}
	if (!CYRILLIC.test(out) || !MAY_HOLD_RUSSIAN.test(out)) return out;
	return out
		.replace(RUSSIAN_DAY, (_, tens?: string, small?: string, _ending?: string, round?: string) => String(russianValue(tens, small, round)))
		.replace(RUSSIAN_YEAR, (_, hundreds: string, tens?: string, small?: string, _ending?: string, round?: string) =>
			String(HUNDREDS[hundreds]! + russianValue(tens, small, round)),
		)
		.replace(
			RUSSIAN_COUNTING,
			(_, tens?: string, small?: string, ending?: string, round?: string, roundEnding?: string) =>
				`${russianValue(tens, small, round)}-${shortEnding((ending ?? roundEnding)!)}`,
		);
}
