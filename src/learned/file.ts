/** A model as it is kept in a file: its numbers lie there as they lie in memory, and are read where they are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pack, unpack } from '../dataset/kept.ts';

export const writeModel = (file: string, model: object): void => writeFileSync(file, pack(model));

/** @throws {Error} naming the file where it holds no model. */
export function readModel<Model extends object>(file: string): Model {
	try {
		return unpack(readFileSync(file)) as Model;
	} catch (error) {
		throw new Error(`${file} holds no model: take it from the repository again`, { cause: error });
	}
}
