/** One claim of a message as fields: what was claimed and of which entry, then the two sides in two columns. */
import type { APIEmbedField } from 'discord-api-types/v10';
import type { Context } from '../answer.ts';
import type { SourceEntry, Topic } from '../dataset/schema.ts';
import { isQuantity } from '../dataset/walk.ts';
import type { CheckedClaim, OwnStatement, Part, Voice } from '../factcheck/report.ts';
import type { MessageKey, Speaker } from '../messages/index.ts';
import { placementLines } from './factcheck-placement.ts';
import { factsOf, kindLine } from './facts.ts';
import { BLANK, clip, EMBED_FIELD_NAME_MAX, EMBED_FIELD_VALUE_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';
import { formatValue } from './quantities.ts';
import { bySourceAge, voiceOf } from './voices.ts';

/** The number under which a place in a source is cited. */
export type Mark = (source: SourceEntry, at: string) => number;

const QUOTE_MAX = 180;
/** What is shown of an account's words, by how many claims stand on a page: who speaks matters more. */
const SAYS_SHOWN_MAX = [0, 150, 110, 80];
const SAYS_SHOWN_MIN = 80;
/** The same of an editor's note, which stands beside its account wherever that is shown. */
const NOTE_SHOWN_MAX = [0, 200, 140, 100];
const SILENT_SHOWN_MAX = 4;
const PARTS_SHOWN_MAX = 2;
const STATED_MAX = 500;
const ALSO_SHOWN_MAX = 3;

const COUNT_KEYS: Record<CheckedClaim['verdict'], MessageKey> = {
	Contested: 'factcheck.contested',
	Contradicted: 'factcheck.contradicted',
	'Not covered': 'factcheck.not-covered',
	Supported: 'factcheck.supported',
};

/** The same where the entry itself stands on one of the sides. */
const OWN_KEYS: typeof COUNT_KEYS = {
	...COUNT_KEYS,
	Contested: 'factcheck.contested-entry',
	Contradicted: 'factcheck.contradicted-entry',
	Supported: 'factcheck.supported-entry',
};

/** The verdicts in their one word. */
export const VERDICT_KEYS: Record<CheckedClaim['verdict'], MessageKey> = {
	Contested: 'verdict.contested',
	Contradicted: 'verdict.contradicted',
	'Not covered': 'verdict.not-covered',
	Supported: 'verdict.supported',
};

export interface ClaimOptions {
	/** Whether there is room for what stands beside the sides: what a voice gives besides, and what counts a part only. */
	readonly asides: boolean;
	/** How many claims stand on the page. */
	readonly beside: number;
	readonly mark: Mark;
	/** From 1, where there are several. */
	readonly number?: number;
	/** Voices of either side that are given in words. */
	readonly voices: number;
}

/** The fields of a claim: one over the width of the message, and one for each side that has a voice, or on which the entry itself stands. */
export function claimFields(claim: CheckedClaim, options: ClaimOptions, context: Context): APIEmbedField[] {
	const { library, speaker } = context;
	const entry = library.dataset.get(claim.entry);
	if (!entry || entry.kind === 'source') return [];
	const position = positionLine(claim, context);
	const lines = [
		speaker.say('factcheck.entry', { kind: kindLine(entry, speaker), name: plain(nameOf(entry.name, speaker)) }),
		matchLine(claim, speaker),
		countLine(claim, speaker),
		...(position.length > 0 ? position : deniedLine(claim, speaker)),
		...placementLines(claim, context),
		...partsLines(claim, options, context),
		...silentLine(claim, context),
	];
	const heading: APIEmbedField = {
		inline: false,
		name: clip(headingOf(claim, options, speaker), EMBED_FIELD_NAME_MAX),
		value: clip(lines.join('\n'), EMBED_FIELD_VALUE_MAX),
	};
	const sides = (['agree', 'differ'] as const).flatMap((side) => [
		...(claim[side].length > 0 ? [sideField(side, claim, options, context)] : []),
		...(claim.own && claim.own.agrees === (side === 'agree') ? [ownField(claim.own, entry, context)] : []),
	]);
	return [heading, ...sides];
}

function countLine({ agree, both = 0, differ, own, verdict }: CheckedClaim, speaker: Speaker): string {
	const words = { agree: agree.length, both, differ: differ.length, sources: sourcesOf([...agree, ...differ]) };
	const what = own?.date === undefined ? 'other' : 'date';
	return speaker.say((own ? OWN_KEYS : COUNT_KEYS)[verdict], { ...words, voices: agree.length + differ.length, what });
}

function headingOf({ text }: CheckedClaim, { number }: ClaimOptions, speaker: Speaker): string {
	const shown = quoted(text, QUOTE_MAX) || BLANK;
	return number === undefined
		? speaker.say('factcheck.claim', { text: shown })
		: speaker.say('factcheck.claim-numbered', { number, text: shown });
}

/** A claim in one line: what is claimed, of which entry, and the verdict with its counts. */
export function claimLine(
	{ agree, differ, entry: id, text, verdict }: CheckedClaim,
	number: number,
	{ library, speaker }: Context,
): string {
	const entry = library.dataset.get(id);
	return speaker.say('factcheck.line', {
		agree: agree.length,
		counts: countsOf({ agree: agree.length, differ: differ.length, verdict }),
		differ: differ.length,
		entry: plain(clip(entry ? nameOf(entry.name, speaker) : id, LINE_ENTRY_MAX)),
		number,
		text: quoted(text, LINE_QUOTE_MAX),
		verdict: speaker.say(VERDICT_KEYS[verdict]),
	});
}

/** What stands behind a verdict in one line: the voices on either side, the entry where there are none, or nothing. */
export const countsOf = ({
	agree,
	differ,
	verdict,
}: {
	readonly agree: number;
	readonly differ: number;
	readonly verdict: CheckedClaim['verdict'];
}) => (agree + differ > 0 ? 'voices' : verdict === 'Not covered' ? 'none' : 'entry');

const LINE_QUOTE_MAX = 70;
const LINE_ENTRY_MAX = 60;

const sourcesOf = (voices: readonly Voice[]) => new Set(voices.map(({ account }) => account.source)).size;

/** From which strength on a match is close, or fair. */
const CLOSE_MIN = 0.9;
const FAIR_MIN = 0.6;

/** How surely the claim speaks of the entry. It is reckoned, and so never quite certain. */
function matchLine({ strength }: CheckedClaim, speaker: Speaker): string {
	const grade = strength >= CLOSE_MIN ? 'close' : strength >= FAIR_MIN ? 'fair' : 'loose';
	return speaker.say('factcheck.match', { grade, percent: Math.min(99, Math.max(1, Math.round(strength * 100))) });
}

/** Which answer the claim gives to a question, or denies; none where its date fits several. */
function positionLine({ agree, dated, differ, entry: id, position }: CheckedClaim, { library, speaker }: Context): string[] {
	const entry = library.dataset.get(id);
	if (!position || entry?.kind !== 'question') return [];
	const fitting = position.denied ? differ : agree;
	if (dated && new Set(fitting.map((voice) => voice.position)).size > 1) return [];
	const label = entry.positions.find((one) => one.id === position.id)?.label;
	return label ? [speaker.say(position.denied ? 'factcheck.denies' : 'factcheck.takes', { position: plain(nameOf(label, speaker)) })] : [];
}

/** That the claim denies what it gives, for the sides stand the other way about then. */
const deniedLine = ({ denied, kind }: CheckedClaim, speaker: Speaker): string[] =>
	denied ? [speaker.say('factcheck.denied', { what: kind === 'number' ? 'number' : 'date' })] : [];

/** Numbers that count a part only: one that the claim fits is told in any case, the others where there is room. */
function partsLines({ parts = [] }: CheckedClaim, { asides, mark }: ClaimOptions, { library, speaker }: Context): string[] {
	const { fitting = [], others = [] } = Object.groupBy(parts, ({ fits }) => (fits ? 'fitting' : 'others'));
	const lineOf = (key: 'factcheck.parts' | 'factcheck.parts-fitting', list: readonly Part[]) => {
		const shown = list.slice(0, PARTS_SHOWN_MAX).flatMap(({ account: { at, by, counts, source: id, value } }) => {
			const { name, source } = voiceOf({ by, source: id }, library.dataset, speaker);
			if (!value) return [];
			const words = { mark: mark(source, at), name: plain(name), said: plain(formatValue(value, speaker)) };
			if (!counts) return [speaker.say('factcheck.part', words)];
			return [speaker.say('factcheck.part-counting', { ...words, counts: plain(clip(counts, COUNTS_SHOWN_MAX)) })];
		});
		return speaker.say(key, { more: list.length - shown.length, parts: speaker.list(shown) });
	};
	return [
		...(fitting.length > 0 ? [lineOf('factcheck.parts-fitting', fitting)] : []),
		...(others.length > 0 && asides ? [lineOf('factcheck.parts', others)] : []),
	];
}

function silentLine({ silent }: CheckedClaim, { library, speaker }: Context): string[] {
	if (silent.length === 0) return [];
	const names = silent.slice(0, SILENT_SHOWN_MAX).map((id) => plain(nameOf(library.dataset.source(id).name, speaker)));
	return [speaker.say('factcheck.silent', { more: Math.max(0, silent.length - SILENT_SHOWN_MAX), sources: speaker.list(names) })];
}

/** One side, the oldest source first; what does not fit is counted. */
function sideField(side: 'agree' | 'differ', claim: CheckedClaim, options: ClaimOptions, context: Context): APIEmbedField {
	const { library, speaker } = context;
	const list = claim[side];
	const ordered = [...list].sort((a, b) => bySourceAge(library.dataset.source(a.account.source), library.dataset.source(b.account.source)));
	const lines: string[] = [];
	let size = 0;
	const shown = ordered.slice(0, options.voices);
	for (const [place, voice] of shown.entries()) {
		const free = EMBED_FIELD_VALUE_MAX - MORE_LENGTH - size;
		const room = Math.floor(free / (shown.length - place)) - 1;
		const said = voiceText(voice, claim, room, options, context);
		// What is not shown is not cited either: marks are given when it is known to fit.
		const line = said(UNCITED).length + 1 <= free ? said(options.mark) : place === 0 ? clip(said(options.mark), free) : undefined;
		if (line === undefined) break;
		lines.push(line);
		size += line.length + 1;
	}
	const left = ordered.slice(lines.length);
	if (left.length > 0)
		lines.push(speaker.say('factcheck.more', { count: left.length, noted: left.filter(({ account }) => account.note).length }));
	return {
		inline: true,
		name: clip(speaker.say(side === 'agree' ? 'factcheck.agree' : 'factcheck.differ', { count: list.length }), EMBED_FIELD_NAME_MAX),
		value: clip(lines.join('\n'), EMBED_FIELD_VALUE_MAX),
	};
}

/** What the entry itself states in the place of voices: no source is given for it. */
function ownField({ agrees, date, oldStyle }: OwnStatement, entry: Topic, { library, speaker }: Context): APIEmbedField {
	const said =
		date === undefined
			? speaker.say('factcheck.entry-states', {
					said: clip([plain(entry.summary), ...factsOf(entry, library.dataset, speaker)].join('\n'), STATED_MAX),
				})
			: speaker.say('factcheck.entry-date', { date: plain(formatValue({ date, oldStyle }, speaker)) });
	return {
		inline: true,
		name: speaker.say(agrees ? 'factcheck.entry-agrees' : 'factcheck.entry-differs'),
		value: clip(said, EMBED_FIELD_VALUE_MAX),
	};
}

/** Room for the line that counts the others. */
const MORE_LENGTH = 70;
/** Takes the room of a mark while it is not known whether what it marks is shown. */
const UNCITED: Mark = () => 88;

/**
 * Who speaks, what they say, and where they stand: the number or date first, where the claim is about one; else what the account says, as
 * far as `room` lets it, but never less than `SAYS_SHOWN_MIN`. Then what the editors note on it, and what the voice gives besides.
 */
function voiceText(
	{ account, also = [] }: Voice,
	{ entry: id, kind }: CheckedClaim,
	room: number,
	{ asides, beside }: ClaimOptions,
	{ library, speaker }: Context,
): (mark: Mark) => string {
	const { note, value } = account;
	const { name, source, standing } = voiceOf(account, library.dataset, speaker);
	const common = {
		name: plain(name),
		standing: plain(standing),
		standpoint: plain(clip(source.standpoint, STANDPOINT_SHOWN_MAX)),
	};
	const most = (list: readonly number[]) => list[Math.min(beside, list.length - 1)]!;
	const noteLines = (mark: Mark) =>
		note
			? [
					speaker.say('factcheck.note', {
						mark: mark(library.dataset.source(note.source), note.at),
						says: plain(clip(note.says, most(NOTE_SHOWN_MAX))),
					}),
				]
			: [];
	const isAsked = kind === 'number' ? isQuantity(value) : kind === 'date' && value !== undefined && !isQuantity(value);
	const said = (mark: Mark): string => {
		const words = { ...common, mark: mark(source, account.at) };
		const remarks = noteLines(mark);
		if (!value || !isAsked) {
			const taken = [speaker.say('factcheck.voice', { ...words, said: '' }), ...remarks].join('\n').length;
			const max = Math.min(most(SAYS_SHOWN_MAX), Math.max(SAYS_SHOWN_MIN, room - taken));
			return [speaker.say('factcheck.voice', { ...words, said: plain(clip(account.says, max)) }), ...remarks].join('\n');
		}
		const given = { ...words, said: plain(formatValue(value, speaker)) };
		const line =
			account.counts && isQuantity(value)
				? speaker.say('factcheck.voice-counting', { ...given, counts: plain(clip(account.counts, COUNTS_SHOWN_MAX)) })
				: speaker.say('factcheck.voice-value', given);
		return [line, ...remarks].join('\n');
	};
	const saidWithOthers = (mark: Mark) => [said(mark), alsoLine(also, id, mark, { library, speaker })].join('\n');
	return asides && also.length > 0 && saidWithOthers(UNCITED).length <= room ? saidWithOthers : said;
}

/** What a voice gives besides: other numbers, or other positions that it holds. */
function alsoLine(also: readonly Voice[], id: string, mark: Mark, { library, speaker }: Pick<Context, 'library' | 'speaker'>): string {
	const entry = library.dataset.get(id);
	const shown = also.slice(0, ALSO_SHOWN_MAX).flatMap(({ account, position }) => {
		const label = entry?.kind === 'question' ? entry.positions.find((one) => one.id === position)?.label : undefined;
		const given = { mark: mark(library.dataset.source(account.source), account.at) };
		if (label) return [speaker.say('factcheck.also-position', { ...given, position: plain(nameOf(label, speaker)) })];
		return account.value ? [speaker.say('factcheck.also-value', { ...given, said: plain(formatValue(account.value, speaker)) })] : [];
	});
	return speaker.say('factcheck.also', { also: speaker.list(shown), more: also.length - shown.length });
}

const COUNTS_SHOWN_MAX = 90;
/** Most standpoints are shorter. */
const STANDPOINT_SHOWN_MAX = 120;
