/**
 * The whole program over the Discord protocol beside a bare discord.js bot, in turn, each a process of its own against
 * a stand-in for Discord in this process. Printed as JSON; `run.ts` puts it together with the rest.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCommands } from '../../src/commands.ts';
import { toRegistration } from '../../src/registration.ts';
import { REFUSED_CLASSES, readLookups } from '../eval/measure.ts';
import { createStandin, type Standin } from '../standin/index.ts';
import { median, summarise } from './statistics.ts';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const INTERACTIONS = Number(process.env.BENCH_INTERACTIONS ?? 6_000);
const LONG_RUN = Number(process.env.BENCH_LONG_RUN ?? 100_000);
const IN_FLIGHT = 50;
const AUTOCOMPLETES = 400;
/** Until the process has settled after it is ready. */
const SETTLE_MILLISECONDS = 1_500;

const root = join(import.meta.dirname, '../..');
const PROGRAMS = {
	bare: ['tests/bench/bare-bot.ts'],
	variorum: ['--max-semi-space-size=4', 'src/boot.js'],
} as const;
type Name = keyof typeof PROGRAMS;

const lookups = readLookups().filter((lookup) => !REFUSED_CLASSES.has(lookup.class));
const optionOf = (command: string) => (command === 'ask' ? 'question' : 'query');

interface Running {
	readonly child: ChildProcess;
	readonly readyMilliseconds: number;
	readonly standin: Standin;
}

/** Resident memory in megabytes, as the kernel counts it. */
function residentOf({ child }: Running): number {
	return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024;
}

async function start(name: Name): Promise<Running> {
	const standin = await createStandin({ record: false, responseWithinMilliseconds: 60_000, validate: false });
	await fetch(`${standin.url}/v10/applications/${standin.applicationId}/commands`, {
		body: JSON.stringify(toRegistration(await loadCommands())),
		headers: { authorization: `Bot ${standin.token}`, 'content-type': 'application/json' },
		method: 'PUT',
	});
	const started = performance.now();
	const child = spawn(process.execPath, PROGRAMS[name] as unknown as string[], {
		cwd: root,
		env: { ...process.env, DISCORD_API_URL: standin.url, DISCORD_TOKEN: standin.token, LOG_LEVEL: 'warn' },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	await standin.gateway.whenReady();
	return { child, readyMilliseconds: performance.now() - started, standin };
}

async function stop({ child, standin }: Running): Promise<void> {
	const gone = once(child, 'exit');
	child.kill('SIGTERM');
	await gone;
	await standin.close();
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Sends `count` commands with 50 always under way; returns how many a second were answered. */
async function load({ standin }: Running, count: number): Promise<number> {
	let next = 0;
	const worker = async () => {
		while (next < count) {
			const lookup = lookups[next++ % lookups.length]!;
			await standin.startCommand(lookup.command, { [optionOf(lookup.command)]: lookup.query }).acknowledged;
		}
	};
	const started = performance.now();
	await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
	return count / ((performance.now() - started) / 1_000);
}

async function completions({ standin }: Running): Promise<number[]> {
	const times: number[] = [];
	for (let i = 0; i < AUTOCOMPLETES; i++) {
		const lookup = lookups[(i * 7) % lookups.length]!;
		const started = performance.now();
		await standin.autocomplete(lookup.command, optionOf(lookup.command), lookup.query.slice(0, 4 + (i % 9)));
		times.push(performance.now() - started);
	}
	return times.slice(20);
}

interface Round {
	readonly autocomplete: { median: number; p99: number };
	readonly perSecond: number;
	readonly readyMilliseconds: number;
	readonly residentAtReady: number;
}

async function round(name: Name): Promise<Round> {
	const running = await start(name);
	try {
		await pause(SETTLE_MILLISECONDS);
		const residentAtReady = residentOf(running);
		await load(running, INTERACTIONS / 4);
		const perSecond = await load(running, INTERACTIONS);
		return {
			autocomplete: summarise(await completions(running)),
			perSecond,
			readyMilliseconds: running.readyMilliseconds,
			residentAtReady,
		};
	} finally {
		await stop(running);
	}
}

async function longRun(name: Name): Promise<number> {
	const running = await start(name);
	try {
		await load(running, LONG_RUN);
		await pause(SETTLE_MILLISECONDS);
		return residentOf(running);
	} finally {
		await stop(running);
	}
}

/** The first start after a change makes what the next ones read. */
await stop(await start('variorum'));

const rounds: Record<Name, Round[]> = { bare: [], variorum: [] };
for (let i = 0; i < ROUNDS; i++) {
	for (const name of ['bare', 'variorum'] as const) {
		rounds[name].push(await round(name));
		process.stderr.write(`${name}: ${JSON.stringify(rounds[name].at(-1))}\n`);
	}
}
const longRuns = { bare: await longRun('bare'), variorum: await longRun('variorum') };

const over = (pick: (round: Round) => number) => ({ bare: median(rounds.bare.map(pick)), variorum: median(rounds.variorum.map(pick)) });
process.stdout.write(
	JSON.stringify({
		autocompleteMedian: over(({ autocomplete }) => autocomplete.median),
		autocompleteP99: over(({ autocomplete }) => autocomplete.p99),
		interactions: LONG_RUN,
		perSecond: over(({ perSecond }) => perSecond),
		readyMilliseconds: over(({ readyMilliseconds }) => readyMilliseconds),
		residentAfterLongRun: longRuns,
		residentAtReady: over(({ residentAtReady }) => residentAtReady),
	}),
);
