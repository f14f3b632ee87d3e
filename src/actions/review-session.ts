/** What happens in a review: the next question, its answer, a rating, and where one stands. All of it is private. */
import { setImmediate } from 'node:timers/promises';
import type { Answer, Context, MessageJson } from '../answer.ts';
import { illustrated } from '../cards/quiz-map.ts';
import { type ReviewFrame, reviewAnswerCard, reviewQuestionCard, type Undo } from '../cards/review.ts';
import { ANY_TOPIC, reviewSummaryCard } from '../cards/review-summary.ts';
import { startOfDay, streakOf } from '../quiz/days.ts';
import { diceOf } from '../quiz/dice.ts';
import { quizLanguageOf } from '../quiz/language.ts';
import { drawing, hasQuestion, questionOf } from '../quiz/make.ts';
import type { Question } from '../quiz/question.ts';
import { RECALLS, type Recall, type ReviewCard, recallOf, reviewed } from '../quiz/review.ts';
import { type Given, scoreAnswer } from '../quiz/score.ts';
import { forecastOf, NEW_PER_DAY, type Session, sessionOf } from '../quiz/session.ts';
import type { ReviewCounts } from '../store/index.ts';

export { ANY_TOPIC };

export const DEFAULT_TIME_ZONE = 'UTC';
/** So many new questions are added when somebody asks for a topic. */
export const ADDED_AT_ONCE = 10;
/** Whoever takes longer was away, and the time says nothing. */
const AWAY_SECONDS = 300;
/** Dice that draw no question are thrown again. */
const THROWS = 20;

interface Desk {
	readonly cards: readonly ReviewCard[];
	readonly counts: ReviewCounts;
	readonly session: Session;
	readonly timeZone: string;
}

/** Everything that a person has to review, as it stands now. Cards that were `passed` over are not asked. */
async function openDesk({ asker: { userId }, now, store }: Context, passed: ReadonlySet<string> = new Set()): Promise<Desk> {
	const { newPerDay = NEW_PER_DAY, timeZone = DEFAULT_TIME_ZONE } = await store.readStudyProfile(userId);
	const time = now.getTime();
	const [cards, counts] = await Promise.all([store.listReviewCards(userId), store.countReviews(userId, startOfDay(time, timeZone))]);
	const asked = cards.filter(({ question }) => !passed.has(question));
	return { cards, counts, session: sessionOf(asked, time, timeZone, newPerDay - counts.introduced), timeZone };
}

const privately = (message: MessageJson, update: boolean, outcome: Answer['outcome'] = 'info'): Answer => ({
	message,
	outcome,
	private: true,
	update,
});

export interface Showing {
	/** The card that comes before those that are due. */
	readonly first?: string;
	/** What became of the press before. */
	readonly notice?: string;
	/** The rating that may be taken back. */
	readonly undo?: Undo;
	readonly update: boolean;
}

/**
 * The next question; where nothing is due, how things stand. Questions that the dataset no longer has are taken away; those
 * that it has, but that cannot be asked in the person's language, stay as they are and are passed over.
 */
export async function showNext(context: Context, showing: Showing): Promise<Answer> {
	const { asker, now, store } = context;
	const { first, notice, undo, update } = showing;
	const passed = new Set<string>();
	for (;;) {
		const desk = await openDesk(context, passed);
		const card = desk.cards.find(({ question }) => question === first && !passed.has(question)) ?? desk.session.next;
		if (!card) return showStanding(context, showing, passed);
		const drawn = draw(card, Math.floor(now.getTime() / 1000), context);
		if (drawn) {
			const frame: ReviewFrame = { card, ...drawn, notice, reviews: desk.counts.reviews, session: desk.session, undo };
			return privately(await illustrated((shown) => reviewQuestionCard(frame, shown), context), update, 'found');
		}
		if (hasQuestion(card.question, context.library)) passed.add(card.question);
		else await store.dropReviewCards(asker.userId, [card.question]);
	}
}

/**
 * The question of a card, with the first dice from `first` that draw it; the same seed draws the same choices, in any
 * process. Names are in the reader's language; where the question cannot be asked by these, as of two names that are one
 * there, in English.
 */
export function draw(
	{ question: id }: Pick<ReviewCard, 'question'>,
	first: number,
	{ library, speaker }: Pick<Context, 'library' | 'speaker'>,
	throws = THROWS,
): { readonly question: Question; readonly seed: number } | undefined {
	for (const language of new Set([speaker.language, quizLanguageOf({ ...speaker, names: 'en' })])) {
		for (let seed = first; seed < first + throws; seed++) {
			const question = questionOf(id, library, language, diceOf(seed));
			if (question) return { question, seed };
		}
	}
	return undefined;
}

/** How things stand, with the ways to go on. */
export async function showStanding(
	context: Context,
	{ notice, undo, update }: Omit<Showing, 'first'>,
	passed?: ReadonlySet<string>,
): Promise<Answer> {
	const { asker, now, store } = context;
	const [{ cards, counts, session, timeZone }, times, missed] = await Promise.all([
		openDesk(context, passed),
		store.reviewTimes(asker.userId),
		store.missedQuestions(asker.userId),
	]);
	const begun = cards.filter(({ state }) => state !== 0);
	const standing = {
		cards: cards.length,
		forecast: forecastOf(begun, now.getTime(), timeZone),
		missed: missed.length,
		notice,
		remembered: counts.remembered,
		reviews: counts.reviews,
		session,
		streak: streakOf(times, now.getTime(), timeZone),
		undo,
	};
	return privately(reviewSummaryCard(standing, context), update);
}

/** A press of a question, by the id and the count of its card. */
export interface Asked {
	readonly question: string;
	readonly reps: number;
	/** Absent when the answer is only looked up. */
	readonly seed?: number;
}

/** The card and its question as they were shown; `undefined` when the card has been reviewed or taken away meanwhile. */
async function recallAsked({ question, reps, seed }: Asked, context: Context) {
	const desk = await openDesk(context);
	const card = desk.cards.find((it) => it.question === question && it.reps === reps);
	if (!card) return undefined;
	const shown = seed === undefined ? draw(card, Math.floor(context.now.getTime() / 1000), context) : draw(card, seed, context, 1);
	return shown && { card, desk, question: shown.question };
}

/** What is right, what was given, and when the card comes again for each way to say how well it was known. */
export async function showAnswer(asked: Asked, givenTo: (question: Question) => Given | undefined, context: Context): Promise<Answer> {
	const found = await recallAsked(asked, context);
	if (!found) return showNext(context, { notice: context.speaker.say('review.changed'), update: true });
	const { card, desk, question } = found;
	const given = givenTo(question);
	// The dataset is another one now: the same question is asked with its choices of today.
	if (asked.seed !== undefined && !given) return showNext(context, { notice: context.speaker.say('review.changed'), update: true });
	const now = context.now.getTime();
	const score = given && scoreAnswer(question, given, context.library);
	if (score?.how === 'unread') return privately({ content: context.speaker.say('quiz.refused.unread') }, false, 'refused');
	const passed = asked.seed === undefined ? undefined : Math.max(0, Math.round(now / 1000) - asked.seed);
	const took = passed === undefined || passed > AWAY_SECONDS ? undefined : passed;
	const suggested = score ? recallOf(score, took === undefined ? {} : { took: took * 1000 }) : undefined;
	const intervals = Object.fromEntries(RECALLS.map((recall) => [recall, reviewed(card, recall, now).due - now])) as Record<Recall, number>;
	const { counts, session } = desk;
	const answer = { card, given, intervals, question, reviews: counts.reviews, score, session, suggested, took };
	return privately(await illustrated((shown) => reviewAnswerCard(answer, shown), context), true, 'found');
}

/** Keeps how well it was known, then asks on. The same press again, or another one on the same card, finds it done. */
export async function rate({ question, reps }: Asked, recall: Recall, took: number | undefined, context: Context): Promise<Answer> {
	const { asker, now, speaker, store } = context;
	const at = now.getTime();
	const before = (await store.listReviewCards(asker.userId)).find((card) => card.question === question);
	if (before?.reps !== reps) return showNext(context, { update: true });
	const after = reviewed(before, recall, at);
	const isKept = await store.saveReview({
		after,
		at,
		before,
		recall,
		...(took === undefined ? {} : { took: took * 1000 }),
		userId: asker.userId,
	});
	if (!isKept) return showNext(context, { update: true });
	const notice = speaker.say('review.kept', {
		recall: speaker.say(`review.recall.${recall}`),
		when: `<t:${Math.ceil(after.due / 1000)}:R>`,
	});
	return showNext(context, { notice, undo: { question, reps: after.reps }, update: true });
}

/** Takes the last rating of a card back, and asks it again. The same press again finds it done. */
export async function undo({ question, reps }: Asked, context: Context): Promise<Answer> {
	const card = await context.store.undoReview({ question, reps, userId: context.asker.userId });
	const notice = context.speaker.say(card ? 'review.undone' : 'review.undo-late');
	return showNext(context, { ...(card ? { first: question } : {}), notice, update: true });
}

/** Adds new questions on a topic, those that the person does not have; how many there were. */
export async function addFrom(topic: string, count: number, context: Context): Promise<number> {
	const { asker, dice, library, now, speaker, store } = context;
	const has = new Set((await store.listReviewCards(asker.userId)).map(({ question }) => question));
	const wanted = { count, language: speaker.language, seen: has, ...(topic === ANY_TOPIC ? {} : { topics: [topic] }) };
	const added: string[] = [];
	for (const { id } of drawing(library, wanted, dice)) {
		added.push(id);
		// The first questions of a process take long; nobody else is to wait for them.
		await setImmediate();
	}
	return store.addReviewCards(asker.userId, added, now.getTime());
}

/** Adds what the person missed in quizzes, or in one of them; how many there were. */
export async function addMissed(quizId: string | undefined, { asker, now, store }: Context): Promise<number> {
	return store.addReviewCards(asker.userId, await store.missedQuestions(asker.userId, quizId), now.getTime());
}
