import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postedCard, privateCard } from '../../src/cards/factcheck-answer.ts';
import { newCheck } from '../../src/cards/factcheck-check.ts';
import { LOG_PAGE_SIZE, logCard, logEntryCard, savedClaim } from '../../src/cards/factcheck-log.ts';
import { ALL_RIGHTS, checker, context, everyPage, ID, phrases, problems, URL_OF_MESSAGE } from './factcheck-scene.ts';

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
				const check = newCheck({ authorId: ID, authorName: text, text, url: URL_OF_MESSAGE }, context);
				for (const card of [privateCard({ ...check, page: count % 3 }, ALL_RIGHTS, context), postedCard(check, context)])
					expect(problems(card)).toEqual([]);
			}),
			{ numRuns: 20_000, seed: 1904 },
		);
	}, 240_000);

	it('no claims that are taken out, and no log entry of them, break a limit', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constantFrom(...phrases), fc.constantFrom(...HOSTILE)), { maxLength: 30 }),
				fc.nat(4095),
				(parts, bits) => {
					const text = parts.join('. ').slice(0, 2_000);
					const check = newCheck({ text }, context);
					const removed = new Set(check.report.claims.keys().filter((place) => (bits & (1 << place)) !== 0));
					const claims = check.report.claims.map((claim) => savedClaim(claim, context.library.dataset));
					const entry = {
						authorId: ID,
						claims,
						guildId: ID,
						id: 'a'.repeat(17),
						isExtract: bits % 2 === 0,
						messageUrl: URL_OF_MESSAGE,
						savedAt: context.now,
						savedBy: ID,
						text,
						versions: ['9'.repeat(17), 'a'.repeat(17), 'b'.repeat(17)],
					};
					for (const card of [
						privateCard({ ...check, removed }, ALL_RIGHTS, context),
						logCard(
							Array.from({ length: LOG_PAGE_SIZE }, (_, place) => ({ ...entry, id: `${place}`.repeat(17) })),
							0,
							99,
							context,
						),
						logEntryCard(entry, 0, context),
					])
						expect(problems(card)).toEqual([]);
				},
			),
			{ numRuns: 300, seed: 1906 },
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
