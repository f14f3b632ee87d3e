/** What people do, as Discord tells the bot: https://docs.discord.com/developers/interactions/receiving-and-responding */
import type { APIInteraction, APIUser } from 'discord-api-types/v10';
import { FLAG_EPHEMERAL, type Message, toApiMessage } from './exchange.ts';
import { findOptions, type OptionValue, type Registry, toOptions, underSubcommand } from './registry.ts';
import { type Guild, MEMBER_PERMISSIONS, memberOf, snowflake } from './world.ts';

/** Where something happens: a server, a direct message with the bot, or a private channel of other people. */
export type Place = 'bot-dm' | 'guild' | 'private';

export interface Circumstances {
	/** What the app may do in the channel; all that a bot usually may unless told otherwise. */
	readonly appPermissions?: bigint;
	/** A server unless told otherwise. */
	readonly context?: Place;
	readonly guild?: Guild;
	/**
	 * Whose installation of the app it was: the server's, unless it is a private channel, or the user's. In a server where
	 * only a user has it, the app is external.
	 */
	readonly installation?: 'both' | 'guild' | 'user';
	readonly locale?: string;
	/** What the person may do in the channel of the server; no more than any member unless told otherwise. */
	readonly permissions?: bigint;
	readonly user?: APIUser;
}

export interface InteractionsOptions {
	readonly applicationId: string;
	readonly bot: APIUser;
	readonly guild: Guild;
	readonly registry: Registry;
	readonly user: APIUser;
}

const CONTEXTS = { 'bot-dm': 1, guild: 0, private: 2 } as const;

/** A message that somebody wrote. */
export interface Target {
	readonly author?: APIUser;
	readonly content: string;
	readonly id?: string;
}

/** A form as the bot opened it. */
export interface ModalJson {
	readonly components: readonly {
		readonly component: {
			readonly custom_id: string;
			readonly max_length?: number;
			readonly min_length?: number;
			readonly required?: boolean;
			readonly type: number;
		};
		readonly label: string;
		readonly type: number;
	}[];
	readonly custom_id: string;
	readonly title: string;
}

const MESSAGE_COMMAND = 3;
const APP_PERMISSIONS = 2_248_473_465_835_073n;

export interface Interactions {
	autocomplete(
		name: string,
		option: string,
		text: string,
		args?: Readonly<Record<string, OptionValue>>,
		at?: Circumstances,
	): APIInteraction;
	command(name: string, options: Readonly<Record<string, OptionValue>>, at?: Circumstances): APIInteraction;
	component(
		message: Message,
		data: { component_type: number; custom_id: string; values?: readonly string[] },
		at?: Circumstances,
	): APIInteraction;
	/** Chosen in the menu of a message. */
	messageCommand(name: string, target: Target, at?: Circumstances): APIInteraction;
	/** A form that was filled in; `message`: under which the button stands that opened it. */
	submit(modal: ModalJson, fields: Readonly<Record<string, string>>, message: Message | undefined, at?: Circumstances): APIInteraction;
	/** One for a command that need not be registered, as a client with an old list sends it. */
	unregistered(name: string, at?: Circumstances): APIInteraction;
}

export function createInteractions({ applicationId, bot, guild: home, registry, user: asker }: InteractionsOptions): Interactions {
	const base = ({
		appPermissions = APP_PERMISSIONS,
		context = 'guild',
		guild = home,
		installation,
		locale = 'en-US',
		permissions,
		user = asker,
	}: Circumstances) => {
		const inGuild = context === 'guild';
		const whose = installation ?? (context === 'private' ? 'user' : 'guild');
		if (whose === 'guild' && context === 'private') throw new Error('only a user can have the app in a private channel');
		const owners = {
			...(whose === 'user' ? {} : { 0: inGuild ? guild.id : '0' }),
			...(whose === 'guild' ? {} : { 1: user.id }),
		};
		const id = snowflake();
		return {
			app_permissions: String(appPermissions),
			application_id: applicationId,
			attachment_size_limit: 10_485_760,
			authorizing_integration_owners: owners,
			channel: inGuild
				? { flags: 0, guild_id: guild.id, id: guild.channelId, name: 'general', permissions: '2248473465835073', position: 0, type: 0 }
				: { flags: 0, id: guild.channelId, recipients: [], type: context === 'private' ? 3 : 1 },
			channel_id: guild.channelId,
			context: CONTEXTS[context],
			entitlements: [],
			id,
			locale,
			token: Buffer.from(`interaction:${id}:${crypto.randomUUID()}`).toString('base64url'),
			version: 1,
			...(inGuild
				? {
						guild: { features: guild.isCommunity ? ['COMMUNITY', 'NEWS'] : [], id: guild.id, locale: guild.locale },
						guild_id: guild.id,
						guild_locale: guild.locale,
						member: memberOf(user, permissions),
					}
				: { user }),
		};
	};
	const finish = (interaction: object) => interaction as unknown as APIInteraction;

	const check = (name: string, at: Circumstances, type?: number) => {
		const command = registry.get(type === undefined ? (name.split(' ')[0] ?? '') : name, type);
		const { context = 'guild', permissions = MEMBER_PERMISSIONS } = at;
		if (command.contexts && !command.contexts.includes(CONTEXTS[context])) throw new Error(`/${name} is not offered in context ${context}`);
		if (at.installation === 'user' && !command.integration_types?.includes(1))
			throw new Error(`/${name} is not offered to users who installed the app`);
		const needed = BigInt(command.default_member_permissions ?? 0);
		const isAdministrator = (permissions & (1n << 3n)) !== 0n;
		if (context === 'guild' && !isAdministrator && (permissions & needed) !== needed)
			throw new Error(`/${name} is not shown to a member who may not use it`);
		return command;
	};

	return {
		autocomplete(name, option, text, args = {}, at = {}) {
			const command = check(name, at);
			const options = findOptions(command, name);
			const declared = options.find((it) => it.name === option);
			if (!declared || !('autocomplete' in declared) || !declared.autocomplete) throw new Error(`/${name} ${option} has no autocomplete`);
			const others = Object.entries(args).map(([key, value]) => ({
				name: key,
				type: options.find((it) => it.name === key)?.type,
				value,
			}));
			const typed = [...others, { focused: true, name: option, type: declared.type, value: text }];
			return finish({ ...base(at), data: { id: command.id, name: command.name, options: underSubcommand(name, typed), type: 1 }, type: 4 });
		},
		command(name, values, at = {}) {
			const command = check(name, at);
			const { options, users } = toOptions(command, name, values);
			const resolved = { users: Object.fromEntries(users.map((user) => [user.id, user])) };
			const data = { id: command.id, name: command.name, options, ...(users.length > 0 ? { resolved } : {}), type: 1 };
			return finish({ ...base(at), data, type: 2 });
		},
		component(message, data, at = {}) {
			const user = at.user ?? asker;
			if ((message.flags & FLAG_EPHEMERAL) !== 0 && message.interaction_metadata?.user.id !== user.id)
				throw new Error('this message is seen by its asker alone');
			return finish({ ...base(at), data: { id: 2, ...data }, message: toApiMessage(message, bot), type: 3 });
		},
		messageCommand(name, { author = asker, content, id = snowflake() }, at = {}) {
			const command = check(name, at, MESSAGE_COMMAND);
			const common = base(at);
			const message = {
				attachments: [],
				author,
				channel_id: common.channel_id,
				components: [],
				content,
				edited_timestamp: null,
				embeds: [],
				flags: 0,
				id,
				mention_everyone: false,
				mention_roles: [],
				mentions: [],
				pinned: false,
				timestamp: new Date().toISOString(),
				tts: false,
				type: 0,
			};
			const data = { id: command.id, name: command.name, resolved: { messages: { [id]: message } }, target_id: id, type: MESSAGE_COMMAND };
			return finish({ ...common, data, type: 2 });
		},
		submit(modal, fields, message, at = {}) {
			const inputs = modal.components.map(({ component }) => component);
			for (const id of Object.keys(fields))
				if (!inputs.some((input) => input.custom_id === id)) throw new Error(`the form has no input ${id}`);
			const components = inputs.map(({ custom_id, max_length = 4000, min_length = 0, required = true, type }, index) => {
				const value = fields[custom_id] ?? '';
				const least = required ? Math.max(1, min_length) : value === '' ? 0 : min_length;
				if (value.length < least || value.length > max_length)
					throw new Error(`the input ${custom_id} takes ${least} to ${max_length} characters`);
				return { component: { custom_id, id: 2 * index + 2, type, value }, id: 2 * index + 1, type: 18 };
			});
			const data = { components, custom_id: modal.custom_id };
			return finish({ ...base(at), data, ...(message ? { message: toApiMessage(message, bot) } : {}), type: 5 });
		},
		unregistered: (name, at = {}) => finish({ ...base(at), data: { id: snowflake(), name, type: 1 }, type: 2 }),
	};
}

/** A message with the given components that the bot is said to have sent some time ago. */
export function earlierMessage(asker: APIUser, components: readonly object[], flags = 0): Message {
	return {
		attachments: [],
		channel_id: snowflake(),
		components: [...components] as Message['components'],
		content: '',
		embeds: [],
		files: new Map(),
		flags,
		id: snowflake(),
		interaction_metadata: { authorizing_integration_owners: { 0: '0' }, id: snowflake(), type: 2, user: asker },
	};
}
