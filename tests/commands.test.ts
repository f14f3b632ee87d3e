import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyCommand } from '../src/command.ts';
import { COMMAND_LENGTH_MAX, checkCommand, checkTogether } from '../src/command-check.ts';
import { loadCommands } from '../src/commands.ts';
import { LANGUAGES } from '../src/messages/index.ts';
import { PERMISSIONS } from '../src/permissions.ts';
import { isSameRegistration, lengthOfCommand, toRegistration } from '../src/registration.ts';
import { checkDescribed, DESCRIPTION_ABSENT, hasDescription } from './standin/description.ts';
import { checkCommands } from './standin/limits.ts';
import { createRegistry } from './standin/registry.ts';

const answer = () => ({ message: {}, outcome: 'info' as const, private: false });
const fit: AnyCommand = { answer, description: 'command.private', name: 'fit', options: {} };
const withOption = (option: object) => ({ ...fit, options: { it: { description: 'command.private', type: 'string', ...option } } });
const solo = { answer, description: 'command.private', options: {} } as const;
const group = { description: 'command.private', name: 'fit', subcommands: { solo } } as const;
const menu = { answer, name: 'fit', title: 'button.cite' } as const;
const twentySixSubcommands = Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`s${index}`, solo]));
const twentySix = Object.fromEntries(
	Array.from({ length: 26 }, (_, index) => [`o${index}`, { description: 'command.private', type: 'boolean' }]),
);

describe('checking', () => {
	test('a command that fits has no faults', () => {
		expect(checkCommand('fit.ts', fit)).toEqual([]);
		expect(
			checkCommand('fit.ts', { ...withOption({ autocomplete: true, maxLength: 100, minLength: 1, required: true }), suggest: () => [] }),
		).toEqual([]);
		expect(checkCommand('fit.ts', withOption({ choices: { a: 'command.private' } }))).toEqual([]);
		expect(checkCommand('fit.ts', withOption({ type: 'user' }))).toEqual([]);
		expect(checkCommand('fit.ts', { ...group, defaultMemberPermissions: PERMISSIONS.manageGuild, where: 'servers' })).toEqual([]);
		expect(checkCommand('fit.ts', menu)).toEqual([]);
	});

	test.each<[string, unknown, RegExp]>([
		['nothing exported', undefined, /no default export/],
		['no answer', { ...fit, answer: undefined }, /answer: is not a function/],
		['a misspelt field', { ...fit, optoins: {} }, /optoins/],
		['a misspelt field of an option', withOption({ autocomplet: true }), /options\.it: .*autocomplet/],
		['a name with capitals', { ...fit, name: 'Fit' }, /name: has capital letters/],
		['a name with a space', { ...fit, name: 'a b' }, /name: is not a name/],
		['a name of 33 letters', { ...fit, name: 'x'.repeat(33) }, /name: .*32/],
		['a name that differs from its file', { ...fit, name: 'other' }, /Name the file other\.ts/],
		['an option name with capitals', { ...fit, options: { It: { description: 'command.private', type: 'string' } } }, /options\.It/],
		['words that no catalogue has', { ...fit, description: 'command.nowhere' }, /“command.nowhere” is no message/],
		['words with arguments', { ...fit, description: 'error.unexpected' }, /“error.unexpected” is no message without arguments/],
		['26 options', { ...fit, options: twentySix }, /more than 25 options/],
		[
			'26 choices',
			withOption({ choices: Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`${index}`, 'command.private'])) }),
			/more than 25 choices/,
		],
		[
			'choices and autocomplete',
			{ ...withOption({ autocomplete: true, choices: { a: 'command.private' } }), suggest: () => [] },
			/both choices and autocomplete/,
		],
		['autocomplete without suggestions', withOption({ autocomplete: true }), /no function suggest/],
		['an unknown type', withOption({ type: 'attachment' }), /options\.it/],
		['permissions that are no bits', { ...fit, defaultMemberPermissions: 32 }, /defaultMemberPermissions/],
		['a place that is not known', { ...fit, where: 'nowhere' }, /where/],
		['a group without subcommands', { ...group, subcommands: {} }, /subcommands: has no subcommand/],
		['26 subcommands', { ...group, subcommands: twentySixSubcommands }, /more than 25 subcommands/],
		['a fault in a subcommand', { ...group, subcommands: { Solo: solo } }, /subcommands\.Solo/],
		['a fault in an option of a subcommand', { ...group, subcommands: { solo: withOption({ type: 'attachment' }) } }, /subcommands\.solo/],
		['a group that answers by itself', { ...group, answer }, /answer/],
		['a title that is too long', { ...menu, title: 'command.event.description' }, /title: .*Discord takes 32/],
		['a command for messages with options', { ...menu, options: {} }, /options/],
		['a length out of range', withOption({ maxLength: 6001 }), /maxLength/],
		['lengths that cross', withOption({ maxLength: 2, minLength: 3 }), /minLength above its maxLength/],
		[
			'a required option after one that is not',
			{
				...fit,
				options: {
					a: { description: 'command.private', type: 'boolean' },
					b: { description: 'command.private', required: true, type: 'boolean' },
				},
			},
			/required option after/,
		],
	])('%s is a fault', (_, exported, reason) => {
		expect(checkCommand('fit.ts', exported).join('\n')).toMatch(reason);
	});
});

describe('together', () => {
	test('two that people could not tell apart are a fault', () => {
		expect(checkTogether([menu, { ...menu, name: 'other' }])).toEqual(['other.ts and fit.ts are both shown as “Cite”']);
		expect(checkTogether([menu, fit])).toEqual([]);
	});

	test('more commands for messages than Discord takes are a fault', () => {
		expect(checkTogether(Array.from({ length: 16 }, () => menu)).join()).toContain('there are 16 commands for messages; Discord takes 15');
	});
});

describe('registering every kind', () => {
	const registration = toRegistration([
		{ ...withOption({ type: 'user' }), name: 'plain' } as AnyCommand,
		{ ...group, defaultMemberPermissions: PERMISSIONS.manageGuild, where: 'servers' },
		menu,
	]);

	test('each has the form that Discord gives it', () => {
		expect(registration).toMatchObject([
			{ contexts: [0, 1, 2], integration_types: [0, 1], name: 'plain', options: [{ name: 'it', type: 6 }], type: 1 },
			{
				contexts: [0],
				default_member_permissions: 32,
				integration_types: [0],
				name: 'fit',
				options: [{ name: 'solo', options: [], type: 1 }],
				type: 1,
			},
			{ name: 'Cite', name_localizations: { 'en-GB': 'Cite', 'en-US': 'Cite' }, type: 3 },
		]);
		expect(checkCommands(registration)).toEqual([]);
		expect(registration.flatMap((command) => checkDescribed('command', command))).toEqual([]);
	});

	test('what Discord has is compared in depth', () => {
		const registry = createRegistry('1');
		registry.replace(registration as unknown as Record<string, unknown>[]);
		const registered = registry.view(true) as object[];
		expect(isSameRegistration(registered, registration)).toBe(true);
		const changed = (more: object) => isSameRegistration(registered, [registration[0]!, { ...registration[1], ...more }, registration[2]!]);
		expect(changed({ default_member_permissions: 8 })).toBe(false);
		expect(changed({ contexts: [0, 1] })).toBe(false);
		expect(changed({ options: [{ description: 'other', name: 'solo', options: [], type: 1 }] })).toBe(false);
		expect(changed({})).toBe(true);
	});
});

describe('loading', () => {
	let directory: string;
	beforeAll(() => {
		directory = mkdtempSync(join(tmpdir(), 'variorum-commands-'));
		const write = (file: string, text: string) => writeFileSync(join(directory, file), text);
		write('good.ts', "export default { answer() {}, description: 'command.private', name: 'good', options: {} };");
		write('empty.ts', 'export const other = 1;');
		write('failing.ts', "throw new Error('as it loads');");
		write('nameless.ts', "export default { answer() {}, description: 'command.private', name: '', options: {} };");
		write('notes.md', 'not a command');
	});
	afterAll(() => rmSync(directory, { recursive: true }));

	test('every file that does not fit is named with its reason', async () => {
		const error = (await loadCommands({ directory }).catch((it: unknown) => it)) as Error;
		expect(error.name).toBe('StartError');
		expect(error.message).toMatch(/empty\.ts: has no default export/);
		expect(error.message).toMatch(/failing\.ts: cannot be loaded: as it loads/);
		expect(error.message).toMatch(/nameless\.ts: name/);
		expect(error.message).not.toContain('good.ts');
	});

	test('commands that are known to fit are not checked again, any others are', async () => {
		const cacheDirectory = join(directory, 'cache');
		const good = mkdtempSync(join(directory, 'good-'));
		writeFileSync(join(good, 'good.ts'), "export default { answer() {}, description: 'command.private', name: 'good', options: {} };");
		const first = await loadCommands({ cacheDirectory, directory: good });
		expect(readdirSync(cacheDirectory)).toEqual(['commands.json']);
		expect(await loadCommands({ cacheDirectory, directory: good })).toEqual(first);
		await expect(loadCommands({ cacheDirectory, directory })).rejects.toThrow(/nameless\.ts: name/);
		expect(await loadCommands({ cacheDirectory, directory: good })).toEqual(first);
	});

	test('a folder that is not there is named', async () => {
		await expect(loadCommands({ directory: join(directory, 'nowhere') })).rejects.toThrow(/cannot be read \(ENOENT\)/);
	});
});

describe('registering our commands', async () => {
	const registration = toRegistration(await loadCommands());

	test('they keep the limits', () => {
		expect(checkCommands(registration)).toEqual([]);
	});

	test('they keep to the description of Discord', (context) => {
		context.skip(!hasDescription(), DESCRIPTION_ABSENT);
		expect(registration.flatMap((command) => checkDescribed('command', command))).toEqual([]);
	});

	test('both kinds of English are set', () => {
		for (const command of registration as unknown as Record<string, string | object>[]) {
			// What stands in the menu of a message has a name that people see, and no description.
			const [words, localizations] = command.description ? ['description', 'description_localizations'] : ['name', 'name_localizations'];
			expect(command[localizations!]).toMatchObject({ 'en-GB': command[words!], 'en-US': command[words!] });
		}
	});

	const allNames = (item: { name: string; name_localizations?: object | null; options?: readonly object[] }): [string, object][] => [
		[item.name, item.name_localizations ?? {}],
		...(item.options ?? []).flatMap((option) => allNames(option as never)),
	];

	test('every command and option has a name in every language, and the declared one in English', () => {
		for (const [name, localizations] of registration.flatMap((command) => allNames(command as never))) {
			expect(Object.keys(localizations).toSorted(), name).toEqual(['en-GB', 'en-US', 'ja', 'ru']);
			expect(localizations).toMatchObject({ 'en-GB': name, 'en-US': name });
		}
	});

	test('the words of every command in every language are counted', async () => {
		for (const command of await loadCommands()) {
			const length = lengthOfCommand(command, LANGUAGES);
			expect(length, command.name).toBeLessThanOrEqual(COMMAND_LENGTH_MAX);
			expect(length).toBeGreaterThan(lengthOfCommand(command, ['en']) - 1);
		}
	});

	test('a word changed in one language is a change', () => {
		const [first] = registration;
		const { description_localizations: descriptions, name_localizations: names } = first as unknown as { [key: string]: object };
		const registered = registration as unknown as object[];
		const changed = (more: object) => isSameRegistration(registered, [{ ...first, ...more }, ...registered.slice(1)]);
		expect(changed({})).toBe(true);
		expect(changed({ name_localizations: { ...names, ja: '別名' } })).toBe(false);
		expect(changed({ description_localizations: { ...descriptions, ru: 'Иначе' } })).toBe(false);
	});

	test('they are the same once Discord has added its own fields', () => {
		const registry = createRegistry('1');
		registry.replace(registration as unknown as Record<string, unknown>[]);
		expect(isSameRegistration(registry.view(true) as object[], registration)).toBe(true);
		expect(isSameRegistration((registry.view(true) as object[]).reverse(), registration)).toBe(true);
		expect(isSameRegistration(registry.view(false) as object[], registration)).toBe(false);
		expect(isSameRegistration(registration.slice(1), registration)).toBe(false);
		expect(isSameRegistration([], registration)).toBe(false);
	});
});
