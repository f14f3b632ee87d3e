/**
 * The checked dataset and its index, kept between starts under the fingerprint of the files that they were made from
 * and of the code that made them. A stamp beside it, of the files' sizes and times, says without reading them that
 * none was touched.
 */
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { writeCacheFile } from './cache-file.ts';
import { KINDS } from './dataset/kinds.ts';
import type { DataFile } from './dataset/load.ts';
import { PHRASINGS } from './dataset/read.ts';

export interface LibraryCache<T> {
	/** Of what was restored or kept; none before. */
	readonly fingerprint: string | undefined;
	/** Keeps what was made from `files`. */
	keep(files: readonly DataFile[], made: T): void;
	/** What was made from files of the very same content by the very same code. */
	restore(files: readonly DataFile[]): T | undefined;
	/** What was made from the files in the folder, where none of them was touched since. */
	restoreUntouched(): T | undefined;
}

/** The folders of the code that checks and indexes. */
const CHECKING = ['dataset', 'dataset/rules', 'search'];
const CODE = CHECKING.map((folder) => join(import.meta.dirname, folder));
export const HASH_LENGTH = 24;
/** Of the checksum before what was made, which tells a file that is whole from one that is not. */
const CHECKSUM_BYTES = 4;
/** A file that has just been written may be written again without its times telling. */
const JUST_NOW_MILLISECONDS = 2_000;

/** To be made before anything is read: a file that is written meanwhile has another stamp at the next start. */
export function createLibraryCache<T>(cacheDirectory: string, directory: string, now = Date.now()): LibraryCache<T> {
	const stampFile = join(cacheDirectory, 'library-stamp.json');
	const stamp = stampOf(directory, now);
	const nameOf = (fingerprint: string) => `library-${fingerprint}.bin`;
	const fileOf = (fingerprint: string) => join(cacheDirectory, nameOf(fingerprint));

	/** For a start that comes after this one. Without it that start reads all files, and nothing else. */
	const writeStamp = (fingerprint: string) => {
		if (stamp !== undefined) writeCacheFile(stampFile, JSON.stringify({ fingerprint, stamp }));
	};

	let known: string | undefined;
	return {
		get fingerprint() {
			return known;
		},
		keep(files, made) {
			const fingerprint = fingerprintOf(files);
			known = fingerprint;
			replaceKept(cacheDirectory, 'library-', nameOf(fingerprint), made);
			writeStamp(fingerprint);
		},
		restore(files) {
			const fingerprint = fingerprintOf(files);
			known = fingerprint;
			const made = readKept<T>(fileOf(fingerprint));
			if (made) writeStamp(fingerprint);
			return made;
		},
		restoreUntouched() {
			try {
				const kept = JSON.parse(readFileSync(stampFile, 'utf8')) as Record<'fingerprint' | 'stamp', string>;
				if (kept.stamp !== stamp) return undefined;
				known = kept.fingerprint;
				return readKept<T>(fileOf(kept.fingerprint));
			} catch {
				return undefined;
			}
		},
	};
}

/** Changes with every byte of the code in some folders. */
export function hashCode(folders: readonly string[]): Hash {
	const hash = createHash('sha256').update(process.version);
	for (const folder of folders.map((one) => join(import.meta.dirname, one))) {
		for (const name of namesIn(folder)) if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)));
	}
	return hash;
}

/** Keeps what was made under a name, in place of what was kept under names that begin alike. */
export function replaceKept(cacheDirectory: string, prefix: string, name: string, made: unknown): void {
	for (const old of namesIn(cacheDirectory)) if (old.startsWith(prefix)) rmSync(join(cacheDirectory, old), { force: true });
	const body = serialize(made);
	writeCacheFile(join(cacheDirectory, name), Buffer.concat([checksumOf(body), body]));
}

/** Changes with every byte of the data and of the code. */
function fingerprintOf(files: readonly DataFile[]): string {
	const hash = hashCode(CHECKING);
	for (const { content, file } of files) hash.update(`\0${file}\0`).update(content);
	return hash.digest('hex').slice(0, HASH_LENGTH);
}

/** Changes when a file of the data or of the code comes, goes or is written; `undefined` while one has just been written. */
function stampOf(directory: string, now: number): string | undefined {
	const hash = createHash('sha256').update(`${process.version}\0${directory}`);
	const recent = now - JUST_NOW_MILLISECONDS;
	for (const folder of [directory, ...[...KINDS, PHRASINGS].map((name) => join(directory, name)), ...CODE]) {
		for (const name of namesIn(folder)) {
			const { ctimeMs, ino, mtimeMs, size } = statSync(join(folder, name));
			if (Math.max(ctimeMs, mtimeMs) > recent) return undefined;
			hash.update(`\0${name}\0${size}\0${mtimeMs}\0${ctimeMs}\0${ino}`);
		}
	}
	return hash.digest('hex').slice(0, HASH_LENGTH);
}

/** The names in a folder, in a stable order; none where there is no such folder. */
export function namesIn(folder: string): string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}

function checksumOf(body: Uint8Array): Buffer {
	const checksum = Buffer.alloc(CHECKSUM_BYTES);
	checksum.writeUInt32LE(crc32(body));
	return checksum;
}

/** What was kept in a file; `undefined` where there is none or it is damaged. */
export function readKept<T>(file: string): T | undefined {
	try {
		const bytes = readFileSync(file);
		const body = bytes.subarray(CHECKSUM_BYTES);
		if (!checksumOf(body).equals(bytes.subarray(0, CHECKSUM_BYTES))) return undefined;
		const made = deserialize(body) as T;
		ownLists(made as Record<string, unknown>);
		// Gives the memory back now, and not when somebody next tidies up. A small file shares its memory with others.
		if (bytes.byteLength === bytes.buffer.byteLength) bytes.buffer.transfer(0);
		return made;
	} catch {
		return undefined;
	}
}

/** Lists of numbers are read as windows onto the bytes of the file, and would keep all of them in memory. */
function ownLists(value: Record<string, unknown>): void {
	for (const [key, inner] of Object.entries(value)) {
		if (ArrayBuffer.isView(inner) && !(inner instanceof DataView)) value[key] = (inner as Uint8Array).slice();
		else if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) ownLists(inner as Record<string, unknown>);
	}
}
