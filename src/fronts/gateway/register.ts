/** Registers the global commands with Discord when they differ from what is registered. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { REST } from 'discord.js';
import { type RESTGetAPIApplicationCommandsResult, Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { type CommandRegistration, isSameRegistration } from '../../registration.ts';

export interface RegisterOptions {
	readonly applicationId: string;
	/** Put together only when they are asked for: it reads the words of every language. */
	readonly commands: () => Promise<readonly CommandRegistration[]> | readonly CommandRegistration[];
	readonly logger: Logger;
	readonly rest: REST;
}

/** Waits between attempts when Discord is in trouble. */
const RETRY_AFTER_SECONDS = [5, 30, 120];

export interface PatientRegisterOptions extends Omit<RegisterOptions, 'applicationId'> {
	readonly applicationId: Promise<string> | string;
	/** Gives up, without a word. */
	readonly signal: AbortSignal;
}

/**
 * Registers the commands, beside connecting; resolves when that is done or given up, which is logged. It is no reason
 * to stop: what is registered already goes on working.
 */
export async function registerWithPatience({ applicationId, logger, signal, ...options }: PatientRegisterOptions): Promise<void> {
	for (const wait of [...RETRY_AFTER_SECONDS, null]) {
		try {
			await registerCommands({ ...options, applicationId: await applicationId, logger });
			return;
		} catch (error) {
			if (signal.aborted) return;
			const { status = 500 } = error as { status?: number };
			const isFinal = wait === null || (status >= 400 && status < 500);
			logger.error({ err: error, front: 'gateway', retryAfterSeconds: isFinal ? undefined : wait }, 'commands could not be registered');
			if (isFinal) return;
			await sleep(wait * 1000, undefined, { ref: false, signal }).catch(() => undefined);
			if (signal.aborted) return;
		}
	}
}

/** Whether something had to be written. Rejects when Discord refuses or cannot be reached. */
export async function registerCommands({ applicationId, commands: declare, logger, rest }: RegisterOptions): Promise<boolean> {
	const route = Routes.applicationCommands(applicationId);
	// Localisations are left out of the list unless asked for, and would then always look changed.
	const query = new URLSearchParams({ with_localizations: 'true' });
	const registered = (await rest.get(route, { query })) as RESTGetAPIApplicationCommandsResult;
	const commands = await declare();
	const names = commands.map(({ name }) => name);
	if (isSameRegistration(registered, commands)) {
		logger.info({ commands: names, front: 'gateway' }, 'commands are registered as they are');
		return false;
	}
	await rest.put(route, { body: commands });
	logger.info({ commands: names, front: 'gateway' }, 'commands registered');
	return true;
}
