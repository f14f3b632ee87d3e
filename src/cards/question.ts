/** The parts of a question that a quiz and a review show alike: its words, its choices, its answer, and what the sources say. */
import type { APIButtonComponentWithCustomId, APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import type { Account } from '../dataset/schema.ts';
import type { Choice, ChoiceTask, Question, Told } from '../quiz/question.ts';
import type { Given } from '../quiz/score.ts';
import { button } from './components.ts';
import { embedSize } from './entry-card.ts';
import { BLANK, BUTTON_LABEL_MAX, clip, EMBED_FIELD_NAME_MAX, EMBED_FIELD_VALUE_MAX, EMBED_TOTAL_MAX } from './limits.ts';
import { bold, italic, plain, quoted } from './markdown.ts';
import { paginate } from './pages.ts';
import { formatQuantity, formatValue } from './quantities.ts';
import { hasMap, type Shown } from './quiz-map.ts';
import type { Column } from './sections.ts';
import { voiceOf } from './voices.ts';

export const letterOf = ({ id }: Choice): string => id.toUpperCase();

/** Whose words the question is about, and the words. */
export function questionWords(question: Question, shown: Shown): string[] {
	const { according, quote, task } = question;
	const lines = quote ? [`> ${plain(quote)}`] : [];
	if (according) {
		const voice = voiceOf(according, shown.library.dataset, shown.speaker);
		lines.push(
			shown.speaker.say('quiz.card.according', { at: plain(according.at), name: plain(voice.name), standing: plain(voice.standing) }),
		);
	}
	if (task.type === 'number') lines.push(shown.speaker.say('quiz.card.unit', { unit: plain(shown.speaker.unit(task.unit)) }));
	else if (!hasVoices(task) && !isTruth(task) && !hasMap(question, shown))
		lines.push(
			'',
			...task.choices.map((choice) => shown.speaker.say('quiz.card.choice', { letter: letterOf(choice), text: plain(choice.text) })),
		);
	return lines;
}

const hasVoices = ({ choices }: ChoiceTask) => choices.every(({ means }) => 'source' in means);
export const isTruth = ({ choices }: ChoiceTask) => choices.every(({ means }) => 'truth' in means);

/** Voices to choose from stand side by side, each with who it is. */
export function choiceFields({ task }: Question, { library, speaker }: Shown): APIEmbedField[] {
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

/** A button for each choice. */
export function choiceButtons(
	question: Question,
	task: ChoiceTask,
	idFor: (choice: Choice) => string,
	shown: Shown,
): APIButtonComponentWithCustomId[] {
	const { speaker } = shown;
	const labels = task.choices.map((choice) =>
		isTruth(task) ? choice.text : speaker.say('quiz.button.choice', { letter: letterOf(choice), text: choice.text }),
	);
	// A label that is cut might be another choice; letters then, for the whole texts stand above.
	const isShort = labels.every((label) => label.length <= BUTTON_LABEL_MAX) && !hasMap(question, shown);
	return task.choices.map((choice, index) => button(idFor(choice), isShort ? labels[index]! : letterOf(choice)));
}

/** What a player gave, in words. */
export function givenWords(question: Question, { choice, source, text }: Given, shown: Shown): string {
	const { speaker } = shown;
	if (question.task.type === 'choice') {
		const chosen = question.task.choices.find(({ id }) => id === choice);
		return chosen ? choiceWords(question, chosen, shown) : quoted(text ?? '', 100);
	}
	return source ? speaker.say('quiz.given.sourced', { source: quoted(source, 60), text: quoted(text ?? '', 60) }) : quoted(text ?? '', 60);
}

/** A pin is spoken of by its letter. */
const choiceWords = (question: Question, choice: Choice, shown: Shown): string =>
	hasMap(question, shown) ? shown.speaker.say('map.pin', { at: plain(choice.text), letter: letterOf(choice) }) : plain(choice.text);

/** The right choice, or every value that a source gives. */
export function answerWords(question: Question, shown: Shown): string {
	const { task } = question;
	const { speaker } = shown;
	if (task.type === 'choice') return choiceWords(question, task.choices.find(({ id }) => id === task.key)!, shown);
	return speaker.list([...new Set(task.accepts.map(({ value }) => plain(formatQuantity(value, speaker))))]);
}

/** The answer in a sentence. */
export function answerLine(question: Question, shown: Shown): string {
	const { task } = question;
	return shown.speaker.say(task.type === 'number' && task.accepts.length > 1 ? 'quiz.reveal.answers' : 'quiz.reveal.answer', {
		answer: bold(answerWords(question, shown)),
	});
}

/** What the sources say, side by side, and the sources below. */
export function toldFields({ told }: Question, shown: Shown): APIEmbedField[] {
	const { speaker } = shown;
	const page = paginate([{ columns: told.map((it) => columnOf(it, shown)), title: speaker.say('quiz.reveal.sources') }], speaker)[0]!;
	return [...page.columns, ...page.sources];
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
export function fitted(embed: APIEmbed, max = EMBED_TOTAL_MAX): APIEmbed {
	let fields = embed.fields ?? [];
	const over = () => embedSize({ ...embed, fields }) - max;
	const spare = (embed.description ?? '').length - 700;
	if (over() > 0 && spare > 0)
		return fitted({ ...embed, description: clip(embed.description!, Math.max(700, embed.description!.length - over())) }, max);
	while (over() > 0 && fields.length > 0) fields = fields.slice(0, -1);
	return { ...embed, fields };
}
