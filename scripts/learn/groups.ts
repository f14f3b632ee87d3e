/** Examples as the learner sees them: of each clause the rows of evidence, and which of them are right. */
import { readFileSync } from 'node:fs';
import type { Dataset } from '../../src/dataset/dataset.ts';
import type { QuestionEntry, Topic } from '../../src/dataset/schema.ts';
import { Affinity } from '../../src/factcheck/affinity.ts';
import { createChecker } from '../../src/factcheck/checker.ts';
import { mayBe } from '../../src/factcheck/claim.ts';
import { evidenceOf, type Weighed } from '../../src/factcheck/evidence.ts';
import { type AssertionIndex, buildAssertions, openAssertions } from '../../src/factcheck/index.ts';
import { Matcher } from '../../src/factcheck/match.ts';
import type { Models } from '../../src/factcheck/models.ts';
import { outcomeEvidence, ratedOutcomes, type Weighing, weighingOf } from '../../src/factcheck/outcomes.ts';
import type { Phrasing } from '../../src/factcheck/phrasings.ts';
import { assertedText } from '../../src/factcheck/plain.ts';
import { type Reading, readClause } from '../../src/factcheck/reading.ts';
import type { Verdict } from '../../src/factcheck/report.ts';
import { factSenses, positionSenses, type Sense, taken, VERDICTS } from '../../src/factcheck/sense.ts';
import { sentencesOf } from '../../src/factcheck/sentences.ts';
import { sidesOfPosition, verdictOf } from '../../src/factcheck/sides.ts';
import { type Cut, type SpanFound, spanEvidence } from '../../src/factcheck/span-evidence.ts';
import { lexicon } from '../../src/knowledge.ts';
import { NOTHING } from '../../src/learned/affinity.ts';

import { dice, type Group } from './boost.ts';
import { learnAffinity, type Said } from './clauses.ts';
import { swapped } from './swaps.ts';

/** A message with its claims: the entries under which each may be answered, the verdict, and the words that make it. */
export interface ExampleMessage {
	readonly claims: readonly { readonly entry: readonly string[]; readonly part?: string; readonly verdict: Verdict }[];
	readonly text: string;
	/** How much it counts; 1 where nothing is said. */
	readonly weight?: number;
}

export interface Example extends Group {
	/** The kind of the right entry, of a phrasing. */
	readonly kind?: Topic['kind'];
	/** It says nothing of any entry. */
	readonly none?: true;
	/** Where the message stands in its list; −1 for a phrasing. */
	readonly number: number;
}

export interface Examples {
	readonly entries: Example[];
	readonly facts: Example[];
	readonly positions: Example[];
}

/** Parts of the messages, each of which is looked at without what is learned from it. */
export const FOLDS = 3;
/** How much of a clause stands in the writer's own words. */
const OWN_MIN = 0.8;
/** Phrasings of one entry that are asked; all of them are compared with. */
const ASKED_MAX = 10;
/** Rows kept of a clause: the right ones, those that share most, those that are scored best. */
const MOST = 8;
const BEST = 10;

export const readMessages = (file: string): ExampleMessage[] =>
	readFileSync(file, 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as ExampleMessage);

function entryExample(weighed: readonly Weighed[], wanted: readonly string[], number: number): Example {
	const right = [...weighed.keys()].filter((index) => wanted.includes(weighed[index]!.candidate.entry.id));
	const scored = [...weighed.keys()].sort((a, b) => (weighed[b]!.choice?.score ?? 0) - (weighed[a]!.choice?.score ?? 0));
	const kept = [...new Set([...right, ...scored.slice(0, BEST), ...[...weighed.keys()].slice(0, MOST)])];
	return { number, right: right.map((index) => kept.indexOf(index)), rows: kept.map((index) => weighed[index]!.evidence) };
}

/** How surely an entry is the right one is not yet known where its senses are learned. */
const SCORE = 0.7;

function sensesOf({ candidate, choice }: Weighed, reading: Reading, index: AssertionIndex): Sense[] | undefined {
	const chosen = { ...(choice ?? { candidate, kind: 'topic' as const }), score: SCORE };
	const { entry } = candidate;
	if (entry.kind === 'figures') return undefined;
	if (entry.kind !== 'question') return factSenses(entry, chosen, reading, index);
	return entry.type === 'when' && reading.dates.length > 0 ? undefined : positionSenses(entry, chosen, reading, index);
}

const verdictsOf = (entry: Topic, senses: readonly Sense[]): Verdict[] =>
	senses.map((sense) =>
		entry.kind === 'question' && sense.place >= 0 ? verdictOf(sidesOfPosition(entry, taken(entry, sense))) : VERDICTS[sense.way],
	);

function markedVerdict({ agree, beyond, differ, field, wrong }: Phrasing): Verdict {
	if (beyond) return 'Not covered';
	const says = agree !== undefined || (field === true && !wrong);
	const differs = differ !== undefined || (field === true && wrong === true);
	return says && differs ? 'Contested' : says ? 'Supported' : 'Contradicted';
}

function addSenses(
	to: Examples,
	weighed: Weighed,
	reading: Reading,
	index: AssertionIndex,
	number: number,
	isRight: (sense: Sense, verdict: Verdict) => boolean,
	isBeyond: boolean,
	weight = 1,
) {
	const senses = sensesOf(weighed, reading, index);
	if (!senses) return;
	const { entry } = weighed.candidate;
	const verdicts = verdictsOf(entry, senses);
	const right = [...senses.keys()].filter((place) => isRight(senses[place]!, verdicts[place]!));
	if (right.length === 0 && !isBeyond) return;
	to[entry.kind === 'question' ? 'positions' : 'facts'].push({
		number,
		right,
		rows: senses.map(({ evidence }) => evidence),
		weight,
	});
}

/** Each phrasing as a clause, compared with the phrasings of the other folds only, and with what was labelled; `said` is known beside them. */
export function examplesOfPhrasings(
	dataset: Dataset,
	phrasings: readonly Phrasing[],
	labelled: readonly Phrasing[],
	said: readonly Said[],
): Examples {
	const examples: Examples = { entries: [], facts: [], positions: [] };
	const counts = Map.groupBy(phrasings, ({ entry }) => entry);
	const places = new Map([...counts.values()].flatMap((list) => list.map((phrasing, place) => [phrasing, place] as const)));
	const foldOf = (place: number) => (place * 7919) % FOLDS;
	const random = dice(5);
	for (let fold = 0; fold < FOLDS; fold++) {
		const others = phrasings.filter((_, place) => foldOf(place) !== fold);
		const index = indexOf(dataset, [...others, ...labelled]);
		const matcher = new Matcher(index);
		// What was labelled is among what is said.
		const affinity = new Affinity(learnAffinity(index, others, said), index);
		phrasings.forEach((phrasing, place) => {
			const step = Math.ceil(counts.get(phrasing.entry)!.length / ASKED_MAX);
			if (foldOf(place) !== fold || places.get(phrasing)! % step !== 0) return;
			const reading = readClause(phrasing.text, index);
			const affinities = affinity.of(reading);
			const weighed = evidenceOf(matcher.match(reading, affinities.top), reading, dataset, affinities);
			const example = entryExample(weighed, [phrasing.entry], -1);
			const one = weighed.find(({ candidate }) => candidate.entry.id === phrasing.entry);
			if (!one) return;
			examples.entries.push({ ...example, kind: one.candidate.entry.kind });
			const marked = markedVerdict(phrasing);
			const { entry } = one.candidate;
			const isRight = (sense: Sense, verdict: Verdict) =>
				entry.kind === 'question' && phrasing.position !== undefined
					? (entry as QuestionEntry).positions[sense.place]?.id === phrasing.position &&
						(sense.way === 'denies') === (phrasing.denies ?? false)
					: sense.place < 0 && verdict === marked;
			addSenses(examples, one, reading, index, -1, isRight, phrasing.beyond === true);
			if (marked !== 'Supported' || entry.kind === 'question' || entry.kind === 'figures') return;
			const wrong = swapped(phrasing.text, phrasing.lang, dataset, random);
			if (wrong === undefined) return;
			const misread = readClause(wrong, index);
			const near = affinity.of(misread);
			const found = evidenceOf(matcher.match(misread, near.top), misread, dataset, near).find(
				({ candidate }) => candidate.entry.id === entry.id,
			);
			if (found) addSenses(examples, found, misread, index, -1, (_, verdict) => verdict === 'Contradicted', false);
		});
	}
	return examples;
}

export const indexOf = (dataset: Dataset, phrasings: readonly Phrasing[]): AssertionIndex =>
	openAssertions(dataset, buildAssertions(dataset, phrasings, lexicon()));

/** The labelled claims without those of some messages: none is to be recognised by itself. */
export function labelledWithout(labelled: readonly Phrasing[], messages: readonly ExampleMessage[]): Phrasing[] {
	const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
	const own = new Set(saidIn(messages).map(({ text }) => plain(text)));
	return labelled.filter(({ text }) => !own.has(plain(text)));
}

/** What the claims of messages say, each of the entry under which it is best answered, and what those say that claim nothing. */
export const saidIn = (messages: readonly ExampleMessage[]): Said[] =>
	messages.flatMap(({ claims, text }) => {
		if (claims.length === 0) return sentencesOf(assertedText(text)).map((sentence) => ({ entry: NOTHING, text: sentence }));
		return claims.flatMap(({ entry: [entry], part }) => {
			const said = part ?? (claims.length === 1 ? assertedText(text) : undefined);
			return entry === undefined || said === undefined ? [] : [{ entry, text: said }];
		});
	});

/** The part of the messages to which one belongs that is looked at without what is learned from that part. */
export const foldOf = (number: number): number => number % FOLDS;

/** Every clause that is read of each message, as the check reads it: right where it is the words that make a claim. */
export function examplesOfFold(
	dataset: Dataset,
	index: AssertionIndex,
	models: Models,
	messages: readonly ExampleMessage[],
	isIn: (number: number) => boolean,
): Examples {
	const examples: Examples = { entries: [], facts: [], positions: [] };
	const seen: { readonly reading: Reading; readonly weighed: readonly Weighed[] }[] = [];
	const checker = createChecker({
		dataset,
		knowledge: () => ({ index, models }),
		observe: (reading, weighed) => void seen.push({ reading, weighed }),
	});
	messages.forEach(({ claims, text, weight = 1 }, number) => {
		if (!isIn(number)) return;
		seen.length = 0;
		checker.check(text);
		const whole = assertedText(text);
		const done = new Set<string>();
		for (const { reading, weighed } of seen) {
			const key = `${reading.text}\n${reading.slots.length}`;
			// What is asked or quoted claims nothing, whatever it is about.
			if (done.has(key) || weighed.length === 0 || reading.stance.asks || overlapOf(reading.text, whole).ofClause < OWN_MIN) continue;
			done.add(key);
			if (claims.length === 0) {
				examples.entries.push({ ...entryExample(weighed, [], number), none: true, weight: 1 });
				continue;
			}
			const shares = claims
				.map((claim) => ({ claim, ...overlapOf(reading.text, claim.part ?? (claims.length === 1 ? whole : '')) }))
				.sort((a, b) => b.alike - a.alike);
			const best = shares[0]!;
			const covered = shares.filter(({ ofPart }) => ofPart > 0.6).length;
			if (covered <= 1 && (best.alike > 0.55 || (claims.length === 1 && best.ofPart > 0.5))) {
				const example = { ...entryExample(weighed, soughtOf(dataset, best.claim), number), weight };
				if (example.right.length > 0) examples.entries.push(example);
				const { verdict } = best.claim;
				const sought = soughtOf(dataset, best.claim)[0];
				const one = weighed.find(({ candidate }) => candidate.entry.id === sought);
				if (one) addSenses(examples, one, reading, index, number, (_, given) => given === verdict, verdict === 'Not covered', weight);
			} else if (covered === 0 && best.ofPart < 0.2 && best.ofClause < 0.3 && claims.every(({ part }) => part))
				examples.entries.push({ ...entryExample(weighed, [], number), none: true, weight: 0.5 });
		}
	});
	return examples;
}

/** What is learned of messages from which nothing else was. */
export interface UnseenExamples {
	/** What a clause says, of all that it may say of the entries that it may speak of. */
	readonly outcomes: Example[];
	/** Every part of every sentence: a claim by itself as far as it is the words of one and was found to speak of its entry. */
	readonly spans: Example[];
}

/** Messages as the check reads them. `models` must not have learned from them. */
export function examplesOfUnseen(
	dataset: Dataset,
	index: AssertionIndex,
	models: Models,
	messages: readonly ExampleMessage[],
	isIn: (number: number) => boolean,
): UnseenExamples {
	const examples: UnseenExamples = { outcomes: [], spans: [] };
	let seen: { readonly cut: Cut; readonly spans: readonly SpanFound[] }[] = [];
	const checker = createChecker({
		dataset,
		knowledge: () => ({ index, models }),
		observeSpans: (spans, cut) => void seen.push({ cut, spans }),
	});
	const weighing = weighingOf(index, models, dataset);
	messages.forEach((message, number) => {
		if (!isIn(number)) return;
		seen = [];
		checker.check(message.text);
		for (const { cut, spans } of seen) addSpans(examples.spans, spans, cut, message, number);
		addOutcomes(
			examples.outcomes,
			seen.flatMap(({ spans }) => spans),
			weighing,
			dataset,
			message,
			number,
		);
	});
	return examples;
}

function addSpans(to: Example[], spans: readonly SpanFound[], cut: Cut, { claims, text, weight = 1 }: ExampleMessage, number: number) {
	const whole = assertedText(text);
	const rows = spanEvidence(spans, cut);
	spans.forEach((span, place) => {
		const shares = claims.map(({ entry, part }) => {
			if (!entry.includes(span.choice.candidate.entry.id)) return 0;
			const { alike, ofPart } = overlapOf(span.reading.text, part ?? whole);
			return part === undefined ? ofPart : alike;
		});
		const share = Math.max(0, ...shares);
		const row = [rows[place]!];
		if (share >= SHARE_MIN) to.push({ number, right: [0], rows: row, weight: weight * share });
		if (share < 1) to.push({ number, right: [], rows: row, weight: weight * (share < SHARE_MIN ? 1 : 1 - share) });
	});
}

/** Parts of a message that are most like a claim, and how much the second of them teaches. */
const ALIKE_MAX = 2;
const ALIKE_MIN = 0.5;
const SECOND_WEIGHT = 0.5;

function addOutcomes(
	to: Example[],
	spans: readonly SpanFound[],
	weighing: Weighing,
	dataset: Dataset,
	{ claims, text, weight = 1 }: ExampleMessage,
	number: number,
) {
	const clear = spans.filter(({ state }) => state === 'clear');
	for (const { entry, part, verdict } of claims) {
		clear
			.map((span) => ({ alike: overlapOf(span.reading.text, part ?? assertedText(text)).alike, span }))
			.filter(({ alike }) => alike > ALIKE_MIN)
			.sort((a, b) => b.alike - a.alike)
			.slice(0, ALIKE_MAX)
			.forEach(({ span }, place) => {
				const rivals = ratedOutcomes(mayBe(span), span.reading, weighing.index, weighing.models);
				const outcomes = rivals.flatMap((rival) => rival.outcomes);
				const right = [...outcomes.keys()].filter(
					(one) => outcomes[one]!.verdict === verdict && entry.includes(outcomes[one]!.choice.candidate.entry.id),
				);
				// Where none is right there is nothing to choose.
				if (right.length === 0) return;
				to.push({
					number,
					right,
					rows: outcomeEvidence(rivals, span.reading, dataset, weighing),
					weight: place === 0 ? weight : weight * SECOND_WEIGHT,
				});
			});
	}
}

/** Less of the words of a claim are none of it. */
const SHARE_MIN = 0.2;

/**
 * Of several entries under which a claim may be answered, those that show what is to be said of it: a dispute is seen in a question or
 * among the estimates of a number, a plain fact in the event, the treaty or the person.
 */
function soughtOf(dataset: Dataset, { entry, verdict }: ExampleMessage['claims'][number]): readonly string[] {
	// Who names the question first sees a point of it.
	if (verdict !== 'Contested' && dataset.get(entry[0] ?? '')?.kind === 'question') return entry;
	const wanted = entry.filter((id) => {
		const kind = dataset.get(id)?.kind;
		return verdict === 'Contested' ? kind === 'question' || kind === 'figures' : kind !== 'question';
	});
	return wanted.length > 0 ? wanted : entry;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Words, or pairs of characters where no blanks stand between words. */
function piecesOf(text: string): string[] {
	const folded = text.normalize('NFKC').toLowerCase();
	if (!CJK.test(folded)) return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
	const letters = [...folded.replace(/[^\p{L}\p{N}]/gu, '')];
	return letters.map((letter, place) => letter + (letters[place + 1] ?? ''));
}

function overlapOf(clause: string, part: string): { readonly alike: number; readonly ofClause: number; readonly ofPart: number } {
	const pieces = piecesOf(clause);
	const wanted = new Set(piecesOf(part));
	const shared = pieces.filter((piece) => wanted.has(piece)).length;
	return {
		alike: shared / (pieces.length + wanted.size - shared || 1),
		ofClause: shared / (pieces.length || 1),
		ofPart: shared / (wanted.size || 1),
	};
}
