/** What the search found, as an answer: the entry, a choice, or an honest miss. */

import { customId } from '../action.ts';
import { type Answer, type Choice, type Context, publicly } from '../answer.ts';
import { KeptChoice } from '../choice.ts';
import type { Entry, Kind } from '../dataset/schema.ts';
import type { Library } from '../library.ts';
import { LruCache, sizeOf } from '../lru-cache.ts';
import type { Language, Speaker } from '../messages/index.ts';
import type { Suggestion } from '../search/completion.ts';
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

/** The entry that was picked from the suggestions. */
export const pickedEntry = (query: string, { dataset }: Pick<Library, 'dataset'>): Entry | undefined =>
	query.startsWith(PICKED) ? dataset.get(query.slice(PICKED.length)) : undefined;

export interface FindRequest {
	readonly kinds?: readonly Kind[];
	readonly private?: boolean;
	readonly query: string;
}

/** What was asked lately: an answer depends on the library, the languages and the request alone. */
const ANSWERS_SIZE = 8_000_000;
const keptByLibrary = new WeakMap<Library, LruCache<Answer>>();

function keptOf(library: Library): LruCache<Answer> {
	let kept = keptByLibrary.get(library);
	if (!kept) keptByLibrary.set(library, (kept = new LruCache<Answer>(ANSWERS_SIZE, sizeOf)));
	return kept;
}

/** Looks `query` up and shows what it means. */
export function findAnswer(request: FindRequest, context: Context): Answer {
	const answers = keptOf(context.library);
	const { publicSpeaker, speaker } = context;
	const key = [speaker.language, publicSpeaker.language, request.kinds?.join(), request.private, request.query].join('\n');
	return answers.get(key) ?? answers.set(key, find(request, context));
}

function find({ kinds, private: alone = false, query }: FindRequest, asked: Context): Answer {
	const context = alone ? asked : publicly(asked);
	const { library, speaker } = context;
	const picked = pickedEntry(query, library);
	if (picked) return { message: entryCard(picked, context), outcome: 'found', private: alone };
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

type Reading = Pick<Context, 'library' | 'speaker'>;

/** Everybody who looks something up begins with the same few letters. */
const LISTS_KEPT = 2_000;

interface Offered {
	/** The same lines come up with every letter that is typed: by their numbers. */
	readonly lines: (KeptChoice | undefined)[];
	readonly lists: LruCache<readonly Choice[]>;
}

const offeredByLibrary = new WeakMap<Library, Map<Language, Offered>>();

function offeredIn({ library, speaker: { language } }: Reading): Offered {
	let byLanguage = offeredByLibrary.get(library);
	if (!byLanguage) offeredByLibrary.set(library, (byLanguage = new Map()));
	let offered = byLanguage.get(language);
	if (!offered)
		byLanguage.set(
			language,
			(offered = { lines: new Array<KeptChoice | undefined>(library.finder.lineCount), lists: new LruCache(LISTS_KEPT) }),
		);
	return offered;
}

/** Lines of autocomplete: title · kind · years, with the name that matched when it is another. The same list whenever the same was typed. */
export function suggestChoices(text: string, kinds: readonly Kind[] | undefined, context: Reading): readonly Choice[] {
	const { lines, lists } = offeredIn(context);
	const key = `${kinds?.join() ?? ''}\n${text}`;
	const known = lists.get(key);
	if (known) return known;
	const { library, speaker } = context;
	return lists.set(
		key,
		library.finder.suggest(text, { kinds }).map((suggestion) => (lines[suggestion.number] ??= choiceOf(suggestion, speaker))),
	);
}

/** Every line that may be offered, one after the other, each made once and kept: for whoever has the time to prepare them. */
export function* allChoices(context: Reading): Generator<KeptChoice> {
	const { lines } = offeredIn(context);
	const { library, speaker } = context;
	for (const suggestion of library.finder.lines()) yield (lines[suggestion.number] ??= choiceOf(suggestion, speaker));
}

function choiceOf({ alias, entry }: Suggestion, speaker: Speaker): KeptChoice {
	const name = nameOf(entry.name, speaker);
	const kind = kindLine(entry, speaker);
	const line =
		alias === undefined || alias === name
			? speaker.say('suggestion.title', { kind, name })
			: speaker.say('suggestion.alias', { alias, kind, name });
	return new KeptChoice(clip(line, CHOICE_TEXT_MAX), PICKED + entry.id);
}
