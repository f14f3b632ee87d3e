/** `npm run data:schema`: writes the JSON Schemas for editors, and in docs/data.md the tables of fields and the list of rules. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentGuide, schemaFileOf, schemaTextOf } from '../src/dataset/fields.ts';
import { KINDS } from '../src/dataset/kinds.ts';
import { dataDirectory } from './data-tools.ts';

const directory = dataDirectory();
mkdirSync(join(directory, 'schema'), { recursive: true });
let written = 0;
const write = (file: string, text: string) => {
	if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
	writeFileSync(file, text);
	console.log(`written ${file}`);
	written++;
};
for (const kind of KINDS) write(join(directory, schemaFileOf(kind)), schemaTextOf(kind));
const guide = join(import.meta.dirname, '../docs/data.md');
if (existsSync(guide)) write(guide, currentGuide(readFileSync(guide, 'utf8')));
if (written === 0) console.log('everything is up to date');
