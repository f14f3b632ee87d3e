/** One claim of a message as fields: what was claimed and of which entry, then the two sides in two columns. */
import type { APIEmbedField } from 'discord-api-types/v10';
import type { Context } from '../answer.ts';
import type { SourceEntry } from '../dataset/schema.ts';
import { isQuantity } from '../dataset/walk.ts';
import type { CheckedClaim, Placement, Voice } from '../factcheck/report.ts';
import type { MessageKey, Speaker } from '../messages/index.ts';
import { kindLine } from './facts.ts';
import { BLANK, clip, EMBED_FIELD_NAME_MAX, EMBED_FIELD_VALUE_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';
import { formatValue } from './quantities.ts';
import { bySourceAge, voiceOf } from './voices.ts';

/** The number under which a place in a source is cited. */
export type Mark = (source: SourceEntry, at: string) => number;

const QUOTE_MAX = 180;
const SAYS_SHOWN_MAX = 150;
const NAMES_SHOWN_MAX = 3;
const SILENT_SHOWN_MAX = 4;

const COUNT_KEYS: Record<CheckedClaim['verdict'], MessageKey> = {
	Contested: 'factcheck.contested',
	Contradicted: 'factcheck.contradicted',
	'Not covered': 'factcheck.not-covered',
	Supported: 'factcheck.supported',
};

/** The verdicts in their one word. */
export const VERDICT_KEYS: Record<CheckedClaim['verdict'], MessageKey> = {
	Contested: 'verdict.contested',
	Contradicted: 'verdict.contradicted',
	'Not covered': 'verdict.not-covered',
	Supported: 'verdict.supported',
};

/** The fields of a claim, with up to `voices` voices of either side in words. */
export function claimFields(claim: CheckedClaim, mark: Mark, voices: number, context: Context): APIEmbedField[] {
	const { library, speaker } = context;
	const entry = library.dataset.get(claim.entry);
	if (!entry) return [];
	const lines = [
		speaker.say('factcheck.entry', { kind: kindLine(entry, speaker), name: plain(nameOf(entry.name, speaker)) }),
		...positionLine(claim, context),
		speaker.say(COUNT_KEYS[claim.verdict], { agree: claim.agree.length, differ: claim.differ.length, sources: sourcesOf(claim) }),
		...placementLine(claim.placement, context),
		...silentLine(claim, context),
	];
	const heading: APIEmbedField = {
		inline: false,
		name: clip(speaker.say('factcheck.claim', { text: quoted(claim.text, QUOTE_MAX) || BLANK }), EMBED_FIELD_NAME_MAX),
		value: clip(lines.join('\n'), EMBED_FIELD_VALUE_MAX),
	};
	const sides = (['agree', 'differ'] as const).flatMap((side) =>
		claim[side].length > 0 ? [sideField(side, claim[side], mark, voices, context)] : [],
	);
	return [heading, ...sides];
}

const sourcesOf = ({ agree, differ }: CheckedClaim) => new Set([...agree, ...differ].map(({ account }) => account.source)).size;

/** Which answer the claim gives to a question, or denies. */
function positionLine({ entry: id, position }: CheckedClaim, { library, speaker }: Context): string[] {
	const entry = library.dataset.get(id);
	if (!position || entry?.kind !== 'question') return [];
	const label = entry.positions.find((one) => one.id === position.id)?.label;
	return label ? [speaker.say(position.denied ? 'factcheck.denies' : 'factcheck.takes', { position: plain(nameOf(label, speaker)) })] : [];
}

function placementLine(placement: Placement | undefined, context: Context): string[] {
	if (!placement) return [];
	const { speaker } = context;
	const { equals, high, low, where } = placement;
	const lines = [speaker.say(`factcheck.placement.${where}` as MessageKey, { high: speaker.number(high), low: speaker.number(low) })];
	const names = [...new Set(equals.map((voice) => voiceOf(voice.account, context.library.dataset, speaker).name))];
	if (names.length > 0)
		lines.push(
			speaker.say('factcheck.placement.equal', {
				more: Math.max(0, names.length - NAMES_SHOWN_MAX),
				names: plain(speaker.list(names.slice(0, NAMES_SHOWN_MAX))),
			}),
		);
	return lines;
}

function silentLine({ silent }: CheckedClaim, { library, speaker }: Context): string[] {
	if (silent.length === 0) return [];
	const names = silent.slice(0, SILENT_SHOWN_MAX).map((id) => plain(nameOf(library.dataset.source(id).name, speaker)));
	return [speaker.say('factcheck.silent', { more: Math.max(0, silent.length - SILENT_SHOWN_MAX), sources: speaker.list(names) })];
}

/** One side, the oldest source first; what does not fit is counted. */
function sideField(side: 'agree' | 'differ', list: readonly Voice[], mark: Mark, shown: number, context: Context): APIEmbedField {
	const { library, speaker } = context;
	const ordered = [...list].sort((a, b) => bySourceAge(library.dataset.source(a.account.source), library.dataset.source(b.account.source)));
	const lines: string[] = [];
	let left = list.length;
	let size = 0;
	for (const voice of ordered.slice(0, shown)) {
		const line = clip(voiceLine(voice, mark, context), EMBED_FIELD_VALUE_MAX - MORE_LENGTH);
		if (size + line.length + 1 > EMBED_FIELD_VALUE_MAX - MORE_LENGTH) break;
		lines.push(line);
		size += line.length + 1;
		left--;
	}
	if (left > 0) lines.push(speaker.say('factcheck.more', { count: left }));
	return {
		inline: true,
		name: clip(speaker.say(side === 'agree' ? 'factcheck.agree' : 'factcheck.differ', { count: list.length }), EMBED_FIELD_NAME_MAX),
		value: clip(lines.join('\n'), EMBED_FIELD_VALUE_MAX),
	};
}

/** Room for the line that counts the others. */
const MORE_LENGTH = 40;

function voiceLine({ account }: Voice, mark: Mark, { library, speaker }: Context): string {
	const { name, source, standing } = voiceOf(account, library.dataset, speaker);
	const said = sayingOf(account, speaker);
	return speaker.say('factcheck.voice', { mark: mark(source, account.at), name: plain(name), said, standing: plain(standing) });
}

/** The number or date that the voice gives; its words where it gives none. */
function sayingOf(account: Voice['account'], speaker: Speaker): string {
	if (account.value === undefined) return plain(clip(account.says, SAYS_SHOWN_MAX));
	const value = plain(formatValue(account.value, speaker));
	if (!account.counts || !isQuantity(account.value)) return value;
	return speaker.say('factcheck.counting', { counts: plain(account.counts), value });
}
