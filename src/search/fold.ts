/**
 * Folding: one written form for all the ways in which people write the same word. What matters for meaning is kept:
 * й is not и, and が is not か.
 */
import { HAN_VARIANTS } from './han-variants.ts';
import { romaniseCyrillic } from './romanise.ts';

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
const LATIN_LIGATURES: Record<string, string> = { æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', ı: 'i' };

/** A word begun on one keyboard and ended on another: ноmon. */
const MIXED =
	/\p{Script=Cyrillic}+\p{Script=Latin}[\p{Script=Latin}\p{Script=Cyrillic}]*|\p{Script=Latin}+\p{Script=Cyrillic}[\p{Script=Latin}\p{Script=Cyrillic}]*/gu;

/** Three or more of these in a row are written digit by digit: 七三一部隊. */
const HAN_DIGITS = '〇一二三四五六七八九';

/** Longer queries are cut: no name and no sensible question is longer, and a hostile one costs no more than this. */
export const QUERY_MAX_LENGTH = 400;

/** Whoever reads a text folds it several times in a row. */
let lastText = '';
let lastFolded = '';

/**
 * Lower case, compatibility forms unified (NFKC), Latin and stress marks removed, katakana written as hiragana only
 * where `kana` asks for it, old and simplified characters as their modern Japanese ones, everything that is neither
 * letter nor digit as one space.
 */
export function fold(text: string): string {
	if (text === lastText) return lastFolded;
	if (isFolded(text)) return text;
	lastFolded = isPlain(text)
		? text
				.toLowerCase()
				.replace(/[^a-z0-9]+/g, ' ')
				.trim()
		: foldAny(text);
	lastText = text;
	return lastFolded;
}

/** Whether a text is small letters and digits with one blank between words, as most is that people type: told without an expression, which takes as long to begin as to look at all of it. */
function isFolded(text: string): boolean {
	let isInWord = false;
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if ((code >= SMALL_A && code <= SMALL_Z) || (code >= DIGIT_0 && code <= DIGIT_9)) isInWord = true;
		else if (code === BLANK && isInWord) isInWord = false;
		else return false;
	}
	return isInWord;
}
const [BLANK, DIGIT_0, DIGIT_9, SMALL_A, SMALL_Z] = [...' 09az'].map((it) => it.charCodeAt(0)) as [number, number, number, number, number];

/** Cyrillic letters, Han, kana, digits and the marks between them, as they come from a keyboard: without anything to take apart, or to tell from Latin. */
const PLAIN_CYRILLIC = /^[а-яёА-ЯЁ0-9 .,:;()/?!-]*$/;
const PLAIN_JAPANESE = /^[\u3041-\u3096\u30A1-\u30FA\u30FC\u4E00-\u9FFF々〇0-9 、。・？！「」]*$/;

function foldAny(text: string): string {
	if (PLAIN_CYRILLIC.test(text))
		return text
			.toLowerCase()
			.replaceAll('ё', 'е')
			.replace(/[^а-я0-9]+/g, ' ')
			.trim();
	const decomposed = PLAIN_JAPANESE.test(text)
		? text
		: text
				.normalize('NFKC')
				.toLowerCase()
				.replace(INVISIBLE, '')
				// Marks go from Latin letters and, as stress marks, from Cyrillic ones; й is a letter of its own.
				.normalize('NFD')
				.replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
				.replace(/е\u0308/g, 'е')
				.replace(/[\u0300\u0301]/g, '')
				.normalize('NFC');
	let out = '';
	for (const character of decomposed) out += LATIN_LIGATURES[character] ?? HAN_VARIANTS.get(character) ?? character;
	return out
		.replace(/[〇一二三四五六七八九]{3,}/gu, (digits) => [...digits].map((digit) => HAN_DIGITS.indexOf(digit)).join(''))
		.replace(/['’‘ʼʹʺ`´]/g, '')
		.replace(/(?<=[\p{Script=Katakana}ー])[・=゠](?=\p{Script=Katakana})/gu, '')
		.replace(MIXED, romaniseCyrillic)
		.replace(/[^\p{L}\p{N}\p{M}ー々]+/gu, ' ')
		.trim();
}

/** Only ASCII letters, digits, blanks and marks: nothing to unify, and the case of a letter is all that is lost. */
export function isPlain(text: string): boolean {
	return /^[A-Za-z0-9 .,:;()/?!-]*$/.test(text);
}

const [FIRST_KATAKANA, LAST_KATAKANA] = [...'ァヶ'].map((it) => it.charCodeAt(0)) as [number, number];

/** Katakana as hiragana, so that ノモンハン and のもんはん are one. */
export function toHiragana(text: string): string {
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code >= FIRST_KATAKANA && code <= LAST_KATAKANA)
			return text.replace(/[ァ-ヶ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60));
	}
	return text;
}

/** What two spellings of one name have in common when only blanks and kana differ. */
export function nameKey(folded: string): string {
	return toHiragana(folded).replaceAll(' ', '');
}
