/**
 * What a clause says that a text does not, and the other way about, told apart by what it is. A text that is the same but for one
 * name is no rarer than a paraphrase by the words that are shared; by what stands in the place of the name it is its denial.
 */
import { ACTOR_CONCEPTS } from './actors.ts';
import { AXIS, NAMED, YEAR } from './features.ts';
import type { AssertionIndex } from './index.ts';
import type { Reading, ReadSlot } from './reading.ts';

/** What a word is, the most telling first. A name is a capital word that names no entry by itself. */
export const NOTIONS = ['person', 'place', 'happening', 'state', 'year', 'name', 'word'] as const;
export type Notion = (typeof NOTIONS)[number];

export interface Difference {
	/** By weight, what only the clause says, only the text, and both. */
	readonly clause: Readonly<Record<Notion, number>>;
	readonly shared: Readonly<Record<Notion, number>>;
	readonly text: Readonly<Record<Notion, number>>;
}

const NAME = NOTIONS.indexOf('name');
const WORD = NOTIONS.indexOf('word');
const notions = new WeakMap<AssertionIndex, Uint8Array>();

/** For each term of the vocabulary what it names. */
function notionsOf(index: AssertionIndex): Uint8Array {
	let known = notions.get(index);
	if (!known) {
		known = Uint8Array.from(index.vocabulary.terms, (term, place) => {
			if (term.startsWith(YEAR)) return NOTIONS.indexOf('year');
			if (ACTOR_CONCEPTS.has(term)) return NOTIONS.indexOf('state');
			if (!term.startsWith(NAMED)) return index.proper[place] ? NAME : WORD;
			const kind = index.kindOf(term.slice(NAMED.length));
			if (kind === 'person' || kind === 'place') return NOTIONS.indexOf(kind);
			return kind === 'event' || kind === 'treaty' ? NOTIONS.indexOf('happening') : WORD;
		});
		notions.set(index, known);
	}
	return known;
}

/** What a word of a clause is. */
export function notionOf({ meanings, slot }: ReadSlot, index: AssertionIndex): Notion {
	const known = notionsOf(index);
	let most = WORD;
	for (const { quality, term } of meanings) if (quality > 0.8 && known[term]! < most) most = known[term]!;
	if (most === WORD && slot.capital && slot.script !== 'han') return 'name';
	return NOTIONS[most]!;
}

const blank = (): Record<Notion, number> => ({ happening: 0, name: 0, person: 0, place: 0, state: 0, word: 0, year: 0 });
/** A meaning that is less sure is no match. */
export const MATCHED_MIN = 0.45;

/** How a clause differs from one text of the dataset. */
export function differenceBetween({ slots }: Reading, unit: number, index: AssertionIndex): Difference {
	const { slotStarts, terms, termStarts, weights } = index.units;
	const known = notionsOf(index);
	const meant = new Map<number, number>();
	for (const { meanings, slot } of slots) {
		if (slot.filler) continue;
		// The name of a pair of opposites is shared by both of them.
		for (const { quality, term } of meanings)
			if (quality >= MATCHED_MIN && index.vocabulary.terms[term]![0] !== AXIS) meant.set(term, Math.max(meant.get(term) ?? 0, quality));
	}
	const result = { clause: blank(), shared: blank(), text: blank() };
	const told = new Set<number>();
	for (let slot = slotStarts[unit]!; slot < slotStarts[unit + 1]!; slot++) {
		let notion = WORD;
		let best = 0;
		for (let at = termStarts[slot]!; at < termStarts[slot + 1]!; at++) {
			const term = terms[at]!;
			told.add(term);
			if (known[term]! < notion) notion = known[term]!;
			best = Math.max(best, meant.get(term) ?? 0);
		}
		result[best > 0 ? 'shared' : 'text'][NOTIONS[notion]!] += weights[slot]!;
	}
	for (const one of slots) {
		if (one.inherited || one.slot.filler) continue;
		if (one.meanings.some(({ quality, term }) => quality >= MATCHED_MIN && told.has(term) && index.vocabulary.terms[term]![0] !== AXIS))
			continue;
		result.clause[notionOf(one, index)] += one.weight;
	}
	return result;
}
