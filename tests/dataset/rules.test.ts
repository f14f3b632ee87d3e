import { describe, expect, test } from 'vitest';
import { applyRules, RULE_CRASH_FILE } from '../../src/dataset/load.ts';
import { RULES } from '../../src/dataset/rules/index.ts';
import { DatasetView } from '../../src/dataset/view.ts';
import { type Changes, edit, FIXTURE, lintWith, rawWith } from './fixture.ts';

interface Case {
	/** Changes that the rule must notice, the place it must name, and as what. */
	readonly faults: readonly (readonly [changes: Changes, place: string, found: string | RegExp])[];
	/** Changes that are close by and right. */
	readonly neighbours: readonly Changes[];
}

const copyOf = (file: string, ...changes: readonly (readonly [from: string, to: string])[]) =>
	changes.reduce((text, [from, to]) => {
		if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
		return text.replaceAll(from, to);
	}, FIXTURE[file]!);

const SECOND_BOOK = copyOf(
	'source/southern-book.yml',
	['Southern Book', 'Second Book'],
	['南の本', '二冊目'],
	['Южная книга', 'Вторая книга'],
);
const SECOND_PERSON = copyOf('person/smith-john.yml', ['John Smith', 'Jack Smith'], ['ジョン', 'ジャック'], ['Джон', 'Джек']);

const CASES: Readonly<Record<string, Case>> = {
	answers: {
		faults: [
			[edit('question/who-began.yml', '    answer: yes\n', ''), 'question/who-began.yml positions[0]', /without an answer/],
			[edit('question/who-began.yml', 'type: yes-no', 'type: who'), 'question/who-began.yml positions[0].answer', /on a who question/],
		],
		neighbours: [
			edit('question/who-began.yml', 'answer: no', 'answer: partly'),
			{
				'question/who-began.yml': FIXTURE['question/who-began.yml']!.replace('type: yes-no', 'type: who').replaceAll(
					/ {4}answer: .*\n/gu,
					'',
				),
			},
		],
	},
	chronology: {
		faults: [
			[edit('person/smith-john.yml', '"1960-02-01"', '"1880"'), 'person/smith-john.yml died.date', 'died 1880'],
			[edit('person/smith-john.yml', '"1938/1945"', '"1961"'), 'person/smith-john.yml roles[0].when', 'died 1960-02-01'],
			[edit('treaty/treaty.yml', '"1939-10-01"', '"1939-09-27"'), 'treaty/treaty.yml inForce.date', 'inForce 1939-09-27'],
			[edit('treaty/treaty.yml', '"1945"', '"1938"'), 'treaty/treaty.yml ended.date', 'ended 1938'],
		],
		neighbours: [
			edit('person/smith-john.yml', '"1938/1945"', '"1938/1970"'),
			edit('treaty/treaty.yml', '"1939-10-01"', '"1939-09"'),
			edit('treaty/treaty.yml', '"1945"', '"1939"'),
		],
	},
	'cited-sources': {
		faults: [[{ 'source/second-book.yml': SECOND_BOOK.replace('The River War', 'Another') }, 'source/second-book.yml ', /no entry cites/]],
		neighbours: [
			{
				'source/second-book.yml': SECOND_BOOK.replace('The River War', 'Another'),
				...edit('event/battle.yml', 'related: [losses,', 'related: [second-book, losses,'),
			},
		],
	},
	coordinates: {
		faults: [[edit('place/river.yml', '{lat: 47.7, lon: 118.6}', '{lat: 0, lon: 0}'), 'place/river.yml coordinates', 'lat 0, lon 0']],
		neighbours: [edit('place/river.yml', '{lat: 47.7, lon: 118.6}', '{lat: 51.48, lon: 0}')],
	},
	dates: {
		faults: [
			[
				edit('event/battle.yml', 'value: {date: "1939-05-11"}', 'value: {date: "0193-05-11"}'),
				'event/battle.yml accounts[1].value.date',
				/year 193/,
			],
			[edit('source/southern-book.yml', '"1995"', '"9195"'), 'source/southern-book.yml csl.issued', /year 9195/],
			[edit('treaty/treaty.yml', '"1939-09-15"', '"1939-09-16"'), 'treaty/treaty.yml signed.oldStyle', /old style beside/],
			[edit('treaty/treaty.yml', '"1939-09-15"', '"1939-10"'), 'treaty/treaty.yml signed.oldStyle', /old style beside/],
		],
		neighbours: [
			edit('event/battle.yml', 'value: {date: "1939-05-11"}', 'value: {date: "11XX"}'),
			edit('person/smith-john.yml', '{date: "1890"}', '{date: "1890-03-13", oldStyle: "1890-03-01"}'),
			edit('person/smith-john.yml', '{date: "1890"}', '{date: "1855-02-07/1855-02-08", oldStyle: "1855-01-26/1855-01-27"}'),
		],
	},
	duplicates: {
		faults: [
			[edit('event/battle.yml', '[losses, treaty]', '[losses, treaty, losses]'), 'event/battle.yml related[2]', /same item of related/],
			[
				edit(
					'term/incident.yml',
					'usage:',
					'usage:\n  - {word: incident, language: en, usedBy: Northern newspapers, implies: It was small., source: northern-paper, at: headline}',
				),
				'term/incident.yml usage[1]',
				/same word/,
			],
			[
				edit(
					'person/smith-john.yml',
					'accounts:',
					'accounts:\n  - {source: northern-paper, at: ¶1, says: The paper calls him the general of the North.}',
				),
				'person/smith-john.yml accounts[1]',
				/same account as number 1/,
			],
		],
		neighbours: [
			edit(
				'person/smith-john.yml',
				'accounts:',
				'accounts:\n  - {source: northern-paper, at: ¶2, says: The paper calls him the general of the North.}',
			),
		],
	},
	finished: {
		faults: [
			[edit('event/battle.yml', 'Fighting at the river in 1939.', 'TODO write.'), 'event/battle.yml summary', '“TODO write.”'],
			[edit('source/southern-book.yml', '"1995"', '"0001"'), 'source/southern-book.yml csl.issued', '“0001”'],
		],
		neighbours: [edit('event/battle.yml', 'Fighting at the river', 'Nothing to do at the river')],
	},
	gaps: {
		faults: [
			[
				{ 'figures/losses.yml': FIXTURE['figures/losses.yml']!.replace(/ {2}- source: southern-book[\s\S]*?killed\}\n/u, '') },
				'figures/losses.yml gap',
				'one estimate and no gap',
			],
			[
				{ 'question/who-began.yml': FIXTURE['question/who-began.yml']!.replace(/ {2}- id: "no"[\s\S]*?began\.\n/u, '') },
				'question/who-began.yml gap',
				'one position and no gap',
			],
		],
		neighbours: [
			{
				'figures/losses.yml': FIXTURE['figures/losses.yml']!.replace(/ {2}- source: southern-book[\s\S]*?killed\}\n/u, '').replace(
					'silent:',
					'gap: The South gave no number.\nsilent:',
				),
			},
		],
	},
	keywords: {
		faults: [
			[edit('event/battle.yml', '[border, bridge]', '[border, river battle]'), 'event/battle.yml keywords[1]', /a name or alias already/],
		],
		neighbours: [edit('event/battle.yml', '[border, bridge]', '[border, river]')],
	},
	'loaded-names': {
		faults: [
			[
				edit('event/battle.yml', 'usedBy: Northern newspapers', 'usedBy: various'),
				'event/battle.yml aliases.loaded[0].usedBy',
				'“various”',
			],
			[edit('term/incident.yml', 'usedBy: Northern newspapers', 'usedBy: unknown'), 'term/incident.yml usage[0].usedBy', '“unknown”'],
		],
		neighbours: [edit('event/battle.yml', 'usedBy: Northern newspapers', 'usedBy: Various northern newspapers')],
	},
	names: {
		faults: [
			[
				edit('event/battle.yml', '[River Battle]', '[River Battle, 川の戦い]'),
				'event/battle.yml aliases.spelling[1]',
				/which name.ja has already/,
			],
			[
				edit('event/battle.yml', '[River Battle]', '[River Battle, river  battle]'),
				'event/battle.yml aliases.spelling[1]',
				/another alias/,
			],
			[
				{ 'person/smith-jack.yml': SECOND_PERSON.replace('Jack Smith', 'John Smith') },
				'person/smith-jack.yml name.en',
				/also the name of smith-john/,
			],
			[
				{ 'person/smith-jack.yml': SECOND_PERSON.replace('topics:', 'aliases: {former: [john smith]}\ntopics:') },
				'person/smith-jack.yml aliases.former[0]',
				/the name of smith-john/,
			],
		],
		neighbours: [{ 'person/smith-jack.yml': SECOND_PERSON }, edit('place/river.yml', '[Old River]', '[Battle of the River]')],
	},
	'one-work': {
		faults: [
			[
				{
					'source/second-book.yml': SECOND_BOOK,
					...edit('person/smith-john.yml', 'source: northern-paper\n    at: ¶1', 'source: second-book\n    at: p. 1'),
				},
				'source/second-book.yml csl.title',
				'the same work as southern-book',
			],
		],
		neighbours: [
			{
				'source/second-book.yml': SECOND_BOOK.replace('"1995"', '"1996"'),
				...edit('person/smith-john.yml', 'source: northern-paper\n    at: ¶1', 'source: second-book\n    at: p. 1'),
			},
		],
	},
	'places-in-sources': {
		faults: [
			[edit('person/smith-john.yml', 'at: ¶1', 'at: What happened'), 'person/smith-john.yml accounts[0].at', /the source itself/],
			[edit('person/smith-john.yml', 'at: ¶1', 'at: passim'), 'person/smith-john.yml accounts[0].at', '“passim”'],
			[edit('person/smith-john.yml', 'at: ¶1', 'at: "https://paper.example/1"'), 'person/smith-john.yml accounts[0].at', /the address/],
			[
				edit('question/who-began.yml', '    source: southern-book\n    at: p. 116\n', '    source: southern-book\n'),
				'question/who-began.yml why[0]',
				/without at/,
			],
		],
		neighbours: [
			edit('person/smith-john.yml', 'at: ¶1', 'at: headline “What happened”'),
			edit('question/who-began.yml', '    source: southern-book\n    at: p. 116\n', ''),
		],
	},
	positions: {
		faults: [
			[edit('question/who-began.yml', 'id: "no"', 'id: "yes"'), 'question/who-began.yml positions[1].id', /which the position yes has too/],
			[edit('question/who-began.yml', 'ru: Начал Юг', 'ru: Начал Север'), 'question/who-began.yml positions[1].label.ru', /Начал Север/],
			[
				edit('question/who-began.yml', '[The South started it]', '[the north started it]'),
				'question/who-began.yml positions[1].claims[0]',
				/which the position yes has too/,
			],
		],
		neighbours: [edit('question/who-began.yml', '[The South started it]', '[The North did not start it]')],
	},
	redirects: {
		faults: [
			[{ 'redirects.yml': 'older: old-battle\nold-battle: battle\n' }, 'redirects.yml older', /older → old-battle → battle/],
			[{ 'redirects.yml': 'a: b\nb: a\n' }, 'redirects.yml a', /leads back to itself/],
			[{ 'redirects.yml': 'losses: battle\n' }, 'redirects.yml losses', /which is an entry/],
			[{ 'redirects.yml': 'old-battle: batle\n' }, 'redirects.yml old-battle', /does not exist/],
		],
		neighbours: [{ 'redirects.yml': 'older: battle\nold-battle: battle\n' }],
	},
	references: {
		faults: [
			[
				edit('person/smith-john.yml', 'source: northern-paper', 'source: northern-papers'),
				'person/smith-john.yml accounts[0].source',
				/does not exist/,
			],
			[
				edit('person/smith-john.yml', 'source: northern-paper', 'source: battle'),
				'person/smith-john.yml accounts[0].source',
				'battle, which is a event',
			],
			[edit('event/battle.yml', 'by: smith-john', 'by: smith-jon'), 'event/battle.yml accounts[0].by', /smith-jon/],
			[edit('event/battle.yml', '[river,', '[rivers,'), 'event/battle.yml where[0]', /rivers/],
			[edit('event/battle.yml', '[losses, treaty]', '[losses, battle]'), 'event/battle.yml related[1]', /itself/],
			[edit('event/battle.yml', '[losses, treaty]', '[losses, old-battle]'), 'event/battle.yml related[1]', /old-battle/],
			[edit('event/battle.yml', 'topics: [war]', 'topics: [wars]'), 'event/battle.yml topics[0]', /wars/],
			[edit('source/quoted-archive.yml', 'via: southern-book', 'via: northern-book'), 'source/quoted-archive.yml via', /northern-book/],
			[
				edit('treaty/treaty.yml', 'person: smith-john', 'person: river'),
				'treaty/treaty.yml signatories[0].person',
				'river, which is a place',
			],
		],
		neighbours: [edit('event/battle.yml', 'by: smith-john', 'by: Somebody Else'), edit('event/battle.yml', 'Far bank', 'The other bank')],
	},
	scripts: {
		faults: [
			[edit('event/battle.yml', 'ja: 川の戦い', 'ja: Kawa no tatakai'), 'event/battle.yml name.ja', '“Kawa no tatakai” under ja'],
			[edit('figures/losses.yml', 'ru: Сколько погибло?', 'ru: How many?'), 'figures/losses.yml asks.ru', /under ru/],
		],
		neighbours: [
			edit('event/battle.yml', 'ja: 川の戦い', 'ja: 川の戦い(River)'),
			edit('source/southern-book.yml', 'ru: Южная книга', 'ru: Bloomberg'),
		],
	},
	silences: {
		faults: [
			[edit('figures/losses.yml', '{source: quoted-archive}', '{source: southern-book}'), 'figures/losses.yml silent[0]', /has an account/],
		],
		neighbours: [edit('figures/losses.yml', '{source: quoted-archive}', '{source: southern-book, note: Its first edition has no number}')],
	},
	'source-access': {
		faults: [
			[edit('source/quoted-archive.yml', 'via: southern-book\n', ''), 'source/quoted-archive.yml consulted', /without via/],
			[edit('source/quoted-archive.yml', 'consulted: through', 'consulted: passage'), 'source/quoted-archive.yml via', /with via/],
			[edit('source/quoted-archive.yml', 'via: southern-book', 'via: quoted-archive'), 'source/quoted-archive.yml via', /itself/],
			[edit('source/northern-paper.yml', 'consulted: passage', 'consulted: literature'), 'source/northern-paper.yml readAt', /with readAt/],
			[
				edit('source/northern-paper.yml', 'https://mirror.example/1', 'https://paper.example/1'),
				'source/northern-paper.yml readAt.url',
				/paper.example/,
			],
		],
		neighbours: [edit('source/northern-paper.yml', 'consulted: passage', 'consulted: whole')],
	},
	speakers: {
		faults: [
			[edit('event/battle.yml', 'by: smith-john', 'by: John  smith'), 'event/battle.yml accounts[0].by', /the name/],
			[edit('event/battle.yml', 'Far bank', 'Old River'), 'event/battle.yml where[1]', /the name/],
		],
		neighbours: [edit('event/battle.yml', 'by: smith-john', 'by: John Smith the younger')],
	},
	'topics-used': {
		faults: [[{ 'topics.yml': `${FIXTURE['topics.yml']}peace: {en: Peace}\n` }, 'topics.yml peace', /which no entry has/]],
		neighbours: [
			{
				'topics.yml': `${FIXTURE['topics.yml']}peace: {en: Peace}\n`,
				...edit('treaty/treaty.yml', 'topics: [war]', 'topics: [war, peace]'),
			},
		],
	},
	'unique-ids': {
		faults: [
			[
				{
					'place/battle.yml': copyOf(
						'place/river.yml',
						['The River', 'Battlefield'],
						['川', '戦場'],
						['Река', 'Поле'],
						['Old River', 'Old field'],
					),
				},
				'place/battle.yml ',
				/also the id of event\/battle.yml/,
			],
			[
				{
					'event/Battle 2.yml': copyOf(
						'event/battle.yml',
						['Battle of the River', 'Second battle'],
						['川の戦い', '第二の戦い'],
						['Битва у реки', 'Вторая битва'],
						['River Battle', 'Second River Battle'],
					),
				},
				'event/Battle 2.yml ',
				'Battle 2',
			],
		],
		neighbours: [
			{
				'event/battle-2.yml': copyOf(
					'event/battle.yml',
					['Battle of the River', 'Second battle'],
					['川の戦い', '第二の戦い'],
					['Битва у реки', 'Вторая битва'],
					['River Battle', 'Second River Battle'],
				),
			},
		],
	},
	units: {
		faults: [
			[edit('figures/losses.yml', '    counts: killed only\n', ''), 'figures/losses.yml accounts[1].value.unit', 'the unit “killed”'],
		],
		neighbours: [
			{ 'figures/losses.yml': FIXTURE['figures/losses.yml']!.replace('    counts: killed only\n', '').replace(', unit: killed', '') },
		],
	},
	wording: {
		faults: [
			[edit('person/smith-john.yml', 'general of the North.', 'general of the North'), 'person/smith-john.yml accounts[0].says', /ends in/],
			[edit('person/smith-john.yml', 'The paper calls', 'The paper **calls**'), 'person/smith-john.yml accounts[0].says', '**'],
			[edit('person/smith-john.yml', 'The paper calls', 'In our view the paper calls'), 'person/smith-john.yml accounts[0].says', 'our'],
			[
				edit('event/battle.yml', 'has another date', 'at http://x.example has another date'),
				'event/battle.yml accounts[1].note.says',
				/http/,
			],
			[edit('event/battle.yml', '“by chance”', '“by chance'), 'event/battle.yml accounts[0].says', '“ without ”'],
			[edit('person/smith-john.yml', 'The paper calls', 'The paper  calls'), 'person/smith-john.yml accounts[0].says', /two spaces/],
		],
		neighbours: [
			edit('event/battle.yml', '“by chance”', '“as we all know”'),
			edit('person/smith-john.yml', 'general of the North.', 'general under Paul I (“the North”).'),
			edit('person/smith-john.yml', 'The paper calls', 'The paper from the US calls'),
		],
	},
};

describe('the fixture', () => {
	test('has no fault', () => expect(lintWith()).toEqual([]));
});

describe('every rule', () => {
	test('has a name, a sentence that describes it, and cases here', () => {
		expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ name }) => name).sort());
		for (const { description, name } of RULES) {
			expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
			expect(description).toMatch(/^[A-Z`].*\.$/);
		}
	});
});

describe.each(RULES.map(({ name }) => name))('the rule %s', (name) => {
	const { faults, neighbours } = CASES[name]!;

	test.each(faults.map(([changes, place, found]) => ({ changes, found, place })))(
		'notices what is wrong at $place',
		({ changes, found, place }) => {
			const own = lintWith(changes).filter(({ rule }) => rule === name);
			const at = own.find(({ file, path }) => `${file} ${path}` === place);
			expect(at, `${name} at ${place} among ${JSON.stringify(own)}`).toBeDefined();
			if (typeof found === 'string') expect(at!.found).toBe(found);
			else expect(at!.found).toMatch(found);
			expect(at!.remedy).toMatch(/^\S.*[.…”]$/su);
			expect(at!.expected).not.toBe('');
			if (place.includes('.yml ') && !place.endsWith('.yml ')) expect(at!.line).toBeGreaterThan(0);
		},
	);

	test.each(neighbours.map((changes) => ({ changes, files: Object.keys(changes).join(', ') })))(
		'is content with its neighbour in $files',
		({ changes }) => {
			expect(lintWith(changes)).toEqual([]);
		},
	);
});

describe('a rule that crashes', () => {
	const raw = rawWith(edit('place/river.yml', '{lat: 47.7, lon: 118.6}', '{lat: 0, lon: 0}'));
	const crashing = {
		check: () => {
			throw new Error('out of order');
		},
		description: 'Never holds.',
		name: 'crashing',
	};

	test('becomes a message, and the others still run', () => {
		const faults = applyRules(raw, new DatasetView(raw), [crashing, ...RULES]);
		expect(faults.map(({ rule }) => rule)).toEqual(['crashing', 'coordinates']);
		expect(faults[0]).toMatchObject({ file: RULE_CRASH_FILE, found: 'Error: out of order' });
		expect(faults[0]!.remedy).toContain('not the data');
	});
});

describe('one broken file', () => {
	test('is not blamed on those that refer to it', () => {
		const faults = lintWith({ 'source/southern-book.yml': 'name: [' });
		expect(faults.map(({ file }) => file)).toEqual(['source/southern-book.yml']);
	});

	test('with the topics in it is one fault, not one for each entry', () => {
		expect(lintWith({ 'topics.yml': '- war\n' }).map(({ file }) => file)).toEqual(['topics.yml']);
	});
});
