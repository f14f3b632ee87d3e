/** The questions of a quiz, as hard as people have found them. */
import { setImmediate } from 'node:timers/promises';
import type { Library } from '../library.ts';
import { type Dice, drawing, learnedDifficulty, type QuestionRequest } from '../quiz/index.ts';
import type { Question } from '../quiz/question.ts';
import type { Store } from '../store/index.ts';

export const DIFFICULTIES = { easy: [0, 0.4], hard: [0.6, 1], middling: [0.4, 0.6] } as const satisfies Record<
	string,
	readonly [from: number, to: number]
>;
export type Difficulty = keyof typeof DIFFICULTIES;

/** What people know or miss moves a question by no more than this before it is looked at. */
const LEARNED_SHIFT = 0.2;
/** So many are looked at, at most, for one that is as hard as was asked for. */
const DRAWN_FOR_ONE = 20;

export interface Drawing {
	readonly dice: Dice;
	readonly library: Pick<Library, 'dataset'>;
	readonly store: Pick<Store, 'missRates'>;
}

export interface Wanted extends Omit<QuestionRequest, 'difficulty' | 'seen'> {
	/** Ids of questions that are asked only when there are no others. */
	readonly avoid?: ReadonlySet<string>;
	readonly difficulty?: Difficulty;
}

/** Up to `count` questions. The difficulty asked for is the one that was learned from the answers of all players. */
export async function drawQuestions(
	{ avoid = new Set(), difficulty, ...request }: Wanted,
	{ dice, library, store }: Drawing,
): Promise<Question[]> {
	const range = difficulty && DIFFICULTIES[difficulty];
	const wide: QuestionRequest = range
		? {
				...request,
				count: request.count * DRAWN_FOR_ONE,
				difficulty: [Math.max(0, range[0] - LEARNED_SHIFT), Math.min(1, range[1] + LEARNED_SHIFT)],
			}
		: request;
	const chosen: Question[] = [];
	let batch: Question[] = [];
	/** Keeps of the batch what is as hard as was asked for. */
	const choose = async () => {
		const rates = await store.missRates(batch.map(({ id }) => id));
		for (const question of batch) {
			const rate = rates.get(question.id);
			const level = rate ? learnedDifficulty(question.difficulty, rate) : question.difficulty;
			if (!range || (level >= range[0] && level <= range[1])) chosen.push({ ...question, difficulty: level });
		}
		batch = [];
	};
	for (const avoided of avoid.size > 0 ? [avoid, []] : [[]]) {
		const seen = new Set([...avoided, ...chosen.map(({ id }) => id)]);
		for (const question of drawing(library, { ...wide, seen }, dice)) {
			if (batch.push(question) === request.count) await choose();
			if (chosen.length >= request.count) break;
			// The first questions of a process take long; nobody else is to wait for them.
			await setImmediate();
		}
		if (batch.length > 0) await choose();
		if (chosen.length >= request.count) break;
	}
	return chosen.slice(0, request.count);
}
