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
const DRAWN_FOR_ONE = 4;

export interface Drawing {
	readonly dice: Dice;
	readonly library: Pick<Library, 'dataset'>;
	readonly store: Pick<Store, 'missRates'>;
}

/** Up to `count` questions. The difficulty asked for is the one that was learned from the answers of all players. */
export async function drawQuestions(
	{ difficulty, ...request }: Omit<QuestionRequest, 'difficulty'> & { readonly difficulty?: Difficulty },
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
	const drawn: Question[] = [];
	for (const question of drawing(library, wide, dice)) {
		drawn.push(question);
		// The first questions of a process take long; nobody else is to wait for them.
		await setImmediate();
	}
	const rates = await store.missRates(drawn.map(({ id }) => id));
	return drawn
		.map((question) => {
			const rate = rates.get(question.id);
			return rate ? { ...question, difficulty: learnedDifficulty(question.difficulty, rate) } : question;
		})
		.filter(({ difficulty: level }) => !range || (level >= range[0] && level <= range[1]))
		.slice(0, request.count);
}
