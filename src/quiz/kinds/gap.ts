/** One source's account with its date or number left out: contested points are asked this way, by the source's name. */
import { formatDate } from '../../cards/dates.ts';
import { nameOf } from '../../cards/names.ts';
import { voiceOf } from '../../cards/voices.ts';
import type { Account, Topic } from '../../dataset/schema.ts';
import { accountsOf, boundsOf, isQuantity } from '../../dataset/walk.ts';
import { datesIn } from '../../search/dates.ts';
import { type Dice, shuffle } from '../dice.ts';
import { firmAccounts, type Knowledge } from '../knowledge.ts';
import { filtered, mapped, type Offered, type Plan, plan, yearsIn } from '../plan.ts';
import { accountMark, toldOf, WRONG_CHOICES } from '../question.ts';
import { closedSpan, isNear, isSameSpan, isUnsaidDate, isUnsaidNumber } from '../said.ts';
import { GAP, isNameable, leansOnContext } from '../voices.ts';
import { datesNear } from './dates-near.ts';

const SMALL_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const LAST_YEAR = 2026;
const LIFE_YEARS = 25;
const ROUNDS = 12;

/** `text` with its only occurrence of one of these wordings left out. */
function leaveOut(text: string, wordings: readonly string[]): string | undefined {
	const lower = text.toLowerCase();
	for (const wording of wordings) {
		const pattern = new RegExp(
			`(?<![\\p{L}\\p{N}.,–-])${wording.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}–]|[.,-]\\p{N})`,
			'giu',
		);
		const found = [...lower.matchAll(pattern)];
		if (found.length === 1 && lower.length === text.length)
			return text.slice(0, found[0]!.index) + GAP + text.slice(found[0]!.index + wording.length);
	}
	return undefined;
}

function dateGap({ says, value }: Account): string | undefined {
	if (!value || !('date' in value) || /\.\.|\/$|^\//u.test(value.date) || says.normalize('NFKC') !== says) return undefined;
	const span = closedSpan(value.date);
	const interval = /^(\d{4})\/(\d{4})$/.exec(value.date);
	// The years of a life have a question of their own, and no other span of years would be a plausible choice beside it.
	if (interval && Number(interval[2]) - Number(interval[1]) >= LIFE_YEARS) return undefined;
	if (/^The same\b/u.test(says)) return undefined;
	if (interval)
		return leaveOut(says, [`${interval[1]}–${interval[2]}`, `${interval[1]}-${interval[2]}`, `${interval[1]} to ${interval[2]}`]);
	const dates = datesIn(says).dates.filter(({ precision }) => precision !== 'monthday');
	const [found] = dates;
	return dates.length === 1 && span && isSameSpan([found!.from, found!.to], span) ? leaveOut(says, [found!.text.trim()]) : undefined;
}

function numberGap({ says, value }: Account): string | undefined {
	if (!isQuantity(value) || 'range' in value || /^The same\b/u.test(says)) return undefined;
	const [amount] = boundsOf(value);
	const wordings = [
		amount.toLocaleString('en'),
		String(amount),
		...(Number.isInteger(amount) && amount < SMALL_WORDS.length ? [SMALL_WORDS[amount]!] : []),
	];
	return amount > 1 ? leaveOut(says, wordings) : undefined;
}

/** Numbers of the same size, rounded as the true one is. */
export function numbersNear(amount: number, unit: string, dice: Dice): number[] {
	if (amount < 20 && Number.isInteger(amount))
		return shuffle(
			[1, -1, 2, -2, 3, -3, 4, 5, 6, 8].map((step) => amount + step).filter((it) => it > 0),
			dice,
		);
	const digits = String(amount).replace(/\D/g, '').replace(/0+$/, '').length;
	const factors = shuffle([0.25, 0.35, 0.5, 0.6, 0.7, 0.8, 1.25, 1.4, 1.6, 1.8, 2.2, 2.8, 3.5], dice);
	const most = /percent|per cent|%/iu.test(unit) ? 99 : Number.POSITIVE_INFINITY;
	return [...new Set(factors.map((factor) => Number((amount * factor * (1 + (dice() - 0.5) * 0.1)).toPrecision(Math.max(1, digits)))))]
		.map((it) => (Number.isInteger(amount) ? Math.round(it) : it))
		.filter((it) => it <= most && it > 0);
}

export function gapPlans(entry: Topic, knowledge: Knowledge): Plan[] {
	const marks = new Set<string>();
	return accountsOf(entry).flatMap(({ account }) => {
		if (account.reports || !account.value || !isNameable(account) || account.note) return [];
		const mark = accountMark(account);
		const quote = dateGap(account) ?? numberGap(account);
		if (!quote || marks.has(mark) || quote.length < 40) return [];
		marks.add(mark);
		return [gapPlan(entry, account, mark, quote, knowledge)];
	});
}

const numbersOf = (text: string): number[] => (text.match(/\d[\d,]*/gu) ?? []).map((digits) => Number(digits.replaceAll(',', '')));

function gapPlan(entry: Topic, account: Account, mark: string, quote: string, knowledge: Knowledge): Plan {
	return plan(entry, 'gap', [mark], isQuantity(account.value) ? 0.65 : 0.55, ({ dice, speaker }) => {
		const value = account.value!;
		const voice = voiceOf(account, knowledge.dataset, speaker);
		const said = knowledge.saidAround(entry);
		const words = `${voice.name} ${account.at} ${quote}`;
		const base = {
			according: { at: account.at, ...(account.by ? { by: account.by } : {}), source: account.source },
			cited: [{ at: account.at, source: account.source }],
			quote,
			told: [
				toldOf(account),
				...firmAccounts(entry)
					.filter(
						(other) => other !== account && other.value && isQuantity(other.value) === isQuantity(value) && other.aspect === account.aspect,
					)
					.map((other) => toldOf(other)),
			],
		};
		// What is spoken of, unless its name holds the answer; then the words must make it clear by themselves.
		const about = nameOf(entry.name, speaker);
		const hides = isQuantity(value)
			? !numbersOf(about).includes(boundsOf(value)[0])
			: !yearsIn(about).some((year) => yearsIn(value.date).includes(year));
		if (!hides && leansOnContext(quote)) return undefined;
		const ask = (kind: 'date' | 'number') =>
			hides
				? speaker.say(`quiz.ask.gap.${kind}-on`, { name: about, voice: voice.name })
				: speaker.say(`quiz.ask.gap.${kind}`, { voice: voice.name });
		if (!isQuantity(value)) {
			const years = yearsIn(value.date);
			const leaks = yearsIn(words).some((year) => years.includes(year));
			if (leaks && /^\d{4}(?:\/\d{4})?$/.test(value.date)) return undefined;
			const offer = (date: string): Offered => ({ means: { date }, text: formatDate(date, speaker) });
			const candidates = datesNear(value.date, knowledge, dice, { lastYear: LAST_YEAR, sameYear: leaks });
			return {
				...base,
				prompt: ask('date'),
				right: offer(value.date),
				wrong: mapped(
					filtered(candidates, (date) => isUnsaidDate(date, said)),
					offer,
				),
			};
		}
		const [amount] = boundsOf(value);
		const offer = (number: number): Offered => ({
			means: number === amount ? { value } : { value: { exact: number } },
			text: speaker.number(number),
		});
		const chosen: number[] = [];
		const unit = value.unit ?? (entry.kind === 'figures' ? entry.unit : '');
		// Where much has been said, most numbers are somebody's: it is tried again before the question is given up.
		for (let round = 0; round < ROUNDS && chosen.length < WRONG_CHOICES; round++)
			for (const number of numbersNear(amount, unit, dice))
				if (isUnsaidNumber([number, number], said) && !chosen.some((other) => isNear([other, other], [number, number])))
					chosen.push(number);
		return { ...base, prompt: ask('number'), right: offer(amount), wrong: chosen.map(offer) };
	});
}
