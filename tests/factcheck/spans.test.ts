import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenOf, type WeighedSpan } from '../../src/factcheck/spans.ts';
import { WEIGHTS } from '../../src/factcheck/weights.ts';

const span = (from: number, to: number, sure: number, id = `${from}-${to}`, kind = 'event'): WeighedSpan =>
	({
		choice: { candidate: { entry: { id, kind }, own: 1 }, kind: kind === 'question' ? 'position' : 'account' },
		from,
		reading: { amounts: [], text: id },
		sure,
		to,
	}) as unknown as WeighedSpan;
const idsOf = (spans: readonly WeighedSpan[], parts: number) =>
	chosenOf(spans, parts).claims.map(({ choice }) => choice.candidate.entry.id);

describe('which parts of a sentence are its claims', () => {
	it('takes two parts that are claims before the sentence that is less surely one', () => {
		expect(idsOf([span(0, 2, 0.6), span(0, 1, 0.7), span(1, 2, 0.7)], 2)).toEqual(['0-1', '1-2']);
	});

	it('takes the sentence before parts that are hardly claims', () => {
		expect(idsOf([span(0, 2, 0.8), span(0, 1, 0.4), span(1, 2, 0.4)], 2)).toEqual(['0-2']);
	});

	it('answers a question once in a sentence', () => {
		const spans = [span(0, 1, 0.7, 'q', 'question'), span(1, 2, 0.8, 'q', 'question')];
		expect(idsOf(spans, 2)).toEqual(['q']);
	});

	it('offers what is nearly a claim where nothing is one, and nothing that is far from one', () => {
		const near = (WEIGHTS.decision.nearMin + WEIGHTS.decision.claimMin) / 2;
		expect(chosenOf([span(0, 1, near)], 1)).toMatchObject({ claims: [], near: { sure: near } });
		expect(chosenOf([span(0, 1, WEIGHTS.decision.nearMin / 2)], 1)).toEqual({ claims: [], near: undefined });
		expect(chosenOf([], 3)).toEqual({ claims: [], near: undefined });
	});

	it('never takes parts that overlap, nor one that is not sure enough', () => {
		const spans = fc
			.array(fc.tuple(fc.nat(5), fc.integer({ max: 6, min: 1 }), fc.double({ max: 1, min: 0, noNaN: true })), { maxLength: 20 })
			.map((list) => list.map(([from, length, sure], at) => ({ ...span(from, Math.min(6, from + length), sure, `e${at}`), at })));
		fc.assert(
			fc.property(spans, (all) => {
				const { claims } = chosenOf(all, 6) as { claims: readonly WeighedSpan[] };
				let end = 0;
				for (const one of claims) {
					expect(one.from).toBeGreaterThanOrEqual(end);
					expect(one.sure).toBeGreaterThan(WEIGHTS.decision.claimMin);
					end = one.to;
				}
			}),
		);
	});
});
