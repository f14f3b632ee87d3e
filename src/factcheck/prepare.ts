/**
 * What the first check waits for that needs nothing that the check knows: its patterns, which are large and are compiled when they first
 * meet a text, for each width of characters by itself, and once more when they meet a second one.
 */
import { datesIn, monthsIn } from '../search/dates.ts';
import { actorsOf } from './actors.ts';
import { amountsIn } from './amounts.ts';
import { isAddress, talkIn } from './chatter.ts';
import { countedIn } from './counted.ts';
import { durationsIn } from './durations.ts';
import { phraseElsewhere } from './elsewhere.ts';
import { givenIn } from './given.ts';
import { assertedText, quotedText } from './plain.ts';
import { clausesOf, sentencesOf } from './sentences.ts';
import { stanceOf } from './stance.ts';
import { tonesIn } from './tone.ts';
import { mayHoldVerb } from './verbs.ts';

/** Of narrow characters, and of wide ones. */
const NARROW = 'he said that it was so, and that they knew';
const WIDE = 'он сказал, что это было так';
const IS_WIDE = /[^\0-\xff]/;
const READERS: readonly ((text: string) => unknown)[] = [
	assertedText,
	quotedText,
	sentencesOf,
	clausesOf,
	isAddress,
	mayHoldVerb,
	stanceOf,
	datesIn,
	monthsIn,
	amountsIn,
	durationsIn,
	countedIn,
	actorsOf,
	phraseElsewhere,
	talkIn,
	tonesIn,
	givenIn,
];

/** One reader after the other, each up to some ten milliseconds of work: for all texts, or for those as wide as the one that waits. */
export function* prepareReading(waiting?: string): Generator<void, void> {
	for (const text of waiting === undefined ? [NARROW, WIDE] : [IS_WIDE.test(waiting) ? WIDE : NARROW])
		for (const read of READERS)
			for (let time = 0; time < 2; time++) {
				read(text);
				yield;
			}
}
