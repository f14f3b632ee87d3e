/** The kinds of entry, each a folder of `data/`. */
export const KINDS = ['event', 'treaty', 'figures', 'question', 'person', 'place', 'term', 'source'] as const;
export type Kind = (typeof KINDS)[number];
