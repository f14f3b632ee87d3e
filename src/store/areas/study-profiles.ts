/** What people have decided about their own study. */
import type { AreaOptions, PersonalColumn } from './area.ts';

export interface StudyProfile {
	/** New cards that the person wants in a day. */
	readonly newPerDay?: number;
	/** The name under which they chose to stand in leaderboards. */
	readonly publicName?: string;
	/** IANA time zone, by which their days change. */
	readonly timeZone?: string;
}

export interface StudyProfilesArea {
	/** Keeps what is given; `null` takes a decision back; what is left out stays as it is. */
	changeStudyProfile(userId: string, change: { readonly [K in keyof StudyProfile]: StudyProfile[K] | null }): Promise<void>;
	readStudyProfile(userId: string): Promise<StudyProfile>;
}

export const personalInStudyProfiles: readonly PersonalColumn[] = [
	{
		column: 'user_id',
		exported: ['public_name', 'time_zone', 'new_per_day', 'changed_at'],
		onErase: 'delete',
		section: 'studyProfile',
		table: 'study_profiles',
	},
];

export function createStudyProfiles({ clock, db }: AreaOptions): StudyProfilesArea {
	return {
		async changeStudyProfile(userId, { newPerDay, publicName, timeZone }) {
			const change = {
				changed_at: clock().getTime(),
				...(newPerDay === undefined ? {} : { new_per_day: newPerDay }),
				...(publicName === undefined ? {} : { public_name: publicName }),
				...(timeZone === undefined ? {} : { time_zone: timeZone }),
			};
			await db
				.insertInto('study_profiles')
				.values({ new_per_day: null, public_name: null, time_zone: null, user_id: userId, ...change })
				.onConflict((conflict) => conflict.column('user_id').doUpdateSet(change))
				.execute();
		},
		async readStudyProfile(userId) {
			const row = await db.selectFrom('study_profiles').selectAll().where('user_id', '=', userId).executeTakeFirst();
			return {
				...(row?.new_per_day == null ? {} : { newPerDay: row.new_per_day }),
				...(row?.public_name == null ? {} : { publicName: row.public_name }),
				...(row?.time_zone == null ? {} : { timeZone: row.time_zone }),
			};
		},
	};
}
