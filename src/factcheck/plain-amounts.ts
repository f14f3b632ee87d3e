/**
 * Numbers as they are told in messages, written plainly before they are read: bounds that are put as denials, what is told in parts, loosely
 * or the other way round, and counts that look like years.
 */
import { anyOf, NUMBER_WORDS, wordsValue } from '../search/numerals.ts';

/** The words for numbers, as alternatives. */
export const WORDS = anyOf(NUMBER_WORDS);

/** A count ahead, and no day, year, ordinal or “one”, of which a denial is a denial. */
const COUNT_AHEAD = String.raw`(?= (?:about |some |around )?(?:[~≈$€£¥] ?)?(?:(?!(?:1|(?:1[5-9]|20)\d\d)(?![\d.,]))\d[\d.,]*(?!\d)(?!(?:st|nd|rd|th|-?(?:й|я|е|го|му|м))(?!\p{L}))(?! (?:янв|февр|март|апр|ма[йя]|июн|июл|авг|сент|окт|нояб|дек))|(?:an? )?(?:hundred|thousand|million|dozen|third|quarter|fifth|tenth)(?!\p{L})|half (?:a|of)(?!\p{L})|(?!one(?!\p{L}))(?:${WORDS})(?!\p{L})))`;
/** Bounds that are put as denials, in words that deny nothing. */
const BOUNDS: readonly (readonly [pattern: RegExp, words: string])[] = (
	[
		[
			String.raw`(?:(?:only |just |a little |a bit |a tad |a touch |slightly )+(?:over|above|more than|under|below|less than|fewer than|short of|shy of)|(?:чуть|немного|немногим|слегка)(?:-чуть)? (?:больше|более|меньше|менее|свыше)(?:,? чем)?|close on|(?:not|never|\p{L}+n['’]?t) far (?:off|from|short of)|somewhere (?:around|near|about)|in the region of|(?:где-то )?в районе)`,
			'about',
		],
		[String.raw`(?:no|not) (?:fewer|less) than`, 'at least'],
		[String.raw`(?:no|not|never|nor) (?:more than|above|over)`, 'at most'],
		[
			String.raw`not even|nowhere (?:near|close to)|not quite|not as many as|(?:never|not|cannot|\p{L}+n['’]?t)(?: even)?(?: have)? (?:reach|exceed|surpass|top)(?:ed|ped)?`,
			'at most',
		],
		[String.raw`(?:hardly|scarcely)(?: (?:more than|over|above))?`, 'at most'],
		[String.raw`barely`, 'about'],
		[String.raw`(?:fell |falls |well )(?:short|shy) of`, 'at most'],
		[String.raw`(?:никак )?не (?:менее|меньше)(?:,? чем)?|вряд ли (?:менее|меньше)(?:,? чем)?`, 'минимум'],
		[
			String.raw`(?:никак |никогда )?не (?:более|больше|свыше)(?:,? чем)?|вряд ли(?: (?:более|больше|свыше)(?:,? чем)?)?|даже не|(?:никогда )?не (?:достиг[а-яё]+|превы[а-яё]+|доход[а-яё]+ до|дотягива[а-яё]+ до)|не (?:было|набралось|набиралось|насчитал[а-яё]+|погибл?о|погибли|умерл[ои]) и`,
			'максимум',
		],
		[String.raw`едва(?: ли)? не|едва(?: ли)?`, 'почти'],
	] as const
).map(([pattern, words]) => [new RegExp(String.raw`(?<!\p{L})(?:${pattern})${COUNT_AHEAD}`, 'giu'), words]);
const NUMBER_BEHIND = String.raw`(?<=[\d０-９〇一二三四五六七八九十百千万億](?:人|名|機|隻|両|件|円|年|台|個|回|割|%|％)?)`;
const NOT_REACHED = new RegExp(
	String.raw`${NUMBER_BEHIND}(?:に(?:も|は|すら)?(?:満た(?:ない|ず|なかった|ぬ)|達し(?:ない|ていない|なかった|ていなかった|ません)|達せず|及ば(?:ない|ず|なかった)|届か(?:ない|ず|なかった))|を(?:超え(?:ない|ていない|てはいない|なかった|ていなかった|ず|ません)|上回(?:らない|らず|らなかった|っていない))|(?<!(?<!\d)[一1](?:人|名|機|隻|両)?)(?:も|すら)い(?:ない|なかった|ません)|足らず)(?![くけ])`,
	'gu',
);
const NOT_BELOW = new RegExp(String.raw`${NUMBER_BEHIND}(?:を下回(?:らない|らず|らなかった)|は下ら(?:ない|ず|なかった))(?![くけ])`, 'gu');

const SIZE = String.raw`(?=(?:hundred|thousand|million|тыс|сот(?:ен|ни)|миллион|млн)(?!\p{Script=Latin}))`;
const SIZE_OR_TIME = String.raw`(?:${SIZE}|(?=(?:year|month|week|day|hour|decade)s?\b|лет|год|месяц|недел))`;
const MORE = String.raw`с (?:лишним|небольшим|хвостиком|гаком)`;
const COUNT = String.raw`\d+(?:[.,]\d+)?|${WORDS}`;
const countOf = (count: string) => NUMBER_WORDS[count.toLowerCase()] ?? Number(count.replace(',', '.'));
const halved = (count: string) => `${countOf(count) + 0.5}`;
/** “Три сотни”, “от двух до трёх сотен”. */
const manyOf = (size: string) =>
	new RegExp(String.raw`(?<![\p{L}\d.,])(?:(${COUNT})( ?[-–—] ?| (?:или|до) ))?(${COUNT}) ${size}(?!\p{L})`, 'giu');
const timesOf = (size: number) => (_: string, from: string | undefined, joint: string, to: string) =>
	`${from === undefined ? '' : `${countOf(from) * size}${joint}`}${countOf(to) * size}`;
/** Numbers that are told in parts, or loosely, in words that are read as one number. */
const SIZES: readonly (readonly [pattern: RegExp, words: string | ((whole: string, ...parts: string[]) => string)])[] = [
	[new RegExp(String.raw`(?<![\p{L}-])(${WORDS})-(${WORDS})(?![\p{L}-])`, 'giu'), rangeOf],
	[new RegExp(String.raw`(?<!\p{L})(${COUNT})[ -](?:something|odd|ish)[ -]${SIZE}`, 'giu'), 'about $1 '],
	// “60+ тысяч”, “700-тысячная армия”.
	[new RegExp(String.raw`(?<![\p{L}\d.,])(\d+(?:[.,]\d+)?)\+ ?${SIZE}`, 'giu'), '> $1 '],
	[/(?<![\p{L}\d.,])(\d{1,3})-?тысячн\p{L}+/giu, '$1 тысяч'],
	[/(?<![\p{L}\d.,])(\d{1,3}(?:[.,]\d)?)-?миллионн\p{L}+/giu, '$1 миллионов'],
	[new RegExp(String.raw`(?<!\p{L})(${COUNT}) ${MORE} ${SIZE}`, 'giu'), 'около $1 '],
	[new RegExp(String.raw`(?<![\p{L}\d.,])(${COUNT}) (?:and a half|с половиной) ${SIZE_OR_TIME}`, 'giu'), (_, count) => `${halved(count)} `],
	// Two thousand is a year as well.
	[/(?<!\p{L})(?:a )?couple (?:of )?thousand(?!\p{L})/giu, 'about 2,000'],
	[/(?<!\p{L})пар[ауы] тысяч(?!\p{L})/giu, 'около 2,000'],
	[new RegExp(String.raw`(?<!\p{L})(?:a )?couple (?:of )?${SIZE}`, 'giu'), 'about two '],
	[/(?<!\p{L})пар[ауы] сотен(?!\p{L})/giu, 'около двести'],
	[new RegExp(String.raw`(?<!\p{L})пар[ауы] ${SIZE}`, 'giu'), 'около двух '],
	[/(?<!\p{L}|(?:ч[её]рн|казач)\p{L}{1,3} )сотн[яю](?!\p{L})/giu, '100'],
	[/(?<!\p{L})пол(?:у|-)?сотни(?!\p{L})/giu, '50'],
	[/(?<!\p{L})полу?тысячи(?!\p{L})/giu, '500'],
	[manyOf('сот(?:ни|ен|ням|нями|нях)'), timesOf(100)],
	[manyOf('десятк(?:а|ов|ам|ами|ах)'), timesOf(10)],
	// “60-ти тысяч”, “60к”.
	[/(?<=\d)-(?:ти|ми|ью)(?!\p{L})|(?<=(?<!\d)[2-4])-х(?!\p{L})/giu, ''],
	[/(?<=\d)к(?!\p{L})/giu, 'k'],
];
/** What one of them holds: most texts have none, and one look is less than seven. */
const SIZED =
	/something|odd|ish|тысячн|миллионн|\d\+|half|couple|лишним|небольшим|хвостиком|гаком|половиной|пар[ауы] |сот[не]|тысячи|десятк|\dк|\p{L}-\p{L}|\d-\p{L}/iu;
/** What stands behind a number that counts something else than what stands before it: days, years, times. */
const COUNTED_OTHERWISE = String.raw`(?! ?(?:-|–)?(?:го|й|м|му)(?!\p{L})| (?:\p{L}+(?:ого|его|ом|ем) год|янв|февр|март|апр|ма[йя](?!\p{L})|июн|июл|авг|сент|окт|нояб|дек|год|лет(?!\p{L})|месяц|недел|дн|день|час(?!т)|раз(?!\p{L})|из(?!\p{L})|тысяч|миллион|сот|(?:${WORDS})(?!\p{L})))`;
const WORDS_TOGETHER = String.raw`(?:${WORDS})(?: (?:${WORDS}))*`;
/** “Тысяч двадцать пять”, “тысяч 20–30”: the other way round it is about so many. */
const INVERTED = new RegExp(
	String.raw`(?<!\d ?|(?<!\p{L})(?:${WORDS}|несколько|много|сколько|столько|пол|сот|десят\p{L}{1,3}|сот\p{L}{1,2}|миллион\p{L}{0,2}|млн) )(?<=(?<head>больше |более |свыше |меньше |менее |максимум |минимум |до |около |примерно |почти )?)(?<!\p{L})(?<size>тысяч|миллионов) (?:на )?(?<low>\d{1,3}|${WORDS_TOGETHER})(?:(?: ?[-–—] ?| или )(?<high>\d{1,3}|${WORDS_TOGETHER}))?(?![\d\p{L}.,]*\d)(?!\p{L})${COUNTED_OTHERWISE}`,
	'giu',
);
const INVERTIBLE = /(?:тысяч|миллионов) /iu;
const DIGITS_MAX = 10;
const numberIn = (count: string) => (/^\d/.test(count) ? Number(count) : wordsValue(count.toLowerCase()));
const turned: (whole: string, ...parts: unknown[]) => string = (whole, ...parts) => {
	const { head, high, low, size } = parts.at(-1) as { head?: string; high?: string; low: string; size: string };
	if (high !== undefined) return `${numberIn(low)}-${numberIn(high)} ${size}`;
	// Two numbers side by side that are none together: “тысяч пять шесть”.
	const [first, second, ...more] = low.split(' ').map(numberIn) as [number, number?, ...number[]];
	if (more.length === 0 && second !== undefined && first <= DIGITS_MAX && second <= DIGITS_MAX) return `${first}-${second} ${size}`;
	const value = numberIn(low);
	return value > 0 ? `${head === undefined ? 'около ' : ''}${value} ${size}` : whole;
};
const BOUNDS_AND_SIZES = [...BOUNDS, ...SIZES];

/** “Три-четыре тысячи” is a range; “sixty-two” is a number. */
function rangeOf(whole: string, first: string, second: string): string {
	const [from, to] = [first, second].map((word) => NUMBER_WORDS[word.toLowerCase()]!) as [number, number];
	// “Пятьдесят-шестьдесят” and “шестьсот-семьсот” are ranges, “sixty-two” is none.
	const isRange = to <= DIGITS_MAX || (from % DIGITS_MAX === 0 && to % DIGITS_MAX === 0);
	return from > 0 && to > from && isRange ? `${from}-${to}` : whole;
}

/** “60 тысяч пленных, не меньше”. */
const NO_LESS = /(?<=\d.*|тысяч.*),? не (?:меньше|менее)(?=[\s.!…)]*$)/iu;
const NO_MORE = /(?<=\d.*|тысяч.*),? не (?:больше|более)(?=[\s.!…)]*$)/iu;

/**
 * A text in which no bound of a number looks like a denial: “no fewer than 500” is “at least 500”, 500人に満たない is 500人未満. What is told
 * in parts is told at once: “two and a half thousand” is “2.5 thousand”.
 */
export const withPlainBounds = (text: string): string =>
	(SIZED.test(text) ? BOUNDS_AND_SIZES : BOUNDS)
		.reduce((out, [pattern, words]) => out.replace(pattern, words as string), INVERTIBLE.test(text) ? text.replace(INVERTED, turned) : text)
		.replace(NO_LESS, ', минимум')
		.replace(NO_MORE, ', максимум')
		.replace(NOT_REACHED, '未満')
		.replace(NOT_BELOW, '以上');

/** What follows a number that counts, and no year: 2000 prisoners, 1708人, около 2000 пленных. */
const COUNTED =
	/(?<![\d.,\p{Script=Latin}\p{Script=Cyrillic}/-])(?<head>[12])(?<tail>\d{3})(?=\+? ?(?:people|men|man|women|soldiers|troops|prisoners|captives|pows|civilians|villagers|settlers|refugees|poles|polish|japanese|soviets?|russians?|chinese|mongol\w*|germans|dead|deaths|killed|casualt\w+|wounded|planes|aircraft|ships|tanks|camps|names|volunteers|victims|survivors|officers|sailors|divisions|graves|bodies|were (?:killed|shot|captured|murdered|interned)|died|человек|солдат[а-яё]*|пленн[а-яё]+|военнопленн[а-яё]+|японц[а-яё]+|японск[а-яё]+|советск[а-яё]+|русск[а-яё]+|погибш[а-яё]+|убит[а-яё]+|ранен[а-яё]+|жител[а-яё]+|самол[её]т[а-яё]+|мирн[а-яё]+|доброволь[а-яё]+|лагер[а-яё]+|китайц[а-яё]+|поляк[а-яё]+|人|名(?!称|前)|機|隻|体|柱|両|個師団)(?!\p{Script=Latin}))/giu;

/** “Two thousand prisoners”, but not “in two thousand” or “две тысячи второй”. */
const THOUSANDS = new RegExp(
	String.raw`(?<![\p{L}-])(?<!(?:\b(?:in|of|since|by|until|year|and|hundred)|(?<!\p{L})(?:в|с|до|к|и)|(?<!\p{L})(?:${WORDS})) )(a|one|two|одна|одну|две|двух|двум|двумя) (?:thousand|тысяч(?:[аиу]|ам|ами|ах)?)(?= (?!and |(?:${WORDS})(?!\p{L}))\p{L})(?! (?:перв|втор|трет|четв|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат|год))`,
	'giu',
);
const ONCE: Readonly<Record<string, true>> = { a: true, one: true, одна: true, одну: true };

/** Numbers of four digits that count something, grouped, so that no reader of dates takes them for years. */
export const groupCounts = (text: string): string =>
	text.replace(THOUSANDS, (_, count: string) => (count in ONCE ? '1,000' : '2,000')).replace(COUNTED, '$<head>,$<tail>');
