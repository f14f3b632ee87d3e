/** Voices and the words they use: who says what, and who says much the same. */

import type { Dataset } from '../dataset/dataset.ts';
import type { Account, SourceEntry, Topic } from '../dataset/schema.ts';
import { accountsOf, aliasesOf } from '../dataset/walk.ts';
import { fold } from '../search/fold.ts';
import { stemEnglish } from '../search/tokens.ts';

export interface Voice {
	readonly by?: string;
	readonly id: string;
	readonly source: SourceEntry;
	/** Accounts in the whole dataset. */
	readonly accounts: readonly Spoken[];
	readonly topics: ReadonlySet<string>;
}

export interface Spoken {
	readonly account: Account;
	readonly entry: Topic;
	readonly position?: string;
	readonly voice: string;
	/** Its content words, stemmed. */
	readonly words: ReadonlySet<string>;
}

export const voiceId = ({ by, source }: Pick<Account, 'by' | 'source'>): string => (by ? `${source}/${by}` : source);

const STOP = new Set(
	'the a an of in on at to from by for and or but with as it its is was were are be been had has have he his her their they them that this which who whom whose not no nor than then also into over under after before between during says say said writes write wrote gives give gave calls call holds hold adds names name notes note reports report according account one two all most more some any other only when where while until since out up down so'.split(
		' ',
	),
);

export function contentWords(text: string): Set<string> {
	return new Set(
		fold(text)
			.split(' ')
			.filter((word) => word.length > 1 && !STOP.has(word))
			.map(stemEnglish),
	);
}

/** Everything said by everybody, with an index by word. */
export class Chorus {
	readonly voices: ReadonlyMap<string, Voice>;
	readonly spoken: readonly Spoken[];
	readonly #byWord = new Map<string, Spoken[]>();

	constructor(dataset: Dataset) {
		const voices = new Map<string, { by?: string; id: string; source: SourceEntry; accounts: Spoken[]; topics: Set<string> }>();
		const spoken: Spoken[] = [];
		for (const entry of dataset.entries) {
			if (entry.kind === 'source') continue;
			for (const { account, position } of accountsOf(entry)) {
				const id = voiceId(account);
				const one: Spoken = { account, entry, position, voice: id, words: contentWords(account.says) };
				spoken.push(one);
				const voice = voices.get(id) ?? { accounts: [], by: account.by, id, source: dataset.source(account.source), topics: new Set() };
				voices.set(id, voice);
				voice.accounts.push(one);
				for (const topic of entry.topics) voice.topics.add(topic);
				for (const word of one.words) {
					const list = this.#byWord.get(word);
					if (list) list.push(one);
					else this.#byWord.set(word, [one]);
				}
			}
		}
		this.voices = voices;
		this.spoken = spoken;
	}

	/** Accounts that share at least this part of the words. */
	alike(words: ReadonlySet<string>, share: number): Set<Spoken> {
		const shared = new Map<Spoken, number>();
		for (const word of words) for (const one of this.#byWord.get(word) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
		const found = new Set<Spoken>();
		for (const [one, count] of shared) if (count >= share * Math.min(words.size, one.words.size)) found.add(one);
		return found;
	}
}

/** A name in plain words of a group or of nobody in particular cannot be asked for. */
export const isNameable = ({ by }: { readonly by?: string }): boolean =>
	by === undefined || !/[“”"()]|not named|unnamed|\breport(?:ed|s)?\b|\bas \p{Lu}/u.test(by);

const GENERIC = new Set(
	'the of in on at and for from japan japanese russia russian soviet ussr china chinese mongolia mongolian american united states union republic empire moscow tokyo beijing ukraine siberia sakhalin kuril kurils manchuria khalkhin gol pow pows prisoners war treaty text report book note notes agreement declaration convention pact government ministry foreign islands island northern territories state statement document'.split(
		' ',
	),
);
const FORMS =
	/\b(?:review(?:er)?|editorial|encyclop\w+|blog|yearbook|textbook|newspaper|magazine|pamphlet|website|wikipedia)(?:[’']s)?(?=\P{L}|$)/giu;
/** Stands for hidden words. */
export const GAP = '▇▇▇';
/** “The English encyclopedia” can only be one of a few. */
const TONGUES = new RegExp(`\\b(?:Chinese|English|French|German|Japanese|Korean|Mongolian|Polish|Russian|Soviet) ${GAP}`, 'gu');
/** Hidden words side by side are one gap. */
const GAPS = new RegExp(`${GAP}(?:[\\s.’'()“”:/&-]*(?:of |on |the |by )?${GAP})+`, 'gu');

interface Hiding {
	/** Longest first. */
	readonly patterns: readonly RegExp[];
	/** Words that must not be left. */
	readonly words: ReadonlySet<string>;
}

const hidings = new WeakMap<Voice, Hiding>();

function hidingOf(voice: Voice, dataset: Dataset): Hiding {
	let hiding = hidings.get(voice);
	if (!hiding) {
		const { by, source } = voice;
		const person = by ? dataset.get(by) : undefined;
		const names = [
			source.name.en,
			...aliasesOf(source).map(({ text }) => text),
			source.csl['container-title'],
			source.csl.publisher,
			source.csl.title,
			...(source.csl.author ?? []).flatMap((author) =>
				'literal' in author ? [author.literal] : [author.family, `${author.given ?? ''} ${author.family}`.trim()],
			),
			...(by ? [person?.name.en ?? by, ...(person ? aliasesOf(person).map(({ text }) => text) : [])] : []),
		].filter((name) => name !== undefined);
		// Of a title only the whole is hidden: its words are those of the matter.
		const own = [
			source.name.en,
			...(source.csl.author ?? []).map((author) => ('literal' in author ? author.literal : `${author.given ?? ''} ${author.family}`)),
			...(by ? [person?.name.en ?? by, ...(person ? aliasesOf(person).map(({ text }) => text) : [])] : []),
		];
		const words = [
			...new Set(
				own
					.flatMap((name) => name.split(/[\s,.:;()“”"«»/’'–-]+/u))
					.filter((word) => /^\p{Lu}/u.test(word) && word.length > 2 && !GENERIC.has(word.toLowerCase())),
			),
		];
		const phrases = [...new Set([...names, ...words])].filter((it) => it.length > 2).sort((a, b) => b.length - a.length);
		hiding = {
			patterns: phrases.map(
				(phrase) => new RegExp(`(?<![\\p{L}\\p{N}])${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?:[’']s)?(?![\\p{L}\\p{N}])`, 'giu'),
			),
			words: new Set(words.map((word) => stemEnglish(fold(word)))),
		};
		hidings.set(voice, hiding);
	}
	return hiding;
}

/**
 * The account with its speaker hidden; `undefined` where the rest would say too little or still give the speaker away.
 */
export function hideVoice({ account }: Spoken, voice: Voice, dataset: Dataset): string | undefined {
	const { patterns, words } = hidingOf(voice, dataset);
	let text = account.says;
	for (const pattern of patterns) text = text.replace(pattern, GAP);
	text = text.replace(FORMS, GAP).replace(GAPS, GAP).replace(TONGUES, GAP);
	const left = contentWords(text.replaceAll(GAP, ' '));
	if (left.size < 6 || [...left].some((word) => words.has(word)) || leansOnContext(text)) return undefined;
	// With its subject hidden as well, little may not be enough; and whoever names the work by its title names it.
	const gaps = text.split(GAP).length - 1;
	const titled = [...contentWords(voice.source.name.en)].filter((word) => left.has(word) && !GENERIC.has(word)).length;
	const spokenFor =
		voice.by && !dataset.get(voice.by) ? [...contentWords(voice.by)].filter((word) => left.has(word) && !GENERIC.has(word)) : [];
	return (gaps > 1 && left.size < 10) || (!voice.by && titled > 1) || spokenFor.length > 0 ? undefined : text;
}

/** Whether a text names the voice. */
export const namesVoice = (text: string, voice: Voice, dataset: Dataset): boolean =>
	hidingOf(voice, dataset).patterns.some((pattern) => text.replace(pattern, '') !== text);

/** Says “it” or “the state so created” of something that was named before. */
export const leansOnContext = (text: string): boolean =>
	/^(?:It|He|She|They|This|These|Those|The same|The article:)|\bthis (?:nearby|place|site)\b|\b(?:those|these) (?:troops|men|forces|people|prisoners|divisions|figures|numbers)\b|\bpicture caption\b|\bforum post\b|\blife dates\b|\b(?:has|have|had|lets|makes|calls|sees|finds|dates) (?:it|him|her|them)\b|\bso (?:created|made|founded)\b/u.test(
		text,
	);
