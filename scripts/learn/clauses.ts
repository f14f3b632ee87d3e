/** Learns from whole clauses of which entry they are, and what they say of it. */
import type { Dataset } from '../../src/dataset/dataset.ts';
import type { Topic } from '../../src/dataset/schema.ts';
import { accountsOf } from '../../src/dataset/walk.ts';
import { gramsOf, isWritten } from '../../src/factcheck/grams.ts';
import type { AssertionIndex } from '../../src/factcheck/index.ts';
import { type Reckoning, sayingOf } from '../../src/factcheck/meant.ts';
import type { Phrasing } from '../../src/factcheck/phrasings.ts';
import { readClause } from '../../src/factcheck/reading.ts';
import { type AffinityModel, type Bag, NOTHING } from '../../src/learned/affinity.ts';
import { namesOf } from '../../src/search/names.ts';
import { learnBags } from './affinity.ts';

/** Chosen on 2,700 labelled messages of which nothing was learned. */
const OF_ENTRIES = { epochs: 36, kept: 96, leftOut: 0.6, others: 16, rate: 0.1, size: 64, voices: 2 };
/** Of so many sayings each is told in few texts: one voice alone is much a matter of chance. */
const OF_SAYINGS = { epochs: 16, kept: 96, leftOut: 0.5, others: 4, rate: 0.2, size: 64, voices: 4 };

/** There is no end of what may be written; what is written seldom would be learned by heart. */
const textsMin = (term: string) => (isWritten(term) ? 6 : 3);

/** What somebody says in a message, of an entry or of none. */
export interface Said {
	/** An id, or `NOTHING`. */
	readonly entry: string;
	readonly text: string;
}

type Line = Pick<Phrasing, 'agree' | 'beyond' | 'denies' | 'differ' | 'entry' | 'field' | 'position' | 'text' | 'wrong'>;

/** What an entry itself says: the labels and claims of positions, the summary and the accounts of a topic. */
function toldBy(entry: Topic): Line[] {
	if (entry.kind === 'figures')
		return [entry.name.en, ...entry.accounts.map(({ says }) => says)].map((text) => ({ entry: entry.id, text }));
	if (entry.kind === 'question')
		return entry.positions.flatMap(({ accounts, claims = [], id, label }) =>
			[...Object.values(label), ...claims, ...accounts.map(({ says }) => says)].map((text) => ({ entry: entry.id, position: id, text })),
		);
	return [entry.summary, ...accountsOf(entry).flatMap(({ account }) => [account.says, ...(account.claims ?? [])])].map((text) => ({
		entry: entry.id,
		field: true as const,
		text,
	}));
}

/** Numbers for names as they come. */
class Numbers {
	readonly #numbers = new Map<string, number>();
	of(name: string): number {
		const known = this.#numbers.get(name);
		if (known !== undefined) return known;
		this.#numbers.set(name, this.#numbers.size);
		return this.#numbers.size - 1;
	}
	get names(): string[] {
		return [...this.#numbers.keys()];
	}
}

/** Clauses as they are learned, each read once. */
const readerOf = (index: AssertionIndex, terms: Numbers) => {
	const known = new Map<string, { readonly bag: Bag; readonly sign: -1 | 1 }>();
	return (text: string) => {
		let read = known.get(text);
		if (!read) {
			const reading = readClause(text, index);
			read = { bag: gramsOf(reading, index).map(([name, weight]) => [terms.of(name), weight]), sign: reading.stance.sign };
			known.set(text, read);
		}
		return read;
	};
};

const topicsIn = ({ entries }: AssertionIndex) => entries.ids.map((_, row) => entries.at(row));

/** Of which entry a clause is: from the entries, from phrasings and from what is said in messages. `index` only reads. */
export function learnAffinity(index: AssertionIndex, phrasings: readonly Line[], said: readonly Said[]): AffinityModel {
	const { entries, postings, vocabulary } = index;
	const ids = [...entries.ids, NOTHING];
	const rows = new Map(ids.map((id, row) => [id, row]));
	const terms = new Numbers();
	const read = readerOf(index, terms);
	const told = topicsIn(index).flatMap((entry) => [
		...namesOf(entry).map(({ text }) => ({ entry: entry.id, text })),
		...toldBy(entry),
		...(entry.kind === 'question' ? [{ entry: entry.id, text: entry.summary }] : []),
	]);
	const texts = [...told, ...phrasings, ...said].flatMap(({ entry, text }) => {
		const row = rows.get(entry);
		return row === undefined ? [] : [{ bag: read(text).bag, rows: [row] }];
	});
	const names = terms.names;
	const none = new Uint16Array();
	return learnBags({
		...OF_ENTRIES,
		against: entries.ids.length,
		entries: ids,
		having: (term) => {
			const id = vocabulary.idOf(names[term]!);
			return id === undefined ? none : postings.entries.subarray(postings.starts[id], postings.starts[id + 1]);
		},
		terms: names,
		texts,
		textsMin,
	});
}

/** What a clause says of an entry: from the entries, from phrasings and from what was labelled. `index` only reads. */
export function learnMeant(dataset: Dataset, index: AssertionIndex, lines: readonly Line[], reckoning: Reckoning): AffinityModel {
	const terms = new Numbers();
	const sayings = new Numbers();
	const read = readerOf(index, terms);
	const byEntry = new Map<string, Set<number>>();
	const texts = [...topicsIn(index).flatMap(toldBy), ...lines].flatMap((line) => {
		const entry = dataset.get(line.entry);
		if (!entry || entry.kind === 'source') return [];
		const { bag, sign } = read(line.text);
		const row = sayings.of(sayingOf(line, entry, reckoning, sign));
		(byEntry.get(entry.id) ?? byEntry.set(entry.id, new Set()).get(entry.id)!).add(row);
		return [{ bag, rows: [row] }];
	});
	const kin = new Map<string, Set<string>>();
	const join = (one: string, other: string) => (kin.get(one) ?? kin.set(one, new Set()).get(one)!).add(other);
	for (const { id, related = [] } of topicsIn(index))
		for (const other of related) {
			join(id, other);
			join(other, id);
		}
	const rowsOf = (id: string) => [...(byEntry.get(id) ?? [])];
	const names = sayings.names;
	const beside = names.map((name) => {
		const id = name.slice(0, name.indexOf(' '));
		return { all: rowsOf(id), some: [...(kin.get(id) ?? [])].flatMap(rowsOf) };
	});
	return learnBags({
		...OF_SAYINGS,
		beside: (row) => beside[row]!,
		entries: names,
		having: () => [],
		terms: terms.names,
		texts,
		textsMin,
	});
}
