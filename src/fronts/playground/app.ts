/** The playground's pages and its API: JSON in, JSON out, the same program as everywhere behind it. */
import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { accepts } from 'hono/accepts';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { secureHeaders } from 'hono/secure-headers';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Answer, MessageJson, Person } from '../../answer.ts';
import type { AnyCommand } from '../../command.ts';
import {
	firstLanguageOf,
	LANGUAGES,
	type Language,
	languageOf,
	type MessageArguments,
	type MessageKey,
	speakerOf,
} from '../../messages/index.ts';
import type { MessageRef } from '../../messenger.ts';
import type { AnswerableRequest, Caller, Program } from '../../program.ts';
import { localAsker } from '../local.ts';
import { describePage } from './describe.ts';
import { openPageFiles } from './files.ts';
import { isOwnHost, isOwnPage } from './guard.ts';
import {
	argumentsSchema,
	commandBody,
	messageCommandBody,
	pressBody,
	sharedQuery,
	submitBody,
	suggestBody,
	updatesQuery,
} from './schemas.ts';
import type { Updates } from './updates.ts';
import type { AnswerJson, Arguments, PageMessage, ProblemJson, SuggestionsJson } from './wire.ts';

/** Room for an option of 6,000 characters, each escaped in JSON, and some more. */
export const BODY_MAX_BYTES = 64 * 1024;

export interface AppOptions {
	/** The host that the server listens on, which is then a name of its own. */
	readonly host: string;
	readonly logger: Logger;
	readonly program: Program;
	readonly updates: Updates;
}

const NOTHING = ["'none'"];
const OWN = ["'self'"];

export function createApp({ host, logger, program, updates }: AppOptions): Hono {
	const app = new Hono();
	const files = openPageFiles();

	app.use(
		secureHeaders({
			contentSecurityPolicy: {
				baseUri: NOTHING,
				connectSrc: OWN,
				defaultSrc: NOTHING,
				fontSrc: OWN,
				formAction: NOTHING,
				frameAncestors: NOTHING,
				imgSrc: [...OWN, 'blob:'],
				requireTrustedTypesFor: ["'script'"],
				scriptSrc: OWN,
				styleSrc: OWN,
			},
			// The page is served without TLS on a local address; whoever puts TLS before it says so there.
			strictTransportSecurity: false,
			xFrameOptions: 'DENY',
		}),
	);
	app.use(async (context, next) => {
		if (!isOwnHost(context.req.header('host'), host)) return refuse(context, 403, 'wrong-host', 'playground.error.wrong-host');
		return next();
	});

	app.get('/', etag(), (context) => {
		context.header('Cache-Control', 'no-cache');
		context.header('Vary', 'Accept-Language');
		return context.html(files.document(browserLanguage(context)));
	});
	app.get('/page/:name', etag(), async (context) => {
		const file = await files.get(context.req.param('name'));
		if (!file) return context.notFound();
		return context.body(file.body, 200, { 'Cache-Control': 'no-cache', 'Content-Type': file.contentType });
	});

	app.use('/api/*', async (context, next) => {
		context.header('Cache-Control', 'no-store');
		const { req } = context;
		const own = isOwnPage({ fetchSite: req.header('sec-fetch-site'), host: req.header('host'), origin: req.header('origin') });
		return own ? next() : refuse(context, 403, 'wrong-origin', 'playground.error.wrong-origin');
	});
	app.use('/api/*', async (context, next) => {
		const query = sharedQuery.safeParse(context.req.query());
		return query.success ? next() : refuseBody(context, query.error, 'en');
	});
	app.use(
		'/api/*',
		bodyLimit({
			maxSize: BODY_MAX_BYTES,
			onError: (context) => refuse(context, 413, 'too-large', 'playground.error.too-large', { kib: BODY_MAX_BYTES / 1024 }),
		}),
	);

	/** `message`: the one that was used, in whose place the answer may come. */
	const reply = async (context: Context, request: AnswerableRequest, { locale, message, user }: Used): Promise<Response> => {
		const answer = await program.answer(request, { ...callerOf(context, locale, user), messenger: updates.messenger });
		const id = (answer.update ? message : undefined) ?? randomUUID();
		try {
			const channelId = channelOf(context, user);
			if (!answer.modal) await answer.onSent?.({ channelId, messageId: id });
			// In a channel that is shared, the others see it too.
			if (channelId !== user && !answer.modal && !answer.private)
				await updates.messenger.edit({ channelId, messageId: id }, answer.message);
		} catch (error) {
			logger.error({ err: error, front: 'playground' }, 'what follows an answer failed');
		}
		return context.json(toJson(answer, id));
	};

	app.get('/api/page', (context) => context.json(describePage(program, pageLanguage(context))));

	app.post('/api/command', (context) =>
		take(context, commandBody, async ({ args: typed, locale, name, user }) => {
			const command = program.commands.get(name);
			const checked = command ? argumentsSchema(command).safeParse(typed) : undefined;
			if (checked?.error) return refuseBody(context, checked.error, languageOf(locale), 'args');
			const named = command ? peopleOf(context, command, checked?.data ?? {}) : [];
			const args = { ...checked?.data, ...Object.fromEntries(named.map(({ id, option }) => [option, id])) };
			const request = { args, name, people: named, type: 'command' } as const;
			return reply(context, request, { locale, user });
		}),
	);
	app.post('/api/suggest', (context) =>
		take(context, suggestBody, ({ args, locale, name, option, text, user }) => {
			const choices = program.suggest({ args, name, option, text, type: 'suggest' }, callerOf(context, locale, user));
			return context.json({ choices } satisfies SuggestionsJson);
		}),
	);
	// The message is the visitor's own, and stands nowhere but on the page.
	app.post('/api/message-command', (context) =>
		take(context, messageCommandBody, ({ content, locale, name, user }) => {
			const { displayName: authorName } = callerOf(context, locale, user).asker;
			const message = { authorId: user, authorName, channelId: user, content, id: randomUUID(), url: '' };
			return reply(context, { message, name, type: 'message-command' }, { locale, user });
		}),
	);
	// Whoever sits before the page has asked for everything on it.
	app.post('/api/press', (context) =>
		take(context, pressBody, ({ customId, embeds, locale, message, user, values }) =>
			reply(
				context,
				{ at: refOf(channelOf(context, user), message), customId, embeds, id: randomUUID(), own: true, type: 'press', values },
				{ locale, message, user },
			),
		),
	);
	app.post('/api/submit', (context) =>
		take(context, submitBody, ({ customId, embeds, fields, locale, message, user }) =>
			reply(
				context,
				{ at: refOf(channelOf(context, user), message), customId, embeds, fields, id: randomUUID(), own: true, type: 'submit' },
				{ locale, message, user },
			),
		),
	);
	app.get('/api/updates', (context) => {
		const query = updatesQuery.safeParse(context.req.query());
		if (!query.success) return refuseBody(context, query.error, 'en');
		return updates.stream(channelOf(context, query.data.user), context.req.header('last-event-id'));
	});

	const wrongMethod = (allowed: string) => (context: Context) => {
		context.header('Allow', allowed);
		return refuse(context, 405, 'wrong-method', 'playground.error.wrong-method', { allowed });
	};
	for (const path of ['/', '/page/:name', '/api/page', '/api/updates']) app.all(path, wrongMethod('GET, HEAD'));
	for (const path of ['/api/command', '/api/message-command', '/api/suggest', '/api/press', '/api/submit'])
		app.all(path, wrongMethod('POST'));
	app.notFound((context) => refuse(context, 404, 'not-found', 'playground.error.not-found'));
	app.onError((error, context) => {
		const id = randomUUID().slice(0, 8);
		logger.error({ err: error, errorId: id, front: 'playground', path: context.req.path }, 'a request failed');
		return refuse(context, 500, 'unexpected', 'error.unexpected', { id });
	});
	return app;
}

interface Used {
	readonly locale: string;
	readonly message?: string;
	readonly user: string;
}

const refOf = (channelId: string, message: string | undefined): MessageRef | undefined =>
	message === undefined ? undefined : { channelId, messageId: message };

/** A visitor's own channel has the visitor's id; a shared one cannot have anybody's. */
function channelOf(context: Context, userId: string): string {
	const channel = context.req.query('channel');
	return channel === undefined ? userId : `channel ${channel}`;
}

/** A visitor is alone with the program, as in direct messages, or with the others of a shared channel. */
function callerOf(context: Context, locale: string, userId: string): Caller {
	const language = languageOf(locale);
	const name = context.req.query('as')?.trim();
	const displayName = name ?? speakerOf(language).say('playground.visitor');
	const channelId = channelOf(context, userId);
	const id = name !== undefined && channelId !== userId ? idIn(context, name) : userId;
	return { asker: localAsker({ channelId, displayName, front: 'playground', userId: id }), language };
}

/** In a shared channel people are who they say they are, so that one can name another. */
function idIn(context: Context, name: string): string {
	const channel = context.req.query('channel');
	return channel === undefined ? name : `${name} in ${channel}`;
}

/** The people whom the arguments name, with the option that does. */
const peopleOf = (context: Context, { options }: AnyCommand, args: Arguments): (Person & { readonly option: string })[] =>
	Object.entries(args)
		.filter(([option]) => options[option]?.type === 'user')
		.map(([option, name]) => ({ id: idIn(context, String(name)), isBot: false, name: String(name), option }));

/** Reads a body of JSON that fits `schema`, or says why it does not. */
async function take<T>(context: Context, schema: z.ZodType<T>, answer: (body: T) => Promise<Response> | Response): Promise<Response> {
	if (!/^application\/json\s*(?:;|$)/i.test(context.req.header('content-type') ?? ''))
		return refuse(context, 415, 'wrong-type', 'playground.error.wrong-type');
	let body: unknown;
	try {
		body = await context.req.json();
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return refuse(context, 400, 'no-json', 'playground.error.no-json');
	}
	const result = schema.safeParse(body);
	return result.success ? answer(result.data) : refuseBody(context, result.error, 'en');
}

function refuseBody(context: Context, { issues }: z.core.$ZodError, language: Language, ...under: string[]): Response {
	const problem: ProblemJson = {
		error: 'invalid',
		issues: issues.map(({ message, path }) => ({ message, path: [...under, ...path].join('.') })),
		message: speakerOf(language).say('playground.error.invalid'),
	};
	return context.json(problem, 400);
}

function refuse(context: Context, status: ContentfulStatusCode, error: string, key: MessageKey, args?: MessageArguments): Response {
	const language = browserLanguage(context);
	return context.json({ error, message: speakerOf(language).say(key, args) } satisfies ProblemJson, status);
}

/** The one that was chosen on the page, else the browser's. */
function pageLanguage(context: Context): Language {
	const chosen = context.req.query('locale');
	return chosen === undefined ? browserLanguage(context) : languageOf(chosen);
}

/** The first that we have of those that the browser wants, as it ranks them. */
const browserLanguage = (context: Context): Language =>
	accepts(context, {
		default: 'en',
		header: 'Accept-Language',
		match: (wanted) => firstLanguageOf(wanted.toSorted((a, b) => b.q - a.q).map(({ type }) => type)),
		supports: [...LANGUAGES],
	}) as Language;

/** Files travel in the message itself, so that nothing has to be kept for the page to fetch later. */
export function toPageMessage({ components = [], content = '', embeds = [], files = [] }: MessageJson): PageMessage {
	return {
		components,
		content,
		embeds,
		files: files.map(({ data, ...file }) => ({ ...file, data: Buffer.from(data).toString('base64') })),
	};
}

function toJson({ message, modal, onSent, outcome, private: alone, update = false }: Answer, id: string): AnswerJson {
	return { id, live: onSent !== undefined, message: toPageMessage(message), ...(modal ? { modal } : {}), outcome, private: alone, update };
}
