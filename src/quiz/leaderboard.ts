/** Who stands where by the points of quizzes. */
const DAY_MILLISECONDS = 86_400_000;

/** Where somebody may stand: among all, among the members of a server, among those who played in a channel. */
export type LeaderboardScope =
	| { readonly type: 'everywhere' }
	| { readonly type: 'channel'; readonly channelId: string }
	| { readonly type: 'server'; readonly guildId: string };

export type LeaderboardPeriod = 'all-time' | 'week';

export interface LeaderboardLine {
	readonly answered: number;
	readonly isAsker: boolean;
	readonly known: number;
	/** Only of those who chose to be named. */
	readonly name?: string;
	readonly points: number;
	/** Those of equal points share a rank, and the next rank is left out. */
	readonly rank: number;
}

export interface Leaderboard {
	readonly lines: readonly LeaderboardLine[];
	/** Where the asker stands, on whatever page; absent who has no points here. */
	readonly own?: LeaderboardLine;
	/** How many people have points here. */
	readonly players: number;
}

/** The week of ISO 8601 in UTC, `2026-W48`: from Monday, in the year of its Thursday. */
export function weekOf(time: number): string {
	const date = new Date(time);
	const fromMonday = (date.getUTCDay() + 6) % 7;
	const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - fromMonday + 3));
	const year = thursday.getUTCFullYear();
	const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MILLISECONDS)) + 1;
	return `${year}-W${String(week).padStart(2, '0')}`;
}
