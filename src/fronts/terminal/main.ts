/** `npm run ask -- "/treaty portsmouth"`: one question, one answer, on standard output. */
import module from 'node:module';
import { join } from 'node:path';

module.enableCompileCache(join(import.meta.dirname, '../../../.cache', 'compiled'));

const [
	{ DatasetError },
	{ loadEnvironmentFile, PROJECT_DIRECTORY },
	{ readSettings },
	{ createLogger },
	{ firstLanguageOf },
	{ startProgram },
	{ StartError },
	{ ask },
] = await Promise.all([
	import('../../dataset/fault.ts'),
	import('../../project.ts'),
	import('../../settings.ts'),
	import('../../logger.ts'),
	import('../../messages/index.ts'),
	import('../../start.ts'),
	import('../../start-error.ts'),
	import('./index.ts'),
]);

try {
	loadEnvironmentFile(PROJECT_DIRECTORY);
	// Standard output is the answer's; it is not a place for logs, nor is a person at a terminal in want of them.
	const config = await readSettings({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL?.trim() || 'warn' });
	const program = await startProgram(config, createLogger({ level: config.logLevel, to: 'stderr' }), { checkStore: false });
	const { LANG, LANGUAGE, LC_ALL, LC_MESSAGES } = process.env;
	// As gettext does: a list of languages counts unless the locale is one of programs.
	const locale = LC_ALL || LC_MESSAGES || LANG || '';
	const language = firstLanguageOf(/^(?:C|POSIX)\b/.test(locale) ? [] : [...(LANGUAGE?.split(':') ?? []), locale]);
	const { exitCode, text } = await ask(program, process.argv.slice(2).join(' '), language);
	(exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
	process.exitCode = exitCode;
	await program.store.close();
} catch (error) {
	if (!(error instanceof StartError || error instanceof DatasetError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
