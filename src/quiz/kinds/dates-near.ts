/** Dates that look like another: written to the same precision, not far from it. */
import { parseEdtf } from '../../dataset/edtf.ts';
import { type Dice, shuffle, shuffleNearFirst } from '../dice.ts';
import { dateOf, type Knowledge } from '../knowledge.ts';
import { closedSpan } from '../said.ts';

const shapeOf = (edtf: string) => edtf.replace(/\d/g, '0');
const FIRST_YEAR = 1600;
/** Of the dates of other entries, so many of the nearest are drawn from first. */
const NEAREST = 10;
const SHIFTS = [1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 7, -7, 9, -9, 12, -12];

const pools = new WeakMap<Knowledge, Map<string, { readonly date: string; readonly year: number }[]>>();

function poolOf(knowledge: Knowledge): Map<string, { readonly date: string; readonly year: number }[]> {
	let pool = pools.get(knowledge);
	if (!pool) {
		const dates = new Set<string>();
		for (const entry of knowledge.topics) {
			const date = dateOf(entry)?.date;
			if (date && closedSpan(date)) dates.add(date);
		}
		pool = Map.groupBy(
			[...dates].map((date) => ({ date, year: Math.floor(closedSpan(date)![0] / 10_000) })),
			({ date }) => shapeOf(date),
		);
		pools.set(knowledge, pool);
	}
	return pool;
}

const pad = (value: number) => String(value).padStart(2, '0');

/** Moves every year, month and day of an expression; `undefined` when no such day exists. */
function moved(edtf: string, by: { readonly days?: number; readonly months?: number; readonly years?: number }): string | undefined {
	const text = edtf.replace(/(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/g, (_, year: string, month?: string, day?: string) => {
		const parts = [String(Number(year) + (by.years ?? 0)).padStart(4, '0')];
		if (month) parts.push(Number(month) > 12 ? month : pad(((((Number(month) - 1 + (by.months ?? 0)) % 12) + 12) % 12) + 1));
		if (day) parts.push(pad(Number(day) + (by.days ?? 0)));
		return parts.join('-');
	});
	return parseEdtf(text) ? text : undefined;
}

/**
 * Candidates for wrong choices, plausible first. `sameYear` keeps the year, where the words of the question give it away;
 * there are none then for a date that is only a year.
 */
export function* datesNear(
	edtf: string,
	knowledge: Knowledge,
	dice: Dice,
	{ lastYear, sameYear = false }: { readonly lastYear: number; readonly sameYear?: boolean },
): Generator<string> {
	const span = closedSpan(edtf)!;
	const year = Math.floor(span[0] / 10_000);
	const fits = (date: string) => {
		const found = closedSpan(date)!;
		return date !== edtf && Math.floor(found[0] / 10_000) >= FIRST_YEAR && Math.floor(found[1] / 10_000) <= lastYear;
	};
	if (sameYear) {
		if (!/\d{4}-\d{2}/.test(edtf)) return;
		const days = /\d{4}-\d{2}-\d{2}/.test(edtf);
		for (const months of shuffle([1, -1, 2, -2, 3, -3, 4, 5, 6], dice)) {
			const date = moved(edtf, { days: days ? Math.floor(dice() * 9) - 4 : 0, months });
			if (date && fits(date) && closedSpan(date)![0] <= closedSpan(date)![1]) yield date;
		}
		return;
	}
	const others = (poolOf(knowledge).get(shapeOf(edtf)) ?? [])
		.filter(({ date }) => fits(date))
		.sort((a, b) => Math.abs(a.year - year) - Math.abs(b.year - year));
	const real = shuffleNearFirst(others.slice(0, NEAREST * 2), NEAREST, dice).map(({ date }) => date);
	const made = shuffle(SHIFTS, dice)
		.flatMap((years) => moved(edtf, { days: Math.floor(dice() * 7) - 3, years }) ?? [])
		.filter(fits);
	// One of another event, one beside the truth, in turn.
	for (let index = 0; index < Math.max(real.length, made.length); index++) {
		if (real[index] && Math.abs(Math.floor(closedSpan(real[index]!)![0] / 10_000) - year) <= 30) yield real[index]!;
		if (made[index]) yield made[index]!;
	}
}
