import type { z } from 'zod';
import { type DataDocument, readDocument, wrongShape } from './document.ts';
import { explainIssues } from './explain.ts';
import type { Fault } from './fault.ts';
import { type DataFile, readDataFiles, SINGLE_FILES } from './read.ts';
import { RULES } from './rules/index.ts';
import { type Entry, ENTRY_SCHEMAS, manifestSchema, redirectsFileSchema, topicsFileSchema } from './schema.ts';

export type { DataFile } from './read.ts';

export interface Manifest extends z.infer<typeof manifestSchema> {}
export type Topics = z.infer<typeof topicsFileSchema>;

/** Everything that was read and fits the schemas, with the documents for the rules that look further. */
export interface RawDataset {
	readonly directory: string;
	readonly documents: ReadonlyMap<string, DataDocument>;
	readonly entries: readonly Entry[];
	readonly manifest: Manifest;
	readonly redirects: Readonly<Record<string, string>>;
	readonly topics: Topics;
}

/** Checks files against the schemas. Entries that do not fit are left out and named in `faults`. */
export function parseDataFiles(directory: string, files: readonly DataFile[]): { faults: Fault[]; raw: RawDataset } {
	const faults: Fault[] = [];
	const documents = new Map<string, DataDocument>();
	const entries: Entry[] = [];
	let manifest: Manifest = { licence: 'unknown', name: { en: 'Dataset' }, version: '0000.1.0' };
	let redirects: Record<string, string> = {};
	let topics: Topics = {};

	for (const { content, file } of files) {
		const result = readDocument(file, content);
		if ('faults' in result) {
			faults.push(...result.faults);
			continue;
		}
		const { document } = result;
		documents.set(file, document);
		if (document.value === null || typeof document.value !== 'object' || Array.isArray(document.value)) {
			faults.push(wrongShape(file, document.value, 'a group of keys, one to a line'));
			continue;
		}
		if (file === SINGLE_FILES.manifest) {
			const parsed = manifestSchema.safeParse(document.value);
			if (parsed.success) manifest = parsed.data;
			else faults.push(...explainIssues(document, parsed.error.issues));
		} else if (file === SINGLE_FILES.redirects) {
			const parsed = redirectsFileSchema.safeParse(document.value);
			if (parsed.success) redirects = parsed.data;
			else faults.push(...explainIssues(document, parsed.error.issues));
		} else if (file === SINGLE_FILES.topics) {
			const parsed = topicsFileSchema.safeParse(document.value);
			if (parsed.success) topics = parsed.data;
			else faults.push(...explainIssues(document, parsed.error.issues));
		} else {
			const [kind, name] = file.split('/') as [Entry['kind'], string];
			const parsed = ENTRY_SCHEMAS[kind].safeParse(document.value);
			if (parsed.success) entries.push({ ...parsed.data, id: name.slice(0, -'.yml'.length), kind } as Entry);
			else faults.push(...explainIssues(document, parsed.error.issues));
		}
	}
	return { faults, raw: { directory, documents, entries, manifest, redirects, topics } };
}

/**
 * Finds everything that is wrong with the dataset in `directory`: unreadable files, YAML, schemas, and what the
 * rules of `rules/` look for. A rule that fails becomes a fault itself; the others still run.
 */
export function lintDataset(directory: string): { faults: Fault[]; raw: RawDataset } {
	const { faults: readFaults, files } = readDataFiles(directory);
	const { faults, raw } = checkDataFiles(directory, files);
	return { faults: [...readFaults, ...faults], raw };
}

/** Checks files that have been read: YAML, schemas, rules. */
export function checkDataFiles(directory: string, files: readonly DataFile[]): { faults: Fault[]; raw: RawDataset } {
	const { faults, raw } = parseDataFiles(directory, files);
	return { faults: [...faults, ...applyRules(raw)], raw };
}

export function applyRules(raw: RawDataset): Fault[] {
	const faults: Fault[] = [];
	for (const rule of RULES) {
		try {
			rule.check(raw, (fault) => {
				const line = fault.keys ? raw.documents.get(fault.file)?.lineOf(fault.keys) : undefined;
				const { keys: _keys, ...rest } = fault;
				faults.push({ line, ...rest, rule: rule.name });
			});
		} catch (error) {
			faults.push({
				expected: 'the rule to run to its end', file: '', found: String(error), path: '',
				remedy: 'Report this: the rule itself is at fault, not the data.', rule: rule.name,
			});
		}
	}
	return faults;
}
