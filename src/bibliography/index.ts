/** References in full, read from where the installation left them, or made in a process of its own. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CacheOptions, removeCacheFiles, writeCacheFile } from '../cache-file.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { SourceRecord } from './make.ts';
import type { CitationStyle, References } from './styles.ts';

export interface Bibliography {
	/** The references of sources, in the order of the ids. Rejects when they can neither be read nor made. */
	references(ids: readonly string[], style: CitationStyle): Promise<string[]>;
}

const PREFIX = 'references-';
const MAKER = join(import.meta.dirname, 'make.ts');
/** What the references are made by, and beside the sources all that they depend on. */
const MAKERS = [MAKER, join(import.meta.dirname, 'mla.csl')];
/** Making takes about two seconds; a machine that needs longer than this has another trouble. */
const MAKING_MAX_MILLISECONDS = 60_000;

export function openBibliography(dataset: Dataset, { cacheDirectory, onCacheTrouble }: CacheOptions = {}): Bibliography {
	let all: Promise<References> | undefined;
	const load = async (): Promise<References> => {
		const sources = dataset.ofKind('source').map(({ csl, id }): SourceRecord => ({ csl, id }));
		const file = cacheDirectory && join(cacheDirectory, `${PREFIX}${fingerprint(sources)}.json`);
		const kept = file && restore(file);
		if (kept) return kept;
		const made = await makeApart(sources);
		if (cacheDirectory && file) {
			removeCacheFiles(cacheDirectory, PREFIX);
			writeCacheFile(file, made, onCacheTrouble);
		}
		return JSON.parse(made) as References;
	};
	return {
		async references(ids, style) {
			all ??= load();
			try {
				const references = await all;
				return ids.flatMap((id) => references[id]?.[style] ?? []);
			} catch (error) {
				// The next press tries again.
				all = undefined;
				throw error;
			}
		},
	};
}

function fingerprint(sources: readonly SourceRecord[]): string {
	const hash = createHash('sha256');
	for (const file of MAKERS) hash.update(readFileSync(file));
	return hash.update(JSON.stringify(sources)).digest('hex').slice(0, 24);
}

function restore(file: string): References | undefined {
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as References;
	} catch {
		return undefined;
	}
}

function makeApart(sources: readonly SourceRecord[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ['--no-warnings', MAKER], { stdio: ['pipe', 'pipe', 'pipe'], timeout: MAKING_MAX_MILLISECONDS });
		let output = '';
		let complaint = '';
		child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
			output += chunk;
		});
		child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
			complaint = (complaint + chunk).slice(-2_000);
		});
		child.once('error', reject);
		child.once('close', (code, signal) => {
			if (code === 0) resolve(output);
			else reject(new Error(`the references could not be made (${signal ?? `exit ${code}`}): ${complaint}`));
		});
		child.stdin.on('error', () => undefined);
		child.stdin.end(JSON.stringify(sources));
	});
}
