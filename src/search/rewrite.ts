/** Rewriting by rules, each of which sees what those before it have made. */
export type Rule = readonly [RegExp, string];

/** One look tells a text in which no rule finds anything, as nearly all are: no rule can then find what another made. */
export function rewriter(rules: readonly Rule[]): (text: string) => string {
	const any = new RegExp(rules.map(([pattern]) => `(?:${pattern.source})`).join('|'), 'u');
	return (text) => {
		if (!any.test(text)) return text;
		let out = text;
		for (const [pattern, words] of rules) out = out.replace(pattern, words);
		return out;
	};
}
