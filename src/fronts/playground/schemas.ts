/** What the API takes; everything else is refused. */
import { z } from 'zod';
import { CUSTOM_ID_MAX_LENGTH } from '../../action.ts';
import { type AnyCommand, type Option, QUERY_MAX_LENGTH } from '../../command.ts';
import type { Arguments } from './wire.ts';

/** Discord's limits: the longest name, options of a command, options of a menu, the length of a menu's value, embeds. */
const NAME_MAX_LENGTH = 32;
/** A subcommand is named with its command and, between the two, its group: `quiz solo`. */
const COMMAND_NAME_MAX_LENGTH = 3 * NAME_MAX_LENGTH + 2;
const OPTIONS_MAX = 25;
const VALUES_MAX = 25;
const VALUE_MAX_LENGTH = 100;
const EMBEDS_MAX = 10;
/** Nobody but the visitor is here: another person is whoever is named. */
export const PERSON_MAX_LENGTH = 64;
const LOCALE_MAX_LENGTH = 35;

/**
 * Stands in the address of every call of a tab that shares a channel with others: which channel, and what its visitor is
 * called there. Without it a visitor is alone.
 */
export const sharedQuery = z.object({
	as: z.string().trim().min(1).max(NAME_MAX_LENGTH).optional(),
	channel: z
		.string()
		.regex(/^[\p{L}\p{N}_-]{1,32}$/u)
		.optional(),
});

export const updatesQuery = z.object({ user: z.uuid() });

const name = z.string().min(1).max(NAME_MAX_LENGTH);
const commandName = z.string().min(1).max(COMMAND_NAME_MAX_LENGTH);
const text = z.string().max(QUERY_MAX_LENGTH);
const customId = z.string().min(1).max(CUSTOM_ID_MAX_LENGTH);
const asker = { locale: z.string().max(LOCALE_MAX_LENGTH), user: z.uuid() };

/** Arguments as they come; which of them a command has is checked against the command. */
const looseArguments = z
	.record(name, z.union([text, z.boolean(), z.number()]))
	.refine((args) => Object.keys(args).length <= OPTIONS_MAX, { error: `has more than ${OPTIONS_MAX} options` });

export const commandBody = z.strictObject({ ...asker, args: looseArguments, name: commandName });

export const suggestBody = z.strictObject({ ...asker, args: looseArguments, name: commandName, option: name, text });

export const messageCommandBody = z.strictObject({ ...asker, content: text, name });

/** The embeds of a message as the page was given them: what an action reads back of one are its texts. */
const embeds = z
	.array(z.looseObject({ description: z.string().optional(), title: z.string().optional(), url: z.string().optional() }))
	.max(EMBEDS_MAX)
	.optional();

export const pressBody = z.strictObject({
	...asker,
	customId,
	embeds,
	message: z.uuid().optional(),
	values: z.array(z.string().max(VALUE_MAX_LENGTH)).max(VALUES_MAX),
});

/** Discord's limits for a form: inputs, and the length of what is written into one. */
const FIELDS_MAX = 5;
const FIELD_MAX_LENGTH = 4000;

export const submitBody = z.strictObject({
	...asker,
	customId,
	embeds,
	message: z.uuid().optional(),
	fields: z
		.record(z.string().min(1).max(CUSTOM_ID_MAX_LENGTH), z.string().max(FIELD_MAX_LENGTH))
		.refine((fields) => Object.keys(fields).length <= FIELDS_MAX, { error: `has more than ${FIELDS_MAX} fields` }),
});

/** The arguments that a command takes, no others, each as its option declares it. */
export function argumentsSchema({ options }: AnyCommand): z.ZodType<Arguments> {
	const shape = Object.entries(options).map(([option, declared]) => {
		const schema = schemaOf(declared);
		return [option, declared.required ? schema : schema.optional()] as const;
	});
	return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<Arguments>;
}

function schemaOf(option: Option): z.ZodType {
	if (option.type === 'boolean') return z.boolean();
	if (option.type === 'integer')
		return z
			.int()
			.min(option.min ?? Number.MIN_SAFE_INTEGER)
			.max(option.max ?? Number.MAX_SAFE_INTEGER);
	if (option.type === 'user') return z.string().min(1).max(PERSON_MAX_LENGTH);
	if (option.choices) return z.enum(Object.keys(option.choices));
	return z
		.string()
		.min(option.minLength ?? 0)
		.max(option.maxLength ?? QUERY_MAX_LENGTH);
}
