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
