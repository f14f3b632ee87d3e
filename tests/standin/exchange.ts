/** One interaction and what became of it: the first response, later edits, the message as it stands. */
import type { APIInteraction, APIUser } from 'discord-api-types/v10';
import type { ModalJson } from './interactions.ts';
import type { SentFile } from './limits.ts';
import { snowflake } from './world.ts';

type Json = Record<string, unknown>;

export const FLAG_EPHEMERAL = 64;
const FLAG_LOADING = 128;

/** A message as it stands in a channel. */
export interface Message {
	readonly id: string;
	attachments: { description?: string; filename: string; id: string; size: number; url: string }[];
	channel_id: string;
	components: Json[];
	content: string;
	embeds: Json[];
	/** The bytes, by the attachment's name. */
	files: Map<string, SentFile>;
	flags: number;
	/** None when the bot sent it by itself. */
	readonly interaction_metadata?: {
		readonly authorizing_integration_owners: object;
		readonly id: string;
		readonly type: number;
		readonly user: APIUser;
	};
}

/** What came back. `message` is live: later edits show in it. */
export interface Reply {
	/** Lines of autocomplete; empty for other replies. */
	readonly choices: readonly { readonly name: string; readonly value: string }[];
	/** How often the message was edited after it was sent. */
	readonly edits: number;
	readonly exchange: Exchange;
	readonly followups: readonly Message[];
	readonly isPrivate: boolean;
	readonly isUpdate: boolean;
	readonly message: Message;
	/** From sending the interaction to the first response. */
	readonly milliseconds: number;
	/** The form that was opened; throws when none was. */
	readonly modal: ModalJson;
	/** The type of the first response. */
	readonly type: number;
}

export interface Exchange {
	/** The first response, also a deferral. Rejects when none comes in time. */
	readonly acknowledged: Promise<{ readonly data: Json | undefined; readonly type: number }>;
	readonly interaction: APIInteraction;
	/** The reply, after a deferral the edited one. Rejects when no first response comes in time. */
	readonly reply: Promise<Reply>;
}

/** An exchange as the REST side sees it. */
export interface OpenExchange extends Exchange {
	readonly isAcknowledged: boolean;
	readonly isExpired: boolean;
	readonly original: Message | undefined;
	/** The first response. */
	acknowledge(type: number, data: Json | undefined, files: readonly SentFile[]): Message | undefined;
	deleteOriginal(): void;
	edit(body: Json, files: readonly SentFile[]): Message;
	/** From now on the token is not valid. */
	expire(): void;
	followUp(body: Json, files: readonly SentFile[]): Message;
}

export interface ExchangeOptions {
	readonly describe: string;
	readonly interaction: APIInteraction;
	/** The message whose component was used. */
	readonly pressed?: Message;
	readonly withinMilliseconds: number;
}

export function openExchange({ describe, interaction, pressed, withinMilliseconds }: ExchangeOptions): OpenExchange {
	const acknowledged = Promise.withResolvers<{ data: Json | undefined; type: number }>();
	const settled = Promise.withResolvers<Reply>();
	// Nobody need look at either.
	acknowledged.promise.catch(() => undefined);
	settled.promise.catch(() => undefined);
	const started = performance.now();
	const user = interaction.member?.user ?? (interaction.user as APIUser);
	const followups: Message[] = [];
	let choices: Reply['choices'] = [];
	let edits = 0;
	let isAcknowledged = false;
	let isExpired = false;
	let milliseconds = 0;
	let modal: ModalJson | undefined;
	let original: Message | undefined;
	let type = 0;

	const timer = setTimeout(() => {
		isExpired = true;
		const error = new Error(`no response to ${describe} within ${withinMilliseconds} ms`);
		acknowledged.reject(error);
		settled.reject(error);
	}, withinMilliseconds);
	timer.unref();

	const create = (body: Json, files: readonly SentFile[]): Message =>
		createMessage(interaction.channel?.id ?? '', body, files, {
			authorizing_integration_owners: interaction.authorizing_integration_owners,
			id: interaction.id,
			type: interaction.type,
			user,
		});
	const settle = () => settled.resolve(reply);
	const exchange: OpenExchange = {
		acknowledge(callbackType, data, files) {
			clearTimeout(timer);
			isAcknowledged = true;
			milliseconds = performance.now() - started;
			type = callbackType;
			acknowledged.resolve({ data, type });
			if (type === 9) modal = data as unknown as ModalJson;
			else if (type === 8) choices = ((data?.choices as Reply['choices'] | undefined) ?? []).slice();
			else if (type === 4) original = create(data ?? {}, files);
			else if (type === 5) original = create({ flags: ((data?.flags as number | undefined) ?? 0) | FLAG_LOADING }, []);
			else if (type === 6 || type === 7) {
				original = pressed;
				if (type === 7 && pressed) applyBody(pressed, data ?? {}, files);
			}
			if (type !== 5 && type !== 6) settle();
			return original;
		},
		acknowledged: acknowledged.promise,
		deleteOriginal() {
			original = undefined;
		},
		edit(body, files) {
			original ??= create({}, []);
			original.flags &= ~FLAG_LOADING;
			applyBody(original, body, files);
			edits += 1;
			settle();
			return original;
		},
		expire() {
			isExpired = true;
		},
		followUp(body, files) {
			const message = create(body, files);
			followups.push(message);
			// A press that was deferred shows nothing: what follows is its answer.
			if (type === 6) original = message;
			if (!original || type === 6) settle();
			return message;
		},
		interaction,
		get isAcknowledged() {
			return isAcknowledged;
		},
		get isExpired() {
			return isExpired;
		},
		get original() {
			return original;
		},
		reply: settled.promise,
	};
	const reply: Reply = {
		get choices() {
			return choices;
		},
		get edits() {
			return edits;
		},
		exchange,
		followups,
		get isPrivate() {
			return ((original?.flags ?? 0) & FLAG_EPHEMERAL) !== 0;
		},
		get isUpdate() {
			return type === 7 || (type === 6 && original === pressed);
		},
		get message() {
			if (!original) throw new Error(`${describe} has no message`);
			return original;
		},
		get modal() {
			if (!modal) throw new Error(`${describe} has no form`);
			return modal;
		},
		get milliseconds() {
			return milliseconds;
		},
		get type() {
			return type;
		},
	};
	return exchange;
}

/** A new message in a channel; one that the bot sent by itself answers no interaction. */
export function createMessage(
	channelId: string,
	body: Json,
	files: readonly SentFile[],
	metadata?: Message['interaction_metadata'],
): Message {
	const message: Message = {
		attachments: [],
		channel_id: channelId,
		components: [],
		content: '',
		embeds: [],
		files: new Map(),
		flags: 0,
		id: snowflake(),
		...(metadata ? { interaction_metadata: metadata } : {}),
	};
	applyBody(message, body, files);
	return message;
}

/** Changes a message as an edit does: what is left out stays as it was. */
export function applyBody(message: Message, body: Json, files: readonly SentFile[]): void {
	if ('content' in body) message.content = (body.content as string | null) ?? '';
	if ('embeds' in body) message.embeds = (body.embeds as Json[] | null) ?? [];
	if ('components' in body) message.components = (body.components as Json[] | null) ?? [];
	// Whether a message is private cannot change after it was sent.
	if (typeof body.flags === 'number') message.flags = body.flags | (message.flags & FLAG_EPHEMERAL);
	const listed = body.attachments as { description?: string; filename?: string; id: number | string }[] | null | undefined;
	const kept = listed ? message.attachments.filter(({ id }) => listed.some((it) => String(it.id) === id)) : message.attachments;
	const added = files.map((file) => {
		const about = listed?.find(({ id }) => file.field === `files[${id}]`);
		const id = snowflake();
		const filename = about?.filename ?? file.name;
		return {
			description: about?.description,
			filename,
			id,
			size: file.data.length,
			url: `https://cdn.discordapp.com/attachments/0/${id}/${filename}`,
		};
	});
	message.attachments = [...kept, ...added];
	message.files = new Map([...message.files].filter(([name]) => kept.some(({ filename }) => filename === name)));
	for (const [index, file] of files.entries()) message.files.set(added[index]?.filename ?? file.name, file);
}

/** The message as Discord sends it. */
export function toApiMessage(message: Message, application: APIUser): Json {
	const { files: _files, ...rest } = message;
	return {
		...rest,
		application_id: application.id,
		author: application,
		edited_timestamp: null,
		mention_everyone: false,
		mention_roles: [],
		mentions: [],
		pinned: false,
		timestamp: new Date().toISOString(),
		tts: false,
		type: 20,
		webhook_id: application.id,
	};
}
