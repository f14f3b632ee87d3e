import { idSchema } from '../schema.ts';
import type { Rule } from './rule.ts';

/** An id is an address: one entry each, over all kinds. */
export const uniqueIds: Rule = {
	description: 'File names are ids, and no id is used by two kinds.',
	name: 'unique-ids',
	check({ entries }, report) {
		const first = new Map<string, string>();
		for (const entry of entries) {
			const file = `${entry.kind}/${entry.id}.yml`;
			if (!idSchema.safeParse(entry.id).success) {
				report({ expected: 'a file name of lower-case letters, digits and single hyphens, at most 48 long', file, found: entry.id, path: '', remedy: 'Rename the file.' });
			}
			const other = first.get(entry.id);
			if (other) report({ expected: 'an id of its own', file, found: `${entry.id}, which ${other} has too`, path: '', remedy: `Rename one of the two files, for example to ${entry.id}-${entry.kind}.yml.` });
			else first.set(entry.id, file);
		}
	},
};
