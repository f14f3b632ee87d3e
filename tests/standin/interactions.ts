/** What people do, as Discord tells the bot: https://docs.discord.com/developers/interactions/receiving-and-responding */
import type { APIInteraction, APIUser } from 'discord-api-types/v10';
import { FLAG_EPHEMERAL, type Message, toApiMessage } from './exchange.ts';
import { type OptionValue, type Registry, toOptions } from './registry.ts';
import { type Guild, memberOf, snowflake } from './world.ts';

/** Where something happens: a server, a direct message with the bot, or a private channel of other people. */
export type Place = 'bot-dm' | 'guild' | 'private';

export interface Circumstances {
	/** A server unless told otherwise. */
	readonly context?: Place;
	readonly guild?: Guild;
	/** Whose installation of the app it was: the server's, unless it is a private channel, or the user's. */
	readonly installation?: 'both' | 'guild' | 'user';
	readonly locale?: string;
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
	/** One for a command that need not be registered, as a client with an old list sends it. */
	unregistered(name: string, at?: Circumstances): APIInteraction;
}

export function createInteractions({ applicationId, bot, guild: home, registry, user: asker }: InteractionsOptions): Interactions {
	const base = ({ context = 'guild', guild = home, installation, locale = 'en-US', user = asker }: Circumstances) => {
		const inGuild = context === 'guild';
		const whose = installation ?? (context === 'private' ? 'user' : 'guild');
		if (whose === 'guild' && context === 'private') throw new Error('only a user can have the app in a private channel');
		const owners = {
			...(whose === 'user' ? {} : { 0: inGuild ? guild.id : '0' }),
			...(whose === 'guild' ? {} : { 1: user.id }),
		};
		const id = snowflake();
		return {
			app_permissions: '2248473465835073',
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
				? { guild: { features: [], id: guild.id, locale: 'en-US' }, guild_id: guild.id, guild_locale: 'en-US', member: memberOf(user) }
				: { user }),
		};
	};
	const finish = (interaction: object) => interaction as unknown as APIInteraction;

	const check = (name: string, at: Circumstances) => {
		const command = registry.get(name);
		const { context = 'guild' } = at;
		if (command.contexts && !command.contexts.includes(CONTEXTS[context])) throw new Error(`/${name} is not offered in context ${context}`);
		if (at.installation === 'user' && !command.integration_types?.includes(1))
			throw new Error(`/${name} is not offered to users who installed the app`);
		return command;
	};

	return {
		autocomplete(name, option, text, args = {}, at = {}) {
			const command = check(name, at);
			const declared = command.options?.find((it) => it.name === option);
			if (!declared || !('autocomplete' in declared) || !declared.autocomplete) throw new Error(`/${name} ${option} has no autocomplete`);
			const others = Object.entries(args).map(([key, value]) => ({
				name: key,
				type: command.options?.find((it) => it.name === key)?.type,
				value,
			}));
			const options = [...others, { focused: true, name: option, type: declared.type, value: text }];
			return finish({ ...base(at), data: { id: command.id, name, options, type: 1 }, type: 4 });
		},
		command(name, values, at = {}) {
			const command = check(name, at);
			return finish({ ...base(at), data: { id: command.id, name, options: toOptions(command, values), type: 1 }, type: 2 });
		},
		component(message, data, at = {}) {
			const user = at.user ?? asker;
			if ((message.flags & FLAG_EPHEMERAL) !== 0 && message.interaction_metadata.user.id !== user.id)
				throw new Error('this message is seen by its asker alone');
			return finish({ ...base(at), data: { id: 2, ...data }, message: toApiMessage(message, bot), type: 3 });
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
