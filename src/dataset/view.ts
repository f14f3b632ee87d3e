/** The dataset as rules look at it: what to check, and everything to compare it with. */
import { posix } from 'node:path';
import { foldName } from './fold-name.ts';
import type { RawDataset } from './load.ts';
import type { Entry, Kind, SourceEntry } from './schema.ts';
import { aliasesOf, citationsOf } from './walk.ts';

/** What entries can have in common: which of them bear a mark is found without looking through all of them. */
export type Mark =
	| `alias ${Kind} ${string}`
	| `cites ${string}`
	| `name ${Kind} ${string} ${string}`
	| `topic ${string}`
	| `work ${string}`;

export const fileOf = ({ id, kind }: Pick<Entry, 'id' | 'kind'>): string => `${kind}/${id}.yml`;

/** The title, date and address of a source: two sources that share them are one work. */
export const workOf = ({ csl }: SourceEntry): string => foldName([csl.title, csl.issued, csl.URL, csl.volume, csl.page].join(' | '));

function marksOf(entry: Entry): Set<Mark> {
	const marks = new Set<Mark>();
	for (const { id } of citationsOf(entry)) marks.add(`cites ${id}`);
	if (entry.kind === 'source') {
		marks.add(`work ${workOf(entry)}`);
		if (entry.via) marks.add(`cites ${entry.via}`);
	}
	for (const topic of entry.topics) marks.add(`topic ${topic}`);
	for (const [language, name] of Object.entries(entry.name)) marks.add(`name ${entry.kind} ${language} ${foldName(name)}`);
	for (const { text } of aliasesOf(entry)) marks.add(`alias ${entry.kind} ${foldName(text)}`);
	return marks;
}

export class DatasetView {
	readonly entries: readonly Entry[];
	/** The entries that rules must look at: all of them, or the one that changed and those that it touches. */
	readonly scope: readonly Entry[];
	readonly redirects: RawDataset['redirects'];
	readonly topics: RawDataset['topics'];
	readonly #base?: DatasetView;
	readonly #byId: ReadonlyMap<string, Entry>;
	readonly #holders = new Map<Mark, Entry[]>();
	readonly #persons: Map<string, string>;
	readonly #places: Map<string, string>;
	readonly #replaced?: string;
	readonly #unfit: ReadonlySet<string>;

	/**
	 * With `base`, a view in which the one entry of `raw` takes the place of the entry with the id `replaced`. Making
	 * it does not look at the others.
	 */
	constructor(raw: Pick<RawDataset, 'entries' | 'redirects' | 'topics' | 'unfit'>, base?: DatasetView, replaced?: string) {
		this.#base = base;
		this.#replaced = replaced;
		this.#unfit = raw.unfit;
		this.redirects = raw.redirects;
		this.topics = raw.topics;
		this.#byId = new Map(raw.entries.map((entry) => [entry.id, entry]));
		this.#persons = base ? base.#persons : new Map();
		this.#places = base ? base.#places : new Map();
		for (const entry of raw.entries) {
			for (const mark of marksOf(entry)) {
				const holders = this.#holders.get(mark);
				if (holders) holders.push(entry);
				else this.#holders.set(mark, [entry]);
			}
			if (base || (entry.kind !== 'person' && entry.kind !== 'place')) continue;
			const known = entry.kind === 'person' ? this.#persons : this.#places;
			for (const name of [...Object.values(entry.name), ...aliasesOf(entry).map(({ text }) => text)]) known.set(foldName(name), entry.id);
		}
		if (!base) {
			this.entries = raw.entries;
			this.scope = raw.entries;
			return;
		}
		this.entries = base.entries.map((entry) => (entry.id === replaced ? (this.#byId.get(entry.id) ?? entry) : entry));
		const before = replaced === undefined ? undefined : base.get(replaced);
		const touched = new Set(before ? [...citationsOf(before)].map(({ id }) => id) : []);
		this.scope = [...raw.entries, ...[...touched].flatMap((id) => (id !== replaced && base.get(id)) || [])];
	}

	/** The entry of this id. Renamed ids are not followed. */
	get(id: string): Entry | undefined {
		return this.#byId.get(id) ?? (id === this.#replaced ? undefined : this.#base?.get(id));
	}

	/** Who bears this mark. */
	holders(mark: Mark): readonly Entry[] {
		const own = this.#holders.get(mark) ?? [];
		if (!this.#base) return own;
		return [...this.#base.holders(mark).filter(({ id }) => id !== this.#replaced), ...own];
	}

	/** There is such a file, or may be in its folder, but it could not be used; what refers to it is not at fault. */
	isUnfit(file: string): boolean {
		return this.#unfit.has(file) || this.#unfit.has(posix.dirname(file)) || (this.#base?.isUnfit(file) ?? false);
	}

	/** Some files could not be used, so that nobody can say what they would have cited or named. */
	get isPartial(): boolean {
		return this.#unfit.size > 0 || (this.#base?.isPartial ?? false);
	}

	/** The id of the person or place that bears this name or alias. */
	idOf(kind: 'person' | 'place', name: string): string | undefined {
		return (kind === 'person' ? this.#persons : this.#places).get(foldName(name));
	}
}
