/** A real Chromium on the playground's page, with everything that it complains about written down. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Locator, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { LANGUAGES, type MessageKey, speakerOf } from '../../src/messages/index.ts';
import { openSite, REAL_DATASET, type Site } from './playground-site.ts';

/** In a single process, the browser would end with its first window. */
const ARGUMENTS = chromium.args.filter((argument) => argument !== '--single-process' && argument !== '--no-zygote');

const launchBrowser = async (): Promise<Browser> =>
	playwright.launch({ args: [...ARGUMENTS, '--no-sandbox'], executablePath: await chromium.executablePath(), headless: true });

/** What they are called in each language. */
const named = (key: MessageKey): RegExp =>
	new RegExp(`^(?:${LANGUAGES.map((language) => RegExp.escape(speakerOf(language).say(key))).join('|')})$`);
const INPUT = named('playground.page.input');
const MESSAGES = named('playground.page.messages');

interface Visit {
	/** Errors and warnings of the console, errors of scripts, requests that failed or went elsewhere. */
	readonly complaints: string[];
	readonly page: Page;
}

/** Opens the page in a browser that has never seen it. */
async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
	const context = await browser.newContext({ viewport: { height: 800, width: 1200 }, ...options });
	const page = await context.newPage();
	const complaints: string[] = [];
	const { origin } = new URL(url);
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(String(error)));
	page.on('request', (request) => {
		if (!request.url().startsWith(origin) && !request.url().startsWith('blob:')) complaints.push(`asked for ${request.url()}`);
	});
	await page.goto(url);
	await page.getByRole('combobox', { name: INPUT }).waitFor();
	return { complaints, page };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What an automatic check of accessibility finds serious, one line a finding. */
export async function seriousFindings(page: Page): Promise<string[]> {
	await page.evaluate(AXE);
	return page.evaluate(async () => {
		interface Finding {
			readonly help: string;
			readonly id: string;
			readonly impact: string;
			readonly nodes: readonly { readonly html: string }[];
		}
		const { axe } = globalThis as unknown as { axe: { run(): Promise<{ passes: readonly Finding[]; violations: readonly Finding[] }> } };
		const { passes, violations } = await axe.run();
		if (passes.length < 10) return ['hardly anything was checked'];
		return violations
			.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			.map(({ help, id, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
	});
}

/** Whether anything sticks out to the right of the window. */
export const overflow = (page: Page): Promise<number> =>
	page.evaluate(() =>
		Math.max(
			document.documentElement.scrollWidth - innerWidth,
			...[...document.querySelectorAll('.channel, .channel *')]
				.filter((it) => it.clientWidth > 0)
				.map((it) => Math.ceil(it.getBoundingClientRect().right - innerWidth)),
		),
	);

const PICTURES = join(tmpdir(), 'variorum-playground');

/** For people to look at; no test reads it. */
export async function photograph(page: Page, name: string): Promise<void> {
	mkdirSync(PICTURES, { recursive: true });
	await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Opens a browser and the site for the tests of a file; whatever the page complains about fails the test that it happened in. */
export function browse({
	withDataset = false,
}: {
	/** The dataset that comes with the program, not a small one. */ readonly withDataset?: boolean;
} = {}): {
	/** What has been complained about so far; emptied by a test that expects it. */
	complaints(): string[];
	open(path?: string, options?: BrowserContextOptions): Promise<Page>;
} {
	let browser: Browser;
	let site: Site;
	let visits: Visit[] = [];
	const complaints = () => visits.flatMap((it) => it.complaints.splice(0));
	beforeAll(async () => {
		[browser, site] = await Promise.all([launchBrowser(), openSite(withDataset ? { directory: REAL_DATASET } : {})]);
	});
	afterAll(async () => {
		await browser?.close();
		await site?.close();
	});
	afterEach(async () => {
		const left = complaints();
		await Promise.all(visits.map(({ page }) => page.context().close()));
		visits = [];
		expect(left).toEqual([]);
	});
	return {
		complaints,
		async open(path = '', options = {}) {
			const visited = await visit(browser, site.url + path, options);
			visits.push(visited);
			return visited.page;
		},
	};
}

export const input = (page: Page) => page.getByRole('combobox', { name: INPUT });
export const messages = (page: Page) => page.getByRole('list', { name: MESSAGES }).locator('> li');
/** Lines of suggestions or of a menu. */
export const choices = (page: Page, options?: Parameters<Page['getByRole']>[1]) => page.getByRole('listbox').getByRole('option', options);
export const last = (page: Page) => messages(page).last();
export const title = (message: Locator) => message.locator('.embed-title');
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');
export const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
/** An answer of two pages. */
export const DEATHS = '?q=/figures%20deaths%20in%20soviet%20captivity';
