/** After an installation: checks and indexes the dataset, formats its references and prepares the check of messages, so that the first start is as quick as the next. */
import { join } from 'node:path';
import { counted, DatasetError } from '../src/dataset/fault.ts';
import { openKnowledge } from '../src/knowledge.ts';
import { openLibrary } from '../src/library.ts';

const root = join(import.meta.dirname, '..');
try {
	const library = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
	await library.bibliography.references([], 'chicago');
	openKnowledge({ dataset: library.dataset, ...library.origin });
} catch (error) {
	// An installation does not fail for what the start will say in full.
	console.error(error instanceof DatasetError ? `${counted(error.faults.length, 'fault')} in the dataset; see npm run data:lint` : error);
}
