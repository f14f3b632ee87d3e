import { textsUnder } from '../walk.ts';
import type { Rule } from './rule.ts';

const SENTENCES: ReadonlySet<string> = new Set(['says', 'summary', 'implies', 'gap', 'limits']);

interface Slip {
	readonly expected: string;
	readonly found: (text: string) => string | undefined;
	/** Texts without a match have not slipped; spares most texts the full look. */
	readonly hint?: RegExp;
	readonly mended?: (text: string) => string;
	readonly remedy: string;
}

/** What nobody would say, by its form alone; whether a text is fair, only a reader can judge. */
const SLIPS: readonly Slip[] = [
	{
		expected: 'a sentence with its full stop',
		found: (text) => (/[.?!…。][”’"»」)]*$/u.test(text) ? undefined : `a text that ends in “${text.slice(-24)}”`),
		mended: (text) => `${text}.`,
		remedy: 'Write a whole sentence and end it with a full stop.',
	},
	{
		expected: 'plain words',
		hint: /[*_~`\]#>]/,
		found: (text) => /\*\*|__|~~|`|\]\(|^#+ |^> |(?<!\w)[*_]\p{L}[^*_]*[*_](?!\w)/u.exec(text)?.[0],
		remedy: 'Remove the Markdown signs: the card sets the type.',
	},
	{
		expected: 'words, with the address in the source entry',
		hint: /:\/\/|www\./,
		found: (text) => /https?:\/\/\S*|\bwww\.\S+/u.exec(text)?.[0],
		remedy: 'Move the address to csl.URL of the source, or to readAt.',
	},
	{
		expected: 'a text in the third person',
		hint: /\b(?:we|ours?|I|my|mine)\b/,
		found: (text) =>
			/(?<![\p{L}\p{N}’'-])(?:we|we’[a-z]+|ours?|I(?=\s+(?:am|was|have|had|think|believe|say|said|hold|know|do|will|would)\b)|my|mine)(?![\p{L}\p{N}’'-])/u.exec(
				withoutQuotations(text),
			)?.[0],
		remedy: 'Say who: “The editors…”, “Streltsov…”. A quotation keeps its words inside “ ”.',
	},
	{
		expected: 'quotation marks and brackets in pairs',
		hint: /[“”()[\]«»「」『』"]/,
		found: (text) => unbalanced(text),
		remedy: 'Add the missing sign, or remove the one that is alone.',
	},
	{
		expected: 'one space between words',
		found: (text) => (/ {2}/.test(text) ? 'two spaces in a row' : undefined),
		mended: (text) => text.replaceAll(/ {2,}/g, ' '),
		remedy: 'Remove one of them.',
	},
];

const withoutQuotations = (text: string): string => text.replaceAll(/“[^”]*”|«[^»]*»|「[^」]*」/gu, '“”');

const PAIRS = ['“”', '()', '[]', '«»', '「」', '『』'];

function unbalanced(text: string): string | undefined {
	for (const pair of PAIRS) {
		const [open, close] = [...pair] as [string, string];
		let depth = 0;
		for (const char of text) {
			if (char === open) depth++;
			if (char === close && --depth < 0) return `${close} without ${open}`;
		}
		if (depth > 0) return `${open} without ${close}`;
	}
	return (text.match(/"/g)?.length ?? 0) % 2 === 1 ? 'one " alone' : undefined;
}

/** The mechanics of neutral prose. */
export const wording: Rule = {
	description: 'Sentences end with a full stop, are plain text in the third person, and close what they open.',
	name: 'wording',
	check(view, report) {
		for (const entry of view.scope) {
			for (const { key, keys, text } of textsUnder(entry, SENTENCES)) {
				for (const { expected, found, hint, mended, remedy } of SLIPS) {
					if (hint && !hint.test(text)) continue;
					const slip = found(text);
					if (slip)
						report({
							expected: `${expected} in ${key}`,
							...(mended && { fix: { keys, kind: 'set', text: mended(text) } }),
							found: slip,
							in: entry,
							keys,
							remedy,
						});
				}
			}
		}
	},
};
