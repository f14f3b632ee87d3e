/** The gateway front in this process, with a handful of commands made for tests, connected to the stand-in. */
import type { Action } from '../../src/action.ts';
import type { Answer, MessageJson } from '../../src/answer.ts';
import { openBibliography } from '../../src/bibliography/index.ts';
import { type AnyCommand, type Declared, defineCommand } from '../../src/command.ts';
import { createDataset } from '../../src/dataset/dataset.ts';
import { type Gateway, type GatewayOptions, openGateway } from '../../src/fronts/gateway/index.ts';
import type { Library } from '../../src/library.ts';
import { createLogger } from '../../src/logger.ts';
import { createProgram, type Program } from '../../src/program.ts';
import type { Store } from '../../src/store/index.ts';
import type { Standin } from './index.ts';

export type LogLine = Record<string, unknown> & { readonly level: string; readonly msg: string };

const EMPTY_DATASET = createDataset({
	entries: [],
	manifest: { licence: 'none', name: { en: 'Empty' }, version: '2026.1.0' },
	redirects: {},
	topics: {},
});
/** A library in which nothing stands. */
export const EMPTY_LIBRARY: Library = {
	bibliography: openBibliography(EMPTY_DATASET),
	dataset: EMPTY_DATASET,
	finder: { find: () => ({ guesses: [], kind: 'miss' }), lineCount: 0, lines: () => [], suggest: () => [] },
	origin: { directory: '' },
};

export const answerOf = (message: MessageJson, more: Partial<Answer> = {}): Answer => ({
	message,
	outcome: 'info',
	private: false,
	...more,
});
export const say = (content: string, more?: Partial<Answer>): Answer => answerOf({ content }, more);

/** `/echo text:… private:…`, with autocomplete that repeats what is typed. */
export const echo = defineCommand({
	answer: ({ private: isPrivate, text }, { publicSpeaker, speaker }) =>
		say(`${(isPrivate ? speaker : publicSpeaker).language}: ${text}`, { private: isPrivate ?? false }),
	description: 'command.private',
	name: 'echo',
	options: {
		text: { autocomplete: true, description: 'command.private', required: true, type: 'string' },
		private: { description: 'command.private', type: 'boolean' },
	},
	suggest: (text, option) =>
		text === 'many'
			? Array.from({ length: 30 }, (_, index) => ({ name: `${index}`, value: `${index}` }))
			: [{ name: `${option} ${text}`, value: text }],
});

export interface Bot {
	readonly gateway: Gateway;
	readonly logs: readonly LogLine[];
	readonly program: Program;
	/** Resolves with the first line whose `msg` is this, also one of the past. */
	whenLogged(message: string): Promise<LogLine>;
}

export type BotOptions = Partial<Omit<GatewayOptions, 'logger' | 'program'>> & {
	readonly actions?: readonly Action[];
	/** What the front is given in the place of the program. */
	readonly change?: (program: Program) => Program;
	/** Stands still at 1970 unless told otherwise. */
	readonly clock?: () => Date;
	readonly commands?: readonly Declared[];
	readonly dice?: () => number;
	/** What the bot knows; nothing unless told otherwise. */
	readonly library?: Library;
	readonly store?: Store;
};

/** Resolves when the bot is ready and its commands are registered. */
export async function startBot(
	standin: Standin,
	{
		actions = [],
		change = (it) => it,
		clock = () => new Date(0),
		commands = [echo as unknown as AnyCommand],
		dice,
		library = EMPTY_LIBRARY,
		store,
		...options
	}: BotOptions = {},
): Promise<Bot> {
	const logs: LogLine[] = [];
	let waiting: (() => void)[] = [];
	const logger = createLogger({
		level: 'debug',
		to: {
			write(line) {
				logs.push(JSON.parse(line) as LogLine);
				for (const check of waiting) check();
			},
		},
	});
	const program = change(createProgram({ actions, clock, commands, dice, library, logger, store }));
	const gateway = await openGateway({ apiUrl: standin.url, logger, program, token: standin.token, ...options });
	await gateway.registered;
	return {
		gateway,
		logs,
		program,
		whenLogged: (message) =>
			new Promise((resolve) => {
				const check = () => {
					const found = logs.find(({ msg }) => msg === message);
					if (!found) return;
					waiting = waiting.filter((it) => it !== check);
					resolve(found);
				};
				waiting.push(check);
				check();
			}),
	};
}
