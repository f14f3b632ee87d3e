import { type Action, customId } from '../action.ts';
import { CITATION_STYLES, type CitationStyle } from '../bibliography/styles.ts';
import { citeCard } from '../cards/cite.ts';
import { goneAnswer } from '../cards/gone.ts';
import { citationsOf } from '../dataset/walk.ts';

const isStyle = (value: string | undefined): value is CitationStyle => (CITATION_STYLES as readonly (string | undefined)[]).includes(value);

/** The references of an entry in full, in the style of choice, privately. */
export const cite: Action = {
	async answer({ args: [id = '', style, page = '0'], values }, context) {
		const { library } = context;
		const entry = library.dataset.get(id);
		if (!entry) return goneAnswer(id, context);
		const chosen = values[0] ?? style;
		const wanted = isStyle(chosen) ? chosen : 'chicago';
		const ids = entry.kind === 'source' ? [entry.id] : [...new Set(citationsOf(entry).map((citation) => citation.id))];
		const references = await library.bibliography.references(ids, wanted);
		const card = citeCard(
			{
				entry,
				idFor: (to) => customId('cite', entry.id, wanted, to),
				menuId: customId('cite', entry.id),
				page: Number.parseInt(page, 10) || 0,
				references,
				style: wanted,
			},
			context,
		);
		// The first press opens a message of one's own; choosing a style or a page there changes it. Only the first names no style.
		const again = values.length > 0 || style !== undefined;
		return { message: card, outcome: 'found', private: true, update: again };
	},
	name: 'cite',
};
