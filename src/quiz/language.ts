/** The languages of a quiz: those in which the dataset has names, and for its words those of the interface. */
import type { NameLanguage } from '../dataset/schema.ts';
import { type Language, languageOf, type Speaker, speakerOf } from '../messages/index.ts';

export const QUIZ_LANGUAGES = ['en', 'ja', 'ru', 'zh', 'ko', 'mn'] as const satisfies readonly NameLanguage[];
type QuizName = (typeof QUIZ_LANGUAGES)[number];
/** That of the names; where there is no catalogue in it, with that of the words: `ko-ja`. */
export type QuizLanguage = QuizName | `${QuizName}-${Language}`;

const speakers = new Map<string, Speaker>();

/** Says names in the one language and everything else in the other, which is English where nothing is said of it. */
export function quizSpeaker(language: string): Speaker {
	let speaker = speakers.get(language);
	if (!speaker) {
		const [names = 'en', said = names] = language.split('-');
		const words = speakerOf(languageOf(said));
		speaker = words.names === names ? words : { ...words, names: names as NameLanguage };
		speakers.set(language, speaker);
	}
	return speaker;
}

/** The language of a quiz with names as they were wished for, and words for `reader` where there are none in that. */
export function quizLanguageFor(wished: string | undefined, { language: reader }: Speaker): QuizLanguage {
	if (wished === undefined) return reader;
	return quizLanguageOf(quizSpeaker(wished === languageOf(wished) ? wished : `${wished}-${reader}`));
}

/** What `quizSpeaker` makes this speaker of. */
export const quizLanguageOf = ({ language, names }: Speaker): QuizLanguage =>
	names === language || language === 'en' ? (names as QuizName) : `${names as QuizName}-${language}`;
