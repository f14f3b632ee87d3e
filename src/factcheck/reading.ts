/** One clause of a message, read: what it is about, which numbers and dates it gives, and how it means it. */
import { datesIn, type FoundDate, monthsIn, withFullYears } from '../search/dates.ts';
import { ACTOR_CONCEPTS, actorsOf } from './actors.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { type Talk, talkIn } from './chatter.ts';
import { countedIn } from './counted.ts';
import { boundedDates } from './date-bounds.ts';
import { type Duration, durationsIn } from './durations.ts';
import { isElsewhere, phraseElsewhere } from './elsewhere.ts';
import { ELSEWHERE, featuresOf, NAMED, type Slot, YEAR } from './features.ts';
import { type AssertionIndex, qualityOf, unknownWeight, weightOf } from './index.ts';
import { groupCounts } from './plain-amounts.ts';
import { type Stance, stanceOf } from './stance.ts';
import { tonesIn } from './tone.ts';
import { WEIGHTS } from './weights.ts';

export interface ReadSlot {
	/** Taken over from the sentence before, which named the topic. */
	readonly inherited: boolean;
	/** Says what is claimed rather than of whom. */
	readonly predicate: boolean;
	readonly meanings: readonly { readonly quality: number; readonly term: number }[];
	readonly slot: Slot;
	/** Names what the dataset does not hold, unless an entry says otherwise. */
	readonly elsewhere: boolean;
	/** What of its weight tells against an entry that does not speak of it. */
	readonly loss: number;
	/** Nothing in the dataset is written like it. */
	readonly unknown: boolean;
	readonly weight: number;
}

export interface Reading {
	/** States and peoples, in the order in which they stand. */
	readonly actors: readonly string[];
	readonly amounts: readonly Amount[];
	/** The classes of what it counts, as bits; none where it gives no number. */
	readonly counted: number;
	readonly dates: readonly FoundDate[];
	readonly durations: readonly Duration[];
	/** What it names that the dataset does not hold, in words that are all ours. */
	readonly elsewhere: string | undefined;
	/** The events and treaties that it names itself. */
	readonly happenings: readonly string[];
	/** It names nothing itself. */
	readonly isAnaphoric: boolean;
	/** What the message spoke of before, the last first. */
	readonly recent: readonly string[];
	/** It speaks of what was named before by a pronoun. */
	readonly refersBack: boolean;
	readonly slots: readonly ReadSlot[];
	/** The text without slips of the pen, and with one word for one thing: what is read. */
	readonly spelt: string;
	readonly stance: Stance;
	/** Signs of talk in the clause itself, and in the sentence of which it is a part. */
	readonly talk: { readonly clause: Talk; readonly sentence: Talk };
	/** As it stands in the message. */
	readonly text: string;
	/** The sorts of things that it says, in the order of `TONE_NAMES`. */
	readonly tones: readonly boolean[];
}

/** What a topic weighs that is described and not named. */
const NEAR_SHARE = 0.9;
const NEAR_MIN_LENGTH = 5;
const INHERITED_MAX = 6;
const FEW = 12;

/** Reads a clause that follows on `before`; `sentence` is what it is cut from. */
export function readClause(text: string, index: AssertionIndex, before?: Topic, sentence: string = text): Reading {
	const inherited = before?.slots ?? [];
	const spelt = index.spelling.mended(text).replace(ON_TRIAL, 'put on trial');
	const stance = stanceOf(withCounts(spelt));
	const { dates: written, rest } = datesIn(stance.text);
	const months = monthsIn(rest);
	const adverbial = written.filter((date) => !isAttribute(date, stance.text));
	const dates = [...boundedDates([...adverbial, ...swapped(adverbial)], stance.text), ...months];
	const amounts = amountsIn(rest);
	const { slots } = featuresOf(
		stance.text,
		index.names,
		// “The four islands” is a name before it is a number.
		[...amounts.filter(({ high, text: found }) => high > FEW || /\d/.test(found)), ...months].map(({ text: found }) => found),
	);
	const read = slots.map((slot) => resolve(slot, index));
	// A clause that names nothing is about what was named before it.
	const isAnaphoric = read.every(({ slot }) => slot.names.every((id) => index.names.isWord(id)));
	const own = new Set(read.flatMap(({ slot }) => slot.terms));
	const taken = inherited
		.filter(({ slot }) => !own.has(slot.terms[0]!))
		.slice(0, INHERITED_MAX)
		.map((one) => ({
			...one,
			// What names something of its own is not about the strangers before it.
			elsewhere: isAnaphoric && one.elsewhere,
			inherited: true,
			loss: isAnaphoric && one.slot.names.length > 0 ? WEIGHTS.reading.loss.taken : 0,
			predicate: false,
		}));
	const actors = actorsOf(stance.text);
	const ownCounted = amounts.length > 0 ? countedIn(stance.text) : 0;
	const refersBack = REFERENCE.test(spelt);
	const reading: Reading = {
		actors: whoActs(actors, stance.text, before),
		amounts,
		counted: ownCounted === 0 && isAnaphoric ? (before?.counted ?? 0) : ownCounted,
		dates,
		durations: durationsIn(rest.normalize('NFKC').toLowerCase()),
		elsewhere: phraseElsewhere(spelt),
		happenings: [...new Set(read.flatMap(({ slot }) => slot.names.filter((id) => index.names.isHappening(id))))],
		isAnaphoric,
		recent: before?.recent ?? [],
		refersBack,
		slots: [...read, ...taken],
		spelt,
		stance,
		talk: { clause: talkIn(text), sentence: talkIn(sentence) },
		text,
		tones: tonesIn(spelt),
	};
	return isAnaphoric && before?.about ? aboutTopic(reading, before.about, index) : reading;
}

function resolve(slot: Slot, { entries, idf, names, vocabulary }: AssertionIndex): ReadSlot {
	const meanings: { quality: number; term: number }[] = [];
	slot.terms.forEach((term, place) => {
		const id = vocabulary.idOf(term);
		if (id !== undefined) meanings.push({ quality: qualityOf(term, place === 0), term: id });
	});
	const isYear = slot.terms[0]!.startsWith(YEAR);
	const written = vocabulary.idOf(slot.terms[0]!) !== undefined;
	const spelled =
		!written &&
		!isYear &&
		!slot.filler &&
		(slot.script === 'latin' || slot.script === 'cyrillic' || slot.script === 'kana') &&
		slot.terms[0]!.length >= NEAR_MIN_LENGTH;
	if (spelled && meanings.length === 0)
		for (const { quality, term } of vocabulary.near(slot.terms[0]!).slice(0, 4)) meanings.push({ quality: quality * NEAR_SHARE, term });
	const unknown = meanings.length === 0;
	const most = unknownWeight(entries.ids.length);
	let weight = weightOf(
		slot,
		(term) => {
			const id = vocabulary.idOf(term);
			return id === undefined ? undefined : idf[id]!;
		},
		most,
	);
	if (unknown && !slot.filler && !isYear)
		weight = most * (slot.capital ? WEIGHTS.reading.unknownName : WEIGHTS.reading.unknownWord) * (slot.script === 'han' ? 0.35 : 1);
	else if (!written && spelled) weight = Math.max(...meanings.map(({ quality, term }) => quality * idf[term]!));
	const elsewhere = isElsewhere(slot.text) || slot.terms[0]!.startsWith(ELSEWHERE);
	const loss = isYear
		? WEIGHTS.reading.loss.year
		: elsewhere
			? WEIGHTS.reading.loss.elsewhere
			: slot.names.length > 0 || slot.capital
				? WEIGHTS.reading.loss.name
				: slot.terms.some((term) => term[0] === '#' || term[0] === '~' || term[0] === '%')
					? WEIGHTS.reading.loss.notion
					: WEIGHTS.reading.loss.word;
	if (elsewhere) weight = Math.max(weight, most * 0.8);
	const predicate =
		slot.names.every((id) => names.isWord(id)) && !slot.filler && !isYear && !slot.terms.some((term) => ACTOR_CONCEPTS.has(term));
	return { elsewhere, inherited: false, loss, meanings, predicate, slot, unknown, weight };
}

/** “Ishii was never tried” is no attempt. */
const ON_TRIAL =
	/(?<=(?<!\p{L})(?:was|were|wasn['’]t|weren['’]t|be|been|being|get|got|gets)(?: (?:never|not|ever|also|all|even|finally|later|actually|both|only))* )tried(?! (?:to|out|on)(?!\p{L}))(?!\p{L})/giu;

/** A verb without anybody before it: “… and declared war on Japan” goes on with who stood first before it. */
const GOES_ON =
	/^(?:(?:and|but|then|later|also|и|а|но|затем|потом|позже) )*(?:\p{L}+ly )?(?:(?!(?:united|indeed|allied|armed|supposed|alleged)(?!\p{L}))\p{Ll}{3,}ed(?! by(?!\p{L}))|broke|won|lost|took|gave|went|left|sent|began|fought|beat|got|kept|held|sank|struck|made|\p{Ll}{3,}(?:л|ла|ли)(?:с[ья])?)(?!\p{L})/u;

/** The actors of a clause, who did it first; those of the clause before where a pronoun or nobody stands for them. */
function whoActs(own: readonly string[], text: string, before: Topic | undefined): readonly string[] {
	const first = before?.actors[0];
	if (own.length === 0) return PRONOUN.test(text) ? (before?.actors ?? []) : own;
	return first !== undefined && GOES_ON.test(text) ? [first, ...own.filter((name) => name !== first)] : own;
}

/** “The 1941 pact”, “пакт 1941 года”, 1941年の条約: a year that tells which one is meant, and dates nothing. */
function isAttribute({ precision, text }: FoundDate, clause: string): boolean {
	if (precision !== 'year') return false;
	const lower = clause.normalize('NFKC').toLowerCase();
	const at = lower.indexOf(text.trim());
	if (at < 0) return false;
	const before = lower.slice(Math.max(0, at - 24), at);
	const after = lower.slice(at + text.trim().length);
	if (/\(\s*$/.test(before) || /^\s*\)/.test(after)) return true;
	if (/(?<!\b(?:summer|spring|autumn|fall|winter|end|beginning|start|middle|early|late|month|months)) of\s*$/u.test(before)) return true;
	if (/(?:年)$/u.test(text.trim())) return /^の(?!こと|時|夏|秋|春|冬)[\p{Script=Han}\p{Script=Katakana}]/u.test(after);
	if (/[а-я]/u.test(lower) && !/[a-z]{3}/.test(lower))
		return (
			!/(?:^|\s)(?:в|во|с|со|до|к|от|после|около|на|лишь|только|именно|уже|не|[-–—])\s*(?:\p{L}+\s+)?$/u.test(before) &&
			!/(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)\p{L}*\s*$/u.test(before) &&
			/\p{L}\s*$/u.test(before)
		);
	return (
		/(?:^|\s)(?:the|this|that|their|of the)\s*$/u.test(before) &&
		/^\s+[a-z]{3,}/u.test(after) &&
		!/^\s+(?:and|when|was|were|is|but|with|after|because|the|to)\b/u.test(after)
	);
}

/** 11/02/1945 is a day of February to some and of November to others. */
function swapped(dates: readonly FoundDate[]): FoundDate[] {
	return dates.flatMap(({ text }) => {
		const [, first, second, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text.trim()) ?? [];
		if (!first || !second || !year || first === second) return [];
		return datesIn(`${year}-${second.padStart(2, '0')}-${first.padStart(2, '0')}`)
			.dates.concat(datesIn(`${year}-${first.padStart(2, '0')}-${second.padStart(2, '0')}`).dates)
			.filter(({ from, precision }) => precision === 'day' && !dates.some((date) => date.from === from));
	});
}

/** A reading that is taken to be about an entry which it describes without naming it. */
export function aboutTopic(reading: Reading, id: string, index: AssertionIndex): Reading {
	const term = index.vocabulary.idOf(NAMED + id);
	if (term === undefined) return reading;
	const slot: Slot = { capital: false, filler: false, names: [id], script: 'latin', terms: [NAMED + id], text: id };
	const described: ReadSlot = {
		elsewhere: false,
		inherited: true,
		loss: WEIGHTS.reading.loss.described,
		meanings: [{ quality: 1, term }],
		predicate: false,
		slot,
		unknown: false,
		weight: unknownWeight(index.entries.ids.length) * WEIGHTS.reading.describedShare,
	};
	return { ...reading, slots: [...reading.slots, described] };
}

const PRONOUN =
	/(?<!\p{L})(?:they|them|their|he|him|his|she|it|its|он|она|они|их|его|ему|им|этого|это)(?!\p{L})|彼ら|彼|彼女|そのうち|うち/iu;

/** Points back to what was named before, rather than to the sentence's own subject. */
const REFERENCE =
	/(?<!\p{L})(?:of (?:them|these|those)|they|them|their|it|its|he|him|his|(?:this|that|the) (?:pact|treaty|battle|war|massacre|trial|incident|agreement|declaration)|из них|их|они|он|она|его|е[её]|этот|эта|это|этого|тот|договор|пакт|там)(?!\p{L})|そのうち|うち|彼ら|その|これ|それ|同条約|この/iu;

/** What a later clause may take over. */
export interface Topic {
	/** The event or treaty that the claim before was about. */
	readonly about?: string;
	readonly actors: readonly string[];
	/** The classes of what was counted last, as bits. */
	readonly counted?: number;
	/** The entries of the claims before, the last first. */
	readonly recent?: readonly string[];
	readonly slots: readonly ReadSlot[];
}

/** The names and the weightiest words of what a clause is about; `before` where it names nothing itself. */
export function topicOf(reading: Reading, before?: Topic): Topic | undefined {
	const slots = topicSlots(reading);
	const named = slots.some(({ inherited, slot }) => !inherited && slot.names.length > 0);
	if (!named && before)
		return {
			...before,
			actors: reading.actors.length > 0 ? reading.actors : before.actors,
			counted: reading.counted || before.counted,
		};
	return slots.length > 0 ? { actors: reading.actors, counted: reading.counted, recent: before?.recent, slots } : before;
}

function topicSlots(reading: Reading): ReadSlot[] {
	return reading.slots
		.filter(({ inherited }) => !inherited)
		.filter(
			({ slot, unknown, weight }) => !unknown && !slot.filler && !slot.terms[0]!.startsWith(YEAR) && (slot.names.length > 0 || weight > 3),
		)
		.sort((a, b) => Number(b.slot.names.length > 0) - Number(a.slot.names.length > 0) || b.weight - a.weight);
}

const TENS_OF_THOUSANDS =
	/(?<!\p{L})тысяч[иа]? (?=(?:\d{1,3}|десять|пятнадцать|двадцать|тридцать|сорок|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|сто)(?![\p{L}\d]))(?<count>\p{L}+|\d+)/giu;

const withCounts = (text: string) => groupCounts(withFullYears(text).replace(TENS_OF_THOUSANDS, '$<count> тысяч'));
