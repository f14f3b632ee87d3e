import { describe, expect, it } from 'vitest';
import { dice } from '../../scripts/learn/boost.ts';
import { swapped } from '../../scripts/learn/swaps.ts';
import { openDataset } from '../library.ts';

const { dataset } = await openDataset();

const wrongs = (text: string, language: 'en' | 'ja' | 'ru') => {
	const random = dice(1);
	return new Set(Array.from({ length: 200 }, () => swapped(text, language, dataset, random)));
};

describe('a claim told wrongly in one detail', () => {
	it('puts somebody else in the place of a person', () => {
		const found = [...wrongs('Molotov signed in April', 'en')];
		expect(found.length).toBeGreaterThan(20);
		for (const text of found) expect(text).toMatch(/^(?!Molotov).+ signed in April$|^Molotov refused to sign in April$/u);
	});

	it('puts another place where something was', () => {
		expect([...wrongs('they met in Vladivostok', 'en')]).toContain('they met in Geneva');
		expect([...wrongs('ポーツマスで会った', 'ja')]).toContain('ベルリンで会った');
		expect(wrongs('they met in April', 'en')).toEqual(new Set([undefined]));
	});

	it('exchanges who did it and to whom, but not two who did it together', () => {
		expect([...wrongs('Japan attacked China', 'en')]).toContain('China attacked Japan');
		expect([...wrongs('Japan and China fought', 'en')]).not.toContain('China and Japan fought');
	});

	it('turns an outcome about', () => {
		expect(wrongs('they won it', 'en')).toEqual(new Set(['they lost it']));
		expect(wrongs('日露どちらが勝ったのか', 'ja')).toEqual(new Set(['日露どちらが負けたのか']));
	});

	it('takes no part of a word for a name, and makes nothing of a text without a detail', () => {
		expect(wrongs('it was fireworks', 'en')).toEqual(new Set([undefined]));
		expect(wrongs('это было давно', 'ru')).toEqual(new Set([undefined]));
	});

	it('makes no other state of Russia and the Soviet Union', () => {
		expect([...wrongs('ソ連が入った', 'ja')]).not.toContain('ロシアが入った');
	});
});
