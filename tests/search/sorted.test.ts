import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lowerBoundOf, SortedTexts } from '../../src/search/sorted.ts';

/** Texts that begin alike, in several scripts, with characters at the edges of what a head can hold. */
const text = fc
	.array(fc.constantFrom('a', 'ab', 'z', '#', ' ', '~', '\u007F', '\u0080', 'é', 'ж', '日', '日本', '\uFFFE', '\0', '0'), { maxLength: 6 })
	.map((parts) => parts.join(''));

describe('sorted texts', () => {
	it('are found where a search by the texts themselves finds them', () => {
		fc.assert(
			fc.property(fc.array(text, { maxLength: 60 }), fc.array(text, { maxLength: 20 }), (list, asked) => {
				const texts = list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
				const sorted = new SortedTexts(texts.length, (position) => texts[position]!);
				for (const value of [...asked, ...texts, ...texts.map((it) => `${it}\uFFFF`)]) {
					const first = lowerBoundOf(texts.length, (position) => texts[position]!, value);
					expect(sorted.firstFrom(value)).toBe(first);
					expect(sorted.positionOf(value)).toBe(texts[first] === value ? first : undefined);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('are found up to the last that begins so, however many there are', () => {
		fc.assert(
			fc.property(fc.array(text, { maxLength: 400, size: 'max' }), fc.array(text, { maxLength: 20 }), (list, asked) => {
				const texts = list.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
				const sorted = new SortedTexts(texts.length, (position) => texts[position]!);
				for (const value of [...asked, 'a', 'z', '日']) {
					const { from, to } = sorted.rangeOf(value);
					expect(texts.slice(from, to)).toEqual(texts.filter((it) => it.startsWith(value)));
				}
			}),
		);
	});
});
