/** A sudden end at any moment loses nothing. The full number of quizzes is played by `npm run quiz:kill`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { playThroughKills } from './kills.ts';

test('killed while 20 players answer, it loses no confirmed answer, counts none twice, and brings every quiz to its end', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'variorum-kills-'));
	try {
		const report = await playThroughKills({
			atOnce: 6,
			databaseUrl: `sqlite:${join(folder, 'store.sqlite')}`,
			killsInWave: 2,
			players: 20,
			quizzes: 6,
			rounds: 2,
			seconds: 5,
			seed: 7,
		});
		expect(report).toMatchObject({ countedWrongly: [], lost: [], open: [], unshown: [], violations: [] });
		expect(report.kills).toBeGreaterThan(0);
		expect(report.confirmed).toBeGreaterThan(100);
		expect(Object.values(report.ended).reduce((sum, count) => sum + count, 0)).toBe(6);
	} finally {
		rmSync(folder, { force: true, recursive: true });
	}
}, 240_000);
