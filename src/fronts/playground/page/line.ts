/** Reads the line that is being typed, as Discord's input reads it: which command, which option, what is still missing. */
import type { ArgumentValue } from '../../../answer.ts';
import type { CommandJson, OptionJson } from '../wire.ts';

/** The command for a text that names none. */
const PLAIN_TEXT_COMMAND = 'ask';

/** The text of one option, and where it stands in the line. */
export interface Segment {
	readonly end: number;
	readonly option: OptionJson;
	readonly start: number;
	readonly text: string;
}

export type Line =
	| { readonly kind: 'command'; readonly command: CommandJson; readonly segments: readonly Segment[] }
	/** The command's name is not finished. */
	| { readonly kind: 'naming'; readonly prefix: string }
	| { readonly kind: 'plain'; readonly text: string }
	| { readonly kind: 'unknown'; readonly name: string };

export function readLine(line: string, commands: readonly CommandJson[]): Line {
	if (!line.trimStart().startsWith('/')) return { kind: 'plain', text: line.trim() };
	const from = line.indexOf('/') + 1;
	const typed = line.slice(from).toLowerCase();
	// A subcommand has a name of several words, of which the first may be a command itself.
	const [begun] = commands
		.flatMap((command) => namesOf(command).map((name) => ({ command, name })))
		.filter(({ name }) => typed.startsWith(name) && /^\s/u.test(typed.slice(name.length)))
		.sort((a, b) => b.name.length - a.name.length);
	if (begun) return { command: begun.command, kind: 'command', segments: segmentsOf(line, from + begun.name.length, begun.command) };
	if (!/\s/u.test(typed) || commands.some((command) => namesOf(command).some((name) => name.startsWith(typed))))
		return { kind: 'naming', prefix: typed };
	return { kind: 'unknown', name: /^\S+/u.exec(typed)?.[0] ?? '' };
}

/** The names that a command or an option is typed by: the reader's own, and the one that is the same everywhere. */
export const namesOf = ({ name, shown }: Pick<CommandJson, 'name' | 'shown'>): readonly string[] =>
	shown === name ? [name] : [shown, name];

/** Each option's text runs from its name to the next one; text without a name belongs to the first option that takes text. */
function segmentsOf(line: string, from: number, { options }: CommandJson): Segment[] {
	const byName = new Map(options.flatMap((option) => namesOf(option).map((name) => [name, option])));
	const names = [...byName.keys()].map((name) => name.replace(/[^\p{L}\p{N}_'-]/gu, '\\$&')).join('|');
	const marks = names
		? [...line.matchAll(new RegExp(`(?<=\\s)(${names}):`, 'gu'))].filter(({ index }) => index >= from && !isQuoted(line, index))
		: [];
	const segments: Segment[] = [];
	const add = (option: OptionJson | undefined, start: number, end: number) => {
		const blanks = /^\s*/u.exec(line.slice(start, end))?.[0].length ?? 0;
		if (option) segments.push({ end, option, start: start + blanks, text: unquote(line.slice(start, end).trim()) });
	};
	const first = options.find(({ required, type }) => required && type === 'string') ?? options.find(({ type }) => type === 'string');
	const bareEnd = marks[0]?.index ?? line.length;
	if (marks.length === 0 || line.slice(from, bareEnd).trim()) add(first, from, bareEnd);
	for (const [index, mark] of marks.entries())
		add(byName.get(mark[1] ?? ''), mark.index + mark[0].length, marks[index + 1]?.index ?? line.length);
	return segments;
}

const isQuoted = (line: string, index: number): boolean => (line.slice(0, index).match(/"/g)?.length ?? 0) % 2 === 1;
const unquote = (text: string): string => /^"(.*)"$/su.exec(text)?.[1] ?? text;

/** The option that the caret stands in. */
export function segmentAt(segments: readonly Segment[], caret: number): Segment | undefined {
	return segments.findLast(({ start }) => start <= caret) ?? segments[0];
}

/** The line with the text of one option replaced, and where the caret goes. */
export function replaceSegment(line: string, { end, start }: Segment, text: string): { readonly caret: number; readonly line: string } {
	const rest = line.slice(end).trimStart();
	const before = `${line.slice(0, start)}${text}`;
	return { caret: before.length, line: rest ? `${before} ${rest}` : before };
}

/** A name that was picked from the suggestions for an option, and the value that it stands for. */
export type Picks = Readonly<Record<string, { readonly name: string; readonly value: string }>>;

export type Problem =
	| { readonly problem: 'bad'; readonly option: OptionJson; readonly text: string }
	| { readonly problem: 'empty' }
	| { readonly problem: 'long'; readonly length: number; readonly option: OptionJson }
	| { readonly problem: 'missing'; readonly command: string; readonly option: OptionJson };

export interface Asked {
	readonly args: Readonly<Record<string, ArgumentValue>>;
	readonly name: string;
}

/** What to send for the line, or why it cannot be sent. An unknown command is sent: the program has an answer to it. */
export function readRequest(line: Line, commands: readonly CommandJson[], picks: Picks = {}): Asked | Problem {
	switch (line.kind) {
		case 'command':
			return requestOf(line.command, line.segments, picks);
		case 'naming': {
			if (line.prefix === '') return { problem: 'empty' };
			const command = commands.find((it) => namesOf(it).includes(line.prefix));
			return command ? requestOf(command, [], picks) : { args: {}, name: line.prefix.trim() };
		}
		case 'plain': {
			if (line.text === '') return { problem: 'empty' };
			const option = commands.find(({ name }) => name === PLAIN_TEXT_COMMAND)?.options.find(({ type }) => type === 'string');
			if (option && isLong(line.text, option)) return { length: line.text.length, option, problem: 'long' };
			return { args: { [option?.name ?? 'question']: line.text }, name: PLAIN_TEXT_COMMAND };
		}
		case 'unknown':
			return { args: {}, name: line.name };
		default:
			return line satisfies never;
	}
}

function requestOf({ name, options, shown }: CommandJson, segments: readonly Segment[], picks: Picks): Asked | Problem {
	const args: Record<string, ArgumentValue> = {};
	for (const { option, text } of segments) {
		if (text === '') continue;
		const pick = picks[option.name];
		const value = readValue(option, pick?.name === text ? pick.value : text);
		if (value === undefined) return { option, problem: 'bad', text };
		if (isLong(value, option)) return { length: text.length, option, problem: 'long' };
		args[option.name] = value;
	}
	const missing = options.find((option) => option.required && args[option.name] === undefined);
	return missing ? { command: shown, option: missing, problem: 'missing' } : { args, name };
}

/** Longer than the option takes. */
export const isLong = (value: ArgumentValue, { maxLength = Number.POSITIVE_INFINITY }: OptionJson): boolean =>
	typeof value === 'string' && value.length > maxLength;

function readValue(
	{ choices, max = Number.POSITIVE_INFINITY, min = Number.NEGATIVE_INFINITY, type }: OptionJson,
	text: string,
): ArgumentValue | undefined {
	if (type === 'boolean') return /^(?:true|yes|1)$/i.test(text) ? true : /^(?:false|no|0)$/i.test(text) ? false : undefined;
	if (type === 'integer') return /^-?\d{1,15}$/.test(text) && Number(text) <= max && Number(text) >= min ? Number(text) : undefined;
	if (!choices) return text;
	return choices.find(({ name, value }) => value === text || name.toLowerCase() === text.toLowerCase())?.value;
}

/** The line that says the same as a request, for showing and for links. */
export function writeLine({ args, name }: Asked, commands: readonly CommandJson[]): string {
	const command = commands.find((it) => it.name === name);
	const first = command?.options.find(({ required, type }) => required && type === 'string')?.name;
	const named = Object.entries(args)
		.filter(([option]) => option !== first)
		.map(([option, value]) => `${option}:${value}`);
	const bare = first === undefined ? undefined : args[first];
	return [`/${name}`, ...(bare === undefined ? [] : [String(bare)]), ...named].join(' ');
}
