/** Which positions of a question a claim takes, and which it denies. */
import type { QuestionEntry } from '../dataset/schema.ts';
import { actorsOfKnown } from './actors.ts';
import { valueAt } from './column.ts';
import { type AssertionIndex, marksAt, stanceAt } from './index.ts';
import type { Candidate, UnitFit } from './match.ts';
import type { Reading } from './reading.ts';
import { type Stance, stanceOf } from './stance.ts';

export interface TakenPosition {
	readonly denied: boolean;
	readonly place: number;
	/** Positions of a question of who, which, why that say the same. */
	readonly same: readonly number[];
}

/** `undefined` where the claim takes none of the positions there are. */
export function positionOf(entry: QuestionEntry, candidate: Candidate, reading: Reading, index: AssertionIndex): TakenPosition | undefined {
	const placeOf = ({ unit }: UnitFit) => index.units.positions[unit]!;
	const put = candidate.units
		.filter(({ kind, unit }) => kind === 'claim' || kind === 'label' || (kind === 'phrasing' && index.units.positions[unit]! >= 0))
		.map((one) => (marksAt(index.units, one.unit)?.denies ? { ...one, agreement: -one.agreement as -1 | 1 } : one))
		.map((fit) => ({
			...fit,
			side: askedSideOf(entry, placeOf(fit), reading, stanceAt(index.units, fit.unit)) ?? sideOf(entry, fit, placeOf(fit), reading),
			weighed: [...reading.stance.poles.keys()].some((axis) => valueAt(index.units.poles, fit.unit)?.has(axis)),
		}));
	const best = put.sort(
		(a, b) => b.fit * SIDE_SHARE[b.side] * (b.weighed ? WEIGHED : 1) - a.fit * SIDE_SHARE[a.side] * (a.weighed ? WEIGHED : 1),
	)[0];
	if (!best) return undefined;
	const place = placeOf(best);
	if (entry.type === 'yes-no') return { denied: best.side === 'opposed', place, same: [place] };
	if (best.side === 'other') return undefined;
	// “A brilliant success” opposes every account of a failure; “not Japan” opposes Japan alone.
	if (best.side === 'opposed' && reading.stance.sign > 0) return undefined;
	return { denied: best.side === 'opposed', place, same: sameAs(entry, place) };
}

/** The positions that say the same as one of them. */
export function sameAs(entry: QuestionEntry, place: number): number[] {
	const actors = actorsOfKnown(entry.positions[place]!.label.en).join();
	return entry.positions.flatMap(({ label }, other) =>
		other === place ||
		(entry.type === 'who' &&
			actors !== '' &&
			(actorsOfKnown(label.en).join() === actors || isVictoryOfTheSame(label.en, entry.positions[place]!.label.en, entry.name.en)))
			? [other]
			: [],
	);
}

/** A text that names the same pair of opposites says surely which side the claim is on. */
const WEIGHED = 1.2;

type Side = 'opposed' | 'other' | 'same';
const SIDE_SHARE: Record<Side, number> = { opposed: 0.97, other: 0.8, same: 1 };

/** “Were they treated humanely?” gives its opposites to every yes and no, also to those that are put in other words. */
export function askedSideOf(
	entry: QuestionEntry,
	place: number,
	{ stance }: Reading,
	put: Pick<Stance, 'poles'> | undefined,
): Side | undefined {
	const { answer } = entry.positions[place]!;
	if (entry.type !== 'yes-no' || (answer !== 'yes' && answer !== 'no') || stance.poles.size === 0) return undefined;
	const asked = stanceOf(entry.name.en);
	for (const [axis, pole] of stance.poles) {
		const wanted = asked.poles.get(axis);
		if (wanted === undefined || put?.poles.has(axis)) continue;
		return pole * stance.sign === wanted * asked.sign * (answer === 'yes' ? 1 : -1) ? 'same' : 'opposed';
	}
	return undefined;
}

function sideOf(entry: QuestionEntry, fit: UnitFit, place: number, reading: Reading): Side {
	const asked = actorsOfKnown(entry.name.en);
	const put = actorsOfKnown(`${entry.positions[place]!.label.en} ${entry.positions[place]!.claims?.join(' ') ?? ''}`);
	if (entry.type === 'who' || entry.type === 'which') {
		const named = reading.actors.filter((actor) => !asked.includes(actor));
		const winner = reading.stance.poles.get('winning');
		if (winner !== undefined && reading.actors.length > 0) {
			const agent = reading.actors[0]!;
			const agents = actorsOfKnown(entry.positions[place]!.label.en);
			if (agents.length > 0) {
				const isAgent = agents.includes(agent) || (agent === 'mongolia' && agents.includes('russia'));
				const claimsWin = winner * reading.stance.sign > 0;
				return claimsWin === isAgent ? 'same' : 'opposed';
			}
		}
		if (named.length > 0 && !named.some((actor) => put.includes(actor))) return 'other';
	}
	return fit.agreement < 0 ? 'opposed' : 'same';
}

/** “A victory at a great cost”, without a name, among positions on who won, is the victory of the side that the others name. */
function isVictoryOfTheSame(label: string, other: string, asked: string): boolean {
	return /\bwon\b/iu.test(asked) && actorsOfKnown(label).length === 0 && /\bvictory\b/iu.test(label) && actorsOfKnown(other).length > 0;
}
