/**
 * Quizzes as events that are only ever added. Whoever decides something does so while the quiz is held, so that two
 * processes decide one after the other, each knowing what the other did. People stand in rows of their own, never in JSON,
 * so that they can be shown and erased.
 */
import type { ExpressionBuilder, Insertable, Kysely, Transaction } from 'kysely';
import { LruCache } from '../../lru-cache.ts';
import type { MessageRef } from '../../messenger.ts';
import type { Question } from '../../quiz/question.ts';
import type { QuizEvent, QuizSettings, Result } from '../../quiz/quiz.ts';
import type { Tables } from '../tables.ts';
import type { AreaOptions, PersonalColumn } from './area.ts';
import { inBatches } from './batches.ts';
import { readEvents } from './quiz-events.ts';
import { type AnswerToRecord, writeAnswers } from './study.ts';

type Of<T extends QuizEvent['type']> = Extract<QuizEvent, { type: T }>;

export interface QuizPlace {
	readonly channelId?: string;
	readonly guildId?: string;
}

export interface StoredQuiz extends QuizPlace {
	/** They make the quiz as it stands: of rounds that are over the results, of the open one every press. */
	readonly events: readonly QuizEvent[];
	readonly id: string;
	readonly language: string;
}

export interface QuizChange {
	/** When the clock next has something to do. */
	readonly dueAt?: number;
	readonly events: readonly QuizEvent[];
	/** What players got, where a round is revealed: on record with the reveal, or not at all. */
	readonly record?: readonly AnswerToRecord[];
	/** Who looks after it from now on, and how long this holds; nobody needs to when absent. An ended quiz then has nothing left to show. */
	readonly tender?: { readonly id: string; readonly until: number };
}

export interface QuizToCreate extends QuizPlace {
	readonly change: QuizChange;
	readonly created: Of<'created'>;
	/** No other quiz may hold the channel at the same time. */
	readonly holdsChannel: boolean;
	readonly language: string;
}

export interface QuizzesArea {
	/**
	 * Hands out quizzes that nobody looks after and that the clock has something to do with, or whose end was not shown yet:
	 * no process gets one that another has just been given. One that is overdue is handed out whoever looks after it: the
	 * process may be alive and yet have missed the moment.
	 */
	claimQuizzes(tender: { readonly id: string; readonly until: number }, limit?: number): Promise<string[]>;
	/**
	 * Holds the quiz, has `decide` say what happens, and writes it; without an event all stays as it is. What `decide` is given lacks the results of rounds that are
	 * over: they are empty. Resolves to what it returned; to `undefined` where there is no such quiz.
	 */
	changeQuiz<T extends QuizChange>(id: string, decide: (quiz: StoredQuiz) => T): Promise<T | undefined>;
	/** The end of the quiz was shown, or cannot be: nothing is left to look after. */
	closeQuiz(id: string): Promise<void>;
	/** `false`, and nothing is written, where the channel is held by another quiz. */
	createQuiz(quiz: QuizToCreate): Promise<boolean>;
	/** The quiz that holds the channel. */
	findQuizIn(channelId: string): Promise<string | undefined>;
	/** Goes on looking after the quiz no longer than was promised; then it is handed out again. */
	leaveQuiz(id: string): Promise<void>;
	keepQuizMessage(id: string, name: string, ref: MessageRef): Promise<void>;
	readQuiz(id: string): Promise<StoredQuiz | undefined>;
	readQuizMessages(id: string): Promise<ReadonlyMap<string, MessageRef>>;
	/** Lets go of everything that this process looks after. */
	releaseQuizzes(tender: string): Promise<void>;
	/** Goes on looking after what this process looks after. */
	renewQuizzes(tender: { readonly id: string; readonly until: number }): Promise<void>;
}

export const personalInQuizzes: readonly PersonalColumn[] = [
	{
		column: 'host_id',
		exported: ['id', 'mode', 'language', 'guild_id', 'channel_id', 'created_at', 'ended_at'],
		onErase: 'forget',
		section: 'quizzesThatYouStarted',
		table: 'quizzes',
	},
	{
		column: 'user_id',
		exported: ['quiz_id', 'name', 'team', 'joined_at'],
		onErase: 'delete',
		section: 'quizzesThatYouPlayed',
		table: 'quiz_players',
	},
	{
		column: 'user_id',
		exported: ['quiz_id', 'round', 'given', 'hints', 'pressed_at'],
		onErase: 'delete',
		section: 'quizPresses',
		table: 'quiz_presses',
	},
	{
		column: 'user_id',
		exported: ['quiz_id', 'round', 'given', 'marks', 'bonus', 'hints', 'took'],
		onErase: 'delete',
		section: 'quizResults',
		table: 'quiz_results',
	},
];

const CLAIM_DEFAULT = 50;
/** What is due is done within moments by whoever looks after it. */
const OVERDUE_MILLISECONDS = 4_000;
/** Quizzes whose questions are kept in memory: they never change, and every press needs them. */
const QUESTIONS_KEPT = 100;

export function createQuizzes({ clock, db }: AreaOptions): QuizzesArea {
	const questions = new LruCache<readonly Question[]>(QUESTIONS_KEPT);

	const questionsOf = async (run: Kysely<Tables>, id: string): Promise<readonly Question[]> =>
		questions.get(id) ??
		questions.set(
			id,
			JSON.parse(
				(await run.selectFrom('quizzes').select('questions').where('id', '=', id).executeTakeFirstOrThrow()).questions,
			) as Question[],
		);

	const storedOf = async (run: Kysely<Tables>, row: Head, withResults: boolean): Promise<StoredQuiz> => ({
		...(row.channel_id === null ? {} : { channelId: row.channel_id }),
		events: await readEvents(run, row, await questionsOf(run, row.id), withResults),
		...(row.guild_id === null ? {} : { guildId: row.guild_id }),
		id: row.id,
		language: row.language,
	});

	/** Of a quiz that nobody looks after. */
	const isFree =
		(now: number) =>
		({ and, eb, or }: ExpressionBuilder<Tables, 'quizzes'>) =>
			and([
				eb('closed_at', 'is', null),
				or([
					eb('tended_until', '<=', now),
					and([eb('tended_until', 'is', null), eb('due_at', '<=', now)]),
					eb('due_at', '<=', now - OVERDUE_MILLISECONDS),
				]),
			]);

	return {
		async claimQuizzes({ id, until }, limit = CLAIM_DEFAULT) {
			const now = clock().getTime();
			const ids = (await db.selectFrom('quizzes').where(isFree(now)).select('id').orderBy('due_at').limit(limit).execute()).map(
				(row) => row.id,
			);
			const claimed: string[] = [];
			for (const quiz of ids) {
				// Asked of the row itself as it is taken: another process may have been quicker, and PostgreSQL, which waits for it, looks
				// again at the row alone.
				const { numUpdatedRows } = await db
					.updateTable('quizzes')
					.set({ tended_until: until, tender: id })
					.where('id', '=', quiz)
					.where(isFree(now))
					.executeTakeFirst();
				if (numUpdatedRows > 0n) claimed.push(quiz);
			}
			return claimed;
		},
		changeQuiz: (id, decide) =>
			db.transaction().execute(async (transaction) => {
				// Writing the row first holds it against every other process until the end.
				const row = await transaction
					.updateTable('quizzes')
					.set(({ ref }) => ({ seq: ref('seq') }))
					.where('id', '=', id)
					.returning(HEAD)
					.executeTakeFirst();
				if (!row) return undefined;
				const change = decide(await storedOf(transaction, row, false));
				if (change.events.length > 0) await write(transaction, row, change);
				return change;
			}),
		async closeQuiz(id) {
			await db
				.updateTable('quizzes')
				.set({ closed_at: clock().getTime(), tended_until: null, tender: null })
				.where('id', '=', id)
				.where('ended_at', 'is not', null)
				.where('closed_at', 'is', null)
				.execute();
		},
		createQuiz: ({ change, channelId, created, guildId, holdsChannel, language }) =>
			db.transaction().execute(async (transaction) => {
				const { invited, ...settings } = created.settings;
				const head: Insertable<Tables['quizzes']> = {
					channel_id: channelId ?? null,
					created_at: created.at,
					guild_id: guildId ?? null,
					held_channel: holdsChannel ? (channelId ?? null) : null,
					host_id: created.host,
					id: created.id,
					language,
					mode: settings.mode,
					questions: JSON.stringify(created.questions),
					seq: 0,
					settings: JSON.stringify({ ...settings, ...(invited ? { invited: [] } : {}) } satisfies QuizSettings),
				};
				const written = await transaction
					.insertInto('quizzes')
					.values(head)
					.onConflict((conflict) => conflict.column('held_channel').doNothing())
					.returning(HEAD)
					.executeTakeFirst();
				if (!written) return false;
				const names = created.names ?? {};
				const people = [...new Set([...(invited ?? []), ...Object.keys(names)])].map((user) => ({
					invited: invited?.includes(user) ? 1 : 0,
					joined_at: null,
					name: names[user] ?? '',
					quiz_id: created.id,
					team: null,
					user_id: user,
				}));
				if (people.length > 0) await transaction.insertInto('quiz_players').values(people).execute();
				await write(transaction, written, change);
				return true;
			}),
		findQuizIn: async (channelId) =>
			(await db.selectFrom('quizzes').select('id').where('held_channel', '=', channelId).executeTakeFirst())?.id,
		async keepQuizMessage(id, name, { channelId, messageId, reply }) {
			const row = { channel_id: channelId, message_id: messageId, reply_token: reply?.token ?? null, reply_until: reply?.until ?? null };
			await db
				.insertInto('quiz_messages')
				.values({ name, quiz_id: id, ...row })
				.onConflict((conflict) => conflict.columns(['quiz_id', 'name']).doUpdateSet(row))
				.execute();
		},
		async leaveQuiz(id) {
			await db.updateTable('quizzes').set({ tender: null }).where('id', '=', id).execute();
		},
		async readQuiz(id) {
			const row = await db.selectFrom('quizzes').select(HEAD).where('id', '=', id).executeTakeFirst();
			return row && storedOf(db, row, true);
		},
		async readQuizMessages(id) {
			const rows = await db.selectFrom('quiz_messages').selectAll().where('quiz_id', '=', id).execute();
			return new Map(
				rows.map((row): [string, MessageRef] => [
					row.name,
					{
						channelId: row.channel_id,
						messageId: row.message_id,
						...(row.reply_token !== null && row.reply_until !== null ? { reply: { token: row.reply_token, until: row.reply_until } } : {}),
					},
				]),
			);
		},
		async releaseQuizzes(tender) {
			const now = clock().getTime();
			await db
				.updateTable('quizzes')
				.set({ tended_until: now })
				.where('tender', '=', tender)
				.where('closed_at', 'is', null)
				.where('tended_until', '>', now)
				.execute();
		},
		async renewQuizzes({ id, until }) {
			await db
				.updateTable('quizzes')
				.set({ tended_until: until })
				.where('tender', '=', id)
				.where('closed_at', 'is', null)
				.where('tended_until', 'is not', null)
				.execute();
		},
	};
}

/** Everything but the questions. */
export const HEAD = [
	'channel_id',
	'created_at',
	'guild_id',
	'host_id',
	'id',
	'language',
	'seq',
	'settings',
] as const satisfies readonly (keyof Tables['quizzes'])[];
export type Head = Pick<Tables['quizzes'], (typeof HEAD)[number]>;

async function write(
	transaction: Transaction<Tables>,
	{ id, seq }: Head,
	{ dueAt, events, record = [], tender }: QuizChange,
): Promise<void> {
	let last = seq;
	const course: Insertable<Tables['quiz_events']>[] = [];
	const players: Insertable<Tables['quiz_players']>[] = [];
	const presses: Insertable<Tables['quiz_presses']>[] = [];
	const results: Insertable<Tables['quiz_results']>[] = [];
	let endedAt: number | undefined;
	for (const event of events) {
		switch (event.type) {
			case 'created':
				break;
			case 'joined': {
				const { id: user, name, team = null } = event.player;
				// A statement may write a row only once.
				const before = players.findIndex((player) => player.user_id === user);
				if (before >= 0) players.splice(before, 1);
				players.push({ invited: 0, joined_at: event.at, name, quiz_id: id, team, user_id: user });
				break;
			}
			case 'answered':
				presses.push({
					given: JSON.stringify(event.given),
					hints: null,
					press_key: event.key,
					pressed_at: event.at,
					quiz_id: id,
					round: event.round,
					user_id: event.player,
				});
				break;
			case 'hinted':
				presses.push({
					given: null,
					hints: event.hints,
					press_key: `hint ${event.hints}`,
					pressed_at: event.at,
					quiz_id: id,
					round: event.round,
					user_id: event.player,
				});
				break;
			default: {
				if (event.type === 'ended') endedAt = event.at;
				if (event.type === 'revealed') results.push(...Object.entries(event.results).map((it) => resultRow(id, event.round, ...it)));
				last += 1;
				course.push(courseRow(id, last, event));
			}
		}
	}
	await inBatches(players, (batch) =>
		transaction
			.insertInto('quiz_players')
			.values([...batch])
			.onConflict((conflict) =>
				conflict.columns(['quiz_id', 'user_id']).doUpdateSet(({ fn, ref }) => ({
					joined_at: fn.coalesce('quiz_players.joined_at', ref('excluded.joined_at')),
					name: ref('excluded.name'),
					team: ref('excluded.team'),
				})),
			)
			.execute(),
	);
	// The same press may have been written by a process that did not live to say so.
	await inBatches(presses, (batch) =>
		transaction
			.insertInto('quiz_presses')
			.values([...batch])
			.onConflict((conflict) => conflict.columns(['quiz_id', 'round', 'user_id', 'press_key']).doNothing())
			.execute(),
	);
	if (course.length > 0) await transaction.insertInto('quiz_events').values(course).execute();
	await inBatches(results, (batch) =>
		transaction
			.insertInto('quiz_results')
			.values([...batch])
			.execute(),
	);
	if (record.length > 0) await writeAnswers(transaction, record);
	await transaction
		.updateTable('quizzes')
		.set({
			due_at: endedAt === undefined ? (dueAt ?? null) : null,
			...(endedAt === undefined ? {} : { closed_at: tender ? null : endedAt, ended_at: endedAt, held_channel: null }),
			seq: last,
			tended_until: tender?.until ?? null,
			tender: tender?.id ?? null,
		})
		.where('id', '=', id)
		.execute();
}

function courseRow(id: string, seq: number, event: Of<'ended' | 'opened' | 'paused' | 'resumed' | 'revealed'>) {
	const { at, type } = event;
	const body = {
		...('deadline' in event && event.deadline !== undefined ? { deadline: event.deadline } : {}),
		...('why' in event ? { why: event.why } : {}),
	};
	return { body: JSON.stringify(body), happened_at: at, quiz_id: id, round: 'round' in event ? event.round : -1, seq, type };
}

const resultRow = (id: string, round: number, user: string, { bonus, given, hints, marks, took }: Result) => ({
	bonus,
	given: given ? JSON.stringify(given) : null,
	hints,
	marks,
	quiz_id: id,
	round,
	took: Math.round(took),
	user_id: user,
});
