import type { Rule } from './rule.ts';

/** 0/0 lies in the Atlantic and means that nobody looked it up. */
export const coordinates: Rule = {
	description: 'A place has its own coordinates, not 0/0.',
	name: 'coordinates',
	check(view, report) {
		for (const entry of view.scope) {
			if (entry.kind !== 'place') continue;
			const { lat, lon } = entry.coordinates;
			if (Math.abs(lat) >= 0.01 || Math.abs(lon) >= 0.01) continue;
			report({
				expected: 'where the place is, in degrees',
				found: `lat ${lat}, lon ${lon}`,
				in: entry,
				keys: ['coordinates'],
				remedy: 'Look the place up on a map: north is a positive lat, east a positive lon, as in {lat: 44.0, lon: 145.9}.',
			});
		}
	},
};
