import type { Answer, Context } from '../answer.ts';
import { quoted } from './markdown.ts';

/** The entry of a button or menu is no longer in the dataset. */
export function goneAnswer(id: string, { speaker }: Context): Answer {
	return { message: { content: speaker.say('error.gone', { id: quoted(id, 60) }) }, outcome: 'refused', private: true };
}
