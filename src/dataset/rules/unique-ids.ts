import type { Fault } from '../fault.ts';
import { ID_MAX_LENGTH, idSchema, type KINDS } from '../schema.ts';
import { fileOf } from '../view.ts';
import type { Rule } from './rule.ts';

/** What is wrong with an id, which the name of its file gives, if anything is. */
export function faultOfId(id: string): Pick<Fault, 'expected' | 'found' | 'remedy'> | undefined {
	if (idSchema.safeParse(id).success) return undefined;
	return {
		expected: `a file name of lower-case letters, digits and single hyphens, at most ${ID_MAX_LENGTH} long`,
		found: id,
		remedy: 'Rename the file.',
	};
}

/** An id is an address: one entry each, over all kinds. */
export const uniqueIds: Rule = {
	description: 'File names are ids, and no id is used by two kinds.',
	name: 'unique-ids',
	check(view, report) {
		const first = new Map<string, string>();
		for (const entry of view.scope) {
			const fault = faultOfId(entry.id);
			if (fault) report({ ...fault, in: entry });
			const other = first.get(entry.id) ?? otherKind(view.get(entry.id), entry.kind);
			first.set(entry.id, fileOf(entry));
			if (!other) continue;
			report({
				expected: 'an id that no other entry has',
				found: `${entry.id}, which is also the id of ${other}`,
				in: entry,
				remedy: `Rename one of the two files, for example to ${entry.id}-${entry.kind}.yml.`,
			});
		}
	},
};

/** A single changed file is compared with what was there before it. */
function otherKind(known: { readonly id: string; readonly kind: (typeof KINDS)[number] } | undefined, kind: string): string | undefined {
	return known && known.kind !== kind ? fileOf(known) : undefined;
}
