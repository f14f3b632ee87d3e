/** Every entry in Japanese and Russian. */
import type { APIInteraction } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Context, MessageJson } from '../../src/answer.ts';
import { compareCard, voicesOf } from '../../src/cards/compare.ts';
import { entryCard } from '../../src/cards/entry-card.ts';
import { suggestChoices } from '../../src/cards/finding.ts';
import type { Entry } from '../../src/dataset/schema.ts';
import { accountsOf } from '../../src/dataset/walk.ts';
import { callbackOf } from '../../src/fronts/reply.ts';
import { LANGUAGES, speakerOf, vocabularyOf } from '../../src/messages/index.ts';
import { englishIn, type Own, ownOf } from '../english.ts';
import { createContext, openDataset } from '../library.ts';
import { checkChoices, checkMessage } from '../standin/limits.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

const problemsOf = (message: MessageJson): string[] => {
	const { body } = callbackOf({ message, outcome: 'info', private: false }, {} as APIInteraction);
	return checkMessage(JSON.parse(JSON.stringify((body as { data: object }).data)) as Record<string, unknown>, []);
};

/** Every page: beyond the last, the last is shown again. */
function pagesOf(entry: Entry, context: Context): MessageJson[] {
	const pages: MessageJson[] = [];
	for (let page = 0; ; page++) {
		const card = entryCard(entry, context, { page });
		if (page > 0 && card.embeds![0]!.footer!.text === pages[0]!.embeds![0]!.footer!.text) return pages;
		if (page > 0 && card.embeds![0]!.footer!.text === pages.at(-1)!.embeds![0]!.footer!.text) return pages;
		pages.push(card);
	}
}

const bare = (text: string) => text.replace(/[\\*_~`|<>[\]()@\u200B-]/g, '').replace(/\s+/g, ' ');

describe.each(OTHERS)('in “%s”, every entry', (language) => {
	let context: Context;
	let entries: readonly Entry[];
	let pages: Map<Entry, MessageJson[]>;
	let dataset: Own;

	beforeAll(async () => {
		const library = await openDataset();
		context = await createContext(library, language);
		entries = library.dataset.entries;
		pages = new Map(entries.map((entry) => [entry, pagesOf(entry, context)]));
		dataset = ownOf(entries);
	});

	it('keeps within the limits of a message on every page, and shows every account with its place', () => {
		const broken = entries.flatMap((entry) => {
			const cards = pages.get(entry)!;
			const problems = cards.flatMap((page, index) => problemsOf(page).map((problem) => `${entry.id} page ${index + 1}: ${problem}`));
			if (entry.kind === 'source') return problems;
			const shown = bare(cards.map((page) => page.embeds![0]!.fields!.map(({ name, value }) => `${name} ${value}`).join(' ')).join(' '));
			const missing = accountsOf(entry).filter(({ account }) => !shown.includes(bare(account.says)) || !shown.includes(bare(account.at)));
			return [...problems, ...missing.map(({ account }) => `${entry.id}: ${account.source}, ${account.at}`)];
		});
		expect(broken).toEqual([]);
	});

	it('has its name in the language, and the English one beside it', () => {
		const wrong = entries.filter((entry) => {
			const [{ description = '', title } = {}] = pages.get(entry)![0]!.embeds!;
			const own = entry.name[language];
			return !own || !title!.startsWith(own.slice(0, 200)) || (own !== entry.name.en && !bare(description).includes(bare(entry.name.en)));
		});
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});

	it('says once on a card in which language the accounts are', () => {
		const telling = language === 'ja' ? '英語' : 'на английском';
		const wrong = entries.filter(
			(entry) => entry.kind !== 'source' && pages.get(entry)!.some((page) => JSON.stringify(page).split(telling).length < 2),
		);
		expect(wrong.map(({ id }) => id)).toEqual([]);
	});

	it('has no English word of ours on it', () => {
		const english = entries.flatMap((entry) =>
			pages.get(entry)!.flatMap((page) => englishIn(page, dataset).map((found) => `${entry.id}: ${found}`)),
		);
		expect(english).toEqual([]);
	});

	it('sets two voices side by side within the limits', () => {
		const broken = entries.flatMap((entry) => {
			if (entry.kind === 'source') return [];
			const [first, second] = voicesOf(entry, context);
			if (!first || !second) return [];
			const card = compareCard(entry, [first, second], context);
			return [...problemsOf(card), ...englishIn(card, dataset)].map((problem) => `${entry.id}: ${problem}`);
		});
		expect(broken).toEqual([]);
	});

	it('is suggested by its name, its kind and its years', () => {
		for (const entry of entries.filter((_, index) => index % 23 === 0)) {
			const choices = suggestChoices(entry.name[language]!, undefined, context);
			expect(checkChoices(choices)).toEqual([]);
			expect(choices.map(({ value }) => value)).toContain(`id:${entry.id}`);
		}
	});
});

describe.each(OTHERS)('the vocabulary “%s”', (language) => {
	it('knows nearly all of what the dataset says in short words', async () => {
		const { dataset } = await openDataset();
		const used = dataset.entries.flatMap((entry): [kind: string, word: string][] => {
			const units = accountsOf(entry).flatMap(({ account }) =>
				account.value && 'unit' in account.value && account.value.unit ? [account.value.unit] : [],
			);
			return [
				...(entry.kind === 'source' ? ([['forms', entry.form]] as [string, string][]) : []),
				...(entry.kind === 'source' || entry.kind === 'person' ? ([['powers', entry.country]] as [string, string][]) : []),
				...(entry.kind === 'treaty' ? entry.parties.map((party): [string, string] => ['powers', party]) : []),
				...(entry.kind === 'figures' ? [entry.unit] : []).map((unit): [string, string] => ['units', unit]),
				...units.map((unit): [string, string] => ['units', unit]),
			];
		});
		const vocabulary = vocabularyOf(language) as unknown as Record<string, Record<string, unknown>>;
		for (const kind of ['forms', 'powers', 'units']) {
			const words = used.filter(([it]) => it === kind).map(([, word]) => word);
			const unknown = words.filter((word) => !Object.hasOwn(vocabulary[kind]!, word));
			expect(unknown.length / words.length, `${kind}: ${[...new Set(unknown)].join(' | ')}`).toBeLessThanOrEqual(0.03);
		}
	});

	it('knows the same words as the other one', () => {
		const wordsIn = (it: string) => Object.entries(vocabularyOf(it)!).map(([kind, words]) => [kind, Object.keys(words).toSorted()]);
		expect(wordsIn(language)).toEqual(wordsIn('ja'));
	});

	it('says an unknown word as the dataset has it', () => {
		const speaker = speakerOf(language);
		expect([speaker.word('forms', 'constructor'), speaker.word('powers', 'Atlantis'), speaker.unit('x')]).toEqual([
			'constructor',
			'Atlantis',
			'x',
		]);
	});
});

describe('amounts', () => {
	it.each([
		['ja', { about: 60_000, unit: 'deaths' }, '死者約60,000人'],
		['ja', { atLeast: 60_000, unit: 'deaths' }, '死者60,000人以上'],
		['ja', { range: [1, 2], unit: 'nothing known' }, '1〜2（nothing known）'],
		['ru', { about: 60_000, unit: 'deaths' }, 'умерших: около 60 000'],
		['ru', { atLeast: 60_000, unit: 'deaths' }, 'умерших: не менее 60 000'],
		['ru', { atMost: 12.5, unit: 'percent' }, 'не более 12,5 %'],
		['ru', { exact: 12.5, unit: 'percent' }, '12,5 %'],
		['en', { atLeast: 60_000, unit: 'deaths' }, 'at least 60,000 deaths'],
	] as const)('in “%s”, %j is %s', async (language, quantity, words) => {
		const { formatQuantity } = await import('../../src/cards/quantities.ts');
		expect(formatQuantity(quantity as never, speakerOf(language))).toBe(words.replace('60 000', '60\u00A0000'));
	});
});
