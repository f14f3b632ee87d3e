import { describe, expect, it } from 'vitest';
import { actorsOf } from '../../src/factcheck/actors.ts';
import { inActiveOrder } from '../../src/factcheck/word-order.ts';

describe('who did it stands first', () => {
	it.each([
		['Japan was attacked by the USSR in August 1945', 'the USSR attacked Japan in August 1945'],
		['War was declared on Japan by the Soviet Union', 'the Soviet Union declared War on Japan'],
		['Japan was never beaten by Russia', 'Russia never beat Japan'],
		['In 1905, Russia was defeated by Japan', 'In 1905, Japan defeated Russia'],
		['Россию разгромила Япония в 1905 году', 'Япония разгромила Россию в 1905 году'],
		['Войну Японии объявил Советский Союз', 'Советский Союз объявил Войну Японии'],
		['Пакт был нарушен Японией', 'Япония Пакт был нарушен'],
		['日本はソ連に攻撃された', 'ソ連は日本に攻撃した'],
	])('%s', (text, expected) => {
		expect(inActiveOrder(text)).toBe(expected);
	});

	it.each([
		'The pact was signed by Matsuoka',
		'The talks were held by the sea',
		'Япония победила СССР',
		'日本はソ連に宣戦布告した',
		'Russia was defeated in 1905',
		'The islands were not taken by the Soviets',
	])('and what tells of nobody, or tells it so, stays: %s', (text) => {
		expect(inActiveOrder(text)).toBe(text);
	});
});

describe('the name of a war tells who took part, not who acted', () => {
	it.each([
		['In the Russo-Japanese War Japan won', ['japan']],
		['В русско-японской войне победила Россия', ['russia']],
		['日露戦争でロシアは日本に負けた', ['russia', 'japan']],
		['ソ連は日ソ中立条約を破った', ['russia']],
	])('%s', (text, expected) => {
		expect(actorsOf(text)).toEqual(expected);
	});
});
