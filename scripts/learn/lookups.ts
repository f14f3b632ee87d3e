/** Lookups as the learner sees them: of each the rows of evidence that the search weighs, and which of them are right. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../src/dataset/dataset.ts';
import type { Kind } from '../../src/dataset/schema.ts';
import { phrasingsIn } from '../../src/knowledge.ts';
import type { Trees } from '../../src/learned/trees.ts';
import { createFinder, type Finder, type FinderParts, type Weighed } from '../../src/search/finder.ts';
import { fold, nameKey } from '../../src/search/fold.ts';
import { buildIndex } from '../../src/search/index.ts';
import { STRANGERS } from '../../src/search/strangers.ts';
import { readLookups } from '../../tests/eval/measure.ts';
import { dice, type Group } from './boost.ts';
import { slipped } from './slips.ts';

export interface Labelled {
	readonly class: string;
	readonly command: string;
	readonly expect: readonly string[];
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

/** Rows of one entry stay together: what is learned of it from one must not help with another that is measured. */
export function foldOf({ expect, query }: Labelled, folds: number): number {
	let hash = 7;
	for (const letter of expect[0] ?? query) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
	return (hash >>> 3) % folds;
}

/** What counts how much beside a lookup that was written by somebody and is answered. */
const NONE_WEIGHT = 2;
const ABSENT_SHARE = 0.25;
const ABSENT_WEIGHT = 0.15;
const ELSEWHERE_WEIGHT = 0.6;

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

export class Workshop {
	readonly #dataset: Dataset;
	readonly #ids: readonly string[];
	readonly #index: ReturnType<typeof buildIndex>;

	constructor(dataset: Dataset, directory: string) {
		this.#dataset = dataset;
		this.#ids = dataset.entries.map(({ id }) => id);
		const positions = new Map(dataset.entries.map(({ id }, position) => [id, position]));
		const wordings = phrasingsIn(directory, dataset).phrasings.map(({ entry, text }) => ({ entry: positions.get(entry)!, text }));
		this.#index = buildIndex(dataset.entries, wordings);
	}

	finder(parts: FinderParts): Finder {
		return createFinder(this.#dataset.entries, this.#index, parts);
	}

	/**
	 * What the search weighs for each lookup; lookups that a rule decides, or whose right entry is not weighed, teach nothing. Of some
	 * a second example is made in which the right entry and all that is related to it did not exist: then nothing is right.
	 */
	examplesOf(lookups: readonly Labelled[], model: Trees): LookupExample[] {
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
			return [{ class: 'elsewhere', command: lookup.command, expect: [], query, weight: ELSEWHERE_WEIGHT * (lookup.weight ?? 1) }];
		});
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
		return query === undefined ? [] : [{ ...lookup, class: 'slip', query, weight: 0.4 * (lookup.weight ?? 1) }];
	});
}
