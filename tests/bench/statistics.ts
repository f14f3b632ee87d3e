export interface Times {
	readonly median: number;
	readonly p99: number;
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median and 99th percentile, in the unit of the values. */
export const summarise = (values: readonly number[]): Times => ({ median: median(values), p99: quantile(values, 0.99) });

/** Two measured in turn, round by round: the median of each, and of their ratios, with the half that lies in the middle. */
export interface Compared {
	readonly bare: number;
	readonly ratio: number;
	/** The lower and the upper quartile of the ratios. */
	readonly spread: readonly [number, number];
	readonly variorum: number;
}

export function compare<T>(rounds: readonly { readonly bare: T; readonly variorum: T }[], pick: (round: T) => number): Compared {
	const ratios = rounds.map(({ bare, variorum }) => pick(variorum) / pick(bare));
	return {
		bare: median(rounds.map(({ bare }) => pick(bare))),
		ratio: median(ratios),
		spread: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
		variorum: median(rounds.map(({ variorum }) => pick(variorum))),
	};
}

/**
 * The same for what few of the values decide: of a round of 400 the 99th percentile is the fourth slowest, which is chance. It is that of the
 * values of all rounds together; what is in brackets still comes from round to round.
 */
export function compareAll<T>(
	rounds: readonly { readonly bare: T; readonly variorum: T }[],
	pick: (round: T) => readonly number[],
	measure: (values: readonly number[]) => number,
): Compared {
	const bare = measure(rounds.flatMap((round) => pick(round.bare)));
	const variorum = measure(rounds.flatMap((round) => pick(round.variorum)));
	return { bare, ratio: variorum / bare, spread: compare(rounds, (round) => measure(pick(round))).spread, variorum };
}
