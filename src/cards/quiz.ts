/** A round of a quiz as messages: the question, the private word that an answer has arrived, and the answer with its sources side by side. */
import type { APIEmbed, APIEmbedField, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { Account } from '../dataset/schema.ts';
import type { MessageKey } from '../messages/index.ts';
import type { Refusal } from '../quiz/decide.ts';
import type { Choice, ChoiceTask, Question, Told } from '../quiz/question.ts';
import type { Given, Score } from '../quiz/score.ts';
import { button, row } from './components.ts';
import { embedSize } from './entry-card.ts';
import {
	BLANK,
	BUTTON_LABEL_MAX,
	clip,
	EMBED_DESCRIPTION_MAX,
	EMBED_FIELD_NAME_MAX,
	EMBED_FIELD_VALUE_MAX,
	EMBED_FOOTER_MAX,
	EMBED_TITLE_MAX,
	EMBED_TOTAL_MAX,
} from './limits.ts';
import { bold, italic, plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';
import { paginate } from './pages.ts';
import { formatQuantity, formatValue } from './quantities.ts';
import type { Column } from './sections.ts';
import { voiceOf } from './voices.ts';

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

export const letterOf = ({ id }: Choice): string => id.toUpperCase();

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

/** Whose words the question is about, and the words. */
function questionWords(question: Question, shown: Shown): string[] {
	const { according, quote, task } = question;
	const lines = quote ? [`> ${plain(quote)}`] : [];
	if (according) {
		const voice = voiceOf(according, shown.library.dataset, shown.speaker);
		lines.push(
			shown.speaker.say('quiz.card.according', { at: plain(according.at), name: plain(voice.name), standing: plain(voice.standing) }),
		);
	}
	if (task.type === 'number') lines.push(shown.speaker.say('quiz.card.unit', { unit: plain(task.unit) }));
	else if (!hasVoices(task) && !isTruth(task))
		lines.push(
			'',
			...task.choices.map((choice) => shown.speaker.say('quiz.card.choice', { letter: letterOf(choice), text: plain(choice.text) })),
		);
	return lines;
}

const hasVoices = ({ choices }: ChoiceTask) => choices.every(({ means }) => 'source' in means);
const isTruth = ({ choices }: ChoiceTask) => choices.every(({ means }) => 'truth' in means);

/** Voices to choose from stand side by side, each with who it is. */
function choiceFields({ task }: Question, { library, speaker }: Shown): APIEmbedField[] {
	if (task.type !== 'choice' || !hasVoices(task)) return [];
	return task.choices.map((choice) => ({
		inline: true,
		name: clip(speaker.say('quiz.card.choice-heading', { letter: letterOf(choice), text: choice.text }), EMBED_FIELD_NAME_MAX),
		value:
			'source' in choice.means
				? clip(italic(plain(voiceOf(choice.means, library.dataset, speaker).standing)), EMBED_FIELD_VALUE_MAX)
				: BLANK,
	}));
}

function answerRows({ question: { task }, quiz, round }: QuestionFrame, { speaker }: Shown): APIMessageTopLevelComponent[] {
	if (task.type === 'number') return [row([button(quizId('type', quiz, round), speaker.say('quiz.button.type'))])];
	const labels = task.choices.map((choice) =>
		isTruth(task) ? choice.text : speaker.say('quiz.button.choice', { letter: letterOf(choice), text: choice.text }),
	);
	// A label that is cut might be another choice; letters then, for the whole texts stand above.
	const isShort = labels.every((label) => label.length <= BUTTON_LABEL_MAX);
	return [
		row(task.choices.map((choice, index) => button(quizId('answer', quiz, round, choice.id), isShort ? labels[index]! : letterOf(choice)))),
	];
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

/** What a player gave, in words. */
export function givenWords({ task }: Question, { choice, source, text }: Given, { speaker }: Shown): string {
	if (task.type === 'choice') {
		const chosen = task.choices.find(({ id }) => id === choice);
		return chosen ? plain(chosen.text) : quoted(text ?? '', 100);
	}
	return source ? speaker.say('quiz.given.sourced', { source: quoted(source, 60), text: quoted(text ?? '', 60) }) : quoted(text ?? '', 60);
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
	const page = paginate(
		[{ columns: question.told.map((told) => columnOf(told, shown)), title: speaker.say('quiz.reveal.sources') }],
		speaker,
	)[0]!;
	const embed: APIEmbed = {
		...(entry ? { author: { name: clip(nameOf(entry.name, speaker), 256) } } : {}),
		color: COLOUR_REVEALED,
		description: clip(
			[
				...(question.quote ? [`> ${plain(question.quote)}`] : []),
				speaker.say(question.task.type === 'number' && question.task.accepts.length > 1 ? 'quiz.reveal.answers' : 'quiz.reveal.answer', {
					answer: bold(answerWords(question, shown)),
				}),
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
		fields: [...page.columns, ...page.sources],
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

/** The right choice, or every value that a source gives. */
export function answerWords({ task }: Question, { speaker }: Pick<Shown, 'speaker'>): string {
	if (task.type === 'choice') return plain(task.choices.find(({ id }) => id === task.key)!.text);
	return speaker.list([...new Set(task.accepts.map(({ value }) => plain(formatQuantity(value, speaker))))]);
}

function columnOf(told: Told, { library, speaker }: Shown): Column {
	const voice = voiceOf(told as Pick<Account, 'by' | 'source'>, library.dataset, speaker);
	const words = told.counts ? speaker.say('account.counting', { counts: plain(told.counts), says: plain(told.says) }) : plain(told.says);
	return {
		at: told.at,
		heading: told.under ? clip(speaker.say('quiz.told.under', { name: voice.name, under: told.under }), EMBED_FIELD_NAME_MAX) : voice.name,
		...(told.note ? { note: { at: told.note.at, says: told.note.says, source: library.dataset.source(told.note.source) } } : {}),
		says: told.part ? speaker.say('account.part', { says: words }) : told.reports ? speaker.say('account.reports', { says: words }) : words,
		source: voice.source,
		standing: voice.standing,
		...(told.value ? { value: formatValue(told.value, speaker) } : {}),
		voiceId: voice.id,
	};
}

/** The description gives way before a source does; a field more than fits goes last. */
function fitted(embed: APIEmbed): APIEmbed {
	let fields = embed.fields ?? [];
	const over = () => embedSize({ ...embed, fields }) - EMBED_TOTAL_MAX;
	const spare = (embed.description ?? '').length - 700;
	if (over() > 0 && spare > 0)
		return fitted({ ...embed, description: clip(embed.description!, Math.max(700, embed.description!.length - over())) });
	while (over() > 0 && fields.length > 0) fields = fields.slice(0, -1);
	return { ...embed, fields };
}
