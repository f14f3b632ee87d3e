/** What was learned from phrasings and from messages: how evidence is weighed. `npm run factcheck:learn` writes it. */

import type { AffinityModel } from '../learned/affinity.ts';
import type { Trees } from '../learned/trees.ts';

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
