import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Program } from '../src/program.ts';
import { warmUp } from '../src/warm-up.ts';

const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A program of two entries, two commands that look up and one that does not; `work` is done for each text that is typed. */
function programThat(work: () => void = () => undefined) {
	const lines = [
		{ entry: { name: { en: 'Khalkhin Gol', ja: 'ノモンハン' }, when: { date: '1939-05-11/1939-09-16' } } },
		{ entry: { name: { en: 'Portsmouth' } } },
	];
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
		library: { finder: { suggest: (_text: string, { limit }: { limit: number }) => lines.slice(0, limit) } },
		suggest({ name, option, text }: (typeof typed)[number]) {
			work();
			typed.push({ name, option, text });
			return [];
		},
	} as unknown as Program;
	return { program, typed };
}

test('names and dates are typed, in every language and under every command that looks names up, and then no more', () => {
	const { program, typed } = programThat();
	warmUp(program, { isIdle: () => true });
	vi.advanceTimersByTime(MINUTE);
	expect(new Set(typed.map(({ name, option }) => `${name} ${option}`))).toEqual(new Set(['event query', 'ask question']));
	const texts = typed.map(({ text }) => text);
	expect(texts).toEqual(expect.arrayContaining(['Kh', 'Khalkhin Gol', 'ノモンハン', '1939-05-11', '1939 Khalkhin', 'Portsm']));
	expect(vi.getTimerCount()).toBe(0);
});

test('nothing is typed while somebody asks, and what is left is typed afterwards', () => {
	const { program, typed } = programThat();
	let isIdle = false;
	warmUp(program, { isIdle: () => isIdle });
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
	warmUp(program, { isIdle: () => true });
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

test('it can be broken off', () => {
	const { program, typed } = programThat();
	const stop = warmUp(program, { isIdle: () => true });
	vi.advanceTimersByTime(5_000);
	stop();
	const before = typed.length;
	vi.advanceTimersByTime(MINUTE);
	expect(typed.length).toBe(before);
	expect(vi.getTimerCount()).toBe(0);
});
