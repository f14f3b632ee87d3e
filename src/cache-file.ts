/** Files of the cache: each can be lost at any time, and costs a slower start then. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CacheOptions {
	/** Where things are kept between starts; none to make them anew each time. */
	readonly cacheDirectory?: string | undefined;
	/** Told why something could not be kept. */
	readonly onCacheTrouble?: OnCacheTrouble | undefined;
}

export type OnCacheTrouble = (error: unknown) => void;

/**
 * Writes beside and renames, so that a start that is killed or runs out of disk leaves no half file. Others may read it: who installs the
 * program is often not who runs it. Never throws.
 */
export function writeCacheFile(file: string, content: string | Uint8Array, onTrouble?: OnCacheTrouble): void {
	const temporary = `${file}.${process.pid}.tmp`;
	try {
		mkdirSync(join(file, '..'), { recursive: true });
		writeFileSync(temporary, content, { mode: 0o644 });
		renameSync(temporary, file);
	} catch (error) {
		removeCacheFile(temporary);
		onTrouble?.(error);
	}
}

/** Removes files whose names begin so: what was kept for another state of the data or of the code. Never throws. */
export function removeCacheFiles(folder: string, prefix: string): void {
	for (const name of namesIn(folder)) if (name.startsWith(prefix)) removeCacheFile(join(folder, name));
}

/** The names in a folder, in a stable order; none where there is no such folder. */
export function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}

/** Removes a file that is of no use any more. Never throws. */
export function removeCacheFile(file: string): void {
	try {
		rmSync(file, { force: true });
	} catch {
		// It is in nobody's way, and what is written next tells why.
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
export function remember<T>(file: string, digest: string, found: T, onTrouble?: OnCacheTrouble): void {
	writeCacheFile(file, JSON.stringify({ digest, found }), onTrouble);
}
