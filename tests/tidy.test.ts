import { afterEach, expect, test, vi } from 'vitest';
import { tidyAfterStart } from '../src/tidy.ts';

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('what only the start needed is given back once, a moment after it', () => {
	vi.useFakeTimers();
	const gc = vi.fn();
	vi.stubGlobal('gc', gc);
	tidyAfterStart();
	expect(gc).not.toHaveBeenCalled();
	vi.advanceTimersByTime(60_000);
	expect(gc).toHaveBeenCalledTimes(1);
});

test('without the switch for it, nothing happens', () => {
	vi.useFakeTimers();
	vi.stubGlobal('gc', undefined);
	tidyAfterStart();
	expect(vi.getTimerCount()).toBe(0);
});
