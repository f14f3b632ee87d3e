/** A check together with what was done to it since: made from a text, and made again from the answer that shows it. */
import { createHash } from 'node:crypto';
import type { APIEmbed } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { Context } from '../answer.ts';
import type { Checker } from '../factcheck/checker.ts';
import { assertedText } from '../factcheck/plain.ts';
import type { CheckedClaim, Report } from '../factcheck/report.ts';
import { hasWords } from '../factcheck/sentences.ts';
import { checkerOver } from '../knowledge.ts';
import type { Library } from '../library.ts';
import { type CarriedText, carriable, extractOf, onOneLine, readText, type TextToCheck, textEmbed } from './factcheck-text.ts';
import { clip } from './limits.ts';

export interface Check {
	/** Who wrote the message, where that is known. */
	readonly authorId?: string;
	/** The dataset has changed since the answer was given: the claims are no longer those that were shown. */
	readonly changed: boolean;
	/** Whether `text` is an extract: the whole is too long to be carried. */
	readonly isExtract: boolean;
	/** From 0. */
	readonly page: number;
	/** Claims that the asker took out, by their place in the report. */
	readonly removed: ReadonlySet<number>;
	/** All claims, those that were taken out among them. */
	readonly report: Report;
	/** None where the text is too long to be carried: such an answer has no buttons that act on it. */
	readonly text?: CarriedText;
	/** Why nothing was read; none where something was. */
	readonly unread?: Unread;
}

/** `no-words`: there are none, as in a message of pictures; `set-aside`: all that there are stand where none is read as the writer's own. */
export type Unread = 'no-words' | 'set-aside';

function unreadOf(text: string, { isCut }: Report): Unread | undefined {
	if (isCut || hasWords(assertedText(text))) return undefined;
	return hasWords(text) ? 'set-aside' : 'no-words';
}

/** The index of assertions is made at the first check and serves all that follow. */
const checkers = new WeakMap<Library, Checker>();

function checkerOf(library: Library): Checker {
	let checker = checkers.get(library);
	if (!checker) {
		checker = checkerOver(library);
		checkers.set(library, checker);
	}
	return checker;
}

/** Resolves when a text can be checked without a wait: at once but for the first time, which nothing else has to wait for. */
export const readyToCheck = (library: Library, text?: string): Promise<void> => checkerOf(library).ready(text);

/** Checks a text. Of one that is too long to be carried, an extract of what was read is, where this alone says the same. */
export function newCheck(toCheck: TextToCheck, { library, speaker }: Context): Check {
	const checker = checkerOf(library);
	const report = checker.check(toCheck.text);
	const digest = digestOf(report);
	const fresh = {
		...(toCheck.authorId ? { authorId: toCheck.authorId } : {}),
		changed: false,
		isExtract: false,
		page: 0,
		removed: new Set<number>(),
		report,
		unread: unreadOf(toCheck.text, report),
	};
	const whole = { isExtract: false, text: carriable(toCheck.text) };
	const read = report.outcome === 'nothing' ? clip(ownWords(toCheck), BEGINNING_MAX) : extractOf(toCheck.text, partsOf(report));
	const extract = { isExtract: true, text: carriable(read) };
	for (const { isExtract, text } of [whole, extract]) {
		const embed = textEmbed({ ...toCheck, isExtract, text }, speaker);
		const carried = embed && readText([{}, embed]);
		if (carried && (carried.text === toCheck.text.trim() || digestOf(checker.check(carried.text)) === digest))
			return { ...fresh, isExtract, text: carried };
	}
	return fresh;
}

/** Of a text that claims nothing: enough to ask for what it speaks of. */
const BEGINNING_MAX = 600;

/** What the writer of a text says in their own words, on one line. */
export const ownWords = ({ text }: Pick<TextToCheck, 'text'>): string => onOneLine(assertedText(text));

/** What was read of a text that says something of the dataset. */
const partsOf = ({ asked, claims, near }: Report): string[] => [...claims, ...near, ...asked].map(({ text }) => text);

/** What the claims were: any other report has another one, for all that matters. */
function digestOf({ claims, near }: Report): string {
	const said = [claims.map(({ entry, position, text, verdict }) => [entry, position, text, verdict]), near];
	return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 8);
}

/** What can be done with a check, as its custom_ids name it. */
export type CheckStep =
	| 'file'
	| 'page'
	| 'post'
	| 'report'
	| 'restore'
	| 'save'
	| 'take'
	| 'to-file'
	| 'to-report'
	| 'to-restore'
	| 'to-take';

/** By which a post is known again, as long as nobody may post it twice: the place, the text or the message, and what is shown of it. Nothing can be read from it. */
export function postKey({ page, removed, report, text }: Check, { channelId, guildId = '', userId }: Context['asker']): string {
	// Who posts in no channel posts for nobody but themselves.
	const shown = [guildId, channelId ?? userId, text?.message?.id ?? text?.text ?? '', page, [...removed].sort(), digestOf(report)];
	return `post|${createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16)}`;
}

const CUT = 'cut';
const EXTRACT = 'extract';

/** The custom_id of a step: the page, what was taken out, and by which the report is known again. */
export function checkId(step: CheckStep, { authorId = '', isExtract, page, removed, report }: Check): string {
	const bits = [...removed].reduce((sum, place) => sum | (1 << place), 0);
	// Nobody would see of an extract alone that it is one, or that there was more than is read.
	const marks = [...(report.isCut ? [CUT] : []), ...(isExtract ? [EXTRACT] : [])];
	return customId('check', step, page, bits.toString(36), digestOf(report), authorId, ...marks);
}

/** The check of an answer, from the arguments of its custom_id and from what the answer shows; `undefined` where that is not enough. */
export function recallCheck(
	[, page = '', bits = '', digest = '', authorId = '', ...marks]: readonly string[],
	embeds: readonly APIEmbed[],
	{ library }: Context,
): Check | undefined {
	const text = readText(embeds);
	if (!text) return undefined;
	const checked = checkerOf(library).check(text.text);
	const report = { ...checked, isCut: checked.isCut || marks.includes(CUT) };
	const changed = digestOf(report) !== digest;
	const taken = Number.parseInt(bits, 36) || 0;
	return {
		...(authorId ? { authorId } : {}),
		changed,
		isExtract: marks.includes(EXTRACT),
		page: changed ? 0 : Number.parseInt(page, 10) || 0,
		removed: new Set(changed ? [] : report.claims.keys().filter((place) => (taken & (1 << place)) !== 0)),
		report,
		text,
		unread: unreadOf(text.text, report),
	};
}

/** The claims that are left. */
export const claimsLeft = ({ removed, report }: Check): CheckedClaim[] => report.claims.filter((_, place) => !removed.has(place));
export const claimsTaken = ({ removed, report }: Check): CheckedClaim[] => report.claims.filter((_, place) => removed.has(place));

const NEAR_SHOWN_MAX = 3;

/** Entries that words may rather speak of, by the search: for a claim that was put under the wrong one. */
export function nearEntries({ entry, text }: Pick<CheckedClaim, 'entry' | 'text'>, { library }: Context): string[] {
	const found = library.finder.find(text);
	const matches = found.kind === 'choices' ? found.matches : found.kind === 'miss' ? found.guesses : [found.match, ...found.others];
	return matches
		.filter((match) => match.entry.kind !== 'source' && match.entry.id !== entry)
		.slice(0, NEAR_SHOWN_MAX)
		.map((match) => match.entry.id);
}

/** Words that the dataset does not answer: claims on which it is silent, and sentences that only come near it. */
export function unanswered(check: Check): string[] {
	const silent = claimsLeft(check).filter(({ verdict }) => verdict === 'Not covered');
	return [...new Set([...silent, ...check.report.near].map(({ text }) => text))];
}
