/** Topics of the dataset, as people type them. */
import type { Choice, Context } from '../answer.ts';
import { nameOf } from '../cards/names.ts';
import { fold } from '../search/fold.ts';

type Reading = Pick<Context, 'library' | 'speaker'>;

/** Topics with all the words that are typed in one of their names. */
export function suggestTopics(text: string, { library, speaker }: Reading): Choice[] {
	const wanted = fold(text).split(' ');
	return Object.entries(library.dataset.topics)
		.filter(([id, names]) => {
			const all = fold([id.replaceAll('-', ' '), ...Object.values(names)].join(' '));
			return wanted.every((word) => all.includes(word));
		})
		.map(([id, names]) => ({ name: nameOf(names, speaker), value: id }));
}

/** The topic that was picked from the list, or typed so that no other could be meant: by one of its names in full, or by words of them. */
export function topicOf(text: string, reading: Reading): string | undefined {
	const { topics } = reading.library.dataset;
	if (Object.hasOwn(topics, text)) return text;
	const typed = fold(text);
	// Signs alone stand in every name.
	if (typed === '') return undefined;
	const named = Object.keys(topics).filter((id) => Object.values(topics[id]!).some((name) => fold(name) === typed));
	const found = named.length > 0 ? named : suggestTopics(text, reading).map(({ value }) => value);
	return found.length === 1 ? found[0] : undefined;
}
