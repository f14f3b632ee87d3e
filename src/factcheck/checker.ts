/**
 * Checks what a message claims against what the sources of the dataset say.
 *
 * message → asserted words (`plain`) → sentences, clauses (`sentences`) → one reading each (`reading`) → entries (`match`, `choose`,
 * `decide`) → claims (`spans`) → who agrees and who differs (`claim`, `sides`). Deterministic; knows no clock, no store and no
 * network. The index is prepared at the first check and kept.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Dataset } from '../dataset/dataset.ts';
import { isAddress } from './chatter.ts';
import { checkedClaim, shortened } from './claim.ts';
import { Decider, type Found, type Looked, type Observe } from './decide.ts';
import type { AssertionIndex } from './index.ts';
import type { Models } from './models.ts';
import { type Weighing, weighingOf } from './outcomes.ts';
import { assertedText, isBeyondReading, quotedText } from './plain.ts';
import { type Topic as Before, type Reading, readClause, topicOf } from './reading.ts';
import { type CheckedClaim, CLAIMS_MAX, NEAR_MAX, type NearMiss, type Report } from './report.ts';
import { CLAUSES_MAX, type Clause, clausesOf, readSentences, sentencesOf } from './sentences.ts';
import type { Cut, SpanFound } from './span-evidence.ts';
import { chosenOf, elsewhereOf, isSpokenOf, weighSpans, withTopic } from './spans.ts';
import { stanceOf } from './stance.ts';
import { mayHoldVerb } from './verbs.ts';
import { WEIGHTS } from './weights.ts';

export interface Checker {
	/** What the message claims, beside what the sources say. Never throws, whatever the text; the first check does where the phrasings have faults. */
	check(text: string): Report;
	/** Makes the index now rather than at the first check. */
	prepare(): void;
	/** Resolves when a check, that of `text` above all, finds all prepared. Until then nothing else has to wait for it. Rejects where the phrasings have faults. */
	ready(text?: string): Promise<void>;
}

/** Parts of a sentence that are tried together. */
const SPAN_MAX = 3;
/** Sentences of a quotation that are read for what they are about. */
const QUOTED_MAX = 2;
/** Comparisons that one message may cost; a message of more is read less finely, and its end not at all. */
const FINE_MAX = 16;
const COMPARED_MAX = 26;

interface Known {
	readonly index: AssertionIndex;
	readonly models: Models;
}

export interface CheckerOptions {
	readonly dataset: Dataset;
	/** What it knows beside the dataset: asked for at the first check. */
	readonly knowledge: () => Known;
	/** The same, in pieces between which other things are done. `waiting`: the text that is checked then. */
	readonly knowledgeBeside?: (waiting?: string) => Promise<Known>;
	readonly observe?: Observe;
	/** Sees all parts that were read of every sentence: for learning. */
	readonly observeSpans?: ObserveSpans;
}

export type ObserveSpans = (spans: readonly SpanFound[], cut: Cut) => void;

export function createChecker({ dataset, knowledge, knowledgeBeside, observe, observeSpans }: CheckerOptions): Checker {
	type Prepared = Weighing & { readonly decider: Decider };
	let prepared: Prepared | undefined;
	let preparing: Promise<void> | undefined;
	const from = ({ index, models }: Known): Prepared => ({
		decider: new Decider(index, dataset, models, observe),
		...weighingOf(index, models, dataset),
	});
	const prepare = () => (prepared ??= from(knowledge()));
	const prepareBeside = async (waiting?: string) => {
		if (!knowledgeBeside) return void prepare();
		const known = await knowledgeBeside(waiting);
		await nextTurn();
		prepared ??= from(known);
	};
	return {
		check: (text) => {
			const { decider, ...weighing } = prepare();
			return new Check(decider, dataset, weighing, observeSpans).run(text);
		},
		prepare: () => void prepare(),
		async ready(text) {
			if (prepared) return;
			preparing ??= prepareBeside(text).finally(() => {
				// A fault may be mended meanwhile.
				preparing = undefined;
			});
			await preparing;
		},
	};
}

const SOMEBODY = /^(?:(?:and|but|so|а|и|но) )?(?:he|she|он|она)(?!\p{L})|^彼女?(?=[はが])/iu;

/** “The Kurils are ours”: nobody knows who says so. “На Хасане победили наши” tells who won. */
const OURS =
	/(?<!\p{L})(?:(?:are|is|were|was|stay|remain) (?:\p{L}+ )?ours|belongs? to us|(?<!(?<!бы)л(?:[аои]|ась|ись)? )(?:всегда |навсегда )?наш[аие]?)(?!\p{L})[^\p{L}]*$|(?:俺|私|僕|我|われ)(?:たち|達|々|ら|われ)?のもの(?:だ|です)?[^\p{L}]*$/iu;

/** It says of something that it is the writer's, and hardly anything else. */
const isOurs = ({ slots, text }: Reading): boolean =>
	OURS.test(text) && slots.filter(({ inherited }) => !inherited).length <= OURS_SLOTS_MAX;
const OURS_SLOTS_MAX = 4;

/** “He was sent away empty-handed”: it names nothing but words for things, and whom it means stands somewhere else. */
const isOfNobody = ({ slots, text }: Reading, { kindOf }: AssertionIndex): boolean =>
	SOMEBODY.test(text) && slots.every(({ slot }) => slot.names.every((id) => kindOf(id) === 'term'));

/** “Mods pls pin this: …”, “To settle the bet: …”. */
const LED_UP = /^(?<lead>[^:：]{2,70})(?::\s+|：\s*)(?<rest>.{12,})$/su;

/** Some words that name nothing, count nothing and deny nothing. */
function isOfNothing(text: string, index: AssertionIndex): boolean {
	const { actors, amounts, dates, slots, stance } = readClause(text, index);
	return (
		actors.length + amounts.length + dates.length === 0 &&
		stance.sign > 0 &&
		!stance.falsity &&
		slots.every(({ slot }) => slot.names.every((id) => index.names.isWord(id)))
	);
}

/** A sentence without what leads up to it, and without what is said to somebody before or after it: that is of nothing here. */
function claimingPart(sentence: string, index: AssertionIndex): string {
	const { lead, rest } = LED_UP.exec(sentence)?.groups ?? {};
	const told = lead && rest && mayHoldVerb(rest) && isOfNothing(lead, index) ? rest : sentence;
	const parts = clausesOf(told);
	const isTold = ({ text }: Clause) => !isAddress(text) || !isOfNothing(text, index);
	const first = parts.find(isTold);
	const last = parts.findLast(isTold);
	if (!first || !last) return told;
	return told.slice(told.indexOf(first.text), told.lastIndexOf(last.text) + last.text.length);
}

/** Some parts of a sentence as they stand in it, with what stands between them: they are read without that. */
function wordsOf(sentence: string, parts: readonly Clause[], from: number, to: number): string {
	let start = 0;
	let end = 0;
	for (const [place, { text }] of parts.slice(0, to).entries()) {
		const at = sentence.indexOf(text, end);
		if (place <= from) start = at;
		end = at + text.length;
	}
	return sentence.slice(start, end);
}

/** One message being checked. */
class Check {
	readonly #dataset: Dataset;
	readonly #decider: Decider;
	readonly #asked: NearMiss[] = [];
	readonly #claims: CheckedClaim[] = [];
	readonly #near: NearMiss[] = [];
	readonly #seen = new Set<string>();
	#before: Before | undefined;
	#isCut = false;
	/** How surely none of the claims so far is one. */
	#doubt = 1;
	readonly #looked = new Map<string, Looked>();
	readonly #from: number;

	readonly #weighing: Weighing;
	readonly #observeSpans: ObserveSpans | undefined;

	constructor(decider: Decider, dataset: Dataset, weighing: Weighing, observeSpans: ObserveSpans | undefined) {
		this.#weighing = weighing;
		this.#observeSpans = observeSpans;
		this.#decider = decider;
		this.#dataset = dataset;
		this.#from = decider.compared;
	}

	get #cost(): number {
		return this.#decider.compared - this.#from;
	}

	run(text: string): Report {
		for (const sentence of sentencesOf(quotedText(text)).slice(0, QUOTED_MAX)) this.#hear(sentence);
		const read = readSentences(assertedText(text));
		this.#isCut = read.isCut || isBeyondReading(text);
		const sentences = read.sentences.map((sentence) => claimingPart(sentence, this.#decider.index));
		for (const [place, sentence] of sentences.entries()) {
			if (this.#claims.length >= CLAIMS_MAX || this.#cost >= COMPARED_MAX) {
				for (const rest of sentences.slice(place)) this.#leaveOut(rest);
				break;
			}
			if (stanceOf(sentence).asks) this.#ask(sentence);
			else this.#read(sentence, place, sentences.length);
		}
		if (1 - this.#doubt < WEIGHTS.decision.soleMin) this.#offer(() => true);
		const { besideMin } = WEIGHTS.decision;
		if (this.#claims.some(({ strength }) => strength >= besideMin)) this.#offer(({ strength }) => strength < besideMin);
		const outcome = this.#claims.length > 0 ? 'checked' : this.#near.length > 0 ? 'near' : 'nothing';
		return { asked: this.#asked, claims: this.#claims, isCut: this.#isCut, near: this.#near, outcome };
	}

	/** Claims that are hardly any are passed over: all where they are so all together, for then the message may claim nothing at all. */
	#offer(isHardly: (claim: CheckedClaim) => boolean): void {
		for (const claim of this.#claims.splice(0)) {
			if (!isHardly(claim)) this.#claims.push(claim);
			else if (this.#near.length < NEAR_MAX) this.#near.push({ entries: [claim.entry], text: claim.text });
		}
	}

	#offerAlso(entry: string, text: string): void {
		if (this.#near.length < NEAR_MAX) this.#near.push({ entries: [entry], text: shortened(text) });
	}

	/** Words that are not read, or not by themselves: those that name nothing are missed by nobody. */
	#leaveOut(text: string): void {
		this.#isCut ||= readClause(text, this.#decider.index).slots.length > 0;
	}

	#look(text: string, before: Before | undefined, mayDescribe: boolean, sentence: string = text) {
		// People repeat themselves; what was read once need not be read again.
		const key = `${mayDescribe}\n${text}\n${sentence}\n${before?.about ?? ''}\n${before?.recent?.join() ?? ''}\n${before?.slots.map(({ slot }) => slot.text).join() ?? ''}\n${before?.counted ?? 0}\n${before?.actors.join() ?? ''}`;
		let found = this.#looked.get(key);
		if (!found) {
			found = this.#decider.look(text, before, mayDescribe, sentence);
			this.#looked.set(key, found);
		}
		return found;
	}

	/**
	 * Somebody else's words, or a question, claim nothing here, and say what the answer is about. Only that is taken over: what they say of
	 * it is what the answer may deny.
	 */
	#hear(sentence: string): string | undefined {
		const { found } = this.#look(sentence, undefined, true);
		if (found?.state !== 'clear') return undefined;
		this.#before = withTopic({ actors: [], recent: this.#before?.recent, slots: [] }, found, this.#dataset);
		return found.choice.candidate.entry.id;
	}

	#ask(sentence: string): void {
		const entry = this.#hear(sentence);
		if (entry !== undefined && this.#asked.length < NEAR_MAX) this.#asked.push({ entries: [entry], text: shortened(sentence) });
	}

	/** The claims of a sentence: of all its contiguous parts, those that together say most. */
	#read(sentence: string, place: number, sentences: number): void {
		const { found, reading } = this.#look(sentence, this.#before, true);
		const parts = clausesOf(sentence);
		if (parts.length === CLAUSES_MAX && clausesOf(parts.at(-1)!.text).length > 1) this.#leaveOut(parts.at(-1)!.text);
		const spans: SpanFound[] = found ? [{ ...found, from: 0, to: parts.length }] : [];
		const quotes = new Map<string, string>();
		const elsewhere = elsewhereOf(reading);
		/** What each part may go on with. */
		const contexts: (Before | undefined)[] = [this.#before];
		const lookAt = (from: number, to: number) => {
			const text = parts
				.slice(from, to)
				.map((part) => part.text)
				.join(' ');
			quotes.set(text, wordsOf(sentence, parts, from, to));
			const one = this.#look(text, contexts[from], to - from === 1, sentence);
			// What names something of its own is not about what the sentence names elsewhere.
			const strange = one.reading.isAnaphoric ? elsewhere : elsewhereOf(one.reading);
			const isOurs = one.found && strange.every((term) => isSpokenOf(term, one.found!, this.#decider.index));
			if (one.found && isOurs) spans.push({ ...one.found, from, to });
			if (to === from + 1)
				contexts.push(
					withTopic(topicOf(one.reading, contexts[from]), isOurs && one.found?.state === 'clear' ? one.found : undefined, this.#dataset),
				);
		};
		// Each by itself first: where a sentence has more parts than may be compared, none of them goes unread.
		for (let length = 1; length <= SPAN_MAX && length < parts.length; length++)
			for (let from = 0; from + length <= parts.length; from++) {
				if (this.#cost < FINE_MAX) lookAt(from, from + length);
				else if (length === 1) this.#leaveOut(parts[from]!.text);
			}
		const cut: Cut = { claims: this.#claims.length, parts, place, sentences, text: sentence };
		this.#observeSpans?.(spans, cut);
		const { claims, near } = chosenOf(weighSpans(spans, cut, this.#weighing.models.spans), parts.length);
		const quoteOf = ({ reading: { text } }: Found) => quotes.get(text) ?? text;
		if (near) this.#offerAlso(near.choice.candidate.entry.id, quoteOf(near));
		for (const one of claims) {
			if ((!this.#before && isOfNobody(one.reading, this.#decider.index)) || isOurs(one.reading)) {
				this.#offerAlso(one.choice.candidate.entry.id, quoteOf(one));
				continue;
			}
			const claim = checkedClaim(one, quoteOf(one), this.#weighing, this.#dataset);
			// Of small talk, too, no source speaks.
			if (claim.verdict === 'Not covered' && one.sure < WEIGHTS.decision.uncoveredMin) continue;
			const key = `${claim.entry}\n${claim.verdict}\n${claim.position?.id ?? ''}\n${claim.text}`;
			if (this.#seen.has(key)) continue;
			this.#seen.add(key);
			// What is said twice is no surer for it.
			this.#doubt *= 1 - one.sure;
			if (this.#claims.length < CLAIMS_MAX) this.#claims.push(claim);
			else this.#isCut = true;
		}
		this.#before = withTopic(topicOf(reading, this.#before), claims.at(-1), this.#dataset);
	}
}
