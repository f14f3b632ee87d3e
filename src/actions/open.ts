import { type Action, inPlace } from '../action.ts';
import { entryCard } from '../cards/entry-card.ts';
import { goneAnswer } from '../cards/gone.ts';

/** An entry chosen from a menu (related, near, did you mean): in place of a question that offered it, else beside it. */
export const open: Action = {
	answer(press, context) {
		const {
			args: [menu],
			own,
			values: [id = ''],
		} = press;
		const entry = context.library.dataset.get(id);
		if (!entry) return goneAnswer(id, context);
		const update = own && (menu === 'choice' || menu === 'guess' || menu === 'near');
		return { message: entryCard(entry, update ? inPlace(press, context) : context), outcome: 'found', private: !update, update };
	},
	name: 'open',
};
