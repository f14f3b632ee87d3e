/** Speaks the page's words, which the server gave in one language. */
import type { PageJson, PageWord } from '../wire.ts';

type Values = Readonly<Record<string, number | string>>;

export interface Words {
	readonly language: string;
	/** The words with their arguments filled in. */
	say(word: PageWord, values?: Values): string;
	/** The same with elements in the places of some arguments. */
	build(word: PageWord, parts: Readonly<Record<string, Node>>, values?: Values): (Node | string)[];
	/** A list with the language's separators and “and”. */
	list(items: readonly string[]): string;
	/** The time of day, as this language writes it. */
	time(date: Date): string;
}

const PLACE = /\{(\w+)\}/;

export function createWords({ language, words }: PageJson): Words {
	const lists = new Intl.ListFormat(language, { type: 'conjunction' });
	const time = new Intl.DateTimeFormat(language, { timeStyle: 'short' });
	const fill = (text: string, values: Values) =>
		text.replace(new RegExp(PLACE, 'g'), (place, name: string) => String(values[name] ?? place));
	return {
		build: (word, parts, values = {}) =>
			words[word]
				.split(new RegExp(PLACE, 'g'))
				.map((piece, index) => (index % 2 === 0 ? piece : (parts[piece] ?? String(values[piece] ?? '')))),
		language,
		list: (items) => lists.format(items),
		say: (word, values = {}) => fill(words[word], values),
		time: (date) => time.format(date),
	};
}
