import { firstLanguageOf, type Language } from '../../messages/index.ts';

/** The language of a terminal, as gettext has it: a list of languages counts, unless the locale is the one of programs. */
export function terminalLanguage({ LANG, LANGUAGE, LC_ALL, LC_MESSAGES }: NodeJS.ProcessEnv): Language {
	const locale = LC_ALL || LC_MESSAGES || LANG || '';
	return firstLanguageOf(/^(?:C|POSIX)\b/.test(locale) ? [] : [...(LANGUAGE?.split(':') ?? []), locale]);
}
