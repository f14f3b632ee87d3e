/** The tables as the queries see them. What made them is in `migrations.ts`. */

/** Milliseconds since 1970. */
type Time = number;

export interface Tables {
	readonly factcheck_log: {
		/** Who wrote the message, as far as it is known. */
		author_id: string | null;
		/** JSON. */
		claims: string;
		deleted_at: Time | null;
		guild_id: string;
		id: string;
		/** The same for the same message, so that it is in a server's log once. */
		message_key: string;
		message_text: string;
		message_url: string | null;
		saved_at: Time;
		saved_by: string | null;
	};
	readonly factcheck_request_guilds: {
		claim_key: string;
		filed_at: Time;
		guild_hash: string;
	};
	readonly factcheck_requests: {
		claim_key: string;
		claim_text: string;
		first_at: Time;
		/** How many servers asked. */
		guilds: number;
		last_at: Time;
		status: string;
	};
	readonly guild_settings: {
		changed_at: Time;
		guild_id: string;
		setting: string;
		/** JSON. */
		value: string;
	};
	readonly rate_limits: {
		action: string;
		tokens: number;
		updated_at: Time;
		user_id: string;
	};
	/** What the store must know of itself. */
	readonly store_facts: {
		name: string;
		value: string;
	};
}
