/** A round of a quiz as messages: the question, and the private word that an answer has arrived. */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { MessageJson } from '../answer.ts';
import type { MessageKey } from '../messages/index.ts';
import type { Refusal } from '../quiz/decide.ts';
import type { Question } from '../quiz/question.ts';
import type { Given } from '../quiz/score.ts';
import { button, row } from './components.ts';
import { clip, EMBED_DESCRIPTION_MAX, EMBED_FOOTER_MAX, EMBED_TITLE_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { choiceButtons, choiceFields, fitted, givenWords, isTruth, letterOf, questionWords } from './question.ts';
import { hasMap, mapOf, type Shown } from './quiz-map.ts';

/** What may be offered to whoever leads a quiz. */
export type Control = 'pause' | 'reveal' | 'stop';

/** Where a question stands in its quiz. */
export interface QuestionFrame {
	/** How many have answered; not shown where only one is asked. */
	readonly answered?: number;
	readonly controls: readonly Control[];
	/** Milliseconds since 1970. */
	readonly deadline?: number;
	/** Hints that may still be asked for. */
	readonly hints: number;
	readonly question: Question;
	/** Who poses the question, and to whom: everybody when absent. */
	readonly posed?: { readonly by: string; readonly to?: string };
	/** At most 40 characters. */
	readonly quiz: string;
	/** From 0. */
	readonly round: number;
	readonly rounds: number;
}

const COLOUR = 0x58_65_f2;
export const NAME_SHOWN_MAX = 40;

export const quizId = (verb: string, quiz: string, ...more: readonly (number | string)[]): string => customId('quiz', verb, quiz, ...more);

export function questionCard(frame: QuestionFrame, shown: Shown): MessageJson {
	const { answered, deadline, question } = frame;
	const { speaker } = shown;
	const map = mapOf(question, shown);
	const when = deadline === undefined ? [] : [speaker.say('quiz.card.deadline', { when: `<t:${Math.ceil(deadline / 1000)}:R>` })];
	const embed: APIEmbed = {
		color: COLOUR,
		description: clip(
			[
				...posedWords(frame, shown),
				...questionWords(question, shown),
				'',
				...when,
				...(answered === undefined ? [] : [speaker.say('quiz.card.answered', { count: answered })]),
			]
				.join('\n')
				.trim(),
			EMBED_DESCRIPTION_MAX,
		),
		fields: choiceFields(question, shown),
		footer: { text: footerOf(frame, shown) },
		...map.embed,
		title: clip(plain(question.prompt), EMBED_TITLE_MAX),
	};
	return { components: [...answerRows(frame, shown), ...controlRows(frame, shown)], ...map.message, embeds: [fitted(embed)] };
}

export function footerOf(
	{ question, round, rounds }: Pick<QuestionFrame, 'question' | 'round' | 'rounds'>,
	{ library, speaker }: Shown,
): string {
	const level = question.difficulty < 0.4 ? 'easy' : question.difficulty < 0.6 ? 'middling' : 'hard';
	return clip(
		speaker.say('quiz.card.footer', { level, round: round + 1, rounds, version: library.dataset.manifest.version }),
		EMBED_FOOTER_MAX,
	);
}

function posedWords({ posed }: QuestionFrame, { speaker }: Shown): string[] {
	if (!posed) return [];
	const by = quoted(posed.by, NAME_SHOWN_MAX);
	return [
		posed.to === undefined
			? speaker.say('quiz.card.posed', { by })
			: speaker.say('quiz.card.posed-to', { by, to: quoted(posed.to, NAME_SHOWN_MAX) }),
	];
}

function answerRows({ question, quiz, round }: QuestionFrame, shown: Shown): APIMessageTopLevelComponent[] {
	const { task } = question;
	if (task.type === 'number') return [row([button(quizId('type', quiz, round), shown.speaker.say('quiz.button.type'))])];
	return [row(choiceButtons(question, task, ({ id }) => quizId('answer', quiz, round, id), shown))];
}

function controlRows({ controls, hints, quiz, round }: QuestionFrame, { speaker }: Shown): APIMessageTopLevelComponent[] {
	const buttons = [
		...(hints > 0 ? [button(quizId('hint', quiz, round), speaker.say('quiz.button.hint'))] : []),
		...controlButtons(controls, quiz, round, speaker),
	];
	return buttons.length > 0 ? [row(buttons)] : [];
}

export const controlButtons = (controls: readonly Control[], quiz: string, round: number, speaker: Shown['speaker']) =>
	controls.map((control) => button(quizId(control, quiz, round), speaker.say(`quiz.button.${control}` as MessageKey)));

export interface PauseFrame {
	/** What is left of the time, in seconds. */
	readonly left?: number;
	readonly quiz: string;
	readonly round: number;
	readonly rounds: number;
}

/** In the place of the question, so that nobody thinks on while the clock stands still. */
export function pausedCard({ left, quiz, round, rounds }: PauseFrame, { speaker }: Shown): MessageJson {
	return {
		components: [
			row([
				button(quizId('resume', quiz, round), speaker.say('quiz.button.resume')),
				button(quizId('stop', quiz, round), speaker.say('quiz.button.stop')),
			]),
		],
		embeds: [
			{
				color: COLOUR,
				description: [
					speaker.say('quiz.paused.text', { round: round + 1, rounds }),
					...(left === undefined ? [] : [speaker.say('quiz.paused.left', { seconds: left })]),
				].join('\n'),
				title: speaker.say('quiz.paused.title'),
			},
		],
	};
}

/** “True”, and a pin with its letter, need no letter before them. */
const hasOwnWords = (question: Question, shown: Shown) =>
	(question.task.type === 'choice' && isTruth(question.task)) || hasMap(question, shown);

/** For the player alone: the answer is on record, and may be changed while the round is open. */
export function answeredNotice(question: Question, given: Given, { deadline }: Pick<QuestionFrame, 'deadline'>, shown: Shown): MessageJson {
	const chosen = question.task.type === 'choice' ? question.task.choices.find(({ id }) => id === given.choice) : undefined;
	const words = givenWords(question, given, shown);
	const answer =
		chosen && !hasOwnWords(question, shown)
			? shown.speaker.say('quiz.card.choice-heading', { letter: letterOf(chosen), text: words })
			: words;
	return {
		content:
			deadline === undefined
				? shown.speaker.say('quiz.notice.answered', { answer })
				: shown.speaker.say('quiz.notice.answered-until', { answer, when: `<t:${Math.ceil(deadline / 1000)}:R>` }),
	};
}

/** For the player alone: why nothing was done. */
export const refusalNotice = (why: Refusal, { speaker }: Pick<Shown, 'speaker'>): MessageJson => ({
	content: speaker.say(`quiz.refused.${why}` as MessageKey),
});

/** For the player alone: what the hints so far rule out. */
export function hintNotice({ task }: Question, hints: number, { speaker }: Shown): MessageJson {
	if (task.type === 'choice') {
		const struck = task.choices
			.filter(({ id }) => task.strikes.slice(0, hints).includes(id))
			.map((choice) => speaker.say('quiz.card.choice-heading', { letter: letterOf(choice), text: plain(choice.text) }));
		return { content: clip(speaker.say('quiz.hint.struck', { choices: speaker.list(struck) }), 2000) };
	}
	const bounds = task.accepts.flatMap(({ value }) =>
		Object.values(value)
			.flat()
			.filter((it) => typeof it === 'number'),
	);
	// First within a factor of ten or so, then of three.
	const width = hints > 1 ? 2 : 8;
	const rounded = (value: number) => Number(value.toPrecision(1));
	return {
		content: speaker.say('quiz.hint.between', {
			high: speaker.number(rounded(Math.max(...bounds) * width)),
			low: speaker.number(rounded(Math.min(...bounds) / width)),
		}),
	};
}
