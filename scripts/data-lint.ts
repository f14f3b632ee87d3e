/** `npm run data:lint [file…]`: every fault of the dataset, or of the named files, in one run. */
import { relative, resolve } from 'node:path';
import { formatFault } from '../src/dataset/fault.ts';
import { lintDataset } from '../src/dataset/load.ts';

const directory = resolve(process.env.DATA_DIR ?? 'data');
const only = new Set(process.argv.slice(2).map((file) => relative(directory, resolve(file)).replaceAll('\\', '/')));
const { faults, raw } = lintDataset(directory);
const shown = only.size === 0 ? faults : faults.filter((fault) => only.has(fault.file));
for (const fault of shown) console.log(`${formatFault(fault)}\n`);
console.log(shown.length === 0 ? `no faults in ${only.size || raw.documents.size} files, ${raw.entries.length} entries` : `${shown.length} fault(s)`);
process.exitCode = shown.length === 0 ? 0 : 1;
