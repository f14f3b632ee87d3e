/** The dataset as the program uses it: checked, linked, read-only. */
import type { Manifest, Topics } from './load.ts';
import type { Entry, Kind, SourceEntry } from './schema.ts';
import { type Shelf, shelfOf } from './shelf.ts';
import { citationsOf } from './walk.ts';

export interface Dataset {
	readonly entries: readonly Entry[];
	readonly manifest: Manifest;
	/** The same entries, for whoever needs their ids and kinds, and few of them. */
	readonly shelf: Shelf;
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
	/** Read already, or on a shelf. */
	readonly entries: Shelf | readonly Entry[];
	readonly manifest: Manifest;
	readonly redirects: Readonly<Record<string, string>>;
	readonly topics: Topics;
}

export function createDataset({ entries: given, manifest, redirects, topics }: DatasetContent): Dataset {
	const shelf = 'ids' in given ? given : shelfOf(given);
	const positions = new Map(shelf.ids.map((id, position) => [id, position]));
	let all: readonly Entry[] | undefined;
	let byKind: ReadonlyMap<Kind, readonly Entry[]> | undefined;
	let citing: Map<string, Entry[]> | undefined;
	let naming: Map<string, Entry[]> | undefined;

	const entries = () => (all ??= shelf.ids.map((_, position) => shelf.at(position)));
	const get = (id: string): Entry | undefined => {
		const position = positions.get(id) ?? positions.get(redirects[id] ?? '');
		return position === undefined ? undefined : shelf.at(position);
	};
	const add = (map: Map<string, Entry[]>, key: string, entry: Entry) => {
		const list = map.get(key);
		if (!list) map.set(key, [entry]);
		else if (list.at(-1) !== entry) list.push(entry);
	};

	return {
		citedBy(sourceId) {
			if (!citing) {
				citing = new Map();
				for (const entry of entries()) for (const { id } of citationsOf(entry)) add(citing, id, entry);
			}
			return citing.get(sourceId) ?? [];
		},
		get entries() {
			return entries();
		},
		get,
		manifest,
		ofKind<K extends Kind>(kind: K) {
			byKind ??= Map.groupBy(entries(), (entry) => entry.kind);
			return (byKind.get(kind) ?? []) as unknown as readonly Extract<Entry, { kind: K }>[];
		},
		relatedTo(entry) {
			if (!naming) {
				naming = new Map();
				for (const other of entries()) for (const id of other.related ?? []) add(naming, get(id)?.id ?? id, other);
			}
			const own = (entry.related ?? []).map(get).filter((other) => other !== undefined);
			return [...new Set([...own, ...(naming.get(entry.id) ?? [])])].filter((other) => other.id !== entry.id);
		},
		shelf,
		source(id) {
			const entry = get(id);
			if (entry?.kind !== 'source') throw new Error(`no source ${id} in the dataset`);
			return entry;
		},
		topics,
	};
}
