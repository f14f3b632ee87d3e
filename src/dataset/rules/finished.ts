import type { Rule } from './rule.ts';

const PLACEHOLDER = /\b(?:TODO|TBD|FIXME)\b|^0001$/;

/** `npm run data:new` leaves TODO where something is to be written, and the year 0001 for a date. */
export const finished: Rule = {
	description: 'No placeholder is left.',
	name: 'finished',
	check(view, report) {
		for (const entry of view.scope) {
			const visit = (value: unknown, keys: readonly PropertyKey[]) => {
				if (typeof value === 'string') {
					if (PLACEHOLDER.test(value))
						report({
							expected: 'the finished text',
							found: `“${value}”`,
							in: entry,
							keys,
							remedy: 'Write what the placeholder asks for, or remove the field when it does not apply.',
						});
				} else if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...keys, index]));
				else if (value !== null && typeof value === 'object')
					for (const [key, inner] of Object.entries(value)) visit(inner, [...keys, key]);
			};
			visit(entry, []);
		}
	},
};
