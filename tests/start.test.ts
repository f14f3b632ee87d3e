import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { createLogger } from '../src/logger.ts';

const place = vi.hoisted(() => ({ cache: '' }));
vi.mock('../src/project.ts', async (original) => ({
	...(await original<typeof import('../src/project.ts')>()),
	get CACHE_DIRECTORY() {
		return place.cache;
	},
	get COMPILED_DIRECTORY() {
		return `${place.cache}/compiled`;
	},
}));

test('a cache that cannot be written is warned of once, with the place and the remedy', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'variorum-start-'));
	place.cache = join(folder, 'cache');
	writeFileSync(place.cache, 'a file where the folder belongs');
	const lines: string[] = [];
	const to = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
	const { startProgram } = await import('../src/start.ts');
	const config = {
		apiUrl: 'https://discord.com/api',
		dataDirectory: join(import.meta.dirname, 'fixtures/dataset-small'),
		databaseUrl: 'sqlite::memory:',
		host: '127.0.0.1',
		logLevel: 'info',
		port: 0,
	} as const;
	const program = await startProgram(config, createLogger({ level: 'info', to }));
	expect(program.library.dataset.get('iturup')?.kind).toBe('place');
	expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
		expect.objectContaining({
			level: 'warn',
			msg: `${place.cache} cannot be written, so that every start takes longer. Let the user that runs Variorum write there, or make room on the disk.`,
		}),
	]);
	await program.store.close();
	rmSync(folder, { recursive: true });
});
