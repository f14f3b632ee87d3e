/**
 * A font for the Japanese and Chinese in every other answer, for browsers on systems that have none. It comes in a hundred files, each for
 * some characters, of which a browser asks for those alone that it shows and has no other font for.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The stylesheet that names the files. */
export const FONT_STYLE = 'sawarabi-gothic.css';

/** Those without a number are for Latin, Cyrillic and Vietnamese. */
const FILE = /^sawarabi-gothic-\d+-400-normal\.woff2$/;
const FACE = /@font-face \{[^}]*\/sawarabi-gothic-\d+-400-normal\.woff2[^}]*\}/g;
/** The other format is for browsers of before 2016. */
const SOURCE = /url\(\.\/files\/([^)]+\.woff2)\)[^;]*/;
const RANGES = /unicode-range: ([^;]*);/;
/**
 * Unicode's blocks of kana, characters and what stands between them. The numbered files hold Latin and signs as well, which every system
 * has better.
 */
const WRITTEN: readonly (readonly [first: number, last: number])[] = [
	[0x2e80, 0x9fff],
	[0xf900, 0xfaff],
	[0xfe30, 0xfe4f],
	[0xff00, 0xffef],
];

/** The paths of the stylesheet and of the files of the font, by the names that they are served under. */
export function fontFiles(): Map<string, string> {
	const directory = dirname(createRequire(import.meta.url).resolve('@fontsource/sawarabi-gothic/package.json'));
	const files = readdirSync(join(directory, 'files')).filter((name) => FILE.test(name));
	return new Map([[FONT_STYLE, join(directory, '400.css')], ...files.map((name) => [name, join(directory, 'files', name)] as const)]);
}

/** The package's stylesheet with the faces that are served, at the addresses where they are, each for Japanese and Chinese alone. */
export const fontStyle = (style: string): string =>
	Array.from(style.matchAll(FACE))
		.flatMap(([face]) => {
			const ranges = RANGES.exec(face)?.[1]?.split(',').filter(isWritten) ?? [];
			if (ranges.length === 0) return [];
			return face.replace(SOURCE, "url('/page/$1') format('woff2')").replace(RANGES, `unicode-range: ${ranges.join(',')};`);
		})
		.join('\n');

/** Of a range as CSS writes it: `U+4e00`, `U+4e00-4e0f`. */
function isWritten(range: string): boolean {
	const [first = 0, last = first] = range
		.trim()
		.slice('U+'.length)
		.split('-')
		.map((digits) => Number.parseInt(digits, 16));
	return WRITTEN.some((block) => first >= block[0] && last <= block[1]);
}
