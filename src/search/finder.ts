import Fuse from 'fuse.js';
import type { Entry, Kind } from '../dataset/schema.ts';
import { type Shelf, shelfOf } from '../dataset/shelf.ts';
import { Affinity, type Near } from './affinity.ts';
import { BITS } from './candidates.ts';
import { isOtherState } from './common-words.ts';
import { Completion, type Suggestion } from './completion.ts';
import { EvidenceReader } from './evidence.ts';
import { fold, nameKey, QUERY_MAX_LENGTH } from './fold.ts';
import { frameOf } from './frames.ts';
import type { SearchIndex } from './index.ts';
import { type Judged, judge, type SearchModel, searchModel } from './judge.ts';
import { withoutMentions, withoutPings } from './mentions.ts';
import { type Query, readQuery } from './query.ts';
import { Ranker } from './rank.ts';
import type { Fitting, Ranked } from './ranked.ts';
import { slipsBetween, Vocabulary } from './vocabulary.ts';

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
	/** How many lines autocomplete may offer. */
	readonly lineCount: number;
	/** All of them, each made as it is asked for: for whoever has the time to prepare them. */
	lines(): Iterable<Suggestion>;
	/** Lines for autocomplete, best first, 100 at most; for an empty text a hand-picked list. */
	suggest(text: string, options?: FindOptions & { readonly limit?: number }): readonly Suggestion[];
}

/** Entries that are weighed beside those that all the words together lead to; what shares less with the query is hardly ever meant. */
const WEIGHED_MAX = 9;
/** Above these odds that no entry is meant nothing is offered as an answer: the query is about something else. */
const NONE_MAX = 0.5;
/** From these odds on the best match is the answer; below, the next ones are offered beside it. */
const CLEAR_MIN = 0.6;
/** Fuse.js decides between the first few when their odds are as near as this. */
const CLOSE_RACE = 0.04;
const RACERS_MAX = 4;
const PATTERN_MAX = 32;
/** How well what is named after a namesake must fit to be meant instead of it. */
const NAMESAKE_MIN = 0.45;
/** What is as likely as this is worth a choice, or a guess after a miss. */
const CHOICE_MIN = 0.02;
const OTHER_MIN = 0.002;
const GUESS_MIN = 0.22;
/** Shorter names are too like one another. */
const MISSPELT_MIN = 5;
const ALIKE_MAX = 5;
/** Letters that changed places in a name of so many. */
const MISWRITTEN_MIN = 6;
const MISWRITTEN_SLIPS = 2;
/** A word that breaks off earlier may go on as anything. */
const BROKEN_OFF_MIN = 3;
/** Somebody's hand lay on the keyboard. */
const CLIPPED = /^[\p{Script=Latin}\p{Script=Cyrillic}]{3,}$/u;
const CLIPPED_WORDS_MAX = 4;
const HELD_KEY = /^(\p{L})\1{2,}$/u;
/** A page on a treaty is titled as the treaty, with its year behind. */
const YEAR_BEHIND = /\d{4}$/u;
const CHOICES_MAX = 10;
const GUESSES_MAX = 3;
const SUGGESTIONS_MAX = 25;

export interface FinderParts {
	/** How evidence is weighed; that of the program where none is given. */
	readonly model?: SearchModel | undefined;
	/** Sees what is weighed: for learning. */
	readonly observe?: ((weighed: Weighed) => void) | undefined;
}

export interface Weighed {
	readonly entries: readonly number[];
	/** What speaks for each of them. */
	readonly rows: readonly Float32Array[];
	/** The same where only some of the entries existed. */
	among(isThere: (entry: number) => boolean): readonly Float32Array[];
	/** The same where words had been learned of some of the entries only. */
	learnedOf(isLearned: (entry: number) => boolean): readonly Float32Array[];
}

/** Makes the search over `entries` from their prepared index. */
export function createFinder(entries: Shelf | readonly Entry[], index: SearchIndex, { model, observe }: FinderParts = {}): Finder {
	const shelf = 'ids' in entries ? entries : shelfOf(entries);
	const kindOf = (entry: number): Kind => shelf.kinds[entry]!;
	const { starts } = index.postings;
	const vocabulary = new Vocabulary(index.vocabulary, (term) => starts[term + 1]! - starts[term]!);
	const ranker = new Ranker(index, shelf.kinds, vocabulary);
	const completion = new Completion({ index, ranker, shelf, vocabulary });
	let evidence: EvidenceReader | undefined;
	let affinity: Affinity | undefined;

	const toMatch = ({ entry, name, score }: Fitting): Match => {
		const text = index.names.texts[name]!;
		const known = shelf.at(entry);
		return { alias: index.names.titles[name] === 1 && known.name.en === text ? undefined : text, entry: known, score: Math.min(score, 1) };
	};

	/** Lets Fuse.js compare the whole wording where the first few are too near to each other to call. */
	const settle = (judged: readonly Judged[], { key }: Query): readonly Judged[] => {
		const [first, second] = judged;
		if (!first || !second || first.odds - second.odds > CLOSE_RACE) return judged;
		const racers = judged.slice(0, RACERS_MAX).filter(({ odds }) => first.odds - odds <= CLOSE_RACE);
		const distanceOf = ({ name }: Judged) =>
			Fuse.match(key.slice(0, PATTERN_MAX), index.names.keys[name]!, { ignoreLocation: true, threshold: 1 }).score ?? 1;
		const settled = racers
			.map((racer) => ({ distance: distanceOf(racer), racer }))
			.sort((a, b) => a.distance - b.distance || b.racer.odds - a.racer.odds)
			.map(({ racer }) => racer);
		return [...settled, ...judged.slice(racers.length)];
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

	/**
	 * The query with its clipped words written out and in their order, as most titles have them that have a word for each: “gol khal” is
	 * “khalkhin gol”.
	 */
	const completed = ({ folded, words }: Query): string | undefined => {
		const parts = folded.split(' ');
		if (parts.length < 2 || parts.length > CLIPPED_WORDS_MAX || !parts.every((part) => CLIPPED.test(part))) return undefined;
		if (words.some(({ common, plain }) => common || plain)) return undefined;
		const counts = new Map<string, number>();
		let total = 0;
		for (let name = 0; name < index.names.keys.length; name++) {
			const key = index.names.keys[name]!;
			if (index.names.titles[name] !== 1 || !parts.every((part) => key.includes(part))) continue;
			const own = fold(index.names.texts[name]!).split(' ');
			const begun = parts.map((part) => own.findIndex((word) => word.startsWith(part)));
			if (begun.includes(-1) || new Set(begun).size < parts.length) continue;
			const whole = own.filter((_, word) => begun.includes(word)).join(' ');
			counts.set(whole, (counts.get(whole) ?? 0) + 1);
			total++;
		}
		const [most] = [...counts].sort((one, other) => other[1] - one[1]);
		return most && 2 * most[1] > total && most[0] !== folded ? most[0] : undefined;
	};

	/** Whether an entry has neither the number that was typed nor the one word beside it, which merely begins one of its own: “apollo 11”. */
	const isElsewhere = ({ dates, numbers, words }: Query, { seen: { fact, spoken } }: Ranked): boolean => {
		if (dates.length > 0 || words.length + numbers.length !== 2) return false;
		const digits = words.findIndex(({ token }) => token.script === 'digits' && token.text.length > 1);
		if (numbers.length === 1 ? !numbers[0]!.bare || fact > 0 : digits < 0 || (spoken & (1 << digits)) !== 0) return false;
		const { meanings, token } = words[digits === 0 ? 1 : 0]!;
		return (
			meanings.length > 0 && meanings.every(({ quality }) => quality < 1) && vocabulary.terms[meanings[0]!.term]!.startsWith(token.term)
		);
	};

	/** Figures that give the very number that was typed, where nothing stands beside it but what is counted: “60k killed”. */
	const countedAlone = ({ numbers, words }: Query, ranked: readonly Ranked[]): Ranked[] => {
		if (words.length > BITS || !numbers.some(({ bare }) => !bare)) return [];
		if (words.some(({ common, generic, token, unknown }) => unknown || common || !generic || isOtherState(token))) return [];
		const everything = 2 ** words.length - 1;
		return ranked.filter(
			({ entry, seen: { fact, spoken } }) =>
				fact * numbers.length >= 1 && kindOf(entry) === 'figures' && (spoken & everything) === everything,
		);
	};

	/**
	 * Names of the very letters of the one word that was typed, two of which changed places: as it sounds, where kh is one, “saklahin” is
	 * further from “sakhalin”.
	 */
	const miswritten = ({ folded, words }: Query, kinds: readonly Kind[] | undefined): Match[] => {
		const [word] = words;
		if (!word || words.length > 1 || word.plain || folded.length < MISWRITTEN_MIN || !CLIPPED.test(folded)) return [];
		const found = new Map<number, number>();
		for (let name = 0; name < index.names.keys.length; name++) {
			const key = index.names.keys[name]!;
			if (key[0] !== folded[0] || key.length !== folded.length || slipsBetween(folded, key, MISWRITTEN_SLIPS) > MISWRITTEN_SLIPS) continue;
			if ([...key].sort().join('') === [...folded].sort().join('')) found.set(index.names.entries[name]!, name);
		}
		const matches = [...found].map(([entry, name]) => toMatch({ entry, fit: GUESS_MIN, name, score: GUESS_MIN }));
		const asked = matches.filter(({ entry }) => kinds?.includes(entry.kind));
		return asked.length > 0 ? asked : matches;
	};

	/**
	 * Entries whose name begins with the one word that was typed, or persons one of whose names does; those that were asked for alone where
	 * there are any: “khvos”.
	 */
	const brokenOff = ({ folded, words }: Query, text: string, kinds: readonly Kind[] | undefined): Match[] => {
		if (words.length !== 1 || folded.length < BROKEN_OFF_MIN) return [];
		const lines = completion.lines(text, kinds, ALIKE_MAX).filter(({ alias, entry }) => {
			const name = fold(alias ?? entry.name.en);
			return name.startsWith(folded) || (entry.kind === 'person' && name.includes(` ${folded}`));
		});
		const asked = lines.filter(({ entry }) => kinds === undefined || kinds.includes(entry.kind));
		return (asked.length > 0 ? asked : lines).map(({ alias, entry }) => ({ alias, entry, score: GUESS_MIN }));
	};

	/** What is not a page, and has that name. */
	const named = (key: string, kinds: readonly Kind[] | undefined) =>
		ranker.exact(key, kinds).find(({ entry }) => kindOf(entry) !== 'source');

	const decide = (text: string, { kinds }: FindOptions, observe?: FinderParts['observe']): FindResult => {
		const query = readQuery(text, vocabulary);
		const exact = ranker.exact(query.key, kinds);
		if (exact.length === 0 && HELD_KEY.test(query.key)) return { guesses: [], kind: 'miss' };
		const [name, ...namesakes] = exact;
		const isAsked = (entry: number) => kinds === undefined || kinds.includes(kindOf(entry));
		// A question may happen to be the title of some page on it: that is not what was asked for.
		const isTitlePage = name && kinds === undefined && query.isQuestion && kindOf(name.entry) === 'source';
		const titled =
			name && kindOf(name.entry) === 'source' && !isAsked(name.entry) ? named(query.key.replace(YEAR_BEHIND, ''), kinds) : undefined;
		if (titled) return { kind: 'exact', match: toMatch(titled), others: exact.map(toMatch) };
		if (name && isAsked(name.entry) && !isTitlePage) return { kind: 'exact', match: toMatch(name), others: namesakes.map(toMatch) };
		const frame = frameOf(text.slice(0, QUERY_MAX_LENGTH));
		const framed = frame ? ranker.exact(nameKey(fold(frame.name)), frame.kind ? [frame.kind] : kinds) : [];
		if (frame?.isDefining) {
			const [first, ...others] = framed;
			const { kind } = frame;
			if (first && isAsked(first.entry) && (kind === undefined || kindOf(first.entry) === kind) && kindOf(first.entry) !== 'source')
				return { kind: 'clear', match: toMatch(first), others: others.map(toMatch) };
		}
		const held = new Map(ranker.namesakes.byKeyword(query.key, kinds).map(({ entry }, _, all) => [entry, 1 / all.length]));
		const affine = () => {
			affinity ??= new Affinity((model ?? searchModel()).affinity, shelf.ids, vocabulary);
			return affinity;
		};
		const near = name && !isTitlePage ? undefined : affine().of(query, ranker.weightsOf(query));
		const ranked = ranker.rank(query, kinds, near?.top).filter(({ entry }, place) => place < WEIGHED_MAX || near?.top.includes(entry));
		if (name && !isTitlePage) {
			const asked = ranker.namesakes.meantInstead(
				name.entry,
				ranked.filter(({ entry, fit }) => isAsked(entry) && fit >= NAMESAKE_MIN),
				query,
				kinds,
			);
			if (asked) return { kind: 'clear', match: toMatch(asked), others: exact.map(toMatch) };
			return { kind: 'exact', match: toMatch(name), others: namesakes.map(toMatch) };
		}
		evidence ??= new EvidenceReader(index, shelf.kinds, vocabulary, ranker);
		const { asked } = ranker;
		const known = {
			exact: new Set(exact.map(({ entry }) => entry)),
			framed: new Set(framed.map(({ entry }) => entry)),
			held,
		};
		const rowsOf = (list: readonly Ranked[], near: Near | undefined) => (asked ? evidence!.rows(list, asked, known, near) : []);
		const rows = rowsOf(ranked, near);
		observe?.({
			among: (isThere) =>
				rowsOf(
					ranked.filter(({ entry }) => isThere(entry)),
					affine().of(query, ranker.weightsOf(query), isThere),
				),
			entries: ranked.map(({ entry }) => entry),
			learnedOf: (isLearned) => rowsOf(ranked, affine().of(query, ranker.weightsOf(query), isLearned)),
			rows,
		});
		const { judged: weighed, none } = judge(ranked, rows, (model ?? searchModel()).trees);
		const judged = settle(weighed, query);
		const best = judged[0];
		if (!best || none > NONE_MAX || isElsewhere(query, best)) {
			const whole = misspelt(text, kinds);
			if (whole.length === 1) return { kind: 'clear', match: toMatch(whole[0]!), others: [] };
			if (whole.length > 1) return { kind: 'choices', matches: whole.map(toMatch) };
			const swapped = miswritten(query, kinds);
			if (swapped.length === 1) return { kind: 'clear', match: swapped[0]!, others: [] };
			if (swapped.length > 1) return { kind: 'choices', matches: swapped.slice(0, ALIKE_MAX) };
			const counted = countedAlone(query, ranked);
			if (counted.length === 1) return { kind: 'clear', match: toMatch(counted[0]!), others: [] };
			if (counted.length > 1) return { kind: 'choices', matches: counted.map(toMatch) };
			const spelled = completed(query);
			const meant = spelled === undefined ? undefined : decide(spelled, { kinds });
			if (meant && meant.kind !== 'miss') return meant.kind === 'exact' ? { ...meant, kind: 'clear' } : meant;
			const begun = brokenOff(query, text, kinds);
			if (begun.length === 1) return { kind: 'clear', match: begun[0]!, others: [] };
			if (begun.length > 1) return { kind: 'choices', matches: begun };
			// Somebody who is no entry, and is named in some: there one may read on.
			const [word] = query.words;
			const isSoughtName = query.words.length === 1 && word!.evidence === 1 && word!.meanings[0]?.quality === 1;
			return {
				guesses: ranked
					.filter(({ score, seen }) => score >= GUESS_MIN || (isSoughtName && seen.spoken !== 0))
					.slice(0, GUESSES_MAX)
					.map(toMatch),
				kind: 'miss',
			};
		}
		const least = best.odds >= CLEAR_MIN ? OTHER_MIN : CHOICE_MIN;
		const others = judged.slice(1, CHOICES_MAX).filter(({ odds }) => odds >= least);
		if (best.odds >= CLEAR_MIN || others.length === 0) return { kind: 'clear', match: toMatch(best), others: others.map(toMatch) };
		return { kind: 'choices', matches: [best, ...others].map(toMatch) };
	};

	const find = (text: string, options: FindOptions): FindResult => {
		const called = withoutPings(text);
		if (called === text) return decide(text, options, observe);
		// Who calls everybody hardly looks anything up: it takes a whole name to be sure.
		const result = decide(called, options);
		return result.kind === 'exact' || called.trim() === '' ? result : decide(text, options, observe);
	};

	return {
		find: (text, options = {}) => find(withoutMentions(text), options),
		lineCount: index.names.entries.length,
		lines: () => completion.all(),
		suggest: (text, { kinds, limit = SUGGESTIONS_MAX } = {}) => completion.lines(withoutPings(withoutMentions(text)), kinds, limit),
	};
}
