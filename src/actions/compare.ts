import { type Action, customId } from '../action.ts';
import { compareCard, voicesOf } from '../cards/compare.ts';
import { menu } from '../cards/components.ts';
import { goneAnswer } from '../cards/gone.ts';

/** Two voices of one entry side by side: first which two, then what each says, privately. */
export const compare: Action = {
	answer({ args: [id = ''], values }, context) {
		const { library, speaker } = context;
		const entry = library.dataset.get(id);
		if (!entry || entry.kind === 'source') return goneAnswer(id, context);
		const voices = voicesOf(entry, context);
		if (voices.length < 2) return { message: { content: speaker.say('compare.too-few') }, outcome: 'refused', private: true };
		const chosen = values.map((value) => voices[Number(value)]).filter((voice) => voice !== undefined);
		if (chosen.length !== 2) {
			const options = voices.map(({ name, standing }, index) => ({ description: standing, label: name, value: String(index) }));
			return {
				message: {
					components: [menu(customId('compare', entry.id), speaker.say('compare.menu'), options, { max: 2, min: 2 })],
					content: speaker.say('compare.which'),
				},
				outcome: 'info',
				private: true,
			};
		}
		return { message: compareCard(entry, [chosen[0]!, chosen[1]!], context), outcome: 'found', private: true };
	},
	name: 'compare',
};
