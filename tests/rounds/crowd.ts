/** Many players press in one round at the same moment, in one process or several on one database. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { replay } from '../../src/quiz/quiz.ts';
import { createStore } from '../../src/store/index.ts';
import { createStandin, type Reply, type Standin } from '../standin/index.ts';
import { startProcess } from './process.ts';

export interface CrowdReport {
	/** How long each press waited for its answer, in milliseconds, shortest first. */
	readonly milliseconds: readonly number[];
	/** Players who were told that their answer is kept. */
	readonly confirmed: number;
	/** Players in the results of the round, each with the choice that they pressed. */
	readonly counted: number;
	/** Time of a processor that the program used for the presses, all processes together, in milliseconds. */
	readonly processor: number;
	/** Presses that were written. */
	readonly presses: number;
	/** On the record of study. */
	readonly recorded: number;
}

export interface CrowdOptions {
	readonly databaseUrl: string;
	readonly players: number;
	/** Of the program; the players are shared out among them. */
	readonly processes: number;
}

/** From the system's own account, where it keeps one: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processorTime(bots: readonly ChildProcess[]): number {
	const TICKS_PER_SECOND = 100;
	return bots.reduce((sum, { pid }) => {
		const file = `/proc/${pid}/stat`;
		if (!existsSync(file)) return sum;
		const [, after = ''] = readFileSync(file, 'utf8').split(/\) (?=\S)/);
		const fields = after.split(' ');
		return sum + ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
	}, 0);
}

export async function pressAtOnce({ databaseUrl, players: count, processes }: CrowdOptions): Promise<CrowdReport> {
	const standins = await Promise.all(
		Array.from({ length: processes }, () => createStandin({ responseWithinMilliseconds: 20_000, validate: false })),
	);
	const bots = [];
	for (const standin of standins) {
		bots.push(await startProcess(standin, databaseUrl));
		await standin.whenRegistered();
	}
	const store = createStore({ url: databaseUrl });
	const [first] = standins as [Standin, ...Standin[]];
	try {
		const lobby = await first.sendCommand('quiz channel', { kind: 'date', length: 1, seconds: 120 });
		const id = /\|quiz\|join\|([^|"]+)/.exec(JSON.stringify(lobby.message.components))![1]!;
		const pressed = Array.from({ length: count }, (_, index) => {
			const standin = standins[index % processes]!;
			return { choice: 'abc'[index % 3]!, standin, user: standin.createUser(`Player ${index}`) };
		});
		// They come in one after the other, as people do.
		for (const { standin, user } of pressed) await standin.pressEarlier(`1|quiz|join|${id}`, { user });
		await first.press(lobby, 'Start');
		const before = processorTime(bots);
		const replies = await Promise.all(
			pressed.flatMap(({ choice, standin, user }, index): Promise<Reply>[] => {
				const press = () => standin.pressEarlier(`1|quiz|answer|${id}|0|${choice}`, { user });
				// Every fifth presses twice.
				return index % 5 === 0 ? [press(), press()] : [press()];
			}),
		);
		const processor = processorTime(bots) - before;
		await first.pressEarlier(`1|quiz|reveal|${id}|0`);
		const quiz = replay((await store.readQuiz(id))!.events)!;
		const results = quiz.rounds[0]!.results ?? {};
		const kept = await Promise.all(pressed.map(({ user }) => store.exportUser(user.id)));
		const confirmed = new Set(
			replies
				.filter(({ message }) => message.content.includes('Your answer is kept'))
				.map(({ exchange }) => exchange.interaction.member?.user.id),
		);
		return {
			confirmed: confirmed.size,
			counted: pressed.filter(({ choice, user }) => results[user.id]?.given?.choice === choice).length,
			milliseconds: replies.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b),
			processor,
			presses: kept.reduce((sum, { quizPresses = [] }) => sum + quizPresses.length, 0),
			recorded: kept.reduce((sum, { quizAnswers = [] }) => sum + quizAnswers.length, 0),
		};
	} finally {
		for (const bot of bots) {
			bot.kill('SIGTERM');
			await once(bot, 'close');
		}
		await store.close();
		await Promise.all(standins.map((standin) => standin.close()));
	}
}
