import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { allChoices } from '../src/cards/finding.ts';
import { speakerOf } from '../src/messages/index.ts';
import type { Program } from '../src/program.ts';
import type { Suggestion } from '../src/search/completion.ts';
import { warmUp } from '../src/warm-up.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

const none = async () => [];

/** A program of two entries, two commands that look up and one that does not; `work` is done for each text that is typed. */
function programThat(work: () => void = () => undefined) {
	const lines = [
		{ entry: { name: { en: 'Khalkhin Gol', ja: 'ノモンハン' }, when: { date: '1939-05-11/1939-09-16' } } },
		{ entry: { name: { en: 'Portsmouth' } } },
	];
	const offered: Suggestion[] = [];
	const typed: { readonly name: string; readonly option: string; readonly text: string }[] = [];
	const option = { autocomplete: true, description: 'command.query', type: 'string' };
	const program = {
		commands: new Map(
			[
				{ name: 'event', options: { query: option } },
				{ name: 'ask', options: { question: option } },
				{ name: 'settings', options: { zone: option } },
			].map((command) => [command.name, command]),
		),
		library: {
			finder: { lineCount: 2, lines: () => offered, suggest: (_text: string, { limit }: { limit: number }) => lines.slice(0, limit) },
		},
		suggest({ name, option, text }: (typeof typed)[number]) {
			work();
			typed.push({ name, option, text });
			return [];
		},
	} as unknown as Program;
	return { offered, program, typed };
}

test('names and dates are typed, in every language and under every command that looks names up, and then no more', () => {
	const { program, typed } = programThat();
	warmUp(program, { afterwards: none, isIdle: () => true });
	vi.advanceTimersByTime(MINUTE);
	expect(new Set(typed.map(({ name, option }) => `${name} ${option}`))).toEqual(new Set(['event query', 'ask question']));
	const texts = typed.map(({ text }) => text);
	expect(texts).toEqual(expect.arrayContaining(['Kh', 'Khalkhin Gol', 'ノモンハン', '1939-05-11', '1939 Khalkhin', 'Portsm']));
	expect(vi.getTimerCount()).toBe(0);
});

test('every line that may be offered is made once', () => {
	const { offered, program } = programThat();
	const asked: string[] = [];
	for (const [number, id] of ['khalkhin-gol-1939', 'portsmouth-1905'].entries())
		offered.push({
			number,
			get entry() {
				asked.push(id);
				return { id, kind: 'event', name: { en: id } } as Suggestion['entry'];
			},
		});
	warmUp(program, { afterwards: none, isIdle: () => true });
	vi.advanceTimersByTime(MINUTE);
	expect(asked).toEqual(['khalkhin-gol-1939', 'portsmouth-1905']);
	expect([...allChoices({ library: program.library, speaker: speakerOf('en') })].map(({ value }) => value)).toEqual([
		'id:khalkhin-gol-1939',
		'id:portsmouth-1905',
	]);
	expect(asked).toHaveLength(2);
});

test('nothing is typed while somebody asks, and what is left is typed afterwards', () => {
	const { program, typed } = programThat();
	let isIdle = false;
	warmUp(program, { afterwards: none, isIdle: () => isIdle });
	vi.advanceTimersByTime(MINUTE);
	expect(typed).toEqual([]);
	isIdle = true;
	vi.advanceTimersByTime(MINUTE);
	expect(typed).not.toEqual([]);
});

test('whoever asks meanwhile waits for a few milliseconds at most', () => {
	const { program, typed } = programThat(() => {
		const until = performance.now() + 1;
		while (performance.now() < until);
	});
	warmUp(program, { afterwards: none, isIdle: () => true });
	let most = 0;
	while (vi.getTimerCount() > 0) {
		const before = typed.length;
		vi.advanceTimersToNextTimer();
		most = Math.max(most, typed.length - before);
	}
	expect(typed.length).toBeGreaterThan(10);
	// A stretch ends at the first look at the clock after 3 ms.
	expect(most).toBeLessThanOrEqual(3);
});

test('what comes afterwards is loaded when all was typed, and done step by step', async () => {
	const { program, typed } = programThat();
	const steps: number[] = [];
	const isLoaded = Promise.withResolvers<void>();
	warmUp(program, {
		afterwards: async () => {
			const before = typed.length;
			isLoaded.resolve();
			return (function* () {
				for (let step = 0; step < 3; step++) yield void steps.push(typed.length - before);
			})();
		},
		isIdle: () => true,
	});
	vi.advanceTimersByTime(MINUTE);
	await isLoaded.promise;
	await Promise.resolve();
	expect(steps).toEqual([]);
	vi.advanceTimersByTime(MINUTE);
	expect(steps).toEqual([0, 0, 0]);
	expect(vi.getTimerCount()).toBe(0);
});

test('where it cannot be loaded nothing happens', async () => {
	const { program } = programThat();
	warmUp(program, { afterwards: () => Promise.reject(new Error('no such file')), isIdle: () => true });
	vi.advanceTimersByTime(MINUTE);
	await Promise.resolve();
	expect(vi.getTimerCount()).toBe(0);
});

test('it can be broken off', () => {
	const { program, typed } = programThat();
	const stop = warmUp(program, { afterwards: none, isIdle: () => true });
	vi.advanceTimersByTime(5_000);
	stop();
	const before = typed.length;
	vi.advanceTimersByTime(MINUTE);
	expect(typed.length).toBe(before);
	expect(vi.getTimerCount()).toBe(0);
});
