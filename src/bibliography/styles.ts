/** The styles in which a source can be cited. */
export const CITATION_STYLES = ['chicago', 'apa', 'mla', 'bibtex'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** For each source, by id, its reference in every style. */
export type References = Readonly<Record<string, Readonly<Record<CitationStyle, string>>>>;
