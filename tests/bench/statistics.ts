export interface Times {
	readonly median: number;
	readonly p99: number;
}

/** Median and 99th percentile, in the unit of the values. */
export function summarise(values: readonly number[]): Times {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
	return { median: at(0.5), p99: at(0.99) };
}

export const median = (values: readonly number[]): number => summarise(values).median;

/** Milliseconds that `run` takes for each of the inputs, in turn, `rounds` times over, after one round that does not count. */
export function time<T>(inputs: readonly T[], rounds: number, run: (input: T) => unknown): number[] {
	for (const input of inputs) run(input);
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		for (const input of inputs) {
			const started = performance.now();
			run(input);
			times.push(performance.now() - started);
		}
	}
	return times;
}
