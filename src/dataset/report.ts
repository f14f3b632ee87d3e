/** What the dataset covers and what it lacks: for editors who decide what to read next. Nothing here is a fault. */
import { spanOf } from './edtf.ts';
import { foldName } from './fold-name.ts';
import { KINDS, type Kind } from './kinds.ts';
import type { RawDataset } from './load.ts';
import type { Entry, FiguresEntry, SourceEntry } from './schema.ts';
import { DatasetView } from './view.ts';
import { accountsOf, aliasesOf, citationsOf } from './walk.ts';

/** A contested number counts as covered from this many sources on. */
export const ESTIMATES_WANTED = 3;

export interface SourceCoverage {
	readonly citations: number;
	readonly entries: number;
	readonly id: string;
	/** Where in the source the citations lie, the most cited first. */
	readonly places: Readonly<Record<string, number>>;
}

export interface Report {
	readonly accounts: number;
	/** An account's date lies after the last day on which its source can have appeared. */
	readonly datesAfterTheirSource: readonly {
		readonly account: string;
		readonly date: string;
		readonly entry: string;
		readonly issued: string;
		readonly source: string;
	}[];
	readonly entries: Readonly<Record<Kind, number>>;
	/** Figures with fewer sources than wanted, with the number of sources and whether a gap says so. */
	readonly fewEstimates: readonly { readonly entry: string; readonly gap: boolean; readonly sources: number }[];
	readonly gaps: readonly { readonly entry: string; readonly gap: string }[];
	readonly missingNames: Readonly<Record<'ja' | 'ru', readonly string[]>>;
	readonly oneSided: readonly { readonly entry: string; readonly gap: boolean; readonly sources: number }[];
	/** Aliases of several entries of one kind: typed, they lead to a choice. */
	readonly sharedAliases: readonly { readonly alias: string; readonly entries: readonly string[]; readonly kind: Kind }[];
	/** Claims of several questions: Fact-check cannot tell which is meant. */
	readonly sharedClaims: readonly { readonly claim: string; readonly entries: readonly string[] }[];
	readonly sources: readonly SourceCoverage[];
	readonly topics: Readonly<Record<string, Readonly<Record<Kind, number>>>>;
	readonly uncited: readonly string[];
	readonly version: string;
}

export function reportOf(raw: RawDataset): Report {
	const view = new DatasetView(raw);
	const { entries } = raw;
	const ofKind = <K extends Kind>(kind: K) => entries.filter((entry): entry is Extract<Entry, { kind: K }> => entry.kind === kind);
	const counts = (list: readonly Entry[]) =>
		Object.fromEntries(KINDS.map((kind) => [kind, list.filter((entry) => entry.kind === kind).length])) as Record<Kind, number>;
	return {
		accounts: entries.reduce((sum, entry) => sum + accountsOf(entry).length, 0),
		datesAfterTheirSource: entries.flatMap((entry) => lateDates(entry, view)),
		entries: counts(entries),
		fewEstimates: ofKind('figures')
			.map((entry) => ({ entry: entry.id, gap: Boolean(entry.gap), sources: independentSources(entry, view) }))
			.filter(({ sources }) => sources < ESTIMATES_WANTED),
		gaps: entries.flatMap((entry) => (entry.kind !== 'source' && entry.gap ? [{ entry: entry.id, gap: entry.gap }] : [])),
		missingNames: {
			ja: entries.filter(({ name }) => !name.ja).map(({ id }) => id),
			ru: entries.filter(({ name }) => !name.ru).map(({ id }) => id),
		},
		oneSided: ofKind('question')
			.filter(({ positions }) => positions.length === 1)
			.map((entry) => ({
				entry: entry.id,
				gap: Boolean(entry.gap),
				sources: new Set(accountsOf(entry).map(({ account }) => account.source)).size,
			})),
		sharedAliases: KINDS.flatMap((kind) =>
			shared(ofKind(kind), (entry) => aliasesOf(entry as Entry).map(({ text }) => text)).map(([alias, ids]) => ({
				alias,
				entries: ids,
				kind,
			})),
		),
		sharedClaims: shared(ofKind('question'), ({ positions }) => positions.flatMap(({ claims = [] }) => claims)).map(([claim, ids]) => ({
			claim,
			entries: ids,
		})),
		sources: coverage(entries),
		topics: Object.fromEntries(Object.keys(raw.topics).map((topic) => [topic, counts(view.holders(`topic ${topic}`))])),
		uncited: ofKind('source')
			.filter(({ id }) => view.holders(`cites ${id}`).length === 0)
			.map(({ id }) => id),
		version: raw.manifest.version,
	};
}

/** Sources behind the estimates of the whole. One that is known only through another in the list is no second witness. */
function independentSources(entry: FiguresEntry, view: DatasetView): number {
	const ids = new Set(entry.accounts.filter(({ part }) => !part).map(({ source }) => source));
	return [...ids].filter((id) => {
		const source = view.get(id);
		return !(source?.kind === 'source' && source.via && ids.has(source.via));
	}).length;
}

function shared<E extends { readonly id: string }>(
	entries: readonly E[],
	textsOf: (entry: E) => readonly string[],
): [text: string, ids: string[]][] {
	const holders = new Map<string, { ids: Set<string>; text: string }>();
	for (const entry of entries) {
		for (const text of textsOf(entry)) {
			const key = foldName(text);
			const known = holders.get(key);
			if (known) known.ids.add(entry.id);
			else holders.set(key, { ids: new Set([entry.id]), text });
		}
	}
	return [...holders.values()].filter(({ ids }) => ids.size > 1).map(({ ids, text }) => [text, [...ids]]);
}

function coverage(entries: readonly Entry[]): SourceCoverage[] {
	const found = new Map<string, { citations: number; entries: Set<string>; places: Map<string, number> }>();
	for (const entry of entries) {
		for (const { at, id } of citationsOf(entry)) {
			let source = found.get(id);
			if (!source) found.set(id, (source = { citations: 0, entries: new Set(), places: new Map() }));
			source.entries.add(entry.id);
			if (at === undefined) continue;
			source.citations++;
			source.places.set(at, (source.places.get(at) ?? 0) + 1);
		}
	}
	return [...found]
		.map(([id, source]) => ({
			citations: source.citations,
			entries: source.entries.size,
			id,
			places: Object.fromEntries([...source.places].sort(byCount)),
		}))
		.sort((a, b) => b.citations - a.citations || (a.id < b.id ? -1 : 1));
}

function byCount([a, x]: readonly [string, number], [b, y]: readonly [string, number]): number {
	return y - x || (a < b ? -1 : 1);
}

function lateDates(entry: Entry, view: DatasetView): Report['datesAfterTheirSource'] {
	return accountsOf(entry).flatMap(({ account: { source, value }, keys }) => {
		const issued = (view.get(source) as SourceEntry | undefined)?.csl?.issued;
		if (!value || !('date' in value) || !issued || spanOf(value.date)![0] <= spanOf(issued)![1]) return [];
		return [{ account: keys.join('.'), date: value.date, entry: entry.id, issued, source }];
	});
}

/** The report as a page of text. `source` shows every place of one source. */
export function formatReport(report: Report, source?: string): string {
	const lines: string[] = [];
	const section = (title: string, rows: readonly string[]) => lines.push('', `${title} (${rows.length})`, ...rows.map((row) => `  ${row}`));
	if (source !== undefined) {
		const found = report.sources.find(({ id }) => id === source);
		if (!found) return `No entry cites ${source}.`;
		return [
			`${source}: ${found.citations} citations in ${found.entries} entries`,
			...Object.entries(found.places).map(([at, count]) => `${String(count).padStart(6)}  ${at}`),
		].join('\n');
	}
	lines.push(
		`Dataset ${report.version}: ${Object.values(report.entries).reduce((sum, count) => sum + count, 0)} entries, ${report.accounts} accounts`,
	);
	const width = Math.max(...Object.keys(report.topics).map(({ length }) => length), 5);
	lines.push('', 'Topics and kinds', `  ${'topic'.padEnd(width)} ${KINDS.map((kind) => kind.padStart(9)).join('')}`);
	for (const [topic, counts] of Object.entries(report.topics))
		lines.push(`  ${topic.padEnd(width)} ${KINDS.map((kind) => String(counts[kind] || '·').padStart(9)).join('')}`);
	lines.push(`  ${'all'.padEnd(width)} ${KINDS.map((kind) => String(report.entries[kind]).padStart(9)).join('')}`);
	const gap = (it: { readonly gap: boolean }) => (it.gap ? 'gap stated' : 'no gap stated');
	section(
		'Questions with one position',
		report.oneSided.map((it) => `${it.entry}: ${it.sources} source(s), ${gap(it)}`),
	);
	section(
		`Numbers with fewer than ${ESTIMATES_WANTED} independent sources`,
		report.fewEstimates.map((it) => `${it.entry}: ${it.sources}, ${gap(it)}`),
	);
	section('Entries without a Japanese name', report.missingNames.ja);
	section('Entries without a Russian name', report.missingNames.ru);
	section('Sources that no entry cites', report.uncited);
	section(
		'Dates later than their source',
		report.datesAfterTheirSource.map((it) => `${it.entry} ${it.account}: ${it.date}, in ${it.source} of ${it.issued}`),
	);
	section(
		'Aliases that several entries of a kind share',
		report.sharedAliases.map((it) => `${it.alias}: ${it.entries.join(', ')}`),
	);
	section(
		'Claims that several questions share',
		report.sharedClaims.map((it) => `${it.claim}: ${it.entries.join(', ')}`),
	);
	section(
		'Gaps',
		report.gaps.map((it) => `${it.entry}: ${it.gap}`),
	);
	section(
		'Sources by citations; all places of one: npm run data:report -- --source <id>',
		report.sources.map(
			(it) =>
				`${String(it.citations).padStart(5)} in ${String(it.entries).padStart(4)} entries, ${String(Object.keys(it.places).length).padStart(4)} places  ${it.id}`,
		),
	);
	return lines.join('\n');
}
