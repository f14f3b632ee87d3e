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

/** What Russian words sound alike by: vowels without stress, consonants before others and at the end, what is written once or twice. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
	[/тьс|тс|дс|тц/gu, 'ц'],
	[/сч|зч|щ/gu, 'щ'],
	[/[ьъ]/gu, ''],
	[/ё/gu, 'о'],
	[/о/gu, 'а'],
	[/[еэый]/gu, 'и'],
	[/я/gu, 'и'],
	[/б(?=[пткфсшщчхц]|$)/gu, 'п'],
	[/д(?=[пткфсшщчхц]|$)/gu, 'т'],
	[/г(?=[пткфсшщчхц]|$)/gu, 'к'],
	[/з(?=[пткфсшщчхц]|$)/gu, 'с'],
	[/ж(?=[пткфсшщчхц]|$)/gu, 'ш'],
	[/в(?=[пткфсшщчхц]|$)/gu, 'ф'],
	[/(.)\1/gu, '$1'],
];
const soundOf = (word: string) => SOUNDS.reduce((sound, [letters, alike]) => sound.replace(letters, alike), word);
/** Shorter words sound like too many others. */
const SOUNDING_MIN = 5;
/** “Небыло”, “непобедила”: a denial that was written into its verb. */
const DENIED_VERB = /^не(?<verb>\p{L}{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ит|ют|ут|ат|ят))$/u;

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
	/** The most written Russian word of a sound; made when it is first asked for. */
	#sounding: ReadonlyMap<string, number> | undefined;

	constructor({ counts, words }: Omit<SpellingData, 'spared'>) {
		this.#counts = counts;
		this.#vocabulary = new Vocabulary(words);
	}

	/** The verb into which a denial was written. Many write so that it need not be a word that is written seldom. */
	deniedIn(word: string): Meant | undefined {
		const verb = DENIED_VERB.exec(word)?.groups?.verb;
		const term = verb === undefined || this.#vocabulary.idOf(word) !== undefined ? undefined : this.#vocabulary.idOf(verb);
		return term === undefined ? undefined : { quality: 1, times: this.#counts[term]!, word: `не ${verb}` };
	}

	/** What was written by ear, or else by a slip. */
	likeliest(word: string): Meant | undefined {
		return this.#heardIn(word) ?? this.meantBy(word);
	}

	#heardIn(word: string): Meant | undefined {
		if (!CYRILLIC.test(word) || word.length < SOUNDING_MIN || this.#vocabulary.idOf(word) !== undefined) return undefined;
		this.#sounding ??= this.#soundingWords();
		const term = this.#sounding.get(soundOf(word));
		return term === undefined ? undefined : { quality: 1, times: this.#counts[term]!, word: this.#vocabulary.terms[term]! };
	}

	#soundingWords(): ReadonlyMap<string, number> {
		const sounding = new Map<string, number>();
		this.#vocabulary.terms.forEach((word, term) => {
			if (word.length < SOUNDING_MIN || !CYRILLIC.test(word)) return;
			const sound = soundOf(word);
			const rival = sounding.get(sound);
			if (rival === undefined || this.#counts[rival]! < this.#counts[term]!) sounding.set(sound, term);
		});
		return sounding;
	}

	/** The word that is most like it, the most written of several; none where it is such a word itself. The first letter is hardly ever a slip. */
	meantBy(word: string): Meant | undefined {
		if (this.#vocabulary.idOf(word) !== undefined) return undefined;
		let best: Meant | undefined;
		for (const { quality, term } of this.#vocabulary.near(word)) {
			const meant = this.#vocabulary.terms[term]!;
			const times = this.#counts[term]!;
			const isCyrillic = CYRILLIC.test(word);
			if (meant[0] !== word[0] || quality < (isCyrillic ? LIKE_MORE_MIN : LIKE_MIN) || (isCyrillic && times < CYRILLIC_OFTEN_MIN)) continue;
			if (!best || likeness(quality, times) > likeness(best.quality, best.times)) best = { quality, times, word: meant };
		}
		return best;
	}
}

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
		const meant = this.#slips.deniedIn(lower) ?? (positionOf(this.#spared, lower) === undefined ? this.#slips.likeliest(lower) : undefined);
		if (!meant) return word;
		if (!CAPITAL.test(word)) return meant.word;
		if (meant.times < (meant.quality === 1 ? CYRILLIC_OFTEN_MIN : CAPITAL_OFTEN_MIN) || meant.quality < LIKE_MORE_MIN) return word;
		return word === word.toUpperCase() ? meant.word.toUpperCase() : word[0] + meant.word.slice(1);
	}
}
