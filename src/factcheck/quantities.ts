/** Whether the number of a claim and that of a source can both be true, and where it falls among all of them. */
import type { Quantity } from '../dataset/schema.ts';
import { boundsOf } from '../dataset/walk.ts';
import type { Amount } from './amounts.ts';
import type { Placement, Voice } from './report.ts';

/** “About 60,000” and 62,068 are one number to a reader; 60,000 and 55,000 are not. */
const ABOUT = 0.1;
const ROUND = 0.05;
const SOURCE_ABOUT = 0.06;
const EXACT = 0.005;
/** “At least 3,000” says something of 5,000; whoever says 10,000 says another number. */
const OPEN_END = 2;
/** Below this a count is a count. */
const SMALL = 20;

function toleranceOf(amount: Amount): number {
	if (amount.form === 'about') return ABOUT;
	if (amount.high < SMALL) return 0;
	const significant = String(amount.high).replace(/\D/g, '').replace(/0+$/, '').length;
	return amount.percent ? 0.02 : significant <= 2 ? ROUND : EXACT;
}

type Interval = readonly [low: number, high: number];

function intervalOf(form: string, low: number, high: number, tolerance: number): Interval {
	if (form === 'atLeast') return [low * (1 - tolerance), high * OPEN_END];
	if (form === 'atMost') return [low / OPEN_END, high * (1 + tolerance)];
	return [low * (1 - tolerance), high * (1 + tolerance)];
}

/** Whether what the source gives leaves room for what the claim gives. */
export function isCompatible(amount: Amount, quantity: Quantity): boolean {
	const form = 'about' in quantity ? 'about' : 'atLeast' in quantity ? 'atLeast' : 'atMost' in quantity ? 'atMost' : 'exact';
	const [low, high] = boundsOf(quantity);
	const tolerance = Math.max(toleranceOf(amount), form === 'about' && high >= SMALL ? SOURCE_ABOUT : 0);
	const claimed = intervalOf(amount.form, amount.low, amount.high, tolerance);
	const given = intervalOf(form, low, high, 0);
	// “More than 60,000” of a claim is met by any larger number of a source, however large.
	if (amount.form === 'atLeast') return given[1] >= claimed[0];
	if (amount.form === 'atMost') return given[0] <= claimed[1];
	return claimed[0] <= given[1] && given[0] <= claimed[1];
}

/** How far the bounds that a source gives lie from those of a claim. */
export function distanceOf({ high, low }: Amount, quantity: Quantity): number {
	const [from, to] = boundsOf(quantity);
	return Math.max(Math.abs(from - low), Math.abs(to - high));
}

type Estimate = Voice & { readonly quantity: Quantity };

/** Where the number of a claim falls among those of the voices. */
export function placementOf(amount: Amount, voices: readonly Estimate[]): Placement | undefined {
	if (voices.length === 0) return undefined;
	const bounds = voices.map(({ quantity }) => boundsOf(quantity));
	const low = Math.min(...bounds.map(([from]) => from));
	const high = Math.max(...bounds.map(([, to]) => to));
	const equals = voices.filter(({ quantity }) => {
		const [from, to] = boundsOf(quantity);
		return Math.abs(from - amount.low) <= from * EXACT && Math.abs(to - amount.high) <= to * EXACT;
	});
	const where = whereOf(amount, low, high);
	const agrees =
		where === 'above' || where === 'below'
			? agreementOf(amount, voices, ({ quantity }) => (where === 'above' ? boundsOf(quantity)[1] === high : boundsOf(quantity)[0] === low))
			: undefined;
	return {
		...(agrees ? { agrees } : {}),
		claimed: { high: amount.high, low: amount.low, percent: amount.percent },
		equals: equals.map(({ account, position }) => ({ account, position })),
		estimates: voices.map(({ quantity }) => quantity),
		high,
		low,
		where,
	};
}

function whereOf(amount: Amount, low: number, high: number): Placement['where'] {
	if (amount.high < low * (1 - EXACT)) return 'below';
	if (amount.low > high * (1 + EXACT)) return 'above';
	const beginsBelow = amount.low < low * (1 - EXACT);
	const endsAbove = amount.high > high * (1 + EXACT);
	// Of one number there is no part that a range could take in.
	if ((beginsBelow && endsAbove) || (low === high && (beginsBelow || endsAbove))) return 'around';
	if (beginsBelow) return 'begins-below';
	if (endsAbove) return 'ends-above';
	return low === high ? 'only' : 'inside';
}

const isBound = (quantity: Quantity) => 'atLeast' in quantity || 'atMost' in quantity;

/** Why a number that lies outside all estimates agrees with some of them; `undefined` where it does with none. */
function agreementOf(amount: Amount, estimates: readonly Estimate[], isNearest: (estimate: Estimate) => boolean): Placement['agrees'] {
	const compatible = estimates.filter(({ quantity }) => isCompatible(amount, quantity));
	if (compatible.length === 0) return undefined;
	const isOpen = amount.form === 'atLeast' || amount.form === 'atMost';
	const close = compatible.filter(({ quantity }) => !isBound(quantity));
	if (isOpen || close.length === 0) return 'bound';
	return close.some(isNearest) ? 'close' : 'some';
}
