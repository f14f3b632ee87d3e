/**
 * Where everything that people and the clock do to quizzes is decided and written. What comes while a quiz is held waits
 * for the next turn, and a whole turn is one transaction: two hundred presses at once cost a few writes to the disk.
 */
import type { Library } from '../library.ts';
import {
	type Decision,
	decide,
	dueOf,
	evolve,
	KNOWN_MARKS,
	type Quiz,
	type QuizCommand,
	type QuizEvent,
	type Refusal,
	replay,
} from '../quiz/index.ts';
import type { QuizChange, QuizPlace, Store, StoredQuiz } from '../store/index.ts';

/** What a turn has done, as far as others have to see it. */
export type Move = 'answered' | 'course' | 'joined';

export interface Outcome {
	readonly moves: ReadonlySet<Move>;
	/** After everything that was decided in the same turn. Of rounds that were over before it, the results are empty. */
	readonly quiz: Quiz;
	readonly refused?: Refusal;
}

export interface DeskOptions {
	readonly clock: () => Date;
	readonly library: Pick<Library, 'dataset'>;
	readonly store: Store;
	/** How long this process looks after a quiz before another may take it over; it renews in good time. */
	readonly tendMilliseconds: number;
	/** This process. */
	readonly tender: string;
}

/** `tick`: only what the clock has to do. */
export type DeskCommand = QuizCommand | { readonly type: 'tick' };

export interface Desk {
	/** Resolves when what was decided is on the disk; to `undefined` where there is no such quiz. */
	submit(id: string, command: DeskCommand, isModerator?: (player: string) => boolean): Promise<Outcome | undefined>;
	/** What has to be written with these events. */
	toChange(quiz: Quiz, events: readonly QuizEvent[], place: QuizPlace): QuizChange;
}

interface Waiting {
	readonly command: DeskCommand;
	readonly isModerator?: (player: string) => boolean;
	reject(error: unknown): void;
	resolve(outcome: Outcome | undefined): void;
}

type Turn = QuizChange & { readonly outcomes: readonly Outcome[] };

/** Within this time a quiz is looked after; what is due later is found when it is due. */
const SOON_MILLISECONDS = 15 * 60_000;
/** Commands in one turn. */
const TURN_MAX = 500;
/** The clock never has this much to do at once. */
const STEPS_MAX = 100;

export function createDesk({ clock, library, store, tendMilliseconds, tender }: DeskOptions): Desk {
	const queues = new Map<string, Waiting[]>();

	const toChange = (quiz: Quiz, events: readonly QuizEvent[], place: QuizPlace): QuizChange => {
		const now = clock().getTime();
		const due = dueOf(quiz);
		const isTended =
			quiz.phase === 'ended' ? showsItself(quiz) : due !== undefined && quiz.phase !== 'lobby' && due.at - now < SOON_MILLISECONDS;
		return {
			...(due ? { dueAt: due.at } : {}),
			events,
			record: events.flatMap((event) => (event.type === 'revealed' ? recordOf(quiz, event, place) : [])),
			...(isTended ? { tender: { id: tender, until: now + tendMilliseconds } } : {}),
		};
	};

	const take = (stored: StoredQuiz, waiting: readonly Waiting[]): Turn => {
		const now = clock().getTime();
		let quiz = replay(stored.events)!;
		const events: QuizEvent[] = [];
		const moves = new Set<Move>();
		const apply = (command: QuizCommand, isModerator?: (player: string) => boolean): Decision => {
			const decision = decide(quiz, command, { ...(isModerator ? { isModerator } : {}), library, now });
			for (const event of 'events' in decision ? decision.events : []) {
				quiz = evolve(quiz, event)!;
				events.push(event);
				moves.add(event.type === 'answered' || event.type === 'joined' ? event.type : event.type === 'hinted' ? 'answered' : 'course');
			}
			return decision;
		};
		const refusals = waiting.map(({ command, isModerator }) => {
			const decision = command.type === 'tick' ? undefined : apply(command, isModerator);
			return decision && 'refused' in decision ? decision.refused : undefined;
		});
		for (let step = 0; step < STEPS_MAX; step += 1) {
			const due = dueOf(quiz);
			if (!due || due.at > now || 'refused' in apply(due.command)) break;
		}
		return {
			...toChange(quiz, events, stored),
			outcomes: refusals.map((refused) => ({ moves, quiz, ...(refused ? { refused } : {}) })),
		};
	};

	const run = async (id: string, queue: Waiting[]): Promise<void> => {
		while (queue.length > 0) {
			const waiting = queue.splice(0, TURN_MAX);
			try {
				const turn = await store.changeQuiz(id, (stored) => take(stored, waiting));
				for (const [index, { resolve }] of waiting.entries()) resolve(turn?.outcomes[index]);
			} catch (error) {
				for (const { reject } of waiting) reject(error);
			}
		}
		queues.delete(id);
	};

	return {
		submit: (id, command, isModerator) =>
			new Promise((resolve, reject) => {
				const waiting: Waiting = { command, ...(isModerator ? { isModerator } : {}), reject, resolve };
				const queue = queues.get(id);
				if (queue) {
					queue.push(waiting);
					return;
				}
				const started = [waiting];
				queues.set(id, started);
				// What arrives in the same moment goes along.
				setImmediate(() => void run(id, started));
			}),
		toChange,
	};
}

/** Alone and without a limit, everything is shown by what is pressed. */
const showsItself = ({ settings: { mode, seconds } }: Quiz): boolean => mode !== 'solo' || seconds !== undefined;

/** What players got in a round, for the leaderboard and for what is learned about the question. */
function recordOf(
	{ id, questions, rounds, settings: { mode } }: Quiz,
	{ at, round }: Extract<QuizEvent, { type: 'revealed' }>,
	{ channelId, guildId }: QuizPlace,
): QuizChange['record'] & object {
	// As it was first revealed: a reveal that could not follow is no event.
	return Object.entries(rounds[round]?.results ?? {}).map(([userId, { bonus, marks }]) => ({
		at,
		...(channelId ? { channelId } : {}),
		...(guildId ? { guildId } : {}),
		known: marks >= KNOWN_MARKS,
		mode,
		points: Math.round((marks + bonus) * 100),
		questionId: questions[round]!.id,
		quizId: id,
		round,
		userId,
	}));
}
