/** Numbers written as words or in Han characters, in digits: “sixty thousand”, 昭和十六年, 六十万人. */

const HAN_DIGITS: Readonly<Record<string, number>> = {
	〇: 0,
	零: 0,
	一: 1,
	二: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
};
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const HAN_MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000 };
// Before what is counted or dated, from ten thousand on, or alone: 三国干渉 and 四島 are names.
const HAN_NUMBER = new RegExp(
	[
		'(?<!\\d|[数何幾][十百千万億]*)[〇零一二三四五六七八九十百千万億]+(?=[年月日人名機隻両件]|世[紀纪]|パーセント|%)',
		'(?<![\\d〇零一二三四五六七八九十百千万億]|[数何幾][十百千万億]*)[一二三四五六七八九十百千]+[万億][〇零一二三四五六七八九十百千万億]*(?!\\d)',
		'(?<![\\d\\p{Script=Han}\\p{Script=Katakana}々ー])[一二三四五六七八九][百千][〇零一二三四五六七八九十百千]*(?![\\d\\p{Script=Han}\\p{Script=Katakana}々ー])',
	].join('|'),
	'gu',
);

/** 十六 → 16, 一九四一 → 1941, 六万二千 → 62000. */
export function hanValue(text: string): number {
	if (/^[〇零一二三四五六七八九]+$/u.test(text)) return Number([...text].map((digit) => HAN_DIGITS[digit]!).join(''));
	// 六〇万: each digit has its place. 五六百 is five or six hundred.
	const isPlaced = /[〇零]/u.test(text);
	let total = 0;
	let myriad = 0;
	let digit: number | undefined;
	for (const character of text) {
		if (HAN_DIGITS[character] !== undefined) digit = (isPlaced ? (digit ?? 0) * 10 : 0) + HAN_DIGITS[character];
		else if (HAN_UNITS[character]) {
			myriad += (digit ?? 1) * HAN_UNITS[character];
			digit = undefined;
		} else {
			total += (myriad + (digit ?? 0) || 1) * HAN_MYRIADS[character]!;
			myriad = 0;
			digit = undefined;
		}
	}
	return total + myriad + (digit ?? 0);
}

/**
 * A Russian number and its forms: after “около”, “более”, “до” it stands in another case than by itself. “Семью” is a family as well, and
 * “одной из пяти” is no share.
 */
const RUSSIAN_NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
	(
		'1 один одна|2 два две двух двум двумя двое двоих|3 три трех трем тремя трое троих|' +
		'4 четыре четырех четырем четырьмя четверо|5 пять пяти пятью пятеро|6 шесть шести шестью шестеро|7 семь семи семеро|8 восемь восьми восемью|' +
		'9 девять девяти девятью|10 десять десяти десятью|11 одиннадцать одиннадцати одиннадцатью|12 двенадцать двенадцати двенадцатью|' +
		'13 тринадцать тринадцати тринадцатью|14 четырнадцать четырнадцати четырнадцатью|15 пятнадцать пятнадцати пятнадцатью|' +
		'16 шестнадцать шестнадцати шестнадцатью|17 семнадцать семнадцати семнадцатью|18 восемнадцать восемнадцати восемнадцатью|' +
		'19 девятнадцать девятнадцати девятнадцатью|20 двадцать двадцати двадцатью|30 тридцать тридцати тридцатью|40 сорок сорока|' +
		'50 пятьдесят пятидесяти пятьюдесятью|60 шестьдесят шестидесяти шестьюдесятью|70 семьдесят семидесяти|80 восемьдесят восьмидесяти|' +
		'90 девяносто девяноста|100 сто ста|200 двести двухсот двумстам двумястами|300 триста трехсот тремстам|400 четыреста четырехсот|' +
		'500 пятьсот пятисот пятистам|600 шестьсот шестисот|700 семьсот семисот|800 восемьсот восьмисот|900 девятьсот девятисот'
	)
		.split('|')
		.flatMap((line) => {
			const [value, ...forms] = line.split(' ');
			// “Трёх” and “трех” are one word.
			const spelt = forms.flatMap((form) => (/^(?:тре[хм]|четыре[хм])/.test(form) ? [form, form.replace(/е(?=[хм])/, 'ё')] : [form]));
			return spelt.map((form) => [form, Number(value)] as const);
		}),
);

/** Numbers below a thousand that are one word, in the forms in which they stand before what is counted. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
	zero: 0,
	one: 1,
	two: 2,
	three: 3,
	four: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	eleven: 11,
	twelve: 12,
	thirteen: 13,
	fourteen: 14,
	fifteen: 15,
	sixteen: 16,
	seventeen: 17,
	eighteen: 18,
	nineteen: 19,
	twenty: 20,
	thirty: 30,
	forty: 40,
	fifty: 50,
	sixty: 60,
	seventy: 70,
	eighty: 80,
	ninety: 90,
	...RUSSIAN_NUMBERS,
};
/** Words that multiply what stands before them. */
export const SCALE_WORDS: Readonly<Record<string, number>> = {
	hundred: 100,
	thousand: 1_000,
	thousands: 1_000,
	million: 1_000_000,
	millions: 1_000_000,
	billion: 1_000_000_000,
	тысяч: 1_000,
	тысяча: 1_000,
	тысяче: 1_000,
	тысячам: 1_000,
	тысячами: 1_000,
	тысячах: 1_000,
	тысячи: 1_000,
	тысячу: 1_000,
	миллион: 1_000_000,
	миллиона: 1_000_000,
	миллионов: 1_000_000,
	миллиону: 1_000_000,
	миллионе: 1_000_000,
	миллионам: 1_000_000,
	миллионами: 1_000_000,
	миллионах: 1_000_000,
	миллиард: 1_000_000_000,
	миллиарда: 1_000_000_000,
	миллиардов: 1_000_000_000,
	миллиарду: 1_000_000_000,
	миллиардам: 1_000_000_000,
	миллиардами: 1_000_000_000,
};
/** What stands behind digits and multiplies them: 60k, 60 тыс., 60万, 60 thousand. */
export const SUFFIXES: Readonly<Record<string, number>> = {
	...Object.fromEntries(Object.entries(SCALE_WORDS).filter(([word]) => word !== 'hundred')),
	bn: 1e9,
	k: 1e3,
	m: 1e6,
	mln: 1e6,
	mn: 1e6,
	млн: 1e6,
	млрд: 1e9,
	тыс: 1e3,
	千: 1e3,
	万: 1e4,
	萬: 1e4,
	만: 1e4,
	百万: 1e6,
	億: 1e8,
	亿: 1e8,
};
/** The keys of such a table as an alternation, in which no word hides a longer one. */
export const anyOf = (table: Readonly<Record<string, number>>): string =>
	Object.keys(table)
		.sort((a, b) => b.length - a.length)
		.join('|');

const WORD = anyOf(NUMBER_WORDS);
const SCALE = anyOf(SCALE_WORDS);
// Small numbers alone (“four islands”, “two fronts”) are part of a phrase: one with a scale is a quantity.
const SCALED = new RegExp(
	`(?<![\\p{L}\\d])(?:(?:${WORD})(?: and |[ -]))+(?:${SCALE})(?:(?: and |[ -])(?:${WORD}|${SCALE}))*(?!\\p{L})`,
	'gu',
);

/** “three hundred and forty thousand” → 340000. */
export function wordsValue(text: string): number {
	let total = 0;
	let part = 0;
	for (const word of text.split(/[ -]+/)) {
		const scale = SCALE_WORDS[word];
		if (scale === undefined) part += NUMBER_WORDS[word] ?? 0;
		else if (scale === 100) part = (part || 1) * 100;
		else {
			total += (part || 1) * scale;
			part = 0;
		}
	}
	return total + part;
}

const FRACTIONS: readonly (readonly [RegExp, string])[] = [
	[/(?<!\p{L})(?:half a|a half) million(?!\p{L})/gu, '500000'],
	[/(?<!\p{L})a quarter(?: of a)? million(?!\p{L})/gu, '250000'],
	[/(?<!\p{L})полу?миллион[ау](?!\p{L})/gu, '500000'],
	[/(?<!\p{L})one and a half million(?!\p{L})/gu, '1500000'],
];

/** `text`, in lower case and NFKC, with such numbers in digits. */
export function withDigits(text: string): string {
	let out = text;
	if (/[〇零一二三四五六七八九十百千万億]/u.test(out)) out = out.replace(HAN_NUMBER, (found) => String(hanValue(found)));
	if (/hundred|thousand|million|тысяч|миллион/u.test(out)) {
		for (const [pattern, digits] of FRACTIONS) out = out.replace(pattern, digits);
		out = out.replace(SCALED, (found) => String(wordsValue(found)));
	}
	return out;
}

/** Whether a text can hold neither a number nor a date, which one look tells of most: plain letters without any word for one. */
export const isNumberless = (text: string): boolean => !/[^\x20-\x7E]|\d|ties|hundred|thousand|million/i.test(text);
