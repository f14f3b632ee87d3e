/** A question that can be asked, before its wrong choices are drawn. */
import type { Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';
import type { Speaker } from '../messages/index.ts';
import { fold } from '../search/fold.ts';
import { type Dice, shuffle } from './dice.ts';
import { periodOf } from './knowledge.ts';
import { quizLanguageOf } from './language.ts';
import {
	type According,
	type Choice,
	type Meaning,
	type NumberTask,
	QUESTION_ID_MAX_LENGTH,
	type Question,
	type QuestionKind,
	questionId,
	TOLD_MAX,
	type Told,
	WRONG_CHOICES,
	WRONG_CHOICES_MIN,
} from './question.ts';

export interface Tools {
	readonly dice: Dice;
	readonly speaker: Speaker;
}

export interface Plan {
	/** `undefined` when too few wrong choices are sure to be wrong, or the words would give the answer away. */
	build(tools: Tools): Question | undefined;
	readonly difficulty: number;
	readonly entry: Topic;
	readonly id: string;
	readonly kind: QuestionKind;
}

export interface Offered {
	readonly means: Meaning;
	readonly text: string;
}

interface DraftBase {
	readonly according?: According;
	readonly cited: Question['cited'];
	readonly prompt: string;
	readonly quote?: string;
	readonly told: readonly Told[];
}

export interface ChoiceDraft extends DraftBase {
	readonly accepts?: readonly string[];
	/** Shown as they stand, without shuffling: true and false. */
	readonly fixed?: readonly Choice[];
	readonly key?: string;
	readonly right?: Offered;
	/** Checked to be wrong, the best first; more than are needed. */
	readonly wrong?: Iterable<Offered>;
	readonly wrongMin?: number;
}

export interface NumberDraft extends DraftBase {
	readonly number: NumberTask;
}

/** Longer choices would not be read; they are shown in the message and their buttons bear letters. */
export const CHOICE_TEXT_MAX_LENGTH = 400;
const LETTERS = ['a', 'b', 'c', 'd'];
const ACCEPTS_MAX = 60;

/** Entries of which much is said are better known. */
const easing = (entry: Topic) => Math.min(0.15, accountsOf(entry).length / 200);

export function plan(
	entry: Topic,
	kind: QuestionKind,
	variant: readonly string[],
	difficulty: number,
	draft: (tools: Tools) => ChoiceDraft | NumberDraft | undefined,
): Plan {
	const id = questionId(entry, kind, ...variant);
	if (id.length > QUESTION_ID_MAX_LENGTH) throw new RangeError(`question id of ${id.length} characters: ${id}`);
	const level = Math.round(Math.min(0.95, Math.max(0.05, difficulty - easing(entry))) * 100) / 100;
	return {
		build(tools) {
			const made = draft(tools);
			if (!made) return undefined;
			const task = 'number' in made ? made.number : chooseFrom(made, tools.dice);
			if (!task) return undefined;
			const period = periodOf(entry);
			return {
				...(made.according ? { according: made.according } : {}),
				cited: made.cited,
				difficulty: level,
				entry: entry.id,
				id,
				kind,
				language: quizLanguageOf(tools.speaker),
				...(period ? { period } : {}),
				prompt: made.prompt,
				...(made.quote ? { quote: made.quote } : {}),
				task,
				told: made.told.slice(0, TOLD_MAX),
				topics: entry.topics,
			};
		},
		difficulty: level,
		entry,
		id,
		kind,
	};
}

function chooseFrom(
	{ accepts = [], fixed, key, right, wrong = [], wrongMin = WRONG_CHOICES_MIN }: ChoiceDraft,
	dice: Dice,
): Question['task'] | undefined {
	if (fixed && key) return { accepts, choices: fixed, key, strikes: [], type: 'choice' };
	if (!right || right.text.length > CHOICE_TEXT_MAX_LENGTH) return undefined;
	const seen = new Set([fold(right.text)]);
	const chosen: Offered[] = [];
	for (const offered of wrong) {
		const folded = fold(offered.text);
		if (folded === '' || seen.has(folded) || offered.text.length > CHOICE_TEXT_MAX_LENGTH) continue;
		seen.add(folded);
		if (chosen.push(offered) === WRONG_CHOICES) break;
	}
	if (chosen.length < wrongMin) return undefined;
	const choices = shuffle([right, ...chosen], dice).map(
		(offered, index): Choice => ({ id: LETTERS[index]!, means: offered.means, text: offered.text }),
	);
	const keyed = choices.find(({ means }) => means === right.means)!;
	const strikes = shuffle(
		choices.filter((choice) => choice !== keyed).map(({ id }) => id),
		dice,
	).slice(0, -1);
	return { accepts: accepts.slice(0, ACCEPTS_MAX), choices, key: keyed.id, strikes, type: 'choice' };
}

/** A four-digit year in words that people see would give the answer away. */
export const yearsIn = (text: string): string[] => text.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/gu) ?? [];

/** Only as far as needed: nothing is checked that is not drawn. */
export function* filtered<T>(items: Iterable<T>, keep: (item: T) => boolean): Generator<T> {
	for (const item of items) if (keep(item)) yield item;
}

export function* mapped<T, U>(items: Iterable<T>, change: (item: T) => U | undefined): Generator<U> {
	for (const item of items) {
		const changed = change(item);
		if (changed !== undefined) yield changed;
	}
}
