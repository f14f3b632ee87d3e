/** A claim that was found, with who agrees and who differs. */
import type { Account, Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import { scoreBy, type Trees } from '../learned/trees.ts';
import type { Choice } from './choose.ts';
import { spanOfDate } from './dates.ts';
import type { Found, Rated } from './decide.ts';
import { featuresOf } from './features.ts';
import { signingOf } from './fields.ts';
import type { AssertionIndex } from './index.ts';
import type { Models } from './models.ts';
import type { Reading } from './reading.ts';
import { type CheckedClaim, CLAIM_TEXT_MAX, type Verdict, type Voice } from './report.ts';
import { datedSides, factSenses, positionSenses, type Sense, taken, VERDICTS, wayOfPhrasing } from './sense.ts';
import { type Sides, sidesOfDate, sidesOfNumber, sidesOfPosition, sidesOfVoices, verdictOf } from './sides.ts';

/** The words of a message as a report quotes them. */
export const shortened = (text: string) =>
	text.length > CLAIM_TEXT_MAX ? `${text.slice(0, CLAIM_TEXT_MAX - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

const NO_SIDES: Sides = { agree: [], differ: [], silent: [] };

/** One thing that a clause may say of one entry, and how surely. */
interface Outcome {
	readonly choice: Choice;
	readonly share: number;
	readonly sides: () => Sides;
	readonly verdict: Verdict;
}

/**
 * What is claimed, of all that may be: an event and the question about it often answer alike, so that first the verdict is found that
 * is likeliest over all of them, then the entry that shows it best.
 */
export function checkedClaim({ asking, choice: named, odds, reading, rivals }: Found, index: AssertionIndex, models: Models): CheckedClaim {
	const first = disputedDate(named, asking, reading) ?? named;
	const outcomes = [{ choice: first, odds }, ...rivals].flatMap((one) => {
		const share = Math.exp(one.odds - odds);
		return outcomesOf(one.choice, reading, index, models).map((outcome) => ({ ...outcome, share: outcome.share * share }));
	});
	const shares = new Map<Verdict, number>();
	for (const { share, verdict } of outcomes) shares.set(verdict, (shares.get(verdict) ?? 0) + share);
	const likeliest = outcomes.reduce((most, one) => {
		const lead = shares.get(one.verdict)! - shares.get(most.verdict)!;
		return lead > 0 || (lead === 0 && one.share > most.share) ? one : most;
	});
	const { candidate, kind, score } = likeliest.choice;
	const { entry } = candidate;
	const sides = likeliest.sides();
	return {
		...sides,
		entry: entry.id,
		hedged: reading.stance.hedged,
		kind: kind === 'number' ? 'number' : kind === 'date' ? 'date' : kind === 'position' ? 'position' : kind === 'fact' ? 'date' : 'fact',
		negated: reading.stance.sign < 0,
		strength: Math.round(Math.min(1, score) * 100) / 100,
		text: shortened(reading.text),
		verdict: verdictOf(sides),
	};
}

/**
 * Whoever gives one of several disputed dates of an event takes a side in the question of when it was, whether or not they know of it: the
 * date is set beside the others there.
 */
function disputedDate({ candidate: { entry }, fact }: Choice, asking: readonly Rated[], { dates, stance }: Reading): Choice | undefined {
	const stated = fact && spanOfDate(fact.stated.date, fact.part);
	if (!stated) return undefined;
	return asking.find(({ choice }) => {
		const asked = choice.candidate.entry;
		if (asked.kind !== 'question' || asked.type !== 'when' || !asked.related?.includes(entry.id)) return false;
		// A question that nobody answers with the day of the event is about something else that happened to it.
		if (!sidesOfDate(asked, [{ from: stated[0], to: stated[1] }], false)?.agree.length) return false;
		const sides = sidesOfDate(asked, dates, stance.sign < 0);
		return sides !== undefined && sides.agree.length > 0 && sides.differ.length > 0;
	})?.choice;
}

const NOT_COVERED = { sides: () => NO_SIDES, verdict: 'Not covered' } as const;

/** All that a clause may say of an entry; the shares add up to 1. */
function outcomesOf(choice: Choice, reading: Reading, index: AssertionIndex, models: Models): Outcome[] {
	const { amount, candidate } = choice;
	const { entry } = candidate;
	const only = (sides: Sides) => [{ choice, share: 1, sides: () => sides, verdict: verdictOf(sides) }];
	if (entry.kind === 'figures') return only(amount ? sidesOfNumber(entry, amount, deniesNumber(reading)) : NO_SIDES);
	if (entry.kind === 'question') {
		const dated =
			entry.type === 'when' && reading.dates.length > 0 ? sidesOfDate(entry, reading.dates, reading.stance.sign < 0) : undefined;
		if (dated) return only(dated);
		return weighed(positionSenses(entry, choice, reading, index), models.positions, (sense) =>
			sense.place < 0 ? sidesTold(entry, choice, reading, sense.way, index) : sidesOfPosition(entry, taken(entry, sense)),
		).map((one) => ({ choice, ...one }));
	}
	const dated = datedSides(entry, choice, reading);
	const signing = signingOf(entry, reading, index);
	// Where the day is wrong, that is what is told wrongly; where it is right, the rest decides.
	if (signing && (dated === undefined || verdictOf(dated) === (reading.stance.sign > 0 ? 'Supported' : 'Contradicted')))
		return only(signing.agrees ? sidesOfVoices(signing.voices, []) : sidesOfVoices([], signing.voices));
	return weighed(factSenses(entry, choice, reading, index), models.facts, ({ way }) =>
		dated && verdictOf(dated) === VERDICTS[way] ? dated : sidesTold(entry, choice, reading, way, index),
	).map((one) => ({ choice, ...one }));
}

/** How likely each sense is, and that it is none of them: then nobody speaks of what is claimed. */
function weighed(senses: readonly Sense[], model: Trees, sidesOf: (sense: Sense) => Sides): Omit<Outcome, 'choice'>[] {
	const odds = senses.map(({ evidence }) => Math.exp(scoreBy(model, evidence)));
	const total = odds.reduce((sum, one) => sum + one, 1);
	return [
		...senses.map((sense, place) => {
			let sides: Sides | undefined;
			const once = () => (sides ??= sidesOf(sense));
			return { share: odds[place]! / total, sides: once, verdict: sense.place < 0 ? VERDICTS[sense.way] : verdictOf(once()) };
		}),
		{ ...NOT_COVERED, share: 1 / total },
	];
}

/** Phrasings that are less like the clause say nothing of which sources speak of it. */
const ALIKE_MIN = 0.45;
const TOLD_MIN = 0.5;
/** How far below the nearest account another may be that tells the same. */
const TOLD_LEAD = 0.1;

/**
 * The accounts that tell a fact, on the side that the clause puts them: those that the phrasing most like it is marked with, else
 * those whose words are nearest.
 */
function sidesTold(entry: Topic, { candidate }: Choice, reading: Reading, way: Sense['way'], index: AssertionIndex): Sides {
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
	const foremost = (voices: readonly Voice[]) =>
		[...voices].sort((a, b) => shareOf(b) - shareOf(a) || (fits.get(b) ?? 0) - (fits.get(a) ?? 0)).slice(0, 1);
	/** Of each source the account that speaks of most of the clause. */
	const ofSources = (ids: readonly string[] = []) => ids.flatMap((id) => foremost(all.filter(({ account }) => account.source === id)));
	const marked = candidate.units.filter(({ agreement, fit, kind, unit }) => {
		if (kind !== 'phrasing' || fit < ALIKE_MIN) return false;
		const marks = units.marks.get(unit)!;
		return (marks.agree !== undefined || marks.differ !== undefined) && wayOfPhrasing(marks, agreement) === way;
	});
	// A phrasing may be like the clause by the name alone: then its sources speak of something else.
	const alike =
		marked.find(({ unit }) => {
			const { agree = [], differ = [] } = units.marks.get(unit)!;
			return ofSources([...agree, ...differ]).some((voice) => shareOf(voice) > 0);
		}) ?? marked[0];
	const { agree = [], differ = [] } = alike ? units.marks.get(alike.unit)! : {};
	if (way === 'both' && alike) {
		const sides = [ofSources(agree), ofSources(differ)] as const;
		return alike.agreement > 0 ? sidesOfVoices(...sides) : sidesOfVoices(sides[1], sides[0]);
	}
	const nearest = [...fits].sort((a, b) => b[1] - a[1]);
	const least = Math.max(TOLD_MIN, (nearest[0]?.[1] ?? 0) - TOLD_LEAD);
	const near = nearest.filter(([, fit], place) => place === 0 || fit >= least).map(([voice]) => voice);
	const spoken = alike ? ofSources([...agree, ...differ]) : near.length > 0 ? near : foremost(all);
	if (way === 'both') {
		const [one, ...others] = spoken.length > 1 ? spoken : all;
		return sidesOfVoices(one ? [one] : [], others);
	}
	return way === 'says' ? sidesOfVoices(spoken, []) : sidesOfVoices([], spoken);
}

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

/** “Not 60,000”, “it is a myth that 60,000 died”: a denial elsewhere in the sentence leaves the number standing. */
function deniesNumber({ stance, text }: Reading): boolean {
	return (
		stance.falsity ||
		(stance.sign < 0 &&
			/(?:\bnot|n['’]t|\bnever|(?<!\p{L})не)(?: \p{L}+){0,3} ?[~≈$]?\d|\d[^。]*(?:ではない|じゃない|ではなく)/iu.test(text))
	);
}
