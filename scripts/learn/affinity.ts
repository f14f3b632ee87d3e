/** Learns which words are used of which entry: a linear classifier of bags of words, with words and entries as short vectors. */
import type { AffinityModel, Bag, Vectors } from '../../src/learned/affinity.ts';
import { dice } from './boost.ts';
import { compress } from './compress.ts';

const BIAS_RATE = 0.1;
/** Of the rows that a text is set against some of, so many; and the most of all. */
const SOME = 12;
const ROWS_MAX = 256;

/** A text, and the rows of the entries that it is of: any of them is right. */
export interface TextOf {
	readonly bag: Bag;
	readonly rows: readonly number[];
}

export interface Lesson {
	/** Rows that a text of one is always set against, and rows of which some are. */
	readonly beside?: (row: number) => { readonly all: readonly number[]; readonly some: readonly number[] };
	/** A row that every text of another is set against each time. */
	readonly against?: number;
	readonly entries: readonly string[];
	/** How often each text is looked at. */
	readonly epochs: number;
	/** Numbers of a vector that are kept of those of all voices: a multiple of 4; all where not said. */
	readonly kept?: number;
	/** The rows of the entries that have a term. */
	having(term: number): ArrayLike<number>;
	/** The share of words that are left out each time, so that none alone decides. */
	readonly leftOut: number;
	/** Other entries that a text is set against each time: half of them at random, half of those that share a word with it. */
	readonly others: number;
	/** How far each text moves the vectors at first; nothing at last. */
	readonly rate: number;
	/** Terms of which only those with the longest vectors are kept, as they say most: what is read at every start must be small. */
	readonly scarce?: { readonly most: number; is(term: string): boolean };
	/** Numbers of a vector of one voice. */
	readonly size: number;
	readonly terms: readonly string[];
	readonly texts: readonly TextOf[];
	/** In how many texts a term must stand to teach anything. */
	textsMin(term: string): number;
	/** Models that are learned, each from other beginnings, and asked together. What each errs in is mostly its own. */
	readonly voices: number;
}

/** The vectors of terms and of entries, and what is added to an entry whatever the text. */
interface Voice {
	readonly biases: Float32Array;
	readonly classes: Float32Array;
	readonly terms: Float32Array;
}

/** The same lesson gives the same model. */
export function learnBags(lesson: Lesson): AffinityModel {
	const { entries, kept: keptNumbers = Number.POSITIVE_INFINITY, scarce, terms: names, textsMin, voices: count } = lesson;
	const counts = new Uint32Array(names.length);
	for (const { bag } of lesson.texts) for (const term of new Set(bag.map(([one]) => one))) counts[term]!++;
	const isKept = (term: number) => counts[term]! >= textsMin(names[term]!);
	const texts = lesson.texts.map(({ bag, rows }) => ({ bag: bag.filter(([term]) => isKept(term)), rows }));
	const voices = Array.from({ length: count }, (_, place) => learnVoice({ ...lesson, texts }, place + 1));
	// Side by side in one vector, their odds are added up; each counts for its share.
	const beside = (of: (voice: Voice) => Float32Array, share: number, rows: number, isWanted: (row: number) => boolean = () => true) => {
		const all = new Float32Array(rows * lesson.size * count);
		voices.forEach((voice, place) => {
			const one = of(voice);
			for (let row = 0; row < rows; row++) {
				if (!isWanted(row)) continue;
				for (let i = 0; i < lesson.size; i++) all[(row * count + place) * lesson.size + i] = one[row * lesson.size + i]! * share;
			}
		});
		return all;
	};
	const { classes, size, terms } = compress(
		{
			classes: beside((voice) => voice.classes, 1 / count, entries.length),
			size: lesson.size * count,
			terms: beside((voice) => voice.terms, 1, names.length, isKept),
		},
		texts,
		keptNumbers,
	);
	const lengthOf = (term: number) => Math.hypot(...terms.subarray(term * size, (term + 1) * size));
	const known = [...names.keys()].filter(isKept);
	const isScarce = (term: number) => scarce?.is(names[term]!) ?? false;
	const longest = new Set(
		known
			.filter(isScarce)
			.sort((a, b) => lengthOf(b) - lengthOf(a))
			.slice(0, scarce?.most),
	);
	const kept = known.filter((term) => !isScarce(term) || longest.has(term)).sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
	return {
		biases: Float32Array.from(entries, (_, row) => voices.reduce((sum, { biases }) => sum + biases[row]!, 0) / count),
		entries: bytesOf(classes, size, [...entries.keys()], (row) => entries[row]!),
		size,
		terms: bytesOf(terms, size, kept, (term) => names[term]!),
	};
}

function learnVoice(
	{ against, beside, entries, epochs, having, leftOut, others, rate: fastest, size, terms: names, texts }: Lesson,
	seed: number,
): Voice {
	const random = dice(seed);
	const scattered = (count: number) => Float32Array.from({ length: count * size }, () => (random() - 0.5) / size);
	const terms = scattered(names.length);
	const classes = scattered(entries.length);
	const biases = new Float32Array(entries.length);
	const vector = new Float32Array(size);
	const gradient = new Float32Array(size);
	const order = [...texts.keys()];
	const pick = (count: number) => Math.floor(random() * count);
	const keptTerms: number[] = [];
	const keptWeights: number[] = [];
	const rows = new Uint32Array(ROWS_MAX);
	const errors = new Float64Array(ROWS_MAX);
	for (let epoch = 0; epoch < epochs; epoch++) {
		for (let i = order.length - 1; i > 0; i--) {
			const j = pick(i + 1);
			[order[i], order[j]] = [order[j]!, order[i]!];
		}
		const rate = fastest * (1 - epoch / epochs);
		for (const at of order) {
			const { bag, rows: meant } = texts[at]!;
			keptTerms.length = keptWeights.length = 0;
			let square = 0;
			for (const [term, weight] of bag) {
				if (random() <= leftOut) continue;
				keptTerms.push(term);
				keptWeights.push(weight);
				square += weight * weight;
			}
			const length = Math.sqrt(square);
			if (length === 0) continue;
			vector.fill(0);
			for (let k = 0; k < keptTerms.length; k++) {
				const share = keptWeights[k]! / length;
				const from = keptTerms[k]! * size;
				for (let i = 0; i < size; i++) vector[i]! += share * terms[from + i]!;
			}
			rows[0] = meant.length === 1 ? meant[0]! : meant[pick(meant.length)]!;
			let count = 1;
			for (let n = 0; n < others; n++) {
				const near = having(keptTerms[pick(keptTerms.length)]!);
				const other = n % 2 === 0 || near.length === 0 ? pick(entries.length) : near[pick(near.length)]!;
				if (!meant.includes(other)) rows[count++] = other;
			}
			if (against !== undefined && !meant.includes(against)) rows[count++] = against;
			if (beside) {
				const { all, some } = beside(rows[0]!);
				for (const other of all) if (other !== rows[0]) rows[count++] = other;
				for (let n = 0; n < SOME && some.length > 0; n++) rows[count++] = some[pick(some.length)]!;
			}
			let most = Number.NEGATIVE_INFINITY;
			for (let k = 0; k < count; k++) {
				const one = rows[k]!;
				let score = biases[one]!;
				for (let i = 0; i < size; i++) score += vector[i]! * classes[one * size + i]!;
				errors[k] = score;
				if (score > most) most = score;
			}
			let total = 0;
			for (let k = 0; k < count; k++) {
				errors[k] = Math.exp(errors[k]! - most);
				total += errors[k]!;
			}
			gradient.fill(0);
			for (let k = 0; k < count; k++) {
				const one = rows[k]!;
				const error = (k === 0 ? 1 : 0) - errors[k]! / total;
				biases[one]! += rate * error * BIAS_RATE;
				const from = one * size;
				const step = rate * error;
				for (let i = 0; i < size; i++) {
					gradient[i]! += error * classes[from + i]!;
					classes[from + i]! += step * vector[i]!;
				}
			}
			for (let k = 0; k < keptTerms.length; k++) {
				const from = keptTerms[k]! * size;
				const step = (rate * keptWeights[k]!) / length;
				for (let i = 0; i < size; i++) terms[from + i]! += step * gradient[i]!;
			}
		}
	}
	return { biases, classes, terms };
}

function bytesOf(values: Float32Array, size: number, rows: readonly number[], nameOf: (row: number) => string): Vectors {
	const scales = Float32Array.from(rows, (row) => {
		let most = 1e-9;
		for (let i = 0; i < size; i++) most = Math.max(most, Math.abs(values[row * size + i]!));
		return most / 127;
	});
	const bytes = new Int8Array(rows.length * size);
	rows.forEach((row, place) => {
		for (let i = 0; i < size; i++) bytes[place * size + i] = Math.round(values[row * size + i]! / scales[place]!);
	});
	return { bytes, names: rows.map(nameOf), scales };
}
