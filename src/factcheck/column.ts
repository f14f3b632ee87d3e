/**
 * A value for each text, where few values are of many texts: each is kept once, so that thousands of texts cost a list of numbers; and it is
 * kept as it is written, so that none is made of which nobody asks.
 */

/** As it is kept between starts. */
export interface StoredColumn {
	/** For each text the place of its value, from 1; 0 for none. */
	readonly which: Uint16Array | Uint32Array;
	/** The values as JSON. */
	readonly written: readonly string[];
}

export interface Column<T> extends StoredColumn {
	/** The values that were asked for. */
	readonly read: (T | undefined)[];
}

const PLACES_OF_16_BITS = 2 ** 16;
/** The only member of what stands for a map: JSON has none. */
const MAP = '#map';

/** `cells`: of each text its value, if it has any. Values that are written alike are one. */
export function columnOf<T>(cells: readonly (T | undefined)[]): StoredColumn {
	const places = new Map<string, number>();
	const written: string[] = [];
	const which = cells.map((cell) => {
		if (cell === undefined) return 0;
		const key = JSON.stringify(cell, (_, inner: unknown) => (inner instanceof Map ? { [MAP]: [...inner] } : inner));
		const place = places.get(key) ?? written.push(key);
		places.set(key, place);
		return place;
	});
	return { which: written.length < PLACES_OF_16_BITS ? Uint16Array.from(which) : Uint32Array.from(which), written };
}

export const openColumn = <T>({ which, written }: StoredColumn): Column<T> => ({ read: [], which, written });

/** The value of a text, if it has any: the same object for all texts that have it. */
export function valueAt<T>({ read, which, written }: Column<T>, text: number): T | undefined {
	const place = which[text]!;
	return place === 0 ? undefined : (read[place] ??= parsed<T>(written[place - 1]!));
}

const parsed = <T>(written: string): T =>
	JSON.parse(written, (_, inner: { readonly [MAP]?: [unknown, unknown][] } | null) => (inner?.[MAP] ? new Map(inner[MAP]) : inner)) as T;
