/** Files of the cache: each can be lost at any time, and costs a slower start then. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes beside and renames, so that a start that is killed or runs out of disk leaves no half file. */
export function writeCacheFile(file: string, content: string | Uint8Array): void {
	const temporary = `${file}.${process.pid}.tmp`;
	try {
		mkdirSync(join(file, '..'), { recursive: true });
		writeFileSync(temporary, content, { mode: 0o600 });
		renameSync(temporary, file);
	} catch {
		rmSync(temporary, { force: true });
	}
}

/** What was found right under that digest, the last time that anything was. */
export function recall<T>(file: string, digest: string): T | undefined {
	try {
		const kept = JSON.parse(readFileSync(file, 'utf8')) as { readonly digest: string; readonly found: T };
		return kept.digest === digest ? kept.found : undefined;
	} catch {
		return undefined;
	}
}

/** Keeps what was found right, so that the very same need not be checked again, nor what checks it be loaded. */
export function remember<T>(file: string, digest: string, found: T): void {
	writeCacheFile(file, JSON.stringify({ digest, found }));
}
