/** `npm run quiz:kill -- [quizzes] [at once] [kills in each wave]`: 200 quizzes of 20 players with sudden ends, unless told otherwise. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playThroughKills } from './kills.ts';

const [quizzes = 200, atOnce = 25, killsInWave = 2] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'variorum-kills-'));
const report = await playThroughKills({
	atOnce,
	databaseUrl: process.env.DATABASE_URL ?? `sqlite:${join(folder, 'store.sqlite')}`,
	killsInWave,
	log: (line) => process.stdout.write(`${line}\n`),
	players: 20,
	quizzes,
	rounds: 2,
	seconds: 8,
	seed: Date.now(),
	validate: false,
});
rmSync(folder, { force: true, recursive: true });
process.stdout.write(`${JSON.stringify(report, null, '\t')}\n`);
process.exitCode = report.lost.length + report.countedWrongly.length + report.open.length + report.unshown.length === 0 ? 0 : 1;
