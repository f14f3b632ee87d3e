/** `npm run ask -- "/treaty portsmouth"`: one question, one answer, on standard output. */
import module from 'node:module';
import { join } from 'node:path';

module.enableCompileCache(join(import.meta.dirname, '../../../.cache', 'compiled'));

const [
	{ DatasetError },
	{ loadEnvironmentFile, PROJECT_DIRECTORY },
	{ readSettings },
	{ createLogger },
	{ startProgram },
	{ StartError },
	{ ask },
	{ terminalLanguage },
] = await Promise.all([
	import('../../dataset/fault.ts'),
	import('../../project.ts'),
	import('../../settings.ts'),
	import('../../logger.ts'),
	import('../../start.ts'),
	import('../../start-error.ts'),
	import('./index.ts'),
	import('./language.ts'),
]);

try {
	loadEnvironmentFile(PROJECT_DIRECTORY);
	// Standard output is the answer's; it is not a place for logs, nor is a person at a terminal in want of them.
	const config = await readSettings({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL?.trim() || 'warn' });
	const program = await startProgram(config, createLogger({ level: config.logLevel, to: 'stderr' }), { checkStore: false });
	const { exitCode, text } = await ask(program, process.argv.slice(2).join(' '), terminalLanguage(process.env));
	(exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
	process.exitCode = exitCode;
	await program.store.close();
} catch (error) {
	if (!(error instanceof StartError || error instanceof DatasetError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
