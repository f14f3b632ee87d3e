/** `npm run data:new <kind> <id>`: starts a file for a new entry. Never overwrites anything. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { nearest } from '../src/dataset/near.ts';
import { readDataFiles } from '../src/dataset/read.ts';
import { ID_MAX_LENGTH, idSchema, KINDS, type Kind } from '../src/dataset/schema.ts';
import { skeletonOf } from '../src/dataset/skeleton.ts';
import { dataDirectory } from './data-tools.ts';

const [kind = '', id = '', ...rest] = process.argv.slice(2);
const directory = dataDirectory();

const problem = check();
if (problem) {
	console.error(problem);
	process.exitCode = 2;
} else {
	const file = join(directory, kind, `${id}.yml`);
	mkdirSync(dirname(file), { recursive: true });
	// “wx” fails where somebody was faster.
	writeFileSync(file, skeletonOf(kind as Kind), { flag: 'wx' });
	const shown = relative(process.cwd(), file);
	console.log(
		`started ${shown}\n\nNext:\n  1. open it in an editor and replace every TODO\n  2. npm run data:lint ${shown}\n  3. npm run data:preview ${id}`,
	);
}

function check(): string | undefined {
	if (!kind || !id || rest.length > 0)
		return `Usage: npm run data:new <kind> <id>, for example: npm run data:new event khalkhin-gol-1939\nKinds: ${KINDS.join(', ')}`;
	if (!(KINDS as readonly string[]).includes(kind)) {
		const guess = nearest(kind, KINDS);
		return `“${kind}” is no kind of entry.${guess ? ` Did you mean ${guess}?` : ''}\nKinds: ${KINDS.join(', ')}`;
	}
	if (!idSchema.safeParse(id).success) {
		const proposal = id
			.replace(/\.ya?ml$/iu, '')
			.normalize('NFKD')
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/gu, '-')
			.slice(0, ID_MAX_LENGTH)
			.replaceAll(/^-+|-+$/gu, '');
		return `“${id}” is not an id: lower-case letters, digits and single hyphens, at most ${ID_MAX_LENGTH}.${proposal ? `\nTry: npm run data:new ${kind} ${proposal}` : ''}`;
	}
	const { files } = readDataFiles(directory);
	const taken = files.find(({ file }) => file.endsWith(`/${id}.yml`))?.file;
	if (!taken) return undefined;
	return taken.startsWith(`${kind}/`)
		? `data/${taken} exists already. Open it and add an account, or choose another id.`
		: `The id ${id} is taken by data/${taken}. Choose another, for example ${`${id}-${kind}`.slice(0, ID_MAX_LENGTH)}.`;
}
