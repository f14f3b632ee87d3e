/** What the names of an entry look like beside a query: how alike they are written, and which years and states they name. */
import { ACTORS } from './concepts.ts';
import type { SearchIndex } from './index.ts';
import { type Pairs, sharedPairs } from './likeness.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface NameView {
	/** A state that the query names is named: 1. */
	readonly actorsInTitle: number;
	readonly actorsShared: number;
	/** How alike the query and that name are written that is most like it. */
	readonly likeAny: number;
	/** How much of that name is in the query of which most is. */
	readonly likeInside: number;
	readonly likeTitle: number;
	/** How many other states titles name. */
	readonly otherActors: number;
	/** A year of the query is named: 1 in a title, ½ in another name. */
	readonly yearAgrees: number;
	/** A title names another year: 1. */
	readonly yearConflicts: number;
}

const YEAR = /^1[5-9]\d\d$|^20\d\d$/;

export class NameViewer {
	readonly #actors: ReadonlySet<number>;
	readonly #names: SearchIndex['names'];
	/** For each term the year that it is, or one more than all years for a state, or 0. */
	readonly #marks: Uint16Array;

	constructor({ names }: SearchIndex, vocabulary: Vocabulary) {
		this.#names = names;
		this.#actors = new Set(ACTORS.flatMap((actor) => vocabulary.idOf(actor) ?? []));
		this.#marks = Uint16Array.from(vocabulary.terms, (term, id) => (this.#actors.has(id) ? STATE : YEAR.test(term) ? Number(term) : 0));
	}

	of(entry: number, pairs: Pairs, years: readonly number[], actors: ReadonlySet<number>): NameView {
		const { keys, starts, termStarts, terms, titles } = this.#names;
		let likeTitle = 0;
		let likeAny = 0;
		let likeInside = 0;
		let yearAgrees = 0;
		let yearConflicts = 0;
		let actorsShared = 0;
		let actorsInTitle = 0;
		let otherActors = 0;
		for (let name = starts[entry]!; name < starts[entry + 1]!; name++) {
			const { length } = keys[name]!;
			const shared = sharedPairs(pairs, keys[name]!);
			const like = (2 * shared) / (pairs.count + length + 1);
			const inside = shared / (length + 1);
			const isTitle = titles[name] === 1;
			if (like > likeAny) likeAny = like;
			if (inside > likeInside) likeInside = inside;
			if (isTitle && like > likeTitle) likeTitle = like;
			for (let i = termStarts[name]!; i < termStarts[name + 1]!; i++) {
				const mark = this.#marks[terms[i]!]!;
				if (mark === 0) continue;
				if (mark !== STATE) {
					if (years.includes(mark)) yearAgrees = Math.max(yearAgrees, isTitle ? 1 : 0.5);
					else if (isTitle && years.length > 0) yearConflicts = 1;
				} else if (actors.has(terms[i]!)) {
					actorsShared = 1;
					if (isTitle) actorsInTitle = 1;
				} else if (isTitle) otherActors++;
			}
		}
		return { actorsInTitle, actorsShared, likeAny, likeInside, likeTitle, otherActors, yearAgrees, yearConflicts };
	}
}

/** Later than every year. */
const STATE = 9_999;
