import { workOf } from '../view.ts';
import type { Rule } from './rule.ts';

/** One source entry a work, however many facts it gives: else one voice would count as two. */
export const oneWork: Rule = {
	description: 'No two sources have the same title, date, volume, pages and address.',
	name: 'one-work',
	check(view, report) {
		for (const entry of view.scope) {
			if (entry.kind !== 'source') continue;
			const [first] = view.holders(`work ${workOf(entry)}`);
			if (!first || first.id === entry.id) continue;
			report({
				expected: 'one source entry a work',
				found: `the same work as ${first.id}`,
				in: entry,
				keys: ['csl', 'title'],
				remedy: `Let its accounts cite ${first.id}, remove this file, and add “${entry.id}: ${first.id}” to data/redirects.yml.`,
			});
		}
	},
};
