import { describe, expect, test } from 'vitest';
import { type Edit, editYaml } from '../../src/dataset/edit.ts';
import { fixFiles } from '../../src/dataset/fix.ts';
import { edit, FIXTURE, filesWith, lintWith } from './fixture.ts';

const remove = (...keys: PropertyKey[]): Edit => ({ keys, kind: 'remove' });
const set = (text: string, ...keys: PropertyKey[]): Edit => ({ keys, kind: 'set', text });

describe('an edit', () => {
	test.each([
		['of a plain text', 'a: b # why\nc: d\n', [set('x', 'a')], 'a: x # why\nc: d\n'],
		['keeps the quotes', 'a: "b"\nb: \'c\'\n', [set('say “x”', 'a'), set("it's", 'b')], "a: \"say “x”\"\nb: 'it''s'\n"],
		['puts quotes where they are needed', 'a: b\n', [set('c: d', 'a')], 'a: "c: d"\n'],
		['of the first item', 'a: [b, c, d]\n', [remove('a', 0)], 'a: [c, d]\n'],
		['of the last item', 'a: [b, c, d] # why\n', [remove('a', 2)], 'a: [b, c] # why\n'],
		['of several items', 'a: [b, c, d]\n', [remove('a', 0), remove('a', 2)], 'a: [c]\n'],
		['of the only item takes the list along', 'a: [b]\nc: d\n', [remove('a', 0)], 'c: d\n'],
		['of an item on a line', 'a:\n  - b\n  # why\n  - c\nd: e\n', [remove('a', 1)], 'a:\n  - b\n  # why\nd: e\n'],
		['of a key in a group', 'a: {b: 1, c: 2}\n', [remove('a', 'c')], 'a: {b: 1}\n'],
		['of a key on a line', 'a:\n  b: 1\n  c: 2\nd: 3\n', [remove('a', 'b')], 'a:\n  c: 2\nd: 3\n'],
		['of the first key of an item', 'a:\n  - b: 1\n    c: 2\n', [remove('a', 0, 'b')], 'a:\n  - c: 2\n'],
	])('%s', (_what, text, edits, result) => expect(editYaml(text, edits)).toBe(result));

	test('that leads nowhere is refused', () => {
		expect(() => editYaml('a: b\n', [remove('c')])).toThrow('nothing at c');
	});
});

describe('data:fix', () => {
	const untidy = {
		...edit('event/battle.yml', '[River Battle]', '[River Battle, Battle of the River]'),
		...edit('person/smith-john.yml', 'general of the North.', "North's general"),
		...edit('term/incident.yml', 'It was small.', 'It was small'),
	};
	const withBlanks = {
		...untidy,
		'place/river.yml': `\uFEFF# a comment stays\n${FIXTURE['place/river.yml']!.replace('summary: A river', 'summary: A ri\u0301ver').replaceAll('\n', '  \r\n')}\n\n`,
	};
	const run = (changes: Record<string, string | null>, only?: ReadonlySet<string>) => fixFiles('fixture', filesWith(changes), only);

	test('mends what a machine can mend, and nothing else', () => {
		const fixed = Object.fromEntries(run(withBlanks).map(({ content, file }) => [file, content]));
		expect(Object.keys(fixed).sort()).toEqual(['event/battle.yml', 'person/smith-john.yml', 'place/river.yml', 'term/incident.yml']);
		expect(fixed['event/battle.yml']).toBe(FIXTURE['event/battle.yml']);
		expect(fixed['person/smith-john.yml']).toContain('calls him the North’s general.\n');
		expect(fixed['place/river.yml']).toBe(
			`# a comment stays\n${FIXTURE['place/river.yml']!.replace('summary: A river', 'summary: A r\u00EDver')}`,
		);
		expect(lintWith(fixed)).toEqual([]);
	});

	test('finds nothing the second time', () => {
		const fixed = Object.fromEntries(run(withBlanks).map(({ content, file }) => [file, content]));
		expect(run(fixed)).toEqual([]);
		expect(run({})).toEqual([]);
	});

	test('touches only the files that are named', () => {
		expect(run(withBlanks, new Set(['term/incident.yml'])).map(({ file }) => file)).toEqual(['term/incident.yml']);
	});

	test('leaves a file alone that it cannot read', () => {
		expect(run({ 'term/incident.yml': 'a: [\n' })).toEqual([]);
	});

	test('does not take an opening quotation mark for an apostrophe', () => {
		expect(run(edit('person/smith-john.yml', 'general of the North.', "'general' of the North's army."))).toEqual([]);
	});
});
