/** Dates in the ways people write them, read as spans of days that sort as numbers (19410413). */
import { daysInMonth } from '../dataset/edtf.ts';
import { MONTH_WORDS, monthOf, RUSSIAN_MONTHS } from './months.ts';
import { isNumberless, withDigits } from './numerals.ts';
import { mayHoldWritten, withWrittenDates } from './written-dates.ts';

const SEASONS: Record<string, readonly [number, number]> = {
	spring: [3, 5],
	summer: [6, 8],
	autumn: [9, 11],
	fall: [9, 11],
	winter: [12, 12],
	весной: [3, 5],
	весна: [3, 5],
	весны: [3, 5],
	летом: [6, 8],
	лето: [6, 8],
	лета: [6, 8],
	осенью: [9, 11],
	осень: [9, 11],
	осени: [9, 11],
	зимой: [12, 12],
	зима: [12, 12],
	зимы: [12, 12],
	春: [3, 5],
	夏: [6, 8],
	秋: [9, 11],
	冬: [12, 12],
};
const ERAS: Record<string, number> = { 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 };
/** Eras of the lunar calendar, which ended with 1872: the year before the first. */
const LUNAR_ERAS: Record<string, number> = {
	正保: 1643,
	天明: 1780,
	寛政: 1788,
	享和: 1800,
	文化: 1803,
	文政: 1817,
	天保: 1829,
	弘化: 1843,
	嘉永: 1847,
	安政: 1853,
	万延: 1859,
	文久: 1860,
	元治: 1863,
	慶応: 1864,
};
/** The first day of a lunar month falls so many days after that of the solar month of its number, at least and at most. */
const LUNAR_DELAY = [18, 52] as const;

/** A month that stands without a year. */
const MONTH_ALONE = new RegExp(
	`(?<=(?:^|[\\s,(])(?:in|by|since|until|till|before|after|during|early|late|mid|around|в|к|с|до|после|начале|конце|середине)[\\s-]+|\\d,\\s+)(?<word>${MONTH_WORDS})(?![\\p{L}\\d])(?! ?\\d)|(?<![\\d年/])(?<number>1[0-2]|[1-9])月(?![\\d一二三四五六七八九十])`,
	'gu',
);
const SEASON_WORDS = Object.keys(SEASONS).join('|');
/** Those that a blank parts from the year before them. */
const SPELLED_SEASONS = Object.keys(SEASONS)
	.filter((word) => word.length > 1)
	.join('|');
const YEAR = String.raw`(?:1[5-9]|20)\d{2}`;

export interface FoundDate {
	/** First and last day as sortable numbers; for a day of an unknown year the year is 0. */
	readonly from: number;
	/** The day that “5/9/1905” means where the day, not the month, comes first. */
	readonly otherwise?: number;
	readonly to: number;
	readonly precision: 'day' | 'month' | 'monthday' | 'season' | 'year';
	readonly text: string;
}

/** What may stand in a text: letters, characters of East Asia, and what is neither a letter, a digit nor a blank. */
const LETTER = 1;
const EAST_ASIAN = 2;
const MARK = 4;
const ANY = LETTER | EAST_ASIAN | MARK;

/** An expression, what is read of it, and of what its texts have some at least: one that finds nothing takes longer to begin than a look at all characters. */
type Reader = readonly [RegExp, (groups: Record<string, string>) => Omit<FoundDate, 'text'> | null, number?];

const day = (year: number, month: number, date: number): Omit<FoundDate, 'text'> | null => {
	if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year || 2000, month)) return null;
	const value = year * 10_000 + month * 100 + date;
	return { from: value, precision: year ? 'day' : 'monthday', to: value };
};
const months = (year: number, first: number, last: number, precision: 'month' | 'season' | 'year'): Omit<FoundDate, 'text'> | null =>
	first < 1 || last > 12
		? null
		: { from: year * 10_000 + first * 100 + 1, precision, to: year * 10_000 + last * 100 + daysInMonth(year, last) };

/** A day of the lunar calendar, to within a month. */
const lunar = (year: number, month: number, date: number): Omit<FoundDate, 'text'> => {
	const [from, to] = LUNAR_DELAY.map((delay) => {
		const shifted = new Date(Date.UTC(year, month - 1, date + delay));
		return shifted.getUTCFullYear() * 10_000 + (shifted.getUTCMonth() + 1) * 100 + shifted.getUTCDate();
	});
	return { from: from!, precision: 'month', to: to! };
};
/** “1945/46”, “1904–5”: the last year in full. */
const lastYear = (first: number, rest: string | undefined): number =>
	rest === undefined ? first : Math.floor(first / 10 ** rest.length) * 10 ** rest.length + Number(rest);
const YEAR_ENDINGS = String.raw`(?:年| ?гг?(?!\p{L})\.?| год(?:а|у|ом|ы|ов|ах)?(?!\p{L}))?`;

/** Decades that are told by their tens are those of the twentieth century, the first of them its twenties. */
const ENGLISH_DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const RUSSIAN_DECADES = ['двадцат', 'тридцат', 'сороков', 'пятидесят', 'шестидесят', 'семидесят', 'восьмидесят', 'девяност'];

/** From the most to the least exact; a reader takes its words away from those after it. */
const READERS: readonly Reader[] = [
	[
		new RegExp(`(?<era>${Object.keys(LUNAR_ERAS).join('|')})(?<n>\\d{1,2}|元)年(?:閏?(?<m>\\d{1,2})月(?:(?<d>\\d{1,2})日)?)?`, 'gu'),
		(g) => {
			const year = LUNAR_ERAS[g.era!]! + (g.n === '元' ? 1 : Number(g.n));
			return g.m ? lunar(year, Number(g.m), Number(g.d ?? 15)) : months(year, 1, 12, 'year');
		},
		EAST_ASIAN,
	],
	[
		/(?<![\d.,])(?<y>1[5-9]\d0|20\d0)(?:s|年代|-е(?: годы)?|-х(?: годов)?)(?![\d\p{L}])/gu,
		(g) => {
			const first = Number(g.y);
			// “The 1600s” is the century.
			return { from: first * 10_000 + 101, precision: 'year', to: (first + (first % 100 === 0 ? 99 : 9)) * 10_000 + 1231 };
		},
		LETTER | EAST_ASIAN,
	],
	[
		/(?<!\p{L})(?:nineteen[ -])?(?<w>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)(?!\p{L})|(?<![\d.,])(?<y>[2-9]0)(?:年代|-?е годы|-?х годов|-?х годах|-?х(?!\p{L}))|(?<!\p{L})(?<r>двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност)ы[ех](?!\p{L})(?: год(?:ы|ов|ах))?/gu,
		(g) => {
			const decade = g.y ? Number(g.y) / 10 : (g.w ? ENGLISH_DECADES : RUSSIAN_DECADES).indexOf(g.w ?? g.r!) + 2;
			return { from: (1900 + decade * 10) * 10_000 + 101, precision: 'year', to: (1909 + decade * 10) * 10_000 + 1231 };
		},
		LETTER | EAST_ASIAN,
	],
	[
		/(?<era>明治|大正|昭和|平成|令和)(?<n>\d{1,2}|元)年(?:(?<m>\d{1,2})月(?:(?<d>\d{1,2})日)?)?/gu,
		(g) => {
			const year = ERAS[g.era!]! + (g.n === '元' ? 1 : Number(g.n));
			if (!g.m) return months(year, 1, 12, 'year');
			return g.d ? day(year, Number(g.m), Number(g.d)) : months(year, Number(g.m), Number(g.m), 'month');
		},
		EAST_ASIAN,
	],
	[
		new RegExp(`(?<!\\d)(?<y>${YEAR})(?:年の?)? ?(?<s>[春夏秋冬])[天季]?`, 'gu'),
		(g) => months(Number(g.y), ...SEASONS[g.s!]!, 'season'),
		EAST_ASIAN,
	],
	[
		new RegExp(`(?<y>${YEAR})年(?:(?<m>\\d{1,2})月(?:(?<d>\\d{1,2})日)?)?`, 'gu'),
		(g) => {
			if (!g.m) return months(Number(g.y), 1, 12, 'year');
			return g.d ? day(Number(g.y), Number(g.m), Number(g.d)) : months(Number(g.y), Number(g.m), Number(g.m), 'month');
		},
		EAST_ASIAN,
	],
	[
		new RegExp(`(?<!\\d)(?<y>${YEAR})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\d)`, 'gu'),
		(g) => day(Number(g.y), Number(g.m), Number(g.d)),
		MARK,
	],
	[
		new RegExp(`(?<![\\d.,])(?<y>${YEAR})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])(?![.,]?\\d)`, 'gu'),
		(g) => day(Number(g.y), Number(g.m), Number(g.d)),
	],
	[
		new RegExp(`(?<!\\d)(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.(?<y>${YEAR})(?!\\d)`, 'gu'),
		(g) => day(Number(g.y), Number(g.m), Number(g.d)),
		MARK,
	],
	[
		/(?<![\d.])(?<d>\d{1,2})(?<by>[./])(?<m>\d{1,2})\k<by>(?<y>\d\d)(?![\d./])/gu,
		(g) => day(1900 + Number(g.y), Number(g.m), Number(g.d)) ?? day(1900 + Number(g.y), Number(g.d), Number(g.m)),
		MARK,
	],
	[
		new RegExp(`(?<!\\d)(?<a>\\d{1,2})[/-](?<b>\\d{1,2})[/-](?<y>${YEAR})(?!\\d)`, 'gu'),
		(g) => {
			const monthFirst = day(Number(g.y), Number(g.a), Number(g.b));
			const dayFirst = day(Number(g.y), Number(g.b), Number(g.a));
			return monthFirst && dayFirst && dayFirst.from !== monthFirst.from
				? { ...monthFirst, otherwise: dayFirst.from }
				: (monthFirst ?? dayFirst);
		},
		MARK,
	],
	[
		new RegExp(
			`(?<![\\d\\p{L}])(?<d>\\d{1,2})(?:st|nd|rd|th|er|\\.|го|-го)?(?: of)? (?<m>${MONTH_WORDS})\\.?,?(?: (?<y>${YEAR})(?:-?го)?)?(?![\\d\\p{L}])`,
			'gu',
		),
		(g) => day(Number(g.y ?? 0), monthOf(g.m!)!, Number(g.d)),
		LETTER,
	],
	[
		new RegExp(
			`(?<!\\p{L})(?<m>${MONTH_WORDS})\\.? (?:the (?=\\d+(?:st|nd|rd|th)(?:,? (?:of )?${YEAR}|[.,;:!?)]|$)))?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,? (?:of )?(?<y>${YEAR}))?(?![\\d\\p{L}])`,
			'gu',
		),
		(g) => day(Number(g.y ?? 0), monthOf(g.m!)!, Number(g.d)),
		LETTER,
	],
	[/(?<!\d)(?<m>\d{1,2})月(?<d>\d{1,2})日/gu, (g) => day(0, Number(g.m), Number(g.d)), EAST_ASIAN],
	[
		new RegExp(`(?<!\\p{L})(?<m>${MONTH_WORDS})\\.?,?(?: of| in)? (?<y>${YEAR})(?!\\d)`, 'gu'),
		(g) => months(Number(g.y), monthOf(g.m!)!, monthOf(g.m!)!, 'month'),
		LETTER,
	],
	[
		// “In 1941, in October”: the month of what is said behind it has a year or a day of its own.
		new RegExp(
			`(?<!\\d)(?<y>${YEAR})(?:[ -/](?<m>0[1-9]|1[0-2]|${MONTH_WORDS})|,? (?:in|в) (?<n>${MONTH_WORDS})(?! ?\\d))(?![\\d\\p{L}-])`,
			'gu',
		),
		(g) => {
			const written = (g.m ?? g.n)!;
			const month = monthOf(written) ?? Number(written);
			// “1904-05” are two years.
			if (g.m?.length === 2 && month === (Number(g.y) % 100) + 1) return null;
			return months(Number(g.y), month, month, 'month');
		},
	],
	[
		new RegExp(`(?<!\\p{L})(?<s>${SEASON_WORDS})(?: of| in)?(?: the)?(?: year)?,? ?(?<y>${YEAR})(?!\\d)`, 'gu'),
		(g) => months(Number(g.y), ...SEASONS[g.s!]!, 'season'),
		LETTER | EAST_ASIAN,
	],
	[
		// “The 1945 fall of Manchuria” is no season, and in “1941, summer 1942” it is that of the year behind it.
		new RegExp(
			`(?<![\\d.,])(?<y>${YEAR})${YEAR_ENDINGS}(?: in| in the)? (?<s>${SPELLED_SEASONS})(?!\\p{L})(?! of(?!\\p{L}))(?! ?(?:in )?\\d)`,
			'gu',
		),
		(g) => months(Number(g.y), ...SEASONS[g.s!]!, 'season'),
		LETTER,
	],
	[
		new RegExp(`(?<![\\d.,])(?<y>${YEAR})年?[-–/~〜](?<z>\\d{1,2}|${YEAR})${YEAR_ENDINGS}(?!\\d)(?![.,]\\d)`, 'gu'),
		(g) => {
			const first = Number(g.y);
			const last = lastYear(first, g.z);
			return last > first ? { from: first * 10_000 + 101, precision: 'year', to: last * 10_000 + 1231 } : null;
		},
		MARK,
	],
	[new RegExp(`(?<![\\d.,])(?<y>${YEAR})(?:-го|-м)?${YEAR_ENDINGS}(?![\\d])(?![.,]\\d)`, 'gu'), (g) => months(Number(g.y), 1, 12, 'year')],
];

/** What an ordinal counts that is no year. */
const COUNTED_BY_ORDINALS = `(?:${[
	'арми|дивизи|корпус|отряд|бригад|батальон|стать(?:я|и|е|ю|ей|ям|ях|ями)(?!\\p{L})|пункт|параграф|столети|съезд|сессии|километр|градус|строк|страниц|годовщин|параллел|широт|минут|сражени',
	// Beginnings of other words as well: разбили, часть, утратили, главный, векселя.
	'(?:полк|век|раз|час|день|дня|дню|ночи|утра|вечера|глав)(?:[аеуы]|ом|ов|ам|ах|ами)?(?!\\p{L})|вв?\\.',
].join('|')})`;
/** Names and matters of the years since 2000: beside one of them '18 is not 1918. */
const RECENT =
	/(?<!\p{L})(?:putin|medvedev|lavrov|shoigu|abe|suga|kishida|koizumi|hatoyama yukio|trump|obama|biden|zelensk\w+|crimea\w*|ukrain\w+|sanctions?|unesco|g[78]|covid|sochi|nagato|singapore|valdai|blue ?book|constitution\w*|путин[а-яё]*|медведев[а-яё]*|лавров[а-яё]*|абэ|суга|кисида|коидзуми|трамп[а-яё]*|крым[а-яё]*|украин[а-яё]+|санкци[а-яё]+|юнеско|сочи|валда[а-яё]+|конституц[а-яё]+)(?!\p{L})|プーチン|メドベージェフ|ラブロフ|安倍|岸田|小泉|トランプ|クリミア|ウクライナ|制裁|ユネスコ|憲法改正|青書/iu;
/** The last year that is written so of the years since 2000. */
const RECENT_MAX = 26;
/** Years of this matter written in two digits: '56, in 41–42, april 41, в 45-м, в январе 72-го. Most are of the twentieth century. */
const SHORT_YEARS: readonly RegExp[] = [
	/(?<![^\s(])['’](?<year>\d\d)(?![\d'’])/gu,
	/(?<=(?<!\p{L})(?:in|since|until|of|by|for) )(?<year>[34]\d|5[0-6])(?=(?:[-–/]\d\d)?(?:[\s]*(?:[,.;:!?)]|$)|\s+(?:and|when|was|is|the|to|it|they|on|for|but|with)\b))/giu,
	new RegExp(
		`(?<=(?<!\\p{L})(?:в|с|до|к|от|из|по|за|пакт|пакта|лета|летом|весны|весной|осени|осенью|зимы|зимой|перв(?:ой|ую) половин[еуы]|втор(?:ой|ую) половин[еуы]|начале|начала|конце|конца|середине|середины|года|${RUSSIAN_MONTHS}) )(?<year>0[4-9]|[1-9]\\d)(?:-?(?:м|го|ом|й|му|ого))(?!\\p{L})(?!(?: ?(?:и|-|–|—) ?(?:\\p{L}+ )?\\d\\d-?\\p{L}{1,3})? ${COUNTED_BY_ORDINALS})`,
		'giu',
	),
	/(?<year>0[45]|1[68]|3[6-9]|4[0-5]|51|55|56)(?<=(?<!\p{L})(?:the|that|this|whole) \d\d)(?= (?:war|treaty|pact|declaration|convention|agreement|accord|deal|alliance|invasion|offensive)(?![\p{L}-]| (?:dead|crim|death|port|signator|veteran|prisoner|aircraft|plane)))/giu,
	/(?<year>3[2-9]|4\d|5[0-6])(?=年\d{1,2}月)(?<![\d.,年]\d\d)(?<!(?:明治|大正|昭和|平成|令和|同)[^。]{0,26})/gu,
	/(?<![\d.,])(?<year>0[4-9]|[1-9]\d)-(?:го|м|й|му)(?= год(?:а|у|ом|е)?(?!\p{L}))/giu,
	/(?<=\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}* )(?<year>3[2-9]|4\d|5[0-6])(?![\d:.,]\d|st|nd|rd|th)/giu,
];

/** The text with its two-digit years written in full. */
export function withFullYears(text: string): string {
	if (charactersOf(text) === 0) return text;
	let isRecent: boolean | undefined;
	return SHORT_YEARS.reduce(
		(out, pattern) =>
			out.replace(pattern, (_found, ...more) => {
				const { year } = more.at(-1) as { year: string };
				return `${Number(year) <= RECENT_MAX && ((isRecent ??= RECENT.test(text))) ? '20' : '19'}${year}`;
			}),
		text,
	);
}

const FIRST_EAST_ASIAN = 0x2e80;
const [BLANK, DIGIT_0, DIGIT_9, SMALL_A, SMALL_Z] = [...' 09az'].map((it) => it.charCodeAt(0)) as [number, number, number, number, number];

/** What stands in a text in lower case. Beyond ASCII no letter is told from a mark. */
function charactersOf(text: string): number {
	let found = 0;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code >= SMALL_A && code <= SMALL_Z) found |= LETTER;
		else if (code > 127) found |= code >= FIRST_EAST_ASIAN ? ANY : LETTER | MARK;
		else if (code !== BLANK && (code < DIGIT_0 || code > DIGIT_9)) found |= MARK;
	}
	return found;
}

/** Every date in `text`, the most exact reading of each, and the text without them. */
export function datesIn(text: string): { readonly dates: FoundDate[]; readonly rest: string } {
	const dates: FoundDate[] = [];
	if (isNumberless(text) && !mayHoldWritten(text)) return { dates, rest: text.toLowerCase() };
	let rest = withFullYears(withDigits(withWrittenDates(text.normalize('NFKC').toLowerCase())));
	if (!/\d|元年|t(?:wen|hir)ties|fort?ies|fifties|(?:six|seven|eigh|nine)ties|(?:дцат|десят|сороков|девяност)ы/.test(rest))
		return { dates, rest };
	const held = charactersOf(rest);
	for (const [pattern, read, needed] of READERS) {
		if (needed !== undefined && (needed & held) === 0) continue;
		rest = rest.replace(pattern, (found, ...more) => {
			const groups = more.at(-1) as Record<string, string>;
			const date = read(groups);
			if (!date) return found;
			dates.push({ ...date, text: found });
			return ' ';
		});
	}
	return { dates, rest };
}

/** Months that a text names without a year, as spans of no year. `rest` is what is left of it without its dates. */
export function monthsIn(rest: string): FoundDate[] {
	return [...rest.matchAll(MONTH_ALONE)].map(({ 0: text, groups }) => {
		const month = groups!.word ? monthOf(groups!.word)! : Number(groups!.number);
		return { from: month * 100 + 1, precision: 'month', text, to: month * 100 + daysInMonth(2000, month) };
	});
}

const ROMAN_CENTURIES = ['xv', 'xvi', 'xvii', 'xviii', 'xix', 'xx', 'xxi'];
const ENGLISH_CENTURIES = ['fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth', 'twenty-first'];
const RUSSIAN_CENTURIES = ['пятнадцат', 'шестнадцат', 'семнадцат', 'восемнадцат', 'девятнадцат', 'двадцат', 'двадцать перв'];
const FIRST_CENTURY = 15;
const LAST_CENTURY = 21;
const HAS_CENTURY = /centur|век|столети|(?:[xхviі\d]|\d-й|\d-го|\d-м) ?вв?(?!\p{L})|世[紀纪]|세기|jahrhundert|si[eè]cle/iu;
const CENTURY = `(?:\\d\\d|[xх][xхvіi]{0,4}|${ENGLISH_CENTURIES.join('|').replace('-', '[ -]')}|(?:${RUSSIAN_CENTURIES.toReversed().join('|')})\\p{L}{2,3})`;
const CENTURIES = new RegExp(
	`(?<![\\p{L}\\d.,])(?<a>${CENTURY})(?:st|th|e|\\.|-?(?:й|го|м))?(?: ?(?:[-–—~〜]| to | and | и ) ?(?<b>${CENTURY})(?:st|th|e|\\.|-?(?:й|го|м))?)?[ -]?(?:centur(?:y|ies)|век(?:а|е|ов|ах|у|ом)?|столети[а-яё]{1,2}|вв\\.?|в\\.|в(?=\\s*$)|世[紀纪]|세기|jahrhunderts?|si[eè]cles?)(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`,
	'gu',
);

function centuryOf(written: string): number | undefined {
	if (/^\d/.test(written)) return Number(written);
	const latin = written.replaceAll('х', 'x').replaceAll('і', 'i').replace(' ', '-');
	const roman = ROMAN_CENTURIES.indexOf(latin);
	const english = ENGLISH_CENTURIES.indexOf(latin);
	const russian = RUSSIAN_CENTURIES.findLastIndex((stem) => written.startsWith(stem));
	const place = Math.max(roman, english, russian);
	return place < 0 ? undefined : FIRST_CENTURY + place;
}

/** Every date that a lookup asks for: those of `datesIn`, and centuries, by which no claim is dated closely enough to be compared. */
export function datesAskedIn(text: string): AskedDates {
	if (text !== lastText) {
		lastDates = readDatesAsked(text);
		lastText = text;
	}
	return lastDates;
}

interface AskedDates {
	readonly dates: readonly FoundDate[];
	readonly rest: string;
}

/** What is being typed is looked at for what it begins first, and read as a whole afterwards. */
let lastText = '';
let lastDates: AskedDates = { dates: [], rest: '' };

function readDatesAsked(text: string): AskedDates {
	if (!HAS_CENTURY.test(text)) return datesIn(text);
	const centuries: FoundDate[] = [];
	const rest = withDigits(text.normalize('NFKC').toLowerCase()).replace(CENTURIES, (found, ...more) => {
		const { a, b } = more.at(-1) as { a: string; b?: string };
		const first = centuryOf(a);
		const last = b === undefined ? first : centuryOf(b);
		if (first === undefined || last === undefined || first < FIRST_CENTURY || last > LAST_CENTURY || last < first) return found;
		centuries.push({ from: ((first - 1) * 100 + 1) * 10_000 + 101, precision: 'year', text: found, to: last * 1_000_000 + 1231 });
		return ' ';
	});
	const { dates, rest: undated } = datesIn(rest);
	return { dates: [...centuries, ...dates], rest: undated };
}
