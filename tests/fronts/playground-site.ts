/** The playground as it is served, over a small dataset, with some commands of the tests' own beside the real ones. */
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { type Action, customId } from '../../src/action.ts';
import { ACTIONS } from '../../src/actions/index.ts';
import type { Answer, MessageJson } from '../../src/answer.ts';
import { type AnyCommand, defineCommand } from '../../src/command.ts';
import { loadCommands } from '../../src/commands.ts';
import { openPlayground, type Playground } from '../../src/fronts/playground/index.ts';
import { openLibrary } from '../../src/library.ts';
import { createProgram } from '../../src/program.ts';

export const DATASET = join(import.meta.dirname, '..', 'fixtures', 'dataset-small');
export const REAL_DATASET = join(import.meta.dirname, '..', '..', 'data');
export const USER = '2f1d6c0e-6c1c-4c8e-9d55-0c8a1f1c8a11';

const answerOf = (message: MessageJson, more: Partial<Answer> = {}): Answer => ({ message, outcome: 'info', private: false, ...more });

/** One pixel. */
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** An embed with a picture, a link, and every piece of markup that might do harm. */
const picture = defineCommand({
	answer: () =>
		answerOf({
			components: [{ components: [{ label: 'Elsewhere', style: 5, type: 2, url: 'https://example.org/' }], type: 1 }],
			content: 'See [the map](https://example.org/map), not [this](javascript:alert(1)) or <img src=x onerror=alert(1)> \\*as is\\*',
			embeds: [{ description: '-# small\n**bold** *italic* __under__', image: { url: 'attachment://chart.png' }, title: 'A chart' }],
			files: [{ contentType: 'image/png', data: PNG, description: 'A chart of five estimates', name: 'chart.png' }],
		}),
	description: 'command.about.description',
	name: 'picture',
	options: {},
});

/** Says what it was given, as JSON. */
const echo = defineCommand({
	answer: (args) => answerOf({ content: `\`${JSON.stringify(args)}\`` }),
	description: 'command.help.description',
	name: 'echo',
	options: {
		text: { autocomplete: true, description: 'command.query', maxLength: 20, required: true, type: 'string' },
		kind: { choices: { event: 'kind.event', treaty: 'kind.treaty' }, description: 'command.query', type: 'string' },
		count: { description: 'command.query', max: 9, min: 1, type: 'integer' },
		private: { description: 'command.private', type: 'boolean' },
	},
	suggest: (text) => Array.from({ length: 40 }, (_, index) => ({ name: `${text} ${index}`, value: `value-${index}` })),
});

/** Takes its time. */
const slow = defineCommand({
	async answer() {
		await sleep(700);
		return answerOf({ content: 'done' });
	},
	description: 'command.help.description',
	name: 'slow',
	options: {},
});

const broken = defineCommand({
	answer() {
		throw new Error('broken on purpose');
	},
	description: 'command.help.description',
	name: 'broken',
	options: {},
});

/** Counts presses in place. */
const count: Action = {
	answer: ({ args: [number = '0'], values }) => counter(Number(number) + 1, values),
	name: 'count',
};

const counter = (number: number, values: readonly string[] = []): Answer =>
	answerOf(
		{
			components: [
				{
					components: [
						{ custom_id: customId('count', number), disabled: number >= 2, label: 'Count', style: 1, type: 2 },
						{ custom_id: customId('count', 0), label: 'Back', style: 2, type: 2 },
					],
					type: 1,
				},
			],
			content: `counted ${number} ${values.join()}`,
		},
		{ update: number > 0 },
	);

/** A form; what is written in it is said again. */
const form = defineCommand({
	answer: () =>
		answerOf(
			{ content: 'No form can be opened here.' },
			{
				modal: {
					customId: customId('form'),
					inputs: [
						{ description: 'In a few words', id: 'what', label: 'What is wrong', maxLength: 40, minLength: 3 },
						{ id: 'where', label: 'Where', multiline: true, required: false },
					],
					title: 'Report a problem',
				},
			},
		),
	description: 'command.help.description',
	name: 'form',
	options: {},
});

const formAction: Action = {
	answer: () => answerOf({ content: 'pressed' }),
	name: 'form',
	submit: ({ fields }) => answerOf({ content: `\`${JSON.stringify(fields)}\`` }, { private: true }),
};

const counting = defineCommand({ answer: () => counter(0), description: 'command.help.description', name: 'counting', options: {} });

/** Changes once it is there, and is followed by a message that nobody asked for. */
const round = defineCommand({
	answer: (_args, { messenger }) =>
		answerOf(
			{
				components: [{ components: [{ custom_id: customId('count', 0), label: 'Answer', style: 1, type: 2 }], type: 1 }],
				content: 'Question one',
			},
			{
				onSent(ref) {
					setTimeout(async () => {
						await messenger?.edit(ref, {
							components: [{ components: [{ custom_id: customId('count', 0), label: 'Answer', style: 1, type: 2 }], type: 1 }],
							content: 'Question two',
						});
						await messenger?.send(ref.channelId, { content: 'The round is over' });
					}, 300);
				},
			},
		),
	description: 'command.help.description',
	name: 'round',
	options: {},
});

export interface Site extends Playground {
	/** Lines that were printed. */
	readonly printed: readonly string[];
}

export async function openSite(
	options: { readonly directory?: string; readonly host?: string; readonly port?: number } = {},
): Promise<Site> {
	const logger = pino({ level: 'silent' });
	const own = [picture, echo, slow, broken, counting, form, round] as unknown as readonly AnyCommand[];
	const program = createProgram({
		actions: [...ACTIONS, count, formAction],
		commands: [...(await loadCommands()), ...own],
		library: await openLibrary({
			directory: options.directory ?? DATASET,
			...(options.directory ? { cacheDirectory: join(REAL_DATASET, '..', '.cache') } : {}),
		}),
		logger,
	});
	const printed: string[] = [];
	const playground = await openPlayground({
		config: { host: options.host ?? '127.0.0.1', port: options.port ?? 0 },
		logger,
		print: (line) => printed.push(line),
		program,
	});
	return { ...playground, printed };
}

export interface Reply {
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	/** The body, read as JSON where it is. */
	// biome-ignore lint/suspicious/noExplicitAny: what comes is compared, whatever its shape
	readonly json: any;
	readonly status: number;
	readonly text: string;
}

/** A request as a hostile client would make it: every header can be set. */
export function send(
	url: string,
	{
		body,
		headers = {},
		method = body === undefined ? 'GET' : 'POST',
	}: { body?: string; headers?: Record<string, string>; method?: string } = {},
): Promise<Reply> {
	return new Promise((resolve, reject) => {
		const sent = request(url, { agent: false, headers, method }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', reject);
			response.on('end', () => {
				const text = Buffer.concat(chunks).toString();
				const isJson = response.headers['content-type']?.startsWith('application/json');
				resolve({ headers: response.headers, json: isJson ? JSON.parse(text) : undefined, status: response.statusCode ?? 0, text });
			});
		});
		sent.on('error', reject);
		sent.end(body);
	});
}

/** A request as the page makes it. */
export const post = (url: string, path: string, body: object, headers: Record<string, string> = {}): Promise<Reply> =>
	send(new URL(path, url).href, {
		body: JSON.stringify({ locale: 'en', user: USER, ...body }),
		headers: { 'Content-Type': 'application/json', ...headers },
	});
