/** From a raw interaction, as the gateway receives it, to a request of the program. */
import type { APIInteraction, APIMessage, APIUser } from 'discord-api-types/v10';
import type { ArgumentValue, Asker, Front, Person, Request, TargetMessage } from '../answer.ts';
import { type Language, languageOf } from '../messages/index.ts';
import type { MessageRef, Messenger } from '../messenger.ts';
import { ALL_PERMISSIONS, may } from '../permissions.ts';
import type { Caller } from '../program.ts';

/** https://docs.discord.com/developers/interactions/receiving-and-responding */
const TYPE_COMPONENT = 3;
const TYPE_AUTOCOMPLETE = 4;
const TYPE_MODAL = 5;
const COMMAND_ON_MESSAGE = 3;
const OPTION_SUBCOMMAND = 1;
const CONTEXT_BOT_DM = 1;
const DEFAULT_LOCALE = 'en-US';
const FLAG_EPHEMERAL = 64;
const INSTALLED_BY_SERVER = '0';
/** The token of an interaction is good for 15 min; the last one is left for the way there. */
const TOKEN_MILLISECONDS = 14 * 60_000;

interface RawOption {
	readonly focused?: boolean;
	readonly name: string;
	readonly options?: readonly RawOption[];
	readonly type?: number;
	readonly value?: ArgumentValue;
}

/** What a form sends back: a text input, or something that holds one. */
interface RawField {
	readonly component?: RawField;
	readonly components?: readonly RawField[];
	readonly custom_id?: string;
	readonly value?: unknown;
}

interface RawMember {
	readonly nick?: string | null;
	readonly permissions?: string;
	readonly user: APIUser;
}

/** The fields that are read here, whatever the interaction's type. */
interface RawInteraction {
	/** Of the app, where it is asked. */
	readonly app_permissions?: string;
	readonly authorizing_integration_owners?: Readonly<Record<string, string>>;
	readonly channel?: { readonly id: string };
	readonly channel_id?: string;
	readonly context?: number;
	readonly data?: {
		readonly components?: readonly RawField[];
		readonly custom_id?: string;
		readonly name?: string;
		readonly options?: readonly RawOption[];
		readonly resolved?: {
			readonly members?: Readonly<Record<string, Omit<RawMember, 'user'>>>;
			readonly messages?: Readonly<Record<string, APIMessage>>;
			readonly users?: Readonly<Record<string, APIUser>>;
		};
		readonly target_id?: string;
		readonly type?: number;
		readonly values?: readonly string[];
	};
	readonly guild?: { readonly features?: readonly string[] };
	readonly guild_id?: string;
	readonly guild_locale?: string;
	readonly id?: string;
	readonly locale?: string;
	readonly member?: RawMember;
	readonly message?: Pick<APIMessage, 'embeds' | 'flags' | 'id' | 'interaction_metadata'>;
	readonly token?: string;
	readonly type: number;
	readonly user?: APIUser;
}

/** What the person did. Kinds of interaction that we do not offer become a request that the program refuses. */
export function requestOf(interaction: APIInteraction): Request {
	const raw = interaction as unknown as RawInteraction;
	const { data } = raw;
	if (raw.type === TYPE_COMPONENT || raw.type === TYPE_MODAL) {
		const { id, message } = raw;
		const under = message ? { at: messageRef(raw, message.id), embeds: message.embeds } : {};
		const call = { customId: data?.custom_id ?? '', ...(id ? { id } : {}), isPrivate: isPrivate(raw), own: isOwn(raw), ...under };
		if (raw.type === TYPE_COMPONENT) return { ...call, type: 'press', values: data?.values ?? [] };
		return { ...call, fields: fieldsOf(data?.components ?? []), type: 'submit' };
	}
	const target = data?.type === COMMAND_ON_MESSAGE ? data.resolved?.messages?.[data.target_id ?? ''] : undefined;
	if (target) return { message: targetOf(target, raw), name: data?.name ?? '', type: 'message-command' };
	const [sub] = data?.options ?? [];
	const isSub = sub?.type === OPTION_SUBCOMMAND;
	const typed = data?.name ?? '';
	const name = isSub ? `${typed} ${sub.name}` : typed;
	const args: Record<string, ArgumentValue> = {};
	let focused: RawOption | undefined;
	for (const option of (isSub ? sub.options : data?.options) ?? []) {
		if (option.focused) focused = option;
		else if (option.value !== undefined) args[option.name] = option.value;
	}
	if (raw.type === TYPE_AUTOCOMPLETE)
		return { args, name, option: focused?.name ?? '', text: String(focused?.value ?? ''), type: 'suggest' };
	return { args, name, people: peopleOf(raw), type: 'command' };
}

/** Who asked, and where. */
export const callerOf = (interaction: APIInteraction, front: Front, messenger?: Messenger): Caller =>
	new InteractionCaller(interaction as unknown as RawInteraction, front, messenger);

/** Most of it is read when it is asked for: lines of autocomplete, which come with every letter, need the language alone. */
class InteractionCaller implements Caller {
	readonly language: Language;
	readonly messenger: Messenger | undefined;
	#asker: Asker | undefined;
	readonly #front: Front;
	readonly #raw: RawInteraction;

	constructor(raw: RawInteraction, front: Front, messenger: Messenger | undefined) {
		this.language = languageOf(raw.locale);
		this.messenger = messenger;
		this.#front = front;
		this.#raw = raw;
	}

	get asker(): Asker {
		return (this.#asker ??= askerOf(this.#raw, this.#front));
	}

	get publicLanguage(): Language {
		// Where the app is a guest, nobody else sees what it says.
		return isExternal(this.#raw) ? this.language : publicLanguageOf(this.#raw, this.language);
	}
}

/**
 * The server's language. Only a community can choose one: of all other servers Discord says that they speak American
 * English, which nobody there has decided, so that the asker's is the better guess.
 */
function publicLanguageOf({ guild, guild_locale: locale }: RawInteraction, language: Language): Language {
	const isDefault = locale === DEFAULT_LOCALE && guild?.features !== undefined && !guild.features.includes('COMMUNITY');
	return locale === undefined || isDefault ? language : languageOf(locale);
}

function askerOf(raw: RawInteraction, front: Front): Asker {
	const user = userOf(raw);
	return {
		canSeePictures: canAttach(raw),
		channelId: channelOf(raw),
		displayName: nameOf(user, raw.member?.nick),
		front,
		guildId: raw.guild_id,
		isExternal: isExternal(raw),
		permissions: permissionsOf(raw),
		userId: user?.id ?? '',
	};
}

/** In a server the app is a guest where nobody but a user has installed it. */
function isExternal({ authorizing_integration_owners: owners, guild_id: guild }: RawInteraction): boolean {
	return guild !== undefined && owners !== undefined && owners[INSTALLED_BY_SERVER] === undefined;
}

/** What is not said of the app is left to Discord to refuse. */
const canAttach = ({ app_permissions: permissions = '' }: RawInteraction): boolean =>
	!/^\d{1,20}$/.test(permissions) || may({ permissions: BigInt(permissions) }, 'attachFiles');

/** Where there is no server, nobody is above the asker; in a server, what is not said is not allowed. */
function permissionsOf({ guild_id: guild, member }: RawInteraction): bigint {
	if (guild === undefined) return ALL_PERMISSIONS;
	return /^\d{1,20}$/.test(member?.permissions ?? '') ? BigInt(member?.permissions as string) : 0n;
}

const channelOf = (raw: RawInteraction): string | undefined => raw.channel_id ?? raw.channel?.id;

const nameOf = (user: Pick<APIUser, 'global_name' | 'username'> | undefined, nick?: string | null): string =>
	nick || user?.global_name || user?.username || '';

/** In a server the user stands inside the member. */
const userOf = ({ member, user }: RawInteraction): APIUser | undefined => member?.user ?? user;

function peopleOf({ data }: RawInteraction): Person[] {
	const { members = {}, users = {} } = data?.resolved ?? {};
	return Object.entries(users).map(([id, user]) => ({ id, isBot: user.bot ?? false, name: nameOf(user, members[id]?.nick) }));
}

/** What was written into a form, wherever Discord's layout puts the inputs. */
function fieldsOf(components: readonly RawField[]): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const { component, components: inner = [], custom_id: id, value } of components) {
		if (id !== undefined && typeof value === 'string') fields[id] = value;
		Object.assign(fields, fieldsOf(component ? [component, ...inner] : inner));
	}
	return fields;
}

function targetOf({ author, content, id }: APIMessage, raw: RawInteraction): TargetMessage {
	const channelId = channelOf(raw) ?? '';
	const { guild_id: guildId } = raw;
	const nick = raw.data?.resolved?.members?.[author.id]?.nick;
	return {
		authorId: author.id,
		authorName: nameOf(author, nick),
		channelId,
		content,
		guildId,
		id,
		url: `https://discord.com/channels/${guildId ?? '@me'}/${channelId}/${id}`,
	};
}

/** A message by which the interaction was made, or that answers it. */
export function messageRefOf(interaction: APIInteraction, messageId: string): MessageRef {
	return messageRef(interaction as unknown as RawInteraction, messageId);
}

function messageRef(raw: RawInteraction, messageId: string): MessageRef {
	const ref = { channelId: channelOf(raw) ?? '', messageId };
	return raw.token ? { ...ref, reply: { token: raw.token, until: Date.now() + TOKEN_MILLISECONDS } } : ref;
}

const isPrivate = ({ message }: RawInteraction): boolean => ((message?.flags ?? 0) & FLAG_EPHEMERAL) !== 0;

/** A message that only the presser can see is always theirs, and so is a form that a command opened. */
function isOwn(raw: RawInteraction): boolean {
	if (raw.context === CONTEXT_BOT_DM || isPrivate(raw)) return true;
	if (raw.type === TYPE_MODAL && !raw.message) return true;
	const asker = raw.message?.interaction_metadata?.user.id;
	return asker !== undefined && asker === userOf(raw)?.id;
}
