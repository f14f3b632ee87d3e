/** Writes `docs/performance.md` from what was measured. */
import { type Bar, gatewayBars, searchBars, spreadOf } from './bars.ts';
import type { GatewayResults } from './gateway.ts';
import type { SearchResults } from './search.ts';
import type { Compared } from './statistics.ts';

export interface Results {
	readonly date: string;
	readonly gateway?: GatewayResults;
	readonly machine: { readonly cores: number; readonly memoryGigabytes: number; readonly processor: string; readonly system: string };
	/** Measured with `--quick`: to see that everything runs, not to be quoted. */
	readonly quick: boolean;
	readonly search?: SearchResults;
	readonly versions: Readonly<Record<string, string>>;
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);

const barTable = (bars: readonly Bar[]): string[] =>
	table(
		['', 'measured', 'bar', ''],
		bars.map(({ bar, isMet, measured, what }) => [what, measured, bar, isMet ? 'met' : '**short**']),
	);

export function writeReport({ date, gateway, machine, quick, search, versions }: Results): string {
	const bars = [...(search ? searchBars(search) : []), ...(gateway ? gatewayBars(gateway) : [])];
	const met = bars.filter(({ isMet }) => isMet).length;
	return `${[
		'# Performance',
		'',
		'Written by `npm run bench` from `tests/bench/results.json`, not by hand. Every figure is a ratio to a peer that was measured in the same run, in turn, in short batches: the times of a machine come and go, and fall on both. In brackets, the half of the rounds that lies in the middle.',
		'',
		...(quick ? ['**A quick run, to see that everything works: not to be quoted.**', ''] : []),
		`${date.slice(0, 10)} · ${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB · ${machine.system} · ${Object.entries(
			versions,
		)
			.map(([name, version]) => `${name} ${version}`)
			.join(', ')}.`,
		'',
		`**${met} of ${bars.length} bars are met.**`,
		'',
		...(search ? writeSearch(search) : []),
		...(gateway ? writeGateway(gateway) : []),
	].join('\n')}`;
}

function writeSearch(results: SearchResults): string[] {
	const { entries, quality, sizes, speed } = results;
	return [
		'## One lookup',
		'',
		`The lookups of the evaluation set (\`tests/eval/\`) over the names of ${sizes.map((size) => size.toLocaleString('en')).join(', ')} entries: real ones as far as they go, then invented ones. Median and, in brackets, 99th percentile in milliseconds; no answer is kept for the next query, and each turn begins with lookups that are not counted, for 50 ms. Peers that need seconds for a lookup were asked as many as their time allowed, and are compared with ours over the same ones; of fewer than 100, what stands for the 99th percentile is the slowest. Recall@1 is over the ${entries.toLocaleString('en')} entries of the dataset.`,
		'',
		...table(
			['', 'Recall@1', ...sizes.map((size) => `${size.toLocaleString('en')} entries`)],
			Object.entries(speed).map(([name, bySize]) => [
				name,
				`${quality[name]!.share.toFixed(3)} of ${quality[name]!.lookups.toLocaleString('en')}`,
				...sizes.map((size) => {
					const { lookups, median, p99 } = bySize[size]!;
					return `${median.toFixed(3)} (${p99.toFixed(2)}), ${lookups.toLocaleString('en')} lookups`;
				}),
			]),
		),
		'',
		...barTable(searchBars(results)),
		'',
	];
}

function writeGateway(results: GatewayResults): string[] {
	const row = (what: string, { bare, ratio, spread, variorum }: Compared, unit: string, digits: number) => [
		what,
		`${variorum.toFixed(digits)} ${unit}`,
		`${bare.toFixed(digits)} ${unit}`,
		`${ratio.toFixed(2)} ×${spreadOf(spread)}`,
	];
	return [
		'## The whole program',
		'',
		'Over the Discord protocol against a stand-in on the same machine, beside a bare discord.js bot in plain JavaScript. That bot answers every command with one constant embed and suggests one constant list, each as large on the wire as those of Variorum are on average. Both run at the same time, have been up for 20 s, and are asked in turn. Nothing is completed twice; the 99th percentile is that of all completions of all rounds. The time on a processor is that of the bot alone, over all of its threads.',
		'',
		...table(
			['', 'Variorum', 'bare bot', 'ratio'],
			[
				row('answers a second, 50 in flight', results.perSecond, '', 0),
				row('processor for an answer', results.processorPerAnswer, 'ms', 3),
				row('autocomplete, median', results.autocompleteMedian, 'ms', 3),
				row('autocomplete, 99th percentile', results.autocompleteP99, 'ms', 2),
				row('processor for an autocomplete', results.autocompleteProcessor, 'ms', 3),
				row('start to READY', results.readyMilliseconds, 'ms', 0),
				row('processor until READY', results.readyProcessor, 'ms', 0),
				row('memory at READY', results.residentAtReady, 'MB', 0),
				row(`memory after ${results.interactions.toLocaleString('en')} interactions`, results.residentAfterLongRun, 'MB', 0),
			],
		),
		'',
		...barTable(gatewayBars(results)),
		'',
	];
}
