/** An entry as a message: title, facts, a page of columns side by side with their sources, buttons and menus. */
import type { APIEmbed, APIEmbedField, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { customId } from '../action.ts';
import type { Context, MessageJson } from '../answer.ts';
import type { Entry, Kind, SourceEntry } from '../dataset/schema.ts';
import type { Library } from '../library.ts';
import { LruCache, sizeOf } from '../lru-cache.ts';
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
import { sourceEmbed } from './source-card.ts';

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

/** An entry as the answer to what was asked. */
export function entryCard(entry: Entry, context: Context, { alias, asked, others = [], page = 0 }: EntryCardOptions = {}): MessageJson {
	const card = keptCard(entry, context, page);
	const { speaker } = context;
	const lead = leadOf(entry, speaker, { alias, asked });
	const near = others.filter((other) => other.id !== entry.id);
	if (lead.length === 0 && near.length === 0) return card;
	const [embed] = card.embeds;
	const description = lead.length === 0 ? embed.description : clip([...lead, embed.description].join('\n'), EMBED_DESCRIPTION_MAX);
	return {
		components: near.length === 0 ? card.components : [card.components[0], ...menusOf(entry, context, near)],
		embeds: [withinTotal({ ...embed, description })],
	};
}

/** A card that nobody in particular asked for: one embed, and buttons above the menus. */
interface Card extends MessageJson {
	readonly components: readonly [buttons: APIMessageTopLevelComponent, ...menus: APIMessageTopLevelComponent[]];
	readonly embeds: readonly [APIEmbed];
}

/** Cards shown lately: to build one costs many times the rest of an answer, and most questions are about few entries. */
const CARDS_SIZE = 8_000_000;
const cards = new WeakMap<Library, LruCache<Card>>();

function keptCard(entry: Entry, context: Context, page: number): Card {
	const { library, speaker } = context;
	let kept = cards.get(library);
	if (!kept) {
		kept = new LruCache<Card>(CARDS_SIZE, sizeOf);
		cards.set(library, kept);
	}
	const key = `${speaker.language}/${entry.id}/${page}`;
	return kept.get(key) ?? kept.set(key, buildCard(entry, context, page));
}

function buildCard(entry: Entry, context: Context, wantedPage: number): Card {
	const menus = menusOf(entry, context, []);
	if (entry.kind === 'source') {
		const buttons = row([button(customId('cite', entry.id), context.speaker.say('button.cite'))]);
		return { components: [buttons, ...menus], embeds: [withinTotal(sourceEmbed(entry, context))] };
	}
	const { library, speaker } = context;
	const pages = paginate(sectionsOf(entry, library.dataset, speaker), speaker, glanceOf(entry, library.dataset, speaker));
	const page = Math.min(Math.max(wantedPage, 0), pages.length - 1);
	const embed: APIEmbed = {
		author: { name: clip(kindLine(entry, speaker), EMBED_AUTHOR_MAX) },
		color: COLOURS[entry.kind],
		description: page === 0 ? clip(aboutOf(entry, context).join('\n'), EMBED_DESCRIPTION_MAX) : '',
		fields: withRemarks(pages[page]!, page === 0 ? remarksOf(entry, context) : []),
		footer: { text: footerOf(context, page, pages.length) },
		title: clip(nameOf(entry.name, speaker), EMBED_TITLE_MAX),
	};
	return { components: [buttonsOf(entry, speaker, page, pages.length), ...menus], embeds: [withinTotal(embed)] };
}

/** Remarks stand between the columns and the sources, as far as an embed's total lets them. */
function withRemarks({ columns, sources }: Page, remarks: readonly APIEmbedField[]): APIEmbedField[] {
	const room = EMBED_FIELDS_MAX - columns.length - sources.length;
	return [...columns, ...remarks.slice(0, room), ...sources];
}

/** What the answer must say about itself: which name matched, which kind was found instead. */
function leadOf(entry: Entry, speaker: Speaker, { alias, asked }: EntryCardOptions): string[] {
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

function buttonsOf(entry: Entry, speaker: Speaker, page: number, pages: number): APIMessageTopLevelComponent {
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
	return row(buttons);
}

/** Menus of the entries that the same words may mean, and of those that have to do with this one. */
function menusOf(entry: Entry, { library, speaker }: Context, near: readonly Entry[]): APIMessageTopLevelComponent[] {
	const { dataset } = library;
	const isSource = entry.kind === 'source';
	const all = isSource ? [...new Set([...dataset.citedBy(entry.id), ...dataset.relatedTo(entry)])] : dataset.relatedTo(entry);
	const related = near.length === 0 ? all : all.filter((other) => !near.includes(other));
	const menus: APIMessageTopLevelComponent[] = [];
	if (near.length > 0) menus.push(select(customId('open', 'near'), speaker.say('menu.near'), near, speaker));
	if (related.length > 0)
		menus.push(select(customId('open', 'related'), speaker.say(isSource ? 'menu.cited-in' : 'menu.related'), related, speaker));
	return menus;
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
