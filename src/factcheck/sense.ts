/** What a clause says of the entry that it speaks of: which position it takes or denies, whether it tells a fact as the accounts do. */
import type { QuestionEntry, Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import { ACTOR_NAMES, actorsOfKnown } from './actors.ts';
import { allegianceIn } from './allegiance.ts';
import type { Choice } from './choose.ts';
import { valueAt } from './column.ts';
import { datedAlike } from './dates.ts';
import { differenceBetween, NOTIONS, notionOf } from './differences.ts';
import { speaksOf, statedIn } from './fields.ts';
import { givenAlike, givenIn } from './given.ts';
import { type AssertionIndex, marksAt, stanceAt } from './index.ts';
import type { UnitFit } from './match.ts';
import type { Marks } from './phrasings.ts';
import { askedSideOf, positionOf, sameAs, type TakenPosition } from './position.ts';
import type { Reading } from './reading.ts';
import { Row } from './rows.ts';
import { type Sides, sidesOfFact, verdictOf } from './sides.ts';
import { stanceOf } from './stance.ts';
import { sharedWords, supportOf } from './support.ts';
import { datesToldOf, durationsToldOf, toldOf } from './told.ts';

/** One way in which a clause may be meant. */
export interface Sense {
	readonly evidence: Float32Array;
	/** The position, in a question. */
	readonly place: number;
	readonly way: 'both' | 'denies' | 'says';
}

/** The verdict that each way of telling a fact comes to. */
export const VERDICTS = { both: 'Contested', denies: 'Contradicted', says: 'Supported' } as const;

export const POSITION_EVIDENCE: string[] = [];
export const FACT_EVIDENCE: string[] = [];

/** How much a number of texts speak together, the nearest far the most. */
const vote = (list: readonly { readonly fit: number }[]) => list.reduce((sum, { fit }) => sum + fit ** 4, 0);
const best = (list: readonly { readonly fit: number }[]) => list.reduce((most, { fit }) => Math.max(most, fit), 0);
const ANSWERS = ['yes', 'no', 'partly', 'open'] as const;
const TYPES = ['who', 'why', 'which', 'when', 'what', 'how'] as const;
const KINDS = ['label', 'claim', 'phrasing'] as const;

interface Put extends UnitFit {
	/** 1 it puts what its position says, −1 it denies that. */
	readonly side: number;
	readonly place: number;
}

/** Every position of a question, taken and denied; and a point beside them that some of its sources make, as the accounts of a fact. */
export function positionSenses(entry: QuestionEntry, choice: Choice, reading: Reading, index: AssertionIndex): Sense[] {
	const { units } = index;
	const { candidate } = choice;
	const puts = candidate.units.flatMap((one): Put[] => {
		const place = units.positions[one.unit]!;
		if (place < 0 || !(KINDS as readonly string[]).includes(one.kind)) return [];
		return [{ ...one, place, side: one.agreement * (marksAt(units, one.unit)?.denies ? -1 : 1) }];
	});
	const points = candidate.units.flatMap((one) => {
		const marks = marksAt(units, one.unit);
		const way = marks && isPoint(marks) ? wayOfPhrasing(marks, one.agreement) : 'beyond';
		return way === 'beyond' ? [] : [{ ...one, way }];
	});
	const beyonds = candidate.units.filter(({ unit }) => marksAt(units, unit)?.beyond);
	const old = positionOf(entry, candidate, reading, index);
	const most = best(puts);
	const total = entry.positions.reduce((sum, { accounts }) => sum + accounts.length, 0);
	const asked = stanceOf(entry.name.en);
	const allegiance = allegianceIn(reading, index.personOf);
	const words = sharedWords(reading, entry.id, [...puts, ...points], index);
	const answerOf = (place: number) => entry.positions[place]!.answer;
	const isSidedQuestion = entry.type === 'yes-no';
	const rowOf = (place: number, way: Sense['way']): Sense => {
		const position = entry.positions[place];
		const sign = way === 'says' ? 1 : way === 'denies' ? -1 : 0;
		const row = new Row(POSITION_EVIDENCE);
		const byFit = <T extends UnitFit>(list: readonly T[]) => [...list].sort((a, b) => b.fit - a.fit);
		const same: readonly UnitFit[] = byFit<UnitFit>(
			position ? puts.filter((one) => one.place === place && one.side === sign) : points.filter((one) => one.way === way),
		);
		const opposed: readonly UnitFit[] = position
			? puts.filter((one) => one.place === place && one.side !== sign)
			: points.filter((one) => one.way !== way);
		const answer = position?.answer;
		const isSided = isSidedQuestion && (answer === 'yes' || answer === 'no');
		const isOnSide = (one: Put) =>
			isSided &&
			(answerOf(one.place) === answer ? one.side === sign : answerOf(one.place) === (answer === 'yes' ? 'no' : 'yes') && one.side !== sign);
		const onSide = puts.filter(isOnSide);
		const offSide = puts.filter((one) => isSided && !isOnSide(one) && (answerOf(one.place) === 'yes' || answerOf(one.place) === 'no'));
		const first = same[0];
		row.put('point', Number(position === undefined));
		row.put('way', sign);
		for (const name of ANSWERS) row.put(`answer ${name}`, Number(answer === name));
		row.put('yes-no', Number(entry.type === 'yes-no'));
		for (const name of TYPES) row.put(`type ${name}`, Number(entry.type === name));
		for (const kind of KINDS) {
			row.put(`same ${kind}`, best(same.filter((one) => one.kind === kind)));
			row.put(`opposed ${kind}`, best(opposed.filter((one) => one.kind === kind)));
		}
		row.put('best', first?.fit ?? 0);
		row.put('second', same[1]?.fit ?? 0);
		row.put('third', same[2]?.fit ?? 0);
		row.put('precision', first?.precision ?? 0);
		row.put('recall', first?.recall ?? 0);
		row.put('specific', first?.specific ?? 0);
		row.put('said', first?.said ?? 0);
		row.put('actors', first?.actors ?? 0);
		row.put('best lead', (first?.fit ?? 0) - most);
		row.put('opposed lead', (first?.fit ?? 0) - best(opposed));
		row.put('place lead', Math.max(first?.fit ?? 0, best(opposed)) - most);
		row.put('on side', best(onSide));
		row.put('side lead', best(onSide) - best(offSide));
		row.put('on side count', onSide.slice(0, 6).length - offSide.slice(0, 6).length);
		row.put('vote', vote(same));
		row.put('vote against', vote(opposed));
		row.put('vote share', vote(same) / (vote(puts) + vote(points) || 1));
		row.put('vote lead', vote(same) - vote(opposed));
		row.put('point phrasing', best(points));
		row.put('point vote', vote(points));
		row.put('point lead', best(points) - most);
		row.put('beyond vote', vote(beyonds));
		row.put('beyond phrasing', best(beyonds));
		row.put('beyond lead', best(beyonds) - (first?.fit ?? 0));
		row.put('sign', reading.stance.sign);
		row.put('falsity', Number(reading.stance.falsity));
		row.put('poles', reading.stance.poles.size);
		let shared = 0;
		let against = 0;
		const stance = first && stanceAt(units, first.unit);
		if (stance)
			for (const [axis, pole] of reading.stance.poles) {
				const other = stance.poles.get(axis);
				if (other === pole) shared++;
				else if (other !== undefined) against++;
			}
		row.put('poles shared', shared);
		row.put('poles against', against);
		row.put('text sign', stance?.sign ?? 0);
		row.put('text denies', Number(first !== undefined && (marksAt(units, first.unit)?.denies ?? false)));
		const askedSide = position && askedSideOf(entry, place, reading, stance);
		row.put('asked side', askedSide === undefined ? 0 : askedSide === 'same' ? sign : -sign);
		row.put('asked poles', asked.poles.size);
		row.put('asked sign', asked.sign);
		const labelled = position ? actorsOfKnown(position.label.en) : [];
		row.put('label actors', labelled.length);
		row.put('label actors shared', labelled.filter((actor) => reading.actors.includes(actor)).length);
		row.put('first actor', labelled.length === 0 || reading.actors.length === 0 ? 0 : labelled[0] === reading.actors[0] ? 1 : -1);
		row.put('read actors', reading.actors.length);
		row.put('old', old === undefined ? 0 : old.place === place && old.denied === sign < 0 ? 1 : -1);
		row.put('old place', old === undefined ? 0 : old.place === place ? 1 : -1);
		row.put('positions', entry.positions.length);
		row.put('accounts', position?.accounts.length ?? 0);
		row.put('accounts share', (position?.accounts.length ?? 0) / total);
		row.put('candidate said', candidate.said);
		row.put('candidate beyond', candidate.beyond);
		row.put('candidate beyond names', candidate.beyondNames);
		row.put('candidate coverage', candidate.coverage);
		row.put('dates', reading.dates.length);
		row.put('amounts', reading.amounts.length);
		row.put('allegiance', allegiance * (sign || 1));
		row.putDifference('same', first && differenceBetween(reading, first.unit, index));
		const mine: ReadonlySet<UnitFit> = new Set(same);
		row.putSupport(
			'same',
			supportOf(words, (one) => mine.has(one)),
		);
		return { evidence: row.done, place: position ? place : -1, way };
	};
	return [
		...entry.positions.flatMap((_, place) => [rowOf(place, 'says'), rowOf(place, 'denies')]),
		...(points.length > 0 ? WAYS.map((way) => rowOf(-1, way)) : []),
	];
}

const WAYS = ['says', 'denies', 'both'] as const;
/** What a phrasing says beside the positions of a question: it is marked with who says so. */
export const isPoint = ({ agree, differ, field }: Marks) => agree !== undefined || differ !== undefined || field === true;

/** A position as it is counted: taken or denied, with those that say the same. */
export function taken(entry: QuestionEntry, { place, way }: Pick<Sense, 'place' | 'way'>): TakenPosition {
	return { denied: way === 'denies', place, same: entry.type === 'yes-no' ? [place] : sameAs(entry, place) };
}

/** The sides of a date that is given for a plain fact; `undefined` where none is. */
export function datedSides(entry: Topic, { fact }: Choice, { dates, stance }: Reading): Sides | undefined {
	return fact && 'accounts' in entry && entry.accounts
		? sidesOfFact(entry.accounts, fact.stated, dates, fact.part, stance.sign < 0)
		: undefined;
}

/** What a clause says that agrees with a phrasing, or denies it. */
export function wayOfPhrasing({ agree, beyond, differ, field, wrong }: Marks, agreement: -1 | 1): Sense['way'] | 'beyond' {
	if (beyond) return 'beyond';
	const says = agree !== undefined || (field === true && !wrong);
	const differs = differ !== undefined || (field === true && wrong === true);
	return says && differs ? 'both' : says === agreement > 0 ? 'says' : 'denies';
}

/** A plain fact, told as the accounts tell it, against them, or as some of them do. */
export function factSenses(entry: Topic, choice: Choice, reading: Reading, index: AssertionIndex): Sense[] {
	const { units } = index;
	const { candidate } = choice;
	const accounts = candidate.units.filter(({ kind, unit }) => kind === 'account' && units.accounts[unit]! >= 0);
	const turns = givenIn(reading.spelt)?.turns ?? [];
	const alikeTo = (text: UnitFit | undefined) =>
		givenAlike(
			{ amounts: reading.amounts, dates: reading.dates, durations: reading.durations, turns },
			text && valueAt(units.given, text.unit),
		);
	// That it was wrongly told of another year or number says nothing of this one.
	const isOfAnother = (one: UnitFit) => {
		if (wayOfPhrasing(marksAt(units, one.unit)!, 1) !== 'denies') return false;
		const { amounts, dates, durations } = alikeTo(one);
		return [amounts, dates, durations].some(({ against, same }) => against > 0 && same === 0);
	};
	const phrasings = candidate.units.filter((one) => one.kind === 'phrasing' && !isOfAnother(one));
	const wayOf = ({ agreement, unit }: UnitFit) => wayOfPhrasing(marksAt(units, unit)!, agreement);
	const withAll = accountsOf(entry);
	const numbered = accounts.filter(({ unit }) => /\d/.test(withAll[units.accounts[unit]!]?.account.says ?? ''));
	const own = reading.slots.filter(({ inherited }) => !inherited);
	const names = own.filter(({ slot }) => slot.names.length > 0 && !slot.names.includes(entry.id));
	const first = accounts[0];
	const told = toldOf(entry, reading.amounts);
	const lasting = durationsToldOf(entry, reading.durations);
	const sides = datedSides(entry, choice, reading);
	const dated = sides && verdictOf(sides);
	const allegiance = allegianceIn(reading, index.personOf);
	const stated = statedIn(entry, reading, index);
	const toldDates = datesToldOf(entry, reading.dates);
	const alike = reading.dates.length > 0 ? datedAlike(entry, reading.dates) : -1;
	const strangers = own.filter((slot) => !slot.slot.filler && !speaksOf(candidate.row, slot, index));
	const strange = NOTIONS.map((notion) => [notion, strangers.filter((slot) => notionOf(slot, index) === notion).length] as const);
	const firstAccount = first && differenceBetween(reading, first.unit, index);
	// An account tells with every turn of its own: what denies a clause is known by its sign alone.
	const isDenied = ({ agreement, unit }: UnitFit) => (units.stanced[unit] ? agreement < 0 : units.signs[unit] !== reading.stance.sign);
	const words = sharedWords(reading, entry.id, [...accounts, ...phrasings], index);
	const doer = ACTOR_NAMES.indexOf(reading.actors[0] ?? '');
	/** −1 to 1: whether the doer of the clause is the one of texts that are like it, the nearest far the most. */
	const doersOf = (list: readonly UnitFit[]) => {
		const sided = doer < 0 ? [] : list.filter(({ unit }) => units.firstActors[unit]! >= 0);
		return sided.reduce((sum, { fit, unit }) => sum + (units.firstActors[unit] === doer ? 1 : -1) * fit ** 4, 0) / (vote(sided) || 1);
	};
	const ways = new Map<UnitFit, Sense['way'] | 'beyond'>([
		...accounts.map((one) => [one, isDenied(one) ? 'denies' : 'says'] as const),
		...phrasings.map((one) => [one, wayOf(one)] as const),
	]);
	return WAYS.map((way): Sense => {
		const row = new Row(FACT_EVIDENCE);
		const same = phrasings.filter((one) => wayOf(one) === way).sort((a, b) => b.fit - a.fit);
		const other = phrasings.filter((one) => wayOf(one) !== way).sort((a, b) => b.fit - a.fit);
		const nearestOther = other[0];
		row.put('says', Number(way === 'says'));
		row.put('denies', Number(way === 'denies'));
		for (const kind of ['event', 'treaty', 'person', 'place', 'term', 'figures']) row.put(`kind ${kind}`, Number(entry.kind === kind));
		for (const kind of ['account', 'topic', 'fact', 'number']) row.put(`choice ${kind}`, Number(choice.kind === kind));
		row.put('same', best(same));
		row.put('second', same[1]?.fit ?? 0);
		row.put('precision', same[0]?.precision ?? 0);
		row.put('recall', same[0]?.recall ?? 0);
		row.put('specific', same[0]?.specific ?? 0);
		row.put('other', best(other));
		row.put('lead', best(same) - best(other));
		for (const name of ['says', 'denies', 'both', 'beyond'] as const)
			row.put(`phrasing ${name}`, best(phrasings.filter((one) => wayOf(one) === name)));
		row.put('vote', vote(same));
		row.put('vote share', vote(same) / (vote(phrasings) || 1));
		row.put('vote lead', vote(same) - vote(other));
		row.put(
			'account way',
			first === undefined || way === 'both'
				? 0
				: (units.signs[first.unit] === reading.stance.sign) === (way === 'says')
					? first.fit
					: -first.fit,
		);
		row.put('told way', way === 'says' ? told.same - told.against : way === 'denies' ? told.against - told.same : 0);
		row.put('beyond vote', vote(phrasings.filter((one) => wayOf(one) === 'beyond')));
		row.put('account', first?.fit ?? 0);
		row.put('account precision', first?.precision ?? 0);
		row.put('account recall', first?.recall ?? 0);
		row.put('account said', first?.said ?? 0);
		row.put('account specific', first?.specific ?? 0);
		row.put('account agreement', first?.agreement ?? 0);
		row.put('account sign', first ? units.signs[first.unit]! * reading.stance.sign : 0);
		row.put('account actors', first?.actors ?? 0);
		row.put('phrasing sign', phrasings[0] ? units.signs[phrasings[0].unit]! * reading.stance.sign : 0);
		row.put('phrasing best', phrasings[0]?.fit ?? 0);
		row.put('account 2', accounts[1]?.fit ?? 0);
		row.put('said', candidate.said);
		row.put('coverage', candidate.coverage);
		row.put('own share', candidate.own / (own.reduce((sum, { weight }) => sum + weight, 0) || 1));
		row.put('beyond', candidate.beyond);
		row.put('beyond names', candidate.beyondNames);
		row.put('named', Number(own.some(({ slot }) => slot.names.includes(entry.id))));
		row.put('other names', names.length);
		row.put('sign', reading.stance.sign);
		row.put('falsity', Number(reading.stance.falsity));
		row.put('poles', reading.stance.poles.size);
		row.put('amounts', reading.amounts.length);
		row.put('amounts told', told.same);
		row.put('amounts against', told.against);
		row.put('durations told', lasting.same);
		row.put('durations against', lasting.against);
		row.put('date', dated === undefined ? 0 : dated === 'Supported' ? 2 : dated === 'Contradicted' ? -2 : dated === 'Contested' ? 1 : -1);
		row.put('date worded', Number(choice.fact?.worded ?? false));
		row.put('numbered', numbered.length);
		row.put('dates', reading.dates.length);
		row.put('slots', own.length);
		row.put('unknown', own.filter(({ unknown }) => unknown).length);
		row.put('accounts', Math.log2(1 + withAll.length));
		row.put('allegiance', allegiance);
		row.put('party', stated.party);
		row.put('place', stated.place);
		row.put('signatory', stated.signatory);
		row.put('dates told', toldDates.same);
		row.put('dates against', toldDates.against);
		row.put('date alike', alike);
		for (const [notion, count] of strange) row.put(`strange ${notion}`, count);
		row.putDifference('same', same[0] && differenceBetween(reading, same[0].unit, index));
		row.putDifference('account', firstAccount);
		row.putGiven('same', alikeTo(same[0]));
		row.putGiven('other', alikeTo(nearestOther));
		row.putGiven('account', alikeTo(first));
		row.putSupport(
			'way',
			supportOf(words, (one) => ways.get(one) === way),
		);
		row.put('doers', doersOf(same));
		row.put('other doers', doersOf(other));
		row.put('account doer', doersOf(accounts.slice(0, 1)));
		row.put('doer known', Number(doer >= 0));
		return { evidence: row.done, place: -1, way };
	});
}
