/** All areas of the store together. Whoever adds one adds it here, with the columns in which it keeps people. */
import type { AreaOptions, PersonalColumn } from './area.ts';
import { createFactchecks, type FactchecksArea, personalInFactchecks } from './factchecks.ts';
import { createGuildSettings, type GuildSettingsArea } from './guild-settings.ts';
import { createPrivacy, type PrivacyArea } from './privacy.ts';
import { createRateLimits, personalInRateLimits, type RateLimitsArea } from './rate-limits.ts';
import { createRequests, type RequestsArea } from './requests.ts';

export interface Areas extends FactchecksArea, GuildSettingsArea, PrivacyArea, RateLimitsArea, RequestsArea {}

/** Every column of every table that holds the id of a person. */
export const PERSONAL_COLUMNS: readonly PersonalColumn[] = [...personalInFactchecks, ...personalInRateLimits];

export function createAreas(options: AreaOptions): Areas {
	return {
		...createFactchecks(options),
		...createGuildSettings(options),
		...createPrivacy(options, PERSONAL_COLUMNS),
		...createRateLimits(options),
		...createRequests(options),
	};
}
