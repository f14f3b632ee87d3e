/** What somebody has to review: what comes next, what is left of the day, and what the coming days hold. */
import { dayAfter, dayOf, startOfNextDay } from './days.ts';
import type { ReviewCard } from './review.ts';

/** A card learned minutes ago is shown this long before its time when nothing else is left. */
export const LEARN_AHEAD_MS = 20 * 60_000;
/** New cards in a day, unless somebody wants more or fewer. */
export const NEW_PER_DAY = 10;

const NEW = 0;
const REVIEW = 2;

/** Cards to review by the end of the person's day, the longest overdue first. A card learned minutes ago waits for its minute. */
export function dueToday(cards: readonly ReviewCard[], now: number, timeZone: string): ReviewCard[] {
	const today = dayOf(now, timeZone);
	const isDue = ({ due, state }: ReviewCard) => due <= now || (state === REVIEW && dayOf(due, timeZone) <= today);
	return cards.filter(isDue).sort((a, b) => a.due - b.due || (a.question < b.question ? -1 : 1));
}

export interface Session {
	/** Cards that were begun and are due today. */
	readonly due: number;
	/** New cards that may still be begun today. */
	readonly fresh: number;
	/** Cards learned minutes ago that come again today. */
	readonly later: number;
	/** What to ask now; absent when the day is done. */
	readonly next?: ReviewCard;
	/** When there will be something again; absent when nothing is scheduled. */
	readonly nextAt?: number;
	/** New cards for other days. */
	readonly waiting: number;
}

/** `newLeft`: how many new cards may still be begun today. Cards in the order in which they were added. */
export function sessionOf(cards: readonly ReviewCard[], now: number, timeZone: string, newLeft: number): Session {
	const begun = cards.filter(({ state }) => state !== NEW);
	const fresh = cards.filter(({ state }) => state === NEW);
	const due = dueToday(begun, now, timeZone);
	const dueNow = new Set(due);
	const waiting = begun.filter((card) => !dueNow.has(card)).sort((a, b) => a.due - b.due);
	const tomorrow = startOfNextDay(now, timeZone);
	const later = waiting.filter((card) => card.due < tomorrow);
	const mayBegin = Math.max(0, Math.min(fresh.length, newLeft));
	const ahead = later.find((card) => card.due <= now + LEARN_AHEAD_MS);
	// What was learned minutes ago is about to be forgotten; what is due for days can wait a moment longer.
	const next = due.find(({ state }) => state !== REVIEW) ?? due[0] ?? (mayBegin > 0 ? fresh[0] : undefined) ?? ahead;
	const times = [...waiting.slice(0, 1).map((card) => card.due), ...(fresh.length > mayBegin ? [tomorrow] : [])];
	return {
		due: due.length,
		fresh: mayBegin,
		later: later.length,
		...(next ? { next } : {}),
		...(times.length > 0 ? { nextAt: Math.min(...times) } : {}),
		waiting: fresh.length - mayBegin,
	};
}

export const FORECAST_DAYS = 14;

/** How many cards fall due on each of the coming days, today first and with what is overdue. */
export function forecastOf(
	cards: readonly ReviewCard[],
	now: number,
	timeZone: string,
	count = FORECAST_DAYS,
): { readonly day: string; readonly due: number }[] {
	const today = dayOf(now, timeZone);
	const byDay = new Map<string, number>();
	for (const { due } of cards) {
		const day = dayOf(Math.max(due, now), timeZone);
		byDay.set(day, (byDay.get(day) ?? 0) + 1);
	}
	return Array.from({ length: count }, (_, index) => {
		const day = dayAfter(today, index);
		return { day, due: byDay.get(day) ?? 0 };
	});
}
