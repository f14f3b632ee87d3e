import type { Answer, Context } from '../answer.ts';
import { quoted } from './markdown.ts';

/** The entry of a button or menu is no longer in the dataset. No button of this version names none. */
export function goneAnswer(entry: string, { speaker }: Context): Answer {
	const id = quoted(entry, 60);
	const content = id === '' ? speaker.say('error.old-button') : speaker.say('error.gone', { id });
	return { message: { content }, outcome: 'refused', private: true };
}
