/** The number of a claim among the estimates, drawn in one line of characters of one width. */
import { boundsOf, isQuantity } from '../dataset/walk.ts';
import { amountsIn } from '../factcheck/amounts.ts';
import type { CheckedClaim, Placement } from '../factcheck/report.ts';
import type { Speaker } from '../messages/index.ts';

/** Short enough for a phone with the two numbers beside it. */
const WIDTH = 23;
const CLAIM = '●';
const ESTIMATE = '┼';
const LINE = '─';
/** Numbers that differ by less than this share are taken for one. */
const SAME = 0.005;

/** The sentence and the line below it; `undefined` where there is no telling which number of the claim is meant. */
export function scaleLines(claim: CheckedClaim, placement: Placement, speaker: Speaker): string | undefined {
	const { high, low, where } = placement;
	const claimed = claimedIn(claim, placement);
	if (claimed === undefined || where === 'only' || !(high > low)) return undefined;
	const cells = Array<string>(WIDTH).fill(LINE);
	const cellOf = (value: number) => Math.min(WIDTH - 1, Math.max(0, Math.round(((value - low) / (high - low)) * (WIDTH - 1))));
	for (const { account } of [...claim.agree, ...claim.differ]) {
		if (account.value && isQuantity(account.value)) for (const bound of boundsOf(account.value)) cells[cellOf(bound)] = ESTIMATE;
	}
	if (where === 'inside') cells[cellOf(claimed)] = CLAIM;
	const words = { claimed: speaker.number(claimed), high: speaker.number(high), line: cells.join(''), low: speaker.number(low) };
	if (where === 'above') return speaker.say('factcheck.scale.above', words);
	return where === 'below' ? speaker.say('factcheck.scale.below', words) : speaker.say('factcheck.scale.inside', words);
}

/** The one number in the claim that lies where the report says; a range by its middle. */
function claimedIn({ text }: CheckedClaim, { high, low, where }: Placement): number | undefined {
	const lies = (value: number) => (value < low * (1 - SAME) ? 'below' : value > high * (1 + SAME) ? 'above' : 'inside');
	const values = amountsIn(text)
		.filter(({ percent }) => !percent)
		.map((amount) => (amount.low + amount.high) / 2)
		.filter((value) => Number.isFinite(value) && lies(value) === where);
	return new Set(values).size === 1 ? values[0] : undefined;
}
