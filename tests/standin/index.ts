/**
 * A stand-in for Discord: its HTTP API and its gateway on a local port, the people who use the bot, and trouble on
 * demand. A bot is pointed at `url` by `DISCORD_API_URL`.
 *
 * @example
 * const standin = await createStandin();
 * // … start a bot with standin.url and standin.token …
 * await standin.whenRegistered();
 * const reply = await standin.sendCommand('event', { query: 'nomonhan' });
 * reply.message.embeds[0].title;
 * await standin.press(reply, 'Cite');
 * standin.violations; // payloads that Discord would refuse: []
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { APIInteraction, APIUser } from 'discord-api-types/v10';
import { type Exchange, type Message, type OpenExchange, openExchange, type Reply } from './exchange.ts';
import { createFaults, type Failures } from './faults.ts';
import { createGateway, type GatewayControls } from './gateway.ts';
import { type Circumstances, createInteractions, earlierMessage, type Target } from './interactions.ts';
import { createRegistry, type OptionValue, type Registry } from './registry.ts';
import { createRest, type Received } from './rest.ts';
import { createGuild, createUser, type Guild, snowflake } from './world.ts';

export type { Exchange, Message, Reply } from './exchange.ts';
export type { Circumstances, Target } from './interactions.ts';
export type { Received } from './rest.ts';

export interface StandinOptions {
	readonly applicationId?: string;
	/** What the gateway takes for the token; the same as the HTTP API unless told otherwise. */
	readonly gatewayToken?: string;
	/** How many servers the bot is in; 1 unless told otherwise. */
	readonly guilds?: number;
	readonly heartbeatMilliseconds?: number;
	readonly port?: number;
	/** Keeps every request and event; off for long runs. */
	readonly record?: boolean;
	/** Discord's own 3 s unless told otherwise. */
	readonly responseWithinMilliseconds?: number;
	readonly token?: string;
	/** Holds every payload against the limits and the description; off for measurements. */
	readonly validate?: boolean;
}

type Values = Readonly<Record<string, OptionValue>>;

export interface Standin {
	readonly applicationId: string;
	readonly bot: APIUser;
	readonly commands: Registry['commands'];
	/** How often the bot wrote its commands. */
	readonly commandWrites: number;
	readonly failures: Failures;
	readonly gateway: GatewayControls;
	readonly guilds: readonly Guild[];
	/** What the bot sent to channels by itself, in order; live. A button of one is pressed as that of a reply. */
	readonly posted: readonly Message[];
	/** Every request, in order. */
	readonly received: readonly Received[];
	readonly token: string;
	/** For `DISCORD_API_URL`. */
	readonly url: string;
	/** The person who does everything, unless told otherwise. */
	readonly user: APIUser;
	/** What the bot sent that Discord would refuse. */
	readonly violations: readonly string[];
	/** Types into an option; resolves to the lines that are suggested. */
	autocomplete(name: string, option: string, text: string, args?: Values, at?: Circumstances): Promise<Reply['choices']>;
	close(): Promise<void>;
	createUser(name: string): APIUser;
	/** Sends a raw interaction. For what the other functions do not offer. */
	dispatch(interaction: APIInteraction, describe: string, pressed?: Message): Exchange;
	/** Lets the token of an exchange expire, as it does after 3 s or 15 min. */
	expire(exchange: Exchange): void;
	/** Presses a button, found by its label or its custom_id. Throws when there is none or it is disabled. */
	press(reply: Pick<Reply, 'message'>, button: string, at?: Circumstances): Promise<Reply>;
	/** Presses a button of a message that was sent some time ago, maybe by another version. */
	pressEarlier(customId: string, at?: Circumstances): Promise<Reply>;
	/** Chooses in a menu, found by its placeholder or its custom_id. Throws when it does not offer the values. */
	select(reply: Pick<Reply, 'message'>, menu: string, values: readonly string[], at?: Circumstances): Promise<Reply>;
	/** Sends a command; resolves when it is answered, after a deferral with the edited reply. */
	sendCommand(name: string, options?: Values, at?: Circumstances): Promise<Reply>;
	/** Chooses a command in the menu of a message, by the name that is shown in English. */
	sendMessageCommand(name: string, target: Target, at?: Circumstances): Promise<Reply>;
	/** Sends a command that need not be registered. */
	sendUnregistered(name: string, at?: Circumstances): Promise<Reply>;
	/** Sends a command and does not wait. */
	startCommand(name: string, options?: Values, at?: Circumstances): Exchange;
	/** Fills in the form that a reply opened, and sends it. Throws where a client would not let a person send it. */
	submit(reply: Reply, fields: Readonly<Record<string, string>>, at?: Circumstances): Promise<Reply>;
	/** Resolves when the bot has written its commands for the nth time (the first unless told otherwise). */
	whenRegistered(writes?: number): Promise<void>;
}

export async function createStandin(options: StandinOptions = {}): Promise<Standin> {
	const {
		guilds: guildCount = 1,
		heartbeatMilliseconds = 41_250,
		port = 0,
		record = true,
		responseWithinMilliseconds = 3000,
		validate = true,
	} = options;
	const applicationId = options.applicationId ?? snowflake();
	const token = options.token ?? 'MTIzNDU2Nzg5MDEyMzQ1Njc4.stand-in.token';
	const bot = createUser('Variorum', { bot: true, id: applicationId });
	const user = createUser('Asker');
	const guilds = Array.from({ length: guildCount }, (_, index) => createGuild(`Server ${index + 1}`));
	const registry = createRegistry(applicationId);
	const faults = createFaults();
	const byToken = new Map<string, OpenExchange>();
	/** The message under which the button of an interaction stands. */
	const pressedBy = new Map<string, Message>();
	let onWrite: (() => void)[] = [];

	let base = '';
	const gatewayUrl = () => `ws://${base}/gateway`;
	const rest = createRest({
		applicationId,
		bot,
		exchanges: {
			byInteraction: (id, key) => (byToken.get(key)?.interaction.id === id ? byToken.get(key) : undefined),
			byMessage: (id) => byToken.values().find(({ original }) => original?.id === id),
			byToken: (key) => byToken.get(key),
		},
		faults,
		gatewayUrl,
		record,
		registry,
		token,
		validate,
	});
	const server = createServer((request, response) => {
		response.on('finish', () => {
			for (const check of onWrite) check();
		});
		rest.handle(request, response);
	});
	const gateway = createGateway({
		applicationId,
		bot,
		guilds,
		heartbeatMilliseconds,
		replay: record,
		server,
		token: options.gatewayToken ?? token,
		url: gatewayUrl,
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
	const interactions = createInteractions({ applicationId, bot, guild: guilds[0] ?? createGuild('Nowhere'), registry, user });

	const dispatch = (interaction: APIInteraction, describe: string, pressed?: Message): OpenExchange => {
		const exchange = openExchange({ describe, interaction, pressed, withinMilliseconds: responseWithinMilliseconds });
		byToken.set(interaction.token, exchange);
		if (pressed && record) pressedBy.set(interaction.id, pressed);
		// Without a record, an exchange is forgotten once it is answered.
		if (!record)
			exchange.reply.then(
				() => byToken.delete(interaction.token),
				() => byToken.delete(interaction.token),
			);
		gateway.dispatch('INTERACTION_CREATE', interaction);
		return exchange;
	};

	const standin: Standin = {
		applicationId,
		async autocomplete(name, option, text, args, at) {
			return (await dispatch(interactions.autocomplete(name, option, text, args, at), `/${name} ${option}:${text}`).reply).choices;
		},
		bot,
		async close() {
			await gateway.shutDown();
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
		get commands() {
			return registry.commands;
		},
		get commandWrites() {
			return registry.writes;
		},
		createUser: (name) => createUser(name),
		dispatch,
		expire: ({ interaction }) => byToken.get(interaction.token)?.expire(),
		failures: faults,
		gateway,
		guilds,
		async press({ message }, button, at) {
			const { custom_id, disabled, url } = findComponent(message, [2], button);
			if (disabled || url) throw new Error(`the button ${button} ${disabled ? 'is disabled' : 'is a link'}`);
			return dispatch(interactions.component(message, { component_type: 2, custom_id }, at), `the button ${button}`, message).reply;
		},
		async pressEarlier(customId, at) {
			const message = earlierMessage(at?.user ?? user, [
				{ components: [{ custom_id: customId, label: 'Old', style: 2, type: 2 }], type: 1 },
			]);
			return dispatch(
				interactions.component(message, { component_type: 2, custom_id: customId }, at),
				`the old button ${customId}`,
				message,
			).reply;
		},
		posted: rest.posted,
		received: rest.received,
		async select({ message }, menu, values, at) {
			const { custom_id, max_values = 1, min_values = 1, options: offered = [] } = findComponent(message, [3], menu);
			const missing = values.filter((value) => !offered.some((option) => option.value === value));
			if (missing.length > 0)
				throw new Error(
					`the menu ${menu} does not offer ${missing.join(', ')}; it offers ${offered.map((option) => option.value).join(', ')}`,
				);
			if (values.length < min_values || values.length > max_values)
				throw new Error(`the menu ${menu} takes ${min_values} to ${max_values} values`);
			return dispatch(interactions.component(message, { component_type: 3, custom_id, values }, at), `the menu ${menu}`, message).reply;
		},
		sendCommand: async (name, values = {}, at) => standin.startCommand(name, values, at).reply,
		sendMessageCommand: async (name, target, at) => dispatch(interactions.messageCommand(name, target, at), `${name} on a message`).reply,
		sendUnregistered: async (name, at) => dispatch(interactions.unregistered(name, at), `/${name}`).reply,
		startCommand: (name, values = {}, at) => dispatch(interactions.command(name, values, at), `/${name} ${JSON.stringify(values)}`),
		async submit({ exchange, modal }, fields, at) {
			const opener = exchange.interaction.message && pressedBy.get(exchange.interaction.id);
			return dispatch(interactions.submit(modal, fields, opener, at), `the form ${modal.title}`, opener).reply;
		},
		token,
		get url() {
			return `http://${base}/api`;
		},
		user,
		get violations() {
			return rest.violations;
		},
		whenRegistered: (writes = 1) =>
			new Promise((resolve) => {
				const check = () => {
					if (registry.writes < writes) return;
					onWrite = onWrite.filter((it) => it !== check);
					resolve();
				};
				onWrite.push(check);
				check();
			}),
	};
	return standin;
}

interface Component {
	readonly accessory?: Component;
	readonly components?: readonly Component[];
	readonly custom_id: string;
	readonly disabled?: boolean;
	readonly label?: string;
	readonly max_values?: number;
	readonly min_values?: number;
	readonly options?: readonly { readonly label: string; readonly value: string }[];
	readonly placeholder?: string;
	readonly type: number;
	readonly url?: string;
}

function findComponent(message: Message, types: readonly number[], wanted: string): Component {
	const flatten = (components: readonly Component[]): Component[] =>
		components.flatMap((component) => [
			component,
			...flatten(component.components ?? []),
			...flatten(component.accessory ? [component.accessory] : []),
		]);
	const all = flatten(message.components as unknown as Component[]).filter(({ type }) => types.includes(type));
	const found = all.find(({ custom_id, label, placeholder }) => wanted === custom_id || wanted === label || wanted === placeholder);
	if (!found)
		throw new Error(
			`the message has no ${wanted}; it has ${all.map(({ custom_id, label, placeholder }) => label ?? placeholder ?? custom_id).join(', ') || 'nothing of the kind'}`,
		);
	return found;
}
