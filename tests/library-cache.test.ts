import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDataFiles } from '../src/dataset/read.ts';
import { openLibrary } from '../src/library.ts';
import { createLibraryCache } from '../src/library-cache.ts';

const FILE = 'place/iturup.yml';
/** When everything that a test has written is long past. */
const LATER = () => Date.now() + 60_000;

let home: string;
let cache: string;
let data: string;

beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'variorum-cache-'));
	cache = join(home, 'cache');
	data = join(home, 'data');
	cpSync(join(import.meta.dirname, 'fixtures/dataset-small'), data, { recursive: true });
});

afterEach(() => rmSync(home, { recursive: true }));

const open = (now = LATER()) => createLibraryCache<string>(cache, data, { now });
const files = () => readDataFiles(data).files;
const change = (edit: (text: string) => string) => writeFileSync(join(data, FILE), edit(readFileSync(join(data, FILE), 'utf8')));

test('what was made is there at the next start, without reading the files', async () => {
	open().keep(files(), 'made');
	expect(await open().restoreUntouched()).toBe('made');
});

test('a file that is written again is read, and where it says the same what was made still holds', async () => {
	open().keep(files(), 'made');
	change((text) => text);
	expect(await open().restoreUntouched()).toBeUndefined();
	expect(open().restore(files())).toBe('made');
	expect(await open().restoreUntouched()).toBe('made');
});

test('a change that keeps the size and the time of the file is seen', async () => {
	open().keep(files(), 'made');
	const at = new Date(Date.now() - 3_600_000);
	utimesSync(join(data, FILE), at, at);
	open().restore(files());
	expect(await open().restoreUntouched()).toBe('made');
	change((text) => text.replace(/[a-z]/, (letter) => (letter === 'x' ? 'y' : 'x')));
	utimesSync(join(data, FILE), at, at);
	expect(await open().restoreUntouched()).toBeUndefined();
	expect(open().restore(files())).toBeUndefined();
});

test('a file that comes or goes is seen', async () => {
	open().keep(files(), 'made');
	cpSync(join(data, FILE), join(data, 'place/another.yml'));
	expect(await open().restoreUntouched()).toBeUndefined();
	rmSync(join(data, 'place/another.yml'));
	expect(open().restore(files())).toBe('made');
	rmSync(join(data, FILE));
	expect(await open().restoreUntouched()).toBeUndefined();
});

test('a file that has just been written is not trusted by its times', async () => {
	open(Date.now()).keep(files(), 'made');
	expect(await open().restoreUntouched()).toBeUndefined();
	expect(open().restore(files())).toBe('made');
});

test('a change while the files are being read is seen at the next start', async () => {
	const cacheBefore = open();
	const read = files();
	change((text) => `${text}\n`);
	cacheBefore.keep(read, 'made');
	expect(await open().restoreUntouched()).toBeUndefined();
});

test('a cache that is cut short is made anew', async () => {
	await openLibrary({ cacheDirectory: cache, directory: data });
	const [file] = readdirSync(cache).filter((name) => name.endsWith('.bin'));
	writeFileSync(join(cache, file!), readFileSync(join(cache, file!)).subarray(0, 500));
	const { dataset } = await openLibrary({ cacheDirectory: cache, directory: data });
	expect(dataset.get('iturup')?.kind).toBe('place');
});

test('what can be neither read nor removed is left where it is', async () => {
	// A folder is in the way of everybody, the administrator too.
	mkdirSync(join(cache, 'library-old.bin', 'full'), { recursive: true });
	const { dataset } = await openLibrary({ cacheDirectory: cache, directory: data });
	expect(dataset.get('iturup')?.kind).toBe('place');
	expect(readdirSync(cache).filter((name) => name.endsWith('.bin'))).toHaveLength(2);
});

test('a cache that cannot be written is told, and nothing fails', async () => {
	writeFileSync(cache, 'a file where the folder belongs');
	const troubles: unknown[] = [];
	const { bibliography, dataset } = await openLibrary({
		cacheDirectory: cache,
		directory: data,
		onCacheTrouble: (error) => troubles.push(error),
	});
	expect(dataset.get('iturup')?.kind).toBe('place');
	expect(troubles).toMatchObject([{ code: 'EEXIST' }]);
	expect(await bibliography.references(['valdai-2019'], 'chicago')).toHaveLength(1);
	expect(troubles).toHaveLength(2);
});

test.runIf(process.platform !== 'win32')('who runs the program may read what another installed', () => {
	const umask = process.umask(0o022);
	open().keep(files(), 'made');
	process.umask(umask);
	const modes = readdirSync(cache).map((name) => statSync(join(cache, name)).mode & 0o777);
	expect(modes).toEqual([0o644, 0o644]);
});
