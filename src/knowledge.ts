/**
 * What the check of messages knows beside the dataset: how people put what it holds, prepared for comparing, and how evidence is
 * weighed. Read at the first check, and kept between starts under the fingerprint of all that it was made from.
 */
import { join } from 'node:path';
import type { Dataset } from './dataset/dataset.ts';
import { DatasetError, type Fault } from './dataset/fault.ts';
import { LABELLED, PHRASINGS, readPhrasingFiles } from './dataset/read.ts';
import { type Checker, createChecker } from './factcheck/checker.ts';
import { type AssertionIndex, buildAssertions, openAssertions, type StoredAssertions } from './factcheck/index.ts';
import type { Models } from './factcheck/models.ts';
import { type Phrasing, readPhrasings } from './factcheck/phrasings.ts';
import { readModel } from './learned/file.ts';
import type { Library } from './library.ts';
import { HASH_LENGTH, hashCode, readKept, replaceKept } from './library-cache.ts';

export interface Knowledge {
	readonly index: AssertionIndex;
	readonly models: Models;
}

const MODEL = join(import.meta.dirname, 'factcheck', 'model.bin');
const PREFIX = 'assertions-';

export interface KnowledgeOptions {
	readonly cacheDirectory?: string | undefined;
	readonly dataset: Dataset;
	/** The folder of the dataset. */
	readonly directory: string;
	/** Of the dataset that was opened; none where it is not known. */
	readonly fingerprint?: string | undefined;
}

/** The phrasings of a dataset as they were thought of, or those of the labelled messages, and a fault for every line that is none. */
export function phrasingsIn(
	directory: string,
	dataset: Dataset,
	folder: typeof LABELLED | typeof PHRASINGS = PHRASINGS,
): { faults: Fault[]; phrasings: Phrasing[] } {
	return checked(readFiles(directory, folder), dataset);
}

/** Reads it all. Throws a `DatasetError` with every line that is no phrasing of an entry. */
export function openKnowledge({ cacheDirectory, dataset, directory, fingerprint }: KnowledgeOptions): Knowledge {
	const files = [...readFiles(directory, PHRASINGS), ...readFiles(directory, LABELLED)];
	const hash = hashCode(['factcheck']).update(`\0${fingerprint}`);
	for (const { content, file } of files) hash.update(`\0${file}\0`).update(content);
	const name = `${PREFIX}${hash.digest('hex').slice(0, HASH_LENGTH)}.bin`;
	const kept = cacheDirectory !== undefined && fingerprint !== undefined;
	let stored = kept ? readKept<StoredAssertions>(join(cacheDirectory, name)) : undefined;
	if (!stored) {
		const { faults, phrasings } = checked(files, dataset);
		if (faults.length > 0) throw new DatasetError(directory, faults);
		stored = buildAssertions(dataset, phrasings);
		if (kept) replaceKept(cacheDirectory, PREFIX, name, stored);
	}
	return { index: openAssertions(dataset, stored), models: readModel<Models>(MODEL) };
}

/** The check of messages over what a library holds. */
export function checkerOver({ dataset, origin }: Pick<Library, 'dataset' | 'origin'>): Checker {
	return createChecker({ dataset, knowledge: () => openKnowledge({ dataset, ...origin }) });
}

interface PhrasingFile {
	readonly content: string;
	readonly file: string;
}

function readFiles(directory: string, folder: typeof LABELLED | typeof PHRASINGS): PhrasingFile[] {
	return readPhrasingFiles(directory, folder).map(({ content, file }) => ({ content: Buffer.from(content).toString('utf8'), file }));
}

function checked(files: readonly PhrasingFile[], dataset: Dataset): { faults: Fault[]; phrasings: Phrasing[] } {
	const read = files.map(({ content, file }) => ({ file, ...readPhrasings(content, dataset) }));
	const faults = read.flatMap((one) =>
		one.faults.map(
			({ expected, line, text }): Fault => ({
				expected,
				file: one.file,
				found: text,
				line,
				path: '',
				remedy: 'Mend the line, or take it out; docs/data.md says what a phrasing holds.',
				rule: 'phrasings',
			}),
		),
	);
	return { faults, phrasings: read.flatMap(({ phrasings }) => phrasings) };
}
