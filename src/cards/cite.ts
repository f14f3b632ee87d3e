/** References in full: a list to copy, or a file for a reference manager. */
import type { Context, MessageJson } from '../answer.ts';
import { CITATION_STYLES, type CitationStyle } from '../bibliography/styles.ts';
import type { Entry } from '../dataset/schema.ts';
import type { MessageKey } from '../messages/index.ts';
import { button, menu, row } from './components.ts';
import { clip, EMBED_DESCRIPTION_MAX } from './limits.ts';
import { plain } from './markdown.ts';
import { nameOf } from './names.ts';

export interface CiteCardOptions {
	readonly entry: Entry;
	/** The custom_id that leads to another page. */
	readonly idFor: (page: number) => string;
	readonly menuId: string;
	readonly page: number;
	readonly references: readonly string[];
	readonly style: CitationStyle;
}

/** Longer lists go on on another page. */
const PAGE_CHARACTERS = 3_000;

export function citeCard({ entry, idFor, menuId, page, references, style }: CiteCardOptions, { speaker }: Context): MessageJson {
	const styles = menu(
		menuId,
		speaker.say('cite.style'),
		CITATION_STYLES.map((value) => ({ label: speaker.say(`cite.${value}` as MessageKey), value })),
	);
	const name = nameOf(entry.name, speaker);
	const title = clip(speaker.say('cite.title', { count: references.length, name, style: speaker.say(`cite.${style}` as MessageKey) }), 256);
	if (style === 'bibtex') {
		return {
			components: [styles],
			embeds: [{ description: speaker.say('cite.file'), title }],
			files: [
				{ contentType: 'application/x-bibtex', data: new TextEncoder().encode(`${references.join('\n\n')}\n`), name: `${entry.id}.bib` },
			],
		};
	}
	const pages = paged(references.toSorted((a, b) => a.localeCompare(b, 'en')).map((reference) => `- ${plain(reference)}`));
	const shown = Math.min(Math.max(page, 0), pages.length - 1);
	const turns =
		pages.length > 1
			? [
					row([
						button(idFor(shown - 1), speaker.say('button.previous'), { disabled: shown === 0 }),
						button(idFor(shown + 1), speaker.say('button.next'), { disabled: shown === pages.length - 1 }),
					]),
				]
			: [];
	return { components: [...turns, styles], embeds: [{ description: clip(pages[shown] ?? '', EMBED_DESCRIPTION_MAX), title }] };
}

function paged(lines: readonly string[]): string[] {
	const pages: string[] = [''];
	for (const line of lines) {
		const last = pages.at(-1)!;
		if (last !== '' && last.length + line.length + 1 > PAGE_CHARACTERS) pages.push(line);
		else pages[pages.length - 1] = last === '' ? line : `${last}\n${line}`;
	}
	return pages;
}
