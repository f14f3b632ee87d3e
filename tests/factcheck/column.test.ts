import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnOf, openColumn, valueAt } from '../../src/factcheck/column.ts';

test('every text has its own value again, and values that are alike are kept once', () => {
	const cells = fc.array(fc.option(fc.record({ agree: fc.array(fc.constantFrom('a', 'b')), beyond: fc.boolean() }), { nil: undefined }));
	fc.assert(
		fc.property(cells, (list) => {
			const column = openColumn(columnOf(list));
			expect(list.map((_, text) => valueAt(column, text))).toEqual(list);
			expect(new Set(column.written).size).toBe(column.written.length);
		}),
	);
});

test('maps are told apart by what they hold', () => {
	const column = openColumn(columnOf([new Map([['winning', 1]]), undefined, new Map([['winning', -1]]), new Map([['winning', 1]])]));
	expect([...column.which]).toEqual([1, 0, 2, 1]);
	expect(valueAt(column, 2)).toEqual(new Map([['winning', -1]]));
});
