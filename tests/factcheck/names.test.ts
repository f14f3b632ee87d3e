import { describe, expect, it } from 'vitest';
import { readClause } from '../../src/factcheck/reading.ts';
import { openWithKnowledge } from './open.ts';

const { knowledge } = await openWithKnowledge();
const namedBy = (text: string) => new Set(readClause(text, knowledge.index).slots.flatMap(({ slot }) => slot.names));

describe('who is meant by a family name alone', () => {
	it.each([
		['Yamada was sentenced at Khabarovsk', 'yamada-otozo'],
		['Umezu signed it', 'umezu-yoshijiro'],
		['Хатояма поехал в Москву', 'hatoyama-ichiro'],
		['鳩山はモスクワへ行った', 'hatoyama-ichiro'],
		['ブリュヘルが指揮した', 'blyukher-vasily'],
		['Tanaka wrote it', 'tanaka-giichi'],
	])('%s', (text, id) => {
		expect([...namedBy(text)]).toContain(id);
	});

	it.each([
		['a word that is a family name as well', 'communism grew there', 'grew-joseph'],
		['a word that sounds like a short name', 'it was a bit late', 'witte-sergei'],
		['another word that does', 'пару слов', 'pal-radhabinod'],
		['a given name', 'Theodore wrote it', 'roosevelt-theodore'],
	])('not by %s: %s', (_, text, id) => {
		expect([...namedBy(text)]).not.toContain(id);
	});

	it('knows a short name as it is written', () => {
		expect([...namedBy('Witte signed it')]).toContain('witte-sergei');
		expect([...namedBy('Витте подписал')]).toContain('witte-sergei');
	});
});

describe('what is called by a word and letters', () => {
	it.each([
		['V-J Day was in August', 'surrender-of-japan-1945'],
		['the VJ day of 1945', 'surrender-of-japan-1945'],
		['Peter I went to Holland', 'peter-the-great'],
	])('%s', (text, id) => {
		expect([...namedBy(text)]).toContain(id);
	});

	it.each(['in the sun of the day', 'the dean of the school', 'the monks of the monastery', 'an operation of the police'])(
		'not by the word alone: %s',
		(text) => {
			expect([...namedBy(text)]).toEqual([]);
		},
	);
});
