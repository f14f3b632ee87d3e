/** Boosted decision trees: how a row of numbers is weighed by a model that was learned from examples. */
import { bufferOf, textOf } from './bytes.ts';

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

/** A model as it is kept in a file: its arrays as base64. */
export interface KeptTrees {
	readonly features: string;
	readonly names: readonly string[];
	readonly rights: string;
	readonly roots: string;
	readonly values: string;
}

export const keepTrees = ({ features, names, rights, roots, values }: Trees): KeptTrees => ({
	features: textOf(features),
	names,
	rights: textOf(rights),
	roots: textOf(roots),
	values: textOf(values),
});

export const restoreTrees = ({ features, names, rights, roots, values }: KeptTrees): Trees => ({
	features: new Int16Array(bufferOf(features)),
	names,
	rights: new Uint16Array(bufferOf(rights)),
	roots: new Uint32Array(bufferOf(roots)),
	values: new Float32Array(bufferOf(values)),
});
