/**
 * From a text to what it can be recognised by: one slot a word, each with all the terms that the word may stand for. The dataset
 * and the messages are read by the same code, so that both fold alike.
 */
import { conceptOf, isStopWord, joinPhrases, runConceptsOf } from '../search/concepts.ts';
import { datesIn, type FoundDate } from '../search/dates.ts';
import { fold } from '../search/fold.ts';
import { type Token, tokenise } from '../search/tokens.ts';
import { elsewhereIn } from './elsewhere.ts';
import type { NameBook } from './names.ts';
import { axesOf } from './stance.ts';
import { deepStemEnglish, deepStemRussian } from './stems.ts';
import { conceptOfStem, FILLERS, groupsOf, groupsOfStem, runGroupsOf } from './synonyms.ts';

export interface Slot {
	/** Begins with a capital inside a sentence: a proper name. */
	readonly capital: boolean;
	/** Fills the sentence and singles nothing out. */
	readonly filler: boolean;
	/** The entries that it names, as part of a whole name. */
	readonly names: readonly string[];
	readonly script: Token['script'];
	/** What it may stand for, itself first: the word, the concept (#), the group of synonyms (~), the entries it names (@). */
	readonly terms: readonly string[];
	readonly text: string;
}

export interface Features {
	readonly dates: readonly FoundDate[];
	readonly slots: readonly Slot[];
}

export const NAMED = '@';
export const YEAR = 'y:';
/** Marks a deeper stem, and a pair of opposites of which the word names one. */
export const DEEP = '/';
export const AXIS = '%';
/** Marks a name of what the dataset does not hold. */
export const ELSEWHERE = '!';
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;
/** A sentence has few words that name something; a longer one is read this far. */
const SLOTS_MAX = 60;

/** Terms of the years that a date names; a day of no year has none. */
function yearTerms({ from, to }: FoundDate): string[] {
	const first = Math.floor(from / 10_000);
	const last = Math.floor(to / 10_000);
	return first === 0 ? [] : first === last ? [YEAR + first] : [YEAR + first, YEAR + last];
}

/** “V-J Day”: a letter by itself is no word. */
const INITIALS = /(?<![\p{L}-])(?<first>\p{L})-(?=\p{L}(?![\p{L}-]))/gu;

/** Reads a text. `without` are pieces of it that are quantities and no words. */
export function featuresOf(text: string, names: NameBook, without: readonly string[] = []): Features {
	const { dates, rest } = datesIn(text);
	let wordsOnly = rest;
	for (const piece of without) wordsOnly = wordsOnly.replace(piece, ' ');
	let folded = joinPhrases(fold(wordsOnly.replace(INITIALS, '$<first>')));
	const slots: Slot[] = [];
	if (CJK.test(folded)) folded = takeRuns(folded, names, slots);
	const capitals = capitalsOf(text);
	const tokens = tokenise(folded).filter((token) => !(token.script === 'kana' && HIRAGANA.test(token.text)));
	const kept = tokens.filter(
		(token) => !isStopWord(token) && !((token.script === 'latin' || token.script === 'digits') && token.text.length === 1),
	);
	const named = names.inTokens(kept);
	kept.forEach((token, index) => {
		const ids = named[index] ?? [];
		slots.push({
			capital: capitals.has(token.text),
			filler: ids.length === 0 && FILLERS.has(token.text),
			names: ids,
			script: token.script,
			terms: [...meaningsOf(token), ...ids.map((id) => NAMED + id)],
			text: token.text,
		});
	});
	for (const date of dates) {
		for (const term of yearTerms(date))
			slots.push({ capital: false, filler: false, names: [], script: 'digits', terms: [term], text: term });
	}
	return { dates, slots: slots.slice(0, SLOTS_MAX) };
}

/** Words met, with what they mean: a language has few words, and reading one takes longer than finding it. */
const MEANINGS_KEPT = 20_000;
const meanings = new Map<string, readonly string[]>();

/** The word, its concept, its synonyms, its deeper stem and the opposites of which it is one. */
function meaningsOf(token: Token): readonly string[] {
	const key = `${token.script} ${token.text}`;
	const known = meanings.get(key);
	if (known) return known;
	const stem =
		token.script === 'latin' ? deepStemEnglish(token.text) : token.script === 'cyrillic' ? deepStemRussian(token.text) : undefined;
	const concept = conceptOf(token) ?? (stem === undefined ? undefined : conceptOfStem(stem));
	const groups = new Set([...groupsOf(token.term), ...(stem === undefined ? [] : groupsOfStem(stem))]);
	const terms = [
		token.term,
		...(stem !== undefined && stem.length > 2 ? [DEEP + stem] : []),
		...(concept ? [concept] : []),
		...groups,
		...axesOf(token.text).map((axis) => AXIS + axis),
	];
	if (meanings.size >= MEANINGS_KEPT) meanings.clear();
	meanings.set(key, terms);
	return terms;
}

/** Han and kana are written without blanks: names, then known words are taken out before the rest is cut in pairs. */
function takeRuns(folded: string, names: NameBook, slots: Slot[]): string {
	let rest = folded;
	for (const { ids, text } of names.inRun(folded)) {
		rest = rest.replaceAll(text, ' ');
		// A name says more than its parts; only a disputed word is also what it is made of.
		const concepts = ids.every((id) => names.isWord(id)) ? runConceptsOf(text).map(({ concept }) => concept) : [];
		slots.push({
			capital: true,
			filler: false,
			names: ids,
			script: 'han',
			terms: [text, ...ids.map((id) => NAMED + id), ...concepts],
			text,
		});
	}
	for (const text of elsewhereIn(rest)) {
		rest = rest.replaceAll(text, ' ');
		slots.push({ capital: true, filler: false, names: [], script: 'kana', terms: [ELSEWHERE + text], text });
	}
	const known = new Map<string, string[]>();
	const concepts = runConceptsOf(rest);
	for (const { concept, word } of concepts) known.set(word, [concept]);
	for (const { groups, word } of runGroupsOf(rest)) known.set(word, [...(known.get(word) ?? []), ...groups]);
	for (const [word, terms] of [...known].sort((a, b) => b[0].length - a[0].length)) {
		if (!rest.includes(word)) continue;
		const parent = [...known.keys()].find((other) => other.length > word.length && other.includes(word));
		if (parent && !rest.replaceAll(parent, ' ').includes(word)) continue;
		slots.push({
			capital: false,
			filler: false,
			names: [],
			script: 'han',
			terms: [word, ...new Set(terms), ...axesOf(word).map((axis) => AXIS + axis)],
			text: word,
		});
	}
	for (const word of [...known.keys()].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, ' ');
	return rest;
}

/** Words that begin with a capital where a sentence does not; none where everything is written in capitals. */
function capitalsOf(text: string): Set<string> {
	const found = new Set<string>();
	if (text === text.toUpperCase()) return found;
	for (const match of text.matchAll(/(?<=[\p{L}\p{N},;:'’"“«(–-] ?)(?<![.!?] )\p{Lu}[\p{L}\p{M}]+/gu)) {
		for (const word of fold(match[0]).split(' ')) found.add(word);
	}
	return found;
}
