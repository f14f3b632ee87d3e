/** Who claims what, for the checker: read from the entry itself, not by the makers of questions. */
import type { Account, Topic } from '../dataset/schema.ts';
import { boundsOf } from '../dataset/walk.ts';
import type { Question } from './question.ts';

export interface Made {
	readonly account: Account;
	/** Figures of a value, or the label of a position. */
	readonly amounts?: readonly string[];
	readonly label?: string;
}

/** What each account claims. */
export function claims(entry: Topic): Made[] {
	if (entry.kind === 'question')
		return entry.positions.flatMap(({ accounts, label }) => accounts.map((account) => ({ account, label: label.en })));
	if (entry.kind !== 'figures') return [];
	return entry.accounts.map((account) => ({
		account,
		amounts: boundsOf(account.value).map((bound) => bound.toLocaleString('en', { maximumFractionDigits: 2 })),
	}));
}

/** Whether these are the words in which the claim would be quoted. */
export function isMade({ amounts, label }: Made, quote: string): boolean {
	if (label !== undefined) return quote.endsWith(`– ${label}`);
	const claimed: readonly string[] =
		quote
			.slice(quote.lastIndexOf('? – ') + 1)
			.split(' (counted')[0]!
			.match(/\d[\d,]*(?:\.\d+)?/gu) ?? [];
	return amounts!.every((amount) => claimed.includes(amount)) && claimed.every((amount) => amounts!.includes(amount));
}

/** Whether the voice of “according to” makes the quoted claim; `undefined` when its source is on both sides. */
export function isHeld({ according, quote = '' }: Question, entry: Topic): boolean | undefined {
	const made = claims(entry).filter((claim) => claim.account.source === according?.source && isMade(claim, quote));
	if (made.some(({ account }) => account.by === according?.by && account.at === according?.at)) return true;
	return made.length === 0 ? false : undefined;
}
