/** A claim that was found, with who agrees and who differs. */
import type { Account, QuestionEntry, Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import { scoreBy, type Trees } from '../learned/trees.ts';
import type { Choice } from './choose.ts';
import type { Found } from './decide.ts';
import type { AssertionIndex } from './index.ts';
import type { Models } from './models.ts';
import type { Reading } from './reading.ts';
import { type CheckedClaim, CLAIM_TEXT_MAX } from './report.ts';
import { datedSides, factSenses, positionSenses, type Sense, taken, VERDICTS, wayOfPhrasing } from './sense.ts';
import { type Sides, sidesOfDate, sidesOfNumber, sidesOfPosition, sidesOfVoices, verdictOf } from './sides.ts';

/** The words of a message as a report quotes them. */
export const cut = (text: string) =>
	text.length > CLAIM_TEXT_MAX ? `${text.slice(0, CLAIM_TEXT_MAX - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

const NO_SIDES: Sides = { agree: [], differ: [], silent: [] };

export function checkedClaim({ choice, reading }: Found, index: AssertionIndex, models: Models): CheckedClaim {
	const { candidate, kind, score } = choice;
	const { entry } = candidate;
	const sides = sidesOf(choice, reading, index, models);
	return {
		...sides,
		entry: entry.id,
		hedged: reading.stance.hedged,
		kind: kind === 'number' ? 'number' : kind === 'date' ? 'date' : kind === 'position' ? 'position' : kind === 'fact' ? 'date' : 'fact',
		negated: reading.stance.sign < 0,
		strength: Math.round(Math.min(1, score) * 100) / 100,
		text: cut(reading.text),
		verdict: verdictOf(sides),
	};
}

function sidesOf(choice: Choice, reading: Reading, index: AssertionIndex, models: Models): Sides {
	const { amount, candidate } = choice;
	const { entry } = candidate;
	if (entry.kind === 'figures' && amount) return sidesOfNumber(entry, amount, deniesNumber(reading));
	if (entry.kind === 'question') return sidesOfQuestion(entry, choice, reading, index, models);
	if (entry.kind === 'figures') return NO_SIDES;
	const sense = likeliest(factSenses(entry, choice, reading, index), models.facts);
	if (!sense) return NO_SIDES;
	const dated = datedSides(entry, choice, reading);
	return dated && verdictOf(dated) === VERDICTS[sense.way] ? dated : sidesTold(entry, choice, sense.way, index);
}

/** The way in which a clause is most likely meant; `undefined` where it says something of which nobody speaks. */
function likeliest(senses: readonly Sense[], model: Trees): Sense | undefined {
	let most = 0;
	let found: Sense | undefined;
	for (const sense of senses) {
		const odds = scoreBy(model, sense.evidence);
		if (odds <= most) continue;
		most = odds;
		found = sense;
	}
	return found;
}

/** Phrasings that are less like the clause say nothing of which sources speak of it. */
const ALIKE_MIN = 0.45;
const TOLD_MIN = 0.5;
/** How far below the nearest account another may be that tells the same. */
const TOLD_LEAD = 0.1;

/**
 * The accounts that tell a fact, on the side that the clause puts them: those that the phrasing most like it is marked with, else
 * those whose words are nearest.
 */
function sidesTold(entry: Topic, { candidate }: Choice, way: Sense['way'], { units }: AssertionIndex): Sides {
	const all = accountsOf(entry).map(({ account }) => account);
	const fits = new Map<Account, number>();
	for (const { fit, kind, unit } of candidate.units) {
		const account = kind === 'account' ? all[units.accounts[unit]!] : undefined;
		if (account && fit > (fits.get(account) ?? 0)) fits.set(account, fit);
	}
	const alike = candidate.units.find(({ agreement, fit, kind, unit }) => {
		if (kind !== 'phrasing' || fit < ALIKE_MIN) return false;
		const marks = units.marks.get(unit)!;
		return (marks.agree !== undefined || marks.differ !== undefined) && wayOfPhrasing(marks, agreement) === way;
	});
	/** Of each source the account that is nearest to the clause. */
	const ofSources = (ids: readonly string[] = []) =>
		ids.flatMap((id) =>
			all
				.filter(({ source }) => source === id)
				.sort((a, b) => (fits.get(b) ?? 0) - (fits.get(a) ?? 0))
				.slice(0, 1),
		);
	const { agree = [], differ = [] } = alike ? units.marks.get(alike.unit)! : {};
	if (way === 'both' && alike) {
		const sides = [ofSources(agree), ofSources(differ)] as const;
		return alike.agreement > 0 ? sidesOfVoices(...sides) : sidesOfVoices(sides[1], sides[0]);
	}
	const nearest = [...fits].sort((a, b) => b[1] - a[1]);
	const least = Math.max(TOLD_MIN, (nearest[0]?.[1] ?? 0) - TOLD_LEAD);
	const near = nearest.filter(([, fit], place) => place === 0 || fit >= least).map(([account]) => account);
	const spoken = alike ? ofSources([...agree, ...differ]) : near.length > 0 ? near : all.slice(0, 1);
	if (way === 'both') {
		const [one, ...others] = spoken.length > 1 ? spoken : all;
		return sidesOfVoices(one ? [one] : [], others);
	}
	return way === 'says' ? sidesOfVoices(spoken, []) : sidesOfVoices([], spoken);
}

/** “Not 60,000”, “it is a myth that 60,000 died”: a denial elsewhere in the sentence leaves the number standing. */
function deniesNumber({ stance, text }: Reading): boolean {
	return (
		stance.falsity ||
		(stance.sign < 0 &&
			/(?:\bnot|n['’]t|\bnever|(?<!\p{L})не)(?: \p{L}+){0,3} ?[~≈$]?\d|\d[^。]*(?:ではない|じゃない|ではなく)/iu.test(text))
	);
}

function sidesOfQuestion(entry: QuestionEntry, choice: Choice, reading: Reading, index: AssertionIndex, models: Models): Sides {
	if (entry.type === 'when' && reading.dates.length > 0) {
		const sides = sidesOfDate(entry, reading.dates, reading.stance.sign < 0);
		if (sides) return sides;
	}
	const sense = likeliest(positionSenses(entry, choice, reading, index), models.positions);
	return sense ? sidesOfPosition(entry, taken(entry, sense)) : NO_SIDES;
}
