import fc from 'fast-check';
import { createEmptyCard, fsrs, type Grade, Rating, State } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { dayOf, startOfDay, startOfNextDay, streakOf } from '../../src/quiz/days.ts';
import { type Recall, type ReviewCard, recallOf, reviewed } from '../../src/quiz/review.ts';
import { dueToday, forecastOf, sessionOf } from '../../src/quiz/session.ts';
import { newCard } from './new-card.ts';

const NOW = Date.UTC(2022, 10, 29, 12, 30);
const DAY = 86_400_000;
const GRADES: Record<Recall, Grade> = { again: Rating.Again, easy: Rating.Easy, good: Rating.Good, hard: Rating.Hard };
const recalls = fc.constantFrom<Recall>('again', 'hard', 'good', 'easy');

describe('the schedule', () => {
	it('is that of the scheduler itself, for any answers at any time', () => {
		const reference = fsrs({ enable_fuzz: false });
		fc.assert(
			fc.property(fc.array(fc.tuple(recalls, fc.integer({ max: 400 * 24 * 60, min: 0 })), { maxLength: 25, minLength: 1 }), (history) => {
				let now = NOW;
				let card = newCard('a.date.event', now);
				let expected = createEmptyCard(now);
				for (const [recall, minutes] of history) {
					now += minutes * 60_000;
					card = reviewed(JSON.parse(JSON.stringify(card)), recall, now);
					expected = reference.next(expected, now, GRADES[recall]).card;
					expect(card).toMatchObject({
						difficulty: expected.difficulty,
						due: expected.due.getTime(),
						lapses: expected.lapses,
						reps: expected.reps,
						scheduledDays: expected.scheduled_days,
						stability: expected.stability,
						state: expected.state,
					});
				}
			}),
		);
	});

	it('begins as the scheduler says: again, hard and good within minutes, easy after days', () => {
		const first = (recall: Recall) => reviewed(newCard('a', NOW), recall, NOW);
		expect((first('again').due - NOW) / 60_000).toBe(1);
		expect((first('hard').due - NOW) / 60_000).toBe(6);
		expect((first('good').due - NOW) / 60_000).toBe(10);
		expect(first('easy')).toMatchObject({ scheduledDays: 8, state: State.Review });
	});

	it('never goes back in time', () => {
		const card = reviewed(newCard('a', NOW), 'easy', NOW);
		expect(reviewed(card, 'good', NOW - DAY).lastReview).toBe(NOW);
	});
});

it('grades by marks, hints and time', () => {
	expect(recallOf({ marks: 0 }, { took: 1_000 })).toBe('again');
	expect(recallOf({ marks: 0.7 }, { took: 1_000 })).toBe('hard');
	expect(recallOf({ marks: 1 }, { took: 3_000 })).toBe('easy');
	expect(recallOf({ marks: 1 }, { hints: 1, took: 3_000 })).toBe('hard');
	expect(recallOf({ marks: 1 }, { took: 12_000 })).toBe('good');
	expect(recallOf({ marks: 1 }, { took: 60_000 })).toBe('hard');
	expect(recallOf({ marks: 1 }, {})).toBe('good');
});

describe('a person’s days', () => {
	const at = (iso: string) => Date.parse(iso);

	it('change at their own midnight', () => {
		expect(dayOf(at('2026-11-23T15:30:00Z'), 'Asia/Tokyo')).toBe('2026-11-24');
		expect(dayOf(at('2026-11-23T15:30:00Z'), 'America/New_York')).toBe('2026-11-23');
	});

	it('make a streak, which today does not break while it lasts', () => {
		const times = ['2026-11-20', '2026-11-21', '2026-11-22'].map((day) => at(`${day}T10:00:00Z`));
		expect(streakOf(times, at('2026-11-22T23:00:00Z'), 'UTC')).toBe(3);
		expect(streakOf(times, at('2026-11-23T23:00:00Z'), 'UTC')).toBe(3);
		expect(streakOf(times, at('2026-11-24T01:00:00Z'), 'UTC')).toBe(0);
		expect(streakOf([], at('2026-11-24T01:00:00Z'), 'UTC')).toBe(0);
		// A clock put back makes a day of 25 hours, and no gap.
		expect(
			streakOf(
				[at('2026-10-24T12:00:00Z'), at('2026-10-25T12:00:00Z'), at('2026-10-26T12:00:00Z')],
				at('2026-10-26T20:00:00Z'),
				'Europe/Berlin',
			),
		).toBe(3);
	});

	it('tell what is due, the longest overdue first, and what will be', () => {
		const card = (question: string, due: string, state: State = State.Review) => ({ ...newCard(question, 0), due: at(due), state });
		const cards = [
			card('later', '2026-11-23T20:00:00Z'),
			card('old', '2026-11-01T00:00:00Z'),
			card('tomorrow', '2026-11-24T00:30:00Z'),
			card('step', '2026-11-23T12:10:00Z', State.Learning),
		];
		const now = at('2026-11-23T12:00:00Z');
		expect(dueToday(cards, now, 'UTC').map(({ question }) => question)).toEqual(['old', 'later']);
		const forecast = forecastOf(cards, now, 'UTC');
		expect(forecast).toHaveLength(14);
		expect(forecast.slice(0, 3)).toEqual([
			{ day: '2026-11-23', due: 3 },
			{ day: '2026-11-24', due: 1 },
			{ day: '2026-11-25', due: 0 },
		]);
	});
});

describe('a session', () => {
	const MINUTE = 60_000;
	const now = Date.UTC(2026, 10, 23, 12);
	const card = (question: string, state: State, due: number): ReviewCard => ({ ...newCard(question, now - DAY), due, reps: state, state });
	const fresh = ['n1', 'n2', 'n3'].map((question) => newCard(question, now - DAY));
	const next = (cards: readonly ReviewCard[], newLeft = 10) => sessionOf(cards, now, 'UTC', newLeft).next?.question;

	it('asks what was learned minutes ago, then what is due, then what is new, then what comes back in minutes', () => {
		const step = card('step', State.Learning, now - MINUTE);
		const due = card('due', State.Review, now - 3 * DAY);
		const soon = card('soon', State.Relearning, now + 10 * MINUTE);
		expect(next([...fresh, soon, due, step])).toBe('step');
		expect(next([...fresh, soon, due])).toBe('due');
		expect(next([...fresh, soon])).toBe('n1');
		expect(next([soon])).toBe('soon');
		expect(next([card('later', State.Learning, now + 30 * MINUTE)])).toBeUndefined();
		expect(next([])).toBeUndefined();
	});

	it('begins no more new cards than the day has room for', () => {
		expect(sessionOf(fresh, now, 'UTC', 2)).toMatchObject({ fresh: 2, next: fresh[0], waiting: 1 });
		const full = sessionOf(fresh, now, 'Asia/Tokyo', -1);
		expect(full).toEqual({ due: 0, fresh: 0, later: 0, nextAt: Date.UTC(2026, 10, 23, 15), waiting: 3 });
	});

	it('says when there will be something again', () => {
		const tomorrow = card('tomorrow', State.Review, now + DAY);
		expect(sessionOf([tomorrow], now, 'UTC', 0).nextAt).toBe(now + DAY);
		expect(sessionOf([tomorrow, ...fresh], now, 'UTC', 0).nextAt).toBe(Date.UTC(2026, 10, 24));
		expect(sessionOf([], now, 'UTC', 0)).toEqual({ due: 0, fresh: 0, later: 0, waiting: 0 });
	});

	it('ends, whatever is answered, and asks nothing twice that was remembered', () => {
		fc.assert(
			fc.property(fc.array(recalls, { maxLength: 60, minLength: 60 }), fc.integer({ max: 8, min: 0 }), (answers, newLeft) => {
				let cards = fresh;
				let left = newLeft;
				let time = now;
				for (const recall of answers) {
					const asked = sessionOf(cards, time, 'UTC', left).next;
					if (!asked) break;
					if (asked.state === State.New) left--;
					expect(left).toBeGreaterThanOrEqual(0);
					cards = cards.map((it) => (it === asked ? reviewed(it, recall, time) : it));
					time += 20_000;
				}
				// With “good” to everything a session ends, two steps a card.
				let steps = 0;
				for (;;) {
					const asked = sessionOf(cards, time, 'UTC', left).next;
					if (!asked) break;
					if (asked.state === State.New) left--;
					cards = cards.map((it) => (it === asked ? reviewed(it, 'good', time) : it));
					expect(++steps).toBeLessThan(10);
				}
			}),
		);
	});
});

describe('a person’s midnight', () => {
	it.each([
		['2026-11-23T12:00:00Z', 'UTC', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'],
		['2026-11-23T12:00:00Z', 'Asia/Tokyo', '2026-11-22T15:00:00Z', '2026-11-23T15:00:00Z'],
		['2026-11-23T12:00:00Z', 'Asia/Kathmandu', '2026-11-22T18:15:00Z', '2026-11-23T18:15:00Z'],
		// Days of 25 and of 23 hours.
		['2026-10-25T12:00:00Z', 'Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
		['2026-03-29T12:00:00Z', 'Europe/Berlin', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
		['2026-11-23T00:00:00Z', 'UTC', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'],
	])('of %s in %s', (time, zone, start, end) => {
		expect(new Date(startOfDay(Date.parse(time), zone)).toISOString()).toBe(start.replace('Z', '.000Z'));
		expect(new Date(startOfNextDay(Date.parse(time), zone)).toISOString()).toBe(end.replace('Z', '.000Z'));
	});

	it('is the first moment of the day, in every time zone', () => {
		const zones = Intl.supportedValuesOf('timeZone');
		fc.assert(
			fc.property(fc.constantFrom(...zones), fc.integer({ max: Date.UTC(2040, 0), min: Date.UTC(2020, 0) }), (zone, time) => {
				const start = startOfDay(time, zone);
				expect(dayOf(start, zone)).toBe(dayOf(time, zone));
				expect(dayOf(start - 1, zone)).not.toBe(dayOf(time, zone));
				const end = startOfNextDay(time, zone);
				expect(dayOf(end - 1, zone)).toBe(dayOf(time, zone));
				expect(dayOf(end, zone)).not.toBe(dayOf(time, zone));
			}),
		);
	});
});
