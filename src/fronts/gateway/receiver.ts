/** One interaction from its arrival to its reply: the first response in time, a deferral where an answer takes longer. */
import { randomUUID } from 'node:crypto';
import { type APIInteraction, Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Answer } from '../../answer.ts';
import { speakerOf } from '../../messages/index.ts';
import type { Messenger } from '../../messenger.ts';
import type { Caller, Program } from '../../program.ts';
import { callbackOf, canReplace, choicesOf, deferralOf, editOf, followUpOf, type Outgoing } from '../reply.ts';
import { callerOf, messageRefOf, requestOf } from '../request.ts';
import type { Post } from './post.ts';

/** Discord waits 3 s for the first response; the rest is left for the way there. */
export const DEFER_AFTER_MILLISECONDS = 2000;

const STATUS_BAD_REQUEST = 400;
/** The interaction has expired, or has been answered: nothing is left to do, and nothing is broken. */
const ANSWERED_ALREADY_CODE = 40_060;
const HARMLESS_CODES: readonly unknown[] = [10_062, ANSWERED_ALREADY_CODE];

/** Taken away already. */
const UNKNOWN_MESSAGE_CODE = 10_008;

const WITH_RESPONSE = new URLSearchParams({ with_response: 'true' });

/** The id of the message in what Discord answers to a callback or an edit. */
function messageIdOf(answer: unknown): string | undefined {
	const { id, resource } = (answer ?? {}) as { id?: string; resource?: { message?: { id: string } } };
	return resource?.message?.id ?? id;
}

export interface ReceiverOptions {
	readonly deferAfterMilliseconds?: number;
	readonly logger: Logger;
	readonly messenger: Messenger;
	readonly post: Post;
	readonly program: Program;
}

export interface Receiver {
	/** Gives up what is in hand: that it cannot be sent any more is not worth a line for each. */
	abandon(): void;
	/** Takes an interaction in hand. Never throws. */
	receive(interaction: APIInteraction): void;
	/** Resolves when nothing is in hand any more. */
	settled(): Promise<void>;
	/** Takes no new ones from now on. */
	stop(): void;
}

export function createReceiver(options: ReceiverOptions): Receiver {
	const { deferAfterMilliseconds = DEFER_AFTER_MILLISECONDS, logger, messenger, post, program } = options;
	let inHand = 0;
	let isAbandoned = false;
	let isStopped = false;
	let onSettled: (() => void)[] = [];

	const fieldsOf = (interaction: APIInteraction, { asker, language }: Caller) => ({
		front: asker.front,
		guild: asker.guildId,
		interaction: interaction.id,
		interactionType: interaction.type,
		language,
		user: asker.userId,
	});

	const report = (error: unknown, interaction: APIInteraction, caller: Caller, more: object, what: string) => {
		if (isAbandoned) return;
		const { code } = error as { code?: unknown };
		const level = HARMLESS_CODES.includes(code) ? 'warn' : 'error';
		logger[level]({ ...fieldsOf(interaction, caller), ...more, err: error }, what);
	};

	const respond = (interaction: APIInteraction, outgoing: Outgoing, wantsMessage = false) =>
		post('POST', Routes.interactionCallback(interaction.id, interaction.token), outgoing, {
			isFirst: true,
			query: wantsMessage ? WITH_RESPONSE : undefined,
		});

	const edit = (interaction: APIInteraction, outgoing: Outgoing) =>
		post('PATCH', Routes.webhookMessage(interaction.application_id, interaction.token, '@original'), outgoing);

	/** Tells the answer where its message stands. The answer has been given: what fails now is only logged. */
	const announce = async (interaction: APIInteraction, caller: Caller, { modal, onSent }: Answer, sent: Promise<unknown>) => {
		const id = messageIdOf(await sent);
		if (!onSent || modal) return;
		try {
			if (id === undefined) throw new Error('Discord did not say where the message stands');
			await onSent(messageRefOf(interaction, id));
		} catch (error) {
			report(error, interaction, caller, {}, 'what follows an answer failed');
		}
	};

	/** Tells the answer that nobody has seen it. */
	const giveUp = async (interaction: APIInteraction, caller: Caller, { onLost }: Answer) => {
		try {
			await onLost?.();
		} catch (error) {
			report(error, interaction, caller, {}, 'what follows a lost answer failed');
		}
	};

	/** Sends an answer; when Discord finds fault with what is in it, an apology goes in its place. */
	const deliver = async (interaction: APIInteraction, caller: Caller, answer: Answer, send: (answer: Answer) => Promise<unknown>) => {
		try {
			await send(answer);
		} catch (error) {
			// What had arrived before it was sent again was seen.
			if ((error as { code?: unknown }).code !== ANSWERED_ALREADY_CODE) await giveUp(interaction, caller, answer);
			if ((error as { status?: unknown }).status !== STATUS_BAD_REQUEST || HARMLESS_CODES.includes((error as { code?: unknown }).code)) {
				report(error, interaction, caller, {}, 'a reply was not taken');
				return;
			}
			const id = randomUUID().slice(0, 8);
			report(error, interaction, caller, { errorId: id }, 'a reply was refused for what is in it');
			const apology: Answer = {
				message: { content: speakerOf(caller.language).say('error.unexpected', { id }) },
				outcome: 'error',
				private: true,
			};
			await send(apology).catch((second: unknown) => report(second, interaction, caller, { errorId: id }, 'an apology was not taken'));
		}
	};

	const answerNow = (interaction: APIInteraction, caller: Caller, answer: Answer) =>
		deliver(interaction, caller, answer, (it) => {
			const sent = respond(interaction, callbackOf(it, interaction, caller.asker.isExternal), it.onSent !== undefined);
			return announce(interaction, caller, it, sent);
		});

	/**
	 * Puts answers in the place of a deferral, which is as public as it began: one that others are to see, or not to see, is a message of its
	 * own. The deferral of a press is the message that was pressed.
	 */
	const completerOf = (interaction: APIInteraction, { asker }: Caller, isPublic: boolean) => {
		let stands = !canReplace(interaction);
		return async (answer: Answer): Promise<unknown> => {
			const isForAll = !answer.private && !asker.isExternal;
			if (stands ? isForAll === isPublic : answer.update && canReplace(interaction)) return edit(interaction, editOf(answer));
			// As long as the deferral stands, what follows it takes its place, and is as public.
			if (stands) {
				await post('DELETE', Routes.webhookMessage(interaction.application_id, interaction.token, '@original')).catch((error: unknown) => {
					if ((error as { code?: unknown }).code !== UNKNOWN_MESSAGE_CODE) throw error;
				});
			}
			stands = false;
			return post('POST', Routes.webhook(interaction.application_id, interaction.token), followUpOf(answer, !isForAll));
		};
	};

	const answerInTime = async (interaction: APIInteraction, caller: Caller, pending: Promise<Answer>, isPublic: boolean) => {
		let timer: NodeJS.Timeout | undefined;
		const patience = new Promise<null>((resolve) => {
			timer = setTimeout(resolve, deferAfterMilliseconds, null);
		});
		const early = await Promise.race([pending, patience]);
		clearTimeout(timer);
		if (early) return answerNow(interaction, caller, early);
		try {
			await respond(interaction, deferralOf(interaction, isPublic));
		} catch (error) {
			report(error, interaction, caller, {}, 'a deferral was not taken');
			return giveUp(interaction, caller, await pending);
		}
		const complete = completerOf(interaction, caller, isPublic);
		return deliver(interaction, caller, await pending, (it) => announce(interaction, caller, it, complete(it)));
	};

	const handle = (interaction: APIInteraction): Promise<void> => {
		const caller = callerOf(interaction, 'gateway', messenger);
		const request = requestOf(interaction);
		if (request.type === 'suggest') {
			return respond(interaction, choicesOf(program.suggest(request, caller))).then(
				() => undefined,
				(error: unknown) => report(error, interaction, caller, {}, 'suggestions were not taken'),
			);
		}
		const answer = program.answer(request, caller);
		if (!(answer instanceof Promise)) return answerNow(interaction, caller, answer);
		const isPublic = request.type === 'command' && !caller.asker.isExternal && program.commands.get(request.name)?.isPublic === true;
		return answerInTime(interaction, caller, answer, isPublic);
	};

	const finish = () => {
		inHand -= 1;
		if (inHand > 0 || onSettled.length === 0) return;
		const listeners = onSettled;
		onSettled = [];
		for (const resolve of listeners) resolve();
	};

	return {
		abandon() {
			isAbandoned = true;
		},
		receive(interaction) {
			if (isStopped) return;
			inHand += 1;
			try {
				handle(interaction)
					.catch((error: unknown) => logger.error({ err: error, front: 'gateway', interaction: interaction.id }, 'an interaction failed'))
					.finally(finish);
			} catch (error) {
				logger.error({ err: error, front: 'gateway', interaction: interaction.id }, 'an interaction could not be read');
				finish();
			}
		},
		settled: () => (inHand === 0 ? Promise.resolve() : new Promise((resolve) => onSettled.push(resolve))),
		stop() {
			isStopped = true;
		},
	};
}
