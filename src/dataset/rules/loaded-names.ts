import { foldName } from '../fold-name.ts';
import type { Rule } from './rule.ts';

const NOBODY = /^(?:unknown|various|some|many|people|others|everyone|everybody|anonymous|usage|common|n\/?a|none|tbd|\?+|-+|–|—|…)$/iu;

/** A name that takes a side is somebody's: it is never ours and never nobody's. */
export const loadedNames: Rule = {
	description: 'Loaded names and disputed words say who uses them, and a loaded name is not the title of its entry.',
	name: 'loaded-names',
	check(view, report) {
		for (const entry of view.scope) {
			const titles = new Set(Object.values(entry.name).map(foldName));
			for (const [index, { text, usedBy }] of (entry.aliases?.loaded ?? []).entries()) {
				const keys = ['aliases', 'loaded', index];
				if (NOBODY.test(usedBy))
					report({
						expected: 'who uses the name',
						found: `“${usedBy}”`,
						in: entry,
						keys: [...keys, 'usedBy'],
						remedy: 'Name the speaker, paper, ministry or movement that uses it.',
					});
				if (titles.has(foldName(text)))
					report({
						expected: 'a title that every side could use',
						found: `“${text}”, both loaded and the title`,
						in: entry,
						keys: [...keys, 'text'],
						remedy: 'Give the entry a neutral title, or take the name out of loaded.',
					});
			}
			if (entry.kind !== 'term') continue;
			for (const [index, { usedBy }] of entry.usage.entries()) {
				if (NOBODY.test(usedBy))
					report({
						expected: 'who uses the word',
						found: `“${usedBy}”`,
						in: entry,
						keys: ['usage', index, 'usedBy'],
						remedy: 'Name the speaker, paper, ministry or movement that uses it.',
					});
			}
		}
	},
};
