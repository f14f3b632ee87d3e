/** The numbers and dates that the texts of an entry tell; numbers by what they count: “ten years” against “five years”, “four islands” against “two”. */
import type { Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import type { FoundDate } from '../search/dates.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { isSameDate, type Span, spansIn, spansOfDate } from './dates.ts';
import type { DatedFact } from './facts.ts';

const COUNTED: readonly RegExp[] = [
	/^-?(?:years?|yrs?|лет(?!\p{L})|год\p{L}{0,3}(?!\p{L})|年(?!\d))/iu,
	/^-?(?:months?|месяц\p{L}*|[かヶカケ]月)/iu,
	/^-?(?:weeks?|недел\p{L}+|週間)/iu,
	/^-?(?:days?|дн(?:я|ей|и)(?!\p{L})|день|日間?)/iu,
	/^-?(?:hours?|час\p{L}{0,2}(?!\p{L})|時間)/iu,
	/^(?:\p{L}+ )?(?:islands?|isles?|islets?|остров\p{L}*|島)/iu,
	/^(?:\p{L}+ )?(?:times?|раз\p{L}?(?!\p{L})|回|度)/iu,
	/^(?:(?:\p{L}+ ){0,2})(?:people|persons?|men|women|children|soldiers?|servicemen|officers?|sailors?|generals?|troops|prisoners?|captives?|internees?|pows?|refugees|defendants|settlers?|residents|inhabitants|islanders|casualties|deaths|victims?|dead|killed|wounded|japanese|russians|soviets|mongols|mongolians|civilians|человек\p{L}*|людей|женщин\p{L}*|детей|солдат\p{L}*|военн\p{L}+|офицер\p{L}*|моряк\p{L}*|генерал\p{L}*|пленн\p{L}+|интернированн\p{L}+|беженц\p{L}+|подсудим\p{L}+|осужд[её]нн\p{L}+|жител\p{L}+|жертв\p{L}*|убит\p{L}+|погибш\p{L}+|ранен\p{L}+|японц\p{L}+|русск\p{L}+|人|名)/iu,
	/^(?:\p{L}+ )?(?:ships?|vessels?|submarines?|корабл\p{L}+|隻)/iu,
	/^(?:\p{L}+ )?(?:yen|иен\p{L}*|円)/iu,
	/^(?:\p{L}+ )?(?:dollars?|usd|долл\p{L}*|ドル)/iu,
	/^(?:\p{L}+ )?(?:ro?ubles?|руб\p{L}*|ルーブル)/iu,
	/^(?:\p{L}+ )?(?:countries|states|nations|стран\p{L}*|государств\p{L}*|か国|カ国|ヶ国)/iu,
	/^(?:km|kilomet\p{L}+|км|километр\p{L}*|キロ)/iu,
	/^(?:articles?|стат\p{L}+|条|か条|カ条)/iu,
];

const classOf = ({ unit }: Amount): number => COUNTED.findIndex((pattern) => pattern.test(unit.trim()));
const known = new WeakMap<Topic, readonly { readonly amount: Amount; readonly counted: number }[]>();

function toldBy(entry: Topic) {
	let told = known.get(entry);
	if (!told) {
		const texts = [entry.summary, ...accountsOf(entry).map(({ account }) => account.says)];
		if (entry.kind === 'treaty') texts.push(...(entry.articles ?? []).map(({ says }) => says));
		told = texts.flatMap((text) => amountsIn(text.normalize('NFKC').toLowerCase())).map((amount) => ({ amount, counted: classOf(amount) }));
		known.set(entry, told);
	}
	return told;
}

const isSame = (a: Amount, b: Amount) => a.low <= b.high * 1.02 && b.low <= a.high * 1.02;

/** 1 where the texts tell the numbers of a claim, −1 where they tell other numbers of the same things, 0 where they tell none. */
export function toldOf(entry: Topic, amounts: readonly Amount[]): { readonly against: number; readonly same: number } {
	let against = 0;
	let same = 0;
	for (const amount of amounts) {
		const counted = classOf(amount);
		const told = toldBy(entry);
		if (told.some((one) => isSame(one.amount, amount) && (counted < 0 || one.counted < 0 || one.counted === counted))) same++;
		else if (counted >= 0 && told.some((one) => one.counted === counted)) against++;
	}
	return { against, same };
}

const PEOPLE = COUNTED.findIndex((pattern) => pattern.test('people'));
/** Fewer are as often named as counted. */
const COUNTED_MIN = 100;

/** Whether a claim counts people to the number, and no text of the entry counts any: “140,000 people died”. */
export function isUncounted(entry: Topic, amounts: readonly Amount[]): boolean {
	return amounts.some((amount) => {
		if (classOf(amount) !== PEOPLE || amount.low !== amount.high || amount.high < COUNTED_MIN) return false;
		return !toldBy(entry).some((one) => one.counted === PEOPLE || isSame(one.amount, amount));
	});
}

const dated = new WeakMap<Topic, readonly Span[]>();

function datesToldBy(entry: Topic): readonly Span[] {
	let spans = dated.get(entry);
	if (!spans) {
		const accounts = accountsOf(entry).map(({ account }) => account);
		const texts = [entry.summary, ...accounts.map(({ says }) => says)];
		if (entry.kind === 'treaty') texts.push(...(entry.articles ?? []).map(({ says }) => says));
		const stated = [
			...(entry.kind === 'event' ? [entry.when] : []),
			...(entry.kind === 'treaty' ? [entry.signed, entry.inForce, entry.ended] : []),
			...(entry.kind === 'person' ? [entry.born, entry.died, ...entry.roles.map(({ when }) => (when ? { date: when } : undefined))] : []),
			...accounts.map(({ value }) => (value && 'date' in value ? value : undefined)),
		];
		spans = [
			...stated
				.flatMap((one) => (one ? [one.date, 'oldStyle' in one ? one.oldStyle : undefined] : []))
				.flatMap((date) => (typeof date === 'string' ? spansOfDate(date) : [])),
			...texts.flatMap((text) => spansIn(text)).map(({ from, to }): Span => [from, to]),
		];
		dated.set(entry, spans);
	}
	return spans;
}

/** How many dates of a claim the entry gives somewhere, and how many it does not, though it gives some. */
export function datesToldOf(entry: Topic, dates: readonly FoundDate[]): { readonly against: number; readonly same: number } {
	// What entries tell is read when it is first asked for.
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
