/** From an answer to what Discord's API takes: the body of a callback or an edit, and the files that go with it. */
import type { APIInteraction } from 'discord-api-types/v10';
import type { Answer, Choice, MessageJson, Modal } from '../answer.ts';
import { KeptChoice, writtenChoice } from '../choice.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
const CALLBACK_MESSAGE = 4;
const CALLBACK_DEFERRED_MESSAGE = 5;
const CALLBACK_DEFERRED_UPDATE = 6;
const CALLBACK_UPDATE = 7;
const CALLBACK_CHOICES = 8;
const CALLBACK_MODAL = 9;

const TYPE_MODAL = 5;

const FLAG_EPHEMERAL = 1 << 6;
const COMPONENT_LABEL = 18;
const COMPONENT_TEXT_INPUT = 4;
const STYLE_SHORT = 1;
const STYLE_PARAGRAPH = 2;

/** Nothing that we write may ping anybody, whatever a person typed and whatever a source says. */
const NO_MENTIONS = { parse: [] as const };

export type Files = NonNullable<MessageJson['files']>;

export interface Outgoing {
	readonly body: object;
	/** The same as bytes, where these are kept, or had for less than by writing the body. */
	readonly bytes?: () => Uint8Array;
	readonly files: Files;
}

const NO_FILES: Files = [];

const attachmentsOf = (files: Files) => files.map(({ description, name }, id) => ({ description, filename: name, id: String(id) }));

/** A new message. */
function messageBody(message: MessageJson, isPrivate: boolean): object {
	const { components, content, embeds, files } = message;
	return {
		allowed_mentions: NO_MENTIONS,
		attachments: files && attachmentsOf(files),
		components,
		content,
		embeds,
		flags: isPrivate ? FLAG_EPHEMERAL : undefined,
	};
}

/** A message in the place of another: what is not in it must be taken away, for what is left out stays as it was. */
function replacementBody(message: MessageJson): object {
	const { components = [], content = null, embeds = [], files = NO_FILES } = message;
	return { allowed_mentions: NO_MENTIONS, attachments: attachmentsOf(files), components, content, embeds };
}

/** A form. */
function modalBody({ customId, inputs, title }: Modal): object {
	return {
		components: inputs.map(({ description, id, label, maxLength, minLength, multiline = false, placeholder, required = true, value }) => ({
			component: {
				custom_id: id,
				max_length: maxLength,
				min_length: minLength,
				placeholder,
				required,
				style: multiline ? STYLE_PARAGRAPH : STYLE_SHORT,
				type: COMPONENT_TEXT_INPUT,
				value,
			},
			description,
			label,
			type: COMPONENT_LABEL,
		})),
		custom_id: customId,
		title,
	};
}

/** Whether the answer can be a form: a form cannot open another one. */
const canOpen = (interaction: APIInteraction): boolean => (interaction.type as number) !== TYPE_MODAL;

/** Answers that are given again (see `cards/finding.ts`) are sent again as they were: the same object. */
const callbacks = new WeakMap<Answer, Outgoing>();

function once(given: Answer, make: () => Outgoing): Outgoing {
	let outgoing = callbacks.get(given);
	if (!outgoing) {
		const { body, files } = make();
		let written: Uint8Array | undefined;
		outgoing = { body, bytes: () => (written ??= Buffer.from(JSON.stringify(body))), files };
		callbacks.set(given, outgoing);
	}
	return outgoing;
}

/** The first response to an interaction. `alone`: whatever the answer says, nobody but the asker may see it. */
export function callbackOf(answer: Answer, interaction: APIInteraction, alone = false): Outgoing {
	const { message, modal } = answer;
	if (modal && canOpen(interaction)) return { body: { data: modalBody(modal), type: CALLBACK_MODAL }, files: NO_FILES };
	const files = message.files ?? NO_FILES;
	if (answer.update && canReplace(interaction)) {
		return { body: { data: replacementBody(message), type: CALLBACK_UPDATE }, files };
	}
	const make = (isPrivate: boolean) => ({ body: { data: messageBody(message, isPrivate), type: CALLBACK_MESSAGE }, files });
	return alone ? make(true) : once(answer, () => make(answer.private));
}

/** Only a component, and a form that one opened, has a message to replace. */
export const canReplace = (interaction: APIInteraction): boolean => 'message' in interaction && Boolean(interaction.message);

/**
 * That the answer takes longer. To a command, “thinking…”: before the asker alone, for whether the answer will be private is not known yet,
 * or before everybody, for a command that speaks to everybody. To a press nothing is shown: its answer may take the place of the message.
 */
export function deferralOf(interaction: APIInteraction, isPublic: boolean): Outgoing {
	if (canReplace(interaction)) return { body: { type: CALLBACK_DEFERRED_UPDATE }, files: NO_FILES };
	return { body: { ...(isPublic ? {} : { data: { flags: FLAG_EPHEMERAL } }), type: CALLBACK_DEFERRED_MESSAGE }, files: NO_FILES };
}

/** An answer after a deferral that others saw or did not see, as this answer is not to be. */
export const followUpOf = ({ message }: Pick<Answer, 'message'>, isPrivate: boolean): Outgoing => ({
	body: messageBody(message, isPrivate),
	files: message.files ?? NO_FILES,
});

/** A message of the bot's own to a channel. */
export function channelMessageOf(message: MessageJson): Outgoing {
	return { body: messageBody(message, false), files: message.files ?? NO_FILES };
}

/** The answer in the place of a deferral, or a message in the place of another. */
export function editOf({ message }: Pick<Answer, 'message'>): Outgoing {
	return { body: replacementBody(message), files: message.files ?? NO_FILES };
}

function bytesOfChoices(choices: readonly Choice[]): Uint8Array {
	const lines = choices.map((choice) => (choice instanceof KeptChoice ? choice.written : writtenChoice(choice)));
	return Buffer.from(`{"type":${CALLBACK_CHOICES},"data":{"choices":[${lines.join(',')}]}}`, 'latin1');
}

/** Lines of autocomplete. */
export const choicesOf = (choices: readonly Choice[]): Outgoing => ({
	body: { data: { choices }, type: CALLBACK_CHOICES },
	bytes: () => bytesOfChoices(choices),
	files: NO_FILES,
});
