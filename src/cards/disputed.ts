/** What is disputed about an event, a treaty, a person, a place or a word: the questions and numbers beside it, in one look. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Entry, SourceEntry } from '../dataset/schema.ts';
import type { Speaker } from '../messages/index.ts';
import { factsOf } from './facts.ts';
import { plain } from './markdown.ts';
import { nameOf } from './names.ts';

/** More are in the menu of related entries. */
const SHOWN_MAX = 6;

/** One line a disputed point, as its own entry counts it; those with one side only are not disputed. */
export function disputedOf(entry: Exclude<Entry, SourceEntry>, dataset: Dataset, speaker: Speaker): string[] {
	if (entry.kind === 'figures' || entry.kind === 'question') return [];
	return dataset
		.relatedTo(entry)
		.filter((other) => (other.kind === 'question' ? other.positions.length > 1 : other.kind === 'figures' && other.accounts.length > 1))
		.slice(0, SHOWN_MAX)
		.map((other) =>
			speaker.say('disputed.line', {
				name: plain(nameOf(other.name, speaker)),
				tally: factsOf(other as Exclude<Entry, SourceEntry>, dataset, speaker)[0]!,
			}),
		);
}
