import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BODY_MAX_BYTES } from '../../src/fronts/playground/app.ts';
import { isOwnHost, isOwnPage } from '../../src/fronts/playground/guard.ts';
import { en } from '../../src/messages/en/index.ts';
import { catalogueOf, LANGUAGES } from '../../src/messages/index.ts';
import { StartError } from '../../src/start-error.ts';
import { openSite, post, type Reply, type Site, send, USER } from './playground-site.ts';

let site: Site;
beforeAll(async () => {
	site = await openSite();
});
afterAll(() => site.close());

const at = (path: string) => new URL(path, site.url).href;
const firstEmbed = (json: Reply['json']) => json.message.embeds[0];

describe('pages', () => {
	test('prints its address on one line', () => {
		expect(site.printed).toEqual([`Variorum’s playground is open at ${site.url}`]);
		expect(site.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
	});

	test('serves the document with headers that allow nothing from elsewhere', async () => {
		const { headers, status, text } = await send(site.url);
		expect(status).toBe(200);
		expect(headers['content-type']).toMatch(/^text\/html/);
		expect(headers['content-security-policy']).toContain("default-src 'none'");
		expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['referrer-policy']).toBe('no-referrer');
		expect(headers['x-frame-options']).toBe('DENY');
		expect(text).not.toMatch(/%[\w.-]+%|https?:\/\//);
	});

	test('serves scripts whose types have been blanked out', async () => {
		const { headers, status, text } = await send(at('/page/main.ts'));
		expect([status, headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
		expect(text).not.toContain(': Promise<void>');
	});

	test('serves a font for Japanese and Chinese, in pieces, and its Latin to nobody', async () => {
		const { headers, status, text } = await send(at('/page/sawarabi-gothic.css'));
		expect([status, headers['content-type']]).toEqual([200, 'text/css; charset=utf-8']);
		const faces = [
			...text.matchAll(/@font-face \{[^}]*font-display: swap;[^}]*url\('([^']+)'\) format\('woff2'\);\s*unicode-range: U\+[^}]*\}/g),
		];
		expect(faces.length).toBe(text.match(/@font-face/g)?.length);
		expect(faces.length).toBeGreaterThan(100);
		expect(text).not.toMatch(/latin|cyrillic|\.woff\)/);
		const first = [...text.matchAll(/U\+([0-9a-f]+)/g)].map(([, digits]) => Number.parseInt(digits!, 16));
		expect(Math.min(...first)).toBeGreaterThan(0x2e7f);
		for (const address of [faces[0]![1]!, faces.at(-1)![1]!]) {
			const file = await send(at(address));
			expect([file.status, file.headers['content-type']]).toEqual([200, 'font/woff2']);
			expect(file.text.slice(0, 4)).toBe('wOF2');
		}
		expect((await send(at('/page/sawarabi-gothic-latin-400-normal.woff2'))).status).toBe(404);
	});

	test('sends nothing again that has not changed', async () => {
		const { headers } = await send(at('/page/base.css'));
		const again = await send(at('/page/base.css'), { headers: { 'If-None-Match': String(headers.etag) } });
		expect([again.status, again.text]).toEqual([304, '']);
	});

	test.each([
		'/page/nothing.ts',
		'/page/..%2Findex.ts',
		'/page/%2e%2e%2fapp.ts',
		'/page/index.html',
		'/page/__proto__',
		'/package.json',
		'/api/nothing',
		'/page/',
	])('has nothing at %s', async (path) => {
		const { json, status } = await send(at(path));
		expect([status, json.error]).toEqual([404, 'not-found']);
	});

	test.each([
		['/api/command', 'GET', 'POST'],
		['/api/page', 'POST', 'GET, HEAD'],
		['/', 'DELETE', 'GET, HEAD'],
	])('names the methods that %s takes', async (path, method, allowed) => {
		const { headers, json, status } = await send(at(path), { method });
		expect([status, json.error, headers.allow]).toEqual([405, 'wrong-method', allowed]);
	});
});

describe('the exchange', () => {
	test('tells the page its commands and its words', async () => {
		const { headers, json } = await send(at('/api/page?locale=en-GB'));
		expect(headers['cache-control']).toBe('no-store');
		expect(json.language).toBe('en');
		expect(json.languages.map(({ code }: { code: string }) => code)).toEqual(LANGUAGES);
		expect(json.commands.find(({ name }: { name: string }) => name === 'echo')).toEqual({
			description: en['command.help.description'],
			name: 'echo',
			shown: 'echo',
			options: [
				{
					autocomplete: true,
					description: en['command.query'],
					maxLength: 20,
					name: 'text',
					required: true,
					shown: 'text',
					type: 'string',
				},
				{
					autocomplete: false,
					choices: [
						{ name: 'Event', value: 'event' },
						{ name: 'Treaty', value: 'treaty' },
					],
					description: en['command.query'],
					name: 'kind',
					required: false,
					shown: 'kind',
					type: 'string',
				},
				{
					autocomplete: false,
					description: en['command.query'],
					max: 9,
					min: 1,
					name: 'count',
					required: false,
					shown: 'count',
					type: 'integer',
				},
				{ autocomplete: false, description: en['command.private'], name: 'private', required: false, shown: 'private', type: 'boolean' },
			],
		});
		expect(json.words.send).toBe(en['playground.page.send']);
	});

	test('tells the page the commands of a message’s menu, and answers them', async () => {
		const { json: page } = await send(at('/api/page?locale=en'));
		expect(page.messageCommands).toEqual([{ name: 'Fact-check', title: 'Fact-check' }]);
		const body = { content: '60,000 Japanese prisoners died in Soviet captivity', name: 'Fact-check' };
		const { json: checked } = await post(site.url, '/api/message-command', body);
		expect(checked).toMatchObject({ outcome: 'found', private: true, update: false });
		expect(firstEmbed(checked).title).toBe('1 claim checked');
		const { json: gone } = await post(site.url, '/api/message-command', { ...body, name: 'Burn' });
		expect(gone.outcome).toBe('refused');
		for (const wrong of [{ name: 'Fact-check' }, { ...body, extra: 1 }, { ...body, content: 'x'.repeat(6001) }])
			expect((await post(site.url, '/api/message-command', wrong)).status).toBe(400);
	});

	test('a press brings the message along, and what is no embed is refused', async () => {
		const body = { content: '60,000 Japanese prisoners died in Soviet captivity', name: 'Fact-check' };
		const { json: checked } = await post(site.url, '/api/message-command', body);
		const { custom_id: customId } = checked.message.components[0].components.find(({ label }: { label: string }) => label === 'Post');
		const { json: posted } = await post(site.url, '/api/press', { customId, embeds: checked.message.embeds, values: [] });
		expect(posted).toMatchObject({ outcome: 'found', private: false });
		expect((await post(site.url, '/api/press', { customId, values: [] })).json.message.content).toContain('older version');
		for (const embeds of [{}, [1], [{ description: 1 }], Array(11).fill({})])
			expect((await post(site.url, '/api/press', { customId, embeds, values: [] })).status).toBe(400);
		// Whatever is made up in the place of an embed, nothing but a check comes of it.
		const { json: forged } = await post(site.url, '/api/press', { customId, embeds: [{}, { description: 'lol' }], values: [] });
		expect(firstEmbed(forged).title).toBe('Nothing to check');
	});

	test('the page’s own words take plain arguments only, in every language', () => {
		for (const language of LANGUAGES) {
			for (const [key, words] of Object.entries(catalogueOf(language))) {
				if (key.startsWith('playground.page.')) expect(words.replace(/\{\w+\}/g, '')).not.toMatch(/[{}']/);
			}
		}
	});

	test('suggests, answers what was picked, turns the page in place, and compares two', async () => {
		const { json: suggested } = await post(site.url, '/api/suggest', { args: {}, name: 'figures', option: 'query', text: 'captivity' });
		expect(suggested.choices[0]).toEqual({
			name: expect.stringContaining('Deaths in Soviet captivity'),
			value: 'id:siberian-internment-deaths',
		});

		const { json: first } = await post(site.url, '/api/command', { args: { query: suggested.choices[0].value }, name: 'figures' });
		expect(first).toMatchObject({ outcome: 'found', private: false, update: false });
		expect(firstEmbed(first).title).toBe('Deaths in Soviet captivity');
		const buttons = first.message.components[0].components;
		const next = buttons.find(({ label }: { label: string }) => label === 'Next page').custom_id;

		const { json: second } = await post(site.url, '/api/press', { customId: next, values: [] });
		expect(second).toMatchObject({ outcome: 'found', private: false, update: true });
		expect(firstEmbed(second).footer.text).toContain('Page 2');

		const compare = buttons.find(({ label }: { label: string }) => label === 'Compare two').custom_id;
		const { json: which } = await post(site.url, '/api/press', { customId: compare, values: [] });
		expect(which.private).toBe(true);
		expect(which.message.components[0].components[0]).toMatchObject({ max_values: 2, min_values: 2 });
		const { json: compared } = await post(site.url, '/api/press', {
			customId: which.message.components[0].components[0].custom_id,
			values: ['0', '1'],
		});
		expect(compared).toMatchObject({ outcome: 'found', private: true });
	});

	test('at most 25 suggestions', async () => {
		const { json } = await post(site.url, '/api/suggest', { args: {}, name: 'echo', option: 'text', text: 'a' });
		expect(json.choices).toHaveLength(25);
	});

	test('text typed without picking, a private answer, a miss, an old button, an unknown command', async () => {
		const ask = async (path: string, body: object) => (await post(site.url, path, body)).json;
		expect(await ask('/api/command', { args: { private: true, query: 'nomonhan' }, name: 'event' })).toMatchObject({
			outcome: 'found',
			private: true,
		});
		expect(await ask('/api/command', { args: { query: 'xyzzyx qwrtp' }, name: 'event' })).toMatchObject({ outcome: 'miss', private: true });
		expect(await ask('/api/command', { args: { query: 'я'.repeat(6000) }, name: 'event' })).toMatchObject({
			outcome: 'miss',
			private: true,
		});
		const oldButton = { message: { content: en['error.old-button'] }, outcome: 'refused', private: true };
		for (const customId of ['0|ancient|x', '1|page|', '1|page', '1|page|\u200b', '1|cite|', '1|compare|', '1|quiz|about|'])
			expect([customId, await ask('/api/press', { customId, values: [] })]).toMatchObject([customId, oldButton]);
		expect(await ask('/api/command', { args: { anything: 'at all' }, name: 'nothing' })).toMatchObject({
			outcome: 'refused',
			private: true,
		});
	});

	test('files travel in the answer, with their words', async () => {
		const { json } = await post(site.url, '/api/command', { args: {}, name: 'picture' });
		expect(json.message.files).toEqual([
			{ contentType: 'image/png', data: expect.stringMatching(/^iVBOR/), description: 'A chart of five estimates', name: 'chart.png' },
		]);
	});

	test('a form, and what was written into it', async () => {
		const { json } = await post(site.url, '/api/command', { args: {}, name: 'form' });
		expect(json.modal).toMatchObject({ customId: '1|form', title: 'Report a problem' });
		const submitted = await post(site.url, '/api/submit', { customId: json.modal.customId, fields: { what: 'a date' } });
		expect(submitted.json).toMatchObject({ message: { content: '`{"what":"a date"}`' }, private: true });
		for (const fields of [
			[],
			{ what: 1 },
			{ what: 'x'.repeat(4001) },
			Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`f${index}`, 'x'])),
		]) {
			expect((await post(site.url, '/api/submit', { customId: json.modal.customId, fields })).status).toBe(400);
		}
	});

	test('what is sent later comes as events, to its visitor alone, and again after a lost connection', async () => {
		const { json } = await post(site.url, '/api/command', { args: {}, name: 'round' });
		expect(json).toMatchObject({ id: expect.stringMatching(/^[\da-f-]{36}$/), live: true });
		const read = async (user: string, headers: Record<string, string>, lines: number): Promise<string> => {
			const leave = new AbortController();
			const response = await fetch(at(`/api/updates?user=${user}`), { headers, signal: leave.signal });
			expect(response.headers.get('content-type')).toBe('text/event-stream');
			let text = '';
			for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
				text += chunk;
				if ((text.match(/^data:/gm)?.length ?? 0) >= lines) break;
			}
			leave.abort();
			return text;
		};
		const all = await read(USER, {}, 2);
		const events = [...all.matchAll(/^data: (.+)$/gm)].map(([, data]) => JSON.parse(data as string));
		expect(events).toMatchObject([
			{ id: json.id, message: { content: 'Question two' } },
			{ id: expect.any(String), message: { content: 'The round is over', embeds: [], files: [] } },
		]);
		const again = await read(USER, { 'Last-Event-ID': /^id: (\S+)$/m.exec(all)?.[1] as string }, 1);
		expect(again).not.toContain('Question two');
		expect(again).toContain('The round is over');
		expect(await read(crypto.randomUUID(), {}, 0)).not.toContain('Question');
		expect((await send(at('/api/updates?user=everyone'))).status).toBe(400);
	});

	test('an answer in the place of another keeps its id', async () => {
		const { json } = await post(site.url, '/api/command', { args: {}, name: 'counting' });
		expect(json.live).toBe(false);
		const { json: pressed } = await post(site.url, '/api/press', {
			customId: json.message.components[0].components[0].custom_id,
			message: json.id,
			values: [],
		});
		expect(pressed).toMatchObject({ id: json.id, update: true });
	});

	test('a fault in a command becomes an apology', async () => {
		const { json, status } = await post(site.url, '/api/command', { args: {}, name: 'broken' });
		expect([status, json.outcome, json.private]).toEqual([200, 'error', true]);
		expect(JSON.stringify(json)).not.toContain('on purpose');
	});
});

describe('what is refused', () => {
	const good = { args: { text: 'x' }, locale: 'en', name: 'echo', user: USER };
	test.each<[string, object]>([
		['no name', { ...good, name: undefined }],
		['a name that is no text', { ...good, name: { toString: 'x' } }],
		['a long name', { ...good, name: 'x'.repeat(99) }],
		['more than is asked for', { ...good, admin: true }],
		['a user that is no id', { ...good, user: '<script>' }],
		['a long locale', { ...good, locale: 'x'.repeat(50) }],
		['arguments in a list', { ...good, args: ['x'] }],
		['an argument in depth', { ...good, args: { text: { text: 'x' } } }],
		['an argument that is too long', { ...good, args: { text: 'x'.repeat(21) } }],
		['no required argument', { ...good, args: {} }],
		['an argument of another type', { ...good, args: { text: true } }],
		['an argument that there is not', { ...good, args: { other: 'x', text: 'x' } }],
		['a choice that there is not', { ...good, args: { kind: 'war', text: 'x' } }],
		['a number that is too large', { ...good, args: { count: 10, text: 'x' } }],
		['a number that is not whole', { ...good, args: { count: 1.5, text: 'x' } }],
		['text of 6,001 characters', { ...good, args: { query: 'x'.repeat(6001) }, name: 'event' }],
		['26 arguments', { ...good, args: Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`o${index}`, 'x'])), name: 'nothing' }],
	])('%s', async (_, body) => {
		const { json, status } = await send(at('/api/command'), {
			body: JSON.stringify(body),
			headers: { 'Content-Type': 'application/json' },
		});
		expect([status, json.error]).toEqual([400, 'invalid']);
		expect(json.issues.length).toBeGreaterThan(0);
	});

	test('names the place of what is wrong', async () => {
		const { json } = await post(site.url, '/api/command', { args: { text: 'x'.repeat(21) }, name: 'echo' });
		expect(json.issues.map(({ path }: { path: string }) => path)).toEqual(['args.text']);
	});

	test.each(['', 'null', '[]', '{', '"x"', '\u0000', '{"__proto__": {"x": 1}}'])('the body %j', async (body) => {
		for (const path of ['/api/command', '/api/suggest', '/api/press']) {
			expect((await send(at(path), { body, headers: { 'Content-Type': 'application/json' } })).status).toBe(400);
		}
	});

	test('a body of another type', async () => {
		for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', '']) {
			const { json, status } = await send(at('/api/command'), {
				body: JSON.stringify(good),
				headers: type ? { 'Content-Type': type } : {},
			});
			expect([status, json.error]).toEqual([415, 'wrong-type']);
		}
	});

	test('a body that is too large, announced or not', async () => {
		const body = JSON.stringify({ ...good, args: { text: 'x'.repeat(BODY_MAX_BYTES) } });
		const announced = await send(at('/api/command'), {
			body,
			headers: { 'Content-Length': String(Buffer.byteLength(body)), 'Content-Type': 'application/json' },
		});
		expect([announced.status, announced.json.error]).toEqual([413, 'too-large']);
		const streamed = await send(at('/api/command'), {
			body,
			headers: { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
		});
		expect(streamed.status).toBe(413);
	});

	test('too many values of a menu', async () => {
		const { status } = await post(site.url, '/api/press', { customId: 'x', values: Array.from({ length: 26 }, String) });
		expect(status).toBe(400);
	});

	test('a page of another origin', async () => {
		const headersOf: Record<string, string>[] = [
			{ Origin: 'https://evil.example' },
			{ Origin: 'null' },
			{ Origin: site.url.slice(0, -1), 'Sec-Fetch-Site': 'cross-site' },
			{ 'Sec-Fetch-Site': 'same-site' },
		];
		for (const headers of headersOf) {
			const { json, status } = await post(site.url, '/api/command', good, headers);
			expect([status, json.error]).toEqual([403, 'wrong-origin']);
		}
		expect((await post(site.url, '/api/command', good, { Origin: site.url.slice(0, -1), 'Sec-Fetch-Site': 'same-origin' })).status).toBe(
			200,
		);
	});

	test('a name that somebody’s DNS leads here', async () => {
		for (const path of ['/', '/api/page', '/page/main.ts']) {
			const { json, status } = await send(at(path), { headers: { Host: 'evil.example:8080' } });
			expect([status, json.error]).toEqual([403, 'wrong-host']);
		}
		expect((await send(site.url, { headers: { Host: 'localhost:1' } })).status).toBe(200);
	});
});

test.each<[string | undefined, boolean]>([
	['127.0.0.1:8080', true],
	['localhost', true],
	['LOCALHOST:80', true],
	['[::1]:8080', true],
	['192.168.1.20', true],
	['bot.localhost:3000', true],
	['my.lan', true],
	['evil.example', false],
	['localhost.evil.example', false],
	['127.0.0.1.evil.example', false],
	['user@localhost', false],
	['localhost/x', false],
	['', false],
	[undefined, false],
])('the host %s: %s', (host, expected) => expect(isOwnHost(host, 'my.lan')).toBe(expected));

test('what is no browser says nothing of its page', () => {
	expect(isOwnPage({})).toBe(true);
	expect(isOwnPage({ host: 'localhost:1', origin: 'http://localhost:1' })).toBe(true);
	expect(isOwnPage({ host: 'localhost:1', origin: 'http://localhost:2' })).toBe(false);
});

describe('opening and closing', () => {
	test('says what to do when the port is taken', async () => {
		const other = createServer();
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		const { port } = other.address() as AddressInfo;
		const error = await openSite({ port }).then(
			() => null,
			(it: unknown) => it,
		);
		expect(error).toBeInstanceOf(StartError);
		expect((error as Error).message).toBe(
			`Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or set PORT to another number (0 takes any free one).`,
		);
		await new Promise((resolve) => other.close(resolve));
	});

	test('says what to do when the host is none of this machine', async () => {
		await expect(openSite({ host: '192.0.2.1' })).rejects.toThrow(/is no address of this machine.*Remove HOST/);
	});

	test('does not wait for those who listen', async () => {
		const closing = await openSite();
		const response = await fetch(new URL(`/api/updates?user=${USER}`, closing.url));
		const started = performance.now();
		const [text] = await Promise.all([response.text(), closing.close()]);
		expect(text).toContain('retry:');
		expect(performance.now() - started).toBeLessThan(4000);
	});

	test('finishes what is in hand and takes nothing new', async () => {
		const closing = await openSite();
		const answer = post(closing.url, '/api/command', { args: {}, name: 'slow' });
		await new Promise((resolve) => setTimeout(resolve, 150));
		const closed = closing.close();
		await expect(post(closing.url, '/api/command', { args: {}, name: 'picture' })).rejects.toThrow(/ECONNREFUSED/);
		expect((await answer).json.message.content).toBe('done');
		await closed;
	});
});
