import { describe, expect, it } from 'vitest';
import { Matcher } from '../../src/factcheck/match.ts';
import { bestOf, type Nearest, nearestOf } from '../../src/factcheck/nearest.ts';
import { readClause } from '../../src/factcheck/reading.ts';
import { openWithKnowledge } from './open.ts';

const near = (...fits: [Parameters<Nearest['get']>[0], number][]): Nearest => new Map(fits);

describe('the best of several entries', () => {
	const all = [near(['Supported', 0.4], ['Contradicted', 0.7]), near(['Supported', 0.9]), near()];

	it('is that of the verdict that is asked for', () => {
		expect(bestOf(all, (verdict) => verdict === 'Supported')).toBe(0.9);
		expect(bestOf(all, (verdict) => verdict !== 'Supported')).toBe(0.7);
		expect(bestOf(all, (verdict) => verdict === 'Not covered')).toBe(0);
	});
});

describe('the nearest texts of an entry', async () => {
	const { index } = (await openWithKnowledge()).knowledge;
	const matcher = new Matcher(index);
	/** The verdict of the text that is nearest of all. */
	const first = (text: string, entry: string) => {
		const candidate = matcher.match(readClause(text, index), []).find((one) => one.entry.id === entry);
		const nearest = [...nearestOf(candidate!, index)].sort(([, one], [, other]) => other - one);
		return nearest[0]?.[0];
	};

	it.each([
		['a fact', 'Japan got southern Sakhalin in 1905', 'sakhalin', 'Supported'],
		['a fact that is denied', 'Japan never got southern Sakhalin in 1905', 'sakhalin', 'Contradicted'],
		['a fact that is told wrongly', 'Japan got the whole of Sakhalin in 1905', 'sakhalin', 'Contradicted'],
		['a position that all take', 'The Soviets won at Khalkhin Gol', 'who-won-khalkhin-gol', 'Supported'],
		['a position that nobody takes', 'Japan won at Khalkhin Gol', 'who-won-khalkhin-gol', 'Contradicted'],
		['a position beside others', 'The Tanaka Memorial is a forgery', 'was-tanaka-memorial-authentic', 'Contested'],
		['a number, which comes to what its estimates say', '60,000 Japanese died in Siberia', 'siberian-internment-deaths', undefined],
	])('%s: %s', (_, text, entry, verdict) => {
		expect(first(text, entry)).toBe(verdict);
	});
});
