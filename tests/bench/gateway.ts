/**
 * The whole program over the Discord protocol beside a bare discord.js bot. Both run at the same time, and are asked in
 * turn in short batches, so that whatever else the machine does falls on both; every round gives one ratio.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTIONS } from '../../src/actions/index.ts';
import { loadCommands } from '../../src/commands.ts';
import { openLibrary } from '../../src/library.ts';
import { createLogger } from '../../src/logger.ts';
import { createProgram } from '../../src/program.ts';
import { toRegistration } from '../../src/registration.ts';
import { type Bot, type BotsOptions, type Name, startBot } from './bots.ts';
import { constantAnswersFor } from './constant.ts';
import { commandLookups, completionLookups, type Typed } from './lookups.ts';
import { type Compared, compare, compareAll, median, quantile } from './statistics.ts';

export interface GatewayPlan {
	/** Beginnings of words that are completed in a round, one at a time. */
	readonly completionsPerRound: number;
	/** Commands that are answered in a round, 50 under way at a time. */
	readonly commandsPerRound: number;
	/** Interactions after which the memory is measured. */
	readonly longRun: number;
	readonly rounds: number;
	readonly starts: number;
}

export interface GatewayResults {
	readonly autocompleteMedian: Compared;
	readonly autocompleteP99: Compared;
	readonly autocompleteProcessor: Compared;
	readonly interactions: number;
	readonly perSecond: Compared;
	readonly processorPerAnswer: Compared;
	readonly readyMilliseconds: Compared;
	readonly readyProcessor: Compared;
	readonly residentAfterLongRun: Compared;
	readonly residentAtReady: Compared;
}

type Pair<T> = Record<Name, T>;

const IN_FLIGHT = 50;
/** Until the process has settled after it is ready, and after a long run. */
const SETTLE_MILLISECONDS = 1500;
/** Until a bot has been up for as long as one usually has when somebody asks it: what it leaves for a quiet moment is done. */
const UP_MILLISECONDS = 20_000;
const WARM_UP_COMMANDS = 4000;
const WARM_UP_COMPLETIONS = 600;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Takes from a list for ever. */
function endless<T>(list: readonly T[]): () => T {
	let next = 0;
	return () => list[next++ % list.length]!;
}

/** Measures both in turn, the one that comes first changing from round to round. */
async function inTurn<T>(rounds: number, run: (name: Name, round: number) => Promise<T>): Promise<Pair<T>[]> {
	const results: Pair<T>[] = [];
	for (let round = 0; round < rounds; round++) {
		const order: readonly Name[] = round % 2 === 0 ? ['bare', 'variorum'] : ['variorum', 'bare'];
		const pair: Partial<Pair<T>> = {};
		for (const name of order) pair[name] = await run(name, round);
		results.push(pair as Pair<T>);
	}
	return results;
}

/** Sends commands with 50 always under way; returns how many a second were answered, and the processor's time for each. */
async function answerMany({ processorMilliseconds, standin }: Bot, count: number, next: () => Typed) {
	let sent = 0;
	const worker = async () => {
		while (sent < count) {
			sent += 1;
			const { name, option, text } = next();
			await standin.startCommand(name, { [option]: text }).acknowledged;
		}
	};
	const busy = processorMilliseconds();
	const started = performance.now();
	await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
	const seconds = (performance.now() - started) / 1000;
	return { perSecond: count / seconds, processor: (processorMilliseconds() - busy) / count };
}

async function completeOneByOne({ processorMilliseconds, standin }: Bot, typed: readonly Typed[]) {
	const busy = processorMilliseconds();
	const times: number[] = [];
	for (const { name, option, text } of typed) {
		const started = performance.now();
		await standin.autocomplete(name, option, text);
		times.push(performance.now() - started);
	}
	return { processor: (processorMilliseconds() - busy) / typed.length, times };
}

/** Starts both once a round, and lets them go again. */
async function measureStarts(options: BotsOptions, starts: number) {
	return inTurn(starts, async (name) => {
		const bot = await startBot(name, options);
		const processor = bot.processorMilliseconds();
		await pause(SETTLE_MILLISECONDS);
		const resident = bot.residentMegabytes();
		await bot.stop();
		return { processor, ready: bot.readyMilliseconds, resident };
	});
}

async function measureAnswers(options: BotsOptions, plan: GatewayPlan, commands: readonly Typed[], completions: readonly Typed[]) {
	const bots: Pair<Bot> = { bare: await startBot('bare', options), variorum: await startBot('variorum', options) };
	try {
		await pause(UP_MILLISECONDS);
		const next: Pair<() => Typed> = { bare: endless(commands), variorum: endless(commands) };
		await inTurn(1, (name) => answerMany(bots[name], WARM_UP_COMMANDS, next[name]));
		const answered = await inTurn(plan.rounds, (name) => answerMany(bots[name], plan.commandsPerRound, next[name]));
		if (WARM_UP_COMPLETIONS + plan.rounds * plan.completionsPerRound > completions.length)
			throw new Error('something would be completed twice');
		const typed = (from: number, count: number) => Array.from({ length: count }, (_, index) => completions[from + index]!);
		await inTurn(1, (name) => completeOneByOne(bots[name], typed(0, WARM_UP_COMPLETIONS)));
		const completed = await inTurn(plan.rounds, (name, round) =>
			completeOneByOne(bots[name], typed(WARM_UP_COMPLETIONS + round * plan.completionsPerRound, plan.completionsPerRound)),
		);
		return { answered, completed };
	} finally {
		await Promise.all([bots.bare.stop(), bots.variorum.stop()]);
	}
}

/** The memory after many interactions, mostly commands, and beginnings of words between them. */
async function measureLongRun(options: BotsOptions, count: number, commands: readonly Typed[]) {
	return inTurn(1, async (name) => {
		const bot = await startBot(name, options);
		try {
			await answerMany(bot, count, endless(commands));
			await pause(SETTLE_MILLISECONDS);
			return bot.residentMegabytes();
		} finally {
			await bot.stop();
		}
	});
}

export async function measureGateway(plan: GatewayPlan, root: string): Promise<GatewayResults> {
	const directory = mkdtempSync(join(tmpdir(), 'variorum-bench-'));
	try {
		const library = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
		const declared = await loadCommands();
		const program = createProgram({ actions: ACTIONS, commands: declared, library, logger: createLogger({ level: 'warn', to: 'stderr' }) });
		const commands = commandLookups();
		const completions = completionLookups();
		const options: BotsOptions = {
			answers: await constantAnswersFor(program, commands, completions.slice(0, commands.length)),
			commands: toRegistration(declared),
			directory,
		};
		// The first start after a change makes what the next ones read.
		await (await startBot('variorum', options)).stop();

		const starts = await measureStarts(options, plan.starts);
		const { answered, completed } = await measureAnswers(options, plan, commands, completions);
		const resident = await measureLongRun(options, plan.longRun, commands);
		return {
			autocompleteMedian: compare(completed, (it) => median(it.times)),
			autocompleteP99: compareAll(
				completed,
				(it) => it.times,
				(times) => quantile(times, 0.99),
			),
			autocompleteProcessor: compare(completed, (it) => it.processor),
			interactions: plan.longRun,
			perSecond: compare(answered, (it) => it.perSecond),
			processorPerAnswer: compare(answered, (it) => it.processor),
			readyMilliseconds: compare(starts, (it) => it.ready),
			readyProcessor: compare(starts, (it) => it.processor),
			residentAfterLongRun: compare(resident, (it) => it),
			residentAtReady: compare(starts, (it) => it.resident),
		};
	} finally {
		rmSync(directory, { force: true, recursive: true });
	}
}
