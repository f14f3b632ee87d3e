import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLine, readRequest, replaceSegment, segmentAt, writeLine } from '../../src/fronts/playground/page/line.ts';
import type { CommandJson, OptionJson } from '../../src/fronts/playground/wire.ts';

const option = (name: string, more: Partial<OptionJson> = {}): OptionJson => ({
	autocomplete: false,
	description: name,
	name,
	required: false,
	shown: name,
	type: 'string',
	...more,
});
const inEnglish = (commands: readonly Omit<CommandJson, 'shown'>[]): CommandJson[] =>
	commands.map((command) => ({ ...command, shown: command.name }));
const COMMANDS = inEnglish([
	{
		description: 'Ask',
		name: 'ask',
		options: [option('question', { maxLength: 6000, required: true }), option('private', { type: 'boolean' })],
	},
	{
		description: 'Compare',
		name: 'compare',
		options: [
			option('first', { required: true }),
			option('second', { required: true }),
			option('kind', { choices: [{ name: 'Treaty', value: 't' }] }),
			option('count', { max: 9_000_000_000, min: -9_000_000_000, type: 'integer' }),
		],
	},
	{ description: 'Help', name: 'help', options: [] },
	{
		description: 'Alone',
		name: 'quiz solo',
		options: [option('topic', { maxLength: 10 }), option('length', { max: 20, min: 1, type: 'integer' })],
	},
	{ description: 'Two', name: 'quiz duel', options: [option('rival', { required: true, type: 'user' })] },
]);
const ask = (line: string, picks = {}) => readRequest(readLine(line, COMMANDS), COMMANDS, picks);
const problem = (line: string) => {
	const read = ask(line);
	return 'problem' in read ? [read.problem, 'option' in read ? read.option.name : undefined] : read;
};

describe('what is sent', () => {
	test.each([
		['who began it?', { args: { question: 'who began it?' }, name: 'ask' }],
		['/ask who began it?', { args: { question: 'who began it?' }, name: 'ask' }],
		['  /ASK   who  ', { args: { question: 'who' }, name: 'ask' }],
		['/ask question:who began it? private:true', { args: { private: true, question: 'who began it?' }, name: 'ask' }],
		['/ask private:no who', { bad: 'private' }],
		['/ask who private:yes', { args: { private: true, question: 'who' }, name: 'ask' }],
		['/ask "who is private:true?"', { args: { question: 'who is private:true?' }, name: 'ask' }],
		['/ask note: who', { args: { question: 'note: who' }, name: 'ask' }],
		[
			'/compare sankei second:suzuki count:3 kind:treaty',
			{ args: { count: 3, first: 'sankei', kind: 't', second: 'suzuki' }, name: 'compare' },
		],
		['/help', { args: {}, name: 'help' }],
		['/help anything', { args: {}, name: 'help' }],
		['/nothing at all', { args: {}, name: 'nothing' }],
		['/noth', { args: {}, name: 'noth' }],
		['/quiz solo', { args: {}, name: 'quiz solo' }],
		['/Quiz solo islands', { args: { topic: 'islands' }, name: 'quiz solo' }],
		['/quiz duel rival:Anna', { args: { rival: 'Anna' }, name: 'quiz duel' }],
		['/quiz', { args: {}, name: 'quiz' }],
	])('%s', (line, expected) => {
		if ('bad' in expected) expect(problem(line)).toEqual(['bad', expected.bad]);
		else expect(ask(line)).toEqual(expected);
	});

	test.each([
		['', ['empty', undefined]],
		['   ', ['empty', undefined]],
		['/', ['empty', undefined]],
		['/ask', ['missing', 'question']],
		['/ask ', ['missing', 'question']],
		['/ask private:true', ['missing', 'question']],
		['/compare first:a', ['missing', 'second']],
		['/compare a second:b count:x', ['bad', 'count']],
		['/compare a second:b kind:war', ['bad', 'kind']],
		['/quiz solo length:21', ['bad', 'length']],
		['/quiz solo length:0', ['bad', 'length']],
		['/quiz solo eleven more', ['long', 'topic']],
		[`/ask ${'a'.repeat(6001)}`, ['long', 'question']],
		['a'.repeat(6001), ['long', 'question']],
	])('%j is not sent', (line, expected) => expect(problem(line)).toEqual(expected));

	test('a name that was picked stands for its value, until it is changed', () => {
		const picks = { question: { name: 'Battle · Event', value: 'id:battle' } };
		expect(ask('/ask Battle · Event', picks)).toEqual({ args: { question: 'id:battle' }, name: 'ask' });
		const long = { topic: { name: 'the thirteenth', value: 'id:13' } };
		expect(ask('/quiz solo the thirteenth', long)).toEqual({ args: { topic: 'id:13' }, name: 'quiz solo' });
		expect(ask('/ask Battle · Even', picks)).toEqual({ args: { question: 'Battle · Even' }, name: 'ask' });
	});

	test('what is written for a request is read as that request', () => {
		const word = fc.stringMatching(/^[a-zа-я0-9?]{1,12}$/);
		fc.assert(
			fc.property(word, word, fc.option(fc.integer(), { nil: undefined }), (first, second, count) => {
				const asked = { args: { first, second, ...(count === undefined ? {} : { count }) }, name: 'compare' };
				expect(ask(writeLine(asked, COMMANDS))).toEqual(asked);
			}),
		);
	});

	test('anything can be typed', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, slash) => {
				ask(slash ? `/${text}` : text);
				ask(`/compare ${text}`);
			}),
		);
	});
});

describe('while typing', () => {
	const segments = (line: string) => {
		const read = readLine(line, COMMANDS);
		return read.kind === 'command' ? read.segments : [];
	};

	test('knows the option in which the caret stands', () => {
		const line = '/compare sankei second:suzuki';
		expect([9, 15, 16, 23, 29].map((caret) => segmentAt(segments(line), caret)?.option.name)).toEqual([
			'first',
			'first',
			'first',
			'second',
			'second',
		]);
		expect(segmentAt(segments('/ask '), 5)?.option.name).toBe('question');
	});

	test('puts a suggestion in the place of what was typed', () => {
		const line = '/compare san second:suz';
		const [first, second] = segments(line);
		expect(replaceSegment(line, first!, 'Sankei Shimbun')).toEqual({ caret: 23, line: '/compare Sankei Shimbun second:suz' });
		expect(replaceSegment(line, second!, 'I. Suzuki')).toEqual({ caret: 29, line: '/compare san second:I. Suzuki' });
	});

	test.each([
		['/', 'naming'],
		['/as', 'naming'],
		['/ask', 'naming'],
		['/ask ', 'command'],
		['/no ', 'unknown'],
		['ask', 'plain'],
		['/quiz ', 'naming'],
		['/quiz so', 'naming'],
		['/quiz solo ', 'command'],
		['/quiz soli ', 'unknown'],
	])('%j is %s', (line, kind) => expect(readLine(line, COMMANDS).kind).toBe(kind));
});
