/** `npm run quiz:check [-- --language <en|ja|ru|…>] [-- --seed <n>] [-- --show <kind>]`: makes every question and checks each. */
import { openLibrary } from '../src/library.ts';
import { checkQuestion } from '../src/quiz/check.ts';
import { diceOf, shuffle } from '../src/quiz/dice.ts';
import type { QuizLanguage } from '../src/quiz/language.ts';
import { everyQuestion } from '../src/quiz/make.ts';
import { QUESTION_KINDS, type Question } from '../src/quiz/question.ts';
import { dataDirectory, optionsOf } from './data-tools.ts';

const SHOWN = 12;
const { options } = optionsOf(process.argv.slice(2), ['language', 'seed', 'show']);
const language = (options.language ?? 'en') as QuizLanguage;
const dice = diceOf(Number(options.seed ?? 1));
const library = await openLibrary({ cacheDirectory: '.cache', directory: dataDirectory() });
const questions: Question[] = [];
const bad: string[] = [];
for (const entry of library.dataset.entries) {
	if (entry.kind === 'source') continue;
	for (const question of everyQuestion(entry, library, language, dice)) {
		questions.push(question);
		bad.push(...checkQuestion(question, library).map((problem) => `${question.id} ${problem}`));
	}
}
for (const kind of QUESTION_KINDS)
	console.log(`${kind.padEnd(12)}${String(questions.filter((question) => question.kind === kind).length).padStart(7)}`);
const faulty = new Set(bad.map((line) => line.split(' ')[0]));
console.log(
	`${'all'.padEnd(12)}${String(questions.length).padStart(7)}\ngood        ${((questions.length - faulty.size) / Math.max(1, questions.length)).toFixed(4)}`,
);
if (options.show) {
	for (const { according, prompt, quote, task } of shuffle(
		questions.filter(({ kind }) => kind === options.show || options.show === 'all'),
		dice,
	).slice(0, SHOWN)) {
		const answers =
			task.type === 'number'
				? task.accepts.map(({ source, value }) => `${JSON.stringify(value)} ${source}`)
				: task.choices.map(({ id, text }) => `${id === task.key ? '* ' : '  '}${text}`);
		console.log(
			['', prompt, ...(quote ? [`> ${quote}`] : []), ...(according ? [`  (${according.source}, ${according.at})`] : []), ...answers].join(
				'\n',
			),
		);
	}
}
if (bad.length > 0) {
	console.error(`\n${bad.slice(0, 200).join('\n')}`);
	process.exitCode = 1;
}
