/** Reads the files of a dataset from disk. Needs neither YAML nor zod, so that a start from the cache loads neither. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { KINDS } from './kinds.ts';

export interface DataFile {
	readonly content: Uint8Array;
	readonly file: string;
}

/** The single files beside the folders of the kinds. */
export const SINGLE_FILES = { manifest: 'dataset.yml', redirects: 'redirects.yml', topics: 'topics.yml' } as const;

/** Lists and reads every file of the dataset, in a stable order. What cannot be read is a fault. */
export function readDataFiles(directory: string): { files: DataFile[]; faults: Fault[] } {
	const files: DataFile[] = [];
	const faults: Fault[] = [];
	const read = (file: string) => {
		try {
			files.push({ content: readFileSync(join(directory, file)), file });
		} catch (error) {
			faults.push({
				expected: 'a file that can be read', file, found: (error as NodeJS.ErrnoException).code ?? String(error), path: '',
				remedy: 'Create the file, or give the program the right to read it.', rule: 'read',
			});
		}
	};
	for (const file of Object.values(SINGLE_FILES)) read(file);
	for (const kind of KINDS) {
		let names: string[];
		try {
			names = readdirSync(join(directory, kind)).sort();
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
			faults.push({
				expected: 'a folder that can be read', file: kind, found: (error as NodeJS.ErrnoException).code ?? String(error), path: '',
				remedy: 'Give the program the right to read the folder.', rule: 'read',
			});
			continue;
		}
		for (const name of names) {
			if (name.startsWith('.')) continue;
			if (name.endsWith('.yml')) read(`${kind}/${name}`);
			else
				faults.push({
					expected: 'a file whose name ends in .yml', file: `${kind}/${name}`, found: name, path: '',
					remedy: 'Rename the file, or move it out of the data folder.', rule: 'read',
				});
		}
	}
	return { faults, files };
}
