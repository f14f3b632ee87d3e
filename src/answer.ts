/**
 * The seam. A front turns what a person did into a `Request`; the program answers with an `Answer` or with choices.
 * Nothing on this side knows which front asked, and message JSON has Discord's own shape (types only, no library).
 */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { AnyCommand } from './command.ts';
import type { Library } from './library.ts';
import type { Speaker } from './messages/index.ts';

/** A message as Discord takes it, within Discord's limits (see `cards/limits.ts`). */
export interface MessageJson {
	readonly components?: readonly APIMessageTopLevelComponent[];
	readonly content?: string;
	readonly embeds?: readonly APIEmbed[];
	/** Files to attach, by name; an embed refers to one as `attachment://name`. */
	readonly files?: readonly { readonly contentType: string; readonly data: Uint8Array; readonly description?: string; readonly name: string }[];
}

export interface Answer {
	/** What happened, for the log and for tests. */
	readonly outcome: Outcome;
	/** Seen by the asker alone. */
	readonly private: boolean;
	/** Takes the place of the message whose button was pressed, instead of following it. */
	readonly update?: boolean;
	readonly message: MessageJson;
}

/** `found`: an entry; `choices`: did you mean; `miss`: nothing fits; `refused`: the request cannot be served as it is. */
export type Outcome = 'choices' | 'error' | 'found' | 'info' | 'miss' | 'refused';

/** One line of autocomplete. */
export interface Choice {
	readonly name: string;
	readonly value: string;
}

export type ArgumentValue = boolean | number | string;

/** What a person did, whatever the front. */
export type Request =
	| { readonly type: 'command'; readonly name: string; readonly args: Readonly<Record<string, ArgumentValue>> }
	| { readonly type: 'suggest'; readonly name: string; readonly option: string; readonly text: string; readonly args: Readonly<Record<string, ArgumentValue>> }
	| {
			readonly type: 'press';
			readonly customId: string;
			/** The presser is the one who asked for the message; only then may it change under their hand. */
			readonly own: boolean;
			/** What was chosen in a menu. */
			readonly values: readonly string[];
	  };

/** All that an answer may depend on. No clock, dice or client that is not handed in. */
export interface Context {
	/** The commands that there are, for /help. */
	readonly commands: readonly AnyCommand[];
	readonly library: Library;
	readonly now: Date;
	readonly speaker: Speaker;
}
