/**
 * What somebody may be about to type. Where what was typed begins a name, a word of one, a date or a number, these are offered, and where they
 * are of another kind than is wanted, what is related to them; else what has all the words in its names, in any order, or begins as the text
 * does but for one slip; and where nothing is called so, what the text fits as a query: it may hold more slips, a date within words, or a
 * description.
 */
import type { Entry, Kind } from '../dataset/schema.ts';
import type { Shelf } from '../dataset/shelf.ts';
import { datesAskedIn } from './dates.ts';
import { fold, nameKey, QUERY_MAX_LENGTH } from './fold.ts';
import type { SearchIndex } from './index.ts';
import { Leaders } from './leaders.ts';
import { fitOfBeginning } from './name-index.ts';
import { readQuery } from './query.ts';
import { PREFERENCE, type Ranker } from './rank.ts';
import { isLookedFor, Tails } from './tails.ts';
import type { Vocabulary } from './vocabulary.ts';
import { factKey, WrittenFacts } from './written-facts.ts';

/** A line to choose. The same object whenever the entry is offered by that name. */
export interface Suggestion {
	/** The name that matched, when it is not the entry's title. */
	readonly alias?: string;
	readonly entry: Entry;
	/** Among all lines, from 0 on: what is made of a line can be kept by it. */
	readonly number: number;
}

/** While somebody is still typing, less is enough to be offered. */
const SUGGEST_MIN = 0.2;
/** Of names that begin alike the best known comes first. */
const KNOWN = 0.03;
const LINES_MAX = 100;
/** Where more names than this, or more dates and numbers, go on as a text, it says nothing yet. */
const BEGUN_MAX = 1_500;
const KEY_MIN = 2;
/** Dates and numbers are given by entries, whatever these are called. */
const FACT = /\d/;
const DIGIT_FIRST = /^\d/;
/** Says nothing of what goes on behind it. */
const ARTICLE = /^(?:the|an?) /;
/** How well a name fits of which a word inside was begun: less than one that begins so. */
const INSIDE = 0.4;
const INSIDE_MORE = 0.3;
/** How well an entry fits that gives the very number, or a date or a number that goes on from the text. */
const GIVEN = 0.95;
const GOES_ON = 0.75;
/** How well one fits by a whole date: at least, and more the better the date fits. */
const DATED = 0.3;
const DATED_MORE = 0.6;
/** Years and days count nothing. */
const NO_COUNT = /^(?:(?:1[5-9]|20)\d\d|\d{1,2})$/;
/** How well a name fits that was begun with a slip, beside one that was begun as it is. */
const SLIPPED = 0.8;
/** How well an entry of a wanted kind fits beside one whose name was begun, and to which it is related. */
const RELATED = 0.6;
/** From so many letters on what begins names of other kinds alone is meant for one of them: “/treaty tanaka”. */
const ELSEWHERE_MIN = 3;
/** Of what is begun alike that comes first which the command is for. */
const WANTED = 0.45;
/** How well an entry fits whose names have all the words, but none of them all. */
const AMONG_NAMES = 0.2;
const AMONG_NAMES_MORE = 0.2;
/** More words than this are a description. */
const WORDED_MAX = 8;
/** More entries that give a number are told apart by the words beside it. */
const COUNTING_MAX = 4;

export interface CompletionParts {
	readonly index: SearchIndex;
	readonly ranker: Ranker;
	readonly shelf: Shelf;
	readonly vocabulary: Vocabulary;
}

export class Completion {
	/** All entries, made for the first text that is empty. */
	#byProminence: Uint32Array | undefined;
	readonly #index: SearchIndex;
	readonly #leaders = new Leaders(LINES_MAX);
	/** By the name that is offered. */
	readonly #lines: (Suggestion | undefined)[];
	/** Names with a blank before each word, of those that were looked at for a text of several words. */
	readonly #folded: (string | undefined)[];
	readonly #facts: WrittenFacts;
	/** How well the best name of an entry fits; zeroed after use. */
	readonly #fits: Float64Array;
	/** For each entry the name by which it is offered. */
	readonly #offered: Uint32Array;
	readonly #ranker: Ranker;
	readonly #shelf: Shelf;
	/** Entries that are not offered by how their names begin: the very name was typed, or more speaks for them. */
	readonly #taken: Uint32Array;
	#takenStamp = 0;
	readonly #tails: Tails;
	/** Whether a name may go on from the text at hand. */
	#isBegun = true;
	readonly #touched: number[] = [];
	readonly #vocabulary: Vocabulary;

	constructor({ index, ranker, shelf, vocabulary }: CompletionParts) {
		this.#index = index;
		this.#facts = new WrittenFacts(index.facts);
		// Of their length from the first: one that is filled anywhere becomes a table.
		this.#folded = new Array<string | undefined>(index.names.entries.length);
		this.#lines = new Array<Suggestion | undefined>(index.names.entries.length);
		this.#fits = new Float64Array(shelf.ids.length);
		this.#offered = new Uint32Array(shelf.ids.length);
		this.#ranker = ranker;
		this.#shelf = shelf;
		this.#taken = new Uint32Array(shelf.ids.length);
		this.#tails = new Tails(index.tails, () => index.names.keys);
		this.#vocabulary = vocabulary;
	}

	/** Every line that may be offered. */
	*all(): Generator<Suggestion> {
		const { entries } = this.#index.names;
		for (let name = 0; name < entries.length; name++) {
			this.#foldedName(name);
			yield this.#line(entries[name]!, name);
		}
	}

	/** The best lines for a text that is still being typed, `limit` at most: first what it is a name of already. */
	lines(text: string, preferred: readonly Kind[] | undefined, limit: number): Suggestion[] {
		const typed = text.slice(0, QUERY_MAX_LENGTH);
		return this.#begun(typed, fold(typed), preferred, limit) ?? this.#fitting(text, preferred, limit);
	}

	/**
	 * Entries that a text begins, by a name, a word of one, a date or a number; where none of them is wanted, what has all its words in its
	 * names, in whatever order (“gol battle”), or is related to what was begun. None where nothing of that is wanted and nothing was begun.
	 */
	#begun(text: string, folded: string, preferred: readonly Kind[] | undefined, limit: number): Suggestion[] | undefined {
		const key = nameKey(folded);
		this.#touched.length = 0;
		this.#isBegun = true;
		const saysAny = key.length >= KEY_MIN && !ARTICLE.test(folded);
		const isGiven = saysAny && FACT.test(key) && this.#touchGiving(text, preferred);
		// What begins with a digit is meant as a date or a number.
		const isExact = saysAny && (isGiven || !DIGIT_FIRST.test(key)) && this.#touchNames(key, folded);
		const begun = this.#touched.length;
		if (!isGiven && !this.#isAnyWanted(preferred)) {
			this.#touchHolding(folded.split(' '));
			if (this.#touched.length === 0 && saysAny && !DIGIT_FIRST.test(key)) this.#touchSlipped(key);
			if (preferred && !this.#isAnyWanted(preferred)) this.#touchRelated(begun, preferred);
			if (!this.#isAnyWanted(preferred) && (begun === 0 || key.length < ELSEWHERE_MIN)) return this.#letGo();
		}
		const stamp = ++this.#takenStamp;
		const lines: Suggestion[] = [];
		if (isExact)
			for (const { entry, name } of this.#ranker.exact(key, preferred)) {
				this.#taken[entry] = stamp;
				if (lines.length < limit) lines.push(this.#line(entry, name));
			}
		return this.#withTouched(lines, preferred, limit);
	}

	#isAnyWanted(preferred: readonly Kind[] | undefined): boolean {
		const { leaning } = this.#ranker;
		return this.#touched.some((entry) => preferred === undefined || leaning.preference(entry, preferred) > 0);
	}

	/** Puts the entries that were noted behind `lines`, best first, and forgets them. */
	#withTouched(lines: Suggestion[], preferred: readonly Kind[] | undefined, limit: number): Suggestion[] {
		const { leaning } = this.#ranker;
		const { prominence } = this.#index;
		const leaders = this.#leaders;
		leaders.reset(limit);
		for (const entry of this.#touched) {
			const known = 1 + KNOWN * prominence[entry]!;
			const wanted = 1 + WANTED * leaning.preference(entry, preferred);
			if (this.#taken[entry] !== this.#takenStamp)
				leaders.offer(entry, this.#fits[entry]! * known * leaning.source(entry, preferred) * wanted);
			this.#fits[entry] = 0;
		}
		for (let i = 0; i < leaders.size && lines.length < limit; i++) lines.push(this.#line(leaders.ids[i]!, this.#offered[leaders.ids[i]!]!));
		return lines;
	}

	/** Notes the entries of which the names have all of several words. */
	#touchHolding(words: readonly string[]): void {
		if (words.length < 2 || words.length > WORDED_MAX) return;
		for (const name of this.#tails.namesWith(words.map(nameKey))) this.#touchWorded(name, words);
	}

	/** Notes the entry of a name that has some of the words; the others stand in other names of it. */
	#touchWorded(name: number, words: readonly string[]): void {
		const { entries, keys, weights } = this.#index.names;
		const text = this.#foldedName(name);
		let held = 0;
		let all = 0;
		for (const [place, word] of words.entries()) {
			all += word.length;
			if (hasWord(text, word, place === words.length - 1)) held += word.length;
			else if (!isLookedFor(word)) return;
		}
		const fit =
			held === all
				? INSIDE + INSIDE_MORE * (all / keys[name]!.length) * (weights[name]! / 255)
				: AMONG_NAMES + AMONG_NAMES_MORE * (held / all);
		this.#touch(entries[name]!, fit, name);
	}

	/** Notes the entries with a name that goes on from a text; whether it is a name already. */
	#touchNames(key: string, folded: string): boolean {
		const { from, to } = this.#tails.rangeOf(key);
		this.#isBegun = from < to;
		if (to - from > BEGUN_MAX) return false;
		const { entries, lengths, names, offsets, weights } = this.#tails.data;
		// Keys have no blanks: “a war” is no “awareness”.
		const isParted = folded.includes(' ');
		let isExact = false;
		for (let at = from; at < to; at++) {
			if (isParted && !this.#goesOn(names[at]!, folded)) continue;
			const share = (key.length / lengths[at]!) * (weights[at]! / 255);
			const isWhole = offsets[at] === 0;
			if (isWhole && lengths[at] === key.length) isExact = true;
			this.#touch(entries[at]!, isWhole ? fitOfBeginning(share) : INSIDE + INSIDE_MORE * share, names[at]!);
		}
		return isExact;
	}

	/** Notes the entries with a name that goes on from a text but for a slip in it. */
	#touchSlipped(key: string): void {
		const { entries, lengths, names, offsets, weights } = this.#tails.data;
		for (const at of this.#tails.slipped(key)) {
			const share = (key.length / lengths[at]!) * (weights[at]! / 255);
			this.#touch(entries[at]!, SLIPPED * (offsets[at] === 0 ? fitOfBeginning(share) : INSIDE + INSIDE_MORE * share), names[at]!);
		}
	}

	/**
	 * Notes the entries that give the date or the number that a text is or begins, by their titles; whether there are any. A whole date is
	 * looked up as such, for it may lie inside what lasted for years.
	 */
	#touchGiving(text: string, preferred: readonly Kind[] | undefined): boolean {
		const { starts } = this.#index.names;
		const { dates, rest } = datesAskedIn(text);
		if (dates.length > 0 && !/[\p{L}\p{N}]/u.test(rest)) {
			const counting = preferred?.includes('figures') ?? false;
			for (const date of dates)
				for (const [entry, quality] of this.#ranker.facts.dated(date, counting))
					this.#touch(entry, DATED + DATED_MORE * quality, starts[entry]!);
			return this.#touched.length > 0;
		}
		const key = factKey(text);
		const { from, to } = this.#facts.rangeOf(key);
		if (to - from > BEGUN_MAX) return false;
		const { entries, texts, weights } = this.#facts.data;
		for (let at = from; at < to; at++)
			this.#touch(entries[at]!, (weights[at]! / 255) * (texts[at] === key ? GIVEN : GOES_ON), starts[entries[at]!]!);
		return from < to || this.#touchCounting(key, preferred);
	}

	/** “516 kille”: entries that give the number before the words; by a name with words that begin so, if any has one, else all by their titles. */
	#touchCounting(key: string, preferred: readonly Kind[] | undefined): boolean {
		const words = key.split(' ');
		const { entries, texts, weights } = this.#facts.data;
		const { starts } = this.#index.names;
		const rest = words.slice(1);
		if (rest.length === 0 || NO_COUNT.test(words[0]!) || FACT.test(rest.join(' '))) return false;
		const { from } = this.#facts.rangeOf(words[0]!);
		let isAny = false;
		let at = from;
		for (; texts[at] === words[0]; at++) {
			const entry = entries[at]!;
			for (let name = starts[entry]!; name < starts[entry + 1]!; name++) {
				if (!rest.every((word) => this.#goesOn(name, word))) continue;
				this.#touch(entry, (weights[at]! / 255) * GIVEN, name);
				isAny = true;
				break;
			}
		}
		if (isAny || at - from > COUNTING_MAX) return isAny;
		for (let i = from; i < at; i++) {
			const entry = entries[i]!;
			const called = rest.filter((word) => this.#isCalled(entry, word)).length;
			this.#touch(entry, (weights[i]! / 255) * (GOES_ON + (GIVEN - GOES_ON) * (called / rest.length)), starts[entry]!);
		}
		if (this.#isAnyWanted(preferred)) return true;
		this.#letGo();
		this.#touched.length = 0;
		return false;
	}

	/** Whether any name of an entry has a word that begins so. */
	#isCalled(entry: number, word: string): boolean {
		const { starts } = this.#index.names;
		for (let name = starts[entry]!; name < starts[entry + 1]!; name++) if (this.#goesOn(name, word)) return true;
		return false;
	}

	/** Forgets what was noted. */
	#letGo(): undefined {
		for (const entry of this.#touched) this.#fits[entry] = 0;
	}

	#touch(entry: number, fit: number, name: number): void {
		const known = this.#fits[entry]!;
		if (fit <= known) return;
		if (known === 0) this.#touched.push(entry);
		this.#fits[entry] = fit;
		this.#offered[entry] = name;
	}

	/** “Kunashir” under a command that looks for events begins the name of none: those that have to do with the island are offered beside it. `begun`: how many were noted by what they are called. */
	#touchRelated(begun: number, preferred: readonly Kind[]): void {
		const { names, related } = this.#index;
		const touched = this.#touched;
		for (let i = 0; i < begun; i++) {
			const entry = touched[i]!;
			for (let at = related.starts[entry]!; at < related.starts[entry + 1]!; at++) {
				const other = related.entries[at]!;
				// By its title: no name of its own was begun.
				if (this.#ranker.leaning.preference(other, preferred) > 0) this.#touch(other, RELATED * this.#fits[entry]!, names.starts[other]!);
			}
		}
	}

	/** Whether a name has the words of a text side by side, of the last of them the beginning at least. */
	#goesOn(name: number, folded: string): boolean {
		return this.#foldedName(name).includes(` ${folded}`);
	}

	#foldedName(name: number): string {
		return (this.#folded[name] ??= ` ${fold(this.#index.names.texts[name]!)}`);
	}

	#fitting(text: string, preferred: readonly Kind[] | undefined, limit: number): Suggestion[] {
		const query = readQuery(text, this.#vocabulary, 'partial');
		if (query.key === '') return this.#handPicked(preferred, limit);
		const lines: Suggestion[] = [];
		// The beginnings stay good only until the next text is looked up.
		const isBegun = this.#isBegun;
		const exact = isBegun ? this.#ranker.exact(query.key, preferred) : [];
		const { first, others } = this.#ranker.typed(query, preferred);
		const begun = this.#ranker.names.begunBy(query.key, isBegun ? undefined : 0);
		const leaders = this.#leaders;
		leaders.reset(limit);
		const offered = this.#offered;
		const taken = this.#taken;
		const stamp = ++this.#takenStamp;

		for (const { entry, name } of exact) {
			taken[entry] = stamp;
			if (lines.length < limit) lines.push(this.#line(entry, name));
		}
		if (first && first.score >= SUGGEST_MIN && taken[first.entry] !== stamp) {
			const { entry, name, score } = first;
			const share = begun.share(entry);
			if (share === 0 || this.#scoreOf(entry, share, preferred) < score) {
				taken[entry] = stamp;
				offered[entry] = name;
				leaders.offer(entry, score);
			}
		}
		others.forEach((entry, place) => {
			if (taken[entry] === stamp || begun.share(entry) > 0) return;
			taken[entry] = stamp;
			offered[entry] = this.#index.names.starts[entry]!;
			leaders.offer(entry, SUGGEST_MIN - 0.001 * place);
		});
		for (let i = 0; i < begun.size; i++) {
			const entry = begun.entries[i]!;
			if (taken[entry] === stamp) continue;
			const score = this.#scoreOf(entry, begun.share(entry), preferred);
			if (score < SUGGEST_MIN) continue;
			offered[entry] = begun.name(entry);
			leaders.offer(entry, score);
		}
		for (let i = 0; i < leaders.size && lines.length < limit; i++) {
			const entry = leaders.ids[i]!;
			lines.push(this.#line(entry, offered[entry]!));
		}
		return lines;
	}

	#scoreOf(entry: number, share: number, preferred: readonly Kind[] | undefined): number {
		const { leaning } = this.#ranker;
		const known = 1 + KNOWN * this.#index.prominence[entry]!;
		return fitOfBeginning(share) * known * leaning.source(entry, preferred) * (1 + PREFERENCE * leaning.preference(entry, preferred));
	}

	#line(position: number, name: number): Suggestion {
		let line = this.#lines[name];
		if (!line) {
			const { texts, titles } = this.#index.names;
			const entry = this.#shelf.at(position);
			const text = texts[name]!;
			this.#lines[name] = line =
				titles[name] === 1 && entry.name.en === text ? { entry, number: name } : { alias: text, entry, number: name };
		}
		return line;
	}

	/** What is offered before anything is typed: the entries with most to say, the wanted kinds only, by their titles. */
	#handPicked(kinds: readonly Kind[] | undefined, limit: number): Suggestion[] {
		const { ids, kinds: kindsOf } = this.#shelf;
		const { prominence } = this.#index;
		this.#byProminence ??= Uint32Array.from(ids.keys()).sort((a, b) => prominence[b]! - prominence[a]! || (ids[a]! < ids[b]! ? -1 : 1));
		const lines: Suggestion[] = [];
		for (const entry of this.#byProminence) {
			if (lines.length >= limit) break;
			const kind = kindsOf[entry]!;
			if (kinds ? kinds.includes(kind) : kind !== 'source') lines.push(this.#line(entry, this.#titleOf(entry)));
		}
		return lines;
	}

	#titleOf(position: number): number {
		const { starts, texts, titles } = this.#index.names;
		const { name } = this.#shelf.at(position);
		let title = starts[position]!;
		while (title + 1 < starts[position + 1]! && !(titles[title] === 1 && texts[title] === name.en)) title++;
		return title;
	}
}

/** Whether a folded name, with a blank before it, has a word; the last one that was typed may be its beginning. */
function hasWord(name: string, word: string, mayGoOn: boolean): boolean {
	for (let at = name.indexOf(` ${word}`); at >= 0; at = name.indexOf(` ${word}`, at + 1)) {
		const end = at + 1 + word.length;
		if (mayGoOn || end === name.length || name[end] === ' ') return true;
	}
	return false;
}
