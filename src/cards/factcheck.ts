/** A check of a message: each claim with its entry and verdict, who agrees and who differs beside one another, and the sources. */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { Entry } from '../dataset/schema.ts';
import type { CheckedClaim, NearMiss, Report } from '../factcheck/report.ts';
import type { MessageKey } from '../messages/index.ts';
import { button, row, select } from './components.ts';
import { embedSize, footerOf, withinTotal } from './entry-card.ts';
import type { Unread } from './factcheck-check.ts';
import { claimLine } from './factcheck-claim.ts';
import { pagesOf } from './factcheck-pages.ts';
import { clip, EMBED_DESCRIPTION_MAX, EMBED_FOOTER_MAX, EMBED_TITLE_MAX, EMBED_TOTAL_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';

/** The buttons that act on a check. Each is left out where its custom_id is not given: the asker may not use it, or there is nothing that it could act on. */
export interface FactcheckIds {
	/** Ask the curators of the data for what is not covered. */
	readonly file?: string;
	readonly page?: (page: number) => string;
	readonly post?: string;
	/** Tell the curators what was matched wrongly. */
	readonly report?: string;
	/** Put a claim back that was taken out. */
	readonly restore?: string;
	readonly save?: string;
	readonly wrong?: string;
}

export interface FactcheckCardOptions {
	/** The text that was checked, as an embed: pages leave room for it, so that they are the same with it and without. */
	readonly beside?: APIEmbed;
	/** The same, to be shown below the check. */
	readonly carried?: APIEmbed;
	readonly ids?: FactcheckIds;
	/** Nobody can turn to the other pages: they are not spoken of. */
	readonly isAlone?: boolean;
	/** What there is to say before everything else. */
	readonly lines?: readonly string[];
	/** Entries to offer beside those that the report offers. */
	readonly offered?: readonly string[];
	/** From 0. A page beyond the last shows the last. */
	readonly page?: number;
	/** How many claims were taken out of the report. */
	readonly taken?: number;
	/** Why nothing was read. */
	readonly unread?: Unread;
}

/** One calm colour, whatever the verdicts: a colour of its own for each would be a ruling. */
const COLOUR = 0x4f_54_5c;
/** From so many claims on, a summary stands before them. */
const SUMMARY_FROM = 3;
const NEAR_QUOTE_MAX = 120;

/** The report as a message within Discord's limits, whatever the report. It is for the asker alone until somebody posts it. */
export function factcheckCard(report: Report, context: Context, options: FactcheckCardOptions = {}): MessageJson {
	const { carried, isAlone, lines = [], taken = 0 } = options;
	const { speaker } = context;
	const { page, pages, shown, summary, total } = layOut(report, context, options);
	const count = { claims: report.claims.length };
	const embed: APIEmbed = {
		color: COLOUR,
		description: clip([...lines, ...summary, ...linesOf(report, page, options, context)].join('\n'), EMBED_DESCRIPTION_MAX),
		fields: shown.fields,
		footer: {
			text: clip(
				[speaker.say('factcheck.footer'), footerOf(context, page, isAlone ? 1 : Math.max(1, pages.length))].join('\n'),
				EMBED_FOOTER_MAX,
			),
		},
		title: clip(speaker.say(titleOf(report, taken), count), EMBED_TITLE_MAX),
	};
	return {
		components: componentsOf(report, shown.claims, page, pages.length, options, context),
		embeds: [withinTotal(embed, total), ...(carried ? [carried] : [])],
	};
}

function titleOf({ isCut, outcome }: Report, taken: number): MessageKey {
	if (taken > 0) return 'factcheck.title-left';
	if (outcome === 'near') return 'factcheck.title-near';
	return outcome === 'nothing' && isCut ? 'factcheck.title-cut' : 'factcheck.title';
}

/** The claims that stand on a page, which in another language may be laid out in others. */
export const claimsOn = (report: Report, context: Context, options: FactcheckCardOptions): readonly CheckedClaim[] =>
	layOut(report, context, options).shown.claims;

function layOut({ claims }: Report, context: Context, { beside, carried, page: wanted = 0 }: FactcheckCardOptions) {
	const total = EMBED_TOTAL_MAX - embedSize(carried ?? beside ?? {});
	const summary = summaryOf(claims, context);
	const room = total - summary.reduce((sum, line) => sum + line.length + 1, 0);
	const pages = pagesOf(claims, room, context);
	const page = Math.min(Math.max(Math.trunc(wanted) || 0, 0), pages.length - 1);
	return { page, pages, shown: pages[page] ?? { claims: [], fields: [] }, summary, total };
}

/** Every claim in a line, on whatever page it stands: all verdicts at one glance. Few enough are seen at a glance anyway. */
function summaryOf(claims: readonly CheckedClaim[], context: Context): string[] {
	if (claims.length < SUMMARY_FROM) return [];
	return [...claims.map((claim, place) => claimLine(claim, place + 1, context)), context.speaker.say('factcheck.legend')];
}

function nothingOf({ isCut }: Report, unread: Unread | undefined): MessageKey {
	if (unread) return unread === 'no-words' ? 'factcheck.no-words' : 'factcheck.set-aside';
	return isCut ? 'factcheck.nothing-cut' : 'factcheck.nothing';
}

function linesOf(report: Report, page: number, { taken = 0, unread }: FactcheckCardOptions, context: Context): string[] {
	const { speaker } = context;
	const lines: string[] = [];
	if (report.outcome === 'nothing' && taken === 0) lines.push(speaker.say(nothingOf(report, unread)));
	else if (report.isCut) lines.push(speaker.say('factcheck.cut'));
	if (page > 0) return lines;
	const offer = (key: 'factcheck.asked' | 'factcheck.near', list: readonly NearMiss[]) => {
		for (const { entries, text } of list) {
			const names = entries.flatMap((id) => {
				const entry = context.library.dataset.get(id);
				return entry ? [plain(nameOf(entry.name, speaker))] : [];
			});
			if (names.length > 0) lines.push(speaker.say(key, { entries: speaker.list(names), text: quoted(text, NEAR_QUOTE_MAX) }));
		}
	};
	offer('factcheck.near', report.near);
	offer('factcheck.asked', report.asked);
	return lines;
}

function componentsOf(
	report: Report,
	shown: readonly CheckedClaim[],
	page: number,
	pages: number,
	{ ids = {}, offered: more = [] }: FactcheckCardOptions,
	context: Context,
): APIMessageTopLevelComponent[] {
	const { library, speaker } = context;
	const rows: APIMessageTopLevelComponent[] = [];
	const turning =
		pages > 1 && ids.page
			? [
					button(ids.page(page - 1), speaker.say('button.previous'), { disabled: page === 0 }),
					button(ids.page(page + 1), speaker.say('button.next'), { disabled: page === pages - 1 }),
				]
			: [];
	const acting = [
		...(ids.post ? [button(ids.post, speaker.say(pages > 1 ? 'factcheck.post-page' : 'factcheck.post'))] : []),
		...(ids.save ? [button(ids.save, speaker.say('factcheck.save'))] : []),
		...(ids.wrong ? [button(ids.wrong, speaker.say('factcheck.wrong'))] : []),
		...(ids.restore ? [button(ids.restore, speaker.say('factcheck.restore'))] : []),
	];
	// All of them together would be more than a row takes.
	const telling = [
		...(ids.file ? [button(ids.file, speaker.say('factcheck.file'))] : []),
		...(ids.report ? [button(ids.report, speaker.say('factcheck.report'))] : []),
	];
	for (const buttons of [turning, acting, telling]) if (buttons.length > 0) rows.push(row(buttons));
	const entriesOf = (list: readonly string[]) =>
		[...new Set(list)].map((id) => library.dataset.get(id)).filter((entry): entry is Entry => entry !== undefined);
	const checked = entriesOf(shown.map(({ entry }) => entry));
	if (checked.length > 0) rows.push(select(customId('open', 'checked'), speaker.say('factcheck.open'), checked, speaker));
	const known = new Set(checked.map(({ id }) => id));
	const offered = entriesOf([...more, ...[...report.near, ...report.asked].flatMap(({ entries }) => entries)]).filter(
		({ id }) => !known.has(id),
	);
	if (offered.length > 0) rows.push(select(customId('open', 'offered'), speaker.say('factcheck.offered'), offered, speaker));
	return rows;
}
