/** A round of a quiz as messages: the question, the private word that an answer has arrived, and the answer with its sources side by side. */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { MessageKey } from '../messages/index.ts';
import type { Refusal } from '../quiz/decide.ts';
import type { Question } from '../quiz/question.ts';
import type { Given, Score } from '../quiz/score.ts';
import { button, row } from './components.ts';
import { clip, EMBED_DESCRIPTION_MAX, EMBED_FOOTER_MAX, EMBED_TITLE_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';
import { answerLine, choiceButtons, choiceFields, fitted, givenWords, letterOf, questionWords, toldFields } from './question.ts';

type Shown = Pick<Context, 'library' | 'speaker'>;

/** Where a question stands in its quiz. */
export interface QuestionFrame {
	/** How many have answered. */
	readonly answered: number;
	/** Milliseconds since 1970. */
	readonly deadline?: number;
	/** Hints that may still be asked for. */
	readonly hints: number;
	readonly question: Question;
	/** At most 40 characters. */
	readonly quiz: string;
	/** From 0. */
	readonly round: number;
	readonly rounds: number;
	/** With buttons for whoever leads the quiz: reveal, pause, stop. */
	readonly withControls: boolean;
}

const COLOUR = 0x58_65_f2;
const COLOUR_REVEALED = 0x1f_8b_4c;
const NAME_SHOWN_MAX = 40;
const NAMES_SHOWN = 10;

export const quizId = (verb: string, quiz: string, ...more: readonly (number | string)[]): string => customId('quiz', verb, quiz, ...more);

export function questionCard(frame: QuestionFrame, shown: Shown): MessageJson {
	const { answered, deadline, question } = frame;
	const { speaker } = shown;
	const when = deadline === undefined ? [] : [speaker.say('quiz.card.deadline', { when: `<t:${Math.ceil(deadline / 1000)}:R>` })];
	const embed: APIEmbed = {
		color: COLOUR,
		description: clip(
			[...questionWords(question, shown), '', ...when, speaker.say('quiz.card.answered', { count: answered })].join('\n').trim(),
			EMBED_DESCRIPTION_MAX,
		),
		fields: choiceFields(question, shown),
		footer: { text: footerOf(frame, shown) },
		title: clip(plain(question.prompt), EMBED_TITLE_MAX),
	};
	return { components: [...answerRows(frame, shown), ...controlRows(frame, shown)], embeds: [fitted(embed)] };
}

function footerOf({ question, round, rounds }: Pick<QuestionFrame, 'question' | 'round' | 'rounds'>, { library, speaker }: Shown): string {
	const level = question.difficulty < 0.4 ? 'easy' : question.difficulty < 0.6 ? 'middling' : 'hard';
	return clip(
		speaker.say('quiz.card.footer', { level, round: round + 1, rounds, version: library.dataset.manifest.version }),
		EMBED_FOOTER_MAX,
	);
}

function answerRows({ question: { task }, quiz, round }: QuestionFrame, { speaker }: Shown): APIMessageTopLevelComponent[] {
	if (task.type === 'number') return [row([button(quizId('type', quiz, round), speaker.say('quiz.button.type'))])];
	return [row(choiceButtons(task, (choice) => quizId('answer', quiz, round, choice.id), speaker))];
}

function controlRows({ hints, quiz, round, withControls }: QuestionFrame, { speaker }: Shown): APIMessageTopLevelComponent[] {
	const say = (key: MessageKey) => speaker.say(key);
	const buttons = [
		...(hints > 0 ? [button(quizId('hint', quiz, round), say('quiz.button.hint'))] : []),
		...(withControls
			? [
					button(quizId('reveal', quiz, round), say('quiz.button.reveal')),
					button(quizId('pause', quiz, round), say('quiz.button.pause')),
					button(quizId('stop', quiz, round), say('quiz.button.stop')),
				]
			: []),
	];
	return buttons.length > 0 ? [row(buttons)] : [];
}

/** For the player alone: the answer is on record, and may be changed while the round is open. */
export function answeredNotice(question: Question, given: Given, { deadline }: Pick<QuestionFrame, 'deadline'>, shown: Shown): MessageJson {
	const answer = givenWords(question, given, shown);
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

export interface RevealFrame {
	readonly question: Question;
	readonly quiz: string;
	/** Everybody who played the round. */
	readonly results: readonly { readonly given?: Given; readonly how?: Score['how']; readonly isRight: boolean; readonly name: string }[];
	readonly round: number;
	readonly rounds: number;
	readonly withControls: boolean;
}

/** The answer, who knew it, and what the sources say, side by side. */
export function revealCard(frame: RevealFrame, shown: Shown): MessageJson {
	const { question, quiz, results, round, rounds, withControls } = frame;
	const { speaker } = shown;
	const right = results.filter(({ isRight }) => isRight).map(({ name }) => quoted(name, NAME_SHOWN_MAX));
	const named =
		right.length > NAMES_SHOWN
			? [...right.slice(0, NAMES_SHOWN), speaker.say('quiz.reveal.more', { count: right.length - NAMES_SHOWN })]
			: right;
	const entry = shown.library.dataset.get(question.entry);
	const embed: APIEmbed = {
		...(entry ? { author: { name: clip(nameOf(entry.name, speaker), 256) } } : {}),
		color: COLOUR_REVEALED,
		description: clip(
			[
				...(question.quote ? [`> ${plain(question.quote)}`] : []),
				answerLine(question, shown),
				...(results.length === 0
					? []
					: [
							right.length === 0
								? speaker.say('quiz.reveal.nobody', { players: results.length })
								: speaker.say('quiz.reveal.knew', { count: right.length, names: speaker.list(named), players: results.length }),
						]),
			].join('\n'),
			1_500,
		),
		fields: toldFields(question, shown),
		footer: { text: footerOf({ question, round, rounds }, shown) },
		title: clip(plain(question.prompt), EMBED_TITLE_MAX),
	};
	const isLast = round + 1 >= rounds;
	return {
		components: [
			row([
				button(quizId('next', quiz, round), speaker.say(isLast ? 'quiz.button.finish' : 'quiz.button.next')),
				button(quizId('open', quiz, round), speaker.say('quiz.button.open')),
				...(withControls
					? [
							button(quizId('pause', quiz, round), speaker.say('quiz.button.pause')),
							button(quizId('stop', quiz, round), speaker.say('quiz.button.stop')),
						]
					: []),
			]),
		],
		embeds: [fitted(embed)],
	};
}
