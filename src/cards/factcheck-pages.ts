/** Claims laid out in pages of embed fields, each page whole: its claims, the two sides of each, and the sources of their marks. */
import type { APIEmbedField } from 'discord-api-types/v10';
import type { Context } from '../answer.ts';
import type { SourceEntry } from '../dataset/schema.ts';
import type { CheckedClaim } from '../factcheck/report.ts';
import { shortCitation } from './citations.ts';
import { embedSize } from './entry-card.ts';
import { claimFields, type Mark } from './factcheck-claim.ts';
import { inFields } from './fields.ts';
import { clip, EMBED_FIELD_VALUE_MAX, EMBED_FIELDS_MAX } from './limits.ts';

export interface ClaimPage {
	readonly claims: readonly CheckedClaim[];
	readonly fields: APIEmbedField[];
}

/** More claims than this are no longer read at a glance. */
const CLAIMS_PER_PAGE = 3;
/** Voices of a side that are given in words, by how many claims stand on a page; the others are counted. */
const VOICES_SHOWN = [0, 4, 3, 2];
/** Characters and fields of a page. */
const PAGE_BUDGET = 4_900;
const PAGE_FIELDS = EMBED_FIELDS_MAX - 3;
/** Characters for what stands around the claims: title, footer, and the first of the lines above. */
const AROUND = 700;
/** What a single claim may take beyond the budget, at the cost of those lines. */
const SPARE = 400;

/** As few pages as hold the claims with a voice of either side; then as many voices as there is room for, and what stands beside them. `room`: of the embed. */
export function pagesOf(claims: readonly CheckedClaim[], room: number, context: Context): ClaimPage[] {
	const budget = Math.min(PAGE_BUDGET, room - AROUND);
	const fits = (fields: readonly APIEmbedField[]) => embedSize({ fields: [...fields] }) <= budget && fields.length <= PAGE_FIELDS;
	const numbers = new Map(claims.length > 1 ? claims.map((claim, place) => [claim, place + 1]) : []);
	const lay = (some: readonly CheckedClaim[], voices: readonly number[], asides: readonly boolean[] = []) =>
		layOut(some, voices, asides, numbers, context);
	const groups: CheckedClaim[][] = [];
	for (const claim of claims) {
		const group = groups.at(-1);
		const isRoom = group && group.length < CLAIMS_PER_PAGE && fits(lay([...group, claim], Array(group.length + 1).fill(1)));
		if (isRoom) group.push(claim);
		else groups.push([claim]);
	}
	return groups.map((group) => {
		let voices = group.map(() => 1);
		let fields = lay(group, voices);
		for (let shown = 2; shown <= VOICES_SHOWN[group.length]!; shown++) {
			for (const place of group.keys()) {
				const more = voices.with(place, shown);
				const filled = lay(group, more);
				if (!fits(filled)) continue;
				voices = more;
				fields = filled;
			}
		}
		let asides = group.map(() => false);
		for (const place of group.keys()) {
			const more = asides.with(place, true);
			const filled = lay(group, voices, more);
			if (!fits(filled)) continue;
			asides = more;
			fields = filled;
		}
		return { claims: group, fields: within(fields, budget + SPARE) };
	});
}

/** The fields of some claims, with so many voices of each and, where so wished, what stands beside the sides; and of their sources. */
function layOut(
	claims: readonly CheckedClaim[],
	voices: readonly number[],
	asides: readonly boolean[],
	numbers: ReadonlyMap<CheckedClaim, number>,
	context: Context,
): APIEmbedField[] {
	const { speaker } = context;
	const citations: { readonly at: string; readonly source: SourceEntry }[] = [];
	const mark: Mark = (source, at) => {
		const known = citations.findIndex((citation) => citation.source === source && citation.at === at);
		return (known >= 0 ? known : citations.push({ at, source }) - 1) + 1;
	};
	const fields = claims.flatMap((claim, place) =>
		claimFields(
			claim,
			{ asides: asides[place] ?? false, beside: claims.length, mark, number: numbers.get(claim), voices: voices[place]! },
			context,
		),
	);
	const sources = citations.map(({ at, source }, index) => clip(shortCitation(source, at, index + 1, speaker), EMBED_FIELD_VALUE_MAX));
	return [...fields, ...inFields(speaker.say('section.sources'), sources)];
}

/** The last line of defence: fields that go beyond the limits are left out from the end, sources last of all claims. */
function within(fields: readonly APIEmbedField[], most: number): APIEmbedField[] {
	const kept: APIEmbedField[] = [];
	let size = 0;
	for (const field of fields) {
		size += field.name.length + field.value.length;
		if (kept.length >= PAGE_FIELDS || size > most) break;
		kept.push(field);
	}
	return kept;
}
