/** Commands as Discord registers them. */
import type { APIApplicationCommandOption, RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { type AnyCommand, commandNameKey, type Declared, isGroup, isMessageCommand, type Option, optionNameKey } from './command.ts';
import { LANGUAGES, type Language, type MessageKey, speakerOf } from './messages/index.ts';

export type CommandRegistration = RESTPutAPIApplicationCommandsJSONBody[number];

/** https://docs.discord.com/developers/interactions/application-commands */
const CHAT_INPUT = 1;
const MESSAGE = 3;
const SUBCOMMAND = 1;
const OPTION_TYPES = { boolean: 5, integer: 4, string: 3, user: 6 } as const satisfies Record<Option['type'], number>;
/** In servers, in direct messages with the bot, and in other private channels. */
const CONTEXTS = { everywhere: [0, 1, 2], servers: [0] } as const;
/** Installed by a server, and by a user. */
const INTEGRATION_TYPES = { everywhere: [0, 1], servers: [0] } as const;

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

/** A name in each language, where the catalogues have words for it. */
function localizeName(key: string): { readonly name_localizations?: Localizations } {
	return speakerOf('en').has(key) ? { name_localizations: localize(key) } : {};
}

const inEnglish = (key: MessageKey): string => speakerOf('en').say(key);

function toOption(name: string, option: Option): APIApplicationCommandOption {
	const common = {
		description: inEnglish(option.description),
		description_localizations: localize(option.description),
		name,
		...localizeName(optionNameKey(name)),
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

const toOptions = (options: AnyCommand['options']): APIApplicationCommandOption[] =>
	Object.entries(options).map(([name, option]) => toOption(name, option));

function toSubcommand(
	group: string,
	name: string,
	{ description, options }: Pick<AnyCommand, 'description' | 'options'>,
): APIApplicationCommandOption {
	return {
		description: inEnglish(description),
		description_localizations: localize(description),
		name,
		...localizeName(commandNameKey(`${group} ${name}`)),
		options: toOptions(options) as never,
		type: SUBCOMMAND,
	};
}

/** The name by which Discord knows a command and sends it back: what is typed, or what the menu of a message shows in English. */
export const registeredName = (declared: Declared): string => (isMessageCommand(declared) ? inEnglish(declared.title) : declared.name);

/** The commands as Discord takes them: usable everywhere unless they say otherwise, by servers and users that installed the app. */
export function toRegistration(declared: Iterable<Declared>): CommandRegistration[] {
	return Array.from(declared, (it): CommandRegistration => {
		const { defaultMemberPermissions, where = 'everywhere' } = it;
		const offer = {
			contexts: [...CONTEXTS[where]],
			...(defaultMemberPermissions === undefined ? {} : { default_member_permissions: Number(defaultMemberPermissions) as never }),
			integration_types: [...INTEGRATION_TYPES[where]],
			name: registeredName(it),
		};
		if (isMessageCommand(it)) return { ...offer, name_localizations: localize(it.title), type: MESSAGE };
		return {
			...offer,
			...localizeName(commandNameKey(it.name)),
			description: inEnglish(it.description),
			description_localizations: localize(it.description),
			options: isGroup(it)
				? Object.entries(it.subcommands).map(([name, subcommand]) => toSubcommand(it.name, name, subcommand))
				: toOptions(it.options),
			type: CHAT_INPUT,
		};
	});
}

type Lengths = (key: string, otherwise?: string) => number;

/** How long the words of a key are in the language in which they are longest; without words, `otherwise` stands for them. */
const lengthsIn =
	(languages: readonly Language[]): Lengths =>
	(key, otherwise = '') =>
		Math.max(otherwise.length, ...languages.map(speakerOf).map((speaker) => (speaker.has(key) ? speaker.say(key).length : 0)));

function lengthOfOptions(options: AnyCommand['options'], longest: Lengths): number {
	let length = 0;
	for (const [name, option] of Object.entries(options)) {
		length += longest(optionNameKey(name), name) + longest(option.description);
		if (option.type !== 'string') continue;
		for (const [value, key] of Object.entries(option.choices ?? {})) length += value.length + longest(key);
	}
	return length;
}

/** The characters of a command that Discord counts: names, descriptions and values, each in its longest language. */
export function lengthOfCommand(declared: Declared, languages: readonly Language[]): number {
	const longest = lengthsIn(languages);
	if (isMessageCommand(declared)) return longest(declared.title);
	const length = longest(commandNameKey(declared.name), declared.name) + longest(declared.description);
	if (!isGroup(declared)) return length + lengthOfOptions(declared.options, longest);
	return Object.entries(declared.subcommands).reduce(
		(sum, [name, { description, options }]) =>
			sum + longest(commandNameKey(`${declared.name} ${name}`), name) + longest(description) + lengthOfOptions(options, longest),
		length,
	);
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
		// Sent as a number, which Discord's description asks for, and answered as text.
		it.default_member_permissions == null ? null : String(it.default_member_permissions),
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
