/** A person's review as a file for another program. */
import type { Answer, Context } from '../answer.ts';
import { formatQuantity } from '../cards/quantities.ts';
import { type ExportFormat, exportCards, exportedCard } from '../quiz/export.ts';
import type { Question } from '../quiz/question.ts';
import { draw } from './review-session.ts';

const FILES: Readonly<Record<ExportFormat, { readonly contentType: string; readonly name: string }>> = {
	anki: { contentType: 'text/plain', name: 'variorum-anki.txt' },
	csv: { contentType: 'text/csv', name: 'variorum-review.csv' },
};
/** Other people wait while questions are made. */
const AT_ONCE = 40;
/** Always the same choices in the same order: Anki knows a note again by its front. */
const SEED = 1;

export async function exportReview(format: ExportFormat, context: Context): Promise<Answer> {
	const { asker, speaker, store } = context;
	const cards = await store.listReviewCards(asker.userId);
	const questions: Question[] = [];
	for (const [index, card] of cards.entries()) {
		const made = draw(card, SEED, context);
		if (made) questions.push(made.question);
		if (index % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve));
	}
	if (questions.length === 0) return { message: { content: speaker.say('review.export.nothing') }, outcome: 'miss', private: true };
	const references = await referencesOf(questions, context);
	const rows = questions.map((question) =>
		exportedCard(question, {
			cite: (source, at) => speaker.say('review.export.citation', { at, reference: references.get(source) ?? source }),
			value: ({ value }) => formatQuantity(value, speaker),
		}),
	);
	const { contentType, name } = FILES[format];
	const content = speaker.say(`review.export.${format}`, { count: rows.length, gone: cards.length - rows.length });
	return {
		message: { content, files: [{ contentType, data: new TextEncoder().encode(exportCards(rows, format)), name }] },
		outcome: 'found',
		private: true,
	};
}

async function referencesOf(questions: readonly Question[], { library }: Context): Promise<Map<string, string>> {
	const ids = [...new Set(questions.flatMap(({ cited }) => cited.map(({ source }) => source)))];
	const known = ids.map((id) => [id, library.dataset.source(id).id] as const);
	const found = await Promise.all(
		known.map(async ([id, actual]) => [id, (await library.bibliography.references([actual], 'chicago'))[0]] as const),
	);
	return new Map(found.flatMap(([id, reference]) => (reference === undefined ? [] : [[id, reference]])));
}
