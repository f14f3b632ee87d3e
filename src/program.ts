/** Every front's way in: commands and actions by name, one error boundary, the same log fields for all. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Action, parseCustomId } from './action.ts';
import type { Answer, Asker, Choice, Context, Request } from './answer.ts';
import { createPictures } from './cards/pictures/index.ts';
import { type AnyCommand, type Declared, isMessageCommand, type MessageCommand, typedCommands } from './command.ts';
import type { Library } from './library.ts';
import { type Language, speakerOf } from './messages/index.ts';
import type { Messenger } from './messenger.ts';
import { registeredName } from './registration.ts';
import type { Rounds } from './rounds/index.ts';
import { lazyRounds } from './rounds/lazy.ts';
import { createStore, type Store } from './store/index.ts';

/** Discord shows 25 lines of autocomplete. */
const SUGGESTIONS_MAX = 25;

export interface ProgramOptions {
	readonly actions: readonly Action[];
	readonly clock?: () => Date;
	readonly commands: readonly Declared[];
	readonly dice?: () => number;
	readonly library: Library;
	readonly logger: Logger;
	/** One in memory, which forgets everything at the end, unless told otherwise. */
	readonly store?: Store;
}

/** Who asks, in which languages, and the way to send more than the answer. */
export interface Caller {
	readonly asker: Asker;
	/** The asker's. */
	readonly language: Language;
	readonly messenger?: Messenger | undefined;
	/** That of everybody there, where it is another. */
	readonly publicLanguage?: Language | undefined;
}

export type AnswerableRequest = Exclude<Request, { type: 'suggest' }>;

export interface Program {
	/** What can be typed, by its whole name. */
	readonly commands: ReadonlyMap<string, AnyCommand>;
	/** What is registered. */
	readonly declared: readonly Declared[];
	readonly library: Library;
	/** By the names that they are registered under. */
	readonly messageCommands: ReadonlyMap<string, MessageCommand>;
	/** What goes on between answers; a front that can send messages attends to it. */
	readonly rounds: Rounds;
	readonly store: Store;
	/** Answers a command, a press or a form. Never throws: a fault becomes an apology with an id, and the log has the story. */
	answer(request: AnswerableRequest, caller: Caller): Answer | Promise<Answer>;
	/** Lines of autocomplete; none when something goes wrong, for there is no way to apologise in a list. */
	suggest(request: Extract<Request, { type: 'suggest' }>, caller: Caller): readonly Choice[];
}

export function createProgram(options: ProgramOptions): Program {
	const { actions, clock = () => new Date(), commands: declared, dice = Math.random, library, logger } = options;
	const store = options.store ?? createStore({ clock, url: 'sqlite::memory:' });
	const pictures = createPictures({ logger });
	const rounds = lazyRounds({ clock, library, logger, pictures, store });
	const commands = typedCommands(declared);
	const commandsByName = new Map(commands.map((command) => [command.name, command]));
	const messageCommandsByName = new Map(declared.filter(isMessageCommand).map((command) => [registeredName(command), command]));
	const actionsByName = new Map(actions.map((action) => [action.name, action]));

	const contextOf = ({ asker, language, messenger, publicLanguage = language }: Caller, request: Request): Context => ({
		asker,
		commands,
		dice,
		library,
		...(messenger ? { messenger } : {}),
		now: clock(),
		people: new Map('people' in request ? request.people?.map((person) => [person.id, person]) : []),
		pictures,
		publicSpeaker: speakerOf(publicLanguage),
		rounds,
		speaker: speakerOf(language),
		store,
	});

	/** For the log: ids, never words. */
	const fieldsOf = (request: Request, { asker, language }: Caller) => ({
		front: asker.front,
		guild: asker.guildId,
		language,
		name: 'customId' in request ? (parseCustomId(request.customId)?.action ?? 'unknown') : request.name,
		type: request.type,
		user: asker.userId,
	});

	const apologise = (error: unknown, request: Request, caller: Caller): Answer => {
		const id = randomUUID().slice(0, 8);
		logger.error({ ...fieldsOf(request, caller), err: error, errorId: id }, 'an answer failed');
		return { message: { content: speakerOf(caller.language).say('error.unexpected', { id }) }, outcome: 'error', private: true };
	};

	const refuse = (caller: Caller, key: 'error.old-button' | 'error.unknown-command'): Answer => ({
		message: { content: speakerOf(caller.language).say(key) },
		outcome: 'refused',
		private: true,
	});

	const use = (request: Extract<AnswerableRequest, { customId: string }>, caller: Caller): Answer | Promise<Answer> => {
		const id = parseCustomId(request.customId);
		const action = id && actionsByName.get(id.action);
		if (!action) return refuse(caller, 'error.old-button');
		const { at, embeds, id: interaction, isPrivate, own } = request;
		const use = { args: id.args, at, embeds, ...(interaction === undefined ? {} : { id: interaction }), isPrivate, own };
		const context = contextOf(caller, request);
		if (request.type === 'press') return action.answer({ ...use, values: request.values }, context);
		return action.submit?.({ ...use, fields: request.fields }, context) ?? refuse(caller, 'error.old-button');
	};

	const run = (request: AnswerableRequest, caller: Caller): Answer | Promise<Answer> => {
		if (request.type === 'command') {
			const command = commandsByName.get(request.name);
			return command ? command.answer(request.args, contextOf(caller, request)) : refuse(caller, 'error.unknown-command');
		}
		if (request.type === 'message-command') {
			const command = messageCommandsByName.get(request.name);
			return command ? command.answer({ message: request.message }, contextOf(caller, request)) : refuse(caller, 'error.unknown-command');
		}
		return use(request, caller);
	};

	return {
		answer(request, caller) {
			const started = performance.now();
			const finish = (answer: Answer): Answer => {
				// The fields are not put together for a line that nobody will read.
				if (logger.isLevelEnabled('debug'))
					logger.debug({ ...fieldsOf(request, caller), ms: performance.now() - started, outcome: answer.outcome }, 'answered');
				return answer;
			};
			try {
				const answer = run(request, caller);
				if (!(answer instanceof Promise)) return finish(answer);
				return answer.then(finish, (error: unknown) => apologise(error, request, caller));
			} catch (error) {
				return apologise(error, request, caller);
			}
		},
		commands: commandsByName,
		declared,
		library,
		messageCommands: messageCommandsByName,
		rounds,
		store,
		suggest(request, caller) {
			try {
				const command = commandsByName.get(request.name);
				const choices = command?.suggest?.(request.text, request.option, { library, speaker: speakerOf(caller.language) }) ?? [];
				return choices.length > SUGGESTIONS_MAX ? choices.slice(0, SUGGESTIONS_MAX) : choices;
			} catch (error) {
				logger.error({ ...fieldsOf(request, caller), err: error }, 'suggestions failed');
				return [];
			}
		},
	};
}
