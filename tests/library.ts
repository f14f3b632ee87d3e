/** The dataset that comes with the program, opened once for a test file. */
import { join } from 'node:path';
import type { Context } from '../src/answer.ts';
import { typedCommands } from '../src/command.ts';
import { loadCommands } from '../src/commands.ts';
import { localAsker } from '../src/fronts/local.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { type Language, speakerOf } from '../src/messages/index.ts';
import { createStore } from '../src/store/index.ts';

const root = join(import.meta.dirname, '..');

export const openDataset = (): Promise<Library> => openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });

export async function createContext(library: Library, language: Language = 'en'): Promise<Context> {
	const now = new Date('2026-11-23T12:00:00Z');
	return {
		asker: localAsker({ displayName: 'Asker', front: 'terminal', userId: 'asker' }),
		commands: typedCommands(await loadCommands()),
		dice: () => 0.5,
		library,
		now,
		people: new Map(),
		speaker: speakerOf(language),
		store: createStore({ clock: () => now, url: 'sqlite::memory:' }),
	};
}
