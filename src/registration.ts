/** Commands as Discord registers them. */
import type { APIApplicationCommandOption, RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import type { AnyCommand, Option } from './command.ts';
import { LANGUAGES, type Language, type MessageKey, speakerOf } from './messages/index.ts';

export type CommandRegistration = RESTPutAPIApplicationCommandsJSONBody[number];

/** https://docs.discord.com/developers/interactions/application-commands */
const CHAT_INPUT = 1;
const OPTION_TYPES = { boolean: 5, integer: 4, string: 3 } as const satisfies Record<Option['type'], number>;
/** In servers, in direct messages with the bot, and in other private channels. */
const CONTEXTS = [0, 1, 2];
/** Installed by a server, and by a user. */
const INTEGRATION_TYPES = [0, 1];

/**
 * Discord's locales for our languages, where the names differ. Both kinds of English are always set: where only one is,
 * Discord falls back from either to the other, not to the default text.
 */
const LOCALES: Readonly<Record<string, readonly string[]>> = {
	en: ['en-GB', 'en-US'],
	es: ['es-419', 'es-ES'],
	pt: ['pt-BR'],
	sv: ['sv-SE'],
	zh: ['zh-CN', 'zh-TW'],
};

type Localizations = Record<string, string>;

function localize(key: MessageKey): Localizations {
	return Object.fromEntries(
		LANGUAGES.flatMap((language) => (LOCALES[language] ?? [language]).map((locale) => [locale, speakerOf(language).say(key)])),
	);
}

const inEnglish = (key: MessageKey): string => speakerOf('en').say(key);

function toOption(name: string, option: Option): APIApplicationCommandOption {
	const common = {
		description: inEnglish(option.description),
		description_localizations: localize(option.description),
		name,
		required: option.required ?? false,
		type: OPTION_TYPES[option.type],
	};
	const json: Record<string, unknown> = common;
	if (option.type === 'string') {
		if (option.autocomplete) json.autocomplete = true;
		if (option.choices) {
			json.choices = Object.entries(option.choices).map(([value, key]) => ({
				name: inEnglish(key),
				name_localizations: localize(key),
				value,
			}));
		}
		if (option.maxLength !== undefined) json.max_length = option.maxLength;
		if (option.minLength !== undefined) json.min_length = option.minLength;
	} else if (option.type === 'integer') {
		if (option.max !== undefined) json.max_value = option.max;
		if (option.min !== undefined) json.min_value = option.min;
	}
	return json as unknown as APIApplicationCommandOption;
}

/** The commands as Discord takes them: usable everywhere, by servers and users that installed the app. */
export function toRegistration(commands: Iterable<AnyCommand>): CommandRegistration[] {
	return Array.from(commands, ({ description, name, options }) => ({
		contexts: CONTEXTS,
		description: inEnglish(description),
		description_localizations: localize(description),
		integration_types: INTEGRATION_TYPES,
		name,
		options: Object.entries(options).map(([optionName, option]) => toOption(optionName, option)),
		type: CHAT_INPUT,
	}));
}

/** The characters of a command that Discord counts: names, descriptions and values, each in its longest language. */
export function lengthOfCommand({ description, name, options }: AnyCommand): number {
	const longest = (key: MessageKey): number => Math.max(...LANGUAGES.map((language: Language) => speakerOf(language).say(key).length));
	let length = name.length + longest(description);
	for (const [optionName, option] of Object.entries(options)) {
		length += optionName.length + longest(option.description);
		if (option.type !== 'string') continue;
		for (const [value, key] of Object.entries(option.choices ?? {})) length += value.length + longest(key);
	}
	return length;
}

/**
 * Whether what is registered says the same as what we would register. Ids, versions and defaults that Discord adds do
 * not count, nor does the order of commands.
 */
export function isSameRegistration(registered: readonly object[], wanted: readonly object[]): boolean {
	const canonical = (commands: readonly object[]) => JSON.stringify(commands.map((command) => comparable(command)).sort());
	return canonical(registered) === canonical(wanted);
}

const sorted = (value: unknown): unknown => (Array.isArray(value) ? [...value].sort() : null);
const sortedEntries = (value: unknown): unknown =>
	Object.entries((value as object | null | undefined) ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

function comparable(item: object): string {
	const it = item as Record<string, unknown>;
	const list = (value: unknown): string[] => ((value as object[] | null | undefined) ?? []).map((inner) => comparable(inner));
	return JSON.stringify([
		it.name,
		it.type ?? CHAT_INPUT,
		it.description ?? '',
		sortedEntries(it.name_localizations),
		sortedEntries(it.description_localizations),
		it.value ?? null,
		it.required ?? false,
		it.autocomplete ?? false,
		it.nsfw ?? false,
		it.default_member_permissions ?? null,
		it.max_length ?? null,
		it.min_length ?? null,
		it.max_value ?? null,
		it.min_value ?? null,
		sorted(it.contexts),
		sorted(it.integration_types),
		list(it.choices),
		list(it.options),
	]);
}
