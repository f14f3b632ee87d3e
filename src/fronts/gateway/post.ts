/** The one way to Discord's HTTP API for what people see. */
import { DefaultUserAgent, type REST } from 'discord.js';
import type { Outgoing } from '../reply.ts';
import type { Transport } from './transport.ts';

export interface PostOptions {
	/** By the bot's token. The token of an interaction stands in the route instead, and no other may go with it. */
	readonly asBot?: boolean;
	/** The first response to an interaction, of which Discord limits neither the number nor the rate: only its time. */
	readonly isFirst?: boolean;
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

const bytesOf = ({ body, bytes }: Outgoing): Uint8Array => bytes?.() ?? Buffer.from(JSON.stringify(body));

const STATUS_NO_CONTENT = 204;

export function createPost(rest: REST, { handOver, makeRequest }: Transport): Post {
	const { api, userAgentAppendix, version } = rest.options;
	const headers = { ...rest.options.headers, ...JSON_HEADERS, 'User-Agent': `${DefaultUserAgent} ${userAgentAppendix}`.trim() };

	const sendByClient: Post = (method, route, outgoing, { asBot = false, query } = {}) => {
		const options = { auth: asBot, fullRoute: route, method: method as never, query };
		if (!outgoing) return rest.request(options);
		const { body, files } = outgoing;
		if (files.length > 0)
			return rest.request({ ...options, body, files: files.map(({ contentType, data, name }) => ({ contentType, data, name })) });
		return rest.request({ ...options, body: bytesOf(outgoing), headers: JSON_HEADERS, passThroughBody: true });
	};
	// The client repeats what a server failed to do, but not what a connection broke off, as one kept open for long does.
	const sendPatiently: Post = (...args) =>
		sendByClient(...args).catch((error: unknown) => {
			if (isConnectionLost(error)) return sendByClient(...args);
			throw error;
		});

	/**
	 * Without the client's queues, timers and signals, which take longer than all else about a reply. Where nothing comes back the client sends
	 * it anew; what is not simply taken is handed to it as the answer to its own request: it knows what to do then.
	 */
	const respond: Post = async (method, route, outgoing, options = {}) => {
		const { query } = options;
		const url = `${api}/v${version}${route}${query ? `?${query}` : ''}`;
		const response = await makeRequest(url, { body: bytesOf(outgoing!), headers, method }).catch(() => undefined);
		if (response?.ok) return response.status === STATUS_NO_CONTENT ? undefined : response.json();
		if (!response) return sendByClient(method, route, outgoing, options);
		handOver(url, response);
		return sendPatiently(method, route, outgoing, options);
	};

	return (method, route, outgoing, options) => {
		const isPlain = options?.isFirst === true && outgoing?.files.length === 0;
		return (isPlain ? respond : sendPatiently)(method, route, outgoing, options);
	};
}

const isConnectionLost = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'UND_ERR_SOCKET';
