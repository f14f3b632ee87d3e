/** What the search found, as an answer: the entry, a choice, or an honest miss. */

import { customId } from '../action.ts';
import { type Answer, type Choice, type Context, publicly } from '../answer.ts';
import type { Entry, Kind } from '../dataset/schema.ts';
import type { Library } from '../library.ts';
import { LruCache, sizeOf } from '../lru-cache.ts';
import type { Language, Speaker } from '../messages/index.ts';
import type { Match } from '../search/finder.ts';
import { select } from './components.ts';
import { entryCard } from './entry-card.ts';
import { kindLine } from './facts.ts';
import { CHOICE_TEXT_MAX, clip } from './limits.ts';
import { plain, quoted } from './markdown.ts';
import { nameOf } from './names.ts';

const QUERY_SHOWN_MAX = 200;
/** Begins a value that was picked from the suggestions, so that it opens that very entry. */
const PICKED = 'id:';

export interface FindRequest {
	readonly kinds?: readonly Kind[];
	readonly private?: boolean;
	readonly query: string;
}

/** What was asked lately: answers and suggestions depend on the library, the language and the request alone. */
interface Kept {
	readonly answers: LruCache<Answer>;
	readonly suggestions: LruCache<readonly Choice[]>;
}
const ANSWERS_SIZE = 8_000_000;
const SUGGESTIONS_SIZE = 2_000_000;
/** What a line takes beside its words, written and unwritten. */
const LINE_SIZE = 30;

/** About what `sizeOf` says, with less ado: a list is new with nearly every letter that is typed. */
function sizeOfLines(choices: readonly Choice[]): number {
	let size = 0;
	for (const { name, value } of choices) size += LINE_SIZE + name.length + value.length;
	return size;
}

const keptByLibrary = new WeakMap<Library, Kept>();

function keptOf(library: Library): Kept {
	let kept = keptByLibrary.get(library);
	if (!kept) {
		kept = {
			answers: new LruCache<Answer>(ANSWERS_SIZE, sizeOf),
			suggestions: new LruCache<readonly Choice[]>(SUGGESTIONS_SIZE, sizeOfLines),
		};
		keptByLibrary.set(library, kept);
	}
	return kept;
}

/** Looks `query` up and shows what it means. */
export function findAnswer(request: FindRequest, context: Context): Answer {
	const { answers } = keptOf(context.library);
	const { publicSpeaker, speaker } = context;
	const key = [speaker.language, publicSpeaker.language, request.kinds?.join(), request.private, request.query].join('\n');
	return answers.get(key) ?? answers.set(key, find(request, context));
}

function find({ kinds, private: alone = false, query }: FindRequest, asked: Context): Answer {
	const context = alone ? asked : publicly(asked);
	const { library, speaker } = context;
	if (query.startsWith(PICKED)) {
		const picked = library.dataset.get(query.slice(PICKED.length));
		if (picked) return { message: entryCard(picked, context), outcome: 'found', private: alone };
	}
	const result = library.finder.find(query, { kinds });
	switch (result.kind) {
		case 'clear':
		case 'exact': {
			const { match, others } = result;
			const card = entryCard(match.entry, context, { alias: match.alias, asked: kinds, others: others.map(({ entry }) => entry) });
			return { message: card, outcome: 'found', private: alone };
		}
		case 'choices':
			return {
				message: {
					components: [
						select(
							customId('open', 'choice'),
							speaker.say('choices.menu'),
							result.matches.map(({ entry }) => entry),
							speaker,
						),
					],
					embeds: [{ description: listOf(result.matches, context), title: speaker.say('choices.title', { query: quoted(query, 100) }) }],
				},
				outcome: 'choices',
				private: alone,
			};
		case 'miss':
			// Never shown to others.
			return missAnswer(query, result.guesses, asked);
		default:
			return result satisfies never;
	}
}

function missAnswer(query: string, guesses: readonly Match[], context: Context): Answer {
	const { speaker } = context;
	const asked = quoted(query, QUERY_SHOWN_MAX);
	const title = speaker.say('miss.title');
	const said = asked === '' ? speaker.say('miss.empty') : speaker.say('miss.asked', { query: asked });
	if (guesses.length === 0)
		return { message: { embeds: [{ description: [said, speaker.say('miss.hint')].join('\n\n'), title }] }, outcome: 'miss', private: true };
	return {
		message: {
			components: [
				select(
					customId('open', 'guess'),
					speaker.say('miss.menu'),
					guesses.map(({ entry }) => entry),
					speaker,
				),
			],
			embeds: [
				{ description: [said, speaker.say('miss.guesses'), listOf(guesses, context), speaker.say('miss.hint')].join('\n\n'), title },
			],
		},
		outcome: 'miss',
		private: true,
	};
}

function listOf(matches: readonly Match[], { speaker }: Context): string {
	return matches
		.map(({ entry }, index) =>
			speaker.say('choices.line', { kind: kindLine(entry, speaker), name: plain(nameOf(entry.name, speaker)), number: index + 1 }),
		)
		.join('\n');
}

/** Lines of autocomplete: title · kind · years, with the name that matched when it is another. */
export function suggestChoices(text: string, kinds: readonly Kind[] | undefined, { library, speaker }: Context): readonly Choice[] {
	const { suggestions } = keptOf(library);
	const key = [speaker.language, kinds?.join(), text].join('\n');
	return suggestions.get(key) ?? suggestions.set(key, suggest(text, kinds, library, speaker));
}

function suggest(text: string, kinds: readonly Kind[] | undefined, library: Library, speaker: Speaker): Choice[] {
	return library.finder.suggest(text, { kinds }).map(({ alias, entry }) => {
		const name = nameOf(entry.name, speaker);
		if (!alias || alias === name) return titleChoice(entry, name, speaker);
		return {
			name: clip(speaker.say('suggestion.alias', { alias, kind: kindLine(entry, speaker), name }), CHOICE_TEXT_MAX),
			value: PICKED + entry.id,
		};
	});
}

/** The same lines come up with every letter that is typed. */
const titleChoices = new Map<Language, WeakMap<Entry, Choice>>();

function titleChoice(entry: Entry, name: string, speaker: Speaker): Choice {
	let choices = titleChoices.get(speaker.language);
	if (!choices) titleChoices.set(speaker.language, (choices = new WeakMap()));
	let choice = choices.get(entry);
	if (!choice) {
		choice = {
			name: clip(speaker.say('suggestion.title', { kind: kindLine(entry, speaker), name }), CHOICE_TEXT_MAX),
			value: PICKED + entry.id,
		};
		choices.set(entry, choice);
	}
	return choice;
}
