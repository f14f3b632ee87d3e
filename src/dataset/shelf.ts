/** The entries in their order, of which each is read when it is first asked for: a start need not read all of them. */
import type { Entry, Kind } from './schema.ts';

export interface Shelf {
	/** In the order of the entries. */
	readonly ids: readonly string[];
	/** In the order of the entries. */
	readonly kinds: readonly Kind[];
	/** The entry at a position, the same object every time. Throws a `RangeError` where there is none. */
	at(position: number): Entry;
}

/** The entries in a form that can be kept on disk and is opened without being read. */
export interface StoredEntries {
	readonly ids: readonly string[];
	readonly kinds: readonly Kind[];
	/** Each entry as JSON in UTF-8, one after the other. */
	readonly bytes: Uint8Array;
	/** Where each entry begins in `bytes`, and at last where they end. */
	readonly starts: Uint32Array;
}

/** A shelf of entries that have been read. */
export function shelfOf(entries: readonly Entry[]): Shelf {
	return {
		at: (position) => entries[position] ?? nothingAt(position),
		ids: entries.map(({ id }) => id),
		kinds: entries.map(({ kind }) => kind),
	};
}

export function storeEntries(entries: readonly Entry[]): StoredEntries {
	const written = entries.map((entry) => Buffer.from(JSON.stringify(entry)));
	const starts = new Uint32Array(written.length + 1);
	written.forEach((bytes, position) => {
		starts[position + 1] = starts[position]! + bytes.length;
	});
	return {
		bytes: Uint8Array.from(Buffer.concat(written)),
		ids: entries.map(({ id }) => id),
		kinds: entries.map(({ kind }) => kind),
		starts,
	};
}

export function openShelf({ bytes, ids, kinds, starts }: StoredEntries): Shelf {
	const read = new Array<Entry | undefined>(ids.length);
	let text: Buffer | undefined = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let unread = ids.length;
	const readAt = (position: number): Entry => {
		if (!text || position >= ids.length || position < 0) return nothingAt(position);
		const entry = JSON.parse(text.toString('utf8', starts[position], starts[position + 1])) as Entry;
		read[position] = entry;
		unread -= 1;
		// Nobody needs what all has been read from.
		if (unread === 0) text = undefined;
		return entry;
	};
	return { at: (position) => read[position] ?? readAt(position), ids, kinds };
}

function nothingAt(position: number): never {
	throw new RangeError(`there is no entry at ${position}`);
}
