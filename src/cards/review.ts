/** A review as messages: the question, and the answer with its sources and the ways to say how well it was known. */
import type { APIEmbed } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { MessageJson } from '../answer.ts';
import type { MessageKey, Speaker } from '../messages/index.ts';
import { markOf, type Question } from '../quiz/question.ts';
import { RECALLS, type Recall, type ReviewCard } from '../quiz/review.ts';
import { type Given, KNOWN_MARKS, type Score } from '../quiz/score.ts';
import type { Session } from '../quiz/session.ts';
import { button, row } from './components.ts';
import { clip, EMBED_DESCRIPTION_MAX, EMBED_FOOTER_MAX, EMBED_TITLE_MAX } from './limits.ts';
import { plain } from './markdown.ts';
import { nameOf } from './names.ts';
import { answerLine, choiceButtons, choiceFields, fitted, givenWords, questionWords, toldFields } from './question.ts';
import { mapOf, pinNames, type Shown } from './quiz-map.ts';

export interface ReviewFrame {
	/** By the id under which the person has it. */
	readonly card: ReviewCard;
	/** What became of the press before. */
	readonly notice?: string;
	readonly question: Question;
	/** Reviews of today. */
	readonly reviews: number;
	/** Seconds since 1970: when the question was shown, and the dice of its choices. */
	readonly seed: number;
	readonly session: Session;
	/** The rating before, which may be taken back. */
	readonly undo?: Undo;
}

export interface Undo {
	readonly question: string;
	/** Reviews of the card, the one that may be taken back included. */
	readonly reps: number;
}

/** None where nothing was rated. */
export const undoButtons = (undo: Undo | undefined, { speaker }: Pick<Shown, 'speaker'>) =>
	undo ? [button(reviewId('u', undo.question, undo.reps), speaker.say('review.button.undo'))] : [];

const COLOUR = 0x58_65_f2;
const COLOUR_RIGHT = 0x1f_8b_4c;
const COLOUR_WRONG = 0xc0_39_2b;

/** Verbs of one letter: a question's id needs most of the room. */
export const reviewId = (verb: string, ...more: readonly (number | string)[]): string => customId('review', verb, ...more);

/** Which choice, and a mark of all of them, so that a choice of other times is not taken for one of these. */
export function choiceMark({ task }: Question, index: number): string {
	const texts = task.type === 'choice' ? task.choices.map(({ text }) => text) : [];
	return `${index}${markOf(...texts).slice(-2)}`;
}

export function reviewQuestionCard(frame: ReviewFrame, shown: Shown): MessageJson {
	const { card, notice, question, seed } = frame;
	const { speaker } = shown;
	const { task } = question;
	const place = [card.question, card.reps];
	const map = mapOf(question, shown);
	const embed: APIEmbed = {
		color: COLOUR,
		description: clip(
			[...(notice ? [notice] : []), questionWords(question, shown).join('\n').trim()].join('\n\n').trim(),
			EMBED_DESCRIPTION_MAX,
		),
		fields: choiceFields(question, shown),
		footer: { text: footerOf(frame, shown) },
		...map.embed,
		title: clip(plain(question.prompt), EMBED_TITLE_MAX),
	};
	return {
		components: [
			row(
				task.type === 'choice'
					? choiceButtons(
							question,
							task,
							(choice) => reviewId('a', ...place, seed.toString(36), choiceMark(question, task.choices.indexOf(choice))),
							shown,
						)
					: [button(reviewId('t', ...place, seed.toString(36)), speaker.say('quiz.button.type'))],
			),
			row([
				button(reviewId('v', ...place), speaker.say('review.button.show')),
				...undoButtons(frame.undo, shown),
				button(reviewId('s'), speaker.say('review.button.stop')),
			]),
		],
		...map.message,
		embeds: [fitted(embed)],
	};
}

export interface ReviewAnswer extends Omit<ReviewFrame, 'notice' | 'seed' | 'undo'> {
	/** Absent when the answer was only looked up. */
	readonly given?: Given;
	/** When the card would come again, in milliseconds from now. */
	readonly intervals: Readonly<Record<Recall, number>>;
	readonly score?: Score;
	/** What the answer shows; absent where none was given. */
	readonly suggested?: Recall;
	/** Seconds that the answer took, where that says anything. */
	readonly took?: number;
}

const RECALL_LETTERS: Readonly<Record<Recall, string>> = { again: 'a', easy: 'e', good: 'g', hard: 'h' };
export const recallOfLetter = (letter: string | undefined): Recall | undefined => RECALLS.find((it) => RECALL_LETTERS[it] === letter);

export function reviewAnswerCard(answer: ReviewAnswer, shown: Shown): MessageJson {
	const { card, given, intervals, question, score, suggested, took } = answer;
	const { speaker } = shown;
	const entry = shown.library.dataset.get(question.entry);
	const map = mapOf(question, shown, { reveals: true });
	const known = score && score.marks >= KNOWN_MARKS;
	const embed: APIEmbed = {
		...(entry ? { author: { name: clip(nameOf(entry.name, speaker), 256) } } : {}),
		color: known === undefined ? COLOUR : known ? COLOUR_RIGHT : COLOUR_WRONG,
		description: clip(
			[
				...(given && score ? [outcomeWords(question, given, score, shown)] : []),
				...(question.quote ? [`> ${plain(question.quote)}`] : []),
				answerLine(question, shown),
				...pinNames(question, shown),
				'',
				suggested === undefined
					? speaker.say('review.how')
					: speaker.say('review.how-suggested', { suggested: speaker.say(`review.recall.${suggested}`) }),
			].join('\n'),
			1_800,
		),
		fields: toldFields(question, shown),
		footer: { text: footerOf(answer, shown) },
		...map.embed,
		title: clip(plain(question.prompt), EMBED_TITLE_MAX),
	};
	return {
		components: [
			row(
				RECALLS.map((recall) =>
					button(
						reviewId('r', card.question, card.reps, RECALL_LETTERS[recall], ...(took === undefined ? [] : [took])),
						speaker.say('review.button.recall', {
							interval: intervalWords(intervals[recall], speaker),
							recall: speaker.say(`review.recall.${recall}`),
						}),
						{ primary: recall === suggested },
					),
				),
			),
			row([
				button(reviewId('o', question.entry), speaker.say('quiz.button.open')),
				button(reviewId('d', card.question), speaker.say('review.button.drop')),
				button(reviewId('s'), speaker.say('review.button.stop')),
			]),
		],
		...map.message,
		embeds: [fitted(embed)],
	};
}

function outcomeWords(question: Question, given: Given, { how, marks }: Score, shown: Shown): string {
	const words = givenWords(question, given, shown);
	const key: MessageKey = marks === 1 ? 'review.right' : how === 'inside' || how === 'near' ? 'review.between' : 'review.wrong';
	return shown.speaker.say(key, { given: words });
}

function footerOf({ card, reviews, session }: Pick<ReviewFrame, 'card' | 'reviews' | 'session'>, { library, speaker }: Shown): string {
	return clip(
		speaker.say('review.footer', {
			due: session.due + session.later,
			fresh: session.fresh,
			isNew: card.state === 0 ? 'yes' : 'no',
			reviews,
			version: library.dataset.manifest.version,
		}),
		EMBED_FOOTER_MAX,
	);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** “10 min”, “3 days”, “1.4 months”: a time from now, as short as it can be said. */
export function intervalWords(milliseconds: number, speaker: Speaker): string {
	const oneDecimal = (value: number) => Math.round(value * 10) / 10;
	if (milliseconds < HOUR) return speaker.say('review.interval.minutes', { count: Math.max(1, Math.round(milliseconds / MINUTE)) });
	if (milliseconds < DAY) return speaker.say('review.interval.hours', { count: Math.round(milliseconds / HOUR) });
	if (milliseconds < 2 * MONTH) return speaker.say('review.interval.days', { count: Math.round(milliseconds / DAY) });
	if (milliseconds < YEAR) return speaker.say('review.interval.months', { count: oneDecimal(milliseconds / MONTH) });
	return speaker.say('review.interval.years', { count: oneDecimal(milliseconds / YEAR) });
}
