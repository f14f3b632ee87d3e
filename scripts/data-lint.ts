/**
 * `npm run data:lint [file…]`: every fault of the dataset, or of the named files, in one run, file by file.
 * Ends with 0 when there is none, 1 when there are some, 2 when a named file is not there.
 */
import { createDataset } from '../src/dataset/dataset.ts';
import { counted, type Fault, formatDetails } from '../src/dataset/fault.ts';
import { lintDataset } from '../src/dataset/load.ts';
import { LABELLED, PHRASINGS } from '../src/dataset/read.ts';
import { phrasingsIn } from '../src/knowledge.ts';
import { dataDirectory, namedFiles } from './data-tools.ts';

const directory = dataDirectory();
const { faults: own, raw } = lintDataset(directory);
// Phrasings name what the entries hold: where these have faults, they are mended first.
const { entries, manifest, redirects, topics } = raw;
const dataset = createDataset({ entries, manifest, redirects, topics });
const faults = own.length > 0 ? own : [PHRASINGS, LABELLED].flatMap((folder) => phrasingsIn(directory, dataset, folder).faults);
const known = [...new Set([...raw.documents.keys(), ...faults.map(({ file }) => file)])];
const { only, unknown } = namedFiles(directory, process.argv.slice(2), known);
const shown = only ? faults.filter(({ file }) => only.has(file)) : faults;

for (const [file, list] of Map.groupBy(shown, ({ file }) => file)) {
	console.log(file);
	for (const fault of list.toSorted(byLine)) console.log(`${formatDetails(fault)}\n`);
}
for (const sentence of unknown) console.error(sentence);

const files = new Set(shown.map(({ file }) => file)).size;
const machine = shown.filter(({ fix }) => fix).length;
if (shown.length > 0) {
	console.log(
		`${counted(shown.length, 'fault')} in ${counted(files, 'file')}${machine > 0 ? `; npm run data:fix can mend ${machine}` : ''}`,
	);
} else if (unknown.length === 0)
	console.log(
		only
			? `no faults in ${counted(only.size, 'file')}`
			: `no faults in ${counted(raw.documents.size, 'file')}, ${raw.entries.length} entries`,
	);
process.exitCode = unknown.length > 0 ? 2 : shown.length > 0 ? 1 : 0;

function byLine(a: Fault, b: Fault): number {
	return (a.line ?? 0) - (b.line ?? 0);
}
