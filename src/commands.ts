/** Loads and checks the command files: what is registered and what is dispatched are the same objects. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { AnyCommand } from './command.ts';
import { PROJECT_DIRECTORY } from './config.ts';
import { LANGUAGES, type MessageKey, speakerOf } from './messages/index.ts';
import { lengthOfCommand } from './registration.ts';
import { StartError } from './start-error.ts';

/** Discord's limits for commands: https://docs.discord.com/developers/interactions/application-commands */
export const COMMANDS_MAX = 100;
export const COMMAND_LENGTH_MAX = 8000;
const DESCRIPTION_MAX_LENGTH = 100;
const NAME_MAX_LENGTH = 32;
const OPTIONS_MAX = 25;
const CHOICES_MAX = 25;
const CHOICE_MAX_LENGTH = 100;
const STRING_MAX_LENGTH = 6000;

const nameSchema = z
	.string()
	.max(NAME_MAX_LENGTH)
	.regex(/^[-_'\p{L}\p{N}]+$/u, { error: 'is not a name that Discord takes: letters, digits, hyphens and underscores' })
	.refine((name) => name === name.toLowerCase(), { error: 'has capital letters' });

/** A key of the message catalogues, whose words have at most `maximum` characters in every language. */
const wordsSchema = (maximum: number) =>
	z.string().superRefine((key, context) => {
		for (const language of LANGUAGES) {
			const problem = checkWords(key, language, maximum);
			if (problem) context.addIssue(problem);
		}
	});

function checkWords(key: string, language: (typeof LANGUAGES)[number], maximum: number): string | null {
	let words: string | undefined;
	try {
		words = speakerOf(language).say(key as MessageKey);
	} catch {
		// Also thrown for a message with arguments, which nobody would fill in here.
	}
	if (!words) return `“${key}” is no message without arguments in the catalogue “${language}”`;
	const { length } = words;
	return length > maximum ? `“${key}” has ${length} characters in the catalogue “${language}”; Discord takes ${maximum}` : null;
}

const optionFields = { description: wordsSchema(DESCRIPTION_MAX_LENGTH), required: z.boolean().optional() };
const lengthSchema = z.int().min(0).max(STRING_MAX_LENGTH);

const optionSchema = z.discriminatedUnion('type', [
	z
		.strictObject({
			...optionFields,
			autocomplete: z.boolean().optional(),
			choices: z
				.record(z.string().min(1).max(CHOICE_MAX_LENGTH), wordsSchema(CHOICE_MAX_LENGTH))
				.refine((choices) => Object.keys(choices).length <= CHOICES_MAX, { error: `has more than ${CHOICES_MAX} choices` })
				.optional(),
			maxLength: lengthSchema.min(1).optional(),
			minLength: lengthSchema.optional(),
			type: z.literal('string'),
		})
		.refine(({ autocomplete, choices }) => !(autocomplete && choices), { error: 'has both choices and autocomplete; Discord takes one' })
		.refine(({ maxLength = STRING_MAX_LENGTH, minLength = 0 }) => minLength <= maxLength, { error: 'has a minLength above its maxLength' }),
	z.strictObject({ ...optionFields, type: z.literal('boolean') }),
	z
		.strictObject({ ...optionFields, max: z.int().optional(), min: z.int().optional(), type: z.literal('integer') })
		.refine(({ max = Infinity, min = -Infinity }) => min <= max, { error: 'has a min above its max' }),
]);

const functionSchema = z.custom<(...args: never[]) => unknown>((value) => typeof value === 'function', { error: 'is not a function' });

const commandSchema = z
	.strictObject({
		answer: functionSchema,
		description: wordsSchema(DESCRIPTION_MAX_LENGTH),
		name: nameSchema,
		options: z
			.record(nameSchema, optionSchema)
			.refine((options) => Object.keys(options).length <= OPTIONS_MAX, { error: `has more than ${OPTIONS_MAX} options` })
			.refine((options) => isRequiredFirst(Object.values(options)), {
				error: 'has a required option after one that is not; Discord wants these first',
			}),
		suggest: functionSchema.optional(),
	})
	.refine(({ options, suggest }) => suggest || !Object.values(options).some((option) => 'autocomplete' in option && option.autocomplete), {
		error: 'has an option with autocomplete but no function suggest',
	});

const isRequiredFirst = (options: readonly { readonly required?: boolean }[]): boolean =>
	options.every((option, index) => !option.required || index === 0 || options[index - 1]?.required === true);

/** What is wrong with the command that `file` exports, one sentence a fault; empty when it fits. */
export function checkCommand(file: string, exported: unknown): string[] {
	if (exported === undefined) return [`${file}: has no default export. Export default defineCommand({ … }).`];
	const result = commandSchema.safeParse(exported);
	if (!result.success)
		return result.error.issues.map(({ message, path }) => `${file}: ${path.length > 0 ? path.join('.') : 'the command'}: ${message}`);
	const command = exported as AnyCommand;
	const faults: string[] = [];
	if (file !== `${command.name}.ts`)
		faults.push(`${file}: name: is “${command.name}”. Name the file ${command.name}.ts, or the command after its file.`);
	const length = lengthOfCommand(command);
	if (length > COMMAND_LENGTH_MAX)
		faults.push(`${file}: has ${length} characters of names, descriptions and choices; Discord takes ${COMMAND_LENGTH_MAX}.`);
	return faults;
}

/**
 * Loads every command of the folder, in the order of their names.
 *
 * @throws {StartError} naming every file that does not fit the contract of `command.ts`, with the reasons.
 */
export async function loadCommands(directory = join(PROJECT_DIRECTORY, 'commands')): Promise<AnyCommand[]> {
	const files = (await readFolder(directory)).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')).sort();
	const loaded = await Promise.all(
		files.map(async (file) => {
			try {
				const module = (await import(pathToFileURL(join(directory, file)).href)) as { default?: unknown };
				return { exported: module.default, faults: checkCommand(file, module.default) };
			} catch (error) {
				return { exported: undefined, faults: [`${file}: cannot be loaded: ${error instanceof Error ? error.message : String(error)}`] };
			}
		}),
	);
	const faults = loaded.flatMap((file) => file.faults);
	if (files.length === 0) faults.push('there is no command file');
	if (files.length > COMMANDS_MAX) faults.push(`there are ${files.length} command files; Discord takes ${COMMANDS_MAX} commands`);
	if (faults.length > 0)
		throw new StartError(`The commands in ${directory} cannot be used.\n\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
	return loaded.map(({ exported }) => exported as AnyCommand);
}

async function readFolder(directory: string): Promise<string[]> {
	try {
		return await readdir(directory);
	} catch (cause) {
		throw new StartError(`The commands in ${directory} cannot be read (${(cause as NodeJS.ErrnoException).code}). Restore the folder.`, {
			cause,
		});
	}
}
