/** What people answered in quizzes: who stands where, and how often a question is missed. */
import type { Kysely, Transaction } from 'kysely';
import { type Leaderboard, type LeaderboardLine, type LeaderboardPeriod, type LeaderboardScope, weekOf } from '../../quiz/leaderboard.ts';
import type { Tables } from '../tables.ts';
import type { AreaOptions, PersonalColumn } from './area.ts';
import { inBatches } from './batches.ts';

/** What one player got in one round. */
export interface AnswerToRecord {
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly channelId?: string;
	readonly guildId?: string;
	readonly known: boolean;
	readonly mode: string;
	/** A whole number; a hundred for a whole question. */
	readonly points: number;
	readonly questionId: string;
	readonly quizId: string;
	readonly round: number;
	readonly userId: string;
}

export interface LeaderboardRequest {
	/** Lines; ten unless told otherwise. */
	readonly limit?: number;
	/** Milliseconds since 1970: which week is this week. */
	readonly now: number;
	/** Lines to leave out at the top. */
	readonly offset?: number;
	readonly period: LeaderboardPeriod;
	readonly scope: LeaderboardScope;
	/** Who asks. */
	readonly userId: string;
}

export interface KnownRequest {
	/** What anybody answered right there counts too. */
	readonly channelId?: string;
	/** Milliseconds since 1970: what was answered before is forgotten. */
	readonly since: number;
	readonly userIds: readonly string[];
}

export interface StudyArea {
	/** Questions that one of these people answered right, the last time they answered. */
	knownQuestions(request: KnownRequest): Promise<ReadonlySet<string>>;
	/** No ids come out: those who did not choose to be named are numbers and ranks. */
	leaderboard(request: LeaderboardRequest): Promise<Leaderboard>;
	/**
	 * Questions whose last answer was a miss and that the person does not review, the latest first; of one quiz where told so.
	 */
	missedQuestions(userId: string, quizId?: string): Promise<string[]>;
	/** How often each of these was asked and missed; those that nobody has answered are left out. */
	missRates(questionIds: readonly string[]): Promise<ReadonlyMap<string, { readonly asked: number; readonly missed: number }>>;
	/** `writeAnswers`, in a transaction of its own. */
	recordAnswers(answers: readonly AnswerToRecord[]): Promise<number>;
}

const LINES_DEFAULT = 10;
/** What somebody missed longer ago than this many answers is not looked up any more. */
const ANSWERS_READ = 2000;

export const personalInStudy: readonly PersonalColumn[] = [
	{
		column: 'user_id',
		exported: ['quiz_id', 'round', 'mode', 'guild_id', 'channel_id', 'question_id', 'points', 'known', 'answered_at'],
		onErase: 'delete',
		section: 'quizAnswers',
		table: 'study_answers',
	},
	{
		column: 'user_id',
		exported: ['scope', 'period', 'points', 'known', 'answered'],
		onErase: 'delete',
		section: 'leaderboard',
		table: 'study_totals',
	},
];

/**
 * Writes what players got, as a part of the caller's transaction. Each round counts once for each player, whoever writes
 * it again. How many were new.
 *
 * The same question counts once a day for the same person, in the leaderboard and in how often it is missed: whoever has
 * just been told the answer proves nothing by giving it.
 */
export async function writeAnswers(transaction: Transaction<Tables>, answers: readonly AnswerToRecord[]): Promise<number> {
	// In one order, so that two processes that write the same rows do not wait for each other in a circle.
	const sorted = answers.toSorted((a, b) => compare(a.userId, b.userId) || compare(a.quizId, b.quizId) || a.round - b.round);
	const counted = await readCounted(transaction, sorted);
	const rows = sorted.map((answer) => {
		const day = dayOf(answer.at);
		const key = [answer.userId, answer.questionId, day].join(' ');
		const isFirst = !counted.has(key);
		counted.add(key);
		return {
			answered_at: answer.at,
			channel_id: answer.channelId ?? null,
			counted_on: isFirst ? day : null,
			guild_id: answer.guildId ?? null,
			known: answer.known ? 1 : 0,
			mode: answer.mode,
			points: Math.round(answer.points),
			question_id: answer.questionId,
			quiz_id: answer.quizId,
			round: answer.round,
			user_id: answer.userId,
		};
	});
	const written = await inBatches(rows, (batch) =>
		transaction
			.insertInto('study_answers')
			.values([...batch])
			.onConflict((conflict) => conflict.columns(['quiz_id', 'round', 'user_id']).doNothing())
			.returningAll()
			.execute(),
	);
	const fresh = written.filter(({ counted_on }) => counted_on !== null);
	await addToTotals(transaction, fresh);
	await addToQuestions(transaction, fresh);
	return written.length;
}

type AnswerRow = Tables['study_answers'];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Which person has had which question counted on which day. */
async function readCounted(db: Kysely<Tables>, answers: readonly AnswerToRecord[]): Promise<Set<string>> {
	const days = [...new Set(answers.map(({ at }) => dayOf(at)))];
	const questions = [...new Set(answers.map(({ questionId }) => questionId))];
	const users = [...new Set(answers.map(({ userId }) => userId))];
	const rows = await inBatches(users, (batch) =>
		db
			.selectFrom('study_answers')
			.select(['user_id', 'question_id', 'counted_on'])
			.where('user_id', 'in', batch)
			.where('question_id', 'in', questions)
			.where('counted_on', 'in', days)
			.execute(),
	);
	return new Set(rows.map(({ counted_on, question_id, user_id }) => [user_id, question_id, counted_on].join(' ')));
}

const EVERYWHERE = 'everywhere';
const ALL_TIME = 'all';

function scopesOf({ channel_id, guild_id }: AnswerRow): string[] {
	return [
		EVERYWHERE,
		...(channel_id === null ? [] : [scopeKey({ channelId: channel_id, type: 'channel' })]),
		...(guild_id === null ? [] : [scopeKey({ guildId: guild_id, type: 'server' })]),
	];
}

function scopeKey(scope: LeaderboardScope): string {
	return scope.type === 'everywhere' ? EVERYWHERE : scope.type === 'channel' ? `channel ${scope.channelId}` : `server ${scope.guildId}`;
}

async function addToTotals(transaction: Transaction<Tables>, rows: readonly AnswerRow[]): Promise<void> {
	const totals = new Map<string, Tables['study_totals']>();
	for (const row of rows)
		for (const scope of scopesOf(row))
			for (const period of [ALL_TIME, weekOf(row.answered_at)]) {
				const key = [scope, period, row.user_id].join('\n');
				const { answered, known, points } = totals.get(key) ?? { answered: 0, known: 0, points: 0 };
				totals.set(key, {
					answered: answered + 1,
					known: known + row.known,
					period,
					points: points + row.points,
					scope,
					user_id: row.user_id,
				});
			}
	const sorted = [...totals].sort(([a], [b]) => compare(a, b)).map(([, total]) => total);
	await inBatches(sorted, async (batch) => {
		await transaction
			.insertInto('study_totals')
			.values([...batch])
			.onConflict((conflict) =>
				conflict.columns(['scope', 'period', 'user_id']).doUpdateSet(({ eb, ref }) => ({
					answered: eb('study_totals.answered', '+', ref('excluded.answered')),
					known: eb('study_totals.known', '+', ref('excluded.known')),
					points: eb('study_totals.points', '+', ref('excluded.points')),
				})),
			)
			.execute();
		return [];
	});
}

async function addToQuestions(transaction: Transaction<Tables>, rows: readonly AnswerRow[]): Promise<void> {
	const questions = [...Map.groupBy(rows, ({ question_id }) => question_id)]
		.sort(([a], [b]) => compare(a, b))
		.map(([question_id, answers]) => ({
			asked: answers.length,
			missed: answers.filter(({ known }) => known === 0).length,
			question_id,
		}));
	await inBatches(questions, async (batch) => {
		await transaction
			.insertInto('study_questions')
			.values([...batch])
			.onConflict((conflict) =>
				conflict.column('question_id').doUpdateSet(({ eb, ref }) => ({
					asked: eb('study_questions.asked', '+', ref('excluded.asked')),
					missed: eb('study_questions.missed', '+', ref('excluded.missed')),
				})),
			)
			.execute();
		return [];
	});
}

export function createStudy({ db }: AreaOptions): StudyArea {
	return {
		async leaderboard({ limit = LINES_DEFAULT, now, offset = 0, period, scope, userId }) {
			const board = db
				.selectFrom('study_totals')
				.where('study_totals.scope', '=', scopeKey(scope))
				.where('study_totals.period', '=', period === 'week' ? weekOf(now) : ALL_TIME)
				.where('study_totals.points', '>', 0);
			const lines = board
				.leftJoin('study_profiles', 'study_profiles.user_id', 'study_totals.user_id')
				.select([
					'study_totals.user_id',
					'study_totals.points',
					'study_totals.known',
					'study_totals.answered',
					'study_profiles.public_name',
				]);
			const above = async (points: number): Promise<number> => {
				const { count } = await board
					.where('study_totals.points', '>', points)
					.select(({ fn }) => fn.countAll<number>().as('count'))
					.executeTakeFirstOrThrow();
				return count;
			};
			const [page, own, { count: players }] = await Promise.all([
				lines.orderBy('study_totals.points', 'desc').orderBy('study_totals.user_id').limit(limit).offset(offset).execute(),
				lines.where('study_totals.user_id', '=', userId).executeTakeFirst(),
				board.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
			]);
			const toLine = ({ answered, known, points, public_name, user_id }: (typeof page)[number], rank: number): LeaderboardLine => ({
				answered,
				isAsker: user_id === userId,
				known,
				...(public_name === null ? {} : { name: public_name }),
				points,
				rank,
			});
			let rank = page[0] ? (await above(page[0].points)) + 1 : 0;
			const ranked = page.map((row, index) => {
				if (index > 0 && row.points !== page[index - 1]!.points) rank = offset + index + 1;
				return toLine(row, rank);
			});
			return {
				lines: ranked,
				...(own ? { own: toLine(own, (await above(own.points)) + 1) } : {}),
				players,
			};
		},
		async knownQuestions({ channelId, since, userIds }) {
			const own = await inBatches(userIds, (batch) =>
				db
					.selectFrom('study_answers')
					.select(['known', 'question_id', 'user_id'])
					.where('user_id', 'in', batch)
					.where('answered_at', '>=', since)
					.orderBy('answered_at', 'desc')
					.orderBy('round', 'desc')
					.limit(ANSWERS_READ)
					.execute(),
			);
			const latest = new Map<string, (typeof own)[number]>();
			for (const row of own) {
				const key = [row.user_id, row.question_id].join(' ');
				if (!latest.has(key)) latest.set(key, row);
			}
			const there =
				channelId === undefined
					? []
					: await db
							.selectFrom('study_answers')
							.select('question_id')
							.distinct()
							.where('channel_id', '=', channelId)
							.where('answered_at', '>=', since)
							.where('known', '=', 1)
							.limit(ANSWERS_READ)
							.execute();
			return new Set([...[...latest.values()].filter(({ known }) => known === 1), ...there].map(({ question_id }) => question_id));
		},
		async missedQuestions(userId, quizId) {
			let query = db
				.selectFrom('study_answers')
				.leftJoin('review_cards', (join) =>
					join
						.onRef('review_cards.user_id', '=', 'study_answers.user_id')
						.onRef('review_cards.question_id', '=', 'study_answers.question_id'),
				)
				.where('study_answers.user_id', '=', userId)
				.where('review_cards.question_id', 'is', null)
				.select(['study_answers.question_id', 'study_answers.known'])
				.orderBy('study_answers.answered_at', 'desc')
				.orderBy('study_answers.round', 'desc')
				.limit(ANSWERS_READ);
			if (quizId !== undefined) query = query.where('study_answers.quiz_id', '=', quizId);
			const latest = new Map<string, number>();
			for (const { known, question_id } of await query.execute()) if (!latest.has(question_id)) latest.set(question_id, known);
			return [...latest].filter(([, known]) => known === 0).map(([question]) => question);
		},
		async missRates(questionIds) {
			const rows = await inBatches([...new Set(questionIds)], (batch) =>
				db.selectFrom('study_questions').selectAll().where('question_id', 'in', batch).execute(),
			);
			return new Map(rows.map(({ asked, missed, question_id }) => [question_id, { asked, missed }]));
		},
		recordAnswers: (answers) => db.transaction().execute((transaction) => writeAnswers(transaction, answers)),
	};
}
