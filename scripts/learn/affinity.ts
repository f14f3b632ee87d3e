/** Learns which words are used of which entry: a linear classifier of bags of words, with words and entries as short vectors. */
import { type AffinityModel, bagOf, type Vectors } from '../../src/factcheck/affinity.ts';
import type { AssertionIndex } from '../../src/factcheck/index.ts';
import { dice } from './boost.ts';

const SIZE = 64;
const EPOCHS = 16;
/** Other entries that a text is set against each time: half of them at random, half of those that share a word with it. */
const OTHERS = 40;
const RATE = 0.1;
/** Words that are left out each time, so that none alone decides. */
const LEFT_OUT = 0.2;
const BIAS_RATE = 0.1;
/** A word that stands in fewer texts teaches nothing. */
const TEXTS_MIN = 2;

/** From every text of an index, those kept apart from it excepted. The same index gives the same model. */
export function learnAffinity({ entries, postings, unitStarts, units, vocabulary }: AssertionIndex): AffinityModel {
	const random = dice(1);
	const texts = entries.flatMap((_, row) =>
		Array.from({ length: unitStarts[row + 1]! - unitStarts[row]! }, (__, place) => ({ row, unit: unitStarts[row]! + place })),
	);
	const bags = texts.map(({ unit }) => {
		const words = [];
		for (let slot = units.slotStarts[unit]!; slot < units.slotStarts[unit + 1]!; slot++)
			words.push({ terms: [...units.terms.subarray(units.termStarts[slot], units.termStarts[slot + 1])], weight: units.weights[slot]! });
		return bagOf(words);
	});
	const scattered = (count: number) => Float32Array.from({ length: count * SIZE }, () => (random() - 0.5) / SIZE);
	const terms = scattered(vocabulary.terms.length);
	const classes = scattered(entries.length);
	const biases = new Float32Array(entries.length);
	const vector = new Float32Array(SIZE);
	const gradient = new Float32Array(SIZE);
	const order = [...texts.keys()];
	const pick = (count: number) => Math.floor(random() * count);
	for (let epoch = 0; epoch < EPOCHS; epoch++) {
		for (let i = order.length - 1; i > 0; i--) {
			const j = pick(i + 1);
			[order[i], order[j]] = [order[j]!, order[i]!];
		}
		const rate = RATE * (1 - epoch / EPOCHS);
		for (const at of order) {
			const { row } = texts[at]!;
			const kept = bags[at]!.filter(() => random() > LEFT_OUT);
			const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0));
			if (length === 0) continue;
			vector.fill(0);
			for (const [term, weight] of kept) for (let i = 0; i < SIZE; i++) vector[i]! += (weight / length) * terms[term * SIZE + i]!;
			const rows = [row];
			for (let n = 0; n < OTHERS; n++) {
				const [term] = kept[pick(kept.length)]!;
				const from = postings.starts[term]!;
				const count = postings.starts[term + 1]! - from;
				const other = n % 2 === 0 || count === 0 ? pick(entries.length) : postings.entries[from + pick(count)]!;
				if (other !== row) rows.push(other);
			}
			const scores = rows.map((one) => {
				let score = biases[one]!;
				for (let i = 0; i < SIZE; i++) score += vector[i]! * classes[one * SIZE + i]!;
				return score;
			});
			const most = Math.max(...scores);
			const shares = scores.map((score) => Math.exp(score - most));
			const total = shares.reduce((sum, share) => sum + share, 0);
			gradient.fill(0);
			rows.forEach((one, place) => {
				const error = Number(place === 0) - shares[place]! / total;
				biases[one]! += rate * error * BIAS_RATE;
				for (let i = 0; i < SIZE; i++) {
					gradient[i]! += error * classes[one * SIZE + i]!;
					classes[one * SIZE + i]! += rate * error * vector[i]!;
				}
			});
			for (const [term, weight] of kept)
				for (let i = 0; i < SIZE; i++) terms[term * SIZE + i]! += ((rate * weight) / length) * gradient[i]!;
		}
	}
	const counts = new Uint32Array(vocabulary.terms.length);
	for (const bag of bags) for (const term of new Set(bag.map(([one]) => one))) counts[term]!++;
	const kept = [...vocabulary.terms.keys()].filter((term) => counts[term]! >= TEXTS_MIN);
	return {
		biases,
		entries: bytesOf(classes, [...entries.keys()], (row) => entries[row]!.id),
		size: SIZE,
		terms: bytesOf(terms, kept, (term) => vocabulary.terms[term]!),
	};
}

function bytesOf(values: Float32Array, rows: readonly number[], nameOf: (row: number) => string): Vectors {
	const scales = Float32Array.from(rows, (row) => {
		let most = 1e-9;
		for (let i = 0; i < SIZE; i++) most = Math.max(most, Math.abs(values[row * SIZE + i]!));
		return most / 127;
	});
	const bytes = new Int8Array(rows.length * SIZE);
	rows.forEach((row, place) => {
		for (let i = 0; i < SIZE; i++) bytes[place * SIZE + i] = Math.round(values[row * SIZE + i]! / scales[place]!);
	});
	return { bytes, names: rows.map(nameOf), scales };
}
