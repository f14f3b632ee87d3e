import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { customId } from '../../src/action.ts';
import type { Context, MessageJson } from '../../src/answer.ts';
import { factcheckCard } from '../../src/cards/factcheck.ts';
import { type Checker, createChecker } from '../../src/factcheck/checker.ts';
import type { Report } from '../../src/factcheck/report.ts';
import { createContext, openDataset } from '../library.ts';
import { checkMessage } from '../standin/limits.ts';

let checker: Checker;
let context: Context;
let phrases: string[];
beforeAll(async () => {
	const library = await openDataset();
	checker = createChecker(library);
	checker.prepare();
	context = await createContext(library);
	phrases = library.dataset.ofKind('question').flatMap(({ positions }) => positions.flatMap(({ claims = [] }) => claims));
}, 60_000);

const key = 'a'.repeat(40);
const ids = {
	page: (page: number) => customId('check-page', key, page),
	post: customId('check-post', key),
	save: customId('check-save', key),
	wrong: customId('check-wrong', key),
};
const problems = (card: MessageJson) => checkMessage({ ...card, allowed_mentions: { parse: [] } }, []);

function everyPage(report: Report): MessageJson[] {
	return Array.from({ length: 13 }, (_, page) => factcheckCard(report, context, { ids, page }));
}

describe('the card of a check', () => {
	it('shows claim, entry, verdict and both sides with their sources', () => {
		const [embed] = factcheckCard(checker.check('60,000 Japanese prisoners died in Soviet captivity'), context, { ids }).embeds!;
		const text = JSON.stringify(embed);
		expect(embed!.title).toBe('1 claim checked');
		expect(text).toContain('60,000 Japanese prisoners died');
		expect(text).toMatch(/\*\*Contested:\*\* \d+ voices? against \d+/);
		expect(text).toContain('inside the estimates');
		expect(embed!.fields!.map(({ name }) => name)).toEqual(
			expect.arrayContaining([expect.stringMatching(/^Agree/), expect.stringMatching(/^Differ/), 'Sources']),
		);
	});

	it('says honestly that there is nothing to check', () => {
		const card = factcheckCard(checker.check('pizza at eight?'), context, { ids });
		expect(card.embeds![0]!.title).toBe('Nothing to check');
		expect(problems(card)).toEqual([]);
	});

	it('makes markup and mentions of a message harmless', () => {
		const card = factcheckCard(
			checker.check('@everyone [x](https://a.b) **60,000 Japanese prisoners died in Soviet captivity** <@123>'),
			context,
		);
		expect(JSON.stringify(card)).not.toMatch(/@everyone|\]\(https:\/\/a\.b/);
	});

	it('has no button that does nothing', () => {
		const card = factcheckCard(checker.check('60,000 Japanese prisoners died in Soviet captivity'), context);
		expect(JSON.stringify(card.components)).not.toContain('check-');
	});
});

describe('limits and time', () => {
	const HOSTILE = [
		'@everyone',
		'<@1>',
		'```',
		'||',
		'> ',
		'\n',
		'**',
		'[a](http://b)',
		'\u202E',
		'\u200B',
		'💣',
		'👨‍👩‍👧',
		'no '.repeat(60),
		'9'.repeat(50),
		'1,000,000,000,000',
		'not ',
		'‮',
		'а́',
		'日',
		'\uD83D',
		'))))',
		'(((((',
		'%',
		'1939',
		'and '.repeat(40),
		',',
		';',
	];
	const message = () =>
		fc.oneof(
			{ arbitrary: fc.string({ maxLength: 90, unit: 'binary' }), weight: 12 },
			{
				arbitrary: fc
					.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 12 })), { maxLength: 12 })
					.map((parts) => parts.join(' ')),
				weight: 6,
			},
			{
				arbitrary: fc
					.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.constantFrom(...phrases)), { maxLength: 5 })
					.map((parts) => parts.join(' ')),
				weight: 1,
			},
		);

	it('no message of 20,000 breaks a limit', () => {
		let count = 0;
		fc.assert(
			fc.property(message(), (text) => {
				count++;
				const report = checker.check(text);
				expect(problems(factcheckCard(report, context, { ids, page: count % 3 }))).toEqual([]);
			}),
			{ numRuns: 20_000, seed: 1904 },
		);
	}, 240_000);

	it('no page of a message of many claims breaks a limit', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...phrases), { maxLength: 30, minLength: 8 }), (parts) => {
				for (const card of everyPage(checker.check(parts.join('. ').slice(0, 2_000)))) expect(problems(card)).toEqual([]);
			}),
			{ numRuns: 60, seed: 1905 },
		);
	}, 240_000);

	it.each([
		'no '.repeat(700),
		'not not '.repeat(300),
		'1,1,1,1,'.repeat(250),
		'and '.repeat(500),
		'я не '.repeat(400),
		'が、'.repeat(1_000),
		'||'.repeat(1_000),
		'тысяч '.repeat(350),
		'。'.repeat(2_000),
		'a'.repeat(2_000),
		'一二三四五六七八九十万'.repeat(180),
		'"“'.repeat(1_000),
	])('a hostile message ends soon: %#', (text) => {
		const from = performance.now();
		checker.check(text);
		expect(performance.now() - from).toBeLessThan(1_500);
	});
});
