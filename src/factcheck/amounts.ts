/**
 * Quantities as people claim them: digits in any grouping, numbers in words (English, Russian, Japanese), k/m, 万,
 * тыс., млн, ranges, shares, and the words that bound them (“over”, “up to”, “about”). `search/numbers` reads queries, where a
 * bare short number is a name (“Unit 731”); here a small count matters, and what it counts stands beside it.
 */

import { anyOf, hanValue, NUMBER_WORDS, SCALE_WORDS, SUFFIXES, wordsValue } from '../search/numerals.ts';
import { DURATION_UNIT } from './durations.ts';
import { WORDS } from './plain-amounts.ts';

export type AmountForm = 'about' | 'atLeast' | 'atMost' | 'exact';

export interface Amount {
	readonly form: AmountForm;
	readonly high: number;
	/** Where it stands in the text that was read. */
	readonly index: number;
	readonly low: number;
	/** A share in per cent rather than a count. */
	readonly percent: boolean;
	readonly text: string;
	/** What stands after it, folded to lower case: its noun, if any. */
	readonly unit: string;
}

/** “60 mil” is what people write in messages. */
const SCALES: Readonly<Record<string, number>> = { ...SUFFIXES, mil: 1e6 };
/** Said as one: they are read before the numbers in them. */
const SAYINGS: readonly (readonly [RegExp, number])[] = [
	[/\bthree[ -]quarters of a million\b|три четверти миллиона/gu, 750_000],
	[/\b(?:a )?quarter of a million\b|\bquarter-million\b|четверт[ьи] миллиона/gu, 250_000],
	[/\bhalf a million\b|\bhalf million\b|пол(?:у|-)?миллион[ау]/gu, 500_000],
	[/\b(?:a|one) third of a million\b|треть миллиона/gu, 333_000],
	[
		/\b(?:one|a) and a half million\b|\b(?:one|a) million and a half\b|миллион(?:а)? с половиной|полтора миллиона|полутора миллион\p{L}+/gu,
		1_500_000,
	],
	[/полторы тысячи|полутора тысяч\p{L}*/gu, 1_500],
	[/полторы сотни|полутора сот\p{L}+/gu, 150],
	[/полтора десятка|полутора десятк\p{L}+/gu, 15],
	[/\b(?:a|one) dozen\b|(?<!\p{L})дюжин[аыу](?!\p{L})/gu, 12],
	[/\btwo dozen\b/gu, 24],
	[/\bhalf a dozen\b/gu, 6],
];
/** “Every third year” is no share. */
const NO_TIME = String.raw`(?!\p{L}| (?:day|week|month|year|hour|minute|time|день|год|месяц|час|раз)(?!\p{L}))`;
/** “A fourth treaty” is no share. */
const A_SHARE = String.raw`(?= (?:of|died|perished|were|was|never|did|survived|fell|came)(?!\p{L})|[.,;!?]|$)`;
/** “A good third”, “one third”. */
const one = (part: string) => String.raw`\b(?:a|one) (?:full |good |whole |mere |bare )?${part}\b`;
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
	[new RegExp(String.raw`\bevery (?:second|2nd)${NO_TIME}(?! (?:counts|matters))|кажд\p{L}+ второ\p{L}+${NO_TIME}`, 'u'), 50],
	[/\bhalf (?:of|the)\b|(?<!\b(?:and|year|month|week|day|hour) an? )\bhalf$|половин[аыу]|半数|半分/u, 50],
	[
		new RegExp(
			String.raw`${one('third')}|(?<!\p{L})треть(?!\p{L})|\bevery (?:third|3rd)${NO_TIME}|каждый третий${NO_TIME}|3分の1|三分の一`,
			'u',
		),
		33.3,
	],
	[/\btwo[ -]thirds\b|две трети|3分の2|三分の二/u, 66.7],
	[/\bthree[ -]quarters\b|три четверти|4分の3|四分の三/u, 75],
	[
		new RegExp(
			String.raw`${one('quarter')}|${one('(?:fourth|4th)')}${A_SHARE}|(?<!\p{L})четверть(?!\p{L})|\bevery (?:fourth|4th)${NO_TIME}|каждый четв[её]ртый${NO_TIME}|4分の1|四分の一`,
			'u',
		),
		25,
	],
	[
		new RegExp(
			String.raw`${one('(?:fifth|5th)')}${A_SHARE}|\bevery (?:fifth|5th)${NO_TIME}|пятая часть|каждый пятый${NO_TIME}|5分の1`,
			'u',
		),
		20,
	],
	[
		new RegExp(String.raw`${one('(?:tenth|10th)')}${A_SHARE}|\bevery (?:tenth|10th)${NO_TIME}|десятая часть|каждый десятый${NO_TIME}`, 'u'),
		10,
	],
];

const DIGITS = String.raw`\d{1,3}(?:[,.'\u00A0\u202F ]\d{3})+(?![\d])|\d+(?:[.,]\d+)?`;
const NUMBER = new RegExp(
	String.raw`(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,]|\d[ .,]|(?<!\d)-)(?:[$€£¥])?(?<digits>${DIGITS})(?:[ \u00A0-]?(?<suffix>${anyOf(SCALES)})(?![\p{Script=Latin}\p{Script=Cyrillic}]))?`,
	'gu',
);
const MYRIADS = /(?:(?<oku>\d+(?:\.\d+)?)億)?(?:(?<man>\d+(?:\.\d+)?)[万萬만])(?:(?<sen>\d)千)?(?<ones>\d{1,4})?/gu;
/** Not preceded by digits, which the reader of mixed notation takes: 6万2千. */
const KANJI_NUMBER =
	/(?<![\d.第数何幾〇一二三四五六七八九十百千万億])[一二三四五六七八九十百千]{1,7}[万億](?:[一二三四五六七八九十百千]{1,7})?|(?<![\d.第数何幾〇一二三四五六七八九十百千万億])[一二三四五六七八九]?[千百](?:[一二三四五六七八九][百十]){0,2}(?=[人名])/gu;
const KANJI_TENTHS = /(?<![第数何幾〇一二三四五六七八九十百千])[一二三四五六七八九](?=割(?![りら譲当]))/gu;
const WORD_NUMBER = new RegExp(
	String.raw`(?<!\p{L})(?:(?:a|an|one)(?: (?:full|whole|cool|mere|good|solid|round))? )?(?:(?:${WORDS}|hundred|thousand|million|billion|тысяч[а-яё]{0,3}|миллион[а-яё]{0,3}|миллиард[а-яё]{0,3})(?:[ -](?:and )?(?![^\p{L}]))?)+(?!\p{L})`,
	'gu',
);
const PART = String.raw`\d{1,2}|${WORDS}`;
/** “Three out of four Russians”, “двое из пяти”, 10人中9人, 十人に一人. */
const PROPORTION = new RegExp(
	String.raw`(?<![\p{L}\d.,])(?<part>${PART})[ -](?:out of|in|из)[ -](?:every |each |каждых )?(?<whole>${PART})(?![\p{L}\d])|(?<![\d.,数何幾一二三四五六七八九百千])(?<wholeFirst>\d{1,2}|十)人(?:(?:中|のうち)(?<partLast>\d{1,2}|[一二三四五六七八九])人|に(?<partIn>\d|[一二三四五六七八九])人(?=[はがもの]|以上|$))`,
	'gu',
);

/** Before a number, these make it a name or an address: Unit 731, article 9, the 23rd Division, order 9898. */
const NAMING =
	/(?<!\p{L})(?:unit|article|art|order|chapter|page|division|regiment|brigade|scapin|no|№|section|paragraph|part|resolution|отряд[а-яё]*|стать[а-яё]+|приказ[а-яё]*|ст|глав[а-яё]+|дивизи[а-яё]+|第|部隊|ver|v|channel|day|top|level|iphone|windows|ww|world war)[ .#-]*$/iu;
const ORDINAL = /^(?:st|nd|rd|th|-?(?:й|я|е|го|му|м)(?!\p{L}))/u;
const CALENDAR =
	/^ ?(?:月|日|年(?!間)|時|分|世紀|号|部隊|条|章|次|代|位|回(?!収)|(?:am|pm)(?!\p{L})|:\d|st century|век|годах|годы|года|год(?!\p{L})|гг?\.)/u;
const PERCENT = /^ ?(?:%|percent|per cent|pct|процент|パーセント|％)/u;
const TENTHS = /^ ?割/u;
const RANGE_JOIN = /^ ?(?:-|–|—|~|〜|～|(?:up )?to|and|до|и|から|or|или) ?$/u;

const BEFORE: readonly (readonly [RegExp, AmountForm])[] = [
	[
		/(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:more than|above|north of|a (?:good|solid)|добры[ех]|(?<!(?:hand(?:ed|s|ing)?|took|takes?|turn(?:ed|s)?|gave|gives?|sign(?:ed)?|all|made) )over|at least|upwards of|in excess of|exceed\w*|topp(?:ed|ing)|surpass\w*|minimum of|[>≥]|больше|более|свыше|(?:как )?минимум|по (?:меньшей|крайней) мере|превы[сш]\p{L}+|少なくとも|最低)(?:\s+(?:the|than|чем))? ?$/u,
		'atLeast',
	],
	[
		/(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:up to|at most|fewer than|less than|under|below|maximum of|only up to|[<≤]|до|максимум|от силы|менее|меньше|最大|最大で|多くても)(?:\s+(?:the|than|чем))? ?$/u,
		'atMost',
	],
	[
		/(?<![\p{Script=Latin}\p{Script=Cyrillic}])(?:as many as|about|around|approx\w*\.?|roughly|something like|[oi]n the order of|some|nearly|almost|close to|circa|ca\.?|c\.|[~≈±]|плюс-минус|ок\.|под(?= ?$)|an estimated|estimated|примерно|около|порядка|приблизительно|почти|где-то|約|およそ|ほぼ|だいたい|大体) ?$/u,
		'about',
	],
];
/** Characters before a number in which stands what bounds it. */
const HEAD = 40;
const AFTER: readonly (readonly [RegExp, AmountForm])[] = [
	[
		/^ ?(?:\+|or more|or so more|plus(?!\p{L})|и более|и больше)|^(?: (?!(?:and|or|but|и|или|а|но) )\p{L}+){1,2},? (?:or more|if not more|и более|и больше)(?!\p{L}| ?[~≈]?\d| (?:than|чем)(?!\p{L}))|^(?: (?!(?:and|or|but|и|или|а|но) )\p{L}+){0,2} (?:at (?:the (?:very )?)?least|minimum|(?:как )?минимум)(?!\p{L}| (?:\d|one(?!\p{L})|some(?!\p{L})))|^(?:\p{Script=Han}{0,2})(?:以上|超|を超え|を上回)|^(?:人|名|機|隻|両|件)?強(?![\p{Script=Han}])/u,
		'atLeast',
	],
	[
		/^ ?(?:or less|or fewer)|^(?: (?!(?:and|or|but|и|или|а|но) )\p{L}+){1,2},? or (?:less|fewer)(?!\p{L}| ?[~≈]?\d| than(?!\p{L}))|^(?: (?!(?:and|or|but|и|или|а|но) )\p{L}+){0,2} (?:at (?:the (?:very )?)?most|tops|max(?:imum)?|максимум|от силы)(?!\p{L}| (?:\d|one(?!\p{L})|some(?!\p{L})))|^(?:\p{Script=Han}{0,2})(?:以下|未満|を下回)|^(?:人|名|機|隻|両|件)?弱(?!\p{Script=Han})/u,
		'atMost',
	],
	[
		/^ ?(?:or so|-ish|ish|[- ]odd(?!\p{L})|(?:and )?change(?!\p{L})|or thereabouts|,? ?give or take|,? ?плюс-минус|или около того|с (?:лишним|небольшим|хвостиком|гаком)(?!\p{L}))|^(?:\p{Script=Han}{0,2})(?:ほど|程度|ぐらい|くらい|前後|余(?:り|名|人)?(?!\p{Script=Han})|あまり|近[くい]|ちょっと|ちょい|そこそこ)/u,
		'about',
	],
];

/** What is said of the only number of a text at its very end: “60,000 died there, at least”. */
const AT_END: readonly (readonly [RegExp, AmountForm])[] = [
	[
		/(?:, ?| [–—-] | \(?)(?:and )?(?:at (?:the (?:very )?)?least|(?:or|if not|maybe|perhaps|possibly|probably) (?:even )?more|(?:как )?минимум|по (?:меньшей|крайней) мере|(?:если|а то и) (?:не )?больше)\)?[\s.!…]*$/u,
		'atLeast',
	],
	[/(?:, ?| [–—-] | \(?)(?:at (?:the (?:very )?)?most|tops|max(?:imum)?|максимум|от силы)\)?[\s.!…]*$/u, 'atMost'],
	[
		/(?:, ?| [–—-] | \(?)(?:give or take|more or less|roughly(?: speaking)?|approximately|or so|or thereabouts|плюс-минус|или около того|примерно|приблизительно)\)?[\s.!…]*$/u,
		'about',
	],
];

interface Found {
	readonly end: number;
	readonly index: number;
	readonly tenths: boolean;
	readonly value: number;
	/** By what its word or character multiplies; none where there is none. */
	readonly scale?: number | undefined;
	readonly scaled: boolean;
	readonly grouped: boolean;
}

/**
 * Every quantity that a text claims. Dates must have been taken out before (`search/dates`), and bounds be plain (`withPlainBounds`). `text`
 * is in lower case, NFKC.
 */
export function amountsIn(whole: string): Amount[] {
	const { fraction, shares, text } = takeShares(whole);
	const found = longestOf([...sayingsIn(text), ...myriadsIn(text), ...digitsIn(text), ...wordsIn(text)]);
	const amounts: Amount[] = [];
	for (let i = 0; i < found.length; i++) {
		const first = found[i]!;
		const second = found[i + 1];
		const joint = second && text.slice(first.end, second.index);
		const isRange =
			second !== undefined &&
			joint !== undefined &&
			RANGE_JOIN.test(joint) &&
			second.value > first.value &&
			(!/^ ?(?:и|and) ?$/u.test(joint) || /(?:between|между) $/u.test(text.slice(0, first.index)));
		if (isRange) i++;
		const last = isRange ? second : first;
		const low = isRange ? lowOf(first, last) : first.value;
		const tail = text.slice(last.end);
		const head = text.slice(Math.max(0, first.index - HEAD), first.index);
		const percent = PERCENT.test(tail) || last.tenths;
		if (!percent && !isCount(first, head, tail, text)) continue;
		const form =
			BEFORE.find(([pattern]) => pattern.test(head))?.[1] ??
			AFTER.find(([pattern]) => pattern.test(tail))?.[1] ??
			(last.tenths ? 'about' : 'exact');
		amounts.push({
			form,
			high: last.value,
			index: first.index,
			low,
			percent,
			text: text.slice(first.index, last.end),
			unit: tail.slice(0, 24).trim(),
		});
	}
	if (fraction && !amounts.some(({ percent }) => percent)) amounts.push(fraction);
	const [only, ...more] = amounts;
	if (only?.form === 'exact' && more.length + shares.length === 0) {
		const form = AT_END.find(([pattern]) => pattern.test(whole))?.[1];
		if (form) return [{ ...only, form }];
	}
	return [...amounts, ...shares].sort((a, b) => a.index - b.index);
}

/** Numbers of which none is a part of another. */
function longestOf(found: readonly Found[]): Found[] {
	const kept: Found[] = [];
	for (const one of found.toSorted((a, b) => a.index - b.index || b.end - a.end)) if (one.index >= (kept.at(-1)?.end ?? 0)) kept.push(one);
	return kept;
}

const THOUSANDFOLD = [1e9, 1e6, 1e3];
const OTHER_SIZES = [1e8, 1e5, 1e4, 100];

/** Where a range begins: in “5 to 6 thousand”, “60–70,000”, “two or three hundred” and 30〜40万 the scale stands once. */
function lowOf(first: Found, last: Found): number {
	if (last.tenths && !first.tenths && first.value < 10) return first.value * 10;
	if (first.scaled || first.grouped || first.value >= 1000) return first.value;
	/** How many of a size the end is, where it is so many and, at most, a few tenths. */
	const countIn = (size: number) => (Number.isInteger(round((last.value / size) * 10)) ? last.value / size : 0);
	// Of other sizes than thousands it must have been said, or the numbers be next to one another: “two to three hundred thousand”.
	const isMeant = (size: number) => last.scale === size || (countIn(size) < 10 && countIn(size) - first.value <= 2);
	const scale =
		(last.grouped ? undefined : OTHER_SIZES.find((size) => first.value < countIn(size) && isMeant(size))) ??
		THOUSANDFOLD.find((size) => first.value < countIn(size));
	return first.value * (scale ?? 1);
}

/** Proportions and fractions as shares, and the text without them: their numbers count nothing by themselves. */
function takeShares(whole: string): { readonly fraction: Amount | undefined; readonly shares: readonly Amount[]; readonly text: string } {
	const shares: Amount[] = [];
	let fraction: Amount | undefined;
	const text = whole.replace(PROPORTION, (match: string, ...rest: unknown[]) => {
		const groups = rest.at(-1) as Record<string, string | undefined>;
		const [part, all] = [groups.part ?? groups.partLast ?? groups.partIn!, groups.whole ?? groups.wholeFirst!].map(
			(word) => NUMBER_WORDS[word] ?? (/^\d+$/.test(word) ? Number(word) : hanValue(word)),
		) as [number, number];
		if (!(part > 0 && part < all && all <= 20)) return match;
		const percent = round((part / all) * 100);
		const index = rest.at(-3) as number;
		shares.push({
			form: 'about',
			high: percent,
			index,
			low: percent,
			percent: true,
			text: match,
			unit: whole
				.slice(index + match.length)
				.trim()
				.slice(0, 24),
		});
		return ' '.repeat(match.length);
	});
	if (shares.length > 0 || SAYINGS.some(([pattern]) => text.search(pattern) >= 0)) return { fraction, shares, text };
	for (const [pattern, value] of FRACTIONS) {
		const match = pattern.exec(text);
		if (!match) continue;
		const { index } = match;
		fraction = { form: 'about', high: value, index, low: value, percent: true, text: match[0], unit: '' };
		return { fraction, shares, text: text.slice(0, index) + ' '.repeat(match[0].length) + text.slice(index + match[0].length) };
	}
	return { fraction, shares, text };
}

/** A bare number may be part of a name, an order or a clock; a count has its noun or its size. */
function isCount({ end, grouped, index, scaled, value }: Found, head: string, tail: string, text: string): boolean {
	if (NAMING.test(head)) return false;
	if (ORDINAL.test(tail) || CALENDAR.test(tail) || DURATION_UNIT.test(tail)) return false;
	if (/[:/]\d*$/.test(head.slice(-3)) || /^[:/]\d/.test(tail)) return false;
	if (scaled || grouped) return true;
	// Years that the date reader left, scores and versions.
	if (
		Number.isInteger(value) &&
		value >= 1500 &&
		value < 2100 &&
		/^\d{4}$/.test(text.slice(index, end)) &&
		!/^ ?(?:people|men|soldiers|japanese|troops|prisoners|dead|deaths|killed|人|名|человек|солдат)/u.test(tail)
	)
		return false;
	return value > 0;
}

function sayingsIn(text: string): Found[] {
	return SAYINGS.flatMap(([pattern, value]) =>
		[...text.matchAll(pattern)].map((match) => ({
			end: match.index + match[0].length,
			grouped: true,
			index: match.index,
			scaled: true,
			tenths: false,
			value,
		})),
	);
}

function digitsIn(text: string): Found[] {
	const found: Found[] = [];
	for (const match of text.matchAll(NUMBER)) {
		const { digits, suffix } = match.groups!;
		const grouped =
			/^\d{1,3}(?:[,.'\u00A0\u202F ]\d{3})+$/.test(digits!) &&
			!/^0[.,]/.test(digits!) &&
			!(suffix !== undefined && /^\d+[.,]\d{3}$/.test(digits!) && /^(?:million|m|млн|billion|bn|млрд)/u.test(suffix));
		const value = grouped ? Number(digits!.replace(/\D/g, '')) : Number(digits!.replace(',', '.'));
		const end = match.index + match[0].length;
		const tenths = TENTHS.test(text.slice(end));
		found.push({
			end,
			grouped,
			index: match.index,
			scale: suffix === undefined ? undefined : SCALES[suffix],
			scaled: suffix !== undefined,
			tenths,
			value: round(tenths ? value * 10 : value * (suffix ? SCALES[suffix]! : 1)),
		});
	}
	return found;
}

function myriadsIn(text: string): Found[] {
	const found = [...text.matchAll(MYRIADS)].map((match): Found => {
		const { man, oku, ones, sen } = match.groups!;
		const value = Number(oku ?? 0) * 1e8 + Number(man) * 1e4 + Number(sen ?? 0) * 1e3 + Number(ones ?? 0);
		return {
			end: match.index + match[0].length,
			grouped: false,
			index: match.index,
			scale: oku ? 1e8 : 1e4,
			scaled: true,
			tenths: false,
			value: round(value),
		};
	});
	for (const match of text.matchAll(KANJI_NUMBER)) {
		found.push({
			end: match.index + match[0].length,
			grouped: false,
			index: match.index,
			scaled: true,
			tenths: false,
			value: hanValue(match[0]),
		});
	}
	for (const match of text.matchAll(KANJI_TENTHS))
		found.push({ end: match.index + 1, grouped: false, index: match.index, scaled: false, tenths: true, value: hanValue(match[0]) * 10 });
	return found;
}

/** “Сотни тысяч”: no count stands before the size. */
const SCORES = /(?<!\p{L})(?:сот(?:ни|ен|нями|нях)|десят(?:ки|ков|ками|ках)|нескольк[а-яё]+|много|многи[а-яё]+)\s+$/iu;

function wordsIn(text: string): Found[] {
	const found: Found[] = [];
	for (const match of text.matchAll(WORD_NUMBER)) {
		const words = match[0].trim().split(/[ -]+/);
		// “one”, “two” and “a hundred” alone are grammar as often as counts; with a scale they are numbers.
		const total = wordsValue(match[0].trim());
		const scaled = words.some((word) => word in SCALE_WORDS);
		const small = words.filter((word) => word in NUMBER_WORDS).length;
		if (total === 0 || (!scaled && small > 0 && total < 2)) continue;
		const trimmed = match[0].trimEnd();
		// “thousands of”, “a million times”: a size without a count.
		if (small === 0 && !/^(?:a|an|one) |^(?:тысяч|миллион)/u.test(trimmed)) continue;
		if (small === 0 && SCORES.test(text.slice(0, match.index))) continue;
		const scale = Math.max(...words.map((word) => SCALE_WORDS[word] ?? 0)) || undefined;
		found.push({ end: match.index + trimmed.length, grouped: false, index: match.index, scale, scaled, tenths: false, value: total });
	}
	return found;
}

const round = (value: number) => Math.round(value * 100) / 100;
