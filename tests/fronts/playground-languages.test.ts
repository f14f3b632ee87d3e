/** The page in Japanese and Russian, in a real Chromium, over the dataset as it is. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type MessageKey, speakerOf } from '../../src/messages/index.ts';
import { browse, choices, input, last, messages, overflow, photograph, seriousFindings, title } from './playground-browser.ts';

const { open } = browse({ withDataset: true });
const LOCALES = { en: 'en-US', ja: 'ja-JP', ru: 'ru-RU' } as const;

/** Machines without a Japanese font show boxes: for the pictures only, the page borrows the one that maps are drawn with. */
async function borrowFont(page: Page): Promise<void> {
	const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/sawarabi-gothic/package.json'));
	const css = readFileSync(join(folder, 'japanese.css'), 'utf8').replace(/url\(\.\/(files\/[^)]+\.woff2)\)/g, (_, file: string) => {
		const font = readFileSync(join(folder, file)).toString('base64');
		return `url(data:font/woff2;base64,${font})`;
	});
	await page.addStyleTag({ content: `${css.replace(/font-family: '[^']+'/g, "font-family: 'gg sans'")}` });
	await page.addStyleTag({ content: ":root, * { font-family: 'DejaVu Sans', 'gg sans' !important; }" });
	await page.evaluate(() => document.fonts.ready);
}

describe.each(LANGUAGES.filter((language) => language !== 'en'))('for a browser in “%s”', (language) => {
	const say = (key: MessageKey, args?: Record<string, number | string>) => speakerOf(language).say(key, args);
	const visitor = { locale: LOCALES[language] };
	const QUERY = language === 'ja' ? 'ノモン' : 'Халхин';

	test('the page speaks the language, and the examples all work', async () => {
		const page = await open('', visitor);
		expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
		expect(await page.getByRole('combobox', { name: say('playground.page.language') }).inputValue()).toBe(language);
		await page.getByText(say('playground.page.welcome-title')).waitFor();
		const examples = (['ask', 'event', 'figures', 'place', 'treaty'] as const).map((it) => say(`playground.page.example-${it}`));
		for (const [index, example] of examples.entries()) {
			await page.getByText(example, { exact: true }).first().click();
			await expect.poll(() => messages(page).count()).toBe(index + 1);
			await expect.poll(() => title(last(page)).count()).toBe(1);
			expect(await title(last(page)).textContent()).not.toBe(say('miss.title'));
			expect(await last(page).locator('.embed-footer').textContent()).toContain(language === 'ja' ? '英語' : 'на английском');
		}
	});

	test('commands, options and suggestions are typed in the language, or in English', async () => {
		const page = await open('', visitor);
		const event = say('name.event' as MessageKey);
		await input(page).pressSequentially(`/${event.slice(0, 2)}`);
		await choices(page, { name: new RegExp(`^/${event}`) }).waitFor();
		await page.keyboard.press('Tab');
		expect(await input(page).inputValue()).toBe(`/${event} `);
		await input(page).pressSequentially(QUERY);
		await choices(page).first().waitFor();
		expect(await choices(page).first().textContent()).toContain(say('kind.event'));
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		// The option after it, by its own name.
		await page
			.getByRole('group', { name: say('playground.page.options') })
			.getByRole('button', { name: say('option.private' as MessageKey) })
			.click();
		expect(await input(page).inputValue()).toContain(`${say('option.private' as MessageKey)}:true`);
		await page.keyboard.press('Enter');
		await expect.poll(() => title(last(page)).textContent()).toContain(QUERY);
		expect(await last(page).textContent()).toContain(say('playground.page.private'));
		await input(page).fill('/event nomonhan private:true');
		await page.keyboard.press('Enter');
		await expect.poll(() => messages(page).count()).toBe(2);
		await expect.poll(() => title(last(page)).textContent()).toContain(QUERY);
	});

	test('what cannot be sent is explained in the language', async () => {
		const page = await open('', visitor);
		const event = say('name.event' as MessageKey);
		await input(page).fill(`/${event} `);
		await page.getByRole('button', { name: say('playground.page.send') }).click();
		const words = say('playground.page.missing', {
			command: event,
			description: say('command.query'),
			option: say('option.query' as MessageKey),
		});
		await expect.poll(() => page.getByRole('alert').first().textContent()).toBe(words);
	});

	test('an answer has no serious fault of accessibility, and nothing sticks out on a phone', async () => {
		const query = encodeURIComponent(say('playground.page.example-figures'));
		const page = await open(`?q=${query}`, visitor);
		await title(last(page)).waitFor();
		expect(await seriousFindings(page)).toEqual([]);
		const phone = await open(`?q=${query}`, { ...visitor, hasTouch: true, isMobile: true, viewport: { height: 740, width: 320 } });
		await title(last(phone)).waitFor();
		expect(await overflow(phone)).toBeLessThanOrEqual(0);
	});

	test('pictures of it', async () => {
		const page = await open('', { ...visitor, bypassCSP: true, viewport: { height: 1400, width: 1200 } });
		await borrowFont(page);
		await photograph(page, `${language}-welcome`);
		await input(page).fill(say('playground.page.example-figures'));
		await page.keyboard.press('Escape');
		await page.keyboard.press('Enter');
		await title(last(page)).waitFor();
		await photograph(page, `${language}-answer`);
		await input(page).fill('/');
		await choices(page).first().waitFor();
		await photograph(page, `${language}-commands`);
	});
});

test('the choice of a language is remembered, and everything follows it', async () => {
	const page = await open('', { locale: 'en-US' });
	await page.getByRole('combobox', { name: 'Language' }).focus();
	await page.keyboard.press('ArrowDown');
	await page.getByText(speakerOf('ja').say('playground.page.welcome-title')).waitFor();
	expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
	await page.reload();
	await page.getByText(speakerOf('ja').say('playground.page.welcome-title')).waitFor();
	await input(page).fill('/ヘルプ');
	await page.keyboard.press('Enter');
	await expect.poll(() => title(last(page)).textContent()).toBe(speakerOf('ja').say('help.title'));
});

test('of several languages the first that there is counts', async () => {
	const page = await open('', { extraHTTPHeaders: { 'Accept-Language': 'fr-FR,fr;q=0.9,ru;q=0.8,en;q=0.7' }, locale: 'fr-FR' });
	expect(await page.evaluate(() => document.documentElement.lang)).toBe('ru');
});
