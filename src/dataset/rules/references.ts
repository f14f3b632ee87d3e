import { KINDS } from '../kinds.ts';
import { nearest } from '../near.ts';
import type { Entry, Kind } from '../schema.ts';
import { type DatasetView, fileOf } from '../view.ts';
import { citationsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

const LOOKS_LIKE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Every id that an entry mentions leads to an entry of the right kind. */
export const references: Rule = {
	description: 'Sources, persons, places, topics and related entries that are named exist.',
	name: 'references',
	check(view, report) {
		for (const entry of view.scope) {
			const expect = (id: string, keys: readonly PropertyKey[], kind?: Kind) => {
				const target = view.get(id);
				if (target && (!kind || target.kind === kind)) return;
				if (!target && (kind ? [kind] : KINDS).some((it) => view.isUnfit(fileOf({ id, kind: it })))) return;
				const moved = view.redirects[id];
				report({
					expected: kind ? `the id of a ${kind}` : 'the id of an entry',
					found: target ? `${id}, which is a ${target.kind}` : `${id}, which does not exist`,
					in: entry,
					keys,
					remedy: moved
						? `It was renamed: write ${moved}.`
						: `Correct the id, or add data/${kind ?? '…'}/${id}.yml.${near(view, id, kind)}`,
				});
			};
			for (const { by, id, keys } of citationsOf(entry)) {
				expect(id, [...keys, 'source'], 'source');
				if (by && LOOKS_LIKE_ID.test(by)) expect(by, [...keys, 'by'], 'person');
			}
			for (const [index, id] of (entry.related ?? []).entries()) {
				expect(id, ['related', index]);
				if (id === entry.id)
					report({
						expected: 'another entry',
						found: `${id}, the entry itself`,
						in: entry,
						keys: ['related', index],
						remedy: 'Remove it: an entry is not related to itself.',
					});
			}
			expectOwn(entry, expect);
			if (view.isUnfit('topics.yml')) continue;
			for (const [index, topic] of entry.topics.entries()) {
				if (Object.hasOwn(view.topics, topic)) continue;
				const known = Object.keys(view.topics);
				const guess = nearest(topic, known);
				report({
					expected: `one of: ${known.join(', ')}`,
					found: `the topic ${topic}, which does not exist`,
					in: entry,
					keys: ['topics', index],
					remedy: `${guess ? `Did you mean ${guess}? ` : ''}Choose a topic of data/topics.yml, or add it there with its names.`,
				});
			}
		}
	},
};

/** The references that one kind alone has. */
function expectOwn(entry: Entry, expect: (id: string, keys: readonly PropertyKey[], kind: Kind) => void): void {
	if (entry.kind === 'source' && entry.via) expect(entry.via, ['via'], 'source');
	if (entry.kind === 'treaty') {
		for (const [index, { person }] of (entry.signatories ?? []).entries())
			if (person) expect(person, ['signatories', index, 'person'], 'person');
	}
	if (entry.kind === 'event') {
		for (const [index, place] of (entry.where ?? []).entries()) if (LOOKS_LIKE_ID.test(place)) expect(place, ['where', index], 'place');
	}
}

function near(view: DatasetView, id: string, kind?: Kind): string {
	const guess = nearest(
		id,
		view.entries.filter((entry) => !kind || entry.kind === kind).map((entry) => entry.id),
	);
	return guess ? ` The nearest id is ${guess}.` : '';
}
