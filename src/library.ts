/** What the program knows: the dataset, and the search over it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { type Bibliography, openBibliography } from './bibliography/index.ts';
import { createDataset, type Dataset, type DatasetContent } from './dataset/dataset.ts';
import { DatasetError, type Fault } from './dataset/fault.ts';
import type { DataFile } from './dataset/load.ts';
import { readDataFiles } from './dataset/read.ts';
import { createFinder, type Finder } from './search/finder.ts';
import type { SearchIndex } from './search/index.ts';

export interface Library {
	readonly bibliography: Bibliography;
	readonly dataset: Dataset;
	readonly finder: Finder;
}

export interface LibraryOptions {
	/** Where the checked dataset and its index are kept between starts; none to make them anew each time. */
	readonly cacheDirectory?: string;
	/** The folder of the dataset. */
	readonly directory: string;
}

interface Prepared {
	readonly content: DatasetContent;
	readonly index: SearchIndex;
}

/**
 * Reads, checks and indexes the dataset. What was prepared from the very same files by the very same code is taken
 * from the cache. Throws a `DatasetError` with every fault when the dataset has any.
 */
export async function openLibrary({ cacheDirectory, directory }: LibraryOptions): Promise<Library> {
	const { faults, files } = readDataFiles(directory);
	const cacheFile = cacheDirectory && join(cacheDirectory, `library-${fingerprint(files)}.bin`);
	const { content, index } =
		(faults.length === 0 && cacheFile && restore(cacheFile)) || (await prepare(directory, files, faults, cacheFile));
	const dataset = createDataset(content);
	return { bibliography: openBibliography(dataset, cacheDirectory), dataset, finder: createFinder(content.entries, index) };
}

/** The linter and the index builder are loaded only when there is something to check. */
async function prepare(
	directory: string,
	files: readonly DataFile[],
	unreadable: readonly Fault[],
	cacheFile: string | undefined,
): Promise<Prepared> {
	const [{ checkDataFiles }, { buildIndex }] = await Promise.all([import('./dataset/load.ts'), import('./search/index.ts')]);
	const { faults, raw } = checkDataFiles(
		directory,
		files,
		unreadable.map(({ file }) => file),
	);
	if (unreadable.length + faults.length > 0) throw new DatasetError(directory, [...unreadable, ...faults]);
	const { entries, manifest, redirects, topics } = raw;
	const prepared: Prepared = { content: { entries, manifest, redirects, topics }, index: buildIndex(entries) };
	if (cacheFile) keep(cacheFile, prepared);
	return prepared;
}

/** Changes with every byte of the data and of the code that checks and indexes it. */
function fingerprint(files: readonly DataFile[]): string {
	const hash = createHash('sha256').update(process.version);
	const source = dirname(fileURLToPath(import.meta.url));
	for (const folder of ['dataset', 'dataset/rules', 'search']) {
		for (const name of readdirSync(join(source, folder)).sort()) {
			if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(source, folder, name)));
		}
	}
	for (const { content, file } of files) hash.update(`\0${file}\0`).update(content);
	return hash.digest('hex').slice(0, 24);
}

function restore(file: string): Prepared | undefined {
	try {
		const bytes = readFileSync(file);
		const digest = bytes.subarray(0, 32);
		const body = bytes.subarray(32);
		if (!createHash('sha256').update(body).digest().equals(digest)) return undefined;
		return deserialize(body) as Prepared;
	} catch {
		return undefined;
	}
}

/** Writes beside and renames, so that a start that is killed or runs out of disk leaves no half file. */
function keep(file: string, prepared: Prepared): void {
	const temporary = `${file}.${process.pid}.tmp`;
	try {
		mkdirSync(dirname(file), { recursive: true });
		for (const name of readdirSync(dirname(file))) if (name.startsWith('library-')) rmSync(join(dirname(file), name), { force: true });
		const body = serialize(prepared);
		writeFileSync(temporary, Buffer.concat([createHash('sha256').update(body).digest(), body]));
		renameSync(temporary, file);
	} catch {
		// Without a cache the next start takes longer, and nothing else.
		rmSync(temporary, { force: true });
	}
}
