/**
 * Vectors of fewer numbers that tell nearly the same: of all that several models say together, the directions that say most over the texts
 * from which they learned. What the models agree on lies in a few of them; what each errs in by itself is mostly left out.
 */
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Bag } from '../../src/learned/affinity.ts';

/** A row of numbers for each term, and one for each class; what a text says of a class is the product of both. */
export interface Sides {
	readonly classes: Float32Array;
	readonly size: number;
	readonly terms: Float32Array;
}

/** Less than this share of the widest direction is none: what divides by it would be noise. */
const WIDTH_MIN = 1e-9;

/**
 * The nearest to `sides` with `kept` numbers in a row, by the squares of what they differ in over `texts` and all classes: the singular
 * vectors of their product, found from what texts and classes vary in, as both are of few numbers.
 */
export function compress(sides: Sides, texts: readonly { readonly bag: Bag }[], kept: number): Sides {
	const { classes, size, terms } = sides;
	if (kept >= size) return sides;
	const { root, unroot } = rootsOf(spreadOf(texts, sides));
	const classMatrix = Matrix.from1DArray(classes.length / size, size, classes);
	const both = root.mmul(classMatrix.transpose().mmul(classMatrix)).mmul(root);
	const { realEigenvalues: strengths, eigenvectorMatrix: directions } = new EigenvalueDecomposition(both, { assumeSymmetric: true });
	const strongest = [...strengths.keys()].sort((a, b) => strengths[b]! - strengths[a]!).slice(0, kept);
	const chosen = directions.subMatrixColumn(strongest);
	const ofTerms = turned(terms, size, unroot.mmul(chosen));
	const ofClasses = turned(classes, size, root.mmul(chosen));
	// Both sides of like length in every direction, so that bytes hold them equally well.
	for (let column = 0; column < kept; column++) {
		const scale = Math.sqrt(lengthOf(ofClasses, kept, column) / lengthOf(ofTerms, kept, column));
		for (let at = column; at < ofTerms.length; at += kept) ofTerms[at]! *= scale;
		for (let at = column; at < ofClasses.length; at += kept) ofClasses[at]! /= scale;
	}
	return { classes: ofClasses, size: kept, terms: ofTerms };
}

/** How texts vary: the sum over all of them of the products of every two numbers of their vectors. */
function spreadOf(texts: readonly { readonly bag: Bag }[], { size, terms }: Sides): Matrix {
	const sums = new Float64Array(size * size);
	const vector = new Float64Array(size);
	for (const { bag } of texts) {
		vector.fill(0);
		for (const [term, weight] of bag) for (let i = 0; i < size; i++) vector[i]! += weight * terms[term * size + i]!;
		for (let i = 0; i < size; i++) for (let j = i; j < size; j++) sums[i * size + j]! += vector[i]! * vector[j]!;
	}
	const spread = new Matrix(size, size);
	for (let i = 0; i < size; i++)
		for (let j = i; j < size; j++) {
			spread.set(i, j, sums[i * size + j]!);
			spread.set(j, i, sums[i * size + j]!);
		}
	return spread;
}

/** The square root of a spread, and its inverse. */
function rootsOf(spread: Matrix) {
	const { realEigenvalues: widths, eigenvectorMatrix: axes } = new EigenvalueDecomposition(spread, { assumeSymmetric: true });
	const least = Math.max(...widths) * WIDTH_MIN;
	const roots = widths.map((width) => Math.sqrt(Math.max(width, least)));
	const along = (values: readonly number[]) => axes.mmul(Matrix.diag([...values])).mmul(axes.transpose());
	return { root: along(roots), unroot: along(roots.map((value) => 1 / value)) };
}

/** Every row times a matrix. Rows of nothing, of which there are many, stay as they are. */
function turned(rows: Float32Array, size: number, by: Matrix): Float32Array {
	const columns = by.to2DArray().map((row) => Float64Array.from(row));
	const width = by.columns;
	const all = new Float32Array((rows.length / size) * width);
	const one = new Float64Array(width);
	for (let row = 0; row * size < rows.length; row++) {
		one.fill(0);
		for (let i = 0; i < size; i++) {
			const value = rows[row * size + i]!;
			const column = columns[i]!;
			if (value !== 0) for (let j = 0; j < width; j++) one[j]! += value * column[j]!;
		}
		all.set(one, row * width);
	}
	return all;
}

/** The root of the mean square of a column. */
function lengthOf(rows: Float32Array, size: number, column: number): number {
	let square = 0;
	for (let at = column; at < rows.length; at += size) square += rows[at]! ** 2;
	return Math.sqrt(square / (rows.length / size));
}
