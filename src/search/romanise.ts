/** Cyrillic and kana in Latin letters, and one sound for the romanisations that people mix. */

const CYRILLIC: Record<string, string> = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	д: 'd',
	е: 'e',
	ё: 'e',
	ж: 'zh',
	з: 'z',
	и: 'i',
	й: 'i',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'kh',
	ц: 'ts',
	ч: 'ch',
	ш: 'sh',
	щ: 'shch',
	ъ: '',
	ы: 'y',
	ь: '',
	э: 'e',
	ю: 'yu',
	я: 'ya',
	ө: 'o',
	ү: 'u',
	і: 'i',
	ї: 'i',
	є: 'e',
	ґ: 'g',
};

/** Cyrillic letters (Russian, Mongolian, Ukrainian) by the plain BGN/PCGN romanisation; others stay. */
export function romaniseCyrillic(word: string): string {
	let out = '';
	for (const letter of word) out += CYRILLIC[letter] ?? letter;
	return out;
}

const KANA_ROWS: Record<string, string> = {
	あ: 'a',
	い: 'i',
	う: 'u',
	え: 'e',
	お: 'o',
	か: 'ka',
	き: 'ki',
	く: 'ku',
	け: 'ke',
	こ: 'ko',
	が: 'ga',
	ぎ: 'gi',
	ぐ: 'gu',
	げ: 'ge',
	ご: 'go',
	さ: 'sa',
	し: 'shi',
	す: 'su',
	せ: 'se',
	そ: 'so',
	ざ: 'za',
	じ: 'ji',
	ず: 'zu',
	ぜ: 'ze',
	ぞ: 'zo',
	た: 'ta',
	ち: 'chi',
	つ: 'tsu',
	て: 'te',
	と: 'to',
	だ: 'da',
	ぢ: 'ji',
	づ: 'zu',
	で: 'de',
	ど: 'do',
	な: 'na',
	に: 'ni',
	ぬ: 'nu',
	ね: 'ne',
	の: 'no',
	は: 'ha',
	ひ: 'hi',
	ふ: 'fu',
	へ: 'he',
	ほ: 'ho',
	ば: 'ba',
	び: 'bi',
	ぶ: 'bu',
	べ: 'be',
	ぼ: 'bo',
	ぱ: 'pa',
	ぴ: 'pi',
	ぷ: 'pu',
	ぺ: 'pe',
	ぽ: 'po',
	ま: 'ma',
	み: 'mi',
	む: 'mu',
	め: 'me',
	も: 'mo',
	や: 'ya',
	ゆ: 'yu',
	よ: 'yo',
	ら: 'ra',
	り: 'ri',
	る: 'ru',
	れ: 're',
	ろ: 'ro',
	わ: 'wa',
	ゐ: 'i',
	ゑ: 'e',
	を: 'o',
	ん: 'n',
	ゔ: 'vu',
	ぁ: 'a',
	ぃ: 'i',
	ぅ: 'u',
	ぇ: 'e',
	ぉ: 'o',
};
const SMALL_Y: Record<string, string> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };
const SMALL_VOWEL: Record<string, string> = { ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' };

/** Hiragana in modified Hepburn, without long marks; anything else stays. */
export function romaniseKana(hiragana: string): string {
	let out = '';
	let doubled = false;
	for (const kana of hiragana) {
		if (kana === 'っ') {
			doubled = true;
			continue;
		}
		if (kana === 'ー') continue;
		const small = SMALL_Y[kana];
		if (small && out.endsWith('i')) {
			const stem = out.slice(0, -1);
			out = /(?:sh|ch|j)$/.test(stem) ? stem + small : `${stem}y${small}`;
			continue;
		}
		const vowel = SMALL_VOWEL[kana];
		if (vowel && /[aeiou]$/.test(out)) {
			out = out.slice(0, -1) + vowel;
			continue;
		}
		const roman = KANA_ROWS[kana] ?? kana;
		out += doubled && /^[a-z]/.test(roman) ? (roman.startsWith('ch') ? 't' : roman[0]) + roman : roman;
		doubled = false;
	}
	return out;
}

/**
 * One spelling for a sound, whichever romanisation a name came through: kh and h, ou and ō, shi and si (Hepburn and
 * Kunrei), zh and j, v and b, l and r (which kana do not tell apart), doubled letters. Spellings that differ in more
 * than this are left to the spelling distance.
 */
export function soundOf(latin: string): string {
	let letters = lettersOf(latin);
	let sound = latin;
	for (const [pattern, by, needed, made] of SOUNDS) {
		if (!needed.some((all) => (letters & all) === all)) continue;
		sound = sound.replace(pattern, by);
		letters |= made;
	}
	for (let i = 1; i < sound.length; i++) if (sound[i] === sound[i - 1]) return sound.replace(/(.)\1+/g, '$1');
	return sound;
}

/** One bit for each letter, or for several: what is not there is surely missing. */
function lettersOf(text: string): number {
	let letters = 0;
	for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
	return letters;
}

/** Rules in their order, each with the letters without which it finds nothing (of one of the words), and those that it makes. */
const SOUNDS = (
	[
		[/kh/g, 'h', 'kh'],
		[/(?:ou|oo|oh(?![aeiou]))/g, 'o', 'o'],
		[/uu/g, 'u', 'u'],
		[/sch(?=[aeioun])/g, 'sh', 'sch'],
		[/(?:dzh|zh|dj)/g, 'j', 'zh dj'],
		[/ck/g, 'k', 'ck'],
		[/sh/g, 's', 'sh'],
		[/chi/g, 'ti', 'chi'],
		[/ts/g, 't', 'ts'],
		[/fu/g, 'hu', 'fu'],
		[/j/g, 'z', 'j'],
		[/y/g, 'i', 'y'],
		[/[wv]/g, 'b', 'w v'],
		[/l/g, 'r', 'l'],
	] as const
).map(([pattern, by, needed]) => [pattern, by, needed.split(' ').map(lettersOf), lettersOf(by)] as const);
