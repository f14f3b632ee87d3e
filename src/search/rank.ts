/**
 * How well each entry answers a query.
 *
 * 1. Candidates come from the rarest words first, so that the cost follows the query and not the size of the dataset.
 * 2. Coverage: how much of the query, by the weight of its words, the entry speaks of at all.
 * 3. Name: how much of the query one of its names covers, and how much of that name is asked for.
 * 4. What is asked (how many, did, who) and which command it is asked with tip the balance between near ones.
 */
import type { Kind } from '../dataset/schema.ts';
import { BITS, Candidates } from './candidates.ts';
import { CONCEPT_PREFIX } from './concepts.ts';
import type { FoundDate } from './dates.ts';
import { FactFinder, type Fits } from './facts.ts';
import type { SearchIndex } from './index.ts';
import { kindRank } from './kinds.ts';
import { Leaders } from './leaders.ts';
import { Leaning } from './leaning.ts';
import { type Beginnings, fitOfBeginning, NameIndex } from './name-index.ts';
import { NameMatcher } from './name-match.ts';
import { Namesakes } from './namesakes.ts';
import type { Query, QueryWord } from './query.ts';
import type { Asked, Fitting, Ranked, Said } from './ranked.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What speaks for comparing an entry beside the words that it shares with the query: that a word is nearly its name, and its kind. */
const BEARER = 0.4;
const ASKED_FOR = 0.25;
/** The same while somebody is still typing, when there is less to compare. */
const WANTED = 0.6;
/** Entries whose names are compared one by one. */
const COMPARED_MAX = 20;
/** While somebody is still typing: nobody reads further down. */
const TYPING_MAX = 12;
/** Entries that speak of less than this share of what the best one speaks of are not compared. */
const COMPARED_SHARE = 0.45;
/** Queries of no more words than this are names or parts of names; longer ones describe. */
const SHORT_QUERY = 3;
/** From so many words on what is told may be what is meant, whatever the names. */
const DESCRIBED_FROM = 3;
/** What the share of a short query costs that the best name lacks, however often the texts around it speak of it. */
const NOT_IN_NAME = 0.4;
const DESCRIBED_MAX = 0.78;
/** The more of a query is written like nothing here, the surer it is about something else. */
const UNKNOWN_SHARE = 0.55;
const ALIKE_MIN = 0.7;
const DOUBT = 0.3;
/** One letter of four is much. */
const SHORT_DOUBT = 0.6;
const SHORT_WORD = 4;
/** Beside a whole name strange words are mere talk. */
const UNKNOWN_BESIDE_NAME = 0.25;
/** What the command is looking for comes first among near ones. */
export const PREFERENCE = 0.2;
/** Whoever describes at length under a command means something of its kind. */
const DESCRIBED_PREFERENCE = 0.45;
/** What was most written about is most likely meant, above all by a mere date. */
const KNOWN = 0.01;
const PROMINENT = 0.015;
const BEGUN_MIN = 3;
/** Two Han characters are as good as a word. */
const HAN_BEGUN_MIN = 2;
/** More names than this begin with a text that says nothing yet. */
const BEGUN_NAMES = 300;
/** The very number, whatever the words beside it. */
const COUNTED = 0.4;
/** What was at that time and speaks of every word. */
const THEN = 0.65;
const THEN_MIN = 0.7;
/** The very day, whatever the words beside it. */
const ON_THE_DAY = 0.45;
const ON_THE_DAY_MIN = 0.9;
/** What is known to have been at another time than the one that was asked for. */
const OTHER_DATE = 0.85;
/** “Did Japan break the pact” is not “did the USSR”. */
const OTHER_ACTOR = 0.85;
/** How much of a name and of the query must agree for the query to be that name. */
const WHOLE_MIN = 0.6;
/** What a description must share with an entry: words that name something, each 1; less for those of every war and of states. */
const EVIDENCE_MIN = 1.6;
/** That it asks the very same shows something too. */
const ASKED_EVIDENCE = 0.6;
/** Unless one passage tells nearly all of it. */
const WHOLLY_TOLD = 0.9;
/** “Behind”, “try”, “later”: seldom in the dataset, and say little. */
const COMMON_WEIGHT = 0.5;
/** Two strange letters are somebody's initials. */
const INITIALS_WEIGHT = 0.3;
/** “Who” and “why” say less than what is asked about. */
const ASKING_WEIGHT = 0.55;

/** A name of Han characters of so many can be told by the others when one is wrong. */
const HAN_NAME_MIN = 3;
const HAN_NAME = /^(?=.*\p{Script=Han})[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々]{3,12}$/u;
/** A word whose matter alone is known may as well mean another. */
const MATTER_WEIGHT = 0.7;

const NONE: ReadonlySet<number> = new Set();
const DATE_WEIGHT: Readonly<Record<FoundDate['precision'], number>> = { day: 1, month: 0.75, monthday: 0.75, season: 0.75, year: 0.6 };

/** The dates and numbers of a query, and who has them. */
interface Facts {
	readonly count: number;
	/** Entries that have one of the numbers to the last digit. */
	readonly counted: ReadonlySet<number>;
	readonly dated: ReadonlySet<number>;
	/** How well the facts of an entry fit, all together. */
	readonly fits: Fits;
	readonly found: readonly { readonly fits: Fits; readonly weight: number }[];
	readonly onTheDay: ReadonlySet<number>;
	/** Of all of them. */
	readonly weight: number;
}
const NO_FACTS: Facts = { count: 0, counted: NONE, dated: NONE, fits: new Map(), found: [], onTheDay: NONE, weight: 0 };

/** A query as it is read here, with the entries that have its facts. */
interface Read extends Said {
	/** The word that asks; -1 where nothing is asked. */
	readonly askedWord: number;
	readonly facts: Facts;
}

/** What a whole text is compared by beside its words. */
interface Beside {
	readonly actors: ReadonlySet<number>;
	readonly begun: Beginnings | undefined;
	readonly contained: Asked['contained'];
	readonly isHanName: boolean;
}
const NOTHING_BESIDE: Beside = { actors: NONE, begun: undefined, contained: new Map(), isHanName: false };

/** What a text fits that is still being typed. */
export interface Typed {
	readonly first: Fitting | undefined;
	readonly others: readonly number[];
}
const NOTHING_TYPED: Typed = { first: undefined, others: [] };

export class Ranker {
	readonly #index: SearchIndex;
	readonly facts: FactFinder;
	readonly #kinds: readonly Kind[];
	readonly leaning: Leaning;
	readonly #matcher: NameMatcher;
	readonly names: NameIndex;
	readonly namesakes: Namesakes;
	readonly #size: number;
	readonly #candidates: Candidates;
	readonly #shortlist = new Leaders(COMPARED_MAX);
	readonly #idfs: Float32Array;
	/** What was seen of the query that was ranked last. */
	asked: Asked | undefined;

	constructor(index: SearchIndex, kinds: readonly Kind[], vocabulary: Vocabulary) {
		this.#index = index;
		this.#kinds = kinds;
		this.#size = kinds.length;
		this.facts = new FactFinder(index, vocabulary);
		this.names = new NameIndex(index);
		this.#idfs = index.weights.inQueries;
		this.leaning = new Leaning(index, kinds, vocabulary);
		this.#matcher = new NameMatcher(index, kinds, vocabulary);
		this.namesakes = new Namesakes(index, kinds, this.#matcher);
		this.#candidates = new Candidates(index.postings, this.#size);
	}

	/** Entries of which the query is a name, the most prominent first. */
	exact(key: string, preferred: readonly Kind[] | undefined): Fitting[] {
		const found: Fitting[] = [];
		for (const [entry, name] of this.names.exactly(key)) found.push({ entry, fit: 1, name, score: 1 });
		// Most texts are no name, and most names are of one entry.
		if (found.length < 2) return found;
		return found.sort(
			(a, b) =>
				this.leaning.preference(b.entry, preferred) - this.leaning.preference(a.entry, preferred) ||
				this.#index.names.titles[b.name]! - this.#index.names.titles[a.name]! ||
				kindRank(this.#kinds[a.entry]!) - kindRank(this.#kinds[b.entry]!) ||
				this.#index.prominence[b.entry]! - this.#index.prominence[a.entry]! ||
				a.entry - b.entry,
		);
	}

	/** What each word of a query weighs. */
	weightsOf({ words }: Query): number[] {
		return words.map((word) => this.#weightOf(word));
	}

	/**
	 * Entries by how well they answer the query, best first; ties by prominence, then by their order. `near`: entries that are to be
	 * compared whatever words they share with it.
	 */
	rank(query: Query, preferred: readonly Kind[] | undefined, near: readonly number[] = []): Ranked[] {
		this.asked = undefined;
		const said = this.#read(query, preferred);
		const { facts, total, weights } = said;
		if (total === 0) return [];
		const candidates = this.#candidates;
		const contained = this.names.containedIn(query, weights, total);
		for (const entry of contained.keys()) candidates.add(entry, 0, 0);
		for (const entry of near) candidates.add(entry, 0, 0);
		this.#addWords(said);

		const shortlist = this.#shortlist;
		shortlist.reset();
		this.#promising(query, preferred, total, contained);
		const actors = this.leaning.actorsIn(query.words);
		// 中立条約 is the end of a longer name: Han names are shortened, not only spelled out.
		const isHan = query.words.some(({ token }) => token.script === 'han');
		const begun =
			query.key.length >= (isHan ? HAN_BEGUN_MIN : BEGUN_MIN) && query.words.length > 0 && facts.count === 0
				? this.names.begunBy(query.key, BEGUN_NAMES)
				: undefined;
		let most = 0;
		for (let i = 0; i < shortlist.size; i++) most = Math.max(most, candidates.told(shortlist.ids[i]!) / total);
		const enough = most * COMPARED_SHARE;

		this.asked = { ...said, actors, contained, factCount: facts.count };
		const compared: number[] = [];
		for (let i = 0; i < shortlist.size; i++) {
			const entry = shortlist.ids[i]!;
			const isTold = candidates.told(entry) / total >= enough;
			if (isTold || contained.has(entry) || facts.counted.has(entry) || (begun && begun.share(entry) > 0)) compared.push(entry);
		}
		for (const entry of near) if (!compared.includes(entry)) compared.push(entry);
		const isHanName = query.key.length >= HAN_NAME_MIN && HAN_NAME.test(query.key);
		return compared
			.map((entry) => this.#compare(entry, said, { actors, begun, contained, isHanName }))
			.sort(
				(a, b) =>
					b.score - a.score ||
					this.#index.prominence[b.entry]! - this.#index.prominence[a.entry]! ||
					kindRank(this.#kinds[a.entry]!) - kindRank(this.#kinds[b.entry]!) ||
					a.entry - b.entry,
			);
	}

	/**
	 * What a text fits that is still being typed, and begins no name: the most promising entry as compared with it, and those behind it in
	 * order. It is not looked at which names stand whole in it, nor whose deeds it tells: that takes a whole text.
	 */
	typed(query: Query, preferred: readonly Kind[] | undefined): Typed {
		const said = this.#read(query, preferred);
		const { facts, total } = said;
		if (total === 0) return NOTHING_TYPED;
		const candidates = this.#candidates;
		this.#addWords(said);
		const shortlist = this.#shortlist;
		shortlist.reset(TYPING_MAX);
		candidates.promising(shortlist, total, (entry) => WANTED * this.leaning.preference(entry, preferred));
		let most = 0;
		for (let i = 0; i < shortlist.size; i++) most = Math.max(most, candidates.told(shortlist.ids[i]!));
		const others: number[] = [];
		for (let i = 0; i < shortlist.size; i++) {
			const entry = shortlist.ids[i]!;
			if (candidates.told(entry) >= most * COMPARED_SHARE || facts.counted.has(entry)) others.push(entry);
		}
		const first = others.shift();
		return { first: first === undefined ? undefined : this.#compare(first, said, NOTHING_BESIDE), others };
	}

	/** What a query says, and what each part of it weighs; the entries that have its dates and numbers become the first candidates. */
	#read(query: Query, preferred: readonly Kind[] | undefined): Read {
		const { dates, numbers, words } = query;
		const weights = this.weightsOf(query);
		const facts = dates.length + numbers.length === 0 ? NO_FACTS : this.#factsOf(query, preferred);
		const total = sum(weights) + facts.weight;
		const candidates = this.#candidates;
		candidates.reset();
		let content = facts.count;
		let unknown = 0;
		for (const [index, word] of words.entries()) {
			if (word.token.term !== query.asked) content++;
			unknown += weights[index]! * doubtOf(word);
		}
		for (const { fits, weight } of facts.found)
			for (const [entry, quality] of fits) candidates.add(entry, weight * quality, weight * quality);
		return {
			askedWord: query.asked === undefined ? -1 : words.findIndex(({ token }) => token.term === query.asked),
			content,
			described: content >= DESCRIBED_FROM,
			facts,
			preferred,
			query,
			total,
			unknown: unknown / total,
			weights,
		};
	}

	#factsOf(query: Query, preferred: readonly Kind[] | undefined): Facts {
		const { dates, numbers } = query;
		const counting = preferred?.includes('figures') || query.intents.has('count') || false;
		const byDate = dates.map((date) => this.facts.dated(date, counting));
		const byNumber = numbers.map((number) =>
			number.bare ? this.facts.withDigits(number.text, number.value) : this.facts.numbered(number.value),
		);
		const found = [
			...byDate.map((fits, i) => ({ fits, weight: DATE_WEIGHT[dates[i]!.precision] * this.#rarest })),
			...byNumber.map((fits) => ({ fits, weight: Math.log(1 + this.#size / (0.5 + fits.size)) })),
		];
		const fits = new Map<number, number>();
		for (const one of found) for (const [entry, quality] of one.fits) fits.set(entry, (fits.get(entry) ?? 0) + quality);
		const of = (facts: readonly Fits[], isMeant: (place: number, quality: number) => boolean) =>
			new Set(facts.flatMap((one, place) => [...one].flatMap(([entry, quality]) => (isMeant(place, quality) ? [entry] : []))));
		return {
			count: found.length,
			// A count that is given to the last digit is hardly another one.
			counted: of(byNumber, (place, quality) => quality === 1 && (counting || !numbers[place]!.bare)),
			dated: of(byDate, (place) => dates[place]!.precision !== 'monthday'),
			fits,
			found,
			onTheDay: of(byDate, (place, quality) => quality > ON_THE_DAY_MIN && dates[place]!.precision === 'day'),
			weight: sum(found.map(({ weight }) => weight)),
		};
	}

	/** Brings in the entries that have the words, the rarest first. */
	#addWords({ described, query: { words }, weights }: Read): void {
		this.#matcher.link(words);
		const order = words.map((_, index) => index);
		if (order.length > 1) order.sort((a, b) => weights[b]! - weights[a]!);
		for (const index of order) this.#candidates.addWord(words[index]!, index, weights[index]!, described);
	}

	#compare(entry: number, said: Read, { actors, begun, contained, isHanName }: Beside): Ranked {
		const { askedWord, content, described, facts, preferred, query, total, unknown, weights } = said;
		const { words } = query;
		const candidates = this.#candidates;
		const coverage = candidates.sum(entry) / total;
		const spoken = candidates.spoken(entry);
		const everything = 2 ** Math.min(words.length, BITS) - 1;
		// An end of a range is hardly given to the last digit: it is a count of what speaks of all the rest.
		const isRange = query.numbers.some(({ isEnd }) => isEnd);
		const isCounted = facts.counted.has(entry) && (!isRange || (spoken & everything) === everything);
		const fact = facts.count === 0 ? 0 : (facts.fits.get(entry) ?? 0) / facts.count;
		const phrase = contained.get(entry);
		const asksTheSame = this.leaning.asks(entry, query.asked);
		let proof = facts.count * fact + (asksTheSame ? ASKED_EVIDENCE : 0);
		for (let word = 0; word < words.length && word < BITS; word++) if ((spoken & (1 << word)) !== 0) proof += words[word]!.evidence;
		const best = this.#matcher.best(entry, words, weights, total, facts.weight * fact, asksTheSame ? askedWord : -1);
		const passage = described ? this.#matcher.told(entry, weights, total, query.isName) : 0;
		const beginning = begun?.share(entry) ?? 0;
		let miswritten: ReturnType<NameMatcher['miswritten']>;
		let score: number;
		if (words.length === 0) score = 0.3 + 0.6 * fact - 0.02 * kindRank(this.#kinds[entry]!) + PROMINENT * this.#index.prominence[entry]!;
		else {
			score = 0.45 * coverage + 0.55 * best.f;
			if (content <= SHORT_QUERY) score *= 1 - NOT_IN_NAME * best.missing;
			// A whole name inside the query lifts the entry by what the name makes up of the query.
			if (phrase) score = Math.max(score, 0.15 + 0.6 * phrase.share + 0.25 * coverage);
			// A description: many words, most of which the entry speaks of somewhere.
			if (described) {
				const told = passage + (facts.weight * fact) / total;
				if (told >= WHOLLY_TOLD) proof = Math.max(proof, EVIDENCE_MIN);
				if (proof >= EVIDENCE_MIN) score = Math.max(score, told * Math.min(DESCRIBED_MAX, 0.5 + 0.05 * content));
			}
			score *= 1 - (phrase ? UNKNOWN_BESIDE_NAME : UNKNOWN_SHARE) * unknown;
			miswritten = isHanName ? this.#matcher.miswritten(entry, query.key) : undefined;
			if (miswritten) {
				score = Math.max(score, miswritten.likeness);
				best.name = miswritten.name;
			}
			if (beginning > 0) score = Math.max(score, fitOfBeginning(beginning));
			// “1792 nemuro”: what was then and speaks of all the rest.
			if (query.dates.length > 0 && fact >= THEN_MIN && (spoken & everything) === everything) score = Math.max(score, THEN * fact);
			if (facts.onTheDay.has(entry)) score = Math.max(score, (ON_THE_DAY + 0.4 * coverage) * (1 - UNKNOWN_SHARE * unknown));
			if (isCounted && this.#kinds[entry] === 'figures')
				score = Math.max(score, (COUNTED + 0.45 * coverage) * (1 - UNKNOWN_SHARE * unknown));
		}
		if (facts.dated.size > 0 && this.facts.hasOwnDate(entry) && !facts.dated.has(entry)) score *= OTHER_DATE;
		const fit = score;
		score *= this.leaning.intent(entry, query);
		if (actors.size > 0 && this.leaning.speaksOfOthers(best.name, entry, actors)) score *= OTHER_ACTOR;
		score *= this.leaning.counted(entry, actors) * this.leaning.source(entry, preferred);
		score *= 1 + (content > SHORT_QUERY ? DESCRIBED_PREFERENCE : PREFERENCE) * this.leaning.preference(entry, preferred);
		score *= 1 + KNOWN * this.#index.prominence[entry]!;
		return {
			entry,
			fit,
			isWhole: best.missing === 0 && (facts.count === 0 || fact > 0) && best.recall >= WHOLE_MIN && best.precision >= WHOLE_MIN,
			name: phrase && phrase.share > 0.5 ? phrase.name : best.name,
			score,
			seen: {
				beginning,
				best,
				contained: phrase,
				counted: isCounted,
				coverage,
				dated: facts.dated.has(entry),
				fact,
				miswritten: miswritten?.likeness ?? 0,
				onTheDay: facts.onTheDay.has(entry),
				passage,
				proof,
				spoken,
				told: candidates.told(entry) / total,
			},
		};
	}

	/** How much of the query that was ranked last one passage of the entry tells together with what it is called. */
	told(entry: number, { query, total, weights }: Asked): number {
		return this.#matcher.told(entry, weights, total, query.isName);
	}

	/** The words of the query that was ranked last that titles of the entry have, one bit each. */
	entitled(entry: number): number {
		return this.#matcher.entitled(entry);
	}

	/** Fills the shortlist for a text that is whole; while somebody is still typing, every word may be the beginning of another. */
	#promising(query: Query, preferred: readonly Kind[] | undefined, total: number, contained: Asked['contained']): void {
		// “Mognolia” is all of the name of one entry and a part of many.
		const bearers = new Map<number, number>();
		for (const { meanings } of query.words)
			for (const { quality, term } of meanings)
				if (quality < 1) for (const entry of this.#matcher.namedBy(term)) bearers.set(entry, Math.max(quality, bearers.get(entry) ?? 0));
		for (const entry of bearers.keys()) this.#candidates.add(entry, 0, 0);
		this.#candidates.promising(
			this.#shortlist,
			total,
			(entry) =>
				(contained.get(entry)?.share ?? 0) + BEARER * (bearers.get(entry) ?? 0) + ASKED_FOR * this.leaning.preference(entry, preferred),
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
		if (word.unknown && word.matters.length > 0) return MATTER_WEIGHT * Math.max(...word.matters.map((term) => this.#idfs[term]!));
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
}

/** 1 for a word that nothing is written like, something for one that is only just like another. */
function doubtOf({ matters, meanings, token, unknown }: QueryWord): number {
	if (unknown) return matters.length > 0 ? DOUBT : 1;
	let best = 0;
	for (const { quality } of meanings) if (quality > best) best = quality;
	return best >= ALIKE_MIN ? 0 : token.text.length > SHORT_WORD ? DOUBT : SHORT_DOUBT;
}

function sum(values: readonly number[]): number {
	let total = 0;
	for (const value of values) total += value;
	return total;
}
