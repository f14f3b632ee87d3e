/**
 * What a clause may say, of each entry that it may speak of, and what speaks for each: numbers from which the model weighs them beside one
 * another. An event and the question about it often answer alike, and a plain fact is now and then what a question disputes.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Account, FiguresEntry, QuestionEntry, Topic } from '../dataset/schema.ts';

import { scoresBy, type Trees } from '../learned/trees.ts';
import { withDigits } from '../search/numerals.ts';
import { type Choice, isPrecise } from './choose.ts';
import { valueAt } from './column.ts';
import { datedAlike, isSameDate, isShort } from './dates.ts';
import type { Rated } from './decide.ts';
import { NOTIONS, notionOf } from './differences.ts';
import { EVIDENCE } from './evidence.ts';
import { saysDateAlone } from './facts.ts';
import { featuresOf } from './features.ts';
import { signingOf, speaksOf, statedIn } from './fields.ts';
import { givenAlike } from './given.ts';
import { type AssertionIndex, marksAt } from './index.ts';
import { type Candidate, contraryOf } from './match.ts';
import { Meant, type Saying } from './meant.ts';
import type { Models } from './models.ts';
import { bestOf, nearestOf } from './nearest.ts';
import type { Reading } from './reading.ts';
import type { Verdict, Voice } from './report.ts';
import { Row } from './rows.ts';
import { datedSides, factSenses, positionSenses, type Sense, taken, VERDICTS } from './sense.ts';
import { type Sides, sidesOfDate, sidesOfNumber, sidesOfPosition, sidesOfVoices, verdictOf } from './sides.ts';
import { stanceOf } from './stance.ts';
import { datesToldOf, durationsToldOf, isToldOf, isUncounted, toldOf } from './told.ts';
import { TONE_NAMES } from './tone.ts';
import { hasBothSides, sidesTold } from './voices.ts';

/** A verdict that a clause may come to under an entry, and how surely. */
export interface Outcome {
	readonly choice: Choice;
	/** How many ways of meaning it come to this verdict, by their shares; all verdicts of an entry add up to 1. */
	readonly share: number;
	/** The likeliest of these ways, by its share, and who agrees with it. */
	readonly most: number;
	/** Its odds beside saying none of what is known of the entry, as a logarithm. */
	readonly odds: number;
	readonly sides: () => Sides;
	/** The share that is due to what the clause denies; −1 where it denies nothing. */
	readonly turned: number;
	readonly verdict: Verdict;
}

interface Way {
	readonly odds: number;
	readonly share: number;
	readonly sides: () => Sides;
	readonly turned: number;
	readonly verdict: Verdict;
}

/** Of a clause that denies nothing. */
const UNTURNED = -1;
const NO_SIDES: Sides = { agree: [], differ: [], silent: [] };
const NOT_COVERED = { sides: () => NO_SIDES, verdict: 'Not covered' } as const;
const RULED = ['Supported', 'Contested', 'Contradicted', 'Not covered'] as const;

/** The verdicts to which a clause may come under an entry. */
function outcomesOf(choice: Choice, reading: Reading, index: AssertionIndex, models: Pick<Models, 'facts' | 'positions'>): Outcome[] {
	const found = new Map<Verdict, Outcome>();
	for (const { odds, share, sides, turned, verdict } of waysOf(choice, reading, index, models)) {
		const before = found.get(verdict);
		const sums = before
			? { share: before.share + share, turned: turned === UNTURNED ? UNTURNED : before.turned + turned }
			: { share, turned };
		found.set(verdict, before && share <= before.most ? { ...before, ...sums } : { choice, most: share, odds, sides, verdict, ...sums });
	}
	return [...found.values()];
}

/** All that a clause may say of an entry; the shares add up to 1. */
function waysOf(choice: Choice, reading: Reading, index: AssertionIndex, models: Pick<Models, 'facts' | 'positions'>): Way[] {
	const { amount, candidate } = choice;
	const { entry } = candidate;
	const isTold = ({ place, way }: Sense) => place >= 0 || way !== 'both' || hasBothSides(choice, index);
	const only = (sides: Sides) => [{ odds: 0, share: 1, sides: () => sides, turned: UNTURNED, verdict: verdictOf(sides) }];
	if (entry.kind === 'figures') {
		if (!amount) return only(NO_SIDES);
		const sides = sidesOfNumber(entry, amount, deniesNumber(reading));
		const telling = sides.agree.length === 0 && !sides.denied ? tellingOf(entry, choice, reading, index) : [];
		return only(telling.length > 0 ? sidesOfVoices(telling, []) : sides);
	}
	if (entry.kind === 'question') {
		const dated =
			entry.type === 'when' && reading.dates.length > 0 ? sidesOfDate(entry, reading.dates, reading.stance.sign < 0) : undefined;
		if (dated) return only(dated);
		if (isPremise(candidate, reading, index))
			return only(sidesTold(entry, choice, reading, stanceOf(entry.name.en).sign === reading.stance.sign ? 'says' : 'denies', index));
		return weighed(positionSenses(entry, choice, reading, index).filter(isTold), models.positions, (sense) =>
			sense.place < 0 ? sidesTold(entry, choice, reading, sense.way, index) : sidesOfPosition(entry, taken(entry, sense)),
		);
	}
	const dated = datedSides(entry, choice, reading);
	if (dated && choice.fact && saysDateAlone(entry, choice.fact, reading)) return only(dated);
	if (isUncounted(entry, reading.amounts)) return only(NO_SIDES);
	const signing = signingOf(entry, reading, index);
	// Where the day is wrong, that is what is told wrongly; where it is right, the rest decides.
	if (signing && (dated === undefined || verdictOf(dated) === (reading.stance.sign > 0 ? 'Supported' : 'Contradicted')))
		return only(signing.agrees ? sidesOfVoices(signing.voices, []) : sidesOfVoices([], signing.voices));
	// A date that is another than the entry's, and that nothing in it gives, is what is told wrongly, or denied rightly; as is one that nothing gives for this very fact.
	const { fact } = choice;
	const isOther = dated && verdictOf(dated) === (reading.stance.sign > 0 ? 'Contradicted' : 'Supported');
	if (isOther && fact && (fact.worded || reading.stance.sign > 0)) {
		const isTold = fact.worded
			? isToldOf(entry, fact, reading.dates)
			: datesToldOf(entry, reading.dates).same > 0 && !isDatedOtherwise(candidate, reading, index);
		if (!isTold) return only(dated);
	}
	const ways = weighed(factSenses(entry, choice, reading, index).filter(isTold), models.facts, ({ way }) =>
		dated && verdictOf(dated) === VERDICTS[way] ? dated : sidesTold(entry, choice, reading, way, index),
	);
	return reading.stance.sign > 0 ? ways : withContrary(ways, choice, reading, index, models);
}

/** What is as like a clause as this tells the same; less will do where the number is one that nobody hits upon by chance. */
const TELLING_MIN = 0.8;
const TELLING_PRECISELY_MIN = 0.55;
const TELLING_LEAD = 0.05;

/**
 * Who gives the very numbers of a clause in words like it, of a part of what their estimate counts: “21,000 of them from sickness” beside
 * 84,000 dead.
 */
function tellingOf(entry: FiguresEntry, { candidate: { units } }: Choice, { amounts }: Reading, index: AssertionIndex): Voice[] {
	const giving = units.filter(({ kind, unit }) => kind !== 'name' && (valueAt(index.units.given, unit)?.amounts.length ?? 0) > 0);
	const least = Math.max(amounts.every(isPrecise) ? TELLING_PRECISELY_MIN : TELLING_MIN, (giving[0]?.fit ?? 0) - TELLING_LEAD);
	const voices = new Set<Account>();
	for (const { agreement, fit, unit } of giving) {
		const given = valueAt(index.units.given, unit)!;
		if (fit < least || agreement < 0 || given.amounts.length !== amounts.length) continue;
		if (givenAlike({ amounts, dates: [], durations: [], turns: [] }, given).amounts.same < amounts.length) continue;
		const own = entry.accounts[index.units.accounts[unit]!];
		const { agree = [] } = marksAt(index.units, unit) ?? {};
		for (const account of own ? [own] : entry.accounts.filter(({ source }) => agree.includes(source))) voices.add(account);
	}
	return [...voices].map((account) => ({ account }));
}

/** How much nearer to a clause what gives another day must be than what gives the day of the clause. */
const OTHERWISE_LEAD = 0.05;

/** What is most like the clause gives another day: of the many that an entry tells, the clause gives that of something else. */
function isDatedOtherwise({ units }: Candidate, { dates }: Reading, index: AssertionIndex): boolean {
	const days = dates.filter(({ from, to }) => isShort([from, to]));
	if (days.length === 0 || days.length < dates.length) return false;
	let same = 0;
	let other = 0;
	for (const { agreement, fit, unit, kind } of units) {
		const given = (valueAt(index.units.given, unit)?.dates ?? []).filter(isShort);
		if (given.length === 0) continue;
		const marks = marksAt(index.units, unit);
		if (given.some((span) => days.some((day) => isSameDate(day, span)))) same = Math.max(same, fit);
		else if (agreement > 0 && (kind === 'account' || marks?.agree || (marks?.field && !marks.wrong))) other = Math.max(other, fit);
	}
	return other > same + OTHERWISE_LEAD;
}

/** The words of a question in every language that it is asked in. */
const asked = new WeakMap<QuestionEntry, ReadonlySet<string>>();

function askedIn(entry: QuestionEntry, { names }: AssertionIndex): ReadonlySet<string> {
	let words = asked.get(entry);
	if (!words) {
		words = new Set(Object.values(entry.name).flatMap((text) => featuresOf(text, names).slots.flatMap(({ terms }) => terms)));
		asked.set(entry, words);
	}
	return words;
}

/**
 * “There is no peace treaty” only says what “Why is there no peace treaty?” takes for granted, as all do who answer it: it takes none of
 * their sides.
 */
function isPremise({ bests: { name }, entry }: Candidate, { slots, tones }: Reading, index: AssertionIndex): boolean {
	if (entry.kind !== 'question' || entry.type !== 'why' || !name || name.recall < PREMISE_RECALL || tones[TONE_NAMES.indexOf('cause')])
		return false;
	const words = askedIn(entry, index);
	return slots.every(
		({ inherited, slot }) => inherited || slot.filler || CONCLUDED.test(slot.text) || slot.terms.some((term) => words.has(term)),
	);
}
/** How much of the question a clause must say. */
const PREMISE_RECALL = 0.9;
/** Whoever says that there is none says that none was signed. */
const CONCLUDED = /^(?:sign|conclud|exist|подпис|заключ|結|締)/u;

/** The verdict of a fact where the contrary of what comes to it is said. */
const CONTRARY = { Contested: 'Contested', Contradicted: 'Supported', 'Not covered': 'Not covered', Supported: 'Contradicted' } as const;

/**
 * A denial is read as what it denies as well, and each way of telling is as likely as both readings together make it: more texts are like
 * “they signed” than like “they never signed”, which says the contrary.
 */
function withContrary(
	ways: readonly Way[],
	choice: Choice,
	reading: Reading,
	index: AssertionIndex,
	models: Pick<Models, 'facts' | 'positions'>,
): Way[] {
	const affirmed: Reading = { ...reading, stance: { ...reading.stance, falsity: false, sign: 1 } };
	const contrary = { ...choice, candidate: contraryOf(choice.candidate) };
	const turned = weighed(factSenses(contrary.candidate.entry, contrary, affirmed, index), models.facts, () => NO_SIDES);
	return ways.map((one) => {
		const share = turned.find(({ verdict }) => verdict === CONTRARY[one.verdict])?.share ?? 0;
		return { ...one, share: (one.share + share) / 2, turned: share };
	});
}

/** How likely each sense is, and that it is none of them: then nobody speaks of what is claimed. */
function weighed(senses: readonly Sense[], model: Trees, sidesOf: (sense: Sense) => Sides): Way[] {
	const scores = scoresBy(
		model,
		senses.map(({ evidence }) => evidence),
	);
	const odds = senses.map((_, place) => Math.exp(scores[place]!));
	const total = odds.reduce((sum, one) => sum + one, 1);
	return [
		...senses.map((sense, place) => {
			let sides: Sides | undefined;
			const once = () => (sides ??= sidesOf(sense));
			return {
				odds: Math.log(odds[place]!),
				share: odds[place]! / total,
				sides: once,
				turned: UNTURNED,
				verdict: sense.place < 0 ? VERDICTS[sense.way] : verdictOf(once()),
			};
		}),
		{ ...NOT_COVERED, odds: 0, share: 1 / total, turned: UNTURNED },
	];
}

/** “Not 60,000”, “it is a myth that 60,000 died”: a denial elsewhere in the sentence leaves the number standing. */
function deniesNumber({ spelt, stance }: Reading): boolean {
	return stance.falsity || (stance.sign < 0 && DENIED_NUMBER.test(withDigits(spelt.toLowerCase())));
}

/** A bound is denied by what stands further off as well: “at no point did Japan have more than 20,000 men there”. */
const DENIED_NUMBER =
	/(?:\bnot|n['’]t|\bnever|(?<!\p{L})не)(?: \p{L}+){0,3} ?[~≈$]?\d|(?:\bnever|\bat no (?:point|time|stage)|(?<!\p{L})(?:никогда|ни разу))(?!\p{L})[^.;]{0,60} (?:more than|over|above|exceed\w*|больше|более|свыше) ?[~≈$]?\d|\d[^.;,]{0,40} (?:(?:did not|didn['’]?t|never) (?:die|perish|get killed)|не (?:умер|умир|погиб))|\d[^。]*(?:ではない|じゃない|ではなく)/u;

export const OUTCOME_EVIDENCE: string[] = [];

/** The odds of what was not found, beside the likeliest. */
const NOT_FOUND = -8;
const SHARE_MIN = 1e-4;

const areRelated = (one: Topic, other: Topic) => one.related?.includes(other.id) === true || other.related?.includes(one.id) === true;

/** How well a clause fits the best of the texts that say something of an entry. */
const saidBest = ({ bests }: Candidate) => Math.max(0, ...SAYING.map((kind) => bests[kind]?.fit ?? 0));
const SAYING = ['account', 'claim', 'label', 'phrasing'] as const;

/** All outcomes of an entry with how surely the clause speaks of it. */
export interface Rival extends Rated {
	readonly outcomes: readonly Outcome[];
}

/** For each outcome a row, entry by entry. */
export function outcomeEvidence(
	rivals: readonly Rival[],
	reading: Reading,
	dataset: Dataset,
	{ denied, index, meant }: Pick<Weighing, 'denied' | 'index' | 'meant'>,
): Float32Array[] {
	const first = rivals[0]!;
	const shareOf = (rival: Rival | undefined, verdict: Verdict) => rival?.outcomes.find((one) => one.verdict === verdict)?.share ?? 0;
	const joint = ({ odds }: Rated, { share }: Outcome) => odds - first.odds + Math.log(Math.max(SHARE_MIN, share));
	const all = rivals.flatMap((rival) => rival.outcomes.map((outcome) => joint(rival, outcome)));
	const totals = RULED.map((verdict) =>
		rivals.reduce((sum, rival) => sum + Math.exp(rival.odds - first.odds) * shareOf(rival, verdict), 0),
	);
	const whole = totals.reduce((sum, one) => sum + one, 0);
	const isQuestion = ({ choice }: Rated) => choice.candidate.entry.kind === 'question';
	const question = rivals.find(isQuestion);
	const plain = rivals.find((one) => !isQuestion(one) && one.choice.candidate.entry.kind !== 'figures');
	const figures = rivals.find((one) => one.choice.candidate.entry.kind === 'figures');
	const own = reading.slots.filter(({ inherited }) => !inherited);
	const names = new Set(own.flatMap(({ slot }) => slot.names));
	const affinity = EVIDENCE.indexOf('affinity');
	const nearest = rivals.map(({ choice }) => nearestOf(choice.candidate, index));
	const nearestOfAll = bestOf(nearest, () => true);
	const said = saidOf(rivals, reading, meant);
	const saidByDenying = saidOf(rivals, reading, denied);
	return rivals.flatMap((rival, rank) => {
		const { candidate, kind } = rival.choice;
		const { entry } = candidate;
		const kin = rivals.filter((other) => other !== rival && areRelated(other.choice.candidate.entry, entry));
		const kinQuestion = kin.find(isQuestion);
		const kinPlain = kin.find((one) => !isQuestion(one));
		const beside = [
			['question', question],
			['plain', plain],
			['figures', figures],
			['kin question', kinQuestion],
			['kin plain', kinPlain],
		] as const;
		const amounts = toldOf(entry, reading.amounts);
		const dates = datesToldOf(entry, reading.dates);
		const durations = durationsToldOf(entry, reading.durations);
		const stated = statedIn(entry, reading, index);
		const strangers = own.filter((slot) => !slot.slot.filler && !speaksOf(candidate.row, slot, index)).map((slot) => notionOf(slot, index));
		const questions = (entry.related ?? []).filter((id) => dataset.get(id)?.kind === 'question').length;
		return rival.outcomes.map((outcome) => {
			const { most, share, turned, verdict } = outcome;
			const row = new Row(OUTCOME_EVIDENCE);
			const mine = joint(rival, outcome);
			const total = totals[RULED.indexOf(verdict)]! / whole;
			row.put('odds', rival.odds);
			row.put('first odds', first.odds);
			row.put('odds lead', rival.odds - first.odds);
			row.put('rank', rank);
			row.put('rivals', rivals.length);
			row.put('second lead', (rivals[1]?.odds ?? first.odds + NOT_FOUND) - first.odds);
			for (const name of RULED) row.put(`verdict ${name}`, Number(name === verdict));
			row.putKind(entry);
			row.putChoice(kind);
			row.put('share', share);
			row.put('most', most);
			row.put('turned', turned);
			row.put('ruled', Number(rival.outcomes.length === 1));
			for (const name of RULED) row.put(`share ${name}`, shareOf(rival, name));
			row.put('joint', mine);
			row.put('joint lead', mine - all.reduce((best, one) => Math.max(best, one), NOT_FOUND));
			row.put('total', total);
			RULED.forEach((name, place) => {
				row.put(`total ${name}`, totals[place]! / whole);
			});
			row.put('total lead', total - Math.max(...totals) / whole);
			for (const [name, other] of beside) {
				row.put(`${name} lead`, other ? other.odds - rival.odds : NOT_FOUND);
				for (const one of RULED) row.put(`${name} ${one}`, other ? shareOf(other, one) : -1);
			}
			row.put('kin', kin.length);
			row.put('questions', questions);
			row.put('coverage', candidate.coverage);
			row.put('mass', candidate.mass);
			row.put('said', candidate.said);
			row.put('beyond', candidate.beyond);
			row.put('beyond names', candidate.beyondNames);
			row.put('own', candidate.own);
			row.putFits(candidate);
			row.put('put fit', candidate.put?.fit ?? 0);
			row.put('named', Number(names.has(entry.id)));
			row.put('names', names.size);
			row.put('positions', entry.kind === 'question' ? entry.positions.length : 0);
			const sides = entry.kind === 'figures' ? outcome.sides() : undefined;
			row.put('agree', sides?.agree.length ?? -1);
			row.put('differ', sides?.differ.length ?? -1);
			row.put('slots', own.length);
			row.put('unknown', own.filter(({ unknown }) => unknown).length);
			row.put('amounts', reading.amounts.length);
			row.put('dates', reading.dates.length);
			row.put('actors', reading.actors.length);
			row.put('sign', reading.stance.sign);
			row.put('falsity', Number(reading.stance.falsity));
			row.put('hedged', Number(reading.stance.hedged));
			row.put('anaphoric', Number(reading.isAnaphoric));
			TONE_NAMES.forEach((name, place) => {
				row.put(`tone ${name}`, Number(reading.tones[place]));
			});
			EVIDENCE.forEach((name, place) => {
				row.put(`entry ${name}`, rival.evidence[place]!);
			});
			row.put('sense', outcome.odds);
			row.put('amounts same', amounts.same);
			row.put('amounts against', amounts.against);
			row.put('durations same', durations.same);
			row.put('durations against', durations.against);
			row.put('dates same', dates.same);
			row.put('dates against', dates.against);
			row.put('date alike', reading.dates.length > 0 ? datedAlike(entry, reading.dates) : -1);
			row.put('party', stated.party);
			row.put('place', stated.place);
			row.put('signatory', stated.signatory);
			for (const notion of NOTIONS) row.put(`strange ${notion}`, strangers.filter((one) => one === notion).length);
			// Of an event and the question about it, that one is meant whose texts say more of what the clause says.
			for (const [name, other] of beside) {
				const one = other?.choice.candidate;
				row.put(`${name} fit lead`, one ? saidBest(one) - saidBest(candidate) : -1);
				row.put(`${name} said lead`, one ? one.said - candidate.said : -1);
				row.put(`${name} coverage lead`, one ? one.coverage - candidate.coverage : -1);
				row.put(`${name} beyond lead`, one ? one.beyond - candidate.beyond : -1);
				row.put(`${name} affinity lead`, other ? other.evidence[affinity]! - rival.evidence[affinity]! : NOT_FOUND);
			}
			for (const [name, value] of Object.entries(said(rank, verdict))) row.put(`meant ${name}`, value);
			for (const [name, value] of Object.entries(saidByDenying(rank, verdict))) row.put(`denied ${name}`, value);
			const near = nearest[rank]!.get(verdict) ?? 0;
			row.put('near', near);
			row.put('near lead', near - bestOf([nearest[rank]!], (one) => one !== verdict));
			row.put('near rivals', near - nearestOfAll);
			row.put('near total', bestOf(nearest, (one) => one === verdict) - bestOf(nearest, (one) => one !== verdict));
			return row.done;
		});
	});
}

/** Nothing that may be said is less likely. */
const UNSAID = -8;

/**
 * How likely it is that a clause comes to a verdict under an entry by all that stands in it: beside what else may be said of the entry, and
 * beside all that may be said of its rivals. The leads are logarithms of odds.
 */
function saidOf(rivals: readonly Rival[], reading: Reading, meant: Meant) {
	const sayings = meant.of(
		reading,
		rivals.map(({ choice }) => choice.candidate.entry.id),
	);
	const most = Math.max(...sayings.flatMap((list) => list.map(({ score }) => score)));
	const sumOf = (list: readonly Saying[]) => list.reduce((sum, { score }) => sum + Math.exp(score - most), 0);
	const sums = sayings.map(sumOf);
	const total = sums.reduce((sum, one) => sum + one, 0) || 1;
	return (rank: number, verdict: Verdict) => {
		// A number comes to whatever its estimates say.
		const own = sayings[rank]!.filter((one) => one.verdict === verdict || one.verdict === undefined);
		const sum = sumOf(own);
		return {
			lead: Math.max(UNSAID, ...own.map(({ score }) => score - most)),
			entry: Math.max(UNSAID, Math.log(sums[rank]! / total)),
			share: sum / (sums[rank]! || 1),
			total: sayings.reduce((all, list) => all + sumOf(list.filter((one) => one.verdict === verdict)), 0) / total,
		};
	};
}

/** What a clause may say of each of some entries. */
export const ratedOutcomes = (
	rated: readonly Rated[],
	reading: Reading,
	index: AssertionIndex,
	models: Pick<Models, 'facts' | 'positions'>,
): Rival[] => rated.map((one) => ({ ...one, outcomes: outcomesOf(one.choice, reading, index, models) }));

/** What is needed to weigh what a clause says. */
export interface Weighing {
	/** What is meant, denials as what they deny. */
	readonly denied: Meant;
	readonly index: AssertionIndex;
	readonly meant: Meant;
	readonly models: Models;
}

/** The same models serve every clause. */
export const weighingOf = (index: AssertionIndex, models: Models, dataset: Dataset): Weighing => ({
	denied: new Meant(models.denied, 'as what is denied', index, dataset),
	index,
	meant: new Meant(models.meant, 'as it stands', index, dataset),
	models,
});

/** Of all that a clause may say of the entries that it may speak of, what it says most likely. */
export function likeliestOf(rated: readonly Rated[], reading: Reading, weighing: Weighing, dataset: Dataset): Outcome {
	const { index, models } = weighing;
	const premises = rated.filter(({ choice: { candidate } }) => isPremise(candidate, reading, index));
	const rivals = ratedOutcomes(premises.length > 0 ? premises : rated, reading, index, models);
	const rows = outcomeEvidence(rivals, reading, dataset, weighing);
	const outcomes = rivals.flatMap((rival) => rival.outcomes);
	let best = outcomes[0]!;
	let most = Number.NEGATIVE_INFINITY;
	const scores = scoresBy(models.outcomes, rows);
	outcomes.forEach((outcome, place) => {
		const score = scores[place]!;
		if (score <= most) return;
		best = outcome;
		most = score;
	});
	return best;
}
