/** What of an entry a clause may be checked against: a number, a date, a position, what an account says; and a first score of it. */
import type { Dataset } from '../dataset/dataset.ts';
import type { FiguresEntry, QuestionEntry, Topic } from '../dataset/schema.ts';
import { boundsOf } from '../dataset/walk.ts';
import { actorCounted, actorsOfKnown } from './actors.ts';
import type { Amount } from './amounts.ts';
import { differenceOf } from './counted.ts';
import { datedAlike, spanOfDate, spansIn } from './dates.ts';
import { type DatedFact, datedFactOf } from './facts.ts';
import { COMMON, WIDE } from './fame.ts';
import type { Candidate } from './match.ts';
import { isCompatible } from './quantities.ts';
import type { Reading } from './reading.ts';
import { WEIGHTS } from './weights.ts';

export interface Choice {
	/** The number that the claim gives for this entry. */
	readonly amount?: Amount;
	/** The clause says what it counts, and the estimate counts it too. */
	readonly isCounted?: boolean;
	/** It is a number of some size, of the very things, that an estimate gives. */
	readonly isGiven?: boolean;
	readonly candidate: Candidate;
	readonly fact?: DatedFact;
	readonly kind: 'account' | 'date' | 'fact' | 'number' | 'position' | 'topic';
	/** 0 to 1. */
	readonly score: number;
}

/** “Did Japan keep the pact?” is no question of a claim that speaks of the Soviet Union alone. */
export function subjectShare({ name }: Topic, { actors }: Reading): number {
	if (actors.length === 0) return 1;
	const [subject] = actorsOfKnown(name.en);
	return subject === undefined || actors.includes(subject) ? 1 : WEIGHTS.choice.otherSubject;
}

const askedToTheDay = new WeakMap<QuestionEntry, boolean>();
/** A question of which day it was, of a claim that gives a month. */
function isAskedToTheDay(entry: QuestionEntry): boolean {
	let known = askedToTheDay.get(entry);
	if (known === undefined) {
		known = entry.positions.every(({ label }) => spansIn(label.en).some(({ from, to }) => from === to));
		askedToTheDay.set(entry, known);
	}
	return known;
}

/** A claim that gives years is about those: the question of another time is another. */
export function timeShare(entry: FiguresEntry | QuestionEntry, { dates }: Reading): number {
	const when = entry.when && spanOfDate(entry.when.date);
	const years = dates.filter(({ from }) => from >= 10_000);
	if (!when || years.length === 0) return 1;
	return years.some(({ from, to }) => to >= when[0] - 10_000 && from <= when[1] + 10_000) ? 1 : WEIGHTS.choice.otherTime;
}

/** The clause names events or treaties of ours, and the entry has to do with none of them. */
export function isStrange(entry: Topic, { happenings }: Reading, dataset: Dataset): boolean {
	return (
		happenings.length > 0 &&
		!happenings.some((id) => id === entry.id || entry.related?.includes(id) || dataset.get(id)?.related?.includes(entry.id))
	);
}

export function choiceOf(candidate: Candidate, reading: Reading): Choice | undefined {
	const { best, coverage, entry } = candidate;
	const base = WEIGHTS.choice.fitShare * (best?.fit ?? 0) + (1 - WEIGHTS.choice.fitShare) * coverage;
	const amounts = reading.amounts;
	const toTheDay = reading.dates.some(({ precision }) => precision === 'day' || precision === 'monthday');
	switch (entry.kind) {
		case 'figures': {
			const percent = entry.unit === 'percent';
			const amount = amountFor(
				entry,
				amounts.filter((one) => one.percent === percent && !(isMoney(one.unit) && !MONEY.test(entry.unit))),
			);
			if (!amount) return undefined;
			const agrees = entry.accounts.some(({ value }) => isCompatible(amount, value));
			const { extra, missing, shared } = differenceOf(entry, reading.counted);
			const isGiven =
				agrees && ((missing === 0 && shared > 0 && (amount.high >= GIVEN_MIN || amount.percent)) || (!amount.percent && isPrecise(amount)));
			const asked = candidate.units.find(({ kind }) => kind === 'ask')?.fit ?? 0;
			return {
				amount,
				candidate,
				isCounted: shared > 0,
				isGiven,
				kind: 'number',
				score:
					(WEIGHTS.choice.fitShare * asked + (1 - WEIGHTS.choice.fitShare) * coverage) *
						actorShare(entry, amount, reading) *
						(shared > 0 && missing === 0 ? 1 : saidShare(candidate)) *
						timeShare(entry, reading) *
						(isPlausible(entry, amount) ? 1 : WEIGHTS.choice.implausible) *
						(agrees || amount.high >= COUNTED_MIN ? 1 : WEIGHTS.choice.smallNumber) +
					WEIGHTS.choice.numberBonus +
					(isGiven ? WEIGHTS.choice.givenNumber : agrees ? WEIGHTS.choice.agreedNumber : 0) +
					shared * WEIGHTS.choice.classShared -
					missing * WEIGHTS.choice.classMissing -
					extra * WEIGHTS.choice.classExtra,
			};
		}
		case 'question': {
			if (entry.type === 'when') {
				const dated = reading.dates.length > 0;
				return {
					candidate,
					kind: dated ? 'date' : 'position',
					score: dated
						? base * saidShare(candidate) * (!toTheDay && isAskedToTheDay(entry) ? WEIGHTS.choice.vagueWhen : 1) +
							(toTheDay ? WEIGHTS.choice.dateBonus : WEIGHTS.choice.dateBonus * WEIGHTS.choice.vagueDate)
						: base * WEIGHTS.choice.datelessShare,
				};
			}
			// The words of a question with no position of it are its topic only.
			const put = candidate.put;
			const fit = Math.max(put?.fit ?? 0, (best?.fit ?? 0) * (best?.kind === 'name' ? 0.94 : WEIGHTS.choice.nameShare));
			// A reason, a culprit, a manner is taken where it is named, not where only the question is.
			const open = entry.type !== 'yes-no';
			const taken = open ? 1 - WEIGHTS.choice.openShare * (1 - Math.min(1, (put?.specific ?? 0) / WEIGHTS.choice.openEnough)) : 1;
			const numbered = amounts.some(({ high, percent }) => percent || high >= COUNTED_MIN);
			return {
				candidate,
				kind: 'position',
				score:
					(WEIGHTS.choice.fitShare * fit + (1 - WEIGHTS.choice.fitShare) * coverage * (put?.actors ?? 1)) *
					(numbered ? WEIGHTS.choice.numberedPosition : 1) *
					saidShare(candidate) *
					taken *
					subjectShare(entry, reading) *
					timeShare(entry, reading) *
					(toTheDay ? WEIGHTS.choice.toTheDay : 1) *
					(reading.dates.length > 0 ? WEIGHTS.choice.datedPosition : 1),
			};
		}
		default:
			return topicChoice(candidate, reading, base);
	}
}

/** Of several numbers of a clause, the one that an estimate agrees with, else the largest that could be meant. */
function amountFor(entry: FiguresEntry, amounts: readonly Amount[]): Amount | undefined {
	if (amounts.length < 2) return amounts[0];
	return (
		amounts.find((amount) => entry.accounts.some(({ value }) => isCompatible(amount, value))) ??
		amounts.find((amount) => amount.high >= COUNTED_MIN && isPlausible(entry, amount)) ??
		amounts[0]
	);
}

/** Off by more than this, a number is of something else: “the four islands” are no estimate of an army. */
const FAR_OFF = 120;

export function isPlausible({ accounts }: FiguresEntry, { high, low }: Amount): boolean {
	return accounts.some(({ value }) => {
		const [from, to] = boundsOf(value);
		return high * FAR_OFF >= from && low <= to * FAR_OFF;
	});
}

/** Smaller numbers stand in positions as often as in estimates: two islands, five days. */
const COUNTED_MIN = 13;
/** From here on two numbers are hardly alike by chance. */
const GIVEN_MIN = 100;
/** With three figures or more a number is nobody's guess: 8,824, 17,291. */
export const isPrecise = ({ high }: Amount) => high >= 1000 && String(high).replace(/0+$/, '').length >= 3;
const MONEY = /dollar|yen|tael|ro?ubles?|pounds?/iu;
const isMoney = (unit: string) =>
	/^(?:dollars?|usd|\$|yen|taels?|ro?ubles?|pounds?|euros?|долл[а-яё]*|руб[а-яё]*|иен[а-яё]*|円|ドル|ルーブル|両)/iu.test(unit);

/** A clause that only names the topic claims something else of it. */
export const saidShare = ({ beyond, said }: Candidate) =>
	(said < 0.1 && beyond > 2 ? WEIGHTS.choice.saidNone : 1) *
	(WEIGHTS.choice.saidBase + (1 - WEIGHTS.choice.saidBase) * Math.min(1, said / WEIGHTS.choice.saidEnough));

/** Whose dead, whose troops: a figure on another side than the one that stands beside the number is another figure. */
export function actorShare(entry: FiguresEntry, amount: Amount, reading: Reading): number {
	const asked = actorsOfKnown(entry.asks.en);
	const counted = asked.length > 0 ? asked : actorsOfKnown(`${entry.name.en} ${entry.unit}`);
	if (reading.actors.length === 0 || counted.length === 0) return 1;
	const shared = counted.filter((actor) => reading.actors.includes(actor));
	if (shared.length === 0) return WEIGHTS.choice.otherActor;
	const at = reading.stance.text.toLowerCase().indexOf(amount.text);
	return actorCounted(reading.stance.text, Math.max(0, at)) === counted[0] ? WEIGHTS.choice.countedActor : WEIGHTS.choice.otherFirst;
}

function topicChoice(candidate: Candidate, reading: Reading, base: number): Choice {
	const { entry } = candidate;
	const near = [...(entry.related ?? []), ...(entry.kind === 'event' ? (entry.where ?? []) : [])];
	const fullyNamed = candidate.units.some(({ kind, recall }) => kind === 'name' && recall > 0.85);
	const isNamed =
		reading.happenings.includes(entry.id) ||
		reading.slots.some(
			({ slot }) =>
				slot.names.includes(entry.id) || (fullyNamed && reading.happenings.length === 0 && slot.names.some((id) => near.includes(id))),
		);
	const account = candidate.units.find(({ kind }) => kind === 'account');
	const stated =
		isNamed &&
		(entry.kind === 'treaty' || entry.kind === 'event') &&
		candidate.coverage >= WEIGHTS.choice.statedCoverage &&
		reading.slots.some(({ inherited, predicate }) => predicate && !inherited);
	const said = account && account.fit >= (stated ? WEIGHTS.choice.statedFitMin : WEIGHTS.choice.accountFitMin) ? account : undefined;
	const dated = reading.dates.length > 0 && !COMMON.has(entry.id) ? datedFactOf(entry, reading, reading.spelt) : undefined;
	const name = candidate.units.find(({ kind }) => kind === 'name');
	const claimed = reading.slots.some(({ predicate }) => predicate);
	// A name and a date and nothing else: what it names is dated.
	const fact = dated && !claimed ? { ...dated, worded: true } : dated;
	const alike = fact ? datedAlike(entry, reading.dates) : 0;
	if (
		fact &&
		name &&
		(isNamed || candidate.hits >= 3 || (alike > 0 && name.recall > 0.75)) &&
		(fact.worded || alike > 0 || (claimed && name.precision > 0.6))
	)
		return {
			candidate,
			fact,
			kind: 'fact',
			score:
				Math.min(
					1,
					WEIGHTS.choice.fitShare * Math.max(name.recall * 0.9, name.fit) +
						(1 - WEIGHTS.choice.fitShare) * candidate.coverage +
						(fact.worded ? WEIGHTS.choice.factBonus : 0) +
						alike * WEIGHTS.choice.dateAlike,
				) *
				(reading.amounts.length > 0 ? WEIGHTS.choice.datedNumber : 1) *
				(isNamed ? 1 : reading.happenings.length > 0 ? WEIGHTS.choice.otherNamed : WEIGHTS.choice.unnamed) *
				(fact.worded ? 1 : saidShare(candidate)),
		};
	if (said || (stated && candidate.coverage >= WEIGHTS.choice.statedWholly))
		return {
			candidate,
			kind: 'account',
			score: stated
				? (WEIGHTS.choice.fitShare * Math.max(said?.fit ?? 0, name?.fit ?? 0) + (1 - WEIGHTS.choice.fitShare) * candidate.coverage) *
					WEIGHTS.choice.statedShare
				: (WEIGHTS.choice.fitShare * said!.fit + (1 - WEIGHTS.choice.fitShare) * candidate.coverage) * WEIGHTS.choice.accountShare,
		};
	return { candidate, kind: 'topic', score: base * WEIGHTS.choice.topicShare };
}

/** How plainly a clause names something of ours: 2 for an event, treaty or question of ours by its own name, 1 for a person or place. */
export function anchorOf(entry: Topic, reading: Reading, dataset: Dataset): number {
	let anchor = 0;
	for (const { inherited, slot } of reading.slots) {
		for (const id of slot.names) {
			const named = dataset.get(id);
			if (!named || WIDE.has(id)) continue;
			const near = named.id === entry.id || (entry.related ?? []).includes(named.id) || (named.related ?? []).includes(entry.id);
			if (named.kind === 'term' && !near) continue;
			const value =
				(named.kind === 'event' || named.kind === 'treaty' ? 2 : named.kind === 'term' ? 0.5 : 1) *
				(near ? 1 : 0.5) *
				(inherited ? 0.8 : 1);
			if (value > anchor) anchor = value;
		}
	}
	return anchor;
}
