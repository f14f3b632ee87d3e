/** What the page is told before anything is asked: the commands and all its words, in one language. */
import { type AnyCommand, type Option, QUERY_MAX_LENGTH, shownName, shownOption } from '../../command.ts';
import { catalogueOf, LANGUAGES, type Language, type Speaker, speakerOf } from '../../messages/index.ts';
import type { Program } from '../../program.ts';
import { PERSON_MAX_LENGTH } from './schemas.ts';
import { type CommandJson, type OptionJson, type PageJson, WORDS_PREFIX } from './wire.ts';

type Described = Pick<Program, 'commands' | 'messageCommands'>;

export function describePage({ commands, messageCommands }: Described, language: Language): PageJson {
	const speaker = speakerOf(language);
	return {
		commands: Array.from(commands.values(), (command) => describeCommand(command, speaker)),
		language,
		languages: LANGUAGES.map((code) => ({ code, name: new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code })),
		messageCommands: Array.from(messageCommands, ([name, { title }]) => ({ name, title: speaker.say(title) })),
		words: wordsOf(language),
	};
}

function describeCommand({ description, name, options }: AnyCommand, speaker: Speaker): CommandJson {
	return {
		description: speaker.say(description),
		name,
		options: Object.entries(options).map(([optionName, option]) => describeOption(optionName, option, speaker)),
		shown: shownName(name, speaker),
	};
}

function describeOption(name: string, option: Option, speaker: Speaker): OptionJson {
	const { description, required = false, type } = option;
	const common = { autocomplete: false, description: speaker.say(description), name, required, shown: shownOption(name, speaker), type };
	if (option.type === 'boolean') return common;
	if (option.type === 'user') return { ...common, maxLength: PERSON_MAX_LENGTH };
	if (option.type === 'integer') {
		const { max, min } = option;
		return { ...common, ...(max === undefined ? {} : { max }), ...(min === undefined ? {} : { min }) };
	}
	const choices = option.choices && Object.entries(option.choices).map(([value, key]) => ({ name: speaker.say(key), value }));
	const maxLength = option.maxLength ?? QUERY_MAX_LENGTH;
	return { ...common, autocomplete: option.autocomplete ?? false, ...(choices ? { choices } : { maxLength }) };
}

function wordsOf(language: Language): PageJson['words'] {
	const own = Object.entries(catalogueOf(language)).filter(([key]) => key.startsWith(WORDS_PREFIX));
	return Object.fromEntries(own.map(([key, words]) => [key.slice(WORDS_PREFIX.length), words])) as PageJson['words'];
}
