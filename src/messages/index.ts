/**
 * Every word that people see, by language. A message is an ICU MessageFormat pattern
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/), so that numbers, plurals and word order are
 * the translator's to decide and nothing is put together by the code.
 */
import { createRequire } from 'node:module';
import type * as intl from 'intl-messageformat';
import type { NameLanguage } from '../dataset/schema.ts';
import { en } from './en/index.ts';
import type { ja } from './ja/index.ts';
import type { ru } from './ru/index.ts';
import type { Vocabulary } from './vocabulary.ts';

export type MessageKey = keyof typeof en;
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The words of one room of a catalogue in another language: each of the English ones, and no other. */
export type Translated<English> = { readonly [Key in keyof English]: string };

/** English is spoken from the start; the other languages are read when they are first spoken. */
const require = createRequire(import.meta.url);
const CATALOGUES = {
	en: (): Catalogue => en,
	ja: (): Catalogue => (require('./ja/index.ts') as { readonly ja: typeof ja }).ja,
	ru: (): Catalogue => (require('./ru/index.ts') as { readonly ru: typeof ru }).ru,
} as const;

/** The interface languages, each with a catalogue of its own. */
export type Language = keyof typeof CATALOGUES;
export const LANGUAGES = Object.keys(CATALOGUES) as Language[];

/** All words of a language. */
export const catalogueOf = (language: Language): Catalogue => CATALOGUES[language]();

/** The dataset's own short words in a language; English is what they are in. */
export function vocabularyOf(language: string): Vocabulary | undefined {
	return language === 'ja' || language === 'ru'
		? (require(`./${language}/vocabulary/index.ts`) as { readonly vocabulary: Vocabulary }).vocabulary
		: undefined;
}

export type MessageArguments = Readonly<Record<string, number | string>>;

/** Speaks one language. */
export interface Speaker {
	readonly language: Language;
	/** The language of names, where the dataset has them; that of the words, but for a quiz that asks for another. */
	readonly names: NameLanguage;
	/** Whether the catalogue has a message of this key. */
	has(key: string): key is MessageKey;
	/** A number with the language's grouping: 60,000. */
	number(value: number): string;
	/** A short word of the dataset, such as a country; as the dataset has it where the language has none for it. */
	word(kind: 'forms' | 'parts' | 'powers' | 'voices', text: string): string;
	/** What is counted, by itself; with `amount`, the two together. */
	unit(text: string, amount?: string): string;
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
		speaker = createSpeaker(language, catalogueOf(language));
		speakers.set(language, speaker);
	}
	return speaker;
}

/** The interface language for a locale (`en-GB`, `ja`, `ru_RU.UTF-8`); English where we have none. */
export function languageOf(locale: string | undefined): Language {
	const base = locale?.split(/[-_.]/)[0]?.toLowerCase();
	return base && Object.hasOwn(CATALOGUES, base) ? (base as Language) : 'en';
}

/** The first of several locales, the most wanted first, that there is a catalogue for. */
export function firstLanguageOf(locales: readonly string[]): Language {
	for (const locale of locales) {
		const language = languageOf(locale);
		if (language !== 'en' || /^en\b/i.test(locale)) return language;
	}
	return 'en';
}

export function createSpeaker(language: Language, catalogue: Catalogue): Speaker {
	const formats = new Map<MessageKey, Format | string>();
	// Made at first use: loading a language's rules takes time and memory that a start need not pay for.
	let numbers: Intl.NumberFormat | undefined;
	let lists: Intl.ListFormat | undefined;
	let vocabulary: Vocabulary | undefined;
	const say: Speaker['say'] = (key, args) => {
		let format = formats.get(key);
		if (format === undefined) {
			const pattern = catalogue[key];
			// Most messages are plain words, with plain arguments between them at most; these need no formatter at all.
			if (!/[{}'<]/.test(pattern)) format = pattern;
			else format = /^(?:[^{}'<]|\{\w+\})*$/.test(pattern) ? filledIn(key, pattern) : formatted(language, pattern);
			formats.set(key, format);
		}
		return typeof format === 'string' ? format : format(args);
	};
	return {
		has: (key): key is MessageKey => Object.hasOwn(catalogue, key),
		language,
		names: language,
		list: (items) => (lists ??= new Intl.ListFormat(language, { type: 'conjunction' })).format(items),
		number: (value) => (numbers ??= new Intl.NumberFormat(language, { maximumFractionDigits: 2 })).format(value),
		say,
		unit(text, amount) {
			const { units = {} } = (vocabulary ??= vocabularyOf(language)) ?? {};
			const known = Object.hasOwn(units, text) ? units[text] : undefined;
			const [alone, measured] = typeof known === 'string' ? [known] : (known ?? [text]);
			if (amount === undefined) return alone;
			return measured === undefined ? say('quantity.unit', { amount, unit: alone }) : measured.replace('{amount}', amount);
		},
		word(kind, text) {
			const words = (vocabulary ??= vocabularyOf(language))?.[kind] ?? {};
			return (Object.hasOwn(words, text) ? words[text] : undefined) ?? text;
		},
	};
}

type Format = (args: MessageArguments | undefined) => string;

/** The formatter is loaded for the first message that needs it. */
function formatted(language: Language, pattern: string): Format {
	const { IntlMessageFormat } = require('intl-messageformat') as typeof intl;
	const format = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true });
	return (args) => String(format.format(args));
}

/** A pattern of words and plain arguments: `{title} · {kind}`. */
function filledIn(key: MessageKey, pattern: string): Format {
	// Words and names in turn.
	const parts = pattern.split(/\{(\w+)\}/);
	return (args) => {
		let text = parts[0]!;
		for (let at = 1; at < parts.length; at += 2) {
			const value = args?.[parts[at]!];
			if (value === undefined) throw new RangeError(`the message “${key}” has no “${parts[at]}”`);
			text += value + parts[at + 1]!;
		}
		return text;
	};
}
