import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreBy, scoresBy, type Trees } from '../../src/learned/trees.ts';

/** “x ≤ 1 → 2, else y ≤ 0.5 → −1, else 4”, and “y ≤ 2 → 0.25, else −0.5”. */
const trees: Trees = {
	features: Int16Array.of(0, -1, 1, -1, -1, 1, -1, -1),
	names: ['x', 'y'],
	rights: Uint16Array.of(2, 0, 4, 0, 0, 2, 0, 0),
	roots: Uint32Array.of(0, 5),
	values: Float32Array.of(1, 2, 0.5, -1, 4, 2, 0.25, -0.5),
};

test('a row is sent left where it is not above the threshold, and what the leaves hold is added up', () => {
	expect(scoreBy(trees, [1, 9])).toBe(2 - 0.5);
	expect(scoreBy(trees, [2, 0.5])).toBe(-1 + 0.25);
	expect(scoreBy(trees, [2, 3])).toBe(4 - 0.5);
});

test('many rows are scored as each is alone', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.double({ max: 5, min: -5, noNaN: true }), fc.double({ max: 5, min: -5, noNaN: true }))), (rows) => {
			expect([...scoresBy(trees, rows)]).toEqual(rows.map((row) => scoreBy(trees, row)));
		}),
	);
});
