/**
 * What the check of messages knows beside the dataset: how people put what it holds, prepared for comparing, and how evidence is
 * weighed. Read at the first check, and kept between starts under the fingerprint of all that it was made from.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import wordListPath from 'word-list';
import type { CacheOptions } from './cache-file.ts';
import type { Dataset } from './dataset/dataset.ts';
import { DatasetError, type Fault } from './dataset/fault.ts';
import { unpack } from './dataset/kept.ts';
import { LABELLED, PHRASINGS, readPhrasingFiles } from './dataset/read.ts';
import { type Checker, createChecker } from './factcheck/checker.ts';
import { type AssertionIndex, buildAssertions, openAssertions, type StoredAssertions } from './factcheck/index.ts';
import type { Models } from './factcheck/models.ts';
import { type Phrasing, readPhrasings } from './factcheck/phrasings.ts';
import { prepareReading } from './factcheck/prepare.ts';
import { readModel, readModelBeside } from './learned/file.ts';
import type { Library, LibraryOptions } from './library.ts';
import { HASH_LENGTH, hashCode, readKept, readKeptBeside, replaceKept } from './library-cache.ts';
import { Stamp } from './stamp.ts';

export interface Knowledge {
	readonly index: AssertionIndex;
	readonly models: Models;
}

const MODEL = join(import.meta.dirname, 'factcheck', 'model.bin');
const PREFIX = 'assertions-';

export interface KnowledgeOptions extends CacheOptions {
	readonly dataset: Dataset;
	/** The folder of the dataset. */
	readonly directory: string;
	/** Of the dataset that was opened; none where it is not known. */
	readonly fingerprint?: string | undefined;
	/** When files are looked at: those that were written just before are not trusted by their times. */
	readonly now?: number;
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
export function openKnowledge(options: KnowledgeOptions): Knowledge {
	return { index: openAssertions(options.dataset, storedAssertions(options)), models: readModel<Models>(MODEL) };
}

/** English words. A language of endings has too many forms for such a list: Russian words are told by how often they are written. */
export const lexicon = (): string[] => readFileSync(wordListPath, 'utf8').split('\n');

/** What was kept of the index, or what is made anew and kept. Throws as `openKnowledge` does. */
export function storedAssertions(options: KnowledgeOptions): StoredAssertions {
	const { dataset, directory, onCacheTrouble } = options;
	const { files, place } = placeOf(options);
	const kept = place && readKept<StoredAssertions>(join(place.folder, place.name));
	if (kept) return kept;
	const { faults, phrasings } = checked(files(), dataset);
	if (faults.length > 0) throw new DatasetError(directory, faults);
	const made = buildAssertions(dataset, phrasings, lexicon());
	if (place) replaceKept(place.folder, PREFIX, place.name, made, onCacheTrouble);
	return made;
}

/**
 * The same in pieces between which everything else goes on, as a bot that is asked something meanwhile must: it takes some
 * half a second where all is kept, and the patterns for the text that waits are compiled while it is read. Where it is not, it is made in a thread of its own, for half a minute, and never in this one. Rejects where the phrasings have
 * faults, the thread fails, or the files are not those any more that the dataset was opened from; whoever calls again tries again.
 */
export async function openKnowledgeBeside(options: KnowledgeOptions, waiting?: string): Promise<Knowledge> {
	const { dataset, directory, fingerprint } = options;
	const { place } = placeOf(options);
	await nextTurn();
	// Of a dataset that was not opened from files.
	if (!place || fingerprint === undefined) return openKnowledge(options);
	const reading = Promise.all([readKeptBeside<StoredAssertions>(join(place.folder, place.name)), readModelBeside<Models>(MODEL)]);
	reading.catch(() => undefined);
	// They need none of it.
	for (const _ of prepareReading(waiting)) await nextTurn();
	const [kept, models] = await reading;
	const stored = kept ?? (await makeInThread({ cacheDirectory: place.folder, directory, fingerprint }));
	await nextTurn();
	return { index: openAssertions(dataset, stored), models };
}

/** What the thread is started with. */
export interface ThreadTask extends Pick<LibraryOptions, 'directory'> {
	readonly cacheDirectory: string;
	/** Of the dataset that runs: what was made over another would be read as if it spoke of its entries. */
	readonly fingerprint: string;
}

/** Makes it and keeps it where that can be. */
function makeInThread(workerData: ThreadTask): Promise<StoredAssertions> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('knowledge-thread.ts', import.meta.url), { workerData });
		// Whoever ends the program does not wait for it.
		worker.unref();
		worker.once('message', (packed: Uint8Array<ArrayBuffer>) => resolve(unpack(packed) as StoredAssertions));
		worker.once('error', reject);
		worker.once('exit', (code) => reject(new Error(`what the check of messages knows could not be made: its thread ended with ${code}`)));
	});
}

/** The check of messages over what a library holds. */
export function checkerOver({ dataset, origin }: Pick<Library, 'dataset' | 'origin'>): Checker {
	const options = { dataset, ...origin };
	return createChecker({
		dataset,
		knowledge: () => openKnowledge(options),
		knowledgeBeside: (waiting) => openKnowledgeBeside(options, waiting),
	});
}

/**
 * Where what was made of the phrasings is kept; nowhere without a folder, or where it is not known of which dataset it is. The files are
 * read when they are needed: where none was touched since the last time it is known without.
 */
function placeOf({ cacheDirectory, directory, fingerprint, now, onCacheTrouble }: KnowledgeOptions) {
	let read: readonly PhrasingFile[] | undefined;
	const files = () => (read ??= [...readFiles(directory, PHRASINGS), ...readFiles(directory, LABELLED)]);
	if (cacheDirectory === undefined || fingerprint === undefined) return { files };
	const stamp = new Stamp(join(cacheDirectory, 'phrasings-stamp.json'), onCacheTrouble);
	stamp.look([join(directory, PHRASINGS), join(directory, LABELLED), join(import.meta.dirname, 'factcheck')], now);
	const fingerprintAnew = () => {
		const hash = hashCode(['factcheck']);
		for (const { content, file } of files()) hash.update(`\0${file}\0`).update(content);
		const made = hash.digest('hex').slice(0, HASH_LENGTH);
		stamp.keep(made);
		return made;
	};
	return { files, place: { folder: cacheDirectory, name: `${PREFIX}${fingerprint}-${stamp.untouched ?? fingerprintAnew()}.bin` } };
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
