import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/dataset/kept.ts';

const kept = (value: unknown) => unpack(Uint8Array.from(pack(value)));

/** With lists of every kind, short and long. */
const values = fc.dictionary(
	fc.string({ maxLength: 8 }).filter((key) => key !== '__proto__'),
	fc.oneof(
		fc.jsonValue({ maxDepth: 2 }),
		fc.uint8Array(),
		fc.uint32Array({ maxLength: 9 }),
		fc.float64Array({ maxLength: 9 }),
		fc.int16Array({ maxLength: 9 }),
		fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 90, minLength: 60 }),
		fc.constant(new Map([[3, ['a']]])),
		fc.constant(undefined),
	),
);

/** A list of texts is its owner's from when it is asked for. */
const allOf = (owner: unknown, wanted: object) =>
	Object.fromEntries(Object.keys(wanted).map((key) => [key, (owner as Record<string, unknown>)[key]]));

test('what is packed is there again, inside other things as well', () => {
	fc.assert(
		fc.property(values, values, (one, other) => {
			const [outer, inner] = [kept(one), (kept({ deep: other }) as { readonly deep: unknown }).deep];
			expect(allOf(outer, one)).toStrictEqual({ ...one });
			expect(allOf(inner, other)).toStrictEqual({ ...other });
		}),
		{ numRuns: 60 },
	);
});

test('a list alone is packed, and so is a word', () => {
	const texts = Array.from({ length: 100 }, (_, at) => `ノモンハン ${at}`);
	expect(kept(texts)).toEqual(texts);
	expect(kept(Float32Array.of(0.5, 2))).toEqual(Float32Array.of(0.5, 2));
	expect(kept('made')).toBe('made');
});

test('texts that hold what parts them are kept all the same', () => {
	const texts = Array.from({ length: 100 }, (_, at) => `a\0${at}`);
	expect(kept({ texts })).toEqual({ texts });
});

test('a list of texts is made once, when it is first asked for', () => {
	const texts = Array.from({ length: 100 }, (_, at) => String(at));
	const made = kept({ texts }) as { readonly texts: readonly string[] };
	expect(Object.hasOwn(made, 'texts')).toBe(false);
	expect(made.texts).toBe(made.texts);
	expect(Object.hasOwn(made, 'texts')).toBe(true);
});

test('numbers are not copied', () => {
	const bytes = Uint8Array.from(pack({ numbers: Uint32Array.of(1, 2, 3) }));
	expect((unpack(bytes) as { readonly numbers: Uint32Array }).numbers.buffer).toBe(bytes.buffer);
});

test('lists of the same texts are one', () => {
	const texts = Array.from({ length: 100 }, (_, at) => `ノモンハン ${at}`);
	const { first, inner } = kept({ first: texts, inner: { second: [...texts] } }) as { first: string[]; inner: { second: string[] } };
	expect(first).toEqual(texts);
	expect(inner.second).toBe(first);
	expect(pack({ first: texts, second: texts }).length).toBeLessThan(pack({ first: texts }).length * 1.5);
});
