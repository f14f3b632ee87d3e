/** The contract of a command file in `commands/`: declared once, registered and dispatched as the same object. */
import type { Answer, ArgumentValue, Choice, Context } from './answer.ts';
import type { MessageKey } from './messages/index.ts';

interface OptionBase {
	/** The option's words in the message catalogue. */
	readonly description: MessageKey;
	readonly required?: boolean;
}

export interface StringOption extends OptionBase {
	readonly type: 'string';
	readonly autocomplete?: boolean;
	/** Fixed choices: the value sent, and its words. */
	readonly choices?: Readonly<Record<string, MessageKey>>;
	readonly maxLength?: number;
	readonly minLength?: number;
}

export interface BooleanOption extends OptionBase {
	readonly type: 'boolean';
}

export interface IntegerOption extends OptionBase {
	readonly type: 'integer';
	readonly max?: number;
	readonly min?: number;
}

export type Option = BooleanOption | IntegerOption | StringOption;
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { readonly choices: infer C }
	? Extract<keyof C, string>
	: O extends StringOption
		? string
		: O extends IntegerOption
			? number
			: boolean;

/** The arguments that follow from the declared options: required ones present, others possibly `undefined`. */
export type ArgumentsOf<O extends Options> = {
	readonly [K in keyof O]: O[K] extends { readonly required: true } ? ValueOf<O[K]> : ValueOf<O[K]> | undefined;
};

export interface Command<O extends Options = Options> {
	/** What is typed after the slash. */
	readonly name: string;
	/** The command's words in the message catalogue. */
	readonly description: MessageKey;
	readonly options: O;
	answer(args: ArgumentsOf<O>, context: Context): Answer | Promise<Answer>;
	/** Lines of autocomplete for `text` typed into `option`. At most 25 are shown. */
	suggest?(text: string, option: Extract<keyof O, string>, context: Context): readonly Choice[];
}

/** Declares a command; an identity function that lets the arguments' types follow from the options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
	return command;
}

/** A command whatever its options, as the registry holds it. */
export interface AnyCommand {
	readonly name: string;
	readonly description: MessageKey;
	readonly options: Options;
	answer(args: Readonly<Record<string, ArgumentValue | undefined>>, context: Context): Answer | Promise<Answer>;
	suggest?(text: string, option: string, context: Context): readonly Choice[];
}

/** Discord takes 6,000; nothing that long is a name or a question, but it must be answered, not refused. */
export const QUERY_MAX_LENGTH = 6000;

/** The options of every command that looks something up. */
export const lookupOptions = {
	query: { autocomplete: true, description: 'command.query', maxLength: QUERY_MAX_LENGTH, required: true, type: 'string' },
	private: { description: 'command.private', type: 'boolean' },
} as const satisfies Options;
