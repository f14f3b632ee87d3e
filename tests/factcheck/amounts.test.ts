import { expect, it } from 'vitest';
import { amountsIn } from '../../src/factcheck/amounts.ts';
import { groupCounts, withPlainBounds } from '../../src/factcheck/plain-amounts.ts';
import { stanceOf } from '../../src/factcheck/stance.ts';
import { datesIn } from '../../src/search/dates.ts';

it.each([
	['more than 15 guards', 'atLeast'],
	['no more than 15 guards', 'atMost'],
	['not above 15 guards', 'atMost'],
	['above 15 guards', 'atLeast'],
	['over 15 guards', 'atLeast'],
	['they handed over 15 guards', 'exact'],
	['no fewer than 15 guards', 'atLeast'],
	['15 guards at the very least', 'atLeast'],
	['15 railway guards at most', 'atMost'],
	['15 guards, at least one of them armed', 'exact'],
	['some 15 guards', 'about'],
	['более 15 человек', 'atLeast'],
	['не более 15 человек', 'atMost'],
	['не менее 15 человек', 'atLeast'],
	['15 человек как минимум', 'atLeast'],
	['15 человек максимум', 'atMost'],
	['15 guards at least one of them armed', 'exact'],
	['in nagano more than 15 guards', 'atLeast'],
	['not less than 15 guards', 'atLeast'],
	['not over 15 guards', 'atMost'],
	['в стране более 15 человек', 'atLeast'],
	['не свыше 15 человек', 'atMost'],
	['15人以上', 'atLeast'],
	['多くても15人', 'atMost'],
	['exceeding 15 guards', 'atLeast'],
	['15人を超えた', 'atLeast'],
	['15人強', 'atLeast'],
	['15人に達した', 'exact'],
	['15人強制抑留された', 'exact'],
	['минимум 15 человек', 'atLeast'],
	['максимум 15 человек', 'atMost'],
] as const)('%s bounds it: %s', (text, form) => {
	expect(amountsIn(withPlainBounds(text)).map((amount) => [amount.form, amount.low])).toEqual([[form, 15]]);
});

it.each([
	['just over a thousand men', 'about', 1_000],
	['a little under 60,000 men', 'about', 60_000],
	['not far off 60,000', 'about', 60_000],
	['close on 60,000', 'about', 60_000],
	['north of 500,000 prisoners', 'atLeast', 500_000],
	['a good 50,000', 'atLeast', 50_000],
	['60,000-odd men', 'about', 60_000],
	['50,000 and change', 'about', 50_000],
	['sixty something thousand', 'about', 60_000],
	['a full million captives', 'exact', 1_000_000],
	['two and a half thousand', 'exact', 2_500],
	['a couple of thousand', 'about', 2_000],
	['a couple hundred', 'about', 200],
	['чуть больше 60 тысяч', 'about', 60_000],
	['60 с лишним тысяч', 'about', 60_000],
	['тысяча с лишним', 'about', 1_000],
	['полторы тысячи', 'exact', 1_500],
	['около семисот человек', 'about', 700],
	['осудили двенадцать человек', 'exact', 12],
	['около трёхсот сорока тысяч', 'about', 340_000],
	['около трехсот сорока тысяч', 'about', 340_000],
	['из семидесяти шести тысяч', 'exact', 76_000],
	['более полумиллиона', 'atLeast', 500_000],
	['60-ти тысяч', 'exact', 60_000],
	['60к пленных', 'exact', 60_000],
	['три сотни пленных', 'exact', 300],
	['два десятка лагерей', 'exact', 20],
	['полтысячи человек', 'exact', 500],
	['three quarters of a million', 'exact', 750_000],
	['6万人程度', 'about', 60_000],
	['60万は下らない', 'atLeast', 600_000],
	['пару тысяч', 'about', 2_000],
	['пара сотен', 'about', 200],
	['убитыми тысяч двадцать пять', 'about', 25_000],
	['займов миллионов на двести', 'about', 200_000_000],
	['60,000 of them died there, at least.', 'atLeast', 60_000],
	['60,000 died there, if not more', 'atLeast', 60_000],
	['60,000 died there, tops', 'atMost', 60_000],
	['60 тысяч пленных, не меньше', 'atLeast', 60_000],
	['60 тысяч пленных, не больше', 'atMost', 60_000],
	['60,000 died there, give or take', 'about', 60_000],
	['50,000 men or more at the river', 'atLeast', 50_000],
	['in excess of 60,000', 'atLeast', 60_000],
	['по меньшей мере 60 тысяч', 'atLeast', 60_000],
	['более чем 50 тысяч', 'atLeast', 50_000],
	['потери превысили 50 тысяч', 'atLeast', 50_000],
	['от силы 60 тысяч', 'atMost', 60_000],
	['something like 60,000', 'about', 60_000],
	['ок. 60 тысяч', 'about', 60_000],
	['60+ тысяч', 'atLeast', 60_000],
	['60-ish thousand', 'about', 60_000],
	['700-тысячная армия', 'exact', 700_000],
	['больше четверти миллиона', 'atLeast', 250_000],
	['a million and a half', 'exact', 1_500_000],
	['≥60,000', 'atLeast', 60_000],
	['погибло тысяч 25', 'about', 25_000],
	['не больше тысяч двадцати', 'atMost', 20_000],
	['больше тысяч двадцати', 'atLeast', 20_000],
	['тысяч сто двадцать пять', 'about', 125_000],
	['несколько тысяч, девять из них', 'exact', 9],
	['тысяч двадцать часто болели', 'about', 20_000],
	['тысяча двадцать пять', 'exact', 1_025],
	['сорок тысяч двести человек', 'exact', 40_200],
	['два с половиной миллиона', 'exact', 2_500_000],
	['千人ちょっと', 'about', 1_000],
	['6万人あまり', 'about', 60_000],
	['6万人近い', 'about', 60_000],
	['6万人足らず', 'atMost', 60_000],
] as const)('told loosely or in parts: %s', (text, form, value) => {
	expect(amountsIn(withPlainBounds(text)).map((amount) => [amount.form, amount.low])).toEqual([[form, value]]);
});

it('takes two numbers side by side for a range, where they are no number together', () => {
	const ends = (text: string) => amountsIn(withPlainBounds(text)).map(({ high, low }) => [low, high]);
	expect(ends('три-четыре тысячи')).toEqual([[3_000, 4_000]]);
	expect(ends('sixty-two thousand')).toEqual([[62_000, 62_000]]);
	expect(ends('тысяч пять-шесть')).toEqual([[5_000, 6_000]]);
	expect(ends('тысяч 20–30 или больше')).toEqual([[20_000, 30_000]]);
	expect(ends('тысяч 20 или 30')).toEqual([[20_000, 30_000]]);
});

it.each([
	['about two thousand Japanese died', 'about 2,000 Japanese died'],
	['погибло две тысячи солдат', 'погибло 2,000 солдат'],
	['船では1700人ほどが亡くなった', '船では1,700人ほどが亡くなった'],
	['signed in two thousand', 'signed in two thousand'],
	['forty two thousand men', 'forty two thousand men'],
	['в две тысячи втором году', 'в две тысячи втором году'],
])('two thousand that are counted are no year: %s', (text, grouped) => {
	expect(groupCounts(text)).toBe(grouped);
});

it.each([
	['15 men and at least 30 women', ['exact', 'atLeast']],
	['15 убитых и как минимум 20 раненых', ['exact', 'atLeast']],
	['15 soldiers and at most 30 officers', ['exact', 'atMost']],
] as const)('%s: the bound of a number is not that of its neighbour', (text, forms) => {
	expect(amountsIn(text).map(({ form }) => form)).toEqual(forms);
});

it.each([
	['Not even 500 people died', 'atMost', 500],
	['nowhere near 60,000 died', 'atMost', 60_000],
	["they didn't exceed 60,000", 'atMost', 60_000],
	['the Kwantung Army cannot exceed 500 men', 'atMost', 500],
	['hardly 2,000 Soviet casualties in all', 'atMost', 2_000],
	['hardly more than 15 guards', 'atMost', 15],
	['barely 500 men', 'about', 500],
	['just shy of 500 men', 'about', 500],
	['no fewer than a dozen were tried', 'atLeast', 12],
	['not even half a million', 'atMost', 500_000],
	['не более 15 человек', 'atMost', 15],
	['погибло не менее, чем 500 человек', 'atLeast', 500],
	['потери никогда не превышали 500 человек', 'atMost', 500],
	['не было и 500 человек', 'atMost', 500],
	['вряд ли меньше 15 человек', 'atLeast', 15],
	['едва ли не 500 человек', 'about', 500],
	['死者は６万人にも満たない', 'atMost', 60_000],
	['死者は500人もいなかった', 'atMost', 500],
	['死者は6万人を超えていない', 'atMost', 60_000],
	['死者は500人を下回らない', 'atLeast', 500],
	['死者は6万人を超えたかもしれない', 'atLeast', 60_000],
	['死者は6万人を超えたのは間違いない', 'atLeast', 60_000],
	['6万人に達したことは間違いない', 'exact', 60_000],
] as const)('%s: what bounds a number denies nothing', (text, form, low) => {
	const { sign, text: asserted } = stanceOf(text);
	expect(sign).toBe(1);
	expect(amountsIn(asserted.toLowerCase()).map((amount) => [amount.form, amount.low])).toEqual([[form, low]]);
});

it.each([
	'not one of 60,000 died',
	'Japan never reached Moscow',
	'the Soviets never reached the 38th parallel',
	'Советские войска не достигли 38-й параллели',
	'война началась даже не 9 августа',
	'not even the 1941 pact stopped them',
	'not even one Japanese soldier was tried',
	'they did not sink 5 ships',
	'60万人を超える日本人が帰国できなかった',
])('%s: no bound, but a denial', (text) => {
	expect(stanceOf(text).sign).toBe(-1);
});

it('a hostile text costs no more than a plain one', () => {
	for (const text of ['ж'.repeat(20_000), "n't ".repeat(5_000), 'не '.repeat(6_000), '500人'.repeat(5_000)])
		expect(withPlainBounds(text)).toBe(text);
});

/** As a clause is read: dates are taken out before, and words are digits. */
const readAmounts = (text: string) => amountsIn(datesIn(stanceOf(groupCounts(text)).text).rest);

it.each([
	['60–70,000 died', 60_000, 70_000],
	['from 60k up to 70k', 60_000, 70_000],
	['5 to 6 thousand', 5_000, 6_000],
	['thirty to forty thousand men', 30_000, 40_000],
	['two or three thousand men', 2_000, 3_000],
	['two to three hundred thousand men', 200_000, 300_000],
	['1.2 to 1.5 million men', 1_200_000, 1_500_000],
	['100-1,500 men', 100, 1_500],
	['5 to 1000 men', 5, 1_000],
	['30〜40万人', 300_000, 400_000],
	['30万から40万人', 300_000, 400_000],
	['2〜3割', 20, 30],
	['две-три сотни', 200, 300],
	['от двух до трёх сотен', 200, 300],
])('reads both ends of a range: %s', (text, low, high) => {
	expect(readAmounts(text).map((amount) => [amount.low, amount.high])).toEqual([[low, high]]);
});

it.each([
	['two thirds died', 66.7],
	['three-quarters of them died', 75],
	['1 in 10 died', 10],
	['every tenth man died', 10],
	['каждый третий погиб', 33.3],
	['семеро из десяти погибли', 70],
	['十人に一人が死んだ', 10],
	['三割が死んだ', 30],
])('counts nothing by the numbers of a share: %s', (text, share) => {
	expect(readAmounts(text).map(({ low, percent }) => [low, percent])).toEqual([[share, true]]);
});

it.each(['every fourth year', 'каждый третий день', 'отправил семью из Москвы', 'чёрная сотня'])('counts nothing by %s', (text) => {
	expect(readAmounts(text)).toEqual([]);
});

it('takes one of several for no share, unless it is said of how many', () => {
	expect(readAmounts('Япония была одной из пяти стран').map(({ high, percent }) => [high, percent])).toEqual([[5, false]]);
	expect(readAmounts('один из пяти погиб').map(({ high, percent }) => [high, percent])).toEqual([[20, true]]);
});

it.each([
	['сотню тысяч японцев', 100_000],
	['полсотни тысяч', 50_000],
	['пятью миллионами', 5_000_000],
	['двумя тысячами солдат', 2_000],
	['六〇万人', 600_000],
	['五六百人', 600],
])('multiplies by what stands behind: %s', (text, value) => {
	expect(readAmounts(text).map(({ high }) => high)).toEqual([value]);
});

it.each([
	['в 1930-х годах', [19_300_101, 19_391_231]],
	['в конце 90-х', [19_900_101, 19_991_231]],
])('leaves a decade to the dates: %s', (text, span) => {
	expect(datesIn(stanceOf(text).text).dates.map(({ from, to }) => [from, to])).toEqual([span]);
});
