/** The names by which a text speaks of entries: “Nomonhan” is Khalkhin Gol in whichever script it stands. */
import type { Topic } from '../dataset/schema.ts';
import { isStopWord, joinPhrases } from '../search/concepts.ts';
import { fold } from '../search/fold.ts';
import { namesOf } from '../search/names.ts';
import { type Token, tokenise } from '../search/tokens.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** No name here has more words or characters. */
const WORDS_MAX = 7;
const RUN_MAX = 24;
/** Names of fewer letters are parts of too many words. */
const LATIN_MIN = 3;
const RUN_MIN = 2;
/** Fewer hiragana are grammar as often as a name. */
const HIRAGANA_MIN = 5;
const HIRAGANA = /^[\p{Script=Hiragana}ー]+$/u;

export interface NameBook {
	/** Names in a folded text without blanks, longest first at each place. */
	inRun(folded: string): { readonly ids: readonly string[]; readonly text: string }[];
	/** Whether an id is that of an event or a treaty. */
	isHappening(id: string): boolean;
	/** Whether an id is that of a disputed word: saying it says something of the topic, and names none. */
	isWord(id: string): boolean;
	/** For each token the ids that it names as part of a whole name. */
	inTokens(tokens: readonly Token[]): (readonly string[] | undefined)[];
}

/** Questions and figures are asked, not named; what they are about is. */
const NAMED_KINDS: ReadonlySet<string> = new Set(['event', 'person', 'place', 'term', 'treaty']);

/** Names as they are looked up, each with the ids of the entries that it names, blanks between them. */
interface Names {
	readonly ids: readonly string[];
	readonly keys: readonly string[];
}

/** What a book is opened from: lists, which are kept between starts. */
export interface NameData {
	/** Written without blanks. */
	readonly runs: Names;
	/** The terms of their words, blanks between them. */
	readonly sequences: Names;
}

const namesIn = (map: ReadonlyMap<string, readonly string[]>): Names => ({
	ids: [...map.values()].map((ids) => ids.join(' ')),
	keys: [...map.keys()],
});
const byKey = ({ ids, keys }: Names) => new Map(keys.map((key, place) => [key, ids[place]!.split(' ')]));

/** Reads the names of all entries. */
export function readNames(entries: readonly Topic[]): NameData {
	const runs = new Map<string, string[]>();
	const sequences = new Map<string, string[]>();
	const note = (map: Map<string, string[]>, key: string, id: string) => {
		const known = map.get(key);
		if (!known) map.set(key, [id]);
		else if (!known.includes(id)) known.push(id);
	};
	for (const entry of entries) {
		if (!NAMED_KINDS.has(entry.kind)) continue;
		for (const { text } of namesOf(entry)) {
			const folded = joinPhrases(fold(text));
			if (CJK.test(folded)) {
				const run = folded.replaceAll(' ', '');
				if (run.length >= (HIRAGANA.test(run) ? HIRAGANA_MIN : RUN_MIN) && run.length <= RUN_MAX) note(runs, run, entry.id);
				continue;
			}
			const terms = tokenise(folded)
				.filter((token) => !isStopWord(token))
				.map(({ term }) => term);
			if (terms.length > 0 && terms.length <= WORDS_MAX && terms.join('').length >= LATIN_MIN) note(sequences, terms.join(' '), entry.id);
		}
	}
	return { runs: namesIn(runs), sequences: namesIn(sequences) };
}

export function openNameBook(entries: readonly Topic[], data: NameData): NameBook {
	const happenings = new Set(entries.filter(({ kind }) => kind === 'event' || kind === 'treaty').map(({ id }) => id));
	const wordIds = new Set(entries.filter(({ kind }) => kind === 'term').map(({ id }) => id));
	const runs = byKey(data.runs);
	const sequences = byKey(data.sequences);
	const starts = new Set([...sequences.keys()].map((key) => key.split(' ', 1)[0]!));
	const longest = Math.max(0, ...[...runs.keys()].map((key) => key.length));
	return {
		inRun(folded) {
			const found: { ids: readonly string[]; text: string }[] = [];
			for (let from = 0; from < folded.length; from++) {
				if (!CJK.test(folded[from]!) && !/\d/.test(folded[from]!)) continue;
				for (let length = Math.min(longest, folded.length - from); length >= RUN_MIN; length--) {
					const text = folded.slice(from, from + length);
					const ids = runs.get(text);
					if (!ids) continue;
					found.push({ ids, text });
					from += length - 1;
					break;
				}
			}
			return found.sort((a, b) => b.text.length - a.text.length);
		},
		isHappening: (id) => happenings.has(id),
		isWord: (id) => wordIds.has(id),
		inTokens(tokens) {
			const named: (string[] | undefined)[] = new Array(tokens.length);
			for (let from = 0; from < tokens.length; from++) {
				if (!starts.has(tokens[from]!.term)) continue;
				for (let length = Math.min(WORDS_MAX, tokens.length - from); length >= 1; length--) {
					const ids = sequences.get(
						tokens
							.slice(from, from + length)
							.map(({ term }) => term)
							.join(' '),
					);
					if (!ids) continue;
					for (let i = from; i < from + length; i++) named[i] = [...new Set([...(named[i] ?? []), ...ids])];
					break;
				}
			}
			return named;
		},
	};
}
