/** Land and sea, by Natural Earth at 1 : 50,000,000. Land alone: no border is drawn, so none can be drawn wrongly. */
import { createRequire } from 'node:module';
import { geoDistance } from 'd3-geo';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Coordinates } from './drawing.ts';

interface Land {
	readonly centre: Position;
	readonly polygon: Polygon;
	/** Radians around the centre. */
	readonly radius: number;
}

/** Degrees: a land so long or so broad reaches anywhere. */
const LARGE = 20;

let lands: readonly Land[] | undefined;

function load(): readonly Land[] {
	const topology = createRequire(import.meta.url)('world-atlas/land-50m.json') as Topology<{ land: GeometryCollection }>;
	return feature(topology, topology.objects.land).features.flatMap(({ geometry }) =>
		(geometry as MultiPolygon).coordinates.map((coordinates): Land => {
			// No land lies on both sides of the date line: these are cut along it.
			let [west, south, east, north] = [180, 90, -180, -90];
			for (const [lon, lat] of coordinates[0] as [number, number][]) {
				west = Math.min(west, lon);
				east = Math.max(east, lon);
				south = Math.min(south, lat);
				north = Math.max(north, lat);
			}
			const centre: [number, number] = [(west + east) / 2, (south + north) / 2];
			const isLarge = north - south > LARGE || east - west > LARGE * 2;
			const corners: [number, number][] = [
				[west, south],
				[east, south],
				[west, north],
				[east, north],
			];
			return {
				centre,
				polygon: { coordinates, type: 'Polygon' },
				radius: isLarge ? Math.PI : Math.max(...corners.map((corner) => geoDistance(corner, centre))),
			};
		}),
	);
}

/** The land within `radius` (radians) of a point, and more; loaded at the first call. */
export function landNear({ lat, lon }: Coordinates, radius: number): MultiPolygon {
	lands ??= load();
	const near = lands.filter((land) => geoDistance(land.centre as [number, number], [lon, lat]) < radius + land.radius);
	return { coordinates: near.map(({ polygon }) => polygon.coordinates), type: 'MultiPolygon' };
}
