/** Drawing by dice that are handed in: the same dice draw the same. */

/** A number from 0 up to, but not including, 1. */
export type Dice = () => number;

export function pick<T>(items: readonly T[], dice: Dice): T | undefined {
	return items[Math.floor(dice() * items.length)];
}

/** Fisher–Yates, on a copy. */
export function shuffle<T>(items: readonly T[], dice: Dice): T[] {
	const shuffled = [...items];
	for (let last = shuffled.length - 1; last > 0; last--) {
		const other = Math.floor(dice() * (last + 1));
		[shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
	}
	return shuffled;
}

/** Shuffled so that the nearer half of a sorted list comes before the farther one: plausible first, and not always the same. */
export function shuffleNearFirst<T>(sorted: readonly T[], near: number, dice: Dice): T[] {
	return [...shuffle(sorted.slice(0, near), dice), ...shuffle(sorted.slice(near), dice)];
}

/** Dice from a seed, for tests and for quizzes that can be replayed (mulberry32). */
export function diceOf(seed: number): Dice {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d_2b_79_f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
