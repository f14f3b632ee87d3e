/** A picture as plain data: the same data is the same picture, whoever draws it and whenever. */

/** Degrees, north and east. */
export interface Coordinates {
	readonly lat: number;
	readonly lon: number;
}

export interface Pin extends Coordinates {
	/** One letter, which stands in it. */
	readonly letter: string;
	/** Whether it is the one that was asked for; not told when absent. */
	readonly isRight?: boolean;
}

/** Coasts around some pins, without any border. */
export interface MapDrawing {
	/** Of the names of the seas; in English where there are no words in it. */
	readonly language: string;
	readonly pins: readonly Pin[];
	readonly type: 'map';
}

export type Drawing = MapDrawing;
