/**
 * Tells by their sizes and times, without reading them, that no file of some folders was touched since something was made of them. Kept in
 * a file of the cache, beside what was made.
 */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { namesIn, type OnCacheTrouble, writeCacheFile } from './cache-file.ts';

/** A file that has just been written may be written again without its times telling. */
const JUST_NOW_MILLISECONDS = 2_000;
const STAMP_LENGTH = 24;

interface Kept {
	readonly fingerprint: string;
	readonly stamp: string;
}

export class Stamp {
	readonly #file: string;
	readonly #kept: Kept | undefined;
	readonly #onTrouble: OnCacheTrouble | undefined;
	#seen: string | undefined;

	constructor(file: string, onTrouble?: OnCacheTrouble) {
		this.#file = file;
		this.#onTrouble = onTrouble;
		this.#kept = keptIn(file);
	}

	/** Of what was made the last time; whether files were touched since is not known yet. */
	get last(): string | undefined {
		return this.#kept?.fingerprint;
	}

	/** Looks at the files: to be done before any is read, so that one that is written meanwhile is seen at the next start. */
	look(folders: readonly string[], now = Date.now()): void {
		this.#seen = stampOf(folders, now);
	}

	/** Of what was made the last time, where no file was touched since. */
	get untouched(): string | undefined {
		return this.#kept && this.#kept.stamp === this.#seen ? this.#kept.fingerprint : undefined;
	}

	/** For a start that comes after this one. Without it that start reads all files, and nothing else. */
	keep(fingerprint: string): void {
		if (this.#seen === undefined) return;
		const kept: Kept = { fingerprint, stamp: this.#seen };
		writeCacheFile(this.#file, JSON.stringify(kept), this.#onTrouble);
	}
}

function keptIn(file: string): Kept | undefined {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Kept;
	} catch {
		return undefined;
	}
}

/** Changes when a file of the folders comes, goes or is written; `undefined` while one has just been written. */
function stampOf(folders: readonly string[], now: number): string | undefined {
	const seen: (number | string)[] = [process.version];
	const recent = now - JUST_NOW_MILLISECONDS;
	for (const folder of folders) {
		seen.push(folder);
		for (const name of namesIn(folder)) {
			const { ctimeMs, ino, mtimeMs, size } = statSync(join(folder, name));
			if (Math.max(ctimeMs, mtimeMs) > recent) return undefined;
			seen.push(name, size, mtimeMs, ctimeMs, ino);
		}
	}
	return createHash('sha256').update(seen.join('\0')).digest('hex').slice(0, STAMP_LENGTH);
}
