/** Plain facts of treaties, events and persons that a claim may give a date for: signed, in force, ended; begun; born, died. */
import type { Topic } from '../dataset/schema.ts';
import { fold } from '../search/fold.ts';
import { monthOf } from '../search/months.ts';
import { namesOf } from '../search/names.ts';
import { actorsOf } from './actors.ts';
import { isBesideDate } from './date-bounds.ts';
import { YEAR } from './features.ts';
import type { Reading } from './reading.ts';

export interface DatedFact {
	/** Whether a word does no more than ask for this very fact. */
	readonly isAsking: (word: string) => boolean;
	readonly part: 'begin' | 'end' | 'whole';
	readonly stated: { readonly date: string; readonly disputed?: string; readonly oldStyle?: string };
	/** Whether a text speaks of this very fact. */
	readonly tells: (text: string) => boolean;
	/** The words that ask for this very fact stand in the claim. */
	readonly worded: boolean;
}

const SIGNED = /\bsign(?:ed|ing|s)?\b|\bconclu\w+|\binked\b|\bagreed\b|подпис[а-яё]+|заключ[а-яё]+|調印|締結|署名|結ばれ|結んだ/iu;
const IN_FORCE =
	/\b(?:took|take|takes|came|come|went|entered|enter)(?: in)?(?:to)? (?:effect|force)|\bin force\b|\bratif\w+|\beffective\b|вступил[а-яё]* в силу|ратифи[а-яё]+|発効|批准/iu;
const ENDED =
	/\buntil\b|\bend(?:ed|s|ing)?\b|\bexpir\w+|\bterminat\w+|\bdenounc\w+|\babrogat\w+|\bfinish\w+|\bover\b|\bstopped\b|\bpull(?:ed|s)? out\b|\bwithdr\w+|\bevacuat\w+|\bleft\b|\breleased\b|\bset free\b|ушл[а-яё]+|вывел[а-яё]*|撤退|撤兵|引き揚げ|釈放|закончил[а-яё]*|завершил[а-яё]*|окончил[а-яё]*|кончил[а-яё]*|истек[а-яё]*|денонс[а-яё]+|(?<!\p{L})до \d|まで|終わ|終結|失効|終了|破棄/iu;
/** Bounds of a date that are written like an end: “до 1942 года”, “by the end of 1956”. */
const BOUND =
	/(?<!\p{L})до (?=\d)|(?:n['’]?t|\bnot) [^,.;]{1,50}? (?:until|till)\b|\b(?:by|at|before|towards?|until) the (?:very )?(?:end|close) of\b/giu;
const BEGUN =
	/\b(?:beg[aiu]n|began|begins|start(?:ed|s)?|broke out|outbreak|opened|launched|landed|entered|invaded|attacked|moved in(?:to)?|went into|founded|introduced|set up|established|put up|captured|seized|arrested|fell into|taken (?:prisoner|captive)|first day)\b|начал[а-яё]*|начали[а-яё]*|вспыхнул[а-яё]*|высадил[а-яё]*|вторг[а-яё]+|основан[а-яё]*|созда[а-яё]+|схвати[а-яё]+|арестова[а-яё]+|попал[а-яё]* в|взя[а-яё]+ в плен|始ま|開始|勃発|上陸|侵攻|出兵|創立|設立|捕らえ|捕えら|捕まっ|逮捕/iu;
const BORN = /\bborn\b|\bbirth\w*|родил[а-яё]*|рожд[а-яё]+|生まれ|誕生|出生|生年/iu;
const DIED =
	/\bdie[ds]?\b|\bdeath\b|\bdead\b|\bpassed away\b|\bexecuted\b|\bshot\b|умер[а-яё]*|скончал[а-яё]*|погиб[а-яё]*|расстрелян[а-яё]*|死去|死亡|没し|亡くな|死んだ/iu;
const HAPPENED =
	/^\s*(?:it|this|that) was\b|\bwas on\b|\bdated\b|\bset\b|\bhappen\w*|\btook place\b|\boccur\w*|\bwas (?:in|on)\b|\bwere (?:in|on)\b|\bheld\b|\bdates? (?:from|to|back)\b|\bfought\b|\bissued\b|\bwas (?:made|given|published)\b|произош[а-яё]+|состоял[а-яё]*|случил[а-яё]*|был[а-яё]? (?:в|\d)|прошл[а-яё]*|起き|行われ|あった|発生|開かれ|だった$|です$/iu;

const telling = (pattern: RegExp) => (text: string) => pattern.test(text);
const ofAnything = () => true;
const wholly = (stated: DatedFact['stated'], pattern: RegExp): DatedFact => ({
	isAsking: telling(pattern),
	part: 'whole',
	stated,
	tells: telling(pattern),
	worded: true,
});

/** The fact for which the claim gives a date; `undefined` for a claim of other things. */
export function datedFactOf(entry: Topic, { stance }: Reading, clause: string): DatedFact | undefined {
	const text = `${stance.text} ${clause}`;
	switch (entry.kind) {
		case 'treaty': {
			// “Подписан до 1942 года” and “signed by the end of 1956” tell of no end.
			const isEnded = ENDED.test(SIGNED.test(text) ? text.replace(BOUND, ' ') : text);
			if (IN_FORCE.test(text) && entry.inForce) return wholly(entry.inForce, IN_FORCE);
			if (isEnded && entry.ended) return wholly(entry.ended, ENDED);
			if (IN_FORCE.test(text) || isEnded) return undefined;
			return { ...wholly(entry.signed, SIGNED), worded: SIGNED.test(text) };
		}
		case 'event': {
			const part = BEGUN.test(text) ? 'begin' : ENDED.test(text) ? 'end' : 'whole';
			const isAsking = telling(part === 'begin' ? BEGUN : part === 'end' ? ENDED : HAPPENED);
			const tells = part === 'whole' ? ofAnything : isAsking;
			return {
				isAsking,
				part,
				stated: entry.when,
				tells,
				worded: part !== 'whole' || (HAPPENED.test(text) && !/\bбыл[а-яё]? [^\d]/iu.test(text)),
			};
		}
		case 'person': {
			if (BORN.test(text)) return entry.born && wholly(entry.born, BORN);
			if (DIED.test(text)) return entry.died && wholly(entry.died, DIED);
			return undefined;
		}
		default:
			return undefined;
	}
}

/** What opens a sentence before its first comma, between those who talk: “you owe me a ramen, …”. */
const OPENING =
	/^(?=[^,:;–—]*(?<!\p{L})(?:i|you|u|me|my|your|we|dude|bro|man|guys|lol|lmao|well|look|listen|btw|fyi|я|ты|вы|мне|тебе|вам|мой|твой|слушай(?:те)?|ну|блин|кстати|короче)(?!\p{L}))[^,:;–—]{1,40}[,:;–—]/iu;

/** The words of a clause that are talk before what it says; empty where there are none. A denial there may be one of the date. */
function openingTalk({ spelt, stance }: Reading, isAsking: DatedFact['isAsking']): string {
	const opening = OPENING.exec(spelt)?.[0].toLowerCase() ?? '';
	return stance.sign < 0 || isAsking(opening) || /\d/.test(opening) ? '' : opening;
}

const MONTH_AND_DAY = /^\d{4}-(\d\d)(?:-(\d\d))?/;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;

/** Whether a word is the month or the day of a date, that was given beside it: “in spring 1941, April or so”, “around the 19th”. */
function isPartOf({ stated }: DatedFact, word: string): boolean {
	const [, month, day] = MONTH_AND_DAY.exec(stated.date) ?? [];
	const number = DAY.exec(word)?.[1];
	return number === undefined
		? month !== undefined && monthOf(word) === Number(month)
		: day !== undefined && Number(number) === Number(day);
}

const wordsOfNames = new WeakMap<Topic, ReadonlySet<string>>();

/** Whether a word is one of a treaty's names, and no state: “the Joint Declaration” is one of several, and names it none the less. */
function namesTreaty(entry: Topic, word: string): boolean {
	if (entry.kind !== 'treaty' || actorsOf(word).length > 0) return false;
	let known = wordsOfNames.get(entry);
	if (!known) wordsOfNames.set(entry, (known = new Set(namesOf(entry).flatMap(({ text }) => fold(text).split(' ')))));
	return known.has(word);
}

/** Whether a clause gives the date of a fact and says nothing else: “the pact was signed on 13 April”, and not “in Berlin”. */
export function saysDateAlone(entry: Topic, fact: DatedFact, reading: Reading): boolean {
	const { id, kind } = entry;
	const { isAsking, part, worded } = fact;
	// An event has dates of its own beside the whole of it: of the broadcast, of the signing on board.
	if (!worded || reading.amounts.length > 0 || (kind === 'event' && part === 'whole')) return false;
	const opening = openingTalk(reading, isAsking);
	return reading.slots.every(({ inherited, slot: { capital, filler, names, terms, text } }) => {
		if (
			inherited ||
			filler ||
			names.includes(id) ||
			isAsking(text) ||
			isBesideDate(text) ||
			namesTreaty(entry, text) ||
			terms.every((term) => term.startsWith(YEAR))
		)
			return true;
		return isPartOf(fact, text) || (names.length === 0 && !capital && opening.includes(text));
	});
}
