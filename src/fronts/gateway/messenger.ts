/** Messages beyond an answer: by the token of the interaction while it is good, else by the bot's own. */
import { Routes } from 'discord-api-types/v10';
import { type Messenger, MessengerError, type MessengerFailure } from '../../messenger.ts';
import { channelMessageOf, editOf } from '../reply.ts';
import type { Post } from './post.ts';

/** Discord's error codes (developers/topics/opcodes-and-status-codes): unknown channel, message and webhook. */
const GONE_CODES: readonly unknown[] = [10_003, 10_008, 10_015];
const STATUS_FORBIDDEN = 403;
const STATUS_NOT_FOUND = 404;

export interface MessengerOptions {
	readonly applicationId: Promise<string>;
	readonly post: Post;
}

export function createMessenger({ applicationId, post }: MessengerOptions): Messenger {
	return {
		async edit({ channelId, messageId, reply }, message) {
			const outgoing = editOf({ message });
			try {
				// A private message, and one where the bot itself is not, can be changed in this way alone.
				if (reply && reply.until > Date.now()) {
					await post('PATCH', Routes.webhookMessage(await applicationId, reply.token, messageId), outgoing);
				} else await post('PATCH', Routes.channelMessage(channelId, messageId), outgoing, { asBot: true });
			} catch (error) {
				throw new MessengerError(failureOf(error), { cause: error });
			}
		},
		async send(channelId, message) {
			try {
				const { id } = (await post('POST', Routes.channelMessages(channelId), channelMessageOf(message), { asBot: true })) as {
					id: string;
				};
				return { channelId, messageId: id };
			} catch (error) {
				throw new MessengerError(failureOf(error), { cause: error });
			}
		},
	};
}

function failureOf(error: unknown): MessengerFailure {
	const { code, status } = error as { code?: unknown; status?: unknown };
	if (GONE_CODES.includes(code) || status === STATUS_NOT_FOUND) return 'gone';
	return status === STATUS_FORBIDDEN ? 'forbidden' : 'failed';
}
