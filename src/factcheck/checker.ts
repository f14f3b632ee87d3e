/**
 * Checks what a message claims against what the sources of the dataset say.
 *
 * message → asserted words (`plain`) → sentences, clauses (`sentences`) → one reading each (`reading`) → entries (`match`, `choose`)
 * → who agrees and who differs (`sides`). Deterministic; knows no clock, no store and no network. The index is prepared at the first
 * check and kept.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { QuestionEntry, Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import { spokenPart } from './chatter.ts';
import { anchorOf, type Choice, choicesOf } from './choose.ts';
import { type AssertionIndex, buildAssertionIndex } from './index.ts';
import { type Candidate, Matcher } from './match.ts';
import { assertedText } from './plain.ts';
import { positionOf } from './position.ts';
import { aboutTopic, type Topic as Before, type Reading, readClause, topicOf } from './reading.ts';
import { type CheckedClaim, CLAIM_TEXT_MAX, CLAIMS_MAX, NEAR_MAX, type NearMiss, type Report } from './report.ts';
import { clausesOf, sentencesOf } from './sentences.ts';
import { type Sides, sidesOfAccounts, sidesOfDate, sidesOfFact, sidesOfNumber, sidesOfPosition, verdictOf } from './sides.ts';
import { WEIGHTS } from './weights.ts';

export interface Checker {
	/** What the message claims, beside what the sources say. Never throws, whatever the text. */
	check(text: string): Report;
	/** Makes the index now rather than at the first check. */
	prepare(): void;
}

/** At least this well for a claim to be checked against an entry, and to be offered as a near miss. */
/** Shared weight below which a fit is chance; an anchor and a better fit make up for some of it. */
/** What a clause must share by its own words, however much it took over from the one before. */
/** Without a name of ours in it, a clause must fit this well. */
/** How much of a clause a topic must speak of, and how far ahead of the next, to be what the clause describes. */
/** Words beyond its topic that a claim must have for it to be worth saying that nobody speaks of them. */
/** Parts of a sentence that are tried together. */
const SPAN_MAX = 3;
/** What a span is worth is what it shares, by how far it fits better than chance; several spans must be worth more than one. */
/** What the clause that a denial belongs to must share of what its span does. */

interface Found {
	readonly choice: Choice;
	readonly reading: Reading;
	readonly state: 'clear' | 'near' | 'topic';
}

export function createChecker({ dataset }: { readonly dataset: Dataset }): Checker {
	let prepared: { readonly index: AssertionIndex; readonly matcher: Matcher } | undefined;
	const prepare = () => {
		if (!prepared) {
			const index = buildAssertionIndex(dataset);
			prepared = { index, matcher: new Matcher(index) };
		}
		return prepared;
	};

	/** The best entry for a piece of text, and how sure it is. */
	const find = (text: string, before: Before | undefined, mayDescribe: boolean): Found | undefined => {
		const { index, matcher } = prepare();
		const read = readClause(text, index, before);
		if (read.slots.length === 0) return undefined;
		const candidates = matcher.match(read);
		const plain = decide(read, candidates);
		if (plain?.state === 'clear') return plain;
		const described = mayDescribe ? describedBy(candidates) : undefined;
		if (!described) return plain;
		const about = aboutTopic(read, described.id, index);
		const again = decide(about, matcher.match(about));
		return again?.state === 'clear' && again.choice.kind !== 'account' ? again : plain;
	};

	const decide = (reading: Reading, candidates: readonly Candidate[]): Found | undefined => {
		const choices = choicesOf(candidates, reading);
		const best = choices[0];
		if (!best) return undefined;
		const { entry, hits, mass, own } = best.candidate;
		const anchor = anchorOf(entry, reading, dataset);
		const inContext = anchor >= 1 && reading.amounts.length + reading.dates.length > 0;
		const enough =
			(own >= WEIGHTS.decision.ownMin || inContext) &&
			(anchor > 0 || (best.score >= WEIGHTS.decision.unanchoredMin && hits >= WEIGHTS.decision.unanchoredHits)) &&
			mass + WEIGHTS.decision.massPerAnchor * anchor + WEIGHTS.decision.massPerFit * (best.score - WEIGHTS.decision.clearMin) >=
				WEIGHTS.decision.massMin;
		if (best.kind !== 'topic' && best.score >= WEIGHTS.decision.clearMin && enough) return { choice: best, reading, state: 'clear' };
		const topic = choices.find(
			({ candidate, kind }) => kind === 'topic' && anchorOf(candidate.entry, reading, dataset) >= 1 && isTopic(candidate.entry, reading),
		);
		if (
			topic &&
			topic.score >= WEIGHTS.decision.topicMin &&
			beyond(reading) >= WEIGHTS.decision.beyondMin &&
			(best.kind === 'topic' || best.score < WEIGHTS.decision.clearMin)
		)
			return { choice: topic, reading, state: 'topic' };
		if (best.kind !== 'topic' && best.score >= WEIGHTS.decision.nearMin && enough) return { choice: best, reading, state: 'near' };
		return undefined;
	};

	/** The claims of a sentence: of all its contiguous parts, those that say most for the fewest words. */
	const readSentence = (sentence: string, before: Before | undefined): Found[] => {
		const whole = find(sentence, before, true);
		const parts = clausesOf(sentence);
		if (parts.length < 2) return whole ? [whole] : [];
		const spans: SpanFound[] = whole ? [{ ...whole, from: 0, to: parts.length }] : [];
		let context = before;
		const sentenceElsewhere = elsewhereOf(readClause(sentence, prepare().index));
		for (let from = 0; from < parts.length; from++) {
			for (let to = from + 1; to <= Math.min(parts.length, from + SPAN_MAX); to++) {
				if (to - from === parts.length) continue;
				const single = to - from === 1;
				const one = find(
					parts
						.slice(from, to)
						.map((part) => part.text)
						.join(' '),
					context,
					single,
				);
				if (one && sentenceElsewhere.every((term) => isSpokenOf(term, one, prepare().index))) spans.push({ ...one, from, to });
			}
			const own = spans.find((span) => span.from === from && span.to === from + 1 && span.state === 'clear');
			context = withTopic(topicOf(readClause(parts[from]!.text, prepare().index), context), own, dataset);
		}
		return chosenOf(spans, parts.length);
	};

	return {
		check(text) {
			const claims: CheckedClaim[] = [];
			const near: NearMiss[] = [];
			const asked: NearMiss[] = [];
			let before: Before | undefined;
			const seen = new Set<string>();
			for (const whole of sentencesOf(assertedText(text))) {
				if (claims.length >= CLAIMS_MAX) break;
				const sentence = spokenPart(whole);
				if (sentence === undefined) continue;
				const read = readClause(sentence, prepare().index);
				if (read.stance.asks) {
					const one = find(sentence, undefined, true);
					if (one?.state === 'clear' && asked.length < NEAR_MAX)
						asked.push({ entries: [one.choice.candidate.entry.id], text: cut(sentence) });
					continue;
				}
				const sentenceFound = readSentence(sentence, before);
				const last = sentenceFound.findLast(({ state }) => state === 'clear');
				for (const found of sentenceFound) {
					if (claims.length >= CLAIMS_MAX) break;
					if (found.state === 'near') {
						if (near.length < NEAR_MAX) near.push({ entries: [found.choice.candidate.entry.id], text: cut(found.reading.text) });
						continue;
					}
					const claim = checkedClaim(found, prepare().index);
					const key = `${claim.entry}\n${claim.verdict}\n${claim.position?.id ?? ''}\n${claim.text}`;
					if (!seen.has(key)) claims.push(claim);
					seen.add(key);
				}
				before = withTopic(topicOf(read, before), last, dataset);
			}
			return { asked, claims, near, outcome: claims.length > 0 ? 'checked' : near.length > 0 ? 'near' : 'nothing' };
		},
		prepare: () => void prepare(),
	};
}

/** The event, treaty, person or thing that a clause describes without naming it: it speaks of most of the clause, and of more than any other. */
function describedBy(candidates: readonly Candidate[]): Topic | undefined {
	const [first, second] = candidates
		.filter(({ elsewhere, entry }) => !elsewhere && (entry.kind === 'event' || entry.kind === 'treaty'))
		.sort((a, b) => b.own * b.coverage - a.own * a.coverage);
	if (!first || first.coverage < WEIGHTS.decision.describedCoverage || first.own < WEIGHTS.decision.describedMass) return undefined;
	return second && second.own * second.coverage > first.own * first.coverage * WEIGHTS.decision.describedLead ? undefined : first.entry;
}

/** Persons of whom everybody speaks: naming one makes a sentence no claim on history. */
const COMMON = new Set([
	'stalin-joseph',
	'putin-vladimir',
	'hitler-adolf',
	'lenin-vladimir',
	'abe-shinzo',
	'gorbachev-mikhail',
	'yeltsin-boris',
	'khrushchev-nikita',
	'churchill-winston',
	'trump-donald',
	'xi-jinping',
	'biden-joseph',
	'roosevelt-franklin',
	'medvedev-dmitry',
	'lavrov-sergei',
	'mao-zedong',
	'genghis-khan',
	'nicholas-ii',
	'catherine-the-great',
	'peter-the-great',
	'truman-harry',
	'hirohito',
	'emperor-hirohito',
	'brezhnev-leonid',
	'trotsky-leon',
	'marx-karl',
	'zelensky-volodymyr',
	'obama-barack',
	'bush-george',
	'roosevelt-theodore',
	'chiang-kai-shek',
]);

/** The clause names the entry itself: an event or a treaty, or a person of this history alone. */
function isTopic(entry: Topic, { slots }: Reading): boolean {
	if (entry.kind !== 'event' && entry.kind !== 'treaty' && (entry.kind !== 'person' || COMMON.has(entry.id))) return false;
	return slots.some(({ inherited, slot }) => !inherited && slot.names.includes(entry.id));
}

/** Words that say something of the topic rather than name it. */
function beyond({ amounts, dates, slots }: Reading): number {
	return (
		slots.filter(({ inherited, slot }) => !inherited && slot.names.length === 0 && !slot.filler && slot.script !== 'digits').length +
		amounts.length +
		dates.length
	);
}

const cut = (text: string) =>
	text.length > CLAIM_TEXT_MAX ? `${text.slice(0, CLAIM_TEXT_MAX - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** A denial belongs to the clause in which it stands: of several clauses, the one that speaks of the entry says how it is meant. */
function meantBy(span: SpanFound, spans: readonly SpanFound[]): Found {
	if (span.to - span.from < 2) return span;
	const core = spans
		.filter(
			(one) =>
				one.to - one.from === 1 &&
				one.from >= span.from &&
				one.to <= span.to &&
				one.choice.candidate.entry.id === span.choice.candidate.entry.id,
		)
		.sort((a, b) => b.choice.candidate.own - a.choice.candidate.own)[0];
	if (!core || core.choice.candidate.own < span.choice.candidate.own * WEIGHTS.decision.coreShare || core.choice.kind !== span.choice.kind)
		return span;
	return { ...core, reading: { ...core.reading, amounts: core.reading.amounts, text: span.reading.text } };
}

/** What the next clause is about when it names nothing: the event or treaty of the claim before. */
function withTopic(before: Before | undefined, found: Found | undefined, dataset: Dataset): Before | undefined {
	if (!found) return before;
	const { entry } = found.choice.candidate;
	const about =
		entry.kind === 'event' || entry.kind === 'treaty'
			? entry.id
			: entry.related?.find((id) => /^(?:event|treaty)$/.test(dataset.get(id)?.kind ?? ''));
	return about ? { actors: before?.actors ?? [], slots: before?.slots ?? [], about } : before;
}

/** The names of elsewhere in a sentence: no clause of it is ours unless its entry speaks of them too. */
const elsewhereOf = (reading: Reading): string[] => reading.slots.filter(({ elsewhere }) => elsewhere).map(({ slot }) => slot.terms[0]!);

function isSpokenOf(term: string, { choice }: Found, { postings, vocabulary }: AssertionIndex): boolean {
	const id = vocabulary.idOf(term);
	return id !== undefined && postings.entries.subarray(postings.starts[id], postings.starts[id + 1]).includes(choice.candidate.row);
}

type SpanFound = Found & { readonly from: number; readonly to: number };

function worthOf({ choice, reading, state }: Found): number {
	if (state !== 'clear') return 0;
	const numbers = choice.kind === 'number' && reading.amounts.length > 1 ? WEIGHTS.decision.severalNumbers : 1;
	const dates = (choice.kind === 'fact' || choice.kind === 'date') && reading.dates.length > 1 ? WEIGHTS.decision.severalDates : 1;
	return (choice.score - WEIGHTS.decision.chance) * (choice.candidate.own + IN_CONTEXT) * numbers * dates;
}

/** What a clause is worth that names nothing and is about what was named before it. */
const IN_CONTEXT = 1.5;

/** The spans that together are worth most and do not overlap; where none is clear, the best of the others. */
function chosenOf(spans: readonly SpanFound[], parts: number): Found[] {
	interface Plan {
		readonly spans: readonly SpanFound[];
		readonly worth: number;
	}
	const best: Plan[] = [{ spans: [], worth: 0 }];
	for (let to = 1; to <= parts; to++) {
		let plan = best[to - 1]!;
		for (const span of spans) {
			if (span.to !== to || span.state !== 'clear') continue;
			const before = best[span.from]!;
			if (before.spans.some(({ choice }) => choice.candidate.entry.id === span.choice.candidate.entry.id && choice.kind !== 'number'))
				continue;
			const worth = before.worth + worthOf(span) * (before.spans.length > 0 ? WEIGHTS.decision.splitShare : 1);
			if (worth > plan.worth) plan = { spans: [...before.spans, span], worth };
		}
		best.push(plan);
	}
	const chosen = best[parts]!.spans;
	if (chosen.length > 0) return chosen.map((span) => meantBy(span, spans));
	const others = [...spans].sort(
		(a, b) => (a.state === b.state ? b.choice.score - a.choice.score : a.state === 'topic' ? -1 : 1) || a.from - b.from || b.to - a.to,
	);
	return others.slice(0, 1);
}

const NO_SIDES: Sides = { agree: [], differ: [], silent: [] };

function checkedClaim({ choice, reading, state }: Found, index: AssertionIndex): CheckedClaim {
	const { candidate, kind, score } = choice;
	const { entry } = candidate;
	const sides = state === 'topic' ? NO_SIDES : sidesOf(choice, reading, index);
	return {
		...sides,
		entry: entry.id,
		hedged: reading.stance.hedged,
		kind: kind === 'number' ? 'number' : kind === 'date' ? 'date' : kind === 'position' ? 'position' : kind === 'fact' ? 'date' : 'fact',
		negated: reading.stance.sign < 0,
		strength: Math.round(Math.min(1, score) * 100) / 100,
		text: cut(reading.text),
		verdict: verdictOf(sides),
	};
}

function sidesOf(choice: Choice, reading: Reading, index: AssertionIndex): Sides {
	const { amount, candidate, fact, kind } = choice;
	const { entry } = candidate;
	const denied = reading.stance.sign < 0;
	if (entry.kind === 'figures' && amount) return sidesOfNumber(entry, amount, deniesNumber(reading));
	if (entry.kind === 'question') return sidesOfQuestion(entry, choice, reading, index);
	if (fact && 'accounts' in entry && entry.accounts) return sidesOfFact(entry.accounts, fact.stated, reading.dates, fact.part, denied);
	if (kind === 'account') {
		const accounts = accountsOf(entry);
		const said = candidate.units
			.filter((one) => one.kind === 'account' && index.units.accounts[one.unit]! >= 0 && one.fit >= 0.5)
			.map((one) => accounts[index.units.accounts[one.unit]!]!.account);
		return sidesOfAccounts(said.length > 0 ? said : accounts.slice(0, 1).map(({ account }) => account), reading.amounts, denied);
	}
	return NO_SIDES;
}

/** “Not 60,000”, “it is a myth that 60,000 died”: a denial elsewhere in the sentence leaves the number standing. */
function deniesNumber({ stance, text }: Reading): boolean {
	return (
		stance.falsity ||
		(stance.sign < 0 &&
			/(?:\bnot|n['’]t|\bnever|(?<!\p{L})не)(?: \p{L}+){0,3} ?[~≈$]?\d|\d[^。]*(?:ではない|じゃない|ではなく)/iu.test(text))
	);
}

function sidesOfQuestion(entry: QuestionEntry, { candidate }: Choice, reading: Reading, index: AssertionIndex): Sides {
	if (entry.type === 'when' && reading.dates.length > 0) {
		const sides = sidesOfDate(entry, reading.dates, reading.stance.sign < 0);
		if (sides) return sides;
	}
	const position = positionOf(entry, candidate, reading, index);
	if (!position) {
		const all = sidesOfPosition(entry, { denied: false, place: 0, same: [0] });
		return { agree: [], differ: [...all.agree, ...all.differ], silent: all.silent };
	}
	return sidesOfPosition(entry, position);
}
