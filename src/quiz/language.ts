/** The languages of a quiz: those in which the dataset has names. Words come from the catalogue of the language, where there is one. */
import type { NameLanguage } from '../dataset/schema.ts';
import { type Language, languageOf, type Speaker, speakerOf } from '../messages/index.ts';

export const QUIZ_LANGUAGES = ['en', 'ja', 'ru', 'zh', 'ko', 'mn'] as const satisfies readonly NameLanguage[];
export type QuizLanguage = (typeof QUIZ_LANGUAGES)[number];

const speakers = new Map<string, Speaker>();

/** Says names in this language and everything else in it, or in English where there is no catalogue. */
export function quizSpeaker(language: string): Speaker {
	let speaker = speakers.get(language);
	if (!speaker) {
		const words = speakerOf(languageOf(language));
		// Names are looked up by the speaker's language, words by its catalogue.
		speaker = words.language === language ? words : { ...words, language: language as Language };
		speakers.set(language, speaker);
	}
	return speaker;
}
