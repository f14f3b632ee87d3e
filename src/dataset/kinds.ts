/** The kinds of entry, each a folder of `data/`. */
export const KINDS = ['event', 'treaty', 'figures', 'question', 'person', 'place', 'term', 'source'] as const;
export type Kind = (typeof KINDS)[number];

/** What an account speaks of; accounts on one aspect are set side by side. */
export const ASPECTS = [
	'course',
	'cause',
	'motive',
	'responsibility',
	'legality',
	'terms',
	'outcome',
	'losses',
	'significance',
	'memory',
	'date',
	'place',
	'authenticity',
	'status',
	'life',
	'naming',
	'policy',
	'opinion',
	'evidence',
	'number',
] as const;
export type Aspect = (typeof ASPECTS)[number];
