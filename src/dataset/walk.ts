import type { Account, Entry } from './schema.ts';

/** An account and where it stands in its entry. */
export interface PlacedAccount {
	readonly account: Account;
	readonly keys: readonly PropertyKey[];
	/** The position it argues for, in a question. */
	readonly position?: string;
}

/** Every account of an entry, in the order of the file. */
export function accountsOf(entry: Entry): PlacedAccount[] {
	if (entry.kind === 'source') return [];
	if (entry.kind === 'question') {
		return entry.positions.flatMap((position, p) =>
			position.accounts.map((account, a) => ({ account, keys: ['positions', p, 'accounts', a], position: position.id })),
		);
	}
	return (entry.accounts ?? []).map((account, a) => ({ account, keys: ['accounts', a] }));
}

export interface PlacedReference {
	readonly id: string;
	readonly keys: readonly PropertyKey[];
}

/** Every place where something with a `source` stands: accounts, articles, notes, usage, holdings, reasons, silences. */
export function citationsOf(entry: Entry): (PlacedReference & { readonly at?: string; readonly by?: string })[] {
	const found: (PlacedReference & { at?: string; by?: string })[] = [];
	const visit = (value: unknown, keys: readonly PropertyKey[]) => {
		if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...keys, index]));
		else if (value !== null && typeof value === 'object') {
			const record = value as Record<string, unknown>;
			if (typeof record.source === 'string') {
				found.push({ at: record.at as string | undefined, by: record.by as string | undefined, id: record.source, keys });
			}
			for (const [key, inner] of Object.entries(record)) if (key !== 'csl') visit(inner, [...keys, key]);
		}
	};
	visit(entry, []);
	return found;
}
