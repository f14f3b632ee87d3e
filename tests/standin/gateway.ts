/** Discord's gateway: https://docs.discord.com/developers/events/gateway */
import type { IncomingMessage, Server } from 'node:http';
import type { APIUser } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Guild, snowflake } from './world.ts';

type Json = Record<string, unknown>;

const PRIVILEGED_INTENTS = (1 << 1) | (1 << 8) | (1 << 15);
const INTENT_GUILDS = 1;
const AUTHENTICATION_FAILED = 4004;
const DISALLOWED_INTENTS = 4014;
const NOT_AUTHENTICATED = 4003;
const SEQUENCE_INVALID = 4007;

interface Session {
	connection: WebSocket | null;
	readonly events: { readonly d: unknown; readonly op: 0; readonly s: number; readonly t: string }[];
	readonly id: string;
	isValid: boolean;
	sequence: number;
}

export interface GatewayControls {
	/** Closes every connection with a code, as Discord does when something is wrong. */
	close(code: number, reason?: string): void;
	readonly connections: number;
	/** Cuts every connection without a word. */
	drop(): void;
	/** Stops answering heartbeats on the connections there are: open, but dead. */
	freeze(): void;
	readonly heartbeats: number;
	/** What the bot said when it identified, each time. */
	readonly identifies: readonly Json[];
	/** Says that the session is not valid (any more). */
	invalidate(options?: { resumable?: boolean }): void;
	/** Asks the bot to connect again. */
	reconnect(): void;
	readonly resumes: readonly Json[];
	/** Resolves when the bot has been told that it is ready for the nth time (the first unless told otherwise). */
	whenReady(count?: number): Promise<void>;
	/** Resolves when a session has been resumed for the nth time. */
	whenResumed(count?: number): Promise<void>;
}

export interface Gateway extends GatewayControls {
	/** Sends an event; without a connection it is kept for when the bot resumes. */
	dispatch(event: string, data: unknown): void;
	shutDown(): Promise<void>;
	readonly url: string;
}

export interface GatewayOptions {
	readonly applicationId: string;
	readonly bot: APIUser;
	readonly guilds: readonly Guild[];
	readonly heartbeatMilliseconds: number;
	/** Keeps events for a bot that resumes. */
	readonly replay: boolean;
	readonly server: Server;
	readonly token: string;
	readonly url: () => string;
}

export function createGateway({ applicationId, bot, guilds, heartbeatMilliseconds, replay, server, token, url }: GatewayOptions): Gateway {
	const sockets = new WebSocketServer({ perMessageDeflate: false, server });
	const sessions = new Map<string, Session>();
	const identifies: Json[] = [];
	const resumes: Json[] = [];
	const counted = { ready: createCounter(), resumed: createCounter() };
	let heartbeats = 0;
	let frozen: ReadonlySet<WebSocket> = new Set();
	let latest: Session | undefined;

	const send = (socket: WebSocket, op: number, d: unknown, more: Json = {}) =>
		socket.send(JSON.stringify({ d, op, s: null, t: null, ...more }));

	const dispatchTo = (session: Session, t: string, d: unknown) => {
		session.sequence += 1;
		const event = { d, op: 0 as const, s: session.sequence, t };
		if (replay) session.events.push(event);
		session.connection?.send(JSON.stringify(event));
	};

	const identify = (socket: WebSocket, data: Json): Session | null => {
		identifies.push(data);
		if (data.token !== token) return refuse(socket, AUTHENTICATION_FAILED, 'Authentication failed.');
		const intents = Number(data.intents);
		if ((intents & PRIVILEGED_INTENTS) !== 0) return refuse(socket, DISALLOWED_INTENTS, 'Disallowed intent(s).');
		const session: Session = { connection: socket, events: [], id: snowflake(), isValid: true, sequence: 0 };
		sessions.set(session.id, session);
		latest = session;
		dispatchTo(session, 'READY', {
			application: { flags: 0, id: applicationId },
			guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
			resume_gateway_url: url(),
			session_id: session.id,
			session_type: 'normal',
			shard: data.shard ?? [0, 1],
			user: bot,
			v: 10,
		});
		if ((intents & INTENT_GUILDS) !== 0) for (const guild of guilds) dispatchTo(session, 'GUILD_CREATE', toGuildCreate(guild));
		counted.ready.count();
		return session;
	};

	const refuse = (socket: WebSocket, code: number, reason: string): null => {
		socket.close(code, reason);
		return null;
	};

	const resume = (socket: WebSocket, data: Json): Session | null => {
		resumes.push(data);
		if (data.token !== token) return refuse(socket, AUTHENTICATION_FAILED, 'Authentication failed.');
		const session = sessions.get(String(data.session_id));
		if (!session?.isValid) {
			send(socket, 9, false);
			return null;
		}
		const seen = Number(data.seq);
		if (seen > session.sequence) return refuse(socket, SEQUENCE_INVALID, 'Invalid seq.');
		session.connection = socket;
		for (const event of session.events) if (event.s > seen) socket.send(JSON.stringify(event));
		dispatchTo(session, 'RESUMED', {});
		counted.resumed.count();
		return session;
	};

	sockets.on('connection', (socket: WebSocket, _request: IncomingMessage) => {
		let session: Session | null = null;
		socket.on('error', () => undefined);
		socket.on('close', () => {
			if (session?.connection === socket) session.connection = null;
		});
		socket.on('message', (raw: Buffer) => {
			const { d, op } = JSON.parse(raw.toString('utf8')) as { d: Json; op: number };
			if (op === 1) {
				heartbeats += 1;
				if (!frozen.has(socket)) send(socket, 11, null);
			} else if (op === 2) session = identify(socket, d);
			else if (op === 6) session = resume(socket, d);
			else if (!session) socket.close(NOT_AUTHENTICATED, 'Not authenticated.');
		});
		send(socket, 10, { heartbeat_interval: heartbeatMilliseconds });
	});

	return {
		close(code, reason = '') {
			for (const socket of sockets.clients) socket.close(code, reason);
		},
		get connections() {
			return sockets.clients.size;
		},
		dispatch(event, data) {
			if (!latest) throw new Error('no bot has connected');
			dispatchTo(latest, event, data);
		},
		drop() {
			for (const session of sessions.values()) session.connection = null;
			for (const socket of sockets.clients) socket.terminate();
		},
		freeze() {
			frozen = new Set(sockets.clients);
		},
		get heartbeats() {
			return heartbeats;
		},
		identifies,
		invalidate({ resumable = false } = {}) {
			for (const session of sessions.values()) {
				session.isValid = resumable;
				if (session.connection) send(session.connection, 9, resumable);
			}
		},
		reconnect() {
			for (const { connection } of sessions.values()) if (connection) send(connection, 7, null);
		},
		resumes,
		async shutDown() {
			for (const socket of sockets.clients) socket.terminate();
			await new Promise<void>((resolve) => sockets.close(() => resolve()));
		},
		get url() {
			return url();
		},
		whenReady: (count = 1) => counted.ready.reaches(count),
		whenResumed: (count = 1) => counted.resumed.reaches(count),
	};
}

const toGuildCreate = ({ channelId, id, name }: Guild) => ({
	channels: [{ id: channelId, name: 'general', permission_overwrites: [], position: 0, type: 0 }],
	emojis: [],
	features: [],
	id,
	joined_at: '2024-01-01T00:00:00+00:00',
	large: false,
	member_count: 2,
	members: [],
	name,
	owner_id: '1',
	presences: [],
	roles: [{ color: 0, hoist: false, id, managed: false, mentionable: false, name: '@everyone', permissions: '0', position: 0 }],
	stage_instances: [],
	stickers: [],
	threads: [],
	unavailable: false,
	voice_states: [],
});

/** Counts, and tells when a number is reached. */
function createCounter() {
	let value = 0;
	let waiting: { readonly count: number; readonly resolve: () => void }[] = [];
	return {
		count() {
			value += 1;
			for (const it of waiting) if (it.count <= value) it.resolve();
			waiting = waiting.filter((it) => it.count > value);
		},
		reaches: (count: number): Promise<void> =>
			value >= count ? Promise.resolve() : new Promise((resolve) => waiting.push({ count, resolve })),
	};
}
