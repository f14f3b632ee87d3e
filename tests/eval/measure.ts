/** Runs the evaluation set of lookups through the commands, as a person's words would go, and counts by class. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../../src/dataset/schema.ts';
import type { Library } from '../../src/library.ts';
import type { FindResult } from '../../src/search/finder.ts';

export interface Lookup {
	readonly class: string;
	readonly command: string;
	/** The right entry, then others that are honestly as right; empty where nothing should be found. */
	readonly expect: readonly string[];
	readonly query: string;
	readonly split: 'held' | 'tune';
}

export interface ClassResult {
	readonly class: string;
	readonly count: number;
	/** Share whose first answer is right; for a class of refusals, share refused. */
	readonly first: number;
	/** Share with the right entry among the first three shown. */
	readonly firstThree: number;
	readonly wrong: readonly { readonly got: readonly string[]; readonly lookup: Lookup; readonly kind: FindResult['kind'] }[];
}

const ANY_KIND = new Set(['ask', 'search']);

export function readLookups(): Lookup[] {
	return JSON.parse(readFileSync(join(import.meta.dirname, 'lookups.json'), 'utf8')) as Lookup[];
}

/** The entries that an answer shows, in order; none for a miss, whose guesses are marked as guesses. */
export function shownBy(result: FindResult): string[] {
	if (result.kind === 'miss') return [];
	const matches = result.kind === 'choices' ? result.matches : [result.match, ...result.others];
	return matches.map(({ entry }) => entry.id);
}

export function measure(library: Library, lookups: readonly Lookup[]): ClassResult[] {
	const byClass = Map.groupBy(lookups, (lookup) => lookup.class);
	return [...byClass].map(([name, list]) => {
		const wrong: ClassResult['wrong'][number][] = [];
		let first = 0;
		let firstThree = 0;
		for (const lookup of list) {
			const kinds = ANY_KIND.has(lookup.command) ? undefined : [lookup.command as Kind];
			const result = library.finder.find(lookup.query, { kinds });
			const got = shownBy(result);
			const right = (ids: readonly string[]) =>
				lookup.expect.length === 0 ? got.length === 0 : ids.some((id) => lookup.expect.includes(id));
			if (right(got.slice(0, 1))) first++;
			else wrong.push({ got: got.slice(0, 3), kind: result.kind, lookup });
			if (right(got.slice(0, 3))) firstThree++;
		}
		return { class: name, count: list.length, first: first / list.length, firstThree: firstThree / list.length, wrong };
	});
}

/** Shares over several classes together, each lookup counting once. */
export function overall(results: readonly ClassResult[], kind: 'found' | 'refused'): number {
	const wanted = results.filter(({ class: name }) => REFUSED_CLASSES.has(name) === (kind === 'refused'));
	const count = wanted.reduce((sum, result) => sum + result.count, 0);
	return count === 0 ? 1 : wanted.reduce((sum, result) => sum + result.first * result.count, 0) / count;
}

export const REFUSED_CLASSES: ReadonlySet<string> = new Set(['nonsense', 'other-history']);
