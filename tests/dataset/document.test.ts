import { describe, expect, test } from 'vitest';
import { FILE_MAX_BYTES, readDocument } from '../../src/dataset/document.ts';

const read = (text: string | Uint8Array) => readDocument('event/x.yml', typeof text === 'string' ? new TextEncoder().encode(text) : text);
const faultsOf = (text: string | Uint8Array) => {
	const result = read(text);
	return 'faults' in result ? result.faults : [];
};

describe('a file', () => {
	test('gives its value, and the line of each place in it', () => {
		const result = read('a: 1\nb:\n  - c: x\n    d: y\n  - {c: z}\n');
		if ('faults' in result) throw new Error('unexpected fault');
		expect(result.document.value).toEqual({ a: 1, b: [{ c: 'x', d: 'y' }, { c: 'z' }] });
		expect(['a', 'b'].map((key) => result.document.lineOf([key]))).toEqual([1, 2]);
		expect(result.document.lineOf(['b', 0, 'd'])).toBe(4);
		expect(result.document.lineOf(['b', 1, 'c'])).toBe(5);
		expect(result.document.lineOf(['b', 0, 'missing'])).toBe(3);
	});

	test('may begin with a byte order mark, have Windows line ends, and be JSON', () => {
		expect(faultsOf('\uFEFFa: 1\r\nb: 2\r\n')).toEqual([]);
		expect(faultsOf('{"a": [1, "x"]}')).toEqual([]);
	});

	test('may hold __proto__ without harm', () => {
		const result = read('__proto__: {polluted: yes}\n');
		expect('faults' in result).toBe(false);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe('what YAML does not allow is explained:', () => {
	test.each([
		['a key twice', 'a: 1\nb:\n  c: 1\n  c: 2\n', 'b.c', 4, /Join the two values/],
		['a bracket left open', 'a: [b\nc: d\n', 'c', 2, /Add the missing \] or \} at the end of the line above/],
		['a quotation mark left open', 'a: "b\nc: d\n', 'a', 2, /Add the missing quotation mark/],
		['a quotation mark that ends too early', 'a: "b" c\n', 'a', 1, /Put the whole text in double quotes/],
		['an apostrophe inside single quotes', "a: 'it's'\n", 'a', 1, /Put the whole text in double quotes/],
		['a colon inside a text', 'at: ch. 4: note\n', 'at', 1, /double quotes when it contains a colon/],
		['a tab', 'a:\n\tb: c\n', 'a', 2, /two spaces/],
		['a line too far left', 'a:\n  - b: c\n   d: e\n', 'a[0].b', 3, /begins under the first field/],
		['a line too far right', 'a:\n  b: c\n d: e\n', 'a.b', 3, /begins under its neighbours/],
		['a reserved sign', 'a: @b\n', 'a', 1, /double quotes/],
		['a tag', 'a: !b c\n', 'a', 1, /double quotes/],
		['an anchor', 'a: &b c\n', 'a', 1, /Write the value out/],
		['an alias', 'a: &b c\nd: *b\n', 'a', 1, /Write the value out/],
		['an alias of nothing', 'a: *b\n', 'a', 1, /Write the value out/],
		['a text cut short by #', 'at: entry #12\n', 'at', 1, /Put the whole text in double quotes/],
		['a second document', 'a: b\n---\nc: d\n', 'a', 2, /file of its own/],
		['a line without a colon', 'a: b\nc\n', 'c', 2, /colon or comma/],
		['a bracket too many', 'a: [b]]\n', 'a[0]', 1, /Remove it/],
		['a dash behind a colon', 'a: - b\n', 'a', 1, /line of its own/],
	])('%s', (_what, text, path, line, remedy) => {
		const [fault] = faultsOf(text);
		expect(fault).toMatchObject({ file: 'event/x.yml', rule: 'yaml' });
		expect(fault!.remedy).toMatch(remedy);
		expect(fault!.line).toBe(line);
		expect(fault!.path).toBe(path);
	});

	test('the first error only, for the others follow from it', () => {
		expect(faultsOf('a:\n  - b: c\n   d: e\n    f: g\n')).toHaveLength(1);
	});

	test('but every key that is there twice', () => {
		expect(faultsOf('a: 1\na: 2\nb: 1\nb: 2\n').map(({ path }) => path)).toEqual(['a', 'b']);
	});
});

describe('a file that is none', () => {
	test.each([
		['empty', ''],
		['of comments', '# a\n# b\n'],
		['null', 'null\n'],
		['a separator', '---\n'],
	])('%s is a fault', (_what, text) => {
		expect(faultsOf(text)).toMatchObject([{ found: 'a file without content', path: '' }]);
	});

	test('too large is refused unread', () => {
		expect(faultsOf(new Uint8Array(FILE_MAX_BYTES + 1))).toMatchObject([{ expected: 'at most 262,144 bytes', found: '262,145 bytes' }]);
	});

	test('not in UTF-8 is refused', () => {
		expect(faultsOf(new Uint8Array([0x61, 0x3a, 0x20, 0xff, 0x0a]))[0]!.remedy).toContain('UTF-8');
	});

	test('an alias bomb is refused before it grows', () => {
		const bomb = [
			'a: &a [x, x, x, x, x, x, x, x, x]',
			...'bcdefghi'.split('').map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
		].join('\n');
		const started = performance.now();
		expect(faultsOf(bomb).length).toBeGreaterThan(0);
		expect(performance.now() - started).toBeLessThan(2_000);
	});

	test('nested beyond measure is a fault, not a crash', () => {
		expect(faultsOf('['.repeat(5_000)).length).toBeGreaterThan(0);
		expect(faultsOf(`a: ${'{b: '.repeat(5_000)}`).length).toBeGreaterThan(0);
	});
});
