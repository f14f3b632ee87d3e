/** The events of a quiz, put together again from the rows in which they are kept. */
import type { Kysely } from 'kysely';
import type { Question } from '../../quiz/question.ts';
import type { QuizEvent, QuizSettings, Result } from '../../quiz/quiz.ts';
import type { Given } from '../../quiz/score.ts';
import type { Tables } from '../tables.ts';
import type { Head } from './quizzes.ts';

/** `withResults`: of all rounds; else each round that is over has none. */
export async function readEvents(
	db: Kysely<Tables>,
	head: Head,
	questions: readonly Question[],
	withResults: boolean,
): Promise<QuizEvent[]> {
	const { id } = head;
	const players = await db
		.selectFrom('quiz_players')
		.selectAll()
		.where('quiz_id', '=', id)
		.orderBy('joined_at')
		.orderBy('user_id')
		.execute();
	const course = await db.selectFrom('quiz_events').selectAll().where('quiz_id', '=', id).orderBy('seq').execute();
	const over = new Set(course.filter(({ type }) => type === 'revealed').map(({ round }) => round));
	const opened = course.findLast(({ type }) => type === 'opened')?.round;
	const presses = opened === undefined || over.has(opened) ? [] : await readPresses(db, id, opened);
	const results = withResults && over.size > 0 ? await readResults(db, id) : new Map<number, Record<string, Result>>();

	const settings = JSON.parse(head.settings) as QuizSettings;
	const invited = settings.invited && { invited: players.filter((player) => player.invited === 1).map(({ user_id: user }) => user) };
	const waiting = players.filter((player) => player.joined_at === null && player.name !== '');
	const created: QuizEvent = {
		at: head.created_at,
		host: head.host_id ?? '',
		id,
		names: Object.fromEntries(waiting.map(({ name, user_id: user }) => [user, name])),
		questions,
		settings: { ...settings, ...invited },
		type: 'created',
	};
	const joined = players.flatMap(({ joined_at: at, name, team, user_id: user }): QuizEvent[] =>
		at === null ? [] : [{ at, player: { id: user, name, ...(team === null ? {} : { team }) }, type: 'joined' }],
	);
	const decided = course.flatMap((row): QuizEvent[] => {
		const event = eventOf(row, results);
		// Whatever came after it, a press of the open round follows its opening.
		return row.type === 'opened' && row.round === opened ? [event, ...presses] : [event];
	});
	return [created, ...joined, ...decided];
}

function eventOf(
	{ body, happened_at: at, round, type }: Tables['quiz_events'],
	results: ReadonlyMap<number, Record<string, Result>>,
): QuizEvent {
	const more = JSON.parse(body) as object;
	return {
		at,
		type,
		...more,
		...(round < 0 ? {} : { round }),
		...(type === 'revealed' ? { results: results.get(round) ?? {} } : {}),
	} as QuizEvent;
}

async function readPresses(db: Kysely<Tables>, id: string, round: number): Promise<QuizEvent[]> {
	const rows = await db
		.selectFrom('quiz_presses')
		.selectAll()
		.where('quiz_id', '=', id)
		.where('round', '=', round)
		.orderBy('pressed_at')
		.execute();
	return rows.map(({ given, hints, press_key: key, pressed_at: at, user_id: player }) =>
		given === null
			? { at, hints: hints ?? 0, player, round, type: 'hinted' }
			: { at, given: JSON.parse(given) as Given, key, player, round, type: 'answered' },
	);
}

async function readResults(db: Kysely<Tables>, id: string): Promise<Map<number, Record<string, Result>>> {
	const rows = await db.selectFrom('quiz_results').selectAll().where('quiz_id', '=', id).orderBy('user_id').execute();
	const byRound = new Map<number, Record<string, Result>>();
	for (const { bonus, given, hints, marks, round, took, user_id: user } of rows) {
		const own = byRound.get(round) ?? {};
		own[user] = { bonus, ...(given === null ? {} : { given: JSON.parse(given) as Given }), hints, marks, took };
		byRound.set(round, own);
	}
	return byRound;
}
