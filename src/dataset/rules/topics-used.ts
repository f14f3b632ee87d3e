import type { Rule } from './rule.ts';

/** A topic without entries would be an empty shelf in every menu. Silent while some file cannot be read. */
export const topicsUsed: Rule = {
	description: 'Every topic of topics.yml has an entry.',
	name: 'topics-used',
	check(view, report) {
		if (view.isPartial) return;
		for (const topic of Object.keys(view.topics)) {
			if (view.holders(`topic ${topic}`).length > 0) continue;
			report({
				expected: 'an entry with this topic',
				found: `the topic ${topic}, which no entry has`,
				in: 'topics.yml',
				keys: [topic],
				remedy: 'Add the topic to an entry, or remove it from the list.',
			});
		}
	},
};
