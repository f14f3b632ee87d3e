/** What tips the balance between entries that fit alike: what is asked, of whom, and under which command. */
import type { Kind } from '../dataset/schema.ts';
import { ACTORS, ASKS, asksTermOf, CONCEPT_PREFIX } from './concepts.ts';
import type { SearchIndex } from './index.ts';
import type { Query, QueryWord } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** “How many” asks for figures. */
const FIGURES_ASKED = 1.18;
const COUNT_OF_ASKED = 1.06;
const COUNT_OF_OTHERS = 0.8;
const ASKS_WHEN = asksTermOf('when');
const ASKS_WHETHER = asksTermOf('yes-no');

const TREATY = `${CONCEPT_PREFIX}treaty`;

interface Known {
	readonly actors: ReadonlySet<number>;
	/** For each thing that is asked the questions that ask it. */
	readonly asking: ReadonlyMap<string, ReadonlySet<number>>;
	readonly treaty: number | undefined;
}

export class Leaning {
	readonly #index: SearchIndex;
	readonly #kinds: readonly Kind[];
	readonly #vocabulary: Vocabulary;
	/** Found for the first query: a start need not wait for it. */
	#known: Known | undefined;

	constructor(index: SearchIndex, kinds: readonly Kind[], vocabulary: Vocabulary) {
		this.#index = index;
		this.#kinds = kinds;
		this.#vocabulary = vocabulary;
	}

	get #terms(): Known {
		return (this.#known ??= this.#findTerms());
	}

	#findTerms(): Known {
		const { entries, starts, weights } = this.#index.postings;
		const asking = new Map<string, Set<number>>();
		for (const asks of ASKS) {
			const term = this.#vocabulary.idOf(asks);
			if (term === undefined) continue;
			const questions = new Set<number>();
			for (let i = starts[term]!; i < starts[term + 1]!; i++) {
				const entry = entries[i]!;
				if (this.#kinds[entry] === 'question' && weights[i] === 255) questions.add(entry);
			}
			asking.set(asks, questions);
		}
		return {
			actors: new Set(ACTORS.flatMap((actor) => this.#vocabulary.idOf(actor) ?? [])),
			asking,
			treaty: this.#vocabulary.idOf(TREATY),
		};
	}

	/** Whether the entry is a question that asks this. */
	asks(entry: number, asked: string | undefined): boolean {
		return asked !== undefined && this.#terms.asking.get(asked)?.has(entry) === true;
	}

	/** What is asked for by “how many”, “did”, “who”, “treaty”. */
	intent(entry: number, query: Query): number {
		const kind = this.#kinds[entry]!;
		if (query.intents.has('count')) return kind === 'figures' ? FIGURES_ASKED : 0.94;
		if (kind === 'question' && query.asked !== undefined) return this.#questionFactor(entry, query.asked);
		if (query.asked === undefined && query.words.length > 0 && query.numbers.some(({ bare }) => !bare))
			return kind === 'figures' ? FIGURES_ASKED : 0.94;
		if (
			kind === 'treaty' &&
			query.words.some(({ meanings }) => meanings.some(({ quality, term }) => quality >= 0.8 && term === this.#terms.treaty))
		)
			return 1.08;
		return 1;
	}

	/** The concepts of the states that a query names. */
	actorsIn(words: readonly QueryWord[]): ReadonlySet<number> {
		const { actors } = this.#terms;
		const found = new Set<number>();
		for (const { meanings } of words) for (const { term } of meanings) if (actors.has(term)) found.add(term);
		return found;
	}

	/** The concept of the state that a query names first. */
	firstActorIn(words: readonly QueryWord[]): number | undefined {
		const { actors } = this.#terms;
		for (const { meanings } of words) for (const { term } of meanings) if (actors.has(term)) return term;
		return undefined;
	}

	/** The same of the title of an entry. */
	firstActorOf(entry: number): number | undefined {
		const { starts, termStarts, terms } = this.#index.names;
		const { actors } = this.#terms;
		const title = starts[entry]!;
		for (let i = termStarts[title]!; i < termStarts[title + 1]!; i++) if (actors.has(terms[i]!)) return terms[i];
		return undefined;
	}

	/** Whether a question or a count names states, and none of those that were asked about. */
	speaksOfOthers(name: number, entry: number, asked: ReadonlySet<number>): boolean {
		if (this.#kinds[entry] !== 'question' && this.#kinds[entry] !== 'figures') return false;
		const { termStarts, terms } = this.#index.names;
		const { actors } = this.#terms;
		let others = false;
		for (let i = termStarts[name]!; i < termStarts[name + 1]!; i++) {
			if (asked.has(terms[i]!)) return false;
			if (actors.has(terms[i]!)) others = true;
		}
		return others;
	}

	/** Whose numbers a count tells: that of the asked states by its title comes first, that of others by all of its names last. */
	counted(entry: number, asked: ReadonlySet<number>): number {
		if (this.#kinds[entry] !== 'figures' || asked.size === 0) return 1;
		const { starts, termStarts, terms } = this.#index.names;
		const { actors } = this.#terms;
		const title = starts[entry]!;
		let others = false;
		for (let i = termStarts[title]!; i < termStarts[starts[entry + 1]!]!; i++) {
			if (asked.has(terms[i]!)) return i < termStarts[title + 1]! ? COUNT_OF_ASKED : 1;
			if (actors.has(terms[i]!)) others = true;
		}
		return others ? COUNT_OF_OTHERS : 1;
	}

	/** A question that asks the same is the answer; one that asks something else of the same matter is not. */
	#questionFactor(entry: number, asked: string): number {
		if (this.asks(entry, asked)) return asked === ASKS_WHEN ? 1.25 : 1.35;
		return this.asks(entry, ASKS_WHETHER) || asked === ASKS_WHETHER ? 1.1 : 0.9;
	}

	/** Sources come after what they speak of, unless they were asked for. */
	source(entry: number, preferred: readonly Kind[] | undefined): number {
		return this.#kinds[entry] === 'source' && !preferred?.includes('source') ? 0.88 : 1;
	}

	/** 1 for what the command looks for. */
	preference(entry: number, preferred: readonly Kind[] | undefined): number {
		return preferred?.includes(this.#kinds[entry]!) ? 1 : 0;
	}
}
