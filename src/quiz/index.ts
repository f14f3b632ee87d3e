/** What the rest of the program needs of the quiz: questions, rounds, scores and review. */
export { checkQuestion } from './check.ts';
export { dayOf, isTimeZone, startOfDay, startOfNextDay, streakOf } from './days.ts';
export { type Deciding, type Decision, decide, dueOf, hintsOf, isOver, type QuizCommand, type Refusal } from './decide.ts';
export { type Dice, diceOf, shuffle } from './dice.ts';
export { type ExportFormat, exportCards, exportedCard } from './export.ts';
export { drawing, makeQuestions, type QuestionRequest, questionOf } from './make.ts';
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
export { RECALLS, type Recall, type ReviewCard, recallOf, reviewed } from './review.ts';
export { type Given, KNOWN_MARKS, learnedDifficulty, type Score, scoreAnswer } from './score.ts';
export { dueToday, forecastOf, NEW_PER_DAY, type Session, sessionOf } from './session.ts';
