import { formatPath } from '../fault.ts';
import type { Entry } from '../schema.ts';
import { citationsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

const LOOKS_LIKE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Every id that an entry mentions leads to an entry of the right kind. */
export const references: Rule = {
	description: 'Sources, persons, places, topics and related entries that are named exist.',
	name: 'references',
	check({ entries, redirects, topics }, report) {
		const byId = new Map(entries.map((entry) => [entry.id, entry]));
		const near = (id: string, kind?: Entry['kind']) => {
			const words = id.split('-');
			const best = entries
				.filter((entry) => !kind || entry.kind === kind)
				.map((entry) => ({ id: entry.id, shared: words.filter((word) => entry.id.split('-').includes(word)).length }))
				.sort((a, b) => b.shared - a.shared || (a.id < b.id ? -1 : 1))[0];
			return best && best.shared > 0 ? ` The nearest id is ${best.id}.` : '';
		};
		for (const entry of entries) {
			const file = `${entry.kind}/${entry.id}.yml`;
			const expect = (id: string, keys: readonly PropertyKey[], kind?: Entry['kind']) => {
				const target = byId.get(id);
				if (target && (!kind || target.kind === kind)) return;
				const moved = redirects[id];
				report({
					expected: kind ? `the id of a ${kind}` : 'the id of an entry',
					file,
					found: target ? `${id}, which is a ${target.kind}` : id,
					keys,
					path: formatPath(keys),
					remedy: moved ? `It was renamed: write ${moved}.` : `Correct the id, or add data/${kind ?? '…'}/${id}.yml.${near(id, kind)}`,
				});
			};
			for (const citation of citationsOf(entry)) {
				expect(citation.id, [...citation.keys, 'source'], 'source');
				if (citation.by && LOOKS_LIKE_ID.test(citation.by)) expect(citation.by, [...citation.keys, 'by'], 'person');
			}
			for (const [index, id] of (entry.related ?? []).entries()) {
				expect(id, ['related', index]);
				if (id === entry.id) {
					report({ expected: 'another entry', file, found: id, keys: ['related', index], path: `related[${index}]`, remedy: 'Remove it: an entry is not related to itself.' });
				}
			}
			if (entry.kind === 'source' && entry.via) expect(entry.via, ['via'], 'source');
			if (entry.kind === 'treaty') {
				for (const [index, { person }] of (entry.signatories ?? []).entries()) if (person) expect(person, ['signatories', index, 'person'], 'person');
			}
			if (entry.kind === 'event') {
				for (const [index, place] of (entry.where ?? []).entries()) if (LOOKS_LIKE_ID.test(place)) expect(place, ['where', index], 'place');
			}
			for (const [index, topic] of entry.topics.entries()) {
				if (topic in topics) continue;
				report({
					expected: `one of: ${Object.keys(topics).join(', ')}`, file, found: topic, keys: ['topics', index], path: `topics[${index}]`,
					remedy: 'Choose a topic of data/topics.yml, or add it there with its names.',
				});
			}
		}
		for (const [from, to] of Object.entries(redirects)) {
			if (byId.has(from)) {
				report({ expected: 'an id that no entry has any more', file: 'redirects.yml', found: from, keys: [from], path: from, remedy: `Remove the redirect, or remove the entry ${from}.` });
			}
			if (!byId.has(to)) {
				report({ expected: 'the id of an entry', file: 'redirects.yml', found: to, keys: [from], path: from, remedy: `Lead ${from} to an entry that exists.${near(to)}` });
			}
		}
	},
};
