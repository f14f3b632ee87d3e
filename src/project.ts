/** Where the program stands, and what it finds there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export const PROJECT_DIRECTORY = join(import.meta.dirname, '..');

/** For what can be made again: compiled code, a prepared index. */
export const CACHE_DIRECTORY = join(PROJECT_DIRECTORY, '.cache');
/** What Node has compiled; the files that begin a process name it themselves, for they import nothing before. */
export const COMPILED_DIRECTORY = join(CACHE_DIRECTORY, 'compiled');

/** Adds the settings of `.env` in `directory` to the environment, where there is such a file; what is set already stays. */
export function loadEnvironmentFile(directory: string): void {
	const file = join(directory, '.env');
	if (existsSync(file)) process.loadEnvFile(file);
}
