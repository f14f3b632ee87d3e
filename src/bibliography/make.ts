/**
 * Formats every source in every style by citation-js and the CSL styles. This takes a second or two and a quarter of a
 * gigabyte, so it is done when the program is installed, or else in a process of its own, and never inside the bot.
 *
 * Run as a program it reads sources from standard input and writes their references to standard output, both as JSON.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import chicago from '@citation/csl-style-chicago-fullnote-bibliography';
import { parseEdtf } from '../dataset/edtf.ts';
import type { Csl } from '../dataset/schema.ts';
import type { CitationStyle, References } from './styles.ts';

const TEMPLATES: Record<Exclude<CitationStyle, 'bibtex'>, string> = { apa: 'apa', chicago: 'variorum-chicago', mla: 'variorum-mla' };

const { styles } = plugins.config.get('@csl') as { styles: { add(name: string, style: unknown): void } };
// The package's module form wraps its default export once more than its types say.
const chicagoStyle = chicago as { content?: string; default?: { content: string } };
styles.add(TEMPLATES.chicago, chicagoStyle.content ?? chicagoStyle.default?.content);
styles.add(TEMPLATES.mla, readFileSync(join(import.meta.dirname, 'mla.csl'), 'utf8'));

// What reads BibTeX today reads UTF-8. The id of a source is its key: unique, and the same in every file.
const bibtex = plugins.config.get('@bibtex') as {
	format: { asciiOnly: boolean; checkLabel: boolean; useIdAsLabel: boolean };
	types: { bibtex: { target: Record<string, string> } };
};
Object.assign(bibtex.format, { asciiOnly: false, checkLabel: false, useIdAsLabel: true });
// An @inbook has no booktitle.
bibtex.types.bibtex.target.chapter = 'incollection';

export interface SourceRecord {
	readonly csl: Csl;
	readonly id: string;
}

/**
 * Every reference is made by itself: in one bibliography a style writes a dash for an author named just before, and a
 * letter behind the year for works of one author and year, but here references are shown singly and in another order.
 */
export function makeReferences(sources: readonly SourceRecord[]): References {
	return Object.fromEntries(
		sources.map(({ csl, id }) => {
			const item = toCslJson(csl, id);
			const inStyle = (style: keyof typeof TEMPLATES, shown = item) =>
				String(new Cite(shown).format('bibliography', { format: 'text', lang: 'en-US', template: TEMPLATES[style] })).trim();
			return [
				id,
				{
					// We keep no day of retrieval, and without one the style leaves the bare word before the address.
					apa: inStyle('apa').replace(/\bRetrieved (?=https?:)/, ''),
					bibtex: String(new Cite(toBibtexItem(item)).format('bibtex')).trim(),
					chicago: inStyle('chicago'),
					mla: inStyle('mla', toMlaItem(item, csl)),
				},
			];
		}),
	);
}

type CslItem = Record<string, unknown>;

/**
 * The dataset's dates are EDTF; CSL-JSON takes parts. Of the language it is only told whether it is English, whose titles
 * take capitals: for a work in Japanese or Chinese citeproc puts every family name first and without a comma, “Meyer Henry”.
 */
function toCslJson({ issued, language, ...csl }: Csl, id: string): CslItem {
	const date = issued ? parseEdtf(issued) : null;
	const parts = [date?.start, date?.interval ? date.end : undefined]
		.filter((point) => point !== null && point !== undefined)
		.map(({ day, month, year }) => [year, month, day].filter((part) => part !== undefined));
	const when = parts.length > 0 ? { circa: date?.start?.approximate || undefined, 'date-parts': parts } : undefined;
	const container = csl['container-title'];
	return {
		...csl,
		id,
		// A web address that serves as a name keeps its small letters where titles take capitals.
		...(container && /^[^\sA-Z]+\.[^\sA-Z]+$/.test(container) ? { 'container-title': `<span class="nocase">${container}</span>` } : {}),
		...(when ? { issued: when } : {}),
		...(language ? { language: language.startsWith('en') ? language : 'und' } : {}),
	};
}

/**
 * What MLA asks and a style cannot say: who publishes his own work, as a ministry does or a newspaper, is named once, as what it
 * appeared in. Addresses keep their scheme, which the handbook lets a writer leave out: with it they can be followed.
 */
function toMlaItem({ author, ...item }: CslItem, csl: Csl): CslItem {
	const names = csl.author?.map((name) => ('literal' in name ? name.literal : undefined)) ?? [];
	const alsoPublished = names.length === 1 && names[0] !== undefined && [csl['container-title'], csl.publisher].includes(names[0]);
	return {
		...item,
		...(author && !alsoPublished ? { author } : {}),
	};
}

/** Fields that BibTeX takes to the letter. */
const VERBATIM = new Set(['DOI', 'URL', 'id', 'type']);

/**
 * With text left in Unicode, what TeX reads as commands has still to be escaped. An entry of an encyclopedia goes as a chapter:
 * BibTeX has nothing nearer, and would leave out in what it stands.
 */
function toBibtexItem(item: CslItem): CslItem {
	const { page, type } = item;
	const fields = { ...item, page: typeof page === 'string' ? page.replace('–', '-') : page };
	return {
		...Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, VERBATIM.has(field) ? value : escaped(value)])),
		type: type === 'entry-encyclopedia' && item['container-title'] ? 'chapter' : type,
	};
}

function escaped(value: unknown): unknown {
	if (typeof value === 'string') return value.replace(/[&%$#_{}]/g, '\\$&');
	if (Array.isArray(value)) return value.map(escaped);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, escaped(part)]));
}

if (import.meta.main) {
	let input = '';
	for await (const chunk of process.stdin) input += chunk;
	process.stdout.write(JSON.stringify(makeReferences(JSON.parse(input) as SourceRecord[])));
}
