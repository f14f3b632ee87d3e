import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelledWithout } from '../../scripts/learn/groups.ts';
import { namesIn } from '../../src/cache-file.ts';
import { LABELLED, PHRASINGS } from '../../src/dataset/read.ts';
import { Affinity } from '../../src/factcheck/affinity.ts';
import { createChecker } from '../../src/factcheck/checker.ts';
import { EVIDENCE, evidenceOf } from '../../src/factcheck/evidence.ts';
import { Matcher } from '../../src/factcheck/match.ts';
import { OUTCOME_EVIDENCE } from '../../src/factcheck/outcomes.ts';
import { type Phrasing, readPhrasings } from '../../src/factcheck/phrasings.ts';
import { readClause } from '../../src/factcheck/reading.ts';
import { FACT_EVIDENCE, factSenses, POSITION_EVIDENCE, positionSenses } from '../../src/factcheck/sense.ts';
import { SPAN_EVIDENCE } from '../../src/factcheck/span-evidence.ts';
import { checkerOver, openKnowledge, phrasingsIn } from '../../src/knowledge.ts';
import { openLibrary } from '../../src/library.ts';
import { openWithKnowledge } from './open.ts';

const root = join(import.meta.dirname, '..', '..');
const { knowledge, library } = await openWithKnowledge();
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'phrasings-'));
	mkdirSync(join(folder, 'phrasings'));
});

afterAll(() => rmSync(folder, { force: true, recursive: true }));

test('every phrasing names an entry, a position and sources that are there, and stands in one place', () => {
	const [thought, labelled] = ([PHRASINGS, LABELLED] as const).map((part) => phrasingsIn(join(root, 'data'), library.dataset, part));
	expect([...thought!.faults, ...labelled!.faults]).toEqual([]);
	expect(thought!.phrasings.length).toBeGreaterThan(1_000);
	expect(labelled!.phrasings.length).toBeGreaterThan(1_000);
	const texts = [...thought!.phrasings, ...labelled!.phrasings].map(({ entry, text }) => `${entry} ${text.toLowerCase()}`);
	expect(new Set(texts).size).toBe(texts.length);
});

test('of labelled claims those of some messages can be left out, so that a message is not recognised by itself', () => {
	const labelled: Phrasing[] = [
		{ entry: 'neutrality-pact-1941', field: true, lang: 'en', text: 'it was signed in Moscow' },
		{ entry: 'neutrality-pact-1941', field: true, lang: 'en', text: 'Matsuoka signed it' },
	];
	const message = {
		claims: [{ entry: ['neutrality-pact-1941'], part: 'it was  signed in Moscow', verdict: 'Supported' as const }],
		text: 'lol, it was  signed in Moscow',
	};
	expect(labelledWithout(labelled, [])).toEqual(labelled);
	expect(labelledWithout(labelled, [message])).toEqual(labelled.slice(1));
});

test('the lines that the guide shows are phrasings', () => {
	const guide = readFileSync(join(root, 'docs', 'data.md'), 'utf8');
	const lines = guide.split('\n').filter((line) => line.startsWith('{"entry"'));
	expect(readPhrasings(lines.join('\n'), library.dataset).faults).toEqual([]);
	expect(lines).toHaveLength(5);
});

test('a library that was just made is known again, so that what was prepared for it is kept', async () => {
	const cacheDirectory = join(folder, 'anew');
	const made = await openLibrary({ cacheDirectory, directory: join(root, 'data') });
	const again = await openLibrary({ cacheDirectory, directory: join(root, 'data') });
	expect(made.origin.fingerprint).toMatch(/^[0-9a-f]{24}$/);
	expect(again.origin.fingerprint).toBe(made.origin.fingerprint);
});

test('a line that is no phrasing is named with its file, its line and what belongs there', () => {
	const lines = [
		'{"entry":"neutrality-pact-1941","lang":"en","text":"signed in Moscow","field":true}',
		'{"entry":"neutrality-pact-1941","lang":"en"',
		'{"entry":"no-such-entry","lang":"en","text":"something"}',
		'{"entry":"did-soviet-entry-break-pact","lang":"en","text":"they broke it","position":"nowhere"}',
		'{"entry":"neutrality-pact-1941","lang":"de","text":"unterzeichnet in Moskau"}',
		'{"entry":"neutrality-pact-1941","lang":"en","text":"signed in Moscow","agree":["nobody-2020"]}',
	];
	writeFileSync(join(folder, 'phrasings', 'treaty.jsonl'), `${lines.join('\n')}\n`);
	mkdirSync(join(folder, 'labelled'));
	writeFileSync(join(folder, 'labelled', 'event.jsonl'), '{"entry":"no-such-event","lang":"en","text":"something"}\n');
	const { faults } = phrasingsIn(folder, library.dataset);
	expect(faults.map(({ expected, file, line }) => `${file}:${line} ${expected.split(':')[0]}`)).toEqual([
		'phrasings/treaty.jsonl:2 a JSON object on one line',
		'phrasings/treaty.jsonl:3 the id of an entry that exists',
		'phrasings/treaty.jsonl:4 a position of did-soviet-entry-break-pact, not nowhere',
		'phrasings/treaty.jsonl:5 lang',
		'phrasings/treaty.jsonl:6 a source that has an account in neutrality-pact-1941, not nobody-2020',
	]);
	expect(() => openKnowledge({ dataset: library.dataset, directory: folder })).toThrow(/treaty\.jsonl:3[^]*labelled\/event\.jsonl:1/);
});

test('the model was learned from the evidence that the code gathers', () => {
	const reading = readClause('Japan broke the neutrality pact of 1941', knowledge.index);
	const affinities = new Affinity(knowledge.models.affinity, knowledge.index).of(reading);
	const weighed = evidenceOf(new Matcher(knowledge.index).match(reading), reading, library.dataset, affinities);
	for (const { candidate, choice } of weighed) {
		const chosen = { ...(choice ?? { candidate, kind: 'topic' as const }), score: 0.5 };
		if (candidate.entry.kind === 'question') positionSenses(candidate.entry, chosen, reading, knowledge.index);
		else factSenses(candidate.entry, chosen, reading, knowledge.index);
	}
	expect(knowledge.models.entries.names).toEqual(EVIDENCE);
	expect(knowledge.models.positions.names).toEqual(POSITION_EVIDENCE);
	expect(knowledge.models.facts.names).toEqual(FACT_EVIDENCE);
	createChecker({ dataset: library.dataset, knowledge: () => knowledge }).check('Japan broke the neutrality pact of 1941');
	expect(knowledge.models.spans.names).toEqual(SPAN_EVIDENCE);
	expect(knowledge.models.outcomes.names).toEqual(OUTCOME_EVIDENCE);
	for (const { terms } of [knowledge.models.affinity, knowledge.models.denied, knowledge.models.meant])
		expect(terms.names.every((name, row) => row === 0 || terms.names[row - 1]! < name)).toBe(true);
});

test('what is kept between starts is what would be made anew, and a damaged file is made anew', () => {
	const cacheDirectory = join(folder, 'cache');
	const directory = join(folder, 'few');
	cpSync(join(root, 'data', 'phrasings', 'term.jsonl'), join(directory, 'phrasings', 'term.jsonl'));
	// When all that is written here is long past.
	const later = () => Date.now() + 60_000;
	const open = () => openKnowledge({ cacheDirectory, dataset: library.dataset, directory, fingerprint: 'one', now: later() }).index;
	const made = open();
	const kept = open();
	expect(kept.units.terms).toEqual(made.units.terms);
	expect(kept.units.marks).toEqual(made.units.marks);
	expect(kept.postings).toEqual(made.postings);
	const file = readCache(cacheDirectory).find((name) => name.endsWith('.bin'));
	writeFileSync(file!, readFileSync(file!).subarray(0, 1_000));
	expect(open().units.terms).toEqual(made.units.terms);
	// What was found of untouched files is taken as it was: nothing is read again to see whether it is so.
	const stamp = join(cacheDirectory, 'phrasings-stamp.json');
	writeFileSync(stamp, JSON.stringify({ ...JSON.parse(readFileSync(stamp, 'utf8')), fingerprint: 'as-it-was' }));
	open();
	expect(namesIn(cacheDirectory)).toContain('assertions-one-as-it-was.bin');
	// Other phrasings, under the same names.
	cpSync(join(root, 'data', 'phrasings', 'place.jsonl'), join(directory, 'phrasings', 'term.jsonl'));
	expect(open().units.terms).not.toEqual(made.units.terms);
}, 180_000);

test('the first check waits for it beside everything else, and what has to be made is made in a thread of its own', async () => {
	const cacheDirectory = join(folder, 'beside');
	const directory = join(folder, 'small');
	cpSync(join(root, 'tests', 'fixtures', 'dataset-small'), directory, { recursive: true });
	const small = await openLibrary({ cacheDirectory, directory });
	const checker = checkerOver(small);
	let turns = 0;
	const timer = setInterval(() => turns++, 1);
	await Promise.all([checker.ready(), checker.ready()]);
	clearInterval(timer);
	// In this thread next to nothing is left to do.
	expect(turns).toBeGreaterThan(10);
	expect(namesIn(cacheDirectory).filter((name) => name.startsWith('assertions-'))).toHaveLength(1);
	expect(checker.check('Napoleon lost 400,000 men in Russia').claims).toEqual([]);

	mkdirSync(join(directory, 'phrasings'), { recursive: true });
	writeFileSync(join(directory, 'phrasings', 'event.jsonl'), '{"entry":"no-such-event","lang":"en","text":"something"}\n');
	const faulty = checkerOver(await openLibrary({ cacheDirectory, directory }));
	await expect(faulty.ready()).rejects.toThrow(/phrasings\/event\.jsonl:1/);
});

test('of files that were changed since the dataset was opened nothing is made, neither there nor here', async () => {
	const cacheDirectory = join(folder, 'changed');
	const directory = join(folder, 'to-be-changed');
	cpSync(join(root, 'tests', 'fixtures', 'dataset-small'), directory, { recursive: true });
	const running = await openLibrary({ cacheDirectory, directory });
	const checker = checkerOver(running);
	// The entries behind it stand elsewhere in the list.
	const topics = readFileSync(join(directory, 'topics.yml'), 'utf8');
	rmSync(join(directory, 'place', 'iturup.yml'));
	writeFileSync(join(directory, 'topics.yml'), topics.replace(/^islands:.*(?:\n .*)*\n/m, ''));
	let turns = 0;
	const timer = setInterval(() => turns++, 1);
	await expect(checker.ready()).rejects.toThrow(/to-be-changed, or the program's own, are not those any more[^]*Start Variorum again/);
	clearInterval(timer);
	expect(turns).toBeGreaterThan(10);
	expect(namesIn(cacheDirectory).filter((name) => name.startsWith('assertions-'))).toEqual([]);
	// Whoever asks again has it tried again.
	cpSync(join(root, 'tests', 'fixtures', 'dataset-small'), directory, { recursive: true });
	await checker.ready();
	expect(checker.check('Napoleon lost 400,000 men in Russia').claims).toEqual([]);
});

const readCache = (directory: string) => namesIn(directory).map((name) => join(directory, name));
