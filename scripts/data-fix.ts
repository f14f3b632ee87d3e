/**
 * `npm run data:fix [file…]`: mends what a machine can mend without knowing the facts, in the named files or in all.
 * It changes nothing else in a file: comments, quotes, order of keys and line breaks stay. A second run finds nothing.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixFiles } from '../src/dataset/fix.ts';
import { readDataFiles } from '../src/dataset/read.ts';
import { dataDirectory, namedFiles } from './data-tools.ts';

const directory = dataDirectory();
const { files } = readDataFiles(directory);
const { only, unknown } = namedFiles(
	directory,
	process.argv.slice(2),
	files.map(({ file }) => file),
);
for (const name of unknown) console.error(name);
if (unknown.length > 0) process.exit(2);

const fixed = fixFiles(directory, files, only);
for (const { changes, content, file } of fixed) {
	writeFileSync(join(directory, file), content);
	console.log(`${file}\n${changes.map((change) => `    ${change}`).join('\n')}`);
}
console.log(fixed.length === 0 ? 'nothing to mend' : `${fixed.length} file(s) mended; run npm run data:lint to see what is left`);
