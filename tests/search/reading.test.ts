import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writtenOut } from '../../src/search/abbreviations.ts';
import { askedBy, intentsOf, runConceptsOf } from '../../src/search/concepts.ts';
import { datesAskedIn, datesIn } from '../../src/search/dates.ts';
import { fold, nameKey } from '../../src/search/fold.ts';
import { numbersIn } from '../../src/search/numbers.ts';
import { romaniseCyrillic, romaniseKana, soundOf } from '../../src/search/romanise.ts';
import { stemEnglish, stemRussian, tokenise } from '../../src/search/tokens.ts';

const termsOf = (text: string) => tokenise(fold(text)).map(({ term }) => term);

describe('fold', () => {
	it.each([
		['Ōshima', 'oshima'],
		['Khalkhin-Gol', 'khalkhin gol'],
		['ＫＨＡＬＫＨＩＮ　ＧＯＬ', 'khalkhin gol'],
		['日ソ中立條約', '日ソ中立条約'],
		['苏联', '蘇連'],
		['Хрущёв', 'хрущев'],
		['Курильские́ острова', 'курильские острова'],
		['ﾉﾓﾝﾊﾝ', 'ノモンハン'],
		['ニコライ・ラザレフ', 'ニコライラザレフ'],
		['l’Étranger', 'letranger'],
		['\u202Enomon\u200Bhan', 'nomonhan'],
		['   ', ''],
	])('writes %j as %j', (text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	it('keeps й from и and が from か, for they are letters of their own', () => {
		expect(fold('й')).not.toBe(fold('и'));
		expect(fold('が')).not.toBe(fold('か'));
	});

	it('writes plain Cyrillic and Japanese as it writes them beside what must be taken apart', () => {
		const plain = fc.string({ maxLength: 12, unit: fc.constantFrom(...'абвгдеёйьэяАЁЙЯ019 .,-?!()') });
		const japanese = fc.string({ maxLength: 12, unit: fc.constantFrom(...'ぁんがぱァヴー日本國體一二三〇々04 ・、。？「」') });
		// What nobody sees is taken out, and nothing else changes.
		fc.assert(fc.property(fc.oneof(plain, japanese), (text) => fold(text) === fold(`${text}\u200B`)));
	});

	it('changes nothing when it is done again', () => {
		fc.assert(fc.property(fc.string({ maxLength: 60, unit: 'grapheme' }), (text) => fold(fold(text)) === fold(text)));
	});

	it('leaves neither blanks at the ends nor two together', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/^\s|\s$|\s\s/.test(fold(text))));
	});

	it('gives katakana and hiragana, joined or apart, one key', () => {
		expect(nameKey(fold('ノモンハン 事件'))).toBe(nameKey(fold('のもんはん事件')));
	});
});

describe('romanise', () => {
	it.each([
		['халхин', 'khalkhin'],
		['щука', 'shchuka'],
		['ё', 'e'],
		['абв漢', 'abv漢'],
	])('Cyrillic %s as %s', (word, latin) => {
		expect(romaniseCyrillic(word)).toBe(latin);
	});

	it.each([
		['のもんはん', 'nomonhan'],
		['しゃ', 'sha'],
		['きょうてい', 'kyoutei'],
		['がっこう', 'gakkou'],
		['まっちゃ', 'matcha'],
		['エ'.normalize('NFKC'), 'エ'],
	])('kana %s as %s', (kana, latin) => {
		expect(romaniseKana(kana)).toBe(latin);
	});

	it.each([
		['khalkhin', 'halhin'],
		['shimoda', 'simoda'],
		['zhukov', 'jukov'],
		['ooshima', 'oshima'],
		['toukyou', 'tokyo'],
		['mitsui', 'mitui'],
		['siberia', romaniseKana('しべりあ')],
		['rossiya', 'rosiia'],
	])('%s sounds like %s', (one, other) => {
		expect(soundOf(one)).toBe(soundOf(other));
	});

	it('does not join what sounds apart', () => {
		expect(soundOf('kunashir')).not.toBe(soundOf('iturup'));
	});
});

describe('tokenise', () => {
	it('cuts Han in pairs, keeps words of kana, Hangul, Cyrillic and Latin whole', () => {
		expect(termsOf('北方領土')).toEqual(['北方', '方領', '領土']);
		expect(termsOf('ノモンハン事件')).toEqual([soundOf('nomonhan'), '事件']);
		expect(termsOf('日ソ中立条約')).toEqual(['日ソ', 'ソ中', '中立', '立条', '条約']);
		expect(termsOf('노몬한')).toEqual(['노몬한'.normalize('NFD')]);
	});

	it('passes over short hiragana, which is grammar', () => {
		expect(termsOf('の から')).toEqual([]);
	});

	it('parts a name of katakana from the particles behind it, and passes over those', () => {
		expect(termsOf('プチャーチンはどちらが')).toEqual([soundOf('puchatin')]);
		expect(termsOf('のもんはん')).toEqual([soundOf('nomonhan')]);
	});

	it('brings Cyrillic and Latin to one term', () => {
		expect(termsOf('Халхин-Гол')).toEqual(termsOf('Khalkhin Gol'));
		expect(termsOf('на Халхин-Голе').slice(1)).toEqual(termsOf('Halhin Gol'));
	});

	it('takes a count that is written short for the word, and not for what sounds like its letters', () => {
		expect(termsOf('млн')).toEqual(termsOf('миллион'));
		expect(termsOf('тыс')).toEqual(termsOf('тысяча'));
		expect(termsOf('мрный')).not.toEqual(termsOf('млн'));
	});

	it.each([
		['treaties', 'treaty'],
		['deaths', 'death'],
		['losses', 'loss'],
		['stopped', 'stop'],
		['crisis', 'crisis'],
		['kuril', 'kuril'],
		['sunk', 'sink'],
		['killings', 'kill'],
	])('English %s has the stem %s', (word, stem) => {
		expect(stemEnglish(word)).toBe(stem);
	});

	it.each([
		['сибири', 'сибир'],
		['японцами', 'японц'],
		['пакт', 'пакт'],
		['ясы', 'ясы'],
	])('Russian %s has the stem %s', (word, stem) => {
		expect(stemRussian(word)).toBe(stem);
	});
});

const spansOf = (text: string) => datesIn(text).dates.map(({ from, to }) => [from, to]);

describe('datesIn', () => {
	const spans = spansOf;

	it.each([
		['13 april 1941', 19410413],
		['April 13th, 1941', 19410413],
		['1941-04-13', 19410413],
		['13.04.1941', 19410413],
		['4/13/1941', 19410413],
		['13/4/1941', 19410413],
		['1941年4月13日', 19410413],
		['昭和16年4月13日', 19410413],
		['13 апреля 1941 года', 19410413],
		['１９４１年４月１３日', 19410413],
		['昭和十六年四月十三日', 19410413],
		['13.4.41', 19410413],
		['13/4/41', 19410413],
		['4/13/41', 19410413],
		["Apr 13 '41", 19410413],
		['8 августа 1945-го', 19450808],
		['19410413', 19410413],
		['13 апр. 1941 г.', 19410413],
		['9 авг 1945', 19450809],
	])('reads %s', (text, day) => {
		expect(spans(text)).toEqual([[day, day]]);
	});

	it.each([
		['summer 1939', 19390601, 19390831],
		['1939 summer', 19390601, 19390831],
		['1939 лето', 19390601, 19390831],
		['1939 г. летом', 19390601, 19390831],
		['1939年 夏', 19390601, 19390831],
		['лета 1939', 19390601, 19390831],
		['the 1945 fall of Manchuria', 19450101, 19451231],
		['авг 1945', 19450801, 19450831],
		['янв. 1905', 19050101, 19050131],
		['лето 1939', 19390601, 19390831],
		['1939年夏', 19390601, 19390831],
		['August 1945', 19450801, 19450831],
		['1945-08', 19450801, 19450831],
		['1939', 19390101, 19391231],
		['昭和元年', 19260101, 19261231],
		['1904–1905', 19040101, 19051231],
		["'56", 19560101, 19561231],
		['that 45 war with Japan', 19450101, 19451231],
		['the 41 pact', 19410101, 19411231],
		['45年8月に参戦', 19450801, 19450831],
		['в первой половине 45-го', 19450101, 19451231],
		['в 45-м часть японцев вернулась', 19450101, 19451231],
		['в 45-м разбили и утратили', 19450101, 19451231],
		['в 41-м главнокомандующий', 19410101, 19411231],
		['летом 45-го и две армии', 19450601, 19450831],
		['August the 9th 1945', 19450809, 19450809],
		['昭和45年8月', 19700801, 19700831],
		['ソ連は45年8月に参戦した', 19450801, 19450831],
		["the Japanese stayed in '18", 19180101, 19181231],
		["Abe and Putin met in '18", 20180101, 20181231],
		['Путин изменил конституцию в 20-м', 20200101, 20201231],
		["april '41", 19410401, 19410430],
		['в январе 72-го', 19720101, 19720131],
		['осенью 39-го', 19390901, 19391130],
		['1904-05', 19040101, 19051231],
		['in 1941, in October', 19411001, 19411031],
		['в 1941 в октябре', 19411001, 19411031],
		['the 1930s', 19300101, 19391231],
		['1930年代', 19300101, 19391231],
		['安政元年十二月二十一日', 18550108, 18550211],
	])('reads %s as a span', (text, from, to) => {
		expect(spans(text)).toEqual([[from, to]]);
	});

	it('a month that has a year of its own is not one of the year before it', () => {
		expect(datesIn('in 1941, in October 1942').dates.map(({ from }) => from)).toEqual([19421001, 19410101]);
	});

	it('gives a season to the year that it stands before', () => {
		expect(spans('1941 summer 1942')).toEqual([
			[19420601, 19420831],
			[19410101, 19411231],
		]);
	});

	it('takes no eight digits of a longer or grouped number, nor a month that does not exist, for a day', () => {
		expect(['1941041300', '194,104,13', '19411313'].flatMap(spans)).toEqual([]);
	});

	it('reads a day without a year, and every date of a text once', () => {
		expect(spans('8月9日')).toEqual([[809, 809]]);
		expect(spans('from 11 May 1939 to 16 September 1939')).toEqual([
			[19390511, 19390511],
			[19390916, 19390916],
		]);
	});

	it.each([
		'в 28-м полку',
		'в 20-м веке',
		'к 70-й годовщине',
		'до 50-й параллели',
		"don't",
		'the 731 unit',
		'в начале 20-го столетия',
		'в конце 19-го — начале 20-го века',
		'в половине 12-го ночи',
		'In August the 1st Far Eastern Front attacked',
		'the 25 war criminals',
		'the 45 war dead',
	])('takes no number of something else for a year or a day: %s', (text) => {
		expect(spans(text)).toEqual([]);
	});

	it('takes no year of an era that was named before for one of ours', () => {
		expect(spans('明治37年2月〜38年9月')).toEqual([[19040201, 19040229]]);
	});

	it('knows that the day may stand before the month', () => {
		expect(datesIn('5/9/1905').dates).toMatchObject([{ from: 19050509, otherwise: 19050905 }]);
	});

	it('does not take a day that does not exist, nor a number, for a date', () => {
		expect(spans('31 february 1939').filter(([from, to]) => from === to)).toEqual([]);
		expect(spans('62,068 died')).toEqual([]);
	});

	it('gives back the words without the dates', () => {
		expect(datesIn('pact of 13 april 1941').rest.trim()).toBe('pact of');
	});
});

describe('dates in words', () => {
	it.each([
		['signed on the thirteenth of April 1941', [19410413, 19410413]],
		['on April the thirteenth, 1941', [19410413, 19410413]],
		['nineteen forty-one', [19410101, 19411231]],
		['nineteen oh five', [19050101, 19051231]],
		['eighteen seventy-five', [18750101, 18751231]],
		['nineteen hundred and five', [19050101, 19051231]],
		['Dembei, sixteen ninety-seven', [16970101, 16971231]],
		['в тысяча шестьсот девяносто седьмом году', [16970101, 16971231]],
		['Aug. ninth, 1945', [19450809, 19450809]],
		['they attacked in forty-five, and won', [19450101, 19451231]],
		['тринадцатого апреля 1941 года', [19410413, 19410413]],
		['двадцать пятого мая 1945', [19450525, 19450525]],
		['в тысяча девятьсот пятом году', [19050101, 19051231]],
		['в сорок пятом', [19450101, 19451231]],
		['победа сорок пятого года', [19450101, 19451231]],
		['май сорок пятого', [19450501, 19450531]],
	])('%s', (text, span) => {
		expect(spansOf(text)).toEqual([span]);
	});

	it.each([
		'the second front',
		'forty-five men',
		'in forty-five days',
		'первый секретарь',
		'сорок пять человек',
		'в двадцать третьей дивизии',
		'nineteen people',
		'they may first attack',
	])('%s: no date', (text) => {
		expect(spansOf(text)).toEqual([]);
	});

	it('writes an ordinal as most people write it', () => {
		expect(datesIn('the twenty-third division').rest).toBe('the 23rd division');
		expect(datesIn('по пятидесятой параллели').rest).toBe('по 50-й параллели');
	});
});

describe('datesAskedIn', () => {
	it.each([
		['XIX century', 1801, 1900],
		['in the 19th century', 1801, 1900],
		['nineteenth-century treaties', 1801, 1900],
		['XIX век', 1801, 1900],
		['в девятнадцатом веке', 1801, 1900],
		['19世紀', 1801, 1900],
		['十七世紀', 1601, 1700],
		['XVII–XVIII вв.', 1601, 1800],
		['twenty-first century', 2001, 2100],
	])('reads %s as a span', (text, first, last) => {
		expect(datesAskedIn(text).dates).toMatchObject([{ from: first * 10_000 + 101, to: last * 10_000 + 1231 }]);
	});

	it.each(['4th century', '30世紀', 'a century', 'XIX'])('reads no century in %s, of which nothing is told here', (text) => {
		expect(datesAskedIn(text).dates).toEqual([]);
	});

	it('reads the dates beside a century, and gives back the words', () => {
		const { dates, rest } = datesAskedIn('treaties of the XIX century, 1855');
		expect(dates.map(({ from }) => from)).toEqual([18010101, 18550101]);
		expect(rest.trim()).toBe('treaties of the  ,');
	});

	it('leaves centuries out of what claims are compared by', () => {
		expect(spansOf('in the 19th century')).toEqual([]);
	});
});

describe('numbersIn', () => {
	it.each([
		['340k dead', 340_000],
		['60万人', 600_000],
		['6万2千', 62_000],
		['60 тыс. погибших', 60_000],
		['1,5 млн', 1_500_000],
		['257 000 умерли', 257_000],
		['62,068', 62_068],
		['0.6 million', 600_000],
		['95.3%', 95.3],
		['84 percent', 84],
		['sixty thousand dead', 60_000],
		['three hundred and forty thousand', 340_000],
		['half a million', 500_000],
		['шестьдесят тысяч', 60_000],
		['六十万人', 600_000],
		['六〇万人', 600_000],
		['六万二千人', 62_000],
		['6万人', 60_000],
		['六十万', 600_000],
		['約六十万人', 600_000],
		['死者六万二千', 62_000],
		['六十万抑留', 600_000],
		['死者約6万', 60_000],
		['八千 戦死', 8_000],
	])('reads %s', (text, value) => {
		expect(numbersIn(text).map((number) => number.value)).toEqual([value]);
	});

	it.each([
		['50-60k killed', 50_000, 60_000],
		['50–60 тыс', 50_000, 60_000],
		['between 50 and 60 thousand', 50_000, 60_000],
		['от 50 до 60 тысяч', 50_000, 60_000],
		['5〜6万人', 50_000, 60_000],
		['20 and 3 million', 20, 3_000_000],
	])('gives both ends of a range the scale that stands behind it: %s', (text, low, high) => {
		expect(numbersIn(text).map(({ value }) => value)).toEqual([low, high]);
		expect(numbersIn(text).every(({ isEnd }) => isEnd)).toBe(low > 20);
	});

	it.each(['four islands', '三国干渉', '七三一部隊', '二・一ゼネスト', '二百三高地', '三千院', '万国', '第23師団'])(
		'leaves the number in the name %s',
		(text) => {
			expect(numbersIn(text)).toEqual([]);
		},
	);

	it.each(['50,000–60,000', '50000 to 60000', '50k–60k'])('knows the ends of a range in full: %s', (text) => {
		expect(numbersIn(text)).toMatchObject([
			{ isEnd: true, value: 50_000 },
			{ isEnd: true, value: 60_000 },
		]);
	});

	it('marks plain short digits, which may be part of a name', () => {
		expect(numbersIn('unit 731')).toEqual([{ bare: true, text: '731', value: 731 }]);
	});

	it('never throws and never gives a value that is no number', () => {
		fc.assert(fc.property(fc.string({ maxLength: 80 }), (text) => numbersIn(text).every(({ value }) => Number.isFinite(value))));
	});
});

describe('writtenOut', () => {
	it.each([
		['non aggr pact', 'non aggression pact'],
		['intl govt conf', 'international government conference'],
		['сов монг согл', 'советский монгольский соглашение'],
	])('writes %s out', (clipped, whole) => {
		expect(writtenOut(clipped, () => false)).toBe(whole);
		expect(writtenOut(clipped, () => true)).toBe(clipped);
	});
});

describe('concepts', () => {
	it('tells what is asked', () => {
		expect([...intentsOf('how many died')]).toEqual(['count']);
		expect([...intentsOf(fold('сколько погибло'))]).toEqual(['count']);
		expect([...intentsOf('did japan break the pact')]).toEqual(['judge']);
		expect(askedBy('why did khrushchev offer two islands')).toBe('#asks-why');
		expect(askedBy('khalkhin gol')).toBeUndefined();
	});

	it('finds words of Han and kana inside a run, the longest first', () => {
		expect(runConceptsOf('シベリア抑留で何人死んだのか').map(({ concept, word }) => [concept, word])).toEqual([
			['#siberia', 'シベリア'],
			['#death', '死んだ'],
			['#pow', '抑留'],
		]);
	});
});
