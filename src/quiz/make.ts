/** Questions made from the dataset: every one that can be asked, and a drawing of some. */
import type { Topic } from '../dataset/schema.ts';
import type { Library } from '../library.ts';
import { type Dice, pick, shuffle } from './dice.ts';
import { articlePlans } from './kinds/article.ts';
import { datePlans } from './kinds/date.ts';
import { estimatePlans } from './kinds/estimate.ts';
import { gapPlans } from './kinds/gap.ts';
import { mapPlans } from './kinds/map.ts';
import { namePlans } from './kinds/name.ts';
import { firstPlans } from './kinds/order.ts';
import { rolePlans, signatoryPlans } from './kinds/person.ts';
import { placePlans } from './kinds/place.ts';
import { statementPlans } from './kinds/statement.ts';
import { voicePlans } from './kinds/voice.ts';
import { whosePlans } from './kinds/whose.ts';
import { type Knowledge, knowledgeOf, periodOf } from './knowledge.ts';
import { type QuizLanguage, quizSpeaker } from './language.ts';
import type { Plan } from './plan.ts';
import { type Period, parseQuestionId, QUESTION_KINDS, type Question, type QuestionKind } from './question.ts';

const MAKERS: Record<QuestionKind, (entry: Topic, knowledge: Knowledge) => Plan[]> = {
	article: articlePlans,
	date: datePlans,
	estimate: estimatePlans,
	first: firstPlans,
	gap: gapPlans,
	map: mapPlans,
	name: namePlans,
	place: placePlans,
	role: rolePlans,
	signatory: signatoryPlans,
	statement: statementPlans,
	voice: voicePlans,
	whose: whosePlans,
};

/** How often a kind is drawn beside the others, so that a quiz is not all gaps and voices. */
const WEIGHTS: Record<QuestionKind, number> = {
	article: 2,
	date: 4,
	estimate: 2,
	first: 3,
	gap: 3,
	map: 2,
	name: 2,
	place: 2,
	role: 2,
	signatory: 1,
	statement: 3,
	voice: 2,
	whose: 2,
};

export interface QuestionRequest {
	readonly count: number;
	/** From 0 to 1, both included. */
	readonly difficulty?: readonly [from: number, to: number];
	/** Only about these entries. */
	readonly entries?: readonly string[];
	readonly kinds?: readonly QuestionKind[];
	readonly language: QuizLanguage;
	/** Only what falls within these years, at least in part. */
	readonly period?: Period;
	/** Ids of questions that are not to be asked again. */
	readonly seen?: ReadonlySet<string>;
	readonly topics?: readonly string[];
}

const plans = new WeakMap<Knowledge, Map<string, Plan[]>>();

/** Everything of one kind that can be asked of one entry; found once. */
export function plansOf(entry: Topic, kind: QuestionKind, library: Pick<Library, 'dataset'>): readonly Plan[] {
	const knowledge = knowledgeOf(library);
	let kept = plans.get(knowledge);
	if (!kept) plans.set(knowledge, (kept = new Map()));
	const key = `${entry.id}.${kind}`;
	let found = kept.get(key);
	if (!found) kept.set(key, (found = MAKERS[kind](entry, knowledge)));
	return found;
}

/** Draws no more than this for one question before giving a kind up. */
const TRIES = 40;

/**
 * Up to `count` questions, of several kinds and of as many entries as there are; fewer when no more fit the request.
 * The same dice draw the same questions.
 */
export const makeQuestions = (library: Pick<Library, 'dataset'>, request: QuestionRequest, dice: Dice): Question[] => [
	...drawing(library, request, dice),
];

/** The same, one after the other, for a caller that lets other work be done in between. */
export function* drawing(library: Pick<Library, 'dataset'>, request: QuestionRequest, dice: Dice): Generator<Question> {
	const { count, entries, kinds = QUESTION_KINDS, language, period, seen, topics } = request;
	const speaker = quizSpeaker(language);
	const [easiest, hardest] = request.difficulty ?? [0, 1];
	const knowledge = knowledgeOf(library);
	const wanted = entries && new Set(entries.map((id) => library.dataset.get(id)?.id));
	const eligible = knowledge.topics.filter(
		(entry) =>
			(!wanted || wanted.has(entry.id)) &&
			(!topics?.length || entry.topics.some((topic) => topics.includes(topic))) &&
			(!period || overlaps(periodOf(entry), period)),
	);
	let asked = 0;
	const used = new Set<string>(seen);
	const touched = new Map<string, number>();
	const open = new Map([...new Set(kinds)].map((kind) => [kind, undefined as Topic[] | undefined]));
	while (asked < count && open.size > 0) {
		const kind = weighted([...open.keys()], dice);
		const order = open.get(kind) ?? shuffle(eligible, dice);
		const drawn = drawOne(
			order,
			(entry) =>
				plansOf(entry, kind, library).filter(({ difficulty, id }) => difficulty >= easiest && difficulty <= hardest && !used.has(id)),
			{ dice, speaker },
			touched,
		);
		if (!drawn) {
			open.delete(kind);
			continue;
		}
		used.add(drawn.question.id);
		asked += 1;
		touched.set(drawn.question.entry, (touched.get(drawn.question.entry) ?? 0) + 1);
		open.set(kind, drawn.rest);
		yield drawn.question;
	}
}

function drawOne(
	order: readonly Topic[],
	plansFor: (entry: Topic) => Plan[],
	tools: Parameters<Plan['build']>[0],
	touched: ReadonlyMap<string, number>,
): { question: Question; rest: Topic[] } | undefined {
	// Entries that were not asked about come first; others only when nothing else is left.
	const fresh = [
		...order.filter(({ id }) => !touched.has(id)),
		...order.filter(({ id }) => touched.has(id)).sort((a, b) => touched.get(a.id)! - touched.get(b.id)!),
	];
	for (const [index, entry] of fresh.entries()) {
		for (const candidate of shuffle(plansFor(entry), tools.dice).slice(0, TRIES)) {
			const question = candidate.build(tools);
			if (question) return { question, rest: [...fresh.slice(index + 1), entry] };
		}
	}
	return undefined;
}

function weighted(kinds: readonly QuestionKind[], dice: Dice): QuestionKind {
	return pick(
		kinds.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind)),
		dice,
	)!;
}

/** Entries without a time of their own belong to no period. */
const overlaps = (own: Period | undefined, period: Period) => own !== undefined && own[0] <= period[1] && period[0] <= own[1];

/** Every question that can be asked of one entry, its wrong choices drawn once. */
export function* everyQuestion(entry: Topic, library: Pick<Library, 'dataset'>, language: QuizLanguage, dice: Dice): Generator<Question> {
	const speaker = quizSpeaker(language);
	for (const kind of QUESTION_KINDS) {
		for (const candidate of plansOf(entry, kind, library)) {
			const question = candidate.build({ dice, speaker });
			if (question) yield question;
		}
	}
}

/** The plan of this id; that of an entry that was renamed is its successor's. */
function planOf(id: string, library: Pick<Library, 'dataset'>): Plan | undefined {
	const parsed = parseQuestionId(id);
	const entry = parsed && library.dataset.get(parsed.entry);
	if (!parsed || !entry || entry.kind === 'source') return undefined;
	const variant = id.slice(parsed.entry.length);
	return plansOf(entry, parsed.kind, library).find((candidate) => candidate.id === entry.id + variant);
}

/** Whether the dataset still has what this question is about. In some language it may not be possible to ask it all the same. */
export const hasQuestion = (id: string, library: Pick<Library, 'dataset'>): boolean => planOf(id, library) !== undefined;

/**
 * The question of this id as the dataset stands now, with wrong choices drawn anew; `undefined` when the entry or the
 * account it rested on is gone (see `hasQuestion`), or it cannot be asked in this language, as of a name that is the same
 * there. An id of an entry that was renamed leads to its successor.
 */
export const questionOf = (id: string, library: Pick<Library, 'dataset'>, language: QuizLanguage, dice: Dice): Question | undefined =>
	planOf(id, library)?.build({ dice, speaker: quizSpeaker(language) });
