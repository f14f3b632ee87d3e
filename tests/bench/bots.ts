/** The two programs that are compared, each a process of its own against a stand-in for Discord, and what they cost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RESTPutAPIApplicationCommandsJSONBody } from 'discord-api-types/v10';
import { createStandin, type Standin } from '../standin/index.ts';
import type { ConstantAnswers } from './constant.ts';

const root = join(import.meta.dirname, '../..');

/** How each is started: Variorum as `npm start` does. */
const PROGRAMS = {
	bare: ['tests/bench/bare-bot.js'],
	variorum: startArguments(),
} as const;
export type Name = keyof typeof PROGRAMS;

function startArguments(): string[] {
	const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
	const [exec, command, ...rest] = scripts.start.split(' ');
	if (exec !== 'exec' || command !== 'node') throw new Error(`npm start is “${scripts.start}”, and not exec node with its arguments`);
	return rest;
}

export interface Bot {
	readonly name: Name;
	/** From the start of the process until Discord has said that the bot is ready. */
	readonly readyMilliseconds: number;
	readonly standin: Standin;
	/** Time on a processor since its start, over all threads. */
	processorMilliseconds(): number;
	/** As the kernel counts it. */
	residentMegabytes(): number;
	/** Tells it to leave, and waits until it has. */
	stop(): Promise<void>;
}

export interface BotsOptions {
	readonly answers: ConstantAnswers;
	readonly commands: RESTPutAPIApplicationCommandsJSONBody;
	/** Where the store is kept. */
	readonly directory: string;
}

/** Starts one, with its commands registered before it comes; resolves when it is ready. */
export async function startBot(name: Name, { answers, commands, directory }: BotsOptions): Promise<Bot> {
	const standin = await createStandin({ record: false, responseWithinMilliseconds: 60_000, validate: false });
	await fetch(`${standin.url}/v10/applications/${standin.applicationId}/commands`, {
		body: JSON.stringify(commands),
		headers: { authorization: `Bot ${standin.token}`, 'content-type': 'application/json' },
		method: 'PUT',
	});
	const started = performance.now();
	const child = spawn(process.execPath, PROGRAMS[name], {
		cwd: root,
		env: {
			...process.env,
			BENCH_ANSWERS: JSON.stringify(answers),
			DATABASE_URL: `sqlite:${join(directory, 'store.sqlite')}`,
			DISCORD_API_URL: standin.url,
			DISCORD_TOKEN: standin.token,
			LOG_LEVEL: 'warn',
			NODE_OPTIONS: process.env[`BENCH_NODE_OPTIONS_${name.toUpperCase()}`] ?? '',
		},
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const died = once(child, 'exit').then(([code]) => {
		throw new Error(`${name} ended with ${code}`);
	});
	died.catch(() => undefined);
	await Promise.race([standin.gateway.whenReady(), died]);
	return {
		name,
		processorMilliseconds: () => processorMillisecondsOf(child),
		readyMilliseconds: performance.now() - started,
		residentMegabytes: () => residentMegabytesOf(child),
		standin,
		async stop() {
			const gone = once(child, 'exit');
			child.kill('SIGTERM');
			await gone;
			await standin.close();
		},
	};
}

/** The kernel counts in nanoseconds for each thread; see proc_pid_schedstat in Linux's documentation of schedulers. */
function processorMillisecondsOf({ pid }: ChildProcess): number {
	let nanoseconds = 0;
	for (const task of readdirSync(`/proc/${pid}/task`))
		nanoseconds += Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]);
	return nanoseconds / 1e6;
}

function residentMegabytesOf({ pid }: ChildProcess): number {
	return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}
