/** Reads what is typed at a terminal as Discord's client reads what is typed in a chat. */
import type { ArgumentValue, Person, Request } from '../../answer.ts';
import { type AnyCommand, type Option, shownName, shownOption } from '../../command.ts';
import type { Speaker } from '../../messages/index.ts';
import type { Program } from '../../program.ts';

/** The command for a text that names none. */
const PLAIN_TEXT_COMMAND = 'search';

type TypedRequest = Extract<Request, { type: 'command' | 'message-command' }>;

type Known = Pick<Program, 'commands' | 'messageCommands'>;

/** A command with its arguments, or why it cannot be read, in plain words. */
export type Parsed = { readonly problem: string } | { readonly request: TypedRequest };

/**
 * Understands `/event nomonhan`, `/event query:nomonhan private:true`, `query:"a text: with colons"`, `Fact-check: a text` for
 * a command in the menu of a message, and plain text, which is searched for. Text without a name belongs to the first
 * option that takes text. Names are understood in English and in the reader's language.
 */
export function parseLine(line: string, { commands, messageCommands }: Known, speaker: Speaker): Parsed {
	const typed = line.trim();
	if (typed === '' || typed === '/') return { problem: speaker.say('terminal.usage') };
	const [chosen] = [...messageCommands]
		.flatMap(([name, { title }]) => [name, speaker.say(title)].map((word) => ({ name, word })))
		.filter(({ word }) => typed.toLowerCase().startsWith(`${word.toLowerCase()}:`));
	if (chosen) return { request: requestOnMessage(chosen.name, typed.slice(chosen.word.length + 1).trim(), speaker) };
	const byName = new Map([...commands.values()].flatMap((it) => [it.name, shownName(it.name, speaker)].map((word) => [word, it])));
	const { name: called, rest } = typed.startsWith('/') ? splitName(typed.slice(1), byName) : { name: PLAIN_TEXT_COMMAND, rest: typed };
	const command = byName.get(called);
	if (!command) {
		const [group] = called.split(' ');
		const names = [...new Set(Array.from(commands.keys(), (it) => shownName(it, speaker)))];
		const others = [...byName.keys()].filter((it) => it.startsWith(`${group} `));
		const offered = others.length > 0 ? others : names;
		return {
			problem: speaker.say('terminal.unknown-command', { command: called, commands: speaker.list(offered.sort().map((it) => `/${it}`)) }),
		};
	}
	const { name } = command;
	const shown = shownName(name, speaker);
	const optionByName = new Map(Object.keys(command.options).flatMap((it) => [it, shownOption(it, speaker)].map((word) => [word, it])));
	const args: Record<string, ArgumentValue> = {};
	const people: Person[] = [];
	for (const [typedOption, value] of split(rest, command, [...optionByName.keys()])) {
		const option = optionByName.get(typedOption) ?? typedOption;
		const declared = command.options[option];
		if (!declared) {
			const options = speaker.list(Object.keys(command.options).map((it) => shownOption(it, speaker)));
			return { problem: speaker.say('terminal.unknown-option', { command: shown, option, options }) };
		}
		const read = readValue(value, declared);
		if (read === undefined) {
			return { problem: speaker.say('terminal.bad-option', { expected: expectationOf(declared, speaker), option: typedOption, value }) };
		}
		args[option] = read;
		if (declared.type === 'user') people.push({ id: value, isBot: false, name: value });
	}
	const missing = Object.entries(command.options).find(([option, { required }]) => required && args[option] === undefined);
	if (missing) {
		const [option, { description }] = missing;
		return {
			problem: speaker.say('terminal.missing-option', {
				command: shown,
				description: speaker.say(description),
				option: shownOption(option, speaker),
			}),
		};
	}
	return { request: { args, name, people, type: 'command' } };
}

/** The message is what was typed: it stands nowhere else. */
const requestOnMessage = (name: string, content: string, speaker: Speaker): TypedRequest => ({
	message: { authorId: '', authorName: speaker.say('playground.visitor'), channelId: '', content, id: '', url: '' },
	name,
	type: 'message-command',
});

/** The longest name of a command at the beginning, which for a subcommand has two words, and what follows it. */
function splitName(typed: string, commands: ReadonlyMap<string, AnyCommand>): { name: string; rest: string } {
	const [, first = '', second, after = ''] = /^(\S+)(?:\s+(\S+)(.*))?$/su.exec(typed) ?? [];
	if (second !== undefined && commands.has(`${first} ${second}`)) return { name: `${first} ${second}`, rest: after.trim() };
	return { name: first, rest: typed.slice(first.length).trim() };
}

/** The options and their texts: each runs from its name to the next name of an option of this command. */
function split(text: string, { options }: AnyCommand, names: readonly string[]): [option: string, value: string][] {
	const [first] = Object.entries(options).find(([, { type }]) => type === 'string') ?? [];
	const found =
		names.length === 0
			? []
			: [...text.matchAll(new RegExp(`(?<=^|\\s)(${names.map((it) => RegExp.escape(it)).join('|')}):`, 'gu'))].filter(
					({ index }) => !isQuoted(text, index),
				);
	const values: [string, string][] = [];
	const bare = text.slice(0, found[0]?.index).trim();
	if (bare) values.push([first ?? bare, unquote(bare)]);
	for (const [index, match] of found.entries()) {
		const value = text.slice(match.index + match[0].length, found[index + 1]?.index).trim();
		values.push([match[1] as string, unquote(value)]);
	}
	return values;
}

const isQuoted = (text: string, index: number): boolean => (text.slice(0, index).match(/"/g)?.length ?? 0) % 2 === 1;
const unquote = (value: string): string => /^"(.*)"$/su.exec(value)?.[1] ?? value;

function readValue(value: string, option: Option): ArgumentValue | undefined {
	if (option.type === 'boolean') return /^(?:true|yes|1)$/i.test(value) ? true : /^(?:false|no|0)$/i.test(value) ? false : undefined;
	if (option.type === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
	if (option.type === 'user') return value;
	return option.choices && !Object.hasOwn(option.choices, value) ? undefined : value;
}

function expectationOf(option: Option, speaker: Speaker): string {
	if (option.type === 'boolean') return speaker.say('terminal.boolean');
	if (option.type === 'integer') return speaker.say('terminal.number');
	const choices = option.type === 'string' ? Object.keys(option.choices ?? {}) : [];
	return speaker.say('terminal.choices', { choices: speaker.list(choices) });
}
