/** `npm run data:preview <id> [--page n] [--language ja]`: an entry as it will look, whatever is wrong elsewhere. */
import type { Context } from '../src/answer.ts';
import { entryCard } from '../src/cards/entry-card.ts';
import { createDataset } from '../src/dataset/dataset.ts';
import { formatFault } from '../src/dataset/fault.ts';
import { lintDataset } from '../src/dataset/load.ts';
import { nearest } from '../src/dataset/near.ts';
import { fileOf } from '../src/dataset/view.ts';
import { renderMessage } from '../src/fronts/terminal/render.ts';
import { languageOf, speakerOf } from '../src/messages/index.ts';
import { dataDirectory, namedFiles, optionsOf } from './data-tools.ts';

const { options, words } = optionsOf(process.argv.slice(2), ['language', 'page']);
const [wanted, ...rest] = words;
const directory = dataDirectory();

if (!wanted || rest.length > 0 || (options.page !== undefined && !/^[1-9]\d{0,2}$/u.test(options.page))) {
	console.error('Usage: npm run data:preview <id> [-- --page 2] [-- --language ja]');
	process.exit(2);
}

const { faults, raw } = lintDataset(directory);
const { only } = namedFiles(directory, [wanted], [...raw.documents.keys(), ...raw.unfit]);
const entry = raw.entries.find((it) => it.id === wanted || only?.has(fileOf(it)));
const own = faults.filter(({ file }) => (entry ? file === fileOf(entry) : only?.has(file)));
for (const fault of own) console.error(`${formatFault(fault)}\n`);

if (!entry) {
	const guess = nearest(
		wanted,
		raw.entries.map(({ id }) => id),
	);
	console.error(
		own.length > 0
			? 'The entry cannot be shown before this is mended.'
			: `There is no entry ${wanted}.${guess ? ` Did you mean ${guess}?` : ''}`,
	);
	process.exit(1);
}

const dataset = createDataset(raw);
const missing = own.find(({ rule }) => rule === 'references');
if (missing) {
	console.error('The entry cannot be shown before its references lead somewhere.');
	process.exit(1);
}
const speaker = speakerOf(languageOf(options.language));
// A card needs the entries and the language alone; no search, store or command is prepared for one page.
const context = { library: { dataset }, now: new Date(), speaker } as Context;
const message = entryCard(entry, context, { page: Number(options.page ?? 1) - 1 });
console.log(renderMessage(message, speaker));
console.log(
	`\nAs Discord draws it: npm start, then http://127.0.0.1:${process.env.PORT || 8080}/?q=${encodeURIComponent(`/${entry.kind === 'question' ? 'search' : entry.kind} ${entry.id}`)}`,
);
process.exitCode = own.length > 0 ? 1 : 0;
