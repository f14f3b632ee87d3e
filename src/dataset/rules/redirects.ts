import { KINDS } from '../kinds.ts';
import { nearest } from '../near.ts';
import { fileOf } from '../view.ts';
import type { Rule } from './rule.ts';

const FILE = 'redirects.yml';

/** A former id leads, in one step, to the entry that took its place. */
export const redirects: Rule = {
	description: 'Renamed ids lead straight to an entry that exists, and nobody else bears them.',
	name: 'redirects',
	check(view, report) {
		for (const [from, to] of Object.entries(view.redirects)) {
			const at = { in: FILE, keys: [from] };
			if (view.get(from))
				report({
					...at,
					expected: 'an id that no entry has any more',
					found: `${from}, which is an entry`,
					remedy: `Remove the redirect, or remove the entry ${from}.`,
				});
			if (view.get(to) || KINDS.some((kind) => view.isUnfit(fileOf({ id: to, kind })))) continue;
			const onward = view.redirects[to];
			if (from === to || onward === from)
				report({
					...at,
					expected: 'the id of an entry',
					found: `${from} → ${to}, which leads back to itself`,
					remedy: 'Remove the redirect.',
				});
			else if (onward)
				report({
					...at,
					expected: 'the id of an entry, not another redirect',
					found: `${from} → ${to} → ${onward}`,
					remedy: `Lead ${from} straight to ${onward}.`,
				});
			else {
				const guess = nearest(
					to,
					view.entries.map(({ id }) => id),
				);
				report({
					...at,
					expected: 'the id of an entry',
					found: `${to}, which does not exist`,
					remedy: `Lead ${from} to an entry that exists.${guess ? ` The nearest id is ${guess}.` : ''}`,
				});
			}
		}
	},
};
