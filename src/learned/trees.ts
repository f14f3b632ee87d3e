/** Boosted decision trees: how a row of numbers is weighed by a model that was learned from examples. */
/** Trees as flat arrays, one node after another. A leaf has feature −1 and its value; a split sends `x ≤ threshold` left, else right. */
export interface Trees {
	/** The names of the numbers of a row, in their order: a model is of use only to the code that reads the same. */
	readonly names: readonly string[];
	readonly features: Int16Array;
	/** The node to the right; the left one follows its parent. */
	readonly rights: Uint16Array;
	/** Where each tree begins. */
	readonly roots: Uint32Array;
	/** The threshold of a split, the value of a leaf. */
	readonly values: Float32Array;
}

export function scoreBy({ features, rights, roots, values }: Trees, row: ArrayLike<number>): number {
	let sum = 0;
	for (const root of roots) {
		let node: number = root;
		for (let feature = features[node]!; feature >= 0; feature = features[node]!)
			node = row[feature]! <= values[node]! ? node + 1 : root + rights[node]!;
		sum += values[node]!;
	}
	return sum;
}

/** The same of many rows, tree by tree: a tree that was just walked lies at hand for the next row. */
export function scoresBy({ features, rights, roots, values }: Trees, rows: readonly ArrayLike<number>[]): Float64Array {
	const sums = new Float64Array(rows.length);
	for (const root of roots) {
		for (let place = 0; place < rows.length; place++) {
			const row = rows[place]!;
			let node: number = root;
			for (let feature = features[node]!; feature >= 0; feature = features[node]!)
				node = row[feature]! <= values[node]! ? node + 1 : root + rights[node]!;
			sums[place]! += values[node]!;
		}
	}
	return sums;
}
