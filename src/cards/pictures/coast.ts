/** Land and sea, by Natural Earth at 1 : 50,000,000. Land alone: no border is drawn, so none can be drawn wrongly. */
import { createRequire } from 'node:module';
import { geoBounds, geoCentroid, geoDistance } from 'd3-geo';
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

let lands: readonly Land[] | undefined;

function load(): readonly Land[] {
	const topology = createRequire(import.meta.url)('world-atlas/land-50m.json') as Topology<{ land: GeometryCollection }>;
	return feature(topology, topology.objects.land).features.flatMap(({ geometry }) =>
		(geometry as MultiPolygon).coordinates.map((coordinates): Land => {
			const polygon: Polygon = { coordinates, type: 'Polygon' };
			const centre = geoCentroid(polygon) as Position;
			const [[west, south], [east, north]] = geoBounds(polygon);
			const corners = [
				[west, south],
				[east, south],
				[west, north],
				[east, north],
			] as const;
			// A large land reaches anywhere; for an island, the corners of its box are far enough.
			const isLarge = north - south > 20 || (east - west + 360) % 360 > 40;
			return {
				centre,
				polygon,
				radius: isLarge ? Math.PI : Math.max(...corners.map((corner) => geoDistance([...corner], centre as [number, number]))),
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
