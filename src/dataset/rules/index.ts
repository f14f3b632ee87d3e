/** What must hold across the dataset, in the order in which faults are shown. Each rule has a file and a failing fixture. */
import { answers } from './answers.ts';
import { chronology } from './chronology.ts';
import { citedSources } from './cited-sources.ts';
import { coordinates } from './coordinates.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { finished } from './finished.ts';
import { gaps } from './gaps.ts';
import { keywords } from './keywords.ts';
import { loadedNames } from './loaded-names.ts';
import { names } from './names.ts';
import { oneWork } from './one-work.ts';
import { placesInSources } from './places-in-sources.ts';
import { positions } from './positions.ts';
import { redirects } from './redirects.ts';
import { references } from './references.ts';
import type { Rule } from './rule.ts';
import { scripts } from './scripts.ts';
import { silences } from './silences.ts';
import { sourceAccess } from './source-access.ts';
import { speakers } from './speakers.ts';
import { topicsUsed } from './topics-used.ts';
import { uniqueIds } from './unique-ids.ts';
import { units } from './units.ts';
import { wording } from './wording.ts';

export const RULES: readonly Rule[] = [
	uniqueIds,
	references,
	redirects,
	finished,
	answers,
	positions,
	chronology,
	dates,
	coordinates,
	units,
	gaps,
	silences,
	names,
	keywords,
	scripts,
	loadedNames,
	duplicates,
	speakers,
	placesInSources,
	wording,
	sourceAccess,
	oneWork,
	citedSources,
	topicsUsed,
];
