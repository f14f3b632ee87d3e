/** A value for each text, where few values are of many texts: each is kept once, so that thousands of texts cost a list of numbers. */

export interface Column<T> {
	readonly values: readonly T[];
	/** For each text the place of its value, from 1; 0 for none. */
	readonly which: Uint16Array | Uint32Array;
}

const PLACES_OF_16_BITS = 2 ** 16;

/** `cells`: of each text its value, if it has any. Values that are written alike are one. */
export function columnOf<T>(cells: readonly (T | undefined)[]): Column<T> {
	const places = new Map<string, number>();
	const values: T[] = [];
	const which = cells.map((cell) => {
		if (cell === undefined) return 0;
		const key = JSON.stringify(cell, (_, inner: unknown) => (inner instanceof Map ? [...inner] : inner));
		const place = places.get(key) ?? values.push(cell);
		places.set(key, place);
		return place;
	});
	return { values, which: values.length < PLACES_OF_16_BITS ? Uint16Array.from(which) : Uint32Array.from(which) };
}

/** The value of a text, if it has any. */
export const valueAt = <T>({ values, which }: Column<T>, text: number): T | undefined => values[which[text]! - 1];
