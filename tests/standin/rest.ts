/** Discord's HTTP API, as far as a bot like ours uses it: https://docs.discord.com/developers/reference */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIUser } from 'discord-api-types/v10';
import { checkDescribed, type Described } from './description.ts';
import { applyBody, createMessage, FLAG_EPHEMERAL, type Message, type OpenExchange, toApiMessage } from './exchange.ts';
import { type Fault, type Faults, headersOf } from './faults.ts';
import { checkChoices, checkCommands, checkMessage, checkModal, type SentFile } from './limits.ts';
import { readMultipart } from './multipart.ts';
import type { Registry } from './registry.ts';

type Json = Record<string, unknown>;

/** A request as it was received. */
export interface Received {
	readonly body: unknown;
	readonly files: readonly SentFile[];
	readonly headers: IncomingMessage['headers'];
	readonly method: string;
	/** Without `/api/v10`. */
	readonly path: string;
	/** What it was answered with; 0 when the connection was cut. */
	status: number;
}

export interface RestOptions {
	readonly applicationId: string;
	readonly bot: APIUser;
	readonly exchanges: {
		byMessage(id: string): OpenExchange | undefined;
		byInteraction(id: string, token: string): OpenExchange | undefined;
		byToken(token: string): OpenExchange | undefined;
	};
	readonly faults: Faults;
	readonly gatewayUrl: () => string;
	/** Keeps what was received. */
	readonly record: boolean;
	readonly registry: Registry;
	readonly token: string;
	readonly validate: boolean;
}

export interface Rest {
	handle(request: IncomingMessage, response: ServerResponse): void;
	/** What the bot sent to channels by itself, in order; live. */
	readonly posted: readonly Message[];
	readonly received: readonly Received[];
	/** Every payload that broke a limit or Discord's description. */
	readonly violations: readonly string[];
}

/** An answer of the API: a status and a body, or nothing but a status. */
type Result = readonly [status: number, body?: unknown];
type Handler = (request: Received, parts: readonly string[], query: URLSearchParams) => Result;

const problem = (status: number, code: number, message: string): Result => [status, { code, message }];
const NOT_FOUND = problem(404, 0, '404: Not Found');
const UNAUTHORIZED = problem(401, 0, '401: Unauthorized');
const UNKNOWN_INTERACTION = problem(404, 10_062, 'Unknown interaction');
const ALREADY_ACKNOWLEDGED = problem(400, 40_060, 'Interaction has already been acknowledged.');
const UNKNOWN_WEBHOOK = problem(404, 10_015, 'Unknown Webhook');
const UNKNOWN_MESSAGE = problem(404, 10_008, 'Unknown Message');

const CALLBACK_SCHEMAS: Readonly<Record<number, Described>> = {
	4: 'callback message',
	5: 'callback message',
	6: 'callback update',
	7: 'callback update',
	8: 'callback choices',
	9: 'callback modal',
};

export function createRest(options: RestOptions): Rest {
	const { applicationId, bot, exchanges, faults, gatewayUrl, record, registry, token, validate } = options;
	const received: Received[] = [];
	const violations: string[] = [];
	const posted: Message[] = [];
	const application = {
		bot,
		bot_public: true,
		description: '',
		flags: 0,
		id: applicationId,
		name: bot.username,
		summary: '',
		verify_key: '0'.repeat(64),
	};

	/** The answer to a payload that Discord would refuse; `null` when there is nothing against it. */
	const refusal = (what: string, problems: readonly string[]): Result | null => {
		if (problems.length === 0) return null;
		violations.push(...problems.map((it) => `${what}: ${it}`));
		return [
			400,
			{ code: 50_035, errors: { _errors: problems.map((message) => ({ code: 'INVALID', message })) }, message: 'Invalid Form Body' },
		];
	};

	const checkCallback = (body: Json, files: readonly SentFile[], exchange: OpenExchange): Result | null => {
		const type = body.type as number;
		const schema = CALLBACK_SCHEMAS[type];
		if (!schema) return refusal('callback', [`type ${type} is none that a bot of commands sends`]);
		if (!validate) return null;
		const data = (body.data as Json | undefined) ?? {};
		const problems = checkDescribed(schema, body);
		const isAutocomplete = exchange.interaction.type === 4;
		if (isAutocomplete !== (type === 8)) problems.push(`type ${type} does not answer an interaction of type ${exchange.interaction.type}`);
		if ((type === 6 || type === 7) && !exchange.interaction.message) problems.push('there is no message to update');
		if (type === 9 && exchange.interaction.type === 5) problems.push('a form cannot open another one');
		if (type === 9) problems.push(...checkModal(data));
		if (type === 5 && Object.keys(data).some((key) => key !== 'flags')) problems.push('a deferral has nothing but flags');
		if (type === 8) problems.push(...checkChoices(data.choices));
		if (type === 4 || type === 7) problems.push(...checkMessage(data, files, { isEdit: type === 7 }));
		return refusal('callback', problems);
	};

	const checkBody = (what: Described, body: Json, files: readonly SentFile[]): Result | null =>
		validate ? refusal(what, [...checkDescribed(what, body), ...checkMessage(body, files, { isEdit: what === 'edit' })]) : null;

	const checkRegistration = (bodies: unknown): Result | null => {
		if (!validate) return null;
		const described = Array.isArray(bodies) ? bodies.flatMap((body) => checkDescribed('command', body)) : [];
		return refusal('commands', [...described, ...checkCommands(bodies)]);
	};

	const callback: Handler = ({ body, files }, [id = '', interactionToken = ''], query) => {
		const exchange = exchanges.byInteraction(id, interactionToken);
		if (!exchange || exchange.isExpired) return UNKNOWN_INTERACTION;
		if (exchange.isAcknowledged) return ALREADY_ACKNOWLEDGED;
		const refused = checkCallback(body as Json, files, exchange);
		if (refused) return refused;
		const { data, type } = body as { data?: Json; type: number };
		const message = exchange.acknowledge(type, data, files);
		if (query.get('with_response') !== 'true') return [204];
		const resource = { message: message && toApiMessage(message, bot), type };
		return [200, { interaction: { id, response_message_id: message?.id, type: exchange.interaction.type }, resource }];
	};

	/** What is done with the token of an interaction, which stands for a webhook. */
	const onWebhook =
		(act: (exchange: OpenExchange, message: Message | undefined, request: Received) => Result): Handler =>
		(request, [id = '', interactionToken = '']) => {
			const exchange = id === applicationId ? exchanges.byToken(interactionToken) : undefined;
			if (!exchange?.isAcknowledged || exchange.isExpired) return UNKNOWN_WEBHOOK;
			return act(exchange, exchange.original, request);
		};

	const editOriginal = onWebhook((exchange, message, { body, files }) => {
		if (!message) return UNKNOWN_MESSAGE;
		return checkBody('edit', body as Json, files) ?? [200, toApiMessage(exchange.edit(body as Json, files), bot)];
	});

	const editSent = onWebhook((exchange, _, { body, files, path }) => {
		const id = path.split('/').at(-1);
		const message = [exchange.original, ...posted].find((it) => it?.id === id);
		if (!message) return UNKNOWN_MESSAGE;
		const refused = checkBody('edit', body as Json, files);
		if (refused) return refused;
		if (message === exchange.original) exchange.edit(body as Json, files);
		else applyBody(message, body as Json, files);
		return [200, toApiMessage(message, bot)];
	});

	const postToChannel: Handler = ({ body, files }, [channel = '']) => {
		const refused = checkBody('channel message', body as Json, files);
		if (refused) return refused;
		const message = createMessage(channel, body as Json, files);
		posted.push(message);
		return [200, toApiMessage(message, bot)];
	};

	/** Also the answer to a command is the bot's own message, and can be changed as one unless it is private. */
	const editInChannel: Handler = ({ body, files }, [, id = '']) => {
		const message = posted.find((it) => it.id === id) ?? exchanges.byMessage(id)?.original;
		if (!message || (message.flags & FLAG_EPHEMERAL) !== 0) return UNKNOWN_MESSAGE;
		const refused = checkBody('channel edit', body as Json, files);
		if (refused) return refused;
		applyBody(message, body as Json, files);
		return [200, toApiMessage(message, bot)];
	};

	const routes: readonly (readonly [pattern: RegExp, needsToken: boolean, handler: Handler])[] = [
		[/^POST \/interactions\/(\d+)\/([^/]+)\/callback$/, false, callback],
		[/^PATCH \/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/, false, editOriginal],
		[
			/^GET \/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
			false,
			onWebhook((_, message) => (message ? [200, toApiMessage(message, bot)] : UNKNOWN_MESSAGE)),
		],
		[
			/^DELETE \/webhooks\/(\d+)\/([^/]+)\/messages\/@original$/,
			false,
			onWebhook((exchange, message) => {
				exchange.deleteOriginal();
				return message ? [204] : UNKNOWN_MESSAGE;
			}),
		],
		[
			/^POST \/webhooks\/(\d+)\/([^/]+)$/,
			false,
			onWebhook(
				(exchange, _, { body, files }) =>
					checkBody('followup', body as Json, files) ?? [200, toApiMessage(exchange.followUp(body as Json, files), bot)],
			),
		],
		[/^PATCH \/webhooks\/(\d+)\/([^/]+)\/messages\/\d+$/, false, editSent],
		[/^POST \/channels\/(\d+)\/messages$/, true, postToChannel],
		[/^PATCH \/channels\/(\d+)\/messages\/(\d+)$/, true, editInChannel],
		[/^GET \/gateway$/, false, () => [200, { url: gatewayUrl() }]],
		[
			/^GET \/gateway\/bot$/,
			true,
			// Sixteen at once: with one, a client waits five seconds before it identifies again.
			() => [
				200,
				{
					session_start_limit: { max_concurrency: 16, remaining: 999, reset_after: 86_400_000, total: 1000 },
					shards: 1,
					url: gatewayUrl(),
				},
			],
		],
		[/^GET \/users\/@me$/, true, () => [200, bot]],
		[/^GET \/(?:oauth2\/)?applications\/@me$/, true, () => [200, application]],
		[/^GET \/applications\/(\d+)\/commands$/, true, (_, __, query) => [200, registry.view(query.get('with_localizations') === 'true')]],
		[/^PUT \/applications\/(\d+)\/commands$/, true, ({ body }) => checkRegistration(body) ?? [200, registry.replace(body as Json[])]],
		[/^POST \/applications\/(\d+)\/commands$/, true, ({ body }) => checkRegistration([body]) ?? [201, registry.add(body as Json)]],
		[
			/^PATCH \/applications\/(\d+)\/commands\/(\d+)$/,
			true,
			({ body }, [, id = '']) => {
				const command = registry.update(id, body as Json);
				return command ? [200, command] : NOT_FOUND;
			},
		],
		[/^DELETE \/applications\/(\d+)\/commands\/(\d+)$/, true, (_, [, id = '']) => (registry.remove(id) ? [204] : NOT_FOUND)],
	];

	const answer = (request: Received, query: URLSearchParams): Result => {
		const line = `${request.method} ${request.path}`;
		for (const [pattern, needsToken, handler] of routes) {
			const match = pattern.exec(line);
			if (!match) continue;
			if (needsToken && request.headers.authorization !== `Bot ${token}`) return UNAUTHORIZED;
			if (request.path.startsWith('/applications/') && match[1] && match[1] !== applicationId)
				return problem(403, 20_012, 'You are not authorized to perform this action on this application');
			return handler(request, match.slice(1), query);
		}
		violations.push(`${line}: there is no such route`);
		return NOT_FOUND;
	};

	const serve = async (incoming: IncomingMessage, response: ServerResponse) => {
		const url = new URL(incoming.url ?? '/', 'http://standin');
		const path = decodeURIComponent(url.pathname).replace(/^\/api(?:\/v10)?/, '');
		const method = incoming.method ?? 'GET';
		const { body, files } = readBody(incoming.headers['content-type'] ?? '', await read(incoming));
		const request: Received = { body, files, headers: incoming.headers, method, path, status: 0 };
		if (record) received.push(request);
		const fault: Fault | undefined = faults.take(`${method} ${path}`);
		if (fault?.drop) {
			incoming.socket.destroy();
			return;
		}
		const result = !fault || fault.applied ? answer(request, url.searchParams) : undefined;
		await fault?.delay;
		const [status, json] =
			!fault || fault.status === undefined
				? (result as Result)
				: [
						fault.status,
						{ code: fault.code ?? 0, global: fault.global, message: fault.message ?? 'refused', retry_after: fault.retryAfter },
					];
		request.status = status;
		response.writeHead(status, {
			...(json === undefined ? {} : { 'content-type': 'application/json' }),
			...(fault ? headersOf(fault) : {}),
		});
		response.end(json === undefined ? undefined : JSON.stringify(json));
	};

	return {
		handle(request, response) {
			serve(request, response).catch((error: unknown) => {
				violations.push(`${request.method} ${request.url}: ${String(error)}`);
				response
					.writeHead(400, { 'content-type': 'application/json' })
					.end(JSON.stringify({ code: 50_109, message: 'The request body contains invalid JSON.' }));
			});
		},
		posted,
		received,
		violations,
	};
}

async function read(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

function readBody(contentType: string, raw: Buffer): { body: unknown; files: readonly SentFile[] } {
	if (raw.length === 0) return { body: undefined, files: [] };
	if (!contentType.startsWith('multipart/form-data')) return { body: JSON.parse(raw.toString('utf8')), files: [] };
	const { files, payload } = readMultipart(contentType, raw);
	return { body: payload === undefined ? {} : JSON.parse(payload), files };
}
