/** Lines of autocomplete: what is typed again is not looked up again, and is never mixed up with what others typed. */
import { expect, test } from 'vitest';
import { suggestChoices } from '../../src/cards/finding.ts';
import { choicesOf } from '../../src/fronts/reply.ts';
import { createContext, openDataset } from '../library.ts';

const library = await openDataset();
const english = await createContext(library);
const japanese = await createContext(library, 'ja');

test('the same list is offered, and sent as the same bytes, whenever the same is typed', () => {
	const first = suggestChoices('khal', ['event'], english);
	suggestChoices('portsm', ['treaty'], english);
	const again = suggestChoices('khal', ['event'], english);
	expect(first[0]).toMatchObject({ value: 'id:khalkhin-gol-1939' });
	expect(again).toBe(first);
	expect(choicesOf(first)).toMatchObject({ body: { data: { choices: first }, type: 8 } });
	expect(choicesOf(first).bytes!()).toEqual(choicesOf(again).bytes!());
});

test('what is sent is what the body says, whatever stands in the names', () => {
	for (const text of ['khal', 'ноmon', '中立', 'nothing is called so', '"']) {
		const { body, bytes } = choicesOf(suggestChoices(text, undefined, japanese));
		expect(JSON.parse(Buffer.from(bytes!()).toString('utf8'))).toEqual(body);
	}
});

test('another kind, another language and another text have lists of their own', () => {
	const events = suggestChoices('zhuk', ['event'], english);
	expect(suggestChoices('zhuk', ['person'], english)[0]).toMatchObject({ value: 'id:zhukov-georgy' });
	expect(suggestChoices('zhuk', ['person'], english)).not.toEqual(events);
	expect(suggestChoices('zhuk', ['person'], japanese)[0]!.name).toContain('人物');
	expect(suggestChoices('zhuk', undefined, english)).toEqual(library.finder.suggest('zhuk').map(() => expect.anything()));
	expect(suggestChoices('zhu', ['event'], english)).not.toBe(events);
});

test('a word inside a name is enough, a year is read as one, and where nothing of a kind is named so, what has to do with it is offered', () => {
	const offered = (text: string, kind: 'figures' | 'treaty') => suggestChoices(text, [kind], english).map(({ value }) => value);
	expect(offered('casualties at nom', 'figures')).toEqual([
		'id:khalkhin-gol-soviet-losses',
		'id:khalkhin-gol-japanese-losses',
		'id:khalkhin-gol-mongolian-losses',
	]);
	// Japanese names that begin with the year come after what was then.
	expect(offered('1941', 'treaty').slice(0, 2)).toEqual(['id:neutrality-pact-1941', 'id:atlantic-charter-1941']);
	// Neither the names that go on from these letters without a blank, nor those of other years.
	expect(suggestChoices('a war', undefined, english).some(({ value }) => String(value).includes('awareness'))).toBe(false);
	expect(suggestChoices('may 1939', ['event'], english).map(({ value }) => value)).toContain('id:khalkhin-gol-1939');
	// No number is called so: what is comes first, and after it the numbers that have to do with it.
	expect(offered('gulag', 'figures').slice(0, 5)).toEqual([
		'id:siberian-camps',
		'id:japanese-camps-ussr',
		'id:siberian-internment',
		'id:siberian-internment-deaths',
		'id:siberian-internment-captives',
	]);
});

test('words of a name are enough in any order, and of what is begun alike that comes first which the command is for', () => {
	const offered = (text: string, kind: 'event' | 'figures' | 'treaty') => suggestChoices(text, [kind], english).map(({ value }) => value);
	expect(offered('massacre nan', 'event')).toEqual(['id:nanjing-massacre-1937']);
	// “Declares” and “Japan” in one of its names, “entry” in another.
	expect(offered('entry declares jap', 'event')).toEqual(['id:soviet-entry-1945']);
	expect(offered('gol battle', 'event')[0]).toBe('id:khalkhin-gol-1939');
	// A word that is whole is no beginning: “pol” goes on, “po” does not stand for it.
	expect(offered('po massacre katyn', 'event')).not.toEqual(offered('katyn massacre po', 'event'));
	expect(offered('22,000 pol', 'figures')[0]).toBe('id:katyn-deaths');
});

test('a date or a number that is still being typed is offered by what goes on from it, and a whole one as what it is', () => {
	const first = (text: string, kind: 'event' | 'figures' | 'treaty') => suggestChoices(text, [kind], english)[0]?.value;
	for (const text of [
		'13 ap',
		'april 13 19',
		'april 13 194',
		'1941-04-1',
		'1941年4月1',
		'13 апр',
		'1941-4',
		'昭和16年4月',
		'13.04.194',
		'april 13th, 19',
		'13 апр. 1941',
	])
		expect(first(text, 'treaty'), text).toBe('id:neutrality-pact-1941');
	for (const text of ['62,0', '62,068 dea', '62 068', '340 тыся', '62 тыс. яп', '340 thousand dea'])
		expect(first(text, 'figures'), text).toBe('id:siberian-internment-deaths');
	expect(first('516 kille', 'figures')).toBe('id:shumshu-soviet-killed');
	// What is whole is no beginning of something longer: neither 7,696 nor 1 September, nor what merely ended in that month.
	expect(first('76.9', 'figures')).toBe('id:japanese-unfriendly-to-russia-poll');
	expect(first('97.8', 'figures')).toBe('id:kuril-residents-against-handing-over');
	expect(first('1945-8-8', 'event')).toBe('id:soviet-entry-1945');
	expect(suggestChoices('31 december', ['event'], english).map(({ value }) => value)).toEqual(['id:litvinov-maxim', 'id:rosen-roman']);
	// A day inside what lasted longer.
	expect(
		suggestChoices('20 august 1939', ['event'], english)
			.slice(0, 2)
			.map(({ value }) => value),
	).toEqual(['id:khalkhin-gol-offensive-1939', 'id:khalkhin-gol-1939']);
	expect(suggestChoices('1947', ['event'], english).map(({ value }) => value)).toContain('id:siberian-internment');
	// Of numbers the very one comes first.
	expect(first('500', 'figures')).toBe('id:lake-khasan-japanese-deaths');
});

test('no more than 2,000 lists are kept', () => {
	const first = suggestChoices('nomon', ['event'], english);
	for (let number = 0; number < 2_000; number++) suggestChoices(`${number}`, undefined, english);
	const again = suggestChoices('nomon', ['event'], english);
	expect(again).not.toBe(first);
	expect(again).toEqual(first);
});
