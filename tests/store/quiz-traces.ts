/** Quizzes with small made-up questions, and something of a person in every table of quizzes. */
import { settingsFor } from '../../src/quiz/modes.ts';
import type { Question } from '../../src/quiz/question.ts';
import type { QuizEvent, QuizMode } from '../../src/quiz/quiz.ts';
import type { Store } from '../../src/store/index.ts';

export const questionFor = (id: string): Question => ({
	cited: [],
	difficulty: 0.5,
	entry: 'battle',
	id: `battle.date.${id}`,
	kind: 'date',
	language: 'en',
	prompt: 'When?',
	task: {
		accepts: [],
		choices: ['a', 'b', 'c', 'd'].map((choice) => ({ id: choice, means: { date: `190${choice}` }, text: `190${choice}` })),
		key: 'a',
		strikes: ['b', 'c'],
		type: 'choice',
	},
	told: [],
	topics: [],
});

export interface CreatedQuiz {
	readonly channelId?: string;
	readonly holdsChannel?: boolean;
	readonly host?: string;
	readonly invited?: readonly string[];
	readonly mode?: QuizMode;
	readonly questions?: number;
}

/** `false` where the channel is held. */
export function createSmallQuiz(
	store: Store,
	id: string,
	at: number,
	{ channelId, holdsChannel = false, host = 'nobody', invited, mode = 'channel', questions = 2 }: CreatedQuiz = {},
): Promise<boolean> {
	const created: Extract<QuizEvent, { type: 'created' }> = {
		at,
		host,
		id,
		questions: Array.from({ length: questions }, (_, index) => questionFor(String(index))),
		settings: settingsFor(mode, invited ? { invited } : {}),
		type: 'created',
	};
	return store.createQuiz({ change: { events: [created] }, ...(channelId ? { channelId } : {}), created, holdsChannel, language: 'en' });
}

/** A quiz that this person starts, is asked in, answers, has a hint in, and one that they played to its end. */
export async function leaveQuizTraces(store: Store, userId: string, now: number): Promise<void> {
	await createSmallQuiz(store, `started-${now}-${Math.random()}`, now, { host: userId, invited: [userId] });
	const id = `played-${now}-${Math.random()}`;
	await createSmallQuiz(store, id, now);
	const joined: QuizEvent = { at: now, player: { id: userId, name: `name of ${userId}` }, type: 'joined' };
	await store.changeQuiz(id, () => ({ events: [joined, { at: now, round: 0, type: 'opened' }] }));
	await store.changeQuiz(id, () => ({
		events: [
			{ at: now, hints: 1, player: userId, round: 0, type: 'hinted' },
			{ at: now, given: { choice: 'a' }, key: `press of ${userId}`, player: userId, round: 0, type: 'answered' },
		],
	}));
	const results = { [userId]: { bonus: 0, given: { choice: 'a' }, hints: 1, marks: 0.75, took: 10 } };
	await store.changeQuiz(id, () => ({ events: [{ at: now, results, round: 0, type: 'revealed' }] }));
}
