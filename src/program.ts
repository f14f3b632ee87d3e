/** Every front's way in: commands and actions by name, one error boundary, the same log fields for all. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type Action, parseCustomId } from './action.ts';
import type { Answer, Choice, Context, Request } from './answer.ts';
import type { AnyCommand } from './command.ts';
import type { Library } from './library.ts';
import { type Language, speakerOf } from './messages/index.ts';

/** Discord shows 25 lines of autocomplete. */
const SUGGESTIONS_MAX = 25;

export interface ProgramOptions {
	readonly actions: readonly Action[];
	readonly clock?: () => Date;
	readonly commands: readonly AnyCommand[];
	readonly library: Library;
	readonly logger: Logger;
}

/** Who asks and where, for the log: ids, never words. */
export interface Caller {
	readonly front: 'endpoint' | 'gateway' | 'playground' | 'terminal';
	readonly guildId?: string;
	readonly language: Language;
	readonly userId?: string;
}

export interface Program {
	readonly commands: ReadonlyMap<string, AnyCommand>;
	readonly library: Library;
	/** Answers a command or a press. Never throws: a fault becomes an apology with an id, and the log has the story. */
	answer(request: Exclude<Request, { type: 'suggest' }>, caller: Caller): Answer | Promise<Answer>;
	/** Lines of autocomplete; none when something goes wrong, for there is no way to apologise in a list. */
	suggest(request: Extract<Request, { type: 'suggest' }>, caller: Caller): readonly Choice[];
}

export function createProgram({ actions, clock = () => new Date(), commands, library, logger }: ProgramOptions): Program {
	const commandsByName = new Map(commands.map((command) => [command.name, command]));
	const actionsByName = new Map(actions.map((action) => [action.name, action]));

	const contextOf = (caller: Caller): Context => ({ commands, library, now: clock(), speaker: speakerOf(caller.language) });

	const fieldsOf = (request: Request, caller: Caller) => ({
		front: caller.front,
		guild: caller.guildId,
		language: caller.language,
		name: request.type === 'press' ? (parseCustomId(request.customId)?.action ?? 'unknown') : request.name,
		type: request.type,
		user: caller.userId,
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

	const run = (request: Exclude<Request, { type: 'suggest' }>, caller: Caller): Answer | Promise<Answer> => {
		if (request.type === 'command') {
			const command = commandsByName.get(request.name);
			return command ? command.answer(request.args, contextOf(caller)) : refuse(caller, 'error.unknown-command');
		}
		const id = parseCustomId(request.customId);
		const action = id && actionsByName.get(id.action);
		if (!action) return refuse(caller, 'error.old-button');
		return action.answer({ args: id.args, own: request.own, values: request.values }, contextOf(caller));
	};

	return {
		answer(request, caller) {
			const started = performance.now();
			const finish = (answer: Answer): Answer => {
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
		library,
		suggest(request, caller) {
			try {
				const command = commandsByName.get(request.name);
				return command?.suggest?.(request.text, request.option, contextOf(caller)).slice(0, SUGGESTIONS_MAX) ?? [];
			} catch (error) {
				logger.error({ ...fieldsOf(request, caller), err: error }, 'suggestions failed');
				return [];
			}
		},
	};
}
