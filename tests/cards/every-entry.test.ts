import type { APIInteraction } from 'discord-api-types/v10';
import { beforeAll, describe, expect, it } from 'vitest';
import { ACTIONS } from '../../src/actions/index.ts';
import type { Context, MessageJson } from '../../src/answer.ts';
import { citeCard } from '../../src/cards/cite.ts';
import { compareCard, voicesOf } from '../../src/cards/compare.ts';
import { entryCard } from '../../src/cards/entry-card.ts';
import type { Entry } from '../../src/dataset/schema.ts';
import { accountsOf, citationsOf } from '../../src/dataset/walk.ts';
import { callbackOf } from '../../src/fronts/reply.ts';
import { createContext, openDataset } from '../library.ts';
import { checkDescribed, DESCRIPTION_ABSENT, hasDescription } from '../standin/description.ts';
import { checkMessage } from '../standin/limits.ts';

let context: Context;
let entries: readonly Entry[];

beforeAll(async () => {
	const library = await openDataset();
	context = await createContext(library);
	entries = library.dataset.entries;
});

/** Every page of an entry's card. */
function pagesOf(entry: Entry): MessageJson[] {
	const first = entryCard(entry, context);
	const count = Number(/Page \d+ of (\d+)/.exec(first.embeds?.[0]?.footer?.text ?? '')?.[1] ?? 1);
	return [first, ...Array.from({ length: count - 1 }, (_, index) => entryCard(entry, context, { page: index + 1 }))];
}

/** What is wrong with a message as the fronts send it. */
function problemsOf(message: MessageJson): string[] {
	const { body, files } = callbackOf({ message, outcome: 'info', private: false }, {} as APIInteraction);
	const sent = JSON.parse(JSON.stringify((body as { data: object }).data)) as Record<string, unknown>;
	return checkMessage(
		sent,
		files.map((file) => ({ ...file, data: Buffer.from(file.data), field: 'files[0]' })),
	);
}

const textOf = (message: MessageJson) => JSON.stringify(message.embeds);
const bare = (text: string) => text.replace(/[\\*_~`|<>[\]()@\u200B-]/g, '').replace(/\s+/g, ' ');

describe('every entry through every card', () => {
	it('keeps within the limits of a message on every page', () => {
		const broken = entries.flatMap((entry) =>
			pagesOf(entry).flatMap((page, index) => problemsOf(page).map((problem) => `${entry.id} page ${index + 1}: ${problem}`)),
		);
		expect(broken).toEqual([]);
	});

	it('fits Discord’s own description', (test) => {
		if (!hasDescription()) test.skip(DESCRIPTION_ABSENT);
		const broken = entries.flatMap((entry) =>
			pagesOf(entry).flatMap((page, index) =>
				checkDescribed('callback message', { data: page, type: 4 }).map((problem) => `${entry.id} page ${index + 1}: ${problem}`),
			),
		);
		expect(broken).toEqual([]);
	});

	it('shows every account with its words, its voice and its place', () => {
		const missing = entries.flatMap((entry) => {
			if (entry.kind === 'source') return [];
			const shown = bare(
				pagesOf(entry)
					.map((page) => page.embeds![0]!.fields!.map(({ name, value }) => `${name} ${value}`).join(' '))
					.join(' '),
			);
			return accountsOf(entry).flatMap(({ account }) => {
				const says = shown.includes(bare(account.says));
				const place = shown.includes(bare(account.at));
				return says && place ? [] : [`${entry.id}: ${account.source}, ${account.at}`];
			});
		});
		expect(missing).toEqual([]);
	});

	it('names who speaks and from where in every column, for on a phone columns stack', () => {
		const anonymous = entries.flatMap((entry) =>
			entry.kind === 'source'
				? []
				: pagesOf(entry).flatMap((page) =>
						page
							.embeds![0]!.fields!.filter(
								({ inline, name, value }) => inline && !name.startsWith('Note on') && !/^\*[^*]+ · [^*]+\*/.test(value),
							)
							.map(({ name }) => `${entry.id}: ${name}`),
					),
		);
		expect(anonymous).toEqual([]);
	});

	it('sets any two voices side by side within the limits', () => {
		const broken = entries.flatMap((entry) => {
			if (entry.kind === 'source') return [];
			const voices = voicesOf(entry, context);
			return voices
				.slice(1)
				.flatMap((voice, index) =>
					problemsOf(compareCard(entry, [voices[index]!, voice], context)).map((problem) => `${entry.id}: ${problem}`),
				);
		});
		expect(broken).toEqual([]);
	});

	it('lists the references of a source in every page and style', async () => {
		const sources = entries.filter(({ kind }) => kind === 'source').map(({ id }) => id);
		const references = await context.library.bibliography.references(sources, 'chicago');
		expect(references.filter((reference) => reference.length < 10)).toEqual([]);
		expect(references).toHaveLength(sources.length);
		const options = {
			entry: entries[0]!,
			idFor: (page: number) => `1|cite|x|chicago|${page}`,
			menuId: '1|cite|x',
			references,
			style: 'chicago' as const,
		};
		const first = citeCard({ ...options, page: 0 }, context);
		const last = citeCard({ ...options, page: 9_999 }, context);
		expect([...problemsOf(first), ...problemsOf(last)]).toEqual([]);
		expect(textOf(first)).not.toEqual(textOf(last));
	});

	it('turns the pages of references in the message that they opened in, back to the first as well', async () => {
		const cite = ACTIONS.find(({ name }) => name === 'cite')!;
		const press = (id: string) => cite.answer({ args: id.split('|').slice(2), own: true, values: [] }, context);
		const turnsOf = ({ components = [] }: MessageJson) =>
			components.flatMap((row) =>
				'components' in row ? row.components.flatMap((part) => ('label' in part && 'custom_id' in part ? part.custom_id : [])) : [],
			);
		const cited = (entry: Entry) => (entry.kind === 'source' ? 0 : new Set(citationsOf(entry).map(({ id }) => id)).size);
		const most = entries.toSorted((a, b) => cited(b) - cited(a))[0]!;
		const opened = await press(`1|cite|${most.id}`);
		const [, next] = turnsOf(opened.message);
		const second = await press(next!);
		const [previous] = turnsOf(second.message);
		const back = await press(previous!);
		expect([opened, second, back].map(({ private: alone, update }) => [alone, update ?? false])).toEqual([
			[true, false],
			[true, true],
			[true, true],
		]);
		expect(second.message).not.toEqual(opened.message);
		expect(back.message).toEqual(opened.message);
	});

	it('leads every button and menu to an answer within the limits', async () => {
		const actions = new Map(ACTIONS.map((action) => [action.name, action]));
		const broken: string[] = [];
		for (const entry of entries) {
			for (const row of entryCard(entry, context).components ?? []) {
				if (!('components' in row)) continue;
				for (const part of row.components) {
					if (!('custom_id' in part)) continue;
					const [version, name, ...args] = part.custom_id.split('|');
					const values = 'options' in part ? [part.options.at(-1)!.value] : [];
					const answer = await actions.get(name!)!.answer({ args, own: true, values }, context);
					if (version !== '1' || (answer.outcome === 'refused' && name !== 'compare'))
						broken.push(`${entry.id}: ${part.custom_id} is refused`);
					broken.push(...problemsOf(answer.message).map((problem) => `${entry.id} ${part.custom_id}: ${problem}`));
				}
			}
		}
		expect(broken).toEqual([]);
	}, 120_000);
});
