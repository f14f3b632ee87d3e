/** What was asked of the program's speed, beside what was measured. */
import type { GatewayResults } from './gateway.ts';
import { FUSE_TOKENS, MINISEARCH, OWN } from './peers.ts';
import type { SearchResults } from './search.ts';
import type { Compared } from './statistics.ts';

export interface Bar {
	readonly bar: string;
	readonly isMet: boolean;
	readonly measured: string;
	readonly what: string;
}

/** A peer that was asked less than this has shown nothing of its quality. */
const LOOKUPS_MIN = 100;

interface Limit {
	readonly digits?: number;
	readonly least?: number;
	readonly most?: number;
	readonly unit?: string;
}

function barOf(what: string, value: number, { digits = 2, least, most, unit = '×' }: Limit, more = ''): Bar {
	const written = (number: number) =>
		`${number.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: 0 })} ${unit}`.trim();
	return {
		bar: least === undefined ? `≤ ${written(most!)}` : `≥ ${written(least)}`,
		isMet: least === undefined ? value <= most! : value >= least,
		measured: `${value.toFixed(digits)} ${unit}${more}`.trim(),
		what,
	};
}

export const spreadOf = ([low, high]: readonly [number, number], digits = 2): string => ` (${low.toFixed(digits)}–${high.toFixed(digits)})`;

export function searchBars({ quality, sizes, speed }: SearchResults): Bar[] {
	const [small, middle, large] = sizes.map(String) as [string, string, string];
	const own = speed[OWN]!;
	const mini = speed[MINISEARCH]![small]!.timesOurs;
	const tokens = speed[FUSE_TOKENS]!;
	const best = Math.max(
		0,
		...Object.entries(quality)
			.filter(([name, { lookups }]) => name !== OWN && lookups >= LOOKUPS_MIN)
			.map(([, { share }]) => share),
	);
	const faster = (size: string, least: number) =>
		barOf(
			`times faster than Fuse.js token search, ${Number(size).toLocaleString('en')} entries`,
			tokens[size]!.timesOurs.median,
			{ digits: 0, least },
			spreadOf(tokens[size]!.timesOurs.spread, 0),
		);
	return [
		barOf(`median against MiniSearch, ${small} entries`, 1 / mini.median, { most: 1 }, spreadOf([1 / mini.spread[1], 1 / mini.spread[0]])),
		barOf(`99th percentile against MiniSearch, ${small} entries`, 1 / mini.p99, { most: 1 }),
		barOf('Recall@1 above the best peer', quality[OWN]!.share - best, { digits: 3, least: 0.1, unit: '' }),
		faster(small, 50),
		faster(middle, 400),
		barOf(`growth of the median, ${small} to ${Number(large).toLocaleString('en')} entries`, own[large]!.median / own[small]!.median, {
			most: 4,
		}),
		barOf(`99th percentile at ${Number(large).toLocaleString('en')} entries`, own[large]!.p99, { digits: 1, most: 20, unit: 'ms' }),
	];
}

export function gatewayBars(results: GatewayResults): Bar[] {
	const against = (what: string, { ratio, spread }: Compared, limit: Limit) => barOf(what, ratio, limit, spreadOf(spread));
	return [
		against('answers a second, 50 in flight, real lookups', results.perSecond, { least: 0.8 }),
		against('autocomplete one at a time, median', results.autocompleteMedian, { most: 1.5 }),
		against('autocomplete one at a time, 99th percentile', results.autocompleteP99, { most: 1.5 }),
		against('start to READY', results.readyMilliseconds, { most: 1.5 }),
		against('resident memory at READY', results.residentAtReady, { most: 1.4 }),
		against(`resident memory after ${results.interactions.toLocaleString('en')} interactions`, results.residentAfterLongRun, { most: 1.2 }),
	];
}
