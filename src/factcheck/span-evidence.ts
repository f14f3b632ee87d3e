/**
 * What speaks for a part of a sentence as a claim by itself, beside all the other parts that were read: numbers from which the model weighs
 * whether it is one. “They signed in Moscow and went home” is one claim or two; of the parts alone that is not seen.
 */
import type { Found } from './decide.ts';
import { EVIDENCE } from './evidence.ts';
import { Row, TALK } from './rows.ts';
import { type Clause, JOINS } from './sentences.ts';

/** A finding and the parts of the sentence that it is of. */
export type SpanFound = Found & { readonly from: number; readonly to: number };

/** The sentence that was cut, and what is around it. */
export interface Cut {
	/** Claims of the message so far. */
	readonly claims: number;
	readonly parts: readonly Clause[];
	/** Its place in the message, from 0, and how many sentences there are. */
	readonly place: number;
	readonly sentences: number;
	readonly text: string;
}

export const SPAN_EVIDENCE: string[] = [];

/** The odds of what was not found. */
const NOT_FOUND = -6;

const idOf = ({ choice }: Found) => choice.candidate.entry.id;
const most = (spans: readonly SpanFound[]) => spans.reduce((best, { odds }) => Math.max(best, odds), NOT_FOUND);
const wordsIn = (text: string) => text.split(/\s+/u).length;

/** For each span a row, in their order. */
export function spanEvidence(spans: readonly SpanFound[], { claims, parts, place, sentences, text }: Cut): Float32Array[] {
	const nothing = EVIDENCE.indexOf('nothing');
	const whole = spans.find(({ from, to }) => from === 0 && to === parts.length);
	return spans.map((span) => {
		const { choice, from, odds, reading, rivals, to } = span;
		const { candidate } = choice;
		const { entry } = candidate;
		const inside = spans.filter((one) => one !== span && one.from >= from && one.to <= to);
		const outside = spans.filter((one) => one !== span && one.from <= from && one.to >= to);
		const beside = spans.filter((one) => one.to <= from || one.from >= to);
		const isSame = (one: Found) => idOf(one) === entry.id;
		const isOther = (one: Found) => idOf(one) !== entry.id;
		const singles = inside.filter((one) => one.to - one.from === 1);
		const clear = singles.filter(({ state }) => state === 'clear');
		const own = reading.slots.filter(({ inherited }) => !inherited);
		const row = new Row(SPAN_EVIDENCE);
		row.put('odds', odds);
		row.put('rivals', rivals.length);
		row.put('rival', rivals[0] ? rivals[0].odds - odds : NOT_FOUND);
		row.putKind(entry);
		row.putChoice(choice.kind);
		row.putFits(candidate);
		row.put('coverage', candidate.coverage);
		row.put('mass', candidate.mass);
		row.put('own', candidate.own);
		row.put('own share', candidate.own / (own.reduce((sum, { weight }) => sum + weight, 0) || 1));
		row.put('hits', candidate.hits);
		row.put('said', candidate.said);
		row.put('beyond', candidate.beyond);
		row.put('beyond names', candidate.beyondNames);
		row.put('slots', own.length);
		row.put('names', own.filter(({ slot }) => slot.names.length > 0).length);
		row.put('unknown', own.filter(({ unknown }) => unknown).length);
		row.put('amounts', reading.amounts.length);
		row.put('dates', reading.dates.length);
		row.put('actors', reading.actors.length);
		row.put('sign', reading.stance.sign);
		row.put('falsity', Number(reading.stance.falsity));
		row.put('hedged', Number(reading.stance.hedged));
		row.put('anaphoric', Number(reading.isAnaphoric));
		row.put('refers back', Number(reading.refersBack));
		row.put('goes on', reading.recent.indexOf(entry.id));
		for (const name of TALK) {
			row.put(`clause ${name}`, Number(reading.talk.clause[name]));
			row.put(`sentence ${name}`, Number(reading.talk.sentence[name]));
		}
		row.put('words', wordsIn(reading.text));
		row.put('share of sentence', reading.text.length / (text.length || 1));
		row.put('length', to - from);
		row.put('parts', parts.length);
		row.put('first', Number(from === 0));
		row.put('last', Number(to === parts.length));
		for (const join of JOINS) {
			row.put(`after ${join}`, Number(parts[from]?.join === join));
			row.put(`before ${join}`, Number(parts[to]?.join === join));
			row.put(`over ${join}`, parts.slice(from + 1, to).filter((part) => part.join === join).length);
		}
		row.put('inside', most(inside));
		row.put('inside same', most(inside.filter(isSame)));
		row.put('inside other', most(inside.filter(isOther)));
		row.put('inside clear', clear.length);
		row.put('inside entries', new Set(clear.map(idOf)).size);
		row.put('inside least', singles.length < to - from ? NOT_FOUND : Math.min(...singles.map((one) => one.odds), odds));
		row.put('outside', most(outside));
		row.put('outside same', most(outside.filter(isSame)));
		row.put('outside other', most(outside.filter(isOther)));
		row.put('beside', most(beside));
		row.put('beside same', most(beside.filter(isSame)));
		row.put('beside other', most(beside.filter(isOther)));
		row.put('over inside', odds - most(inside));
		row.put('over outside', odds - most(outside));
		row.put('whole', whole?.odds ?? NOT_FOUND);
		row.put('whole same', Number(whole !== undefined && isSame(whole)));
		row.put('place', place);
		row.put('sentences', sentences);
		row.put('claims before', claims);
		row.put('clause chat', Number(reading.talk.clause.chat));
		row.put('sentence chat', Number(reading.talk.sentence.chat));
		row.put('nothing', span.evidence[nothing]!);
		row.put('whole nothing', whole?.evidence[nothing] ?? 0);
		return row.done;
	});
}
