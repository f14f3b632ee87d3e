/**
 * `npm run factcheck:learn [-- --try | --keep=<parts>]`: learns how evidence is weighed from `data/phrasings/` and `data/labelled/`, from the labelled messages in
 * `scripts/learn/messages.jsonl` and from the tune part of the evaluation set, and writes `src/factcheck/model.bin`. The clauses of
 * messages are found with the model that is there. With `--try` an eighth of the messages is left out and measured, and nothing written.
 * With `--keep=entries,spans` these parts stay as they are in the model that is there: where what was learned anew does better in some, and
 * worse in others, on messages that neither has seen. Takes an hour on two cores; the same examples and the same model before it give the same model.
 */
import { join } from 'node:path';
import { createChecker } from '../src/factcheck/checker.ts';
import type { Models } from '../src/factcheck/models.ts';
import { readModel, writeModel } from '../src/learned/file.ts';
import { scoreBy, type Trees } from '../src/learned/trees.ts';
import { measureFactcheck, totalsOf } from '../tests/eval/factcheck-measure.ts';
import { type Example, type Examples, FOLDS, indexOf, labelledWithout } from './learn/groups.ts';
import { isLeftOut, openGround } from './learn/steps.ts';
import { startWorkers } from './learn/workers.ts';

const isTrial = process.argv.includes('--try');
const PARTS: readonly string[] = [
	'affinity',
	'denied',
	'entries',
	'facts',
	'meant',
	'outcomes',
	'positions',
	'spans',
] satisfies (keyof Models)[];
const kept = (process.argv
	.find((argument) => argument.startsWith('--keep='))
	?.slice('--keep='.length)
	.split(',') ?? []) as (keyof Models)[];
const unknown = kept.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
	console.error(`--keep: there is no part “${unknown.join('”, “')}”. The parts are ${PARTS.join(', ')}.`);
	process.exit(1);
}
const { close, step } = startWorkers(isTrial);
const folds = Array.from({ length: FOLDS }, (_, fold) => fold);

// What is asked for first is done first: the clauses of messages and phrasings, on which most of the rest waits.
const affinities = folds.map((fold) => step('affinity', { fold }));
const putting = step('put', {});
const saying = folds.map(async (fold) => step('said', { affinity: await affinities[fold]!, fold }));
await Promise.all(affinities);
const meantBy = folds.map((fold) => step('meant', { fold, reckoning: 'as it stands' }));
const deniedBy = folds.map((fold) => step('meant', { fold, reckoning: 'as what is denied' }));
const whole = Promise.all([
	step('affinity', {}),
	step('meant', { reckoning: 'as it stands' }),
	step('meant', { reckoning: 'as what is denied' }),
]);

const put = await putting;
const said = ((list: readonly Examples[]): Examples => ({
	entries: list.flatMap(({ entries }) => entries),
	facts: list.flatMap(({ facts }) => facts),
	positions: list.flatMap(({ positions }) => positions),
}))(await Promise.all(saying));
for (const [name, { entries, facts, positions }] of Object.entries({ messages: said, phrasings: put }))
	console.log(`${name}: ${entries.length} clauses, ${positions.length} of positions, ${facts.length} of facts`);

/** Whether a clause speaks of an entry, and how it is meant there. */
const learned = async (fold?: number) => {
	const [entries, facts, positions] = await Promise.all([
		step('entries', { fold, put: put.entries, said: said.entries }),
		step('senses', { fold, of: 'facts', put: put.facts, said: said.facts }),
		step('senses', { fold, of: 'positions', put: put.positions, said: said.positions }),
	]);
	return { entries, facts, positions };
};
const seeing = folds.map(async (fold) => {
	const [affinity, denied, meant, trees] = await Promise.all([affinities[fold]!, deniedBy[fold]!, meantBy[fold]!, learned(fold)]);
	return step('unseen', { fold, models: { affinity, denied, meant, ...trees } });
});
const ofAll = learned();
const unseen = await Promise.all(seeing);
const parts = unseen.flatMap((one) => one.spans);
const ways = unseen.flatMap((one) => one.outcomes);
console.log(`unseen: ${parts.length} parts of sentences, ${ways.length} clauses of claims`);
const [spans, outcomes, { entries, facts, positions }, [affinity, meant, denied]] = await Promise.all([
	step('spans', { parts }),
	step('outcomes', { ways }),
	ofAll,
	whole,
]);
await close();
const models: Models = { affinity, denied, entries, facts, meant, outcomes, positions, spans };

if (isTrial) await measure(models);
else {
	const file = join(import.meta.dirname, '..', 'src', 'factcheck', 'model.bin');
	const before = kept.length > 0 ? readModel<Models>(file) : models;
	writeModel(file, { ...models, ...Object.fromEntries(kept.map((part) => [part, before[part]])) });
}

/** How it does on the messages that were left out. */
async function measure(learnedModels: Models) {
	const ground = await openGround(true);
	const { dataset, labelled, messages, phrasings } = ground;
	/** The best row is right, or where nothing is right none is above nothing. */
	const share = (list: readonly Example[], model: Trees) => {
		const out = list.filter(({ number }) => number >= 0 && isLeftOut(ground, number));
		const right = out.filter(({ right: wanted, rows }) => {
			const odds = rows.map((row) => scoreBy(model, row));
			const most = Math.max(...odds);
			return wanted.length === 0 ? most < 0 : most > 0 && wanted.includes(odds.indexOf(most));
		});
		return `${right.length} of ${out.length} (${(right.length / out.length).toFixed(3)})`;
	};
	const areNone = (isNone: boolean) => said.entries.filter(({ none = false }) => none === isNone);
	console.log(`left out, entries: ${share(areNone(false), entries)}`);
	console.log(`left out, nothing: ${share(areNone(true), entries)}`);
	console.log(`left out, positions: ${share(said.positions, positions)}`);
	console.log(`left out, facts: ${share(said.facts, facts)}`);
	const unheard = messages.filter((_, number) => isLeftOut(ground, number));
	const index = indexOf(dataset, [...phrasings, ...labelledWithout(labelled, unheard)]);
	const checker = createChecker({ dataset, knowledge: () => ({ index, models: learnedModels }) });
	const measured = measureFactcheck(
		checker,
		unheard.map(({ claims, text }) => ({ claims, class: 'left out', message: text, split: 'tune' as const })),
	);
	const { entry, nothing, verdict } = totalsOf(measured);
	console.log(
		`left out, whole messages: entry ${entry.toFixed(3)}  verdict ${verdict.toFixed(3)}  nothing ${nothing.toFixed(3)}  surplus ${measured[0]!.surplus}`,
	);
}
