/**
 * How well each entry answers a query.
 *
 * 1. Candidates come from the rarest words first, so that the cost follows the query and not the size of the dataset.
 * 2. Coverage: how much of the query, by the weight of its words, the entry speaks of at all.
 * 3. Name: how much of the query one of its names covers, and how much of that name is asked for.
 * 4. What is asked (how many, did, who) and which command it is asked with tip the balance between near ones.
 */
import type { Kind } from '../dataset/schema.ts';
import { CONCEPT_PREFIX, conceptOf } from './concepts.ts';
import { fold, toHiragana } from './fold.ts';
import type { SearchIndex } from './index.ts';
import { type Query, type QueryWord, WORDS_MAX } from './query.ts';
import { tokenise } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Ranked {
	readonly entry: number;
	/** How well the words fit, before what kind is wanted tips the balance: whether to answer at all. */
	readonly fit: number;
	/** The name that matched best. */
	readonly name: number;
	/** How much of the query its best name holds, where that name adds nothing but what its kind is called; else 0. */
	readonly named: number;
	readonly score: number;
}

/** Entries that a word may bring in; beyond that it only adds to those that rarer words brought. */
const CANDIDATES_PER_WORD = 300;
/** Entries whose names are compared one by one. */
const COMPARED_MAX = 32;
/** Entries that speak of less than this share of what the best one speaks of are not compared. */
const COMPARED_SHARE = 0.45;
const CONTAINED_WORDS_MAX = 8;
const CONTAINED_HAN_MAX = 16;
/** How much of a name a query that is itself a name must cover, and what each of its words costs that the name lacks. */
const NAME_RECALL = 0.7;
const MISSING_WORD = 0.72;
const NAME_FLOOR = 0.4;
/** Queries of no more words than this are names or parts of names; longer ones describe. */
const SHORT_QUERY = 3;
/** What the share of a short query costs that the best name lacks, however often the texts around it speak of it. */
const NOT_IN_NAME = 0.4;
/** What the accounts of an entry speak of counts nearly as much as its names when something is described. */
const TOLD_MIN = 0.5;
const DESCRIBED_MAX = 0.78;
/** The more of a query is written like nothing here, the surer it is about something else. */
const UNKNOWN_SHARE = 0.55;
/** Beside a whole name strange words are mere talk. */
const UNKNOWN_BESIDE_NAME = 0.25;
/** What the command is looking for comes first among near ones. */
const PREFERENCE = 0.14;
/** Two or three letters that are no name are hardly a question. */
const SCRAP = 0.4;
/** Whoever describes at length under a command means something of its kind. */
const DESCRIBED_PREFERENCE = 0.3;
/** “Who” and “why” say less than what is asked about. */
const ASKING_WEIGHT = 0.55;

interface BestName {
	f: number;
	/** The share of the query, by weight, that the name lacks. */
	missing: number;
	/** Words of the query that the dataset has and the name lacks. */
	missingWords: number;
	name: number;
	precision: number;
	recall: number;
}

export class Ranker {
	readonly #index: SearchIndex;
	readonly #kinds: readonly Kind[];
	readonly #vocabulary: Vocabulary;
	readonly #namesByKey = new Map<string, number[]>();
	readonly #entryOfName: Uint32Array;
	readonly #size: number;
	// Scratch space, reset by stamp: allocating it anew for every query would cost more than the query.
	readonly #sum: Float32Array;
	readonly #best: Float32Array;
	readonly #bestTold: Float32Array;
	readonly #told: Float32Array;
	readonly #sumStamp: Uint32Array;
	readonly #bestStamp: Uint32Array;
	#stamp = 0;
	readonly #idfs: Float32Array;
	/** What a term weighs in a name. Concept terms repeat what a word of the name already says. */
	readonly #nameWeights: Float32Array;
	readonly #links: ({ readonly quality: number; readonly word: number }[] | undefined)[];
	readonly #linkedTerms: number[] = [];
	readonly #qualities = new Float32Array(WORDS_MAX);

	constructor(index: SearchIndex, kinds: readonly Kind[], vocabulary: Vocabulary) {
		this.#index = index;
		this.#kinds = kinds;
		this.#vocabulary = vocabulary;
		this.#size = kinds.length;
		this.#entryOfName = new Uint32Array(index.names.keys.length);
		for (let entry = 0; entry < kinds.length; entry++)
			this.#entryOfName.fill(entry, index.names.starts[entry], index.names.starts[entry + 1]);
		index.names.keys.forEach((key, name) => {
			const list = this.#namesByKey.get(key);
			if (list) list.push(name);
			else this.#namesByKey.set(key, [name]);
		});
		const { starts } = index.postings;
		this.#idfs = Float32Array.from(vocabulary.terms, (_, term) => Math.log(1 + this.#size / (0.5 + starts[term + 1]! - starts[term]!)));
		this.#nameWeights = this.#idfs.map((idf, term) => (vocabulary.terms[term]!.startsWith(CONCEPT_PREFIX) ? 0.25 * idf : idf));
		this.#links = new Array(vocabulary.terms.length);
		this.#sum = new Float32Array(this.#size);
		this.#best = new Float32Array(this.#size);
		this.#bestTold = new Float32Array(this.#size);
		this.#told = new Float32Array(this.#size);
		this.#sumStamp = new Uint32Array(this.#size);
		this.#bestStamp = new Uint32Array(this.#size);
	}

	/** Entries of which the query is a name, the most prominent first. */
	exact(key: string, preferred: readonly Kind[] | undefined): Ranked[] {
		const byEntry = new Map<number, number>();
		for (const name of this.#namesByKey.get(key) ?? []) {
			const entry = this.#entryOfName[name]!;
			const known = byEntry.get(entry);
			if (known === undefined || this.#index.names.weights[name]! > this.#index.names.weights[known]!) byEntry.set(entry, name);
		}
		return [...byEntry]
			.map(([entry, name]) => ({ entry, fit: 1, name, named: 1, score: 1 }))
			.sort(
				(a, b) =>
					this.#preference(b.entry, preferred) - this.#preference(a.entry, preferred) ||
					this.#index.names.titles[b.name]! - this.#index.names.titles[a.name]! ||
					kindRank(this.#kinds[a.entry]!) - kindRank(this.#kinds[b.entry]!) ||
					this.#index.prominence[b.entry]! - this.#index.prominence[a.entry]! ||
					a.entry - b.entry,
			);
	}

	/** Entries by how well they answer the query, best first; ties by prominence, then by their order. */
	rank(query: Query, preferred: readonly Kind[] | undefined): Ranked[] {
		const weights = query.words.map((word) => this.#weightOf(word));
		const byDate = query.dates.map((date) =>
			this.#datedEntries(date, preferred?.includes('figures') || query.intents.has('count') || false),
		);
		const byNumber = query.numbers.map((number) =>
			number.bare ? this.#entriesWithDigits(number.text, number.value) : this.#numberedEntries(number.value),
		);
		const dateWeights = query.dates.map(({ precision }) => (precision === 'year' ? 0.45 : precision === 'day' ? 1 : 0.75) * this.#rarest);
		const numberWeights = byNumber.map((found) => Math.log(1 + this.#size / (0.5 + found.size)));
		const total = sum(weights) + sum(dateWeights) + sum(numberWeights);
		if (total === 0) return [];

		const candidates: number[] = [];
		const stamp = ++this.#stamp;
		const add = (entry: number, amount: number, told: number) => {
			if (this.#sumStamp[entry] !== stamp) {
				this.#sumStamp[entry] = stamp;
				this.#sum[entry] = 0;
				this.#told[entry] = 0;
				candidates.push(entry);
			}
			this.#sum[entry]! += amount;
			this.#told[entry]! += told;
		};

		byDate.forEach((found, i) => {
			for (const [entry, quality] of found) add(entry, dateWeights[i]! * quality, dateWeights[i]! * quality);
		});
		byNumber.forEach((found, i) => {
			for (const [entry, quality] of found) add(entry, numberWeights[i]! * quality, numberWeights[i]! * quality);
		});

		this.#link(query.words);
		const contained = this.#containedNames(query, weights, total);
		for (const entry of contained.keys()) add(entry, 0, 0);

		const order = query.words.map((_, index) => index).sort((a, b) => weights[b]! - weights[a]!);
		for (const index of order) this.#addWord(query.words[index]!, weights[index]!, candidates, add);

		const facts = new Map<number, number>();
		for (const found of [...byDate, ...byNumber]) for (const [entry, quality] of found) facts.set(entry, (facts.get(entry) ?? 0) + quality);
		const factCount = byDate.length + byNumber.length;
		const factWeight = sum(dateWeights) + sum(numberWeights);

		const shortlist = candidates
			.map((entry) => ({ coverage: this.#sum[entry]! / total, entry, told: this.#told[entry]! / total }))
			.sort(
				(a, b) =>
					b.coverage + b.told + (contained.get(b.entry)?.share ?? 0) - a.coverage - a.told - (contained.get(a.entry)?.share ?? 0) ||
					a.entry - b.entry,
			)
			.slice(0, COMPARED_MAX);
		const enough = Math.max(0, ...shortlist.map(({ told }) => told)) * COMPARED_SHARE;

		const content = query.words.length + factCount;
		const isScrap =
			content === 1 && query.words.length === 1 && query.words[0]!.token.script === 'latin' && query.words[0]!.token.text.length < 4;
		const unknown = sum(weights.filter((_, index) => query.words[index]!.unknown)) / total;
		const ranked = shortlist
			.filter(({ entry, told }) => told >= enough || contained.has(entry))
			.map(({ coverage, entry, told }): Ranked => {
				const fact = factCount === 0 ? 0 : (facts.get(entry) ?? 0) / factCount;
				const phrase = contained.get(entry);
				const best = this.#bestName(entry, query.words, weights, total, factWeight * fact);
				let score: number;
				if (query.words.length === 0) score = 0.3 + 0.6 * fact - 0.02 * kindRank(this.#kinds[entry]!);
				else {
					score = 0.45 * coverage + 0.55 * best.f;
					if (content <= SHORT_QUERY) score *= 1 - NOT_IN_NAME * best.missing;
					// “The Korean war” is a name: what merely speaks of Koreans and of a war is not what was asked for.
					if (query.isName && phrase === undefined)
						score *= Math.max(NAME_FLOOR, Math.min(1, best.recall / NAME_RECALL) * MISSING_WORD ** best.missingWords);
					// A whole name inside the query lifts the entry by what the name makes up of the query.
					if (phrase) score = Math.max(score, 0.15 + 0.6 * phrase.share + 0.25 * coverage);
					// A description: many words, most of which the entry speaks of somewhere.
					if (content > SHORT_QUERY) score = Math.max(score, told * Math.min(DESCRIBED_MAX, 0.5 + 0.05 * content));
					score *= 1 - (phrase ? UNKNOWN_BESIDE_NAME : UNKNOWN_SHARE) * unknown;
					if (isScrap) score *= SCRAP;
				}
				const fit = score;
				score *= this.#intentFactor(entry, query);
				score *= this.#kinds[entry] === 'source' && !preferred?.includes('source') ? 0.88 : 1;
				score *= 1 + (content > SHORT_QUERY ? DESCRIBED_PREFERENCE : PREFERENCE) * this.#preference(entry, preferred);
				const name = phrase && phrase.share > 0.5 ? phrase.name : best.name;
				return {
					entry,
					fit,
					name,
					named: this.#isNamedAfter(best.name, this.#kinds[entry]!) ? best.precision : 0,
					score: Math.min(score, 0.99),
				};
			});
		return ranked.sort(
			(a, b) =>
				b.score - a.score ||
				this.#index.prominence[b.entry]! - this.#index.prominence[a.entry]! ||
				kindRank(this.#kinds[a.entry]!) - kindRank(this.#kinds[b.entry]!) ||
				a.entry - b.entry,
		);
	}

	get #rarest(): number {
		return Math.log(1 + this.#size / 0.5);
	}

	/** A word weighs what its rarest good meaning weighs; a word that nothing here is written like weighs most. */
	#weightOf(word: QueryWord): number {
		const grammar = word.token.script === 'kana' && /^\p{Script=Hiragana}+$/u.test(word.token.text);
		// Pairs of one run overlap: each carries half.
		const part = word.token.script === 'han' ? 0.6 : word.token.term.startsWith(CONCEPT_PREFIX) ? ASKING_WEIGHT : 1;
		if (word.unknown) return this.#rarest * (grammar ? 0.1 : part);
		let weight = 0;
		for (const { quality, term } of word.meanings) {
			const idf = this.#idfs[term]! * (quality === 1 ? 1 : 0.85);
			if (quality === 1) return idf * part;
			if (idf > weight) weight = idf;
		}
		return weight * part;
	}

	#addWord(
		word: QueryWord,
		weight: number,
		candidates: readonly number[],
		add: (entry: number, amount: number, told: number) => void,
	): void {
		const { entries, starts, weights } = this.#index.postings;
		const stamp = ++this.#stamp;
		const touched: number[] = [];
		const raise = (entry: number, quality: number, weight: number) => {
			if (this.#bestStamp[entry] !== stamp) {
				this.#bestStamp[entry] = stamp;
				this.#best[entry] = 0;
				this.#bestTold[entry] = 0;
				touched.push(entry);
			}
			const field = weight / 255;
			if (quality * field > this.#best[entry]!) this.#best[entry] = quality * field;
			const told = quality * (TOLD_MIN + (1 - TOLD_MIN) * field);
			if (told > this.#bestTold[entry]!) this.#bestTold[entry] = told;
		};
		for (const { quality, term } of word.meanings) {
			const from = starts[term]!;
			const to = starts[term + 1]!;
			if (to - from <= CANDIDATES_PER_WORD || candidates.length < 20) {
				const step = Math.min(to, from + 4 * CANDIDATES_PER_WORD);
				for (let i = from; i < step; i++) raise(entries[i]!, quality, weights[i]!);
			} else {
				for (const entry of candidates) {
					const at = search(entries, entry, from, to);
					if (at >= 0) raise(entry, quality, weights[at]!);
				}
			}
		}
		for (const entry of touched) add(entry, weight * this.#best[entry]!, weight * this.#bestTold[entry]!);
	}

	/** Notes for every term of the query which words may mean it, so that a name is compared in one walk over its terms. */
	#link(words: readonly QueryWord[]): void {
		for (const term of this.#linkedTerms) this.#links[term] = undefined;
		this.#linkedTerms.length = 0;
		words.forEach(({ meanings }, word) => {
			for (const { quality, term } of meanings) {
				const known = this.#links[term];
				if (known) known.push({ quality, word });
				else {
					this.#links[term] = [{ quality, word }];
					this.#linkedTerms.push(term);
				}
			}
		});
	}

	/** Whether a name is the query and a word for its kind: “Treaty of Portsmouth” for “portsmouth”. */
	#isNamedAfter(name: number, kind: Kind): boolean {
		const called = CALLED[kind];
		if (!called) return false;
		const { termStarts, terms } = this.#index.names;
		for (let i = termStarts[name]!; i < termStarts[name + 1]!; i++) {
			if (!this.#links[terms[i]!] && !called.has(this.#vocabulary.terms[terms[i]!]!)) return false;
		}
		return true;
	}

	/** The best harmony between “the name covers the query” and “the query covers the name”. */
	#bestName(entry: number, words: readonly QueryWord[], weights: readonly number[], total: number, factWeight: number): BestName {
		const { names } = this.#index;
		const best: BestName = { f: 0, missing: 1, missingWords: weights.length, name: names.starts[entry]!, precision: 0, recall: 0 };
		const qualities = this.#qualities;
		for (let name = names.starts[entry]!; name < names.starts[entry + 1]!; name++) {
			qualities.fill(0, 0, weights.length);
			let nameTotal = 0;
			let nameMatched = 0;
			for (let i = names.termStarts[name]!; i < names.termStarts[name + 1]!; i++) {
				const term = names.terms[i]!;
				const weight = this.#nameWeights[term]!;
				nameTotal += weight;
				const links = this.#links[term];
				if (!links) continue;
				let matched = 0;
				for (const { quality, word } of links) {
					if (quality > matched) matched = quality;
					if (quality > qualities[word]!) qualities[word] = quality;
				}
				nameMatched += weight * matched;
			}
			if (nameMatched === 0 && factWeight === 0) continue;
			let missing = 0;
			let missingWords = 0;
			let queryMatched = factWeight;
			for (let word = 0; word < weights.length; word++) {
				if (qualities[word] === 0) {
					missing += weights[word]! / total;
					if (!words[word]!.unknown) missingWords++;
				}
				queryMatched += qualities[word]! * weights[word]!;
			}
			const precision = queryMatched / total;
			const recall = nameTotal === 0 ? 0 : nameMatched / nameTotal;
			const f = ((1.6 * precision * recall) / (0.6 * precision + recall || 1)) * (names.weights[name]! / 255);
			if (f > best.f) Object.assign(best, { f, missing, missingWords, name, precision, recall });
		}
		return best;
	}

	/** Names that stand whole inside the query, with the share of the query's weight that their words make up. */
	#containedNames(query: Query, weights: readonly number[], total: number): Map<number, { name: number; share: number }> {
		const found = new Map<number, { name: number; share: number }>();
		const { parts, words } = query;
		const note = (key: string, text: string) => {
			const names = this.#namesByKey.get(key);
			if (!names) return;
			let weight = 0;
			for (let word = 0; word < words.length; word++) if (text.includes(words[word]!.token.text)) weight += weights[word]!;
			const share = weight / total;
			for (const name of names) {
				const entry = this.#entryOfName[name]!;
				if (share > (found.get(entry)?.share ?? 0)) found.set(entry, { name, share });
			}
		};
		for (let from = 0; from < parts.length; from++) {
			let key = '';
			for (let to = from; to < parts.length && to < from + CONTAINED_WORDS_MAX; to++) {
				key += parts[to]!;
				if (key.length >= 4) note(toHiragana(key), parts.slice(from, to + 1).join(' '));
			}
			const part = parts[from]!;
			if (!/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(part)) continue;
			for (let start = 0; start < part.length - 1; start++) {
				for (let end = start + 2; end <= part.length && end <= start + CONTAINED_HAN_MAX; end++)
					note(toHiragana(part.slice(start, end)), part.slice(start, end));
			}
		}
		return found;
	}

	/** Entries with a date in the span, and how well it fits. */
	#datedEntries({ from, precision, to }: Query['dates'][number], counting: boolean): Map<number, number> {
		const { dates } = this.#index;
		const found = new Map<number, number>();
		const raise = (entry: number, value: number) => {
			if ((found.get(entry) ?? 0) < value) found.set(entry, value);
		};
		for (let i = 0; i < dates.entries.length; i++) {
			const start = dates.from[i]!;
			const end = dates.to[i]!;
			const own = dates.weights[i]! / 255;
			if (precision === 'monthday') {
				if (start % 10_000 === from && start === end) raise(dates.entries[i]!, 0.9 * own);
				continue;
			}
			if (start > to) break;
			if (end < from) continue;
			if (start === from && end === to) raise(dates.entries[i]!, own);
			else if (start >= from && end <= to) raise(dates.entries[i]!, 0.92 * own);
			else if (start === from) raise(dates.entries[i]!, 0.85 * own);
			else if (end === to) raise(dates.entries[i]!, 0.72 * own);
			else raise(dates.entries[i]!, (end - start < 20_000 ? 0.6 : 0.35) * own);
		}
		// “1708 dead”: what looks like a year may be a count.
		if (precision === 'year' && counting)
			for (const [entry, quality] of this.#numberedEntries(Math.floor(from / 10_000))) if (quality === 1) raise(entry, 1.6);
		return found;
	}

	/** Entries that give that very number, or have its digits as a word: “unit 731”. */
	#entriesWithDigits(digits: string, value: number): Map<number, number> {
		const found = new Map<number, number>();
		const { entries, starts, weights } = this.#index.postings;
		const term = this.#vocabulary.idOf(digits);
		if (term !== undefined) for (let i = starts[term]!; i < starts[term + 1]!; i++) found.set(entries[i]!, weights[i]! / 255);
		for (const [entry, quality] of this.#numberedEntries(value)) if (quality === 1) found.set(entry, 1);
		return found;
	}

	/** Entries with that number, or one that rounds to it. */
	#numberedEntries(value: number): Map<number, number> {
		const { entries, values, weights } = this.#index.numbers;
		const found = new Map<number, number>();
		const tolerance = value * 0.02;
		for (let i = lowerBound(values, value - tolerance); i < values.length && values[i]! <= value + tolerance; i++) {
			const quality = (values[i] === value ? 1 : 0.75) * (weights[i]! / 255);
			if ((found.get(entries[i]!) ?? 0) < quality) found.set(entries[i]!, quality);
		}
		return found;
	}

	#intentFactor(entry: number, query: Query): number {
		const kind = this.#kinds[entry]!;
		if (query.intents.has('count') || (query.numbers.length > 0 && query.words.length > 0)) return kind === 'figures' ? 1.18 : 0.94;
		if (query.intents.has('judge')) return kind === 'question' ? 1.28 : 1;
		if (
			kind === 'treaty' &&
			query.words.some(({ meanings }) => meanings.some(({ quality, term }) => quality >= 0.8 && this.#vocabulary.terms[term] === '#treaty'))
		)
			return 1.08;
		return 1;
	}

	#preference(entry: number, preferred: readonly Kind[] | undefined): number {
		return preferred?.includes(this.#kinds[entry]!) ? 1 : 0;
	}
}

/** What entries of a kind are called, as terms: the words and their concepts. */
const called = (words: string): ReadonlySet<string> =>
	new Set(tokenise(fold(words)).flatMap((token) => [token.term, conceptOf(token) ?? token.term]));
const CALLED: Partial<Record<Kind, ReadonlySet<string>>> = {
	event: called('battle war incident massacre mission embassy visit captivity attack landing siege battles'),
	figures: called('deaths death losses loss casualties killed dead victims number prisoners'),
	treaty: called('treaty pact agreement convention declaration protocol peace договор мир пакт соглашение конвенция 条約 協定 宣言 講和'),
};

/** Among entries of one name, the kind that people mean by it. */
const KIND_ORDER: readonly Kind[] = ['event', 'treaty', 'figures', 'person', 'place', 'question', 'term', 'source'];

function kindRank(kind: Kind): number {
	return KIND_ORDER.indexOf(kind);
}

function sum(values: readonly number[]): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}

/** Position of `value` in the ascending part of `list` from `low` to `high`, or -1. */
function search(list: Uint32Array, value: number, low: number, high: number): number {
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (list[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return list[low] === value ? low : -1;
}

function lowerBound(list: Float64Array, value: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (list[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
