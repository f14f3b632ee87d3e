/** `npm run quiz:crowd -- [players] [times]`: how long 200 players who press at once wait for their answers, on both databases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import startPostgres, { type PostgresAnswer } from '../store/postgres-service.ts';
import { pressAtOnce } from './crowd.ts';

const [players = 200, times = 5] = process.argv.slice(2).map(Number);
let service = '';
const stop = await startPostgres({ provide: (_name: string, url: string) => (service = url) } as never);
const answer = (await (await fetch(service)).json()) as PostgresAnswer;

async function measure(what: string, processes: number, databaseUrl: (time: number) => Promise<string>): Promise<void> {
	const all: number[] = [];
	let counted = 0;
	let processor = 0;
	for (let time = 0; time < times; time += 1) {
		const report = await pressAtOnce({ databaseUrl: await databaseUrl(time), players, processes });
		all.push(...report.milliseconds);
		processor += report.processor;
		counted += report.counted === players && report.recorded === players && report.presses === players ? 1 : 0;
	}
	all.sort((a, b) => a - b);
	const at = (share: number) => Math.round(all[Math.min(all.length - 1, Math.floor(all.length * share))]!);
	process.stdout.write(
		`${what}: ${players} players, all counted once in ${counted} of ${times}; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms; ${Math.round(processor / times)} ms of processor; load ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} processors\n`,
	);
}

const folder = mkdtempSync(join(tmpdir(), 'variorum-crowd-'));
await measure('SQLite', 1, async (time) => `sqlite:${join(folder, `${time}.sqlite`)}`);
if ('url' in answer) {
	const create = (prefix: string) => async (time: number) => {
		const client = new pg.Client({ connectionString: answer.url });
		await client.connect();
		await client.query(`create database ${prefix}_${time}`);
		await client.end();
		return answer.url.replace(/[^/]+$/, `${prefix}_${time}`);
	};
	await measure('PostgreSQL', 1, create('one'));
	await measure('PostgreSQL, two processes', 2, create('two'));
} else process.stdout.write(`${answer.missing}\n`);
await stop();
rmSync(folder, { force: true, recursive: true });
