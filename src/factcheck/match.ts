/**
 * Which entries a clause speaks of.
 *
 * 1. Coverage: how much of the clause, by the weight of its words, an entry speaks of at all.
 * 2. Fit: the harmony of clause and text for the best of the entry's texts (a phrasing of a position, what a figure asks).
 * 3. Mass: how much weight is shared in all. Little mass is chance, however well it fits.
 */
import type { Kind, Topic } from '../dataset/schema.ts';
import { ACTOR_NAMES } from './actors.ts';
import { speaksOfPhrase } from './elsewhere.ts';
import { NAMED } from './features.ts';
import { type AssertionIndex, postingOf, stanceAt, UNIT_KINDS, type UnitKind } from './index.ts';
import type { Reading } from './reading.ts';
import { agreementOf } from './stance.ts';
import { WEIGHTS } from './weights.ts';

export interface UnitFit {
	/** Less than 1 where the text is about somebody else's deeds. */
	readonly actors: number;
	/** 1 the text says what the clause says, −1 the opposite. */
	readonly agreement: -1 | 1;
	readonly fit: number;
	readonly kind: UnitKind;
	readonly precision: number;
	readonly recall: number;
	/** How much of what the clause claims, by weight, the text itself says. */
	readonly said: number;
	/** How much of what the text says beyond the name of its entry, by weight, stands in the clause: of a reason, not of its question. */
	readonly specific: number;
	readonly unit: number;
}

export interface Candidate {
	readonly best: UnitFit | undefined;
	/** The best text of each kind. */
	readonly bests: Readonly<Partial<Record<UnitKind, UnitFit>>>;
	/** What the clause claims and the entry does not speak of, and what it names and the entry does not, by weight. */
	readonly beyond: number;
	readonly beyondNames: number;
	/** 0 to 1. */
	readonly coverage: number;
	/** The clause names something that the entry does not speak of, and the dataset does not hold. */
	readonly elsewhere: boolean;
	readonly entry: Topic;
	/** The shared weight. */
	readonly mass: number;
	/** Words of the clause's own of which the entry speaks. */
	readonly hits: number;
	/** The shared weight of the clause's own words, without what it took over. */
	readonly own: number;
	/** The best text that puts a position. */
	readonly put: UnitFit | undefined;
	readonly row: number;
	/** How much of what the clause claims one of its texts says. */
	readonly said: number;
	readonly units: readonly UnitFit[];
}

const COMPARED_MAX = 10;
const WANTED_MAX = 4;
/** An entry that shares less than this of what the foremost shares is not compared. */
const MASS_SHARE_MIN = 0.3;
/** A text of which less stands in the clause is another. */
const RECALL_MIN = 0.15;
/** Texts of one kind that are kept of an entry. */
const FITS_KEPT = 12;
/** Precision weighs more: a clause may leave out what a text has, but what it adds must have a ground. */
const fitOf = (precision: number, recall: number) =>
	((1 + WEIGHTS.match.beta * WEIGHTS.match.beta) * precision * recall) /
	(WEIGHTS.match.beta * WEIGHTS.match.beta * precision + recall || 1);

/** The topic of a clause: its row, and the term of its name. */
export interface Topical {
	readonly id: number;
	readonly row: number;
}

/** How surely an entry must speak of a topic (of 255) to be a question or number of it. */
const RELATED_MIN = 150;

export class Matcher {
	readonly #index: AssertionIndex;
	// Scratch space: allocating it anew for every clause would cost more than the clause.
	readonly #quality: Float32Array;
	readonly #touched: number[] = [];
	readonly #sum: Float32Array;
	readonly #mass: Float32Array;
	readonly #perSlot: Float32Array[] = [];
	/** For each term of the clause a list of the slots that may mean it: where it begins, and its links. */
	readonly #heads: Int32Array;
	readonly #links: { next: number; place: number; quality: number }[] = [];
	#linked = 0;
	/** By slot of the clause: what the entry has of it apart from the text that is compared, what is told already. */
	#floor = new Float32Array(64);
	#told = new Float32Array(64);
	/** By slot of the texts of an entry: how well the clause has it. */
	readonly #inClause: Float64Array;
	readonly #slotsMet: number[] = [];
	/** By text of an entry: what it shares with the clause, by weight. */
	readonly #shared: Float64Array;
	/** By text of an entry: whether it has anything of the clause, and, by slot of the clause, how well. */
	readonly #isMet: Uint8Array;
	#inTexts = new Float32Array();
	readonly #met: number[] = [];
	/** Terms that name a person, and those of the persons whom the clause names. */
	readonly #isPerson: Uint8Array;
	readonly #persons = new Set<number>();
	/** Rows with traces of the clause before, and of each how far it got: 1 it has traces, 2 it may be what the clause speaks of. */
	readonly #marked: number[] = [];
	readonly #marks: Uint8Array;
	/** Rows that share in what their topic explains. */
	readonly #borrowed = new Set<number>();
	/** Slots of the clause before, whose traces stand in `#perSlot`. */
	#used = 0;

	constructor(index: AssertionIndex) {
		this.#index = index;
		const size = index.entries.ids.length;
		this.#quality = new Float32Array(index.vocabulary.size);
		this.#heads = new Int32Array(index.vocabulary.size).fill(-1);
		this.#sum = new Float32Array(size);
		this.#mass = new Float32Array(size);
		this.#marks = new Uint8Array(size);
		let slots = 0;
		let units = 0;
		for (let row = 0; row < size; row++) {
			const [from, to] = [index.unitStarts[row]!, index.unitStarts[row + 1]!];
			units = Math.max(units, to - from);
			slots = Math.max(slots, index.units.slotStarts[to]! - index.units.slotStarts[from]!);
		}
		this.#inClause = new Float64Array(slots);
		this.#isMet = new Uint8Array(units);
		this.#shared = new Float64Array(units);
		this.#isPerson = Uint8Array.from(index.vocabulary.terms, (term) =>
			Number(term.startsWith(NAMED) && index.kindOf(term.slice(NAMED.length)) === 'person'),
		);
	}

	/** Entries by how well they cover the clause, best first, ties by their order; then those that are `near` to all of its words. */
	match(reading: Reading, near: readonly number[] = [], topic?: Topical): Candidate[] {
		const { postings } = this.#index;
		if (reading.slots.every(({ unknown }) => unknown)) return [];
		const rows: number[] = [];
		const marks = this.#marks;
		for (const row of this.#marked) {
			marks[row] = 0;
			this.#sum[row] = 0;
			this.#mass[row] = 0;
			for (let place = 0; place < this.#used; place++) this.#perSlot[place]![row] = 0;
		}
		this.#marked.length = 0;
		this.#used = reading.slots.length;
		const sum = this.#sum;
		const mass = this.#mass;
		const { entries, starts, weights } = postings;
		for (let place = 0; place < reading.slots.length; place++) {
			const { inherited, loss, meanings, weight } = reading.slots[place]!;
			this.#perSlot[place] ??= new Float32Array(this.#index.entries.ids.length);
			const best = this.#perSlot[place]!;
			const toSum = inherited ? weight * Math.max(0, loss) : weight;
			const toMass = inherited ? weight * WEIGHTS.match.inheritedMass : weight;
			for (const { quality, term } of meanings) {
				const last = starts[term + 1]!;
				for (let at = starts[term]!; at < last; at++) {
					const row = entries[at]!;
					const more = (quality * weights[at]!) / 255 - best[row]!;
					if (more <= 0) continue;
					best[row]! += more;
					sum[row]! += more * toSum;
					mass[row]! += more * toMass;
					if (marks[row] === 0) {
						marks[row] = 1;
						this.#marked.push(row);
					}
					if (marks[row] === 1 && sum[row]! > 0) {
						marks[row] = 2;
						rows.push(row);
					}
				}
			}
		}
		this.#borrowed.clear();
		if (topic) this.#borrow(topic, reading, rows);
		let most = 0;
		for (const row of rows) if (mass[row]! > most) most = mass[row]!;
		const ordered = this.#foremost(
			rows.filter((row) => mass[row]! >= most * MASS_SHARE_MIN).sort((a, b) => mass[b]! - mass[a]! || a - b),
			reading,
		);
		this.#note(reading);
		const found = [...new Set([...ordered, ...near.filter((row) => marks[row] === 2)])].map((row) => this.#compare(row, reading));
		for (const term of this.#touched) {
			this.#quality[term] = 0;
			this.#heads[term] = -1;
		}
		this.#linked = 0;
		this.#touched.length = 0;
		return found;
	}

	/** The rows that are compared: those of most weight, and of the kinds that the clause asks for some more. */
	#foremost(rows: readonly number[], { amounts, dates }: Reading): number[] {
		const { kinds } = this.#index.entries;
		const first = rows.slice(0, COMPARED_MAX);
		const more = (wanted: (kind: Kind) => boolean) =>
			rows
				.slice(COMPARED_MAX, COMPARED_MAX * 6)
				.filter((row) => wanted(kinds[row]!))
				.slice(0, WANTED_MAX);
		if (amounts.length > 0) first.push(...more((kind) => kind === 'figures'));
		if (dates.length > 0) first.push(...more((kind) => kind === 'event' || kind === 'treaty'));
		return first;
	}

	/** What the topic explains of a clause is not held against the questions and numbers of that topic. */
	#borrow({ id, row: topic }: Topical, { slots }: Reading, rows: number[]): void {
		const { postings } = this.#index;
		for (let at = postings.starts[id]!; at < postings.starts[id + 1]!; at++) {
			const row = postings.entries[at]!;
			if (row === topic || postings.weights[at]! < RELATED_MIN) continue;
			this.#borrowed.add(row);
			if (this.#marks[row] === 0) this.#marked.push(row);
			if (this.#marks[row] !== 2) rows.push(row);
			this.#marks[row] = 2;
			slots.forEach(({ inherited, loss, weight }, place) => {
				const perSlot = this.#perSlot[place];
				const more = perSlot ? perSlot[topic]! * WEIGHTS.match.borrowed - perSlot[row]! : 0;
				if (!perSlot || more <= 0) return;
				perSlot[row]! += more;
				if (!inherited) this.#sum[row]! += more * weight;
				else if (loss > 0) this.#sum[row]! += more * weight * loss;
				this.#mass[row]! += more * weight * WEIGHTS.match.inheritedMass;
			});
		}
	}

	#note({ slots }: Reading): void {
		this.#persons.clear();
		for (const { inherited, meanings } of slots)
			if (!inherited) for (const { term } of meanings) if (this.#isPerson[term]) this.#persons.add(term);
		if (this.#floor.length < slots.length) {
			this.#floor = new Float32Array(slots.length);
			this.#told = new Float32Array(slots.length);
		}
		if (this.#inTexts.length < slots.length * this.#isMet.length) this.#inTexts = new Float32Array(slots.length * this.#isMet.length);
		slots.forEach(({ inherited, loss, meanings }, place) => {
			for (const { quality, term } of meanings) {
				const value = inherited ? quality * 0.9 : quality;
				if (this.#quality[term] === 0) this.#touched.push(term);
				if (value > this.#quality[term]!) this.#quality[term] = value;
				if (inherited && loss === 0) continue;
				const link = this.#links[this.#linked] ?? (this.#links[this.#linked] = { next: -1, place: 0, quality: 0 });
				link.next = this.#heads[term]!;
				link.place = place;
				link.quality = quality;
				this.#heads[term] = this.#linked++;
			}
		});
	}

	/** “FDR brokered it” is no claim about Theodore Roosevelt, though it has his name. */
	#personShare(unit: number): number {
		if (this.#persons.size === 0) return 1;
		const { slotStarts, terms, termStarts } = this.#index.units;
		let others = false;
		for (let at = termStarts[slotStarts[unit]!]!; at < termStarts[slotStarts[unit + 1]!]!; at++) {
			const term = terms[at]!;
			if (this.#persons.has(term)) return 1;
			if (this.#isPerson[term]) others = true;
		}
		return others ? WEIGHTS.match.otherPersons : 1;
	}

	/** “Japan broke the pact” and “the USSR broke the pact” share every word but the one that matters. */
	#actorShare(unit: number, { actors }: Reading): number {
		const { actors: bits, firstActors, kinds } = this.#index.units;
		if (actors.length === 0 || firstActors[unit]! < 0 || UNIT_KINDS[kinds[unit]!] === 'account') return 1;
		const shared = actors.some((name) => bits[unit]! & (1 << ACTOR_NAMES.indexOf(name)));
		if (!shared) return WEIGHTS.match.otherActors;
		return ACTOR_NAMES[firstActors[unit]!] === actors[0] ? 1 : WEIGHTS.match.otherFirst;
	}

	#compare(row: number, reading: Reading): Candidate {
		const { entries, unitStarts } = this.#index;
		const entry = entries.at(row);
		const { slots } = reading;
		const fits: (UnitFit & { fit: number })[] = [];
		const borrowed = this.#borrowed.has(row);
		const share = borrowed ? WEIGHTS.match.borrowedFit : WEIGHTS.match.elsewhere;
		for (let place = 0; place < reading.slots.length; place++) {
			const spoken = this.#perSlot[place]![row]!;
			this.#floor[place] = spoken * share;
			this.#told[place] = borrowed ? spoken : 0;
		}
		this.#meet(row, reading.slots.length);
		for (const place of this.#met) {
			// By sums that were rounded on the way; what is as near as this is looked at.
			if (this.#shared[place]! < RECALL_MIN * 0.999 * this.#index.units.totals[unitStarts[row]! + place]!) continue;
			const fit = this.#fit(unitStarts[row]!, place, reading);
			if (fit && fit.fit > 0.15) fits.push(fit);
		}
		for (const slot of this.#slotsMet) this.#inClause[slot] = 0;
		// A phrasing leaves out what the question names; a sentence that is about the question does not.
		const named = fits.reduce((most, { kind, recall }) => (kind === 'name' && recall > most ? recall : most), 0);
		for (const one of fits) {
			if (one.kind === 'claim' || one.kind === 'label' || one.kind === 'phrasing')
				one.fit =
					fitOf(one.precision, one.recall + (named - one.recall) * WEIGHTS.match.topic[one.kind === 'label' ? 'label' : 'claim']) *
					(one.agreement < 0 ? WEIGHTS.match.opposed : 1) *
					one.actors;
		}
		fits.sort((a, b) => b.fit - a.fit || a.unit - b.unit);
		const put = fits.find(
			({ kind, unit }) => kind === 'claim' || kind === 'label' || (kind === 'phrasing' && this.#index.units.positions[unit]! >= 0),
		);
		const said = fits.reduce(
			(most, one) => (one.kind !== 'account' && one.said > most && one.fit > WEIGHTS.match.saidFitMin ? one.said : most),
			0,
		);
		const bests: Partial<Record<UnitKind, UnitFit>> = {};
		for (const one of fits) bests[one.kind] ??= one;
		let beyond = 0;
		let beyondNames = 0;
		let elsewhere = reading.elsewhere !== undefined && !speaksOfPhrase(entry, reading.elsewhere);
		let hits = 0;
		let lost = 0;
		let own = 0;
		for (let place = 0; place < slots.length; place++) {
			const slot = slots[place]!;
			const { inherited, loss, weight } = slot;
			const spoken = this.#perSlot[place]![row]!;
			lost += loss * weight * (1 - spoken);
			// It names what the dataset does not hold, and of what this entry does not speak.
			if (slot.elsewhere && spoken === 0) elsewhere = true;
			if (inherited) continue;
			own += weight * spoken;
			if (slot.slot.filler) continue;
			if (spoken > 0.4) hits++;
			const missed = weight * (1 - Math.min(1, spoken));
			if (slot.predicate) beyond += missed;
			else beyondNames += missed;
		}
		return {
			best: fits[0],
			bests,
			beyond,
			beyondNames,
			coverage: this.#sum[row]! / (this.#sum[row]! + lost || 1),
			elsewhere,
			entry,
			mass: this.#mass[row]!,
			hits,
			own,
			put,
			row,
			said,
			units: keptOf(fits),
		};
	}

	/** Which texts of an entry have anything of the clause, and how well. Goes from the terms of the clause to the texts, which are many. */
	#meet(row: number, width: number): void {
		const { postings, unitStarts, units } = this.#index;
		const { slotStarts, slots } = postings;
		const { slotUnits } = units;
		const base = units.slotStarts[unitStarts[row]!]!;
		const inClause = this.#inClause;
		const inTexts = this.#inTexts;
		const isMet = this.#isMet;
		const links = this.#links;
		const met = this.#met;
		const slotsMet = this.#slotsMet;
		met.length = 0;
		slotsMet.length = 0;
		for (const term of this.#touched) {
			const posting = postingOf(postings, term, row);
			if (posting === undefined) continue;
			const known = this.#quality[term]!;
			for (let at = slotStarts[posting]!; at < slotStarts[posting + 1]!; at++) {
				const slot = slots[at]! >>> 1;
				const unit = slotUnits[slot]!;
				if (isMet[unit] === 0) {
					isMet[unit] = 1;
					met.push(unit);
					this.#shared[unit] = 0;
					inTexts.fill(0, unit * width, (unit + 1) * width);
				}
				// The first term is the word itself; a meaning shared with another word counts a little less.
				const quality = slots[at]! & 1 ? known : known * 0.95;
				const more = quality - inClause[slot - base]!;
				if (more > 0) {
					if (more === quality) slotsMet.push(slot - base);
					inClause[slot - base] = quality;
					this.#shared[unit]! += more * units.weights[slot]!;
				}
				for (let link = this.#heads[term]!; link >= 0; ) {
					const { next, place, quality: meant } = links[link]!;
					if (meant > inTexts[unit * width + place]!) inTexts[unit * width + place] = meant;
					link = next;
				}
			}
		}
		for (const unit of met) isMet[unit] = 0;
	}

	/** How well the text at a place of an entry, whose texts begin at `first`, fits the clause that it met. */
	#fit(first: number, place: number, reading: Reading): (UnitFit & { fit: number }) | undefined {
		const { units } = this.#index;
		const { slotStarts, specific: isSpecific, weights } = units;
		const { slots } = reading;
		const unit = first + place;
		const base = slotStarts[first]!;
		const inClause = this.#inClause;
		const inTexts = this.#inTexts;
		const from = place * slots.length;
		let matched = 0;
		let specific = 0;
		let specifics = 0;
		const lastSlot = slotStarts[unit + 1]!;
		for (let slot = slotStarts[unit]!; slot < lastSlot; slot++) {
			const best = inClause[slot - base]!;
			const weight = weights[slot]!;
			matched += best * weight;
			if (isSpecific[slot]) {
				specific += best * weight;
				specifics += weight;
			}
		}
		const recall = matched / units.totals[unit]!;
		if (matched === 0 || recall < RECALL_MIN) return undefined;
		let covered = 0;
		let lost = 0;
		let claimed = 0;
		let said = 0;
		for (let slot = 0; slot < slots.length; slot++) {
			const { inherited, loss, predicate, weight } = slots[slot]!;
			if (inherited && loss === 0) continue;
			const here = inTexts[from + slot]!;
			if (predicate) {
				// What the topic explains is told of the topic, and need not be said again.
				const told = Math.max(0, this.#told[slot]! - here);
				const counts = weight * Math.max(loss, WEIGHTS.match.saidLoss);
				claimed += counts * (1 - (this.#told[slot]! > 0 ? told : 0));
				said += counts * here;
			}
			const best = Math.max(here, this.#floor[slot]!);
			covered += best * weight * (inherited ? loss : 1);
			lost += loss * weight * (1 - best);
		}
		if (covered === 0) return undefined;
		const precision = covered / (covered + lost);
		const stance = stanceAt(units, unit);
		const agreement = stance ? agreementOf(reading.stance, stance) : 1;
		const actors = this.#actorShare(unit, reading) * this.#personShare(unit);
		const fit = fitOf(precision, recall) * (agreement < 0 ? WEIGHTS.match.opposed : 1) * actors;
		return {
			actors,
			agreement,
			fit,
			kind: UNIT_KINDS[units.kinds[unit]!]!,
			precision,
			recall,
			said: claimed === 0 ? 1 : said / claimed,
			specific: specifics === 0 ? 1 : specific / specifics,
			unit,
		};
	}
}

/** The same where the clause said the contrary: what agreed with it now denies it. */
export function contraryOf(candidate: Candidate): Candidate {
	const units = candidate.units
		.map((one): UnitFit => {
			const fit = one.agreement < 0 ? one.fit / WEIGHTS.match.opposed : one.fit * WEIGHTS.match.opposed;
			return { ...one, agreement: one.agreement < 0 ? 1 : -1, fit };
		})
		.sort((a, b) => b.fit - a.fit || a.unit - b.unit);
	return { ...candidate, units };
}

/** The best of each kind, best first. */
function keptOf(fits: readonly UnitFit[]): UnitFit[] {
	const counts = new Map<UnitKind, number>();
	return fits.filter(({ kind }) => {
		const count = counts.get(kind) ?? 0;
		counts.set(kind, count + 1);
		return count < FITS_KEPT;
	});
}
