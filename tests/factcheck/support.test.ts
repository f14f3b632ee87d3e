import { describe, expect, it } from 'vitest';
import type { UnitFit } from '../../src/factcheck/match.ts';
import type { ReadSlot } from '../../src/factcheck/reading.ts';
import { type Shared, supportOf } from '../../src/factcheck/support.ts';

const slot = { weight: 1 } as ReadSlot;
const text = (fit: number, unit: number) => ({ fit, unit }) as UnitFit;

/** “Brezhnev flew to Tokyo”, beside “Gromyko flew to Tokyo” and “Brezhnev stayed at home”. */
const flight = text(0.9, 0);
const atHome = text(0.4, 1);
const shared: Shared = {
	has: [Uint8Array.of(0, 1, 1), Uint8Array.of(1, 0, 0)],
	notions: ['person', 'word', 'place'],
	slots: [slot, slot, slot],
	texts: [flight, atHome],
};

describe('what speaks for each word of a clause', () => {
	it('finds the name that the text most like the clause does not have', () => {
		const { deficit, paired, share } = supportOf(shared, () => true);
		expect(deficit.person).toBeCloseTo(0.5);
		expect(deficit.word).toBeCloseTo(0);
		expect(deficit.place).toBeCloseTo(0);
		// The text that has the name has nothing of what is said of it.
		expect(paired).toBe(-1);
		expect(share).toBeCloseTo((0.4 + 0.9 + 0.9) / 3);
	});

	it('tells texts that speak for another way of telling', () => {
		const { elsewhere } = supportOf(shared, (one) => one === flight);
		expect(elsewhere.person).toBeCloseTo(0.4);
		expect(elsewhere.word).toBe(0);
	});

	it('is at a loss for no text, and for no word', () => {
		expect(supportOf({ ...shared, has: [], texts: [] }, () => true)).toMatchObject({ paired: 0, share: 0 });
		expect(supportOf({ has: [], notions: [], slots: [], texts: [] }, () => true)).toMatchObject({ paired: 0, share: 0 });
	});
});
