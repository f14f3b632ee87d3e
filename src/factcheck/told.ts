/** The numbers, dates and durations that the texts of an entry tell; numbers by what they count: “four islands” against “two”. */
import type { Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import type { FoundDate } from '../search/dates.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { isSameDate, type Span, spansIn, spansOfDate } from './dates.ts';
import { type Duration, durationsIn, lastsAsLong } from './durations.ts';
import type { DatedFact } from './facts.ts';

const COUNTED: readonly RegExp[] = [
	/^(?:\p{L}+ )?(?:islands?|isles?|islets?|остров[а-яё]*|島)/iu,
	/^(?:\p{L}+ )?(?:times?|раз[а-яё]?(?!\p{L})|回|度)/iu,
	/^(?:(?:\p{L}+ ){0,2})(?:people|persons?|men|women|children|soldiers?|servicemen|officers?|sailors?|generals?|troops|prisoners?|captives?|internees?|pows?|refugees|defendants|settlers?|residents|inhabitants|islanders|casualties|deaths|victims?|dead|killed|wounded|japanese|russians|soviets|mongols|mongolians|civilians|человек[а-яё]*|людей|женщин[а-яё]*|детей|солдат[а-яё]*|военн[а-яё]+|офицер[а-яё]*|моряк[а-яё]*|генерал[а-яё]*|пленн[а-яё]+|интернированн[а-яё]+|беженц[а-яё]+|подсудим[а-яё]+|осужд[её]нн[а-яё]+|жител[а-яё]+|жертв[а-яё]*|убит[а-яё]+|погибш[а-яё]+|ранен[а-яё]+|японц[а-яё]+|русск[а-яё]+|人|名)/iu,
	/^(?:\p{L}+ )?(?:(?:war)?ships?|vessels?|submarines?|destroyers?|(?:steam|merchant )ships?|steamers?|freighters?|merchantmen)(?!\p{L})|^(?:\p{L}+ )?(?:корабл[а-яё]+|судов|суда(?!\p{L})|судн[а-яё]+|пароход[а-яё]*)|^隻/iu,
	/^(?:\p{L}+ )?(?:aircraft|(?:aero|air)?planes?|bombers?)(?!\p{L}| carrier)|^(?:\p{L}+ )?самол[её]т[а-яё]*|^機(?![\p{Script=Han}])/iu,
	/^(?:\p{L}+ )?(?:divisions?(?!\p{L})|дивизи[а-яё]+|個?師団)/iu,
	/^(?:armou?red )?(?:tanks?(?!\p{L}| (?:division|brigade|regiment|battalion|corps|arm))|танк(?:а|ов|и|ами)?(?!\p{L}))/iu,
	/^(?:\p{L}+ )?(?:votes?|ballots?)(?!\p{L})|^(?:\p{L}+ )?голос(?:а|ов|ами)?(?!\p{L})|^票/iu,
	/^(?:\p{L}+ )?(?:villages?|hamlets?)(?!\p{L})|^(?:\p{L}+ )?(?:деревень|деревн[а-яё]+|с[её]л[оа]?(?!\p{L}))|^か村/iu,
	/^(?:\p{L}+ )?(?:yen|иен[а-яё]*|円)/iu,
	/^(?:\p{L}+ )?(?:dollars?|usd|долл[а-яё]*|ドル)/iu,
	/^(?:\p{L}+ )?(?:ro?ubles?|руб[а-яё]*|ルーブル)/iu,
	/^(?:\p{L}+ )?(?:countries|states|nations|стран[а-яё]*|государств[а-яё]*|か国|カ国|ヶ国)/iu,
	/^(?:km|kilomet\w+|км|километр[а-яё]*|キロ)/iu,
	/^(?:articles?|стат[а-яё]+|条|か条|カ条)/iu,
];

const OTHER = -1;
/** Letters by which a noun is known that is of no class. */
const STEM = 5;
const NOUN_MIN = 4;
/** Long enough, and no nouns. */
const NO_NOUN =
	/^(?:were|them|they|from|with|that|this|have|been|more|most|than|other|others|который|которые|которых|были|было|этих|других|более)$/u;

/** What a number counts: a class, or the words beside it, one of which is its noun. */
interface Counted {
	readonly amount: Amount;
	readonly class: number;
	readonly nouns: readonly string[];
}

function countedBy(amount: Amount): Counted {
	const unit = amount.unit.trim();
	// Of two words the second is the noun as a rule, as of “fifty railway guards”; the last one may be cut off.
	const nouns = (unit.match(/\p{L}+/gu) ?? []).slice(0, 2).filter((word) => word.length >= NOUN_MIN && !NO_NOUN.test(word));
	return { amount, class: COUNTED.findIndex((pattern) => pattern.test(unit)), nouns: nouns.map((word) => word.slice(0, STEM)) };
}

/** “Guards” and “railway guards” are the same, “railway guards” and “railway stations” are not. */
const isSameNoun = (a: readonly string[], b: readonly string[]) =>
	a.length === b.length ? a.length > 0 && a.at(-1) === b.at(-1) : a.some((noun) => b.includes(noun));
const countSame = (a: Counted, b: Counted) => (a.class === OTHER && b.class === OTHER ? isSameNoun(a.nouns, b.nouns) : a.class === b.class);

/** What somebody tells of an entry, made when it is first asked for. */
function onceOf<T>(make: (entry: Topic) => T): (entry: Topic) => T {
	const known = new WeakMap<Topic, { readonly made: T }>();
	return (entry) => {
		let kept = known.get(entry);
		if (!kept) {
			kept = { made: make(entry) };
			known.set(entry, kept);
		}
		return kept.made;
	};
}

function textsOf(entry: Topic): string[] {
	const texts = [entry.summary, ...accountsOf(entry).map(({ account }) => account.says)];
	return entry.kind === 'treaty' ? [...texts, ...(entry.articles ?? []).map(({ says }) => says)] : texts;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();
const toldBy = onceOf((entry) => textsOf(entry).flatMap((text) => amountsIn(plain(text)).map(countedBy)));
const durationsToldBy = onceOf((entry) => textsOf(entry).flatMap((text) => durationsIn(plain(text))));

const isSame = (a: Amount, b: Amount) => a.low <= b.high * 1.02 && b.low <= a.high * 1.02;

interface Told {
	/** How many the texts give another in place of. */
	readonly against: number;
	/** How many they give as well. */
	readonly same: number;
}

/** Which numbers of a claim the texts tell, and of which they tell others of the same things. */
export function toldOf(entry: Topic, amounts: readonly Amount[]): Told {
	let against = 0;
	let same = 0;
	for (const amount of amounts) {
		const own = countedBy(amount);
		const told = toldBy(entry);
		const ofSame = told.filter((one) => countSame(one, own));
		// Of what is of no class an equal number may count anything: the 50th parallel is no guards.
		const isKnown = own.class === OTHER && ofSame.length > 0;
		const isTold = (one: Counted) => isSame(one.amount, amount) && (own.class === OTHER || one.class === OTHER || one.class === own.class);
		if ((isKnown ? ofSame : told).some(isTold)) same++;
		else if (ofSame.length > 0) against++;
	}
	return { against, same };
}

/** The same of how long something lasted. */
export function durationsToldOf(entry: Topic, durations: readonly Duration[]): Told {
	const told = durations.length === 0 ? [] : durationsToldBy(entry);
	if (told.length === 0) return { against: 0, same: 0 };
	const same = durations.filter((duration) => told.some((one) => lastsAsLong(one, duration))).length;
	return { against: durations.length - same, same };
}

/** Whether a text gives a number or a duration of a claim (2), another in its place (1), or none. */
export function givesOf(
	text: string,
	{ amounts, durations }: { readonly amounts: readonly Amount[]; readonly durations: readonly Duration[] },
): 0 | 1 | 2 {
	if (amounts.length + durations.length === 0) return 0;
	const told = amountsIn(plain(text)).map(countedBy);
	const lasting = durationsIn(plain(text));
	const own = amounts.map(countedBy);
	const isGiven = ({ amount, class: counted }: Counted) =>
		told.some((one) => isSame(one.amount, amount) && (counted === OTHER || one.class === OTHER || one.class === counted));
	if (own.some(isGiven) || durations.some((duration) => lasting.some((one) => lastsAsLong(one, duration)))) return 2;
	return own.some((one) => told.some((other) => countSame(one, other))) || (durations.length > 0 && lasting.length > 0) ? 1 : 0;
}

const PEOPLE = COUNTED.findIndex((pattern) => pattern.test('people'));
/** Fewer are as often named as counted. */
const COUNTED_MIN = 100;

/** Whether a claim counts people to the number, and no text of the entry counts any: “140,000 people died”. */
export function isUncounted(entry: Topic, amounts: readonly Amount[]): boolean {
	return amounts.some((amount) => {
		if (countedBy(amount).class !== PEOPLE || amount.low !== amount.high || amount.high < COUNTED_MIN) return false;
		return !toldBy(entry).some((one) => one.class === PEOPLE || isSame(one.amount, amount));
	});
}

const datesToldBy = onceOf((entry): readonly Span[] => {
	const accounts = accountsOf(entry).map(({ account }) => account);
	const stated = [
		...(entry.kind === 'event' ? [entry.when] : []),
		...(entry.kind === 'treaty' ? [entry.signed, entry.inForce, entry.ended] : []),
		...(entry.kind === 'person' ? [entry.born, entry.died, ...entry.roles.map(({ when }) => (when ? { date: when } : undefined))] : []),
		...accounts.map(({ value }) => (value && 'date' in value ? value : undefined)),
	];
	return [
		...stated
			.flatMap((one) => (one ? [one.date, 'oldStyle' in one ? one.oldStyle : undefined] : []))
			.flatMap((date) => (typeof date === 'string' ? spansOfDate(date) : [])),
		...textsOf(entry).flatMap((text) => spansIn(text).map(({ from, to }): Span => [from, to])),
	];
});

/** How many dates of a claim the entry gives somewhere, and how many it does not, though it gives some. */
export function datesToldOf(entry: Topic, dates: readonly FoundDate[]): Told {
	const told = dates.length === 0 ? [] : datesToldBy(entry);
	if (told.length === 0) return { against: 0, same: 0 };
	const same = dates.filter((date) => told.some((span) => isSameDate(date, span))).length;
	return { against: dates.length - same, same };
}

/** Whether an account of an entry that speaks of the very fact gives one of the dates for it. */
export function isToldOf(entry: Topic, { tells }: DatedFact, dates: readonly FoundDate[]): boolean {
	return accountsOf(entry).some(({ account: { says, value } }) => {
		if (!tells(says)) return false;
		const spans = [...(value && 'date' in value ? spansOfDate(value.date) : []), ...spansIn(says).map(({ from, to }): Span => [from, to])];
		// “April 1941” gives no day of it.
		return dates.some((date) =>
			spans.some((span) => isSameDate(date, span) && (date.from < 10_000 || (span[0] >= date.from && span[1] <= date.to))),
		);
	});
}
