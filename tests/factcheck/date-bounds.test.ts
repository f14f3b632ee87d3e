import { describe, expect, it } from 'vitest';
import { boundedDates, withPlainDateBounds } from '../../src/factcheck/date-bounds.ts';
import { datesIn } from '../../src/search/dates.ts';

function spansOf(written: string) {
	const text = withPlainDateBounds(written);
	return boundedDates(datesIn(text).dates, text).map(({ from, to }) => [from, to]);
}
const [EVER, LAST] = [10_101, 99_991_231];

describe('a date that bounds what is told', () => {
	it.each([
		['signed before 1942', EVER, 19420100],
		['signed before the end of 1942', EVER, 19420100],
		['signed prior to April 1941', EVER, 19410400],
		['signed no later than 1956', EVER, 19561231],
		['over by the end of 1906', EVER, 19061231],
		['signed after 1940', 19401232, LAST],
		['signed no earlier than 1942', 19420101, LAST],
		['подписан до 1942 года', EVER, 19420100],
		['подписан не позднее 1956 года', EVER, 19561231],
		['закончилась к 1906 году', EVER, 19061231],
		['подписан после 13 апреля 1941 года', 19410414, LAST],
		['1942年より前に調印された', EVER, 19420100],
		['1956年までに調印された', EVER, 19561231],
		['1950年以降に調印された', 19500101, LAST],
		['signed between 1955 and 1957', 19550101, 19571231],
		['между 1940 и 1942 годом', 19400101, 19421231],
		// What goes on to a date, or is told of it, is no bound.
		['действовал до 1946 года', 19460101, 19461231],
		['in force until 1946', 19460101, 19461231],
		['signed in 1941', 19410101, 19411231],
	])('%s', (text, from, to) => {
		expect(spansOf(text)).toEqual([[from, to]]);
	});

	it('is none where there is no year', () => {
		expect(spansOf('before 13 April')).toEqual([[413, 413]]);
	});
});
