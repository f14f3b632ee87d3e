/**
 * Speed and quality of the search beside other libraries, in one process, over the same names and the same lookups. The
 * peers take turns, round by round. One that needs seconds for a lookup is asked as many as its time allows.
 */
import { join } from 'node:path';
import type { Entry, Kind } from '../../src/dataset/schema.ts';
import { openLibrary } from '../../src/library.ts';
import { type Lookup, REFUSED_CLASSES, readLookups } from '../eval/measure.ts';
import { corpusOf, createDice } from './corpus.ts';
import { OWN, openSearches, type Search } from './peers.ts';
import { median, quantile, summarise, type Times } from './statistics.ts';

export interface SearchPlan {
	/** For one peer in one round, beyond which it is asked no more. */
	readonly millisecondsPerRound: number;
	/** For one peer to be asked everything once, for its quality. */
	readonly millisecondsForQuality: number;
	readonly rounds: number;
	readonly sizes: readonly number[];
}

export interface PeerSpeed extends Times {
	/** How many lookups were measured. */
	readonly lookups: number;
	/** How many times the time of ours over the very same lookups: of the medians, and of the 99th percentiles. */
	readonly timesOurs: { readonly median: number; readonly p99: number; readonly spread: readonly [number, number] };
}

export interface SearchResults {
	readonly entries: number;
	/** Share whose first answer is right, and of how many lookups, over the whole dataset. */
	readonly quality: Readonly<Record<string, { readonly lookups: number; readonly share: number }>>;
	readonly sizes: readonly number[];
	/** By peer, then by size; in milliseconds. */
	readonly speed: Readonly<Record<string, Readonly<Record<string, PeerSpeed>>>>;
}

const kindsOf = ({ command }: Lookup) => (command === 'ask' || command === 'search' ? undefined : [command as Kind]);

/** In an order that has nothing of the set's own, so that its beginning stands for all of it. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
	const dice = createDice(seed);
	return list
		.map((item) => ({ item, order: dice() }))
		.sort((a, b) => a.order - b.order)
		.map(({ item }) => item);
}

/** Fewer than all: with every kind in its proportion. */
function spread(entries: readonly Entry[], size: number): Entry[] {
	const step = entries.length / size;
	return Array.from({ length: size }, (_, index) => entries[Math.floor(index * step)]!);
}

/** Milliseconds for one lookup after another, until there are no more or the time is over. */
function timeEach(search: Search, lookups: readonly Lookup[], milliseconds: number): number[] {
	const times: number[] = [];
	const end = performance.now() + milliseconds;
	for (const lookup of lookups) {
		const started = performance.now();
		search(lookup.query, kindsOf(lookup));
		const ended = performance.now();
		times.push(ended - started);
		if (ended > end) break;
	}
	return times;
}

/** What stands in the processor's caches when a turn begins is that of the one before: each is asked for so long before it is measured. */
const WARMING_MILLISECONDS = 50;

function measureSpeed(searches: ReadonlyMap<string, Search>, lookups: readonly Lookup[], plan: SearchPlan): Record<string, PeerSpeed> {
	const times = new Map<string, number[][]>([...searches.keys()].map((name) => [name, []]));
	for (let round = -1; round < plan.rounds; round++) {
		// Others come first in every round, and other lookups.
		const asked = shuffled(lookups, round);
		const names = [...searches.keys()];
		const order = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
		for (const name of order) {
			const search = searches.get(name)!;
			// The last ones are not those that it is measured by, unless it is asked them all.
			timeEach(search, asked.toReversed(), WARMING_MILLISECONDS);
			const measured = timeEach(search, asked, plan.millisecondsPerRound);
			// The first round is there to warm up.
			if (round >= 0) times.get(name)!.push(measured);
		}
	}
	const own = times.get(OWN)!;
	return Object.fromEntries(
		[...times].map(([name, rounds]): [string, PeerSpeed] => {
			const ratios = (share: number) =>
				rounds.map((round, index) => quantile(round, share) / quantile(own[index]!.slice(0, round.length), share));
			const medians = ratios(0.5);
			return [
				name,
				{
					...summarise(rounds.flat()),
					lookups: rounds.flat().length,
					timesOurs: { median: median(medians), p99: median(ratios(0.99)), spread: [quantile(medians, 0.25), quantile(medians, 0.75)] },
				},
			];
		}),
	);
}

function measureQuality(search: Search, lookups: readonly Lookup[], milliseconds: number): { lookups: number; share: number } {
	const end = performance.now() + milliseconds;
	let asked = 0;
	let right = 0;
	for (const lookup of lookups) {
		asked += 1;
		if (lookup.expect.includes(search(lookup.query, kindsOf(lookup))[0] ?? '')) right += 1;
		if (performance.now() > end) break;
	}
	return { lookups: asked, share: right / asked };
}

export async function measureSearch(plan: SearchPlan, root: string): Promise<SearchResults> {
	const { dataset } = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
	const lookups = shuffled(
		readLookups().filter((lookup) => !REFUSED_CLASSES.has(lookup.class)),
		1945,
	);
	const quality: Record<string, { lookups: number; share: number }> = {};
	for (const [name, search] of await openSearches(dataset.entries)) {
		quality[name] = measureQuality(search, lookups, plan.millisecondsForQuality);
		process.stderr.write(`${name}: ${quality[name].share.toFixed(3)} right of ${quality[name].lookups}\n`);
	}
	const speed: Record<string, Record<string, PeerSpeed>> = {};
	for (const size of plan.sizes) {
		const entries = size < dataset.entries.length ? spread(dataset.entries, size) : corpusOf(dataset.entries, size);
		for (const [name, measured] of Object.entries(measureSpeed(await openSearches(entries), lookups, plan))) {
			speed[name] = { ...speed[name], [size]: measured };
			process.stderr.write(
				`${name}, ${size} entries: ${measured.median.toFixed(3)} ms (${measured.p99.toFixed(2)}), ${measured.timesOurs.median.toFixed(2)} × ours\n`,
			);
		}
	}
	return { entries: dataset.entries.length, quality, sizes: plan.sizes, speed };
}
