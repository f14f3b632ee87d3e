/** What was learned from phrasings and from messages: how evidence is weighed. `npm run factcheck:learn` writes it. */

import { type AffinityModel, type KeptAffinity, keepAffinity, restoreAffinity } from '../learned/affinity.ts';
import { type KeptTrees, keepTrees, restoreTrees, type Trees } from '../learned/trees.ts';

export interface Models {
	/** How near all the words of a clause are to each entry. */
	readonly affinity: AffinityModel;
	/** Whether a clause speaks of an entry, of all that it may speak of. */
	readonly entries: Trees;
	/** How a clause tells a plain fact. */
	readonly facts: Trees;
	/** What a clause says of an entry, by everything that stands in it: denials as what they deny, and as they stand. */
	readonly denied: AffinityModel;
	readonly meant: AffinityModel;
	/** What a clause says, of all that it may say of the entries that it may speak of. */
	readonly outcomes: Trees;
	/** Which position a clause takes or denies. */
	readonly positions: Trees;
	/** Whether a part of a sentence is a claim by itself. */
	readonly spans: Trees;
}

export interface KeptModels extends Readonly<Record<Exclude<keyof Models, 'affinity' | 'denied' | 'meant'>, KeptTrees>> {
	readonly affinity: KeptAffinity;
	readonly denied: KeptAffinity;
	readonly meant: KeptAffinity;
}

export const keepModels = ({ affinity, denied, entries, facts, meant, outcomes, positions, spans }: Models): KeptModels => ({
	affinity: keepAffinity(affinity),
	denied: keepAffinity(denied),
	entries: keepTrees(entries),
	facts: keepTrees(facts),
	meant: keepAffinity(meant),
	outcomes: keepTrees(outcomes),
	positions: keepTrees(positions),
	spans: keepTrees(spans),
});

export const restoreModels = ({ affinity, denied, entries, facts, meant, outcomes, positions, spans }: KeptModels): Models => ({
	affinity: restoreAffinity(affinity),
	denied: restoreAffinity(denied),
	entries: restoreTrees(entries),
	facts: restoreTrees(facts),
	meant: restoreAffinity(meant),
	outcomes: restoreTrees(outcomes),
	positions: restoreTrees(positions),
	spans: restoreTrees(spans),
});
