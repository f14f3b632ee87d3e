/** Finds English words of ours in an answer of another language. What the dataset says in English is not ours. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import type { MessageJson, Modal } from '../src/answer.ts';
import { catalogueOf, type Language, type MessageKey } from '../src/messages/index.ts';

const en = catalogueOf('en');
const keys = Object.keys(en) as MessageKey[];

/** Sees every part of a message, those of its plural forms and choices too. */
export function visit(elements: readonly MessageFormatElement[], see: (element: MessageFormatElement) => void): void {
	for (const element of elements) {
		see(element);
		if (element.type === TYPE.plural || element.type === TYPE.select)
			for (const option of Object.values(element.options)) visit(option.value, see);
	}
}

export const parsed = (language: Language, key: MessageKey) => parse(catalogueOf(language)[key], { ignoreTag: true });

export function literalsOf(language: Language, key: MessageKey): string[] {
	const words: string[] = [];
	visit(parsed(language, key), (element) => {
		if (element.type === TYPE.literal) words.push(element.value);
	});
	return words;
}

const bare = (text: string): string =>
	text
		.replace(/[*_`~|<>#[\]()]/g, '')
		.replace(/^[\s\-.,:;•✎◐✓✗–]+|[\s\-.,:;•✎–]+$/gu, '')
		.replace(/\s+/g, ' ');

/** Long enough to be no coincidence. */
const isTelling = (text: string): boolean => text.length >= 12 && text.split(' ').length >= 3;

/** Words that are the same in every language, or the dataset’s own in English. */
const EVERYWHERE = new Set(['APA', 'BibTeX', 'MLA', 'Variorum', 'page']);

const PHRASES = [...new Set(keys.flatMap((key) => literalsOf('en', key).map(bare).filter(isTelling)))];
const WHOLE = new Map(
	keys
		.filter((key) => !/^(?:example|name|option|playground|terminal)\./.test(key) && !en[key].includes('{') && /[a-z]{2,}/i.test(en[key]))
		.map((key) => [bare(en[key]), key]),
);

function* textsOf(value: unknown, key = ''): Generator<string> {
	if (typeof value === 'string') {
		if (['content', 'description', 'label', 'name', 'placeholder', 'text', 'title', 'value'].includes(key)) yield value;
	} else if (Array.isArray(value)) for (const item of value) yield* textsOf(item, key);
	else if (value !== null && typeof value === 'object') for (const [name, item] of Object.entries(value)) yield* textsOf(item, name);
}

/** English texts that may stand in an answer. */
export interface Own {
	/** The very text. */
	has(text: string): boolean;
	/** A part of one. */
	includes(phrase: string): boolean;
}

/** What the dataset says in English. */
export function ownOf(entries: readonly object[]): Own {
	const texts = new Set<string>();
	const see = (value: unknown): void => {
		if (typeof value === 'string') texts.add(bare(value));
		else if (value !== null && typeof value === 'object') Object.values(value).forEach(see);
	};
	see(entries);
	const all = [...texts].join('\n');
	return { has: (text) => texts.has(text), includes: (phrase) => all.includes(phrase) };
}

const NOTHING: Own = { has: () => false, includes: () => false };

/** Our English words in a message, or in a form. `own`: English texts of the dataset, which may stand there. */
export function englishIn(message: MessageJson | Modal, own = NOTHING): string[] {
	const { files: _, ...shown } = message as MessageJson;
	return [...textsOf(shown)].flatMap((text) => {
		const plain = bare(text.replace(/\\/g, ''));
		const found = [
			...PHRASES.filter((phrase) => plain.includes(phrase) && !own.includes(phrase)),
			...text
				.split(/\n| · /)
				.map(bare)
				.filter((piece) => WHOLE.has(piece) && !EVERYWHERE.has(piece) && !own.has(piece)),
		];
		return found.map((it) => `“${it}” in: ${text.slice(0, 120)}`);
	});
}
