/**
 * Spaced repetition: a thin, pure layer over the scheduler of `ts-fsrs` with its default parameters and without fuzz, so
 * that the same answers on the same days give the same schedule. Cards are plain data.
 */
import { type Card, createEmptyCard, type FSRS, fsrs, type Grade, Rating } from 'ts-fsrs';
import type { Question } from './question.ts';
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
export type Recall = 'again' | 'easy' | 'good' | 'hard';

const GRADES: Record<Recall, Grade> = { again: Rating.Again, easy: Rating.Easy, good: Rating.Good, hard: Rating.Hard };
const DAY = 86_400_000;
/** Right within this time is easy. */
export const EASY_MS = 5_000;
/** Right only after this time is hard. */
export const HARD_MS = 25_000;

let scheduler: FSRS | undefined;
const schedulerOnce = (): FSRS => (scheduler ??= fsrs({ enable_fuzz: false }));

export const newCard = (question: string, now: number): ReviewCard => fromCard(question, createEmptyCard(now));

/** How well the answer shows that it was remembered: by its marks, the hints it took and the time. */
export function recallOf(
	{ marks }: Pick<Score, 'marks'>,
	{ hints = 0, took }: { readonly hints?: number; readonly took?: number },
): Recall {
	if (marks < KNOWN_MARKS) return 'again';
	if (marks < 1 || hints > 0 || (took !== undefined && took > HARD_MS)) return 'hard';
	return took !== undefined && took <= EASY_MS ? 'easy' : 'good';
}

/** The card after a review. A clock that went back counts as standing still. */
export function reviewed(card: ReviewCard, recall: Recall, now: number): ReviewCard {
	return fromCard(card.question, schedulerOnce().next(toCard(card), Math.max(now, card.lastReview ?? now), GRADES[recall]).card);
}

/** How likely it is remembered now, 0 to 1; 0 for a card that was never reviewed. */
export const retrievability = (card: ReviewCard, now: number): number => schedulerOnce().get_retrievability(toCard(card), now, false);

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

/** A person's calendar day, `2026-11-23`, in an IANA time zone; days change at their midnight. */
export function dayOf(time: number, timeZone: string): string {
	let format = days.get(timeZone);
	if (!format)
		days.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { day: '2-digit', month: '2-digit', timeZone, year: 'numeric' })));
	return format.format(time);
}
const days = new Map<string, Intl.DateTimeFormat>();

/** The calendar day so many days later; calendar days have no clock that could be put forward. */
const dayAfter = (day: string, count: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);

/** Cards to review by the end of the person's day, the longest overdue first. A card learned minutes ago waits for its minute. */
export function dueToday(cards: readonly ReviewCard[], now: number, timeZone: string): ReviewCard[] {
	const today = dayOf(now, timeZone);
	const isDue = ({ due, state }: ReviewCard) => due <= now || (state === 2 && dayOf(due, timeZone) <= today);
	return cards.filter(isDue).sort((a, b) => a.due - b.due || (a.question < b.question ? -1 : 1));
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

/** One line of a file for Anki: the question, its answer with its sources, and labels. */
export interface ExportedCard {
	readonly back: string;
	readonly front: string;
	readonly tags: readonly string[];
}

export type ExportFormat = 'csv' | 'tsv';

/**
 * A text file that Anki imports as it is (https://docs.ankiweb.net/importing/text-files.html): its first lines tell the
 * separator, that fields are not HTML, and which column holds the tags.
 */
export function exportCards(cards: readonly ExportedCard[], format: ExportFormat): string {
	const separator = format === 'csv' ? ',' : '\t';
	// A line that begins with # is a comment to Anki, and =, +, - or @ a formula to a spreadsheet; a quoted field is neither.
	const field = (text: string) =>
		`"${text
			.replaceAll('"', '""')
			.replaceAll(/\r\n?/g, '\n')
			.replace(/^(?=[=+\-@\t])/u, "'")}"`;
	const head = [
		`#separator:${format === 'csv' ? 'Comma' : 'Tab'}`,
		'#html:false',
		['#columns:Front', 'Back', 'Tags'].join(separator),
		'#tags column:3',
	];
	return `${[...head, ...cards.map(({ back, front, tags }) => [front, back, tags.map((tag) => tag.replaceAll(/\s+/gu, '-')).join(' ')].map(field).join(separator))].join('\n')}\n`;
}

export interface ExportWords {
	/** A citation in one line. */
	cite(source: string, at: string): string;
	value(accepted: Extract<Question['task'], { type: 'number' }>['accepts'][number]): string;
}

/** A question as a card for Anki, with where its answer can be checked. */
export function exportedCard(question: Question, words: ExportWords): ExportedCard {
	const { cited, entry, kind, prompt, quote, task, topics } = question;
	const front = [
		prompt,
		...(quote ? [quote] : []),
		...(task.type === 'choice' && kind !== 'name' ? task.choices.map(({ text }) => `– ${text}`) : []),
	].join('\n');
	const answer =
		task.type === 'choice' ? [task.choices.find(({ id }) => id === task.key)!.text] : task.accepts.map((accepted) => words.value(accepted));
	return {
		back: [...answer, '', ...cited.map(({ at, source }) => words.cite(source, at))].join('\n'),
		front,
		tags: ['variorum', kind, entry, ...topics],
	};
}
