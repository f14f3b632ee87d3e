/** The one way to Discord's HTTP API for what people see. */
import type { REST } from 'discord.js';
import type { Outgoing } from '../reply.ts';

export interface PostOptions {
	/** By the bot's token. The token of an interaction stands in the route instead, and no other may go with it. */
	readonly asBot?: boolean;
	readonly query?: URLSearchParams;
}

/** Sends to Discord's API, and resolves to what it answers. Rejects when Discord refuses or cannot be reached. */
export type Post = (
	method: 'DELETE' | 'PATCH' | 'POST',
	route: `/${string}`,
	outgoing?: Outgoing,
	options?: PostOptions,
) => Promise<unknown>;

const JSON_HEADERS = { 'Content-Type': 'application/json' };

/** What is sent again is not written again. */
const written = new WeakMap<Outgoing, Uint8Array>();

function bytesOf(outgoing: Outgoing): Uint8Array {
	if (!outgoing.lasting) return toBytes(outgoing);
	let bytes = written.get(outgoing);
	if (!bytes) written.set(outgoing, (bytes = toBytes(outgoing)));
	return bytes;
}

const toBytes = ({ body, bytes }: Outgoing): Uint8Array => bytes?.() ?? Buffer.from(JSON.stringify(body));

export function createPost(rest: REST): Post {
	const send: Post = (method, route, outgoing, { asBot = false, query } = {}) => {
		const options = { auth: asBot, fullRoute: route, method: method as never, query };
		if (!outgoing) return rest.request(options);
		const { body, files } = outgoing;
		if (files.length > 0)
			return rest.request({ ...options, body, files: files.map(({ contentType, data, name }) => ({ contentType, data, name })) });
		return rest.request({ ...options, body: bytesOf(outgoing), headers: JSON_HEADERS, passThroughBody: true });
	};
	// The client repeats what a server failed to do, but not what a connection broke off, as one kept open for long does.
	return (...args) =>
		send(...args).catch((error: unknown) => {
			if (isConnectionLost(error)) return send(...args);
			throw error;
		});
}

const isConnectionLost = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'UND_ERR_SOCKET';
