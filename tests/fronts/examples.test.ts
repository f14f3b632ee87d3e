/** The examples that people are shown, typed as they stand. */
import pino from 'pino';
import { beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import { shownName } from '../../src/command.ts';
import { loadCommands } from '../../src/commands.ts';
import { ask } from '../../src/fronts/terminal/index.ts';
import { catalogueOf, LANGUAGES, type MessageKey, speakerOf } from '../../src/messages/index.ts';
import { createProgram, type Program } from '../../src/program.ts';
import { openDataset } from '../library.ts';

let program: Program;

beforeAll(async () => {
	const [commands, library] = await Promise.all([loadCommands(), openDataset()]);
	program = createProgram({ actions: ACTIONS, commands, library, logger: pino({ level: 'silent' }) });
});

const keys = Object.keys(catalogueOf('en')) as MessageKey[];

describe.each(LANGUAGES)('in “%s”', (language) => {
	const speaker = speakerOf(language);
	const examples = keys.filter((key) => /^(?:example|playground\.page\.example)/.test(key)).flatMap((key) => speaker.say(key).split(' · '));

	// The choice of an option is picked in Discord, and typed elsewhere by its value.
	test.each(examples.filter((line) => !/(?:leaderboard|ランキング|рейтинг) /.test(line)))('%s', async (line) => {
		const { exitCode, text } = await ask(program, line, language);
		expect(exitCode, text).toBe(0);
		expect(text).not.toContain(speaker.say('miss.title'));
	});

	test('every command that is named in words is one', () => {
		const names = new Set(
			[...program.commands.keys()].flatMap((name) => [shownName(name, speaker), shownName(name, speaker).split(' ')[0]!]),
		);
		const isNamed = (words: string) => [...names].some((name) => words === name || words.startsWith(`${name} `));
		const wrong = keys.flatMap((key) =>
			[...catalogueOf(language)[key].matchAll(/(?<![\p{L}\p{N}}:>"./*])\/(\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*)?)/gu)]
				.map(([, words]) => words!)
				.filter((words) => !isNamed(words) && !isNamed(words.split(' ')[0]!))
				.map((words) => `${key}: /${words}`),
		);
		expect(wrong).toEqual([]);
	});
});
