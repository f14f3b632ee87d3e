/** The prepared index: plain arrays, so that it can be kept on disk and read back without being made again. */
import { dayNumber, firstDay, lastDay, parseEdtf } from '../dataset/edtf.ts';
import type { Entry } from '../dataset/schema.ts';
import { accountsOf, boundsOf, isQuantity } from '../dataset/walk.ts';
import { askedBy, asksTermOf, CONCEPT_PREFIX, conceptOf, isStopWord, joinPhrases, runConceptsOf } from './concepts.ts';
import { datesIn } from './dates.ts';
import { fold, nameKey } from './fold.ts';
import { buildKeywords, type KeywordData } from './keyword-index.ts';
import { namesOf, passagesOf, textsOf } from './names.ts';
import { buildTails, type TailData } from './tails.ts';
import { MATTER_PREFIX, mattersOf, runMattersOf } from './thesaurus.ts';
import { type Token, tokenise } from './tokens.ts';
import { buildVocabulary, type VocabularyData } from './vocabulary.ts';
import { hashOf, type Wording, type WordingData } from './wordings.ts';
import { buildFacts, type FactData, writtenNumber, writtenSpan } from './written-facts.ts';

export interface SearchIndex {
	/** Spans of days, as sortable numbers, with the entry they belong to and how much they say of it (0 to 255). */
	readonly dates: { readonly entries: Uint32Array; readonly from: Float64Array; readonly to: Float64Array; readonly weights: Uint8Array };
	/** Dates and numbers as they are typed. */
	readonly facts: FactData;
	readonly keywords: KeywordData;
	/** Names in the order of the entries; those of entry e are `starts[e]` up to `starts[e + 1]`. */
	readonly names: {
		/** Names by the order of their keys. */
		readonly byKey: Uint32Array;
		/** The entry of each name. */
		readonly entries: Uint32Array;
		readonly keys: readonly string[];
		/** Of the keys, in the order of `byKey`. */
		readonly lengths: Uint16Array;
		readonly starts: Uint32Array;
		readonly termStarts: Uint32Array;
		readonly terms: Uint32Array;
		readonly texts: readonly string[];
		readonly titles: Uint8Array;
		/** What the terms of each name weigh together. */
		readonly totals: Float64Array;
		readonly weights: Uint8Array;
	};
	/** Quantities, sorted by value. */
	readonly numbers: { readonly entries: Uint32Array; readonly values: Float64Array; readonly weights: Uint8Array };
	/** What is told in one breath, by entry: passages `starts[e]` up to `starts[e + 1]`, the first of them what it is called. */
	readonly passages: { readonly starts: Uint32Array; readonly termStarts: Uint32Array; readonly terms: Uint32Array };
	/** For each term its entries, ascending, with the best weight at which the entry has it. */
	readonly postings: { readonly entries: Uint32Array; readonly starts: Uint32Array; readonly weights: Uint8Array };
	/** Number of accounts and of mentions: breaks ties between entries of one name. */
	readonly prominence: Float32Array;
	/** What each entry is related to, whichever of the two says so: of entry e `starts[e]` up to `starts[e + 1]`, ascending. */
	readonly related: { readonly entries: Uint32Array; readonly starts: Uint32Array };
	readonly tails: TailData;
	readonly vocabulary: VocabularyData;
	/** What each term of the vocabulary weighs, the more the fewer entries have it: in a query, and in a name. */
	readonly weights: { readonly inNames: Float32Array; readonly inQueries: Float32Array };
	readonly wordings: WordingData;
}

/** What concepts and matters weigh beside the words themselves. */
const CONCEPT_SHARE = 0.25;

/** The terms under which a text is indexed: words without stop words, and the concepts that they stand for. */
export function termsOf(text: string): string[] {
	const folded = joinPhrases(fold(text));
	const tokens = tokenise(folded);
	const kept = tokens.filter((token) => !isStopWord(token));
	const terms = new Set<string>();
	for (const token of kept.length > 0 ? kept : tokens) terms.add(token.term);
	for (const token of tokens) {
		const concept = conceptOf(token);
		if (concept) terms.add(concept);
	}
	for (const { concept } of runConceptsOf(folded)) terms.add(concept);
	const asked = askedBy(folded);
	if (asked) terms.add(asked);
	return [...terms];
}

/** What a text speaks of, in the widest words. */
function mattersIn(text: string): string[] {
	const folded = joinPhrases(fold(text));
	return [...tokenise(folded).flatMap(mattersOf), ...runMattersOf(folded).map(({ concept }) => concept)];
}

/** Two Latin words written as one: “portarthur”. */
function joinedTerm(tokens: readonly Token[]): string | undefined {
	if (tokens.length !== 2 || tokens.some(({ script }) => script !== 'latin')) return undefined;
	return tokens.map(({ term }) => term).join('');
}

/** Entries whose date or number this is, rather than one that they mention. */
const OWN = 255;
const MENTIONED = 130;
const NAMED = 240;
/** Of a word that people use of an entry and the entry does not. */
const WORDING_WEIGHT = 0.2;

/** `wordings`: how people put what the entries tell. */
export function buildIndex(entries: readonly Entry[], wordings: readonly Wording[] = []): SearchIndex {
	const rows = entries.map((entry) => {
		const names = namesOf(entry).map((name) => {
			const folded = fold(name.text);
			return { ...name, folded, key: nameKey(folded), terms: termsOf(name.text) };
		});
		const weights = new Map<string, number>();
		const raise = (term: string, weight: number) => {
			if ((weights.get(term) ?? 0) < weight) weights.set(term, weight);
		};
		for (const name of names) {
			for (const term of name.terms) raise(term, name.weight);
			const joined = joinedTerm(tokenise(fold(name.text)));
			if (joined) raise(joined, name.weight * 0.95);
			for (const compound of name.text.match(/\p{Script=Latin}+[-‐–]\p{Script=Latin}+/gu) ?? []) {
				for (const { term } of tokenise(fold(compound.replace(/[-‐–]/, '')))) raise(term, name.weight * 0.95);
			}
		}
		for (const { text, weight } of textsOf(entry)) for (const term of [...termsOf(text), ...mattersIn(text)]) raise(term, weight);
		for (const { text } of names) for (const matter of mattersIn(text)) raise(matter, 1);
		if (entry.kind === 'question') raise(asksTermOf(entry.type), 1);
		const passages = passagesOf(entry).map((texts) => new Set(texts.flatMap((text) => [...termsOf(text), ...mattersIn(text)])));
		if (entry.kind === 'question') passages[0]!.add(asksTermOf(entry.type));
		return { names, passages, weights };
	});

	const vocabulary = buildVocabulary(
		rows.flatMap(({ names, passages, weights }) => [
			...weights.keys(),
			...names.flatMap(({ terms }) => terms),
			...passages.flatMap((terms) => [...terms]),
		]),
	);
	const ids = new Map(vocabulary.terms.map((term, id) => [term, id]));
	// Words that wordings alone have stay out: what is known here is what the dataset itself says.
	for (const { entry, text } of wordings) {
		const { weights } = rows[entry]!;
		for (const term of termsOf(text)) if (ids.has(term) && !weights.has(term)) weights.set(term, WORDING_WEIGHT);
	}

	const lists: [number, number][][] = vocabulary.terms.map(() => []);
	rows.forEach(({ weights }, entry) => {
		for (const [term, weight] of weights) lists[ids.get(term)!]!.push([entry, Math.round(weight * 255)]);
	});
	const flat = lists.flat();
	const postings = {
		entries: Uint32Array.from(flat, ([entry]) => entry),
		starts: startsOf(lists.map((list) => list.length)),
		weights: Uint8Array.from(flat, ([, weight]) => weight),
	};

	const inQueries = Float32Array.from(lists, ({ length }) => Math.log(1 + entries.length / (0.5 + length)));
	const inNames = inQueries.map((weight, term) => (vocabulary.terms[term]!.startsWith(CONCEPT_PREFIX) ? CONCEPT_SHARE * weight : weight));
	const names = rows.flatMap((row) => row.names);
	const byKey = names
		.map((_, name) => name)
		.sort((a, b) => (names[a]!.key < names[b]!.key ? -1 : names[a]!.key > names[b]!.key ? 1 : a - b));
	const nameTerms = names.map((name) => name.terms.map((term) => ids.get(term)!));
	const passages = rows.flatMap((row) => row.passages);
	const dates = entries
		.flatMap((entry, index) => datesOf(entry).map((date) => ({ ...date, index })))
		.sort((a, b) => a.from - b.from || a.index - b.index);
	const numbers = entries
		.flatMap((entry, index) => numbersOf(entry).map((number) => ({ ...number, index })))
		.sort((a, b) => a.value - b.value || a.index - b.index);

	return {
		dates: {
			entries: Uint32Array.from(dates, ({ index }) => index),
			from: Float64Array.from(dates, ({ from }) => from),
			to: Float64Array.from(dates, ({ to }) => to),
			weights: Uint8Array.from(dates, ({ weight }) => weight),
		},
		facts: buildFacts([
			...dates.flatMap(({ from, index, to, weight }) => writtenSpan(from, to).map((text) => ({ entry: index, text, weight }))),
			...numbers.flatMap(({ index, value, weight }) => writtenNumber(value).map((text) => ({ entry: index, text, weight }))),
		]),
		keywords: buildKeywords(entries),
		names: {
			byKey: Uint32Array.from(byKey),
			entries: Uint32Array.from(rows.flatMap((row, entry) => row.names.map(() => entry))),
			keys: names.map(({ key }) => key),
			lengths: Uint16Array.from(byKey, (name) => names[name]!.key.length),
			starts: startsOf(rows.map((row) => row.names.length)),
			termStarts: startsOf(nameTerms.map((terms) => terms.length)),
			terms: Uint32Array.from(nameTerms.flat()),
			texts: names.map(({ text }) => text),
			titles: Uint8Array.from(names, ({ title }) => (title ? 1 : 0)),
			totals: Float64Array.from(nameTerms, (terms) => terms.reduce((sum, term) => sum + inNames[term]!, 0)),
			weights: Uint8Array.from(names, ({ weight }) => Math.round(weight * 255)),
		},
		numbers: {
			entries: Uint32Array.from(numbers, ({ index }) => index),
			values: Float64Array.from(numbers, ({ value }) => value),
			weights: Uint8Array.from(numbers, ({ weight }) => weight),
		},
		passages: {
			starts: startsOf(rows.map((row) => row.passages.length)),
			termStarts: startsOf(passages.map((terms) => terms.size)),
			terms: Uint32Array.from(passages.flatMap((terms) => [...terms].map((term) => ids.get(term)!))),
		},
		postings,
		prominence: prominenceOf(entries),
		related: relatedOf(entries),
		tails: buildTails(rows.flatMap((row, entry) => row.names.map((name) => ({ ...name, entry, weight: Math.round(name.weight * 255) })))),
		vocabulary,
		weights: { inNames, inQueries },
		wordings: buildWordings(entries.length, wordings),
	};
}

function buildWordings(size: number, wordings: readonly Wording[]): WordingData {
	const ordered = [...wordings].sort((a, b) => a.entry - b.entry);
	const lists = ordered.map(({ text }) => [...new Set([...termsOf(text), ...mattersIn(text)])]);
	const having = new Map<string, Set<number>>();
	lists.forEach((terms, wording) => {
		for (const term of terms) {
			const known = having.get(term);
			if (known) known.add(ordered[wording]!.entry);
			else having.set(term, new Set([ordered[wording]!.entry]));
		}
	});
	const terms = [...having.keys()].sort((a, b) => hashOf(a) - hashOf(b));
	const places = new Map(terms.map((term, place) => [term, place]));
	const counts = new Array<number>(size).fill(0);
	for (const { entry } of ordered) counts[entry]!++;
	return {
		keys: Uint32Array.from(terms, hashOf),
		starts: startsOf(counts),
		termStarts: startsOf(lists.map((list) => list.length)),
		terms: Uint32Array.from(lists.flat(), (term) => places.get(term)!),
		weights: Float32Array.from(terms, (term) => {
			const share = term.startsWith(MATTER_PREFIX) ? 0 : term.startsWith(CONCEPT_PREFIX) ? CONCEPT_SHARE : 1;
			return share * Math.log(1 + size / (0.5 + having.get(term)!.size));
		}),
	};
}

function startsOf(lengths: readonly number[]): Uint32Array {
	const starts = new Uint32Array(lengths.length + 1);
	lengths.forEach((length, index) => {
		starts[index + 1] = starts[index]! + length;
	});
	return starts;
}

function relatedOf(entries: readonly Entry[]): SearchIndex['related'] {
	const positions = new Map(entries.map(({ id }, position) => [id, position]));
	const lists = entries.map(() => new Set<number>());
	entries.forEach(({ related = [] }, entry) => {
		for (const id of related) {
			const other = positions.get(id);
			if (other === undefined) continue;
			lists[entry]!.add(other);
			lists[other]!.add(entry);
		}
	});
	const sorted = lists.map((list) => [...list].sort((a, b) => a - b));
	return { entries: Uint32Array.from(sorted.flat()), starts: startsOf(sorted.map((list) => list.length)) };
}

function prominenceOf(entries: readonly Entry[]): Float32Array {
	const mentions = new Map<string, number>();
	for (const entry of entries) for (const id of entry.related ?? []) mentions.set(id, (mentions.get(id) ?? 0) + 1);
	return Float32Array.from(entries, (entry) => Math.log1p(accountsOf(entry).length + 2 * (mentions.get(entry.id) ?? 0)));
}

interface DatedSpan {
	readonly from: number;
	readonly to: number;
	readonly weight: number;
}

function datesOf(entry: Entry): DatedSpan[] {
	if (entry.kind === 'source') return [];
	const spans: DatedSpan[] = [];
	const add = (text: string | undefined, weight: number) => {
		const date = text ? parseEdtf(text) : null;
		if (!date) return;
		const { end, start } = date;
		const first = start ?? end!;
		const last = end ?? start!;
		spans.push({ from: dayNumber(firstDay(first)), to: dayNumber(lastDay(last)), weight });
	};
	const addDated = (dated: { date: string; oldStyle?: string } | undefined, weight: number) => {
		add(dated?.date, weight);
		add(dated?.oldStyle, weight * 0.9);
	};
	// “7 February” is a name of the day that is kept then.
	for (const { text } of namesOf(entry)) for (const { from, to } of datesIn(text).dates) spans.push({ from, to, weight: NAMED });
	if (entry.kind === 'event' || entry.kind === 'figures' || entry.kind === 'question') addDated(entry.when, OWN);
	if (entry.kind === 'treaty') {
		addDated(entry.signed, OWN);
		addDated(entry.inForce, 170);
		addDated(entry.ended, 150);
	}
	if (entry.kind === 'person') {
		addDated(entry.born, 170);
		addDated(entry.died, 170);
	}
	for (const { account } of accountsOf(entry)) if (account.value && 'date' in account.value) addDated(account.value, MENTIONED);
	return spans;
}

function numbersOf(entry: Entry): { value: number; weight: number }[] {
	return accountsOf(entry).flatMap(({ account }) => {
		if (!isQuantity(account.value)) return [];
		const weight = entry.kind === 'figures' ? OWN : MENTIONED;
		return [...new Set(boundsOf(account.value))].filter((value) => value >= 2).map((value) => ({ value, weight }));
	});
}
