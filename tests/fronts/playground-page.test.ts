import { describe, expect, test } from 'vitest';
import {
	browse,
	choices,
	DEATHS,
	focused,
	input,
	isFocused,
	last,
	messages,
	overflow,
	photograph,
	seriousFindings,
	title,
} from './playground-browser.ts';

const { complaints, open } = browse();
const PHONE = { hasTouch: true, isMobile: true, viewport: { height: 740, width: 375 } };

describe('answers', () => {
	test('columns stand three in a row, each saying who speaks', async () => {
		const page = await open(DEATHS);
		const columns = last(page).locator('.embed-row-3').first().locator('.embed-field');
		await columns.first().waitFor();
		const boxes = await Promise.all((await columns.all()).map((column) => column.boundingBox()));
		expect(boxes).toHaveLength(3);
		expect(new Set(boxes.map((box) => Math.round(box!.y))).size).toBe(1);
		expect(boxes[0]!.x).toBeLessThan(boxes[1]!.x);
		for (const column of await columns.all()) expect(await column.locator('em').first().textContent()).toMatch(/·/);
		expect(new URL(page.url()).search).toBe('');
		await photograph(page, 'answer');
	});

	test('pages turn in place, and the focus stays where it was', async () => {
		const page = await open(DEATHS);
		const next = last(page).getByRole('button', { name: 'Next page' });
		await next.focus();
		await page.keyboard.press('Enter');
		await expect.poll(() => last(page).locator('.embed-footer').textContent()).toContain('Page 2 of 2');
		expect(await messages(page).count()).toBe(1);
		expect(await next.isDisabled()).toBe(true);
		expect(await focused(page)).toBe('Previous page');
		expect(await page.getByRole('status').textContent()).toContain('Page 2 of 2');
	});

	test('two voices side by side, chosen from a menu by keyboard', async () => {
		const page = await open(DEATHS);
		await last(page).getByRole('button', { name: 'Compare two' }).click();
		await expect.poll(() => messages(page).count()).toBe(2);
		expect(await last(page).getByText('Only you can see this').isVisible()).toBe(true);
		expect(await last(page).evaluate((element) => element === document.activeElement)).toBe(true);
		await page.keyboard.press('Tab');
		expect(await focused(page)).toBe('Choose two voices');
		await page.keyboard.press('Enter');
		const confirm = page.getByRole('button', { name: 'Confirm' });
		expect(await confirm.isDisabled()).toBe(true);
		await page.keyboard.press('Space');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Space');
		expect(await page.getByText('2 of 2 chosen').isVisible()).toBe(true);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Space');
		expect(await page.getByText('2 of 2 chosen').isVisible()).toBe(true);
		expect(await choices(page, { selected: true }).count()).toBe(2);
		await photograph(page, 'menu');
		expect(await seriousFindings(page)).toEqual([]);
		await page.keyboard.press('Tab');
		expect(await isFocused(confirm)).toBe(true);
		await page.keyboard.press('Enter');
		await expect.poll(() => messages(page).count()).toBe(3);
		expect(await last(page).locator('.message-asked').textContent()).toMatch(/^You chose “.+ and .+” under/);
		expect(await last(page).locator('.embed-row-2 .embed-field').count()).toBeGreaterThanOrEqual(2);
		await photograph(page, 'compared');
	});

	test('a menu of one opens what is chosen; Escape closes it', async () => {
		const page = await open(DEATHS);
		const menu = last(page).getByRole('button', { name: 'Related entries' });
		await menu.click();
		await page.keyboard.press('Escape');
		expect(await isFocused(menu)).toBe(true);
		expect(await page.getByRole('listbox').count()).toBe(0);
		await menu.click();
		await choices(page, { name: /Neutrality Pact/ }).click();
		await expect.poll(() => messages(page).count()).toBe(2);
		expect(await title(last(page)).textContent()).toBe('Soviet–Japanese Neutrality Pact');
	});

	test('buttons that change their own message', async () => {
		const page = await open('?q=/counting');
		for (const expected of ['counted 1', 'counted 2']) {
			await last(page).getByRole('button', { name: 'Count' }).click();
			await expect.poll(() => last(page).locator('.message-content').textContent()).toContain(expected);
		}
		expect(await focused(page)).toBe('Back');
		expect(await messages(page).count()).toBe(1);
	});

	test('a form by keyboard: closed, filled in, sent', async () => {
		const page = await open('?q=/form');
		const dialog = page.getByRole('dialog', { name: 'Report a problem' });
		await dialog.waitFor();
		expect(await isFocused(dialog.getByLabel('What is wrong'))).toBe(true);
		expect(await seriousFindings(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await expect.poll(() => messages(page).count()).toBe(0);
		expect(await isFocused(input(page))).toBe(true);
		await page.keyboard.type('/form');
		await page.keyboard.press('Enter');
		await dialog.waitFor();
		await page.keyboard.type('a date');
		await photograph(page, 'form');
		await page.keyboard.press('Enter');
		await expect.poll(() => last(page).locator('code').textContent()).toBe('{"what":"a date","where":""}');
		expect(await dialog.count()).toBe(0);
	});

	test('a form that is closed on a slow machine leaves a line that can be typed in', async () => {
		const page = await open('?q=/form');
		await page.getByRole('dialog', { name: 'Report a problem' }).waitFor();
		const devtools = await page.context().newCDPSession(page);
		await devtools.send('Emulation.setCPUThrottlingRate', { rate: 20 });
		await page.keyboard.press('Escape');
		await expect.poll(() => messages(page).count()).toBe(0);
		await page.keyboard.type('/form');
		await expect.poll(() => input(page).inputValue()).toBe('/form');
	});

	test('pictures with their words, links that are safe, and no markup but Discord’s', async () => {
		const page = await open('?q=/picture');
		const picture = last(page).getByRole('img', { name: 'A chart of five estimates' });
		await picture.waitFor();
		await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
		expect(
			await last(page)
				.locator('.message-content a')
				.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href)),
		).toEqual(['https://example.org/map']);
		expect(await last(page).locator('.message-content').textContent()).toBe(
			'See the map, not [this](javascript:alert(1)) or <img src=x onerror=alert(1)> *as is*',
		);
		expect(await last(page).locator('.md-subtext').textContent()).toBe('small');
		expect(await last(page).getByRole('link', { name: 'Elsewhere' }).getAttribute('rel')).toContain('noopener');
	});

	test('says that it is thinking', async () => {
		const page = await open('?q=/slow');
		expect(await last(page).locator('.message-pending').textContent()).toBe('Variorum is thinking');
		expect(await last(page).getAttribute('aria-busy')).toBe('true');
		await expect.poll(() => last(page).locator('.message-content').textContent()).toBe('done');
		expect(await last(page).getAttribute('aria-busy')).toBeNull();
	});

	test('says plainly that the server cannot be reached, and tries again', async () => {
		const page = await open(DEATHS);
		await last(page).getByRole('button', { name: 'Next page' }).waitFor();
		await page.route('**/api/*', (route) => route.abort());
		await last(page).getByRole('button', { name: 'Next page' }).click();
		await expect.poll(() => last(page).getByRole('alert').textContent()).toContain('Variorum cannot be reached.');
		await input(page).fill('/help');
		await page.keyboard.press('Enter');
		await expect.poll(() => last(page).getByRole('alert').textContent()).toContain('Variorum cannot be reached.');
		await photograph(page, 'unreachable');
		await page.unroute('**/api/*');
		await last(page).getByRole('button', { name: 'Try again' }).click();
		await expect.poll(() => title(last(page)).textContent()).toBe('What you can ask');
		await messages(page).first().getByRole('button', { name: 'Try again' }).click();
		await expect.poll(() => messages(page).first().locator('.embed-footer').textContent()).toContain('Page 2');
		expect(await messages(page).first().getByRole('alert').count()).toBe(0);
		expect(complaints()).toEqual([expect.stringContaining('ERR_FAILED'), expect.stringContaining('ERR_FAILED')]);
	});
});

test('a text that is longer than an option takes is not sent, and it is said how long it may be', async () => {
	const page = await open();
	await input(page).fill(`/event ${'a'.repeat(6001)}`);
	await page.keyboard.press('Enter');
	expect(await page.getByRole('alert').textContent()).toBe('The option query takes at most 6,000 characters; this text has 6,001.');
	expect(await messages(page).count()).toBe(0);
	await input(page).fill(`/event ${'a'.repeat(6000)}`);
	await page.keyboard.press('Enter');
	await expect.poll(() => title(last(page)).textContent()).toBe('No entry found');
});

test('what was refused for what it says is not offered again', async () => {
	const page = await open();
	const refusal = { error: 'invalid', message: 'No.' };
	await page.route('**/api/command', (route) => route.fulfill({ json: refusal, status: 400 }));
	await input(page).fill('/help');
	await page.keyboard.press('Enter');
	await expect.poll(() => last(page).getByRole('alert').textContent()).toBe('Variorum did not take this. No.');
	expect(complaints()).toEqual([expect.stringContaining('400')]);
});

test('Japanese and Chinese are written in a font of the page where the system has none', async () => {
	const page = await open();
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await input(page).fill('/place 択捉島');
	await page.keyboard.press('Enter');
	await title(last(page)).waitFor();
	await page.evaluate(() => document.fonts.ready);
	const fonts = () => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family));
	await expect.poll(async () => new Set(await fonts())).toEqual(new Set(['Sawarabi Gothic']));
	await photograph(page, 'japanese');
});

describe('the menu of a message', () => {
	const CLAIM = '60,000 Japanese prisoners died in Soviet captivity';
	const actions = 'What can be done with this message';

	test('by mouse: plain words, the button beside them, Fact-check, for the visitor alone', async () => {
		const page = await open();
		await input(page).fill(CLAIM);
		await page.keyboard.press('Enter');
		await title(last(page)).waitFor();
		await last(page).getByRole('button', { name: actions }).click();
		await photograph(page, 'message-menu');
		expect(await seriousFindings(page)).toEqual([]);
		await page.getByRole('menuitem', { name: 'Fact-check' }).click();
		await expect.poll(() => messages(page).count()).toBe(2);
		await expect.poll(() => title(last(page)).first().textContent()).toBe('1 claim checked');
		expect(await last(page).getByText('Only you can see this').isVisible()).toBe(true);
		expect(await last(page).locator('.message-asked').textContent()).toBe(`You chose “Fact-check” for “${CLAIM}”`);
		expect(await last(page).evaluate((element) => element === document.activeElement)).toBe(true);
		await photograph(page, 'fact-checked');
		await page.reload();
		await input(page).waitFor();
		expect(await last(page).locator('.message-asked').textContent()).toBe(`You chose “Fact-check” for “${CLAIM}”`);
	});

	test('by keyboard: Tab reaches it, arrows and Escape work, and the answer can be posted', async () => {
		const page = await open(`?q=${encodeURIComponent(`/event ${CLAIM}`)}`);
		const trigger = last(page).getByRole('button', { name: actions });
		await trigger.waitFor();
		await last(page).locator('.command-link').focus();
		await page.keyboard.press('Tab');
		expect(await isFocused(trigger)).toBe(true);
		await page.keyboard.press('Enter');
		expect(await focused(page)).toBe('Fact-check');
		await page.keyboard.press('Escape');
		expect([await isFocused(trigger), await page.getByRole('menuitem').count()]).toEqual([true, 0]);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect.poll(() => title(last(page)).first().textContent()).toBe('1 claim checked');
		await last(page).getByRole('button', { exact: true, name: 'Post' }).click();
		await expect.poll(() => messages(page).count()).toBe(3);
		expect(await last(page).getByText('Only you can see this').count()).toBe(0);
		expect(await last(page).textContent()).toContain('checked by Visitor');
		await messages(page).nth(1).getByRole('button', { name: 'Not what it claims' }).click();
		await expect.poll(() => messages(page).nth(1).locator('.embed-title').first().textContent()).toBe('No claim is left');
	});

	test('/factcheck alone opens a form for a text', async () => {
		const page = await open('?q=/factcheck');
		const dialog = page.getByRole('dialog', { name: 'Check a text' });
		await dialog.waitFor();
		await dialog.getByLabel('The text to check').fill(`He said:\n${CLAIM}`);
		await dialog.getByRole('button', { name: 'Submit' }).click();
		await expect.poll(() => title(last(page)).first().textContent()).toBe('1 claim checked');
	});

	test('by a right click; one elsewhere closes it', async () => {
		const page = await open(`?q=${encodeURIComponent(`/event ${CLAIM}`)}`);
		await last(page).locator('.message-asked').click({ button: 'right' });
		await page.getByRole('menuitem', { name: 'Fact-check' }).waitFor();
		await page.getByRole('banner').click();
		expect(await page.getByRole('menuitem').count()).toBe(0);
	});

	test('by touch on a phone, within the window', async () => {
		const page = await open(`?q=${encodeURIComponent(`/event ${CLAIM}`)}`, PHONE);
		await last(page).getByRole('button', { name: actions }).tap();
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await page.getByRole('menuitem', { name: 'Fact-check' }).tap();
		await expect.poll(() => title(last(page)).first().textContent()).toBe('1 claim checked');
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await photograph(page, 'phone-fact-checked');
	});
});

describe('the page', () => {
	test('welcomes with five examples that all work', async () => {
		const page = await open();
		await photograph(page, 'welcome');
		const examples = page.getByRole('list', { name: 'Try one of these:' }).getByRole('button');
		expect(await examples.allTextContents()).toEqual([
			'/event nomonhan',
			'/figures siberia deaths',
			'/treaty 中立条約',
			'/ask who began the fighting at khalkhin gol?',
			'/place Итуруп',
		]);
		for (const [index, example] of (await examples.all()).entries()) {
			await example.click();
			await expect.poll(() => messages(page).count()).toBe(index + 1);
			await title(last(page)).waitFor();
		}
		expect(await page.locator('.embed-title').allTextContents()).toEqual([
			'Battles of Khalkhin Gol / Nomonhan',
			'Deaths in Soviet captivity',
			'Soviet–Japanese Neutrality Pact',
			'Who began the fighting at Khalkhin Gol?',
			'Iturup / Etorofu',
		]);
	});

	test('remembers the conversation of the tab, and its id', async () => {
		const page = await open(DEATHS);
		await title(last(page)).waitFor();
		const user = await page.evaluate(() => sessionStorage.getItem('variorum.user'));
		await page.reload();
		await input(page).waitFor();
		expect(await title(last(page)).textContent()).toBe('Deaths in Soviet captivity');
		expect(await messages(page).count()).toBe(1);
		expect(await page.evaluate(() => sessionStorage.getItem('variorum.user'))).toBe(user);
		await last(page).getByRole('button', { name: 'Next page' }).click();
		await expect.poll(() => last(page).locator('.embed-footer').textContent()).toContain('Page 2');
		await last(page).locator('.command-link').click();
		await expect.poll(() => messages(page).count()).toBe(2);
	});

	test('follows the system’s theme until another is chosen, which is remembered', async () => {
		const page = await open('', { colorScheme: 'light' });
		const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		expect(await ground()).toBe('rgb(255, 255, 255)');
		await page.emulateMedia({ colorScheme: 'dark' });
		await expect.poll(ground).toBe('rgb(49, 51, 56)');
		await page.getByRole('button', { name: 'Switch to the light theme' }).click();
		expect(await ground()).toBe('rgb(255, 255, 255)');
		await page.reload();
		await page.getByRole('button', { name: 'Switch to the dark theme' }).waitFor();
		expect(await ground()).toBe('rgb(255, 255, 255)');
	});

	test.each(['light', 'dark'] as const)('has no serious faults of accessibility in the %s theme', async (colorScheme) => {
		const page = await open(DEATHS, { colorScheme });
		await title(last(page)).waitFor();
		await last(page).getByRole('button', { name: 'Compare two' }).click();
		await expect.poll(() => messages(page).count()).toBe(2);
		await input(page).fill('/picture');
		await page.keyboard.press('Escape');
		await page.keyboard.press('Enter');
		await expect.poll(() => messages(page).count()).toBe(3);
		await last(page).getByRole('img', { name: 'A chart of five estimates' }).waitFor();
		await input(page).fill('/figures de');
		await choices(page).first().waitFor();
		await page.keyboard.press('ArrowDown');
		expect(await seriousFindings(page)).toEqual([]);
		await photograph(page, `everything-${colorScheme}`);
	});

	test('stacks the columns on a phone, and nothing sticks out', async () => {
		const page = await open(DEATHS, PHONE);
		const columns = last(page).locator('.embed-row-3').first().locator('.embed-field');
		await columns.first().waitFor();
		const boxes = await Promise.all((await columns.all()).map((column) => column.boundingBox()));
		expect(new Set(boxes.map((box) => Math.round(box!.x))).size).toBe(1);
		expect(boxes[0]!.y).toBeLessThan(boxes[1]!.y);
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await photograph(page, 'phone-answer');
		await last(page).getByRole('button', { name: 'Compare two' }).tap();
		await expect.poll(() => messages(page).count()).toBe(2);
		await last(page).getByRole('button', { name: 'Choose two voices' }).tap();
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await photograph(page, 'phone-menu');
		await input(page).tap();
		await page.keyboard.type('/tre');
		await choices(page).first().tap();
		expect(await input(page).inputValue()).toBe('/treaty ');
		await choices(page).first().waitFor();
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await photograph(page, 'phone-suggestions');
		expect(await seriousFindings(page)).toEqual([]);
	});

	test('nothing sticks out of a window of 320 pixels', async () => {
		const page = await open(DEATHS, { viewport: { height: 600, width: 320 } });
		await title(last(page)).waitFor();
		expect(await overflow(page)).toBeLessThanOrEqual(0);
	});

	test('takes what is written outside the line, and goes without the browser’s memory', async () => {
		const page = await open();
		await page.addInitScript(() => {
			for (const name of ['localStorage', 'sessionStorage'])
				Object.defineProperty(globalThis, name, {
					get: () => {
						throw new DOMException('denied', 'SecurityError');
					},
				});
		});
		await page.reload();
		await input(page).waitFor();
		await page.getByRole('main').focus();
		await page.keyboard.type('/event nomonhan');
		await page.keyboard.press('Enter');
		await expect.poll(() => title(last(page)).textContent()).toContain('Khalkhin Gol');
		await page.getByRole('button', { name: /^Switch to/ }).click();
	});

	test('offers the languages that there are', async () => {
		const page = await open('', { locale: 'de-DE' });
		const picker = page.getByRole('combobox', { name: 'Language' });
		expect((await picker.getByRole('option').allTextContents())[0]).toBe('English');
		expect(await picker.inputValue()).toBe('en');
		expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
	});
});

test('what comes without being asked is shown in its place, and takes no focus away', async () => {
	const page = await open('?q=/round');
	await expect.poll(() => last(page).textContent()).toContain('Question one');
	await last(page).getByRole('button', { name: 'Answer' }).focus();
	await expect.poll(() => messages(page).count()).toBe(2);
	expect(await messages(page).first().textContent()).toContain('Question two');
	expect(await last(page).textContent()).toContain('The round is over');
	expect(await focused(page)).toBe('Answer');
	await page.reload();
	await expect.poll(() => messages(page).count()).toBe(2);
	expect(await messages(page).first().textContent()).toContain('Question two');
});
