/**
 * The steps in which the check of messages is learned, each of which can be done in any thread: what a step takes and gives can be sent
 * from one to another, and all of them stand on the same ground.
 */
import { join } from 'node:path';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { LABELLED } from '../../src/dataset/read.ts';
import { createChecker } from '../../src/factcheck/checker.ts';
import { EVIDENCE } from '../../src/factcheck/evidence.ts';
import type { AssertionIndex } from '../../src/factcheck/index.ts';
import type { Reckoning } from '../../src/factcheck/meant.ts';
import type { Models } from '../../src/factcheck/models.ts';
import { OUTCOME_EVIDENCE } from '../../src/factcheck/outcomes.ts';
import type { Phrasing } from '../../src/factcheck/phrasings.ts';
import { FACT_EVIDENCE, POSITION_EVIDENCE } from '../../src/factcheck/sense.ts';
import { SPAN_EVIDENCE } from '../../src/factcheck/span-evidence.ts';
import { openKnowledge, phrasingsIn } from '../../src/knowledge.ts';
import type { AffinityModel } from '../../src/learned/affinity.ts';
import type { Trees } from '../../src/learned/trees.ts';
import { openLibrary } from '../../src/library.ts';
import { readMessages as readEvaluation } from '../../tests/eval/factcheck-measure.ts';
import { learn, type Options } from './boost.ts';
import { learnAffinity, learnMeant } from './clauses.ts';
import {
	type Example,
	type ExampleMessage,
	type Examples,
	examplesOfFold,
	examplesOfPhrasings,
	examplesOfUnseen,
	foldOf,
	indexOf,
	labelledWithout,
	readMessages,
	saidIn,
	type UnseenExamples,
} from './groups.ts';

/** Of how many claims of messages each kind is the right entry; phrasings are weighed by it, however many there are of a kind. */
const KIND_SHARES = { event: 0.17, figures: 0.22, person: 0.05, place: 0.02, question: 0.41, term: 0.02, treaty: 0.11 };
/** What all phrasings weigh together, in clauses of messages; what a clause that says nothing of us weighs; what a phrasing tells of senses. */
const PHRASINGS_WEIGHT = 700;
const NONE_WEIGHT = 1.2;
const SENSE_WEIGHT = 0.2;
/** The evaluation set was labelled with more care than was to be had for thousands of messages. */
const TUNE_WEIGHT = 2;
const LEFT_OUT = 8;

const OPTIONS: Options = { depth: 5, featureShare: 0.4, groupShare: 0.8, leafMin: 15, rate: 0.05, ridge: 3, rounds: 400, seed: 1 };
/** Models that only show what a model finds in messages that it has not seen may be coarser. */
const COARSE: Partial<Options> = { rate: 0.1, rounds: 200 };

/** What all steps read. */
export interface Ground {
	readonly dataset: Dataset;
	/** Where a part of the messages is left out to be measured. */
	readonly isTrial: boolean;
	readonly labelled: readonly Phrasing[];
	readonly messages: readonly ExampleMessage[];
	readonly phrasings: readonly Phrasing[];
	/** The model that is there. */
	readonly taught: Models;
	/** Reads clauses; holds phrasings, and nothing of what was labelled. */
	readonly thought: AssertionIndex;
}

const root = join(import.meta.dirname, '../..');

export async function openGround(isTrial: boolean): Promise<Ground> {
	const { dataset, origin } = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
	const { phrasings } = phrasingsIn(join(root, 'data'), dataset);
	const { phrasings: labelled } = phrasingsIn(join(root, 'data'), dataset, LABELLED);
	const tune = readEvaluation()
		.filter(({ split }) => split === 'tune')
		.map(({ claims, message }) => ({
			claims: claims.map(({ about, entry, verdict }) => ({ entry, verdict, ...(claims.length > 1 && about ? { part: about } : {}) })),
			text: message,
			weight: TUNE_WEIGHT,
		}));
	const messages = [...readMessages(join(import.meta.dirname, 'messages.jsonl')), ...tune];
	const { models: taught } = openKnowledge({ dataset, ...origin });
	const ground = { dataset, isTrial, labelled, messages, phrasings, taught, thought: indexOf(dataset, phrasings) };
	nameRows(ground);
	return ground;
}

/** Messages in which something of every sort is found. */
const SORTS = 60;

/** What stands where in a row is known once one was made: a thread that learns from rows that others made has to have made one of its own. */
function nameRows({ dataset, messages, taught, thought }: Ground): void {
	const checker = createChecker({ dataset, knowledge: () => ({ index: thought, models: taught }) });
	for (const { text } of messages.slice(0, SORTS)) checker.check(text);
}

/** Whether a message takes no part in learning, to be measured afterwards. */
export const isLeftOut = ({ isTrial }: Pick<Ground, 'isTrial'>, number: number): boolean => isTrial && number % LEFT_OUT === 0;
const unheardOf = (ground: Ground) => ground.messages.filter((_, number) => isLeftOut(ground, number));
/** Messages from which is learned, without those of a fold where one is named. */
const heardOf = (ground: Ground, fold?: number) =>
	ground.messages.filter((_, number) => !isLeftOut(ground, number) && (fold === undefined || foldOf(number) !== fold));
const ofFold = ({ messages }: Ground, fold: number) => messages.filter((_, number) => foldOf(number) === fold);
/** A message is compared with what was labelled in others. */
const indexWithout = ({ dataset, labelled, phrasings }: Ground, messages: readonly ExampleMessage[]) =>
	indexOf(dataset, [...phrasings, ...labelledWithout(labelled, messages)]);

/** Of phrasings, and of messages. */
interface Seen {
	readonly put: readonly Example[];
	readonly said: readonly Example[];
}

/** Of a fold, or of all where none is named. */
interface OfFold {
	readonly fold?: number | undefined;
}

export const STEPS = {
	affinity: (ground: Ground, { fold }: OfFold): AffinityModel =>
		learnAffinity(ground.thought, ground.phrasings, saidIn(heardOf(ground, fold))),

	meant: (ground: Ground, { fold, reckoning }: OfFold & { readonly reckoning: Reckoning }): AffinityModel => {
		const { dataset, labelled, phrasings, thought } = ground;
		const apart = fold === undefined ? [] : ofFold(ground, fold);
		return learnMeant(dataset, thought, [...phrasings, ...labelledWithout(labelled, [...unheardOf(ground), ...apart])], reckoning);
	},

	/** Phrasings as they are found. */
	put: (ground: Ground, _: object): Examples =>
		examplesOfPhrasings(ground.dataset, ground.phrasings, labelledWithout(ground.labelled, unheardOf(ground)), saidIn(heardOf(ground))),

	/** Clauses of the messages of a fold as they are found. */
	said: (ground: Ground, { affinity, fold }: { readonly affinity: AffinityModel; readonly fold: number }): Examples =>
		examplesOfFold(
			ground.dataset,
			indexWithout(ground, ofFold(ground, fold)),
			{ ...ground.taught, affinity },
			ground.messages,
			(number) => foldOf(number) === fold,
		),

	entries: (ground: Ground, { fold, put, said }: OfFold & Seen): Trees => {
		const counts = Map.groupBy(put, ({ kind }) => kind!);
		return learn(
			[
				...put.map((one) => ({
					...one,
					weight: (PHRASINGS_WEIGHT * KIND_SHARES[one.kind as keyof typeof KIND_SHARES]) / counts.get(one.kind!)!.length,
				})),
				...said
					.filter(({ number }) => !isLeftOut(ground, number) && (fold === undefined || foldOf(number) !== fold))
					.map((one) => ({ ...one, weight: one.none ? (one.weight ?? 1) * NONE_WEIGHT : (one.weight ?? 1) })),
			],
			EVIDENCE,
			fold === undefined ? OPTIONS : { ...OPTIONS, ...COARSE },
		);
	},

	senses: (ground: Ground, { fold, of, put, said }: OfFold & Seen & { readonly of: 'facts' | 'positions' }): Trees =>
		learn(
			[
				...put.map((one) => ({ ...one, weight: SENSE_WEIGHT })),
				...said.filter(({ number }) => !isLeftOut(ground, number) && (fold === undefined || foldOf(number) !== fold)),
			],
			of === 'facts' ? FACT_EVIDENCE : POSITION_EVIDENCE,
			{ ...OPTIONS, depth: 4, leafMin: 10, ...(fold === undefined ? {} : COARSE) },
		),

	/** What is a claim by itself, and what it says of all that it may say, is learned of messages from which nothing else was. */
	unseen: (
		ground: Ground,
		{ fold, models }: { readonly fold: number; readonly models: Omit<Models, 'outcomes' | 'spans'> },
	): UnseenExamples =>
		examplesOfUnseen(
			ground.dataset,
			indexWithout(ground, ofFold(ground, fold)),
			{ ...ground.taught, ...models },
			ground.messages,
			(number) => foldOf(number) === fold && !isLeftOut(ground, number),
		),

	spans: (_: Ground, { parts }: { readonly parts: readonly Example[] }): Trees =>
		learn(parts, SPAN_EVIDENCE, { ...OPTIONS, leafMin: 30, rounds: 300 }),

	outcomes: (_: Ground, { ways }: { readonly ways: readonly Example[] }): Trees =>
		learn(ways, OUTCOME_EVIDENCE, { ...OPTIONS, depth: 6, featureShare: 0.3, leafMin: 25, rounds: 400 }),
} as const;

export type StepName = keyof typeof STEPS;
export type Given<Name extends StepName> = Parameters<(typeof STEPS)[Name]>[1];
export type Made<Name extends StepName> = ReturnType<(typeof STEPS)[Name]>;
