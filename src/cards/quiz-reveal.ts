/** The answer to a question, who knew it, and what the sources say, side by side. */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { MessageJson } from '../answer.ts';
import type { Question } from '../quiz/question.ts';
import type { Given, Score } from '../quiz/score.ts';
import { button, row } from './components.ts';
import { embedSize } from './entry-card.ts';
import { clip, EMBED_TITLE_MAX, EMBED_TOTAL_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';
import { answerLine, fitted, givenWords, isTruth, letterOf, toldFields } from './question.ts';
import { type Control, controlButtons, footerOf, NAME_SHOWN_MAX, quizId } from './quiz.ts';
import { mapOf, pinNames, type Shown } from './quiz-map.ts';

const COLOUR_REVEALED = 0x1f_8b_4c;
const NAMES_SHOWN = 10;

export interface RevealFrame {
	/** Another question about the same entry may be asked for. */
	readonly again?: boolean;
	readonly controls: readonly Control[];
	/** What was missed may be kept for review. */
	readonly keep?: boolean;
	/** What the button to go on says; none when absent. */
	readonly next?: 'finish' | 'next' | 'result';
	/** When it goes on by itself, in milliseconds since 1970. */
	readonly nextAt?: number;
	/** What the only player got; then nobody is counted. */
	readonly own?: { readonly given?: Given; readonly isRight: boolean };
	readonly question: Question;
	readonly quiz: string;
	/** Everybody who played the round. */
	readonly results: readonly { readonly given?: Given; readonly how?: Score['how']; readonly isRight: boolean; readonly name: string }[];
	readonly round: number;
	readonly rounds: number;
	/** Shown below, and given room: the standings so far. */
	readonly standings?: APIEmbed;
}

/** The answer, who knew it, and what the sources say, side by side. */
export function revealCard(frame: RevealFrame, shown: Shown): MessageJson {
	const { question, round, rounds, standings } = frame;
	const { speaker } = shown;
	const map = mapOf(question, shown, { reveals: true });
	const entry = shown.library.dataset.get(question.entry);
	const embed: APIEmbed = {
		...(entry ? { author: { name: clip(nameOf(entry.name, speaker), 256) } } : {}),
		color: COLOUR_REVEALED,
		description: clip(
			[
				...(question.quote ? [`> ${plain(question.quote)}`] : []),
				answerLine(question, shown),
				...pinNames(question, shown),
				...gotWords(frame, shown),
			].join('\n'),
			1_500,
		),
		fields: toldFields(question, shown),
		footer: { text: footerOf({ question, round, rounds }, shown) },
		...map.embed,
		title: clip(plain(question.prompt), EMBED_TITLE_MAX),
	};
	return {
		components: revealRows(frame, shown),
		...map.message,
		embeds: [fitted(embed, EMBED_TOTAL_MAX - (standings ? embedSize(standings) : 0)), ...(standings ? [standings] : [])],
	};
}

/** Who got what: the only player what they said, of many how many said what and who knew it. */
function gotWords({ nextAt, own, question, results }: RevealFrame, shown: Shown): string[] {
	const { speaker } = shown;
	const next = nextAt === undefined ? [] : [speaker.say('quiz.reveal.next-at', { when: `<t:${Math.ceil(nextAt / 1000)}:R>` })];
	if (own)
		return [
			own.given === undefined
				? speaker.say('quiz.reveal.own-none')
				: speaker.say(own.isRight ? 'quiz.reveal.own-right' : 'quiz.reveal.own-wrong', { given: givenWords(question, own.given, shown) }),
			...next,
		];
	if (results.length === 0) return next;
	const right = results.filter(({ isRight }) => isRight).map(({ name }) => quoted(name, NAME_SHOWN_MAX));
	const named =
		right.length > NAMES_SHOWN
			? [...right.slice(0, NAMES_SHOWN), speaker.say('quiz.reveal.more', { count: right.length - NAMES_SHOWN })]
			: right;
	return [
		right.length === 0
			? speaker.say('quiz.reveal.nobody', { players: results.length })
			: speaker.say('quiz.reveal.knew', { count: right.length, names: speaker.list(named), players: results.length }),
		...splitWords(question, results, shown),
		...next,
	];
}

/** How many said what: “A 3 · B 12”. */
function splitWords({ task }: Question, results: RevealFrame['results'], { speaker }: Shown): string[] {
	if (task.type === 'number' || results.length < 2) return [];
	const parts = task.choices.map((choice) =>
		speaker.say('quiz.reveal.split-part', {
			count: results.filter(({ given }) => given?.choice === choice.id).length,
			letter: isTruth(task) ? choice.text : letterOf(choice),
		}),
	);
	return [speaker.say('quiz.reveal.split', { parts: parts.join(' · ') })];
}

function revealRows(
	{ again, controls, keep, next, question, quiz, round }: RevealFrame,
	{ speaker }: Shown,
): APIMessageTopLevelComponent[] {
	const about = customId('quiz', 'about', question.entry);
	return [
		row([
			...(next ? [button(quizId('next', quiz, round), speaker.say(`quiz.button.${next}`))] : []),
			...(again ? [button(about, speaker.say('quiz.button.again'))] : []),
			button(quizId('open', quiz, round), speaker.say('quiz.button.open')),
			...(keep ? [button(quizId('review', quiz), speaker.say('quiz.button.review-one'))] : []),
			...controlButtons(controls, quiz, round, speaker),
		]),
	];
}
