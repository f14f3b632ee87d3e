/** The contract of a command file, and whether what it exports keeps it. */
import { z } from 'zod';
import { type Declared, isGroup, isMessageCommand } from './command.ts';
import { type MessageKey, speakerOf } from './messages/index.ts';
import { lengthOfCommand, registeredName } from './registration.ts';

/** Discord's limits for commands: https://docs.discord.com/developers/interactions/application-commands */
export const COMMANDS_MAX = 100;
export const MESSAGE_COMMANDS_MAX = 15;
export const COMMAND_LENGTH_MAX = 8000;
const SUBCOMMANDS_MAX = 25;
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

/** A key of the message catalogues, whose words have at most `maximum` characters; the other languages are the tests' to check, for no start needs them. */
const wordsSchema = (maximum: number) =>
	z.string().superRefine((key, context) => {
		const problem = checkWords(key, maximum);
		if (problem) context.addIssue(problem);
	});

function checkWords(key: string, maximum: number): string | null {
	let words: string | undefined;
	try {
		words = speakerOf('en').say(key as MessageKey);
	} catch {
		// Also thrown for a message with arguments, which nobody would fill in here.
	}
	if (!words) return `“${key}” is no message without arguments in the catalogue “en”`;
	const { length } = words;
	return length > maximum ? `“${key}” has ${length} characters in the catalogue “en”; Discord takes ${maximum}` : null;
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
	z.strictObject({ ...optionFields, type: z.literal('user') }),
]);

const functionSchema = z.custom<(...args: never[]) => unknown>((value) => typeof value === 'function', { error: 'is not a function' });

/** Where a command is offered. Discord has room for 53 permission bits in a number, and none is above them yet. */
const offerFields = {
	defaultMemberPermissions: z
		.bigint()
		.min(0n)
		.max((1n << 53n) - 1n)
		.optional(),
	where: z.enum(['everywhere', 'servers']).optional(),
};

const subcommandFields = {
	answer: functionSchema,
	description: wordsSchema(DESCRIPTION_MAX_LENGTH),
	isPublic: z.boolean().optional(),
	options: z
		.record(nameSchema, optionSchema)
		.refine((options) => Object.keys(options).length <= OPTIONS_MAX, { error: `has more than ${OPTIONS_MAX} options` })
		.refine((options) => isRequiredFirst(Object.values(options)), {
			error: 'has a required option after one that is not; Discord wants these first',
		}),
	suggest: functionSchema.optional(),
};

const canSuggest = ({ options, suggest }: { options: Record<string, object>; suggest?: unknown }): boolean =>
	suggest !== undefined || !Object.values(options).some((option) => 'autocomplete' in option && option.autocomplete);
const CANNOT_SUGGEST = { error: 'has an option with autocomplete but no function suggest' };

const commandSchema = z.strictObject({ ...offerFields, ...subcommandFields, name: nameSchema }).refine(canSuggest, CANNOT_SUGGEST);

const groupSchema = z.strictObject({
	...offerFields,
	description: wordsSchema(DESCRIPTION_MAX_LENGTH),
	name: nameSchema,
	subcommands: z
		.record(nameSchema, z.strictObject(subcommandFields).refine(canSuggest, CANNOT_SUGGEST))
		.refine((subcommands) => Object.keys(subcommands).length > 0, { error: 'has no subcommand' })
		.refine((subcommands) => Object.keys(subcommands).length <= SUBCOMMANDS_MAX, { error: `has more than ${SUBCOMMANDS_MAX} subcommands` }),
});

const messageCommandSchema = z.strictObject({
	...offerFields,
	answer: functionSchema,
	name: nameSchema,
	title: wordsSchema(NAME_MAX_LENGTH),
});

/** The contract of what was exported, told by the field that only its kind has. */
function schemaOf(exported: unknown): z.ZodType {
	if (typeof exported !== 'object' || exported === null) return commandSchema;
	return isGroup(exported as Declared) ? groupSchema : isMessageCommand(exported as Declared) ? messageCommandSchema : commandSchema;
}

const isRequiredFirst = (options: readonly { readonly required?: boolean }[]): boolean =>
	options.every((option, index) => !option.required || index === 0 || options[index - 1]?.required === true);

/** What is wrong with the command that `file` exports, one sentence a fault; empty when it fits. */
export function checkCommand(file: string, exported: unknown): string[] {
	if (exported === undefined)
		return [
			`${file}: has no default export. Export default defineCommand({ … }), defineCommandGroup({ … }) or defineMessageCommand({ … }).`,
		];
	const result = schemaOf(exported).safeParse(exported);
	if (!result.success)
		return result.error.issues.map(({ message, path }) => `${file}: ${path.length > 0 ? path.join('.') : 'the command'}: ${message}`);
	const command = exported as Declared;
	const faults: string[] = [];
	if (file !== `${command.name}.ts`)
		faults.push(`${file}: name: is “${command.name}”. Name the file ${command.name}.ts, or the command after its file.`);
	const length = lengthOfCommand(command, ['en']);
	if (length > COMMAND_LENGTH_MAX)
		faults.push(`${file}: has ${length} characters of names, descriptions and choices; Discord takes ${COMMAND_LENGTH_MAX}.`);
	return faults;
}

/** What is wrong with commands that each are right: too many of a kind, or two that people could not tell apart. */
export function checkTogether(declared: readonly Declared[]): string[] {
	const faults: string[] = [];
	const kinds = [
		{ commands: declared.filter((it) => !isMessageCommand(it)), maximum: COMMANDS_MAX, what: 'commands' },
		{ commands: declared.filter(isMessageCommand), maximum: MESSAGE_COMMANDS_MAX, what: 'commands for messages' },
	];
	for (const { commands, maximum, what } of kinds) {
		if (commands.length > maximum) faults.push(`there are ${commands.length} ${what}; Discord takes ${maximum}`);
		const names = new Map<string, Declared>();
		for (const command of commands) {
			const other = names.get(registeredName(command));
			if (other) faults.push(`${command.name}.ts and ${other.name}.ts are both shown as “${registeredName(command)}”`);
			names.set(registeredName(command), command);
		}
	}
	return faults;
}
