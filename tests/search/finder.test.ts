import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Kind } from '../../src/dataset/schema.ts';
import { EVIDENCE } from '../../src/search/evidence.ts';
import { createFinder, type FindResult, type Weighed } from '../../src/search/finder.ts';
import { buildIndex } from '../../src/search/index.ts';
import { judge, searchModel } from '../../src/search/judge.ts';
import { readQuery } from '../../src/search/query.ts';
import { buildVocabulary, slipsBetween, Vocabulary } from '../../src/search/vocabulary.ts';
import { ENTRIES } from './small-dataset.ts';

const finder = createFinder(ENTRIES, buildIndex(ENTRIES));
const idsOf = (result: FindResult): string[] =>
	(result.kind === 'miss' ? result.guesses : result.kind === 'choices' ? result.matches : [result.match, ...result.others]).map(
		({ entry }) => entry.id,
	);
const find = (query: string, ...kinds: Kind[]) => finder.find(query, kinds.length > 0 ? { kinds } : {});

describe('find', () => {
	it.each<[query: string, kind: FindResult['kind'], first: string]>([
		['Treaty of Portsmouth', 'exact', 'treaty-of-portsmouth-1905'],
		['ポーツマス条約', 'exact', 'treaty-of-portsmouth-1905'],
		['nomonhan', 'exact', 'khalkhin-gol-1939'],
		['のもんはん事件', 'exact', 'khalkhin-gol-1939'],
		['sfpt', 'exact', 'neutrality-pact-1941'],
		['日ソ中立條約', 'exact', 'neutrality-pact-1941'],
		['portsmoth treaty', 'clear', 'treaty-of-portsmouth-1905'],
		['treaty portsmouth', 'clear', 'treaty-of-portsmouth-1905'],
		['portsm', 'clear', 'treaty-of-portsmouth-1905'],
		['中立条約', 'clear', 'neutrality-pact-1941'],
		['нейтралитет', 'clear', 'neutrality-pact-1941'],
		['13 april 1941', 'clear', 'neutrality-pact-1941'],
		['昭和16年4月13日', 'clear', 'neutrality-pact-1941'],
		['13 avril 1941', 'clear', 'neutrality-pact-1941'],
		['am 13. April 1941', 'clear', 'neutrality-pact-1941'],
		['62,068 dead', 'clear', 'siberian-internment-deaths'],
		['wie viele japanische Kriegsgefangene starben in Sibirien?', 'clear', 'siberian-internment-deaths'],
		['多少日本战俘死在西伯利亚?', 'clear', 'siberian-internment-deaths'],
		['시베리아에서 일본군 포로가 몇 명 죽었나요?', 'clear', 'siberian-internment-deaths'],
		['6万人 死亡', 'clear', 'siberian-internment-deaths'],
		['how many japanese pows perished in siberia?', 'clear', 'siberian-internment-deaths'],
		['сколько умерло в плену', 'clear', 'siberian-internment-deaths'],
		['did the ussr violate the neutrality pact', 'clear', 'did-soviet-entry-break-pact'],
		['unit 731', 'exact', 'unit-731'],
		['жуков', 'clear', 'zhukov-georgy'],
		['Zhukow', 'clear', 'zhukov-georgy'],
	])('%s is %s: %s', (query, kind, first) => {
		const result = find(query);
		expect([result.kind, idsOf(result)[0]]).toEqual([kind, first]);
	});

	it('puts first what is meant, and beside it what may be meant as well', () => {
		expect(idsOf(find('khalkhin gol'))).toEqual(['khalkhin-gol-river']);
		expect(idsOf(find('khalkhin')).slice(0, 2)).toEqual(['khalkhin-gol-river', 'khalkhin-gol-1939']);
		expect(idsOf(find('neutrality pact'))[0]).toBe('neutrality-pact-1941');
		expect(idsOf(find('pact')).slice(0, 2)).toEqual(['neutrality-pact-1941', 'did-soviet-entry-break-pact']);
	});

	it('takes one word that nothing is called for the beginning of a name', () => {
		expect(idsOf(find('zhu', 'person'))).toEqual(['zhukov-georgy']);
		expect(find('zhx', 'person').kind).toBe('miss');
	});

	it('prefers what the command looks for', () => {
		expect(idsOf(find('khalkhin gol', 'event'))[0]).toBe('khalkhin-gol-1939');
		expect(idsOf(find('khalkhin gol', 'place'))[0]).toBe('khalkhin-gol-river');
	});

	it('leads from the title of a page on a treaty to the treaty, and to the page where pages are looked up', () => {
		const page = { ...ENTRIES.find(({ id }) => id === 'memoir')!, id: 'page', name: { en: 'Treaty of Portsmouth 1905' } } as Entry;
		const withPage = createFinder([...ENTRIES, page], buildIndex([...ENTRIES, page]));
		const found = (kinds?: Kind[]) => {
			const result = withPage.find('treaty of portsmouth (1905)', { kinds });
			return [result.kind, ...idsOf(result)];
		};
		expect(found(['treaty'])).toEqual(['exact', 'treaty-of-portsmouth-1905', 'page']);
		expect(found(['source'])).toEqual(['exact', 'page']);
		expect(found()).toEqual(['exact', 'page']);
	});

	it('takes the count for a count to the last digit, whatever the words beside it', () => {
		expect(idsOf(find('62,068 brave soldiers', 'figures'))[0]).toBe('siberian-internment-deaths');
		expect(find('62,068 martians conquered byzantium', 'figures').kind).toBe('miss');
	});

	it.each(['60k killed', '60 тыс погибших', '50-60k killed', '死者六万'])(
		'leads from a number and what is counted to the figures that give it: %s',
		(query) => {
			for (const kinds of [[], ['place' as const]]) expect(idsOf(find(query, ...kinds))).toEqual(['siberian-internment-deaths']);
			expect(find(query, 'place').kind).toBe('clear');
		},
	);

	it('takes no end of a range for a count to the last digit', () => {
		const legion = {
			...ENTRIES.find(({ id }) => id === 'siberian-internment-deaths')!,
			accounts: [{ at: 'p. 1', says: 'So many.', source: 'a-source', value: { exact: 50_000 } }],
			asks: { en: 'How many were in the legion?' },
			counts: { includes: 'Soldiers' },
			id: 'legion-strength',
			name: { en: 'Strength of the legion' },
			summary: 'How many there were.',
		} as Entry;
		const withLegion = createFinder([...ENTRIES, legion], buildIndex([...ENTRIES, legion]));
		expect(idsOf(withLegion.find('50 to 60k prisoners', { kinds: ['figures'] }))).toEqual(['siberian-internment-deaths']);
	});

	it('misses a number that no figures give, and one of something else', () => {
		expect(['50k killed', '60k killed by napoleon', '60k pizzas'].map((query) => find(query).kind)).toEqual(['miss', 'miss', 'miss']);
	});

	it('finds a name by its beginning and a Han name with a wrong character', () => {
		expect(idsOf(find('soviet japanese neut'))[0]).toBe('neutrality-pact-1941');
		expect(idsOf(find('中位条約'))[0]).toBe('neutrality-pact-1941');
	});

	it('reads a day either way round, and a season by what filled it', () => {
		expect(idsOf(find('5/9/1905'))[0]).toBe('treaty-of-portsmouth-1905');
		expect(idsOf(find('summer 1939'))[0]).toBe('khalkhin-gol-1939');
	});

	it('takes a state for the one that was named, and the question for the one that was asked', () => {
		expect(idsOf(find('did japan break the neutrality pact'))[0]).not.toBe('siberian-internment-deaths');
		expect(idsOf(find('did the soviet entry break the pact?'))[0]).toBe('did-soviet-entry-break-pact');
	});

	it('leads to the right name under the wrong command', () => {
		expect(idsOf(find('unit 731', 'treaty'))[0]).toBe('unit-731');
		expect(idsOf(find('zhukov', 'place'))[0]).toBe('zhukov-georgy');
	});

	it.each(['sov jap neutrality pact', 'jap sov neutrality treaty'])('reads clipped names of states: %s', (query) => {
		expect(find(query, 'person')).toMatchObject({ kind: 'clear', match: { entry: { id: 'neutrality-pact-1941' } } });
	});

	it.each(['neut. pact', 'sov.-jap. neutr. pact', 'сов.-яп. пакт о нейтралитете'])(
		'reads words that are clipped with a point: %s',
		(query) => {
			expect(find(query, 'treaty')).toMatchObject({ kind: 'clear', match: { entry: { id: 'neutrality-pact-1941' } } });
		},
	);

	it('reads them although some entry happens to be called by the same letters', () => {
		const magazine = { ...ENTRIES.find(({ id }) => id === 'memoir')!, id: 'magazine', name: { en: 'Sov Jap Neutr' } } as Entry;
		const withMagazine = createFinder([...ENTRIES, magazine], buildIndex([...ENTRIES, magazine]));
		expect(withMagazine.find('sov.-jap. neutr. pact', { kinds: ['treaty'] })).toMatchObject({
			kind: 'clear',
			match: { entry: { id: 'neutrality-pact-1941' } },
		});
	});

	it.each([
		['zhuk geor', 'zhukov-georgy'],
		['jut kom', 'komura-jutaro'],
		['жук геор', 'zhukov-georgy'],
	])('completes clipped words in any order: %s', (query, id) => {
		expect(find(query)).toMatchObject({ kind: 'clear', match: { entry: { id } } });
	});

	it.each(['gol port', 'unit piz', 'jut zhuk', 'war geor'])('completes no words that stand in no one title: %s', (query) => {
		expect(find(query).kind).toBe('miss');
	});

	it('leads from a keyword alone to the few entries that have it', () => {
		expect(find('steppe air war')).toMatchObject({ kind: 'clear', match: { entry: { id: 'khalkhin-gol-1939' } }, others: [] });
		expect(idsOf(find('Matsuoka Stalin embrace')).sort()).toEqual(['did-soviet-entry-break-pact', 'neutrality-pact-1941']);
		expect(idsOf(find('Matsuoka Stalin embrace', 'question'))).toEqual(['did-soviet-entry-break-pact', 'neutrality-pact-1941']);
		expect(find('steppe air pizza').kind).toBe('miss');
	});

	it('takes the bare name of a person or place for what is named after it, where a single entry of the asked kind is', () => {
		expect(idsOf(find('Komura', 'person'))).toEqual(['komura-jutaro']);
		expect(idsOf(find('Komura', 'treaty'))).toEqual(['treaty-of-portsmouth-1905', 'komura-jutaro']);
		expect(idsOf(find('Komura', 'event'))).toEqual(['komura-jutaro']);
		expect(idsOf(find('Komura', 'source'))).toEqual(['memoir', 'komura-jutaro']);
	});

	it('shows the name that matched when it is not the title', () => {
		const result = find('nomonhan');
		expect(result.kind === 'exact' && result.match.alias).toBe('Nomonhan');
		const title = find('Treaty of Portsmouth');
		expect(title.kind === 'exact' && title.match.alias).toBeUndefined();
	});

	it.each(['battle of hastings', 'treaty of versailles', 'asdf qwerty', '朝鮮戦争', 'pizza', '!!!', '', '🎉🎉', '2+2', 'ыыыыы', 'aaaaaaa'])(
		'misses %j honestly',
		(query) => {
			expect(find(query).kind).toBe('miss');
		},
	);

	it.each(['who won the battle of waterloo', 'vasily zhukov', 'did germany break the pact', 'tell me a joke'])(
		'misses %j, which shares a word with an entry',
		(query) => {
			expect(find(query).kind).toBe('miss');
		},
	);

	it.each([
		'hundred years war',
		"Thirty Years' War",
		'the Seven Years War',
		'Столетняя война',
		'三十年戦争',
		'war of the roses',
		'zzzzzz',
		'中壁之战',
	])('misses %j, which is made of words or sounds that an entry has', (query) => {
		expect(find(query).kind).toBe('miss');
	});

	it('takes anything that can be typed, with the same result each time', () => {
		const another = createFinder(ENTRIES, buildIndex(ENTRIES));
		fc.assert(
			fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (query) => {
				const result = another.find(query);
				expect(another.find(query)).toEqual(result);
				expect(another.suggest(query).length).toBeLessThanOrEqual(25);
			}),
			{ numRuns: 300 },
		);
	});

	it('answers a query of any length by its beginning', () => {
		expect(idsOf(find(`nomonhan ${'x'.repeat(6000)}`)).length).toBeLessThanOrEqual(10);
		expect(find('а'.repeat(6000)).kind).toBe('miss');
	});

	it('takes a word that merely begins a name for the name, unless an unknown number stands beside it', () => {
		expect(find('portsm', 'treaty')).toMatchObject({ kind: 'clear', match: { entry: { id: 'treaty-of-portsmouth-1905' } } });
		expect(find('portsm 1905', 'treaty')).toMatchObject({ kind: 'clear', match: { entry: { id: 'treaty-of-portsmouth-1905' } } });
		expect(find('portsm 22', 'treaty').kind).toBe('miss');
	});

	it('guesses at the entries that name somebody who is none', () => {
		const river = ENTRIES.find(({ id }) => id === 'khalkhin-gol-river')!;
		const told = { ...river, accounts: [{ at: 'p. 1', says: 'Komatsubara crossed it.', source: 'a-source' }], id: 'river' } as Entry;
		const withTold = createFinder([...ENTRIES, told], buildIndex([...ENTRIES, told]));
		expect(withTold.find('Komatsubara', { kinds: ['person'] })).toMatchObject({ guesses: [{ entry: { id: 'river' } }], kind: 'miss' });
		expect(withTold.find('Komatsu', { kinds: ['person'] })).toEqual({ guesses: [], kind: 'miss' });
	});

	it('knows a name of which two letters changed places', () => {
		const sakhalin = { ...ENTRIES.find(({ id }) => id === 'khalkhin-gol-river')!, id: 'sakhalin', name: { en: 'Sakhalin' } } as Entry;
		const withSakhalin = createFinder([...ENTRIES, sakhalin], buildIndex([...ENTRIES, sakhalin]));
		expect(withSakhalin.find('saklahin', { kinds: ['place'] })).toMatchObject({ kind: 'clear', match: { entry: { id: 'sakhalin' } } });
		expect(withSakhalin.find('saklahen', { kinds: ['place'] }).kind).toBe('miss');
	});

	it('takes what is said over and over for what is said twice', () => {
		const vocabulary = new Vocabulary(buildIndex(ENTRIES).vocabulary);
		const wordsOf = (text: string) => readQuery(text, vocabulary).words.map(({ token }) => token.text);
		expect(wordsOf('everyone '.repeat(50))).toEqual(['everyone', 'everyone']);
		expect(wordsOf('pact pact pact nomonhan pact')).toEqual(['pact', 'pact', 'nomonhan']);
	});

	it('sets aside whom a text mentions and what it pings', () => {
		for (const mentions of [
			'@everyone',
			'<@731>',
			'<@!731> <@&62068>',
			'<#1939>',
			'<:nomonhan:1939>',
			'<a:pact:731>',
			'</event nomonhan:731>',
			'<t:731:R>',
		])
			expect([mentions, find(mentions), finder.suggest(mentions)]).toEqual([mentions, { guesses: [], kind: 'miss' }, finder.suggest('')]);
		expect(find('@everyone '.repeat(600))).toEqual({ guesses: [], kind: 'miss' });
		expect(find('<@731> nomonhan @here')).toEqual(find('nomonhan'));
		expect(find('everyone@here.example').kind).toBe('miss');
	});

	it('finds every entry by each of its titles', () => {
		const lost = ENTRIES.flatMap((entry) => Object.values(entry.name).filter((name) => !idsOf(find(name, entry.kind)).includes(entry.id)));
		expect(lost).toEqual([]);
	});
});

describe('the model', () => {
	it('was learned from the evidence that the code gathers', () => {
		find('portsmoth treaty');
		expect(searchModel().trees.names).toEqual(EVIDENCE);
	});

	it('says that nothing is meant, or how likely each entry is, in shares of one', () => {
		const seen: Weighed[] = [];
		const watched = createFinder(ENTRIES, buildIndex(ENTRIES), { observe: (weighed) => void seen.push(weighed) });
		for (const query of ['portsmoth treaty', 'did the ussr violate the neutrality pact', 'battle of hastings']) watched.find(query);
		const { judged, none } = judge([], [], searchModel().trees);
		expect([judged, none]).toEqual([[], 1]);
		for (const { entries, rows } of seen) {
			expect(rows.map((row) => row.length)).toEqual(entries.map(() => EVIDENCE.length));
			expect(rows.every((row) => row.every(Number.isFinite))).toBe(true);
		}
	});
});

describe('suggest', () => {
	it('offers what begins like the text, best first', () => {
		expect(finder.suggest('khal').map(({ entry }) => entry.id)).toEqual(['khalkhin-gol-river', 'khalkhin-gol-1939']);
	});

	it('shows the entry from the first letters of any of its names, in any script', () => {
		const lost = ENTRIES.filter(({ kind }) => kind !== 'source').flatMap((entry) =>
			Object.values(entry.name)
				.map((name) => [...name].slice(0, 4).join(''))
				.filter((typed) => !finder.suggest(typed, { kinds: [entry.kind], limit: 3 }).some((match) => match.entry.id === entry.id))
				.map((typed) => `${typed} ${entry.id}`),
		);
		expect(lost).toEqual([]);
		expect(finder.suggest('のもんは')[0]?.entry.id).toBe('khalkhin-gol-1939');
		expect(finder.suggest('ноmon')[0]?.entry.id).toBe('khalkhin-gol-1939');
	});

	it('finds a name from each of its words', () => {
		expect(finder.suggest('gol').map(({ alias, entry }) => [entry.id, alias])).toEqual([
			['khalkhin-gol-1939', 'Halhin Gol'],
			['khalkhin-gol-river', undefined],
		]);
	});

	it('reads a slip where no word goes on so', () => {
		expect(finder.suggest('halkh').map(({ alias, entry }) => [entry.id, alias])).toEqual([['khalkhin-gol-1939', 'Halhin Gol']]);
	});

	it('offers what is named though not of the kind that is looked up', () => {
		expect(finder.suggest('zhuk', { kinds: ['treaty'] }).map(({ entry }) => entry.id)).toEqual(['zhukov-georgy']);
	});

	it('offers entries of the command for an empty text, and no sources where none were asked for', () => {
		expect(finder.suggest('', { kinds: ['treaty'] }).map(({ entry }) => entry.id)).toEqual([
			'neutrality-pact-1941',
			'treaty-of-portsmouth-1905',
		]);
		expect(finder.suggest('').some(({ entry }) => entry.kind === 'source')).toBe(false);
	});
});

describe('near terms', () => {
	/** By the book: the full table of Damerau's distance without repeated edits. */
	const slowly = (a: string, b: string): number => {
		const table = Array.from({ length: a.length + 1 }, (_, i) =>
			Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
		);
		for (let i = 1; i <= a.length; i++) {
			for (let j = 1; j <= b.length; j++) {
				table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
				if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
					table[i]![j] = Math.min(table[i]![j]!, table[i - 2]![j - 2]! + 1);
			}
		}
		return table[a.length]![b.length]!;
	};
	const word = fc.string({ maxLength: 12, minLength: 1, unit: fc.constantFrom(...'abcde') });

	it('counts slips as the full table does, up to the limit', () => {
		fc.assert(
			fc.property(
				word,
				word,
				fc.integer({ max: 3, min: 0 }),
				(a, b, limit) => Math.min(slipsBetween(a, b, limit), limit + 1) === Math.min(slowly(a, b), limit + 1),
			),
		);
	});

	it('finds every word one slip away from one of five letters or more', () => {
		const words = ['shimoda', 'iturup', 'portsmouth', 'nomonhan', 'gegenmiao'];
		const vocabulary = new Vocabulary(buildVocabulary(words));
		const slipped = words.flatMap((name) =>
			Array.from({ length: name.length - 1 }, (_, at) => [name, name.slice(0, at) + name.slice(at + 1)] as const).filter(
				([, typed]) => typed.length > 4,
			),
		);
		expect(slipped.filter(([name, typed]) => !vocabulary.near(typed).some(({ term }) => vocabulary.terms[term] === name))).toEqual([]);
	});
});
