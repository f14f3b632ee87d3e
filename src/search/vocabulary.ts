/** The terms of an index, and how to find those that are nearly written like a given one. */
import { isCommonTerm } from './common-words.ts';
import { positionOf, SortedTexts } from './sorted.ts';

export interface VocabularyData {
	/** Of each term the letters that it has, one bit for each or for several: what tells most words apart without reading them. */
	readonly letters: Uint32Array;
	/** Sorted, so that terms are found, and those with a common beginning stand together. */
	readonly terms: readonly string[];
	/** For each piece of three letters: where its terms begin in `pieceTerms`. */
	readonly pieceStarts: Uint32Array;
	readonly pieceTerms: Uint32Array;
	/** Sorted. */
	readonly pieces: readonly string[];
}

export interface NearTerm {
	/** 1 the same term, less the more letters differ. */
	readonly quality: number;
	readonly term: number;
}

/** Letters that may differ, by the length of the word: one slip from four letters on, two from eight, three from thirteen. */
export function slipsAllowed(length: number): number {
	if (length < 4) return 0;
	if (length < 8) return 1;
	return length < 13 ? 2 : 3;
}

/** No word has so many near ones that more would help; the rest of a long list costs time only. */
const NEAR_MAX = 12;
const PREFIX_MAX = 48;
const RARE_MAX = 3;
const PAIRS_MAX = 6;
const MISTAKEN_PAIR = 0.72;
const PIECE_POSTINGS_MAX = 4_000;
const IS_COMMON = 1;
const IS_NOT_COMMON = 2;

export function buildVocabulary(words: Iterable<string>): VocabularyData {
	const terms = [...new Set(words)].sort();
	const byPiece = new Map<string, number[]>();
	terms.forEach((term, id) => {
		for (const piece of piecesOf(term)) {
			const list = byPiece.get(piece);
			if (list) list.push(id);
			else byPiece.set(piece, [id]);
		}
	});
	const pieces = [...byPiece.keys()].sort();
	const pieceStarts = new Uint32Array(pieces.length + 1);
	let total = 0;
	pieces.forEach((piece, index) => {
		pieceStarts[index] = total;
		total += byPiece.get(piece)!.length;
	});
	pieceStarts[pieces.length] = total;
	const pieceTerms = new Uint32Array(total);
	for (const [index, piece] of pieces.entries()) pieceTerms.set(byPiece.get(piece)!, pieceStarts[index]);
	return { letters: Uint32Array.from(terms, lettersOf), pieceStarts, pieceTerms, pieces, terms };
}

/** The bits of letters that are no vowels. */
const CONSONANTS = ~lettersOf('aeiou');

function lettersOf(word: string): number {
	let letters = 0;
	for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
	return letters >>> 0;
}

/** How many bits are set. */
function bitsOf(bits: number): number {
	let pairs = bits - ((bits >>> 1) & 0x55555555);
	pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
	return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The word's overlapping threes, with its beginning marked twice and its end once. */
function piecesOf(term: string): Set<string> {
	const padded = `__${term}_`;
	const pieces = new Set<string>();
	for (let i = 0; i + 3 <= padded.length; i++) pieces.add(padded.slice(i, i + 3));
	return pieces;
}

/** What pieces of plain Latin letters are written with; their number is found by counting, without a search. */
const PIECE_LETTERS = '_abcdefghijklmnopqrstuvwxyz0123456789';
const LETTER_OF_CODE = new Int8Array(128).fill(-1);
for (let i = 0; i < PIECE_LETTERS.length; i++) LETTER_OF_CODE[PIECE_LETTERS.charCodeAt(i)] = i;

/** The place of the piece that begins at `at` among all of three such letters, or -1 for a piece of others. */
function placeOf(text: string, at: number): number {
	let place = 0;
	for (let i = at; i < at + 3; i++) {
		const code = text.charCodeAt(i);
		const letter = code < 128 ? LETTER_OF_CODE[code]! : -1;
		if (letter < 0) return -1;
		place = place * PIECE_LETTERS.length + letter;
	}
	return place;
}

export class Vocabulary {
	readonly #data: VocabularyData;
	/** For each place the number of its piece, counted from 1: 0 where no term has it. Made for the first word that is misspelt. */
	#pieceAt: Uint32Array | undefined;
	/** Asked for when a word is, not before. */
	#terms: readonly string[] | undefined;
	readonly #sorted: SortedTexts;
	/** Of each term whether it is common: 0 where nobody has asked yet. */
	readonly #common: Uint8Array;
	/** How long each term is; made for the first word that is misspelt. */
	#lengths: Uint8Array | undefined;
	// Lists that are filled anew for every word.
	readonly #lists: number[] = [];
	readonly #touched: number[] = [];
	readonly #entriesWith: (term: number) => number;
	/** How many pieces of the word at hand each term shares; zeroed after use by walking the touched ones. */
	readonly #shared: Uint8Array;

	/** `entriesWith` tells in how many entries a term occurs. */
	constructor(data: VocabularyData, entriesWith: (term: number) => number = () => Number.POSITIVE_INFINITY) {
		this.#entriesWith = entriesWith;
		this.#data = data;
		const { length } = data.letters;
		this.#sorted = new SortedTexts(length, (term) => this.terms[term]!);
		this.#common = new Uint8Array(length);
		this.#shared = new Uint8Array(length);
	}

	get terms(): readonly string[] {
		return (this.#terms ??= this.#data.terms);
	}

	/** How many terms there are. */
	get size(): number {
		return this.#data.letters.length;
	}

	#placePieces(): Uint32Array {
		const pieceAt = new Uint32Array(PIECE_LETTERS.length ** 3);
		this.#data.pieces.forEach((piece, id) => {
			const place = placeOf(piece, 0);
			if (place >= 0) pieceAt[place] = id + 1;
		});
		return pieceAt;
	}

	/** The number of the piece that begins at `at`, or -1 where no term has it. */
	#pieceFrom(padded: string, at: number): number {
		const place = placeOf(padded, at);
		if (place >= 0) return (this.#pieceAt ??= this.#placePieces())[place]! - 1;
		return positionOf(this.#data.pieces, padded.slice(at, at + 3)) ?? -1;
	}

	/** Whether hardly any entry has the term. */
	isRare(term: number): boolean {
		return this.#entriesWith(term) <= RARE_MAX;
	}

	idOf(term: string): number | undefined {
		return this.#sorted.positionOf(term);
	}

	/** Whether the term is a word that any text on anything has: nobody misspells a name into one. */
	isCommon(term: number): boolean {
		const known = this.#common[term]!;
		if (known !== 0) return known === IS_COMMON;
		const isCommon = isCommonTerm(this.terms[term]!);
		this.#common[term] = isCommon ? IS_COMMON : IS_NOT_COMMON;
		return isCommon;
	}

	/** Terms that begin with `prefix`, shortest first; `all` of them where the words before say which is meant. */
	startingWith(prefix: string, all = false): NearTerm[] {
		const { terms } = this;
		const low = this.#sorted.firstFrom(prefix);
		const found: NearTerm[] = [];
		for (let id = low; id < terms.length && found.length < PREFIX_MAX && terms[id]!.startsWith(prefix); id++) {
			if (terms[id]!.length > prefix.length) found.push({ quality: 0.6 + 0.35 * (prefix.length / terms[id]!.length), term: id });
		}
		return found.sort((a, b) => b.quality - a.quality || a.term - b.term).slice(0, all ? PREFIX_MAX : NEAR_MAX);
	}

	/** Pairs of Han characters that begin as `pair` does, where few do: its second may be mistaken for one that looks alike. */
	nearPairs(pair: string): NearTerm[] {
		const [first, second] = [...pair];
		if (second === undefined) return [];
		const found: NearTerm[] = [];
		const { pieceStarts, pieceTerms, pieces } = this.#data;
		const id = positionOf(pieces, `__${first}`);
		if (id === undefined) return [];
		for (let i = pieceStarts[id]!; i < pieceStarts[id + 1]!; i++) {
			const term = pieceTerms[i]!;
			if ([...this.terms[term]!].length === 2) found.push({ quality: MISTAKEN_PAIR, term });
		}
		return found.length > PAIRS_MAX ? [] : found;
	}

	/**
	 * Terms within the allowed slips of `word`, nearest first; the word itself is left out. `written` is the length of
	 * the word before its ending was taken off, `beyond` how many slips beyond those are let pass.
	 */
	near(word: string, written = word.length, beyond = 0): NearTerm[] {
		const allowed = Math.min(slipsAllowed(Math.max(word.length, written)) + beyond, word.length >> 1);
		if (allowed === 0) return [];
		const { letters, pieceStarts, pieceTerms } = this.#data;
		const lengths = (this.#lengths ??= Uint8Array.from(this.terms, (term) => Math.min(term.length, 255)));
		const lists = this.#lists;
		lists.length = 0;
		const padded = `__${word}_`;
		for (let at = 0; at + 3 <= padded.length; at++) {
			const id = this.#pieceFrom(padded, at);
			if (id >= 0 && !lists.includes(id)) lists.push(id);
		}
		// Rare pieces first: they say most, and a piece that thousands of words share says next to nothing.
		lists.sort((a, b) => pieceStarts[a + 1]! - pieceStarts[a]! - (pieceStarts[b + 1]! - pieceStarts[b]!));
		const touched = this.#touched;
		let touchedCount = 0;
		let budget = PIECE_POSTINGS_MAX;
		for (const list of lists) {
			const from = pieceStarts[list]!;
			const to = pieceStarts[list + 1]!;
			if (to - from > budget && touchedCount > 0) break;
			budget -= to - from;
			for (let i = from; i < to; i++) {
				const term = pieceTerms[i]!;
				const count = this.#shared[term]!;
				if (count === 0) touched[touchedCount++] = term;
				this.#shared[term] = count + 1;
			}
		}
		// A swap of neighbours breaks four pieces, any other slip three.
		const needed = Math.max(1, word.length + 1 - 4 * allowed);
		const found: NearTerm[] = [];
		const own = lettersOf(word);
		let skeleton: string | undefined;
		for (let i = 0; i < touchedCount; i++) {
			const term = touched[i]!;
			const shared = this.#shared[term]!;
			this.#shared[term] = 0;
			if (shared < needed) continue;
			// A letter that only one of the two has takes a slip; of words with the same consonants one more may be allowed.
			const other = letters[term]!;
			const more = ((own ^ other) & CONSONANTS) === 0 ? 1 : 0;
			if (bitsOf(own & ~other) > allowed + more || bitsOf(other & ~own) > allowed + more) continue;
			const long = lengths[term]!;
			const slipsMax = Math.min(allowed, slipsAllowed(long) + beyond);
			const limit = word.length > 7 && long > 7 ? slipsMax + more : slipsMax;
			if (limit === 0 || Math.abs(long - word.length) > limit) continue;
			const candidate = this.terms[term]!;
			const slips = slipsBetween(word, candidate, limit);
			if (slips === 0 || slips > limit) continue;
			// Vowels are what romanisations and typists get wrong; consonants are what a name is known by.
			const sameConsonants =
				(candidate.length === word.length || Math.min(candidate.length, word.length) > 6) &&
				(skeleton ??= skeletonOf(word)).length > 1 &&
				skeletonOf(candidate) === skeleton;
			if (slips > slipsMax && !sameConsonants) continue;
			const length = Math.max(word.length, candidate.length);
			// A slip in the first letter is rarer than one inside, and costs more.
			const first = word[0] === candidate[0] ? 0 : 0.08;
			found.push({ quality: Math.max(0.3, 1 - ((sameConsonants ? 0.8 : 1.3) * slips) / length - first), term });
		}
		return found.sort((a, b) => b.quality - a.quality || a.term - b.term).slice(0, NEAR_MAX);
	}
}

/** The word without its vowels. */
function skeletonOf(word: string): string {
	return word.replace(/[aeiou]/g, '');
}

/** Words longer than this are not compared letter by letter. */
const COMPARED_LETTERS_MAX = 40;
let beforeLast = new Uint8Array(COMPARED_LETTERS_MAX + 2);
let last = new Uint8Array(COMPARED_LETTERS_MAX + 2);
let current = new Uint8Array(COMPARED_LETTERS_MAX + 2);

/**
 * Letters inserted, left out, replaced or swapped with their neighbour (optimal string alignment), up to `limit` + 1.
 * The three rows of its table are kept between calls: this is the innermost loop of a search.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
	if (a === b) return 0;
	if (a.length > COMPARED_LETTERS_MAX || b.length > COMPARED_LETTERS_MAX) return limit + 1;
	const width = b.length + 1;
	for (let j = 0; j < width; j++) last[j] = j;
	for (let i = 1; i <= a.length; i++) {
		current[0] = i;
		let best = i;
		const letter = a.charCodeAt(i - 1);
		for (let j = 1; j < width; j++) {
			const other = b.charCodeAt(j - 1);
			let cost = last[j - 1]! + (letter === other ? 0 : 1);
			if (last[j]! < cost) cost = last[j]! + 1;
			if (current[j - 1]! < cost) cost = current[j - 1]! + 1;
			if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other && beforeLast[j - 2]! < cost)
				cost = beforeLast[j - 2]! + 1;
			current[j] = cost;
			if (cost < best) best = cost;
		}
		if (best > limit) return limit + 1;
		const free = beforeLast;
		beforeLast = last;
		last = current;
		current = free;
	}
	return last[b.length]!;
}
