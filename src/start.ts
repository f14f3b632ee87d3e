/** Puts the program together from its parts: what every front needs before it opens. */
import type { Logger } from 'pino';
import { ACTIONS } from './actions/index.ts';
import { loadCommands } from './commands.ts';
import type { Config } from './config.ts';
import { openLibrary } from './library.ts';
import { createProgram, type Program } from './program.ts';
import { CACHE_DIRECTORY } from './project.ts';
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
	const loading = loadCommands({ cacheDirectory: CACHE_DIRECTORY });
	loading.catch(() => undefined);
	const store = createStore({
		onConnectionLost: (error) => logger.warn({ err: error }, 'an idle connection to the database was lost'),
		url: config.databaseUrl,
	});
	const checking = checkStore ? store.check() : Promise.resolve();
	checking.catch(() => undefined);
	const library = await openLibrary({ cacheDirectory: CACHE_DIRECTORY, directory: config.dataDirectory });
	await checking;
	return createProgram({ actions: ACTIONS, commands: await loading, library, logger, store });
}
