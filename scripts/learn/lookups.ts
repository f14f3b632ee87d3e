/** Lookups as the learner sees them: of each the rows of evidence that the search weighs, and which of them are right. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { LABELLED } from '../../src/dataset/read.ts';
import type { Kind } from '../../src/dataset/schema.ts';
import { phrasingsIn } from '../../src/knowledge.ts';
import { type AffinityModel, bagOf, NOTHING } from '../../src/learned/affinity.ts';
import { bagWordsOf, isPair } from '../../src/search/affinity.ts';
import { createFinder, type Finder, type FinderParts, type Weighed } from '../../src/search/finder.ts';
import { fold, nameKey } from '../../src/search/fold.ts';
import { buildIndex } from '../../src/search/index.ts';
import type { SearchModel } from '../../src/search/judge.ts';
import { namesOf, textsOf } from '../../src/search/names.ts';
import { readQuery } from '../../src/search/query.ts';
import { Ranker } from '../../src/search/rank.ts';
import { STRANGERS } from '../../src/search/strangers.ts';
import { Vocabulary } from '../../src/search/vocabulary.ts';
import type { Wording } from '../../src/search/wordings.ts';
import { readLookups } from '../../tests/eval/measure.ts';
import { learnBags, type TextOf } from './affinity.ts';
import { dice, type Group } from './boost.ts';
import { slipped } from './slips.ts';

export interface Labelled {
	readonly class: string;
	readonly command: string;
	readonly expect: readonly string[];
	/** The lookup that it was made from. */
	readonly from?: string;
	readonly query: string;
	/** How much it counts; 1 where nothing is said. */
	readonly weight?: number;
}

export interface LookupExample extends Group {
	/** The entries of the rows. */
	readonly entries: readonly number[];
	readonly lookup: Labelled;
}

const ANY_KIND: ReadonlySet<string> = new Set(['ask', 'search']);
export const kindsOf = ({ command }: Labelled): readonly Kind[] | undefined => (ANY_KIND.has(command) ? undefined : [command as Kind]);

/** The labelled lookups, and the tune part of the evaluation set. */
export function readLabelled(): Labelled[] {
	const file = readFileSync(join(import.meta.dirname, 'queries.jsonl'), 'utf8');
	const written = file
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Labelled);
	return [...written, ...readLookups().filter(({ split }) => split === 'tune')];
}

/** What stays together when lookups are parted: those of one entry, or only one lookup with what was made from it. */
export type Parted = 'entries' | 'lookups';

export function foldOf({ expect, from, query }: Labelled, folds: number, parted: Parted): number {
	let hash = 7;
	for (const letter of (parted === 'entries' ? expect[0] : undefined) ?? from ?? query)
		hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
	return (hash >>> 3) % folds;
}

/** What counts how much beside a lookup that was written by somebody and is answered. */
const NONE_WEIGHT = 2;
const ABSENT_SHARE = 0.25;
const ABSENT_WEIGHT = 0.15;
const ELSEWHERE_WEIGHT = 0.6;
const UNLEARNED_SHARE = 0.12;
const UNLEARNED_WEIGHT = 0.4;

const ONSETS = ['b', 'd', 'g', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'z', 'br', 'st', 'gr', 'kh', 'ch'];
const VOWELS = ['a', 'e', 'i', 'o', 'u'];
const ONSETS_CYRILLIC = ['б', 'д', 'г', 'к', 'л', 'м', 'н', 'п', 'р', 'с', 'т', 'в', 'з', 'бр', 'ст', 'х'];
const VOWELS_CYRILLIC = ['а', 'е', 'и', 'о', 'у', 'я'];

/** A name that nobody bears. */
function invented(random: () => number, isCyrillic: boolean): string {
	const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!;
	const [onsets, vowels] = isCyrillic ? [ONSETS_CYRILLIC, VOWELS_CYRILLIC] : [ONSETS, VOWELS];
	return Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(onsets) + pick(vowels)).join('') + pick(onsets).slice(0, 1);
}

/** How the nearness of entries is learned. */
const LESSON = { epochs: 16, leftOut: 0.3, others: 40, rate: 0.1, size: 40, textsMin: () => 2, voices: 1 };
const PAIRS_MAX = 8_000;
/** Texts of an entry that say less of it are not learned. */
const TEXT_WEIGHT_MIN = 0.5;

export class Workshop {
	readonly #dataset: Dataset;
	readonly #ids: readonly string[];
	readonly #index: ReturnType<typeof buildIndex>;
	readonly #wordings: readonly Wording[];
	/** What messages say: learned from, not searched. */
	readonly #labelled: readonly Wording[];
	readonly #vocabulary: Vocabulary;
	readonly #ranker: Ranker;
	readonly #terms = new Map<string, number>();
	/** What the dataset and the phrasings say, as it is learned. */
	#told: readonly TextOf[] | undefined;

	constructor(dataset: Dataset, directory: string) {
		this.#dataset = dataset;
		this.#ids = dataset.entries.map(({ id }) => id);
		const positions = new Map(dataset.entries.map(({ id }, position) => [id, position]));
		this.#wordings = phrasingsIn(directory, dataset).phrasings.map(({ entry, text }) => ({ entry: positions.get(entry)!, text }));
		this.#labelled = phrasingsIn(directory, dataset, LABELLED).phrasings.map(({ entry, text }) => ({ entry: positions.get(entry)!, text }));
		this.#index = buildIndex(dataset.entries, this.#wordings);
		const { starts } = this.#index.postings;
		this.#vocabulary = new Vocabulary(this.#index.vocabulary, (term) => starts[term + 1]! - starts[term]!);
		const kinds = dataset.entries.map(({ kind }) => kind);
		this.#ranker = new Ranker(this.#index, kinds, this.#vocabulary);
	}

	/** The words of a text as the search weighs them. */
	#bagOf(text: string): TextOf['bag'] {
		const vocabulary = this.#vocabulary;
		const query = readQuery(text, vocabulary);
		const numberOf = (term: string) => {
			const known = this.#terms.get(term) ?? this.#terms.size;
			if (known === this.#terms.size) this.#terms.set(term, known);
			return known;
		};
		return bagOf(
			bagWordsOf(query, this.#ranker.weightsOf(query), vocabulary).map(({ terms, weight }) => ({ terms: terms.map(numberOf), weight })),
		);
	}

	/** Which words are used of which entry, learned from what the dataset and the phrasings say and from these lookups. */
	affinity(lookups: readonly Labelled[]): AffinityModel {
		this.#told ??= [
			...this.#dataset.entries.flatMap((entry, row) =>
				[...namesOf(entry), ...textsOf(entry).filter(({ weight }) => weight >= TEXT_WEIGHT_MIN)].map(
					({ text }): TextOf => ({ bag: this.#bagOf(text), rows: [row] }),
				),
			),
			...[...this.#wordings, ...this.#labelled].map(({ entry, text }): TextOf => ({ bag: this.#bagOf(text), rows: [entry] })),
		];
		const nothing = this.#ids.length;
		const asked = lookups.map(({ expect, query }): TextOf => {
			const rows = expect.map((id) => this.#ids.indexOf(id)).filter((row) => row >= 0);
			return { bag: this.#bagOf(query), rows: expect.length === 0 ? [nothing] : rows };
		});
		const texts = [...this.#told, ...asked].filter(({ bag, rows }) => bag.length > 0 && rows.length > 0);
		const having = Array.from({ length: this.#terms.size }, () => new Set<number>());
		for (const { bag, rows } of texts) for (const [term] of bag) for (const row of rows) having[term]!.add(row);
		const rowsWith = having.map((rows) => [...rows]);
		return learnBags({
			...LESSON,
			entries: [...this.#ids, NOTHING],
			having: (term) => rowsWith[term]!,
			scarce: { is: isPair, most: PAIRS_MAX },
			terms: [...this.#terms.keys()],
			texts,
		});
	}

	finder(parts: FinderParts): Finder {
		return createFinder(this.#dataset.entries, this.#index, parts);
	}

	/**
	 * What the search weighs for each lookup; lookups that a rule decides, or whose right entry is not weighed, teach nothing. Of some
	 * a second example is made in which the right entry and all that is related to it did not exist: then nothing is right.
	 */
	examplesOf(lookups: readonly Labelled[], model: SearchModel): LookupExample[] {
		const examples: LookupExample[] = [];
		let seen: Weighed | undefined;
		const finder = this.finder({
			model,
			observe: (weighed) => {
				seen = weighed;
			},
		});
		const random = dice(3);
		const { entries, starts } = this.#index.related;
		for (const lookup of lookups) {
			seen = undefined;
			finder.find(lookup.query, { kinds: kindsOf(lookup) });
			if (!seen || seen.rows.length === 0) continue;
			const right = seen.entries.flatMap((entry, index) => (lookup.expect.includes(this.#ids[entry]!) ? [index] : []));
			if (right.length === 0 && lookup.expect.length > 0) continue;
			const weight = (lookup.weight ?? 1) * (right.length === 0 ? NONE_WEIGHT : 1);
			examples.push({ entries: seen.entries, lookup, right, rows: seen.rows, weight });
			// Entries may be added before their words are learned, and whole datasets are searched of which nothing was.
			const isRight = new Set(right.map((place) => seen!.entries[place]!));
			if (random() < UNLEARNED_SHARE)
				examples.push({
					entries: seen.entries,
					lookup: { ...lookup, class: 'unlearned' },
					right,
					rows: seen.learnedOf(() => false),
					weight: weight * UNLEARNED_WEIGHT,
				});
			if (right.length > 0 && random() < UNLEARNED_SHARE)
				examples.push({
					entries: seen.entries,
					lookup: { ...lookup, class: 'unlearned' },
					right,
					rows: seen.learnedOf((entry) => !isRight.has(entry)),
					weight: weight * UNLEARNED_WEIGHT,
				});
			if (right.length === 0 || random() > ABSENT_SHARE) continue;
			const absent = new Set<number>();
			for (const id of lookup.expect) {
				const entry = this.#ids.indexOf(id);
				absent.add(entry);
				for (let i = starts[entry]!; i < starts[entry + 1]!; i++) absent.add(entries[i]!);
			}
			const rows = seen.among((entry) => !absent.has(entry));
			const left = seen.entries.filter((entry) => !absent.has(entry));
			if (rows.length > 0)
				examples.push({ entries: left, lookup: { ...lookup, class: 'absent' }, right: [], rows, weight: weight * ABSENT_WEIGHT });
		}
		return examples;
	}

	/** Lookups in which the name of what is meant is put instead by a name of other history: then nothing here is meant. */
	elsewhere(lookups: readonly Labelled[], seed: number): Labelled[] {
		const random = dice(seed);
		const latin = STRANGERS.split(' ').filter((word) => /^[a-z]{4,}$/.test(word));
		const cyrillic = STRANGERS.split(' ').filter((word) => /^[а-яё]{4,}$/.test(word));
		const { names } = this.#index;
		return lookups.flatMap((lookup) => {
			const entry = this.#ids.indexOf(lookup.expect[0] ?? '');
			if (entry < 0) return [];
			const lower = lookup.query.toLowerCase();
			const inside = names.texts
				.slice(names.starts[entry], names.starts[entry + 1])
				.filter((text) => text.length >= 4 && text.length < lower.length - 3 && lower.includes(text.toLowerCase()))
				.sort((a, b) => b.length - a.length)[0];
			if (inside === undefined) return [];
			const list = /[a-z]/i.test(inside) ? latin : /[а-я]/i.test(inside) ? cyrillic : undefined;
			if (!list) return [];
			const instead = random() < 0.5 ? list[Math.floor(random() * list.length)]! : invented(random, list === cyrillic);
			const at = lower.indexOf(inside.toLowerCase());
			const query = lookup.query.slice(0, at) + instead + lookup.query.slice(at + inside.length);
			return [
				{
					class: 'elsewhere',
					command: lookup.command,
					expect: [],
					from: lookup.query,
					query,
					weight: ELSEWHERE_WEIGHT * (lookup.weight ?? 1),
				},
			];
		});
	}

	/** Persons under the first name of another: nobody of whom the dataset knows. */
	misnamed(count: number, seed: number): Labelled[] {
		const random = dice(seed);
		const pairs = this.#dataset.entries.flatMap((entry) =>
			entry.kind === 'person'
				? namesOf(entry).flatMap(({ text }) => {
						const [first, last, ...more] = text.split(' ');
						return first && last && more.length === 0 && first.length > 3 && last.length > 3 ? [{ first, id: entry.id, last }] : [];
					})
				: [],
		);
		const borne = new Set(pairs.map(({ first, last }) => `${first} ${last}`));
		const isCyrillic = (text: string) => /[а-я]/iu.test(text);
		return Array.from({ length: count }, (): Labelled[] => {
			const { id, last, first: own } = pairs[Math.floor(random() * pairs.length)]!;
			const { first, id: other } = pairs[Math.floor(random() * pairs.length)]!;
			if (other === id || isCyrillic(first) !== isCyrillic(last) || borne.has(`${first} ${last}`) || first.slice(0, 3) === own.slice(0, 3))
				return [];
			const query = random() < 0.5 ? `${first} ${last}`.toLowerCase() : `${first} ${last}`;
			return [{ class: 'misnamed', command: random() < 0.5 ? 'person' : 'search', expect: [], query, weight: 0.3 }];
		}).flat();
	}

	/** Beginnings of names, and keywords alone: what they lead to is plain from the dataset. */
	beginnings(count: number, seed: number): Labelled[] {
		const random = dice(seed);
		const { entries } = this.#dataset;
		const { keywords, names } = this.#index;
		const keys = [...names.byKey].map((name) => names.keys[name]!);
		const entryOf = new Uint32Array(names.keys.length);
		entries.forEach((_, entry) => entryOf.fill(entry, names.starts[entry], names.starts[entry + 1]));
		const begun = Array.from({ length: count }, (): Labelled[] => {
			const name = Math.floor(random() * names.keys.length);
			const text = names.texts[name]!;
			const length = Math.max(5, Math.round(text.length * (0.45 + 0.45 * random())));
			if (length >= text.length - 1 || text.length > 50) return [];
			const query = text.slice(0, length).trim();
			const key = nameKey(fold(query));
			const meant = keys.flatMap((other, at) => (other.startsWith(key) ? [entries[entryOf[names.byKey[at]!]!]!] : []));
			const { kind, id } = entries[entryOf[name]!]!;
			const command = kind === 'question' || random() < 0.4 ? 'search' : kind;
			const expect = meant.filter((entry) => command === 'search' || entry.kind === kind).map((entry) => entry.id);
			return expect.length > 5 ? [] : [{ class: 'beginning', command, expect: [id, ...expect], query, weight: 0.25 }];
		}).flat();
		const keyed = Array.from({ length: count >> 1 }, (): Labelled[] => {
			const at = Math.floor(random() * keywords.keys.length);
			const key = keywords.keys[at]!;
			const held = keywords.keys.flatMap((other, place) => (other === key ? [entries[keywords.entries[place]!]!] : []));
			const keyword = (held[0]!.keywords ?? []).find((text) => nameKey(fold(text)) === key);
			if (keyword === undefined || held.length > 3) return [];
			const command = held[0]!.kind === 'question' || random() < 0.5 ? 'search' : held[0]!.kind;
			return [{ class: 'keyword', command, expect: held.map(({ id }) => id), query: keyword, weight: 0.2 }];
		}).flat();
		return [...begun, ...keyed];
	}

	/** Names with slips, as people would type them: of these there is no end, and no need to write them down. */
	names(count: number, seed: number): Labelled[] {
		const random = dice(seed);
		const { entries } = this.#dataset;
		const { names } = this.#index;
		const holders = Map.groupBy([...names.keys.keys()], (name) => names.keys[name]!);
		const entryOf = new Uint32Array(names.keys.length);
		entries.forEach((_, entry) => entryOf.fill(entry, names.starts[entry], names.starts[entry + 1]));
		return Array.from({ length: count }, (): Labelled[] => {
			const name = Math.floor(random() * names.keys.length);
			const entry = entries[entryOf[name]!]!;
			const query = slipped(names.texts[name]!, random);
			if (query === undefined || names.texts[name]!.length > 60) return [];
			const same = holders.get(names.keys[name]!)!.map((other) => entries[entryOf[other]!]!.id);
			const command = entry.kind === 'question' || random() < 0.35 ? 'search' : entry.kind;
			return [{ class: 'slip', command, expect: [entry.id, ...same], query, weight: 0.3 }];
		}).flat();
	}
}

/** The same lookups with slips, where a slip leaves enough to be known by. */
export function withSlips(lookups: readonly Labelled[], share: number, seed: number): Labelled[] {
	const random = dice(seed);
	return lookups.flatMap((lookup) => {
		if (random() > share || lookup.expect.length === 0) return [];
		const query = slipped(lookup.query, random);
		return query === undefined ? [] : [{ ...lookup, class: 'slip', from: lookup.query, query, weight: 0.4 * (lookup.weight ?? 1) }];
	});
}
