import type { Action } from '../action.ts';
import { entryCard } from '../cards/entry-card.ts';
import { goneAnswer } from '../cards/gone.ts';

/** Another page of an entry: in place for whoever asked, beside it and private for everybody else. */
export const page: Action = {
	answer({ args: [id = '', number = '0'], own }, context) {
		const entry = context.library.dataset.get(id);
		if (!entry) return goneAnswer(id, context);
		return { message: entryCard(entry, context, { page: Number.parseInt(number, 10) || 0 }), outcome: 'found', private: !own, update: own };
	},
	name: 'page',
};
