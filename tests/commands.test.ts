import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyCommand } from '../src/command.ts';
import { checkCommand, loadCommands } from '../src/commands.ts';
import { isSameRegistration, toRegistration } from '../src/registration.ts';
import { checkDescribed, DESCRIPTION_ABSENT, hasDescription } from './standin/description.ts';
import { checkCommands } from './standin/limits.ts';
import { createRegistry } from './standin/registry.ts';

const answer = () => ({ message: {}, outcome: 'info' as const, private: false });
const fit: AnyCommand = { answer, description: 'command.private', name: 'fit', options: {} };
const withOption = (option: object) => ({ ...fit, options: { it: { description: 'command.private', type: 'string', ...option } } });
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
		['an unknown type', withOption({ type: 'user' }), /options\.it/],
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
		const error = (await loadCommands(directory).catch((it: unknown) => it)) as Error;
		expect(error.name).toBe('StartError');
		expect(error.message).toMatch(/empty\.ts: has no default export/);
		expect(error.message).toMatch(/failing\.ts: cannot be loaded: as it loads/);
		expect(error.message).toMatch(/nameless\.ts: name/);
		expect(error.message).not.toContain('good.ts');
	});

	test('a folder that is not there is named', async () => {
		await expect(loadCommands(join(directory, 'nowhere'))).rejects.toThrow(/cannot be read \(ENOENT\)/);
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
		for (const { description, description_localizations } of registration as { description: string; description_localizations: object }[]) {
			expect(description_localizations).toMatchObject({ 'en-GB': description, 'en-US': description });
		}
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
