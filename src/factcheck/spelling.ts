/**
 * Slips of the pen in plain words, mended before a clause is read: “thousnd” counts nothing, and “nver” denies nothing, to patterns that look
 * for the word. Names are left alone: the index finds those that are misspelt, and a stranger's name is not to be turned into one of ours.
 */
import { positionOf } from '../search/sorted.ts';
import { buildVocabulary, Vocabulary, type VocabularyData } from '../search/vocabulary.ts';
import { withCommonSpelling } from './chat-spellings.ts';

export interface SpellingData {
	/** How often each of the words is written, in the order of their vocabulary. */
	readonly counts: Uint32Array;
	/** Words that are written nearly like one of those below, and are words of their own; sorted. */
	readonly spared: readonly string[];
	/** The words that are written often: what a slip may have been meant for. */
	readonly words: VocabularyData;
}

/** Only letters of one script, and no part of an address, a handle or a contraction: “wasn’t” is not written of a word “wasn”. */
const WORD = /(?<![\p{L}\p{M}\p{N}_@#/’'.-])(?:\p{Script=Latin}{4,24}|\p{Script=Cyrillic}{4,24})(?![\p{L}\p{M}\p{N}_@/]|[’']t)/gu;
/** Where a text has none of these, there is nothing to look at. */
const LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}]{4}/u;
const CAPITAL = /^\p{Lu}/u;
const CYRILLIC = /^\p{Script=Cyrillic}/u;

/** A slip is made in words that are often written; and what is itself written, though seldom, is one only beside a word of so many times as often. */
const OFTEN_MIN = 50;
const TIMES_MIN = 30;
/** How like the word must be, as `Vocabulary.near` has it: one letter of four. A Russian word has more endings than any list of them, and a capital may begin a stranger's name. */
const LIKE_MIN = 0.74;
const LIKE_MORE_MIN = 0.78;
const CYRILLIC_OFTEN_MIN = 100;
const CAPITAL_OFTEN_MIN = 500;
/** A word is read in every part of its sentence; few are misspelt in a message, and hardly any twice. */
const KEPT_MAX = 4_000;

const wordsOf = (text: string) => (text.normalize('NFC').match(WORD) ?? []).map((word) => word.toLowerCase());

/**
 * Learns from texts what is often written. `careful`: texts without slips, all of whose words are words; `lexicon`: words of the languages,
 * in lower case, that are words whether or not anybody wrote them here.
 */
export function buildSpelling(careful: Iterable<string>, written: Iterable<string>, lexicon: Iterable<string>): SpellingData {
	const counts = new Map<string, number>();
	const known = new Set(lexicon);
	const count = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
	for (const text of careful)
		for (const word of wordsOf(text)) {
			known.add(word);
			count(word);
		}
	for (const text of written) for (const word of wordsOf(text)) count(word);
	const words = buildVocabulary([...counts].filter(([, times]) => times >= OFTEN_MIN).map(([word]) => word));
	const data = { counts: Uint32Array.from(words.terms, (word) => counts.get(word)!), words };
	const slips = new Slips(data);
	const spared = [...new Set([...known, ...counts.keys()])].filter((word) => {
		const meant = slips.meantBy(word);
		return meant !== undefined && (known.has(word) || meant.times < TIMES_MIN * (counts.get(word) ?? 0));
	});
	return { ...data, spared: spared.sort() };
}

/** A word that is ten times as frequent is meant as readily as one that is a tenth more alike. */
const likeness = (quality: number, times: number) => quality + Math.log10(times) / 10;

interface Meant {
	readonly quality: number;
	readonly times: number;
	readonly word: string;
}

/** What may have been meant by a word that is none. */
class Slips {
	readonly #counts: Uint32Array;
	readonly #vocabulary: Vocabulary;

	constructor({ counts, words }: Omit<SpellingData, 'spared'>) {
		this.#counts = counts;
		this.#vocabulary = new Vocabulary(words);
	}

	/** The word that is most like it, the most written of several; none where it is such a word itself. The first letter is hardly ever a slip. */
	meantBy(word: string): Meant | undefined {
		if (this.#vocabulary.idOf(word) !== undefined) return undefined;
		let best: Meant | undefined;
		for (const { quality, term } of this.#vocabulary.near(word)) {
			const meant = this.#vocabulary.terms[term]!;
			const times = this.#counts[term]!;
			const isCyrillic = CYRILLIC.test(word);
			if (
				meant[0] !== word[0] ||
				quality < (isCyrillic ? LIKE_MORE_MIN : LIKE_MIN) ||
				(isCyrillic && (times < CYRILLIC_OFTEN_MIN || isOfItsOwn(word, meant)))
			)
				continue;
			if (!best || likeness(quality, times) > likeness(best.quality, best.times)) best = { quality, times, word: meant };
		}
		return best;
	}
}

/** The endings of Russian words that are declined: what differs in these alone is another form of the same word. */
const ENDING = /(?:[ыи][ейх]|[ыи]ми?|[ао]я|[ео]е|[ео][йм]|[ео]го|[ео]му|ами?|ах|ов|[аеиоуыюя])$/u;

/** Whether a Russian word is one by itself beside what is most like it: another form of it, or “некогда” beside “никогда”. */
const isOfItsOwn = (word: string, meant: string): boolean =>
	(word.startsWith('не') && meant.startsWith('ни')) || (ENDING.test(word) && word.replace(ENDING, '') === meant.replace(ENDING, ''));

export class Spelling {
	readonly #kept = new Map<string, string>();
	readonly #slips: Slips;
	readonly #spared: readonly string[];

	constructor(data: SpellingData) {
		this.#slips = new Slips(data);
		this.#spared = data.spared;
	}

	/** The text with every word that is plainly a slip as it was meant; the same text where there is none. */
	mended(text: string): string {
		const common = withCommonSpelling(text);
		return LETTERS.test(common) ? common.replace(WORD, (word) => this.#wordFor(word)) : common;
	}

	#wordFor(word: string): string {
		const known = this.#kept.get(word);
		if (known !== undefined) return known;
		const meant = this.#meant(word);
		if (this.#kept.size >= KEPT_MAX) this.#kept.clear();
		this.#kept.set(word, meant);
		return meant;
	}

	#meant(word: string): string {
		const lower = word.toLowerCase();
		const meant = positionOf(this.#spared, lower) === undefined ? this.#slips.meantBy(lower) : undefined;
		if (!meant) return word;
		if (!CAPITAL.test(word)) return meant.word;
		if (meant.times < CAPITAL_OFTEN_MIN || meant.quality < LIKE_MORE_MIN) return word;
		return word === word.toUpperCase() ? meant.word.toUpperCase() : word[0] + meant.word.slice(1);
	}
}
