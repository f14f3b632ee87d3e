/**
 * How people put what the entries tell: single claims as they are typed in a chat, far from the words of a title. A
 * description that shares most of its words with one of them most likely means its entry.
 */
import type { QueryWord } from './query.ts';
import { WORDS_MAX } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A wording of the entry at a position in their order. */
export interface Wording {
	readonly entry: number;
	readonly text: string;
}

export interface WordingData {
	/** Of each term its hash, ascending: the words themselves are not needed. */
	readonly keys: Uint32Array;
	/** Wordings of entry e: `starts[e]` up to `starts[e + 1]`. */
	readonly starts: Uint32Array;
	readonly termStarts: Uint32Array;
	/** Places in `keys`. */
	readonly terms: Uint32Array;
	/** Of each term what it weighs in a wording. */
	readonly weights: Float32Array;
}

/** FNV-1a over the code units. */
export function hashOf(term: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
	return hash >>> 0;
}

export interface BestWording {
	/** How much of the query, by weight, all wordings of the entry have together. */
	all: number;
	f: number;
	/** How much of the query, by weight, the wording has. */
	precision: number;
	/** How much of the wording the query has. */
	recall: number;
	/** How well the next best one fits. */
	second: number;
}

const MATTER_QUALITY = 0.7;
const YEARS_MAX = 4;
const UNKNOWN = -2;
const NOWHERE = -1;

export class WordingMatcher {
	readonly #data: WordingData;
	readonly #vocabulary: Vocabulary;
	/** For each term of the vocabulary its place in the keys, found when it is first needed. */
	readonly #places: Int32Array;
	/** For each key the first of its links to words of the query, counted from 1: 0 for none. A link knows the next one. */
	readonly #links: Uint16Array;
	readonly #linkKeys: number[] = [0];
	readonly #linkQualities: number[] = [0];
	readonly #linkWords: number[] = [0];
	readonly #nextLinks: number[] = [0];
	#linkCount = 0;
	readonly #qualities = new Float32Array(WORDS_MAX + YEARS_MAX + 1);
	readonly #all = new Float32Array(WORDS_MAX + YEARS_MAX + 1);
	readonly #weights = new Float32Array(WORDS_MAX + YEARS_MAX + 1);
	#words = 0;
	#total = 0;

	constructor(data: WordingData, vocabulary: Vocabulary) {
		this.#data = data;
		this.#vocabulary = vocabulary;
		this.#places = new Int32Array(vocabulary.size).fill(UNKNOWN);
		this.#links = new Uint16Array(data.keys.length);
	}

	#placeOf(term: string): number {
		const { keys } = this.#data;
		const hash = hashOf(term);
		let low = 0;
		let high = keys.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (keys[middle]! < hash) low = middle + 1;
			else high = middle;
		}
		return keys[low] === hash ? low : NOWHERE;
	}

	#placeOfTerm(term: number): number {
		let place = this.#places[term]!;
		if (place === UNKNOWN) {
			place = this.#placeOf(this.#vocabulary.terms[term]!);
			this.#places[term] = place;
		}
		return place;
	}

	/** Takes up a query: its words with what they weigh, and the years that it names, each with what it weighs. */
	link(words: readonly QueryWord[], weights: readonly number[], years: readonly string[], yearWeights: readonly number[]): void {
		for (let link = 1; link <= this.#linkCount; link++) this.#links[this.#linkKeys[link]!] = 0;
		this.#linkCount = 0;
		this.#total = 0;
		this.#words = 0;
		for (let word = 0; word < words.length; word++) {
			const { matters, meanings, token, unknown } = words[word]!;
			this.#take(weights[word]!);
			// What the index of names has no word for may still be how people put it.
			if (unknown) this.#link(this.#placeOf(token.term), 1);
			for (const { quality, term } of meanings) this.#link(this.#placeOfTerm(term), quality);
			for (const term of matters) this.#link(this.#placeOfTerm(term), MATTER_QUALITY);
		}
		for (let year = 0; year < years.length && year < YEARS_MAX; year++) {
			this.#take(yearWeights[year]!);
			this.#link(this.#placeOf(years[year]!), 1);
		}
	}

	#take(weight: number): void {
		this.#weights[this.#words++] = weight;
		this.#total += weight;
	}

	#link(key: number, quality: number): void {
		if (key < 0) return;
		const link = ++this.#linkCount;
		this.#linkKeys[link] = key;
		this.#linkQualities[link] = quality;
		this.#linkWords[link] = this.#words - 1;
		this.#nextLinks[link] = this.#links[key]!;
		this.#links[key] = link;
	}

	/** The wording of the entry that fits the query best; all 0 where none shares a word with it. */
	best(entry: number, best: BestWording = { all: 0, f: 0, precision: 0, recall: 0, second: 0 }): BestWording {
		best.all = best.f = best.precision = best.recall = best.second = 0;
		if (this.#linkCount === 0 || this.#total === 0) return best;
		const { starts, termStarts, terms, weights } = this.#data;
		const qualities = this.#qualities;
		const links = this.#links;
		const words = this.#words;
		const all = this.#all;
		all.fill(0, 0, words);
		const last = starts[entry + 1]!;
		for (let wording = starts[entry]!; wording < last; wording++) {
			let matched = 0;
			let whole = 0;
			const end = termStarts[wording + 1]!;
			for (let i = termStarts[wording]!; i < end; i++) {
				const term = terms[i]!;
				whole += weights[term]!;
				let link = links[term]!;
				if (link === 0) continue;
				if (matched === 0) qualities.fill(0, 0, words);
				let most = 0;
				for (; link !== 0; link = this.#nextLinks[link]!) {
					const quality = this.#linkQualities[link]!;
					const word = this.#linkWords[link]!;
					if (quality > most) most = quality;
					if (quality > qualities[word]!) qualities[word] = quality;
				}
				// What only a matter tells weighs nothing in a wording, and still joins the two.
				matched += weights[term]! * most + Number.EPSILON;
			}
			if (matched === 0) continue;
			let precision = 0;
			for (let word = 0; word < words; word++) {
				const quality = qualities[word]!;
				precision += quality * this.#weights[word]!;
				if (quality > all[word]!) all[word] = quality;
			}
			precision /= this.#total;
			const recall = whole === 0 ? 0 : matched / whole;
			const f = (1.6 * precision * recall) / (0.6 * precision + recall || 1);
			if (f > best.f) {
				best.second = best.f;
				best.f = f;
				best.precision = precision;
				best.recall = recall;
			} else if (f > best.second) best.second = f;
		}
		for (let word = 0; word < words; word++) best.all += (all[word]! * this.#weights[word]!) / this.#total;
		return best;
	}
}
