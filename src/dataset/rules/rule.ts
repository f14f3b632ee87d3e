import type { Fault } from '../fault.ts';
import type { RawDataset } from '../load.ts';

/** A fault as a rule reports it: `keys` lets the linter find the line. */
export type Finding = Omit<Fault, 'line' | 'rule'> & { readonly keys?: readonly PropertyKey[] };

/** What a schema cannot say: one thing that must hold across the dataset. */
export interface Rule {
	readonly description: string;
	readonly name: string;
	check(dataset: RawDataset, report: (finding: Finding) => void): void;
}
