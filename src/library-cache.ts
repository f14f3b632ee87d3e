/**
 * The checked dataset and its index, kept between starts under the fingerprint of the files that they were made from
 * and of the code that made them. A stamp beside it says without reading them that none was touched.
 */
import { createHash, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { namesIn, type OnCacheTrouble, removeCacheFiles, writeCacheFile } from './cache-file.ts';
import { pack, unpack } from './dataset/kept.ts';
import { KINDS } from './dataset/kinds.ts';
import type { DataFile } from './dataset/load.ts';
import { PHRASINGS } from './dataset/read.ts';
import { Stamp } from './stamp.ts';

export interface LibraryCache<T> {
	/** Of what was restored or kept; none before. */
	readonly fingerprint: string | undefined;
	/** Keeps what was made from `files`. */
	keep(files: readonly DataFile[], made: T): void;
	/** What was made from files of the very same content by the very same code. */
	restore(files: readonly DataFile[]): T | undefined;
	/** What was made from the files in the folder, where none of them was touched since. */
	restoreUntouched(): Promise<T | undefined>;
}

/** The folders of the code that checks and indexes. */
const CHECKING = ['dataset', 'dataset/rules', 'search'];
const CODE = CHECKING.map((folder) => join(import.meta.dirname, folder));
export const HASH_LENGTH = 24;
/** Behind what was made: tells a file that is whole from one that is not, ten times as fast as a hash that withstands people. */
const CHECKSUM_BYTES = 4;

/**
 * To be made before anything is read: a file that is written meanwhile has another stamp at the next start. What was kept is read at once,
 * beside this thread, which looks at the files.
 */
export function createLibraryCache<T>(
	cacheDirectory: string,
	directory: string,
	{ now = Date.now(), onCacheTrouble }: { readonly now?: number; readonly onCacheTrouble?: OnCacheTrouble | undefined } = {},
): LibraryCache<T> {
	const nameOf = (fingerprint: string) => `library-${fingerprint}.bin`;
	const fileOf = (fingerprint: string) => join(cacheDirectory, nameOf(fingerprint));
	const stamp = new Stamp(join(cacheDirectory, 'library-stamp.json'), onCacheTrouble);
	const reading = stamp.last === undefined ? undefined : readBeside(fileOf(stamp.last));
	stamp.look([directory, ...[...KINDS, PHRASINGS].map((name) => join(directory, name)), ...CODE], now);

	let known: string | undefined;
	return {
		get fingerprint() {
			return known;
		},
		keep(files, made) {
			const fingerprint = fingerprintOf(files);
			known = fingerprint;
			replaceKept(cacheDirectory, 'library-', nameOf(fingerprint), made, onCacheTrouble);
			stamp.keep(fingerprint);
		},
		restore(files) {
			const fingerprint = fingerprintOf(files);
			known = fingerprint;
			const made = readKept<T>(fileOf(fingerprint));
			if (made) stamp.keep(fingerprint);
			return made;
		},
		async restoreUntouched() {
			if (stamp.untouched === undefined) return undefined;
			known = stamp.untouched;
			return opened<T>(await reading);
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
export function replaceKept(cacheDirectory: string, prefix: string, name: string, made: unknown, onTrouble?: OnCacheTrouble): void {
	removeCacheFiles(cacheDirectory, prefix);
	const body = pack(made);
	writeCacheFile(join(cacheDirectory, name), Buffer.concat([body, checksumOf(body)]), onTrouble);
}

/** Changes with every byte of the data and of the code. */
function fingerprintOf(files: readonly DataFile[]): string {
	const hash = hashCode(CHECKING);
	for (const { content, file } of files) hash.update(`\0${file}\0`).update(content);
	return hash.digest('hex').slice(0, HASH_LENGTH);
}

function checksumOf(body: Uint8Array): Buffer {
	const checksum = Buffer.alloc(CHECKSUM_BYTES);
	checksum.writeUInt32LE(crc32(body));
	return checksum;
}

/** What was kept in a file; `undefined` where there is none or it is damaged. */
export function readKept<T>(file: string): T | undefined {
	try {
		return opened(readFileSync(file));
	} catch {
		return undefined;
	}
}

/** The same, read while this thread goes on. */
export const readKeptBeside = async <T>(file: string): Promise<T | undefined> => opened(await readBeside(file));

/** The bytes of a file, read at one go while this thread goes on; `undefined` where they cannot be read. */
async function readBeside(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
	try {
		await using handle = await open(file);
		const { size } = await handle.stat();
		const bytes = new Uint8Array(size);
		const { bytesRead } = await handle.read(bytes, 0, size, 0);
		return bytesRead === size ? bytes : undefined;
	} catch {
		return undefined;
	}
}

/** What was kept in these bytes; `undefined` where they are damaged. */
function opened<T>(bytes: Uint8Array<ArrayBuffer> | undefined): T | undefined {
	if (!bytes) return undefined;
	const body = bytes.subarray(0, -CHECKSUM_BYTES);
	if (!checksumOf(body).equals(bytes.subarray(-CHECKSUM_BYTES))) return undefined;
	return unpack(body) as T;
}
