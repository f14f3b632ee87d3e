/** The number of a claim among the estimates, drawn in one line of characters of one width. */
import { boundsOf } from '../dataset/walk.ts';
import type { Placement } from '../factcheck/report.ts';

/** Short enough for a phone with the two numbers beside it. */
const WIDTH = 23;
const CLAIM = '●';
const CLAIMED = '═';
const ESTIMATE = '┼';
const LINE = '─';

/** The line from the lowest to the highest estimate, with what the claim gives of it; a range by its two ends. */
export function scaleOf({ claimed, estimates, high, low }: Omit<Placement, 'equals' | 'where'>): string {
	const cells = Array<string>(WIDTH).fill(LINE);
	const cellOf = (value: number) => Math.min(WIDTH - 1, Math.max(0, Math.round(((value - low) / (high - low)) * (WIDTH - 1))));
	for (const bound of estimates.flatMap(boundsOf)) cells[cellOf(bound)] = ESTIMATE;
	if (claimed.high < low || claimed.low > high) return cells.join('');
	for (let cell = cellOf(claimed.low); cell < cellOf(claimed.high); cell++) if (cells[cell] === LINE) cells[cell] = CLAIMED;
	for (const end of [claimed.low, claimed.high]) if (end >= low && end <= high) cells[cellOf(end)] = CLAIM;
	return cells.join('');
}
