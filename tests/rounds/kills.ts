/**
 * Plays quizzes in channels against the whole program as a process of its own, kills it without warning at random moments,
 * starts it again, and says what was lost, what was counted twice, and how the quizzes ended.
 */
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Dice, diceOf } from '../../src/quiz/dice.ts';
import { type Quiz, replay } from '../../src/quiz/quiz.ts';
import { createStore, type Store } from '../../src/store/index.ts';
import { createStandin, type Reply, type Standin } from '../standin/index.ts';
import { startProcess } from './process.ts';

export interface KillsOptions {
	/** `sqlite:` and a path, or `postgres://…`. */
	readonly databaseUrl: string;
	/** Quizzes at the same time; each of them sees as many kills as there are in a wave. */
	readonly atOnce: number;
	readonly killsInWave: number;
	readonly log?: (line: string) => void;
	readonly players: number;
	readonly quizzes: number;
	readonly rounds: number;
	/** Of a round. */
	readonly seconds: number;
	readonly seed: number;
	readonly validate?: boolean;
}

export interface KillsReport {
	/** Answers that a player was told are kept. */
	confirmed: number;
	/** Rounds of players that stand on the record of study more or less than once. */
	countedWrongly: string[];
	/** How the quizzes ended. */
	readonly ended: Record<string, number>;
	kills: number;
	/** Confirmed answers that are not there, or that do not count though nothing came after them. */
	lost: string[];
	/** Quizzes that were not over in time. */
	open: string[];
	/** Presses for which no answer came because the program was dead, or that were refused. */
	unanswered: number;
	/** Quizzes whose standings were never shown. */
	unshown: string[];
	violations: readonly string[];
	/** From a kill to the moment at which the program is ready again, in milliseconds. */
	readonly restarts: number[];
}

interface Pressed {
	readonly choice: string;
	readonly confirmed: boolean;
	readonly key: string;
}

/** Longer than a round, its break, a start and a takeover together. */
const QUIZ_MILLISECONDS = 180_000;
const LOOK_MILLISECONDS = 250;

export async function playThroughKills(options: KillsOptions): Promise<KillsReport> {
	const { atOnce, databaseUrl, killsInWave, log = () => undefined, quizzes, seed, validate = true } = options;
	const dice = diceOf(seed);
	const standin = await createStandin({ guilds: atOnce, validate });
	const store = createStore({ url: databaseUrl });
	const report: KillsReport = {
		confirmed: 0,
		countedWrongly: [],
		ended: {},
		kills: 0,
		lost: [],
		open: [],
		restarts: [],
		unanswered: 0,
		unshown: [],
		violations: [],
	};
	let bot = await startProcess(standin, databaseUrl);
	const players = Array.from({ length: options.players }, (_, index) => standin.createUser(`Player ${index + 1}`));
	try {
		for (let done = 0; done < quizzes; done += atOnce) {
			const count = Math.min(atOnce, quizzes - done);
			const wave = Array.from({ length: count }, (_, index) => playOne(index, { dice, options, players, report, standin, store }));
			let isOver = false;
			const finished = Promise.all(wave).finally(() => {
				isOver = true;
			});
			finished.catch(() => undefined);
			for (let kill = 0; kill < killsInWave && !isOver; kill += 1) {
				// From the lobby to the last round, any moment.
				await Promise.race([finished, sleep(500 + dice() * options.seconds * 1_000 * options.rounds * 1.2)]);
				if (isOver) break;
				const killed = performance.now();
				bot.kill('SIGKILL');
				await once(bot, 'close');
				report.kills += 1;
				bot = await startProcess(standin, databaseUrl);
				report.restarts.push(Math.round(performance.now() - killed));
			}
			await finished;
			log(
				`${done + count} of ${quizzes} quizzes, ${report.kills} kills, ${report.confirmed} confirmed answers, ${report.lost.length} lost`,
			);
		}
		report.violations = [...standin.violations];
		return report;
	} finally {
		bot.kill('SIGKILL');
		await store.close();
		await standin.close();
	}
}

interface Table {
	readonly dice: Dice;
	readonly options: KillsOptions;
	readonly players: ReturnType<Standin['createUser']>[];
	readonly report: KillsReport;
	readonly standin: Standin;
	readonly store: Store;
}

async function playOne(index: number, table: Table): Promise<void> {
	const { dice, options, players, report, standin, store } = table;
	const guild = standin.guilds[index]!;
	const lobby = await begin(index, table);
	const id = quizOf(lobby);
	const state = async (): Promise<Quiz> => replay((await store.readQuiz(id))!.events)!;
	/** What each player pressed in each round, in order. */
	const presses = new Map<string, Pressed[]>();
	const host = async (verb: string, round: number) => {
		await standin.pressEarlier(`1|quiz|${verb}|${id}|${round}`, { guild }).catch(() => undefined);
	};
	const answer = async (round: number, player: (typeof players)[number], choices: readonly string[]) => {
		for (const choice of choices) {
			await sleep(dice() * options.seconds * 300);
			const own = presses.get(`${round} ${player.id}`) ?? [];
			presses.set(`${round} ${player.id}`, own);
			const at = own.length;
			own.push({ choice, confirmed: false, key: '' });
			const reply = await pressAnswer(table, `1|quiz|answer|${id}|${round}|${choice}`, guild, player);
			const confirmed = reply?.message.content.includes('Your answer is kept') ?? false;
			own[at] = { choice, confirmed, key: reply?.exchange.interaction.id ?? '' };
			if (confirmed) report.confirmed += 1;
			else report.unanswered += 1;
		}
	};
	const deadline = Date.now() + QUIZ_MILLISECONDS;
	let answered = -1;
	let underWay: Promise<unknown> = Promise.resolve();
	let quiz = await state();
	while (quiz.phase !== 'ended' && Date.now() < deadline) {
		if (quiz.phase === 'lobby') await host('start', -1);
		else if (quiz.phase === 'asking' && quiz.round > answered) {
			answered = quiz.round;
			underWay = Promise.all([
				underWay,
				...players.map((player) => answer(answered, player, dice() < 0.4 ? ['a', 'b'] : [dice() < 0.5 ? 'a' : 'b'])),
			]);
		} else if (quiz.phase === 'revealed') await host('next', quiz.round);
		await sleep(LOOK_MILLISECONDS);
		quiz = await state();
	}
	await underWay;
	if (quiz.phase !== 'ended') report.open.push(id);
	else report.ended[quiz.why!] = (report.ended[quiz.why!] ?? 0) + 1;
	// What is shown follows what was decided.
	for (let tries = 0; tries < 80 && !isShown(standin, id); tries += 1) await sleep(LOOK_MILLISECONDS);
	if (!isShown(standin, id)) report.unshown.push(id);
	await check(quiz, presses, table);
}

const isShown = (standin: Standin, id: string): boolean =>
	standin.posted.some(({ components }) => JSON.stringify(components).includes(`|misses|${id}`));

const quizOf = ({ message }: Reply): string => /\|quiz\|join\|([^|"]+)/.exec(JSON.stringify(message.components))![1]!;

/** A quiz is asked for until there is one: the program may have been dead. */
async function begin(index: number, { options, report, standin, store }: Table): Promise<Reply> {
	const guild = standin.guilds[index]!;
	for (let tries = 0; tries < 60; tries += 1) {
		const values = { kind: 'date', length: options.rounds, seconds: options.seconds };
		const reply = await standin.sendCommand('quiz channel', values, { guild }).catch(() => undefined);
		if (reply?.message.components.length) return reply;
		report.unanswered += 1;
		// Made, but the program died before it could say so: it is stopped as people would, or closes by itself.
		const held = await store.findQuizIn(guild.channelId);
		if (held) await standin.pressEarlier(`1|quiz|stop|${held}|-1`, { guild }).catch(() => undefined);
		await sleep(500);
	}
	throw new Error(`no quiz could be started in ${guild.name}`);
}

/** Sometimes Discord delivers the same press twice. */
async function pressAnswer(
	{ dice, standin }: Table,
	customId: string,
	guild: Standin['guilds'][number],
	user: ReturnType<Standin['createUser']>,
) {
	const reply = await standin.pressEarlier(customId, { guild, user }).catch(() => undefined);
	if (reply && dice() < 0.1) {
		// It must not count again.
		standin.dispatch(reply.exchange.interaction, 'the same press again').reply.catch(() => undefined);
	}
	return reply;
}

async function check(quiz: Quiz, presses: ReadonlyMap<string, readonly Pressed[]>, { players, report, store }: Table): Promise<void> {
	for (const [key, own] of presses) {
		const [round, player] = key.split(' ');
		const last = own.findLastIndex(({ confirmed }) => confirmed);
		if (last < 0) continue;
		// What came after the last confirmed press may have been kept, though nobody could be told.
		const possible = own.slice(last).map(({ choice }) => choice);
		const given = quiz.rounds[Number(round)]?.results?.[player!]?.given?.choice;
		if (given === undefined || !possible.includes(given))
			report.lost.push(`${quiz.id} round ${round} player ${player}: ${given} for ${possible}`);
	}
	const data = await Promise.all(players.map(async (player) => ({ kept: await store.exportUser(player.id), player })));
	for (const { kept, player } of data) {
		const rounds = (kept.quizAnswers ?? []).filter((row) => row.quiz_id === quiz.id).map((row) => Number(row.round));
		const played = quiz.rounds.flatMap(({ results }, round) => (results?.[player.id] ? [round] : []));
		if (rounds.toSorted().join() !== played.join()) report.countedWrongly.push(`${quiz.id} ${player.id}: ${rounds} for ${played}`);
		const keys = (kept.quizPresses ?? [])
			.filter((row) => row.quiz_id === quiz.id)
			.map((row) => `${row.round} ${row.pressed_at} ${row.given}`);
		if (new Set(keys).size !== keys.length) report.countedWrongly.push(`${quiz.id} ${player.id}: a press stands there twice`);
	}
}
