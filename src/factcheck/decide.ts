/** What a clause speaks of: an entry to check it against, a near miss, a topic that nobody's words cover, or nothing. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Topic } from '../dataset/schema.ts';
import { anchorOf, type Choice, choicesOf } from './choose.ts';
import { COMMON } from './fame.ts';
import { NAMED } from './features.ts';
import type { AssertionIndex } from './index.ts';
import { type Candidate, Matcher } from './match.ts';
import { aboutTopic, type Topic as Before, type Reading, readClause } from './reading.ts';
import { WEIGHTS } from './weights.ts';

export interface Found {
	readonly choice: Choice;
	readonly reading: Reading;
	/** `topic`: it is about an entry of which it claims something that nobody speaks of. */
	readonly state: 'clear' | 'near' | 'topic';
}

export interface Looked {
	readonly found?: Found;
	readonly reading: Reading;
}

export class Decider {
	readonly index: AssertionIndex;
	readonly #dataset: Dataset;
	readonly #matcher: Matcher;
	/** Clauses compared so far: what a message has cost. */
	compared = 0;

	constructor(index: AssertionIndex, dataset: Dataset) {
		this.index = index;
		this.#dataset = dataset;
		this.#matcher = new Matcher(index);
	}

	/**
	 * Reads a clause and finds what it speaks of. A clause that names nothing may go on with what was named before it, or begin
	 * something of its own: the surer reading stands.
	 */
	look(text: string, before: Before | undefined, mayDescribe: boolean): Looked {
		const inContext = this.#lookOnce(text, before, mayDescribe);
		if (!before || !inContext.reading.isAnaphoric) return inContext;
		if (inContext.reading.refersBack && inContext.found?.state === 'clear') return inContext;
		const alone = this.#lookOnce(text, undefined, mayDescribe);
		const score = ({ found }: Looked) => (found?.state === 'clear' ? found.choice.score : 0);
		return score(alone) > score(inContext) + WEIGHTS.decision.contextLead ? { found: alone.found, reading: inContext.reading } : inContext;
	}

	/** Reads a clause and finds what it speaks of. Where `mayDescribe`, a topic may be described rather than named. */
	#lookOnce(text: string, before: Before | undefined, mayDescribe: boolean): Looked {
		const reading = readClause(text, this.index, before);
		if (reading.slots.length === 0) return { reading };
		this.compared++;
		const candidates = this.#matcher.match(reading);
		const found = this.#decide(reading, candidates);
		if (found?.state === 'clear') return { found, reading };
		const topic = this.#namedBy(reading) ?? (mayDescribe ? describedBy(candidates) : undefined);
		if (!topic) return { found, reading };
		this.compared++;
		const about = aboutTopic(reading, topic.id, this.index);
		const id = this.index.vocabulary.idOf(NAMED + topic.id)!;
		const again = this.#decide(about, this.#matcher.match(about, { id, row: this.index.entries.indexOf(topic) }));
		return { found: again?.state === 'clear' && again.choice.kind !== 'account' ? again : found, reading };
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

	#decide(reading: Reading, candidates: readonly Candidate[]): Found | undefined {
		const choices = choicesOf(candidates, reading, this.#dataset);
		const best = choices[0];
		if (!best) return undefined;
		const { clearMin, massMin, massPerAnchor, massPerFit, nearMin, ownMin, topicMin, unanchoredHits, unanchoredMin } = WEIGHTS.decision;
		const { entry, hits, mass, own } = best.candidate;
		const anchor = anchorOf(entry, reading, this.#dataset);
		const inContext = anchor >= 1 && reading.amounts.length + reading.dates.length > 0;
		const isSure = best.score >= WEIGHTS.decision.unanchoredSure && hits >= 2 && best.candidate.said >= 0.6;
		const isGiven = best.isGiven === true && best.score >= WEIGHTS.decision.givenMin;
		const isPlaced =
			anchor > 0 ||
			isSure ||
			(isGiven && hits >= 2 && best.candidate.coverage >= WEIGHTS.decision.givenCoverage) ||
			(best.score >= unanchoredMin && hits >= unanchoredHits);
		const isSaid =
			best.kind !== 'number' ||
			anchor >= 1 ||
			isGiven ||
			(best.isCounted === true &&
				best.candidate.said >= WEIGHTS.decision.numberSaid &&
				best.candidate.coverage >= WEIGHTS.decision.numberCoverage);
		const enough =
			(own >= ownMin || inContext || isGiven) &&
			isPlaced &&
			isSaid &&
			mass +
				(isGiven ? WEIGHTS.decision.givenMass : best.score >= WEIGHTS.decision.exactMin ? WEIGHTS.decision.exactMass : 0) +
				massPerAnchor * anchor +
				massPerFit * (best.score - clearMin) >=
				massMin;
		if (best.kind !== 'topic' && best.score >= clearMin && enough) return { choice: best, reading, state: 'clear' };
		const topic = choices.find(
			({ candidate, kind }) =>
				kind === 'topic' &&
				anchorOf(candidate.entry, reading, this.#dataset) >= WEIGHTS.decision.topicAnchor &&
				isTopic(candidate, reading),
		);
		if (
			topic &&
			topic.score >= topicMin &&
			beyond(reading) >= WEIGHTS.decision.beyondMin &&
			(best.kind === 'topic' || best.score < clearMin)
		)
			return { choice: topic, reading, state: 'topic' };
		if (best.kind !== 'topic' && best.score >= nearMin && enough) return { choice: best, reading, state: 'near' };
		return undefined;
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

/** The clause names the entry itself, or most of one of its names: an event or a treaty, or a person of this history alone. */
function isTopic({ entry, units }: Candidate, { slots }: Reading): boolean {
	if (entry.kind !== 'event' && entry.kind !== 'treaty' && (entry.kind !== 'person' || COMMON.has(entry.id))) return false;
	if (slots.some(({ inherited, slot }) => !inherited && slot.names.includes(entry.id))) return true;
	// A topic that was only taken over is not what this clause claims something of.
	if (slots.some(({ inherited, slot }) => inherited && slot.names.includes(entry.id))) return false;
	return entry.kind !== 'person' && units.some(({ kind, recall }) => kind === 'name' && recall >= WEIGHTS.decision.topicRecall);
}

/** What it says of the topic rather than to name it: by the weight of its words, a number or date counting as one. */
function beyond({ amounts, dates, slots }: Reading): number {
	return (
		slots.reduce((sum, { inherited, predicate, weight }) => (inherited || !predicate ? sum : sum + weight), 0) +
		3 * (amounts.length + dates.length)
	);
}
