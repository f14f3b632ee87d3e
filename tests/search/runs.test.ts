import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRun, Runs } from '../../src/search/runs.ts';

const WORDS = ['中立条約', '条約', '中立', '立', 'ソ連', 'ソ', '戦争', '争'] as const;

test('the longest words are found first, and what is one of them is no part of another', () => {
	const runs = new Runs(WORDS.map((word) => [word, `#${word}`]));
	expect(runs.in('日ソ中立条約', ' ')).toEqual([
		['中立条約', '#中立条約'],
		['ソ', '#ソ'],
	]);
	expect(runs.in('条約', '')).toEqual([['条約', '#条約']]);
	expect(runs.in('nomonhan', ' ')).toEqual([]);
});

test('as many are found as by looking for one after the other', () => {
	const text = fc.string({ maxLength: 14, unit: fc.constantFrom(...'中立条約ソ連戦争の日') });
	fc.assert(
		fc.property(fc.shuffledSubarray([...WORDS]), text, fc.constantFrom('', ' ' as const), (words, folded, left) => {
			let rest: string = folded;
			const wanted: string[] = [];
			for (const word of words.toSorted((a, b) => b.length - a.length)) {
				if (!rest.includes(word)) continue;
				wanted.push(word);
				rest = rest.replaceAll(word, left);
			}
			const found = new Runs(words.map((word) => [word, ''])).in(folded, left as '' | ' ');
			expect(found.map(([word]) => word)).toEqual(wanted);
		}),
	);
});

test('only what is written without blanks is a run', () => {
	expect(['中立', 'ノモンハン', 'かん', '조약'].every(isRun)).toBe(true);
	expect(['pact', 'пакт', '1941', ''].some(isRun)).toBe(false);
});
