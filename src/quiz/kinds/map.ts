/** A place on the map: its coordinates, which lies farthest north, which is nearest. Points only, and well apart. */
import { nameOf } from '../../cards/names.ts';
import { canBeToldApart } from '../../cards/pictures/frame.ts';
import type { PlaceEntry, Topic } from '../../dataset/schema.ts';
import type { Speaker } from '../../messages/index.ts';
import { type Dice, shuffle, shuffleNearFirst } from '../dice.ts';
import { distance, isPoint, type Knowledge, namesOf } from '../knowledge.ts';
import { filtered, mapped, type Offered, type Plan, plan } from '../plan.ts';
import { toldOf, WRONG_CHOICES, WRONG_CHOICES_MIN } from '../question.ts';

/** Degrees of latitude between the northernmost and the next. */
const NORTH_MARGIN = 1.5;
/** How many times farther than the nearest the others must lie. */
const NEAR_FACTOR = 1.6;
const NEAR_MAX_KM = 2000;
const APART_KM = 400;
const NEAREST = 8;

export function mapPlans(entry: Topic, knowledge: Knowledge): Plan[] {
	const account = entry.kind === 'place' ? entry.accounts[0] : undefined;
	if (entry.kind !== 'place' || !account || !isPoint(entry)) return [];
	const here = entry.coordinates;
	const others = knowledge.dataset
		.ofKind('place')
		.filter((other) => other !== entry && isPoint(other) && distance(here, other.coordinates) > 5);
	const byDistance = others.toSorted((a, b) => distance(here, a.coordinates) - distance(here, b.coordinates));
	const base = { cited: [{ at: account.at, source: account.source }], told: entry.accounts.map((it) => toldOf(it)) };
	const offer = (it: PlaceEntry, speaker: Speaker): Offered => ({ means: { entry: it.id }, text: nameOf(it.name, speaker) });
	const nearest = byDistance[0]!;
	return [
		plan(entry, 'map', ['where'], 0.55, ({ dice, speaker }) => {
			const at = (it: PlaceEntry): Offered => ({ means: { entry: it.id }, text: degrees(it, speaker) });
			return {
				...base,
				prompt: speaker.say('quiz.ask.map.where', { name: nameOf(entry.name, speaker) }),
				right: at(entry),
				wrong: beside(
					here,
					byDistance.filter((it) => distance(here, it.coordinates) > APART_KM),
					dice,
				).map(at),
			};
		}),
		plan(entry, 'map', ['north'], 0.45, ({ dice, speaker }) => ({
			...base,
			accepts: namesOf(entry),
			prompt: speaker.say('quiz.ask.map.north'),
			right: offer(entry, speaker),
			wrong: mapped(
				filtered(shuffleNearFirst(byDistance, NEAREST * 2, dice), ({ coordinates }) => here.lat - coordinates.lat > NORTH_MARGIN),
				(it) => offer(it, speaker),
			),
		})),
		plan(entry, 'map', ['near'], 0.5, ({ dice, speaker }) => {
			const least = distance(here, nearest.coordinates);
			// Half a world away, nothing is near.
			if (least > NEAR_MAX_KM) return undefined;
			return {
				...base,
				accepts: namesOf(nearest),
				prompt: speaker.say('quiz.ask.map.near', { name: nameOf(entry.name, speaker) }),
				right: offer(nearest, speaker),
				wrong: mapped(
					shuffle(
						byDistance
							.slice(1)
							.filter(({ coordinates }) => distance(here, coordinates) > Math.max(least * NEAR_FACTOR, least + 50))
							.slice(0, NEAREST * 2),
						dice,
					),
					(it) => offer(it, speaker),
				),
			};
		}),
	];
}

/** Places whose pins can be told apart from the right one and from each other on one map; any places where there are none. */
function beside(here: PlaceEntry['coordinates'], others: readonly PlaceEntry[], dice: Dice): PlaceEntry[] {
	const order = shuffleNearFirst(others, NEAREST * 2, dice);
	const chosen: PlaceEntry[] = [];
	for (const place of order) {
		if (canBeToldApart([here, ...chosen.map(({ coordinates }) => coordinates), place.coordinates])) chosen.push(place);
		if (chosen.length === WRONG_CHOICES) break;
	}
	return chosen.length >= WRONG_CHOICES_MIN ? chosen : order;
}

/** “44.1° N, 145.9° E”. */
function degrees({ coordinates: { lat, lon } }: PlaceEntry, speaker: Speaker): string {
	return speaker.say('quiz.degrees', {
		east: lon >= 0 ? 'yes' : 'no',
		lat: Math.abs(lat).toFixed(1),
		lon: Math.abs(lon).toFixed(1),
		north: lat >= 0 ? 'yes' : 'no',
	});
}
