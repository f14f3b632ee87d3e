import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountsOf } from '../../src/dataset/walk.ts';
import { buildSpelling, Spelling } from '../../src/factcheck/spelling.ts';
import { openWithKnowledge } from './open.ts';

const often = (word: string, times: number) => Array.from({ length: times }, () => `it was ${word} there`);

describe('a small dataset', () => {
	const spelling = new Spelling(
		buildSpelling(
			['Khvostov wrote to Hirota', 'the whole garrison'],
			[...often('thousand', 60), ...often('signed', 60), ...often('russian', 600), ...often('trips', 60), ...often('troops', 300)],
			['singed'],
		),
	);

	it.each([
		['a letter left out', 'a thousnd men', 'a thousand men'],
		['letters swapped', 'it was sigend', 'it was signed'],
		['the likelier of two', 'the trops', 'the troops'],
		['a word of the language', 'he singed his beard', 'he singed his beard'],
		['a word of the dataset', 'Hirota', 'Hirota'],
		['another first letter', 'the prussian army', 'the prussian army'],
		['a stranger’s name', 'Singed', 'Singed'],
		['a frequent name', 'Russan', 'Russian'],
		['capitals', 'A THOUSND MEN', 'A THOUSND MEN'],
		['a handle', '@thousnd', '@thousnd'],
		['a contraction', 'it signe’t', 'it signe’t'],
	])('%s: %s', (_, text, mended) => {
		expect(spelling.mended(text)).toBe(mended);
	});
});

describe('the dataset that comes with the program', async () => {
	const { knowledge, library } = await openWithKnowledge();
	const { spelling } = knowledge.index;

	it.each([
		['Japan nver broke the pact', 'Japan never broke the pact'],
		['sixty thousnd prisonrs', 'sixty thousand prisoners'],
		['в плену умерло шестьдесят тысячь', 'в плену умерло шестьдесят тысяч'],
		['ノモンハン事件', 'ノモンハン事件'],
		['sovs had liek 12k ded', 'soviets had like 12k dead'],
		['they shoulda lost more then 10k', 'they should have lost more than 10k'],
		['савецкие и савецким высадились посли боя', 'советские и советским высадились после боя'],
		['ихние потери, токо в газетах', 'их потери, только в газетах'],
		['600тыщ, не тыщ сорок', '600 тысяч, не тысяч сорок'],
		['Ded Moroz and Dat Tran met each other, then left', 'Ded Moroz and Dat Tran met each other, then left'],
		['some went north, more then came home', 'some went north, more then came home'],
		['некогда японский, некому, недели, неправда, немало', 'некогда японский, некому, недели, неправда, немало'],
		['японские военные, большие послы, выйти', 'японские военные, большие послы, выйти'],
		['меморандума небыло', 'меморандума не было'],
		['через недели, ненавидел, неизвестный', 'через недели, ненавидел, неизвестный'],
		['if so, then not; the other man then left', 'if so, then not; the other man then left'],
		["they weren't there and didn't sign", "they weren't there and didn't sign"],
		['Prussians and Austrians at the Somme', 'Prussians and Austrians at the Somme'],
	])('%s', (text, mended) => {
		expect(spelling.mended(text)).toBe(mended);
	});

	it('leaves every account as it is', () => {
		const told = library.dataset.entries.flatMap((entry) =>
			entry.kind === 'source' ? [] : [entry.summary, ...accountsOf(entry).map(({ account }) => account.says)],
		);
		expect(told.length).toBeGreaterThan(1_000);
		expect(told.filter((text) => spelling.mended(text) !== text)).toEqual([]);
	});

	it('mends once what it mends, and no other word, whichever letters are left out', () => {
		const words = 'thousand prisoners never signed soviets declared russians returned тысяч пленных подписал нарушила'.split(' ');
		const slip = fc.tuple(fc.constantFrom(...words), fc.nat(20)).map(([word, at]) => {
			const place = 1 + (at % (word.length - 1));
			return word.slice(0, place) + word.slice(place + 1);
		});
		fc.assert(
			fc.property(fc.array(slip, { minLength: 1, maxLength: 6 }), (slips) => {
				const mended = spelling.mended(slips.join(' '));
				expect(spelling.mended(mended)).toBe(mended);
				expect(mended.split(' ').map((word) => word[0])).toEqual(slips.map((word) => word[0]));
			}),
		);
	});
});
