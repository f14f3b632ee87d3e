import type { Rule } from './rule.ts';

/** One side alone is not a comparison: the reader is told what is missing. */
export const gaps: Rule = {
	description: 'A question with one position and a number with one estimate say in gap what is missing.',
	name: 'gaps',
	check(view, report) {
		for (const entry of view.scope) {
			if (entry.kind === 'source' || entry.gap) continue;
			const only =
				entry.kind === 'question' && entry.positions.length === 1
					? 'position'
					: entry.kind === 'figures' && entry.accounts.length === 1
						? 'estimate'
						: undefined;
			if (only)
				report({
					expected: 'gap: a sentence that says which side or evidence is missing',
					found: `one ${only} and no gap`,
					in: entry,
					keys: ['gap'],
					remedy: `Add a second ${only} with its source, or add “gap:”, for example “gap: No Soviet figure was found.”`,
				});
		}
	},
};
