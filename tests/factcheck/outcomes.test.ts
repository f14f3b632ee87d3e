import { describe, expect, it } from 'vitest';
import { createChecker } from '../../src/factcheck/checker.ts';
import { mayBe } from '../../src/factcheck/claim.ts';
import { OUTCOME_EVIDENCE, outcomeEvidence, type Rival, ratedOutcomes, weighingOf } from '../../src/factcheck/outcomes.ts';
import type { Verdict } from '../../src/factcheck/report.ts';
import type { SpanFound } from '../../src/factcheck/span-evidence.ts';
import { WEIGHTS } from '../../src/factcheck/weights.ts';
import type { Trees } from '../../src/learned/trees.ts';
import { openWithKnowledge } from './open.ts';

/** An event, and a question about it that is disputed. */
const DISPUTED = 'The Soviet Union tore up the neutrality pact by attacking Japan';

/** A plain fact of an event. */
const PLAIN = 'The Triple Intervention made Japan give up Liaodong';

const { knowledge, library } = await openWithKnowledge();

function spansOf(text: string): SpanFound[] {
	const found: SpanFound[] = [];
	createChecker({ dataset: library.dataset, knowledge: () => knowledge, observeSpans: (spans) => void found.push(...spans) }).check(text);
	return found;
}

const rivalsOf = (span: SpanFound): Rival[] => ratedOutcomes(mayBe(span), span.reading, knowledge.index, knowledge.models);

/** One split: what has the named number above a half is likeliest. */
function preferring(name: string): Trees {
	return {
		features: Int16Array.of(OUTCOME_EVIDENCE.indexOf(name), -1, -1),
		names: OUTCOME_EVIDENCE,
		rights: Uint16Array.of(2, 0, 0),
		roots: Uint32Array.of(0),
		values: Float32Array.of(0.5, -1, 1),
	};
}

describe('what a clause says of all that it may say', () => {
	it('is weighed for every verdict of every entry, the verdicts of one entry in shares of one', () => {
		const [span] = spansOf(DISPUTED);
		const rivals = rivalsOf(span!);
		expect(new Set(rivals.map(({ choice }) => choice.candidate.entry.id)).size).toBe(rivals.length);
		for (const { outcomes } of rivals) {
			expect(outcomes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
			expect(new Set(outcomes.map(({ verdict }) => verdict)).size).toBe(outcomes.length);
		}
		const rows = outcomeEvidence(rivals, span!.reading, library.dataset, weighingOf(knowledge.index, knowledge.models, library.dataset));
		expect(rows).toHaveLength(rivals.reduce((sum, { outcomes }) => sum + outcomes.length, 0));
		for (const row of rows) expect(row).toHaveLength(OUTCOME_EVIDENCE.length);
		expect(knowledge.models.outcomes.names).toEqual(OUTCOME_EVIDENCE);
	});

	it.each<[Verdict, string]>([
		['Contested', DISPUTED],
		['Supported', PLAIN],
		['Contradicted', PLAIN],
		['Not covered', PLAIN],
	])('is what weighs most: %s', (verdict, text) => {
		const models = { ...knowledge.models, outcomes: preferring(`verdict ${verdict}`) };
		const checker = createChecker({ dataset: library.dataset, knowledge: () => ({ index: knowledge.index, models }) });
		expect(checker.check(text).claims).toMatchObject([{ verdict }]);
	});

	it.each([
		['Aston was born in 1841.', 'Supported'],
		['Kakuei Tanaka did not die in 1993.', 'Contradicted'],
		['Aston was born in 1850.', 'Contradicted'],
		['The neutrality pact was not signed on 13 April 1941.', 'Contradicted'],
		['Жуков родился в 1896 году.', 'Supported'],
	] as const)('is settled by the date where it gives that alone: %s', (text, verdict) => {
		const checker = createChecker({ dataset: library.dataset, knowledge: () => knowledge });
		expect(checker.check(text).claims.map((claim) => claim.verdict)).toEqual([verdict]);
	});

	it('is nothing where no source speaks of it, unless it is surely a claim', () => {
		const outcomes = preferring('verdict Not covered');
		const claims = (sure: number) => {
			const leaf = { features: Int16Array.of(-1), rights: Uint16Array.of(0), roots: Uint32Array.of(0) };
			const spans = { ...knowledge.models.spans, ...leaf, values: Float32Array.of(Math.log(sure / (1 - sure))) };
			const models = { ...knowledge.models, outcomes, spans };
			return createChecker({ dataset: library.dataset, knowledge: () => ({ index: knowledge.index, models }) }).check(PLAIN).claims;
		};
		const { soleMin, uncoveredMin } = WEIGHTS.decision;
		expect(claims((soleMin + uncoveredMin) / 2)).toEqual([]);
		expect(claims((1 + uncoveredMin) / 2)).toMatchObject([{ verdict: 'Not covered' }]);
	});

	it('is read from what is denied as well, and the shares of both readings are one', () => {
		const turnedBy = (text: string) =>
			rivalsOf(spansOf(text)[0]!)
				.find(({ choice }) => choice.candidate.entry.id === 'laxman-mission-1792')!
				.outcomes.map(({ share, turned, verdict }) => ({ share, turned, verdict }));
		expect(new Set(turnedBy('Laxman brought Japanese castaways to Nemuro').map(({ turned }) => turned))).toEqual(new Set([-1]));
		const all = rivalsOf(spansOf(DISPUTED)[0]!).flatMap(({ outcomes }) => outcomes);
		expect(new Set(all.map(({ turned }) => turned))).toEqual(new Set([-1]));
		const denied = turnedBy('Laxman did not bring Japanese castaways to Nemuro');
		expect(denied.reduce((sum, { turned }) => sum + turned, 0)).toBeCloseTo(1);
		expect(denied.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
		const [wrong] = denied.toSorted((a, b) => b.turned - a.turned);
		expect(wrong!.verdict).toBe('Contradicted');
	});

	it('looks at each entry that the clause may speak of, wherever it stands', () => {
		const models = { ...knowledge.models, outcomes: preferring('kind yes-no') };
		const checker = createChecker({ dataset: library.dataset, knowledge: () => ({ index: knowledge.index, models }) });
		const [claim] = checker.check(DISPUTED).claims;
		expect(library.dataset.get(claim!.entry)).toMatchObject({ kind: 'question', type: 'yes-no' });
	});
});
