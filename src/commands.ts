/** Loads and checks the command files: what is registered and what is dispatched are the same objects. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CacheOptions, recall, remember } from './cache-file.ts';
import type { Declared } from './command.ts';
import { catalogueOf } from './messages/index.ts';
import { PROJECT_DIRECTORY } from './project.ts';
import { StartError } from './start-error.ts';

/** It is kept between starts that the commands fit, so that the very same are not checked again. */
export interface LoadOptions extends CacheOptions {
	/** The folder of the commands. */
	readonly directory?: string;
}

/**
 * Loads every command of the folder, in the order of their names.
 *
 * @throws {StartError} naming every file that does not fit the contract of `command.ts`, with the reasons.
 */
export async function loadCommands({
	cacheDirectory,
	directory = join(PROJECT_DIRECTORY, 'commands'),
	onCacheTrouble,
}: LoadOptions = {}): Promise<Declared[]> {
	const files = (await readFolder(directory)).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')).sort();
	const loaded = await Promise.all(
		files.map(async (file) => {
			try {
				const module = (await import(pathToFileURL(join(directory, file)).href)) as { default?: unknown };
				return { exported: module.default, file };
			} catch (error) {
				return { error, exported: undefined, file };
			}
		}),
	);
	const commands = loaded.map(({ exported }) => exported as Declared);
	const known = cacheDirectory && join(cacheDirectory, 'commands.json');
	const digest = digestOf(loaded);
	if (known && recall(known, digest)) return commands;
	const { checkCommand, checkTogether } = await import('./command-check.ts');
	const faults = loaded.flatMap(({ error, exported, file }) =>
		error === undefined
			? checkCommand(file, exported)
			: [`${file}: cannot be loaded: ${error instanceof Error ? error.message : String(error)}`],
	);
	if (files.length === 0) faults.push('there is no command file');
	// Commands that do not fit have no names to be compared.
	if (faults.length === 0) faults.push(...checkTogether(commands));
	if (faults.length > 0)
		throw new StartError(`The commands in ${directory} cannot be used.\n\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
	if (known) remember(known, digest, true, onCacheTrouble);
	return commands;
}

/** Changes with everything that is checked: what the files declare, the words that it names, and the code that checks it. */
function digestOf(loaded: readonly { readonly exported: unknown; readonly file: string }[]): string {
	const hash = createHash('sha256').update(process.version);
	for (const code of ['command-check.ts', 'command.ts', 'commands.ts', 'registration.ts'])
		hash.update(readFileSync(join(import.meta.dirname, code)));
	return hash
		.update(JSON.stringify(catalogueOf('en')))
		.update(
			JSON.stringify(loaded, (_, value: unknown) =>
				typeof value === 'function' ? 'a function' : typeof value === 'bigint' ? `${value}n` : value,
			),
		)
		.digest('hex');
}

async function readFolder(directory: string): Promise<string[]> {
	try {
		return await readdir(directory);
	} catch (cause) {
		throw new StartError(`The commands in ${directory} cannot be read (${(cause as NodeJS.ErrnoException).code}). Restore the folder.`, {
			cause,
		});
	}
}
