/** What the data scripts share: where the dataset is, and which files were named on the command line. */
import { relative, resolve } from 'node:path';
import { nearest } from '../src/dataset/near.ts';

export const dataDirectory = (): string => resolve(process.env.DATA_DIR?.trim() || 'data');

export interface NamedFiles {
	/** Paths below the data folder; `undefined` when none was named. */
	readonly only?: ReadonlySet<string>;
	/** One sentence for each argument that names no file of the dataset. */
	readonly unknown: readonly string[];
}

/** Understands a path from here, a path below the data folder, and an id. */
export function namedFiles(directory: string, args: readonly string[], known: readonly string[]): NamedFiles {
	const names = args.filter((arg) => !arg.startsWith('--'));
	if (names.length === 0) return { unknown: [] };
	const all = new Set(known);
	const byId = new Map(known.map((file) => [file.replace(/^.*\//u, '').replace(/\.yml$/u, ''), file]));
	const only = new Set<string>();
	const unknown: string[] = [];
	for (const name of names) {
		const below = relative(directory, resolve(name)).replaceAll('\\', '/');
		const found = [below, name.replaceAll('\\', '/'), byId.get(name)].find((file) => file !== undefined && all.has(file));
		if (found) only.add(found);
		else {
			const guess = nearest(name.replace(/^.*\//u, '').replace(/\.ya?ml$/u, ''), [...byId.keys()]);
			unknown.push(`${name} is no file of the dataset in ${directory}.${guess ? ` Did you mean ${byId.get(guess)}?` : ''}`);
		}
	}
	return { only, unknown };
}

/** Splits `--name value` and `--name=value` from plain words. Ends the process where an option is not known. */
export function optionsOf(
	args: readonly string[],
	known: readonly string[],
	flags: readonly string[] = [],
): { options: Record<string, string | undefined>; words: string[] } {
	const options: Record<string, string | undefined> = {};
	const words: string[] = [];
	for (let index = 0; index < args.length; index++) {
		const arg = args[index]!;
		if (!arg.startsWith('--')) {
			words.push(arg);
			continue;
		}
		const [name = '', value] = arg.slice(2).split('=', 2);
		if (flags.includes(name)) options[name] = 'yes';
		else if (known.includes(name)) options[name] = value ?? args[++index];
		else {
			const all = [...known, ...flags].map((it) => `--${it}`);
			console.error(`${arg} is no option.${all.length > 0 ? ` There is ${all.join(', ')}.` : ''}`);
			process.exit(2);
		}
	}
	return { options, words };
}
