import { expect, test } from 'vitest';
import { quoted } from '../../src/cards/markdown.ts';
import type { AnyCommand, MessageCommand } from '../../src/command.ts';
import { ask } from '../../src/fronts/terminal/index.ts';
import { createLogger } from '../../src/logger.ts';
import { createProgram } from '../../src/program.ts';
import { answerOf, EMPTY_LIBRARY, say } from '../standin/bot.ts';

const repeat = (name: string, options: AnyCommand['options']): AnyCommand => ({
	answer: (args) => say(JSON.stringify(args)),
	description: 'command.private',
	name,
	options,
});

const commands: readonly AnyCommand[] = [
	repeat('search', { query: { description: 'command.private', required: true, type: 'string' } }),
	repeat('event', {
		query: { description: 'command.private', required: true, type: 'string' },
		page: { description: 'command.private', type: 'integer' },
		private: { description: 'command.private', type: 'boolean' },
		sort: { choices: { newest: 'command.private', oldest: 'command.private' }, description: 'command.private', type: 'string' },
	}),
	repeat('about', {}),
	{
		answer: () =>
			answerOf({
				components: [
					{
						components: [
							{ custom_id: '1|cite', label: 'Cite', style: 2, type: 2 },
							{ label: 'Source', style: 5, type: 2, url: 'https://example.org/' },
						],
						type: 1,
					},
					{
						components: [
							{
								custom_id: '1|open',
								options: [
									{ label: 'Kwantung Army', value: 'a' },
									{ label: 'Zhukov', value: 'b' },
								],
								placeholder: 'Related',
								type: 3,
							},
						],
						type: 1,
					},
				],
				embeds: [
					{
						description: '**Contested**: 7 estimates, *none* preferred',
						fields: [
							{ inline: true, name: 'Sankei Shimbun', value: 'about 60,000 [[1]](https://example.org/1)\nwho \\_died\\_' },
							{ inline: true, name: 'I. Suzuki', value: '257,000' },
						],
						footer: { text: 'figures · 1945–1956' },
						title: 'Prisoners',
					},
				],
			}),
		description: 'command.private',
		name: 'card',
		options: {},
	},
	{
		answer: () => say(`“${quoted('@everyone #1 <b> https://example.org/ a\\b', 100)}” and \`\\@\``),
		description: 'command.private',
		name: 'escaped',
		options: {},
	},
	{
		answer: () => {
			throw new Error('no');
		},
		description: 'command.private',
		name: 'broken',
		options: {},
	},
];
const repeatMessage: MessageCommand = {
	answer: ({ message }) => say(JSON.stringify({ message: message.content })),
	name: 'fact-check',
	title: 'command.fact-check.title',
};
const program = createProgram({
	actions: [],
	commands: [...commands, repeatMessage],
	library: EMPTY_LIBRARY,
	logger: createLogger({ level: 'silent' }),
});
const run = (line: string) => ask(program, line, 'en');

test.each<[string, object]>([
	['/event nomonhan', { query: 'nomonhan' }],
	['  /event   khalkhin gol  ', { query: 'khalkhin gol' }],
	['/event query:khalkhin gol private:true', { private: true, query: 'khalkhin gol' }],
	['/event private:no page:2 query:ノモンハン', { page: 2, private: false, query: 'ノモンハン' }],
	['/event khalkhin gol private:yes', { private: true, query: 'khalkhin gol' }],
	['/event query:"who: began private:true it" sort:oldest', { query: 'who: began private:true it', sort: 'oldest' }],
	['/event what: happened', { query: 'what: happened' }],
	['portsmouth', { query: 'portsmouth' }],
	['who won at 12:30?', { query: 'who won at 12:30?' }],
	['/about', {}],
	['Fact-check: Zhukov lost: or did he?', { message: 'Zhukov lost: or did he?' }],
	['fact-check:', { message: '' }],
])('%s is understood', async (line, args) => {
	const { exitCode, text } = await run(line);
	expect([exitCode, JSON.parse(text)]).toEqual([0, args]);
});

test.each<[string, RegExp]>([
	['', /npm run ask/],
	['/', /npm run ask/],
	['/nope x', /no command \/nope.*\/about/],
	['/event', /\/event needs the option query/],
	['/event x private:perhaps', /private does not take “perhaps”\. Write true or false/],
	['/event x page:two', /page does not take “two”\. Write a whole number/],
	['/event x sort:best', /newest and oldest/],
	['/about something', /\/about has no option something/],
])('%s is explained', async (line, reason) => {
	const { exitCode, text } = await run(line);
	expect(exitCode).toBe(1);
	expect(text).toMatch(reason);
});

test('columns stand one under another, buttons are numbered', async () => {
	expect((await run('/card')).text).toMatchInlineSnapshot(`
		"────────────────────────────────────────────────────────────
		Prisoners
		────────────────────────────────────────────────────────────

		Contested: 7 estimates, none preferred

		Sankei Shimbun
		  about 60,000 [1] (https://example.org/1)
		  who _died_

		I. Suzuki
		  257,000

		figures · 1945–1956

		1. Cite
		2. Source (https://example.org/)
		3. Related: Kwantung Army and Zhukov"
	`);
});

test('what Discord shows without a backslash has none', async () => {
	expect((await run('/escaped')).text).toBe('“@everyone #1 <b> https://example.org/ a\\b” and `\\@`');
});

test('a fault ends with 1 and an id', async () => {
	const { exitCode, text } = await run('/broken');
	expect(exitCode).toBe(1);
	expect(text).toMatch(/[0-9a-f]{8}/);
});
