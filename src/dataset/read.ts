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

/** Beside the data, and no data: for people (`.md`), for editors (`schema/`), for recognising claims (`labelled/`, `phrasings/`). */
const NO_DATA = /^(?:(?:labelled|phrasings|schema)(?:\/.*)?|[^/]+\.md)$/u;

/** What is wrong with the place or the name of a file or folder below the data folder, if anything is. */
export function faultOfPlace(file: string): Fault | undefined {
	if ((Object.values(SINGLE_FILES) as string[]).includes(file) || NO_DATA.test(file)) return undefined;
	const [kind = '', name, ...deeper] = file.split('/');
	const fault = (found: string, expected: string, remedy: string): Fault => ({ expected, file, found, path: '', remedy, rule: 'read' });
	if (name === undefined && (KINDS as readonly string[]).includes(kind)) return undefined;
	if (!(KINDS as readonly string[]).includes(kind)) {
		return fault(
			name === undefined ? kind : `the folder ${kind}`,
			`one of the folders ${KINDS.join(', ')}, or the files ${Object.values(SINGLE_FILES).join(', ')}`,
			'Move it to the folder of its kind, or out of the data folder.',
		);
	}
	if (deeper.length > 0) return fault(`a folder inside ${kind}`, `files directly in ${kind}`, `Move its files to data/${kind}.`);
	if (!name!.endsWith('.yml'))
		return fault(
			name!,
			'a file whose name ends in .yml',
			/\.ya?ml$/iu.test(name!)
				? `Rename it to ${name!.replace(/\.ya?ml$/iu, '.yml')}.`
				: 'Rename the file, or move it out of the data folder.',
		);
	return undefined;
}

/** Lists and reads every file of the dataset, in a stable order. What cannot be read is a fault. */
export function readDataFiles(directory: string): { files: DataFile[]; faults: Fault[] } {
	const files: DataFile[] = [];
	const faults: Fault[] = [];
	const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error);
	const unreadable = (file: string, what: string, found: string, remedy: string) =>
		faults.push({ expected: `a ${what} that can be read`, file, found, path: '', remedy, rule: 'read' });
	const read = (file: string) => {
		try {
			files.push({ content: readFileSync(join(directory, file)), file });
		} catch (error) {
			const code = codeOf(error);
			if (code === 'ENOENT') unreadable(file, 'file', 'no such file', 'Create the file, or restore it from the repository.');
			else if (code === 'EISDIR')
				unreadable(file, 'file', 'a folder with the name of a file', 'Rename the folder, or move it out of the data folder.');
			else unreadable(file, 'file', code, 'Give the program the right to read it.');
		}
	};
	const list = (folder: string): string[] | undefined => {
		try {
			return readdirSync(join(directory, folder))
				.filter((name) => !name.startsWith('.'))
				.sort();
		} catch (error) {
			const code = codeOf(error);
			if (code === 'ENOTDIR')
				unreadable(folder || '.', 'folder', 'a file where a folder belongs', 'Move the file, or choose another folder with DATA_DIR.');
			else if (code === 'ENOENT')
				unreadable(folder || '.', 'folder', `no folder ${join(directory, folder)}`, 'Create it, or choose another folder with DATA_DIR.');
			else unreadable(folder || '.', 'folder', code, 'Give the program the right to read the folder.');
			return undefined;
		}
	};
	const top = list('');
	if (!top) return { faults, files };
	for (const file of Object.values(SINGLE_FILES)) read(file);
	for (const name of top) {
		const fault = faultOfPlace(name);
		if (fault) faults.push(fault);
	}
	for (const kind of KINDS) {
		if (!top.includes(kind)) continue;
		for (const name of list(kind) ?? []) {
			const fault = faultOfPlace(`${kind}/${name}`);
			if (fault) faults.push(fault);
			else read(`${kind}/${name}`);
		}
	}
	return { faults, files };
}

/** The folders of phrasings, in that of the dataset, each with a file of lines for each kind of entry: as they were thought of, and those of the labelled messages. */
export const PHRASINGS = 'phrasings';
export const LABELLED = 'labelled';

/** Reads the files of phrasings, in a stable order; none where there is no such folder. */
export function readPhrasingFiles(directory: string, folder: typeof LABELLED | typeof PHRASINGS = PHRASINGS): DataFile[] {
	let names: string[];
	try {
		names = readdirSync(join(directory, folder)).sort();
	} catch {
		return [];
	}
	return names
		.filter((name) => name.endsWith('.jsonl'))
		.map((name) => ({ content: readFileSync(join(directory, folder, name)), file: `${folder}/${name}` }));
}
