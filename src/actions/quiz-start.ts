/** Starting a quiz of each mode, by a command or by a button. */
import { type Answer, type Context, publicly } from '../answer.ts';
import { quoted } from '../cards/markdown.ts';
import type { MessageKey } from '../messages/index.ts';
import { QUESTION_KINDS, type QuestionKind, type QuizSettings, settingsFor } from '../quiz/index.ts';
import { quizLanguageFor } from '../quiz/language.ts';
import { readPeriod } from '../quiz/period.ts';
import type { Question } from '../quiz/question.ts';
import { type Difficulty, drawQuestions } from '../rounds/draw.ts';
import { topicOf } from './topics.ts';

export const SOLO_LENGTH = 5;
export const CHANNEL_LENGTH = 8;
export const DUEL_LENGTH = 5;
/** Of words that could not be read. */
const SHOWN_MAX = 60;

/** What may be chosen for any quiz; as it was typed. */
export interface QuizWishes {
	readonly difficulty?: Difficulty;
	/** Only about these. */
	readonly entries?: readonly string[];
	readonly kind?: string;
	readonly language?: string;
	readonly length?: number;
	readonly period?: string;
	readonly seconds?: number;
	readonly topic?: string;
}

export const refuse = (context: Pick<Context, 'speaker'>, key: MessageKey, args?: Readonly<Record<string, string>>): Answer => ({
	message: { content: context.speaker.say(key, args) },
	outcome: 'refused',
	private: true,
});

/** What somebody answered right so lately is asked again only when there is nothing else. */
const LATELY_MILLISECONDS = 90 * 24 * 3_600_000;

interface Round {
	/** Whoever plays there. */
	readonly channelId?: string;
	readonly length: number;
	/** Those of whom it is known beforehand. */
	readonly players: readonly string[];
}

/** The questions that fit the wishes, or why there are none. */
async function questionsFor(
	wishes: QuizWishes,
	{ channelId, length: lengthDefault, players }: Round,
	context: Context,
	{ speaker } = context,
): Promise<Answer | readonly Question[]> {
	const { difficulty, entries, kind, length = lengthDefault, period: years, topic } = wishes;
	const period = years === undefined ? undefined : readPeriod(years);
	if (years !== undefined && !period) return refuse(context, 'quiz.period.unread', { text: quoted(years, SHOWN_MAX) });
	const topicId = topic === undefined ? undefined : topicOf(topic, context);
	if (topic !== undefined && topicId === undefined) return refuse(context, 'quiz.topic.unclear', { text: quoted(topic, SHOWN_MAX) });
	const since = context.now.getTime() - LATELY_MILLISECONDS;
	const questions = await drawQuestions(
		{
			avoid: await context.store.knownQuestions({ ...(channelId ? { channelId } : {}), since, userIds: players }),
			count: length,
			...(difficulty ? { difficulty } : {}),
			...(entries ? { entries } : {}),
			...(isKind(kind) ? { kinds: [kind] } : {}),
			language: quizLanguageFor(wishes.language, speaker),
			...(period ? { period } : {}),
			...(topicId ? { topics: [topicId] } : {}),
		},
		context,
	);
	return questions.length > 0 ? questions : refuse(context, entries ? 'quiz.about.none' : 'quiz.none');
}

const isKind = (kind: string | undefined): kind is QuestionKind => (QUESTION_KINDS as readonly (string | undefined)[]).includes(kind);

const wordsOnly = ({ asker }: Context) => (asker.canSeePictures ? {} : { inWords: true });
const hostOf = ({ asker }: Context) => ({ id: asker.userId, name: asker.displayName });
const placeOf = ({ asker: { channelId, guildId } }: Context) => ({ ...(channelId ? { channelId } : {}), ...(guildId ? { guildId } : {}) });

/** `update`: in the place of the message whose button was pressed. */
export async function startSolo(wishes: QuizWishes, context: Context, given?: readonly Question[]): Promise<Answer> {
	const questions = given ?? (await questionsFor(wishes, { length: SOLO_LENGTH, players: [context.asker.userId] }, context));
	if ('outcome' in questions) return questions;
	const settings = settingsFor('solo', wishes.seconds ? { seconds: wishes.seconds } : {});
	const made = await context.rounds.create({
		begins: true,
		host: hostOf(context),
		language: questions[0]!.language,
		place: placeOf(context),
		questions,
		// One question is over with its answer.
		settings: { ...settings, ...(questions.length === 1 ? { breakSeconds: 0 } : {}), ...wordsOnly(context) },
	});
	return {
		message: made!.card,
		// Only with a limit does anything change by itself.
		...(wishes.seconds ? { onSent: (ref) => context.rounds.keep(made!.quiz, ref) } : {}),
		outcome: 'found',
		private: true,
	};
}

/** For everybody in the channel. */
export async function startChannel({ teams, ...wishes }: QuizWishes & { readonly teams?: number }, context: Context): Promise<Answer> {
	const why = cannotPost(context);
	if (why) return why;
	const questions = await questionsFor(
		wishes,
		{ ...placeOf(context), length: CHANNEL_LENGTH, players: [context.asker.userId] },
		context,
		publicly(context),
	);
	if ('outcome' in questions) return questions;
	const names = Array.from({ length: teams ?? 0 }, (_, index) => context.publicSpeaker.say('quiz.team', { number: index + 1 }));
	const settings = settingsFor('channel', { ...(wishes.seconds ? { seconds: wishes.seconds } : {}), ...(teams ? { teams: names } : {}) });
	return inChannel({ begins: false, holdsChannel: true, questions, settings }, context);
}

export async function startDuel({ opponent, ...wishes }: QuizWishes & { readonly opponent: string }, context: Context): Promise<Answer> {
	const why = cannotPost(context);
	if (why) return why;
	const person = context.people.get(opponent);
	if (opponent === context.asker.userId) return refuse(context, 'quiz.duel-with.self');
	if (person?.isBot) return refuse(context, 'quiz.duel-with.bot');
	const questions = await questionsFor(
		wishes,
		{ length: DUEL_LENGTH, players: [context.asker.userId, opponent] },
		context,
		publicly(context),
	);
	if ('outcome' in questions) return questions;
	const settings = settingsFor('duel', { invited: [opponent], ...(wishes.seconds ? { seconds: wishes.seconds } : {}) });
	return inChannel({ begins: false, names: { [opponent]: person?.name ?? '?' }, questions, settings }, context);
}

/** A question about an entry, posed to everybody or to one person. */
export async function startAsk(
	{ entry, to, ...wishes }: QuizWishes & { readonly entry: string; readonly to?: string },
	context: Context,
): Promise<Answer> {
	const why = cannotPost(context);
	if (why) return why;
	const person = to === undefined ? undefined : context.people.get(to);
	if (to === context.asker.userId) return refuse(context, 'quiz.ask-to.self');
	if (person?.isBot) return refuse(context, 'quiz.ask-to.bot');
	const answering = to ? { players: [to] } : { ...placeOf(context), players: [] };
	const questions = await questionsFor({ ...wishes, entries: [entry] }, { ...answering, length: 1 }, context, publicly(context));
	if ('outcome' in questions) return questions;
	const settings = settingsFor('ask', { ...(to ? { invited: [to] } : {}), ...(wishes.seconds ? { seconds: wishes.seconds } : {}) });
	const { id, name } = hostOf(context);
	return inChannel({ begins: true, names: { [id]: name, ...(to ? { [to]: person?.name ?? '?' } : {}) }, questions, settings }, context);
}

interface InChannel {
	readonly begins: boolean;
	readonly holdsChannel?: boolean;
	readonly names?: Readonly<Record<string, string>>;
	readonly questions: readonly Question[];
	readonly settings: QuizSettings;
}

async function inChannel(quiz: InChannel, context: Context): Promise<Answer> {
	const made = await context.rounds.create({
		...quiz,
		host: hostOf(context),
		language: quiz.questions[0]!.language,
		place: placeOf(context),
		settings: { ...quiz.settings, ...wordsOnly(context) },
	});
	if (!made) return refuse(context, 'quiz.channel.held');
	const { card, quiz: begun } = made;
	return {
		message: card,
		onLost: () => context.rounds.lose(begun),
		onSent: (ref) => context.rounds.keep(begun, ref),
		outcome: 'found',
		private: false,
	};
}

/** Where the app is a guest, nobody else would see what it says. */
function cannotPost(context: Context): Answer | undefined {
	if (context.asker.isExternal) return refuse(context, 'quiz.channel.external');
	return context.asker.channelId === undefined ? refuse(context, 'quiz.channel.none') : undefined;
}
