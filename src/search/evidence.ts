/** What speaks for an entry as the one that is meant: numbers from which the model weighs it. */
import type { Kind } from '../dataset/schema.ts';
import { type Near, UNLEARNED } from './affinity.ts';
import { BITS } from './candidates.ts';
import { isStranger } from './common-words.ts';
import { ASKS } from './concepts.ts';
import { NOWHERE } from './elsewhere.ts';
import type { SearchIndex } from './index.ts';
import { pairsOf } from './likeness.ts';
import { type NameView, NameViewer } from './name-view.ts';
import type { Ranker } from './rank.ts';
import type { Asked, Ranked } from './ranked.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type BestWording, WordingMatcher } from './wordings.ts';

/** The names of the numbers of a row, in their order; filled by the first row that is made. */
export const EVIDENCE: string[] = [];
const EVIDENCE_MAX = 256;

const KINDS = ['event', 'treaty', 'figures', 'question', 'person', 'place', 'term', 'source'] as const satisfies readonly Kind[];
const SCRIPTS = ['latin', 'cyrillic', 'han', 'kana', 'hangul', 'digits'] as const;

/** A row that is being filled. */
class Row {
	readonly #values = new Float32Array(EVIDENCE_MAX);
	#size = 0;

	put(name: string, value: number): void {
		if (this.#size === EVIDENCE.length) EVIDENCE.push(name);
		this.#values[this.#size++] = value;
	}

	get size(): number {
		return this.#size;
	}

	/** The row as it is; what was put after the first `kept` numbers is forgotten. */
	take(kept: number): Float32Array {
		const row = this.#values.slice(0, this.#size);
		this.#size = kept;
		return row;
	}
}

/** What was seen of one entry, of which its lead over the others can be told. */
interface Compared {
	readonly names: NameView;
	/** The logarithm of its share by the words together, and whether it was learned. */
	readonly near: number;
	readonly one: Ranked;
	readonly passage: number;
	/** The words of the query that titles of what it is related to have, one bit each. */
	readonly related: number;
	readonly wording: BestWording;
}

const MEASURES: readonly (readonly [string, (one: Compared) => number])[] = [
	['score', ({ one }) => one.score],
	['coverage', ({ one }) => one.seen.coverage],
	['told', ({ one }) => one.seen.told],
	['passage', ({ passage }) => passage],
	['f', ({ one }) => one.seen.best.f],
	['precision', ({ one }) => one.seen.best.precision],
	['like', ({ names }) => names.likeAny],
	['wording', ({ wording }) => wording.f],
	['near', ({ near }) => Math.exp(near)],
];

/** The exact names and keywords that the query is. */
export interface Known {
	/** Entries of which the query is a name. */
	readonly exact: ReadonlySet<number>;
	/** Entries by the name of which it asks: “who was Zhukov?”. */
	readonly framed: ReadonlySet<number>;
	/** Entries of which it is a keyword, with 1 by how many share it. */
	readonly held: ReadonlyMap<number, number>;
}

export class EvidenceReader {
	readonly #index: SearchIndex;
	readonly #kinds: readonly Kind[];
	readonly #names: NameViewer;
	readonly #ranker: Ranker;
	readonly #row = new Row();
	/** Of the query at hand: the words of it that titles of an entry have. */
	readonly #entitled = new Map<number, number>();
	readonly #wordings: WordingMatcher;
	readonly #yearWeight: number;

	constructor(index: SearchIndex, kinds: readonly Kind[], vocabulary: Vocabulary, ranker: Ranker) {
		this.#index = index;
		this.#kinds = kinds;
		this.#ranker = ranker;
		this.#names = new NameViewer(index, vocabulary);
		this.#wordings = new WordingMatcher(index.wordings, vocabulary);
		this.#yearWeight = Math.log(1 + kinds.length / 30);
	}

	/** The evidence for each entry that may be meant; `asked`: what was seen of the query. */
	rows(ranked: readonly Ranked[], asked: Asked, known: Known, near: Near | undefined): Float32Array[] {
		const { query, weights } = asked;
		const years = query.dates.filter(({ precision }) => precision !== 'monthday').map(({ from }) => Math.floor(from / 10_000));
		this.#wordings.link(
			query.words,
			weights,
			years.map(String),
			years.map(() => this.#yearWeight),
		);
		const pairs = pairsOf(query.key);
		this.#entitled.clear();
		const compared = ranked.map(
			(one): Compared => ({
				names: this.#names.of(one.entry, pairs, years, asked.actors),
				near: near?.share(one.entry) ?? UNLEARNED,
				one,
				passage: asked.described ? one.seen.passage : this.#ranker.told(one.entry, asked),
				related: this.#entitledAround(one.entry),
				wording: this.#wordings.best(one.entry),
			}),
		);
		const leads = MEASURES.map(([, of]) => leadsOf(compared, of));
		const told = sharesOf(compared, query.words.length, ({ one }) => one.seen.spoken);
		const named = sharesOf(compared, query.words.length, ({ one }) => one.seen.best.held);
		const row = this.#row;
		this.#putQuery(asked, ranked.length, known);
		row.put('near known', near?.known ?? 0);
		row.put('near nothing', near?.nothing ?? UNLEARNED);
		let most = UNLEARNED;
		let second = UNLEARNED;
		for (const { near } of compared)
			if (near > most) {
				second = most;
				most = near;
			} else if (near > second) second = near;
		row.put('nearest', most);
		const kept = row.size;
		return compared.map((it, place) => {
			this.#putEntry(it, place, asked, known);
			this.#putWords(it, asked, told, named);
			this.#putRelated(it, place, asked, compared);
			row.put('near', it.near);
			row.put('nearer', it.near - (it.near === most ? second : most));
			MEASURES.forEach(([name], measure) => {
				row.put(`${name} lead`, leads[measure]![place]!);
			});
			row.put('framed', Number(known.framed.has(it.one.entry)));
			row.put('framed at all', known.framed.size);
			return row.take(kept);
		});
	}

	#putQuery(
		{ actors, contained, content, factCount, preferred, query, total, unknown, weights }: Asked,
		compared: number,
		{ exact }: Known,
	) {
		const { words } = query;
		const row = this.#row;
		row.take(0);
		const plain = words.filter((word) => word.plain).length;
		row.put('words', words.length);
		row.put('content', content);
		row.put('facts', factCount);
		row.put('unknown', unknown);
		row.put('unknown words', words.filter((word) => word.unknown).length);
		row.put('plain', plain);
		row.put('plain share', plain / (words.length || 1));
		row.put(
			'naming',
			words.reduce((sum, { evidence }) => sum + evidence, 0),
		);
		row.put('length', query.key.length);
		row.put('total weight', total);
		row.put('heaviest', Math.max(0, ...weights) / (total || 1));
		row.put('reads as name', Number(query.isName));
		row.put('reads as question', Number(query.isQuestion));
		row.put('marked as question', Number(query.isMarked));
		row.put('doubts', Number(query.isDoubt));
		row.put('counts', Number(query.intents.has('count')));
		row.put('judges', Number(query.intents.has('judge')));
		row.put('states', query.states.length);
		row.put('strangers', words.filter(({ token }) => isStranger(token)).length);
		row.put('elsewhere', Number(words.some(({ token }) => token.text === NOWHERE)));
		row.put('names inside', contained.size);
		row.put('day', Number(query.dates.some(({ precision }) => precision === 'day')));
		row.put('year', Number(query.dates.some(({ precision }) => precision === 'year')));
		row.put('month', Number(query.dates.some(({ precision }) => precision !== 'year' && precision !== 'day')));
		row.put('numbers', query.numbers.length);
		row.put('bare number', Number(query.numbers.some(({ bare }) => bare)));
		row.put('actors', actors.size);
		for (const asks of ASKS) row.put(`query ${asks}`, Number(query.asked === asks));
		for (const script of SCRIPTS) row.put(`script ${script}`, Number(words.some(({ token }) => token.script === script)));
		for (const name of KINDS) row.put(`command ${name}`, Number(preferred?.[0] === name));
		row.put('compared', compared);
		row.put('exact elsewhere', exact.size);
	}

	#putEntry(
		{ names: view, one, passage, wording }: Compared,
		place: number,
		{ actors, preferred, query }: Asked,
		{ exact, held }: Known,
	): void {
		const { entry, seen } = one;
		const { best, contained } = seen;
		const { names, prominence } = this.#index;
		const { facts, leaning } = this.#ranker;
		const kind = this.#kinds[entry]!;
		const row = this.#row;
		for (const name of KINDS) row.put(`kind ${name}`, Number(kind === name));
		for (const asks of ASKS) row.put(`entry ${asks}`, Number(leaning.asks(entry, asks)));
		row.put('asks the same', Number(leaning.asks(entry, query.asked)));
		row.put('asked for', preferred === undefined ? 0 : preferred.includes(kind) ? 1 : -1);
		row.put('prominence', prominence[entry]!);
		row.put('exact', Number(exact.has(entry)));
		row.put('keyword', held.get(entry) ?? 0);
		row.put('place', place);
		row.put('score', one.score);
		row.put('fit', one.fit);
		row.put('coverage', seen.coverage);
		row.put('told', seen.told);
		row.put('passage', passage);
		row.put('proof', seen.proof);
		row.put('f', best.f);
		row.put('precision', best.precision);
		row.put('recall', best.recall);
		row.put('missing', best.missing);
		row.put('missing words', best.missingWords);
		row.put('title', names.titles[best.name]!);
		row.put('name weight', names.weights[best.name]!);
		row.put('extra', best.recall === 0 ? 0 : (1 - best.recall) * (names.termStarts[best.name + 1]! - names.termStarts[best.name]!));
		row.put('contained', contained?.share ?? 0);
		row.put('contained length', contained ? names.keys[contained.name]!.length : 0);
		row.put('beginning', seen.beginning);
		row.put('miswritten', seen.miswritten);
		row.put('fact', seen.fact);
		row.put('own date', Number(facts.hasOwnDate(entry)));
		row.put('dated', Number(seen.dated));
		row.put('on the day', Number(seen.onTheDay));
		row.put('counted', Number(seen.counted));
		row.put('year agrees', view.yearAgrees);
		row.put('year conflicts', view.yearConflicts);
		row.put('actors shared', view.actorsShared);
		row.put('actors in title', view.actorsInTitle);
		row.put('other actors', view.otherActors);
		// “Did Japan break the pact” names the other side, if at all, behind.
		const first = actors.size === 0 ? undefined : leaning.firstActorIn(query.words);
		const own = first === undefined ? undefined : leaning.firstActorOf(entry);
		row.put('first actor', own === undefined ? 0 : own === first ? 1 : -1);
		row.put('like title', view.likeTitle);
		row.put('like any', view.likeAny);
		row.put('like inside', view.likeInside);
		row.put('wording f', wording.f);
		row.put('wording precision', wording.precision);
		row.put('wording recall', wording.recall);
		row.put('wording second', wording.second);
		row.put('wording all', wording.all);
	}

	/** Word by word: what the entry leaves unsaid, and what it says that others do not. */
	#putWords(
		{ one: { seen }, related }: Compared,
		{ query, total, weights }: Asked,
		told: readonly number[],
		named: readonly number[],
	): void {
		let silent = 0;
		let silentNaming = 0;
		let heaviest = 0;
		let isStrange = false;
		let alone = 0;
		let lacked = 0;
		let aloneInName = 0;
		let lackedInName = 0;
		let around = 0;
		let onlyAround = 0;
		for (let word = 0; word < query.words.length && word < BITS; word++) {
			const bit = 1 << word;
			const weight = weights[word]! / (total || 1);
			if ((seen.best.held & bit) !== 0) aloneInName += weight * (1 - named[word]!);
			else lackedInName += weight * named[word]!;
			if (((seen.spoken | related) & bit) !== 0) around += weight;
			if ((related & bit) !== 0 && (seen.best.held & bit) === 0) onlyAround += weight;
			if ((seen.spoken & bit) !== 0) {
				alone += weight * (1 - told[word]!);
				continue;
			}
			lacked += weight * told[word]!;
			silent++;
			if (query.words[word]!.evidence === 1) silentNaming++;
			if (query.states.includes(word)) isStrange = true;
			if (weight > heaviest) heaviest = weight;
		}
		const row = this.#row;
		row.put('alone', alone);
		row.put('lacked', lacked);
		row.put('alone in name', aloneInName);
		row.put('lacked in name', lackedInName);
		row.put('around', around);
		row.put('only around', onlyAround);
		row.put('silent', silent);
		row.put('silent naming', silentNaming);
		row.put('silent weight', heaviest);
		row.put('silent state', Number(isStrange));
	}

	/** What else is named in the query or compared with it, and whether the entry has to do with it. */
	#putRelated({ one: { entry } }: Compared, place: number, { contained }: Asked, compared: readonly Compared[]): void {
		let related = 0;
		let unrelated = 0;
		for (const [other, { share }] of contained) {
			if (other === entry) continue;
			if (this.#areRelated(entry, other)) related = Math.max(related, share);
			else unrelated = Math.max(unrelated, share);
		}
		let near = 0;
		for (const { one } of compared) if (one.entry !== entry && this.#areRelated(entry, one.entry)) near++;
		const row = this.#row;
		row.put('related inside', related);
		row.put('unrelated inside', unrelated);
		row.put('related compared', near);
		row.put('related to first', place === 0 ? 1 : Number(this.#areRelated(entry, compared[0]!.one.entry)));
	}

	#entitledAround(entry: number): number {
		const { entries, starts } = this.#index.related;
		let bits = 0;
		for (let i = starts[entry]!; i < starts[entry + 1]!; i++) {
			const other = entries[i]!;
			let known = this.#entitled.get(other);
			if (known === undefined) {
				known = this.#ranker.entitled(other);
				this.#entitled.set(other, known);
			}
			bits |= known;
		}
		return bits;
	}

	#areRelated(entry: number, other: number): boolean {
		const { entries, starts } = this.#index.related;
		for (let i = starts[entry]!; i < starts[entry + 1]!; i++) if (entries[i] === other) return true;
		return false;
	}
}

/** By how much each leads before the best of the others, or lies behind it. */
function leadsOf(list: readonly Compared[], of: (one: Compared) => number): number[] {
	const values = list.map(of);
	let most = 0;
	let second = 0;
	for (const value of values) {
		if (value > most) {
			second = most;
			most = value;
		} else if (value > second) second = value;
	}
	return values.map((value) => value - (value === most ? second : most));
}

/** For each word of the query in how many of all its bit is set. */
function sharesOf(list: readonly Compared[], words: number, bitsOf: (one: Compared) => number): number[] {
	const counts = new Array<number>(words).fill(0);
	for (const one of list) {
		const bits = bitsOf(one);
		for (let word = 0; word < words && word < BITS; word++) if ((bits & (1 << word)) !== 0) counts[word]!++;
	}
	return counts.map((count) => count / (list.length || 1));
}
