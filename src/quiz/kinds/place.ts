/** Where something took place or was signed: towns and points, never lands that may hold one another. */
import { nameOf } from '../../cards/names.ts';
import type { PlaceEntry, Topic } from '../../dataset/schema.ts';
import type { Speaker } from '../../messages/index.ts';
import { fold } from '../../search/fold.ts';
import { shuffleNearFirst } from '../dice.ts';
import { distance, firmAccounts, isPoint, type Knowledge, namesOf, periodOf } from '../knowledge.ts';
import { filtered, mapped, type Offered, type Plan, plan, yearsIn } from '../plan.ts';
import { markOf, toldOf } from '../question.ts';

/** A place with an entry, or a town that is only named. */
interface Spot {
	readonly id: string;
	/** Folded. */
	readonly names: readonly string[];
	readonly place?: PlaceEntry;
	readonly years: readonly number[];
}

const APART_KM = 150;
const NAME_MIN_LENGTH = 4;
const NEAREST = 8;
const spots = new WeakMap<Knowledge, ReadonlyMap<string, Spot>>();

function spotsOf(knowledge: Knowledge): ReadonlyMap<string, Spot> {
	let found = spots.get(knowledge);
	if (!found) {
		const years = new Map<string, number[]>();
		const towns = new Set<string>();
		for (const entry of knowledge.topics) {
			const here = entry.kind === 'treaty' && entry.signedAt ? [entry.signedAt] : entry.kind === 'event' ? (entry.where ?? []) : [];
			for (const place of here) years.set(place, [...(years.get(place) ?? []), periodOf(entry)![0]]);
			if (entry.kind === 'treaty' && entry.signedAt && !knowledge.dataset.get(entry.signedAt) && !/[,(]/u.test(entry.signedAt))
				towns.add(entry.signedAt);
		}
		const points = knowledge.dataset.ofKind('place').filter(isPoint);
		found = new Map([
			...points.map((place): [string, Spot] => [
				place.id,
				{
					id: place.id,
					names: namesOf(place)
						.map(fold)
						.filter((name) => name.length > 1),
					place,
					years: years.get(place.id) ?? [],
				},
			]),
			...[...towns].map((town): [string, Spot] => [town, { id: town, names: [fold(town)], years: years.get(town) ?? [] }]),
		]);
		spots.set(knowledge, found);
	}
	return found;
}

const speaksOf = (text: string, { names }: Spot) =>
	names.some((name) => (name.length >= NAME_MIN_LENGTH || !/^[a-z]/.test(name)) && text.includes(name));
function speaksOfBeingAt(text: string, { names }: Spot): boolean {
	return names.some((name) => {
		if (name.length < NAME_MIN_LENGTH && /^[a-z]/.test(name)) return false;
		const at = new RegExp(
			`\\b(?:in|at|near|off|on|around|visit to|came to|reached|entered)\\s(?:the\\s)?(?:\\w+\\s)?${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`,
			'u',
		);
		return at.test(text);
	});
}
/** Names that a town has had, folded. */
const ONE_TOWN = ['edo tokyo', 'beijing peking beiping', 'leningrad petrograd petersburg', 'dalian dairen', 'ulaanbaatar urga'].map(
	(names) => names.split(' '),
);
const isOneTown = (a: string, b: string) =>
	ONE_TOWN.some((names) => [a, b].every((name) => names.some((it) => name.split(' ').includes(it))));

const isApart = (a: Spot, b: Spot) =>
	!(a.place && b.place && distance(a.place.coordinates, b.place.coordinates) < APART_KM) &&
	!a.names.some((one) => b.names.some((other) => one.includes(other) || other.includes(one) || isOneTown(one, other)));

export function placePlans(entry: Topic, knowledge: Knowledge): Plan[] {
	if (entry.kind !== 'event' && entry.kind !== 'treaty') return [];
	const all = spotsOf(knowledge);
	const here = entry.kind === 'treaty' ? (entry.signedAt ? [entry.signedAt] : []) : (entry.where ?? []);
	// Of something that took place here and there, nobody can say where else it did not.
	if (here.length > 1) return [];
	return here.flatMap((id) => {
		const spot = all.get(knowledge.dataset.get(id)?.id ?? id);
		// A capital that an event has only by name is where it was spoken of, more often than where it happened.
		if (entry.kind === 'event' && !spot?.place) return [];
		// “Moscow wanted” names a government; where something took place is said with “in”, “at” or “near”.
		const account = spot && firmAccounts(entry).find(({ says }) => speaksOfBeingAt(fold(says), spot));
		return spot && account ? [placePlan(entry, spot, account, knowledge)] : [];
	});
}

function placePlan(entry: Topic, spot: Spot, account: ReturnType<typeof firmAccounts>[number], knowledge: Knowledge): Plan {
	return plan(entry, 'place', [markOf(spot.id)], 0.45, ({ dice, speaker }) => {
		const name = nameOf(entry.name, speaker);
		// Where a language inflects the name of the place, the English name still tells that it is in it.
		if ([name, entry.name.en].some((it) => speaksOf(fold(it), spot))) return undefined;
		const year = periodOf(entry)?.[0] ?? 1945;
		const away = ({ years }: Spot) => Math.min(200, ...years.map((it) => Math.abs(it - year)));
		const others = [...spotsOf(knowledge).values()].filter((other) => isApart(spot, other)).sort((a, b) => away(a) - away(b));
		const texts = [
			entry,
			...knowledge.namesakes(entry),
			...knowledge.dataset.relatedTo(entry).filter((other): other is Topic => other.kind === 'question'),
		].map((it) => knowledge.textOf(it));
		const here = entry.kind === 'event' ? (entry.where ?? []) : [];
		const [from, to] = periodOf(entry) ?? [year, year];
		/** Something of the same years took place there, or is told of there: it may have to do with this after all. */
		const isOfThen = ({ place }: Spot) =>
			place !== undefined &&
			(yearsIn(knowledge.textOf(place)).some((it) => Number(it) >= from && Number(it) <= to) ||
				[entry, ...knowledge.dataset.relatedTo(entry)].some((it) => place.related?.includes(it.id) && it.kind === entry.kind));
		const isElsewhere = (other: Spot) =>
			// Of a capital that has no entry, too little is known to say that an event had nothing to do with it.
			(entry.kind === 'treaty' || other.place !== undefined) &&
			!isOfThen(other) &&
			!texts.some((text) => speaksOf(text, other)) &&
			!here.includes(other.id) &&
			here.every((id) => {
				const own = spotsOf(knowledge).get(id);
				return !own || isApart(own, other);
			});
		return {
			accepts: spot.place ? namesOf(spot.place) : [],
			cited: [{ at: account.at, source: account.source }],
			prompt: speaker.say(entry.kind === 'treaty' ? 'quiz.ask.place.treaty' : 'quiz.ask.place.event', {
				name,
			}),
			right: offer(spot, speaker),
			told: [
				toldOf(account),
				...firmAccounts(entry)
					.filter((other) => other !== account && other.aspect === 'place')
					.map((other) => toldOf(other)),
			],
			wrong: mapped(filtered(shuffleNearFirst(others, NEAREST, dice), isElsewhere), (other) => offer(other, speaker)),
		};
	});
}

function offer({ id, place }: Spot, speaker: Speaker): Offered {
	return place ? { means: { entry: place.id }, text: nameOf(place.name, speaker) } : { means: { name: id }, text: id };
}
