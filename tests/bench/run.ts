/**
 * `npm run bench`: measures, prints the ratios, keeps the figures in `results.json` and writes `docs/performance.md` from
 * them. `-- search` or `-- gateway` measures one part and keeps the other; `-- --quick` only shows that everything runs,
 * and keeps nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gatewayBars, searchBars } from './bars.ts';
import { type GatewayPlan, measureGateway } from './gateway.ts';
import { type Results, writeReport } from './report.ts';
import { measureSearch, type SearchPlan } from './search.ts';

const root = join(import.meta.dirname, '../..');
const resultsFile = join(import.meta.dirname, 'results.json');
const reportFile = join(root, 'docs/performance.md');

const SIZES = [600, 6_000, 60_000];
const SEARCH: Record<'full' | 'quick', SearchPlan> = {
	full: { millisecondsForQuality: 25_000, millisecondsPerRound: 1_500, rounds: 5, sizes: SIZES },
	quick: { millisecondsForQuality: 500, millisecondsPerRound: 100, rounds: 2, sizes: SIZES },
};
const GATEWAY: Record<'full' | 'quick', GatewayPlan> = {
	full: { commandsPerRound: 3_000, completionsPerRound: 400, longRun: 100_000, rounds: 16, starts: 12 },
	quick: { commandsPerRound: 600, completionsPerRound: 200, longRun: 2_000, rounds: 3, starts: 2 },
};

const { positionals, values } = parseArgs({ allowPositionals: true, options: { quick: { default: false, type: 'boolean' } } });
const [part] = positionals;
if (part !== undefined && part !== 'gateway' && part !== 'search')
	throw new Error(`there is no part ${part}: there are search and gateway`);
const length = values.quick ? 'quick' : 'full';

const before = values.quick ? {} : previous();
const results: Results = {
	...before,
	date: new Date().toISOString(),
	machine: {
		cores: availableParallelism(),
		memoryGigabytes: Math.round(totalmem() / 2 ** 30),
		processor: cpus()[0]?.model ?? 'unknown processor',
		system: `${type()} ${release()}`,
	},
	quick: values.quick,
	versions: versions(),
	...(part === 'search' ? {} : { gateway: await measureGateway(GATEWAY[length], root) }),
	...(part === 'gateway' ? {} : { search: await measureSearch(SEARCH[length], root) }),
};
for (const { bar, isMet, measured, what } of [
	...(results.search ? searchBars(results.search) : []),
	...(results.gateway ? gatewayBars(results.gateway) : []),
])
	console.log(`${isMet ? 'met  ' : 'SHORT'}  ${what}: ${measured}, bar ${bar}`);
const report = writeReport(results);
if (!values.quick) {
	writeFileSync(resultsFile, `${JSON.stringify(results, null, '\t')}\n`);
	writeFileSync(reportFile, report);
	console.log(`Written: ${reportFile}`);
}
// Whatever the searches of the peers still hold on to.
process.exit(0);

function previous(): Partial<Results> {
	try {
		return JSON.parse(readFileSync(resultsFile, 'utf8')) as Results;
	} catch {
		return {};
	}
}

/** Of Node, and of everything that is measured. */
function versions(): Record<string, string> {
	const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
		string,
		Record<string, string>
	>;
	const all = { ...dependencies, ...devDependencies };
	const peers = ['discord.js', 'fuse.js', 'minisearch', '@leeoniya/ufuzzy', '@orama/orama', 'flexsearch'];
	return { Node: process.versions.node, ...Object.fromEntries(peers.map((name) => [name, all[name]!])) };
}
