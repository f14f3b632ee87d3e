/** What the rest of the program needs of the quiz: questions, rounds, scores and review. */
export { checkQuestion } from './check.ts';
export { type Deciding, type Decision, decide, dueOf, hintsOf, isOver, type QuizCommand, type Refusal } from './decide.ts';
export { type Dice, diceOf, shuffle } from './dice.ts';
export { makeQuestions, type QuestionRequest, questionOf } from './make.ts';
export { retakeOf, settingsFor } from './modes.ts';
export { type Choice, QUESTION_KINDS, type Question, type QuestionKind } from './question.ts';
export {
	evolve,
	missesOf,
	type Player,
	QUIZ_MODES,
	type Quiz,
	type QuizEvent,
	type QuizMode,
	type QuizSettings,
	type Result,
	replay,
	type Standing,
	standingsOf,
	teamStandingsOf,
	type Why,
} from './quiz.ts';
export { dueToday, exportCards, exportedCard, forecastOf, newCard, type ReviewCard, recallOf, reviewed, streakOf } from './review.ts';
export { type Given, KNOWN_MARKS, learnedDifficulty, type Score, scoreAnswer } from './score.ts';
