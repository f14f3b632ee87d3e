/**
 * The schedule against the test cases of the reference library, ts-fsrs (https://github.com/open-spaced-repetition/ts-fsrs,
 * commit cdec8d2, packages/fsrs/__tests__): their answers and the numbers that they expect, through the cards as we keep
 * them. What they test of functions that we do not use (their handlers, their fuzz, forgetting and rolling back) is theirs.
 */
import type { FSRSParameters } from 'ts-fsrs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createSchedule, RECALLS, type Recall, type ReviewCard } from '../../src/quiz/review.ts';
import { newCard } from './new-card.ts';

// The library says so when it takes parameters of an older version.
beforeAll(() => {
	vi.spyOn(console, 'debug').mockReturnValue();
});

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOW = Date.UTC(2022, 11, 29, 12, 30);

const recallsOf = (letters: string): Recall[] => [...letters].map((letter) => RECALLS['ahge'.indexOf(letter)]!);
/** As it would come back from the store. */
const kept = (card: ReviewCard): ReviewCard => JSON.parse(JSON.stringify(card)) as ReviewCard;

/** The cards after each answer, each given when the card falls due. */
function play(answers: string, parameters: (index: number) => Partial<FSRSParameters>): ReviewCard[] {
	let card = newCard('a.date.event', NOW);
	let now = NOW;
	return recallsOf(answers).map((recall, index) => {
		card = kept(createSchedule(parameters(index)).reviewed(card, recall, now));
		now = card.due;
		return card;
	});
}

const FSRS_6 = [
	0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729,
	0.5425, 0.0912, 0.0658, 0.1542,
];
const FSRS_5 = [
	0.40255, 1.18385, 3.173, 15.69105, 7.1949, 0.5345, 1.4604, 0.0046, 1.54575, 0.1192, 1.01925, 1.9395, 0.11, 0.29605, 2.2698, 0.2315,
	2.9898, 0.51655, 0.6621,
];
const LONG_TERM = [
	0.4197, 1.1869, 3.0412, 15.2441, 7.1434, 0.6477, 1.0007, 0.0674, 1.6597, 0.1712, 1.1178, 2.0225, 0.0904, 0.3025, 2.1214, 0.2498, 2.9466,
	0.4891, 0.6468,
];

describe('the histories of intervals', () => {
	it.each([
		['of FSRS-6', { w: FSRS_6 }, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]],
		['of FSRS-6, which are the default', {}, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]],
		['of FSRS-5', { w: FSRS_5 }, [0, 4, 14, 44, 125, 328, 0, 0, 7, 16, 34, 71, 142]],
	])('%s', (_, parameters, intervals) => {
		expect(play('ggggggaaggggg', () => parameters).map(({ scheduledDays }) => scheduledDays)).toEqual(intervals);
	});

	it.each([
		[
			'ggggggaaggggg',
			[3, 13, 48, 155, 445, 1158, 17, 3, 11, 37, 112, 307, 773],
			[
				3.0412, 13.09130698, 48.15848988, 154.93732625, 445.05562739, 1158.07779739, 16.63063166, 3.01732209, 11.42247264, 37.37521902,
				111.8752758, 306.5974569, 772.94026648,
			],
			[
				4.49094334, 4.26664289, 4.05746029, 3.86237659, 3.68044154, 3.51076891, 4.69833071, 5.55956298, 5.26323756, 4.98688448, 4.72915759,
				4.4888015, 4.26464541,
			],
		],
		[
			'ahgeahge',
			[1, 2, 6, 41, 4, 7, 21, 133],
			[0.4197, 1.0344317, 5.5356759, 41.0033667, 4.46605519, 6.67743292, 20.88868155, 132.81849454],
			[7.1434, 7.03653841, 6.64066485, 5.92312772, 6.44779861, 6.45995078, 6.10293922, 5.36588547],
		],
		[
			'hgeahgea',
			[2, 7, 54, 5, 8, 26, 171, 8],
			[1.1869, 6.59167572, 53.76078737, 5.0853693, 8.09786749, 25.52991279, 171.16195166, 8.11072373],
			[6.23225985, 5.89059466, 5.14583392, 5.884097, 5.99269555, 5.667177, 4.91430736, 5.71619151],
		],
		[
			'geahgeah',
			[3, 33, 4, 7, 26, 193, 9, 14],
			[3.0412, 32.65484522, 4.22256838, 7.2325009, 25.52681746, 193.36618775, 8.63899847, 14.31323867],
			[4.49094334, 3.69538259, 4.83221448, 5.12078462, 4.85403286, 4.07165035, 5.1050878, 5.34697075],
		],
		[
			'eahgeahg',
			[15, 3, 6, 27, 240, 10, 17, 60],
			[15.2441, 3.25621013, 6.32684549, 26.56339029, 239.70462771, 9.75621519, 17.06035531, 59.59547542],
			[1.16304343, 2.99573557, 3.59851762, 3.43436666, 2.60045771, 4.03816348, 4.46259158, 4.24020203],
		],
	])('without short steps: %s', (answers, intervals, stabilities, difficulties) => {
		const cards = play(answers, () => ({ enable_short_term: false, w: LONG_TERM }));
		expect(cards.map(({ scheduledDays }) => scheduledDays)).toEqual(intervals);
		expect(cards.map(({ stability }) => stability)).toEqual(stabilities);
		expect(cards.map(({ difficulty }) => difficulty)).toEqual(difficulties);
	});

	it('with short steps that are switched off and on again', () => {
		const short = [true, false, false, false, true, true];
		const cards = play('ggagga', (index) => ({ enable_short_term: short[index], w: LONG_TERM }));
		expect(cards.map(({ scheduledDays }) => scheduledDays)).toEqual([0, 4, 1, 5, 19, 0]);
		expect(cards.map(({ stability }) => stability)).toEqual([3.0412, 3.0412, 1.21778427, 4.73753014, 19.02294877, 3.20676576]);
		expect(cards.map(({ difficulty }) => difficulty)).toEqual([4.49094334, 4.26664289, 5.24649844, 4.97127357, 4.71459886, 5.57136081]);
		expect(cards.map(({ state }) => state)).toEqual([1, 2, 2, 2, 2, 3]);
	});
});

describe('what is remembered after six answers on given days', () => {
	it.each([
		['FSRS-6, short steps', { enable_short_term: true, w: FSRS_6 }, 53.62691, 6.3574867],
		['FSRS-6', { enable_short_term: false, w: FSRS_6 }, 53.335106, 6.3574867],
		['FSRS-5, short steps', { enable_short_term: true, w: FSRS_5 }, 48.26549438, 7.10441712],
		['FSRS-5', { enable_short_term: false, w: FSRS_5 }, 48.065163, 7.10441712],
	])('%s', (_, parameters, stability, difficulty) => {
		const schedule = createSchedule(parameters);
		const days = [0, 0, 1, 3, 8, 21];
		let now = NOW;
		let card = newCard('a', NOW);
		for (const [index, recall] of recallsOf('aggggg').entries()) {
			now += days[index]! * DAY;
			card = kept(schedule.reviewed(card, recall, now));
		}
		expect(card.stability).toBeCloseTo(stability, 4);
		expect(card.difficulty).toBeCloseTo(difficulty, 4);
	});
});

it('what a simulator remembers over twelve days is remembered here', () => {
	const w = [
		1.1596, 1.7974, 13.1205, 49.3729, 7.2303, 0.5081, 1.5371, 0.001, 1.5052, 0.1261, 0.9735, 1.8924, 0.1486, 0.2407, 2.1937, 0.1518, 3.0699,
		0.4636, 0.6048,
	];
	const times = [1_704_468_957_000, 1_704_469_645_000, 1_704_599_572_000, 1_705_509_507_000];
	const schedule = createSchedule({ w });
	let card = newCard('a', times[0]!);
	for (const [index, stability] of [13.1205, 17.3668145, 21.28550751, 39.63452215].entries()) {
		card = kept(schedule.reviewed(card, 'good', times[index]!));
		expect(card.stability).toBeCloseTo(stability, 4);
	}
});

describe('the first answer', () => {
	it.each([
		['FSRS-6', FSRS_6, [0.212, 1.2931, 2.3065, 8.2956], [6.4133, 5.11217071, 2.11810397, 1], [0, 0, 0, 8]],
		['FSRS-5', FSRS_5, [0.40255, 1.18385, 3.173, 15.69105], [7.1949, 6.48830527, 5.28243442, 3.22450159], [0, 0, 0, 16]],
	])('%s', (_, w, stabilities, difficulties, days) => {
		const cards = RECALLS.map((recall) => createSchedule({ w }).reviewed(newCard('a', NOW), recall, NOW));
		expect(cards.map(({ stability }) => stability)).toEqual(stabilities);
		expect(cards.map(({ difficulty }) => difficulty)).toEqual(difficulties);
		expect(cards.map(({ scheduledDays }) => scheduledDays)).toEqual(days);
		expect(cards.map(({ elapsedDays, lapses, reps }) => [elapsedDays, lapses, reps])).toEqual(RECALLS.map(() => [0, 0, 1]));
		expect(cards.map(({ state }) => state)).toEqual([1, 1, 1, 2]);
	});
});

describe('steps within a day', () => {
	const minutes = (cards: readonly ReviewCard[], from: readonly number[]) => cards.map(({ due }, index) => (due - from[index]!) / MINUTE);

	it('the first: one, six and ten minutes, then eight days', () => {
		const schedule = createSchedule({ learning_steps: ['1m', '10m'], relearning_steps: ['10m'] });
		const cards = RECALLS.map((recall) => schedule.reviewed(newCard('a', NOW), recall, NOW));
		expect(minutes(cards.slice(0, 3), [NOW, NOW, NOW])).toEqual([1, 6, 10]);
		expect(cards.map(({ learningSteps }) => learningSteps)).toEqual([0, 0, 1, 0]);
		expect(Math.floor((cards[3]!.due - NOW) / DAY)).toBe(8);
	});

	it('one step alone: hard waits half as long again', () => {
		const schedule = createSchedule({ learning_steps: ['1m'] });
		expect(minutes([schedule.reviewed(newCard('a', NOW), 'hard', NOW)], [NOW])).toEqual([2]);
		expect(schedule.reviewed(newCard('a', NOW), 'good', NOW).state).toBe(2);
	});

	it('none is skipped, in learning and in learning again', () => {
		const steps = { learning_steps: ['1m', '10m', '30m', '1h', '6h', '12h'], relearning_steps: ['10m', '1h', '6h'] } as const;
		const learning = play('agggggg', () => steps);
		expect(
			minutes(
				learning.slice(1, 6),
				learning.slice(0, 5).map(({ due }) => due),
			),
		).toEqual([10, 30, 60, 360, 720]);
		expect(learning.map(({ learningSteps }) => learningSteps)).toEqual([0, 1, 2, 3, 4, 5, 0]);
		expect(learning.map(({ state }) => state)).toEqual([1, 1, 1, 1, 1, 1, 2]);
		const again = play('aggggggaggg', () => steps).slice(7);
		expect(
			minutes(
				again.slice(1, 3),
				again.slice(0, 2).map(({ due }) => due),
			),
		).toEqual([60, 360]);
		expect(again.map(({ learningSteps }) => learningSteps)).toEqual([0, 1, 2, 0]);
		expect(again.map(({ state }) => state)).toEqual([3, 3, 3, 2]);
	});
});

describe('parameters', () => {
	// A card whose stability is one day, so that its next interval is what the wanted retention makes of a day.
	it.each([
		[0.9, 1],
		[0.8, 3],
		[0.7, 9],
		[0.6, 27],
		[0.5, 90],
		[0.4, 387],
		[0.3, 2508],
		[0.2, 34_793],
		[0.1, 3_116_769],
	])('a wanted retention of %f makes %d days of one', (request_retention, days) => {
		const w = FSRS_6.with(3, 1);
		const schedule = createSchedule({ maximum_interval: Number.MAX_VALUE, request_retention, w });
		expect(schedule.reviewed(newCard('a', NOW), 'easy', NOW).scheduledDays).toBe(days);
	});

	it('no interval is longer than the longest, however well it is remembered', () => {
		const card: ReviewCard = { ...newCard('a', NOW), difficulty: 5, lastReview: NOW, reps: 9, stability: 737.47, state: 2 };
		expect(createSchedule({ maximum_interval: 365 }).reviewed(card, 'hard', NOW + 700 * DAY).scheduledDays).toBe(365);
		expect(createSchedule().reviewed(card, 'hard', NOW + 700 * DAY).scheduledDays).toBeGreaterThan(737);
	});

	it('days that passed are counted between the answers, not since the card fell due', () => {
		const { reviewed } = createSchedule();
		const times = ['2023-11-05T08:27:02.605Z', '2023-11-08T15:02:09.791Z', '2023-11-08T15:02:30.799Z', '2023-11-08T15:04:08.739Z'];
		let card = newCard('a', Date.parse('2023-10-18T14:32:03.370Z'));
		const passed = recallsOf('gaag').map((recall, index) => {
			card = kept(reviewed(card, recall, Date.parse(times[index]!)));
			return card.elapsedDays;
		});
		expect(passed).toEqual([0, 3, 0, 0]);
	});
});
