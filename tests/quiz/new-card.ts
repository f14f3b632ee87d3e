import type { ReviewCard } from '../../src/quiz/review.ts';

/** A card as the store makes it: never reviewed, and due at once. */
export const newCard = (question: string, now: number): ReviewCard => ({
	difficulty: 0,
	due: now,
	elapsedDays: 0,
	lapses: 0,
	learningSteps: 0,
	question,
	reps: 0,
	scheduledDays: 0,
	stability: 0,
	state: 0,
});
