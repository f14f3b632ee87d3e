/**
 * Which part of the world a map shows: as much as its pins need. Lambert's azimuthal equal-area projection about the
 * middle of the pins, so that no distance within a map is far from its scale. Plain arithmetic, for whoever has to know
 * whether pins can be told apart before anything is drawn.
 */

import type { Coordinates } from './drawing.ts';
import { SEAS } from './seas.ts';

/** In units of the picture. */
export type Spot = readonly [x: number, y: number];

export interface Frame {
	/** Where the projection touches the globe. */
	readonly centre: Coordinates;
	/** Kilometres of one unit, at the centre. */
	readonly scale: number;
	/** Where the centre lies on the picture. */
	readonly shift: Spot;
	/** Where each point lies on the picture. */
	readonly spots: readonly Spot[];
}

/** Of the whole picture. */
export const MAP_WIDTH = 720;
export const MAP_HEIGHT = 480;
/** Of a pin, from its tip. */
export const PIN_HEIGHT = 66;
export const PIN_WIDTH = 48;

/** The tips of the pins lie within: above them there is room for the pins. */
const INNER = { bottom: 416, left: 50, right: 670, top: 90 } as const;
export const EARTH_KM = 6371;
/** Nearer, the coasts would be coarse; farther, distances would no longer agree with the scale. */
const SCALE_MIN = 1.6;
const SCALE_MAX = 8;
/** Between the tips of two pins, beside and above one another. */
const APART = { x: PIN_WIDTH + 6, y: PIN_HEIGHT + 12 } as const;

const toRadians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres east and south of `centre`. */
function project({ lat, lon }: Coordinates, centre: Coordinates): Spot {
	const [phi, phi0, lambda] = [toRadians(lat), toRadians(centre.lat), toRadians(lon - centre.lon)];
	const cosine = Math.sin(phi0) * Math.sin(phi) + Math.cos(phi0) * Math.cos(phi) * Math.cos(lambda);
	const k = EARTH_KM * Math.sqrt(2 / Math.max(1e-9, 1 + cosine));
	return [k * Math.cos(phi) * Math.sin(lambda), -k * (Math.cos(phi0) * Math.sin(phi) - Math.sin(phi0) * Math.cos(phi) * Math.cos(lambda))];
}

/** The middle of some points on the globe. */
function middleOf(points: readonly Coordinates[]): Coordinates {
	const [x, y, z] = points.reduce(
		([a, b, c], { lat, lon }) => [
			a + Math.cos(toRadians(lat)) * Math.cos(toRadians(lon)),
			b + Math.cos(toRadians(lat)) * Math.sin(toRadians(lon)),
			c + Math.sin(toRadians(lat)),
		],
		[0, 0, 0],
	) as [number, number, number];
	const toDegrees = (radians: number) => Math.round((radians * 180) / Math.PI / 0.01) * 0.01;
	return { lat: toDegrees(Math.atan2(z, Math.hypot(x, y))), lon: toDegrees(Math.atan2(y, x)) };
}

/** So far within the picture a sea shows some of its coast. */
const SEA_WITHIN = 40;
const SEA_SPOTS: readonly Coordinates[] = SEAS.flatMap(({ at }) => at);

/**
 * The part of the world around some points, with as much more as it takes to see a coast; `undefined` where that is too
 * much for one map.
 */
export function frameOf(points: readonly Coordinates[]): Frame | undefined {
	const own = frameAround(points, points.length);
	const showsSea = (frame: Frame) =>
		SEA_SPOTS.some((sea) => {
			const [x, y] = spotIn(frame, sea);
			return x > SEA_WITHIN && x < MAP_WIDTH - SEA_WITHIN && y > SEA_WITHIN && y < MAP_HEIGHT - SEA_WITHIN;
		});
	if (!own || showsSea(own)) return own;
	return SEA_SPOTS.map((sea) => frameAround([...points, sea], points.length))
		.filter((frame) => frame !== undefined)
		.reduce<Frame | undefined>((best, frame) => (best && best.scale <= frame.scale ? best : frame), undefined);
}

/** Around all of these, of which the first few are pins. */
function frameAround(points: readonly Coordinates[], pins: number): Frame | undefined {
	const centre = middleOf(points);
	const flat = points.map((point) => project(point, centre));
	const [xs, ys] = [flat.map(([x]) => x), flat.map(([, y]) => y)];
	const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
	const scale = Math.max(SCALE_MIN, (right - left) / (INNER.right - INNER.left), (bottom - top) / (INNER.bottom - INNER.top));
	if (scale > SCALE_MAX) return undefined;
	const shift: Spot = [
		(INNER.left + INNER.right) / 2 - (left + right) / 2 / scale,
		(INNER.top + INNER.bottom) / 2 - (top + bottom) / 2 / scale,
	];
	return { centre, scale, shift, spots: flat.slice(0, pins).map(([x, y]) => [x / scale + shift[0], y / scale + shift[1]]) };
}

/** Where any point lies in a frame; perhaps beside the picture. */
export function spotIn({ centre, scale, shift }: Frame, point: Coordinates): Spot {
	const [x, y] = project(point, centre);
	return [x / scale + shift[0], y / scale + shift[1]];
}

/** Whether each pin can be seen and read on a map of all of them. */
export function canBeToldApart(points: readonly Coordinates[]): boolean {
	const spots = frameOf(points)?.spots;
	return (
		spots?.every(([x, y], index) => spots.slice(index + 1).every(([u, v]) => Math.hypot((x - u) / APART.x, (y - v) / APART.y) >= 1)) ??
		false
	);
}
