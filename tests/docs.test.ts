import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCommands } from '../src/commands.ts';
import { ask } from '../src/fronts/terminal/index.ts';
import { createLogger } from '../src/logger.ts';
import { createProgram } from '../src/program.ts';
import { toRegistration } from '../src/registration.ts';
import { openDataset } from './library.ts';

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

	it('shows an exchange as it looks at a terminal, with what is left out marked', async () => {
		const program = createProgram({
			actions: [],
			commands: await loadCommands(),
			library: await openDataset(),
			logger: createLogger({ level: 'silent' }),
		});
		const [, line, exchange] = /```\nnpm run ask -- "(.*)"\n\n(.*?)\n```/s.exec(read('README.md'))!;
		const pieces = exchange!.split(/(?:^|\n)…(?:\n|$)/).filter((piece) => piece !== '');
		// A line may break off as well.
		const pattern = pieces.map((piece) => `^${piece.split(' …').map(RegExp.escape).join('[^\\n]*')}$`).join('[^]*');
		expect(pieces.length).toBeGreaterThan(4);
		expect((await ask(program, line!, 'en')).text).toMatch(new RegExp(pattern, 'm'));
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
