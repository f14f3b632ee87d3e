/** When something happened, where nobody disputes it. What is disputed is asked as a gap in one source's account. */
import { formatDate } from '../../cards/dates.ts';
import { nameOf } from '../../cards/names.ts';
import { parseEdtf } from '../../dataset/edtf.ts';
import type { Account, Topic } from '../../dataset/schema.ts';
import type { MessageKey } from '../../messages/index.ts';
import { firmAccounts, type Knowledge } from '../knowledge.ts';
import { filtered, mapped, type Offered, type Plan, plan, yearsIn } from '../plan.ts';
import { toldOf } from '../question.ts';
import { closedSpan, isSameSpan, isUnsaidDate, within } from '../said.ts';
import { datesNear } from './dates-near.ts';

interface Fact {
	readonly date: string;
	readonly disputed?: string;
	readonly oldStyle?: string;
	readonly what: 'born' | 'died' | 'ended' | 'event' | 'force' | 'treaty';
}

const LAST_YEAR = 2026;

function factsOf(entry: Topic): Fact[] {
	switch (entry.kind) {
		case 'event':
			return [{ ...entry.when, what: 'event' }];
		case 'treaty':
			return [
				{ ...entry.signed, what: 'treaty' },
				...(entry.inForce ? [{ ...entry.inForce, what: 'force' as const }] : []),
				...(entry.ended ? [{ ...entry.ended, what: 'ended' as const }] : []),
			];
		case 'person':
			return [
				...(entry.born ? [{ ...entry.born, what: 'born' as const }] : []),
				...(entry.died ? [{ ...entry.died, what: 'died' as const }] : []),
			];
		default:
			return [];
	}
}

/** Whether the sources that speak of the date itself give dates that cannot both be meant. */
export function isDateContested(entry: Topic, fact: { readonly date: string; readonly disputed?: string }): boolean {
	if (fact.disputed) return true;
	const spans = [
		closedSpan(fact.date)!,
		...firmAccounts(entry).flatMap(({ aspect, value }) => (aspect === 'date' && value && 'date' in value ? [closedSpan(value.date)!] : [])),
	];
	return spans.some((a) => spans.some((b) => !within(a, b) && !within(b, a)));
}

const dateIn = ({ value }: Account): string | undefined => (value && 'date' in value ? value.date : undefined);

/** A day of remembrance bears a date of its own, which is not the one asked for. */
const DATED_NAME = /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/u;

export function datePlans(entry: Topic, knowledge: Knowledge): Plan[] {
	if (DATED_NAME.test(entry.name.en)) return [];
	return factsOf(entry).flatMap((fact) => {
		const life = fact.what === 'born' || fact.what === 'died';
		if (life ? fact.disputed !== undefined : isDateContested(entry, fact)) return [];
		const span = closedSpan(fact.date);
		const parsed = parseEdtf(fact.date)!;
		if (!span || !parsed.start || !parsed.end || parsed.start.precision === 'century') return [];
		const accounts = firmAccounts(entry).filter(({ note }) => !note);
		const exact = life ? undefined : accounts.find((account) => dateIn(account) && isSameSpan(closedSpan(dateIn(account)!)!, span));
		if (exact) return [datePlan(entry, fact, fact.date, exact, knowledge)];
		const year = String(life && fact.what === 'died' ? Math.floor(span[1] / 10_000) : Math.floor(span[0] / 10_000));
		if (!life && !within(span, closedSpan(year)!)) return [];
		const saying = accounts.find(
			(account) =>
				yearsIn(account.says).includes(year) &&
				(life ? givesLife(account, year, fact.what) : dateIn(account) && within(closedSpan(dateIn(account)!)!, closedSpan(year)!)),
		);
		return saying && !parsed.start.approximate ? [datePlan(entry, fact, year, saying, knowledge)] : [];
	});
}

/** An account of a life that begins or ends in that year. */
function givesLife(account: Account, year: string, what: Fact['what']): boolean {
	const parsed = parseEdtf(dateIn(account) ?? '');
	if (!parsed?.interval) return what === 'born' ? /\bborn\b/iu.test(account.says) : /\b(?:died|death)\b/iu.test(account.says);
	return String(what === 'born' ? parsed.start?.year : parsed.end?.year) === year;
}

function datePlan(entry: Topic, { what }: Fact, date: string, account: Account, knowledge: Knowledge): Plan {
	const isYear = /^\d{4}$/.test(date);
	return plan(
		entry,
		'date',
		[what, ...(isYear && what !== 'born' && what !== 'died' ? ['year'] : [])],
		isYear ? 0.45 : 0.55,
		({ dice, speaker }) => {
			const name = nameOf(entry.name, speaker);
			const leaks = yearsIn(name).length > 0;
			const said = knowledge.saidAround(entry);
			const offer = (it: string): Offered => ({ means: { date: it }, text: formatDate(it, speaker) });
			const candidates = datesNear(date, knowledge, dice, { lastYear: LAST_YEAR, sameYear: leaks });
			return {
				cited: [{ at: account.at, source: account.source }],
				prompt: speaker.say(`quiz.ask.date.${what}${isYear ? '.year' : ''}` as MessageKey, { name }),
				right: offer(date),
				told: [
					toldOf(account),
					...firmAccounts(entry)
						.filter((other) => other !== account && dateIn(other) && other.aspect === 'date')
						.map((other) => toldOf(other)),
				],
				wrong: mapped(
					filtered(candidates, (it) => isUnsaidDate(it, said)),
					offer,
				),
			};
		},
	);
}
