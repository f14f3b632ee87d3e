/** Who agrees with a claim and who differs: counted from the accounts of the entry that it speaks of. */
import type { Account, FiguresEntry, QuestionEntry } from '../dataset/schema.ts';
import type { FoundDate } from '../search/dates.ts';
import type { Amount } from './amounts.ts';
import { isSameDate, type Span, spanOfDate, spansIn, spansOfDate } from './dates.ts';
import type { TakenPosition } from './position.ts';
import { distanceOf, isCompatible, placementOf } from './quantities.ts';
import type { CheckedClaim, Verdict, Voice } from './report.ts';

export type Sides = Pick<CheckedClaim, 'agree' | 'both' | 'denied' | 'differ' | 'own' | 'parts' | 'placement' | 'position' | 'silent'>;

/** One word for the count. What the entry itself states counts as one that speaks; who holds both sides differs from either. */
export function verdictOf({ agree, both = 0, differ, own }: Pick<Sides, 'agree' | 'both' | 'differ' | 'own'>): Verdict {
	if (both > 0) return 'Contested';
	const agrees = agree.length > 0 || own?.agrees === true;
	const differs = differ.length > 0 || own?.agrees === false;
	if (!agrees) return differs ? 'Contradicted' : 'Not covered';
	return differs ? 'Contested' : 'Supported';
}

export const voiceKey = ({ account }: Voice): string => `${account.source}\n${account.by ?? ''}`;

/** A view that a source reports without holding it stands on no side: the card of its entry shows it. */
const isCounted = ({ reports }: Account) => !reports;

/** One voice a speaker and source: its first account stands for it. */
function distinct(voices: readonly Voice[], without: ReadonlySet<string> = new Set()): Voice[] {
	const found = new Map<string, Voice>();
	for (const voice of voices) {
		const key = voiceKey(voice);
		if (!found.has(key) && !without.has(key)) found.set(key, voice);
	}
	return [...found.values()];
}

const keysOf = (voices: readonly Voice[]) => new Set(voices.map(voiceKey));

/**
 * A number beside the estimates of its entry. A voice that gives several agrees when one of them fits, and the nearest stands for it. What
 * counts a part only is compared where there is nothing else.
 */
export function sidesOfNumber(entry: FiguresEntry, amount: Amount, denied: boolean): Sides {
	const counted = entry.accounts.filter(isCounted).sort((a, b) => distanceOf(amount, a.value) - distanceOf(amount, b.value));
	const { parts = [], wholes = [] } = Object.groupBy(counted, ({ part }) => (part ? 'parts' : 'wholes'));
	const isPartial = wholes.length === 0;
	const estimates = (isPartial ? parts : wholes).map((account) => ({ account, quantity: account.value }));
	const fits = estimates.filter(({ quantity }) => isCompatible(amount, quantity));
	const given = Map.groupBy(
		estimates.map(({ account }): Voice => ({ account })),
		voiceKey,
	);
	const withOthers = (voice: Voice): Voice => {
		const also = given.get(voiceKey(voice))!.filter(({ account }) => account !== voice.account);
		return also.length > 0 ? { ...voice, also } : voice;
	};
	const yes = distinct(fits.map(({ account }) => ({ account })));
	const no = distinct(
		estimates.map(({ account }) => ({ account })),
		keysOf(yes),
	);
	const [agree, differ] = (denied ? [no, yes] : [yes, no]).map((voices) => voices.map(withOthers)) as [Voice[], Voice[]];
	return {
		agree,
		denied,
		differ,
		...(isPartial || parts.length === 0 ? {} : { parts: parts.map((account) => ({ account, fits: isCompatible(amount, account.value) })) }),
		placement: placementOf(amount, estimates),
		silent: (entry.silent ?? []).map(({ source }) => source),
	};
}

/** The two sides of some positions. A voice that holds one of them and another as well is counted once, with the former. */
function sidesAround(entry: QuestionEntry, isHeld: (index: number) => boolean, denied: boolean): Pick<Sides, 'agree' | 'both' | 'differ'> {
	const voicesOf = (wanted: boolean) =>
		entry.positions.flatMap(({ accounts, id }, index) =>
			isHeld(index) === wanted ? accounts.filter(isCounted).map((account): Voice => ({ account, position: id })) : [],
		);
	const beside = Map.groupBy(voicesOf(false), voiceKey);
	const held = distinct(voicesOf(true)).map((voice): Voice => ({ ...voice, also: beside.get(voiceKey(voice)) }));
	const others = distinct(voicesOf(false), keysOf(held));
	return {
		agree: denied ? others : held,
		both: held.filter(({ also }) => also).length,
		differ: denied ? held : others,
	};
}

/**
 * A position beside the others. In a yes-no question all positions of one answer stand together; one that is open or answers in part
 * differs from both. A denied position is that of all others, in a yes-no question that of the other answer.
 */
export function sidesOfPosition(entry: QuestionEntry, { denied, place, same }: TakenPosition): Sides {
	const chosen = entry.positions[place]!;
	const sameSide = (index: number) => {
		const { answer } = entry.positions[index]!;
		if (same.includes(index)) return true;
		return entry.type === 'yes-no' && answer === chosen.answer && (answer === 'yes' || answer === 'no');
	};
	const isOpposite = (index: number) => {
		const { answer } = entry.positions[index]!;
		return !sameSide(index) && (answer === 'yes' || answer === 'no');
	};
	const givesOther = denied && entry.type === 'yes-no' && (chosen.answer === 'yes' || chosen.answer === 'no');
	return {
		...(givesOther ? sidesAround(entry, isOpposite, false) : sidesAround(entry, sameSide, denied)),
		position: { denied, id: chosen.id },
		silent: (entry.silent ?? []).map(({ source }) => source),
	};
}

/** The spans that a position stands for: those that its label writes, else those of its accounts. */
function spansOfPosition({ accounts, label }: QuestionEntry['positions'][number]): {
	found: Pick<FoundDate, 'from' | 'to'>[];
	spans: Span[];
} {
	const found = spansIn(label.en);
	const spans = found.some(({ from }) => from >= 10_000)
		? []
		: accounts.flatMap(({ value }) => (value && 'date' in value ? datesOfAccount(value) : []));
	return { found, spans };
}

function datesOfAccount(value: { readonly date: string; readonly oldStyle?: string }): Span[] {
	return [value.date, value.oldStyle].flatMap((text) => {
		const span = text === undefined ? undefined : spanOfDate(text);
		return span ? [span] : [];
	});
}

/** A date beside the dates of a when-question: the positions that it fits agree. `undefined` where no position gives a date. */
export function sidesOfDate(
	entry: QuestionEntry,
	dates: readonly Pick<FoundDate, 'from' | 'otherwise' | 'to'>[],
	denied: boolean,
): Sides | undefined {
	let dated = false;
	const fitting: number[] = [];
	entry.positions.forEach((position, index) => {
		const { found, spans } = spansOfPosition(position);
		const own = [...found.map(({ from, to }): Span => [from, to]), ...spans];
		if (own.length > 0) dated = true;
		// An account may give the very day where the label gives the year, or the day of the old calendar.
		const exact = position.accounts.flatMap(({ value }) =>
			value && 'date' in value && !value.date.includes('/') ? datesOfAccount(value) : [],
		);
		if (dates.some((date) => [...own, ...exact].some((span) => isSameDate(date, span)))) fitting.push(index);
	});
	if (!dated) return undefined;
	return {
		...sidesAround(entry, (index) => fitting.includes(index), denied),
		denied,
		position: fitting.length > 0 ? { denied, id: entry.positions[fitting[0]!]!.id } : undefined,
		silent: (entry.silent ?? []).map(({ source }) => source),
	};
}

/** A date beside one that the entry states, with the accounts that give either. Where none gives what is stated, the entry speaks itself. */
export function sidesOfFact(
	accounts: readonly Account[],
	stated: { readonly date: string; readonly oldStyle?: string },
	dates: readonly FoundDate[],
	part: 'begin' | 'end' | 'whole',
	denied: boolean,
): Sides {
	const own = [stated.date, stated.oldStyle].flatMap((date) => {
		if (date === undefined) return [];
		if (part === 'whole') return spansOfDate(date);
		const span = spanOfDate(date, part);
		return span ? [span] : [];
	});
	const agrees = dates.some((date) => own.some((span) => isSameDate(date, span)));
	const gives = (account: Account, wanted: (span: Span) => boolean) =>
		account.value !== undefined && 'date' in account.value && datesOfAccount(account.value).some(wanted);
	const stating = accounts.filter((account) =>
		gives(account, (span) => own.some(([from, to]) => isSameDate({ from: span[0], to: span[1] }, [from, to]))),
	);
	const claiming = accounts.filter(
		(account) =>
			!stating.includes(account) &&
			(account.aspect === 'date' || account.aspect === 'life') &&
			gives(account, (span) => dates.some((date) => isSameDate(date, span))),
	);
	const voicesOf = (list: readonly Account[]) => list.map((account): Voice => ({ account }));
	const yes = distinct(voicesOf(agrees ? stating : claiming));
	const no = agrees ? [] : distinct(voicesOf(stating), keysOf(yes));
	return {
		agree: denied ? no : yes,
		denied,
		differ: denied ? yes : no,
		own: stating.length > 0 ? undefined : { agrees: agrees !== denied, date: stated.date, oldStyle: stated.oldStyle },
		silent: [],
	};
}

/** Accounts that agree with a plain fact, and those that differ; a voice that does both agrees. */
export function sidesOfVoices(agree: readonly Voice[], differ: readonly Voice[]): Sides {
	const yes = distinct(agree);
	const no = distinct(differ, keysOf(yes));
	return { agree: yes, differ: no, silent: [] };
}
