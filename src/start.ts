/** Puts the program together from its parts: what every front needs before it opens. */
import { join } from 'node:path';
import type { Logger } from 'pino';
import { ACTIONS } from './actions/index.ts';
import { loadCommands } from './commands.ts';
import { type Config, PROJECT_DIRECTORY } from './config.ts';
import { openLibrary } from './library.ts';
import { createProgram, type Program } from './program.ts';

/** For what can be made again: compiled code, a prepared index. */
export const CACHE_DIRECTORY = join(PROJECT_DIRECTORY, '.cache');

/**
 * Loads the dataset and the commands.
 *
 * @throws {StartError} when either does not fit, naming every fault.
 */
export async function startProgram(config: Config, logger: Logger): Promise<Program> {
	// Asked for before the dataset is read, which holds the only thread for a while.
	const loading = loadCommands();
	loading.catch(() => undefined);
	const library = await openLibrary({ cacheDirectory: CACHE_DIRECTORY, directory: config.dataDirectory });
	return createProgram({ actions: ACTIONS, commands: await loading, library, logger });
}
