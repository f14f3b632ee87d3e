/**
 * How well each entry answers a query.
 *
 * 1. Candidates come from the rarest words first, so that the cost follows the query and not the size of the dataset.
 * 2. Coverage: how much of the query, by the weight of its words, the entry speaks of at all.
 * 3. Name: how much of the query one of its names covers, and how much of that name is asked for.
 * 4. What is asked (how many, did, who) and which command it is asked with tip the balance between near ones.
 */
import type { Kind } from '../dataset/schema.ts';
import { asksTermOf, CONCEPT_PREFIX, QUESTION_TYPES } from './concepts.ts';
import { FactFinder } from './facts.ts';
import type { SearchIndex } from './index.ts';
import { CALLED, kindRank } from './kinds.ts';
import { NameIndex } from './name-index.ts';
import { type Query, type QueryWord, WORDS_MAX } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Ranked {
	readonly entry: number;
	/** How well the words fit, before what kind is wanted tips the balance: whether to answer at all. */
	readonly fit: number;
	/** The name that matched best. */
	readonly name: number;
	readonly score: number;
}

/** Entries that a word may bring in; beyond that it only adds to those that rarer words brought. */
const CANDIDATES_PER_WORD = 300;
/** Entries whose names are compared one by one. */
const COMPARED_MAX = 32;
/** Entries that speak of less than this share of what the best one speaks of are not compared. */
const COMPARED_SHARE = 0.45;
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
const PREFERENCE = 0.2;
/** Two or three letters that are no name are hardly a question. */
const SCRAP = 0.4;
/** Whoever describes at length under a command means something of its kind. */
const DESCRIBED_PREFERENCE = 0.45;
/** What was most written about is most likely meant, above all by a mere date. */
const KNOWN = 0.01;
const PROMINENT = 0.015;
/** How sure each word of the query must be in a name of the asked kind that comes before the namesake of another kind. */
const HELD_MIN = 0.95;
const FIGURE_FIT = 0.6;
/** A name that begins with what was typed. */
const BEGUN = 0.62;
const BEGUN_MIN = 3;
const BEGUN_KNOWN = 0.03;
/** The very number, whatever the words beside it. */
const COUNTED = 0.4;
/** The very day, whatever the words beside it. */
const ON_THE_DAY = 0.45;
const ON_THE_DAY_MIN = 0.9;
/** What is known to have been at another time than the one that was asked for. */
const OTHER_DATE = 0.85;
/** “Did Japan break the pact” is not “did the USSR”. */
const OTHER_ACTOR = 0.85;
const ACTORS = ['china', 'japan', 'mongolia', 'russia'].map((actor) => CONCEPT_PREFIX + actor);
/** “How many” asks for figures. */
const FIGURES_ASKED = 1.18;
const ASKS_WHEN = asksTermOf('when');
const ASKS_WHETHER = asksTermOf('yes-no');
/** “Behind”, “try”, “later”: seldom in the dataset, and say little. */
const COMMON_WEIGHT = 0.5;
/** Two strange letters are somebody's initials. */
const INITIALS_WEIGHT = 0.3;
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
	readonly #actors: ReadonlySet<number>;
	/** What each question asks. */
	readonly #asks: (string | undefined)[];
	readonly #facts: FactFinder;
	readonly #kinds: readonly Kind[];
	readonly #vocabulary: Vocabulary;
	readonly #names: NameIndex;
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
		this.#facts = new FactFinder(index, vocabulary);
		this.#names = new NameIndex(index);
		const { starts } = index.postings;
		this.#idfs = Float32Array.from(vocabulary.terms, (_, term) => Math.log(1 + this.#size / (0.5 + starts[term + 1]! - starts[term]!)));
		this.#nameWeights = this.#idfs.map((idf, term) => (vocabulary.terms[term]!.startsWith(CONCEPT_PREFIX) ? 0.25 * idf : idf));
		this.#actors = new Set(ACTORS.flatMap((actor) => vocabulary.idOf(actor) ?? []));
		this.#asks = new Array(this.#size);
		for (const type of QUESTION_TYPES) {
			const asks = asksTermOf(type);
			const term = vocabulary.idOf(asks);
			if (term === undefined) continue;
			for (let i = starts[term]!; i < starts[term + 1]!; i++) {
				const entry = index.postings.entries[i]!;
				if (kinds[entry] === 'question' && index.postings.weights[i] === 255) this.#asks[entry] = asks;
			}
		}
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
		return [...this.#names.exactly(key)]
			.map(([entry, name]) => ({ entry, fit: 1, name, score: 1 }))
			.sort(
				(a, b) =>
					this.#preference(b.entry, preferred) - this.#preference(a.entry, preferred) ||
					this.#index.names.titles[b.name]! - this.#index.names.titles[a.name]! ||
					kindRank(this.#kinds[a.entry]!) - kindRank(this.#kinds[b.entry]!) ||
					this.#index.prominence[b.entry]! - this.#index.prominence[a.entry]! ||
					a.entry - b.entry,
			);
	}

	/** Entries with a name that begins with `key`: what somebody may be about to type, the best known first. */
	begunBy(key: string, preferred: readonly Kind[] | undefined): Ranked[] {
		return [...this.#names.begunBy(key)].map(([entry, { name, share }]) => {
			const fit = BEGUN + (1 - BEGUN) * share;
			const known = 1 + BEGUN_KNOWN * this.#index.prominence[entry]!;
			return {
				entry,
				fit,
				name,
				score: fit * known * this.#sourceFactor(entry, preferred) * (1 + PREFERENCE * this.#preference(entry, preferred)),
			};
		});
	}

	/** Entries by how well they answer the query, best first; ties by prominence, then by their order. */
	rank(query: Query, preferred: readonly Kind[] | undefined): Ranked[] {
		const weights = query.words.map((word) => this.#weightOf(word));
		const counting = preferred?.includes('figures') || query.intents.has('count') || false;
		const byDate = query.dates.map((date) => this.#facts.dated(date, counting));
		const byNumber = query.numbers.map((number) =>
			number.bare ? this.#facts.withDigits(number.text, number.value) : this.#facts.numbered(number.value),
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
		const contained = this.#names.containedIn(query, weights, total);
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
		// A count that is given to the last digit is hardly another one.
		const counted = new Set(
			byNumber.flatMap((found, i) =>
				query.numbers[i]!.bare && !counting ? [] : [...found].flatMap(([entry, quality]) => (quality === 1 ? [entry] : [])),
			),
		);
		const dated = new Set(byDate.flatMap((found, i) => (query.dates[i]!.precision === 'monthday' ? [] : [...found.keys()])));
		const onTheDay = new Set(
			byDate.flatMap((found, i) =>
				query.dates[i]!.precision === 'day' ? [...found].flatMap(([entry, quality]) => (quality > ON_THE_DAY_MIN ? [entry] : [])) : [],
			),
		);
		const actors = this.#actorsIn(query.words);
		const begun = query.key.length >= BEGUN_MIN && query.words.length > 0 && factCount === 0 ? this.#names.begunBy(query.key) : undefined;
		const enough = Math.max(0, ...shortlist.map(({ told }) => told)) * COMPARED_SHARE;

		const askedWord = query.words.findIndex(({ token }) => token.term === query.asked);
		const content = query.words.filter(({ token }) => token.term !== query.asked).length + factCount;
		// 中立条約 is the end of a longer name: Han names are shortened, not only spelled out.
		const isHan = query.words.some(({ token }) => token.script === 'han');
		const isScrap =
			content === 1 && query.words.length === 1 && query.words[0]!.token.script === 'latin' && query.words[0]!.token.text.length < 4;
		const unknown = sum(weights.filter((_, index) => query.words[index]!.unknown)) / total;
		const ranked = shortlist
			.filter(({ entry, told }) => told >= enough || contained.has(entry) || counted.has(entry) || begun?.has(entry))
			.map(({ coverage, entry, told }): Ranked => {
				const fact = factCount === 0 ? 0 : (facts.get(entry) ?? 0) / factCount;
				const phrase = contained.get(entry);
				const best = this.#bestName(
					entry,
					query.words,
					weights,
					total,
					factWeight * fact,
					this.#asks[entry] === query.asked ? askedWord : -1,
				);
				let score: number;
				if (query.words.length === 0)
					score = 0.3 + 0.6 * fact - 0.02 * kindRank(this.#kinds[entry]!) + PROMINENT * this.#index.prominence[entry]!;
				else {
					score = 0.45 * coverage + 0.55 * best.f;
					if (content <= SHORT_QUERY) score *= 1 - NOT_IN_NAME * best.missing;
					// “The Korean war” is a name: what merely speaks of Koreans and of a war is not what was asked for.
					if (query.isName && phrase === undefined)
						score *= Math.max(NAME_FLOOR, (isHan ? 1 : Math.min(1, best.recall / NAME_RECALL)) * MISSING_WORD ** best.missingWords);
					// A whole name inside the query lifts the entry by what the name makes up of the query.
					if (phrase) score = Math.max(score, 0.15 + 0.6 * phrase.share + 0.25 * coverage);
					// A description: many words, most of which the entry speaks of somewhere.
					if (content > SHORT_QUERY) score = Math.max(score, told * Math.min(DESCRIBED_MAX, 0.5 + 0.05 * content));
					score *= 1 - (phrase ? UNKNOWN_BESIDE_NAME : UNKNOWN_SHARE) * unknown;
					if (isScrap) score *= SCRAP;
					const beginning = begun?.get(entry);
					if (beginning) score = Math.max(score, BEGUN + (1 - BEGUN) * beginning.share);
					if (onTheDay.has(entry)) score = Math.max(score, (ON_THE_DAY + 0.4 * coverage) * (1 - UNKNOWN_SHARE * unknown));
					if (counted.has(entry) && this.#kinds[entry] === 'figures')
						score = Math.max(score, (COUNTED + 0.45 * coverage) * (1 - UNKNOWN_SHARE * unknown));
				}
				if (dated.size > 0 && this.#facts.hasOwnDate(entry) && !dated.has(entry)) score *= OTHER_DATE;
				const fit = score;
				score *= this.#intentFactor(entry, query);
				if (actors.size > 0 && this.#speaksOfOthers(best.name, entry, actors)) score *= OTHER_ACTOR;
				score *= this.#sourceFactor(entry, preferred);
				score *= 1 + (content > SHORT_QUERY ? DESCRIBED_PREFERENCE : PREFERENCE) * this.#preference(entry, preferred);
				score *= 1 + KNOWN * this.#index.prominence[entry]!;
				const name = phrase && phrase.share > 0.5 ? phrase.name : best.name;
				return {
					entry,
					fit,
					name,
					score,
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
		return word.common ? COMMON_WEIGHT * this.#rarityOf(word) : this.#rarityOf(word);
	}

	#rarityOf(word: QueryWord): number {
		const grammar = word.token.script === 'kana' && /^\p{Script=Hiragana}+$/u.test(word.token.text);
		// Pairs of one run overlap: each carries half.
		const part = word.token.script === 'han' ? 0.6 : word.token.term.startsWith(CONCEPT_PREFIX) ? ASKING_WEIGHT : 1;
		if (word.unknown)
			return this.#rarest * (grammar ? 0.1 : word.token.text.length < 3 && word.token.script !== 'han' ? INITIALS_WEIGHT : part);
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

	/**
	 * Among entries of the kind that was asked for, the one that is meant although the query is the name of `namesake`,
	 * an entry of another kind: “/event laxman” means Laxman's mission, which is named after him; “/figures 84 million
	 * signatures” the count.
	 */
	meantInstead(namesake: number, asked: readonly Ranked[], query: Query): Ranked | undefined {
		for (const ranked of asked) {
			const name = this.#nameAfter(ranked.entry, namesake, query.words.length);
			if (name !== undefined) return { ...ranked, name };
		}
		if (query.numbers.length > 0) return asked.find(({ entry, fit }) => this.#kinds[entry] === 'figures' && fit >= FIGURE_FIT);
		return undefined;
	}

	/** A name of `entry` that holds all words of the query, and beside them only what its kind is called and the rest of the namesake's title. */
	#nameAfter(entry: number, namesake: number, words: number): number | undefined {
		const called = CALLED[this.#kinds[entry]!];
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
				const links = this.#links[term]?.filter(({ quality }) => quality >= HELD_MIN);
				if (links && links.length > 0) for (const { word } of links) held.add(word);
				else isAfter = titled.has(term) || called.has(this.#vocabulary.terms[term]!);
			}
			if (isAfter && held.size === words) return name;
		}
		return undefined;
	}

	/** The best harmony between “the name covers the query” and “the query covers the name”. */
	#bestName(
		entry: number,
		words: readonly QueryWord[],
		weights: readonly number[],
		total: number,
		factWeight: number,
		answered: number,
	): BestName {
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
			// A name of a question need not repeat what the question asks.
			if (answered >= 0) qualities[answered] = 1;
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

	#intentFactor(entry: number, query: Query): number {
		const kind = this.#kinds[entry]!;
		if (query.intents.has('count')) return kind === 'figures' ? FIGURES_ASKED : 0.94;
		if (kind === 'question' && query.asked !== undefined) return this.#questionFactor(entry, query.asked);
		if (query.asked === undefined && query.words.length > 0 && query.numbers.some(({ bare }) => !bare))
			return kind === 'figures' ? FIGURES_ASKED : 0.94;
		if (
			kind === 'treaty' &&
			query.words.some(({ meanings }) => meanings.some(({ quality, term }) => quality >= 0.8 && this.#vocabulary.terms[term] === '#treaty'))
		)
			return 1.08;
		return 1;
	}

	/** The concepts of the states that a query names. */
	#actorsIn(words: readonly QueryWord[]): ReadonlySet<number> {
		return new Set(words.flatMap(({ meanings }) => meanings.flatMap(({ term }) => (this.#actors.has(term) ? [term] : []))));
	}

	/** Whether a question or a count names states, and none of those that were asked about. */
	#speaksOfOthers(name: number, entry: number, asked: ReadonlySet<number>): boolean {
		if (this.#kinds[entry] !== 'question' && this.#kinds[entry] !== 'figures') return false;
		const { termStarts, terms } = this.#index.names;
		let others = false;
		for (let i = termStarts[name]!; i < termStarts[name + 1]!; i++) {
			if (asked.has(terms[i]!)) return false;
			if (this.#actors.has(terms[i]!)) others = true;
		}
		return others;
	}

	/** A question that asks the same is the answer; one that asks something else of the same matter is not. */
	#questionFactor(entry: number, asked: string): number {
		const asks = this.#asks[entry];
		if (asks === asked) return asked === ASKS_WHEN ? 1.15 : 1.4;
		return asks === ASKS_WHETHER || asked === ASKS_WHETHER ? 1.1 : 0.9;
	}

	/** Sources come after what they speak of, unless they were asked for. */
	#sourceFactor(entry: number, preferred: readonly Kind[] | undefined): number {
		return this.#kinds[entry] === 'source' && !preferred?.includes('source') ? 0.88 : 1;
	}

	#preference(entry: number, preferred: readonly Kind[] | undefined): number {
		return preferred?.includes(this.#kinds[entry]!) ? 1 : 0;
	}
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
