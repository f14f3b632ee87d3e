/**
 * The text that was checked, as the last embed of a private answer, and read back from there when a button is pressed.
 * Discord sends a press together with the message that it was made under: so nobody else has to keep the words.
 */
import type { APIEmbed } from 'discord-api-types/v10';
import { hasWords } from '../factcheck/sentences.ts';
import type { Speaker } from '../messages/index.ts';
import { clip, EMBED_TITLE_MAX } from './limits.ts';
import { plain } from './markdown.ts';

/** What is to be checked, and where it stands. */
export interface TextToCheck {
	readonly authorId?: string;
	readonly authorName?: string;
	/** Whether `text` is only a part of it, with marks where something is left out. */
	readonly isExtract?: boolean;
	readonly text: string;
	/** The message on Discord; none for a text that was typed in. */
	readonly url?: string;
}

/** Characters that a text may take as it is written into an embed: the claims must fit beside it. */
export const CARRIED_MAX = 2_200;

const MARKUP = /[\\*_~`|<>@#[\]()-]/g;
const ESCAPED = /\\([\\*_~`|<>@#[\]()\-/])/g;
/** What Discord would not give back as it was, or what would turn the writing around; emoji are joined by U+200D. */
const LOST = /(?![\n\u200D])[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}]/gu;
const MESSAGE_URL = /^https:\/\/discord\.com\/channels\/(?:@me|\d{1,20})\/\d{1,20}\/(\d{1,20})$/;

/** The text as it comes back from an embed. */
export const carriable = (text: string): string => text.replace(/\r\n?/g, '\n').replace(LOST, '').trim();

/** A text on one line, without what a terminal would obey and what would turn the writing around: for a list that others read. */
export const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').replace(LOST, '').replace(/ {2,}/g, ' ').trim();

/** An embed from which `text` can be read back to the letter; `undefined` for one that is empty or too long for it. */
export function textEmbed({ url, ...toCheck }: TextToCheck, speaker: Speaker): APIEmbed | undefined {
	const description = toCheck.text.replace(MARKUP, '\\$&').replace(/:\/\//g, ':\\/\\/');
	if (description === '' || description.length > CARRIED_MAX) return undefined;
	const title = clip(titleOf(toCheck, speaker), EMBED_TITLE_MAX);
	return { description, title, ...(url !== undefined && MESSAGE_URL.test(url) ? { url } : {}) };
}

function titleOf({ authorName, isExtract }: TextToCheck, speaker: Speaker): string {
	if (authorName === undefined) return speaker.say(isExtract ? 'factcheck.extract' : 'factcheck.text');
	return speaker.say(isExtract ? 'factcheck.extract-of' : 'factcheck.text-of', { author: plain(authorName) });
}

/** Stands where something is left out; no check reads it. */
const OMITTED = '[…]';

/** Parts of a text, in its order, as a quotation of it: with a mark wherever words are left out, or a part does not stand in it so. */
export function extractOf(text: string, parts: readonly string[]): string {
	const lines: string[] = [];
	let rest = text;
	for (const part of parts) {
		const at = rest.indexOf(part);
		if (at < 0 || hasWords(rest.slice(0, at))) lines.push(OMITTED);
		lines.push(part);
		if (at >= 0) rest = rest.slice(at + part.length);
	}
	return [...lines, ...(hasWords(rest) ? [OMITTED] : [])].join('\n');
}

export interface CarriedText {
	readonly embed: APIEmbed;
	/** The message on Discord, where it was one. */
	readonly message?: { readonly id: string; readonly url: string };
	readonly text: string;
}

/** Reads back what `textEmbed` wrote; `undefined` where a message carries no text. */
export function readText(embeds: readonly APIEmbed[]): CarriedText | undefined {
	const embed = embeds.length > 1 ? embeds.at(-1) : undefined;
	if (!embed?.description) return undefined;
	const { description, title, url } = embed;
	const id = url === undefined ? undefined : MESSAGE_URL.exec(url)?.[1];
	return {
		embed: { description, title, ...(id ? { url } : {}) },
		...(id && url ? { message: { id, url } } : {}),
		text: description.replace(ESCAPED, '$1'),
	};
}
