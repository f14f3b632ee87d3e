/** Every question of the dataset as a review, within Discord's limits. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MessageJson } from '../../src/answer.ts';
import { intervalWords, reviewAnswerCard, reviewQuestionCard } from '../../src/cards/review.ts';
import { reviewSummaryCard } from '../../src/cards/review-summary.ts';
import type { Topic } from '../../src/dataset/schema.ts';
import type { Library } from '../../src/library.ts';
import { speakerOf } from '../../src/messages/index.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { everyQuestion } from '../../src/quiz/make.ts';
import type { Question } from '../../src/quiz/question.ts';
import { RECALLS, type Recall, type ReviewCard, reviewed } from '../../src/quiz/review.ts';
import { scoreAnswer } from '../../src/quiz/score.ts';
import { sessionOf } from '../../src/quiz/session.ts';
import { openDataset } from '../library.ts';
import { newCard } from '../quiz/new-card.ts';
import { problemsOf } from '../standin/sent.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const SECOND = Math.floor(NOW / 1000);
let shown: { library: Library; speaker: ReturnType<typeof speakerOf> };
let all: Question[];

beforeAll(async () => {
	const library = await openDataset();
	shown = { library, speaker: speakerOf('en') };
	const dice = diceOf(5);
	// A third of the dataset; the quiz's own test has another part.
	all = library.dataset.entries.flatMap((entry, index) =>
		entry.kind === 'source' || index % 3 !== 0 ? [] : [...everyQuestion(entry as Topic, library, 'en', dice)],
	);
}, 240_000);

const problems = (card: MessageJson) => problemsOf(card, { isPrivate: true });
const cardOf = (question: Question): ReviewCard => ({ ...newCard(question.id, NOW), reps: 999 });
const session = sessionOf([], NOW, 'UTC', 10);
const notice = 'n'.repeat(200);

describe('every question', () => {
	it('fits a message as it is asked and as it is answered, by whatever answer', () => {
		const broken = all.flatMap((question) => {
			const card = cardOf(question);
			const intervals = Object.fromEntries(RECALLS.map((recall) => [recall, reviewed(card, recall, NOW).due - NOW])) as Record<
				Recall,
				number
			>;
			const given = question.task.type === 'choice' ? { choice: question.task.choices.at(-1)!.id } : { text: '9'.repeat(60) };
			const cards = [
				reviewQuestionCard({ card, notice, question, reviews: 99_999, seed: SECOND, session }, shown),
				reviewAnswerCard(
					{
						card,
						given,
						intervals,
						question,
						reviews: 99_999,
						score: scoreAnswer(question, given),
						session,
						suggested: 'again',
						took: 300,
					},
					shown,
				),
				reviewAnswerCard({ card, intervals, question, reviews: 0, session }, shown),
			];
			return cards.flatMap(problems).map((problem) => `${question.id}: ${problem}`);
		});
		expect(all.length).toBeGreaterThan(2000);
		expect(broken).toEqual([]);
	}, 120_000);

	it('does not show its answer before it is answered', () => {
		for (const question of all) {
			if (question.task.type !== 'choice' || question.kind === 'statement') continue;
			const [row] = reviewQuestionCard({ card: cardOf(question), question, reviews: 0, seed: SECOND, session }, shown)
				.components as unknown as [{ components: { custom_id: string; style: number }[] }];
			// Nothing tells the right choice from the others but its place.
			expect(new Set(row.components.map(({ custom_id: id }) => id.replace(/.{3}$/, ''))).size, question.id).toBe(1);
			expect(new Set(row.components.map(({ style }) => style)).size).toBe(1);
		}
	});

	it('says how sources see it, side by side, once it is answered', () => {
		for (const question of all.filter((_, index) => index % 25 === 0)) {
			const intervals = { again: 60_000, easy: 1, good: 1, hard: 1 };
			const text = JSON.stringify(
				reviewAnswerCard({ card: cardOf(question), intervals, question, reviews: 0, session, suggested: 'good' }, shown),
			);
			expect(text).toContain('What the sources say');
			expect(text).toContain('[1]');
		}
	});
});

describe('how things stand', () => {
	it('fits a message whatever the numbers', () => {
		const count = fc.nat({ max: 1_000_000 });
		fc.assert(
			fc.property(fc.array(count, { maxLength: 14, minLength: 14 }), count, fc.boolean(), (dues, number, begun) => {
				const cards = begun ? [reviewed(newCard('a', NOW), 'good', NOW), newCard('b', NOW)] : [];
				const card = reviewSummaryCard(
					{
						cards: cards.length,
						forecast: dues.map((due, index) => ({ day: new Date(NOW + index * 86_400_000).toISOString().slice(0, 10), due })),
						missed: number,
						notice,
						remembered: number,
						reviews: number,
						session: sessionOf(cards, NOW, 'UTC', number % 3),
						streak: number,
					},
					shown,
				);
				expect(problems(card)).toEqual([]);
			}),
		);
	});

	it('says the days to come in words beside their bars', () => {
		const card = reviewSummaryCard(
			{
				cards: 3,
				forecast: [
					{ day: '2026-11-23', due: 0 },
					{ day: '2026-11-24', due: 4 },
					{ day: '2026-11-25', due: 1 },
					{ day: '2026-11-26', due: 0 },
				],
				missed: 0,
				remembered: 0,
				reviews: 0,
				session,
				streak: 0,
			},
			shown,
		);
		expect(card.embeds?.[0]?.fields?.[0]?.value).toBe(
			'```\nMon 23 Nov ·\nTue 24 Nov ████████████████ 4\nWed 25 Nov ████ 1\n```\n-# 5 reviews in the coming 4 days, most on Tue 24 Nov (4). New questions and what you forget come on top.',
		);
	});
});

it.each([
	[1, '1 min'],
	[360_000, '6 min'],
	[3 * 3_600_000, '3 h'],
	[86_400_000, '1 day'],
	[8 * 86_400_000, '8 days'],
	[50 * 86_400_000, '50 days'],
	[100 * 86_400_000, '3.3 months'],
	[366 * 86_400_000, '1 year'],
	[900 * 86_400_000, '2.5 years'],
])('%d ms are %s', (milliseconds, words) => {
	expect(intervalWords(milliseconds, speakerOf('en'))).toBe(words);
});
