/** `npm run eval [-- --wrong] [-- --split tune|held]`: quality of the search by class; `--wrong` lists what went wrong. */
import { join } from 'node:path';
import { openLibrary } from '../src/library.ts';
import { measure, overall, readLookups } from '../tests/eval/measure.ts';

const root = join(import.meta.dirname, '..');
const flags = process.argv.slice(2);
const split = flags.includes('--split') ? flags[flags.indexOf('--split') + 1] : undefined;
const library = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
const results = measure(
	library,
	readLookups().filter((lookup) => !split || lookup.split === split),
);

const percent = (share: number) => share.toFixed(3);
console.log(`${'class'.padEnd(16)}${'lookups'.padStart(8)}${'first'.padStart(8)}${'in 3'.padStart(8)}`);
for (const { class: name, count, first, firstThree } of results)
	console.log(`${name.padEnd(16)}${String(count).padStart(8)}${percent(first).padStart(8)}${percent(firstThree).padStart(8)}`);
console.log(`\nfound    ${percent(overall(results, 'found'))}\nrefused  ${percent(overall(results, 'refused'))}`);
if (flags.includes('--wrong')) {
	for (const { wrong } of results) {
		for (const { got, kind, lookup } of wrong)
			console.log(
				`${lookup.class.padEnd(14)} /${lookup.command} ${lookup.query}\n${' '.repeat(15)}${kind}: ${got.join(', ') || '-'}  wanted: ${lookup.expect.join(', ') || '-'}`,
			);
	}
}
