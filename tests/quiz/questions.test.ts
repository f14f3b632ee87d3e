import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pinnedPlaces } from '../../src/cards/quiz-map.ts';
import type { Topic } from '../../src/dataset/schema.ts';
import type { Library } from '../../src/library.ts';
import { checkQuestion } from '../../src/quiz/check.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { everyQuestion, makeQuestions, questionOf } from '../../src/quiz/make.ts';
import { QUESTION_KINDS, type Question } from '../../src/quiz/question.ts';
import { closedSpan, isNear, overlap, saidIn } from '../../src/quiz/said.ts';
import { fold } from '../../src/search/fold.ts';
import { openDataset } from '../library.ts';

let library: Library;
let all: Question[];

beforeAll(async () => {
	library = await openDataset();
	const dice = diceOf(20_261_123);
	all = library.dataset.entries.flatMap((entry) =>
		entry.kind === 'source' ? [] : [...everyQuestion(entry as Topic, library, 'en', dice)],
	);
}, 240_000);

describe('every question of the dataset', () => {
	it('keys what its source bears out, and offers as wrong only what no source says', () => {
		expect(all.flatMap((question) => checkQuestion(question, library).map((problem) => `${question.id} ${problem}`))).toEqual([]);
	}, 240_000);

	it('comes in every kind', () => {
		expect(QUESTION_KINDS.filter((kind) => all.filter((question) => question.kind === kind).length < 10)).toEqual([]);
		expect(all.length).toBeGreaterThan(5_000);
	});

	it('has an id of its own', () => {
		const ids = new Set<string>();
		expect(all.filter(({ id }) => ids.size === ids.add(id).size).map(({ id }) => id)).toEqual([]);
	});

	it('asks a contested number by its source, or takes any cited one', () => {
		const plain = all.filter(
			({ kind, task }) =>
				kind === 'estimate' && task.type === 'number' && new Set(task.accepts.map(({ value }) => JSON.stringify(value))).size > 1,
		);
		expect(plain.length).toBeGreaterThan(30);
		expect(all.filter(({ according, kind }) => (kind === 'gap' || kind === 'statement') && !according)).toEqual([]);
	});

	it('asks no plain date that an entry marks as disputed', () => {
		const asked = all
			.filter(({ kind }) => kind === 'date' || kind === 'first')
			.filter((question) => {
				const entry = library.dataset.get(question.entry)!;
				return question.id.includes('.date.event') && entry.kind === 'event' && entry.when.disputed;
			});
		expect(asked).toEqual([]);
	});

	it('never asks for a view that its source only reports', () => {
		const reporting = all.filter(({ kind, told }) => (kind === 'voice' || kind === 'statement' || kind === 'gap') && told[0]!.reports);
		expect(reporting).toEqual([]);
	});

	it('survives being written down and read back', () => {
		for (const question of all.slice(0, 500)) expect(JSON.parse(JSON.stringify(question))).toEqual(question);
	});

	it('can be made again from its id', () => {
		const dice = diceOf(3);
		const sample = all.filter((_, index) => index % 97 === 0);
		expect(sample.filter((question) => questionOf(question.id, library, 'en', dice)?.id !== question.id)).toEqual([]);
		expect(questionOf('nothing-here.date.event', library, 'en', dice)).toBeUndefined();
		expect(questionOf('rubbish', library, 'en', dice)).toBeUndefined();
	});
});

describe('a drawing of questions', () => {
	const request = { count: 10, language: 'en' } as const;

	it('is the same by the same dice, and another by others', () => {
		const ids = (seed: number) => makeQuestions(library, request, diceOf(seed)).map(({ id }) => id);
		expect(ids(7)).toEqual(ids(7));
		expect(ids(7)).not.toEqual(ids(8));
	});

	it('is good whatever the dice', () => {
		fc.assert(
			fc.property(fc.integer(), (seed) => {
				const questions = makeQuestions(library, request, diceOf(seed));
				expect(questions).toHaveLength(10);
				expect(new Set(questions.map(({ id }) => id)).size).toBe(10);
				expect(new Set(questions.map(({ entry }) => entry)).size).toBeGreaterThan(8);
				for (const question of questions) {
					expect(checkQuestion(question, library)).toEqual([]);
					if (question.task.type === 'choice') {
						const { choices } = question.task;
						expect(new Set(choices.map(({ text }) => fold(text))).size).toBe(choices.length);
					}
				}
			}),
			{ numRuns: 60 },
		);
	}, 120_000);

	it('is good with dice at the ends of their range', () => {
		for (const dice of [() => 0, () => 0.999_999_9])
			for (const question of makeQuestions(library, request, dice)) expect(checkQuestion(question, library)).toEqual([]);
	});

	it('keeps to the kinds, topics, years and difficulty that were asked for', () => {
		const questions = makeQuestions(
			library,
			{
				count: 12,
				difficulty: [0.3, 0.7],
				kinds: ['date', 'gap', 'voice'],
				language: 'en',
				period: [1900, 1945],
				topics: ['khalkhin-gol', 'interwar'],
			},
			diceOf(5),
		);
		expect(questions).toHaveLength(12);
		for (const { difficulty, kind, period, topics } of questions) {
			expect(['date', 'gap', 'voice']).toContain(kind);
			expect(topics.some((topic) => topic === 'khalkhin-gol' || topic === 'interwar')).toBe(true);
			expect(period![0] <= 1945 && period![1] >= 1900).toBe(true);
			expect(difficulty >= 0.3 && difficulty <= 0.7).toBe(true);
		}
	});

	it('never asks what was seen, and gives fewer when there is no more', () => {
		const first = makeQuestions(library, { count: 500, entries: ['khalkhin-gol-1939'], language: 'en' }, diceOf(1));
		expect(first.length).toBeGreaterThan(5);
		expect(first.every(({ entry }) => entry === 'khalkhin-gol-1939')).toBe(true);
		expect(
			makeQuestions(
				library,
				{ count: 5, entries: ['khalkhin-gol-1939'], language: 'en', seen: new Set(first.map(({ id }) => id)) },
				diceOf(2),
			).length,
		).toBeLessThanOrEqual(2);
		expect(makeQuestions(library, { count: 5, entries: ['no-such-entry'], language: 'en' }, diceOf(2))).toEqual([]);
	});
});

describe('the checker', () => {
	it('notices a wrong key, a choice that is right too, and a number that nobody gives', () => {
		const choice = all.find(({ id }) => id === 'treaty-of-portsmouth-1905.date.treaty')!;
		if (choice?.task.type !== 'choice') throw new Error('no such question');
		const { task } = choice;
		const other = task.choices.find(({ id }) => id !== task.key)!;
		expect(checkQuestion(choice, library)).toEqual([]);
		expect(checkQuestion({ ...choice, task: { ...task, key: other.id, strikes: [] } }, library).length).toBeGreaterThan(1);
		const oldStyle = task.choices.map((it) => (it === other ? { ...it, means: { date: '1905-08-23' }, text: '23 August 1905' } : it));
		expect(checkQuestion({ ...choice, task: { ...task, choices: oldStyle } }, library)).toEqual([
			'offers “23 August 1905” as wrong, which may be right',
		]);
		const twice = task.choices.map((it) =>
			it === other ? { ...it, text: task.choices.find(({ id }) => id === task.key)!.text.toUpperCase() } : it,
		);
		expect(checkQuestion({ ...choice, task: { ...task, choices: twice } }, library)).toContain('has the same choice twice');
		const place = all.find(
			({ id, kind, task: it }) => kind === 'place' && it.type === 'choice' && id.startsWith('sino-soviet-agreement-1924'),
		)!;
		if (place?.task.type !== 'choice') throw new Error('no place');
		const { choices, key } = place.task;
		const renamed = choices.map((it) => (it.id === key ? it : { ...it, means: { name: `Beijing ${it.id}` }, text: `Beijing ${it.id}` }));
		expect(checkQuestion({ ...place, task: { ...place.task, choices: renamed } }, library)).toContainEqual(
			expect.stringMatching(/^offers “Beijing .” as wrong, which may be right$/),
		);
		const voice = all.find(
			({ kind, task: it }) => kind === 'voice' && it.type === 'choice' && it.choices.some(({ means }) => 'by' in means),
		)!;
		if (voice.task.type !== 'choice') throw new Error('no voice');
		const speaker = voice.task.choices.find(({ means }) => 'by' in means && means.by)!;
		const same = voice.task.choices.map((it) => ({
			...it,
			means: { ...it.means, by: (speaker.means as { by: string }).by } as typeof it.means,
		}));
		expect(checkQuestion({ ...voice, task: { ...voice.task, choices: same } }, library)).toContain('names the same person twice');
		const where = all.find(({ id }) => id.endsWith('.map.where') && id.startsWith('vladivostok'))!;
		if (where?.task.type !== 'choice') throw new Error('no map');
		expect(pinnedPlaces(where, library.dataset)).toHaveLength(where.task.choices.length);
		const number = all.find(({ kind }) => kind === 'estimate')!;
		if (number.task.type !== 'number') throw new Error('no number');
		expect(
			checkQuestion({ ...number, task: { ...number.task, accepts: [{ source: 'sankei-2025', value: { exact: 123_454_321 } }] } }, library),
		).toContain('accepts a value that no source gives');
	});
});

describe('what is said', () => {
	it('reads values, ranges of years, days without a year and numbers in words of any text', () => {
		const said = saidIn({
			accounts: [{ says: 'From 1918–22 some 60,000 men; on 9 August it ended.', source: 'x', value: { range: [5, 9] } }],
			when: { date: '1939-05-11/1939-09-16' },
		});
		expect(said.dates).toContainEqual([19390511, 19390916]);
		expect(said.dates).toContainEqual([19180101, 19221231]);
		expect(said.days.has(809)).toBe(true);
		expect(said.numbers).toContainEqual([5, 9]);
		expect(said.numbers).toContainEqual([60_000, 60_000]);
	});

	it('takes an open end as its known end', () => {
		expect(closedSpan('1895/')).toEqual([18950101, 18951231]);
		expect(overlap(closedSpan('1895/')!, closedSpan('1945')!)).toBe(false);
	});

	it('holds rounded numbers to be one', () => {
		expect(isNear([60_000, 60_000], [62_068, 62_068])).toBe(true);
		expect(isNear([60_000, 60_000], [70_000, 70_000])).toBe(false);
		expect(isNear([3, 3], [4, 4])).toBe(false);
	});
});
