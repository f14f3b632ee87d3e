import { foldName } from '../fold-name.ts';
import type { Entry } from '../schema.ts';
import { accountsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** What is said is said once: a statement given twice would count twice. */
export const duplicates: Rule = {
	description: 'No account, article, word or holding and no item of a list stands in an entry twice.',
	name: 'duplicates',
	check(view, report) {
		for (const entry of view.scope) {
			const once = (rows: readonly (readonly [keys: readonly PropertyKey[], ...parts: unknown[]])[], what: string) => {
				const seen = new Map<string, readonly PropertyKey[]>();
				for (const [keys, ...parts] of rows) {
					const key = foldName(JSON.stringify(parts));
					const first = seen.get(key);
					seen.set(key, first ?? keys);
					if (first)
						report({
							expected: `each ${what} once`,
							found: `the same ${what} as number ${Number(first.at(-1)) + 1} of its list`,
							...(what.startsWith('item') && { fix: { keys, kind: 'remove' as const } }),
							in: entry,
							keys,
							remedy: 'Remove one of the two, or say what is different in it.',
						});
				}
			};
			// The same words may serve two positions; within one list they are a slip.
			once(
				accountsOf(entry).map(({ account: { at, by, says, source }, keys, position }) => [keys, position, source, at, by, says]),
				'account',
			);
			for (const [key, list] of listsOf(entry))
				once(
					list.map((item, index) => [[key, index], item]),
					`item of ${key}`,
				);
			if (entry.kind === 'treaty')
				once(
					(entry.articles ?? []).map(({ article, at, says, source }, index) => [['articles', index], article, source, at, says]),
					'article',
				);
			if (entry.kind === 'term')
				once(
					entry.usage.map(({ at, by, implies, source, usedBy, word }, index) => [['usage', index], word, usedBy, by, source, at, implies]),
					'word',
				);
			if (entry.kind === 'place')
				once(
					(entry.held ?? []).map(({ at, by, source, when }, index) => [['held', index], by, when, source, at]),
					'holding',
				);
			if (entry.kind === 'figures' || entry.kind === 'question')
				once(
					(entry.silent ?? []).map(({ source }, index) => [['silent', index], source]),
					'silent source',
				);
		}
	},
};

function listsOf(entry: Entry): [key: string, list: readonly string[]][] {
	const lists: [string, readonly string[] | undefined][] = [
		['keywords', entry.keywords],
		['related', entry.related],
		['topics', entry.topics],
	];
	if (entry.kind === 'event') lists.push(['where', entry.where]);
	if (entry.kind === 'treaty') lists.push(['parties', entry.parties]);
	return lists.filter((list): list is [string, readonly string[]] => list[1] !== undefined);
}
