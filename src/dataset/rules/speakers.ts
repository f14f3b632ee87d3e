import { citationsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

const LOOKS_LIKE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Somebody with an entry is named by its id, so that all their words meet under one voice. Places likewise. */
export const speakers: Rule = {
	description: 'Speakers and places that have an entry are named by its id.',
	name: 'speakers',
	check(view, report) {
		for (const entry of view.scope) {
			for (const { by, keys } of citationsOf(entry)) {
				// In a holding, `by` is a power, not a speaker.
				if (!by || LOOKS_LIKE_ID.test(by) || keys[0] === 'held') continue;
				const id = view.idOf('person', by);
				if (id)
					report({
						expected: `the id of the person: ${id}`,
						found: `the name “${by}”`,
						fix: { keys: [...keys, 'by'], kind: 'set', text: id },
						in: entry,
						keys: [...keys, 'by'],
						remedy: `Write “by: ${id}”.`,
					});
			}
			if (entry.kind !== 'event') continue;
			for (const [index, place] of (entry.where ?? []).entries()) {
				const id = LOOKS_LIKE_ID.test(place) ? undefined : view.idOf('place', place);
				if (id)
					report({
						expected: `the id of the place: ${id}`,
						found: `the name “${place}”`,
						fix: { keys: ['where', index], kind: 'set', text: id },
						in: entry,
						keys: ['where', index],
						remedy: `Write “${id}”.`,
					});
			}
		}
	},
};
