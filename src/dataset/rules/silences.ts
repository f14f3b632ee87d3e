import { accountsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Nobody is silent and speaks at once, unless a note says which part of the source is silent. */
export const silences: Rule = {
	description: 'A source under silent has no account in the entry, or a note says what it leaves out.',
	name: 'silences',
	check(view, report) {
		for (const entry of view.scope) {
			if ((entry.kind !== 'figures' && entry.kind !== 'question') || !entry.silent) continue;
			const speaking = new Set(accountsOf(entry).map(({ account }) => account.source));
			for (const [index, { note, source }] of entry.silent.entries()) {
				if (note || !speaking.has(source)) continue;
				report({
					expected: 'a source that says nothing on this point',
					found: `${source}, which has an account in this entry`,
					in: entry,
					keys: ['silent', index],
					remedy: 'Remove it from silent, or add a note that says what exactly it leaves out.',
				});
			}
		}
	},
};
