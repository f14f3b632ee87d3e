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
		/** 1 where `message_text` is only a part of the message. Null for what was saved before this was kept. */
		is_extract: number | null;
		/** The same for the same message with the same text and claims, so that these are in a server's log once. */
		message_key: string;
		message_text: string;
		message_url: string | null;
		saved_at: Time;
		saved_by: string | null;
		/** The same for all versions of the same message. Null for what a process of an older version saved. */
		versions_key: string | null;
	};
	readonly factcheck_request_guilds: {
		claim_key: string;
		filed_at: Time;
		guild_hash: string;
	};
	readonly factcheck_requests: {
		claim_key: string;
		/** Empty where an entry alone was reported. */
		claim_text: string;
		/** The entry that was matched wrongly; of that kind only. */
		entry_id: string | null;
		first_at: Time;
		/** How many servers asked. */
		guilds: number;
		kind: string;
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
	/** What decides the course of a quiz, in order; what players do stands in tables of its own. */
	readonly quiz_events: {
		/** JSON: what else the event says. */
		body: string;
		happened_at: Time;
		quiz_id: string;
		/** −1 for events of no round. */
		round: number;
		/** From 1. */
		seq: number;
		type: string;
	};
	/** Where the messages of a quiz stand, each by what it shows. */
	readonly quiz_messages: {
		channel_id: string;
		message_id: string;
		name: string;
		quiz_id: string;
		reply_token: string | null;
		reply_until: Time | null;
	};
	readonly quiz_players: {
		/** 1 where the quiz is only for some, and this is one of them. */
		invited: number;
		/** Null as long as somebody is only invited. */
		joined_at: Time | null;
		name: string;
		quiz_id: string;
		team: string | null;
		user_id: string;
	};
	/** Answers and hints as they were asked for, none ever changed: the same press is there once. */
	readonly quiz_presses: {
		/** JSON; null for a hint. */
		given: string | null;
		/** How many hints with this one; null for an answer. */
		hints: number | null;
		press_key: string;
		pressed_at: Time;
		quiz_id: string;
		round: number;
		user_id: string;
	};
	readonly quiz_results: {
		bonus: number;
		/** JSON. */
		given: string | null;
		hints: number;
		marks: number;
		quiz_id: string;
		round: number;
		/** Milliseconds. */
		took: number;
		user_id: string;
	};
	readonly quizzes: {
		channel_id: string | null;
		/** When nothing was left to do for it any more: ended, and its end shown. */
		closed_at: Time | null;
		created_at: Time;
		/** When the clock next has something to do. */
		due_at: Time | null;
		ended_at: Time | null;
		guild_id: string | null;
		/** The channel while this quiz is the one that is played in it; no two at once. */
		held_channel: string | null;
		host_id: string | null;
		id: string;
		language: string;
		mode: string;
		/** JSON. */
		questions: string;
		/** Of the last event that decides its course. */
		seq: number;
		/** JSON, without those who are invited. */
		settings: string;
		/** Until when the process `tender` looks after the rounds; null where nothing has to be looked after. */
		tended_until: Time | null;
		/** A process. */
		tender: string | null;
	};
	readonly rate_limits: {
		action: string;
		tokens: number;
		updated_at: Time;
		/** Empty where all have it together. */
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
		/** JSON: the card before the review, by which it can be undone; of the last review of each card only. */
		card_before: string | null;
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
