/**
 * How long something lasts, as texts give it: “five years”, “на десять лет”, “пятилетний”, 五年間. `amounts` leaves these out: they count no
 * people and no things.
 */
import { anyOf, hanValue, NUMBER_WORDS, wordsValue } from '../search/numerals.ts';

/** In days, the shortest and the longest. */
export type Duration = readonly [low: number, high: number];

const DAY = 1;
const WEEK = 7;
const MONTH = 30.4;
const YEAR = 365.25;

const UNITS: readonly (readonly [days: number, pattern: string])[] = [
	[1 / 86_400, String.raw`seconds?|секунд[ыу]?|秒間`],
	[1 / 1_440, String.raw`minutes?|минут[ыу]?|分間`],
	// Not of a clock: “в 5 часов утра”.
	[1 / 24, String.raw`hours?|час(?:а|ов)?(?! (?:утра|дня|вечера|ночи))|時間`],
	[DAY, String.raw`days?|дн(?:я|ей)|день|сут(?:ки|ок)|日間`],
	[WEEK, String.raw`weeks?|недел(?:я|и|ь|ю)|週間`],
	[MONTH, String.raw`months?|месяц(?:а|ев)?|[かヶカケヵ箇]月(?:間)?`],
	[YEAR, String.raw`years?|yrs?|лет|год(?:а)?|年間`],
	[10 * YEAR, String.raw`decades?|десятилети[яейе]{1,2}`],
	[100 * YEAR, String.raw`centur(?:y|ies)|столети[яейе]{1,2}`],
];
const WORD = String.raw`(?:${anyOf(NUMBER_WORDS)}|hundred)`;
/** “A couple of years”; “lasted a year”, but not “once a year”. */
const LOOSE = String.raw`(?:a )?couple(?: of)?|пар[ау]|(?<=\b(?:for|lasted|lasts|took|within) (?:(?:about|only|just|barely|almost|nearly) )?)an?(?! (?:(?:full|whole|long) )?(?:decade|centur)| year(?: and)? a half)`;
const COUNT = String.raw`\d{1,3}(?:[.,]\d)?|(?:an? )?${WORD}(?:[ -](?:and )?${WORD})*|[一二三四五六七八九十]{1,3}|${LOOSE}`;
const BETWEEN = String.raw`(?: ?(?:–|—|~|〜|～|to|or|до|или|から) ?|(?<=\d)-(?=\d))`;
/** Not behind what makes it the end of another number, or the name of a thing. */
const FRONT = String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,第数何一二三四五六七八九十百千万])`;
const BACK = String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}])`;
const LASTING = new RegExp(
	String.raw`${FRONT}(?:(?<from>${COUNT})${BETWEEN})?(?<count>${COUNT})[ -]?(?:(?:long|full|whole|more|полных|целых|долгих) )?(?:${UNITS.map(([, pattern], place) => `(?<u${place}>${pattern})`).join('|')})${BACK}`,
	'gu',
);
/** Years that are dates: “летом 41 года”. */
const DATED = /(?:весн|лет|осен|зим|январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}{0,3} $/u;
/** 五年の約束; where years of the century are meant there are more of them: 45年の夏. */
const HAN_YEARS =
	/(?<![\d.,'’第数何一二三四五六七八九十百千万])(?<count>[一二三四五六七八九十]{1,3}|[1-9]|[12]\d|30)年(?=の(?![春夏秋冬\d])|と|も|続|にわた|に及)/gu;
const RUSSIAN_STEMS: Readonly<Record<string, number>> = {
	двадцати: 20,
	двадцатипяти: 25,
	двух: 2,
	девяти: 9,
	десяти: 10,
	пяти: 5,
	пятидесяти: 50,
	семи: 7,
	сорока: 40,
	сто: 100,
	тридцати: 30,
	трех: 3,
	трёх: 3,
	четырех: 4,
	четырёх: 4,
	шести: 6,
	восьми: 8,
};
/** “Пятилетний”, “трёхдневные”. */
const RUSSIAN_ADJECTIVES = new RegExp(
	String.raw`(?<![\p{L}\d])(?<count>\d{1,3}-|${anyOf(RUSSIAN_STEMS)})(?:(?<years>летн)|(?<months>месячн)|(?<weeks>недельн)|(?<days>дневн))\p{L}{1,3}(?!\p{L})`,
	'gu',
);
/** Told without a number. */
const NAMED: readonly (readonly [lasting: number, pattern: RegExp])[] = (
	[
		[50 * YEAR, 'half a century|полвека|半世紀'],
		[5 * YEAR, 'half a decade'],
		[YEAR / 2, 'half a year|полгода|半年間?'],
		[1.5 * YEAR, 'an? year(?: and)? a half|one and a half years|полтора года|полутора лет|(?:一|1)年半'],
		[10 * YEAR, '(?<!half )(?:a|whole|full) decade|(?:целое )?десятилетие'],
		[100 * YEAR, '(?<!half )(?:a|whole|full) century|(?:целое )?столетие'],
		[2 * WEEK, '(?:a |one )?fortnight'],
	] as const
).map(([lasting, pattern]) => [lasting, new RegExp(`${FRONT}(?:${pattern})${BACK}`, 'u')]);

/** What makes a number a duration, right behind it. */
export const DURATION_UNIT = new RegExp(
	String.raw`^[ -]?(?:(?:long|full|whole|more|полных|целых|долгих) )?(?:${UNITS.map(([, pattern]) => pattern).join('|')}|(?:летн|месяч|месяц|недел|дневн)\p{L}+)${BACK}`,
	'u',
);

/** Every duration that a text gives, in the order of their patterns. `text` is in lower case, NFKC. */
export function durationsIn(text: string): Duration[] {
	const found: Duration[] = [];
	for (const { groups = {}, index } of text.matchAll(LASTING)) {
		if (/^\d\d$/u.test(groups.count!) && groups.from === undefined && DATED.test(text.slice(0, index))) continue;
		const unit = UNITS[UNITS.findIndex((_, place) => groups[`u${place}`] !== undefined)]![0];
		const counts = [groups.from ?? groups.count!, groups.count!].map(countOf);
		if (Math.max(...counts) > 0) found.push([Math.min(...counts) * unit, Math.max(...counts) * unit]);
	}
	for (const { groups } of text.matchAll(HAN_YEARS)) {
		const years = countOf(groups!.count!) * YEAR;
		found.push([years, years]);
	}
	for (const { groups } of text.matchAll(RUSSIAN_ADJECTIVES)) {
		const { count, days, months, weeks } = groups!;
		const lasting = (RUSSIAN_STEMS[count!] ?? Number.parseInt(count!, 10)) * (days ? DAY : weeks ? WEEK : months ? MONTH : YEAR);
		found.push([lasting, lasting]);
	}
	for (const [lasting, pattern] of NAMED) if (pattern.test(text)) found.push([lasting, lasting]);
	return found;
}

function countOf(count: string): number {
	if (/^\d/u.test(count)) return Number(count.replace(',', '.'));
	if (/^an?$/u.test(count)) return 1;
	if (/^(?:a )?couple|^пар/u.test(count)) return 2;
	return /^\p{Script=Han}/u.test(count) ? hanValue(count) : wordsValue(count);
}

/** Months are counted as thirty days or as the calendar has them. */
const TOLERANCE = 1.02;

export const lastsAsLong = (one: Duration, other: Duration): boolean => one[0] <= other[1] * TOLERANCE && other[0] <= one[1] * TOLERANCE;
