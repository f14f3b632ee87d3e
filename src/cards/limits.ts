/** Discord's limits for a message (developers/resources/message, developers/components/reference), in one place. */
export const EMBED_TITLE_MAX = 256;
export const EMBED_DESCRIPTION_MAX = 4096;
export const EMBED_FIELDS_MAX = 25;
export const EMBED_FIELD_NAME_MAX = 256;
export const EMBED_FIELD_VALUE_MAX = 1024;
export const EMBED_FOOTER_MAX = 2048;
export const EMBED_AUTHOR_MAX = 256;
/** Over all embeds of a message together. */
export const EMBED_TOTAL_MAX = 6000;
export const BUTTON_LABEL_MAX = 80;
export const SELECT_OPTIONS_MAX = 25;
export const SELECT_TEXT_MAX = 100;
export const SELECT_PLACEHOLDER_MAX = 150;
export const CHOICE_TEXT_MAX = 100;
/** What is said of a picture to those who do not see it. */
export const FILE_DESCRIPTION_MAX = 1024;

/** Shown where a field needs words and has none: Discord takes no empty ones. */
export const BLANK = '\u200B';

/** Cuts a text to `max` UTF-16 units at a blank where there is one, marks the cut, and never splits a character. */
export function clip(text: string, max: number): string {
	if (text.length <= max) return text;
	let cut = max - 1;
	const blank = text.lastIndexOf(' ', cut);
	if (blank > max * 0.7) cut = blank;
	// A cut inside a surrogate pair or before a combining mark would show a broken character.
	while (cut > 0 && /[\uDC00-\uDFFF\p{M}\u200D]/u.test(text.charAt(cut))) cut--;
	return `${text.slice(0, cut).trimEnd()}…`;
}
