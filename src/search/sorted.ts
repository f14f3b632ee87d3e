/** Where a text stands in a sorted list, which needs no table beside the list, neither in memory nor at the start. */

/** The first position whose text is not before `value`; `at` gives the text of a position. */
export function lowerBoundOf(length: number, at: (position: number) => string, value: string): number {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (at(middle) < value) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** The position of `value`, or `undefined` when it is not in the list. */
export function positionOf(sorted: readonly string[], value: string): number | undefined {
	const position = lowerBoundOf(sorted.length, (it) => sorted[it]!, value);
	return sorted[position] === value ? position : undefined;
}
