import { type Action, inPlace } from '../action.ts';
import { entryCard } from '../cards/entry-card.ts';
import { goneAnswer } from '../cards/gone.ts';

/** Another page of an entry: in place for whoever asked, beside it and private for everybody else. */
export const page: Action = {
	answer(press, context) {
		const {
			args: [id = '', number = '0'],
			own,
		} = press;
		const entry = context.library.dataset.get(id);
		if (!entry) return goneAnswer(id, context);
		const card = entryCard(entry, own ? inPlace(press, context) : context, { page: Number.parseInt(number, 10) || 0 });
		return { message: card, outcome: 'found', private: !own, update: own };
	},
	name: 'page',
};
