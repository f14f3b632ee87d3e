/** An entry's accounts as sections of columns: what is set side by side, and in which order. */
import type { Dataset } from '../dataset/dataset.ts';
import { ASPECTS } from '../dataset/kinds.ts';
import type { Account, Entry, QuestionEntry, SourceEntry } from '../dataset/schema.ts';
import type { MessageKey, Speaker } from '../messages/index.ts';
import { articleTitle } from './article.ts';
import { formatDate } from './dates.ts';
import { plain } from './markdown.ts';
import { nameOf } from './names.ts';
import { formatValue } from './quantities.ts';
import { bySourceAge, voiceOf } from './voices.ts';

export interface Column {
	readonly at: string;
	readonly heading: string;
	/** What the reader must know beside the statement: an editor's note with its own place. */
	readonly note?: { readonly at: string; readonly says: string; readonly source: SourceEntry };
	readonly says: string;
	readonly source: SourceEntry;
	/** Kind, country and year of who speaks, and through whom. */
	readonly standing: string;
	/** The number or date itself, before the words. */
	readonly value?: string;
	readonly voiceId: string;
}

export interface Section {
	readonly columns: readonly Column[];
	readonly title: string;
}

export function sectionsOf(entry: Exclude<Entry, SourceEntry>, dataset: Dataset, speaker: Speaker): Section[] {
	const column = (account: Account): Column => columnOf(account, dataset, speaker);
	const section = (title: string, accounts: readonly Account[]): Section => ({ columns: inOrder(accounts, dataset).map(column), title });
	switch (entry.kind) {
		case 'figures':
			return [section(speaker.say('section.estimates'), entry.accounts)];
		case 'question':
			return entry.positions.map((position) => section(positionTitle(position, speaker), position.accounts));
		case 'treaty':
			return [...articles(entry.articles ?? [], dataset, speaker), ...byAspect(entry.accounts, section, speaker)];
		case 'place':
			return [...holdings(entry.held ?? [], dataset, speaker), ...byAspect(entry.accounts, section, speaker)];
		case 'term':
			return [...usage(entry.usage, dataset, speaker), ...byAspect(entry.accounts ?? [], section, speaker)];
		case 'event':
		case 'person':
			return byAspect(entry.accounts, section, speaker);
		default:
			return entry satisfies never;
	}
}

/** “Yes: the pact was broken”: the position with the answer that it gives, where the question takes one. */
export function positionTitle({ answer, label }: QuestionEntry['positions'][number], speaker: Speaker): string {
	const name = nameOf(label, speaker);
	return answer ? speaker.say(`answer.${answer}` as MessageKey, { position: name }) : name;
}

function columnOf(account: Account, dataset: Dataset, speaker: Speaker): Column {
	const voice = voiceOf(account, dataset, speaker);
	return {
		at: account.at,
		heading: voice.name,
		note: account.note && { at: account.note.at, says: account.note.says, source: dataset.source(account.note.source) },
		says: wordsOf(account, speaker),
		source: voice.source,
		standing: voice.standing,
		value: account.value && formatValue(account.value, speaker),
		voiceId: voice.id,
	};
}

/** What is said, with what is counted, whether only a part, and whether the source holds it or reports it. */
function wordsOf({ counts, part, reports, says }: Account, speaker: Speaker): string {
	const words = counts ? speaker.say('account.counting', { counts: plain(counts), says: plain(says) }) : plain(says);
	if (part) return speaker.say('account.part', { says: words });
	return reports ? speaker.say('account.reports', { says: words }) : words;
}

function inOrder(accounts: readonly Account[], dataset: Dataset): Account[] {
	return accounts
		.map((account, index) => ({ account, index, source: dataset.source(account.source) }))
		.sort((a, b) => bySourceAge(a.source, b.source) || a.index - b.index)
		.map(({ account }) => account);
}

/** Accounts of one aspect together, aspects in the order of the schema, those without one first. */
function byAspect(
	accounts: readonly Account[],
	section: (title: string, accounts: readonly Account[]) => Section,
	speaker: Speaker,
): Section[] {
	const groups = Map.groupBy(accounts, ({ aspect }) => aspect);
	return [undefined, ...ASPECTS].flatMap((aspect) => {
		const group = groups.get(aspect);
		return group ? [section(speaker.say(aspect ? `aspect.${aspect}` : 'aspect.none'), group)] : [];
	});
}

type Articles = NonNullable<Extract<Entry, { kind: 'treaty' }>['articles']>;

function articles(list: Articles, dataset: Dataset, speaker: Speaker): Section[] {
	if (list.length === 0) return [];
	const columns = list.map((article): Column => {
		const voice = voiceOf(article, dataset, speaker);
		return {
			at: article.at,
			heading: articleTitle(article.article, speaker),
			note: article.note && { at: article.note.at, says: article.note.says, source: dataset.source(article.note.source) },
			says: plain(article.says),
			source: voice.source,
			standing: speaker.say('article.standing', { name: voice.name, standing: voice.standing }),
			voiceId: voice.id,
		};
	});
	return [{ columns, title: speaker.say('section.articles') }];
}

function holdings(list: NonNullable<Extract<Entry, { kind: 'place' }>['held']>, dataset: Dataset, speaker: Speaker): Section[] {
	if (list.length === 0) return [];
	const columns = list.map((holding): Column => {
		// Its “by” is who held the place, never who says so.
		const voice = voiceOf({ source: holding.source }, dataset, speaker);
		return {
			at: holding.at,
			heading: speaker.word('powers', holding.by),
			says: holding.basis ? plain(holding.basis) : '',
			source: voice.source,
			standing: speaker.say('held.standing', { name: voice.name, standing: voice.standing }),
			value: formatDate(holding.when, speaker),
			voiceId: voice.id,
		};
	});
	return [{ columns, title: speaker.say('section.held') }];
}

function usage(list: Extract<Entry, { kind: 'term' }>['usage'], dataset: Dataset, speaker: Speaker): Section[] {
	const columns = list.map((use): Column => {
		const voice = voiceOf(use, dataset, speaker);
		return {
			at: use.at,
			heading: use.word,
			says: plain(use.implies),
			source: voice.source,
			standing: speaker.say('usage.standing', { name: voice.name, standing: voice.standing }),
			value: speaker.say('usage.used-by', { usedBy: use.usedBy }),
			voiceId: voice.id,
		};
	});
	return [{ columns, title: speaker.say('section.usage') }];
}
