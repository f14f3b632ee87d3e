/** Which came first: two things whose dates nobody disputes and which do not overlap in any calendar. */
import { formatDate } from '../../cards/dates.ts';
import { nameOf } from '../../cards/names.ts';
import type { Account, EventEntry, Topic, TreatyEntry } from '../../dataset/schema.ts';
import { dateOf, firmAccounts, type Knowledge } from '../knowledge.ts';
import { type Plan, plan, yearsIn } from '../plan.ts';
import { markOf, toldOf } from '../question.ts';
import { closedSpan, overlap, type Span } from '../said.ts';
import { isDateContested } from './date.ts';

interface Dated {
	readonly account: Account;
	readonly entry: EventEntry | TreatyEntry;
	/** From the first to the last day that any of its dates may mean. */
	readonly hull: Span;
}

/** Farther apart and of other topics, two things are not worth telling apart. */
const YEARS_APART_MAX = 25;
const dated = new WeakMap<Knowledge, Dated[]>();

function datedOf(knowledge: Knowledge): Dated[] {
	let all = dated.get(knowledge);
	if (!all) {
		all = knowledge.topics.flatMap((entry): Dated[] => {
			if (entry.kind !== 'event' && entry.kind !== 'treaty') return [];
			const fact = dateOf(entry)!;
			if (isDateContested(entry, fact) || yearsIn(entry.name.en).length > 0 || /\.\./.test(fact.date)) return [];
			const own = closedSpan(fact.date)!;
			const account = firmAccounts(entry).find(
				({ note, value }) =>
					!note && value && 'date' in value && overlap(closedSpan(value.date)!, own) && isSpanOf(closedSpan(value.date)!, own),
			);
			if (!account) return [];
			const spans = [
				own,
				...(fact.oldStyle ? [closedSpan(fact.oldStyle)!] : []),
				...firmAccounts(entry).flatMap(({ aspect, value }) =>
					value && 'date' in value && (aspect === 'date' || overlap(closedSpan(value.date)!, own))
						? [closedSpan(value.date)!, ...(value.oldStyle ? [closedSpan(value.oldStyle)!] : [])]
						: [],
				),
			];
			return [{ account, entry, hull: [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))] }];
		});
		dated.set(knowledge, all);
	}
	return all;
}

/** Begins and ends in the same years, or a year off: one day of a war that lasted five years is the date of something else. */
const isSpanOf = (said: Span, own: Span) =>
	[0, 1].every((end) => Math.abs(Math.floor(said[end]! / 10_000) - Math.floor(own[end]! / 10_000)) <= 1);
const years = ([from]: Span) => Math.floor(from / 10_000);

export function firstPlans(entry: Topic, knowledge: Knowledge): Plan[] {
	const all = datedOf(knowledge);
	const own = all.find((it) => it.entry === entry);
	if (!own) return [];
	return all.flatMap((other) => {
		// Each pair once, under the id that comes first.
		if (other.entry.id <= own.entry.id || overlap(own.hull, other.hull)) return [];
		const shared = own.entry.topics.some((topic) => other.entry.topics.includes(topic));
		const apart = Math.abs(years(own.hull) - years(other.hull));
		if (apart > YEARS_APART_MAX || (!shared && apart > YEARS_APART_MAX / 3)) return [];
		const [first, second] = own.hull[1] < other.hull[0] ? [own, other] : [other, own];
		return [
			plan(own.entry, 'first', [markOf(other.entry.id)], Math.max(0.2, 0.6 - apart / 40), ({ speaker }) => {
				const right = nameOf(first.entry.name, speaker);
				const wrong = nameOf(second.entry.name, speaker);
				// The English names bear no year; one in the reader's language may.
				if (yearsIn(right).length + yearsIn(wrong).length > 0) return undefined;
				const told = ({ account, entry: { name, ...it } }: Dated) =>
					toldOf(
						account,
						speaker.say('quiz.told.dated', {
							date: formatDate(dateOf({ ...it, name } as Topic)!.date, speaker),
							name: nameOf(name, speaker),
						}),
					);
				return {
					cited: [first, second].map(({ account }) => ({ at: account.at, source: account.source })),
					prompt: speaker.say('quiz.ask.first'),
					right: { means: { entry: first.entry.id }, text: right },
					told: [told(first), told(second)],
					wrong: [{ means: { entry: second.entry.id }, text: wrong }],
					wrongMin: 1,
				};
			}),
		];
	});
}
