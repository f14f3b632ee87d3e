import { expect, it } from 'vitest';
import { sectionsOf } from '../../src/cards/sections.ts';
import type { PlaceEntry } from '../../src/dataset/schema.ts';
import { speakerOf } from '../../src/messages/index.ts';
import { openDataset } from '../library.ts';

it('who held a place stands at the head, and the source alone vouches for it', async () => {
	const { dataset } = await openDataset();
	const place = {
		accounts: [{ at: '¶1', says: 'A place.', source: 'sankei-2025' }],
		coordinates: { lat: 45, lon: 147 },
		held: [{ at: 'sentence 12', basis: 'treaty', by: 'Japan', source: 'suzuki-short-history', when: '1875/1945' }],
		id: 'a-place',
		kind: 'place',
		name: { en: 'A place', ja: '場所', ru: 'Место' },
		summary: 'A place.',
		topics: ['islands'],
	} as unknown as PlaceEntry;

	const [held] = sectionsOf(place, dataset, speakerOf('en'));

	expect(held?.columns).toHaveLength(1);
	expect(held?.columns[0]).toMatchObject({
		heading: 'Japan',
		standing: 'as given by I. Suzuki · essay · Japan',
		voiceId: 'suzuki-short-history',
	});
});
