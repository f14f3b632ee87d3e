/** Who claims what, for the checker: read from the entry itself, not by the makers of questions. */
import type { Account, Topic } from '../dataset/schema.ts';
import { boundsOf } from '../dataset/walk.ts';
import { languageOf } from '../messages/index.ts';
import type { QuizLanguage } from './language.ts';
import type { Question } from './question.ts';

export interface Made {
	readonly account: Account;
	/** Figures of a value with the question that they answer, or the label of a position. */
	readonly amounts?: readonly string[];
	readonly asks?: string;
	readonly label?: string;
}

type Names = Readonly<Record<string, string | undefined>> & { readonly en: string };

/** A number as each language writes it, and where what is counted begins. */
const NUMBERS: Readonly<Record<string, RegExp>> = { ru: /\d[\d\u00A0]*(?:,\d+)?/gu };
const NUMBER = /\d[\d,]*(?:\.\d+)?/gu;
const COUNTED = / \(counted|（数えたもの| \(что сосчитано/u;

/** What each account claims, in the words of a language. */
export function claims(entry: Topic, language: QuizLanguage): Made[] {
	const [names = 'en', words = names] = language.split('-');
	const nameOf = (it: Names) => it[names] ?? it[words] ?? it.en;
	if (entry.kind === 'question')
		return entry.positions.flatMap(({ accounts, label }) => accounts.map((account) => ({ account, label: nameOf(label) })));
	if (entry.kind !== 'figures') return [];
	const asks = nameOf(entry.asks);
	return entry.accounts.map((account) => ({
		account,
		asks,
		amounts: boundsOf(account.value).map((bound) => bound.toLocaleString(languageOf(words), { maximumFractionDigits: 2 })),
	}));
}

/** Whether these are the words in which the claim would be quoted. */
export function isMade({ amounts, asks = '', label }: Made, { language, quote = '' }: Pick<Question, 'language' | 'quote'>): boolean {
	if (label !== undefined) return [`– ${label}`, `— ${label}`].some((end) => quote.endsWith(end));
	if (!quote.startsWith(asks)) return false;
	const claimed: readonly string[] =
		quote
			.slice(asks.length)
			.split(COUNTED)[0]!
			.match(NUMBERS[language.split('-').at(-1)!] ?? NUMBER) ?? [];
	return amounts!.every((amount) => claimed.includes(amount)) && claimed.every((amount) => amounts!.includes(amount));
}

/** Whether the voice of “according to” makes the quoted claim; `undefined` when its source is on both sides. */
export function isHeld(question: Question, entry: Topic): boolean | undefined {
	const { according, language } = question;
	const made = claims(entry, language).filter((claim) => claim.account.source === according?.source && isMade(claim, question));
	if (made.some(({ account }) => account.by === according?.by && account.at === according?.at)) return true;
	return made.length === 0 ? false : undefined;
}
