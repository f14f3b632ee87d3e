import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Action } from '../src/action.ts';
import { ACTIONS } from '../src/actions/index.ts';

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

	it('a start loads neither a query builder nor a driver', () => {
		const loaded = [...loadedBy('src/main.ts')];
		expect(loaded).toContain('src/store/index.ts');
		expect(
			loaded.filter((target) => /^(?:kysely|pg|node:sqlite|discord\.js)$|^src\/store\/(?:areas|sqlite|postgres)/.test(target)),
		).toEqual([]);
	});

	it('a start loads the lookups, and no room that is entered later', () => {
		const loaded = new Set(loadedBy('src/main.ts'));
		for (const file of readdirSync(join(root, 'commands'))) loadedBy(join('commands', file), loaded);
		expect([...loaded]).toContain('src/cards/entry-card.ts');
		const later =
			/^src\/(?:factcheck|rounds\/(?!lazy)|quiz\/(?:index|make|check|quiz|review|decide|plan|kinds)|dataset\/(?:load|schema|rules)|search\/index)|^src\/actions\/(?!index|topics|time-zones)|^src\/cards\/pictures\/(?!index)|^(?:d3-geo|opentype\.js|topojson-client|ts-fsrs|yaml)$|^@resvg/;
		expect([...loaded].filter((target) => later.test(target))).toEqual([]);
	});

	it('what is loaded later is what it says', async () => {
		for (const action of ACTIONS) {
			const module = (await import(`../src/actions/${action.name}.ts`)) as Record<string, Action>;
			const loaded = Object.values(module).find(({ name }) => name === action.name);
			expect(loaded?.submit !== undefined, action.name).toBe(action.submit !== undefined);
			expect(loaded?.answer, action.name).toBeTypeOf('function');
		}
	});
});
