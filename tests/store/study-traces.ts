/** Something of a person in every table of study, for the tests of what is kept of them. */
import { reviewed } from '../../src/quiz/review.ts';
import type { Store } from '../../src/store/index.ts';
import { newCard } from '../quiz/new-card.ts';

export async function leaveStudyTraces(store: Store, userId: string, now: number): Promise<void> {
	await store.recordAnswers([
		{
			at: now,
			channelId: 'channel',
			guildId: 'guild',
			known: true,
			mode: 'channel',
			points: 100,
			questionId: 'a.date.x',
			quizId: `quiz-of-${userId}`,
			round: 0,
			userId,
		},
	]);
	await store.changeStudyProfile(userId, { publicName: `name of ${userId}` });
	await store.addReviewCards(userId, ['a.date.x', 'b.date.x'], now);
	const before = newCard('a.date.x', now);
	await store.saveReview({ after: reviewed(before, 'good', now), at: now, before, recall: 'good', userId });
}
