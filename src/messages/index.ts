/**
 * Every word that people see, by language. A message is an ICU MessageFormat pattern
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/), so that numbers, plurals and word order are
 * the translator's to decide and nothing is put together by the code.
 */
import { IntlMessageFormat } from 'intl-messageformat';
import { en } from './en/index.ts';

export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The interface languages, each with a catalogue of its own. */
export const CATALOGUES = { en } as const satisfies Record<string, Catalogue>;
export type Language = keyof typeof CATALOGUES;
export const LANGUAGES = Object.keys(CATALOGUES) as Language[];

export type MessageArguments = Readonly<Record<string, number | string>>;

/** Speaks one language. */
export interface Speaker {
	readonly language: Language;
	/** Whether the catalogue has a message of this key. */
	has(key: string): key is MessageKey;
	/** A number with the language's grouping: 60,000. */
	number(value: number): string;
	/** The message with its arguments filled in. Throws a `RangeError` when an argument is missing. */
	say(key: MessageKey, args?: MessageArguments): string;
	/** A list with the language's separators and “and”. */
	list(items: readonly string[]): string;
}

const speakers = new Map<Language, Speaker>();

/** The speaker of a language; made once. */
export function speakerOf(language: Language): Speaker {
	let speaker = speakers.get(language);
	if (!speaker) {
		speaker = createSpeaker(language, CATALOGUES[language]);
		speakers.set(language, speaker);
	}
	return speaker;
}

/** The interface language for a locale that Discord sends (`en-GB`, `ja`); English where we have none. */
export function languageOf(locale: string | undefined): Language {
	const base = locale?.split('-')[0];
	return base && base in CATALOGUES ? (base as Language) : 'en';
}

export function createSpeaker(language: Language, catalogue: Catalogue): Speaker {
	const formats = new Map<MessageKey, IntlMessageFormat | string>();
	// Made at first use: loading a language's rules takes time and memory that a start need not pay for.
	let numbers: Intl.NumberFormat | undefined;
	let lists: Intl.ListFormat | undefined;
	return {
		has: (key): key is MessageKey => Object.hasOwn(catalogue, key),
		language,
		list: (items) => (lists ??= new Intl.ListFormat(language, { type: 'conjunction' })).format(items),
		number: (value) => (numbers ??= new Intl.NumberFormat(language, { maximumFractionDigits: 2 })).format(value),
		say(key, args) {
			let format = formats.get(key);
			if (format === undefined) {
				const pattern = catalogue[key];
				// Most messages are plain words; these need no formatter at all.
				format = /[{}'<]/.test(pattern) ? new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true }) : pattern;
				formats.set(key, format);
			}
			return typeof format === 'string' ? format : String(format.format(args));
		},
	};
}
