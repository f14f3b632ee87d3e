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
	['src/store', /^src\/(?:actions|bibliography|cards|dataset|fronts|library|messages|program|search)|^commands|^discord\.js|^@discordjs/],
	['commands', /^src\/(?:fronts|program)|^discord\.js|^@discordjs/],
];

describe('what may import what', () => {
	it.each(CLOSED)('%s stays within its walls', (room, forbidden) => {
		expect(importsOf(room).filter(({ target }) => forbidden.test(target))).toEqual([]);
	});

	it('sees imports at all', () => {
		expect(importsOf('commands').length).toBeGreaterThan(10);
	});

	it('a start loads neither a query builder nor a driver', () => {
		/** Everything that is loaded as soon as `file` is: types are not, nor what is imported within a function. */
		const loadedBy = (file: string, seen = new Set<string>()): Set<string> => {
			if (seen.has(file)) return seen;
			seen.add(file);
			if (!file.endsWith('.ts')) return seen;
			const text = readFileSync(join(root, file), 'utf8');
			for (const [, target] of text.matchAll(/^(?:import|export)(?! type)[^;]*? from '([^']+)';$/gm)) {
				loadedBy(target!.startsWith('.') ? relative(root, resolve(root, dirname(file), target!)) : target!, seen);
			}
			return seen;
		};
		const loaded = [...loadedBy('src/main.ts')];
		expect(loaded).toContain('src/store/index.ts');
		expect(
			loaded.filter((target) => /^(?:kysely|pg|node:sqlite|discord\.js)$|^src\/store\/(?:areas|sqlite|postgres)/.test(target)),
		).toEqual([]);
	});
});
