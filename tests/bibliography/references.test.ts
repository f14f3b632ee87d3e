import { beforeAll, describe, expect, it } from 'vitest';
import { CITATION_STYLES, type CitationStyle } from '../../src/bibliography/styles.ts';
import type { SourceEntry } from '../../src/dataset/schema.ts';
import { openDataset } from '../library.ts';

let sources: readonly SourceEntry[];
const made = new Map<CitationStyle, ReadonlyMap<string, string>>();

beforeAll(async () => {
	const { bibliography, dataset } = await openDataset();
	sources = dataset.ofKind('source');
	const ids = sources.map(({ id }) => id);
	for (const style of CITATION_STYLES) {
		const references = await bibliography.references(ids, style);
		made.set(style, new Map(ids.map((id, index) => [id, references[index] ?? ''])));
	}
});

const reference = (id: string, style: CitationStyle) => made.get(style)!.get(id) ?? '';
/** The references of a style of which something holds, as they stand. */
const those = (style: CitationStyle, holds: (reference: string, source: SourceEntry) => boolean) =>
	sources.map((source) => [reference(source.id, style), source] as const).filter(([text, source]) => holds(text, source));
/** The value of a field of a BibTeX entry, without what protects letters and escapes signs. */
const field = (entry: string, name: string) => new RegExp(`^\\t${name} = \\{(.*)\\},$`, 'm').exec(entry)?.[1]?.replace(/[{}\\]/g, '');

describe('the references of all sources', () => {
	it('name who wrote it in each, whoever wrote the one before', () => {
		for (const style of ['chicago', 'apa', 'mla'] as const) {
			expect(those(style, (text) => text.length < 10 || /^\W*(?:———|---)/.test(text))).toEqual([]);
		}
		expect(reference('wikipedia-katyn-massacre', 'chicago')).toMatch(/^Wikipedia contributors\. “Katyn Massacre\.”/);
		expect(reference('brown-northern-delusion-2016', 'mla')).toMatch(/^Brown, James D\. J\. Japan, Russia and Their Territorial Dispute/);
	});

	it('date a work in APA without the letter that only a text citing two of a year needs', () => {
		expect(those('apa', (text) => /\((?:\d{4}|n\.d\.-)[a-z]\b/.test(text))).toEqual([]);
	});

	it('name the newspaper of an article in every style', () => {
		for (const style of CITATION_STYLES) {
			const nameless = those(style, (text, { csl }) => {
				const paper = csl.type === 'article-newspaper' ? (csl['container-title'] ?? csl.publisher) : undefined;
				return (
					paper !== undefined &&
					!text
						.replace(/[{}\\]/g, '')
						.toLowerCase()
						.includes(paper.toLowerCase().replaceAll("'", style === 'bibtex' ? "'" : '’'))
				);
			});
			expect(nameless).toEqual([]);
		}
	});

	it('keep in BibTeX every letter, under the id of the source', () => {
		expect(those('bibtex', (text, { id }) => !new RegExp(`^@[a-z]+\\{${id},\n`).test(text))).toEqual([]);
		expect(those('bibtex', (text, { csl }) => field(text, 'title') !== csl.title)).toEqual([]);
		const container = (text: string) => field(text, 'journal') ?? field(text, 'booktitle');
		const contained = new Set(['article-journal', 'article-magazine', 'article-newspaper', 'chapter', 'entry-encyclopedia']);
		expect(those('bibtex', (text, { csl }) => contained.has(csl.type) && container(text) !== csl['container-title'])).toEqual([]);
		expect(field(reference('avchenko-fadeev-2017', 'bibtex'), 'title')).toBe('Фадеев');
		expect(reference('dian-2015', 'bibtex')).toContain('\tpages = {363--377},\n');
	});

	it('escape in BibTeX what TeX would read as a command', () => {
		const bare = (text: string) =>
			text
				.split('\n')
				.slice(1)
				.filter((line) => !/^\t(?:url|howpublished|doi) = /.test(line))
				.some((line) => /(?<!\\)[&%$#_]/.test(line));
		expect(those('bibtex', bare)).toEqual([]);
		expect(reference('bawden-1968', 'bibtex')).toContain('\tpublisher = {Weidenfeld \\& Nicolson},\n');
	});
});
