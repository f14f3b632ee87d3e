/** Puts the program together from its parts: what every front needs before it opens. */
import { constants, enableCompileCache } from 'node:module';
import type { Logger } from 'pino';
import { ACTIONS } from './actions/index.ts';
import type { OnCacheTrouble } from './cache-file.ts';
import { loadCommands } from './commands.ts';
import type { Config } from './config.ts';
import { openLibrary } from './library.ts';
import { createProgram, type Program } from './program.ts';
import { CACHE_DIRECTORY, COMPILED_DIRECTORY } from './project.ts';
import { createStore } from './store/index.ts';

export interface StartOptions {
	/** Whether the database is looked at now; where not, the first answer that needs it finds out. */
	readonly checkStore?: boolean;
}

/**
 * Loads the dataset and the commands, and looks whether the database can be used.
 *
 * @throws {StartError} when one of them does not fit, naming every fault.
 */
export async function startProgram(config: Config, logger: Logger, { checkStore = true }: StartOptions = {}): Promise<Program> {
	// Asked for before the dataset is read, which holds the only thread for a while.
	const cache = { cacheDirectory: CACHE_DIRECTORY, onCacheTrouble: warnOnce(logger) };
	// Turned on already where it can be; Node itself says nothing where it cannot.
	const { message, status } = enableCompileCache(COMPILED_DIRECTORY);
	if (status === constants.compileCacheStatus.FAILED) cache.onCacheTrouble(new Error(message));
	const loading = loadCommands(cache);
	loading.catch(() => undefined);
	const store = createStore({
		onConnectionLost: (error) => logger.warn({ err: error }, 'an idle connection to the database was lost'),
		onTidyFailed: (error) => logger.error({ err: error }, 'what has had its time could not be forgotten'),
		url: config.databaseUrl,
	});
	const checking = checkStore ? store.check() : Promise.resolve();
	checking.catch(() => undefined);
	const library = await openLibrary({ ...cache, directory: config.dataDirectory });
	await checking;
	return createProgram({ actions: ACTIONS, commands: await loading, library, logger, store });
}

/** What cannot be kept is made again at every start. One warning is enough: what keeps one file from being written keeps all. */
function warnOnce(logger: Logger): OnCacheTrouble {
	let isTold = false;
	return (error) => {
		if (isTold) return;
		isTold = true;
		const reason = error instanceof Error ? error.message : String(error);
		logger.warn(
			{ directory: CACHE_DIRECTORY, reason },
			`${CACHE_DIRECTORY} cannot be written, so that every start takes longer. Let the user that runs Variorum write there, or make room on the disk.`,
		);
	};
}
