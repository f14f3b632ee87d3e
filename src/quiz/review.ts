/**
 * Spaced repetition: a thin, pure layer over the scheduler of `ts-fsrs` with its default parameters and without fuzz, so
 * that the same answers on the same days give the same schedule. Cards are plain data.
 */
import { type Card, type FSRSParameters, fsrs, type Grade, Rating } from 'ts-fsrs';
import { KNOWN_MARKS, type Score } from './score.ts';

/** A question that somebody reviews. Times in milliseconds since 1970. */
export interface ReviewCard {
	readonly difficulty: number;
	readonly due: number;
	readonly elapsedDays: number;
	readonly lapses: number;
	readonly lastReview?: number;
	readonly learningSteps: number;
	/** Id of a question. */
	readonly question: string;
	readonly reps: number;
	readonly scheduledDays: number;
	readonly stability: number;
	/** 0 new, 1 learning, 2 review, 3 relearning. */
	readonly state: number;
}

/** How well something was remembered. */
export const RECALLS = ['again', 'hard', 'good', 'easy'] as const;
export type Recall = (typeof RECALLS)[number];

const GRADES: Record<Recall, Grade> = { again: Rating.Again, easy: Rating.Easy, good: Rating.Good, hard: Rating.Hard };
/** Right within this time is easy. */
export const EASY_MS = 5_000;
/** Right only after this time is hard. */
export const HARD_MS = 25_000;

export interface Schedule {
	/** The card after a review. A clock that went back counts as standing still. */
	reviewed(card: ReviewCard, recall: Recall, now: number): ReviewCard;
}

export function createSchedule(parameters: Partial<FSRSParameters> = {}): Schedule {
	const scheduler = fsrs({ ...parameters, enable_fuzz: false });
	return {
		reviewed: (card, recall, now) =>
			fromCard(card.question, scheduler.next(toCard(card), Math.max(now, card.lastReview ?? now), GRADES[recall]).card),
	};
}

export const { reviewed } = createSchedule();

/** How well the answer shows that it was remembered: by its marks, the hints it took and the time. */
export function recallOf(
	{ marks }: Pick<Score, 'marks'>,
	{ hints = 0, took }: { readonly hints?: number; readonly took?: number },
): Recall {
	if (marks < KNOWN_MARKS) return 'again';
	if (marks < 1 || hints > 0 || (took !== undefined && took > HARD_MS)) return 'hard';
	return took !== undefined && took <= EASY_MS ? 'easy' : 'good';
}

function toCard(card: ReviewCard): Card {
	return {
		difficulty: card.difficulty,
		due: new Date(card.due),
		elapsed_days: card.elapsedDays,
		lapses: card.lapses,
		...(card.lastReview === undefined ? {} : { last_review: new Date(card.lastReview) }),
		learning_steps: card.learningSteps,
		reps: card.reps,
		scheduled_days: card.scheduledDays,
		stability: card.stability,
		state: card.state,
	};
}

function fromCard(question: string, card: Card): ReviewCard {
	return {
		difficulty: card.difficulty,
		due: card.due.getTime(),
		elapsedDays: card.elapsed_days,
		lapses: card.lapses,
		...(card.last_review ? { lastReview: card.last_review.getTime() } : {}),
		learningSteps: card.learning_steps,
		question,
		reps: card.reps,
		scheduledDays: card.scheduled_days,
		stability: card.stability,
		state: card.state,
	};
}
