/**
 * What the texts that are nearest to a clause come to, entry by entry: the clause may stand in so many words among what is known of one entry,
 * while of another it shares only the names.
 */
import type { QuestionEntry, Topic } from '../dataset/schema.ts';
import { type AssertionIndex, marksAt } from './index.ts';
import type { Candidate, UnitFit } from './match.ts';
import type { Verdict } from './report.ts';
import { isPoint, taken, VERDICTS, wayOfPhrasing } from './sense.ts';
import { sidesOfPosition, verdictOf } from './sides.ts';

/** For each verdict how well the nearest text fits that comes to it; none where no text does. */
export type Nearest = ReadonlyMap<Verdict, number>;

/** How people put what the entry tells. An account tells with every turn of its own, and a number comes to what its estimates say. */
export function nearestOf({ entry, units }: Candidate, index: AssertionIndex): Nearest {
	const nearest = new Map<Verdict, number>();
	if (entry.kind === 'figures') return nearest;
	for (const one of units) {
		const verdict = verdictBy(entry, one, index);
		if (verdict !== undefined && one.fit > (nearest.get(verdict) ?? 0)) nearest.set(verdict, one.fit);
	}
	return nearest;
}

function verdictBy(entry: Topic, { agreement, kind, unit }: UnitFit, { units }: AssertionIndex): Verdict | undefined {
	const marks = marksAt(units, unit);
	const place = units.positions[unit]!;
	if (entry.kind === 'question' && place >= 0 && !marks?.beyond) {
		// How people put a position, and not what is told of it.
		if (kind !== 'claim' && kind !== 'label' && kind !== 'phrasing') return undefined;
		return positionVerdict(entry, place, agreement * (marks?.denies ? -1 : 1) > 0 ? 'says' : 'denies');
	}
	if (!marks || !(marks.beyond || isPoint(marks))) return undefined;
	const way = wayOfPhrasing(marks, agreement);
	return way === 'beyond' ? 'Not covered' : VERDICTS[way];
}

const known = new WeakMap<QuestionEntry, Map<string, Verdict>>();

function positionVerdict(entry: QuestionEntry, place: number, way: 'denies' | 'says'): Verdict {
	const verdicts = known.get(entry) ?? new Map<string, Verdict>();
	known.set(entry, verdicts);
	const key = `${place} ${way}`;
	let verdict = verdicts.get(key);
	if (!verdict) {
		verdict = verdictOf(sidesOfPosition(entry, taken(entry, { place, way })));
		verdicts.set(key, verdict);
	}
	return verdict;
}

/** Of some entries, how well the nearest text of all fits that comes to a verdict, or to another. */
export function bestOf(all: readonly Nearest[], isMeant: (verdict: Verdict) => boolean): number {
	let best = 0;
	for (const nearest of all) for (const [verdict, fit] of nearest) if (fit > best && isMeant(verdict)) best = fit;
	return best;
}
