/** The contract of a command file in `commands/`: declared once, registered and dispatched as the same object. */
import type { Answer, ArgumentValue, Choice, Context, TargetMessage } from './answer.ts';
import type { MessageKey, Speaker } from './messages/index.ts';

/** What lines of autocomplete may depend on: they come with every letter that is typed, and are the same for everybody. */
export type SuggestContext = Pick<Context, 'library' | 'speaker'>;

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

/** A person: the argument is their id, and `context.people` has their name. */
export interface UserOption extends OptionBase {
	readonly type: 'user';
}

export type Option = BooleanOption | IntegerOption | StringOption | UserOption;
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { readonly choices: infer C }
	? Extract<keyof C, string>
	: O extends StringOption | UserOption
		? string
		: O extends IntegerOption
			? number
			: boolean;

/** The arguments that follow from the declared options: required ones present, others possibly `undefined`. */
export type ArgumentsOf<O extends Options> = {
	readonly [K in keyof O]: O[K] extends { readonly required: true } ? ValueOf<O[K]> : ValueOf<O[K]> | undefined;
};

/** Where a command is offered, and to whom. */
interface Offer {
	/**
	 * Permission bits that a person needs to see the command, unless a server decides otherwise. This is Discord's to
	 * keep, and only in servers: an answer that must not be given to others checks `context.asker` itself.
	 */
	readonly defaultMemberPermissions?: bigint;
	/** `servers`: only where the app is installed in a server; everywhere unless told otherwise. */
	readonly where?: 'everywhere' | 'servers';
}

/** What a command and a subcommand have in common. */
export interface Subcommand<O extends Options = Options> {
	/** The command's words in the message catalogue. */
	readonly description: MessageKey;
	/**
	 * Everybody sees what it answers, and sees before that it is thinking: whether a message is private cannot be changed
	 * once it is there. An answer that is private after all (why it does nothing) takes that message away.
	 */
	readonly isPublic?: boolean;
	readonly options: O;
	answer(args: ArgumentsOf<O>, context: Context): Answer | Promise<Answer>;
	/** Lines of autocomplete for `text` typed into `option`. At most 25 are shown. */
	suggest?(text: string, option: Extract<keyof O, string>, context: SuggestContext): readonly Choice[];
}

export interface Command<O extends Options = Options> extends Offer, Subcommand<O> {
	/** What is typed after the slash. */
	readonly name: string;
}

/** Declares a command; an identity function that lets the arguments' types follow from the options. */
export function defineCommand<const O extends Options>(command: Command<O>): Command<O> {
	return command;
}

type OptionsBySubcommand = Readonly<Record<string, Options>>;

export interface CommandGroup<S extends OptionsBySubcommand = OptionsBySubcommand> extends Offer {
	readonly name: string;
	/** Registered, though Discord shows only those of the subcommands. */
	readonly description: MessageKey;
	readonly subcommands: { readonly [K in keyof S]: Subcommand<S[K]> };
}

/** Declares a command that is typed with a second word: `/quiz solo`. */
export function defineCommandGroup<const S extends OptionsBySubcommand>(group: CommandGroup<S>): CommandGroup<S> {
	return group;
}

/** A command in the menu of a message. */
export interface MessageCommand extends Offer {
	/** The file's name; people see the `title`. */
	readonly name: string;
	/** The words in the menu, in the message catalogue: 32 characters at most. */
	readonly title: MessageKey;
	answer(target: { readonly message: TargetMessage }, context: Context): Answer | Promise<Answer>;
}

export function defineMessageCommand(command: MessageCommand): MessageCommand {
	return command;
}

/** A command whatever its options, as the registry holds it; a subcommand stands by its whole name. */
export interface AnyCommand extends Offer {
	readonly name: string;
	readonly description: MessageKey;
	readonly isPublic?: boolean;
	readonly options: Options;
	answer(args: Readonly<Record<string, ArgumentValue | undefined>>, context: Context): Answer | Promise<Answer>;
	suggest?(text: string, option: string, context: SuggestContext): readonly Choice[];
}

/** A group whatever its subcommands. */
export interface AnyCommandGroup extends Offer {
	readonly name: string;
	readonly description: MessageKey;
	readonly subcommands: Readonly<Record<string, Omit<AnyCommand, 'name' | keyof Offer>>>;
}

/** What a command file exports. */
export type Declared = AnyCommand | AnyCommandGroup | MessageCommand;

export const isGroup = (declared: Declared): declared is AnyCommandGroup => 'subcommands' in declared;
export const isMessageCommand = (declared: Declared): declared is MessageCommand => 'title' in declared;

/** Everything that can be typed: plain commands, and each subcommand by its whole name, `quiz solo`. */
export function typedCommands(declared: readonly Declared[]): AnyCommand[] {
	return declared.flatMap((it) => {
		if (isMessageCommand(it)) return [];
		if (!isGroup(it)) return [it];
		const { defaultMemberPermissions, name, subcommands, where } = it;
		return Object.entries(subcommands).map(([word, { answer, description, isPublic = false, options, suggest }]) => ({
			answer,
			defaultMemberPermissions,
			description,
			isPublic,
			name: `${name} ${word}`,
			options,
			...(suggest ? { suggest } : {}),
			where,
		}));
	});
}

/** The key of a command's name in the message catalogues; of a subcommand, by its whole name. */
export const commandNameKey = (name: string): string => `name.${name.replace(' ', '.')}`;
export const optionNameKey = (name: string): string => `option.${name}`;

const wordFor = (key: string, name: string, speaker: Speaker): string => (speaker.has(key) ? speaker.say(key) : name);

/** What people type after the slash in their language: `クイズ 対戦` for `quiz duel`. */
export function shownName(name: string, speaker: Speaker): string {
	const [group = ''] = name.split(' ');
	const shown = wordFor(commandNameKey(group), group, speaker);
	return name === group ? shown : [shown, wordFor(commandNameKey(name), name.slice(group.length + 1), speaker)].join(' ');
}

export const shownOption = (name: string, speaker: Speaker): string => wordFor(optionNameKey(name), name, speaker);

/** Discord takes 6,000; nothing that long is a name or a question, but it must be answered, not refused. */
export const QUERY_MAX_LENGTH = 6000;

/** The options of every command that looks something up. */
export const lookupOptions = {
	query: { autocomplete: true, description: 'command.query', maxLength: QUERY_MAX_LENGTH, required: true, type: 'string' },
	private: { description: 'command.private', type: 'boolean' },
} as const satisfies Options;
