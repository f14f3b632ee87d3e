import type { z } from 'zod';
import { type DataDocument, readDocument, wrongShape } from './document.ts';
import { explainIssues } from './explain.ts';
import { type Fault, formatPath } from './fault.ts';
import { type DataFile, readDataFiles, SINGLE_FILES } from './read.ts';
import { RULES } from './rules/index.ts';
import type { Rule } from './rules/rule.ts';
import { faultOfId, uniqueIds } from './rules/unique-ids.ts';
import { ENTRY_SCHEMAS, type Entry, manifestSchema, redirectsFileSchema, topicsFileSchema } from './schema.ts';
import { DatasetView, fileOf } from './view.ts';

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
	/** Files, and folders of kinds, that could not be used; what refers to them is not at fault. */
	readonly unfit: ReadonlySet<string>;
}

type Parsed = { readonly document?: DataDocument } & ({ readonly faults: readonly Fault[] } | { readonly value: unknown });

/** The schema of a file by its path. */
export function schemaOf(file: string): z.ZodType {
	if (file === SINGLE_FILES.manifest) return manifestSchema;
	if (file === SINGLE_FILES.redirects) return redirectsFileSchema;
	if (file === SINGLE_FILES.topics) return topicsFileSchema;
	return ENTRY_SCHEMAS[file.split('/')[0] as Entry['kind']];
}

function faultsOfName(file: string, id: string): Fault[] {
	const fault = faultOfId(id);
	return fault ? [{ ...fault, file, path: '', rule: uniqueIds.name }] : [];
}

/** Reads one file and checks it against its schema. An entry comes back with its id and kind. */
export function parseDataFile({ content, file }: DataFile): Parsed {
	const [kind, name] = file.split('/') as [Entry['kind'], string | undefined];
	const id = name?.slice(0, -'.yml'.length);
	// The rules, which look at names as well, see only what fits.
	const misnamed = id === undefined ? [] : faultsOfName(file, id);
	const read = readDocument(file, content);
	if ('faults' in read) return { faults: [...misnamed, ...read.faults] };
	const { document } = read;
	if (document.value === null || typeof document.value !== 'object' || Array.isArray(document.value)) {
		return { document, faults: [...misnamed, wrongShape(file, document.value, 'a group of keys, one to a line')] };
	}
	const schema = schemaOf(file);
	const parsed = schema.safeParse(document.value);
	if (!parsed.success) return { document, faults: [...misnamed, ...explainIssues(document, parsed.error.issues, schema)] };
	return { document, value: id === undefined ? parsed.data : { ...(parsed.data as object), id, kind } };
}

/** Checks files against the schemas. Entries that do not fit are left out and named in `faults`. */
export function parseDataFiles(directory: string, files: readonly DataFile[]): { faults: Fault[]; raw: RawDataset } {
	const faults: Fault[] = [];
	const documents = new Map<string, DataDocument>();
	const entries: Entry[] = [];
	const unfit = new Set<string>();
	let manifest: Manifest = { licence: 'unknown', name: { en: 'Dataset' }, version: '0000.1.0' };
	let redirects: Record<string, string> = {};
	let topics: Topics = {};

	for (const dataFile of files) {
		const { file } = dataFile;
		const parsed = parseDataFile(dataFile);
		if (parsed.document) documents.set(file, parsed.document);
		if ('faults' in parsed) {
			faults.push(...parsed.faults);
			unfit.add(file);
		} else if (file === SINGLE_FILES.manifest) manifest = parsed.value as Manifest;
		else if (file === SINGLE_FILES.redirects) redirects = parsed.value as Record<string, string>;
		else if (file === SINGLE_FILES.topics) topics = parsed.value as Topics;
		else entries.push(parsed.value as Entry);
	}
	return { faults, raw: { directory, documents, entries, manifest, redirects, topics, unfit } };
}

/**
 * Finds everything that is wrong with the dataset in `directory`: unreadable files, YAML, schemas, and what the
 * rules of `rules/` look for. A rule that fails becomes a fault itself; the others still run.
 */
export function lintDataset(directory: string): { faults: Fault[]; raw: RawDataset } {
	const { faults: readFaults, files } = readDataFiles(directory);
	const { faults, raw } = checkDataFiles(
		directory,
		files,
		readFaults.map(({ file }) => file),
	);
	return { faults: [...readFaults, ...faults], raw };
}

/** Checks files that have been read: YAML, schemas, rules. `unread` names those that could not be read, or their folders. */
export function checkDataFiles(
	directory: string,
	files: readonly DataFile[],
	unread: readonly string[] = [],
): { faults: Fault[]; raw: RawDataset } {
	const { faults, raw: parsed } = parseDataFiles(directory, files);
	const raw: RawDataset = unread.length === 0 ? parsed : { ...parsed, unfit: new Set([...parsed.unfit, ...unread]) };
	return { faults: [...faults, ...applyRules(raw)], raw };
}

/** Runs the rules over all entries of `raw`, or over the scope of a view that was made already. */
export function applyRules(raw: RawDataset, view = new DatasetView(raw), rules: readonly Rule[] = RULES): Fault[] {
	const faults: Fault[] = [];
	for (const rule of rules) {
		try {
			rule.check(view, ({ expected, fix, found, in: where, keys = [], remedy }) => {
				const file = typeof where === 'string' ? where : fileOf(where);
				faults.push({
					expected,
					file,
					...(fix && { fix }),
					found,
					line: raw.documents.get(file)?.lineOf(keys),
					path: formatPath(keys),
					remedy: fix ? `${remedy} npm run data:fix does it.` : remedy,
					rule: rule.name,
				});
			});
		} catch (error) {
			faults.push({
				expected: 'the rule to run to its end',
				file: RULE_CRASH_FILE,
				found: String(error),
				path: '',
				remedy: `Report this with the text above: the rule “${rule.name}” itself is at fault, not the data.`,
				rule: rule.name,
			});
		}
	}
	return faults;
}

/** Stands for the file where a rule itself failed and no file is to blame. */
export const RULE_CRASH_FILE = '(the linter)';
