/** Text as Discord shows it, and nothing more: no markup, no mentions, no links that somebody else wrote. */

const MARKUP = /[\\*_~`|<>@#[\]()-]/g;
const LINE_START = /^(?=[#>\-+])/gm;
/** The backslash goes before the dot: before a digit it would be seen. */
const NUMBERED = /^(\d+)(?=\.(?:\s|$))/gm;
const MARKED = /[\\*_~`|<>@\]]|https?:|^[#\-+\d]/im;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;

/** Text of the dataset or of a person, with everything that Discord would read as markup made harmless. */
export function plain(text: string): string {
	// Most texts of the dataset hold nothing to escape.
	if (!MARKED.test(text)) return text;
	return text
		.replace(/[\\*_~`|<>]/g, '\\$&')
		.replace(/https?:\/\//gi, (scheme) => `${scheme.slice(0, -2)}\\/\\/`)
		.replace(/@(?=everyone|here|[!&]?\d)/g, '@\u200B')
		.replace(/\]\(/g, ']\\(')
		.replace(LINE_START, '\\')
		.replace(NUMBERED, '$1\\');
}

/** A person's words on one line: invisible characters gone, blanks joined, cut to `max`, then made harmless. */
export function quoted(text: string, max: number): string {
	const line = text.replace(/\s+/gu, ' ').replace(INVISIBLE, '').trim();
	const shown = line.length > max ? `${line.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
	return shown.replace(MARKUP, '\\$&').replace(/:\/\//g, ':\\/\\/');
}

export const bold = (text: string) => `**${text}**`;
export const italic = (text: string) => `*${text}*`;
/** A link with its words; the address stands in angle brackets so that Discord adds no preview. */
export const link = (text: string, url: string) =>
	`[${text.replace(/[[\]]/g, '')}](<${url.replaceAll(')', '%29').replaceAll('>', '%3E').replaceAll(' ', '%20')}>)`;
