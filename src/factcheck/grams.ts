/** Everything that a clause brings to what is learned of whole clauses: the terms of its words, and the words themselves as they are written. */
import { type Bag, bagOf } from '../learned/affinity.ts';
import { SortedTexts } from '../search/sorted.ts';
import type { AssertionIndex } from './index.ts';
import type { Reading } from './reading.ts';

/** A meaning that is less sure says nothing. */
const MEANT_MIN = 0.6;
const INHERITED_SHARE = 0.5;
/** How much the signs of a clause, its pieces of words and their pairs weigh beside the terms of the index. */
const SIGNS_SHARE = 0.56;
const PIECES_SHARE = 0.7;
const PAIRS_SHARE = 0.56;
const PIECE_LENGTH = 7;
const PAIRED_LENGTH = 6;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

type Grams = readonly (readonly [name: string, weight: number])[];

/** Three models ask for them. */
const read = new WeakMap<Reading, Grams>();

/** Everything that a clause brings, by names that are the same for every text, with weights of length 1 together. */
export function gramsOf(reading: Reading, index: AssertionIndex): Grams {
	let grams = read.get(reading);
	if (!grams) {
		grams = readGrams(reading, index);
		read.set(reading, grams);
	}
	return grams;
}

function readGrams(reading: Reading, { vocabulary }: AssertionIndex): Grams {
	const { actors, amounts, dates, durations, stance } = reading;
	const words = stance.said.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
	const signs = [
		`sign ${stance.sign}`,
		...(stance.falsity ? ['false'] : []),
		...[...stance.poles].map(([axis, pole]) => `pole ${axis} ${pole}`),
		...actors.map((actor, place) => `actor ${place} ${actor}`),
		...(actors.length > 1 ? [`actors ${actors[0]} ${actors[1]}`] : []),
		...amounts.map(({ low }) => `number ${low}`),
		...dates.map(({ from }) => `date ${from}`),
		...durations.map(([low]) => `lasting ${Math.round(low)}`),
	];
	const pieces = words.flatMap((word) => (CJK.test(word) ? runsOf(word) : [word.slice(0, PIECE_LENGTH)]));
	const pairs = words.slice(1).map((word, place) => `${words[place]!.slice(0, PAIRED_LENGTH)} ${word.slice(0, PAIRED_LENGTH)}`);
	const evenly = (names: readonly string[], mark: string, share: number) =>
		names.map((name) => [`${mark}${name}`, share / Math.sqrt(names.length)] as const);
	const all = [
		...bagOf(wordsOf(reading)).map(([term, weight]) => [vocabulary.terms[term]!, weight] as const),
		...evenly(signs, SIGN, SIGNS_SHARE),
		...evenly(pieces, PIECE, PIECES_SHARE),
		...evenly(pairs, PAIR, PAIRS_SHARE),
	];
	const length = Math.hypot(...all.map(([, weight]) => weight)) || 1;
	return all.map(([name, weight]) => [name, weight / length]);
}

const SIGN = '\u0001';
const PIECE = '\u0002';
const PAIR = '\u0003';

/** Whether a name is of what is written, and not of a term of the index. */
export const isWritten = (name: string) => name.startsWith(SIGN) || name.startsWith(PIECE) || name.startsWith(PAIR);

/** Two and three characters in a row. */
const runsOf = (word: string): string[] =>
	[...word].flatMap((character, place, all) => {
		const [second, third] = [all[place + 1], all[place + 2]];
		if (second === undefined) return [];
		return third === undefined ? [character + second] : [character + second, character + second + third];
	});

/** The terms of a clause. */
const wordsOf = ({ slots }: Reading): { readonly terms: readonly number[]; readonly weight: number }[] =>
	slots
		.filter(({ slot }) => !slot.filler)
		.map(({ inherited, meanings, weight }) => ({
			terms: meanings.filter(({ quality }) => quality > MEANT_MIN).map(({ term }) => term),
			weight: weight * (inherited ? INHERITED_SHARE : 1),
		}));

/** Models that learned the same names share what finds them. */
const tables = new WeakMap<readonly string[], SortedTexts>();

/** Those of a clause's that were learned, by their rows in a model; `names`: of its terms, sorted. */
export function bagIn(names: readonly string[], grams: Grams): Bag {
	let rows = tables.get(names);
	if (!rows) {
		rows = new SortedTexts(names.length, (row) => names[row]!);
		tables.set(names, rows);
	}
	const known = rows;
	return grams.flatMap(([name, weight]) => {
		const row = known.positionOf(name);
		return row === undefined ? [] : [[row, weight] as const];
	});
}
