/** Who speaks in an account: the source itself, or somebody whom the source quotes. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Account, SourceEntry } from '../dataset/schema.ts';
import type { Speaker } from '../messages/index.ts';
import { formatYears } from './dates.ts';
import { nameOf } from './names.ts';

export interface Voice {
	/** Tells voices apart: a source, or somebody speaking through it. */
	readonly id: string;
	/** Heads a column: “Sankei Shimbun”, “A. Kirichenko”. */
	readonly name: string;
	/** Under the heading: “editorial · Japan · 2025”, “through Review of Kirichenko · book review · Japan · 2023”. */
	readonly standing: string;
	readonly source: SourceEntry;
}

export function voiceOf(account: Pick<Account, 'by' | 'source'>, dataset: Dataset, speaker: Speaker): Voice {
	const source = dataset.source(account.source);
	const form = speaker.say('voice.form', {
		country: speaker.word('powers', source.country),
		form: speaker.word('forms', source.form),
	});
	const year = source.csl.issued && formatYears(source.csl.issued, speaker);
	const standing = year ? speaker.say('voice.dated', { form, year }) : form;
	if (!account.by) return { id: source.id, name: nameOf(source.name, speaker), source, standing };
	const person = dataset.get(account.by);
	const through = nameOf(source.name, speaker);
	const name = person
		? nameOf(person.name, speaker)
		: speaker.names !== 'en' && isNamedAfter(source, account.by)
			? through
			: speaker.word('voices', account.by);
	return {
		id: `${source.id}/${account.by}`,
		name,
		source,
		// Whoever gave the source its name speaks for themselves.
		standing: name === through ? standing : speaker.say('voice.through', { source: through, standing }),
	};
}

/** “John J. Stephan” in the source “Stephan”: what that is called in another language is the author's name there. */
function isNamedAfter({ csl, name }: SourceEntry, person: string): boolean {
	const isAuthor = csl.author?.some((author) => 'family' in author && person.includes(author.family));
	return isAuthor === true && wordsIn(name.en).every((word) => wordsIn(person).includes(word));
}

const wordsIn = (text: string): string[] => text.match(/\p{L}{2,}/gu) ?? [];

/** The stated neutral order of sources: the oldest first, undated ones last, then by name. */
export function bySourceAge(a: SourceEntry, b: SourceEntry): number {
	const age = (source: SourceEntry) => source.csl.issued?.replace(/[^\d-]/g, '') || '9999';
	return age(a).localeCompare(age(b), 'en') || a.name.en.localeCompare(b.name.en, 'en') || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
