/** The seas that a map may name, the first ones first, each with places in the middle of it where its name may stand. */
import type { MessageKey } from '../../messages/index.ts';
import type { Coordinates } from './drawing.ts';

export interface Sea {
	readonly at: readonly Coordinates[];
	readonly key: MessageKey;
	/** Kilometres: a longer name would lie on land. */
	readonly width: number;
}

const sea = (key: MessageKey, width: number, ...at: readonly (readonly [lat: number, lon: number])[]): Sea => ({
	at: at.map(([lat, lon]) => ({ lat, lon })),
	key,
	width,
});

export const SEAS: readonly Sea[] = [
	sea('map.sea.okhotsk', 1_000, [53, 149], [55.5, 148], [50.5, 149], [57, 144]),
	sea('map.sea.japan', 800, [40.2, 134.6], [41.2, 135.4], [38.9, 133.6]),
	sea('map.sea.pacific', 2_000, [40, 156], [36, 152], [44, 160], [33, 147], [30, 140], [46, 170], [40, -150], [50, -150]),
	sea('map.sea.bering', 1_000, [58, -178], [57.5, 175]),
	sea('map.sea.yellow', 450, [35.6, 123.3], [34.6, 123], [38.6, 119.6]),
	sea('map.sea.east-china', 600, [29.6, 125.4], [28.2, 124.6]),
	sea('map.sea.south-china', 900, [15, 115]),
	sea('map.sea.arctic', 2_000, [75, 130], [77, 140], [80, 100], [82, 60], [76, 165], [73, 35]),
	sea('map.sea.atlantic', 3_000, [40, -45], [50, -30], [38, -62]),
	sea('map.sea.mediterranean', 1_000, [34.4, 20]),
	sea('map.sea.black', 600, [43.2, 34]),
	sea('map.sea.north', 450, [56.3, 3.2]),
	sea('map.sea.caspian', 350, [41.8, 50.6]),
	sea('map.sea.baltic', 350, [58.2, 20]),
	sea('map.sea.kara', 700, [74.5, 68]),
];
