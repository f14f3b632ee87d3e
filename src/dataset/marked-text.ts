export const RULES_BEGIN = '<!-- rules: written by npm run data:schema -->';
export const RULES_END = '<!-- end of rules -->';
export const TABLES_BEGIN = '<!-- fields: written by npm run data:schema -->';
export const TABLES_END = '<!-- end of fields -->';

/** Puts `inner` between two marks, each on a line of its own. Throws when a mark is missing: the page was edited by mistake. */
export function replaceBetween(text: string, begin: string, end: string, inner: string): string {
	const from = text.indexOf(begin);
	const to = text.indexOf(end);
	if (from < 0 || to < from) throw new Error(`the marks “${begin}” and “${end}” are missing`);
	return `${text.slice(0, from + begin.length)}\n\n${inner}\n\n${text.slice(to)}`;
}
