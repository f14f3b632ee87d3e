import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentGuide, schemaFileOf, schemaTextOf } from '../../src/dataset/fields.ts';
import { ID_MAX_LENGTH, KINDS } from '../../src/dataset/schema.ts';
import { FIXTURE } from './fixture.ts';

const PROJECT = join(import.meta.dirname, '../..');
let directory: string;

beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), 'variorum-tools-'));
	for (const [file, text] of Object.entries(FIXTURE)) {
		mkdirSync(dirname(join(directory, file)), { recursive: true });
		writeFileSync(join(directory, file), text);
	}
});
afterAll(() => rmSync(directory, { force: true, recursive: true }));

function run(tool: string, ...args: string[]): { code: number | null; err: string; out: string } {
	const { status, stderr, stdout } = spawnSync(process.execPath, [join(PROJECT, `scripts/data-${tool}.ts`), ...args], {
		cwd: PROJECT,
		encoding: 'utf8',
		env: { ...process.env, DATA_DIR: directory },
	});
	return { code: status, err: stderr, out: stdout };
}

const write = (file: string, text: string) => writeFileSync(join(directory, file), text);
const restore = (file: string) => (FIXTURE[file] === undefined ? rmSync(join(directory, file)) : write(file, FIXTURE[file]));

describe('data:lint', () => {
	test('is content with a sound dataset', () => {
		expect(run('lint')).toMatchObject({ code: 0, err: '', out: 'no faults in 13 files, 10 entries\n' });
	});

	test('shows every fault under its file, counts them, and ends with 1', () => {
		write('event/battle.yml', FIXTURE['event/battle.yml']!.replace('summary:', 'sumary:'));
		write('person/smith-john.yml', FIXTURE['person/smith-john.yml']!.replace('at: ¶1', 'at: passim'));
		const all = run('lint');
		expect(all.code).toBe(1);
		expect(all.out).toMatch(/^event\/battle\.yml\n {2}line 1 {2}summary {2}\(schema\)\n/u);
		expect(all.out.match(/^person\/smith-john\.yml$/gmu)).toHaveLength(1);
		expect(all.out).toMatch(/3 faults in 2 files\n$/u);
		for (const name of ['person/smith-john.yml', 'smith-john', join(directory, 'person/smith-john.yml')])
			expect(run('lint', name).out).toMatch(/1 fault in 1 file\n$/u);
		expect(run('lint', 'losses')).toMatchObject({ code: 0, out: 'no faults in 1 file\n' });
		restore('event/battle.yml');
		restore('person/smith-john.yml');
	});

	test('names a file that is not there, with the nearest, and ends with 2', () => {
		const { code, err } = run('lint', 'event/batle.yml');
		expect(code).toBe(2);
		expect(err).toContain('Did you mean event/battle.yml?');
	});
});

describe('data:new', () => {
	test.each(KINDS)('starts a %s whose placeholders are all that is wrong with it', (kind) => {
		const id = `a-new-${kind}`;
		const { code, out } = run('new', kind, id);
		expect({ code, out }).toMatchObject({ code: 0 });
		const file = `${kind}/${id}.yml`;
		expect(readFileSync(join(directory, file), 'utf8')).toMatch(
			new RegExp(`^# yaml-language-server: \\$schema=\\.\\./schema/${kind}\\.schema\\.json\\n`, 'u'),
		);
		const faults = run('lint', file).out;
		expect(faults).toContain('TODO');
		expect(
			[...faults.matchAll(/\(([a-z-]+)\)$/gmu)]
				.map(([, rule]) => rule)
				.filter((rule) => !['finished', 'references', 'coordinates', 'gaps', 'cited-sources'].includes(rule!)),
		).toEqual([]);
		restore(file);
	});

	test.each([
		[['event', 'battle'], /exists already/],
		[['treaty', 'battle'], /taken by data\/event\/battle\.yml.*battle-treaty/],
		[['evnt', 'x'], /Did you mean event\?/],
		[['event', 'Khalkhin Gol.yml'], /Try: npm run data:new event khalkhin-gol/],
		[['event', 'x'.repeat(ID_MAX_LENGTH + 1)], /at most 48/],
		[['event', '../evil'], /is not an id/],
		[['event'], /Usage/],
		[[], /Kinds: event, treaty/],
	])('refuses %j with a remedy', (args, message) => {
		const { code, err, out } = run('new', ...args);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(message);
		expect(readFileSync(join(directory, 'event/battle.yml'), 'utf8')).toBe(FIXTURE['event/battle.yml']);
	});
});

describe('data:preview', () => {
	test('shows the entry as it will look, and where to see it drawn', () => {
		const { code, out } = run('preview', 'battle');
		expect(code).toBe(0);
		expect(out).toContain('Battle of the River');
		expect(out).toContain('Smith says that the fighting began “by chance” at the bridge.');
		expect(out).toContain('Southern Book');
		expect(out).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\?q=%2Fevent%20battle\n$/u);
	});

	test.each([
		['losses', ['--page', '1']],
		['who-began', ['--language=en']],
		['northern-paper', []],
	])('shows %s', (id, options) => {
		expect(run('preview', id, ...options).code).toBe(0);
	});

	test('shows an entry although another is broken, and says what is wrong with its own file', () => {
		write('term/incident.yml', 'a: [');
		write('person/smith-john.yml', FIXTURE['person/smith-john.yml']!.replace('at: ¶1', 'at: passim'));
		expect(run('preview', 'battle').code).toBe(0);
		const own = run('preview', 'smith-john');
		expect(own.code).toBe(1);
		expect(own.err).toContain('passim');
		expect(own.out).toContain('John Smith');
		expect(run('preview', 'incident').err).toContain('cannot be shown before this is mended');
		restore('term/incident.yml');
		restore('person/smith-john.yml');
	});

	test('helps with an unknown id, page or option', () => {
		expect(run('preview', 'batle')).toMatchObject({ code: 1, err: 'There is no entry batle. Did you mean battle?\n' });
		expect(run('preview', 'battle', '--page', 'two').code).toBe(2);
		expect(run('preview', 'battle', '--pages', '2').err).toContain('--page');
		expect(run('preview').code).toBe(2);
	});
});

describe('data:report', () => {
	test('says what is covered and what is missing', () => {
		const { code, out } = run('report');
		expect(code).toBe(0);
		expect(out).toMatch(/^Dataset 2026\.11\.1: 10 entries, \d+ accounts/u);
		expect(out).toContain('Numbers with fewer than 3 independent sources (1)\n  losses: 2, no gap stated');
		expect(out).toContain('Sources that no entry cites (0)');
		expect(run('report', '--source', 'northern-paper').out).toMatch(/^northern-paper: \d+ citations in \d+ entries\n {5}\d {2}¶/u);
		expect(run('report', '--source', 'nobody').out).toBe('No entry cites nobody.\n');
	});

	test('gives the same as JSON', () => {
		const report = JSON.parse(run('report', '--json').out) as { fewEstimates: unknown; topics: Record<string, Record<string, number>> };
		expect(report.fewEstimates).toEqual([{ entry: 'losses', gap: false, sources: 2 }]);
		expect(report.topics.war).toMatchObject({ event: 1, source: 3, treaty: 1 });
	});
});

describe('data:fix', () => {
	test('mends in place and says what, and the second time nothing', () => {
		write('event/battle.yml', FIXTURE['event/battle.yml']!.replace('by: smith-john', 'by: John Smith  '));
		const first = run('fix');
		expect(first).toMatchObject({ code: 0 });
		expect(first.out).toMatch(/^event\/battle\.yml\n {4}spaces at line ends removed\n {4}accounts\[0\]\.by/u);
		expect(readFileSync(join(directory, 'event/battle.yml'), 'utf8')).toBe(FIXTURE['event/battle.yml']);
		expect(run('fix').out).toBe('nothing to mend\n');
		expect(run('fix', 'nothing').code).toBe(2);
	});
});

describe('data:schema', () => {
	test('what it writes is in the repository as it should be', () => {
		for (const kind of KINDS)
			expect(readFileSync(join(PROJECT, 'data', schemaFileOf(kind)), 'utf8'), 'run npm run data:schema').toBe(schemaTextOf(kind));
		const guide = readFileSync(join(PROJECT, 'docs/data.md'), 'utf8');
		expect(guide, 'run npm run data:schema').toBe(currentGuide(guide));
	});

	test('every kind has a schema that editors understand', () => {
		for (const kind of KINDS)
			expect(JSON.parse(schemaTextOf(kind))).toMatchObject({
				$schema: 'https://json-schema.org/draft/2020-12/schema',
				additionalProperties: false,
				type: 'object',
			});
		expect(existsSync(join(directory, 'schema'))).toBe(false);
	});
});
