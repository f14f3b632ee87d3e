import type { Action } from '../action.ts';
import { entryCard } from '../cards/entry-card.ts';
import { goneAnswer } from '../cards/gone.ts';

/** An entry chosen from a menu (related, near, did you mean): in place of a question that offered it, else beside it. */
export const open: Action = {
	answer({ args: [menu], own, values: [id = ''] }, context) {
		const entry = context.library.dataset.get(id);
		if (!entry) return goneAnswer(id, context);
		const inPlace = own && (menu === 'choice' || menu === 'guess' || menu === 'near');
		return { message: entryCard(entry, context), outcome: 'found', private: !inPlace, update: inPlace };
	},
	name: 'open',
};
