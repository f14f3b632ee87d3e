/** What is meant, by the odds of each entry that may be: how evidence is weighed was learned from labelled lookups. */
import { join } from 'node:path';
import type { AffinityModel } from '../learned/affinity.ts';
import { readModel } from '../learned/file.ts';
import { scoresBy, type Trees } from '../learned/trees.ts';
import type { Ranked } from './ranked.ts';

export interface SearchModel {
	/** How near all the words of a query are to each entry. */
	readonly affinity: AffinityModel;
	/** Whether an entry is meant, of all that may be. */
	readonly trees: Trees;
}

const FILE = join(import.meta.dirname, 'model.bin');
let kept: SearchModel | undefined;

/** The model that comes with the program, read for the first lookup: a start need not wait for it. */
export const searchModel = (): SearchModel => (kept ??= readModel<SearchModel>(FILE));

export interface Judged extends Ranked {
	/** How likely it is that this entry is meant; together with that of none of them it makes 1. */
	readonly odds: number;
}

/** The entries by how likely each is meant, and how likely none of them is. */
export function judge(
	ranked: readonly Ranked[],
	rows: readonly Float32Array[],
	model: Trees,
): { readonly judged: readonly Judged[]; readonly none: number } {
	const scores = scoresBy(model, rows);
	const most = Math.max(0, ...scores);
	const total = scores.reduce((sum, score) => sum + Math.exp(score - most), Math.exp(-most));
	const judged = ranked.map((one, index) => ({ ...one, odds: Math.exp(scores[index]! - most) / total })).sort((a, b) => b.odds - a.odds);
	return { judged, none: Math.exp(-most) / total };
}
