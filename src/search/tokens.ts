/** From a folded text to the terms under which it is indexed and looked up. */
import { toHiragana } from './fold.ts';
import { romaniseCyrillic, romaniseKana, soundOf } from './romanise.ts';

/** `han` terms are pairs of characters; `kana` a whole run; the others whole words. */
export type Script = 'cyrillic' | 'digits' | 'han' | 'hangul' | 'kana' | 'latin';

export interface Token {
	readonly script: Script;
	/** How the word is written, folded. */
	readonly text: string;
	/** What it is indexed under: its stem, romanised and reduced to its sound. */
	readonly term: string;
}

// Han, kana, Hangul, Cyrillic, digits, Latin and the rest, a group each. Up to two katakana beside Han characters belong to their word: ソ連, 日ソ中立条約.
const RUNS =
	/((?:[\p{Script=Han}々]|(?<![\p{Script=Katakana}ー])\p{Script=Katakana}{1,2}(?![\p{Script=Katakana}ー])(?=\p{Script=Han})|(?<=\p{Script=Han})\p{Script=Katakana}{1,2}(?![\p{Script=Katakana}ー]))+)|([\p{Script=Katakana}ー]+|\p{Script=Hiragana}[\p{Script=Hiragana}ー]*)|(\p{Script=Hangul}+)|(\p{Script=Cyrillic}+)|(\p{N}+)|([\p{L}\p{M}]+)/gu;
/** Most texts, of which runs are told apart more quickly. */
const ASCII = /^[\x20-\x7E]*$/;
const ASCII_RUNS = /[A-Za-z]+|[0-9]+/g;
const LAST_DIGIT = '9'.charCodeAt(0);
const HIRAGANA_ONLY = /^\p{Script=Hiragana}+$/u;
/** Particles, endings and question words: a run of hiragana that is made of nothing else names nothing. */
const GRAMMAR = new RegExp(
	`^(?:${(
		'は が を に の で と も へ や か よ ね から まで より など って だ です でした ます ました ません である だった だろう でしょう する した ' +
		'しない している していた される された させた いる いた ある あった なる なった った れた られた めた めたか んだ んです なぜ なに なん ' +
		'なんで どう どうして どこ だれ いつ いくつ いくら どれ どの どちら どっち どんな どれくらい どのくらい この その あの これ それ という ' +
		'といった とは について における による によって に対して として ために ため こと もの とき ころ べき だけ しか さえ ほど くらい ぐらい'
	)
		.split(' ')
		.sort((a, b) => b.length - a.length)
		.join('|')})+$`,
	'u',
);

/** Words that were read lately: whoever types on sends the same ones with every letter. As many are kept, then it begins anew. */
const KEPT_MAX = 4_096;
/** Longer ones are not typed twice. */
const KEPT_LENGTH_MAX = 24;
const kept = new Map<string, Token>();

function word(script: Script, text: string, termOf: (text: string) => string): Token {
	let token = kept.get(text);
	if (!token) {
		token = { script, term: termOf(text), text };
		if (kept.size >= KEPT_MAX) kept.clear();
		if (text.length <= KEPT_LENGTH_MAX) kept.set(text, token);
	}
	return token;
}

const latinTerm = (text: string) => soundOf(stemEnglish(text));
/** What is left of «мрный» would sound like «млн»: these are never spoken as they are written. */
const CLIPPED_COUNTS: Readonly<Record<string, string>> = { млн: 'миллион', млрд: 'миллиард', тыс: 'тысяча' };
const cyrillicTerm = (text: string) => soundOf(romaniseCyrillic(stemRussian(CLIPPED_COUNTS[text] ?? text)));

/** Splits a folded text at blanks and where the script changes. Terms of one text may repeat, and are then one object. */
export function tokenise(folded: string): Token[] {
	const tokens: Token[] = [];
	if (ASCII.test(folded)) {
		for (const text of folded.match(ASCII_RUNS) ?? []) {
			if (text.charCodeAt(0) <= LAST_DIGIT) tokens.push({ script: 'digits', term: text, text });
			else tokens.push(word('latin', text, latinTerm));
		}
		return tokens;
	}
	RUNS.lastIndex = 0;
	for (let match = RUNS.exec(folded); match; match = RUNS.exec(folded)) {
		const [text, han, kana, hangul, cyrillic, digits] = match;
		if (han) tokens.push(...hanTokens(text));
		else if (kana) {
			// Short hiragana is grammar (の, から, した), not a name.
			if (HIRAGANA_ONLY.test(text) && (text.length < 3 || GRAMMAR.test(text))) continue;
			tokens.push({ script: 'kana', term: soundOf(romaniseKana(toHiragana(text))), text });
		} else if (hangul) tokens.push({ script: 'hangul', term: text.normalize('NFD'), text });
		else if (cyrillic) tokens.push(word('cyrillic', text, cyrillicTerm));
		else if (digits) tokens.push({ script: 'digits', term: text, text });
		else tokens.push(word('latin', text, latinTerm));
	}
	return tokens;
}

/** A run of Han characters as overlapping pairs: 北方領土 → 北方, 方領, 領土. */
function hanTokens(run: string): Token[] {
	const characters = [...run];
	if (characters.length === 1) return [{ script: 'han', term: run, text: run }];
	return characters.slice(0, -1).map((character, index) => {
		const pair = character + characters[index + 1]!;
		return { script: 'han', term: pair, text: pair };
	});
}

/** Forms that no rule makes, to the form that people look up. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
	(
		'begin began begun|bring brought|broke broken|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|deal dealt|draw drew drawn|fall fell fallen|' +
		'feel felt|fight fought|find found|flee fled|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|hide hid hidden|hold held|keep kept|lead led|' +
		'lose lost|make made|mean meant|meet met|pay paid|ride rode ridden|rise rose risen|say said|seek sought|sell sold|send sent|shoot shot|sink sank sunk|speak spoke spoken|' +
		'spend spent|steal stole stolen|strike struck|swear swore sworn|take took taken|teach taught|think thought|throw threw thrown|understand understood|win won|withdraw withdrew withdrawn|' +
		'write wrote written|man men|woman women|child children'
	)
		.split('|')
		.flatMap((line) => {
			const [form, ...others] = line.split(' ');
			return others.map((other) => [other, form!] as const);
		}),
);

/** English plural and possessive endings; verbs' -ed and -ing. Names are short of any stemming that could join two. */
export function stemEnglish(word: string): string {
	const regular = IRREGULAR[word];
	if (regular !== undefined) return regular;
	if (word.length > 7 && word.endsWith('ings')) return undouble(word.slice(0, -4));
	if (word.length > 5 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (word.length > 4 && /(?:ss|sh|ch|x)es$/.test(word)) return word.slice(0, -2);
	if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
	if (word.length > 5 && word.endsWith('ing')) return undouble(word.slice(0, -3));
	if (word.length > 5 && word.endsWith('ed')) return undouble(word.slice(0, -2));
	return word;
}

function undouble(stem: string): string {
	return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

const RUSSIAN_ENDINGS = [
	'иями',
	'ями',
	'ами',
	'ого',
	'его',
	'ому',
	'ему',
	'ыми',
	'ими',
	'иях',
	'ией',
	'иям',
	'ые',
	'ие',
	'ый',
	'ий',
	'ой',
	'ая',
	'яя',
	'ое',
	'ее',
	'ых',
	'их',
	'ым',
	'им',
	'ом',
	'ем',
	'ую',
	'юю',
	'ах',
	'ях',
	'ам',
	'ям',
	'ия',
	'ии',
	'ию',
	'ье',
	'ья',
	'ью',
	'а',
	'я',
	'о',
	'е',
	'у',
	'ю',
	'ы',
	'и',
	'ь',
	'й',
];

/** Short words of which no ending can be taken, and those that lose a vowel, to the form that people look up. */
const RUSSIAN_IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
	'бой бои боя бою боем боев боям боями боях|день дни дня дню днём днем дней дням днями днях|война войн|пленный пленных|остров островов островам островами островах|мир мира миру миром мире'
		.split('|')
		.flatMap((line) => {
			const [form, ...others] = line.split(' ');
			return others.map((other) => [other, form!] as const);
		}),
);

/** Russian case endings; at least three letters of the word remain. */
export function stemRussian(form: string): string {
	const word = RUSSIAN_IRREGULAR[form] ?? form;
	for (const ending of RUSSIAN_ENDINGS) {
		if (word.length - ending.length >= 3 && word.endsWith(ending)) return word.slice(0, -ending.length);
	}
	return word;
}
