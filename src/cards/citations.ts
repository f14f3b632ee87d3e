/** A source in one line, under the columns that rest on it. Full styles are in `bibliography.ts`. */
import type { Csl, SourceEntry } from '../dataset/schema.ts';
import type { Speaker } from '../messages/index.ts';
import { formatYears } from './dates.ts';
import { clip } from './limits.ts';
import { link, plain } from './markdown.ts';

const AUTHORS_SHOWN = 2;
const AUTHORS_MAX_LENGTH = 70;
const TITLE_MAX_LENGTH = 90;
/** A longer address would push the words out of the field. */
const URL_MAX_LENGTH = 160;

/** “[3] A. Kirichenko, *The 200-Year…*, 2013, p. 10”. Where the work was read elsewhere than at its own address, it says where. */
export function shortCitation(source: SourceEntry, at: string, mark: number, speaker: Speaker): string {
	const { csl, readAt } = source;
	const words = {
		at: plain(at),
		author: plain(clip(authorsOf(csl, speaker) ?? csl['container-title'] ?? csl.publisher ?? source.name.en, AUTHORS_MAX_LENGTH)),
		mark,
		title: linked(clip(csl.title, TITLE_MAX_LENGTH), csl.URL),
		year: (csl.issued && formatYears(csl.issued, speaker)) ?? speaker.say('citation.undated'),
	};
	return csl.URL || !readAt
		? speaker.say('citation.short', words)
		: speaker.say('citation.read-elsewhere', { ...words, where: linked(readAt.what, readAt.url) });
}

function linked(text: string, url: string | undefined): string {
	return url && url.length <= URL_MAX_LENGTH ? link(text, url) : plain(text);
}

function authorsOf({ author }: Csl, speaker: Speaker): string | undefined {
	if (!author) return undefined;
	const names = author.map((name) =>
		'literal' in name ? name.literal : name.given ? `${initials(name.given)} ${name.family}` : name.family,
	);
	return names.length > AUTHORS_SHOWN ? speaker.say('citation.and-others', { name: names[0]! }) : speaker.list(names);
}

function initials(given: string): string {
	return given
		.split(/[\s-]+/)
		.map((part) => `${[...part][0]}.`)
		.join(' ');
}
