/** Which of the overlapping parts of a sentence are its claims. */
import type { Dataset } from '../dataset/dataset.ts';
import { scoresBy, type Trees } from '../learned/trees.ts';
import type { Found } from './decide.ts';
import type { AssertionIndex } from './index.ts';
import type { Topic as Before, Reading } from './reading.ts';
import { type Cut, type SpanFound, spanEvidence } from './span-evidence.ts';
import { WEIGHTS } from './weights.ts';

/** A denial belongs to the clause in which it stands: of several clauses, the one that speaks of the entry says how it is meant. */
function meantBy(span: SpanFound, spans: readonly SpanFound[]): Found {
	if (span.to - span.from < 2) return span;
	const core = spans
		.filter(
			(one) =>
				one.to - one.from === 1 &&
				one.from >= span.from &&
				one.to <= span.to &&
				one.choice.candidate.entry.id === span.choice.candidate.entry.id &&
				one.choice.amount?.low === span.choice.amount?.low,
		)
		.sort((a, b) => b.choice.candidate.own - a.choice.candidate.own)[0];
	if (!core || core.choice.candidate.own < span.choice.candidate.own * WEIGHTS.decision.coreShare || core.choice.kind !== span.choice.kind)
		return span;
	return { ...core, reading: { ...core.reading, amounts: core.reading.amounts, spelt: span.reading.spelt, text: span.reading.text } };
}

/** Claims before, of which a clause may go on. */
const RECENT_MAX = 3;

/** What the next clause may go on with: the entry of the claim before, and the event or treaty that it is about when it names nothing. */
export function withTopic(before: Before | undefined, found: Found | undefined, dataset: Dataset): Before | undefined {
	if (!found) return before;
	const { entry } = found.choice.candidate;
	const about =
		entry.kind === 'event' || entry.kind === 'treaty'
			? entry.id
			: entry.related?.find((id) => /^(?:event|treaty)$/.test(dataset.get(id)?.kind ?? ''));
	const recent = [entry.id, ...(before?.recent ?? []).filter((id) => id !== entry.id)].slice(0, RECENT_MAX);
	return { about: about ?? before?.about, actors: before?.actors ?? [], counted: before?.counted, recent, slots: before?.slots ?? [] };
}

/** The names of elsewhere in a sentence: no clause of it is ours unless its entry speaks of them too. */
export const elsewhereOf = (reading: Reading): string[] =>
	reading.slots.filter(({ elsewhere }) => elsewhere).map(({ slot }) => slot.terms[0]!);

/** Whether the entry that was found speaks of a term. */
export function isSpokenOf(term: string, { choice }: Found, { postings, vocabulary }: AssertionIndex): boolean {
	const id = vocabulary.idOf(term);
	return id !== undefined && postings.entries.subarray(postings.starts[id], postings.starts[id + 1]).includes(choice.candidate.row);
}

const repeats = ({ candidate, kind }: Found['choice']): boolean => kind !== 'number' && candidate.entry.kind === 'question';

/** A span, and how surely it is a claim by itself: 0 to 1. */
export type WeighedSpan = SpanFound & { readonly sure: number };

/** How surely each span is a claim by itself. */
export const weighSpans = (spans: readonly SpanFound[], cut: Cut, model: Trees): WeighedSpan[] => {
	const scores = scoresBy(model, spanEvidence(spans, cut));
	return spans.map((span, place) => ({ ...span, sure: 1 / (1 + Math.exp(-scores[place]!)) }));
};

export interface Chosen {
	readonly claims: readonly (Found & { readonly sure: number })[];
	/** What comes nearest, where there is no claim. */
	readonly near?: Found | undefined;
}

/** The spans that do not overlap and are together the surest; where none is sure enough, the surest of the others. */
export function chosenOf(spans: readonly WeighedSpan[], parts: number): Chosen {
	interface Plan {
		readonly spans: readonly WeighedSpan[];
		readonly worth: number;
	}
	const best: Plan[] = [{ spans: [], worth: 0 }];
	for (let to = 1; to <= parts; to++) {
		let plan = best[to - 1]!;
		for (const span of spans) {
			if (span.to !== to) continue;
			const before = best[span.from]!;
			// A question is answered once; of an event or a treaty a sentence may tell several things.
			if (before.spans.some(({ choice }) => choice.candidate.entry.id === span.choice.candidate.entry.id && repeats(choice))) continue;
			const worth = before.worth + span.sure - WEIGHTS.decision.claimMin;
			if (worth > plan.worth) plan = { spans: [...before.spans, span], worth };
		}
		best.push(plan);
	}
	const claims = best[parts]!.spans;
	if (claims.length > 0) return { claims: claims.map((span) => ({ ...meantBy(span, spans), sure: span.sure })) };
	const [near] = [...spans].sort((a, b) => b.sure - a.sure || a.from - b.from || b.to - a.to);
	return { claims: [], near: near && near.sure >= WEIGHTS.decision.nearMin ? near : undefined };
}
