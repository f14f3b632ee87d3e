/** How right an answer is. */

import { boundsOf } from '../dataset/walk.ts';
import type { Library } from '../library.ts';
import { fold, nameKey } from '../search/fold.ts';
import { numbersIn } from '../search/numbers.ts';
import { tokenise } from '../search/tokens.ts';
import type { NumberTask, Question } from './question.ts';

/** What a player gave: a choice that was pressed, or words that were typed, with whose number it is meant to be. */
export interface Given {
	readonly choice?: string;
	readonly source?: string;
	readonly text?: string;
}

export interface Score {
	/** For naming whose number it is; added to the marks. */
	readonly bonus: number;
	/** `exact`: the very answer; `inside`: between the lowest and the highest source; `near`: little beyond; `wrong`; `unread`: no answer could be read in it. */
	readonly how: 'exact' | 'inside' | 'near' | 'unread' | 'wrong';
	/** 0 to 1. */
	readonly marks: number;
	/** Index of the accepted value that is nearest. */
	readonly nearest?: number;
}

export const SOURCE_BONUS = 0.25;
/** From here on a question counts as known. */
export const KNOWN_MARKS = 0.6;
/** “60,000” for 62,068 is what a source gives, rounded. */
const ROUNDED = 0.02;
const INSIDE_MARKS = 0.8;
const INSIDE_LEAST = 0.4;
/** So far beyond the spread, as a share, nothing is left. */
const BEYOND = 0.5;

const none = (how: 'unread' | 'wrong'): Score => ({ bonus: 0, how, marks: 0 });

export function scoreAnswer(question: Question, given: Given, library?: Pick<Library, 'dataset'>): Score {
	if (question.task.type === 'number') return scoreNumber(question.task, given, library);
	const { accepts, choices, key } = question.task;
	if (given.choice !== undefined)
		return choices.some(({ id }) => id === given.choice)
			? given.choice === key
				? { bonus: 0, how: 'exact', marks: 1 }
				: none('wrong')
			: none('unread');
	const typed = given.text?.trim() ?? '';
	if (typed === '') return none('unread');
	const letter = choices.find(({ id }) => id === typed.toLowerCase());
	if (letter) return scoreAnswer(question, { choice: letter.id });
	const right = choices.find(({ id }) => id === key)!;
	const wrong = choices.filter((choice) => choice !== right).map(({ text }) => text);
	const same = (texts: readonly string[], keyOf: (text: string) => string) =>
		texts.some((text) => keyOf(text) !== '' && keyOf(text) === keyOf(typed));
	// The very spelling decides before the sound does: two choices may sound alike.
	for (const keyOf of [spellingOf, soundsOf]) {
		if (same([right.text, ...accepts], keyOf)) return { bonus: 0, how: 'exact', marks: 1 };
		if (same(wrong, keyOf)) return none('wrong');
	}
	return none('wrong');
}

const spellingOf = (text: string) => nameKey(fold(text));
/** Its words in one romanisation, in any order: “Zhukov Georgy” and “Георгий Жуков” are one. */
const soundsOf = (text: string) =>
	tokenise(fold(text))
		.map(({ term }) => term)
		.sort()
		.join(' ');

/** The number in what was typed: “60,000”, “60k”, “6万”, “60 тыс.”; `undefined` where there is none, or several. */
export function readNumber(text: string): number | undefined {
	const plain = text.normalize('NFKC').trim();
	const bare = /^[~≈]?\s*(\d{1,3}(?:[ ,.'’\u00A0\u202F]\d{3})+|\d+(?:[.,]\d+)?)\s*%?$/u.exec(plain)?.[1];
	if (bare) return /^\d{1,3}(?:[ ,.'’\u00A0\u202F]\d{3})+$/u.test(bare) ? Number(bare.replace(/\D/gu, '')) : Number(bare.replace(',', '.'));
	const values = [...new Set(numbersIn(plain).map(({ value }) => value))];
	if (values.length === 1) return values[0];
	const digits = plain.match(/\d+/gu);
	return values.length === 0 && digits?.length === 1 ? Number(digits[0]) : undefined;
}

function scoreNumber(task: NumberTask, { source, text = '' }: Given, library?: Pick<Library, 'dataset'>): Score {
	const number = readNumber(text);
	if (number === undefined || !Number.isFinite(number)) return none('unread');
	const bounds = task.accepts.map(({ value }) => boundsOf(value));
	const far = ([low, high]: readonly [number, number]) =>
		number < low ? (low - number) / Math.max(low, 1) : number > high ? (number - high) / Math.max(high, 1) : 0;
	const distances = bounds.map((it) => (isCited(number, it) ? 0 : far(it)));
	const nearest = distances.indexOf(Math.min(...distances));
	const named =
		source !== undefined && task.accepts.some((accepted, index) => isCited(number, bounds[index]!) && isNamed(source, accepted, library));
	const bonus = named ? SOURCE_BONUS : 0;
	if (bounds.some((it) => isCited(number, it))) return { bonus, how: 'exact', marks: 1, nearest };
	const low = Math.min(...bounds.map(([from]) => from));
	const high = Math.max(...bounds.map(([, to]) => to));
	if (number >= low && number <= high) {
		// Inside the range of one source is nearer to what is said than between two.
		const distance = distances[nearest]!;
		return { bonus: 0, how: 'inside', marks: round(Math.max(INSIDE_LEAST, INSIDE_MARKS - distance)), nearest };
	}
	const beyond = number < low ? (low - number) / low : (number - high) / Math.max(high, 1);
	return beyond < BEYOND
		? { bonus: 0, how: 'near', marks: round(INSIDE_LEAST * (1 - beyond / BEYOND)), nearest }
		: { ...none('wrong'), nearest };
}

/** A cited value, or an end of a cited range. */
const isCited = (number: number, [low, high]: readonly [number, number]) =>
	[low, high].some((end) => Math.abs(number - end) <= end * (end < 50 ? 0 : ROUNDED));
const round = (value: number) => Math.round(value * 100) / 100;

/** Whether the words name the source or the one who speaks through it, in any script or spelling, by a part of the name that is not general. */
function isNamed(typed: string, { by, source }: NumberTask['accepts'][number], library?: Pick<Library, 'dataset'>): boolean {
	if (typed === source || typed === by) return true;
	const entries = [source, by].flatMap((id) => (id ? (library?.dataset.get(id) ?? []) : []));
	const names = [...entries.flatMap(({ name }) => Object.values(name)), ...(by && !library?.dataset.get(by) ? [by] : [])];
	const wanted = tokenise(fold(typed))
		.map(({ term }) => term)
		.filter((term) => term.length > 2);
	if (wanted.length === 0) return names.some((name) => spellingOf(name) === spellingOf(typed));
	return names.some((name) => {
		const terms = new Set(tokenise(fold(name)).map(({ term }) => term));
		return wanted.every((term) => terms.has(term)) && wanted.some((term) => term.length > 3);
	});
}

/** How often people miss a question, weighed against what was expected of it before anybody had answered. */
export function learnedDifficulty(base: number, { asked, missed }: { readonly asked: number; readonly missed: number }): number {
	const EXPECTED_WEIGHT = 8;
	return round((base * EXPECTED_WEIGHT + missed) / (EXPECTED_WEIGHT + asked));
}
