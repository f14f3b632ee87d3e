/** The dataset that comes with the program, opened once for a test file. */
import { join } from 'node:path';
import type { Context } from '../src/answer.ts';
import { loadCommands } from '../src/commands.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { type Language, speakerOf } from '../src/messages/index.ts';

const root = join(import.meta.dirname, '..');

export const openDataset = (): Promise<Library> => openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });

export async function createContext(library: Library, language: Language = 'en'): Promise<Context> {
	return { commands: await loadCommands(), library, now: new Date('2026-11-23T12:00:00Z'), speaker: speakerOf(language) };
}
