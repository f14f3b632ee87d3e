/** What each person reviews, and how every review went. */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { ReviewCard } from '../../quiz/review.ts';
import type { Tables } from '../tables.ts';
import type { AreaOptions, PersonalColumn } from './area.ts';
import { inBatches } from './batches.ts';

export interface ReviewToSave {
	/** The card as it is to be. */
	readonly after: ReviewCard;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** The card as it was when the rating was worked out. */
	readonly before: ReviewCard;
	readonly recall: string;
	/** Milliseconds that the answer took. */
	readonly took?: number;
	readonly userId: string;
}

export interface ReviewCounts {
	/** Cards seen for the first time. */
	readonly introduced: number;
	/** Reviews that did not have to begin again. */
	readonly remembered: number;
	readonly reviews: number;
}

export interface ReviewsArea {
	/** Adds new cards; those that the person has stay as they are. How many were new. */
	addReviewCards(userId: string, questionIds: readonly string[], now: number): Promise<number>;
	countReviews(userId: string, since: number): Promise<ReviewCounts>;
	/** Takes cards away; their reviews stay counted. How many there were. */
	dropReviewCards(userId: string, questionIds: readonly string[]): Promise<number>;
	/** All cards of the person, or those due before a time; the longest due first, and in the order in which they were added. */
	listReviewCards(userId: string): Promise<ReviewCard[]>;
	/**
	 * When the person reviewed, each quarter of an hour once: enough to tell the days in any time zone, for all of them
	 * differ from UTC by whole quarters.
	 */
	reviewTimes(userId: string): Promise<number[]>;
	/**
	 * Keeps one review: the card and a line of the log, both or none. False when the card is no longer as it was, because
	 * this press or another one has counted meanwhile; then nothing is written.
	 */
	saveReview(review: ReviewToSave): Promise<boolean>;
	/**
	 * Takes the last review of a card back: the card is as it was before, and the line of the log is gone. `reps`: the count
	 * of the card after that review. The card as it is again; `undefined`, and nothing is changed, when the card has been
	 * reviewed or taken away since, or this has been done before.
	 */
	undoReview(review: { readonly question: string; readonly reps: number; readonly userId: string }): Promise<ReviewCard | undefined>;
}

const QUARTER_HOUR = 900_000;

export const personalInReviews: readonly PersonalColumn[] = [
	{
		column: 'user_id',
		exported: [
			'question_id',
			'added_at',
			'due_at',
			'last_review_at',
			'state',
			'stability',
			'difficulty',
			'reps',
			'lapses',
			'scheduled_days',
		],
		onErase: 'delete',
		section: 'reviewCards',
		table: 'review_cards',
	},
	{
		column: 'user_id',
		exported: ['question_id', 'review', 'recall', 'reviewed_at', 'took_ms', 'state', 'scheduled_days'],
		onErase: 'delete',
		section: 'reviews',
		table: 'review_log',
	},
];

/** `addReviewCards`, as a part of the caller's transaction. */
export async function writeReviewCards(db: Kysely<Tables>, userId: string, questionIds: readonly string[], now: number): Promise<number> {
	const rows = [...new Set(questionIds)].map((question_id, index) => ({
		// They are begun in the order in which they were given.
		added_at: now + index,
		difficulty: 0,
		due_at: now,
		elapsed_days: 0,
		lapses: 0,
		last_review_at: null,
		learning_steps: 0,
		question_id,
		reps: 0,
		scheduled_days: 0,
		stability: 0,
		state: 0,
		user_id: userId,
	}));
	const written = await inBatches(rows, (batch) =>
		db
			.insertInto('review_cards')
			.values([...batch])
			.onConflict((conflict) => conflict.columns(['user_id', 'question_id']).doNothing())
			.returning('question_id')
			.execute(),
	);
	return written.length;
}

export function createReviews({ db }: AreaOptions): ReviewsArea {
	return {
		addReviewCards: (userId, questionIds, now) =>
			db.transaction().execute((transaction) => writeReviewCards(transaction, userId, questionIds, now)),
		async countReviews(userId, since) {
			const { introduced, remembered, reviews } = await db
				.selectFrom('review_log')
				.where('user_id', '=', userId)
				.where('reviewed_at', '>=', since)
				.select(({ fn }) => [
					fn.countAll<number>().as('reviews'),
					fn.countAll<number>().filterWhere('state', '=', 0).as('introduced'),
					fn.countAll<number>().filterWhere('recall', '!=', 'again').as('remembered'),
				])
				.executeTakeFirstOrThrow();
			return { introduced, remembered, reviews };
		},
		async dropReviewCards(userId, questionIds) {
			const dropped = await inBatches(questionIds, (batch) =>
				db.deleteFrom('review_cards').where('user_id', '=', userId).where('question_id', 'in', batch).returning('question_id').execute(),
			);
			return dropped.length;
		},
		async listReviewCards(userId) {
			const query = db.selectFrom('review_cards').selectAll().where('user_id', '=', userId);
			return (await query.orderBy('due_at').orderBy('added_at').orderBy('question_id').execute()).map(toCard);
		},
		async reviewTimes(userId) {
			const quarter = sql<number>`reviewed_at / ${sql.lit(QUARTER_HOUR)}`;
			const rows = await db
				.selectFrom('review_log')
				.where('user_id', '=', userId)
				.select(quarter.as('quarter'))
				.distinct()
				.orderBy('quarter')
				.execute();
			return rows.map((row) => row.quarter * QUARTER_HOUR);
		},
		saveReview: ({ after, at, before, recall, took, userId }) =>
			db.transaction().execute(async (transaction) => {
				// Each review raises the count: the card is as it was as long as its count is.
				const { numUpdatedRows } = await transaction
					.updateTable('review_cards')
					.set(columnsOf(after))
					.where('user_id', '=', userId)
					.where('question_id', '=', before.question)
					.where('reps', '=', before.reps)
					.executeTakeFirst();
				if (numUpdatedRows === 0n) return false;
				// Only the last one can be undone.
				await transaction
					.updateTable('review_log')
					.set({ card_before: null })
					.where('user_id', '=', userId)
					.where('question_id', '=', before.question)
					.where('card_before', 'is not', null)
					.execute();
				await transaction
					.insertInto('review_log')
					.values({
						card_before: JSON.stringify(before),
						question_id: before.question,
						recall,
						review: before.reps,
						reviewed_at: at,
						scheduled_days: after.scheduledDays,
						state: before.state,
						took_ms: took ?? null,
						user_id: userId,
					})
					// Of a card that was dropped and added again, even at the same moment.
					.onConflict((conflict) => conflict.columns(['user_id', 'question_id', 'reviewed_at', 'review']).doNothing())
					.execute();
				return true;
			}),
		undoReview: ({ question, reps, userId }) =>
			db.transaction().execute(async (transaction) => {
				const last = await transaction
					.selectFrom('review_log')
					.select(['card_before', 'reviewed_at'])
					.where('user_id', '=', userId)
					.where('question_id', '=', question)
					.where('review', '=', reps - 1)
					.where('card_before', 'is not', null)
					.orderBy('reviewed_at', 'desc')
					.limit(1)
					.executeTakeFirst();
				if (!last?.card_before) return undefined;
				const before = JSON.parse(last.card_before) as ReviewCard;
				const { numUpdatedRows } = await transaction
					.updateTable('review_cards')
					.set(columnsOf(before))
					.where('user_id', '=', userId)
					.where('question_id', '=', question)
					.where('reps', '=', reps)
					.executeTakeFirst();
				if (numUpdatedRows === 0n) return undefined;
				await transaction
					.deleteFrom('review_log')
					.where('user_id', '=', userId)
					.where('question_id', '=', question)
					.where('review', '=', reps - 1)
					.where('reviewed_at', '=', last.reviewed_at)
					.execute();
				return before;
			}),
	};
}

const columnsOf = (card: ReviewCard) => ({
	difficulty: card.difficulty,
	due_at: card.due,
	elapsed_days: card.elapsedDays,
	lapses: card.lapses,
	last_review_at: card.lastReview ?? null,
	learning_steps: card.learningSteps,
	reps: card.reps,
	scheduled_days: card.scheduledDays,
	stability: card.stability,
	state: card.state,
});

const toCard = (row: Selectable<Tables['review_cards']>): ReviewCard => ({
	difficulty: row.difficulty,
	due: row.due_at,
	elapsedDays: row.elapsed_days,
	lapses: row.lapses,
	...(row.last_review_at === null ? {} : { lastReview: row.last_review_at }),
	learningSteps: row.learning_steps,
	question: row.question_id,
	reps: row.reps,
	scheduledDays: row.scheduled_days,
	stability: row.stability,
	state: row.state,
});
