import type { Account, Entry, Quantity, Value } from './schema.ts';

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

export interface PlacedText {
	readonly keys: readonly PropertyKey[];
	readonly text: string;
}

/** Every alias of an entry, whatever its type, those that take a side included. */
export function aliasesOf(entry: Entry): PlacedText[] {
	const found: PlacedText[] = [];
	for (const [type, list] of Object.entries(entry.aliases ?? {})) {
		for (const [index, alias] of (list as readonly (string | { readonly text: string })[]).entries()) {
			if (typeof alias === 'string') found.push({ keys: ['aliases', type, index], text: alias });
			else found.push({ keys: ['aliases', type, index, 'text'], text: alias.text });
		}
	}
	return found;
}

/** Every text under one of these keys, at any depth; the bibliography of a source is left alone. */
export function textsUnder(entry: Entry, wanted: ReadonlySet<string>): (PlacedText & { readonly key: string })[] {
	const found: (PlacedText & { key: string })[] = [];
	const visit = (value: unknown, keys: readonly PropertyKey[]) => {
		if (Array.isArray(value)) value.forEach((item, index) => visit(item, [...keys, index]));
		else if (value !== null && typeof value === 'object') {
			for (const [key, inner] of Object.entries(value)) {
				if (key === 'csl') continue;
				if (typeof inner === 'string') {
					if (wanted.has(key)) found.push({ key, keys: [...keys, key], text: inner });
				} else visit(inner, [...keys, key]);
			}
		}
	};
	visit(entry, []);
	return found;
}

/** The bounds of a quantity: a single number twice. */
export function boundsOf(quantity: Quantity): readonly [number, number] {
	if ('range' in quantity) return quantity.range;
	const value =
		'exact' in quantity
			? quantity.exact
			: 'about' in quantity
				? quantity.about
				: 'atLeast' in quantity
					? quantity.atLeast
					: quantity.atMost;
	return [value, value];
}

/** Whether an account's value is a number rather than a date. */
export function isQuantity(value: Value | undefined): value is Quantity {
	return value !== undefined && !('date' in value);
}
