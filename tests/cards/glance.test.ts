import { beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/answer.ts';
import { entryCard } from '../../src/cards/entry-card.ts';
import { glanceOf } from '../../src/cards/glance.ts';
import { voiceOf } from '../../src/cards/voices.ts';
import type { Account, FiguresEntry, Quantity, QuestionEntry } from '../../src/dataset/schema.ts';
import { createContext, openDataset } from '../library.ts';

let context: Context;
beforeAll(async () => {
	context = await createContext(await openDataset());
});

const SOURCES = ['sankei-2025', 'scmp-2021', 'suzuki-short-history', 'kirichenko-review-2023', 'valdai-2019'] as const;

function figures(...values: readonly Quantity[]): FiguresEntry {
	const accounts = values.map((value, index) => ({ at: '¶1', says: 'A number.', source: SOURCES[index % SOURCES.length]!, value }));
	return {
		accounts,
		counts: { includes: 'all' },
		id: 'a-number',
		kind: 'figures',
		name: { en: 'A number', ja: '数', ru: 'Число' },
		summary: 'A number.',
		topics: ['captivity'],
		unit: 'deaths',
	} as unknown as FiguresEntry;
}

const linesOf = (entry: FiguresEntry | QuestionEntry) =>
	glanceOf(entry, context.library.dataset, context.speaker).flatMap(({ value }) => value.split('\n'));

describe('estimates at a glance', () => {
	it('stand from the smallest to the largest, each where it lies on one scale', () => {
		expect(linesOf(figures({ atMost: 400 }, { about: 150 }, { range: [100, 500] }, { exact: 100 }, { atLeast: 300 }))).toEqual([
			'`█░░░░░░░░░` **100** · Review of Kirichenko',
			'`██████████` **100–500** · I. Suzuki',
			'`░█░░░░░░░░` **about 150** · South China Morning Post',
			'`░░░░░█▒▒▒▒` **at least 300** · Valdai report',
			'`▒▒▒▒▒▒▒█░░` **at most 400** · Sankei Shimbun',
		]);
	});

	it('that are one amount stand on one line, each voice once', () => {
		expect(linesOf(figures({ exact: 1 }, { exact: 2 }, { exact: 2 }, { exact: 3 }, { exact: 3 }, { exact: 1 }))).toEqual([
			'`█░░░░░░░░░` **1** · Sankei Shimbun',
			'`░░░░░█░░░░` **2** · South China Morning Post; I. Suzuki',
			'`░░░░░░░░░█` **3** · Review of Kirichenko; Valdai report',
		]);
	});

	it('that lie far apart stand on a logarithmic scale, and it says so', () => {
		const [field] = glanceOf(figures({ exact: 10 }, { exact: 100 }, { exact: 10_000 }), context.library.dataset, context.speaker);
		expect(field).toEqual({
			inline: false,
			name: 'At a glance, on one logarithmic scale',
			value: '`█░░░░░░░░░` **10** · Sankei Shimbun\n`░░░█░░░░░░` **100** · South China Morning Post\n`░░░░░░░░░█` **10,000** · I. Suzuki',
		});
	});

	it.each([
		['two only', [{ exact: 1 }, { exact: 2 }]],
		['all one', [{ exact: 5 }, { exact: 5 }, { about: 5 }]],
	] as const)('are left to the columns: %s', (_, values) => {
		expect(linesOf(figures(...values))).toEqual([]);
	});
});

describe('the dataset at a glance', () => {
	const voicesOf = (accounts: readonly Account[]) => accounts.map((account) => voiceOf(account, context.library.dataset, context.speaker));

	it('leaves out no voice and no whole estimate', () => {
		const missing = context.library.dataset.ofKind('figures').flatMap((entry) => {
			const lines = linesOf(entry);
			const whole = entry.accounts.filter(({ part }) => !part);
			return lines.length === 0
				? []
				: voicesOf(whole).flatMap(({ name }) => (lines.some((line) => line.includes(name)) ? [] : [`${entry.id}: ${name}`]));
		});
		expect(missing).toEqual([]);
	});

	it('has a line for every position of a question, and stands on its first page above the columns', () => {
		for (const entry of context.library.dataset.ofKind('question')) {
			if (entry.positions.length < 2) continue;
			expect([entry.id, linesOf(entry).length]).toEqual([entry.id, entry.positions.length]);
			expect(entryCard(entry, context).embeds![0]!.fields![0]!.name).toBe('At a glance');
		}
	});
});

describe('what is disputed', () => {
	it('stands under an event as its own entries count it', () => {
		const event = context.library.dataset.get('khalkhin-gol-1939')!;
		const field = entryCard(event, context).embeds![0]!.fields!.find(({ name }) => name === 'What is disputed about it')!;
		expect(field.value.split('\n').length).toBeGreaterThan(2);
		for (const line of field.value.split('\n')) {
			const [, name, kind, count] = /^• (.+) – \*\*(Contested|Agreed):\*\* (\d+) /.exec(line)!;
			const entry = context.library.dataset.entries.find((other) => other.name.en === name);
			expect(
				entry?.kind === 'question'
					? [entry.positions.length]
					: entry?.kind === 'figures'
						? [entry.accounts.filter(({ part }) => !part).length]
						: [],
			).toEqual([Number(count)]);
			expect(kind).toBeDefined();
		}
	});
});
