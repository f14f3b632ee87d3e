/** Pictures: maps on which pins can be told apart, drawn the same by everybody, and words where nothing can be drawn. */

import { geoContains } from 'd3-geo';
import fc from 'fast-check';
import pino from 'pino';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { landNear } from '../../src/cards/pictures/coast.ts';
import type { MapDrawing } from '../../src/cards/pictures/drawing.ts';
import { canBeToldApart, frameOf, MAP_HEIGHT, MAP_WIDTH, PIN_HEIGHT, spotIn } from '../../src/cards/pictures/frame.ts';
import { createPictures } from '../../src/cards/pictures/index.ts';
import { canWrite } from '../../src/cards/pictures/letters.ts';
import { mapSvg } from '../../src/cards/pictures/map.ts';
import { pngOf } from '../../src/cards/pictures/png.ts';
import { SEAS } from '../../src/cards/pictures/seas.ts';
import { draw } from '../../src/cards/pictures/studio.ts';
import { mapOf, pinnedPlaces } from '../../src/cards/quiz-map.ts';
import type { Library } from '../../src/library.ts';
import { LANGUAGES, speakerOf } from '../../src/messages/index.ts';
import { diceOf } from '../../src/quiz/dice.ts';
import { questionOf } from '../../src/quiz/make.ts';
import { openDataset } from '../library.ts';

let library: Library;
beforeAll(async () => {
	library = await openDataset();
});

const LOOK = { language: 'en', type: 'map' } as const;
const KURILS: MapDrawing = {
	...LOOK,
	pins: [
		{ lat: 45.92, letter: 'A', lon: 149.95 },
		{ lat: 41.77, letter: 'B', lon: 140.73 },
		{ lat: 43.12, letter: 'C', lon: 131.89 },
		{ lat: 53.15, letter: 'D', lon: 140.73 },
	],
};
/** Pixels of the file for one unit of the map. */
const SHARP = 1.5;

/** The colour at a spot of the map, as `#rrggbb`. */
function colourAt({ data, width }: PNG, x: number, y: number): string {
	const at = (Math.round(y * SHARP) * width + Math.round(x * SHARP)) * 4;
	return `#${[...data.subarray(at, at + 3)].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

describe('the part of the world that a map shows', () => {
	const point = fc.record({ lat: fc.double({ max: 75, min: -60, noNaN: true }), lon: fc.double({ max: 180, min: -180, noNaN: true }) });

	test('holds every pin as a whole, wherever the points lie, across the date line too', () => {
		fc.assert(
			fc.property(fc.array(point, { maxLength: 4, minLength: 1 }), (points) => {
				const frame = frameOf(points);
				for (const [index, [x, y]] of (frame?.spots ?? []).entries()) {
					expect(x).toBeGreaterThanOrEqual(40);
					expect(x).toBeLessThanOrEqual(MAP_WIDTH - 40);
					expect(y).toBeGreaterThanOrEqual(PIN_HEIGHT);
					expect(y).toBeLessThanOrEqual(MAP_HEIGHT - 40);
					expect(spotIn(frame!, points[index]!)[0]).toBeCloseTo(x, 6);
				}
			}),
		);
		expect(
			frameOf([
				{ lat: 53, lon: 158.6 },
				{ lat: 53.9, lon: -166.5 },
			])!.scale,
		).toBeLessThan(5);
	});

	test('is of one scale: a distance on it is the distance over the ground, within a twentieth', () => {
		const [tokyo, vladivostok] = [
			{ lat: 35.69, lon: 139.69 },
			{ lat: 43.12, lon: 131.89 },
		];
		const frame = frameOf([tokyo, vladivostok, { lat: 47.92, lon: 106.92 }])!;
		const [[x, y], [u, v]] = [spotIn(frame, tokyo), spotIn(frame, vladivostok)];
		expect(Math.abs((Math.hypot(x - u, y - v) * frame.scale) / 1_066 - 1)).toBeLessThan(0.05);
	});

	test('always shows some coast, and is no map where that would take half the world', () => {
		const inland = frameOf([
			{ lat: 47.92, lon: 106.92 },
			{ lat: 54.99, lon: 73.32 },
		])!;
		expect(SEAS.flatMap(({ at }) => at).some((sea) => spotIn(inland, sea).every((it) => it > 0 && it < MAP_WIDTH))).toBe(true);
		expect(
			frameOf([
				{ lat: 43.07, lon: -70.76 },
				{ lat: 35.69, lon: 139.69 },
			]),
		).toBeUndefined();
	});

	test('tells pins apart only where none covers another', () => {
		expect(canBeToldApart(KURILS.pins)).toBe(true);
		// Nemuro and Kunashir, with Omsk.
		expect(
			canBeToldApart([
				{ lat: 43.33, lon: 145.58 },
				{ lat: 44.13, lon: 145.87 },
				{ lat: 54.99, lon: 73.32 },
			]),
		).toBe(false);
	});
});

describe('a map', () => {
	test('has its pins where the places lie, and seas where there is water', async () => {
		const bytes = await pngOf(KURILS);
		const picture = PNG.sync.read(Buffer.from(bytes));
		expect([picture.width, picture.height]).toEqual([MAP_WIDTH * SHARP, MAP_HEIGHT * SHARP]);
		const frame = frameOf(KURILS.pins)!;
		for (const [x, y] of frame.spots) expect(colourAt(picture, x - 16, y - 42)).toBe('#8c1d18');
		// Off the coast, and in the middle of Hokkaido.
		expect(colourAt(picture, ...spotIn(frame, { lat: 41, lon: 133.2 }))).toBe('#bcd6e4');
		expect(colourAt(picture, ...spotIn(frame, { lat: 43.4, lon: 142.8 }))).toBe('#f5eedc');
	});

	test('says which pin was right by more than a colour', () => {
		const asked = mapSvg(KURILS);
		const told = mapSvg({ ...LOOK, pins: KURILS.pins.map((pin, index) => ({ ...pin, isRight: index === 1 })) });
		expect(asked.match(/<circle/g)).toBeNull();
		expect(told.match(/<circle/g)).toHaveLength(3);
	});

	test('is the same to the byte whoever draws it', async () => {
		const [one, other] = [await pngOf(KURILS), await pngOf(structuredClone(KURILS))];
		expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
		expect(Buffer.from(await pngOf({ ...LOOK, pins: KURILS.pins.slice(1) })).equals(Buffer.from(one))).toBe(false);
	});

	test('of every place of the dataset that is asked for can be drawn, in good time and in a small file', async () => {
		const asked = library.dataset.ofKind('place').flatMap(({ id }) => questionOf(`${id}.map.where`, library, 'en', diceOf(3)) ?? []);
		const maps = asked.filter((question) => pinnedPlaces(question, library.dataset));
		// Where Portsmouth lies can only be asked in words.
		expect(maps.length).toBeGreaterThan(asked.length * 0.9);
		const started = performance.now();
		for (const question of maps) {
			const { embed, message } = mapOf(question, { library, speaker: speakerOf('en') });
			const [drawing] = message.drawings!;
			expect(embed.image!.url).toBe(`attachment://${drawing!.name}`);
			expect(drawing!.description).toMatch(/^Map with lettered pins\. A: [\d.]+° N, [\d.]+° [EW]\. B: .* C: /);
			const bytes = await pngOf(drawing!.drawing);
			expect(bytes.length, question.id).toBeGreaterThan(20_000);
			expect(bytes.length, question.id).toBeLessThan(200_000);
			expect(() => PNG.sync.read(Buffer.from(bytes))).not.toThrow();
		}
		expect((performance.now() - started) / maps.length).toBeLessThan(1_500);
	}, 90_000);

	test('writes the names of the seas in every language that there is', () => {
		const keys = [...SEAS.map(({ key }) => key), 'map.scale'] as const;
		for (const language of LANGUAGES) {
			for (const key of keys)
				for (const line of speakerOf(language)
					.say(key, { km: '1 234 567 890' })
					.replace(/[\u00a0\u202f,.]/g, ' ')
					.split('\n'))
					expect(canWrite(line, 'italic'), `${language} ${key}`).toBe(true);
		}
		for (const text of ['Охотское море', '日本海', 'オホーツク海', '東シナ海', 'ABCD']) expect(canWrite(text, 'bold'), text).toBe(true);
		expect(canWrite('\u{1F5FA}', 'bold')).toBe(false);
	});

	test('names no sea on land', () => {
		const land = landNear({ lat: 0, lon: 0 }, Math.PI);
		for (const { at, key } of SEAS)
			for (const { lat, lon } of at) expect(geoContains(land, [lon, lat]), `${key} ${lat} ${lon}`).toBe(false);
		expect(geoContains(land, [106.92, 47.92])).toBe(true);
	});
});

test('the thread that draws says what it cannot draw, draws on, and draws what the program itself would', async () => {
	const far = { ...LOOK, pins: [KURILS.pins[0]!, { lat: 43.07, letter: 'B', lon: -70.76 }] };
	const [one, refused, other] = await Promise.allSettled([draw(KURILS), draw(far), draw({ ...LOOK, pins: KURILS.pins.slice(1) })]);
	expect(refused).toMatchObject({ reason: { message: 'the pins are too far apart for one map' }, status: 'rejected' });
	expect(one.status === 'fulfilled' && Buffer.from(one.value).equals(Buffer.from(await pngOf(KURILS)))).toBe(true);
	expect(other.status).toBe('fulfilled');
}, 30_000);

describe('what is sent', () => {
	const card = {
		drawings: [{ description: 'a map', drawing: KURILS, name: 'map.png' }],
		embeds: [{ image: { url: 'attachment://map.png' } }],
	};
	const words = { content: 'words' };
	const logger = pino({ level: 'silent' });

	test('has a picture once it is drawn, which is drawn once however many want it', async () => {
		let drawn = 0;
		const pictures = createPictures({
			async draw() {
				drawn += 1;
				return new Uint8Array([7]);
			},
			logger,
		});
		const sent = await Promise.all(Array.from({ length: 50 }, () => pictures.develop(card, () => words)));
		sent.push(await pictures.develop(structuredClone(card), () => words));
		expect(drawn).toBe(1);
		for (const message of sent)
			expect(message).toEqual({
				embeds: card.embeds,
				files: [{ contentType: 'image/png', data: new Uint8Array([7]), description: 'a map', name: 'map.png' }],
			});
	});

	test('is words where nothing can be drawn, and the log says why', async () => {
		const logged: unknown[] = [];
		const pictures = createPictures({
			draw: () => Promise.reject(new Error('no renderer')),
			logger: { error: (it: unknown) => logged.push(it) } as never,
		});
		expect(await pictures.develop(card, () => words)).toBe(words);
		expect(logged).toMatchObject([{ err: { message: 'no renderer' } }]);
		expect(await pictures.develop(words, () => card)).toBe(words);
	});
});
