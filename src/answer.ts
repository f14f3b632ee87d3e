/**
 * The seam. A front turns what a person did into a `Request`; the program answers with an `Answer` or with choices.
 * Nothing on this side knows which front asked, and message JSON has Discord's own shape (types only, no library).
 */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Drawing } from './cards/pictures/drawing.ts';
import type { Pictures } from './cards/pictures/index.ts';
import type { AnyCommand } from './command.ts';
import type { Library } from './library.ts';
import type { Speaker } from './messages/index.ts';
import type { MessageRef, Messenger } from './messenger.ts';
import type { Rounds } from './rounds/index.ts';
import type { Store } from './store/index.ts';

/** A message as Discord takes it, within Discord's limits (see `cards/limits.ts`). */
export interface MessageJson {
	readonly components?: readonly APIMessageTopLevelComponent[];
	readonly content?: string;
	/** Pictures that have yet to be drawn, each with what it shows in words. What is sent has them among its files (see `cards/pictures/`). */
	readonly drawings?: readonly { readonly description: string; readonly drawing: Drawing; readonly name: string }[];
	readonly embeds?: readonly APIEmbed[];
	/** Files to attach, by name; an embed refers to one as `attachment://name`. */
	readonly files?: readonly {
		readonly contentType: string;
		readonly data: Uint8Array;
		readonly description?: string;
		readonly name: string;
	}[];
}

export interface Answer {
	/** What happened, for the log and for tests. */
	readonly outcome: Outcome;
	/** Seen by the asker alone. */
	readonly private: boolean;
	/** Takes the place of the message whose button was pressed, instead of following it. */
	readonly update?: boolean;
	/** With a `modal`: shown where no form can be opened, as at a terminal or when the answer took too long. */
	readonly message: MessageJson;
	/** A form that is opened instead of the message. What is filled in comes back as a `submit` of its `customId`. */
	readonly modal?: Modal;
	/**
	 * Told where the message stands, once it does; what it throws is logged. Not called for a form. An answer that will be
	 * changed or followed by messages has one, for it also tells the page of the playground to listen.
	 */
	readonly onSent?: (ref: MessageRef) => Promise<void> | void;
	/** Told that the message could not be sent, so that what was written down of it can be taken back; what it throws is logged. */
	readonly onLost?: () => Promise<void> | void;
}

/** A form, within Discord's limits (`cards/limits.ts`). */
export interface Modal {
	readonly customId: string;
	/** One to five. */
	readonly inputs: readonly ModalInput[];
	readonly title: string;
}

/** A field of a form for text. */
export interface ModalInput {
	readonly description?: string;
	/** The name under which the text comes back. */
	readonly id: string;
	readonly label: string;
	readonly maxLength?: number;
	readonly minLength?: number;
	/** Room for several lines. */
	readonly multiline?: boolean;
	readonly placeholder?: string;
	/** Must be filled in; so unless told otherwise. */
	readonly required?: boolean;
	/** What stands in it at first. */
	readonly value?: string;
}

/** `found`: an entry; `choices`: did you mean; `miss`: nothing fits; `refused`: the request cannot be served as it is. */
export type Outcome = 'choices' | 'error' | 'found' | 'info' | 'miss' | 'refused';

/** One line of autocomplete. */
export interface Choice {
	readonly name: string;
	readonly value: string;
}

/** The value of an option; of an option of type `user`, the id. */
export type ArgumentValue = boolean | number | string;

/** A person who was named in an option. */
export interface Person {
	readonly id: string;
	readonly isBot: boolean;
	readonly name: string;
}

/** A message that a person pointed at, as it stands in the channel. */
export interface TargetMessage {
	readonly authorId: string;
	readonly authorName: string;
	readonly channelId: string;
	readonly content: string;
	readonly guildId?: string;
	readonly id: string;
	readonly url: string;
}

interface CommandCall {
	/** What is typed after the slash; of a subcommand the whole: `quiz solo`. */
	readonly name: string;
	readonly args: Readonly<Record<string, ArgumentValue>>;
	/** The people whom `args` name. */
	readonly people?: readonly Person[];
}

interface ComponentCall {
	/** Of the interaction: the same where it arrives twice. */
	readonly id?: string;
	readonly customId: string;
	/** The presser is the one who asked for the message; only then may it change under their hand. */
	readonly own: boolean;
	/** The message that the button stands under; where a form was opened, the one whose button opened it. */
	readonly at?: MessageRef;
	/** Only the presser sees that message. */
	readonly isPrivate?: boolean;
	/** The embeds of that message, as they stand: what an answer wrote into them can be read back at a press. */
	readonly embeds?: readonly APIEmbed[];
}

/** What a person did, whatever the front. */
export type Request =
	| (CommandCall & { readonly type: 'command' })
	| (CommandCall & { readonly type: 'suggest'; readonly option: string; readonly text: string })
	/** `name` is what is shown in the menu of a message, in English. */
	| { readonly type: 'message-command'; readonly name: string; readonly message: TargetMessage }
	/** `values`: what was chosen in a menu. */
	| (ComponentCall & { readonly type: 'press'; readonly values: readonly string[] })
	/** A form that was filled in: its texts by the ids of its inputs. */
	| (ComponentCall & { readonly type: 'submit'; readonly fields: Readonly<Record<string, string>> });

export type Front = 'gateway' | 'playground' | 'terminal';

/** Who asks, where, and what they may do there. */
export interface Asker {
	/** Whether the app may send pictures where it is asked, and they can be seen there. */
	readonly canSeePictures: boolean;
	readonly channelId?: string;
	readonly displayName: string;
	readonly front: Front;
	/** The server; none in direct messages. */
	readonly guildId?: string;
	/** In a server where the app itself is not installed, but brought along by the asker: every answer there is private. */
	readonly isExternal: boolean;
	/** Discord's permission bits (see `permissions.ts`) in that channel; all of them where there is no server. */
	readonly permissions: bigint;
	readonly userId: string;
}

/** All that an answer may depend on. No clock, dice or client that is not handed in. */
export interface Context {
	readonly asker: Asker;
	/** The commands that there are, for /help; a subcommand stands by its whole name. */
	readonly commands: readonly AnyCommand[];
	/** A number from 0 up to, but not including, 1. */
	readonly dice: () => number;
	readonly library: Library;
	/** Absent where nothing can be sent beside the answer. */
	readonly messenger?: Messenger;
	readonly now: Date;
	/** The people whom the arguments name, by id. */
	readonly people: ReadonlyMap<string, Person>;
	readonly pictures: Pictures;
	/** Speaks to everybody where the question was asked; `publicly` says all of an answer so. */
	readonly publicSpeaker: Speaker;
	/** The quizzes that are being played. */
	readonly rounds: Rounds;
	/** Speaks to the asker. */
	readonly speaker: Speaker;
	readonly store: Store;
}

/** The context of an answer that everybody sees: it is given in their language, not in the asker's. */
export const publicly = (context: Context): Context =>
	context.speaker === context.publicSpeaker ? context : { ...context, speaker: context.publicSpeaker };
