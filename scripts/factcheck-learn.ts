/**
 * `npm run factcheck:learn [-- --try]`: learns how evidence is weighed from `data/phrasings/` and `data/labelled/`, from the labelled messages in
 * `scripts/learn/messages.jsonl` and from the tune part of the evaluation set, and writes `src/factcheck/model.json`. The clauses of
 * messages are found with the model that is there. With `--try` an eighth of the messages is left out and measured, and nothing written.
 * Takes about an hour on one core; the same examples and the same model before it give the same model.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LABELLED } from '../src/dataset/read.ts';
import { createChecker } from '../src/factcheck/checker.ts';
import { EVIDENCE } from '../src/factcheck/evidence.ts';
import { keepModels, type Models } from '../src/factcheck/models.ts';
import { OUTCOME_EVIDENCE } from '../src/factcheck/outcomes.ts';
import { FACT_EVIDENCE, POSITION_EVIDENCE } from '../src/factcheck/sense.ts';
import { SPAN_EVIDENCE } from '../src/factcheck/span-evidence.ts';
import { openKnowledge, phrasingsIn } from '../src/knowledge.ts';
import { scoreBy, type Trees } from '../src/learned/trees.ts';
import { openLibrary } from '../src/library.ts';
import { measureFactcheck, readMessages as readEvaluation, totalsOf } from '../tests/eval/factcheck-measure.ts';
import { learn, type Options } from './learn/boost.ts';
import { learnAffinity, learnMeant } from './learn/clauses.ts';
import {
	affinitiesOf,
	type Example,
	examplesOfMessages,
	examplesOfPhrasings,
	examplesOfUnseen,
	foldOf,
	indexOf,
	labelledWithout,
	meantOf,
	readMessages,
	saidIn,
} from './learn/groups.ts';

/** Of how many claims of messages each kind is the right entry; phrasings are weighed by it, however many there are of a kind. */
const KIND_SHARES = { event: 0.17, figures: 0.22, person: 0.05, place: 0.02, question: 0.41, term: 0.02, treaty: 0.11 };
/** What all phrasings weigh together, in clauses of messages; what a clause that says nothing of us weighs; what a phrasing tells of senses. */
const PHRASINGS_WEIGHT = 700;
const NONE_WEIGHT = 1.2;
const SENSE_WEIGHT = 0.2;
const LEFT_OUT = 8;
/** Models that only show what a model finds in messages that it has not seen may be coarser. */
const COARSE: Partial<Options> = { rate: 0.1, rounds: 200 };
/** The evaluation set was labelled with more care than was to be had for thousands of messages. */
const TUNE_WEIGHT = 2;

const root = join(import.meta.dirname, '..');
const isTrial = process.argv.includes('--try');
const { dataset, origin } = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
const { models: taught } = openKnowledge({ dataset, ...origin });
const { phrasings } = phrasingsIn(join(root, 'data'), dataset);
const { phrasings: labelled } = phrasingsIn(join(root, 'data'), dataset, LABELLED);
const tune = readEvaluation()
	.filter(({ split }) => split === 'tune')
	.map(({ claims, message }) => ({
		claims: claims.map(({ about, entry, verdict }) => ({ entry, verdict, ...(claims.length > 1 && about ? { part: about } : {}) })),
		text: message,
		weight: TUNE_WEIGHT,
	}));
const messages = [...readMessages(join(import.meta.dirname, 'learn', 'messages.jsonl')), ...tune];

const kept = messages.filter((_, number) => !(isTrial && number % LEFT_OUT === 0));
// What was labelled is learned as what messages say, once.
const thought = indexOf(dataset, phrasings);
const affinity = learnAffinity(thought, phrasings, saidIn(kept));
const unheard = isTrial ? messages.filter((_, number) => number % LEFT_OUT === 0) : [];
const told = [...phrasings, ...labelledWithout(labelled, unheard)];
const meant = learnMeant(dataset, thought, told, 'as it stands');
const denied = learnMeant(dataset, thought, told, 'as what is denied');
const put = examplesOfPhrasings(dataset, phrasings, labelled, saidIn(kept));
console.log(`phrasings: ${put.entries.length} clauses, ${put.positions.length} of positions, ${put.facts.length} of facts`);
const isLeftOut = ({ number }: Pick<Example, 'number'>) => isTrial && number % LEFT_OUT === 0;
const heard = messages.map((message, number) => (isLeftOut({ number }) ? { ...message, claims: [] } : message));
const affinities = affinitiesOf(thought, phrasings, heard);
const left = labelledWithout(labelled, unheard);
const meantBy = meantOf(dataset, thought, phrasings, left, messages, 'as it stands');
const deniedBy = meantOf(dataset, thought, phrasings, left, messages, 'as what is denied');
// A message is compared with what was labelled in others.
const without = (list: typeof messages) => indexOf(dataset, [...phrasings, ...labelledWithout(labelled, list)]);
const indexes = affinities.map((_, fold) => without(messages.filter((__, number) => foldOf(number) === fold)));
const said = examplesOfMessages(dataset, indexes, taught, messages, affinities);
console.log(`messages: ${said.entries.length} clauses, ${said.positions.length} of positions, ${said.facts.length} of facts`);

const counts = Map.groupBy(put.entries, ({ kind }) => kind!);
const options: Options = { depth: 5, featureShare: 0.4, groupShare: 0.8, leafMin: 15, rate: 0.05, ridge: 3, rounds: 400, seed: 1 };
const learnEntries = (isIn: (example: Example) => boolean, more: Partial<Options> = {}) =>
	learn(
		[
			...put.entries.map((one) => ({
				...one,
				weight: (PHRASINGS_WEIGHT * KIND_SHARES[one.kind as keyof typeof KIND_SHARES]) / counts.get(one.kind!)!.length,
			})),
			...said.entries
				.filter((one) => !isLeftOut(one) && isIn(one))
				.map((one) => ({ ...one, weight: one.none ? (one.weight ?? 1) * NONE_WEIGHT : (one.weight ?? 1) })),
		],
		EVIDENCE,
		{ ...options, ...more },
	);
const entries = learnEntries(() => true);
const learnSenses = (key: 'facts' | 'positions', isIn: (example: Example) => boolean, more: Partial<Options> = {}) =>
	learn(
		[
			...put[key].map((one) => ({ ...one, weight: SENSE_WEIGHT })),
			...said[key].filter((one) => !isLeftOut(one) && (one.number < 0 || isIn(one))),
		],
		key === 'facts' ? FACT_EVIDENCE : POSITION_EVIDENCE,
		{ ...options, depth: 4, leafMin: 10, ...more },
	);
const facts = learnSenses('facts', () => true);
const positions = learnSenses('positions', () => true);
// What is a claim by itself, and what it says of all that it may say, is learned of messages from which nothing else was.
const unseen = affinities.map((one, fold) => {
	const isIn = ({ number }: Example) => foldOf(number) !== fold;
	const models = {
		...taught,
		affinity: one,
		denied: deniedBy[fold]!,
		meant: meantBy[fold]!,
		entries: learnEntries(isIn, COARSE),
		facts: learnSenses('facts', isIn, COARSE),
		positions: learnSenses('positions', isIn, COARSE),
	};
	return examplesOfUnseen(dataset, indexes[fold]!, models, messages, (number) => foldOf(number) === fold && !isLeftOut({ number }));
});
const parts = unseen.flatMap(({ spans }) => spans);
const ways = unseen.flatMap(({ outcomes }) => outcomes);
console.log(`unseen: ${parts.length} parts of sentences, ${ways.length} clauses of claims`);
const spans = learn(parts, SPAN_EVIDENCE, { ...options, leafMin: 30, rounds: 300 });
const outcomes = learn(ways, OUTCOME_EVIDENCE, { ...options, depth: 4, rounds: 300 });
const learned: Models = { affinity, denied, entries, facts, meant, outcomes, positions, spans };

if (isTrial) {
	/** The best row is right, or where nothing is right none is above nothing. */
	const share = (list: readonly Example[], model: Trees) => {
		const right = list.filter(({ right: wanted, rows }) => {
			const odds = rows.map((row) => scoreBy(model, row));
			const most = Math.max(...odds);
			return wanted.length === 0 ? most < 0 : most > 0 && wanted.includes(odds.indexOf(most));
		});
		return `${right.length} of ${list.length} (${(right.length / list.length).toFixed(3)})`;
	};
	console.log(
		`left out, entries: ${share(
			said.entries.filter((one) => isLeftOut(one) && !one.none),
			entries,
		)}`,
	);
	console.log(
		`left out, nothing: ${share(
			said.entries.filter((one) => isLeftOut(one) && one.none),
			entries,
		)}`,
	);
	console.log(`left out, positions: ${share(said.positions.filter(isLeftOut), learned.positions)}`);
	console.log(`left out, facts: ${share(said.facts.filter(isLeftOut), learned.facts)}`);
	const known = without(unheard);
	const checker = createChecker({ dataset, knowledge: () => ({ index: known, models: learned }) });
	const measured = measureFactcheck(
		checker,
		unheard.map(({ claims, text }) => ({ claims, class: 'left out', message: text, split: 'tune' as const })),
	);
	const { entry, nothing, verdict } = totalsOf(measured);
	console.log(
		`left out, whole messages: entry ${entry.toFixed(3)}  verdict ${verdict.toFixed(3)}  nothing ${nothing.toFixed(3)}  surplus ${measured[0]!.surplus}`,
	);
} else writeFileSync(join(root, 'src', 'factcheck', 'model.json'), `${JSON.stringify(keepModels(learned))}\n`);
