import type { Rule } from './rule.ts';

/**
 * A source that nobody cites says nothing. One that is known only through another, or that an entry names as related,
 * has a reason to be there. Silent while some file cannot be read: that file may be the one that cites it.
 */
export const citedSources: Rule = {
	description: 'Every source is cited by an entry, known through another source, or named as related.',
	name: 'cited-sources',
	check(view, report) {
		if (view.isPartial) return;
		let related: Set<string> | undefined;
		for (const entry of view.scope) {
			if (entry.kind !== 'source' || entry.consulted === 'through' || view.holders(`cites ${entry.id}`).length > 0) continue;
			related ??= new Set(view.entries.flatMap((other) => other.related ?? []));
			if (related.has(entry.id)) continue;
			report({
				expected: 'at least one account that rests on it',
				found: 'a source that no entry cites',
				in: entry,
				remedy: `Add an account with “source: ${entry.id}” to the entry it speaks of, or remove the file.`,
			});
		}
	},
};
