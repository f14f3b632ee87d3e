/** All areas of the store together. Whoever adds one adds it here, with the columns in which it keeps people. */

import type { AreaOptions, PersonalColumn } from './area.ts';
import { createFactchecks, type FactchecksArea, personalInFactchecks } from './factchecks.ts';
import { createGuildSettings, type GuildSettingsArea } from './guild-settings.ts';
import { createPrivacy, type PrivacyArea } from './privacy.ts';
import { createQuizzes, personalInQuizzes, type QuizzesArea } from './quizzes.ts';
import { createRateLimits, personalInRateLimits, type RateLimitsArea } from './rate-limits.ts';
import { createRequests, type RequestsArea } from './requests.ts';
import { createReviews, personalInReviews, type ReviewsArea } from './reviews.ts';
import { createStudy, personalInStudy, type StudyArea } from './study.ts';
import { createStudyProfiles, personalInStudyProfiles, type StudyProfilesArea } from './study-profiles.ts';

export interface Areas
	extends StudyArea,
		FactchecksArea,
		GuildSettingsArea,
		PrivacyArea,
		QuizzesArea,
		RateLimitsArea,
		RequestsArea,
		ReviewsArea,
		StudyProfilesArea {}

/** Every column of every table that holds the id of a person. */
export const PERSONAL_COLUMNS: readonly PersonalColumn[] = [
	...personalInStudy,
	...personalInFactchecks,
	...personalInQuizzes,
	...personalInRateLimits,
	...personalInReviews,
	...personalInStudyProfiles,
];

export function createAreas(options: AreaOptions): Areas {
	return {
		...createStudy(options),
		...createFactchecks(options),
		...createGuildSettings(options),
		...createPrivacy(options, PERSONAL_COLUMNS),
		...createQuizzes(options),
		...createRateLimits(options),
		...createRequests(options),
		...createReviews(options),
		...createStudyProfiles(options),
	};
}
