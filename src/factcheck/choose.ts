/** Which entry a clause is to be checked against, and how sure that is. */
import type { Dataset } from '../dataset/dataset.ts';
import type { FiguresEntry, Topic } from '../dataset/schema.ts';
import { boundsOf } from '../dataset/walk.ts';
import { actorCounted, actorsOf } from './actors.ts';
import type { Amount } from './amounts.ts';
import { type DatedFact, datedFactOf } from './facts.ts';
import type { Candidate } from './match.ts';
import { isCompatible } from './quantities.ts';
import type { Reading } from './reading.ts';
import { WEIGHTS } from './weights.ts';

export interface Choice {
	/** The number that the claim gives for this entry. */
	readonly amount?: Amount;
	readonly candidate: Candidate;
	readonly fact?: DatedFact;
	readonly kind: 'account' | 'date' | 'fact' | 'number' | 'position' | 'topic';
	/** 0 to 1. */
	readonly score: number;
}

/** The candidates with what can be checked in each, best first. */
export function choicesOf(candidates: readonly Candidate[], reading: Reading): Choice[] {
	const choices: Choice[] = [];
	for (const candidate of candidates) {
		const choice = candidate.elsewhere ? undefined : choiceOf(candidate, reading);
		if (choice) choices.push(choice);
	}
	return choices.sort((a, b) => b.score - a.score || a.candidate.row - b.candidate.row);
}

function choiceOf(candidate: Candidate, reading: Reading): Choice | undefined {
	const { best, coverage, entry } = candidate;
	const base = WEIGHTS.choice.fitShare * (best?.fit ?? 0) + (1 - WEIGHTS.choice.fitShare) * coverage;
	const amounts = reading.amounts;
	const toTheDay = reading.dates.some(({ precision }) => precision === 'day' || precision === 'monthday');
	switch (entry.kind) {
		case 'figures': {
			const percent = entry.unit === 'percent';
			const amount = amounts.find((one) => one.percent === percent && !(isMoney(one.unit) && !MONEY.test(entry.unit)));
			if (!amount) return undefined;
			const asked = candidate.units.find(({ kind }) => kind === 'ask')?.fit ?? 0;
			return {
				amount,
				candidate,
				kind: 'number',
				score:
					(WEIGHTS.choice.fitShare * asked + (1 - WEIGHTS.choice.fitShare) * coverage) *
						actorShare(entry, amount, reading) *
						saidShare(candidate) *
						(isPlausible(entry, amount) ? 1 : WEIGHTS.choice.implausible) +
					WEIGHTS.choice.numberBonus +
					(entry.accounts.some(({ value }) => isCompatible(amount, value)) ? WEIGHTS.choice.agreedNumber : 0),
			};
		}
		case 'question': {
			if (entry.type === 'when') {
				const dated = reading.dates.length > 0;
				return {
					candidate,
					kind: dated ? 'date' : 'position',
					score: dated
						? base * saidShare(candidate) + (toTheDay ? WEIGHTS.choice.dateBonus : WEIGHTS.choice.dateBonus * WEIGHTS.choice.vagueDate)
						: base * WEIGHTS.choice.datelessShare,
				};
			}
			// The words of a question with no position of it are its topic only.
			const put = candidate.put;
			const fit = Math.max(put?.fit ?? 0, (best?.fit ?? 0) * (best?.kind === 'name' ? 0.94 : WEIGHTS.choice.nameShare));
			const numbered = amounts.some(({ high, percent }) => percent || high >= COUNTED_MIN);
			return {
				candidate,
				kind: 'position',
				score:
					(WEIGHTS.choice.fitShare * fit + (1 - WEIGHTS.choice.fitShare) * coverage * (put?.actors ?? 1)) *
					(numbered ? WEIGHTS.choice.numberedPosition : 1) *
					saidShare(candidate) *
					(toTheDay ? WEIGHTS.choice.toTheDay : 1),
			};
		}
		default:
			return topicChoice(candidate, reading, base);
	}
}

/** Off by more than this, a number is of something else: “the four islands” are no estimate of an army. */
const FAR_OFF = 120;

function isPlausible({ accounts }: FiguresEntry, { high, low }: Amount): boolean {
	return accounts.some(({ value }) => {
		const [from, to] = boundsOf(value);
		return high * FAR_OFF >= from && low <= to * FAR_OFF;
	});
}

/** Smaller numbers stand in positions as often as in estimates: two islands, five days. */
const COUNTED_MIN = 13;
const MONEY = /dollar|yen|tael|ro?ubles?|pounds?/iu;
const isMoney = (unit: string) =>
	/^(?:dollars?|usd|\$|yen|taels?|ro?ubles?|pounds?|euros?|долл\p{L}*|руб\p{L}*|иен\p{L}*|円|ドル|ルーブル|両)/iu.test(unit);

/** A clause that only names the topic claims something else of it. */
const saidShare = ({ said }: Candidate) =>
	WEIGHTS.choice.saidBase + (1 - WEIGHTS.choice.saidBase) * Math.min(1, said / WEIGHTS.choice.saidEnough);

/** Whose dead, whose troops: a figure on another side than the one that stands beside the number is another figure. */
function actorShare(entry: FiguresEntry, amount: Amount, reading: Reading): number {
	const asked = actorsOf(entry.asks.en);
	const counted = asked.length > 0 ? asked : actorsOf(`${entry.name.en} ${entry.unit}`);
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
	const isNamed = reading.slots.some(
		({ slot }) => slot.names.includes(entry.id) || (fullyNamed && slot.names.some((id) => near.includes(id))),
	);
	const account = candidate.units.find(({ kind }) => kind === 'account');
	const said = account && account.fit >= WEIGHTS.choice.accountFitMin ? account : undefined;
	const fact = reading.dates.length > 0 ? datedFactOf(entry, reading, reading.text) : undefined;
	const name = candidate.units.find(({ kind }) => kind === 'name');
	const claimed = reading.slots.some(({ predicate }) => predicate);
	if (fact && name && (isNamed || candidate.hits >= 3) && (fact.worded || (claimed && name.precision > 0.6)))
		return {
			candidate,
			fact,
			kind: 'fact',
			score:
				Math.min(
					1,
					WEIGHTS.choice.fitShare * Math.max(name.recall * 0.9, name.fit) +
						(1 - WEIGHTS.choice.fitShare) * candidate.coverage +
						(fact.worded ? WEIGHTS.choice.factBonus : 0),
				) *
				(reading.amounts.length > 0 ? WEIGHTS.choice.datedNumber : 1) *
				(isNamed ? 1 : WEIGHTS.choice.unnamed) *
				(fact.worded ? 1 : saidShare(candidate)),
		};
	if (said)
		return {
			candidate,
			kind: 'account',
			score: (WEIGHTS.choice.fitShare * said.fit + (1 - WEIGHTS.choice.fitShare) * candidate.coverage) * WEIGHTS.choice.accountShare,
		};
	return { candidate, kind: 'topic', score: base * WEIGHTS.choice.topicShare };
}

/** Places and persons that history elsewhere is as full of: naming them alone makes no sentence ours. */
const WIDE = new Set([
	'korea',
	'mongolia',
	'ukraine',
	'taiwan',
	'crimea',
	'hokkaido',
	'hiroshima',
	'nagasaki',
	'vladivostok',
	'kamchatka',
	'sakhalin',
	'manchuria',
	'kobe',
	'omsk',
	'inner-mongolia',
	'siberia-russian-far-east',
	'yalta',
	'hakodate',
	'khabarovsk',
]);

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
