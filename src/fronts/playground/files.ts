/** The files of the page: plain CSS and SVG, a font, and TypeScript whose types are blanked out when it is asked for. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type Language, type MessageKey, speakerOf } from '../../messages/index.ts';
import { FONT_STYLE, fontFiles, fontStyle } from './font.ts';

const DIRECTORY = join(import.meta.dirname, 'page');
const TYPES: Readonly<Record<string, string>> = {
	'.css': 'text/css; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.ts': 'text/javascript; charset=utf-8',
	'.woff2': 'font/woff2',
};

export interface PageFile {
	readonly body: string | Uint8Array<ArrayBuffer>;
	readonly contentType: string;
}

export interface PageFiles {
	/** The document, with the few words in it that must be there before any script has run. */
	document(language: Language): string;
	/** A file by its name, or `undefined` when there is none. No path leads elsewhere, for only names are known. */
	get(name: string): Promise<PageFile | undefined>;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Reads which files there are; each is read when it is first asked for, and kept. */
export function openPageFiles(): PageFiles {
	const template = readFileSync(join(DIRECTORY, 'index.html'), 'utf8');
	const own = readdirSync(DIRECTORY).filter((name) => Object.hasOwn(TYPES, extname(name)));
	const paths = new Map([...own.map((name) => [name, join(DIRECTORY, name)] as const), ...fontFiles()]);
	const kept = new Map<string, Promise<PageFile>>();
	return {
		document: (language) =>
			template
				.replace('lang="en"', `lang="${language}"`)
				.replace(/%([\w.-]+)%/g, (_, key: string) => escapeHtml(speakerOf(language).say(key as MessageKey))),
		async get(name) {
			const path = paths.get(name);
			if (path === undefined) return undefined;
			let file = kept.get(name);
			if (!file) {
				file = readPageFile(name, path);
				kept.set(name, file);
			}
			return file;
		},
	};
}

async function readPageFile(name: string, path: string): Promise<PageFile> {
	const extension = extname(name);
	const contentType = TYPES[extension] as string;
	if (extension === '.woff2') return { body: readFileSync(path), contentType };
	const body = readFileSync(path, 'utf8');
	if (name === FONT_STYLE) return { body: fontStyle(body), contentType };
	if (extension !== '.ts') return { body, contentType };
	// Node strips types by the same code, but warns at every start when a program asks it to.
	const { transformSync } = await import('amaro');
	return { body: transformSync(body, { mode: 'strip-only' }).code, contentType };
}
