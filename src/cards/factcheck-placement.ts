/** Where the number or the date of a claim falls among those of the sources, in words. */
import type { Context } from '../answer.ts';
import type { CheckedClaim, DateGiven, DatePlacement, Placement, Voice } from '../factcheck/report.ts';
import { formatDate } from './dates.ts';
import { scaleOf } from './factcheck-scale.ts';
import { plain } from './markdown.ts';
import { nameOf } from './names.ts';
import { voiceOf } from './voices.ts';

const NAMES_SHOWN_MAX = 3;

/** No line for a claim that gives neither, or where the sources give none. */
export function placementLines(claim: CheckedClaim, context: Context): string[] {
	const { dated, placement } = claim;
	return [...(placement ? numberLines(placement, context) : []), ...(dated ? dateLines(claim, dated, context) : [])];
}

function numberLines(placement: Placement, context: Context): string[] {
	const { speaker } = context;
	const { agrees = 'none', claimed, equals, estimates, high, low, where } = placement;
	const number = (value: number) =>
		claimed.percent ? speaker.say('factcheck.percent', { number: speaker.number(value) }) : speaker.number(value);
	const isRange = claimed.low < claimed.high;
	const words = { agrees, high: number(high), low: number(low), what: isRange ? 'range' : 'number' };
	const given = isRange ? speaker.say('quantity.range', { high: number(claimed.high), low: number(claimed.low) }) : number(claimed.low);
	const lines: string[] = [];
	if (low === high) {
		if (where === 'above') lines.push(speaker.say('factcheck.one.above', words));
		else if (where === 'below') lines.push(speaker.say('factcheck.one.below', words));
		else if (where === 'around') lines.push(speaker.say('factcheck.one.around', words));
		else lines.push(speaker.say('factcheck.one.same', { ...words, estimates: estimates.length }));
	} else {
		const line = scaleOf(placement);
		if (where === 'above') lines.push(speaker.say('factcheck.scale.above', { ...words, claimed: given, line }));
		else if (where === 'below') lines.push(speaker.say('factcheck.scale.below', { ...words, claimed: given, line }));
		else if (where === 'begins-below')
			lines.push(speaker.say('factcheck.scale.begins-below', { ...words, claimed: number(claimed.low), line }));
		else if (where === 'ends-above')
			lines.push(speaker.say('factcheck.scale.ends-above', { ...words, claimed: number(claimed.high), line }));
		else if (where === 'around') lines.push(speaker.say('factcheck.scale.around', words));
		else lines.push(speaker.say('factcheck.scale.inside', { ...words, line }));
	}
	if (equals.length > 0) lines.push(speaker.say('factcheck.placement.equal', { names: namesOf(equals, context), what: words.what }));
	return lines;
}

/** Whose date it is; where it is nobody's, between whose it falls. */
function dateLines(
	{ entry }: CheckedClaim,
	{ around, earlier, equals, isDay, later, overlaps, within }: DatePlacement,
	context: Context,
): string[] {
	const { speaker } = context;
	// The entry's own date stands alone: it is given where no voice gives it.
	const names = (list: readonly DateGiven[]) => {
		const voices = list.flatMap(({ voice }) => voice ?? []);
		return voices.length > 0 ? namesOf(voices, context) : speaker.say('factcheck.date.entry');
	};
	const lines = [
		...(equals.length > 0 ? [speaker.say('factcheck.date.equal', { names: names(equals), what: isDay ? 'day' : 'date' })] : []),
		...(within.length > 0 ? [speaker.say('factcheck.date.within', { count: within.length, names: names(within) })] : []),
		...(around.length > 0 ? [speaker.say('factcheck.date.around', { count: around.length, names: names(around) })] : []),
		...(overlaps.length > 0 ? [speaker.say('factcheck.date.overlaps', { count: overlaps.length, names: names(overlaps) })] : []),
	];
	// A date that is less exact says nothing of those that are more so.
	if (equals.length + within.length > 0) return lines;
	const date = ([one]: readonly DateGiven[]) => plain(one ? givenDate(one, entry, context) : '');
	const among = overlaps.length > 0 ? 'others' : around.length > 0 ? 'exact' : 'all';
	if (earlier.length > 0 && later.length > 0)
		lines.push(
			speaker.say('factcheck.date.between', {
				among,
				earlier: date(earlier),
				earlierNames: names(earlier),
				later: date(later),
				laterNames: names(later),
			}),
		);
	else if (later.length > 0) lines.push(speaker.say('factcheck.date.before', { among, date: date(later), names: names(later) }));
	else if (earlier.length > 0) lines.push(speaker.say('factcheck.date.after', { among, date: date(earlier), names: names(earlier) }));
	return lines;
}

/** A date that is given, in words: where the account gives none, those of its position. */
function givenDate({ date, voice }: DateGiven, id: string, { library, speaker }: Context): string {
	if (date !== undefined) return formatDate(date, speaker);
	const entry = library.dataset.get(id);
	const label = entry?.kind === 'question' ? entry.positions.find((one) => one.id === voice?.position)?.label : undefined;
	return label ? nameOf(label, speaker) : '';
}

function namesOf(voices: readonly Voice[], { library, speaker }: Context): string {
	const names = [...new Set(voices.map(({ account }) => voiceOf(account, library.dataset, speaker).name))];
	return speaker.say('factcheck.names', {
		more: Math.max(0, names.length - NAMES_SHOWN_MAX),
		names: plain(speaker.list(names.slice(0, NAMES_SHOWN_MAX))),
	});
}
