import fc from 'fast-check';
import { createEmptyCard, default_w, fsrs, type Grade, Rating, State } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import {
	dayOf,
	dueToday,
	exportCards,
	forecastOf,
	newCard,
	type Recall,
	recallOf,
	retrievability,
	reviewed,
	streakOf,
} from '../../src/quiz/review.ts';

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

	// The published case of ts-fsrs and py-fsrs, “review card”: thirteen answers, each on the day it falls due.
	it('gives the intervals of the reference implementations', () => {
		const answers: Recall[] = ['good', 'good', 'good', 'good', 'good', 'good', 'again', 'again', 'good', 'good', 'good', 'good', 'good'];
		let card = newCard('a.date.event', NOW);
		let now = NOW;
		const intervals = answers.map((recall) => {
			card = reviewed(card, recall, now);
			now = card.due;
			return card.scheduledDays;
		});
		expect(default_w).toHaveLength(21);
		expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
	});

	it('begins as the scheduler says: again, hard and good within minutes, easy after days', () => {
		const first = (recall: Recall) => reviewed(newCard('a', NOW), recall, NOW);
		expect((first('again').due - NOW) / 60_000).toBe(1);
		expect((first('hard').due - NOW) / 60_000).toBe(6);
		expect((first('good').due - NOW) / 60_000).toBe(10);
		expect(first('easy')).toMatchObject({ scheduledDays: 8, state: State.Review });
	});

	it('never goes back in time, and forgets with it', () => {
		const card = reviewed(newCard('a', NOW), 'easy', NOW);
		expect(reviewed(card, 'good', NOW - DAY).lastReview).toBe(NOW);
		expect(retrievability(card, NOW + 8 * DAY)).toBeCloseTo(0.9, 1);
		expect(retrievability(card, NOW + 80 * DAY)).toBeLessThan(0.8);
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

describe('the file for Anki', () => {
	it('tells its separator and keeps every text in its field', () => {
		const cards = [
			{ back: 'a "quoted"\nline', front: 'Who, then?', tags: ['two words', 'x'] },
			{ back: '=1+1', front: '#not a comment', tags: [] },
		];
		expect(exportCards(cards, 'csv')).toBe(
			'#separator:Comma\n#html:false\n#columns:Front,Back,Tags\n#tags column:3\n"Who, then?","a ""quoted""\nline","two-words x"\n"#not a comment","\'=1+1",""\n',
		);
		expect(exportCards(cards, 'tsv').split('\n')[0]).toBe('#separator:Tab');
	});
});
