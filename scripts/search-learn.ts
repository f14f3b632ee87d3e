/**
 * `npm run search:learn [-- --try [entries]]`: learns how the search weighs its evidence, and which words are used of which entry, from
 * the labelled lookups in `scripts/learn/queries.jsonl`, the tune part of the evaluation set, names and phrasings, and writes
 * `src/search/model.bin`. With `--try` nothing is written: it is learned five times, each time without a fifth of the lookups (or all
 * lookups of a fifth of the `entries`), which are then looked up. `--wrong` lists what went wrong. The same lookups give the same model.
 */
import { join } from 'node:path';
import { writeModel } from '../src/learned/file.ts';
import { scoreBy, type Trees } from '../src/learned/trees.ts';
import { openLibrary } from '../src/library.ts';
import { EVIDENCE } from '../src/search/evidence.ts';
import type { SearchModel } from '../src/search/judge.ts';
import { overall, shownBy } from '../tests/eval/measure.ts';
import { learn, type Options } from './learn/boost.ts';
import { foldOf, kindsOf, type Labelled, type LookupExample, type Parted, readLabelled, Workshop, withSlips } from './learn/lookups.ts';

const FOLDS = 5;
/** Classes of lookups that nobody wrote. */
const MADE = ['absent', 'beginning', 'elsewhere', 'keyword', 'misnamed', 'slip', 'unlearned'];
const NAMES = 2_500;
const SLIPS_SHARE = 0.3;

const root = join(import.meta.dirname, '..');
const isTrial = process.argv.includes('--try');
const { dataset } = await openLibrary({ cacheDirectory: join(root, '.cache'), directory: join(root, 'data') });
const workshop = new Workshop(dataset, join(root, 'data'));
const lookups = readLabelled();
const all = [
	...lookups,
	...workshop.elsewhere(lookups, 4),
	...withSlips(lookups, SLIPS_SHARE, 1),
	...workshop.names(NAMES, 2),
	...workshop.beginnings(1_200, 5),
	...workshop.misnamed(400, 6),
];
const untaught: Trees = {
	features: new Int16Array(),
	names: [],
	rights: new Uint16Array(),
	roots: new Uint32Array(),
	values: new Float32Array(),
};
const parted: Parted = process.argv.includes('entries') ? 'entries' : 'lookups';
const foldIn = (lookup: Labelled) => foldOf(lookup, FOLDS, parted);
// What is weighed of a lookup was learned from others: else the trees would think more of it than it is worth.
const affinities = Array.from({ length: FOLDS }, (_, fold) => workshop.affinity(lookups.filter((lookup) => foldIn(lookup) !== fold)));
const examples = affinities.flatMap((affinity, fold) =>
	workshop.examplesOf(
		all.filter((lookup) => foldIn(lookup) === fold),
		{ affinity, trees: untaught },
	),
);
console.log(`${lookups.length} lookups, ${all.length - lookups.length} more with slips; ${examples.length} of them are weighed`);

const options: Options = {
	depth: 5,
	featureShare: 0.4,
	groupShare: 0.8,
	leafMin: 15,
	rate: 0.08,
	ridge: 3,
	rounds: 260,
	seed: 1,
};
const learned = (list: readonly LookupExample[]) => learn(list, EVIDENCE, options);

if (isTrial) {
	const results = new Map<string, { count: number; first: number; three: number }>();
	const wrong: string[] = [];
	const sweep: { none: number; first: boolean; refuse: boolean }[] = [];
	for (let fold = 0; fold < FOLDS; fold++) {
		const model = learned(examples.filter(({ lookup }) => foldIn(lookup) !== fold));
		const finder = workshop.finder({ model: { affinity: affinities[fold]!, trees: model } });
		for (const { lookup, right, rows } of examples) {
			if (foldIn(lookup) !== fold || MADE.includes(lookup.class)) continue;
			const scores = rows.map((row) => scoreBy(model, row));
			const best = scores.indexOf(Math.max(...scores));
			sweep.push({
				first: right.includes(best),
				none: 1 / (1 + scores.reduce((sum, score) => sum + Math.exp(score), 0)),
				refuse: lookup.expect.length === 0,
			});
		}
		for (const lookup of lookups) {
			if (foldIn(lookup) !== fold) continue;
			const found = finder.find(lookup.query, { kinds: kindsOf(lookup) });
			const got = shownBy(found);
			const isRight = ([first]: readonly string[]) => (lookup.expect.length === 0 ? first === undefined : lookup.expect.includes(first!));
			const known = results.get(lookup.class) ?? { count: 0, first: 0, three: 0 };
			known.count++;
			if (isRight(got)) known.first++;
			else
				wrong.push(
					`${lookup.class.padEnd(14)} /${lookup.command} ${lookup.query}\n${' '.repeat(15)}${found.kind}: ${got.slice(0, 3).join(', ') || '-'}  wanted: ${lookup.expect.join(', ') || '-'}`,
				);
			if (isRight(got) || got.slice(0, 3).some((id) => lookup.expect.includes(id))) known.three++;
			results.set(lookup.class, known);
		}
		console.log(`fold ${fold + 1} of ${FOLDS}`);
	}
	const list = [...results].map(([name, { count, first, three }]) => ({
		class: name,
		count,
		first: first / count,
		firstThree: three / count,
		wrong: [],
	}));
	for (const { class: name, count, first, firstThree } of list)
		console.log(`${name.padEnd(16)}${String(count).padStart(8)}${first.toFixed(3).padStart(8)}${firstThree.toFixed(3).padStart(8)}`);
	console.log(`\nfound    ${overall(list, 'found').toFixed(3)}\nrefused  ${overall(list, 'refused').toFixed(3)}`);
	for (const max of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8]) {
		const found = sweep.filter(({ refuse }) => !refuse);
		const refused = sweep.filter(({ refuse }) => refuse);
		console.log(
			`none ${max}: found ${(found.filter(({ first, none }) => first && none <= max).length / found.length).toFixed(3)}  refused ${(refused.filter(({ none }) => none > max).length / refused.length).toFixed(3)}`,
		);
	}
	if (process.argv.includes('--wrong')) console.log(wrong.sort().join('\n'));
} else {
	const model: SearchModel = { affinity: workshop.affinity(lookups), trees: learned(examples) };
	writeModel(join(root, 'src', 'search', 'model.bin'), model);
}
