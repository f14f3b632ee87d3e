import { foldName } from '../fold-name.ts';
import { aliasesOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** A keyword is what people type that is not a name; a name is found without it. */
export const keywords: Rule = {
	description: 'Keywords do not repeat the names or aliases of their entry.',
	name: 'keywords',
	check(view, report) {
		for (const entry of view.scope) {
			if (!entry.keywords) continue;
			const known = new Set([...Object.values(entry.name), ...aliasesOf(entry).map(({ text }) => text)].map(foldName));
			for (const [index, word] of entry.keywords.entries()) {
				if (!known.has(foldName(word))) continue;
				report({
					expected: 'words that are not names of the entry',
					found: `“${word}”, a name or alias already`,
					fix: { keys: ['keywords', index], kind: 'remove' },
					in: entry,
					keys: ['keywords', index],
					remedy: 'Remove the keyword.',
				});
			}
		}
	},
};
