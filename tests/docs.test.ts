import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entryCard } from '../src/cards/entry-card.ts';
import { loadCommands } from '../src/commands.ts';
import { toRegistration } from '../src/registration.ts';
import { createContext, openDataset } from './library.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('README', () => {
	it('lists every command with its description, in order', async () => {
		const table = read('README.md').split('<!-- commands: begin')[1]!.split('<!-- commands: end')[0]!;
		const rows = [...table.matchAll(/^\| `\/(.+?)` \| (.+?) \|$/gm)].map(([, name, description]) => [name, description]);
		const declared = toRegistration(await loadCommands()).flatMap((command) =>
			'description' in command ? [[command.name, command.description]] : [],
		);
		expect(rows).toEqual(declared.toSorted(([a], [b]) => (a! < b! ? -1 : 1)));
	});

	it('shows an exchange as it looks', async () => {
		const context = await createContext(await openDataset());
		const [embed] = entryCard(context.library.dataset.get('siberian-internment-deaths')!, context).embeds!;
		const words = [embed!.title, embed!.description, ...embed!.fields!.flatMap(({ name, value }) => [name, value])]
			.join('\n')
			.replace(/[*`]/g, '');
		const exchange = read('README.md').split('```')[1]!;
		const shown = [...exchange.matchAll(/^┃ (Contested.*|[█░▒]+ .*?|At a glance.*)(?:; …)?$/gm)].map(([, line]) => line!);
		expect(shown.length).toBeGreaterThan(4);
		expect(shown.filter((line) => !words.includes(line))).toEqual([]);
	});

	it('gives the two commands that a newcomer types', () => {
		expect(read('README.md')).toContain('npm ci && npm start');
		expect(read('README.md')).toContain('npm ci && npm test');
	});

	it.each(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md'])('%s links to files that are there', (file) => {
		const folder = join(root, file, '..');
		const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target]) => target!);
		expect(links.filter((target) => !existsSync(join(folder, target)))).toEqual([]);
	});

	it('names only scripts that exist', () => {
		const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);
		const named = ['README.md', 'CONTRIBUTING.md'].flatMap((file) =>
			[...read(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!),
		);
		expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
	});
});

describe('.env.example', () => {
	it('names every setting that is read', () => {
		const settings = [...read('src/config.ts').matchAll(/^\t([A-Z_]+): setting\(/gm)].map(([, name]) => name!);
		const example = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map(([, name]) => name!);
		expect(settings.length).toBeGreaterThan(5);
		expect(example.toSorted()).toEqual(settings.toSorted());
	});
});
