/** The log of a server as its moderators see it: a page of entries, one entry, and the question before one is deleted. */
import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Entry } from '../dataset/schema.ts';
import type { CheckedClaim, Verdict } from '../factcheck/report.ts';
import { button, menu, row, select } from './components.ts';
import { withinTotal } from './entry-card.ts';
import { countsOf, VERDICT_KEYS } from './factcheck-claim.ts';
import { CARRIED_MAX } from './factcheck-text.ts';
import { inFields } from './fields.ts';
import { clip, EMBED_DESCRIPTION_MAX } from './limits.ts';
import { quoted } from './markdown.ts';
import { nameOf } from './names.ts';

/** An entry of the log, as the store gives it. */
export interface LogEntry {
	readonly authorId?: string;
	readonly claims: unknown;
	readonly id: string;
	/** Whether the text is only a part of what was checked. */
	readonly isExtract: boolean;
	readonly messageUrl?: string;
	readonly savedAt: Date;
	readonly savedBy?: string;
	readonly text: string;
	/** What was saved of the same message, by id, the oldest first; this one among them. */
	readonly versions: readonly string[];
}

/** What is kept of a claim: counts and names as they were when it was saved. */
export interface SavedClaim {
	readonly agree: number;
	readonly differ: number;
	/** The entry's id. */
	readonly entry: string;
	/** The entry's name in English. */
	readonly name: string;
	readonly text: string;
	readonly verdict: Verdict;
}

export const savedClaim = ({ agree, differ, entry, text, verdict }: CheckedClaim, dataset: Dataset): SavedClaim => ({
	agree: agree.length,
	differ: differ.length,
	entry,
	name: dataset.get(entry)?.name.en ?? entry,
	text,
	verdict,
});

/** The claims of an entry of the log; what another version kept in another shape counts as none. */
export function savedClaimsOf({ claims }: Pick<LogEntry, 'claims'>): SavedClaim[] {
	const list = Array.isArray(claims) ? (claims as Partial<SavedClaim>[]) : [];
	return list.filter(
		(claim): claim is SavedClaim =>
			typeof claim?.entry === 'string' && typeof claim.text === 'string' && Object.hasOwn(VERDICT_KEYS, claim.verdict ?? ''),
	);
}

export type LogStep = 'ask' | 'csv' | 'delete' | 'list' | 'open';
export const logId = (step: LogStep, ...args: readonly (number | string)[]): string => customId('check-log', step, ...args);

/** Entries of one page: as many as are read at a glance. */
export const LOG_PAGE_SIZE = 8;
const QUOTE_MAX = 110;
const CLAIM_QUOTE_MAX = 200;

const secondsOf = (date: Date): number => Math.floor(date.getTime() / 1000);

function headOf({ id, messageUrl, savedAt, savedBy, versions }: LogEntry, { speaker }: Context): string {
	const when = secondsOf(savedAt);
	const by = savedBy ? speaker.say('log.saved-by', { user: savedBy, when }) : speaker.say('log.saved-by-nobody', { when });
	const said =
		versions.length > 1 ? speaker.say('log.version', { said: by, version: versions.indexOf(id) + 1, versions: versions.length }) : by;
	return messageUrl ? speaker.say('log.with-link', { said, url: messageUrl }) : speaker.say('log.without-link', { said });
}

/** “2 Contested · 1 Supported” */
function verdictsOf(saved: LogEntry, { speaker }: Context): string {
	const counts = new Map<Verdict, number>();
	for (const { verdict } of savedClaimsOf(saved)) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
	return Array.from(counts, ([verdict, count]) => speaker.say('log.verdict', { count, verdict: speaker.say(VERDICT_KEYS[verdict]) })).join(
		' · ',
	);
}

/** A page of the log, newest first. `page` is from 0, `count` how many entries there are in all. */
export function logCard(entries: readonly LogEntry[], page: number, count: number, context: Context): MessageJson {
	const { speaker } = context;
	if (count === 0) return { content: speaker.say('log.empty') };
	const pages = Math.ceil(count / LOG_PAGE_SIZE);
	const blocks = entries.map((entry) =>
		[
			headOf(entry, context),
			speaker.say('log.line', {
				extract: entry.isExtract ? 'yes' : 'no',
				quote: quoted(entry.text, QUOTE_MAX),
				verdicts: verdictsOf(entry, context),
			}),
		].join('\n'),
	);
	const options = entries.map((entry) => ({
		description: speaker.say('log.option', { date: entry.savedAt.toISOString().slice(0, 10), verdicts: verdictsOf(entry, context) }),
		label: clip(entry.text.replace(/\s+/gu, ' ').trim(), QUOTE_MAX) || entry.id,
		value: entry.id,
	}));
	const turning =
		pages > 1
			? [
					button(logId('list', page - 1), speaker.say('log.newer'), { disabled: page <= 0 }),
					button(logId('list', page + 1), speaker.say('log.older'), { disabled: page >= pages - 1 }),
				]
			: [];
	return {
		components: [
			...(options.length > 0 ? [menu(logId('open', 'chosen', page), speaker.say('log.menu'), options)] : []),
			row([...turning, button(logId('csv'), speaker.say('log.csv'))]),
		],
		embeds: [
			{
				description: clip(blocks.join('\n\n') || speaker.say('log.page-empty'), EMBED_DESCRIPTION_MAX),
				footer: { text: speaker.say('log.footer', { count, page: page + 1, pages }) },
				title: speaker.say('log.title'),
			},
		],
	};
}

/** One entry with its whole text and every claim. `page`: of the log, to go back to. */
export function logEntryCard(saved: LogEntry, page: number, context: Context): MessageJson {
	const { library, speaker } = context;
	const claims = savedClaimsOf(saved);
	const known = [...new Set(claims.map(({ entry }) => entry))].map((id) => library.dataset.get(id)).filter((it): it is Entry => !!it);
	const lines = claims.map(({ agree, differ, entry: id, name, text, verdict }) => {
		const entry = library.dataset.get(id);
		return speaker.say('log.claim', {
			agree,
			counts: countsOf({ agree, differ, verdict }),
			differ,
			name: quoted(entry ? nameOf(entry.name, speaker) : name, CLAIM_QUOTE_MAX),
			text: quoted(text, CLAIM_QUOTE_MAX),
			verdict: speaker.say(VERDICT_KEYS[verdict]),
		});
	});
	const description = [
		headOf(saved, context),
		...(saved.authorId ? [speaker.say('log.author', { user: saved.authorId })] : []),
		// No more was carried to be saved.
		speaker.say(saved.isExtract ? 'log.extract' : 'log.text', { text: quoted(saved.text, CARRIED_MAX) }),
	].join('\n');
	return {
		components: [
			row([
				button(logId('list', page), speaker.say('log.back')),
				...versionButtons(saved, page, context),
				button(logId('ask', saved.id, page), speaker.say('log.delete'), { danger: true }),
			]),
			...(known.length > 0 ? [select(customId('open', 'checked'), speaker.say('factcheck.open'), known, speaker)] : []),
		],
		embeds: [
			withinTotal({
				description: clip(description, EMBED_DESCRIPTION_MAX),
				fields: inFields(speaker.say('log.claims'), lines).slice(0, CLAIM_FIELDS_MAX),
				title: speaker.say('log.entry-title'),
			}),
		],
	};
}

/** To what was saved of the same message before it and after it. */
function versionButtons({ id, versions }: LogEntry, page: number, { speaker }: Context) {
	const place = versions.indexOf(id);
	const [earlier, later] = [versions[place - 1], versions[place + 1]];
	return [
		...(earlier === undefined ? [] : [button(logId('open', earlier, page), speaker.say('log.earlier-version'))]),
		...(later === undefined ? [] : [button(logId('open', later, page), speaker.say('log.later-version'))]),
	];
}

/** Twelve claims fit in three fields, and these beside the text in an embed. */
const CLAIM_FIELDS_MAX = 3;

export function logQuestion(id: string, page: number, { speaker }: Context): MessageJson {
	return {
		components: [
			row([
				button(logId('delete', id, page), speaker.say('log.delete'), { danger: true }),
				button(logId('open', id, page), speaker.say('log.keep')),
			]),
		],
		content: speaker.say('log.question'),
	};
}
