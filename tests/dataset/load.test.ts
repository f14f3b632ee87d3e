import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDataset } from '../../src/dataset/dataset.ts';
import { DatasetError, formatDetails, formatFault } from '../../src/dataset/fault.ts';
import { KINDS } from '../../src/dataset/kinds.ts';
import { lintDataset } from '../../src/dataset/load.ts';
import { faultOfPlace, readDataFiles } from '../../src/dataset/read.ts';
import { createRechecker } from '../../src/dataset/recheck.ts';
import { edit, FIXTURE, filesWith, lintWith, rawWith } from './fixture.ts';

let directory: string;

beforeEach(() => {
	directory = mkdtempSync(join(tmpdir(), 'variorum-data-'));
	for (const [file, text] of Object.entries(FIXTURE)) put(file, text);
});
afterEach(() => rmSync(directory, { force: true, recursive: true }));

function put(file: string, text: string): void {
	mkdirSync(dirname(join(directory, file)), { recursive: true });
	writeFileSync(join(directory, file), text);
}

describe('reading a folder', () => {
	test('finds every file in a stable order, and overlooks what is not data', () => {
		for (const file of ['LICENSE.md', 'CHANGELOG.md', 'schema/event.schema.json', '.git/config', 'event/.swp']) put(file, 'x');
		const { faults, files } = readDataFiles(directory);
		expect(faults).toEqual([]);
		expect(files.map(({ file }) => file).sort()).toEqual(Object.keys(FIXTURE).sort());
		expect(lintDataset(directory).faults).toEqual([]);
	});

	test('names every stray file with a remedy, and reads the others', () => {
		for (const file of ['event/x.yaml', 'event/notes.txt', 'nomonhan.yml', 'events/x.yml', 'event/sub/x.yml']) put(file, 'x');
		const { faults, files } = readDataFiles(directory);
		expect(faults.map(({ file }) => file)).toEqual(['events', 'nomonhan.yml', 'event/notes.txt', 'event/sub', 'event/x.yaml']);
		expect(faults.every(({ expected, found, remedy }) => expected && found && /\.$/.test(remedy))).toBe(true);
		expect(faults.at(-1)!.remedy).toBe('Rename it to x.yml.');
		expect(files).toHaveLength(Object.keys(FIXTURE).length);
	});

	test('names a single file that is missing', () => {
		rmSync(join(directory, 'topics.yml'));
		const { faults } = lintDataset(directory);
		expect(faults).toMatchObject([{ file: 'topics.yml', found: 'no such file', rule: 'read' }]);
	});

	test('names a folder with the name of a file, and a file with the name of a folder', () => {
		rmSync(join(directory, 'term'), { recursive: true });
		put('term', 'x');
		mkdirSync(join(directory, 'event/folder.yml'));
		symlinkSync(join(directory, 'nowhere'), join(directory, 'event/lost.yml'));
		expect(readDataFiles(directory).faults.map(({ file, found }) => `${file}: ${found}`)).toEqual([
			'event/folder.yml: a folder with the name of a file',
			'event/lost.yml: no such file',
			'term: a file where a folder belongs',
		]);
	});

	test.each(KINDS)('what refers into the folder %s, which cannot be read, is not at fault', (kind) => {
		rmSync(join(directory, kind), { force: true, recursive: true });
		put(kind, 'x');
		expect(lintDataset(directory).faults.map(({ file, rule }) => [file, rule])).toEqual([[kind, 'read']]);
	});

	test('a file name that is no id is named beside what is wrong in the file', () => {
		put('event/Bad Name.yml', 'summary: too little');
		put('event/Worse Name.yml', '"');
		const { faults } = lintDataset(directory);
		for (const file of ['event/Bad Name.yml', 'event/Worse Name.yml']) {
			const own = faults.filter((fault) => fault.file === file);
			expect(own.length).toBeGreaterThan(1);
			expect(own.filter(({ rule }) => rule === 'unique-ids')).toMatchObject([{ found: file.slice(6, -4), remedy: 'Rename the file.' }]);
		}
	});

	test('says once that there is no such folder', () => {
		const { faults, files } = readDataFiles(join(directory, 'elsewhere'));
		expect(files).toEqual([]);
		expect(faults).toHaveLength(1);
		expect(faults[0]!.remedy).toContain('DATA_DIR');
	});

	test.each([
		['dataset.yml', true],
		['CHANGELOG.md', true],
		['schema/event.schema.json', true],
		['event/x.yml', true],
		['event/x.YML', false],
		['x/x.yml', false],
		['event/a/b.yml', false],
		['x.yml', false],
	])('%s belongs there: %s', (file, fine) => {
		expect(faultOfPlace(file) === undefined).toBe(fine);
	});
});

describe('checking', () => {
	test('gathers every fault of every file in one run', () => {
		const faults = lintWith({
			...edit('event/battle.yml', 'summary:', 'sumary:'),
			...edit('person/smith-john.yml', 'at: ¶1', 'at: passim'),
			'term/incident.yml': 'a: [',
			'topics.yml': `${FIXTURE['topics.yml']}"a b": {en: x}\n`,
		});
		expect([...new Set(faults.map(({ file }) => file))].sort()).toEqual([
			'event/battle.yml',
			'person/smith-john.yml',
			'term/incident.yml',
			'topics.yml',
		]);
	});

	test('an error carries them all, in words', () => {
		const faults = lintWith(edit('event/battle.yml', 'summary:', 'sumary:'));
		const error = new DatasetError('data', faults);
		expect(error.message).toContain('has 2 faults\n');
		expect(new DatasetError('data', faults.slice(1)).message).toContain('has 1 fault\n');
		for (const fault of faults) expect(error.message).toContain(formatFault(fault));
		expect(formatFault(faults[0]!)).toMatch(
			/^event\/battle\.yml:1 {2}summary {2}\(schema\)\n {4}found {5}nothing\n {4}expected {2}a text – .*\n {4}remedy {4}Add/u,
		);
		expect(formatDetails({ ...faults[0]!, line: undefined, path: '' })).toMatch(/^ {2}the whole file/u);
	});

	test('the dataset finds entries by id and by former id', () => {
		const dataset = createDataset(rawWith());
		expect(dataset.get('old-battle')?.id).toBe('battle');
		expect(dataset.get('nothing')).toBeUndefined();
		expect(dataset.source('northern-paper').kind).toBe('source');
		expect(() => dataset.source('battle')).toThrow('no source battle');
		expect(
			dataset
				.citedBy('southern-book')
				.map(({ id }) => id)
				.sort(),
		).toEqual(['battle', 'losses', 'river', 'treaty', 'who-began']);
		expect(dataset.relatedTo(dataset.get('losses')!).map(({ id }) => id)).toEqual(['battle']);
	});
});

describe('checking one changed file', () => {
	const rechecker = createRechecker('fixture', filesWith());
	const check = (file: string, text: string) => rechecker.check({ content: new TextEncoder().encode(text), file });

	test.each(Object.keys(FIXTURE))('finds nothing where nothing changed: %s', (file) => expect(check(file, FIXTURE[file]!)).toEqual([]));

	test.each([
		edit('event/battle.yml', 'summary:', 'sumary:'),
		edit('event/battle.yml', '[losses, treaty]', '[losses, treaties]'),
		edit('source/quoted-archive.yml', 'via: southern-book\n', ''),
		edit('person/smith-john.yml', 'name: {en: John Smith', 'name: {en: J. Smith'),
		edit('redirects.yml', 'battle\n', 'batle\n'),
		edit('topics.yml', 'war:', 'wars:'),
		{ 'event/losses.yml': FIXTURE['event/battle.yml']! },
	])('finds what a full check finds: %#', (changes) => {
		const [[file, text]] = Object.entries(changes) as [[string, string]];
		const key = ({ file: at, path, rule }: { file: string; path: string; rule: string }) => `${at} ${path} ${rule}`;
		const full = lintWith(changes).map(key);
		const single = check(file, text).map(key);
		expect(single.length > 0).toBe(full.length > 0);
		expect(full).toEqual(expect.arrayContaining(single));
	});

	test('notices that a source has lost its last account', () => {
		const faults = check('term/incident.yml', FIXTURE['term/incident.yml']!);
		expect(faults).toEqual([]);
		const other = createRechecker(
			'fixture',
			filesWith({
				'source/third.yml': FIXTURE['source/southern-book.yml']!.replace('Southern Book', 'Third')
					.replace('南の本', '三')
					.replace('Южная книга', 'Третья')
					.replace('The River War', 'Third'),
				...edit('term/incident.yml', 'source: northern-paper', 'source: third'),
			}),
		);
		expect(other.check({ content: new TextEncoder().encode(FIXTURE['term/incident.yml']), file: 'term/incident.yml' })).toMatchObject([
			{ file: 'source/third.yml', rule: 'cited-sources' },
		]);
	});
});
