import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openBibliography } from '../../src/bibliography/index.ts';
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

/** One source of each form that an entry of MLA takes. */
const IN_MLA = {
	'avprf-molotov-secretariat-132-13':
		'Molotov Secretariat Section, inventory 1, box 132, file 13, pp. 62, 65. May 1939. Foreign Policy Archive of the Russian Federation, Moscow.',
	'belatedly-japan-admits-use-germ-2002':
		'“Belatedly, Japan Admits Use of Germ Warfare.” The Christian Science Monitor, 28 Aug. 2002, https://www.csmonitor.com/2002/0828/p07s01-woap.html.',
	'connor-jsp-thesis-2011':
		'Connor, Stephen Bernard. British Policy and the Repatriation of Japanese Forces from Southeast Asia, 1945-47. 2011. University of Nottingham, thesis, http://ethos.bl.uk/OrderDetails.do?uin=uk.bl.ethos.602728.',
	'dian-2015':
		'Dian, Matteo. “Interpreting Japan’s Contested Memory: Conservative and Progressive Traditions.” International Relations, vol. 29, no. 3, 2015, pp. 363–77, https://doi.org/10.1177/0047117815600932.',
	'german-soviet-pact-text-1939':
		'“Non-Aggression Treaty between Germany and the Union of Soviet Socialist Republics.” Nazi Conspiracy and Aggression, vol. VIII, USGPO, 23 Aug. 1939, pp. 375–76.',
	'japan-northern-territories-pamphlet-2014': 'Japan’s Northern Territories. Ministry of Foreign Affairs of Japan, 2014.',
	'krivosheev-2001': 'Krivosheev, G. F., editor. Россия и СССР в войнах XX века: потери вооружённых сил. Olma-Press, 2001.',
	'stephan-1973': 'Stephan, John J. “The Tanaka Memorial (1927): Authentic or Spurious?” Modern Asian Studies, vol. 7, no. 4, 1973.',
	'valdai-2019':
		'Barabanov, Oleg, et al. The Khalkhin Gol Anniversary and the Historical Memory Policy in Relations Between Russia, Mongolia, and Japan. Foundation for Development and Support of the Valdai Discussion Club, 2019.',
};

describe('the references of all sources', () => {
	it('name who wrote it in each, whoever wrote the one before', () => {
		for (const style of ['chicago', 'apa', 'mla'] as const) {
			expect(those(style, (text) => text.length < 10 || /^\W*(?:———|---)/.test(text))).toEqual([]);
		}
		expect(reference('wikipedia-katyn-massacre', 'chicago')).toMatch(/^Wikipedia contributors\. “Katyn Massacre\.”/);
		expect(reference('brown-northern-delusion-2016', 'mla')).toMatch(/^Brown, James D\. J\. Japan, Russia and Their Territorial Dispute/);
	});

	it('put the family name of a person first, in whatever language the work is', () => {
		const turned = (text: string, { csl }: SourceEntry) => {
			const [first] = csl.author ?? [];
			return first !== undefined && 'family' in first && first.given !== undefined && !text.startsWith(`${first.family}, `);
		};
		expect(those('mla', turned)).toEqual([]);
		expect(those('chicago', turned)).toEqual([]);
		expect(reference('birstein-smersh-2011', 'apa')).toMatch(/^Birstein, V\. \(2011\)\. /);
		expect(reference('bloomberg-japan-2018', 'chicago')).toMatch(/^Meyer, Henry, 延広絵美, Isabel Reynolds, and Stepan Kravchenko\. /);
	});

	it('date a work in APA without the letter that only a text citing two of a year needs', () => {
		expect(those('apa', (text) => /\((?:\d{4}|n\.d\.-)[a-z]\b/.test(text))).toEqual([]);
		expect(those('apa', (text) => /Retrieved http/.test(text))).toEqual([]);
	});

	it('give in MLA the address of what is online, and the date of what has one', () => {
		const location = ({ csl }: SourceEntry) => (csl.DOI ? `https://doi.org/${csl.DOI}` : csl.URL);
		expect(those('mla', (text, source) => location(source) !== undefined && !text.endsWith(` ${location(source)}.`))).toEqual([]);
		const months = 'Jan\\.|Feb\\.|Mar\\.|Apr\\.|May|June|July|Aug\\.|Sept\\.|Oct\\.|Nov\\.|Dec\\.'.split('|');
		const date = (issued: string) => {
			const [year, month, day] = issued.replace(/[~/].*/, '').split('-');
			return [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(' ');
		};
		const dated = (text: string, issued: string) => new RegExp(`(?:[,.”] |circa )${date(issued)}[,.–]`).test(text);
		expect(those('mla', (text, { csl }) => csl.issued !== undefined && !dated(text, csl.issued))).toEqual([]);
		expect(those('mla', (text) => /(?:Print|Web)\.$|\bN\.p\.|\bn\. pag\./.test(text))).toEqual([]);
	});

	it('give in MLA the core elements in their order, each once and each closed once', () => {
		const words = (text: string, { csl }: SourceEntry) => (csl.URL ? text.slice(0, text.lastIndexOf(', ')) : text);
		const stray = /\.\.|,,|[,.] [,.]|,\.|[!?]”?[,.]|”[,.]|\s\s|^[,.]|\bundefined\b/;
		expect(those('mla', (text, source) => stray.test(words(text, source)) || !/[^.][.?!]”?$/.test(text))).toEqual([]);
		const twice = (text: string, { csl }: SourceEntry) => {
			const [first] = csl.author?.length === 1 ? csl.author : [];
			const name = first && 'literal' in first ? first.literal : undefined;
			return name !== undefined && text.startsWith(`${name}. `) && text.includes(` ${name}, `);
		};
		expect(those('mla', twice)).toEqual([]);
		expect(those('mla', (text, { csl }) => (csl.author?.length ?? 0) > 2 !== / et al\. /.test(text))).toEqual([]);
		for (const [id, text] of Object.entries(IN_MLA)) expect(reference(id, 'mla')).toBe(text);
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
		expect(reference('japan-pressed-soviet-union-include-2022', 'mla')).toContain(' nippon.com, 21 Dec. 2022, ');
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

describe('what is kept of them', () => {
	it('is what belongs to the sources as they are, and takes the place of what was made for others', async () => {
		const cacheDirectory = mkdtempSync(join(tmpdir(), 'references-'));
		const { dataset } = await openDataset();
		writeFileSync(join(cacheDirectory, 'references-of-other-sources.json'), '{}');
		const { id } = sources[0]!;
		const one = { ...dataset, ofKind: () => sources.slice(0, 1) } as unknown as typeof dataset;
		expect(await openBibliography(one, { cacheDirectory }).references([id], 'apa')).toEqual([reference(id, 'apa')]);
		expect(readdirSync(cacheDirectory)).toEqual([expect.stringMatching(/^references-[\da-f]{24}\.json$/)]);
		rmSync(cacheDirectory, { recursive: true });
	});
});
