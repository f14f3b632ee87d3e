/** The front that keeps a connection to Discord's gateway, by discord.js. */
import { Client, Events, GatewayDispatchEvents, Options, RESTEvents } from 'discord.js';
import type { APIInteraction } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import type { Program } from '../../program.ts';
import { toRegistration } from '../../registration.ts';
import { endsBy, FINISH_WITHIN_MILLISECONDS, LEAVE_WITHIN_MILLISECONDS } from '../leaving.ts';
import { explainApplication, explainClose, explainStart } from './explain.ts';
import { createMessenger } from './messenger.ts';
import { createPost } from './post.ts';
import { createReceiver } from './receiver.ts';
import { registerWithPatience } from './register.ts';
import { createTransport } from './transport.ts';

export interface GatewayOptions {
	readonly apiUrl: string;
	/** Of the application that is meant: commands are registered only where the token is its own. */
	readonly applicationId?: string;
	/** See `receiver.ts`; a test shortens it. */
	readonly deferAfterMilliseconds?: number;
	readonly finishWithinMilliseconds?: number;
	readonly logger: Logger;
	readonly program: Program;
	readonly token: string;
}

export interface Gateway {
	/** Takes nothing new, finishes what is in hand (for 5 s at most), and leaves. */
	close(): Promise<void>;
	/** Rejects with a `StartError` when Discord ends the connection for good; never resolves. */
	readonly failed: Promise<never>;
	/** Resolves when the commands have been registered, or found to be; also when that failed, which is logged. */
	readonly registered: Promise<void>;
}

/** No interaction needs anything remembered; every manager that may forget does. */
const KEEP_NOTHING = {
	ApplicationCommandManager: 0,
	ApplicationEmojiManager: 0,
	AutoModerationRuleManager: 0,
	BaseGuildEmojiManager: 0,
	DMMessageManager: 0,
	EntitlementManager: 0,
	GuildBanManager: 0,
	GuildEmojiManager: 0,
	GuildForumThreadManager: 0,
	GuildInviteManager: 0,
	GuildMemberManager: 0,
	GuildMessageManager: 0,
	GuildScheduledEventManager: 0,
	GuildSoundboardSoundManager: 0,
	GuildStickerManager: 0,
	GuildTextThreadManager: 0,
	MessageManager: 0,
	PresenceManager: 0,
	ReactionManager: 0,
	ReactionUserManager: 0,
	StageInstanceManager: 0,
	SubscriptionManager: 0,
	ThreadManager: 0,
	ThreadMemberManager: 0,
	UserManager: 0,
	VoiceStateManager: 0,
};

/**
 * Connects, and resolves when Discord says that the bot is ready.
 *
 * @throws {StartError} when the token is not accepted or the API cannot be reached.
 */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
	const { apiUrl, deferAfterMilliseconds, finishWithinMilliseconds = FINISH_WITHIN_MILLISECONDS, logger, program, token } = options;
	const transport = createTransport(apiUrl);
	const client = new Client({
		allowedMentions: { parse: [] },
		// Interactions come without any intent; every intent would bring events that nobody reads.
		intents: [],
		makeCache: Options.cacheWithLimits(KEEP_NOTHING),
		rest: { api: apiUrl, makeRequest: transport.makeRequest },
		shards: 'auto',
		sweepers: {},
	});
	client.rest.setToken(token);

	const ready = new Promise<string>((resolve) => {
		client.once(Events.ClientReady, ({ application }) => resolve(application.id));
	});
	const post = createPost(client.rest, transport);
	const messenger = createMessenger({ applicationId: ready, post });
	const receiver = createReceiver({ deferAfterMilliseconds, logger, messenger, post, program });

	skipInteractionObjects(client);
	client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => receiver.receive(interaction));
	logEvents(client, logger);

	const { promise: failed, reject: fail } = Promise.withResolvers<never>();
	// Whoever opened the front may look at it only later.
	failed.catch(() => undefined);
	client.on(Events.ShardDisconnect, ({ code }, shard) => {
		logger.fatal({ code, front: 'gateway', shard }, 'Discord ended the connection for good');
		fail(explainClose(code));
	});

	const leave = async () => {
		// The client says of every connection that ends that it will be opened again.
		client.removeAllListeners(Events.ShardReconnecting);
		await Promise.all([client.destroy(), transport.close()]);
	};

	try {
		await Promise.race([client.login(token).then(() => ready), failed]);
	} catch (error) {
		await leave().catch(() => undefined);
		throw explainStart(error, apiUrl);
	}
	logger.info({ application: client.application?.id, front: 'gateway', shards: client.ws.shards.size }, 'ready');
	const attendance = program.rounds.attend(messenger);
	const stopping = new AbortController();
	const register = async () => {
		const applicationId = await ready;
		// They would take the place of those of another bot.
		if (options.applicationId !== undefined && options.applicationId !== applicationId)
			return logger.error({ front: 'gateway' }, explainApplication(options.applicationId, applicationId));
		return registerWithPatience({
			applicationId: ready,
			commands: () => toRegistration(program.declared),
			logger,
			rest: client.rest,
			signal: stopping.signal,
		});
	};
	const registering = register();

	return {
		async close() {
			receiver.stop();
			stopping.abort();
			const late = performance.now() + finishWithinMilliseconds;
			const isAnswered = await endsBy(late, receiver.settled());
			// Begun in any case: quizzes that nobody looks after any more are let go of.
			const left = attendance.close();
			if (!(await endsBy(late, left)) || !isAnswered) {
				logger.warn({ front: 'gateway' }, 'left with answers still in hand');
				receiver.abandon();
			}
			// What is on its way to Discord still ends with the connections, and what waits for it a moment later.
			await endsBy(performance.now() + LEAVE_WITHIN_MILLISECONDS, Promise.all([leave(), left]));
		},
		failed,
		registered: registering,
	};
}

/**
 * Keeps the client from building its own object out of every interaction: nobody would look at it, it costs a tenth of
 * the time of a reply, and it throws on a payload with a field less than the client knows. Should the client's inside
 * change, it builds them again, to no harm.
 */
function skipInteractionObjects(client: Client): void {
	const { actions } = client as unknown as { actions?: { InteractionCreate?: { handle?: () => void } } };
	if (actions?.InteractionCreate?.handle) actions.InteractionCreate.handle = () => undefined;
}

function logEvents(client: Client, logger: Logger): void {
	const fields = { front: 'gateway' };
	client.on(Events.Error, (error) => logger.error({ ...fields, err: error }, 'the client failed'));
	client.on(Events.Warn, (warning) => logger.warn({ ...fields, warning }, 'the client warns'));
	client.on(Events.Invalidated, () => logger.error(fields, 'the session was invalidated'));
	client.on(Events.ShardError, (error, shard) => logger.warn({ ...fields, err: error, shard }, 'a connection failed'));
	client.on(Events.ShardReady, (shard) => logger.info({ ...fields, shard }, 'a connection is ready'));
	client.on(Events.ShardReconnecting, (shard) => logger.warn({ ...fields, shard }, 'a connection was lost; connecting again'));
	client.on(Events.ShardResume, (shard, replayed) => logger.info({ ...fields, replayed, shard }, 'a connection was resumed'));
	client.rest.on(RESTEvents.RateLimited, ({ global, method, route, timeToReset }) =>
		logger.warn({ ...fields, global, method, milliseconds: timeToReset, route }, 'Discord asks us to slow down'),
	);
}
