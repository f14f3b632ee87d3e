import { describe, expect, test } from 'vitest';
import { browse, choices, input, isFocused, last, messages, photograph, title } from './playground-browser.ts';

const { open } = browse();

describe('typing', () => {
	test('with the keyboard alone: command, suggestion, answer', async () => {
		const page = await open();
		expect(await isFocused(input(page))).toBe(true);
		await page.keyboard.type('/');
		const options = choices(page);
		await options.first().waitFor();
		expect(await options.count()).toBeGreaterThanOrEqual(10);
		await photograph(page, 'commands');
		await page.keyboard.type('fig');
		await expect.poll(() => options.allTextContents()).toEqual([expect.stringContaining('/figures')]);
		expect(await input(page).getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
		await page.keyboard.press('Tab');
		expect(await input(page).inputValue()).toBe('/figures ');
		expect(await page.getByRole('group', { name: 'Options of the command' }).getByRole('button').allTextContents()).toEqual([
			'query*',
			'private',
		]);
		await page.keyboard.type('captivit');
		await choices(page, { name: /^Deaths in Soviet captivity/ }).waitFor();
		await photograph(page, 'suggestions');
		await page.keyboard.press('ArrowDown');
		expect(await choices(page, { selected: true }).textContent()).toContain('Deaths in Soviet captivity');
		await page.keyboard.press('Enter');
		expect(await input(page).inputValue()).toMatch(/^\/figures Deaths in Soviet captivity/);
		expect(await input(page).getAttribute('aria-expanded')).toBe('false');
		await page.keyboard.press('Enter');
		await expect.poll(() => title(last(page)).textContent()).toBe('Deaths in Soviet captivity');
		expect(await last(page).locator('.message-asked').textContent()).toMatch(/^You used \/figures Deaths in Soviet captivity/);
		expect(await page.getByRole('status').textContent()).toBe('Variorum answered: Deaths in Soviet captivity');
		expect(await input(page).inputValue()).toBe('');
		expect(await isFocused(input(page))).toBe(true);
	});

	test('text that was not picked, plain words, and a private answer', async () => {
		const page = await open();
		await input(page).fill('/event nomonhan');
		await page.keyboard.press('Enter');
		await expect.poll(() => title(last(page)).textContent()).toContain('Khalkhin Gol');
		await input(page).fill('who began the fighting at khalkhin gol?');
		await page.keyboard.press('Enter');
		await expect.poll(() => title(last(page)).textContent()).toBe('Who began the fighting at Khalkhin Gol?');
		expect(await last(page).locator('.command-link').textContent()).toBe('/ask who began the fighting at khalkhin gol?');
		await input(page).fill('/place Итуруп');
		await page.getByRole('button', { exact: true, name: 'private' }).click();
		expect(await input(page).inputValue()).toBe('/place Итуруп private:true');
		await page.keyboard.press('Enter');
		await expect.poll(() => last(page).getByText('Only you can see this').isVisible()).toBe(true);
		expect(await messages(page).count()).toBe(3);
		await last(page).getByRole('button', { name: 'Dismiss message' }).click();
		expect(await messages(page).count()).toBe(2);
		expect(await isFocused(input(page))).toBe(true);
	});

	test('Escape closes the list, arrows go round it, and sent lines come back', async () => {
		const page = await open();
		await page.keyboard.type('/echo x');
		await expect.poll(() => choices(page).count()).toBe(25);
		await page.keyboard.press('ArrowUp');
		expect(await choices(page, { selected: true }).textContent()).toBe('x 24');
		await page.keyboard.press('ArrowDown');
		expect(await choices(page, { selected: true }).count()).toBe(0);
		await page.keyboard.press('Escape');
		expect(await page.getByRole('listbox').count()).toBe(0);
		await page.keyboard.press('Enter');
		await expect.poll(() => last(page).locator('code').textContent()).toBe('{"text":"x"}');
		await page.keyboard.press('ArrowUp');
		expect(await input(page).inputValue()).toBe('/echo x');
		await page.keyboard.press('ArrowDown');
		expect(await input(page).inputValue()).toBe('');
	});

	test('options of every kind, and what is missing or wrong said in words', async () => {
		const page = await open();
		const alert = page.getByRole('alert').first();
		await input(page).fill('/echo');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		expect(await alert.textContent()).toMatch(/^\/echo needs the option text/);
		await input(page).fill('/echo a count:many');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Enter');
		expect(await alert.textContent()).toBe('The option count takes a whole number from 1 to 9, not “many”.');
		await input(page).fill('/echo a count:3 kind:');
		await expect.poll(() => choices(page).allTextContents()).toEqual(['Event', 'Treaty']);
		await choices(page, { name: 'Treaty' }).click();
		await page.keyboard.press('Enter');
		await expect.poll(() => last(page).locator('code').textContent()).toBe('{"text":"a","kind":"treaty","count":3}');
		await input(page).fill('/echo a count:44');
		await page.keyboard.press('Enter');
		expect(await alert.textContent()).toBe('The option count takes a whole number from 1 to 9, not “44”.');
	});

	test('suggestions that come late for something older are dropped', async () => {
		const page = await open();
		await page.route('**/api/suggest', async (route) => {
			if (JSON.parse(route.request().postData() ?? '{}').text === 'slow') await new Promise((resolve) => setTimeout(resolve, 500));
			await route.continue().catch(() => undefined);
		});
		await input(page).fill('/echo slow');
		await page.waitForTimeout(200);
		await input(page).fill('/echo fast');
		await choices(page, { name: 'fast 0' }).waitFor();
		await page.waitForTimeout(500);
		expect(await choices(page).first().textContent()).toBe('fast 0');
	});
});
