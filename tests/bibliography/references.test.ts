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
});
