import { foldName } from '../fold-name.ts';
import { citationsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Answers “somewhere in it”. */
const NOWHERE =
	/^(?:passim|various|throughout|everywhere|somewhere|unknown|see (?:text|source|above|below)|ibid\.?|id\.|op\. ?cit\.?|n\.? ?p\.?|n\/a|\?+|-+|–|—|\.+|…)$/iu;

/** `at` leads a reader to the place in a minute: it names a part of the source, not the source. */
export const placesInSources: Rule = {
	description: '`at` names a place inside the source: not its title, not an address, not “passim”.',
	name: 'places-in-sources',
	check(view, report) {
		for (const entry of view.scope) {
			for (const { at, id, keys } of citationsOf(entry)) {
				const source = view.get(id);
				const path = [...keys, 'at'];
				if (at === undefined) {
					if (keys[0] === 'why')
						report({
							expected: 'the place in the source that shows it',
							found: `source: ${id} without at`,
							in: entry,
							keys,
							remedy: 'Add “at:” with the paragraph or page, or remove the source when it is a plain reading.',
						});
					continue;
				}
				if (NOWHERE.test(at))
					report({
						expected: 'a paragraph, page or article',
						found: `“${at}”`,
						in: entry,
						keys: path,
						remedy: 'Look the place up: “ch. 4 ¶2”, “p. 117”, “art. 9”.',
					});
				if (/https?:\/\//.test(at))
					report({
						expected: 'a paragraph, page or article',
						found: `the address ${at}`,
						in: entry,
						keys: path,
						remedy: 'Move the address to csl.URL of the source, and say where on the page it stands.',
					});
				if (source?.kind !== 'source') continue;
				const known = [source.csl.title, ...Object.values(source.name)].map(foldName);
				if (known.includes(foldName(at)))
					report({
						expected: 'a place inside the source',
						found: `“${at}”, which is the source itself`,
						in: entry,
						keys: path,
						remedy: 'Say where in it: “lead section”, “¶3”, “p. 117”.',
					});
			}
		}
	},
};
