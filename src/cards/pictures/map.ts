/** A map as SVG: coasts, a few seas, a scale, and pins. It has a ground of its own, so that it reads on dark and on light. */
import { geoAzimuthalEqualArea, geoGraticule, geoPath } from 'd3-geo';
import { languageOf, speakerOf } from '../../messages/index.ts';
import { landNear } from './coast.ts';
import type { MapDrawing, Pin } from './drawing.ts';
import { EARTH_KM, type Frame, frameOf, MAP_HEIGHT, MAP_WIDTH, PIN_HEIGHT, PIN_WIDTH, type Spot, spotIn } from './frame.ts';
import { type Hand, write } from './letters.ts';
import { SEAS } from './seas.ts';

const WATER = '#bcd6e4';
const LAND = '#f5eedc';
const COAST = '#6f6752';
const LINES = '#a6c4d6';
const WATER_WORDS = '#2b5876';
const INK = '#1f1c17';
const PIN = '#8c1d18';
const PIN_RIGHT = '#14532d';

const SEA_SIZE = 21;
const SEAS_MAX = 4;
const SCALE_LENGTHS = [2_000, 1_500, 1_000, 500, 300, 200, 100, 50];
const SCALE_MAX_WIDTH = 170;
const EDGE = 14;
/** Clipped a little beside the picture, so that its edge is no coast. */
const BESIDE = 4;

interface Box {
	readonly bottom: number;
	readonly left: number;
	readonly right: number;
	readonly top: number;
}

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const round = (value: number) => Math.round(value * 10) / 10;

/** The same drawing gives the same text, to the letter. Throws a `RangeError` where the pins are too far apart for a map. */
export function mapSvg({ language, pins }: MapDrawing): string {
	const frame = frameOf(pins);
	if (!frame) throw new RangeError('the pins are too far apart for one map');
	const speaker = speakerOf(languageOf(language));
	const ground = groundOf(frame);
	const taken: Box[] = frame.spots.map(([x, y]) => ({
		bottom: y + 6,
		left: x - PIN_WIDTH / 2 - 4,
		right: x + PIN_WIDTH / 2 + 4,
		top: y - PIN_HEIGHT - 4,
	}));
	const { box, svg: scale } = scaleBar(frame, taken, (km) => speaker.say('map.scale', { km: speaker.number(km) }));
	taken.push(box);
	const seas = SEAS.flatMap(({ at, key, width }) => {
		const lines = speaker.say(key).split('\n');
		return { at, lines, width };
	});
	const names: string[] = [];
	for (const { at, lines, width } of seas) {
		if (names.length === SEAS_MAX) break;
		const written = lines.map((line) => write(line, SEA_SIZE, 'italic'));
		const [half, height] = [Math.max(...written.map((line) => line.width)) / 2, lines.length * SEA_SIZE * 1.15];
		if (half * 2 * frame.scale > width) continue;
		const boxes = at.map((point) => {
			const [x, y] = spotIn(frame, point);
			return { bottom: y + height / 2, left: x - half, right: x + half, top: y - height / 2 };
		});
		const free = boxes.find(
			(one) =>
				one.left > EDGE &&
				one.right < MAP_WIDTH - EDGE &&
				one.top > EDGE &&
				one.bottom < MAP_HEIGHT - EDGE &&
				!taken.some((other) => meet(one, other)),
		);
		if (!free) continue;
		taken.push(free);
		names.push(
			lines
				.map((line, index) =>
					words(line, [(free.left + free.right) / 2, free.top + (index + 0.82) * SEA_SIZE * 1.15], {
						fill: WATER_WORDS,
						halo: WATER,
						hand: 'italic',
						size: SEA_SIZE,
					}),
				)
				.join(''),
		);
	}
	// Those in front stand before those behind.
	const ordered = pins.map((pin, index) => ({ pin, spot: frame.spots[index]! })).toSorted((a, b) => a.spot[1] - b.spot[1]);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${MAP_WIDTH}" height="${MAP_HEIGHT}" viewBox="0 0 ${MAP_WIDTH} ${MAP_HEIGHT}">`,
		ground,
		...names,
		scale,
		...ordered.map(({ pin, spot }) => pinSvg(pin, spot)),
		`<rect x="1" y="1" width="${MAP_WIDTH - 2}" height="${MAP_HEIGHT - 2}" fill="none" stroke="${COAST}" stroke-width="2"/>`,
		'</svg>',
	].join('\n');
}

function groundOf(frame: Frame): string {
	const { centre, scale, shift } = frame;
	const projection = geoAzimuthalEqualArea()
		.rotate([-centre.lon, -centre.lat])
		.scale(EARTH_KM / scale)
		.translate([...shift])
		.clipAngle(90)
		.clipExtent([
			[-BESIDE, -BESIDE],
			[MAP_WIDTH + BESIDE, MAP_HEIGHT + BESIDE],
		])
		.precision(0.3);
	const path = geoPath(projection).digits(1);
	const radius = (Math.hypot(MAP_WIDTH, MAP_HEIGHT) * scale) / EARTH_KM;
	const step = scale > 4 ? 10 : 5;
	return [
		`<rect width="${MAP_WIDTH}" height="${MAP_HEIGHT}" fill="${WATER}"/>`,
		`<path d="${path(landNear(centre, radius)) ?? ''}" fill="${LAND}" stroke="${COAST}" stroke-width="1.3" stroke-linejoin="round"/>`,
		`<path d="${path(geoGraticule().step([step, step])()) ?? ''}" fill="none" stroke="${LINES}" stroke-opacity="0.6"/>`,
	].join('\n');
}

/** In a lower corner, the one with no pin if there is one. */
function scaleBar({ scale }: Frame, taken: readonly Box[], say: (km: number) => string): { box: Box; svg: string } {
	const km = SCALE_LENGTHS.find((it) => it / scale <= SCALE_MAX_WIDTH)!;
	const length = km / scale;
	const text = say(km);
	const width = Math.max(length, write(text, 19, 'bold').width) + 20;
	const boxes = [EDGE, MAP_WIDTH - EDGE - width].map((left) => ({
		bottom: MAP_HEIGHT - EDGE,
		left,
		right: left + width,
		top: MAP_HEIGHT - 58,
	}));
	const box = boxes.find((one) => !taken.some((other) => meet(one, other))) ?? boxes[0]!;
	const [x, y] = [(box.left + box.right - length) / 2, box.bottom - 11];
	const line = `M${round(x)} ${round(y - 8)}v8h${round(length)}v-8`;
	return {
		box,
		svg: [
			`<rect x="${round(box.left)}" y="${box.top}" width="${round(width)}" height="${box.bottom - box.top}" rx="4" fill="#fff" fill-opacity="0.78"/>`,
			`<path d="${line}" fill="none" stroke="${INK}" stroke-width="2.5"/>`,
			words(text, [(box.left + box.right) / 2, y - 13], { fill: INK, hand: 'bold', size: 19 }),
		].join(''),
	};
}

/** Its tip on the spot. Told apart by its letter; the right one by its size and its ring too, not by colour alone. */
function pinSvg({ isRight, letter }: Pin, [x, y]: Spot): string {
	const isOther = isRight === false;
	const fill = isRight ? PIN_RIGHT : isOther ? '#fffdf7' : PIN;
	const ink = isOther ? INK : '#fff';
	return [
		`<g transform="translate(${round(x)} ${round(y)})">`,
		...(isRight
			? [`<circle r="15" fill="none" stroke="#fff" stroke-width="7"/><circle r="15" fill="none" stroke="${PIN_RIGHT}" stroke-width="4"/>`]
			: []),
		`<path d="M0 0L-13 -22A24 24 0 1 1 13 -22Z" fill="${fill}" stroke="${isOther ? INK : '#fff'}" stroke-width="${isOther ? 2 : 3}" stroke-linejoin="round"/>`,
		...(isRight ? ['<circle cy="-42" r="18.5" fill="none" stroke="#fff" stroke-width="2"/>'] : []),
		words(letter, [0, -31.5], { fill: ink, hand: 'bold', size: 30 }),
		'</g>',
	].join('');
}

interface Style {
	readonly fill: string;
	readonly hand: Hand;
	/** Around the letters, where they lie on lines. */
	readonly halo?: string;
	readonly size: number;
}

/** A line of words, in the middle above a spot of its baseline. */
function words(text: string, [x, y]: Spot, { fill, halo, hand, size }: Style): string {
	const { path, width } = write(text, size, hand);
	const at = `transform="translate(${round(x - width / 2)} ${round(y)})"`;
	return [
		...(halo ? [`<path d="${path}" ${at} fill="${halo}" stroke="${halo}" stroke-width="5" stroke-linejoin="round"/>`] : []),
		`<path d="${path}" ${at} fill="${fill}"/>`,
	].join('');
}
