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

test('names with the rarest word are found where the names of their entry have every word, whatever the order', () => {
	const list = ['Khalkhin Gol', 'Battle of the Khalkhin', 'Gol battle losses', 'Lake Khasan', 'Battle of Lake Khasan'];
	const names = named(list).map((one, name) => ({ ...one, entry: [0, 0, 1, 2, 2][name]! }));
	const tails = new Tails(buildTails(names), () => names.map((one) => one.key));
	const found = (...words: string[]) =>
		tails
			.namesWith(words)
			.map((name) => list[name]!)
			.sort();
	// “Gol” and “battle” stand in different names of the first entry.
	expect(found('gol', 'battle')).toEqual(['Gol battle losses', 'Khalkhin Gol']);
	expect(found('khasan', 'lake')).toEqual(['Battle of Lake Khasan', 'Lake Khasan']);
	expect(found('losses', 'lake')).toEqual([]);
	expect(found('of', 'khasan', 'bat')).toEqual(['Battle of Lake Khasan', 'Lake Khasan']);
	expect(found('zzz', 'lake')).toEqual([]);
	expect(found('of')).toEqual([]);
});

test('entries are told by every word that they are called by', () => {
	fc.assert(
		fc.property(
			texts,
			fc.array(fc.constantFrom('khal', 'gol', 'halhin', 'ハルハ', 'гол', 'zzz'), { maxLength: 3, minLength: 1 }),
			(list, typed) => {
				// Two names for each entry.
				const names = named(list).map((one, name) => ({ ...one, entry: name >> 1 }));
				const tails = new Tails(buildTails(names), () => names.map((one) => one.key));
				const keys = typed.map((word) => nameKey(fold(word)));
				const has = (entry: number, key: string) =>
					names.some(
						(one) => one.entry === entry && one.folded.split(' ').some((_, at, words) => nameKey(words.slice(at).join('')).startsWith(key)),
					);
				const wanted = [...new Set(names.map(({ entry }) => entry))].filter((entry) => keys.every((key) => has(entry, key)));
				expect([...new Set(tails.namesWith(keys).map((name) => names[name]!.entry))].sort()).toEqual(wanted.sort());
			},
		),
	);
});

const NAMES = ['khabarovsk', 'portsmouth', 'matsuoka', 'gegenmiao massacre', 'ульянов', 'ribbentrop'];
/** What people get wrong at one place: a letter left out, one too many, another one, two that changed places. */
const SLIPS: readonly ((text: string, at: number) => string)[] = [
	(text, at) => text.slice(0, at) + text.slice(at + 1),
	(text, at) => `${text.slice(0, at)}q${text.slice(at)}`,
	(text, at) => `${text.slice(0, at)}q${text.slice(at + 1)}`,
	(text, at) => text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2),
];

test('a name is found from a beginning with one slip in it, and from none with two', () => {
	const names = named(NAMES);
	const tails = new Tails(buildTails(names), () => names.map((one) => one.key));
	fc.assert(
		fc.property(
			fc.constantFrom(...names),
			fc.constantFrom(...SLIPS),
			fc.integer({ max: 4, min: 2 }),
			fc.integer({ max: 8, min: 7 }),
			({ entry, key }, slip, at, length) => {
				const typed = slip(key.slice(0, length), at);
				const { from, to } = tails.rangeOf(typed);
				fc.pre(from === to);
				expect([...new Set(tails.slipped(typed).map((place) => tails.data.entries[place]))]).toEqual([entry]);
				expect(tails.slipped(`${typed}x`)).toEqual([]);
			},
		),
	);
});

test('a few letters, and a last letter that may be of another word, are no slip', () => {
	const names = named(['matsuoka', 'matsui']);
	const tails = new Tails(buildTails(names), () => names.map((one) => one.key));
	expect(tails.slipped('mtas')).toEqual([]);
	expect(tails.slipped('matsux')).toEqual([]);
	// A name begins so as it is.
	expect(tails.slipped('matsu')).toEqual([]);
	expect(tails.slipped('mtasuo').map((place) => tails.data.entries[place])).toEqual([0]);
});
