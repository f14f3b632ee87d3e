/** What was learned from phrasings and from messages: how evidence is weighed. `npm run factcheck:learn` writes it. */
import { type KeptTrees, keepTrees, restoreTrees, type Trees } from '../learned/trees.ts';

export interface Models {
	/** Whether a clause speaks of an entry, of all that it may speak of. */
	readonly entries: Trees;
	/** How a clause tells a plain fact. */
	readonly facts: Trees;
	/** Which position a clause takes or denies. */
	readonly positions: Trees;
}

export type KeptModels = Readonly<Record<keyof Models, KeptTrees>>;

export const keepModels = ({ entries, facts, positions }: Models): KeptModels => ({
	entries: keepTrees(entries),
	facts: keepTrees(facts),
	positions: keepTrees(positions),
});

export const restoreModels = ({ entries, facts, positions }: KeptModels): Models => ({
	entries: restoreTrees(entries),
	facts: restoreTrees(facts),
	positions: restoreTrees(positions),
});
