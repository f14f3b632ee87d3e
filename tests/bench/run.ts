/** `npm run bench`: measures, prints ratios, keeps the figures in results.json and writes docs/performance.md from them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const resultsFile = join(here, 'results.json');
const reportFile = join(here, '../../docs/performance.md');
const only = process.argv[2];

interface Times {
	readonly median: number;
	readonly p99: number;
}
interface Pair {
	readonly bare: number;
	readonly variorum: number;
}
interface Results {
	readonly gateway?: Record<
		'autocompleteMedian' | 'autocompleteP99' | 'perSecond' | 'readyMilliseconds' | 'residentAfterLongRun' | 'residentAtReady',
		Pair
	> & { readonly interactions: number };
	readonly machine: { readonly cores: number; readonly node: string };
	readonly search?: {
		readonly lookups: number;
		readonly quality: Record<string, number>;
		readonly sizes: readonly number[];
		readonly speed: Record<string, Record<string, Times>>;
	};
}

function measure<T>(script: string, memory: number): T {
	const output = execFileSync(process.execPath, [`--max-old-space-size=${memory}`, join(here, script)], {
		encoding: 'utf8',
		maxBuffer: 1 << 26,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	return JSON.parse(output) as T;
}

function previous(): Partial<Results> {
	try {
		return JSON.parse(readFileSync(resultsFile, 'utf8')) as Results;
	} catch {
		return {};
	}
}

const results: Results = {
	...previous(),
	machine: { cores: availableParallelism(), node: process.version },
	...(only === 'gateway' ? {} : { search: measure<Results['search']>('search.ts', 8_000) }),
	...(only === 'search' ? {} : { gateway: measure<Results['gateway']>('gateway.ts', 2_000) }),
};
writeFileSync(resultsFile, `${JSON.stringify(results, null, '\t')}\n`);
const report = write(results);
writeFileSync(reportFile, report);
console.log(report);

function write({ gateway, machine, search }: Results): string {
	const lines = [
		'# Performance',
		'',
		'Written by `npm run bench` from `tests/bench/results.json`; not by hand.',
		'',
		`Measured on ${machine.cores} cores with Node ${machine.node}, every peer in the same run. Compare the ratios: the times of a shared machine come and go.`,
		'',
	];
	if (search) lines.push(...writeSearch(search));
	if (gateway) lines.push(...writeGateway(gateway));
	return `${lines.join('\n')}\n`;
}

function writeSearch({ lookups, quality, sizes, speed }: NonNullable<Results['search']>): string[] {
	const cell = (times: Times | undefined) => (times ? `${times.median.toFixed(3)} (${times.p99.toFixed(2)})` : '–');
	const own = speed.Variorum!;
	const mini = speed['MiniSearch (fuzzy 0.2, prefix)']!;
	const tokens = speed['Fuse.js token search']!;
	const best = Math.max(
		...Object.entries(quality)
			.filter(([name]) => name !== 'Variorum')
			.map(([, share]) => share),
	);
	const [small, middle, large] = sizes.map(String) as [string, string, string];
	return [
		'## One lookup',
		'',
		`${lookups} lookups of the evaluation set over the names of 600 real entries, 6,000 and 60,000 (real ones, then invented ones); median and, in brackets, 99th percentile in milliseconds, nothing kept between queries. Recall@1 over the whole dataset.`,
		'',
		`| | Recall@1 | ${sizes.map((size) => `${size.toLocaleString('en')} entries`).join(' | ')} |`,
		`| --- | --- | ${sizes.map(() => '---').join(' | ')} |`,
		...Object.entries(speed).map(
			([name, bySize]) => `| ${name} | ${quality[name]!.toFixed(3)} | ${sizes.map((size) => cell(bySize[size])).join(' | ')} |`,
		),
		'',
		'| against the bar | measured | bar |',
		'| --- | --- | --- |',
		`| median against MiniSearch, 600 entries | ${(own[small]!.median / mini[small]!.median).toFixed(2)} × | ≤ 1.0 × |`,
		`| 99th percentile against MiniSearch, 600 entries | ${(own[small]!.p99 / mini[small]!.p99).toFixed(2)} × | ≤ 1.0 × |`,
		`| Recall@1 above the best peer | ${(quality.Variorum! - best).toFixed(3)} | ≥ 0.10 |`,
		`| faster than Fuse.js token search, 600 entries | ${(tokens[small]!.median / own[small]!.median).toFixed(0)} × | ≥ 50 × |`,
		`| faster than Fuse.js token search, 6,000 entries | ${(tokens[middle]!.median / own[middle]!.median).toFixed(0)} × | ≥ 400 × |`,
		`| growth of the median, 600 to 60,000 entries | ${(own[large]!.median / own[small]!.median).toFixed(2)} × | ≤ 4 × |`,
		`| 99th percentile at 60,000 entries | ${own[large]!.p99.toFixed(1)} ms | ≤ 20 ms |`,
		'',
	];
}

function writeGateway(gateway: NonNullable<Results['gateway']>): string[] {
	const row = (label: string, { bare, variorum }: Pair, unit: string, digits: number, bar: string) =>
		`| ${label} | ${variorum.toFixed(digits)} ${unit} | ${bare.toFixed(digits)} ${unit} | ${(variorum / bare).toFixed(2)} × | ${bar} |`;
	return [
		'## The whole program',
		'',
		'Over the Discord protocol against a stand-in on the same machine, in turn with a bare discord.js bot that answers everything with one constant embed.',
		'',
		'| | Variorum | bare bot | ratio | bar |',
		'| --- | --- | --- | --- | --- |',
		row('answers a second, 50 in flight, real lookups', gateway.perSecond, '', 0, '≥ 0.8 ×'),
		row('autocomplete one at a time, median', gateway.autocompleteMedian, 'ms', 2, '≤ 1.5 ×'),
		row('autocomplete one at a time, 99th percentile', gateway.autocompleteP99, 'ms', 2, '≤ 1.5 ×'),
		row('start to READY', gateway.readyMilliseconds, 'ms', 0, '≤ 1.5 ×'),
		row('resident memory at READY', gateway.residentAtReady, 'MB', 0, '≤ 1.4 ×'),
		row(
			`resident memory after ${gateway.interactions.toLocaleString('en')} interactions`,
			gateway.residentAfterLongRun,
			'MB',
			0,
			'≤ 1.2 ×',
		),
		'',
	];
}
