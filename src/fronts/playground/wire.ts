/** What the page and its server say to each other. JSON throughout; the page imports only the types. */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { ArgumentValue, Choice, Modal, Outcome } from '../../answer.ts';
import type { Language, MessageKey } from '../../messages/index.ts';

/** Before the keys of the words that the page itself shows. */
export const WORDS_PREFIX = 'playground.page.';

/** A key of the page's own words. These take plain arguments only, `{name}`: the page has no formatter of plurals. */
export type PageWord = MessageKey extends infer Key ? (Key extends `playground.page.${infer Word}` ? Word : never) : never;

export interface OptionJson {
	readonly autocomplete: boolean;
	readonly choices?: readonly Choice[];
	readonly description: string;
	/** The largest number. */
	readonly max?: number;
	/** Characters of a text, as JavaScript counts them. */
	readonly maxLength?: number;
	/** The smallest number. */
	readonly min?: number;
	readonly name: string;
	readonly required: boolean;
	/** Its name in the reader's language. Both are read where something is typed. */
	readonly shown: string;
	readonly type: 'boolean' | 'integer' | 'string' | 'user';
}

export interface CommandJson {
	readonly description: string;
	readonly name: string;
	readonly options: readonly OptionJson[];
	/** Its name in the reader's language. Both are read where something is typed. */
	readonly shown: string;
}

/** A command in the menu of a message. */
export interface MessageCommandJson {
	/** By which the server knows it. */
	readonly name: string;
	/** The words in the menu. */
	readonly title: string;
}

/** `GET /api/page?locale=`: what the page needs to know before anything is asked. */
export interface PageJson {
	readonly commands: readonly CommandJson[];
	readonly language: Language;
	/** The interface languages, each under its own name. */
	readonly languages: readonly { readonly code: Language; readonly name: string }[];
	readonly messageCommands: readonly MessageCommandJson[];
	readonly words: Readonly<Record<PageWord, string>>;
}

/** Sent with every question: the interface language, and a random id of the tab. */
interface Asker {
	readonly locale: string;
	readonly user: string;
}

export type Arguments = Readonly<Record<string, ArgumentValue>>;

/** `POST /api/command` */
export interface CommandBody extends Asker {
	readonly args: Arguments;
	readonly name: string;
}

/** `POST /api/suggest` */
export interface SuggestBody extends CommandBody {
	readonly option: string;
	readonly text: string;
}

/** `POST /api/message-command`: a command chosen in the menu of a message that the visitor wrote. */
export interface MessageCommandBody extends Asker {
	readonly content: string;
	readonly name: string;
}

/** `POST /api/press` */
export interface PressBody extends Asker {
	readonly customId: string;
	/** The embeds of that message. */
	readonly embeds?: readonly APIEmbed[];
	/** The id of the message that the button stands under. */
	readonly message?: string;
	readonly values: readonly string[];
}

/** `POST /api/submit` */
export interface SubmitBody extends Asker {
	readonly customId: string;
	/** The embeds of that message. */
	readonly embeds?: readonly APIEmbed[];
	/** The id of the message whose button opened the form. */
	readonly message?: string;
	/** What was written, by the ids of the inputs. */
	readonly fields: Readonly<Record<string, string>>;
}

export interface FileJson {
	readonly contentType: string;
	/** Base64. */
	readonly data: string;
	/** What a picture shows, in words. */
	readonly description?: string;
	readonly name: string;
}

export interface PageMessage {
	readonly components: readonly APIMessageTopLevelComponent[];
	readonly content: string;
	readonly embeds: readonly APIEmbed[];
	readonly files: readonly FileJson[];
}

export interface AnswerJson {
	/** Of the message, by which updates name it; one that takes the place of another has the other's. */
	readonly id: string;
	/** Will be followed by updates, which have to be listened for. */
	readonly live: boolean;
	readonly message: PageMessage;
	/** Opened instead of the message. */
	readonly modal?: Modal;
	readonly outcome: Outcome;
	readonly private: boolean;
	readonly update: boolean;
}

/** A line of `GET /api/updates?user=`: a message that takes the place of the one with this id, or a new one. */
export interface UpdateJson {
	readonly id: string;
	readonly message: PageMessage;
}

export interface SuggestionsJson {
	readonly choices: readonly Choice[];
}

/** The body of every answer that is not a success. */
export interface ProblemJson {
	/** For programs. */
	readonly error: string;
	/** What is wrong with the body, by place in it. */
	readonly issues?: readonly { readonly message: string; readonly path: string }[];
	/** For people. */
	readonly message: string;
}
