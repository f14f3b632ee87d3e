import type { Rule } from './rule.ts';

/** How a source was read is said once and without contradiction: `consulted`, `via`, `readAt`. */
export const sourceAccess: Rule = {
	description: '`via` goes with `consulted: through` and only with it; `readAt` names a copy that was read.',
	name: 'source-access',
	check(view, report) {
		for (const entry of view.scope) {
			if (entry.kind !== 'source') continue;
			const { consulted, csl, id, readAt, via } = entry;
			if (consulted === 'through' && !via) {
				report({
					expected: 'the source through which this one is known',
					found: '“consulted: through” without via',
					in: entry,
					keys: ['consulted'],
					remedy: 'Add “via:” with the id of the source that quotes it, or change consulted to what was really read.',
				});
			}
			if (via && consulted !== 'through') {
				report({
					expected: '“consulted: through” beside via',
					found: `“consulted: ${consulted}” with via: ${via}`,
					in: entry,
					keys: ['via'],
					remedy: 'Write “consulted: through” when only the other source was read; otherwise remove via.',
				});
			}
			if (via === id)
				report({
					expected: 'another source',
					found: `${via}, the source itself`,
					in: entry,
					keys: ['via'],
					remedy: 'Name the source that was in your hands.',
				});
			const through = via === undefined ? undefined : view.get(via);
			if (through?.kind === 'source' && through.consulted === 'through' && via !== id) {
				report({
					expected: 'a source that was read itself',
					found: `${via}, which is known only through ${through.via}`,
					in: entry,
					keys: ['via'],
					remedy: `Name the source that was in your hands, for example ${through.via}.`,
				});
			}
			if (readAt && consulted !== 'whole' && consulted !== 'passage') {
				report({
					expected: '“consulted: whole” or “passage” beside readAt',
					found: `“consulted: ${consulted}” with readAt`,
					in: entry,
					keys: ['readAt'],
					remedy: 'Change consulted to what was really read, or remove readAt.',
				});
			}
			if (readAt && readAt.url === csl.URL) {
				report({
					expected: 'the address of a copy, different from the address of the work',
					found: readAt.url,
					in: entry,
					keys: ['readAt', 'url'],
					remedy: 'Remove readAt when this is the work itself; remove csl.URL when it is only a copy.',
				});
			}
		}
	},
};
