/**
 * How the database came to be as it is, step by step. SQL that SQLite and PostgreSQL both take: text, bigint (times in
 * milliseconds, numbers), double precision. A step that has been released is never changed; what changes is a new step.
 */
import type { Query } from './backend.ts';

export const VERSION_TABLE = 'store_version';

const STEPS: readonly (readonly string[])[] = [
	[
		`create table store_facts (name text primary key, value text not null)`,
		`create table guild_settings (
			guild_id text not null,
			setting text not null,
			value text not null,
			changed_at bigint not null,
			primary key (guild_id, setting)
		)`,
		`create table factcheck_log (
			id text primary key,
			guild_id text not null,
			message_key text not null,
			message_url text,
			message_text text not null,
			claims text not null,
			author_id text,
			saved_by text,
			saved_at bigint not null,
			deleted_at bigint,
			unique (guild_id, message_key)
		)`,
		`create index factcheck_log_by_time on factcheck_log (guild_id, saved_at)`,
		`create index factcheck_log_by_author on factcheck_log (author_id)`,
		`create index factcheck_log_by_saver on factcheck_log (saved_by)`,
		`create table factcheck_requests (
			claim_key text primary key,
			claim_text text not null,
			guilds bigint not null,
			first_at bigint not null,
			last_at bigint not null,
			status text not null
		)`,
		`create index factcheck_requests_by_status on factcheck_requests (status, guilds)`,
		`create table factcheck_request_guilds (
			claim_key text not null references factcheck_requests (claim_key) on delete cascade,
			guild_hash text not null,
			filed_at bigint not null,
			primary key (claim_key, guild_hash)
		)`,
		`create table rate_limits (
			user_id text not null,
			action text not null,
			tokens double precision not null,
			updated_at bigint not null,
			primary key (user_id, action)
		)`,
		`create index rate_limits_by_time on rate_limits (updated_at)`,
	],
	[
		`create table study_answers (
			quiz_id text not null,
			round bigint not null,
			user_id text not null,
			mode text not null,
			guild_id text,
			channel_id text,
			question_id text not null,
			points bigint not null,
			known bigint not null,
			answered_at bigint not null,
			counted_on text,
			primary key (quiz_id, round, user_id)
		)`,
		`create index study_answers_by_user on study_answers (user_id, question_id, counted_on)`,
		`create table study_totals (
			scope text not null,
			period text not null,
			user_id text not null,
			points bigint not null,
			known bigint not null,
			answered bigint not null,
			primary key (scope, period, user_id)
		)`,
		`create index study_totals_by_points on study_totals (scope, period, points)`,
		`create index study_totals_by_user on study_totals (user_id)`,
		`create table study_questions (question_id text primary key, asked bigint not null, missed bigint not null)`,
		`create table study_profiles (
			user_id text primary key,
			public_name text,
			time_zone text,
			new_per_day bigint,
			changed_at bigint not null
		)`,
		`create table review_cards (
			user_id text not null,
			question_id text not null,
			added_at bigint not null,
			due_at bigint not null,
			last_review_at bigint,
			state bigint not null,
			stability double precision not null,
			difficulty double precision not null,
			elapsed_days bigint not null,
			scheduled_days bigint not null,
			learning_steps bigint not null,
			reps bigint not null,
			lapses bigint not null,
			primary key (user_id, question_id)
		)`,
		`create index review_cards_by_time on review_cards (user_id, due_at)`,
		`create table review_log (
			user_id text not null,
			question_id text not null,
			reviewed_at bigint not null,
			review bigint not null,
			recall text not null,
			state bigint not null,
			scheduled_days bigint not null,
			took_ms bigint,
			primary key (user_id, question_id, reviewed_at, review)
		)`,
		`create index review_log_by_time on review_log (user_id, reviewed_at)`,
	],
	[
		`create table quizzes (
			id text primary key,
			mode text not null,
			language text not null,
			settings text not null,
			questions text not null,
			host_id text,
			guild_id text,
			channel_id text,
			held_channel text unique,
			seq bigint not null,
			tender text,
			tended_until bigint,
			due_at bigint,
			created_at bigint not null,
			ended_at bigint
		)`,
		`create index quizzes_by_host on quizzes (host_id)`,
		`create index quizzes_by_due on quizzes (ended_at, due_at)`,
		`create table quiz_events (
			quiz_id text not null references quizzes (id) on delete cascade,
			seq bigint not null,
			type text not null,
			round bigint not null,
			happened_at bigint not null,
			body text not null,
			primary key (quiz_id, seq)
		)`,
		`create unique index quiz_events_once on quiz_events (quiz_id, type, round) where type in ('opened', 'revealed', 'ended')`,
		`create table quiz_players (
			quiz_id text not null references quizzes (id) on delete cascade,
			user_id text not null,
			name text not null,
			team text,
			invited bigint not null,
			joined_at bigint,
			primary key (quiz_id, user_id)
		)`,
		`create index quiz_players_by_user on quiz_players (user_id)`,
		`create table quiz_presses (
			quiz_id text not null references quizzes (id) on delete cascade,
			round bigint not null,
			user_id text not null,
			press_key text not null,
			pressed_at bigint not null,
			given text,
			hints bigint,
			primary key (quiz_id, round, user_id, press_key)
		)`,
		`create index quiz_presses_by_user on quiz_presses (user_id)`,
		`create table quiz_results (
			quiz_id text not null references quizzes (id) on delete cascade,
			round bigint not null,
			user_id text not null,
			given text,
			marks double precision not null,
			bonus double precision not null,
			hints bigint not null,
			took bigint not null,
			primary key (quiz_id, round, user_id)
		)`,
		`create index quiz_results_by_user on quiz_results (user_id)`,
		`create table quiz_messages (
			quiz_id text not null references quizzes (id) on delete cascade,
			name text not null,
			channel_id text not null,
			message_id text not null,
			reply_token text,
			reply_until bigint,
			primary key (quiz_id, name)
		)`,
	],
	[
		`alter table quizzes add column closed_at bigint`,
		`update quizzes set closed_at = ended_at`,
		`drop index quizzes_by_due`,
		`create index quizzes_by_due on quizzes (closed_at, due_at)`,
		`create index quizzes_by_end on quizzes (ended_at)`,
	],
	[
		`alter table review_log add column card_before text`,
		`create index study_answers_by_channel on study_answers (channel_id, answered_at)`,
	],
	[
		// Until now a request could only ask for what is missing.
		`alter table factcheck_requests add column kind text not null default 'uncovered'`,
		`alter table factcheck_requests add column entry_id text`,
	],
	[`alter table factcheck_log add column is_extract bigint`],
	[
		// Until now a message was in a log once, whatever was saved of it.
		`alter table factcheck_log add column versions_key text`,
		`update factcheck_log set versions_key = message_key`,
		`create index factcheck_log_by_message on factcheck_log (guild_id, versions_key)`,
	],
];

/** The version that this program knows. */
export const LATEST_VERSION = STEPS.length;

/** Takes the database from where it is to the latest version. To be called within a transaction that nobody else can be in. */
export async function migrate(query: Query, now: number): Promise<void> {
	await query(`create table if not exists ${VERSION_TABLE} (version bigint primary key, applied_at bigint not null)`);
	const [row] = await query(`select max(version) as version from ${VERSION_TABLE}`);
	const version = Number(row?.version ?? 0);
	for (const [index, statements] of STEPS.entries()) {
		if (index < version) continue;
		for (const statement of statements) await query(statement);
		await query(`insert into ${VERSION_TABLE} (version, applied_at) values (${index + 1}, ${now})`);
	}
}
