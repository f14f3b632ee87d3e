import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.ts';
import type { Topic } from '../../src/dataset/schema.ts';
import { amountsIn } from '../../src/factcheck/amounts.ts';
import { durationsIn } from '../../src/factcheck/durations.ts';
import { durationsToldOf, givesOf, isUncounted, toldOf } from '../../src/factcheck/told.ts';
import { openDataset } from '../library.ts';

let dataset: Dataset;

beforeAll(async () => {
	({ dataset } = await openDataset());
});

describe('the numbers that the texts of an entry tell', () => {
	it.each([
		['twelve japanese servicemen were tried', { against: 0, same: 1 }],
		['120 japanese servicemen were tried', { against: 1, same: 0 }],
		['судили 120 японских военных', { against: 1, same: 0 }],
		['судили 12 военных', { against: 0, same: 1 }],
		['120 photographs were taken', { against: 0, same: 0 }],
	])('%s', (text, told) => {
		expect(toldOf(dataset.get('khabarovsk-trial-1949') as Topic, amountsIn(text))).toEqual(told);
	});

	it.each([
		['atomic-bombings-1945', '140,000 people died at hiroshima', true],
		['atomic-bombings-1945', 'a hundred houses burned', false],
		['khabarovsk-trial-1949', '120 japanese servicemen were tried', false],
	])('%s counts none of the people of: %s', (id, text, isNone) => {
		expect(isUncounted(dataset.get(id) as Topic, amountsIn(text))).toBe(isNone);
	});

	it('numbers of the same things stand against each other, whatever the things are', () => {
		const guards = (text: string) => toldOf(dataset.get('treaty-of-portsmouth-1905') as Topic, amountsIn(text));
		expect(guards('15 guards for each kilometre')).toEqual({ against: 0, same: 1 });
		expect(guards('fifty railway guards for each kilometre')).toEqual({ against: 1, same: 0 });
		expect(guards('seventy lawyers')).toEqual({ against: 0, same: 0 });
	});

	it.each([
		['40 planes', { against: 1, same: 0 }],
		['1,250 aeroplanes', { against: 0, same: 1 }],
		['1250 самолётов', { against: 0, same: 1 }],
		['6 aircraft carriers', { against: 0, same: 0 }],
	])('by what is counted, whatever it is called: %s', (text, told) => {
		expect(toldOf(dataset.get('soviet-aid-to-china-1937') as Topic, amountsIn(text))).toEqual(told);
	});

	it.each([
		['the pact was good for five years', { against: 0, same: 1 }],
		['a pact for twenty years', { against: 1, same: 0 }],
		['二十年の約束', { against: 1, same: 0 }],
		['a pact', { against: 0, same: 0 }],
	])('%s', (text, told) => {
		expect(durationsToldOf(dataset.get('neutrality-pact-1941') as Topic, durationsIn(text))).toEqual(told);
	});

	it.each([
		['railway guards may stay, not above fifteen to the kilometre', '15 guards for each kilometre', 2],
		['at most fifteen railway guards per kilometre', '50 guards for each kilometre', 1],
		['signed at Portsmouth on 5 September 1905', '15 guards for each kilometre', 0],
		['valid for five years', 'a pact for ten years', 1],
		['valid for five years', 'a pact', 0],
	])('“%s” gives what “%s” does: %s', (text, clause, gives) => {
		expect(givesOf(text, { amounts: amountsIn(clause), durations: durationsIn(clause) })).toBe(gives);
	});
});
