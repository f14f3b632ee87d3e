/** Where the date of a claim falls among those that its voices give. */
import type { Topic } from '../dataset/schema.ts';
import type { FoundDate } from '../search/dates.ts';
import { isSameDate, type Span, spanOfDate, spansIn, spansOfDate } from './dates.ts';
import type { DatedFact } from './facts.ts';
import type { DateGiven, DatePlacement, Voice } from './report.ts';
import type { Sides } from './sides.ts';

/** A date that is given, with the days that it may mean: in the old calendar as well. */
interface Given extends DateGiven {
	readonly spans: readonly [Span, ...Span[]];
}

export interface Dated {
	readonly entry: Topic;
	/** What of the entry is dated, where it is no question. */
	readonly fact?: DatedFact;
}

/** `undefined` where no date is given, or where the claim gives several and none of them is the one that is meant. */
export function datePlacementOf(
	{ agree, differ, own }: Pick<Sides, 'agree' | 'differ' | 'own'>,
	dates: readonly Pick<FoundDate, 'from' | 'to'>[],
	dated: Dated,
): DatePlacement | undefined {
	const voices = [...agree, ...differ].flatMap((voice) => [voice, ...(voice.also ?? [])]);
	const given = [...voices, ...alsoStating(voices, dated)].flatMap((voice) => givenBy(voice, dated));
	if (own?.date !== undefined || given.length === 0) given.push(...statedIn(dated));
	const year = given[0] && Math.floor(given[0].spans[0][0] / 10_000);
	if (year === undefined) return undefined;
	const spans = dates.map(({ from, to }): Span => (from < 10_000 ? [year * 10_000 + from, year * 10_000 + to] : [from, to]));
	const isMeant = (span: Span) => given.some((one) => one.spans.some((other) => isSameDate({ from: span[0], to: span[1] }, other)));
	const claimed = spans.find(isMeant) ?? (spans.length === 1 ? spans[0] : undefined);
	return claimed && placed(claimed, given);
}

function placed([from, to]: Span, given: readonly Given[]): DatePlacement {
	const found: Record<'around' | 'earlier' | 'equals' | 'later' | 'overlaps' | 'within', Given[]> = {
		around: [],
		earlier: [],
		equals: [],
		later: [],
		overlaps: [],
		within: [],
	};
	for (const one of given) {
		const isSome = (wanted: (span: Span) => boolean) => one.spans.some(wanted);
		if (isSome(([first, last]) => first === from && last === to)) found.equals.push(one);
		else if (isSome(([first, last]) => first >= from && last <= to)) found.within.push(one);
		else if (isSome(([first, last]) => first <= from && last >= to)) found.around.push(one);
		else if (one.spans[0][1] < from) found.earlier.push(one);
		else if (one.spans[0][0] > to) found.later.push(one);
		else found.overlaps.push(one);
	}
	const { around, equals, overlaps, within } = found;
	const last = Math.max(...found.earlier.map(({ spans }) => spans[0][1]));
	const first = Math.min(...found.later.map(({ spans }) => spans[0][0]));
	const bare = (list: readonly Given[]) => list.map(({ spans: _, ...one }): DateGiven => one);
	return {
		around: bare(around),
		earlier: bare(found.earlier.filter(({ spans }) => spans[0][1] === last)),
		equals: bare(equals),
		isDay: from === to,
		later: bare(found.later.filter(({ spans }) => spans[0][0] === first)),
		overlaps: bare(overlaps),
		within: bare(within),
	};
}

/** Other accounts that give what the entry states: a voice stands for its first account, and may give the other end of an interval in another. */
function alsoStating(voices: readonly Voice[], { entry, fact }: Dated): Voice[] {
	if (fact?.part !== 'whole' || !('accounts' in entry)) return [];
	const stated = spansOfDate(fact.stated.date);
	return (entry.accounts ?? [])
		.filter(
			({ value }) =>
				value && 'date' in value && spansOfDate(value.date).some(([from, to]) => stated.some((span) => isSameDate({ from, to }, span))),
		)
		.filter((account) => !voices.some((voice) => voice.account === account))
		.map((account) => ({ account }));
}

/** The date of a voice: that of its account, else the one that its position writes out. */
function givenBy(voice: Voice, { entry, fact }: Dated): Given[] {
	const { value } = voice.account;
	if (value && 'date' in value) {
		const spans = spansOf([value.date, value.oldStyle], fact);
		return spans ? [{ date: value.date, spans, voice }] : [];
	}
	if (entry.kind !== 'question') return [];
	const label = entry.positions.find(({ id }) => id === voice.position)?.label.en ?? '';
	const [span] = spansIn(label).filter(({ from }) => from >= 10_000);
	return span ? [{ spans: [[span.from, span.to]], voice }] : [];
}

/** The date that an entry states itself: it stands where no voice gives it. */
function statedIn({ fact }: Dated): Given[] {
	const spans = fact && spansOf([fact.stated.date, fact.stated.oldStyle], fact);
	return fact && spans ? [{ date: fact.stated.date, spans }] : [];
}

function spansOf(dates: readonly (string | undefined)[], fact: DatedFact | undefined): Given['spans'] | undefined {
	const [first, ...others] = dates
		.map((date) => (date === undefined ? undefined : spanOfDate(date, fact?.part)))
		.filter((span) => span !== undefined);
	return first && [first, ...others];
}
