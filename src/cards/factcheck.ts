/** A check of a message: each claim with its entry and verdict, who agrees and who differs beside one another, and the sources. */
import type { APIEmbed, APIEmbedField, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { Entry, SourceEntry } from '../dataset/schema.ts';
import type { CheckedClaim, NearMiss, Report } from '../factcheck/report.ts';
import { shortCitation } from './citations.ts';
import { button, row, select } from './components.ts';
import { embedSize, footerOf, withinTotal } from './entry-card.ts';
import { claimFields, type Mark } from './factcheck-claim.ts';
import { inFields } from './fields.ts';
import {
	clip,
	EMBED_DESCRIPTION_MAX,
	EMBED_FIELD_VALUE_MAX,
	EMBED_FIELDS_MAX,
	EMBED_FOOTER_MAX,
	EMBED_TITLE_MAX,
	EMBED_TOTAL_MAX,
} from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';

/** The buttons that act on a check. Each is left out where its custom_id is not given: without a store there is nothing to act on. */
export interface FactcheckIds {
	/** Ask the curators of the data for what is not covered. */
	readonly file?: string;
	readonly page?: (page: number) => string;
	readonly post?: string;
	readonly save?: string;
	readonly wrong?: string;
}

export interface FactcheckCardOptions {
	/** The text that was checked, as an embed: pages leave room for it, so that they are the same with it and without. */
	readonly beside?: APIEmbed;
	/** The same, to be shown below the check. */
	readonly carried?: APIEmbed;
	readonly ids?: FactcheckIds;
	/** What there is to say before everything else. */
	readonly lines?: readonly string[];
	/** Entries to offer beside those that the report offers. */
	readonly offered?: readonly string[];
	/** From 0. A page beyond the last shows the last. */
	readonly page?: number;
	/** How many claims were taken out of the report. */
	readonly taken?: number;
}

/** One calm colour, whatever the verdicts: a colour of its own for each would be a ruling. */
const COLOUR = 0x4f_54_5c;
/** More claims than this are no longer read at a glance. */
const CLAIMS_PER_PAGE = 3;
/** Characters and fields of a page's claims with their sources, so that title, lists and footer fit beside them. */
const PAGE_BUDGET = 4_300;
/** Characters for what stands around the claims: title, footer, and the first of the lines above. */
const AROUND = 1_100;
/** What a single claim may take beyond the budget, at the cost of the lines. */
const SPARE = 500;
const PAGE_FIELDS = EMBED_FIELDS_MAX - 3;
const NEAR_QUOTE_MAX = 120;

/** The report as a message within Discord's limits, whatever the report. It is for the asker alone until somebody posts it. */
export function factcheckCard(report: Report, context: Context, options: FactcheckCardOptions = {}): MessageJson {
	const { beside, carried, page: wanted = 0, taken = 0 } = options;
	const { speaker } = context;
	const total = EMBED_TOTAL_MAX - embedSize(carried ?? beside ?? {});
	const pages = pagesOf(report.claims, total, context);
	const page = Math.min(Math.max(Math.trunc(wanted) || 0, 0), pages.length - 1);
	const shown = pages[page] ?? { claims: [], fields: [] };
	const count = { claims: report.claims.length };
	const embed: APIEmbed = {
		color: COLOUR,
		description: clip(linesOf(report, page, options, context).join('\n'), EMBED_DESCRIPTION_MAX),
		fields: shown.fields,
		footer: {
			text: clip([speaker.say('factcheck.footer'), footerOf(context, page, Math.max(1, pages.length))].join('\n'), EMBED_FOOTER_MAX),
		},
		title: clip(taken > 0 ? speaker.say('factcheck.title-left', count) : speaker.say('factcheck.title', count), EMBED_TITLE_MAX),
	};
	return {
		components: componentsOf(report, shown.claims, page, pages.length, options, context),
		embeds: [withinTotal(embed, total), ...(carried ? [carried] : [])],
	};
}

interface Page {
	readonly claims: readonly CheckedClaim[];
	readonly fields: APIEmbedField[];
}

/** Claims laid out in pages, each with the sources of its own marks. `total`: what the embed may take in all. */
function pagesOf(claims: readonly CheckedClaim[], total: number, context: Context): Page[] {
	const pages: Page[] = [];
	const budget = Math.min(PAGE_BUDGET, total - AROUND);
	let taken: CheckedClaim[] = [];
	let laid: APIEmbedField[] = [];
	for (const claim of claims) {
		const more = lay([...taken, claim], budget, context);
		const fits = taken.length < CLAIMS_PER_PAGE && embedSize({ fields: more }) <= budget && more.length <= PAGE_FIELDS;
		if (fits || taken.length === 0) {
			taken = [...taken, claim];
			laid = more;
			continue;
		}
		pages.push({ claims: taken, fields: laid });
		taken = [claim];
		laid = lay(taken, budget, context);
	}
	if (taken.length > 0) pages.push({ claims: taken, fields: laid });
	return pages;
}

/** The fields of some claims and of their sources; fewer voices stand in them the less room there is. */
function lay(claims: readonly CheckedClaim[], budget: number, context: Context): APIEmbedField[] {
	const { speaker } = context;
	for (let voices = VOICES_SHOWN; ; voices--) {
		const citations: { readonly at: string; readonly source: SourceEntry }[] = [];
		const mark: Mark = (source, at) => {
			const known = citations.findIndex((citation) => citation.source === source && citation.at === at);
			return (known >= 0 ? known : citations.push({ at, source }) - 1) + 1;
		};
		const fields = claims.flatMap((claim) => claimFields(claim, mark, voices, context));
		const sources = inFields(
			speaker.say('section.sources'),
			citations.map(({ at, source }, index) => clip(shortCitation(source, at, index + 1, speaker), EMBED_FIELD_VALUE_MAX)),
		);
		const all = [...fields, ...sources];
		if (voices === 1 || (embedSize({ fields: all }) <= budget && all.length <= PAGE_FIELDS)) return within(all, budget);
	}
}

/** Voices of a side that are shown with their words; the others are counted. */
const VOICES_SHOWN = 4;

/** The last line of defence: fields that go beyond the limits are left out from the end, sources last of all claims. */
function within(fields: readonly APIEmbedField[], budget: number): APIEmbedField[] {
	const kept: APIEmbedField[] = [];
	let size = 0;
	for (const field of fields) {
		const cost = field.name.length + field.value.length;
		if (kept.length >= PAGE_FIELDS || size + cost > budget + SPARE) break;
		kept.push(field);
		size += cost;
	}
	return kept;
}

function linesOf(report: Report, page: number, { lines: said = [], taken = 0 }: FactcheckCardOptions, context: Context): string[] {
	const { speaker } = context;
	const lines = [...said];
	if (report.outcome === 'nothing' && taken === 0) lines.push(speaker.say('factcheck.nothing'));
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
		...(ids.file ? [button(ids.file, speaker.say('factcheck.file'))] : []),
	];
	for (const buttons of [turning, acting]) if (buttons.length > 0) rows.push(row(buttons));
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
