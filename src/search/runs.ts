/** Words that are written without blanks between them, found inside a text by what they begin with. */

const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export const isRun = (folded: string): boolean => RUN.test(folded);

/** A word, and what it stands for. */
export type Run = readonly [word: string, concept: string];

export class Runs {
	/** By the first character of the word; with their place among all, the longest first. */
	readonly #beginning = new Map<string, { readonly place: number; readonly run: Run }[]>();

	constructor(runs: readonly Run[]) {
		runs
			.toSorted(([a], [b]) => b.length - a.length)
			.forEach((run, place) => {
				const first = run[0][0]!;
				const others = this.#beginning.get(first);
				if (others) others.push({ place, run });
				else this.#beginning.set(first, [{ place, run }]);
			});
	}

	/** Those that stand in a folded text, longest first; what was found of one is `left` in its place, and no part of another. */
	in(folded: string, left: '' | ' '): Run[] {
		const begun: { readonly place: number; readonly run: Run }[] = [];
		for (let at = 0; at < folded.length; at++) {
			const first = folded[at]!;
			if (folded.indexOf(first) === at) begun.push(...(this.#beginning.get(first) ?? []));
		}
		begun.sort((a, b) => a.place - b.place);
		let rest = folded;
		return begun.flatMap(({ run }) => {
			if (!rest.includes(run[0])) return [];
			rest = rest.replaceAll(run[0], left);
			return [run];
		});
	}
}
