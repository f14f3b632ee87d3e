import { expect, it } from 'vitest';
import { dice } from '../../scripts/learn/boost.ts';
import { compress, type Sides } from '../../scripts/learn/compress.ts';
import type { Bag } from '../../src/learned/affinity.ts';

const TERMS = 60;
const CLASSES = 20;

const random = dice(3);
const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5);
const texts = Array.from({ length: 200 }, () => ({
	bag: Array.from({ length: 5 }, (): [number, number] => [Math.floor(random() * TERMS), random()]) as Bag,
}));

/** What a text says of each class. */
function scoresOf({ classes, size, terms }: Sides, bag: Bag): number[] {
	const vector = Array.from({ length: size }, (_, i) => bag.reduce((sum, [term, weight]) => sum + weight * terms[term * size + i]!, 0));
	return Array.from({ length: classes.length / size }, (_, row) =>
		vector.reduce((sum, value, i) => sum + value * classes[row * size + i]!, 0),
	);
}

function errorOf(one: Sides, other: Sides): number {
	const [whole, off] = texts.reduce(
		([square, difference], { bag }) => {
			const scores = scoresOf(one, bag);
			const others = scoresOf(other, bag);
			return [
				square! + scores.reduce((sum, score) => sum + score ** 2, 0),
				difference! + scores.reduce((sum, score, row) => sum + (score - others[row]!) ** 2, 0),
			];
		},
		[0, 0],
	) as [number, number];
	return off / whole;
}

/** Several models that say the same, each turned its own way, and a little that each says by itself. */
function agreeing(share: number): Sides {
	const [ofTerms, ofClasses] = [numbers(TERMS * 4), numbers(CLASSES * 4)];
	const size = 12;
	const spread = (rows: Float32Array, count: number) => {
		const all = new Float32Array(count * size);
		for (let row = 0; row < count; row++)
			for (let voice = 0; voice < 3; voice++)
				for (let i = 0; i < 4; i++) all[row * size + voice * 4 + ((i + voice) % 4)] = rows[row * 4 + i]! + share * (random() - 0.5);
		return all;
	};
	return { classes: spread(ofClasses, CLASSES), size, terms: spread(ofTerms, TERMS) };
}

it('tells all that was told where no more directions were used than are kept', () => {
	const sides = agreeing(0);
	const less = compress(sides, texts, 4);
	expect(less.size).toBe(4);
	expect(less.terms).toHaveLength(TERMS * 4);
	expect(less.classes).toHaveLength(CLASSES * 4);
	expect(errorOf(sides, less)).toBeLessThan(1e-6);
});

it('keeps what the models agree on, and loses the less the more is kept', () => {
	const sides = agreeing(0.3);
	const errors = [2, 4, 8, 11].map((kept) => errorOf(sides, compress(sides, texts, kept)));
	expect(errors).toEqual(errors.toSorted((a, b) => b - a));
	expect(errors[1]).toBeLessThan(0.1);
	expect(errors[0]).toBeGreaterThan(0.1);
});

it('leaves alone what is small enough', () => {
	const sides = agreeing(0.3);
	expect(compress(sides, texts, 12)).toBe(sides);
});

it('gives both sides like lengths, so that bytes hold them equally well', () => {
	const { classes, size, terms } = compress(agreeing(0.3), texts, 4);
	const lengthOf = (rows: Float32Array, column: number) =>
		Math.sqrt(rows.reduce((sum, value, at) => sum + (at % size === column ? value ** 2 : 0), 0) / (rows.length / size));
	for (let column = 0; column < size; column++) expect(lengthOf(classes, column) / lengthOf(terms, column)).toBeCloseTo(1, 3);
});
