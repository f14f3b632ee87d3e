/** The names by which a text speaks of entries: “Nomonhan” is Khalkhin Gol in whichever script it stands. */
import type { PersonEntry, Topic } from '../dataset/schema.ts';
import type { Shelf } from '../dataset/shelf.ts';
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

/** A word of fewer letters sounds like too many others: “bit” like Witte. By itself it is a name as it is written. */
const SOUND_MIN = 4;
/** Names of which one word is looked up and more is written: letters, or what is common in some language. “Peter I” has nothing that matters. */
const SHORTENED: Readonly<Partial<Record<Topic['kind'], RegExp>>> = {
	event: /[\s-]/,
	person: /(?<!\p{L})\p{Lu}\./u,
	place: /[\s-]/,
	treaty: /[\s-]/,
};
const asWritten = ({ text }: Token) => `=${text}`;

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

/** A family name of fewer letters is a part of too many names, and a given name of as many is one of too many people. */
const FAMILY_MIN = 4;
const FAMILY_KANA_MIN = 3;
const HAN_NAME = /^\p{Script=Han}{4,6}$/u;

/**
 * What people call a person by: “Umezu”, “Умэдзу”, 梅津 of Umezu Yoshijirō, 梅津美治郎. An id begins with the family name, which tells where in
 * the titles it stands. `isWord`: a word that somebody may have meant as well, as in “communism grew”.
 */
function familyNamesOf({ id, name }: PersonEntry, isWord: (text: string) => boolean): string[] {
	const words = name.en.split(' ');
	const place = words.findIndex((word) => fold(word) === id.split('-', 1)[0]);
	if (place < 0 || words.length < 2) return [];
	const isFirst = place === 0;
	const found: string[] = [];
	const english = words[place]!;
	if (english.length >= FAMILY_MIN && !isWord(fold(english))) found.push(english);
	const russian = /[()]/.test(name.ru ?? '') ? [] : (name.ru ?? '').split(' ');
	const family = russian.at(isFirst ? 0 : -1);
	if (russian.length > 1 && family && family.length >= FAMILY_MIN) found.push(family);
	const parts = (name.ja ?? '').split('・');
	const last = parts.at(-1)!;
	if (parts.length > 1 && last.length >= FAMILY_KANA_MIN) found.push(last);
	// Of four or five characters two are of the family, as a rule; what is cut otherwise is written nowhere else.
	if (isFirst && HAN_NAME.test(last)) found.push(last.slice(0, last.length > 5 ? 3 : 2));
	return found;
}

/** Reads the names of all entries; where `isWord` is given, people are named by their family names alone as well. */
export function readNames(entries: readonly Topic[], isWord?: (text: string) => boolean): NameData {
	const runs = new Map<string, string[]>();
	const sequences = new Map<string, string[]>();
	const note = (map: Map<string, string[]>, key: string, id: string) => {
		const known = map.get(key);
		if (!known) map.set(key, [id]);
		else if (!known.includes(id)) known.push(id);
	};
	for (const entry of entries) {
		if (!NAMED_KINDS.has(entry.kind)) continue;
		const names = namesOf(entry).map(({ text }) => text);
		if (isWord && entry.kind === 'person') names.push(...familyNamesOf(entry, isWord));
		for (const text of names) {
			const folded = joinPhrases(fold(text));
			if (CJK.test(folded)) {
				const run = folded.replaceAll(' ', '');
				if (run.length >= (HIRAGANA.test(run) ? HIRAGANA_MIN : RUN_MIN) && run.length <= RUN_MAX) note(runs, run, entry.id);
				continue;
			}
			const tokens = tokenise(folded).filter((token) => !isStopWord(token));
			const terms = tokens.map(({ term }) => term);
			// Of “V-J Day”, “R. Bold” and “Gegen Monastery” an ordinary word would be left.
			if (tokens.length === 1 && isWord?.(tokens[0]!.text) && SHORTENED[entry.kind]?.test(text)) continue;
			const key = terms.length === 1 && terms[0]!.length < SOUND_MIN ? asWritten(tokens[0]!) : terms.join(' ');
			if (terms.length > 0 && terms.length <= WORDS_MAX && terms.join('').length >= LATIN_MIN) note(sequences, key, entry.id);
		}
	}
	return { runs: namesIn(runs), sequences: namesIn(sequences) };
}

export function openNameBook({ ids, kinds }: Pick<Shelf, 'ids' | 'kinds'>, data: NameData): NameBook {
	const happenings = new Set(ids.filter((_, row) => kinds[row] === 'event' || kinds[row] === 'treaty'));
	const wordIds = new Set(ids.filter((_, row) => kinds[row] === 'term'));
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
			const idsOf = (from: number, length: number) =>
				length === 1
					? (sequences.get(tokens[from]!.term) ?? sequences.get(asWritten(tokens[from]!)))
					: sequences.get(
							tokens
								.slice(from, from + length)
								.map(({ term }) => term)
								.join(' '),
						);
			for (let from = 0; from < tokens.length; from++) {
				const most = starts.has(tokens[from]!.term) ? Math.min(WORDS_MAX, tokens.length - from) : 1;
				for (let length = most; length >= 1; length--) {
					const ids = idsOf(from, length);
					if (!ids) continue;
					for (let i = from; i < from + length; i++) named[i] = [...new Set([...(named[i] ?? []), ...ids])];
					break;
				}
			}
			return named;
		},
	};
}
