/** What somebody may be about to type: entries whose name begins so, among those that what was typed already fits. */
import type { Kind } from '../dataset/schema.ts';
import type { SearchIndex } from './index.ts';
import { Leaders } from './leaders.ts';
import { fitOfBeginning } from './name-index.ts';
import type { Query } from './query.ts';
import { PREFERENCE, type Ranked, type Ranker } from './rank.ts';

/** While somebody is still typing, less is enough to be offered. */
const SUGGEST_MIN = 0.2;
/** Of names that begin alike the best known comes first. */
const KNOWN = 0.03;
const LINES_MAX = 100;

export type Suggested = Omit<Ranked, 'fit'>;

export class Completion {
	readonly #index: SearchIndex;
	readonly #leaders = new Leaders(LINES_MAX);
	readonly #ranker: Ranker;

	constructor(index: SearchIndex, ranker: Ranker) {
		this.#index = index;
		this.#ranker = ranker;
	}

	/** The best entries for a text that is still being typed: first those of which it is a name already. */
	first(query: Query, preferred: readonly Kind[] | undefined, limit: number): Suggested[] {
		const exact = this.#ranker.exact(query.key, preferred);
		const ranked = this.#ranker.rank(query, preferred).filter(({ score }) => score >= SUGGEST_MIN);
		const begun = this.#ranker.names.begunBy(query.key);
		const leaders = this.#leaders;
		leaders.reset(limit);

		const isExact = (entry: number) => exact.some((it) => it.entry === entry);
		for (const { entry } of exact) begun.leaveOut(entry);
		/** Entries for which more speaks than how their names begin, each with the name that does. */
		const fitting = new Map<number, number>();
		for (const { entry, name, score } of ranked) {
			if (isExact(entry) || (begun.share(entry) > 0 && this.#scoreOf(entry, begun.share(entry), preferred) >= score)) continue;
			begun.leaveOut(entry);
			fitting.set(entry, name);
			leaders.offer(entry, score);
		}
		for (let i = 0; i < begun.size; i++) {
			const entry = begun.entries[i]!;
			const share = begun.share(entry);
			if (share === 0) continue;
			const score = this.#scoreOf(entry, share, preferred);
			if (score >= SUGGEST_MIN) leaders.offer(entry, score);
		}

		const found: Suggested[] = exact.slice(0, limit);
		for (let i = 0; i < leaders.size && found.length < limit; i++) {
			const entry = leaders.ids[i]!;
			const score = leaders.scores[i]!;
			found.push({ entry, name: fitting.get(entry) ?? begun.name(entry), score });
		}
		return found;
	}

	#scoreOf(entry: number, share: number, preferred: readonly Kind[] | undefined): number {
		const { leaning } = this.#ranker;
		const known = 1 + KNOWN * this.#index.prominence[entry]!;
		return fitOfBeginning(share) * known * leaning.source(entry, preferred) * (1 + PREFERENCE * leaning.preference(entry, preferred));
	}
}
