/** The assertions of the dataset, prepared once: for each entry the words it speaks of, and the texts that put what it holds. */
import type { Dataset } from '../dataset/dataset.ts';
import type { PersonEntry, Topic } from '../dataset/schema.ts';
import type { Shelf } from '../dataset/shelf.ts';
import { accountsOf } from '../dataset/walk.ts';
import { namesOf } from '../search/names.ts';
import { buildVocabulary, Vocabulary, type VocabularyData } from '../search/vocabulary.ts';
import { ACTOR_NAMES, actorsOf } from './actors.ts';
import { type Column, columnOf, openColumn, type StoredColumn, valueAt } from './column.ts';
import { AXIS, DEEP, featuresOf, NAMED, type Slot, YEAR } from './features.ts';
import { type Given, givenIn } from './given.ts';
import { type NameBook, type NameData, openNameBook, readNames } from './names.ts';
import type { Marks, Phrasing } from './phrasings.ts';
import { buildSpelling, Spelling, type SpellingData } from './spelling.ts';
import { type Stance, stanceOf } from './stance.ts';
import { inActiveOrder } from './word-order.ts';

/** What a text of an entry is: how people put a position, what a figure asks, what an account says, a name. */
export const UNIT_KINDS = ['account', 'ask', 'claim', 'label', 'name', 'phrasing'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** The texts of all entries as they are kept, flat: text u has the slots `slotStarts[u]` up to `slotStarts[u + 1]`, a slot its terms likewise. */
export interface StoredUnits {
	/** The account that a text is, by its place in `accountsOf`; −1 for other texts. */
	readonly accounts: Int16Array;
	/** The actors of a text, as bits by `ACTOR_NAMES`, and the first of them; −1 for none. */
	readonly actors: Uint16Array;
	readonly firstActors: Int8Array;
	/** The numbers, dates and words of order that a text gives, where it gives any: `Given`. */
	readonly given: StoredColumn;
	readonly kinds: Uint8Array;
	/** What a phrasing is marked with, by its text; none for other texts: `Marks`. */
	readonly marks: StoredColumn;
	/** The opposites that a text names, by the text; none for most: those of a `Stance`. */
	readonly poles: StoredColumn;
	/** The position that a text puts, by its place in the entry; −1 for none. */
	readonly positions: Int16Array;
	/** Whether a text denies: −1 for an odd number of negations. */
	readonly signs: Int8Array;
	readonly slotStarts: Uint32Array;
	/** The text of each slot, by its place among those of the entry. */
	readonly slotUnits: Uint16Array;
	/** Slots that the names of the entry do not have. */
	readonly specific: Uint8Array;
	/** Texts that are as short as what is compared with them, so that how they are meant is known. */
	readonly stanced: Uint8Array;
	readonly terms: Uint32Array;
	readonly termStarts: Uint32Array;
	readonly totals: Float32Array;
	readonly weights: Float32Array;
}

export interface Units extends StoredUnits {
	readonly given: Column<Given>;
	readonly marks: Column<Marks>;
	readonly poles: Column<Stance['poles']>;
}

/** The index as it is kept between starts: lists, and nothing that does anything. */
export interface StoredAssertions {
	readonly idf: Float32Array;
	readonly names: NameData;
	/**
	 * For each term the entries that have it, ascending, and how much they speak of it (0 to 255); and where it stands in the texts of each:
	 * those of posting p are `slotStarts[p]` up to `slotStarts[p + 1]` of `slots`, twice the number of the slot, and one more where the term
	 * is the word of the slot itself.
	 */
	readonly postings: {
		readonly entries: Uint16Array;
		readonly slotStarts: Uint32Array;
		readonly slots: Uint32Array;
		readonly starts: Uint32Array;
		readonly weights: Uint8Array;
	};
	/** For each term 1 where titles and texts write it with a capital as a rule, where no sentence begins: a name, or a word of one. */
	readonly proper: Uint8Array;
	readonly spelling: SpellingData;
	/** The texts of entry e are `unitStarts[e]` up to `unitStarts[e + 1]`. */
	readonly unitStarts: Uint32Array;
	readonly units: StoredUnits;
	readonly vocabulary: VocabularyData;
}

export interface AssertionIndex extends Omit<StoredAssertions, 'names' | 'spelling' | 'units' | 'vocabulary'> {
	readonly entries: TopicShelf;
	readonly kindOf: (id: string) => Topic['kind'] | undefined;
	readonly names: NameBook;
	/** The person of an id. */
	readonly personOf: (id: string) => PersonEntry | undefined;
	readonly spelling: Spelling;
	readonly units: Units;
	readonly vocabulary: Vocabulary;
}

/** The entries that a message may speak of, by their rows: all but the sources. */
export interface TopicShelf extends Pick<Shelf, 'ids' | 'kinds'> {
	/** The entry of a row, which is read when it is first asked for. */
	at(row: number): Topic;
}

/** The place of an entry among those that have a term, where it has it. */
export function postingOf({ entries, starts }: AssertionIndex['postings'], term: number, row: number): number | undefined {
	let low = starts[term]!;
	let high = starts[term + 1]!;
	const end = high;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (entries[middle]! < row) low = middle + 1;
		else high = middle;
	}
	return low < end && entries[low] === row ? low : undefined;
}

const topicsOf = ({ entries }: Dataset): Topic[] => entries.filter((entry): entry is Topic => entry.kind !== 'source');

/** The index over a dataset, from what was built of the very same dataset. */
export function openAssertions(dataset: Dataset, stored: StoredAssertions): AssertionIndex {
	const { shelf } = dataset;
	const positions = [...shelf.kinds.keys()].filter((position) => shelf.kinds[position] !== 'source');
	const entries: TopicShelf = {
		at: (row) => shelf.at(positions[row]!) as Topic,
		ids: positions.map((position) => shelf.ids[position]!),
		kinds: positions.map((position) => shelf.kinds[position]!),
	};
	const rows = new Map(entries.ids.map((id, row) => [id, row]));
	return {
		...stored,
		entries,
		kindOf: (id) => entries.kinds[rows.get(id) ?? -1] as Topic['kind'] | undefined,
		names: openNameBook(entries, stored.names),
		personOf(id) {
			const row = rows.get(id);
			return row !== undefined && entries.kinds[row] === 'person' ? (entries.at(row) as PersonEntry) : undefined;
		},
		spelling: new Spelling(stored.spelling),
		units: {
			...stored.units,
			given: openColumn(stored.units.given),
			marks: openColumn(stored.units.marks),
			poles: openColumn(stored.units.poles),
		},
		vocabulary: new Vocabulary(stored.vocabulary),
	};
}

/** How a text is meant, where that is known. */
export function stanceAt({ poles, signs, stanced }: Units, unit: number): Pick<Stance, 'poles' | 'sign'> | undefined {
	return stanced[unit] ? { poles: valueAt(poles, unit) ?? NO_POLES, sign: signs[unit] as -1 | 1 } : undefined;
}

const NO_POLES: Stance['poles'] = new Map();

/** What a phrasing is marked with; none for other texts. */
export const marksAt = ({ marks }: Units, unit: number): Marks | undefined => valueAt(marks, unit);

const BAG = {
	account: 0.65,
	alias: 1,
	ask: 1,
	claim: 1,
	counts: 0.7,
	keyword: 0.95,
	label: 1,
	name: 1,
	phrasing: 0.8,
	related: 0.8,
	summary: 0.9,
};
/** Years and synonyms say less than the word itself. */
const YEAR_SHARE = 0.4;
const SYNONYM_SHARE = 0.85;
const FILLER_SHARE = 0.15;
const PART_OF_RUN = 0.6;

interface Draft {
	readonly account?: number;
	readonly bag: number;
	readonly kind?: UnitKind;
	readonly phrasing?: Phrasing;
	readonly position?: number;
	/** How people put an account, not the account itself. */
	readonly put?: true;
	readonly text: string;
}

/** How often such a word has a capital of all times that it is met: it may stand first in a sentence as well. */
const PROPER_SHARE = 0.5;

function draftsOf(entry: Topic, dataset: Dataset, phrasings: readonly Phrasing[]): Draft[] {
	const drafts: Draft[] = [];
	for (const { text, title } of namesOf(entry))
		drafts.push({ bag: title ? BAG.name : BAG.alias, kind: entry.kind === 'figures' ? 'ask' : 'name', text });
	for (const text of entry.keywords ?? []) drafts.push({ bag: BAG.keyword, kind: entry.kind === 'figures' ? 'ask' : undefined, text });
	drafts.push({ bag: BAG.summary, text: entry.summary });
	for (const id of entry.related ?? []) {
		const other = dataset.get(id);
		if (other && (other.kind === 'event' || other.kind === 'treaty' || other.kind === 'place' || other.kind === 'person'))
			drafts.push({ bag: BAG.related, text: other.name.en });
	}
	if (entry.kind === 'question') {
		entry.positions.forEach(({ claims = [], label }, position) => {
			for (const text of Object.values(label)) drafts.push({ bag: BAG.label, kind: 'label', position, text });
			for (const text of claims) drafts.push({ bag: BAG.claim, kind: 'claim', position, text });
		});
	}
	if (entry.kind === 'figures') drafts.push({ bag: BAG.counts, text: entry.counts.includes }, { bag: BAG.ask, text: entry.unit });
	if (entry.kind === 'person') {
		drafts.push({ bag: BAG.summary, text: entry.country });
		for (const { role } of entry.roles) drafts.push({ bag: BAG.summary, kind: 'account', text: role });
	}
	if (entry.kind === 'treaty') {
		for (const { article, says } of entry.articles ?? []) drafts.push({ bag: BAG.account, kind: 'account', text: `${article} ${says}` });
		for (const text of [...entry.parties, ...(entry.signatories ?? []).map(({ name }) => name), entry.signedAt ?? ''])
			if (text) drafts.push({ bag: BAG.summary, text });
	}
	if (entry.kind === 'place') for (const { by } of entry.held ?? []) drafts.push({ bag: BAG.summary, text: by });
	accountsOf(entry).forEach(({ account, position }, index) => {
		const place = entry.kind === 'question' ? entry.positions.findIndex(({ id }) => id === position) : undefined;
		// What accounts say of a question or a number stands in its positions and its asking already.
		const kind = entry.kind === 'question' || entry.kind === 'figures' ? undefined : 'account';
		drafts.push({ account: index, bag: BAG.account, kind, position: place, text: account.says });
		// Many wordings of what a topic's accounts say must not make the topic speak of nearly every sentence.
		const bag = kind ? BAG.account : BAG.claim;
		for (const text of account.claims ?? [])
			drafts.push({ account: index, bag, kind: kind ?? (place === undefined ? 'ask' : 'claim'), position: place, put: true, text });
	});
	for (const phrasing of phrasings) {
		const position = entry.kind === 'question' ? entry.positions.findIndex(({ id }) => id === phrasing.position) : undefined;
		drafts.push({ bag: BAG.phrasing, kind: 'phrasing', phrasing, position, text: phrasing.text });
	}
	return drafts;
}

/** The weight of a slot by the rarest of its good meanings: a rare word for a common thought weighs as the thought does. */
export function weightOf(slot: Slot, idf: (term: string) => number | undefined, unknown: number): number {
	if (slot.terms[0]!.startsWith(YEAR)) return YEAR_SHARE * unknown * 0.6;
	const own = idf(slot.terms[0]!);
	const meant = slot.terms
		.slice(1)
		.map((term) => (term.startsWith(NAMED) ? undefined : idf(term)))
		.filter((weight) => weight !== undefined);
	const concept = meant.length > 0 ? Math.min(...meant) * 1.25 + 0.4 : undefined;
	let weight = own === undefined ? (concept ?? unknown) : concept === undefined ? own : Math.min(own, concept);
	if (slot.names.length > 0) weight = Math.max(weight, own ?? 0);
	if (slot.filler) weight *= FILLER_SHARE;
	if (slot.script === 'han' && slot.terms.length === 1 && slot.names.length === 0) weight *= PART_OF_RUN;
	return weight;
}

/** How well a term stands for a word: the word itself, then a name, a concept, a synonym. */
export function qualityOf(term: string, first: boolean): number {
	if (first) return 1;
	const mark = term[0];
	return mark === NAMED ? 1 : mark === DEEP ? 0.95 : mark === AXIS ? 0.8 : mark === '~' ? SYNONYM_SHARE : 0.85;
}

/** “Roosevelt” in what is told of Portsmouth is the one who has to do with it. */
function meantHere(slot: Slot, isNear: (id: string) => boolean | undefined): Slot {
	const near = slot.names.length > 1 ? slot.names.filter(isNear) : [];
	if (near.length === 0) return slot;
	return { ...slot, names: near, terms: slot.terms.filter((term) => !term.startsWith(NAMED) || near.includes(term.slice(NAMED.length))) };
}

interface DraftUnit extends Draft {
	readonly slots: readonly { readonly slot: Slot; readonly specific?: boolean; readonly terms: readonly number[] }[];
	readonly stance?: Pick<Stance, 'poles' | 'sign'>;
}

/**
 * Reads every text of the dataset and every phrasing. Takes some seconds; the result is some tens of megabytes and never changes. `lexicon`:
 * words of a language, in lower case, none of which is a slip of the pen.
 */
export function buildAssertions(dataset: Dataset, phrasings: readonly Phrasing[], lexicon: readonly string[]): StoredAssertions {
	const entries = topicsOf(dataset);
	const words = new Set(lexicon);
	const nameData = readNames(entries, (text) => words.has(text));
	const names = openNameBook(dataset.shelf, nameData);
	const put = Map.groupBy(phrasings, ({ entry }) => entry);
	const interned = new Map<string, number>();
	const intern = (term: string) => {
		let id = interned.get(term);
		if (id === undefined) {
			id = interned.size;
			interned.set(term, id);
		}
		return id;
	};
	const bags: Map<number, number>[] = [];
	const drafts: DraftUnit[][] = [];
	/** Of each term how often it was met in what was written with care, and how often with a capital. */
	const met = new Map<number, { capital: number; total: number }>();
	for (const entry of entries) {
		const bag = new Map<number, number>();
		const raise = (term: number, weight: number) => {
			if ((bag.get(term) ?? 0) < weight) bag.set(term, weight);
		};
		const units: DraftUnit[] = [];
		const isNear = (id: string) => id === entry.id || entry.related?.includes(id) || dataset.get(id)?.related?.includes(entry.id) === true;
		for (const draft of draftsOf(entry, dataset, put.get(entry.id) ?? [])) {
			// An account tells with every turn of its own; only how people put it is as short as what it is compared with.
			const isPut =
				draft.kind === 'claim' || draft.kind === 'label' || draft.kind === 'phrasing' || (draft.kind === 'account' && draft.put);
			const stance = isPut ? stanceOf(draft.text) : undefined;
			const slots = featuresOf(stance?.text || draft.text, names).slots.map((read) => {
				const slot = meantHere(read, isNear);
				return { slot, terms: slot.terms.map(intern) };
			});
			if (!isPut)
				for (const { slot, terms } of slots) {
					if (slot.script !== 'latin' && slot.script !== 'cyrillic') continue;
					const known = met.get(terms[0]!) ?? { capital: 0, total: 0 };
					met.set(terms[0]!, { capital: known.capital + Number(slot.capital), total: known.total + 1 });
				}
			for (const { slot, terms } of slots)
				terms.forEach((term, index) => raise(term, draft.bag * qualityOf(slot.terms[index]!, index === 0)));
			if (draft.kind && slots.length > 0) units.push({ ...draft, slots, stance: stance && { poles: stance.poles, sign: stance.sign } });
		}
		const named = new Set(
			units.filter(({ kind }) => kind === 'name' || kind === 'ask').flatMap(({ slots }) => slots.flatMap(({ terms }) => terms)),
		);
		for (const unit of units)
			(unit as { slots: DraftUnit['slots'] }).slots = unit.slots.map((one) => ({
				...one,
				specific: !one.terms.some((term) => named.has(term)),
			}));
		raise(intern(NAMED + entry.id), 1);
		for (const id of entry.related ?? []) raise(intern(NAMED + id), BAG.related);
		bags.push(bag);
		drafts.push(units);
	}
	const terms = buildVocabulary(interned.keys());
	const vocabulary = new Vocabulary(terms);
	const ids = Uint32Array.from(interned.keys(), (term) => vocabulary.idOf(term)!);
	const counts = new Uint32Array(vocabulary.size);
	for (const bag of bags) for (const term of bag.keys()) counts[ids[term]!]!++;
	const idf = Float32Array.from(counts, (count) => Math.log(1 + entries.length / (0.5 + count)));
	const proper = new Uint8Array(vocabulary.size);
	for (const [term, { capital, total }] of met) proper[ids[term]!] = Number(capital / total >= PROPER_SHARE);
	const unitStarts = startsOf(drafts.map((list) => list.length));
	const units = {
		...flatten(drafts.flat(), ids, idf, vocabulary, unknownWeight(entries.length)),
		slotUnits: Uint16Array.from(drafts.flatMap((list) => list.flatMap(({ slots }, place) => slots.map(() => place)))),
	};
	const spelling = buildSpelling(
		entries.flatMap((entry) => draftsOf(entry, dataset, []).map(({ text }) => text)),
		phrasings.map(({ text }) => text),
		lexicon,
	);
	return {
		idf,
		names: nameData,
		postings: postingsOf(bags, ids, counts, unitStarts, units),
		proper,
		spelling,
		unitStarts,
		units,
		vocabulary: terms,
	};
}

/** What a word weighs that no entry has. */
export const unknownWeight = (entries: number): number => Math.log(1 + entries / 0.5);

function postingsOf(
	bags: readonly ReadonlyMap<number, number>[],
	ids: Uint32Array,
	counts: Uint32Array,
	unitStarts: Uint32Array,
	{ slotStarts: slotsOfUnits, termStarts, terms }: Pick<Units, 'slotStarts' | 'termStarts' | 'terms'>,
): AssertionIndex['postings'] {
	const starts = startsOf(counts);
	const next = starts.slice();
	const total = starts.at(-1)!;
	const entries = new Uint16Array(total);
	const weights = new Uint8Array(total);
	// The posting of each term of a slot.
	const places = new Uint32Array(terms.length);
	const occurring = new Uint32Array(total);
	bags.forEach((bag, entry) => {
		const own = new Map<number, number>();
		for (const [term, weight] of bag) {
			const at = next[ids[term]!]!++;
			entries[at] = entry;
			weights[at] = Math.round(weight * 255);
			own.set(ids[term]!, at);
		}
		const from = termStarts[slotsOfUnits[unitStarts[entry]!]!]!;
		const to = termStarts[slotsOfUnits[unitStarts[entry + 1]!]!]!;
		for (let at = from; at < to; at++) {
			places[at] = own.get(terms[at]!)!;
			occurring[places[at]!]!++;
		}
	});
	const slotStarts = startsOf(occurring);
	const free = slotStarts.slice();
	const slots = new Uint32Array(terms.length);
	for (let slot = 0; slot + 1 < termStarts.length; slot++)
		for (let at = termStarts[slot]!; at < termStarts[slot + 1]!; at++)
			slots[free[places[at]!]!++] = slot * 2 + Number(at === termStarts[slot]);
	return { entries, slotStarts, slots, starts, weights };
}

function flatten(
	drafts: readonly DraftUnit[],
	ids: Uint32Array,
	idf: Float32Array,
	vocabulary: Vocabulary,
	unknown: number,
): Omit<StoredUnits, 'slotUnits'> {
	const slots = drafts.flatMap((draft) => draft.slots);
	const idfOf = (term: string) => {
		const id = vocabulary.idOf(term);
		return id === undefined ? undefined : idf[id]!;
	};
	const weights = Float32Array.from(slots, ({ slot }) => weightOf(slot, idfOf, unknown));
	const actors = drafts.map(({ text }) => actorsOf(inActiveOrder(text)));
	const slotStarts = startsOf(drafts.map((draft) => draft.slots.length));
	return {
		accounts: Int16Array.from(drafts, ({ account }) => account ?? -1),
		actors: Uint16Array.from(actors, (names) => names.reduce((bits, name) => bits | (1 << ACTOR_NAMES.indexOf(name)), 0)),
		firstActors: Int8Array.from(actors, (names) => (names.length > 0 ? ACTOR_NAMES.indexOf(names[0]!) : -1)),
		given: columnOf(drafts.map(({ account, phrasing, text }) => (phrasing || account !== undefined ? givenIn(text) : undefined))),
		kinds: Uint8Array.from(drafts, ({ kind }) => UNIT_KINDS.indexOf(kind!)),
		marks: columnOf(drafts.map(({ phrasing }) => phrasing && marksOf(phrasing))),
		poles: columnOf(drafts.map(({ stance }) => (stance && stance.poles.size > 0 ? stance.poles : undefined))),
		positions: Int16Array.from(drafts, ({ position }) => position ?? -1),
		signs: Int8Array.from(drafts, ({ stance, text }) => stance?.sign ?? stanceOf(text).sign),
		slotStarts,
		specific: Uint8Array.from(slots, ({ specific }) => Number(specific)),
		stanced: Uint8Array.from(drafts, ({ stance }) => Number(stance !== undefined)),
		terms: Uint32Array.from(slots.flatMap(({ terms }) => terms.map((term) => ids[term]!))),
		termStarts: startsOf(slots.map(({ terms }) => terms.length)),
		totals: Float32Array.from(drafts, (_, unit) =>
			weights.subarray(slotStarts[unit], slotStarts[unit + 1]).reduce((sum, weight) => sum + weight, 0),
		),
		weights,
	};
}

const marksOf = ({ agree, beyond, denies, differ, field, wrong }: Phrasing): Marks => ({ agree, beyond, denies, differ, field, wrong });

function startsOf(lengths: ArrayLike<number>): Uint32Array {
	const starts = new Uint32Array(lengths.length + 1);
	for (let index = 0; index < lengths.length; index++) starts[index + 1] = starts[index]! + lengths[index]!;
	return starts;
}
