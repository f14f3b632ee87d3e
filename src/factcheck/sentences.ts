/** Sentences of a message, and the clauses in which one sentence makes several claims. */

import { mayHoldVerb } from './verbs.ts';

/** More sentences than this are not read: no card could show them, and a hostile message costs no more. */
export const SENTENCES_MAX = 60;
const SENTENCE_MAX_LENGTH = 600;
/** Parts of a sentence; the last of so many holds all that is left. */
export const CLAUSES_MAX = 10;

/** Whether there is anything in a text to read. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A point after these ends no sentence. */
const ABBREVIATIONS = new Set(
	'mr mrs ms dr prof gen col maj capt lt sgt adm st vs etc approx ca c cf e.g i.e eg ie u.s u.k u.s.s.r jr sr vol pp p ch ed art fig est inc jan feb mar apr jun jul aug sep sept oct nov dec г гг в вв тыс млн млрд им т.е т.д т.п т.к др пр стр руб чел ул ок см'.split(
		' ',
	),
);
/** A number comes after these, or they deny: “No. 9” and “Lol no. Japan won.” */
const NUMBERED = new Set(['no', 'nos']);
const END = /[.!?…]+["'”»)\]]*(?=\s|$)|[。！？!?]+[」』”）]*|\n+|\s+(?=[(（]?\d{1,2}[)）](?:\s|\p{L}))|[、,;]?\s*(?=[①-⑳])/gu;

/** The sentences of a text, in order. Decimals, abbreviations and initials end none. */
export const sentencesOf = (text: string): string[] => readSentences(text).sentences;

/** The same, and whether some of the text is in none, for it is too long. */
export function readSentences(text: string): { readonly isCut: boolean; readonly sentences: string[] } {
	const found: string[] = [];
	let from = 0;
	let isCut = false;
	const take = (to: number) => {
		const sentence = text
			.slice(from, to)
			.replace(/\s+/gu, ' ')
			.trim()
			.replace(/^(?:[(（]?\d{1,2}[)）](?:\s+|(?=\p{L}))|[①-⑳]\s*)/u, '');
		from = to;
		if (!hasWords(sentence)) return;
		found.push(sentence.slice(0, SENTENCE_MAX_LENGTH));
		isCut ||= hasWords(sentence.slice(SENTENCE_MAX_LENGTH));
	};
	for (const match of text.matchAll(END)) {
		if (found.length >= SENTENCES_MAX) break;
		const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(from, match.index - 12), match.index))?.[0].toLowerCase() ?? '';
		const isAbbreviated =
			match[0].startsWith('.') &&
			match[0].length === 1 &&
			(ABBREVIATIONS.has(word) ||
				(NUMBERED.has(word) && /^\s*\d/.test(text.slice(match.index + 1))) ||
				/^(?:\p{L}|(?:\p{L}\.)+\p{L})$/u.test(word)) &&
			match.index + 1 < text.length &&
			!/^\n/.test(text.slice(match.index + 1));
		if (!isAbbreviated) take(match.index + match[0].length);
	}
	if (found.length < SENTENCES_MAX) take(text.length);
	return { isCut: isCut || hasWords(text.slice(from)), sentences: found };
}

/** Where one sentence may go on to another claim. What joins two nouns is told apart later: a part must be a claim by itself. */
const CLAUSE_BREAK = new RegExp(
	[
		String.raw`\s*;\s*|\s+[–—-]{1,2}\s+|[:：]\s+`,
		String.raw`,?\s+(?:but|whereas|while|although|though|yet|however|plus|because|which|and then|and that|and also|and|so|since)\s+(?:also\s+|then\s+|that\s+)?`,
		String.raw`,?\s+(?:но|а|однако|зато|хотя|при этом|потому что|так как|и)\s+(?:также\s+)?`,
		String.raw`,\s+(?:and\s+)?|\s+(?:vs\.?|versus|&|\+)\s+`,
		String.raw`(?<=[たるだすい])(?:のに|けれども|けれど|けど|が)(?=[\p{Script=Han}\p{Script=Katakana}]|その|しかし)|；`,
		String.raw`(?<=(?:が|し|て|で|り|く|ず|れ|せ|け|め|え|べ|げ|き|み|び|ぎ|い|ち|が実際は|けど|けれど|のに|から|ので|けどさ|さ|ところで|よ|ね|だ|た|る|[年月日人円名島隻]))、\s*`,
		// 「8月9日に参戦、その時点で…」: a verb that is a noun of two characters.
		String.raw`(?<=[はがをに][^、。はがを]{0,12}\p{Script=Han}{2})、`,
		// 「526人でソ連側は792人」
		String.raw`(?<=\d[\d.,]*[万千百]?(?:人|名|隻|機|両|台|体|柱|年|日|円|%)(?:で|に対し|に対して))(?=[^、。]{1,12}は[^、。]*\d)`,
	].join('|'),
	'giu',
);

/** What joins a part to the one before it. */
export const JOINS = ['and', 'but', 'reason', 'stop', 'comma'] as const;
export type Join = (typeof JOINS)[number];

export interface Clause {
	/** None before the first. */
	readonly join?: Join;
	readonly text: string;
}

/** By the words that stand between two parts. */
function joinOf(between: string): Join {
	if (/(?:^|[\s,])(?:and|и|&|\+)(?:\s|$)/iu.test(between)) return 'and';
	if (/but|whereas|while|though|yet|however|(?<!\p{L})(?:но|а|однако|зато|хотя|vs\.?|versus)(?!\p{L})|のに|けれど|けど|が/iu.test(between))
		return 'but';
	if (/because|which|so|since|потому|так как/iu.test(between)) return 'reason';
	return /[,、]/u.test(between) ? 'comma' : 'stop';
}

/** The parts of a sentence, in order; the sentence itself when it cannot be cut. Never cuts inside a number. */
export function clausesOf(sentence: string): Clause[] {
	const parts: Clause[] = [];
	let from = 0;
	let join: Join | undefined;
	const breaks = [...sentence.matchAll(CLAUSE_BREAK)];
	for (const [place, match] of breaks.entries()) {
		if (parts.length >= CLAUSES_MAX - 1) break;
		const end = match.index + match[0].length;
		const part = sentence.slice(from, match.index).trim();
		if (part.length < 4) continue;
		const next = breaks[place + 1];
		const after = sentence.slice(end, next?.index);
		// “…, but the US and Britain gave it away”: what follows begins with a list.
		const listed =
			next && joinOf(match[0]) !== 'and' && joinOf(next[0]) === 'and' ? sentence.slice(next.index, breaks[place + 2]?.index) : '';
		if (isJoined(match[0], part, after + listed, sentence.slice(end))) continue;
		parts.push({ ...(join && { join }), text: part });
		join = joinOf(match[0]);
		from = end;
	}
	const rest = sentence.slice(from).trim();
	if (rest.length > 0) parts.push({ ...(join && { join }), text: rest });
	return parts.length > 0 ? parts : [{ text: sentence }];
}

const JOINING = /^(?:,?\s+\p{L}+(?:\s+(?:then|that|also|this))?\s+(?:\p{L}+\s+)?|,\s+|\s+[&+]\s+)$/u;
const CONTRAST = /^(?:not|nor|rather than|instead of|unlike|а не|но не|не)(?!\p{L})/iu;
const CONTRASTED = /(?:では|じゃ|で)なくて?$/u;
const SETTING = /^(?:in|on|by|at|since|after|before|during|from|until|в|во|к|с|после|до|при)\s/iu;
const SCALED = /(?<!\p{L})(?:hundred|thousand|million)$/iu;
const NUMBER =
	/\d|(?<!\p{L})(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|half|none|nobody|дв[ае]|тр[ие]|четыре|пять|шесть|семь|восемь|девять|десять|двадцать|сто|тысяч[а-яё]*|никто|половин[а-яё]+)(?!\p{L})/iu;

/** “On Friday, October 19”. */
const WEEKDAY =
	/(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье)$/iu;

/** Whether what stands on both sides of words that may part two claims belongs together: `after` goes up to the next such words that begin something else, `rest` to the end. */
function isJoined(between: string, before: string, after: string, rest: string): boolean {
	// “Portsmouth: 1906”, “Lake Khasan — a draw”, «Меморандум — фальшивка»: what stands after it says something of what stands before.
	if (/^[:：]\s+$/u.test(between)) return isRemark(rest) || !mayHoldVerb(before);
	if (/^\s+[–—-]{1,2}\s+$/u.test(between)) return isRemark(rest) || !mayHoldVerb(before) || !mayHoldVerb(after);
	// “Three hundred and forty thousand”: one number.
	if (SCALED.test(before) && NUMBER.test(after.trimStart().split(' ', 1)[0]!)) return true;
	if (/^(?:что|чтобы|that|будто)(?!\p{L})/iu.test(rest)) return true;
	if (between.startsWith(',') && (isDate(before, rest) || WEEKDAY.test(before))) return true;
	if (CONTRASTED.test(before)) return true;
	if (!JOINING.test(between)) return false;
	const hasVerb = mayHoldVerb(after);
	// “three months, not three weeks”: what is set against a claim is no other claim.
	if (!hasVerb && CONTRAST.test(after)) return true;
	if (joinOf(between) === 'and' && /(?:^|\s)(?:between|между)\s(?:[^,;]|,(?=\d))*$/iu.test(before)) return true;
	// “Molotov and Togo”, “Russia, France, Germany”: more names or things of the same claim. A number may be a claim that leaves out its verb.
	if (!hasVerb && !NUMBER.test(after)) return true;
	// «Меморандум — фальшивка, …»: the dash is the verb.
	if (mayHoldVerb(before) || /\s[–—]\s/u.test(before)) return false;
	return SETTING.test(before) || !NUMBER.test(before) || (joinOf(between) === 'and' && !NUMBER.test(after));
}

/** “February 11th, 1946”: a day and its year are one date. */
function isDate(before: string, after: string): boolean {
	return /(?:^|\s)(?:\d{1,2}(?:st|nd|rd|th)?|\p{Lu}\p{L}+)$/u.test(before) && /^(?:1[5-9]|20)\d{2}(?!\d)/.test(after);
}

/** A date, a number, or a few words: no clause. */
function isRemark(rest: string): boolean {
	return /^[\d\s.,/-]+(?:[.!]|$)/u.test(rest) || !/[\s,]\S+[\s,]+\S+[\s,]+\S/u.test(rest);
}
