/** Checks one changed file against a dataset that was checked before, without going through all the others. */
import type { Fault } from './fault.ts';
import { applyRules, parseDataFile, parseDataFiles, type RawDataset } from './load.ts';
import { type DataFile, faultOfPlace, SINGLE_FILES } from './read.ts';
import type { Entry } from './schema.ts';
import { DatasetView, fileOf } from './view.ts';

export interface Rechecker {
	/** The faults of this file, and of its neighbours as far as the change causes them. */
	check(file: DataFile): Fault[];
	/** The dataset as it was read. */
	readonly raw: RawDataset;
}

/**
 * Remembers a dataset to compare single files with. A changed entry takes milliseconds; a changed single file
 * (topics, redirects) is a matter for all entries and takes as long as a full check without reading.
 */
export function createRechecker(directory: string, files: readonly DataFile[]): Rechecker {
	const { raw } = parseDataFiles(directory, files);
	const view = new DatasetView(raw);
	const singles = new Set<string>(Object.values(SINGLE_FILES));
	return {
		check(changed) {
			const misplaced = faultOfPlace(changed.file);
			if (misplaced) return [misplaced];
			const parsed = parseDataFile(changed);
			if ('faults' in parsed) return [...parsed.faults];
			const documents = new Map(raw.documents);
			if (parsed.document) documents.set(changed.file, parsed.document);
			if (singles.has(changed.file)) {
				const key = changed.file === SINGLE_FILES.topics ? 'topics' : changed.file === SINGLE_FILES.redirects ? 'redirects' : 'manifest';
				return applyRules({ ...raw, documents, [key]: parsed.value });
			}
			const entry = parsed.value as Entry;
			const before = view.get(entry.id);
			const replaced = before && fileOf(before) === changed.file ? entry.id : undefined;
			const one: RawDataset = { ...raw, documents, entries: [entry], unfit: new Set() };
			return applyRules(one, new DatasetView(one, view, replaced));
		},
		raw,
	};
}
