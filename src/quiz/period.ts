/** Years as people write them, and the years that there is something to ask about. */
import type { Library } from '../library.ts';
import { knowledgeOf, periodOf } from './knowledge.ts';
import type { Period } from './question.ts';

/** “1904-1905”, “1904 – 1905”, “1939”, “1930s”; in either order. `undefined` where no years can be read. */
export function readPeriod(text: string): Period | undefined {
	const plain = text.normalize('NFKC').trim();
	const decade = /^(\d{3})0\s*['’]?s$/iu.exec(plain);
	if (decade) return [Number(`${decade[1]}0`), Number(`${decade[1]}9`)];
	const years = /^(\d{4})(?:\s*(?:[-–—〜~/]|to|до|から)\s*(\d{4}))?$/u.exec(plain);
	if (!years) return undefined;
	const [from, to] = [Number(years[1]), Number(years[2] ?? years[1])];
	return from <= to ? [from, to] : [to, from];
}

export interface PeriodWithEntries {
	readonly entries: number;
	readonly period: Period;
}

/** How many entries fall within these years, at least in part. */
export const countEntries = (library: Pick<Library, 'dataset'>, [from, to]: Period): number =>
	knowledgeOf(library).topics.filter((entry) => {
		const own = periodOf(entry);
		return own !== undefined && own[0] <= to && from <= own[1];
	}).length;

/** Decades with entries, those with most first. */
export function fullDecades(library: Pick<Library, 'dataset'>): PeriodWithEntries[] {
	const starts = knowledgeOf(library).topics.flatMap((entry) => {
		const own = periodOf(entry);
		return own ? [Math.floor(own[0] / 10) * 10] : [];
	});
	return [...new Set(starts)]
		.map((from): PeriodWithEntries => ({ entries: countEntries(library, [from, from + 9]), period: [from, from + 9] }))
		.sort((a, b) => b.entries - a.entries || a.period[0] - b.period[0]);
}
