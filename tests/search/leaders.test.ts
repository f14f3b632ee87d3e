import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Leaders } from '../../src/search/leaders.ts';

describe('the first few of many', () => {
	const many = fc.uniqueArray(fc.record({ id: fc.nat(500), score: fc.constantFrom(0, 0.1, 0.25, 0.5, 1) }), { selector: ({ id }) => id });

	it('are those that sorting all of them would put first, ties by the lower id', () => {
		const leaders = new Leaders(8);
		fc.assert(
			fc.property(many, fc.integer({ max: 8, min: 0 }), (offered, room) => {
				leaders.reset(room);
				for (const { id, score } of offered) leaders.offer(id, score);
				const kept = Array.from({ length: leaders.size }, (_, at) => ({ id: leaders.ids[at]!, score: leaders.scores[at]! }));
				expect(kept).toEqual(offered.toSorted((a, b) => b.score - a.score || a.id - b.id).slice(0, room));
			}),
		);
	});

	it('are never more than there is room for', () => {
		const leaders = new Leaders(2);
		leaders.reset(5);
		for (const id of [1, 2, 3]) leaders.offer(id, id);
		expect([...leaders.ids]).toEqual([3, 2]);
		expect(leaders.size).toBe(2);
	});
});
