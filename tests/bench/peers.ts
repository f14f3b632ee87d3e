/** Search libraries over the same names, each as its own documentation would have it for names that are typed. */
import uFuzzy from '@leeoniya/ufuzzy';
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import FlexSearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Entry, Kind } from '../../src/dataset/schema.ts';
import { createFinder } from '../../src/search/finder.ts';
import { buildIndex } from '../../src/search/index.ts';
import { namesOf } from '../../src/search/names.ts';
import { shownBy } from '../eval/measure.ts';

/** Finds the ids of entries, best first; `kinds`: what the command looks for, which only Variorum can make use of. */
export type Search = (query: string, kinds: readonly Kind[] | undefined) => readonly string[];

/** An entry, reduced to what can be searched. */
interface Row {
	readonly id: string;
	readonly joined: string;
	readonly names: readonly string[];
}

export const OWN = 'Variorum';
export const MINISEARCH = 'MiniSearch (fuzzy 0.2, prefix)';
export const FUSE_TOKENS = 'Fuse.js token search';

const SHOWN = 10;
/** Fuse.js takes no longer pattern without more work still. */
const FUSE_PATTERN_MAX = 200;

function fuse(options: object): (rows: readonly Row[]) => Search {
	return (rows) => {
		const searcher = new Fuse(rows, { includeScore: true, keys: ['names'], ...options });
		return (query) => searcher.search(query.slice(0, FUSE_PATTERN_MAX), { limit: SHOWN }).map(({ item }) => item.id);
	};
}

const PEERS: Readonly<Record<string, (rows: readonly Row[]) => Promise<Search> | Search>> = {
	[MINISEARCH]: (rows) => {
		const index = new MiniSearch<Row>({ fields: ['joined'], searchOptions: { fuzzy: 0.2, prefix: true } });
		index.addAll(rows);
		return (query) => index.search(query).map(({ id }) => String(id));
	},
	'Fuse.js default': fuse({}),
	'Fuse.js ignoreLocation': fuse({ ignoreDiacritics: true, ignoreLocation: true, threshold: 0.35 }),
	[FUSE_TOKENS]: fuse({ ignoreDiacritics: true, threshold: 0.35, tokenMatch: 'any', useTokenSearch: true }),
	uFuzzy: (rows) => {
		const haystack = rows.flatMap(({ names }) => names);
		const owners = rows.flatMap(({ id, names }) => names.map(() => id));
		// As its documentation has it for scripts beyond Latin.
		const searcher = new uFuzzy({
			interSplit: "[^\\p{L}\\d']+",
			intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
			intraChars: "[\\p{L}\\d']",
			intraContr: "'\\p{L}{1,2}\\b",
			intraMode: 1,
			intraSplit: '\\p{Ll}\\p{Lu}',
			unicode: true,
		});
		return (query) => {
			const [indexes, info, order] = searcher.search(haystack, query, 1);
			if (!indexes) return [];
			if (!order || !info) return indexes.slice(0, SHOWN).map((index) => owners[index]!);
			return order.slice(0, SHOWN).map((position) => owners[info.idx[position]!]!);
		};
	},
	'Orama (tolerance 1)': async (rows) => {
		const index = create({ schema: { id: 'string', joined: 'string' } });
		await insertMultiple(
			index,
			rows.map(({ id, joined }) => ({ id, joined })),
		);
		return (query) => {
			const { hits } = searchOrama(index, { limit: SHOWN, term: query, tolerance: 1 }) as { hits: { document: { id: string } }[] };
			return hits.map(({ document }) => document.id);
		};
	},
	'FlexSearch (forward)': (rows) => {
		const index = new FlexSearch.Index({ tokenize: 'forward' });
		rows.forEach(({ joined }, position) => index.add(position, joined));
		return (query) => index.search(query, SHOWN).map((position) => rows[Number(position)]!.id);
	},
};

/** Every search over `entries`, ours first. None keeps anything between queries. */
export async function openSearches(entries: readonly Entry[]): Promise<Map<string, Search>> {
	const rows = entries.map((entry): Row => {
		const names = namesOf(entry).map(({ text }) => text);
		return { id: entry.id, joined: names.join(' ; '), names };
	});
	const finder = createFinder(entries, buildIndex(entries));
	const searches = new Map<string, Search>([[OWN, (query, kinds) => shownBy(finder.find(query, { kinds }))]]);
	for (const [name, open] of Object.entries(PEERS)) searches.set(name, await open(rows));
	return searches;
}
