/** A quiz on the page, in a real browser: by keyboard alone, and by two people who share a channel. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browse, focused, input, last, messages, overflow, photograph, title } from './playground-browser.ts';

const browser = browse({ withDataset: true });

/** Goes with Tab to the control that has this label, as somebody without a mouse does. */
async function tabTo(page: Page, label: RegExp, back = false): Promise<void> {
	for (let steps = 0; steps < 60; steps += 1) {
		if (label.test(await focused(page))) return;
		await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
	}
	throw new Error(`no way by keyboard to ${label}`);
}

const pressByKey = async (page: Page, label: RegExp) => {
	await tabTo(page, label, true);
	await page.keyboard.press('Enter');
};

describe('by keyboard alone', () => {
	test('a whole quiz is played, from the command to the standings and what was missed', async () => {
		const page = await browser.open();
		await page.keyboard.type('/quiz solo length:2 kind:date');
		await page.keyboard.press('Enter');
		for (const round of [1, 2]) {
			await last(page).getByText(`Question ${round} of 2`).waitFor();
			await photograph(page, `quiz-question-${round}`);
			await pressByKey(page, /^A · /);
			await last(page).getByText('What the sources say').waitFor();
			await photograph(page, `quiz-reveal-${round}`);
			await pressByKey(page, round === 1 ? /^Next question$/ : /^My result$/);
		}
		await last(page)
			.getByText(/^You knew \d of 2$/)
			.waitFor();
		await photograph(page, 'quiz-standings');
		await pressByKey(page, /^My misses$/);
		await page
			.getByText(/question(?:s)? missed|No misses/)
			.first()
			.waitFor();
		await photograph(page, 'quiz-misses');
	});

	test('a number is typed', async () => {
		const page = await browser.open();
		await page.keyboard.type('/quiz solo length:1 kind:estimate');
		await page.keyboard.press('Enter');
		await last(page).getByText('Question 1 of 1').waitFor();
		await pressByKey(page, /^Type a number$/);
		await page.getByRole('dialog').waitFor();
		await photograph(page, 'quiz-form');
		await page.keyboard.type('60,000');
		await page.keyboard.press('Enter');
		await last(page).getByText('What the sources say').waitFor();
		await photograph(page, 'quiz-number');
	});
});

describe('a place on a map', () => {
	test.each([
		['light', 1200],
		['dark', 390],
	] as const)('is a picture that says what it shows, in %s and %i pixels wide', async (colorScheme, width) => {
		const page = await browser.open('', { colorScheme, viewport: { height: 900, width } });
		await input(page).fill('/quiz solo length:10 kind:map');
		await page.keyboard.press('Enter');
		for (let round = 1; round <= 10; round += 1) {
			await last(page).getByText(`Question ${round} of 10`).waitFor();
			const map = last(page).getByRole('img', { name: /^Map with lettered pins\. A: / });
			const isMap = (await map.count()) > 0;
			if (isMap) {
				expect(await map.evaluate((it: HTMLImageElement) => it.decode().then(() => it.naturalWidth))).toBe(1_080);
				expect(await overflow(page)).toBeLessThanOrEqual(0);
				await photograph(page, `map-question-${colorScheme}`);
			}
			await last(page)
				.getByRole('button', { name: isMap ? /^B$/ : /^B · / })
				.click();
			await last(page).getByText('What the sources say').waitFor();
			if (isMap) {
				await last(page)
					.getByRole('img', { name: /A, .+: .* C, / })
					.waitFor();
				await photograph(page, `map-reveal-${colorScheme}`);
				return;
			}
			await last(page).getByRole('button', { name: 'Next question' }).click();
		}
		throw new Error('no place was asked for on a map');
	});
});

describe('in a shared channel', () => {
	test('two play against each other, each seeing the same question and only their own answer', async () => {
		const hana = await browser.open('?channel=quiz-night&as=Hana');
		const ivan = await browser.open('?channel=quiz-night&as=Ivan');
		await input(hana).fill('/quiz channel length:1 kind:date seconds:60');
		await hana.keyboard.press('Enter');
		await ivan.getByRole('button', { name: 'Join' }).click();
		await messages(hana).getByText('Playing: Hana and Ivan').waitFor();
		await photograph(hana, 'channel-lobby');
		await hana.getByRole('button', { name: 'Start' }).click();
		for (const page of [hana, ivan]) await messages(page).getByText('Question 1 of 1').waitFor();
		await photograph(ivan, 'channel-question');
		await ivan.getByRole('button', { name: /^A · / }).click();
		await last(ivan).getByText('Your answer is kept').waitFor();
		await photograph(ivan, 'channel-answered');
		await messages(hana).getByText('1 has answered').waitFor();
		expect(await hana.getByText('Your answer is kept').count()).toBe(0);
		await hana.getByRole('button', { name: 'Reveal now' }).click();
		for (const page of [hana, ivan]) await messages(page).getByText('What the sources say').waitFor();
		await photograph(hana, 'channel-reveal');
		await hana.getByRole('button', { name: 'Final standings' }).click();
		for (const page of [hana, ivan]) await page.getByRole('button', { name: 'My misses' }).waitFor();
		await photograph(ivan, 'channel-standings');
		expect(await title(last(ivan)).textContent()).toBe('Final standings');
		expect(await messages(ivan).count()).toBeGreaterThan(2);
	});

	test('one challenges another by name', async () => {
		const hana = await browser.open('?channel=duel&as=Hana');
		const ivan = await browser.open('?channel=duel&as=Ivan');
		await input(hana).fill('/quiz duel opponent:Ivan length:1 kind:date');
		await hana.keyboard.press('Enter');
		await ivan.getByRole('button', { name: 'Accept' }).click();
		for (const page of [hana, ivan]) {
			await messages(page).getByText('Question 1 of 1').waitFor();
			await page.getByRole('button', { name: /^B · / }).click();
		}
		for (const page of [hana, ivan]) await messages(page).getByText('What the sources say').waitFor();
		await photograph(ivan, 'duel-reveal');
	});
});
