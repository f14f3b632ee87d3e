/** Messages beyond the one answer: what a round of a quiz sends and changes on its own account. */
import type { MessageJson } from './answer.ts';

/** A message that was sent, in a form that can be kept: any process can change the message by it. */
export interface MessageRef {
	readonly channelId: string;
	readonly messageId: string;
	/** The token of the interaction that it answers, where it is one: good until `until` (milliseconds), 15 min at most. */
	readonly reply?: { readonly token: string; readonly until: number };
}

export interface Messenger {
	/** Puts `message` in the place of one that was sent. Rejects with a `MessengerError`. */
	edit(ref: MessageRef, message: MessageJson): Promise<void>;
	/** Sends to a channel, seen by everybody there. Rejects with a `MessengerError`. */
	send(channelId: string, message: MessageJson): Promise<MessageRef>;
}

/** `forbidden`: the app may not do this there; `gone`: there is no such message or channel any more; `failed`: anything else. */
export type MessengerFailure = 'failed' | 'forbidden' | 'gone';

/** A message could not be sent or changed; the cause is the front's own error. */
export class MessengerError extends Error {
	override readonly name = 'MessengerError';
	readonly failure: MessengerFailure;

	constructor(failure: MessengerFailure, options?: ErrorOptions) {
		super(`a message could not be sent or changed: ${failure}`, options);
		this.failure = failure;
	}
}
