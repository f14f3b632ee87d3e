/** A claim that was found, with who agrees and who differs. */
import type { QuestionEntry } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import type { Choice } from './choose.ts';
import type { Found } from './decide.ts';
import type { AssertionIndex } from './index.ts';
import { positionOf } from './position.ts';
import type { Reading } from './reading.ts';
import { type CheckedClaim, CLAIM_TEXT_MAX } from './report.ts';
import { type Sides, sidesOfAccounts, sidesOfDate, sidesOfFact, sidesOfNumber, sidesOfPosition, verdictOf } from './sides.ts';

/** The words of a message as a report quotes them. */
export const cut = (text: string) =>
	text.length > CLAIM_TEXT_MAX ? `${text.slice(0, CLAIM_TEXT_MAX - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

const NO_SIDES: Sides = { agree: [], differ: [], silent: [] };

export function checkedClaim({ choice, reading, state }: Found, index: AssertionIndex): CheckedClaim {
	const { candidate, kind, score } = choice;
	const { entry } = candidate;
	const sides = state === 'topic' ? NO_SIDES : sidesOf(choice, reading, index);
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

function sidesOf(choice: Choice, reading: Reading, index: AssertionIndex): Sides {
	const { amount, candidate, fact, kind } = choice;
	const { entry } = candidate;
	const denied = reading.stance.sign < 0;
	if (entry.kind === 'figures' && amount) return sidesOfNumber(entry, amount, deniesNumber(reading));
	if (entry.kind === 'question') return sidesOfQuestion(entry, choice, reading, index);
	if (fact && 'accounts' in entry && entry.accounts) return sidesOfFact(entry.accounts, fact.stated, reading.dates, fact.part, denied);
	if (kind === 'account') {
		const accounts = accountsOf(entry);
		const put = candidate.units.filter((one) => one.kind === 'account' && index.units.accounts[one.unit]! >= 0 && one.fit >= 0.5);
		const said = put.map((one) => accounts[index.units.accounts[one.unit]!]!.account);
		// “Moscow never signed” agrees with “the Soviets did not sign”: where people’s words are known, they say what is denied.
		const best = put.length > 0 ? put.reduce((one, other) => (other.fit > one.fit ? other : one)) : undefined;
		const denies = best && index.units.stances[best.unit] ? best.agreement < 0 : denied;
		return sidesOfAccounts(said.length > 0 ? said : accounts.slice(0, 1).map(({ account }) => account), reading.amounts, denies);
	}
	return NO_SIDES;
}

/** “Not 60,000”, “it is a myth that 60,000 died”: a denial elsewhere in the sentence leaves the number standing. */
function deniesNumber({ stance, text }: Reading): boolean {
	return (
		stance.falsity ||
		(stance.sign < 0 &&
			/(?:\bnot|n['’]t|\bnever|(?<!\p{L})не)(?: \p{L}+){0,3} ?[~≈$]?\d|\d[^。]*(?:ではない|じゃない|ではなく)/iu.test(text))
	);
}

function sidesOfQuestion(entry: QuestionEntry, { candidate }: Choice, reading: Reading, index: AssertionIndex): Sides {
	if (entry.type === 'when' && reading.dates.length > 0) {
		const sides = sidesOfDate(entry, reading.dates, reading.stance.sign < 0);
		if (sides) return sides;
	}
	const position = positionOf(entry, candidate, reading, index);
	if (!position) {
		const all = sidesOfPosition(entry, { denied: false, place: 0, same: [0] });
		return { agree: [], differ: [...all.agree, ...all.differ], silent: all.silent };
	}
	return sidesOfPosition(entry, position);
}
