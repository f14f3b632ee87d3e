/** Which accounts speak of what a clause says of an entry, on the side on which the clause puts them. */
import type { Account, Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import type { Choice } from './choose.ts';
import { featuresOf } from './features.ts';
import { type AssertionIndex, marksAt } from './index.ts';
import type { Reading } from './reading.ts';
import type { Voice } from './report.ts';
import { type Sense, wayOfPhrasing } from './sense.ts';
import { type Sides, sidesOfVoices } from './sides.ts';
import { givesOf } from './told.ts';

/** Phrasings that are less like the clause say nothing of which sources speak of it. */
const ALIKE_MIN = 0.45;
const TOLD_MIN = 0.5;
/** How far below the nearest account another may be that tells the same. */
const TOLD_LEAD = 0.1;
/** An account that speaks of less of a clause, by weight, does not speak of its point. */
const SPOKEN_MIN = 0.3;

/**
 * The accounts that tell a fact, on the side that the clause puts them: those that the phrasing most like it is marked with, else
 * those whose words are nearest. Where a field of the entry is put more like it than any of them, and no account speaks of it, the entry
 * states it itself.
 */
export function sidesTold(entry: Topic, { candidate }: Choice, reading: Reading, way: Sense['way'], index: AssertionIndex): Sides {
	const { units } = index;
	const all = accountsOf(entry).map(({ account, position }): Voice => (position === undefined ? { account } : { account, position }));
	const fits = new Map<Voice, number>();
	for (const { fit, kind, unit } of candidate.units) {
		const voice = kind === 'account' ? all[units.accounts[unit]!] : undefined;
		if (voice && fit > (fits.get(voice) ?? 0)) fits.set(voice, fit);
	}
	const shares = new Map<Voice, number>();
	const shareOf = (voice: Voice) => {
		let share = shares.get(voice);
		if (share === undefined) {
			share = sharedWith(entry, voice.account, reading, index);
			shares.set(voice, share);
		}
		return share;
	};
	/** The account that gives the number of the clause, or another in its place; else the one that speaks of most of it. */
	const foremost = (voices: readonly Voice[]) =>
		voices
			.map((voice) => ({ fit: fits.get(voice) ?? 0, gives: givesOf(voice.account.says, reading), share: shareOf(voice), voice }))
			.sort((a, b) => b.gives - a.gives || b.share - a.share || b.fit - a.fit)
			.slice(0, 1)
			.map(({ voice }) => voice);
	/** Of each source the account that speaks of it. */
	const ofSources = (ids: readonly string[] = []) => ids.flatMap((id) => foremost(all.filter(({ account }) => account.source === id)));
	const marked = markedFor(candidate, way, index);
	// A phrasing may be like the clause by the name alone: then its sources speak of something else.
	const alike =
		marked.find(({ unit }) => {
			const { agree = [], differ = [] } = marksAt(units, unit)!;
			return ofSources([...agree, ...differ]).some((voice) => shareOf(voice) > 0);
		}) ?? marked[0];
	const { agree = [], differ = [] } = alike ? marksAt(units, alike.unit)! : {};
	if (way === 'both') {
		if (!alike) return sidesOfVoices([], []);
		const sides = [ofSources(agree), ofSources(differ)] as const;
		return alike.agreement > 0 ? sidesOfVoices(...sides) : sidesOfVoices(sides[1], sides[0]);
	}
	const nearest = [...fits].sort((a, b) => b[1] - a[1]);
	const least = Math.max(TOLD_MIN, (nearest[0]?.[1] ?? 0) - TOLD_LEAD);
	const near = nearest.filter(([, fit], place) => place === 0 || fit >= least).map(([voice]) => voice);
	const stated = fieldFor(candidate, way, index);
	if (stated && (!alike || stated.fit > alike.fit)) {
		const speaks = (voice: Voice) => shareOf(voice) >= SPOKEN_MIN;
		const speaking = near.some(speaks) ? near.filter(speaks) : foremost(all.filter(speaks));
		// Nothing else speaks of it: what is put most like the clause tells how it is.
		if (speaking.length === 0) {
			const contrary = fieldFor(candidate, way === 'says' ? 'denies' : 'says', index);
			const isContrary = contrary !== undefined && contrary.fit > stated.fit;
			return { agree: [], differ: [], own: { agrees: (way === 'says') !== isContrary }, silent: [] };
		}
		return way === 'says' ? sidesOfVoices(speaking, []) : sidesOfVoices([], speaking);
	}
	const spoken = alike ? ofSources([...agree, ...differ]) : near.length > 0 ? near : foremost(all);
	return way === 'says' ? sidesOfVoices(spoken, []) : sidesOfVoices([], spoken);
}

/** Phrasings like the clause that tell sources to speak of it, and put it the same way. */
const markedFor = ({ units: fits }: Choice['candidate'], way: Sense['way'], { units }: AssertionIndex) =>
	fits.filter(({ agreement, fit, kind, unit }) => {
		if (kind !== 'phrasing' || fit < ALIKE_MIN) return false;
		const marks = marksAt(units, unit)!;
		return (marks.agree !== undefined || marks.differ !== undefined) && wayOfPhrasing(marks, agreement) === way;
	});

/** The phrasing of a field of the entry that is most like the clause and puts it the same way. */
const fieldFor = ({ units: fits }: Choice['candidate'], way: Sense['way'], { units }: AssertionIndex) =>
	fits.find(({ agreement, fit, kind, unit }) => {
		const marks = kind === 'phrasing' && fit >= ALIKE_MIN ? marksAt(units, unit) : undefined;
		return marks?.field === true && wayOfPhrasing(marks, agreement) === way;
	});

/** Whether anything tells who is on which side of what sources tell differently: without it nobody may be put on either. */
export const hasBothSides = ({ candidate }: Choice, index: AssertionIndex): boolean => markedFor(candidate, 'both', index).length > 0;

/** The terms of an account: a dataset has so many accounts and no more. */
const known = new WeakMap<Account, ReadonlySet<string>>();

/** How much of what a clause says beyond the name of an entry, by weight, an account of that entry speaks of. */
function sharedWith({ id }: Topic, account: Account, { slots }: Reading, { names, vocabulary }: AssertionIndex): number {
	let told = known.get(account);
	if (!told) {
		told = new Set(featuresOf(account.says, names).slots.flatMap(({ terms }) => terms));
		known.set(account, told);
	}
	let shared = 0;
	let total = 0;
	for (const { inherited, meanings, slot, weight } of slots) {
		if (inherited || slot.names.includes(id)) continue;
		total += weight;
		if (meanings.some(({ term }) => told.has(vocabulary.terms[term]!))) shared += weight;
	}
	return total === 0 ? 0 : shared / total;
}
