/** Claims of figures and questions, as one voice makes them: a value for what is asked, or a position. */

import { nameOf } from '../../cards/names.ts';
import { formatQuantity } from '../../cards/quantities.ts';
import type { Account, FiguresEntry, Quantity, QuestionEntry } from '../../dataset/schema.ts';
import { boundsOf } from '../../dataset/walk.ts';
import type { Speaker } from '../../messages/index.ts';
import { isNear } from '../said.ts';
import { contentWords, isNameable } from '../voices.ts';

export interface Claim {
	readonly account: Account;
	/** The claim in words: “How many Japanese died in Soviet captivity? About 62,000.” */
	text(speaker: Speaker): string;
	/** What tells it from the other claims of the entry. */
	readonly position?: string;
	readonly value?: Quantity;
}

/** Positions of these questions shut one another out; reasons and ways may stand together. */
const EXCLUSIVE = new Set(['when', 'which', 'who', 'yes-no']);

/** Who speaks: the voice itself, and for safety the whole source. */
const isSameSide = (a: Account, b: Account) => a.source === b.source || (a.by !== undefined && a.by === b.by);

export function claimsOf(entry: FiguresEntry | QuestionEntry): Claim[] {
	if (entry.kind === 'figures') {
		return entry.accounts
			.filter((account) => !account.part && !account.reports && isNameable(account))
			.map((account) => ({
				account,
				text: (speaker) =>
					speaker.say(account.counts ? 'quiz.claim.figure-counting' : 'quiz.claim.figure', {
						asks: nameOf(entry.asks, speaker),
						counts: account.counts ?? '',
						value: formatQuantity(withUnit(account.value, entry.unit), speaker),
					}),
				value: account.value,
			}));
	}
	return entry.positions.flatMap((position) =>
		position.accounts
			.filter((account) => !account.reports && isNameable(account))
			.map((account) => ({
				account,
				position: position.id,
				text: (speaker: Speaker) =>
					speaker.say('quiz.claim.position', { position: nameOf(position.label, speaker), question: nameOf(entry.name, speaker) }),
			})),
	);
}

/** Units are words in the plural; of one thing the question says what it is. */
function withUnit(value: Quantity, unit: string | undefined): Quantity {
	const { unit: own = unit, ...bare } = value;
	return (own !== undefined && boundsOf(value)[1] !== 1 ? { ...bare, unit: own } : bare) as Quantity;
}

/** Whether anybody of this side says so too, firmly or as a report; then it is no wrong answer for them. */
export function alsoSays(entry: FiguresEntry | QuestionEntry, side: Account, claim: Claim): boolean {
	if (entry.kind === 'figures') {
		return entry.accounts.some(
			(account) =>
				isSameSide(account, side) && (isNear(boundsOf(account.value), boundsOf(claim.value!)) || leavesRoom(account.value, claim.value!)),
		);
	}
	return entry.positions.some(({ accounts, id }) => id === claim.position && accounts.some((account) => isSameSide(account, side)));
}

/** “At most 340,000” does not say that 60,000 is wrong. */
function leavesRoom(said: Quantity, claimed: Quantity): boolean {
	const [low, high] = boundsOf(claimed);
	if ('atMost' in said) return low <= said.atMost;
	if ('atLeast' in said) return high >= said.atLeast;
	if ('atMost' in claimed) return boundsOf(said)[0] <= claimed.atMost;
	if ('atLeast' in claimed) return boundsOf(said)[1] >= claimed.atLeast;
	return false;
}

/** Whether one who holds `side`'s view must deny `claim`. */
export function isDenied(entry: FiguresEntry | QuestionEntry, side: Claim, claim: Claim): boolean {
	if (alsoSays(entry, side.account, claim)) return false;
	if (entry.kind === 'figures') return true;
	if (!EXCLUSIVE.has(entry.type) || side.position === claim.position) return false;
	if (entry.type !== 'yes-no') return shutOut(entry, side.position, claim.position);
	const answerOf = (id: string | undefined) => entry.positions.find((position) => position.id === id)?.answer;
	return (
		(answerOf(side.position) === 'yes' && answerOf(claim.position) === 'no') ||
		(answerOf(side.position) === 'no' && answerOf(claim.position) === 'yes')
	);
}

/**
 * Whether one position leaves no room for the other by its very words: those that share a word (“cold and labour”, “forced
 * labour and hunger”) may both hold, and “a victory at great cost” says more of a victory, not whose it was.
 */
function shutOut({ name, positions }: QuestionEntry, a: string | undefined, b: string | undefined): boolean {
	const [one, other] = [a, b].map((id) => positions.find((position) => position.id === id)?.label.en);
	// There may be more than one who gains, or who is to blame.
	if (/^Who (?:bear|benefit|cause|commit|gain|is to blame|lose|profit|share|suffer)/u.test(name.en)) return false;
	if (one === undefined || other === undefined || [one, other].some((label) => /^(?:An?|Also|Never|No|Not|Partly)\s/u.test(label)))
		return false;
	const asked = contentWords(name.en);
	const words = contentWords(one);
	return ![...contentWords(other)].some((word) => words.has(word) && !asked.has(word));
}
