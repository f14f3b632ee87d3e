import { expect, test } from 'vitest';
import { amountsIn } from '../../src/factcheck/amounts.ts';
import { durationsIn } from '../../src/factcheck/durations.ts';
import { givenAlike, givenIn } from '../../src/factcheck/given.ts';
import { datesIn } from '../../src/search/dates.ts';

const alike = (clause: string, text: string) => {
	const { dates, rest } = datesIn(clause);
	return givenAlike({ amounts: amountsIn(rest), dates, durations: durationsIn(rest), turns: givenIn(clause)?.turns ?? [] }, givenIn(text));
};

test('a number in the place of another stands against it', () => {
	expect(alike('60,000 of them died there', '40,000 were buried there').amounts).toEqual({ against: 1, same: 0 });
	expect(alike('60,000 of them died there', 'some 60 thousand were buried').amounts).toEqual({ against: 0, same: 1 });
	expect(alike('60,000 of them died there', 'signed in Moscow').amounts).toEqual({ against: 0, same: 0 });
});

test('numbers of a text are read as those of a message', () => {
	expect(givenIn('two thousand prisoners came home')).toMatchObject({ amounts: [[2_000, 2_000]], dates: [] });
	expect(givenIn('two and a half thousand came home')!.amounts).toEqual([[2_500, 2_500]]);
});

test('a duration in the place of another stands against it', () => {
	expect(alike('it was for ten years', 'договор на пять лет').durations).toEqual({ against: 1, same: 0 });
	expect(alike('it was for ten years', 'a long time of peace')).toMatchObject({
		amounts: { against: 0, same: 0 },
		durations: { against: 0, same: 0 },
	});
	expect(alike('it was for ten years', 'a decade of peace').durations).toEqual({ against: 0, same: 1 });
});

test('a date is the same when one of the two lies within the other', () => {
	expect(alike('signed in April 1941', 'signed on 13 April 1941').dates).toEqual({ against: 0, same: 1 });
	expect(alike('signed in May 1941', 'signed on 13 April 1941').dates).toEqual({ against: 1, same: 0 });
});

test.each([
	['Japan accepted the offer', 'Tokyo turned down the offer'],
	['до войны', 'после войны'],
	['北部を占領した', '南部を占領した'],
])('“%s” and “%s” turn opposite ways', (clause, text) => {
	expect(alike(clause, text).turns).toEqual({ against: 1, same: 0 });
	expect(alike(clause, clause).turns.same).toBe(1);
});
