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
	readonly review_cards: {
		added_at: Time;
		difficulty: number;
		due_at: Time;
		elapsed_days: number;
		lapses: number;
		last_review_at: Time | null;
		learning_steps: number;
		question_id: string;
		/** How often it was reviewed. */
		reps: number;
		scheduled_days: number;
		/** Days until it is remembered with a likelihood of 0.9. */
		stability: number;
		/** 0 new, 1 learning, 2 review, 3 relearning. */
		state: number;
		user_id: string;
	};
	readonly review_log: {
		question_id: string;
		recall: string;
		/** How often the card had been reviewed before. */
		review: number;
		reviewed_at: Time;
		/** Until the next review, as it was then decided. */
		scheduled_days: number;
		/** Of the card, before. */
		state: number;
		took_ms: number | null;
		user_id: string;
	};
	/** What the store must know of itself. */
	readonly store_facts: {
		name: string;
		value: string;
	};
	readonly study_answers: {
		answered_at: Time;
		channel_id: string | null;
		/** The day, in UTC, on which this is the answer that counts; none where the person had been asked the same on that day. */
		counted_on: string | null;
		guild_id: string | null;
		/** 1 or 0. */
		known: number;
		mode: string;
		points: number;
		question_id: string;
		quiz_id: string;
		round: number;
		user_id: string;
	};
	readonly study_profiles: {
		changed_at: Time;
		new_per_day: number | null;
		public_name: string | null;
		time_zone: string | null;
		user_id: string;
	};
	/** How often each question was missed, whoever missed it. */
	readonly study_questions: {
		asked: number;
		missed: number;
		question_id: string;
	};
	/** Sums over `study_answers`, so that a leaderboard need not add up all that was ever answered. */
	readonly study_totals: {
		answered: number;
		known: number;
		/** `all`, or a week: `2026-W48`. */
		period: string;
		points: number;
		/** `everywhere`, `server …`, `channel …`. */
		scope: string;
		user_id: string;
	};
}
