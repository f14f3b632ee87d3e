/** Words as outlines, so that a picture looks the same on a machine without any fonts. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type PathCommand } from 'opentype.js';

export type Hand = 'bold' | 'italic';

/** Each hand in the order in which its files are looked into; the last one, for Japanese, has no slant and one weight. */
const FILES: Readonly<Record<Hand, readonly string[]>> = {
	bold: ['pt-sans/files/pt-sans-latin-700-normal', 'pt-sans/files/pt-sans-cyrillic-700-normal'],
	italic: ['pt-sans/files/pt-sans-latin-400-italic', 'pt-sans/files/pt-sans-cyrillic-400-italic'],
};
const LAST = 'sawarabi-gothic/files/sawarabi-gothic-japanese-400-normal';

const fonts = new Map<string, Font>();

function fontOf(file: string): Font {
	let font = fonts.get(file);
	if (!font) {
		const bytes = readFileSync(createRequire(import.meta.url).resolve(`@fontsource/${file}.woff`));
		font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
		fonts.set(file, font);
	}
	return font;
}

const has = (font: Font, character: string) => character === ' ' || font.charToGlyphIndex(character) > 0;

/** The first file that has a character; `undefined` where none does. */
function fileFor(character: string, hand: Hand): string | undefined {
	return [...FILES[hand], LAST].find((file) => has(fontOf(file), character));
}

export const canWrite = (text: string, hand: Hand): boolean => [...text].every((character) => fileFor(character, hand) !== undefined);

export interface Written {
	/** Data of an SVG path, from the origin along the baseline. */
	readonly path: string;
	readonly width: number;
}

/** One line. A character that no font has is left out. */
export function write(text: string, size: number, hand: Hand): Written {
	const runs: { file: string; text: string }[] = [];
	for (const character of text) {
		const file = fileFor(character, hand);
		const last = runs.at(-1);
		if (file && last?.file === file) last.text += character;
		else if (file) runs.push({ file, text: character });
	}
	let width = 0;
	const paths = runs.map((run) => {
		const font = fontOf(run.file);
		const path = font.getPath(run.text, width, 0, size).commands.map(dataOf).join('');
		width += font.getAdvanceWidth(run.text, size);
		return path;
	});
	return { path: paths.join(''), width };
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The library's own writing loses a space where a number is a little below nought. */
function dataOf(command: PathCommand): string {
	switch (command.type) {
		case 'Z':
			return 'Z';
		case 'C':
			return `C${[command.x1, command.y1, command.x2, command.y2, command.x, command.y].map(round).join(' ')}`;
		case 'Q':
			return `Q${[command.x1, command.y1, command.x, command.y].map(round).join(' ')}`;
		default:
			return `${command.type}${[command.x, command.y].map(round).join(' ')}`;
	}
}
