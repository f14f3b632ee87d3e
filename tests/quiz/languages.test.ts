import { beforeAll, describe, expect, it } from 'vitest';
import type { Library } from '../../src/library.ts';
import { speakerOf } from '../../src/messages/index.ts';
import { checkQuestion } from '../../src/quiz/check.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { quizLanguageFor, quizSpeaker } from '../../src/quiz/language.ts';
import { everyQuestion } from '../../src/quiz/make.ts';
import { QUESTION_KINDS } from '../../src/quiz/question.ts';
import { openDataset } from '../library.ts';

let library: Library;
beforeAll(async () => {
	library = await openDataset();
});

describe.each(['ja', 'ru', 'ko-ja'] as const)('questions in “%s”', (language) => {
	// All of them are checked by `npm run quiz:check -- --language ja`.
	it('are right by their source and wrong by none', () => {
		const kinds = new Set<string>();
		const bad: string[] = [];
		for (const [index, entry] of library.dataset.entries.filter(({ kind }) => kind !== 'source').entries()) {
			if (index % 6 !== 0 || entry.kind === 'source') continue;
			for (const question of everyQuestion(entry, library, language, diceOf(index))) {
				kinds.add(question.kind);
				expect(question.language).toBe(language);
				bad.push(...checkQuestion(question, library).map((problem) => `${question.id}: ${problem}`));
			}
		}
		expect(bad).toEqual([]);
		expect(kinds.size).toBeGreaterThan(QUESTION_KINDS.length - 4);
	});
});

describe('the language of a quiz', () => {
	it.each([
		[undefined, 'ja', 'ja'],
		['ru', 'ja', 'ru'],
		['ko', 'ja', 'ko-ja'],
		['ko', 'en', 'ko'],
	] as const)('wished for %s by a reader of %s is %s', (wished, reader, language) => {
		expect(quizLanguageFor(wished, speakerOf(reader))).toBe(language);
	});

	it('has its words in one language and its names in another', () => {
		const { language, names } = quizSpeaker('ko-ja');
		expect([names, language]).toEqual(['ko', 'ja']);
		expect(quizSpeaker('ko').say('quiz.true')).toBe('True');
	});
});
