import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postedCard, privateCard } from '../../src/cards/factcheck-answer.ts';
import { newCheck, recallCheck } from '../../src/cards/factcheck-check.ts';
import { carriable, readText, textEmbed } from '../../src/cards/factcheck-text.ts';
import { catalogueOf, LANGUAGES, speakerOf } from '../../src/messages/index.ts';
import { ALL_RIGHTS, context, ID, phrases, URL_OF_MESSAGE } from './factcheck-scene.ts';

describe('the text under a check', () => {
	it('is read back to the letter, whatever it is', () => {
		const piece = fc.oneof(
			fc.string({ maxLength: 40, unit: 'binary' }),
			fc.constantFrom('https://a.b/c', '\\', '\\\\', '[x](y)', '\r\n', ':/', '/'),
		);
		fc.assert(
			fc.property(
				fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
				(raw) => {
					const text = carriable(raw);
					const embed = textEmbed({ authorName: raw, text, url: URL_OF_MESSAGE }, context.speaker);
					if (text === '') expect(embed).toBeUndefined();
					else expect(readText([{}, embed!])).toMatchObject({ message: { id: '33', url: URL_OF_MESSAGE }, text });
				},
			),
			{ numRuns: 3_000, seed: 1907 },
		);
	});

	it('gives back the very check, in any process', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...phrases), { maxLength: 12, minLength: 1 }), (parts) => {
				const check = newCheck({ authorId: ID, text: parts.join('. ') }, context);
				const card = privateCard(check, ALL_RIGHTS, context);
				const id = JSON.stringify(card).match(/"1\|check\|take\|([^"]*)"/)?.[1];
				if (!check.text || id === undefined) return;
				const recalled = recallCheck(['take', ...id.split('|')], card.embeds!, context)!;
				expect({ ...recalled, text: undefined }).toEqual({ ...check, text: undefined });
			}),
			{ numRuns: 60, seed: 1908 },
		);
	}, 120_000);

	it('still says that not all was read where the claims alone are carried, and when posted', () => {
		const check = newCheck(
			{ text: `60,000 Japanese prisoners died in Soviet captivity. ${'We had a lovely dinner there. '.repeat(70)}` },
			context,
		);
		const card = privateCard(check, ALL_RIGHTS, context);
		const [, id] = /1\|check\|take\|([^"]*)"/.exec(JSON.stringify(card.components))!;
		const recalled = recallCheck(['take', ...id!.split('|')], card.embeds!, context)!;
		expect([recalled.changed, recalled.report.isCut]).toEqual([false, true]);
		expect(postedCard(recalled, context).embeds![0]!.description).toContain(catalogueOf('en')['factcheck.cut']);
	});

	it('of a text that is too long holds the claims alone', () => {
		const claim = '60,000 Japanese prisoners died in Soviet captivity.';
		const check = newCheck({ text: `${claim} ${'We had a lovely dinner with everybody there. '.repeat(70)}` }, context);
		expect(check.text!.text.split('\n')[0]).toBe(check.report.claims[0]!.text);
		expect(check.text!.text.length).toBeLessThan(300);
		expect(JSON.stringify(privateCard(check, ALL_RIGHTS, context).components)).toContain('check|post');
	});

	it.each(LANGUAGES)('is called an extract where it is one, with a mark wherever something is left out, in “%s”', (language) => {
		const { say } = speakerOf(language);
		const claims = ['60,000 Japanese prisoners died in Soviet captivity.', 'The Tanaka Memorial is a fake.'];
		const dinner =
			'We had a lovely dinner there with all of our friends, their children and three dogs who ate more than all of us. '.repeat(11);
		const of = (text: string) => newCheck({ authorName: 'Hans', text }, { ...context, speaker: speakerOf(language) });
		const check = of(`${dinner}${claims[0]} ${dinner}${claims[1]}`);
		expect([check.isExtract, check.text!.text.split('\n')]).toEqual([true, ['[…]', claims[0], '[…]', claims[1]]]);
		expect(check.text!.embed.title).toBe(say('factcheck.extract-of', { author: 'Hans' }));
		// Where nothing is left out, nothing is marked.
		const adjacent = of(`${claims[0]} ${claims[1]} ${dinner}${dinner}`);
		expect(adjacent.text!.text.split('\n')).toEqual([...claims, '[…]']);
		const whole = of(claims.join(' '));
		expect([whole.isExtract, whole.text!.embed.title]).toEqual([false, say('factcheck.text-of', { author: 'Hans' })]);
		expect(say('factcheck.extract')).not.toBe(say('factcheck.text'));
	});

	it('is known as an extract at every press', () => {
		const check = newCheck({ text: `The Tanaka Memorial is a fake. ${'We had a lovely dinner there. '.repeat(80)}` }, context);
		const card = privateCard(check, ALL_RIGHTS, context);
		const [, id] = /1\|check\|take\|([^"]*)"/.exec(JSON.stringify(card.components))!;
		const recalled = recallCheck(['take', ...id!.split('|')], card.embeds!, context)!;
		expect([recalled.changed, recalled.isExtract, recalled.report.isCut]).toEqual([false, true, check.report.isCut]);
	});

	it('is not there where not even the claims fit, and the answer says so', () => {
		const long = Array.from({ length: 12 }, (_, index) => `${phrases[index * 7]} ${'*_*'.repeat(60)}`).join('. ');
		const check = newCheck({ text: `${long} ${'pizza '.repeat(100)}` }, context);
		const card = privateCard({ ...check, text: undefined }, ALL_RIGHTS, context);
		expect(card.embeds).toHaveLength(1);
		expect(card.embeds![0]!.description).toContain('too long to be posted');
		expect(JSON.stringify(card.components)).not.toContain('1|check|');
	});
});
