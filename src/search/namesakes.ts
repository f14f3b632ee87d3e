/** Which entry is meant when the query is a name or keyword that others share. */
import type { Kind } from '../dataset/schema.ts';
import type { SearchIndex } from './index.ts';
import { KeywordIndex } from './keyword-index.ts';
import type { NameMatcher } from './name-match.ts';
import type { Query } from './query.ts';
import type { Fitting } from './ranked.ts';

const FIGURE_FIT = 0.6;
/** The query is a keyword of few entries. */
const KEYWORD_FIT = 0.6;
/** More entries of the asked kinds than this speak of somebody of whom no single one can be meant. */
const SPEAKING_MAX = 3;
/** From this weight on an entry speaks of a word in its summary, keywords or names, and not only in some account. */
const SPEAKS_MIN = 0.5;
/** What the bare name of a person or place must make up of the name of an event or treaty that is meant by it. */
const BARE_NAME_SHARE = 0.3;
/** Kinds whose bare name may stand for what is named after them. */
const BARE: ReadonlySet<Kind> = new Set(['person', 'place']);

export class Namesakes {
	readonly #index: SearchIndex;
	readonly #keywords: KeywordIndex;
	readonly #kinds: readonly Kind[];
	readonly #matcher: NameMatcher;

	/** `matcher`: linked to the words of the query at hand. */
	constructor(index: SearchIndex, kinds: readonly Kind[], matcher: NameMatcher) {
		this.#index = index;
		this.#keywords = new KeywordIndex(index.keywords);
		this.#kinds = kinds;
		this.#matcher = matcher;
	}

	/** Entries of which the query is a keyword that few have, the asked kind first, then the most prominent. */
	byKeyword(key: string, preferred: readonly Kind[] | undefined): Fitting[] {
		return this.#keywords
			.meantBy(key)
			.map((entry) => ({
				entry,
				fit: KEYWORD_FIT,
				name: this.#index.names.starts[entry]!,
				score: KEYWORD_FIT,
			}))
			.sort(
				(a, b) =>
					Number(preferred?.includes(this.#kinds[b.entry]!) ?? false) - Number(preferred?.includes(this.#kinds[a.entry]!) ?? false) ||
					Number(this.#kinds[a.entry] === 'source') - Number(this.#kinds[b.entry] === 'source') ||
					this.#index.prominence[b.entry]! - this.#index.prominence[a.entry]! ||
					a.entry - b.entry,
			);
	}

	/**
	 * Among entries of the kind that was asked for, the one that is meant although the query is the name of `namesake`,
	 * an entry of another kind: “/event laxman” means Laxman's mission, which is named after him; “/figures 84 million
	 * signatures” the count.
	 */
	meantInstead(namesake: number, asked: readonly Fitting[], query: Query, kinds: readonly Kind[] | undefined): Fitting | undefined {
		for (const ranked of asked) {
			const name = this.#matcher.after(ranked.entry, namesake, query.words.length);
			if (name !== undefined) return { ...ranked, name };
		}
		if (kinds !== undefined && BARE.has(this.#kinds[namesake]!)) {
			const called = this.#calledAfter(query, kinds);
			// A person wrote several sources; of events and treaties only a single one can be meant.
			if (called.length === 1 || (called.length > 0 && kinds.includes('source'))) return called[0];
		}
		if (query.numbers.length > 0) return asked.find(({ entry, fit }) => this.#kinds[entry] === 'figures' && fit >= FIGURE_FIT);
		return undefined;
	}

	/** Entries of the asked kinds that bear the whole query in a name of which it is a good part, or as a keyword; the most prominent first. */
	#calledAfter({ key, words }: Query, kinds: readonly Kind[]): Fitting[] {
		const { postings, prominence } = this.#index;
		const isSource = kinds.includes('source');
		const found = new Map<number, Fitting>();
		const add = (entry: number, name: number) => {
			if (kinds.includes(this.#kinds[entry]!)) found.set(entry, { entry, fit: KEYWORD_FIT, name, score: KEYWORD_FIT });
		};
		if (isSource) for (const entry of this.#keywords.having(key)) add(entry, this.#index.names.starts[entry]!);
		const titled: number[] = [];
		let speaking = 0;
		for (const { quality, term } of words[0]?.meanings ?? []) {
			if (quality < 1) continue;
			for (let i = postings.starts[term]!; i < postings.starts[term + 1]!; i++) {
				const entry = postings.entries[i]!;
				if (!kinds.includes(this.#kinds[entry]!) || postings.weights[i]! < SPEAKS_MIN * 255) continue;
				speaking++;
				const name = this.#matcher.holding(entry, words.length, isSource ? 0 : BARE_NAME_SHARE, !isSource);
				if (name !== undefined) add(entry, name);
				if (this.#matcher.holding(entry, words.length, 0, true) !== undefined) titled.push(entry);
			}
		}
		if (speaking > SPEAKING_MAX && !isSource) return [];
		// What has the name in its title is meant before what has it among others.
		const only = titled.length === 1 && !isSource ? found.get(titled[0]!) : undefined;
		if (only) return [only];
		return [...found.values()].sort((a, b) => prominence[b.entry]! - prominence[a.entry]! || a.entry - b.entry);
	}
}
