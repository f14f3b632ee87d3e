import type { Rule } from './rule.ts';

/** Estimates stand on one scale: another unit than the entry's is explained, or is not another unit. */
export const units: Rule = {
	description: 'Every estimate has the unit of its entry, states what it counts, or is marked as a part.',
	name: 'units',
	check(view, report) {
		for (const entry of view.scope) {
			if (entry.kind !== 'figures') continue;
			for (const [index, { counts, part, value }] of entry.accounts.entries()) {
				if (!value.unit || value.unit === entry.unit || counts || part) continue;
				report({
					expected: `the unit “${entry.unit}”, or counts beside it`,
					found: `the unit “${value.unit}”`,
					in: entry,
					keys: ['accounts', index, 'value', 'unit'],
					remedy: 'Remove the unit when this source counts the same thing; else say in counts what it counts.',
				});
			}
		}
	},
};
