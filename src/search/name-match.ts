/** How well the names of an entry and the words of a query cover each other. */
import type { Kind } from '../dataset/schema.ts';
import { CONCEPT_PREFIX } from './concepts.ts';
import type { SearchIndex } from './index.ts';
import { calledAs } from './kinds.ts';
import { type QueryWord, WORDS_MAX } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How sure each word of the query must be in a name of the asked kind that comes before the namesake of another kind. */
const HELD_MIN = 0.95;

/** What a word counts by where it stands: in what the entry is called, in its summary, in an account. */
const CALLED = 1;
const SUMMED_UP = 0.95;
const TOLD = 0.85;

const NOBODY: readonly number[] = [];
/** How sure a word must be in the title of what an entry is related to. */
const ENTITLED_MIN = 0.78;

/** What only speaks of the same matter says less than a word of the same meaning. */
export const MATTER_QUALITY = 0.7;

/** Characters of which each makes another name: 日露戦争 is not 日清戦争. */
const DISTINGUISHING: ReadonlySet<string> = new Set(
	'日露清独英米仏伊蘇ソ中満蒙華韓朝印欧亜東西南北上下前後大小新旧一二三四五六七八九十百千万０１２３４５６７８９0123456789',
);
/** Names of so many characters may have two wrong ones. */
const MISWRITTEN_TWICE = 6;

/** A name that lacks “Smith” lacks more than one that lacks “battle”. */
const SPECIFIC = 1.35;

export interface BestName {
	f: number;
	/** The words of the query that the name has, one bit each. */
	held: number;
	/** The share of the query, by weight, that the name lacks. */
	missing: number;
	/** Words of the query that the dataset has and the name lacks. */
	missingWords: number;
	name: number;
	precision: number;
	recall: number;
}

export class NameMatcher {
	readonly #index: SearchIndex;
	readonly #kinds: readonly Kind[];
	readonly #vocabulary: Vocabulary;
	/** What a term weighs in a name. Concept terms repeat what a word of the name already says. */
	readonly #nameWeights: Float32Array;
	/** Which terms have links, one bit each: small enough to stay at hand while a thousand terms of names are looked up. */
	readonly #linked: Uint32Array;
	/** For each term the first of its links to words of the query, counted from 1: 0 for none. A link knows the next one. */
	readonly #links: Uint16Array;
	readonly #linkQualities: number[] = [0];
	readonly #linkTerms: number[] = [0];
	readonly #linkWords: number[] = [0];
	readonly #nextLinks: number[] = [0];
	#linkCount = 0;
	/** For each term the entries of which it alone is a name; made for the first query. */
	#sole: Map<number, number[]> | undefined;
	readonly #called = new Float32Array(WORDS_MAX + 1);
	readonly #qualities = new Float32Array(WORDS_MAX + 1);

	constructor(index: SearchIndex, kinds: readonly Kind[], vocabulary: Vocabulary) {
		this.#index = index;
		this.#kinds = kinds;
		this.#vocabulary = vocabulary;
		this.#nameWeights = index.weights.inNames;
		this.#linked = new Uint32Array((vocabulary.size >>> 5) + 1);
		this.#links = new Uint16Array(vocabulary.size);
	}

	/** Entries with a name of that one term, and no other. */
	namedBy(term: number): readonly number[] {
		this.#sole ??= this.#soleNames();
		return this.#sole.get(term) ?? NOBODY;
	}

	#soleNames(): Map<number, number[]> {
		const { starts, termStarts, terms } = this.#index.names;
		const sole = new Map<number, number[]>();
		for (let entry = 0; entry + 1 < starts.length; entry++) {
			for (let name = starts[entry]!; name < starts[entry + 1]!; name++) {
				const first = termStarts[name]!;
				const count = termStarts[name + 1]! - first;
				// A word and the concept that it stands for are two terms.
				if (count === 0 || count > 2) continue;
				if (count === 2 && !this.#vocabulary.terms[terms[first + 1]!]!.startsWith(CONCEPT_PREFIX)) continue;
				const known = sole.get(terms[first]!);
				if (!known) sole.set(terms[first]!, [entry]);
				else if (known.at(-1) !== entry) known.push(entry);
			}
		}
		return sole;
	}

	/** Notes for every term of the query which words may mean it, so that a name is compared in one walk over its terms. */
	link(words: readonly QueryWord[]): void {
		for (let link = 1; link <= this.#linkCount; link++) {
			const term = this.#linkTerms[link]!;
			this.#links[term] = 0;
			this.#linked[term >>> 5] = 0;
		}
		let count = 0;
		for (let word = 0; word < words.length; word++) {
			for (const { quality, term } of words[word]!.meanings) this.#link(++count, quality, term, word);
			// No name has the term of a matter.
			for (const term of words[word]!.matters) this.#link(++count, MATTER_QUALITY, term, word);
		}
		this.#linkCount = count;
	}

	#link(link: number, quality: number, term: number, word: number): void {
		this.#linkQualities[link] = quality;
		this.#linkTerms[link] = term;
		this.#linkWords[link] = word;
		this.#nextLinks[link] = this.#links[term]!;
		this.#links[term] = link;
		this.#linked[term >>> 5]! |= 1 << (term & 31);
	}

	/** The words of the query that surely mean the term. */
	#surely(term: number): number[] {
		const words: number[] = [];
		for (let link = this.#links[term]!; link !== 0; link = this.#nextLinks[link]!)
			if (this.#linkQualities[link]! >= HELD_MIN) words.push(this.#linkWords[link]!);
		return words;
	}

	/** The best harmony between “the name covers the query” and “the query covers the name”. */
	best(
		entry: number,
		words: readonly QueryWord[],
		weights: readonly number[],
		total: number,
		factWeight: number,
		answered: number,
	): BestName {
		const { names } = this.#index;
		const best: BestName = { f: 0, held: 0, missing: 1, missingWords: weights.length, name: names.starts[entry]!, precision: 0, recall: 0 };
		const qualities = this.#qualities;
		const linked = this.#linked;
		const { termStarts, terms } = names;
		const last = names.starts[entry + 1]!;
		for (let name = names.starts[entry]!; name < last; name++) {
			let nameMatched = 0;
			const end = termStarts[name + 1]!;
			for (let i = termStarts[name]!; i < end; i++) {
				const term = terms[i]!;
				if ((linked[term >>> 5]! & (1 << (term & 31))) === 0) continue;
				if (nameMatched === 0) for (let word = 0; word < weights.length; word++) qualities[word] = 0;
				let matched = 0;
				for (let link = this.#links[term]!; link !== 0; link = this.#nextLinks[link]!) {
					const quality = this.#linkQualities[link]!;
					const word = this.#linkWords[link]!;
					if (quality > matched) matched = quality;
					if (quality > qualities[word]!) qualities[word] = quality;
				}
				nameMatched += this.#nameWeights[term]! * matched;
			}
			if (nameMatched === 0) {
				if (factWeight === 0) continue;
				qualities.fill(0, 0, weights.length);
			}
			// A name of a question need not repeat what the question asks.
			if (answered >= 0) qualities[answered] = 1;
			let queryMatched = factWeight;
			for (let word = 0; word < weights.length; word++) queryMatched += qualities[word]! * weights[word]!;
			const precision = queryMatched / total;
			const nameTotal = this.#index.names.totals[name]!;
			const recall = nameTotal === 0 ? 0 : nameMatched / nameTotal;
			const f = ((1.6 * precision * recall) / (0.6 * precision + recall || 1)) * (names.weights[name]! / 255);
			if (f <= best.f) continue;
			best.f = f;
			best.missing = 0;
			best.missingWords = 0;
			best.held = 0;
			for (let word = 0; word < weights.length; word++) {
				if (qualities[word] !== 0) {
					if (word < 31) best.held |= 1 << word;
					continue;
				}
				best.missing += ((words[word]!.generic ? 1 : SPECIFIC) * weights[word]!) / total;
				if (!words[word]!.unknown) best.missingWords++;
			}
			best.name = name;
			best.precision = precision;
			best.recall = recall;
		}
		return best;
	}

	/** The words of the query that titles of the entry have, one bit each. */
	entitled(entry: number): number {
		const { starts, termStarts, terms, titles } = this.#index.names;
		const linked = this.#linked;
		let bits = 0;
		for (let name = starts[entry]!; name < starts[entry + 1]!; name++) {
			if (titles[name] === 0) continue;
			const end = termStarts[name + 1]!;
			for (let i = termStarts[name]!; i < end; i++) {
				const term = terms[i]!;
				if ((linked[term >>> 5]! & (1 << (term & 31))) === 0) continue;
				for (let link = this.#links[term]!; link !== 0; link = this.#nextLinks[link]!)
					if (this.#linkQualities[link]! >= ENTITLED_MIN) bits |= 1 << this.#linkWords[link]!;
			}
		}
		return bits;
	}

	/**
	 * How much of the query, by weight, one passage of `entry` tells together with what the entry is called; at most 1.
	 * `summed`: its summary alone, where the query reads as a name that accounts of other things may mention.
	 */
	told(entry: number, weights: readonly number[], total: number, summed: boolean): number {
		const { passages } = this.#index;
		const first = passages.starts[entry]!;
		const called = this.#called;
		called.fill(0, 0, weights.length);
		let best = this.#passage(first, called, called, weights, CALLED);
		const end = summed ? Math.min(first + 2, passages.starts[entry + 1]!) : passages.starts[entry + 1]!;
		for (let passage = first + 1; passage < end; passage++) {
			const told = this.#passage(passage, called, this.#qualities, weights, passage === first + 1 ? SUMMED_UP : TOLD);
			if (told > best) best = told;
		}
		return best / total;
	}

	#passage(passage: number, called: Float32Array, qualities: Float32Array, weights: readonly number[], field: number): number {
		const { termStarts, terms } = this.#index.passages;
		if (qualities !== called) for (let word = 0; word < weights.length; word++) qualities[word] = called[word]!;
		for (let i = termStarts[passage]!; i < termStarts[passage + 1]!; i++) {
			for (let link = this.#links[terms[i]!]!; link !== 0; link = this.#nextLinks[link]!) {
				const quality = this.#linkQualities[link]! * field;
				const word = this.#linkWords[link]!;
				if (quality > qualities[word]!) qualities[word] = quality;
			}
		}
		let told = 0;
		for (let word = 0; word < weights.length; word++) told += qualities[word]! * weights[word]!;
		return told;
	}

	/**
	 * The name of `entry` that is written as `key` but for characters that were mistaken for others, and how like it is;
	 * `key` is all of Han characters and kana.
	 */
	miswritten(entry: number, key: string): { readonly likeness: number; readonly name: number } | undefined {
		const { names } = this.#index;
		const typed = [...key];
		const isPerson = this.#kinds[entry] === 'person';
		let best: { likeness: number; name: number } | undefined;
		for (let name = names.starts[entry]!; name < names.starts[entry + 1]!; name++) {
			const written = names.keys[name]!;
			if (written.length !== key.length) continue;
			let same = 0;
			let mayDiffer = true;
			[...written].forEach((character, at) => {
				if (character === typed[at]) same++;
				else if (!isPerson && (DISTINGUISHING.has(character) || DISTINGUISHING.has(typed[at]!))) mayDiffer = false;
			});
			const differ = typed.length - same;
			if (!mayDiffer || differ > (typed.length >= MISWRITTEN_TWICE ? 2 : 1)) continue;
			const likeness = 1 - (0.9 * differ) / typed.length;
			if (likeness > (best?.likeness ?? 0)) best = { likeness, name };
		}
		return best;
	}

	/** The name of `entry` that holds all words of the query and of which they make up most, if that is at least `share`; a title where one is wanted. */
	holding(entry: number, words: number, share: number, titles = false): number | undefined {
		const { names } = this.#index;
		let most = share;
		let best: number | undefined;
		for (let name = names.starts[entry]!; name < names.starts[entry + 1]!; name++) {
			if (titles && names.titles[name] === 0) continue;
			const held = new Set<number>();
			let total = 0;
			let matched = 0;
			for (let i = names.termStarts[name]!; i < names.termStarts[name + 1]!; i++) {
				const term = names.terms[i]!;
				total += this.#nameWeights[term]!;
				const sure = this.#surely(term);
				if (sure.length > 0) matched += this.#nameWeights[term]!;
				for (const word of sure) held.add(word);
			}
			if (held.size < words || matched === 0 || matched / total < most) continue;
			most = matched / total;
			best = name;
		}
		return best;
	}

	/** A name of `entry` that holds all words of the query, and beside them only what its kind is called and the rest of the namesake's title. */
	after(entry: number, namesake: number, words: number): number | undefined {
		const called = calledAs(this.#kinds[entry]!);
		if (!called || words === 0) return undefined;
		const { names } = this.#index;
		const titled = new Set<number>();
		for (let name = names.starts[namesake]!; name < names.starts[namesake + 1]!; name++)
			if (names.titles[name] === 1) for (let i = names.termStarts[name]!; i < names.termStarts[name + 1]!; i++) titled.add(names.terms[i]!);
		for (let name = names.starts[entry]!; name < names.starts[entry + 1]!; name++) {
			const held = new Set<number>();
			let isAfter = true;
			for (let i = names.termStarts[name]!; i < names.termStarts[name + 1]! && isAfter; i++) {
				const term = names.terms[i]!;
				const sure = this.#surely(term);
				if (sure.length > 0) for (const word of sure) held.add(word);
				else isAfter = titled.has(term) || called.has(this.#vocabulary.terms[term]!);
			}
			if (isAfter && held.size === words) return name;
		}
		return undefined;
	}
}
