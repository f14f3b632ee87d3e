/** The dataset that comes with the program, opened once for a test file. */
import { join } from 'node:path';
import pino from 'pino';
import type { Context } from '../src/answer.ts';
import { createPictures } from '../src/cards/pictures/index.ts';
import { typedCommands } from '../src/command.ts';
import { loadCommands } from '../src/commands.ts';
import { localAsker } from '../src/fronts/local.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { type Language, speakerOf } from '../src/messages/index.ts';
import { createRounds } from '../src/rounds/index.ts';
import { createStore } from '../src/store/index.ts';

const root = join(import.meta.dirname, '..');

export const openDataset = (): Promise<Library> => openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });

export async function createContext(library: Library, language: Language = 'en', publicLanguage = language): Promise<Context> {
	const now = new Date('2026-11-23T12:00:00Z');
	const clock = () => now;
	const store = createStore({ clock, url: 'sqlite::memory:' });
	const logger = pino({ level: 'silent' });
	const pictures = createPictures({ logger });
	return {
		asker: localAsker({ displayName: 'Asker', front: 'terminal', userId: 'asker' }),
		commands: typedCommands(await loadCommands()),
		dice: () => 0.5,
		library,
		now,
		people: new Map(),
		pictures,
		publicSpeaker: speakerOf(publicLanguage),
		rounds: createRounds({ clock, library, logger, pictures, store }),
		speaker: speakerOf(language),
		store,
	};
}
