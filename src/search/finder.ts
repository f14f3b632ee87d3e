import Fuse from 'fuse.js';
import type { Entry, Kind } from '../dataset/schema.ts';
import { type Shelf, shelfOf } from '../dataset/shelf.ts';
import { Completion, type Suggestion } from './completion.ts';
import { fold } from './fold.ts';
import type { SearchIndex } from './index.ts';
import { type Query, readQuery } from './query.ts';
import { type Ranked, Ranker } from './rank.ts';
import { Vocabulary } from './vocabulary.ts';

/** One entry that a query may mean. */
export interface Match {
	readonly entry: Entry;
	/** The name that matched, when it is not the entry's title. */
	readonly alias?: string;
	/** 0 (nothing in common) to 1 (the very name). */
	readonly score: number;
}

/**
 * What was found. `exact`: the query is a name of the entry; `clear`: one entry leads by far; `choices`: several are
 * near; `miss`: nothing fits, with the nearest guesses, if any. `asked` differs from the entry's kind when the right
 * name stood under the wrong command.
 */
export type FindResult =
	| { readonly kind: 'choices'; readonly matches: readonly Match[] }
	| { readonly kind: 'clear'; readonly match: Match; readonly others: readonly Match[] }
	| { readonly kind: 'exact'; readonly match: Match; readonly others: readonly Match[] }
	| { readonly kind: 'miss'; readonly guesses: readonly Match[] };

export interface FindOptions {
	/** Prefer entries of these kinds; others are still found. */
	readonly kinds?: readonly Kind[];
}

export interface Finder {
	/** What the query means. */
	find(query: string, options?: FindOptions): FindResult;
	/** Lines for autocomplete, best first, 100 at most; for an empty text a hand-picked list. */
	suggest(text: string, options?: FindOptions & { readonly limit?: number }): readonly Suggestion[];
}

/** Below this nothing is offered as an answer: the query is about something else. */
const ANSWER_MIN = 0.45;
/** What is enough for a description of so many words when nothing else comes near. */
const DESCRIPTION_MIN = 3;
const DESCRIBED_MIN = 0.36;
const DESCRIBED_LEAD = 1.08;
/** Less still where no other comes near at all. */
const HARDLY_DESCRIBED = 0.3;
const HARDLY_DESCRIBED_LEAD = 1.25;
/** A keyword of few entries, typed whole, says more than words that fit no better than this. */
const KEYWORD_MAX = 0.7;
/** Above this the best match is the answer even when others are near. */
const CLEAR_MIN = 0.72;
/** The lead over the second that makes a weaker match the answer. */
const LEAD_MIN = 0.045;
/** Shorter names are too like one another. */
const MISSPELT_MIN = 5;
/** Entries of the asked kind that a description fits alike are offered together. */
const ALIKE_MAX = 5;
const ALIKE_SHARE = 0.85;
/** Guesses that are worth showing after a miss. */
const GUESS_MIN = 0.22;
const CHOICES_MAX = 10;
const GUESSES_MAX = 3;
const SUGGESTIONS_MAX = 25;
/** Fuse.js decides between the first few when they are as near as this. */
const CLOSE_RACE = 0.04;
const RACERS_MAX = 4;

/** Makes the search over `entries` from their prepared index. */
export function createFinder(entries: Shelf | readonly Entry[], index: SearchIndex): Finder {
	const shelf = 'ids' in entries ? entries : shelfOf(entries);
	const kindOf = (entry: number): Kind => shelf.kinds[entry]!;
	const { starts } = index.postings;
	const vocabulary = new Vocabulary(index.vocabulary, (term) => starts[term + 1]! - starts[term]!);
	const ranker = new Ranker(index, shelf.kinds, vocabulary);
	const completion = new Completion({ index, ranker, shelf, vocabulary });

	const toMatch = ({ entry, name, score }: Ranked): Match => {
		const text = index.names.texts[name]!;
		const known = shelf.at(entry);
		return { alias: index.names.titles[name] === 1 && known.name.en === text ? undefined : text, entry: known, score: Math.min(score, 1) };
	};

	/** Lets Fuse.js compare the whole wording where the first few are too near to each other to call. */
	const settle = (ranked: readonly Ranked[], query: Query): readonly Ranked[] => {
		const [first, second] = ranked;
		if (!first || !second || first.score - second.score > CLOSE_RACE) return ranked;
		const racers = ranked.slice(0, RACERS_MAX).filter(({ score }) => first.score - score <= CLOSE_RACE);
		const pattern = query.folded.slice(0, 32);
		const distance = new Map(
			racers.map((racer) => [
				racer,
				Fuse.match(pattern, fold(index.names.texts[racer.name]!), { ignoreLocation: true, threshold: 1 }).score ?? 1,
			]),
		);
		const settled = racers
			.map((racer) => ({ ...racer, score: racer.score + CLOSE_RACE * 0.5 * (1 - distance.get(racer)!) }))
			.sort((a, b) => b.score - a.score || index.prominence[b.entry]! - index.prominence[a.entry]! || a.entry - b.entry);
		return [...settled, ...ranked.slice(racers.length)];
	};

	/** Entries of which the query is a whole name but for more slips than a word has as a rule. */
	const misspelt = (text: string, kinds: readonly Kind[] | undefined): Ranked[] => {
		const query = readQuery(text, vocabulary, 'lenient');
		if (query.key.length < MISSPELT_MIN) return [];
		return ranker
			.rank(query, kinds)
			.filter(({ isWhole }) => isWhole)
			.slice(0, ALIKE_MAX);
	};

	const decide = (text: string, { kinds }: FindOptions): FindResult => {
		const query = readQuery(text, vocabulary);
		const exact = ranker.exact(query.key, kinds);
		const [name, ...namesakes] = exact;
		const isAsked = (entry: number) => kinds === undefined || kinds.includes(kindOf(entry));
		// A question may happen to be the title of some page on it: that is not what was asked for.
		const isTitlePage = name && kinds === undefined && query.isQuestion && kindOf(name.entry) === 'source';
		if (name && isAsked(name.entry) && !isTitlePage) return { kind: 'exact', match: toMatch(name), others: namesakes.map(toMatch) };
		const ranked = settle(ranker.rank(query, kinds), query);
		if (name && !isTitlePage) {
			const asked = ranker.namesakes.meantInstead(
				name.entry,
				ranked.filter(({ entry, fit }) => isAsked(entry) && fit >= ANSWER_MIN),
				query,
				kinds,
			);
			if (asked) return { kind: 'clear', match: toMatch(asked), others: exact.map(toMatch) };
			return { kind: 'exact', match: toMatch(name), others: namesakes.map(toMatch) };
		}
		const held = (ranked[0]?.fit ?? 0) < KEYWORD_MAX ? ranker.namesakes.byKeyword(query.key, kinds) : [];
		const [holder, ...otherHolders] = held;
		if (holder) {
			if (otherHolders.length === 0) return { kind: 'clear', match: toMatch(holder), others: [] };
			return { kind: 'choices', matches: held.map(toMatch) };
		}
		const best = isSmallTalk(query) ? undefined : ranked[0];
		if (
			best &&
			best.fit < ANSWER_MIN &&
			!leadsByFar(ranked, query) &&
			isDescribed(best, query) &&
			kinds !== undefined &&
			isAsked(best.entry)
		) {
			const alike = ranked
				.slice(0, ALIKE_MAX)
				.filter(({ entry, isProven, score }) => isProven && isAsked(entry) && score >= best.score * ALIKE_SHARE);
			return { kind: 'choices', matches: alike.map(toMatch) };
		}
		if (!best || (best.fit < ANSWER_MIN && !leadsByFar(ranked, query))) {
			const whole = misspelt(text, kinds);
			if (whole.length === 1) return { kind: 'clear', match: toMatch(whole[0]!), others: [] };
			if (whole.length > 1) return { kind: 'choices', matches: whole.map(toMatch) };
			return {
				guesses: ranked
					.filter(({ score }) => score >= GUESS_MIN)
					.slice(0, GUESSES_MAX)
					.map(toMatch),
				kind: 'miss',
			};
		}
		const near = ranked.slice(1, CHOICES_MAX).filter(({ fit, score }) => fit >= ANSWER_MIN && score >= best.score * 0.8);
		if (best.score >= CLEAR_MIN || best.score - (near[0]?.score ?? 0) >= LEAD_MIN)
			return { kind: 'clear', match: toMatch(best), others: near.map(toMatch) };
		return { kind: 'choices', matches: [best, ...near].map(toMatch) };
	};

	return {
		find: (text, options = {}) => decide(text, options),
		suggest: (text, { kinds, limit = SUGGESTIONS_MAX } = {}) => completion.lines(text, kinds, limit),
	};
}

/** Whether a question is made of nothing but words of every day. */
function isSmallTalk({ asked, dates, isQuestion, numbers, words }: Query): boolean {
	return isQuestion && dates.length + numbers.length === 0 && words.every(({ plain, token }) => plain === true || token.term === asked);
}

/** Whether a description fits the entry well enough to be offered among others of the kind that was asked for. */
function isDescribed({ fit, isProven }: Ranked, query: Query): boolean {
	return isProven === true && fit >= DESCRIBED_MIN && query.words.length - (query.asked === undefined ? 0 : 1) > DESCRIPTION_MIN;
}

/** Whether one entry answers a long description so much better than any other that less of it may do. */
function leadsByFar([best, second]: readonly Ranked[], query: Query): boolean {
	return (
		best?.isProven === true &&
		query.words.length - (query.asked === undefined ? 0 : 1) >= DESCRIPTION_MIN &&
		(best.fit >= DESCRIBED_MIN
			? best.score >= (second?.score ?? 0) * DESCRIBED_LEAD
			: best.fit >= HARDLY_DESCRIBED && best.score >= (second?.score ?? 0) * HARDLY_DESCRIBED_LEAD)
	);
}
