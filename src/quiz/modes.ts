/** The modes of a quiz as settings of one engine, and the quiz made of what somebody missed. */
import type { Library } from '../library.ts';
import type { Dice } from './dice.ts';
import type { QuizLanguage } from './language.ts';
import { questionOf } from './make.ts';
import type { Question } from './question.ts';
import { missesOf, type Quiz, type QuizMode, type QuizSettings } from './quiz.ts';

export interface ModeOptions {
	/** The other of a duel; whom a question is posed to. */
	readonly invited?: readonly string[];
	readonly seconds?: number;
	readonly teams?: readonly string[];
}

/** The time of a round of the channel, in seconds. */
export const CHANNEL_SECONDS = 30;
export const DUEL_SECONDS = 30;
/** The time to read the answer and its sources before the next question comes. */
export const CHANNEL_BREAK_SECONDS = 20;
export const DUEL_BREAK_SECONDS = 15;
/** A question that is posed to others may be thought about. */
export const ASK_SECONDS = 300;

export function settingsFor(mode: QuizMode, { invited, seconds, teams }: ModeOptions = {}): QuizSettings {
	switch (mode) {
		case 'solo':
			return { endsWhenAllAnswered: true, hostPlays: true, invited: [], mode, ...(seconds ? { seconds } : {}) };
		case 'channel':
			return {
				breakSeconds: CHANNEL_BREAK_SECONDS,
				endsWhenAllAnswered: false,
				hostPlays: true,
				mode,
				seconds: seconds ?? CHANNEL_SECONDS,
				...(teams?.length ? { teams } : {}),
			};
		case 'duel':
			return {
				breakSeconds: DUEL_BREAK_SECONDS,
				endsWhenAllAnswered: true,
				hostPlays: true,
				invited: invited ?? [],
				mode,
				seconds: seconds ?? DUEL_SECONDS,
			};
		case 'ask':
			// To one person the round ends with the answer; in a group others may still want to.
			return {
				breakSeconds: 0,
				endsWhenAllAnswered: invited !== undefined,
				hostPlays: false,
				...(invited ? { invited } : {}),
				mode,
				seconds: seconds ?? ASK_SECONDS,
			};
		default:
			return mode satisfies never;
	}
}

/** The questions that a player missed, with wrong choices drawn anew; as they were where the dataset no longer has them. */
export function retakeOf(quiz: Quiz, player: string, library: Pick<Library, 'dataset'>, language: QuizLanguage, dice: Dice): Question[] {
	return missesOf(quiz, player).map(({ question }) => questionOf(question.id, library, language, dice) ?? question);
}
