/** An entry as a message: title, facts, a page of columns side by side with their sources, buttons and menus. */
import type { APIEmbed, APIEmbedField, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { Dataset } from '../dataset/dataset.ts';
import type { Entry, Kind, SourceEntry } from '../dataset/schema.ts';
import { LruCache } from '../lru-cache.ts';
import type { MessageKey, Speaker } from '../messages/index.ts';
import { button, row, select } from './components.ts';
import { disputedOf } from './disputed.ts';
import { factsOf, kindLine } from './facts.ts';
import { inFields } from './fields.ts';
import { glanceOf } from './glance.ts';
import { clip, EMBED_AUTHOR_MAX, EMBED_DESCRIPTION_MAX, EMBED_FIELDS_MAX, EMBED_TITLE_MAX, EMBED_TOTAL_MAX } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf, otherNames } from './names.ts';
import { type Page, paginate } from './pages.ts';
import { sectionsOf } from './sections.ts';
import { sourceCard } from './source-card.ts';

export interface EntryCardOptions {
	/** The name that matched, when it is not the title. */
	readonly alias?: string;
	/** The kinds that the command looks for, when the entry is of another. */
	readonly asked?: readonly Kind[];
	/** Other entries that the same words may mean. */
	readonly others?: readonly Entry[];
	/** From 0. A page beyond the last shows the last. */
	readonly page?: number;
}

const QUERY_SHOWN_MAX = 80;
/** One calm colour a kind; nothing depends on it. */
const COLOURS: Record<Kind, number> = {
	event: 0x5865f2,
	figures: 0xc27c0e,
	person: 0x1f8b4c,
	place: 0x206694,
	question: 0x992d22,
	source: 0x607d8b,
	term: 0x71368a,
	treaty: 0x11806a,
};

export function entryCard(entry: Entry, context: Context, options: EntryCardOptions = {}): MessageJson {
	if (entry.kind === 'source') return sourceCard(entry, context, options);
	const { speaker } = context;
	const pages = pagesOf(entry, context);
	const page = Math.min(Math.max(options.page ?? 0, 0), pages.length - 1);
	const embed: APIEmbed = {
		author: { name: clip(kindLine(entry, speaker), EMBED_AUTHOR_MAX) },
		color: COLOURS[entry.kind],
		description: clip(
			[...leadOf(entry, speaker, options), ...(page === 0 ? aboutOf(entry, context) : [])].join('\n'),
			EMBED_DESCRIPTION_MAX,
		),
		fields: withRemarks(pages[page]!, page === 0 ? remarksOf(entry, context) : []),
		footer: { text: footerOf(context, page, pages.length) },
		title: clip(nameOf(entry.name, speaker), EMBED_TITLE_MAX),
	};
	return { components: componentsOf(entry, context, page, pages.length, options.others ?? []), embeds: [withinTotal(embed)] };
}

/** Remarks stand between the columns and the sources, as far as an embed's total lets them. */
function withRemarks({ columns, sources }: Page, remarks: readonly APIEmbedField[]): APIEmbedField[] {
	const room = EMBED_FIELDS_MAX - columns.length - sources.length;
	return [...columns, ...remarks.slice(0, room), ...sources];
}

/** Laid-out pages of entries shown lately: laying out costs more than everything else in an answer. */
const PAGES_KEPT = 300;
const laidOut = new WeakMap<Dataset, LruCache<Page[]>>();

function pagesOf(entry: Exclude<Entry, SourceEntry>, { library, speaker }: Context): Page[] {
	let kept = laidOut.get(library.dataset);
	if (!kept) {
		kept = new LruCache(PAGES_KEPT);
		laidOut.set(library.dataset, kept);
	}
	const key = `${speaker.language}/${entry.id}`;
	return (
		kept.get(key) ??
		kept.set(key, paginate(sectionsOf(entry, library.dataset, speaker), speaker, glanceOf(entry, library.dataset, speaker)))
	);
}

/** What the answer must say about itself: which name matched, which kind was found instead. */
export function leadOf(entry: Entry, speaker: Speaker, { alias, asked }: EntryCardOptions): string[] {
	const lines: string[] = [];
	if (asked && !asked.includes(entry.kind))
		lines.push(
			speaker.say('lead.other-kind', {
				kind: speaker.say(`kind.a-${entry.kind}` as MessageKey),
				wanted: speaker.say(`kind.a-${asked[0]!}` as MessageKey),
			}),
		);
	if (alias && alias !== nameOf(entry.name, speaker)) lines.push(speaker.say('lead.alias', { alias: quoted(alias, QUERY_SHOWN_MAX) }));
	return lines;
}

function aboutOf(entry: Exclude<Entry, SourceEntry>, { library, speaker }: Context): string[] {
	const others = otherNames(entry.name, speaker);
	const [headline, ...facts] = factsOf(entry, library.dataset, speaker);
	const contested = entry.kind === 'figures' || entry.kind === 'question';
	return [
		...(others.length > 0 ? [speaker.say('about.other-names', { names: plain(others.join(' · ')) })] : []),
		// How far apart the sources stand comes before everything else.
		...(contested && headline ? [headline] : []),
		plain(entry.summary),
		...(!contested && headline ? [headline] : []),
		...facts,
	];
}

/** Why the sources differ, who is silent, what the editors note, what is missing: after the columns, before the sources. */
function remarksOf(entry: Exclude<Entry, SourceEntry>, { library, speaker }: Context): APIEmbedField[] {
	const { dataset } = library;
	const nameOfSource = (id: string) => plain(nameOf(dataset.source(id).name, speaker));
	const groups: [name: string, lines: string[]][] = [];
	const remarks: string[] = [];
	const disputed = disputedOf(entry, dataset, speaker);
	if (disputed.length > 0) groups.push([speaker.say('section.disputed'), disputed]);
	if (entry.kind === 'figures' || entry.kind === 'question') {
		const why = (entry.why ?? []).map(({ at, says, source }) =>
			source
				? speaker.say('about.why-cited', { at: plain(at ?? ''), says: plain(says), source: nameOfSource(source) })
				: speaker.say('about.why', { says: plain(says) }),
		);
		if (why.length > 0) groups.push([speaker.say('section.why'), why]);
		if (entry.silent)
			remarks.push(speaker.say('about.silent', { sources: speaker.list(entry.silent.map(({ source }) => nameOfSource(source))) }));
	}
	for (const { at, says, source } of entry.note ?? [])
		remarks.push(speaker.say('about.note', { at: plain(at), says: plain(says), source: nameOfSource(source) }));
	if (entry.gap) remarks.push(speaker.say('about.gap', { gap: plain(entry.gap) }));
	if (remarks.length > 0) groups.push([speaker.say('section.remarks'), remarks]);
	return groups.flatMap(([name, lines]) => inFields(name, lines));
}

export function footerOf({ library, speaker }: Context, page: number, pages: number): string {
	const version = library.dataset.manifest.version;
	return pages > 1 ? speaker.say('footer.paged', { page: page + 1, pages, version }) : speaker.say('footer.order', { version });
}

function componentsOf(
	entry: Entry,
	context: Context,
	page: number,
	pages: number,
	others: readonly Entry[],
): APIMessageTopLevelComponent[] {
	const { library, speaker } = context;
	const buttons = [
		button(customId('cite', entry.id), speaker.say('button.cite')),
		button(customId('compare', entry.id), speaker.say('button.compare')),
	];
	if (pages > 1) {
		buttons.push(
			button(customId('page', entry.id, page - 1), speaker.say('button.previous'), { disabled: page === 0 }),
			button(customId('page', entry.id, page + 1), speaker.say('button.next'), { disabled: page === pages - 1 }),
		);
	}
	buttons.push(button(customId('quiz', 'about', entry.id), speaker.say('button.quiz')));
	const rows: APIMessageTopLevelComponent[] = [row(buttons)];
	const near = others.filter((other) => other.id !== entry.id);
	if (near.length > 0) rows.push(select(customId('open', 'near'), speaker.say('menu.near'), near, speaker));
	const seen = new Set(near.map(({ id }) => id));
	const related = library.dataset.relatedTo(entry).filter(({ id }) => !seen.has(id));
	if (related.length > 0) rows.push(select(customId('open', 'related'), speaker.say('menu.related'), related, speaker));
	return rows;
}

/** The last line of defence of the total over the embed: the description gives way, never an account. */
export function withinTotal(embed: APIEmbed, total = EMBED_TOTAL_MAX): APIEmbed {
	const size = embedSize(embed);
	if (size <= total) return embed;
	const description = embed.description ?? '';
	return { ...embed, description: clip(description, Math.max(1, description.length - (size - total))) };
}

export function embedSize({ author, description = '', fields = [], footer, title = '' }: APIEmbed): number {
	return fields.reduce(
		(sum, { name, value }) => sum + name.length + value.length,
		title.length + description.length + (footer?.text.length ?? 0) + (author?.name.length ?? 0),
	);
}
