/** A claim that was found, with who agrees and who differs. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Choice } from './choose.ts';
import { countsDead } from './counted.ts';
import { datePlacementOf } from './date-placement.ts';
import { spanOfDate } from './dates.ts';
import type { Found, Rated } from './decide.ts';
import { likeliestOf, type Weighing } from './outcomes.ts';
import type { Reading } from './reading.ts';
import { type CheckedClaim, CLAIM_TEXT_MAX, type DatePlacement } from './report.ts';
import { datedSides } from './sense.ts';
import { type Sides, sidesOfDate, verdictOf } from './sides.ts';

/** The words of a message as a report quotes them. */
export const shortened = (text: string) =>
	text.length > CLAIM_TEXT_MAX ? `${text.slice(0, CLAIM_TEXT_MAX - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** What is claimed, of all that may be, and who agrees with it. `quote`: the claim as the message has it. */
export function checkedClaim(found: Found, quote: string, weighing: Weighing, dataset: Dataset): CheckedClaim {
	const { reading } = found;
	const rated = mayBe(found);
	const likeliest = likeliestOf(rated, reading, weighing, dataset);
	const { candidate, kind } = likeliest.choice;
	const { entry } = candidate;
	const sides = likeliest.sides();
	const dated = datedAmong(likeliest.choice, sides, reading);
	const { odds } = rated.find(({ choice }) => choice === likeliest.choice)!;
	return {
		...sides,
		...(dated ? { dated } : {}),
		entry: entry.id,
		kind: kind === 'number' ? 'number' : kind === 'date' ? 'date' : kind === 'position' ? 'position' : kind === 'fact' ? 'date' : 'fact',
		strength: Math.round(100 / (1 + Math.exp(-odds))) / 100,
		text: shortened(quote),
		verdict: verdictOf(sides),
	};
}

/** Where the date of a claim falls among those of its voices, where it is by the date that they agree or differ. */
function datedAmong(choice: Choice, sides: Sides, reading: Reading): DatePlacement | undefined {
	const { candidate, fact, kind } = choice;
	const { entry } = candidate;
	if (kind === 'date' && entry.kind === 'question') return datePlacementOf(sides, reading.dates, { entry });
	const byDate = kind === 'fact' ? datedSides(entry, choice, reading) : undefined;
	if (!fact || !byDate || verdictOf(byDate) !== verdictOf(sides)) return undefined;
	return datePlacementOf(byDate, reading.dates, { entry, fact });
}

/** The entries of which a clause may speak: a disputed date of an event is one of the question of when it was. */
export function mayBe({ asking, choice, evidence, odds, reading, rivals }: Found): Rated[] {
	const dated = disputedDate(choice, asking, reading);
	// How many died is a matter of numbers, whatever else is told of those who did.
	const counting = countsDead(reading) ? [{ choice, evidence, odds }, ...rivals].filter((one) => one.choice.kind === 'number') : [];
	if (counting.length > 0) return counting;
	if (!dated) return [{ choice, evidence, odds }, ...rivals];
	return [{ ...dated, odds }, ...rivals.filter((one) => one.choice.candidate !== dated.choice.candidate)];
}

/**
 * Whoever gives one of several disputed dates of an event takes a side in the question of when it was, whether or not they know of it: the
 * date is set beside the others there.
 */
function disputedDate({ candidate: { entry }, fact }: Choice, asking: readonly Rated[], { dates, stance }: Reading): Rated | undefined {
	const stated = fact && spanOfDate(fact.stated.date, fact.part);
	if (!stated) return undefined;
	return asking.find(({ choice }) => {
		const asked = choice.candidate.entry;
		if (asked.kind !== 'question' || asked.type !== 'when' || !asked.related?.includes(entry.id)) return false;
		// A question that nobody answers with the day of the event is about something else that happened to it.
		if (!sidesOfDate(asked, [{ from: stated[0], to: stated[1] }], false)?.agree.length) return false;
		const sides = sidesOfDate(asked, dates, stance.sign < 0);
		return sides !== undefined && verdictOf(sides) === 'Contested';
	});
}
