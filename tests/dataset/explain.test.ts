import { describe, expect, test } from 'vitest';
import { parseDataFile } from '../../src/dataset/load.ts';
import { edit, FIXTURE } from './fixture.ts';

function explain(file: string, from: string, to: string) {
	const text = edit(file, from, to)[file]!;
	const parsed = parseDataFile({ content: new TextEncoder().encode(text), file });
	return 'faults' in parsed ? parsed.faults : [];
}

const LOSSES = 'figures/losses.yml';

describe('a message names the place, what was found and expected, and the next step:', () => {
	test.each([
		[
			'a bare number',
			LOSSES,
			'{about: 20000}',
			'20000',
			'accounts[0].value',
			'20000 (a number)',
			/Write “value: \{exact: 20000\}”, or about/,
		],
		['a number in words', LOSSES, '{about: 20000}', 'about 20,000', 'accounts[0].value', '"about 20,000" (a text)', /\{exact: 20000\}/],
		[
			'a number in quotes',
			LOSSES,
			'{about: 20000}',
			'{about: "20,000"}',
			'accounts[0].value.about',
			'"20,000" (a text)',
			/^Write the bare number: 20000\.$/,
		],
		[
			'two forms at once',
			LOSSES,
			'{about: 20000}',
			'{about: 20000, exact: 1}',
			'accounts[0].value',
			'about and exact together',
			/Keep the one/,
		],
		['an unknown form', LOSSES, '{about: 20000}', '{circa: 20000}', 'accounts[0].value', 'the key circa', /in place of circa/],
		[
			'a form with an unknown key beside it',
			LOSSES,
			'{about: 20000}',
			'{about: 20000, units: men}',
			'accounts[0].value.units',
			'the key units',
			/Did you mean unit\?/,
		],
		['no form', LOSSES, '{about: 20000}', '{}', 'accounts[0].value', 'an empty group', /Fill value in/],
		['a negative number', LOSSES, '{about: 20000}', '{about: -1}', 'accounts[0].value.about', '-1', /minus/],
		['a range of one', LOSSES, '[17000, 18000]', '[17000]', 'accounts[1].value.range', 'one number: [17000]', /instead of range/],
		['a range of three', LOSSES, '[17000, 18000]', '[1, 2, 3]', 'accounts[1].value.range', '3 numbers: [1,2,3]', /lowest and the highest/],
		['a range turned round', LOSSES, '[17000, 18000]', '[18000, 17000]', 'accounts[1].value.range', '[18000,17000]', /numbers round/],
		[
			'a range in words',
			LOSSES,
			'[17000, 18000]',
			'17000-18000',
			'accounts[1].value.range',
			'"17000-18000" (a text)',
			/Write \[low, high\]/,
		],
		['a missing key', LOSSES, '    at: ¶3\n', '', 'accounts[0].at', 'nothing', /Add “at: …” to item 1 of accounts/],
		['a missing key of the entry', LOSSES, 'unit: people\n', '', 'unit', 'nothing', /Add a line “unit: …”/],
		['a misspelt key', LOSSES, 'summary:', 'sumary:', 'sumary', 'the key sumary', /Did you mean summary\?/],
		['a key in capitals', LOSSES, 'unit:', 'Unit:', 'Unit', 'the key Unit', /Did you mean unit\?/],
		['a foreign key', LOSSES, 'unit: people', 'unit: people\nopinion: ours', 'opinion', 'the key opinion', /or say it in an account/],
		['a key without a value', LOSSES, 'unit: people', 'unit:', 'unit', 'unit without a value', /after the colon/],
		[
			'a year without quotes',
			'event/battle.yml',
			'"1939-05-11/1939-09-16"',
			'1939',
			'when.date',
			'1939 (a number)',
			/Put it in quotes: "1939"/,
		],
		['a date in words', 'event/battle.yml', '"1939-05-11/1939-09-16"', '11 May 1939', 'when.date', '"11 May 1939"', /Write “1939-05-11”/],
		[
			'an American date',
			'event/battle.yml',
			'"1939-05-11/1939-09-16"',
			'"May 11, 1939"',
			'when.date',
			'"May 11, 1939"',
			/Write “1939-05-11”/,
		],
		['a date with points', 'event/battle.yml', '"1939-05-11/1939-09-16"', '11.5.1939', 'when.date', '"11.5.1939"', /1939-05-11/],
		['a day that is none', 'event/battle.yml', '"1939-05-11/1939-09-16"', '"1939-02-30"', 'when.date', '"1939-02-30"', /no day 30/],
		[
			'a month that is none',
			'event/battle.yml',
			'"1939-05-11/1939-09-16"',
			'"1939-16-09"',
			'when.date',
			'"1939-16-09"',
			/no month 16.*1939-09-16/,
		],
		['years with a dash', 'event/battle.yml', '"1939-05-11/1939-09-16"', '"1939–1940"', 'when.date', '"1939–1940"', /Write “1939\/1940”/],
		[
			'an interval turned round',
			'event/battle.yml',
			'"1939-05-11/1939-09-16"',
			'"1940/1939"',
			'when.date',
			'"1940/1939"',
			/earlier date first/,
		],
		['a text for a list', 'event/battle.yml', '[border, bridge]', 'border', 'keywords', '"border" (a text)', /\[border\]/],
		['a list for a text', LOSSES, 'unit: people', 'unit: [people]', 'unit', '["people"] (a list)', /without the brackets/],
		[
			'a group for a list',
			'person/smith-john.yml',
			'  - {role: General, when: "1938/1945"}',
			'  role: General',
			'roles',
			'{"role":"General"} (a group of keys)',
			/“- ”/,
		],
		[
			'a text for a group',
			LOSSES,
			'{includes: Killed and wounded of both sides}',
			'everybody',
			'counts',
			'"everybody" (a text)',
			/Write the keys of counts/,
		],
		['an empty list', 'event/battle.yml', '[border, bridge]', '[]', 'keywords', 'an empty list', /Add an item to keywords/],
		['an empty text', LOSSES, 'unit: people', 'unit: ""', 'unit', 'an empty text', /Fill unit in/],
		['a wrong word', 'event/battle.yml', 'aspect: cause', 'aspect: cuase', 'accounts[0].aspect', '"cuase"', /Did you mean “cause”\?/],
		['true for yes', 'question/who-began.yml', 'answer: yes', 'answer: true', 'positions[0].answer', 'true', /Choose one/],
		[
			'an id with spaces',
			'source/quoted-archive.yml',
			'via: southern-book',
			'via: Southern Book',
			'via',
			'"Southern Book"',
			/for example southern-book/,
		],
		[
			'an address without http',
			'source/northern-paper.yml',
			'"https://paper.example/1"',
			'paper.example/1',
			'csl.URL',
			'"paper.example/1"',
			/Copy the address/,
		],
		[
			'an author as a text',
			'source/southern-book.yml',
			'title: The River War',
			'author: [Jones], title: The River War',
			'csl.author[0]',
			'"Jones" (a text)',
			/\{literal: Jones\}/,
		],
		['a latitude beyond the pole', 'place/river.yml', 'lat: 47.7', 'lat: 147.7', 'coordinates.lat', '147.7', /on a map/],
		['a space in front', LOSSES, 'unit: people', 'unit: " people"', 'unit', '" people"', /Remove the spaces/],
		['an invisible character', LOSSES, 'unit: people', 'unit: peo\u200Bple', 'unit', /peo/, /cannot be seen/],
		['too long a text', LOSSES, 'unit: people', `unit: ${'x'.repeat(41)}`, 'unit', /^41 characters/, /Shorten it by 1 character\./],
	])('%s', (_what, file, from, to, path, found, remedy) => {
		const fault = explain(file, from, to).find((it) => it.path === path);
		expect(fault, JSON.stringify(explain(file, from, to))).toBeDefined();
		if (typeof found === 'string') expect(fault!.found).toBe(found);
		else expect(fault!.found).toMatch(found);
		expect(fault!.remedy).toMatch(remedy);
		expect(fault!.line).toBeGreaterThan(0);
	});

	test('and says one thing once', () => {
		expect(explain('event/battle.yml', 'topics: [war]', 'topics: war-and-peace')).toHaveLength(1);
	});

	test('a file of the wrong kind is told which fields that kind has', () => {
		const parsed = parseDataFile({ content: new TextEncoder().encode(FIXTURE[LOSSES]), file: 'event/losses.yml' });
		expect(
			'faults' in parsed && parsed.faults.some(({ expected }) => expected.startsWith('only the fields of an entry of this kind: name')),
		).toBe(true);
	});
});
