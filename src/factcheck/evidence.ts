/** What speaks for an entry as that of which a clause speaks: numbers from which the model weighs it. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import type { Affinities } from './affinity.ts';
import { actorShare, anchorOf, type Choice, choiceOf, isPlausible, isStrange, saidShare, subjectShare, timeShare } from './choose.ts';
import { differenceOf } from './counted.ts';
import { datedAlike } from './dates.ts';
import { COMMON, WIDE } from './fame.ts';
import type { UnitKind } from './index.ts';
import type { Candidate, UnitFit } from './match.ts';
import { isCompatible } from './quantities.ts';
import type { Reading } from './reading.ts';
import { Row, TALK, TEXTS } from './rows.ts';
import { TONE_NAMES } from './tone.ts';

export const EVIDENCE: string[] = [];
/** How an entry stands to the claims before: 3 the last was of it, 2 another was, 1 it is related to the last, 0 it is not, −1 there was none. */
function continues({ id, related }: Topic, recent: readonly string[], dataset: Dataset): number {
	const [last] = recent;
	if (last === undefined) return -1;
	if (id === last) return 3;
	if (recent.includes(id)) return 2;
	return related?.includes(last) || dataset.get(last)?.related?.includes(id) ? 1 : 0;
}

export interface Weighed {
	readonly candidate: Candidate;
	readonly choice: Choice | undefined;
	readonly evidence: Float32Array;
}

/** The evidence for each entry that a clause may speak of. */
export function evidenceOf(candidates: readonly Candidate[], reading: Reading, dataset: Dataset, affinities: Affinities): Weighed[] {
	const list = candidates.filter(({ elsewhere }) => !elsewhere).map((candidate) => ({ candidate, choice: choiceOf(candidate, reading) }));
	const scoreOf = (choice: Choice | undefined, candidate: Candidate) =>
		(choice?.score ?? 0) * (isStrange(candidate.entry, reading, dataset) ? 0.85 : 1);
	const scores = list.map(({ candidate, choice }) => scoreOf(choice, candidate));
	const top = (of: (one: (typeof list)[number]) => number) => Math.max(0, ...list.map(of));
	const second = (values: readonly number[]) => [...values].sort((a, b) => b - a)[1] ?? 0;
	const bestFit = (one: { candidate: Candidate }, kind: UnitKind) => one.candidate.bests[kind]?.fit ?? 0;
	const most = {
		coverage: top(({ candidate }) => candidate.coverage),
		fit: top(({ candidate }) => candidate.best?.fit ?? 0),
		mass: top(({ candidate }) => candidate.mass),
		phrasing: top((one) => bestFit(one, 'phrasing')),
		put: top(({ candidate }) => candidate.put?.fit ?? 0),
		account: top((one) => bestFit(one, 'account')),
		score: Math.max(0, ...scores),
	};
	const secondScore = second(scores);
	const secondPhrasing = second(list.map((one) => bestFit(one, 'phrasing')));
	const order = scores.map((_, index) => index).sort((a, b) => scores[b]! - scores[a]!);
	const rank = new Map(order.map((index, place) => [index, place]));
	const own = reading.slots.filter(({ inherited }) => !inherited);
	const ownWeight = own.reduce((sum, { weight }) => sum + weight, 0);
	const predicateWeight = own.reduce((sum, { predicate, weight }) => (predicate ? sum + weight : sum), 0);
	const unknown = own.filter((slot) => slot.unknown).length;
	const namesAll = new Set(own.flatMap(({ slot }) => slot.names));
	const toTheDay = reading.dates.some(({ precision }) => precision === 'day' || precision === 'monthday');
	return list.map((one, index) => {
		const { candidate, choice } = one;
		const { entry } = candidate;
		const row = new Row(EVIDENCE);
		const put = (name: string, value: number) => row.put(name, value);
		row.putKind(entry);
		put('coverage', candidate.coverage);
		put('mass', candidate.mass);
		put('own', candidate.own);
		put('own share', candidate.own / (ownWeight || 1));
		put('hits', candidate.hits);
		put('said', candidate.said);
		put('beyond', candidate.beyond);
		put('beyond share', candidate.beyond / (predicateWeight || 1));
		put('beyond names', candidate.beyondNames);
		put('best fit', candidate.best?.fit ?? 0);
		for (const name of TEXTS) {
			const text: UnitFit | undefined = candidate.bests[name];
			put(`${name} fit`, text?.fit ?? 0);
			put(`${name} precision`, text?.precision ?? 0);
			put(`${name} recall`, text?.recall ?? 0);
			if (name === 'phrasing' || name === 'claim' || name === 'label' || name === 'account') {
				put(`${name} said`, text?.said ?? 0);
				put(`${name} specific`, text?.specific ?? 0);
			}
		}
		const phrasings = candidate.units.filter((unit) => unit.kind === 'phrasing');
		put('phrasing 2', phrasings[1]?.fit ?? 0);
		put('phrasing 3', phrasings[2]?.fit ?? 0);
		put('put fit', candidate.put?.fit ?? 0);
		put('put specific', candidate.put?.specific ?? 0);
		put('put actors', candidate.put?.actors ?? 1);
		put('put agreement', candidate.put?.agreement ?? 0);
		put('score', scores[index]!);
		row.putChoice(choice?.kind);
		put('anchor', anchorOf(entry, reading, dataset));
		const named = own.some(({ slot }) => slot.names.includes(entry.id));
		put('named', Number(named));
		put('named only', Number(named && namesAll.size === 1));
		put('named before', Number(!named && reading.slots.some(({ inherited, slot }) => inherited && slot.names.includes(entry.id))));
		put('related named', [...namesAll].filter((id) => entry.related?.includes(id) || dataset.get(id)?.related?.includes(entry.id)).length);
		put(
			'unrelated named',
			[...namesAll].filter((id) => id !== entry.id && !entry.related?.includes(id) && !dataset.get(id)?.related?.includes(entry.id)).length,
		);
		put('happenings', reading.happenings.length);
		put('strange', Number(isStrange(entry, reading, dataset)));
		put('common', Number(COMMON.has(entry.id) || WIDE.has(entry.id)));
		put('names', namesAll.size);
		put('said share', saidShare(candidate));
		put('amounts', reading.amounts.length);
		put('dates', reading.dates.length);
		put('to the day', Number(toTheDay));
		const amount = choice?.amount;
		const figures = entry.kind === 'figures' ? entry : undefined;
		const difference = figures && amount ? differenceOf(figures, reading.counted) : undefined;
		put('number agrees', figures && amount ? Number(figures.accounts.some(({ value }) => isCompatible(amount, value))) : -1);
		put('number plausible', figures && amount ? Number(isPlausible(figures, amount)) : -1);
		put('number given', Number(choice?.isGiven ?? false));
		put('number size', amount ? Math.log10(amount.high + 1) : -1);
		put('counted', Number(choice?.isCounted ?? false));
		put('counted shared', difference?.shared ?? 0);
		put('counted missing', difference?.missing ?? 0);
		put('counted extra', difference?.extra ?? 0);
		put('actor share', figures && amount ? actorShare(figures, amount, reading) : 1);
		put('time share', entry.kind === 'figures' || entry.kind === 'question' ? timeShare(entry, reading) : 1);
		put('subject share', entry.kind === 'question' ? subjectShare(entry, reading) : 1);
		put('fact', Number(choice?.fact !== undefined));
		put('fact worded', Number(choice?.fact?.worded ?? false));
		put('date alike', reading.dates.length > 0 ? datedAlike(entry, reading.dates) : 0);
		put('sign', reading.stance.sign);
		put('falsity', Number(reading.stance.falsity));
		put('hedged', Number(reading.stance.hedged));
		put('slots', own.length);
		put('unknown', unknown);
		put('own weight', ownWeight);
		put('anaphoric', Number(reading.isAnaphoric));
		put('taken over', reading.slots.length - own.length);
		put('actors', reading.actors.length);
		put('accounts', Math.log2(1 + accountsOf(entry).length));
		put('related', entry.related?.length ?? 0);
		put('rank', Math.min(10, rank.get(index)!));
		put('score lead', scores[index]! - (scores[index] === most.score ? secondScore : most.score));
		put('coverage lead', candidate.coverage - most.coverage);
		put('mass share', candidate.mass / (most.mass || 1));
		put('fit lead', (candidate.best?.fit ?? 0) - most.fit);
		put('phrasing lead', bestFit(one, 'phrasing') - (bestFit(one, 'phrasing') === most.phrasing ? secondPhrasing : most.phrasing));
		put('account lead', bestFit(one, 'account') - most.account);
		put('put lead', (candidate.put?.fit ?? 0) - most.put);
		const share = affinities.shares[candidate.row]!;
		put('affinity', share);
		put('affinity lead', share - (share === affinities.best ? affinities.second : affinities.best));
		put('affinity best', affinities.best);
		put('affinity known', affinities.known);
		put('refers back', Number(reading.refersBack));
		put('goes on', continues(entry, reading.recent, dataset));
		put('claims before', reading.recent.length);
		for (const name of TALK) {
			put(`clause ${name}`, Number(reading.talk.clause[name]));
			put(`sentence ${name}`, Number(reading.talk.sentence[name]));
		}
		TONE_NAMES.forEach((name, place) => {
			put(`tone ${name}`, Number(reading.tones[place]));
		});
		put('clause chat', Number(reading.talk.clause.chat));
		put('sentence chat', Number(reading.talk.sentence.chat));
		put('nothing', affinities.nothing);
		return { candidate, choice, evidence: row.done };
	});
}
