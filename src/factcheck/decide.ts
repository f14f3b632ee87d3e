/** What a clause speaks of: an entry to check it against, a near miss, or nothing. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Topic } from '../dataset/schema.ts';
import { scoresBy, type Trees } from '../learned/trees.ts';
import { type Affinities, Affinity } from './affinity.ts';
import type { Choice } from './choose.ts';
import { countsDead, isOfCaptives, isOfDead } from './counted.ts';
import { evidenceOf, type Weighed } from './evidence.ts';
import { NAMED } from './features.ts';
import type { AssertionIndex } from './index.ts';
import { type Candidate, Matcher, type Topical } from './match.ts';
import type { Models } from './models.ts';
import { aboutTopic, type Topic as Before, type Reading, readClause } from './reading.ts';
import { WEIGHTS } from './weights.ts';

/** An entry of which a clause may speak, and how surely it does: the logarithm of the odds. */
export interface Rated {
	readonly choice: Choice;
	/** What speaks for it, in the order of `EVIDENCE`. */
	readonly evidence: Float32Array;
	readonly odds: number;
}

export interface Found extends Rated {
	readonly reading: Reading;
	/** Questions of when, which it may answer by a date that it gives of an event, the likeliest first. */
	readonly asking: readonly Rated[];
	/** Other entries of which it may speak as well, the likeliest first. */
	readonly rivals: readonly Rated[];
	readonly state: 'clear' | 'near';
}

export interface Looked {
	readonly found?: Found;
	readonly reading: Reading;
}

/** Sees every clause that is read and what speaks for each entry: for learning. */
export type Observe = (reading: Reading, weighed: readonly Weighed[]) => void;

/** Entries beside the likeliest of which it is weighed what the clause would say. */
const RIVALS_MAX = 4;
/** Entries related to that of the claim before with which a clause is compared, whatever it says. */
const RELATED_MAX = 12;

export class Decider {
	readonly index: AssertionIndex;
	readonly #affinity: Affinity;
	readonly #dataset: Dataset;
	readonly #matcher: Matcher;
	readonly #model: Trees;
	readonly #rows: ReadonlyMap<string, number>;
	/** Clauses compared so far: what a message has cost. */
	compared = 0;

	readonly #observe: Observe | undefined;

	constructor(index: AssertionIndex, dataset: Dataset, { affinity, entries }: Pick<Models, 'affinity' | 'entries'>, observe?: Observe) {
		this.#observe = observe;
		this.index = index;
		this.#dataset = dataset;
		this.#matcher = new Matcher(index);
		this.#affinity = new Affinity(affinity, index);
		this.#model = entries;
		this.#rows = new Map(index.entries.ids.map((id, row) => [id, row]));
	}

	/**
	 * Reads a clause and finds what it speaks of. A clause that names nothing may go on with what was named before it, or begin
	 * something of its own: the surer reading stands.
	 */
	look(text: string, before: Before | undefined, mayDescribe: boolean, sentence?: string): Looked {
		const inContext = this.#lookOnce(text, before, mayDescribe, sentence);
		if (!before || !inContext.reading.isAnaphoric || (before.slots.length === 0 && !before.about)) return inContext;
		if (inContext.reading.refersBack && inContext.found?.state === 'clear') return inContext;
		const alone = this.#lookOnce(text, { actors: [], recent: before.recent, slots: [] }, mayDescribe, sentence);
		const score = ({ found }: Looked) => (found?.state === 'clear' ? found.choice.score : 0);
		return score(alone) > score(inContext) + WEIGHTS.decision.contextLead ? { found: alone.found, reading: inContext.reading } : inContext;
	}

	/** Reads a clause and finds what it speaks of. Where `mayDescribe`, a topic may be described rather than named. */
	#lookOnce(text: string, before: Before | undefined, mayDescribe: boolean, sentence?: string): Looked {
		const reading = this.#ofItsOwn(readClause(text, this.index, before, sentence));
		if (reading.slots.length === 0) return { reading };
		this.compared++;
		const affinities = this.#affinity.of(reading);
		const near = [...affinities.top, ...this.#goneOn(reading)];
		const candidates = this.#ofTheirFate(reading, near);
		const found = this.#decide(reading, candidates, affinities);
		if (found?.state === 'clear') return { found, reading };
		const topic = this.#namedBy(reading) ?? (mayDescribe ? describedBy(candidates) : undefined);
		if (!topic) return { found, reading };
		this.compared++;
		const about = aboutTopic(reading, topic.id, this.index);
		const id = this.index.vocabulary.idOf(NAMED + topic.id)!;
		const again = this.#decide(about, this.#ofTheirFate(about, near, { id, row: this.#rows.get(topic.id)! }), affinities);
		return { found: again?.state === 'clear' && again.choice.kind !== 'account' ? again : found, reading };
	}

	/** A clause that names others goes on with none of the entries before that have nothing to do with these: Kolchak annexed no Korea. */
	#ofItsOwn(reading: Reading): Reading {
		const { isAnaphoric, recent, slots } = reading;
		if (isAnaphoric || recent.length === 0) return reading;
		const named = new Set(slots.flatMap(({ inherited, slot }) => (inherited ? [] : slot.names)));
		if (named.size === 0) return reading;
		const hasToDo = (id: string) => {
			const related = this.#dataset.get(id)?.related ?? [];
			return (
				named.has(id) ||
				related.some((other) => named.has(other)) ||
				[...named].some((other) => this.#dataset.get(other)?.related?.includes(id))
			);
		};
		return { ...reading, recent: recent.filter(hasToDo) };
	}

	/** What a clause may speak of. Those of whom it says that they were killed are looked for among the dead, whoever else they are called. */
	#ofTheirFate(reading: Reading, near: readonly number[], topic?: Topical): readonly Candidate[] {
		const candidates = this.#matcher.match(reading, near, topic);
		if (!countsDead(reading)) return candidates;
		const others = candidates.filter(({ entry }) => entry.kind === 'figures' && isOfCaptives(entry));
		if (others.length === 0) return candidates;
		const dead = others
			.flatMap(({ entry }) => entry.related ?? [])
			.filter((id) => {
				const entry = this.#dataset.get(id);
				return entry?.kind === 'figures' && isOfDead(entry);
			});
		const rows = new Set(others.map(({ row }) => row));
		return this.#matcher
			.match(reading, [...near, ...dead.flatMap((id) => this.#rows.get(id) ?? [])], topic)
			.filter(({ row }) => !rows.has(row));
	}

	/** The entries of the claims before a clause and those that the last of them points to: it may go on with one of them. */
	#goneOn({ recent }: Reading): number[] {
		const [last] = recent;
		if (last === undefined) return [];
		const ids = [...recent, ...(this.#dataset.get(last)?.related ?? []).slice(0, RELATED_MAX)];
		return ids.flatMap((id) => this.#rows.get(id) ?? []);
	}

	/** The event or treaty that a clause names, the weightiest of several. */
	#namedBy({ slots }: Reading): Topic | undefined {
		let best: Topic | undefined;
		let most = 0;
		for (const { inherited, slot, weight } of slots) {
			for (const id of slot.names) {
				const named = this.#dataset.get(id);
				const value = weight * (inherited ? 0.6 : 1);
				if ((named?.kind !== 'event' && named?.kind !== 'treaty') || value <= most) continue;
				best = named;
				most = value;
			}
		}
		return best;
	}

	#decide(reading: Reading, candidates: readonly Candidate[], affinities: Affinities): Found | undefined {
		const weighed = evidenceOf(candidates, reading, this.#dataset, affinities);
		this.#observe?.(reading, weighed);
		const scores = scoresBy(
			this.#model,
			weighed.map(({ evidence }) => evidence),
		);
		const rated = weighed.map(({ candidate, choice = { candidate, kind: 'topic' as const }, evidence }, place): Rated => {
			const odds = scores[place]!;
			return { choice: { ...choice, score: 1 / (1 + Math.exp(-odds)) }, evidence, odds };
		});
		const [first, ...others] = rated.sort((a, b) => b.odds - a.odds);
		if (!first || first.odds < WEIGHTS.decision.nearOdds) return undefined;
		return {
			...first,
			asking:
				first.choice.fact === undefined
					? []
					: others.filter(({ choice, odds }) => choice.kind === 'date' && odds > first.odds - WEIGHTS.decision.askingLead),
			reading,
			rivals: others.filter(({ odds }) => odds > first.odds - WEIGHTS.decision.rivalLead).slice(0, RIVALS_MAX),
			state: first.odds < WEIGHTS.decision.clearOdds ? 'near' : 'clear',
		};
	}
}

/** The event, treaty, person or thing that a clause describes without naming it: it speaks of most of the clause, and of more than any other. */
function describedBy(candidates: readonly Candidate[]): Topic | undefined {
	const [first, second] = candidates
		.filter(({ elsewhere, entry }) => !elsewhere && (entry.kind === 'event' || entry.kind === 'treaty'))
		.sort((a, b) => b.own * b.coverage - a.own * a.coverage);
	if (!first || first.coverage < WEIGHTS.decision.describedCoverage || first.own < WEIGHTS.decision.describedMass) return undefined;
	return second && second.own * second.coverage > first.own * first.coverage * WEIGHTS.decision.describedLead ? undefined : first.entry;
}
