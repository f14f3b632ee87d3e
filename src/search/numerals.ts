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
// Only before what is counted or dated: 三国干渉 and 四島 are names.
const HAN_NUMBER = /(?<!\d)[〇零一二三四五六七八九十百千万億]+(?=[年月日人名機隻両件]|世紀|パーセント|%)/gu;

/** 十六 → 16, 一九四一 → 1941, 六万二千 → 62000. */
function hanValue(text: string): number {
	if (/^[〇零一二三四五六七八九]+$/u.test(text)) return Number([...text].map((digit) => HAN_DIGITS[digit]!).join(''));
	let total = 0;
	let myriad = 0;
	let digit: number | undefined;
	for (const character of text) {
		if (HAN_DIGITS[character] !== undefined) digit = HAN_DIGITS[character];
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

const WORDS: Readonly<Record<string, number>> = {
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
	fifteen: 15,
	eighteen: 18,
	twenty: 20,
	thirty: 30,
	forty: 40,
	fifty: 50,
	sixty: 60,
	seventy: 70,
	eighty: 80,
	ninety: 90,
	пять: 5,
	десять: 10,
	двадцать: 20,
	тридцать: 30,
	сорок: 40,
	пятьдесят: 50,
	шестьдесят: 60,
	семьдесят: 70,
	восемьдесят: 80,
	девяносто: 90,
	сто: 100,
	двести: 200,
	триста: 300,
	четыреста: 400,
	пятьсот: 500,
	шестьсот: 600,
};
const SCALES: Readonly<Record<string, number>> = {
	hundred: 100,
	thousand: 1_000,
	million: 1_000_000,
	тысяч: 1_000,
	тысячи: 1_000,
	миллион: 1_000_000,
	миллиона: 1_000_000,
};
const WORD = Object.keys(WORDS).join('|');
const SCALE = Object.keys(SCALES).join('|');
// Small numbers alone (“four islands”, “two fronts”) are part of a phrase: one with a scale is a quantity.
const NUMBER_WORDS = new RegExp(
	`(?<![\\p{L}\\d])(?:(?:${WORD})(?: and |[ -]))+(?:${SCALE})(?:(?: and |[ -])(?:${WORD}|${SCALE}))*(?!\\p{L})`,
	'gu',
);

/** “three hundred and forty thousand” → 340000. */
function wordsValue(text: string): number {
	let total = 0;
	let part = 0;
	for (const word of text.split(/[ -]/)) {
		const scale = SCALES[word];
		if (scale === undefined) part += WORDS[word] ?? 0;
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
	[/(?<!\p{L})полмиллиона(?!\p{L})/gu, '500000'],
	[/(?<!\p{L})one and a half million(?!\p{L})/gu, '1500000'],
];

/** `text`, in lower case and NFKC, with such numbers in digits. */
export function withDigits(text: string): string {
	let out = text;
	if (/[〇零一二三四五六七八九十百千万億]/u.test(out)) out = out.replace(HAN_NUMBER, (found) => String(hanValue(found)));
	if (/hundred|thousand|million|тысяч|миллион/u.test(out)) {
		for (const [pattern, digits] of FRACTIONS) out = out.replace(pattern, digits);
		out = out.replace(NUMBER_WORDS, (found) => String(wordsValue(found)));
	}
	return out;
}
