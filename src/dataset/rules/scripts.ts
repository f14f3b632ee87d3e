import type { Entry, NameLanguage } from '../schema.ts';
import type { Rule } from './rule.ts';

const SCRIPTS: Record<NameLanguage, { readonly expected: string; readonly pattern: RegExp }> = {
	en: { expected: 'Latin letters', pattern: /\p{sc=Latn}/u },
	ja: { expected: 'kana or kanji', pattern: /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u },
	ko: { expected: 'Hangul', pattern: /\p{sc=Hang}/u },
	mn: { expected: 'Cyrillic or Mongolian letters', pattern: /[\p{sc=Cyrl}\p{sc=Mong}]/u },
	ru: { expected: 'Cyrillic letters', pattern: /\p{sc=Cyrl}/u },
	zh: { expected: 'Chinese characters', pattern: /\p{sc=Han}/u },
};

/**
 * A name stands under the language in whose script it is written. The short name of a source may be a brand that keeps
 * its letters everywhere; numbers need no script.
 */
export const scripts: Rule = {
	description: 'Names, questions and labels are written in the script of their language.',
	name: 'scripts',
	check(view, report) {
		for (const entry of view.scope) {
			if (entry.kind === 'source') continue;
			for (const { keys, names } of namesIn(entry)) {
				for (const [language, name] of Object.entries(names) as [NameLanguage, string][]) {
					const { expected, pattern } = SCRIPTS[language];
					if (pattern.test(name) || !/\p{L}/u.test(name)) continue;
					report({
						expected,
						found: `“${name}” under ${language}`,
						in: entry,
						keys: [...keys, language],
						remedy: 'Write the name in that language, or move it to the language it is in.',
					});
				}
			}
		}
	},
};

function namesIn(entry: Entry): { keys: readonly PropertyKey[]; names: Entry['name'] }[] {
	const found: { keys: readonly PropertyKey[]; names: Entry['name'] }[] = [{ keys: ['name'], names: entry.name }];
	if (entry.kind === 'figures') found.push({ keys: ['asks'], names: entry.asks });
	if (entry.kind === 'question')
		entry.positions.forEach(({ label }, index) => found.push({ keys: ['positions', index, 'label'], names: label }));
	return found;
}
