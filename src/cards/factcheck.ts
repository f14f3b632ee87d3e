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
	readonly page?: (page: number) => string;
	readonly post?: string;
	readonly save?: string;
	readonly wrong?: string;
}

export interface FactcheckCardOptions {
	readonly ids?: FactcheckIds;
	/** From 0. A page beyond the last shows the last. */
	readonly page?: number;
}

/** One calm colour, whatever the verdicts: a colour of its own for each would be a ruling. */
const COLOUR = 0x4f_54_5c;
/** More claims than this are no longer read at a glance. */
const CLAIMS_PER_PAGE = 3;
/** Characters and fields of a page's claims with their sources, so that title, lists and footer fit beside them. */
const PAGE_BUDGET = 4_300;
const PAGE_FIELDS = EMBED_FIELDS_MAX - 3;
const NEAR_QUOTE_MAX = 120;

/** The report as a message within Discord's limits, whatever the report. It is for the asker alone until somebody posts it. */
export function factcheckCard(report: Report, context: Context, { ids = {}, page: wanted = 0 }: FactcheckCardOptions = {}): MessageJson {
	const { speaker } = context;
	const pages = pagesOf(report.claims, context);
	const page = Math.min(Math.max(Math.trunc(wanted) || 0, 0), pages.length - 1);
	const shown = pages[page] ?? { claims: [], fields: [] };
	const embed: APIEmbed = {
		color: COLOUR,
		description: clip(linesOf(report, page, context).join('\n'), EMBED_DESCRIPTION_MAX),
		fields: shown.fields,
		footer: {
			text: clip([speaker.say('factcheck.footer'), footerOf(context, page, Math.max(1, pages.length))].join('\n'), EMBED_FOOTER_MAX),
		},
		title: clip(speaker.say('factcheck.title', { claims: report.claims.length }), EMBED_TITLE_MAX),
	};
	return { components: componentsOf(report, shown.claims, page, pages.length, ids, context), embeds: [withinTotal(embed)] };
}

interface Page {
	readonly claims: readonly CheckedClaim[];
	readonly fields: APIEmbedField[];
}

/** Claims laid out in pages, each with the sources of its own marks. */
function pagesOf(claims: readonly CheckedClaim[], context: Context): Page[] {
	const pages: Page[] = [];
	let taken: CheckedClaim[] = [];
	let laid = lay(taken, context);
	for (const claim of claims) {
		const more = lay([...taken, claim], context);
		const fits = taken.length < CLAIMS_PER_PAGE && embedSize({ fields: more }) <= PAGE_BUDGET && more.length <= PAGE_FIELDS;
		if (fits || taken.length === 0) {
			taken = [...taken, claim];
			laid = more;
			continue;
		}
		pages.push({ claims: taken, fields: laid });
		taken = [claim];
		laid = lay(taken, context);
	}
	if (taken.length > 0) pages.push({ claims: taken, fields: laid });
	return pages;
}

/** The fields of some claims and of their sources; fewer voices stand in them the less room there is. */
function lay(claims: readonly CheckedClaim[], context: Context): APIEmbedField[] {
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
		if (voices === 1 || (embedSize({ fields: all }) <= PAGE_BUDGET && all.length <= PAGE_FIELDS)) return within(all);
	}
}

/** Voices of a side that are shown with their words; the others are counted. */
const VOICES_SHOWN = 4;

/** The last line of defence: fields that go beyond the limits are left out from the end, sources last of all claims. */
function within(fields: readonly APIEmbedField[]): APIEmbedField[] {
	const kept: APIEmbedField[] = [];
	let size = 0;
	for (const field of fields) {
		const cost = field.name.length + field.value.length;
		if (kept.length >= PAGE_FIELDS || size + cost > EMBED_TOTAL_MAX - 1_200) break;
		kept.push(field);
		size += cost;
	}
	return kept;
}

function linesOf(report: Report, page: number, context: Context): string[] {
	const { speaker } = context;
	const lines: string[] = [];
	if (report.outcome === 'nothing') lines.push(speaker.say('factcheck.nothing'));
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
	ids: FactcheckIds,
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
		...(ids.post && report.claims.length > 0 ? [button(ids.post, speaker.say('factcheck.post'))] : []),
		...(ids.save && report.claims.length > 0 ? [button(ids.save, speaker.say('factcheck.save'))] : []),
		...(ids.wrong ? [button(ids.wrong, speaker.say('factcheck.wrong'))] : []),
	];
	if (acting.length + turning.length > 0) rows.push(row([...turning, ...acting]));
	const entriesOf = (list: readonly string[]) =>
		[...new Set(list)].map((id) => library.dataset.get(id)).filter((entry): entry is Entry => entry !== undefined);
	const checked = entriesOf(shown.map(({ entry }) => entry));
	if (checked.length > 0) rows.push(select(customId('open', 'checked'), speaker.say('factcheck.open'), checked, speaker));
	const known = new Set(checked.map(({ id }) => id));
	const offered = entriesOf([...report.near, ...report.asked].flatMap(({ entries }) => entries)).filter(({ id }) => !known.has(id));
	if (offered.length > 0) rows.push(select(customId('open', 'offered'), speaker.say('factcheck.offered'), offered, speaker));
	return rows;
}
