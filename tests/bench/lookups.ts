/** What is typed while the programs are measured: the lookups of the evaluation set, and beginnings of them. */
import { type Lookup, REFUSED_CLASSES, readLookups } from '../eval/measure.ts';

export interface Typed {
	/** The command. */
	readonly name: string;
	readonly option: string;
	readonly text: string;
}

/** Autocomplete asks after so many characters at least, and after so many at most. */
const BEGINNING_MIN = 2;
const BEGINNING_MAX = 14;

const typed = ({ command, query }: Lookup, text = query): Typed => ({
	name: command,
	option: command === 'ask' ? 'question' : 'query',
	text,
});

const found = (): Lookup[] => readLookups().filter((lookup) => !REFUSED_CLASSES.has(lookup.class));

export const commandLookups = (): Typed[] => found().map((lookup) => typed(lookup));

/** Beginnings as they are typed, none of them twice under one command, in an order that has nothing of the set's own. */
export function completionLookups(): Typed[] {
	const lookups = found();
	const seen = new Set<string>();
	const all: Typed[] = [];
	for (let length = BEGINNING_MIN; length <= BEGINNING_MAX; length++) {
		for (const lookup of lookups) {
			// Another length for each, so that every stretch of the list has all of them.
			const at = BEGINNING_MIN + ((length + all.length) % (BEGINNING_MAX - BEGINNING_MIN + 1));
			const text = lookup.query.slice(0, at);
			const key = `${lookup.command}\n${text}`;
			if (seen.has(key)) continue;
			seen.add(key);
			all.push(typed(lookup, text));
		}
	}
	return all;
}
