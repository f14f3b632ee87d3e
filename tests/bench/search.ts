/**
 * Speed and quality of the search beside other libraries, in one process and one run, over the same names and the same
 * lookups. Printed as JSON; `run.ts` puts it together with the rest.
 */
import { join } from 'node:path';
import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Entry, Kind } from '../../src/dataset/schema.ts';
import { openLibrary } from '../../src/library.ts';
import { createFinder } from '../../src/search/finder.ts';
import { buildIndex } from '../../src/search/index.ts';
import { namesOf } from '../../src/search/names.ts';
import { type Lookup, REFUSED_CLASSES, readLookups, shownBy } from '../eval/measure.ts';
import { corpusOf } from './corpus.ts';
import { summarise, time } from './statistics.ts';

interface Peer {
	readonly name: string;
	/** Ids, best first. */
	search(query: string, kinds: readonly Kind[] | undefined): readonly string[];
	/** Peers that take a second a query are not asked at the largest size. */
	readonly slow?: boolean;
}

const root = join(import.meta.dirname, '../..');
const library = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
const lookups = readLookups();
const found = lookups.filter((lookup) => !REFUSED_CLASSES.has(lookup.class));
const kindsOf = ({ command }: Lookup) => (command === 'ask' || command === 'search' ? undefined : [command as Kind]);

/** Real entries with the fewest sources first would skew the mix: the smallest size keeps every kind in proportion. */
const SMALL = spread(library.dataset.entries, 600);
const SIZES = [600, 6_000, 60_000] as const;

function spread(entries: readonly Entry[], size: number): Entry[] {
	const step = entries.length / Math.min(size, entries.length);
	return Array.from({ length: Math.min(size, entries.length) }, (_, index) => entries[Math.floor(index * step)]!);
}

function ours(entries: readonly Entry[]): Peer {
	const finder = createFinder(entries, buildIndex(entries), { cacheSize: 0 });
	return { name: 'Variorum', search: (query, kinds) => shownBy(finder.find(query, { kinds })) };
}

function peers(entries: readonly Entry[]): Peer[] {
	const rows = entries.map((entry) => ({ id: entry.id, names: namesOf(entry).map(({ text }) => text) }));
	const joined = rows.map(({ id, names }) => ({ id, names: names.join(' ; ') }));

	const miniSearch = new MiniSearch({ fields: ['names'], searchOptions: { fuzzy: 0.2, prefix: true } });
	miniSearch.addAll(joined);

	const fuse = (options: object) => new Fuse(rows, { includeScore: true, keys: ['names'], ...options });
	const standard = fuse({});
	const anywhere = fuse({ ignoreDiacritics: true, ignoreLocation: true, threshold: 0.35 });
	const tokens = fuse({ ignoreDiacritics: true, threshold: 0.35, tokenMatch: 'any', useTokenSearch: true });

	const haystack = rows.flatMap(({ names }) => names);
	const owners = rows.flatMap(({ id, names }) => names.map(() => id));
	const micro = new uFuzzy({
		intraMode: 1,
		unicode: true,
		interSplit: "[^\\p{L}\\d']+",
		intraSplit: '\\p{Ll}\\p{Lu}',
		intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
		intraChars: "[\\p{L}\\d']",
		intraContr: "'\\p{L}{1,2}\\b",
	});

	const orama = create({ schema: { id: 'string', names: 'string' } });
	void insertMultiple(orama, joined);

	const flex = new FlexSearch.Index({ tokenize: 'forward' });
	joined.forEach(({ names }, index) => flex.add(index, names));

	const ids = (list: readonly { item: { id: string } }[]) => list.map(({ item }) => item.id);
	return [
		{ name: 'MiniSearch (fuzzy 0.2, prefix)', search: (query) => miniSearch.search(query).map(({ id }) => String(id)) },
		{ name: 'Fuse.js default', search: (query) => ids(standard.search(query.slice(0, 200), { limit: 10 })), slow: true },
		{ name: 'Fuse.js ignoreLocation', search: (query) => ids(anywhere.search(query.slice(0, 200), { limit: 10 })), slow: true },
		{ name: 'Fuse.js token search', search: (query) => ids(tokens.search(query.slice(0, 200), { limit: 10 })), slow: true },
		{
			name: 'uFuzzy',
			search: (query) => {
				const [indexes, info, order] = micro.search(haystack, query, 1);
				if (!indexes) return [];
				return order && info
					? order.slice(0, 10).map((position) => owners[info.idx[position]!]!)
					: indexes.slice(0, 10).map((index) => owners[index]!);
			},
		},
		{
			name: 'Orama (tolerance 1)',
			search: (query) =>
				(searchOrama(orama, { limit: 10, term: query, tolerance: 1 }) as { hits: { document: { id: string } }[] }).hits.map(
					({ document }) => document.id,
				),
			slow: true,
		},
		{ name: 'FlexSearch (forward)', search: (query) => flex.search(query, 10).map((index) => rows[Number(index)]!.id) },
	];
}

function recall(peer: Peer, list: readonly Lookup[]): number {
	return list.filter((lookup) => lookup.expect.includes(peer.search(lookup.query, kindsOf(lookup))[0] ?? '')).length / list.length;
}

const speed: Record<string, Record<number, { median: number; p99: number }>> = {};
const quality: Record<string, number> = {};
for (const size of SIZES) {
	const corpus = size === 600 ? SMALL : corpusOf(library.dataset.entries, size);
	for (const peer of [ours(corpus), ...peers(corpus)]) {
		if (peer.slow && size > 6_000) continue;
		const sample = peer.slow ? found.filter((_, index) => index % (size > 600 ? 40 : 8) === 0) : found;
		const times = time(sample, peer.slow ? 1 : 3, (lookup) => peer.search(lookup.query, kindsOf(lookup)));
		speed[peer.name] = { ...speed[peer.name], [size]: summarise(times) };
		process.stderr.write(`${peer.name}, ${size}: ${JSON.stringify(speed[peer.name]![size])}\n`);
	}
}
for (const peer of [ours(library.dataset.entries), ...peers(library.dataset.entries)]) {
	// A slow peer is asked every tenth lookup of each class: all would take a quarter of an hour.
	quality[peer.name] = recall(peer, peer.slow ? found.filter((_, index) => index % 10 === 0) : found);
}

process.stdout.write(JSON.stringify({ lookups: found.length, quality, sizes: SIZES, speed }));
