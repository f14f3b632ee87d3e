import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/dataset/dataset.ts';
import type { Entry } from '../../src/dataset/schema.ts';
import { openShelf, shelfOf, storeEntries } from '../../src/dataset/shelf.ts';

const ENTRIES = [
	{ id: 'iturup', kind: 'place', name: { en: 'Iturup', ja: '択捉島', ru: 'Итуруп' }, related: ['shimoda-1855'] },
	{ id: 'shimoda-1855', kind: 'treaty', name: { en: 'Treaty of Shimoda' } },
	{ id: 'kirichenko-review-2023', kind: 'source', name: { en: 'Review' } },
] as unknown as Entry[];

describe('a shelf', () => {
	const kept = () => openShelf(storeEntries(ENTRIES));

	it.each([
		['of entries that were read', shelfOf(ENTRIES)],
		['of entries that were kept', kept()],
	])('%s has them all, in their order', (_, shelf) => {
		expect(shelf.ids).toEqual(['iturup', 'shimoda-1855', 'kirichenko-review-2023']);
		expect(shelf.kinds).toEqual(['place', 'treaty', 'source']);
		expect(shelf.ids.map((_id, position) => shelf.at(position))).toEqual(ENTRIES);
		for (const position of [-1, 3]) expect(() => shelf.at(position)).toThrow(RangeError);
	});

	it('gives the same object every time, whichever was asked for first', () => {
		const shelf = kept();
		const last = shelf.at(2);
		expect(shelf.at(0)).toBe(shelf.at(0));
		shelf.at(1);
		expect(shelf.at(2)).toBe(last);
	});

	it('gives a dataset the same entries by every way to them', () => {
		const dataset = createDataset({ entries: kept(), manifest: {}, redirects: { etorofu: 'iturup' }, topics: {} } as never);
		expect(dataset.get('etorofu')).toBe(dataset.entries[0]);
		expect(dataset.ofKind('treaty')[0]).toBe(dataset.get('shimoda-1855'));
		expect(dataset.relatedTo(dataset.get('shimoda-1855')!)).toEqual([dataset.get('iturup')]);
		expect(dataset.source('kirichenko-review-2023')).toBe(dataset.entries[2]);
	});
});
