import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

function importsOf(folder: string): { file: string; target: string }[] {
	return readdirSync(join(root, folder), { encoding: 'utf8', recursive: true })
		.filter((name) => name.endsWith('.ts'))
		.flatMap((name) => {
			const file = join(folder, name);
			const text = readFileSync(join(root, file), 'utf8');
			return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, target]) => ({
				file,
				target: target!.startsWith('.') ? relative(root, resolve(root, dirname(file), target!)) : target!,
			}));
		});
}

/** Each room and what it may not reach for. */
const CLOSED: readonly (readonly [room: string, forbidden: RegExp])[] = [
	['src/dataset', /^src\/(?:search|cards|messages|fronts|actions|bibliography|store|program|library)|^commands|^discord\.js|^@discordjs/],
	['src/search', /^src\/(?:cards|messages|fronts|actions|bibliography|store|program|library)|^commands|^discord/],
	['src/cards', /^src\/(?:fronts|actions|store|program)|^commands|^discord\.js|^@discordjs/],
	['src/actions', /^src\/(?:fronts|program)|^commands|^discord\.js|^@discordjs/],
	['commands', /^src\/(?:fronts|program)|^discord\.js|^@discordjs/],
];

describe('what may import what', () => {
	it.each(CLOSED)('%s stays within its walls', (room, forbidden) => {
		expect(importsOf(room).filter(({ target }) => forbidden.test(target))).toEqual([]);
	});

	it('sees imports at all', () => {
		expect(importsOf('commands').length).toBeGreaterThan(10);
	});
});
