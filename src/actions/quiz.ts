/** Everything that is pressed in a quiz. What is decided is on the disk before anything is answered. */
import type { Action, Press, Submission } from '../action.ts';
import type { Answer, Context, Modal } from '../answer.ts';
import { entryCard } from '../cards/entry-card.ts';
import { goneAnswer } from '../cards/gone.ts';
import { clip } from '../cards/limits.ts';
import { answeredNotice, hintNotice, quizId, refusalNotice } from '../cards/quiz.ts';
import { missesCard } from '../cards/quiz-standings.ts';
import { may } from '../permissions.ts';
import { type Given, missesOf, type Quiz, type QuizCommand, type Refusal, retakeOf } from '../quiz/index.ts';
import { refuse, startSolo } from './quiz-start.ts';

/** Discord's limits for a form: developers/components/reference. */
const FORM_HINT_MAX = 100;
const NUMBER_MAX_LENGTH = 40;
const SOURCE_MAX_LENGTH = 100;

type Use = Pick<Press, 'at' | 'id'>;

interface Pressed extends Use {
	readonly choice: string;
	readonly quiz: string;
	readonly round: number;
}

type Verb = (pressed: Pressed, context: Context) => Answer | Promise<Answer>;

const playerOf = ({ asker }: Context) => ({ id: asker.userId, name: asker.displayName });

/** In a server, those who may manage messages lead beside the host; elsewhere nobody is above the host. */
const moderatorIn =
	({ asker }: Context) =>
	(player: string) =>
		player === asker.userId && asker.guildId !== undefined && may(asker, 'manageMessages');

const byOf = ({ at }: Use, context: Context) => ({ ...(at ? { at } : {}), isModerator: moderatorIn(context) });

const gone = (context: Context): Answer => refuse(context, 'quiz.gone');
const refusal = (why: Refusal, context: Context): Answer => ({ message: refusalNotice(why, context), outcome: 'refused', private: true });

/** What was pressed shows the state of the quiz; what else there is to show follows of itself. */
async function shown({ at, quiz }: Pressed, mode: Quiz['settings']['mode'], context: Context): Promise<Answer> {
	const shown = await context.rounds.show(quiz, at);
	return shown
		? { ...shown, outcome: 'info', private: mode === 'solo', update: true }
		: { message: { content: context.speaker.say('quiz.done') }, outcome: 'info', private: true };
}

async function act(pressed: Pressed, command: QuizCommand, context: Context): Promise<Answer> {
	const outcome = await context.rounds.act(pressed.quiz, command, byOf(pressed, context));
	if (!outcome) return gone(context);
	const { quiz, refused } = outcome;
	// Alone with the quiz, the clock may have gone on unseen: the message shows where it stands.
	if (refused && (quiz.settings.mode !== 'solo' || quiz.host !== context.asker.userId)) return refusal(refused, context);
	return shown(pressed, quiz.settings.mode, context);
}

const lead =
	(type: 'pause' | 'resume' | 'start' | 'stop'): Verb =>
	(pressed, context) =>
		act(pressed, { by: context.asker.userId, type }, context);

async function answer(pressed: Pressed, given: Given, context: Context): Promise<Answer> {
	const { at, id, quiz: quizIdentity, round } = pressed;
	const key = id ?? `${at?.messageId ?? ''} ${context.now.getTime()} ${context.dice()}`;
	const outcome = await context.rounds.act(
		quizIdentity,
		{ given, key, player: playerOf(context), round, type: 'answer' },
		byOf(pressed, context),
	);
	if (!outcome) return gone(context);
	const { quiz, refused } = outcome;
	const isAlone = quiz.settings.mode === 'solo' && quiz.host === context.asker.userId;
	if (refused && (!isAlone || refused === 'unread')) return refusal(refused, context);
	// By the last answer the round is over: what was pressed shows it at once.
	if (isAlone || quiz.phase !== 'asking' || quiz.round !== round) return shown(pressed, quiz.settings.mode, context);
	const { deadline } = quiz.rounds[round]!;
	const notice = answeredNotice(quiz.questions[round]!, given, deadline === undefined ? {} : { deadline }, context);
	return { message: notice, outcome: 'info', private: true };
}

const VERBS: Readonly<Record<string, Verb>> = {
	async about({ quiz: entryId }, context) {
		const entry = context.library.dataset.get(entryId);
		if (!entry) return goneAnswer(entryId, context);
		const asked = await startSolo({ entries: [entry.id], length: 1 }, context);
		// Of a few entries nothing can be asked that has one right answer; then of what is nearest to them.
		const near = context.library.dataset.relatedTo(entry).map(({ id }) => id);
		return asked.outcome === 'refused' ? startSolo({ entries: near, length: 1 }, context) : asked;
	},
	async accept(pressed, context) {
		const quiz = await context.rounds.read(pressed.quiz);
		if (!quiz) return gone(context);
		if (!quiz.settings.invited?.includes(context.asker.userId)) return refusal('not-invited', context);
		return act(pressed, { player: playerOf(context), type: 'join' }, context);
	},
	answer: (pressed, context) => answer(pressed, { choice: pressed.choice }, context),
	async decline(pressed, context) {
		const quiz = await context.rounds.read(pressed.quiz);
		if (!quiz) return gone(context);
		if (quiz.phase !== 'lobby') return refusal('already', context);
		const by = quiz.settings.invited?.includes(context.asker.userId) ? quiz.host : context.asker.userId;
		return act(pressed, { by, type: 'stop' }, context);
	},
	async hint(pressed, context) {
		const outcome = await context.rounds.act(
			pressed.quiz,
			{ player: playerOf(context), round: pressed.round, type: 'hint' },
			byOf(pressed, context),
		);
		if (!outcome) return gone(context);
		const { quiz, refused } = outcome;
		if (refused) return refusal(refused, context);
		const hints = quiz.rounds[pressed.round]?.hints[context.asker.userId] ?? 1;
		return { message: hintNotice(quiz.questions[pressed.round]!, hints, context), outcome: 'info', private: true };
	},
	async join(pressed, context) {
		const quiz = await context.rounds.read(pressed.quiz);
		if (!quiz) return gone(context);
		const team = quiz.settings.teams?.[pressed.round];
		return act(pressed, { player: { ...playerOf(context), ...(team ? { team } : {}) }, type: 'join' }, context);
	},
	async misses({ quiz: id }, context) {
		const quiz = await context.rounds.read(id);
		if (!quiz) return gone(context);
		if (!quiz.players[context.asker.userId]) return refuse(context, 'quiz.misses.not-played');
		return { message: missesCard(id, missesOf(quiz, context.asker.userId), context), outcome: 'info', private: true };
	},
	next: (pressed, context) => act(pressed, { by: context.asker.userId, round: pressed.round, type: 'next' }, context),
	async open({ quiz: id, round }, context) {
		const quiz = await context.rounds.read(id);
		const question = quiz?.questions[round];
		if (!question) return gone(context);
		const entry = context.library.dataset.get(question.entry);
		return entry ? { message: entryCard(entry, context), outcome: 'found', private: true } : goneAnswer(question.entry, context);
	},
	pause: lead('pause'),
	resume: lead('resume'),
	async retake({ quiz: id }, context) {
		const quiz = await context.rounds.read(id);
		if (!quiz) return gone(context);
		if (!quiz.players[context.asker.userId]) return refuse(context, 'quiz.misses.not-played');
		const questions = retakeOf(quiz, context.asker.userId, context.library, quiz.questions[0]!.language, context.dice);
		return questions.length > 0 ? startSolo({}, context, questions) : refuse(context, 'quiz.misses.none');
	},
	reveal: (pressed, context) => act(pressed, { by: context.asker.userId, round: pressed.round, type: 'reveal' }, context),
	async review({ quiz: id }, context) {
		const quiz = await context.rounds.read(id);
		if (!quiz) return gone(context);
		const missed = missesOf(quiz, context.asker.userId).map(({ question }) => question.id);
		const count = await context.store.addReviewCards(context.asker.userId, missed, context.now.getTime());
		return { message: { content: context.speaker.say('quiz.review.added', { count }) }, outcome: 'info', private: true };
	},
	start: lead('start'),
	stop: lead('stop'),
	async type({ quiz: id, round }, context) {
		const quiz = await context.rounds.read(id);
		const question = quiz?.questions[round];
		if (!quiz || question?.task.type !== 'number') return gone(context);
		if (quiz.phase !== 'asking' || quiz.round !== round) return refusal(quiz.phase === 'paused' ? 'paused' : 'late', context);
		return {
			message: { content: context.speaker.say('quiz.form.cannot') },
			modal: numberForm(id, round, question.task.unit, context),
			outcome: 'info',
			private: true,
		};
	},
};

function numberForm(quiz: string, round: number, unit: string, { speaker }: Context): Modal {
	return {
		customId: quizId('answer', quiz, round),
		inputs: [
			{
				description: clip(speaker.say('quiz.card.unit', { unit: speaker.unit(unit) }), FORM_HINT_MAX),
				id: 'number',
				label: speaker.say('quiz.form.number'),
				maxLength: NUMBER_MAX_LENGTH,
			},
			{
				description: clip(speaker.say('quiz.form.source-hint'), FORM_HINT_MAX),
				id: 'source',
				label: speaker.say('quiz.form.source'),
				maxLength: SOURCE_MAX_LENGTH,
				required: false,
			},
		],
		title: speaker.say('quiz.form.title'),
	};
}

const pressedOf = ({ args, at, id }: Press | Submission): Pressed => {
	const [, quiz = '', round = '', choice = ''] = args;
	return { ...(at ? { at } : {}), choice, ...(id ? { id } : {}), quiz, round: Number.parseInt(round, 10) };
};

export const quiz: Action = {
	answer(press, context) {
		const verb = press.args[0] ?? '';
		return Object.hasOwn(VERBS, verb) ? VERBS[verb]!(pressedOf(press), context) : refuse(context, 'error.old-button');
	},
	name: 'quiz',
	submit(submission, context) {
		const { number = '', source = '' } = submission.fields;
		const given: Given = { ...(source.trim() ? { source: source.trim() } : {}), text: number.trim() };
		return answer(pressedOf(submission), given, context);
	},
};
