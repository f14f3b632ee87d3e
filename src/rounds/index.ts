/**
 * Quizzes as they are played: what people do is decided and written at the desk, the clock is watched, and the messages
 * of a quiz are kept as its state wants them. Every process does this for the quizzes it looks after; one that another
 * process has left, killed or stopped, is taken over.
 */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { MessageJson } from '../answer.ts';
import type { Pictures } from '../cards/pictures/index.ts';
import { mapOf } from '../cards/quiz-map.ts';
import type { Library } from '../library.ts';
import type { MessageRef, Messenger } from '../messenger.ts';
import { decide, dueOf, evolve, type Quiz, type QuizCommand, type QuizEvent, type QuizSettings, replay } from '../quiz/index.ts';
import { quizSpeaker } from '../quiz/language.ts';
import type { Question } from '../quiz/question.ts';
import { createId } from '../store/ids.ts';
import type { QuizPlace, Store, StoredQuiz } from '../store/index.ts';
import { createDesk, type Outcome } from './desk.ts';
import { sceneOf } from './scene.ts';
import { createStage, type Presented } from './stage.ts';

export type { Outcome } from './desk.ts';

/** So long a process may be silent before another takes its quizzes over. */
const TEND_MILLISECONDS = 6_000;
const SWEEP_MILLISECONDS = 2_000;
/** How many have answered is shown no more often than this. */
const COUNT_MILLISECONDS = 2_500;
/** Longer timers are left to the sweep; one of more than 24 days would go off at once. */
const TIMER_MAX_MILLISECONDS = 3_600_000;

export interface NewQuiz {
	/** Opens the first question at once. */
	readonly begins: boolean;
	readonly holdsChannel?: boolean;
	readonly host: { readonly id: string; readonly name: string };
	readonly language: string;
	/** Of people who do not play yet. */
	readonly names?: Readonly<Record<string, string>>;
	readonly place: QuizPlace;
	readonly questions: readonly Question[];
	readonly settings: QuizSettings;
}

export interface Attendance {
	/** Stops looking, finishes what is under way, and leaves the quizzes to other processes. */
	close(): Promise<void>;
}

export interface ActedBy {
	/** The message that was pressed. */
	readonly at?: MessageRef;
	readonly isModerator?: (player: string) => boolean;
}

export interface Rounds {
	/**
	 * What a person does; `undefined` where there is no such quiz. What has to be shown elsewhere follows of itself, but for
	 * the message that was pressed: `show` gives what takes its place.
	 */
	act(id: string, command: QuizCommand, by?: ActedBy): Promise<Outcome | undefined>;
	/** From now on, and first of all with what was left behind. */
	attend(messenger: Messenger): Attendance;
	/** The first message, to be sent; `undefined` where another quiz is played in the channel. */
	create(quiz: NewQuiz): Promise<{ readonly card: MessageJson; readonly quiz: Quiz } | undefined>;
	/** Where the first message stands. */
	keep(quiz: Quiz, ref: MessageRef): Promise<void>;
	/** The first message was lost: it is sent to the channel instead. A quiz that cannot be shown even so is over, and its channel free. */
	lose(quiz: Quiz): Promise<void>;
	read(id: string): Promise<Quiz | undefined>;
	/** What the message that somebody pressed should show now; `undefined` where it is none of the quiz's own any more. */
	show(id: string, at: MessageRef | undefined): Promise<Presented | undefined>;
}

export interface RoundsOptions {
	readonly clock: () => Date;
	readonly library: Library;
	readonly logger: Logger;
	readonly pictures: Pictures;
	readonly store: Store;
}

export function createRounds({ clock, library, logger, pictures, store }: RoundsOptions): Rounds {
	const tender = randomUUID();
	const desk = createDesk({ clock, library, store, tendMilliseconds: TEND_MILLISECONDS, tender });
	const stage = createStage({
		clock,
		close: (id) => desk.submit(id, { type: 'stop', why: 'abandoned' }),
		logger,
		pictures,
		read,
		shownOf,
		store,
	});
	const timers = new Map<string, NodeJS.Timeout>();
	const counts = new Map<string, NodeJS.Timeout>();
	let isAttending = false;
	let hasTended = false;

	function shownOf({ language }: Pick<StoredQuiz, 'language'>) {
		return { library, speaker: quizSpeaker(language) };
	}
	async function read(id: string) {
		const stored = await store.readQuiz(id);
		return stored && { quiz: replay(stored.events)!, stored };
	}
	/** Maps take a moment to draw; most are there before their rounds open. */
	const drawAhead = ({ questions, settings }: Quiz, language: string): void => {
		if (settings.inWords) return;
		for (const question of questions) {
			const { message } = mapOf(question, shownOf({ language }));
			if (message.drawings) void pictures.develop(message, () => message);
		}
	};
	const fail = (error: unknown, id: string, what: string) => logger.error({ err: error, quiz: id }, what);

	/** Has the clock looked at when it next has something to do. */
	const watch = (id: string, quiz: Quiz): void => {
		clearTimeout(timers.get(id));
		timers.delete(id);
		const due = dueOf(quiz);
		if (!due || !isAttending) return;
		const wait = Math.max(0, due.at - clock().getTime());
		if (wait > TIMER_MAX_MILLISECONDS) return;
		const timer = setTimeout(() => {
			timers.delete(id);
			tick(id).catch((error: unknown) => fail(error, id, 'the clock of a quiz failed'));
		}, wait);
		timers.set(id, timer);
	};

	const settle = (id: string, { moves, quiz }: Outcome): void => {
		hasTended = true;
		watch(id, quiz);
		if (!isAttending) return;
		if (moves.has('course')) {
			clearTimeout(counts.get(id));
			counts.delete(id);
		} else if (moves.size > 0 && quiz.settings.mode !== 'solo' && !counts.has(id)) {
			const later = setTimeout(() => {
				counts.delete(id);
				stage.refresh(id);
			}, COUNT_MILLISECONDS);
			counts.set(id, later.unref());
		}
	};

	const tick = async (id: string, always = false): Promise<void> => {
		const outcome = await desk.submit(id, { type: 'tick' });
		if (!outcome) return;
		settle(id, outcome);
		if (always || outcome.moves.has('course')) await stage.sync(id);
	};

	const sweep = async (): Promise<void> => {
		if (!(await store.hasOpenQuizzes())) return;
		const until = () => clock().getTime() + TEND_MILLISECONDS;
		if (hasTended) await store.renewQuizzes({ id: tender, until: until() });
		const left = await store.claimQuizzes({ id: tender, until: until() });
		if (left.length > 0) logger.info({ quizzes: left.length }, 'looking after quizzes that were left');
		for (const id of left) tick(id, true).catch((error: unknown) => fail(error, id, 'a quiz that was left could not be taken over'));
	};

	return {
		async act(id, command, { at, isModerator } = {}) {
			const outcome = await desk.submit(id, command, isModerator);
			if (!outcome) return undefined;
			await stage.freshen(id, at);
			settle(id, outcome);
			// A press that shows something itself comes first; see `show`.
			if (outcome.moves.has('course')) setImmediate(() => void stage.sync(id));
			return outcome;
		},
		attend(messenger) {
			isAttending = true;
			stage.open(messenger);
			let sweeping: Promise<void> | undefined;
			const look = () => {
				sweeping ??= sweep()
					.catch((error: unknown) => logger.error({ err: error }, 'looking for quizzes failed'))
					.finally(() => {
						sweeping = undefined;
					});
			};
			look();
			const looking = setInterval(look, SWEEP_MILLISECONDS).unref();
			return {
				async close() {
					isAttending = false;
					clearInterval(looking);
					for (const timer of [...timers.values(), ...counts.values()]) clearTimeout(timer);
					await sweeping;
					await stage.close();
					if (hasTended)
						await store.releaseQuizzes(tender).catch((error: unknown) => logger.warn({ err: error }, 'quizzes were not let go of'));
				},
			};
		},
		async create({ begins, holdsChannel = false, host, language, names, place, questions, settings }) {
			const now = clock();
			const at = now.getTime();
			const created = {
				at,
				host: host.id,
				id: createId(now),
				...(names ? { names } : {}),
				questions,
				settings,
				type: 'created',
			} as const satisfies QuizEvent;
			const events: QuizEvent[] = [created];
			let quiz = evolve(undefined, created)!;
			const does = (command: QuizCommand) => {
				const decision = decide(quiz, command, { library, now: at });
				for (const event of 'events' in decision ? decision.events : []) {
					events.push(event);
					quiz = evolve(quiz, event)!;
				}
			};
			if (settings.hostPlays) does({ player: host, type: 'join' });
			if (begins) does({ by: host.id, type: 'start' });
			const change = desk.toChange(quiz, events, place);
			if (!(await store.createQuiz({ change, ...place, created, holdsChannel, language }))) return undefined;
			hasTended = true;
			watch(quiz.id, quiz);
			drawAhead(quiz, language);
			const [first] = sceneOf(quiz, shownOf({ language })).filter(({ isNeeded }, _, all) => isNeeded || all.length === 1);
			const { card, inWords = card } = first!;
			return { card: await pictures.develop(card, () => inWords), quiz };
		},
		keep: (quiz, ref) => stage.keep(quiz, ref),
		async lose({ id }) {
			await stage.sync(id);
			if ((await store.readQuizMessages(id)).size > 0) return;
			const outcome = await desk.submit(id, { type: 'stop', why: 'abandoned' });
			if (outcome) settle(id, outcome);
			await store.closeQuiz(id);
		},
		read: async (id) => (await read(id))?.quiz,
		show: (id, at) => stage.show(id, at),
	};
}
