import { foldName } from '../fold-name.ts';
import type { Entry } from '../schema.ts';
import { aliasesOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Something typed leads to one entry of a kind: names and aliases are each given once. */
export const names: Rule = {
	description: 'A name is borne by one entry of its kind; an alias is neither a name nor given twice nor the name of a neighbour.',
	name: 'names',
	check(view, report) {
		const first = (holders: readonly Entry[], entry: Entry) => holders.find(({ id }) => id !== entry.id);
		for (const entry of view.scope) {
			for (const [language, name] of Object.entries(entry.name)) {
				const holders = view.holders(`name ${entry.kind} ${language} ${foldName(name)}`);
				const other = first(holders, entry);
				// Reported once, where the name came second.
				if (other && holders[0] !== entry) {
					report({
						expected: `a name (${language}) that no other ${entry.kind} has`,
						found: `“${name}”, which is also the name of ${other.id}`,
						in: entry,
						keys: ['name', language],
						remedy: 'Add what tells the two apart (year, place, author), or join the two entries.',
					});
				}
			}
			const own = new Map(Object.entries(entry.name).map(([language, name]) => [foldName(name), `name.${language}`]));
			for (const { keys, text } of aliasesOf(entry)) {
				const key = foldName(text);
				const known = own.get(key);
				if (known)
					report({
						expected: 'an alias that is not given already',
						found: `“${text}”, which ${known} has already`,
						fix: { keys: keys.at(-1) === 'text' ? keys.slice(0, -1) : keys, kind: 'remove' },
						in: entry,
						keys,
						remedy: 'Remove the alias.',
					});
				own.set(key, 'another alias');
				const neighbour = Object.keys(entry.name)
					.map((language) => first(view.holders(`name ${entry.kind} ${language} ${key}`), entry))
					.find(Boolean);
				if (neighbour) {
					report({
						expected: `an alias that is not the name of another ${entry.kind}`,
						found: `“${text}”, the name of ${neighbour.id}`,
						in: entry,
						keys,
						remedy: `Remove the alias, or add ${neighbour.id} to related.`,
					});
				}
			}
		}
	},
};
