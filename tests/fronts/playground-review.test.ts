/** A whole review on the page, by keyboard alone. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browse, focused, input, last, messages, overflow, photograph, seriousFindings, title } from './playground-browser.ts';

const { open } = browse({ withDataset: true });

/** Presses Tab until the focus is on a control whose words begin so. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
	for (let index = 0; index < 40; index += 1) {
		if (words.test(await focused(page))) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`no control ${String(words)} was reached by Tab; the focus is on “${await focused(page)}”`);
}

async function type(page: Page, line: string): Promise<void> {
	await input(page).focus();
	await page.keyboard.type(line);
	await page.keyboard.press('Enter');
}

test('ten new questions, from the first word to “nothing is due”', async () => {
	const page = await open();
	await type(page, '/review start');
	await expect.poll(() => last(page).textContent()).toContain('You review nothing yet');
	expect(await last(page).getByText('Only you can see this').isVisible()).toBe(true);
	await photograph(page, 'review-empty');
	await tabTo(page, /^Learn ten new questions/);
	await page.keyboard.press('Enter');
	await page.keyboard.type('Khalkhin');
	await page.keyboard.press('Enter');
	await expect.poll(() => last(page).textContent()).toContain('New question');
	await photograph(page, 'review-question');
	expect(await seriousFindings(page)).toEqual([]);
	let answered = 0;
	for (;;) {
		const heading = await title(last(page)).textContent();
		if (heading === 'Your review') break;
		await tabTo(page, /^Show the answer/);
		await page.keyboard.press('Enter');
		await expect.poll(() => last(page).textContent()).toContain('How well did you know it?');
		if (answered === 0) {
			await photograph(page, 'review-answer');
			expect(await seriousFindings(page)).toEqual([]);
			expect(await overflow(page)).toBeLessThanOrEqual(0);
		}
		await tabTo(page, answered % 4 === 0 ? /^Good/ : /^Easy/);
		await page.keyboard.press('Enter');
		await expect.poll(() => last(page).textContent()).not.toContain('How well did you know it?');
		answered += 1;
		expect(answered).toBeLessThan(40);
	}
	expect(answered).toBeGreaterThanOrEqual(10);
	expect(await messages(page).count()).toBe(1);
	expect(await last(page).textContent()).toContain('Nothing is due. The next question comes');
	expect(await last(page).textContent()).toContain('The coming days');
	await photograph(page, 'review-done');
	await type(page, '/leaderboard show');
	await expect.poll(() => last(page).textContent()).toContain('Nobody has points');
	await photograph(page, 'leaderboard');
	await type(page, '/privacy show');
	await expect.poll(() => last(page).textContent()).toContain('Questions that you review: 10');
	await photograph(page, 'privacy');
}, 120_000);
