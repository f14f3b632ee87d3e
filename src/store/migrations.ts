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
