/** What the program knows: the dataset, and the search over it. */
import { type Bibliography, openBibliography } from './bibliography/index.ts';
import type { CacheOptions } from './cache-file.ts';
import { createDataset, type Dataset, type DatasetContent } from './dataset/dataset.ts';
import { DatasetError, type Fault } from './dataset/fault.ts';
import type { DataFile } from './dataset/load.ts';
import { readDataFiles, readPhrasingFiles } from './dataset/read.ts';
import { openShelf, type StoredEntries, storeEntries } from './dataset/shelf.ts';
import { createLibraryCache, type LibraryCache } from './library-cache.ts';
import { createFinder, type Finder } from './search/finder.ts';
import type { SearchIndex } from './search/index.ts';
import type { Wording } from './search/wordings.ts';

export interface Library {
	readonly bibliography: Bibliography;
	readonly dataset: Dataset;
	readonly finder: Finder;
	/** Where it was opened from: for what is read and prepared later. */
	readonly origin: LibraryOptions & { readonly fingerprint?: string | undefined };
}

/** The checked dataset and its index are kept between starts. */
export interface LibraryOptions extends CacheOptions {
	/** The folder of the dataset. */
	readonly directory: string;
}

interface Prepared {
	readonly content: Omit<DatasetContent, 'entries'> & { readonly entries: StoredEntries };
	readonly index: SearchIndex;
}

/**
 * Reads, checks and indexes the dataset. What was prepared from the very same files by the very same code is taken
 * from the cache. Throws a `DatasetError` with every fault when the dataset has any.
 */
export async function openLibrary({ cacheDirectory, directory, onCacheTrouble }: LibraryOptions): Promise<Library> {
	const cache = cacheDirectory === undefined ? undefined : createLibraryCache<Prepared>(cacheDirectory, directory, { onCacheTrouble });
	const { content, index } = (await cache?.restoreUntouched()) ?? (await readAnew(directory, cache));
	const entries = openShelf(content.entries);
	const dataset = createDataset({ ...content, entries });
	return {
		bibliography: openBibliography(dataset, { cacheDirectory, onCacheTrouble }),
		dataset,
		finder: createFinder(entries, index),
		origin: { cacheDirectory, directory, fingerprint: cache?.fingerprint, onCacheTrouble },
	};
}

async function readAnew(directory: string, cache: LibraryCache<Prepared> | undefined): Promise<Prepared> {
	const { faults, files } = readDataFiles(directory);
	const phrasings = readPhrasingFiles(directory);
	const all = [...files, ...phrasings];
	const known = faults.length === 0 ? cache?.restore(all) : undefined;
	if (known) return known;
	const prepared = await prepare(directory, files, faults, phrasings);
	cache?.keep(all, prepared);
	return prepared;
}

/** The linter and the index builder are loaded only when there is something to check. */
async function prepare(
	directory: string,
	files: readonly DataFile[],
	unreadable: readonly Fault[],
	phrasings: readonly DataFile[],
): Promise<Prepared> {
	const [{ checkDataFiles }, { buildIndex }] = await Promise.all([import('./dataset/load.ts'), import('./search/index.ts')]);
	const { faults, raw } = checkDataFiles(
		directory,
		files,
		unreadable.map(({ file }) => file),
	);
	if (unreadable.length + faults.length > 0) throw new DatasetError(directory, [...unreadable, ...faults]);
	const { entries, manifest, redirects, topics } = raw;
	const positions = new Map(entries.map(({ id }, position) => [id, position]));
	const wordings = phrasings.flatMap(({ content }) => wordingsIn(content, positions));
	return { content: { entries: storeEntries(entries), manifest, redirects, topics }, index: buildIndex(entries, wordings) };
}

/** The phrasings of a file. A line that is none is left out here: the check of messages, which uses all that a line says, names it. */
function wordingsIn(content: Uint8Array, positions: ReadonlyMap<string, number>): Wording[] {
	return Buffer.from(content)
		.toString('utf8')
		.split('\n')
		.flatMap((line) => {
			try {
				const { entry, text } = JSON.parse(line) as { readonly entry?: unknown; readonly text?: unknown };
				const position = positions.get(entry as string);
				return position === undefined || typeof text !== 'string' ? [] : [{ entry: position, text }];
			} catch {
				return [];
			}
		});
}
