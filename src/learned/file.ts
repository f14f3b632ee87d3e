/** A model as it is kept in a file: its numbers lie there as they lie in memory, and are read where they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pack, unpack } from '../dataset/kept.ts';

export const writeModel = (file: string, model: object): void => writeFileSync(file, pack(model));

/** @throws {Error} naming the file where it holds no model. */
export function readModel<Model extends object>(file: string): Model {
	try {
		return unpack(readFileSync(file)) as Model;
	} catch (error) {
		throw new Error(noModel(file), { cause: error });
	}
}

/** The same, while this thread goes on. */
export async function readModelBeside<Model extends object>(file: string): Promise<Model> {
	try {
		return unpack(await readFile(file)) as Model;
	} catch (error) {
		throw new Error(noModel(file), { cause: error });
	}
}

const noModel = (file: string) => `${file} holds no model: take it from the repository again`;
