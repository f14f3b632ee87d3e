import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, nameKey } from '../../src/search/fold.ts';
import { buildTails, Tails } from '../../src/search/tails.ts';

const WORDS = ['khalkhin', 'gol', 'halhin', 'ハルハ', '河', 'of', 'Гол', 'khal'];
const texts = fc.array(
	fc.array(fc.constantFrom(...WORDS), { maxLength: 4, minLength: 1 }).map((words) => words.join(' ')),
	{ maxLength: 12, minLength: 1 },
);

const named = (list: readonly string[]) =>
	list.map((text, entry) => {
		const folded = fold(text);
		return { entry, folded, key: nameKey(folded), weight: 255 };
	});

test('every name is found from each of its words on, and from nothing else', () => {
	fc.assert(
		fc.property(texts, fc.constantFrom('khal', 'g', 'gol', 'hal', 'はる', 'ハルハ', '河', 'го', 'zz', 'of'), (list, typed) => {
			const names = named(list);
			const key = nameKey(fold(typed));
			const tails = new Tails(buildTails(names), () => names.map((one) => one.key));
			const { from, to } = tails.rangeOf(key);
			const found = Array.from({ length: to - from }, (_, place) => [tails.data.entries[from + place]!, tails.data.offsets[from + place]!]);
			const wanted = names.flatMap(({ entry, folded }) => {
				const words = folded.split(' ');
				return words.flatMap((word, place) => {
					const rest = nameKey(words.slice(place).join(' '));
					return rest.startsWith(key) && (place === 0 || word.length >= 3)
						? [[entry, nameKey(words.slice(0, place).join(' ')).length]]
						: [];
				});
			});
			const ordered = (pairs: number[][]) => pairs.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
			expect(ordered(found)).toEqual(ordered(wanted));
		}),
	);
});
