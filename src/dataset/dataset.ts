/** The dataset as the program uses it: checked, linked, read-only. */
import type { Manifest, Topics } from './load.ts';
import type { Entry, Kind, SourceEntry } from './schema.ts';
import { citationsOf } from './walk.ts';

export interface Dataset {
	readonly entries: readonly Entry[];
	readonly manifest: Manifest;
	readonly topics: Topics;
	/** Entries that cite a source, by the source's id. */
	citedBy(sourceId: string): readonly Entry[];
	/** The entry of this id, following a redirect; `undefined` when there is none. */
	get(id: string): Entry | undefined;
	ofKind<K extends Kind>(kind: K): readonly Extract<Entry, { kind: K }>[];
	/** Entries that this one names as related or that name this one, nearest first. */
	relatedTo(entry: Entry): readonly Entry[];
	/** The source of this id. Throws when it is not one: the linter has seen to it that it is. */
	source(id: string): SourceEntry;
}

export interface DatasetContent {
	readonly entries: readonly Entry[];
	readonly manifest: Manifest;
	readonly redirects: Readonly<Record<string, string>>;
	readonly topics: Topics;
}

export function createDataset({ entries, manifest, redirects, topics }: DatasetContent): Dataset {
	const byId = new Map(entries.map((entry) => [entry.id, entry]));
	const byKind = Map.groupBy(entries, (entry) => entry.kind);
	let citing: Map<string, Entry[]> | undefined;
	let naming: Map<string, Entry[]> | undefined;

	const get = (id: string) => byId.get(id) ?? byId.get(redirects[id] ?? '');
	const add = (map: Map<string, Entry[]>, key: string, entry: Entry) => {
		const list = map.get(key);
		if (!list) map.set(key, [entry]);
		else if (list.at(-1) !== entry) list.push(entry);
	};

	return {
		citedBy(sourceId) {
			if (!citing) {
				citing = new Map();
				for (const entry of entries) for (const { id } of citationsOf(entry)) add(citing, id, entry);
			}
			return citing.get(sourceId) ?? [];
		},
		entries,
		get,
		manifest,
		ofKind: <K extends Kind>(kind: K) => (byKind.get(kind) ?? []) as unknown as readonly Extract<Entry, { kind: K }>[],
		relatedTo(entry) {
			if (!naming) {
				naming = new Map();
				for (const other of entries) for (const id of other.related ?? []) add(naming, get(id)?.id ?? id, other);
			}
			const own = (entry.related ?? []).map(get).filter((other) => other !== undefined);
			return [...new Set([...own, ...(naming.get(entry.id) ?? [])])].filter((other) => other.id !== entry.id);
		},
		source(id) {
			const entry = get(id);
			if (entry?.kind !== 'source') throw new Error(`no source ${id} in the dataset`);
			return entry;
		},
		topics,
	};
}
