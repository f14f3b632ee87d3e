/** The contract of a button, menu or form in `src/actions/`: all its state is in its custom_id, so any process can serve it. */
import type { APIEmbed } from 'discord-api-types/v10';
import { type Answer, type Context, publicly } from './answer.ts';
import type { MessageRef } from './messenger.ts';

/** Raised when the arguments of an action change their meaning; buttons of other versions get a clear answer. */
export const CUSTOM_ID_VERSION = '1';
/** Discord's limit for a custom_id. */
export const CUSTOM_ID_MAX_LENGTH = 100;
const SEPARATOR = '|';

interface Use {
	readonly args: readonly string[];
	/** See `Request`. */
	readonly at?: MessageRef;
	/** See `Request`; none where the front does not have them. */
	readonly embeds?: readonly APIEmbed[];
	/** See `Request`. */
	readonly id?: string;
	/** See `Request`. */
	readonly isPrivate?: boolean;
	/** See `Request`. */
	readonly own: boolean;
}

export interface Press extends Use {
	readonly values: readonly string[];
}

/** A form that was filled in. */
export interface Submission extends Use {
	/** What was written, by the ids of the inputs. */
	readonly fields: Readonly<Record<string, string>>;
}

export interface Action {
	readonly name: string;
	answer(press: Press, context: Context): Answer | Promise<Answer>;
	/** Takes a form whose custom_id names this action. */
	submit?(submission: Submission, context: Context): Answer | Promise<Answer>;
}

/** An action that is loaded when it is first used, so that a start does not wait for what few people press. */
export function lazyAction(name: string, load: () => Promise<Action>, { forms = false } = {}): Action {
	return {
		answer: async (press, context) => (await load()).answer(press, context),
		name,
		...(forms ? { submit: async (submission, context) => (await load()).submit!(submission, context) } : {}),
	};
}

/** The context of an answer that takes the place of the message: in the language of those who see it. */
export const inPlace = ({ isPrivate }: Use, context: Context): Context => (isPrivate ? context : publicly(context));

/** Writes a custom_id: `1|cite|khalkhin-gol-1939`. Throws a `RangeError` when it would be longer than Discord takes. */
export function customId(action: string, ...args: readonly (number | string)[]): string {
	const id = [CUSTOM_ID_VERSION, action, ...args].join(SEPARATOR);
	if (id.length > CUSTOM_ID_MAX_LENGTH) throw new RangeError(`custom_id of ${id.length} characters: ${id}`);
	return id;
}

/** Reads a custom_id of this version; `null` for any other. */
export function parseCustomId(id: string): { readonly action: string; readonly args: readonly string[] } | null {
	const [version, action, ...args] = id.split(SEPARATOR);
	return version === CUSTOM_ID_VERSION && action ? { action, args } : null;
}
