/** Questions as cards of other programs. */
import { csvHead, csvRow } from '../csv.ts';
import type { Question } from './question.ts';

/** One line of a file for Anki: the question, its answer with its sources, and labels. */
export interface ExportedCard {
	readonly back: string;
	readonly front: string;
	readonly tags: readonly string[];
}

export type ExportFormat = 'anki' | 'csv';

/** The deck that Anki makes for what is imported. */
const DECK = 'Variorum';

/**
 * `anki`: a text file that Anki 2.1.55 and later imports as it is (https://docs.ankiweb.net/importing/text-files.html):
 * its first lines tell the separator, that fields are not HTML, and which columns hold the tags and the deck. Anki knows a
 * note again by its front, so the same question must have the same front in every file.
 *
 * `csv`: a table with a header for spreadsheets.
 */
export function exportCards(cards: readonly ExportedCard[], format: ExportFormat): string {
	const rows = cards.map(({ back, front, tags }) => [front, back, tags.map((tag) => tag.replaceAll(/\s+/gu, '-')).join(' ')]);
	if (format === 'csv') return csvHead(['Front', 'Back', 'Tags']) + rows.map(csvRow).join('');
	const head = ['#separator:Tab', '#html:false', ['#columns:Front', 'Back', 'Tags', 'Deck'].join('\t'), '#tags column:3', '#deck column:4'];
	return `${[...head, ...rows.map((row) => [...row, DECK].map(quote).join('\t'))].join('\n')}\n`;
}

/** A field for Anki: within quotes, separators and line ends are text, and so is a # at the beginning. */
const quote = (text: string): string => `"${text.replaceAll('"', '""').replaceAll(/\r\n?/g, '\n')}"`;

export interface ExportWords {
	/** A citation in one line. */
	cite(source: string, at: string): string;
	value(accepted: Extract<Question['task'], { type: 'number' }>['accepts'][number]): string;
}

/** A question as a card for Anki, with where its answer can be checked. */
export function exportedCard(question: Question, words: ExportWords): ExportedCard {
	const { cited, entry, kind, prompt, quote, task, topics } = question;
	const front = [
		prompt,
		...(quote ? [quote] : []),
		...(task.type === 'choice' && kind !== 'name' ? task.choices.map(({ text }) => `– ${text}`) : []),
	].join('\n');
	const answer =
		task.type === 'choice' ? [task.choices.find(({ id }) => id === task.key)!.text] : task.accepts.map((accepted) => words.value(accepted));
	return {
		back: [...answer, '', ...cited.map(({ at, source }) => words.cite(source, at))].join('\n'),
		front,
		tags: ['variorum', kind, entry, ...topics],
	};
}
