/**
 * Whether the texts that speak for one way of telling also speak of each thing that a clause names: “Brezhnev flew to Tokyo” is like what is
 * told of Gromyko's flight, but for the name, and none of the texts that tell of a flight tells it of Brezhnev.
 */
import { MATCHED_MIN, NOTIONS, type Notion, notionOf } from './differences.ts';
import { AXIS } from './features.ts';
import type { AssertionIndex } from './index.ts';
import type { UnitFit } from './match.ts';
import type { Reading, ReadSlot } from './reading.ts';

/** The words of a clause, and which of them each of some texts has. */
export interface Shared {
	readonly has: readonly Uint8Array[];
	readonly notions: readonly Notion[];
	readonly slots: readonly ReadSlot[];
	readonly texts: readonly UnitFit[];
}

export function sharedWords({ slots }: Reading, entry: string, texts: readonly UnitFit[], index: AssertionIndex): Shared {
	const { slotStarts, terms, termStarts } = index.units;
	const own = slots.filter(({ inherited, slot }) => !inherited && !slot.filler && !slot.names.includes(entry));
	const holders = new Map<number, number[]>();
	own.forEach(({ meanings }, place) => {
		for (const { quality, term } of meanings) {
			if (quality < MATCHED_MIN || index.vocabulary.terms[term]![0] === AXIS) continue;
			const known = holders.get(term);
			if (known) known.push(place);
			else holders.set(term, [place]);
		}
	});
	const has = texts.map(({ unit }) => {
		const found = new Uint8Array(own.length);
		for (let at = termStarts[slotStarts[unit]!]!; at < termStarts[slotStarts[unit + 1]!]!; at++)
			for (const place of holders.get(terms[at]!) ?? []) found[place] = 1;
		return found;
	});
	return { has, notions: own.map((one) => notionOf(one, index)), slots: own, texts };
}

export interface Support {
	/** By notion, how much less the texts are like the clause that have its least supported word, than the most like of all. */
	readonly deficit: Readonly<Record<Notion, number>>;
	/** By notion, how much more other texts speak for a word than these do. */
	readonly elsewhere: Readonly<Record<Notion, number>>;
	/** How much of what is said of the least supported name any of the texts says that has the name, less what any of them says. */
	readonly paired: number;
	/** How much of the clause, by weight, these texts speak of, each word by the text most like the clause that has it. */
	readonly share: number;
}

const blank = (): Record<Notion, number> => ({ happening: 0, name: 0, person: 0, place: 0, state: 0, word: 0, year: 0 });
const isName = (notion: Notion) => notion === 'person' || notion === 'place' || notion === 'state' || notion === 'name';

/** What speaks for a clause among the texts that `isOf` takes, beside all others. */
export function supportOf({ has, notions, slots, texts }: Shared, isOf: (text: UnitFit) => boolean): Support {
	const same = new Float32Array(slots.length);
	const other = new Float32Array(slots.length);
	const said = new Float32Array(slots.length);
	let best = 0;
	let most = 0;
	let told = 0;
	const toTell = slots.reduce((sum, { weight }, place) => (isName(notions[place]!) ? sum : sum + weight), 0);
	texts.forEach((text, at) => {
		const mine = isOf(text);
		const to = mine ? same : other;
		let tells = 0;
		for (let place = 0; place < slots.length; place++) {
			if (!has[at]![place]) continue;
			if (text.fit > to[place]!) to[place] = text.fit;
			if (!isName(notions[place]!)) tells += slots[place]!.weight;
		}
		if (!mine) return;
		if (text.fit > best) best = text.fit;
		const share = toTell === 0 ? 0 : tells / toTell;
		if (share > most) most = share;
		for (let place = 0; place < slots.length; place++) if (has[at]![place] && share > said[place]!) said[place] = share;
	});
	const deficit = blank();
	const elsewhere = blank();
	let paired = 0;
	let total = 0;
	slots.forEach(({ weight }, place) => {
		const notion = notions[place]!;
		deficit[notion] = Math.max(deficit[notion], best - same[place]!);
		elsewhere[notion] = Math.max(elsewhere[notion], other[place]! - same[place]!);
		told += weight * same[place]!;
		total += weight;
		if (isName(notion)) paired = Math.min(paired, said[place]! - most);
	});
	return { deficit, elsewhere, paired, share: total === 0 ? 0 : told / total };
}

export const SUPPORTED: readonly Notion[] = NOTIONS.filter((notion) => notion !== 'year');
