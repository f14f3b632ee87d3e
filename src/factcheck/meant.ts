/**
 * What a clause says of an entry, by everything that stands in it at once: its words, their order, what it denies, who is named first, its
 * numbers and years. A classifier learned, for each entry, which of these go with which of the things that may be said of it. It sees
 * what no text of the entry says alone, and texts that are compared one by one do not show.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Topic } from '../dataset/schema.ts';
import { type AffinityModel, Nearness } from '../learned/affinity.ts';
import { bagIn, gramsOf } from './grams.ts';
import type { AssertionIndex } from './index.ts';
import type { Marks, Phrasing } from './phrasings.ts';
import type { Reading } from './reading.ts';
import type { Verdict } from './report.ts';
import { taken, VERDICTS, wayOfPhrasing } from './sense.ts';
import { sidesOfPosition, verdictOf } from './sides.ts';

/** How denials are learned and read: as they stand, or as what they deny, so that “they signed” and “they never signed” teach the same. */
export type Reckoning = 'as it stands' | 'as what is denied';

/** The name of what a phrasing says of its entry; `sign` is that of its stance. */
export function sayingOf(phrasing: Marks & Pick<Phrasing, 'position'>, entry: Topic, reckoning: Reckoning, sign: -1 | 1): string {
	const { beyond, denies, position } = phrasing;
	const turned = (way: Way) => (reckoning === 'as what is denied' && sign < 0 ? OPPOSITES[way] : way);
	if (entry.kind === 'figures') return keyOf(entry.id, '', 'says');
	if (position !== undefined && !beyond) return keyOf(entry.id, position, turned(denies ? 'denies' : 'says'));
	return keyOf(entry.id, '', turned(wayOfPhrasing(phrasing, 1)));
}

type Way = ReturnType<typeof wayOfPhrasing>;
const keyOf = (entry: string, position: string, way: Way) => `${entry} ${position} ${way}`;
/** What is said by denying what is said one way. */
const OPPOSITES: Readonly<Record<Way, Way>> = { beyond: 'beyond', both: 'both', denies: 'says', says: 'denies' };

/** What may be said of an entry, how likely it is beside all else that may be, and the verdict that it comes to; none of a number. */
export interface Saying {
	readonly score: number;
	readonly verdict: Verdict | undefined;
}

/** A class of the model, and the verdict to which it comes in a clause that affirms it, and in one that denies it. */
interface Known {
	readonly affirmed: Verdict | undefined;
	readonly denied: Verdict | undefined;
	readonly row: number;
}

export class Meant {
	readonly #index: AssertionIndex;
	/** The classes of each entry, by their rows. */
	readonly #classes: ReadonlyMap<string, readonly number[]>;
	readonly #dataset: Dataset;
	readonly #model: AffinityModel;
	readonly #nearness: Nearness;
	readonly #reckoning: Reckoning;
	/** Of each entry; made when it is first asked for. */
	readonly #sayings = new Map<string, readonly Known[]>();

	constructor(model: AffinityModel, reckoning: Reckoning, index: AssertionIndex, dataset: Dataset) {
		this.#reckoning = reckoning;
		this.#index = index;
		this.#nearness = new Nearness(model);
		this.#dataset = dataset;
		this.#model = model;
		this.#classes = Map.groupBy(model.entries.names.keys(), (row) => model.entries.names[row]!.split(' ', 1)[0]!);
	}

	#sayingsOf(id: string): readonly Known[] {
		let sayings = this.#sayings.get(id);
		if (!sayings) {
			const entry = this.#dataset.get(id);
			const rows = entry && entry.kind !== 'source' ? (this.#classes.get(id) ?? []) : [];
			sayings = rows.map((row): Known => {
				const [, position, way] = this.#model.entries.names[row]!.split(' ') as [string, string, Way];
				return {
					affirmed: verdictOfSaying(entry as Topic, position, way),
					denied: verdictOfSaying(entry as Topic, position, OPPOSITES[way]),
					row,
				};
			});
			this.#sayings.set(id, sayings);
		}
		return sayings;
	}

	/** For each of some entries what the clause may say of it. */
	of(reading: Reading, entries: readonly string[]): Saying[][] {
		this.#nearness.read(bagIn(this.#model.terms.names, gramsOf(reading, this.#index)), (term) => term);
		const isDenied = this.#reckoning === 'as what is denied' && reading.stance.sign < 0;
		return entries.map((id) => {
			const sayings = this.#sayingsOf(id);
			const scores = new Float32Array(sayings.length);
			this.#nearness.scores(
				sayings.map(({ row }) => row),
				scores,
			);
			return sayings.map(({ affirmed, denied }, place) => ({ score: scores[place]!, verdict: isDenied ? denied : affirmed }));
		});
	}
}

function verdictOfSaying(entry: Topic, position: string, way: Way): Verdict | undefined {
	if (entry.kind === 'figures') return undefined;
	if (way === 'beyond') return 'Not covered';
	if (position === '' || entry.kind !== 'question') return VERDICTS[way];
	const place = entry.positions.findIndex(({ id }) => id === position);
	return place < 0 ? undefined : verdictOf(sidesOfPosition(entry, taken(entry, { place, way })));
}
