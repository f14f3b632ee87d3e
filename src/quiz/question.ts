/** What a question is: plain data that can be stored, sent to any process and shown in any front. */
import type { Account, Quantity, Topic, Value } from '../dataset/schema.ts';
import type { QuizLanguage } from './language.ts';

/**
 * `date`: when something happened; `gap`: which date or number stands in the gap of an account; `place`: where;
 * `role`: who held an office; `signatory`: who signed; `article`: which article says it, or what one says;
 * `statement`: true or false according to a source; `voice`: who says this; `first`: which came first; `name`: a name in
 * another script; `map`: where a place lies; `estimate`: a number to be typed; `whose`: who gives a value or holds a view.
 */
export const QUESTION_KINDS = [
	'date',
	'gap',
	'place',
	'role',
	'signatory',
	'article',
	'statement',
	'voice',
	'first',
	'name',
	'map',
	'estimate',
	'whose',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** What a choice stands for, so that it can be checked against the dataset, and drawn on a map. */
export type Meaning =
	| { readonly article: string }
	| { readonly date: string }
	| { readonly entry: string }
	| { readonly name: string }
	| { readonly truth: boolean }
	| { readonly value: Quantity }
	| { readonly by?: string; readonly source: string };

export interface Choice {
	/** `a` to `d` in the order in which they are shown; `true` and `false`. */
	readonly id: string;
	readonly means: Meaning;
	/** Not yet made safe for Discord. */
	readonly text: string;
}

/** An account as it is shown with the answer. */
export type Told = Pick<Account, 'at' | 'by' | 'counts' | 'note' | 'part' | 'reports' | 'says' | 'source'> & {
	/** What it stands under: the position it argues for, or the article. */
	readonly under?: string;
	readonly value?: Value;
};

/** Who is asked about in “according to …”. */
export interface According {
	readonly at: string;
	readonly by?: string;
	readonly source: string;
}

export interface ChoiceTask {
	/** Other wordings that count as the right choice when the answer is typed. */
	readonly accepts: readonly string[];
	readonly choices: readonly Choice[];
	/** The id of the right one. */
	readonly key: string;
	/** Ids of wrong choices, in the order in which hints strike them out; two choices always stay. */
	readonly strikes: readonly string[];
	readonly type: 'choice';
}

export interface NumberTask {
	/** Every whole estimate that a source gives; any of them is right. */
	readonly accepts: readonly { readonly by?: string; readonly source: string; readonly value: Quantity }[];
	readonly type: 'number';
	readonly unit: string;
}

export interface Question {
	/** Set where the point is contested, or where the words are those of one source. */
	readonly according?: According;
	/** Where the right answer can be checked. */
	readonly cited: readonly { readonly at: string; readonly source: string }[];
	/** 0 (everybody knows) to 1, before anybody has answered. */
	readonly difficulty: number;
	readonly entry: string;
	/**
	 * Entry, kind and variant: `khalkhin-gol-1939.voice.1x9f3k`. The same through new versions of the dataset as long as the
	 * account it rests on keeps its source, place and value; the wrong choices may differ each time.
	 */
	readonly id: string;
	readonly kind: QuestionKind;
	readonly language: QuizLanguage;
	/** First and last year, where the entry has any. */
	readonly period?: Period;
	readonly prompt: string;
	/** Words that the question is about, set apart from it. */
	readonly quote?: string;
	readonly task: ChoiceTask | NumberTask;
	readonly told: readonly Told[];
	readonly topics: readonly string[];
}

export type Period = readonly [from: number, to: number];

/** Wrong choices beside the right one. */
export const WRONG_CHOICES = 3;
/** With fewer wrong choices than this a question is not asked. */
export const WRONG_CHOICES_MIN = 2;
/** Accounts shown with an answer. */
export const TOLD_MAX = 4;
/** Leaves room in a custom_id for the action, the quiz and the choice. */
export const QUESTION_ID_MAX_LENGTH = 72;

export const toldOf = ({ at, by, counts, note, part, reports, says, source, value }: Account, under?: string): Told => ({
	at,
	...(by ? { by } : {}),
	...(counts ? { counts } : {}),
	...(note ? { note } : {}),
	...(part ? { part } : {}),
	...(reports ? { reports } : {}),
	says,
	source,
	...(under ? { under } : {}),
	...(value ? { value } : {}),
});

/** A short, stable mark of what tells a variant apart (FNV-1a, 32 bits, base 36). */
export function markOf(...parts: readonly (string | undefined)[]): string {
	let hash = 0x81_1c_9d_c5;
	for (const character of parts.map((part) => part ?? '').join('\n')) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01_00_01_93);
	return (hash >>> 0).toString(36);
}

/** Marks an account within its entry: by where it stands and what it gives, not by our words for it. */
export const accountMark = ({ aspect, at, by, source, value }: Account): string =>
	markOf(source, at, by, aspect, value && JSON.stringify(value));

export const questionId = (entry: Pick<Topic, 'id'>, kind: QuestionKind, ...variant: readonly string[]): string =>
	[entry.id, kind, ...variant].join('.');

/** The parts of a question's id; `undefined` for anything else. */
export function parseQuestionId(id: string): { readonly entry: string; readonly kind: QuestionKind } | undefined {
	const [entry, kind] = id.split('.');
	return entry && (QUESTION_KINDS as readonly string[]).includes(kind ?? '') ? { entry, kind: kind as QuestionKind } : undefined;
}
