/** What a reader would call unfair, though no source is wronged: found by reading hundreds of questions, and held here. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Entry, PersonEntry, Topic } from '../../src/dataset/schema.ts';
import type { Library } from '../../src/library.ts';
import { speakerOf } from '../../src/messages/index.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { plansOf } from '../../src/quiz/make.ts';
import type { ChoiceTask, Question, QuestionKind } from '../../src/quiz/question.ts';
import { openDataset } from '../library.ts';

let library: Library;
const speaker = speakerOf('en');

beforeAll(async () => {
	library = await openDataset();
}, 60_000);

function every(kind: QuestionKind): Question[] {
	const dice = diceOf(3);
	return library.dataset.entries.flatMap((entry) =>
		entry.kind === 'source' ? [] : plansOf(entry as Topic, kind, library).flatMap((plan) => plan.build({ dice, speaker }) ?? []),
	);
}
const choicesOf = ({ task }: Question) => (task as ChoiceTask).choices;
const entryOf = (means: object): Entry | undefined => ('entry' in means ? library.dataset.get(String(means.entry)) : undefined);

describe('wrong choices', () => {
	it.each(['role', 'signatory'] as const)('of a question for a person are people of the same land: %s', (kind) => {
		const lands = (country: string) =>
			/russia|soviet|ussr/iu.test(country) ? 'Russia' : /china|manchukuo/iu.test(country) ? 'China' : country;
		const questions = every(kind);
		expect(questions.length).toBeGreaterThan(20);
		for (const question of questions) {
			const people = choicesOf(question).flatMap(({ means }) => (entryOf(means) as PersonEntry | undefined) ?? []);
			expect(new Set(people.map(({ country }) => lands(country))).size, question.id).toBe(1);
		}
	});

	it('are no spans of three years beside a life: lives have a question of their own', () => {
		for (const { id, task } of every('gap')) {
			const right = (task as ChoiceTask).choices.find((choice) => choice.id === (task as ChoiceTask).key)!;
			const [, from, to] = /^(\d{4})–(\d{4})$/.exec(right.text) ?? [];
			if (from) expect(Number(to) - Number(from), id).toBeLessThan(25);
		}
	}, 60_000);
});

describe('what is asked', () => {
	it('somebody who speaks in two sources is one choice, and a town of two names is one town', () => {
		const towns = [/^(?:Edo|Tokyo)$/u, /Beijing|Peking/u, /Petersburg|Petrograd/u];
		for (const { id, kind, task } of [...every('whose'), ...every('voice'), ...every('place')]) {
			if (task.type !== 'choice') continue;
			const people = task.choices.flatMap(({ means }) => ('by' in means && means.by ? [means.by] : []));
			expect(new Set(people).size, id).toBe(people.length);
			if (kind === 'place')
				for (const town of towns) expect(task.choices.filter(({ text }) => town.test(text)).length, id).toBeLessThanOrEqual(1);
		}
	});

	it('nobody who gave several numbers over time is asked for “theirs”, and no day of a long war dates the war', () => {
		expect(every('estimate').find(({ id }) => id === 'identified-internment-dead.estimate')).toBeUndefined();
		for (const question of every('first'))
			expect(
				choicesOf(question).map(({ text }) => text),
				question.id,
			).not.toContain('Aid corridor to China through Mongolia');
	});

	it('where an event took place is a place that the account puts it at', () => {
		for (const question of every('place')) {
			if (!question.prompt.startsWith('Where did this take place')) continue;
			const right = choicesOf(question).find(({ id }) => id === (question.task as ChoiceTask).key)!;
			expect(entryOf(right.means)?.kind, question.id).toBe('place');
		}
	});

	it('an article has a number, and the text does not name it', () => {
		for (const { id, prompt, quote = '', task } of every('article')) {
			const right = (task as ChoiceTask).choices.find((choice) => choice.id === (task as ChoiceTask).key)!;
			expect(id.includes('.which.') ? right.text : prompt, id).toMatch(/\d|\b[IVXLC]+\b/u);
			if (id.includes('.which.')) expect(quote.toLowerCase(), id).not.toContain(right.text.toLowerCase());
		}
	});

	it('a gap says what it is about, or stands by itself', () => {
		const questions = every('gap');
		expect(questions.filter(({ prompt }) => prompt.includes('About: ')).length).toBeGreaterThan(questions.length * 0.8);
		for (const { id, prompt, quote = '' } of questions)
			if (!prompt.includes('About: ')) expect(quote, id).not.toMatch(/^(?:It|He|She|They|This|The same)\b/u);
	}, 60_000);

	it('“who says this?” leaves no year that stands in the name of the source, and no dangling “it”', () => {
		for (const question of every('voice')) {
			const right = choicesOf(question).find(({ id }) => id === (question.task as ChoiceTask).key)!;
			for (const year of right.text.match(/\b(?:1[5-9]|20)\d\d\b/gu) ?? []) expect(question.quote, question.id).not.toContain(year);
			expect(question.quote, question.id).not.toMatch(/^(?:It|He|She|They|This)\b/u);
		}
	}, 120_000);

	it.each(['statement', 'whose'] as const)(
		'positions that are set against each other share no word of their own: %s',
		(kind) => {
			for (const { entry, id, quote = '', task } of every(kind)) {
				const it = library.dataset.get(entry);
				if (it?.kind !== 'question' || it.type === 'yes-no') continue;
				const isTrue = kind === 'statement' && (task as ChoiceTask).key === 'true';
				if (!isTrue) expect(quote.slice(quote.lastIndexOf('? – ') + 4), id).not.toMatch(/^(?:An?|Also|Partly)\s/u);
			}
		},
		60_000,
	);
});
