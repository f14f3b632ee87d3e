/** A person's calendar days, in their own time zone. */
const DAY = 86_400_000;
/** Every time zone differs from UTC by whole quarters of an hour, so days begin at one. */
const QUARTER = 900_000;
/** A day with a clock put back by an hour, and some. */
const LONGEST_DAY = 26 * 3_600_000;

/** A person's calendar day, `2026-11-23`, in an IANA time zone; days change at their midnight. */
export function dayOf(time: number, timeZone: string): string {
	let format = days.get(timeZone);
	if (!format)
		days.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { day: '2-digit', month: '2-digit', timeZone, year: 'numeric' })));
	return format.format(time);
}
const days = new Map<string, Intl.DateTimeFormat>();

/** The calendar day so many days later; calendar days have no clock that could be put forward. */
export const dayAfter = (day: string, count: number): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

/** When the person's day began, in milliseconds since 1970. */
export function startOfDay(now: number, timeZone: string): number {
	const today = dayOf(now, timeZone);
	return firstQuarter(now - LONGEST_DAY, now, (time) => dayOf(time, timeZone) >= today);
}

/** When the person's next day begins. */
export function startOfNextDay(now: number, timeZone: string): number {
	const today = dayOf(now, timeZone);
	return firstQuarter(now, now + LONGEST_DAY, (time) => dayOf(time, timeZone) > today);
}

/** The first quarter of an hour for which it holds, where it holds for all that follow. */
function firstQuarter(from: number, to: number, holds: (time: number) => boolean): number {
	let low = Math.floor(from / QUARTER);
	let high = Math.ceil(to / QUARTER);
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (holds(middle * QUARTER)) high = middle;
		else low = middle;
	}
	return high * QUARTER;
}

/** Whether the runtime knows this IANA time zone. */
export function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

/** Days in a row with a review, up to today, or to yesterday while today has none yet. */
export function streakOf(reviewTimes: readonly number[], now: number, timeZone: string): number {
	const reviewedOn = new Set(reviewTimes.map((time) => dayOf(time, timeZone)));
	const today = dayOf(now, timeZone);
	let day = reviewedOn.has(today) ? today : dayAfter(today, -1);
	let streak = 0;
	while (reviewedOn.has(day)) {
		streak++;
		day = dayAfter(day, -1);
	}
	return streak;
}
