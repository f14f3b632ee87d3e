/** What the ranking sees of a query and of the entries that it may mean: the model weighs it. */
import type { Kind } from '../dataset/schema.ts';
import type { BestName } from './name-match.ts';
import type { Query } from './query.ts';

/** An entry that a query may mean. */
export interface Fitting {
	readonly entry: number;
	/** How well the words fit, before what kind is wanted tips the balance. */
	readonly fit: number;
	/** The name that matched best. */
	readonly name: number;
	readonly score: number;
}

export interface Ranked extends Fitting {
	/** Whether the query is one whole name of it, each word more or less as written. */
	readonly isWhole: boolean;
	readonly seen: Seen;
}

/** What was seen of one entry beside a query. */
export interface Seen {
	/** How much of one of its names was typed, where the query is the beginning of it. */
	readonly beginning: number;
	readonly best: BestName;
	/** The name that stands whole in the query. */
	readonly contained: { readonly name: number; readonly share: number } | undefined;
	readonly coverage: number;
	readonly counted: boolean;
	readonly dated: boolean;
	readonly fact: number;
	readonly miswritten: number;
	readonly onTheDay: boolean;
	/** How much of the query one passage tells together with what the entry is called; 0 where the query is too short to describe. */
	readonly passage: number;
	readonly proof: number;
	/** The words of the query that it speaks of, one bit each. */
	readonly spoken: number;
	readonly told: number;
}

/** What a query says, before any entry is looked at. */
export interface Said {
	/** Words and facts beside what is asked. */
	readonly content: number;
	/** Whether something is described rather than named. */
	readonly described: boolean;
	readonly preferred: readonly Kind[] | undefined;
	readonly query: Query;
	/** What all of it weighs. */
	readonly total: number;
	/** The share of it that is written like nothing here. */
	readonly unknown: number;
	readonly weights: readonly number[];
}

/** What was seen of a whole query before any entry. */
export interface Asked extends Said {
	readonly actors: ReadonlySet<number>;
	/** Entries of which a whole name stands in the query, with the share of it that the name makes up. */
	readonly contained: ReadonlyMap<number, { readonly name: number; readonly share: number }>;
	readonly factCount: number;
}
