/** What curators do with the requests that were filed, at a terminal, on both databases. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { onBothDatabases } from '../store/databases.ts';

const PROJECT = join(import.meta.dirname, '../..');

function requests(url: string, ...args: string[]): Promise<{ code: number; err: string; out: string }> {
	return new Promise((resolve) => {
		const options = { cwd: PROJECT, env: { ...process.env, DATABASE_URL: url } };
		execFile(process.execPath, ['scripts/requests.ts', ...args], options, (error, out, err) =>
			resolve({ code: error ? Number(error.code) : 0, err, out }),
		);
	});
}

onBothDatabases((database, skipWhereMissing) => {
	let store: Store;
	let now = Date.UTC(2026, 10, 20);
	beforeEach((context) => {
		skipWhereMissing(context);
		store ??= database.store({ clock: () => new Date(now) });
	});
	const run = (...args: string[]) => requests(database.url, ...args);
	const numbers = async (...args: string[]) => [...(await run(...args)).out.matchAll(/^[\da-f]{8}/gm)].map(([number]) => number);

	test('lists what is open, most wanted first; settles, reopens, and exports', async () => {
		expect(await run()).toEqual({ code: 0, err: '', out: 'No request is open.\n' });
		await store.fileRequest({ guildId: '1', key: 'horses', text: 'How many horses died?' });
		now += 3 * 86_400_000;
		await store.fileRequest({ guildId: '1', key: 'camels', text: '=How many camels died?' });
		await store.fileRequest({ guildId: '2', key: 'camels', text: 'how many camels died' });
		await store.fileRequest({ guildId: '2', key: 'camels', text: 'how many camels died' });
		const { out } = await run();
		expect(out.replace(/^[\da-f]{8}/gm, '########')).toBe(
			[
				'########  2 servers, 2026-11-23, not covered',
				'          =How many camels died?',
				'########  1 server, 2026-11-20, not covered',
				'          How many horses died?',
				'',
			].join('\n'),
		);
		const [camels, horses] = await numbers();
		expect((await run('done', camels!)).out).toBe(`${camels} is now done: =How many camels died?\n`);
		expect(await numbers()).toEqual([horses]);
		expect((await run('decline', horses!.slice(0, 4))).out).toContain('is now declined');
		expect((await run()).out).toBe('No request is open.\n');
		expect(await numbers('--status', 'all')).toEqual([camels, horses]);
		expect(await numbers('--status', 'declined')).toEqual([horses]);
		await run('reopen', horses!);
		expect(await numbers()).toEqual([horses]);
		const { out: csv } = await run('csv');
		expect(csv.startsWith('\uFEFF"request","status","kind","entry","servers","first_at","last_at","claim"\r\n')).toBe(true);
		expect(csv).toContain(
			`"${camels}","done","uncovered","",2,"2026-11-23T00:00:00.000Z","2026-11-23T00:00:00.000Z","'=How many camels died?"\r\n`,
		);
		const folder = mkdtempSync(join(tmpdir(), 'variorum-requests-'));
		expect((await run('csv', join(folder, 'all.csv'))).out).toContain('2 requests written');
		expect(readFileSync(join(folder, 'all.csv'), 'utf8')).toBe(csv);
		rmSync(folder, { recursive: true });
	});

	test('tells what was matched wrongly from what is not covered, with the entry, and without words where there are none', async () => {
		const entry = 'tanaka-memorial';
		await store.fileRequest({ entry, guildId: '1', key: `!${entry} fake`, text: 'Tanaka is a fake historian' });
		for (const guildId of ['1', '2', '3']) await store.fileRequest({ entry, guildId, key: `!${entry}`, text: '' });
		const { out } = await run('--limit', '2');
		expect(out).toMatch(/^[\da-f]{8} {2}3 servers, 2026-11-23, wrong match: tanaka-memorial\n {10}\(no words were sent\)\n/);
		expect((await run()).out).toContain(', wrong match: tanaka-memorial\n          Tanaka is a fake historian\n');
		const { out: csv } = await run('csv');
		expect(csv).toMatch(/"open","wrong-match","tanaka-memorial",3,"[^"]+","[^"]+",""\r\n/);
		const [first] = await numbers();
		expect((await run('done', first!)).out).toMatch(/is now done: wrong match: tanaka-memorial\n$/);
	});

	test('prints nothing that a terminal obeys, whatever was stored', async () => {
		await store.fileRequest({ guildId: '1', key: 'mules', text: 'mules\u001B]0;owned\u0007 and\u009B2J \u202Eoxen\r\nof Nomonhan' });
		const [, mules] = /([\da-f]{8}) [^\n]*\n +mules/.exec((await run()).out)!;
		const printed = [await run(), await run('csv'), await run('done', mules!)].map(({ out }) => out);
		for (const out of printed) {
			expect(out).toContain('mules]0;owned and2J oxen of Nomonhan');
			expect(out.replace(/^\uFEFF/, '')).not.toMatch(/(?![\r\n])[\p{Cc}\p{Cf}]/u);
		}
	});

	test.each([
		[['done'], /Name the request/],
		[['done', 'ffffffff'], /There is no request ffffffff\. Nothing was changed/],
		[['burn', '1'], /“burn” is none of/],
		[['--status', 'new'], /--status takes open, done, declined or all/],
		[['--limit', 'few'], /--limit takes a whole number/],
	])('%j is explained', async (args, reason) => {
		const { code, err, out } = await run(...args);
		expect([code, out, err]).toEqual([1, '', expect.stringMatching(reason)]);
	});
});

test('a database that cannot be reached is named without its password', async () => {
	const { code, err } = await requests('postgres://somebody:secret@127.0.0.1:9/none');
	expect(code).toBe(1);
	expect(err).toContain('postgres://127.0.0.1:9/none');
	expect(err).not.toContain('secret');
});
