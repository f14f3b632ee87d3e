/** What a person typed, read once: its words with the terms they may stand for, its dates, its numbers, what it asks. */
import { writtenOut } from './abbreviations.ts';
import { isCommonWord, isOtherState, isPlainWord } from './common-words.ts';
import { askedBy, conceptOf, type Intent, intentsOf, isStopWord, joinPhrases, runConceptsOf } from './concepts.ts';
import { datesAskedIn, type FoundDate } from './dates.ts';
import { withoutElsewhere } from './elsewhere.ts';
import { fold, nameKey, QUERY_MAX_LENGTH } from './fold.ts';
import { type FoundNumber, numbersIn } from './numbers.ts';
import { isRun } from './runs.ts';
import { mattersOf, runMattersOf, withSayings } from './thesaurus.ts';
import { type Script, type Token, tokenise } from './tokens.ts';
import type { NearTerm, Vocabulary } from './vocabulary.ts';

export interface QueryWord {
	/** A word of every day: it says little, however seldom the dataset uses it. */
	readonly common: boolean;
	/** It names no one thing: a word of every day, or of every war (battle, died, treaty). */
	readonly generic: boolean;
	/** What it shows of a description that has it: 1 for a word that names something, 0 for one that any text has. */
	readonly evidence: number;
	/** A word of every day, or the name of a stranger. */
	readonly plain: boolean;
	/** The terms it may stand for, each with how well, the word itself first. */
	readonly meanings: readonly NearTerm[];
	/** The terms of the matters that it speaks of, for what is described and not named. */
	readonly matters: readonly number[];
	readonly token: Token;
	/** Nothing in the dataset is written like it. */
	readonly unknown: boolean;
}

export interface Query {
	/** The term of what is asked: who, when, whether. */
	readonly asked: string | undefined;
	readonly dates: readonly FoundDate[];
	readonly folded: string;
	readonly intents: ReadonlySet<Intent>;
	/** The query reads as the proper name of an event or document: “Korean war”, “treaty of Versailles”. */
	readonly isName: boolean;
	/** It begins as a question does. */
	readonly isQuestion: boolean;
	/** It ends with a question mark. */
	readonly isMarked: boolean;
	/** It asks whether something is true, or wants it proved or admitted. */
	readonly isDoubt: boolean;
	readonly key: string;
	readonly numbers: readonly FoundNumber[];
	/** The words as written, in order, for names that are contained in the query. */
	readonly parts: readonly string[];
	/** Which of the words name countries beside those of the dataset. */
	readonly states: readonly number[];
	readonly words: readonly QueryWord[];
}

/** What is left of a word as its sound must have so many letters to be compared with others. */
const SOUND_MIN = 3;
/** Concepts of which there was one in every history. */
const WARLIKE: ReadonlySet<string> = new Set(['#battle', '#war']);
/** What words of every war, and of states, show of a description. */
const GENERIC_EVIDENCE = 0.34;
const STATE_EVIDENCE = 0.5;
/** A word that is less like what is written here shows nothing. */
const ALIKE = 0.8;
/** A concept says less than the word itself. */
const CONCEPT_QUALITY = 0.8;
/** Stems of verbs that are written with an e before other endings: creat(e)d, captur(e)d. */
const VERB_STEM = /(?:at|ur|iz|is|as|us|os|ac|uc|nc|ib|rb|ok|ag|ad|id|ud|ut|it|in|ir|op|ap)e?$/;
/** Words of so many letters may have more slips than a word of that length has as a rule. */
const LENIENT_MIN = 4;
/** How many slips more: one syllable that is left out is several letters. */
const BEYOND: Readonly<Record<Script, number>> = { cyrillic: 1, digits: 0, han: 0, hangul: 3, kana: 2, latin: 1 };
/** A rare word of so many letters may be a slip for another one. */
const RARE_SLIP_MIN = 6;
/** Another ending of the same word. */
const OTHER_FORM = 0.93;
/** “memo” is a word that hardly occurs, and may be the beginning of “memorial”. */
const WHOLE_WORD_PREFIX = 0.8;
/** The last of several words may break off after this many letters; a word alone after four. */
const ENDING_MIN = 3;
/** What people say around a date. */
const DATE_TALK =
	/(?<![\p{L}\d])(?:(?:old|new) style|[on]\. ?s\.?|(?:early|late|mid|circa|ca|around|dated)(?!\p{L})|по (?:старому|новому) стилю|[сн]\. ?ст\.?|(?:начало|начале|конец|конце|середина|середине)(?!\p{L})|года?(?!\p{L}))|旧暦|新暦|上旬|中旬|下旬|初め|末|頃|ごろ/gu;
/** What asks, for a number or a year as a rule; the pairs across its edges would say nothing. */
const HOW_MANY =
	/何[十百千万]*[人名機隻票島年月日両門台回個]|何割|何パーセント|どのくらい|どれくらい|いくつ|いくら|为什么|为何|什么时候|哪一?年|多少|哪里|怎么/gu;
const HIRAGANA_ONLY = /^\p{Script=Hiragana}+$/u;
/** A question has few words that name something; the rest of a long text costs time only. */
export const WORDS_MAX = 32;
const REPEATED_MAX = 2;

/**
 * How a text is read: as `typed`; as the `partial` text of somebody who is still typing; `lenient`, where it was found to
 * be nothing as typed, with more slips in a word than there are as a rule.
 */
export type Reading = 'lenient' | 'partial' | 'typed';

export function readQuery(text: string, vocabulary: Vocabulary, reading: Reading = 'typed'): Query {
	const partial = reading === 'partial';
	const typed = text.slice(0, QUERY_MAX_LENGTH);
	const folded = fold(typed);
	// What somebody is still typing is offered whatever it fits: nothing is refused.
	const cut = partial ? typed : withoutElsewhere(typed);
	const { dates, rest: undated } = datesAskedIn(cut);
	const rest = dates.length > 0 ? undated.replace(DATE_TALK, ' ') : undated;
	const numbers = numbersIn(rest);
	let wordsOnly = rest;
	for (const { bare, text } of numbers) if (!bare) wordsOnly = wordsOnly.replace(text, ' ');
	const isWhole = wordsOnly === typed.toLowerCase();
	const spelled = writtenOut(isWhole ? folded : fold(wordsOnly), (word) => {
		const term = vocabulary.idOf(tokenise(word)[0]?.term ?? '');
		return term !== undefined && !vocabulary.isRare(term);
	});
	// What is said in several words, and what it speaks of, is told once it has been said.
	const joined = partial ? spelled : withSayings(joinPhrases(spelled));
	// Han and kana are written without blanks: the words that are known are taken out before the rest is cut in pairs.
	const runConcepts = runConceptsOf(joined).filter(({ word }) => word.length > 1 || standsAlone(word, joined));
	let cutUp = joined;
	for (const { word } of runConcepts) cutUp = cutUp.replaceAll(word, ' ');
	// What they speak of stands beside their pairs, which names are known by.
	const runMatters = partial ? [] : runMattersOf(joined);
	const all = tokenise(isRun(joined) ? cutUp.replace(HOW_MANY, ' ') : cutUp);
	// Single digits alone name nothing.
	if (all.every((token) => isStopWord(token) || (token.script === 'digits' && token.text.length < 2))) all.length = 0;
	const named = all.filter((token) => !isStopWord(token) && !(token.script === 'digits' && dates.length + numbers.length > 0));
	const tokens = withoutRefrain(named.length > 0 || dates.length + numbers.length > 0 ? named : all).slice(0, WORDS_MAX / 2);

	const words: QueryWord[] = runConcepts.slice(0, WORDS_MAX / 2).map(({ concept, word }) => runWord(word, concept, runMatters, vocabulary));
	// 赤壁之战: half of two characters is too much to be mistaken where nothing but “battle” stands beside them.
	const isPair = tokens.length === 1 && runConcepts.every(({ concept }) => WARLIKE.has(concept));
	const states: number[] = [];
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index]!;
		const last = partial && index === tokens.length - 1;
		const word = wordOf(token, runMatters, vocabulary, {
			alone: tokens.length === 1,
			ending: index > 0 && index === tokens.length - 1,
			isPair,
			last,
			lenient: reading === 'lenient',
			partial,
		});
		if (word.unknown && token.script === 'latin' && tokens[index + 1]?.script === 'latin') {
			// “nomon han”: two pieces of one word.
			const pair = vocabulary.idOf(token.term + tokens[index + 1]!.term);
			if (pair !== undefined) {
				words.push({
					common: false,
					evidence: 1,
					generic: false,
					matters: [],
					meanings: [{ quality: 0.95, term: pair }],
					plain: false,
					token,
					unknown: false,
				});
				index++;
				continue;
			}
		}
		if (isOtherState(token)) states.push(words.length);
		words.push(word);
	}
	// What is asked counts as a word: questions of the dataset are indexed by it.
	const asked = askedBy(joined);
	const askedTerm = asked === undefined ? undefined : vocabulary.idOf(asked);
	if (askedTerm !== undefined && words.length > 0)
		words.push({
			common: false,
			evidence: 0,
			generic: true,
			matters: [],
			meanings: [{ quality: 1, term: askedTerm }],
			plain: false,
			token: { script: 'latin', term: asked!, text: asked! },
			unknown: false,
		});
	return new ReadQuery({ asked, dates, folded, intents: intentsOf(folded), joined, numbers, states, typed, words });
}

interface Read extends Pick<Query, 'asked' | 'dates' | 'folded' | 'intents' | 'numbers' | 'states' | 'words'> {
	/** As folded, with what is said in several words or in initials as one word. */
	readonly joined: string;
	readonly typed: string;
}

/** What is seldom asked for is looked at when it is: nobody does while somebody is still typing. */
class ReadQuery implements Query {
	readonly asked: string | undefined;
	readonly dates: Query['dates'];
	readonly folded: string;
	readonly intents: Query['intents'];
	readonly key: string;
	readonly numbers: Query['numbers'];
	readonly states: readonly number[];
	readonly words: readonly QueryWord[];
	readonly #joined: string;
	readonly #typed: string;
	#isName: boolean | undefined;

	constructor({ asked, dates, folded, intents, joined, numbers, states, typed, words }: Read) {
		this.asked = asked;
		this.dates = dates;
		this.folded = folded;
		this.intents = intents;
		this.key = nameKey(folded);
		this.numbers = numbers;
		this.states = states;
		this.words = words;
		this.#joined = joined;
		this.#typed = typed;
	}

	get isDoubt(): boolean {
		return DOUBT.test(this.folded);
	}

	get isMarked(): boolean {
		return /[?？]\s*$/u.test(this.#typed);
	}

	get isName(): boolean {
		return (this.#isName ??= readsAsName(this.#joined));
	}

	get isQuestion(): boolean {
		return this.asked !== undefined || QUESTION_START.test(this.#joined);
	}

	get parts(): readonly string[] {
		return this.#joined.split(' ').filter(Boolean);
	}
}

/** What is said over and over says no more than what is said twice. */
function withoutRefrain(tokens: readonly Token[]): readonly Token[] {
	if (tokens.length <= REPEATED_MAX) return tokens;
	const counts = new Map<string, number>();
	return tokens.filter(({ term }) => {
		const count = (counts.get(term) ?? 0) + 1;
		counts.set(term, count);
		return count <= REPEATED_MAX;
	});
}

type RunMatters = readonly { readonly concept: string; readonly word: string }[];

/** What a word speaks of; a piece of a run, what the longer words speak of that it is a part of. */
function matterTerms(token: Token, runMatters: RunMatters, vocabulary: Vocabulary): number[] {
	if (runMatters.length === 0 && mattersOf(token).length === 0) return [];
	const matters = [...mattersOf(token), ...runMatters.filter(({ word }) => word.includes(token.text)).map(({ concept }) => concept)];
	return matters.flatMap((matter) => vocabulary.idOf(matter) ?? []);
}

/** Whether a single Han character is a word of its own here: 日 is in 北方領土は日のもの, and no word in 日露. */
function standsAlone(character: string, text: string): boolean {
	return new RegExp(`(?<![\\p{Script=Han}\\p{Script=Katakana}])${character}(?![\\p{Script=Han}\\p{Script=Katakana}])`, 'u').test(text);
}

/** A known word of Han or kana: itself where the dataset has it, and what it means. */
function runWord(word: string, concept: string, runMatters: RunMatters, vocabulary: Vocabulary): QueryWord {
	const token: Token = { script: 'han', term: word, text: word };
	const meanings: NearTerm[] = [];
	const exact = vocabulary.idOf(word);
	if (exact !== undefined) meanings.push({ quality: 1, term: exact });
	const meant = vocabulary.idOf(concept);
	if (meant !== undefined) meanings.push({ quality: exact === undefined ? 0.95 : CONCEPT_QUALITY, term: meant });
	return {
		common: false,
		evidence: GENERIC_EVIDENCE,
		generic: true,
		matters: matterTerms(token, runMatters, vocabulary),
		meanings,
		plain: false,
		token,
		unknown: meanings.length === 0,
	};
}

/** Words that were read lately and stand before others: whoever types on sends them again with every letter. */
const keptWords = new WeakMap<Vocabulary, Map<string, QueryWord>>();
const KEPT_MAX = 4_096;

function wordOf(token: Token, runMatters: RunMatters, vocabulary: Vocabulary, place: Place): QueryWord {
	if (!place.partial || place.last || runMatters.length > 0 || token.script === 'han')
		return readWord(token, runMatters, vocabulary, place);
	let kept = keptWords.get(vocabulary);
	if (!kept) keptWords.set(vocabulary, (kept = new Map()));
	let word = kept.get(token.text);
	if (!word) {
		if (kept.size >= KEPT_MAX) kept.clear();
		kept.set(token.text, (word = readWord(token, runMatters, vocabulary, place)));
	}
	return word;
}

function readWord(token: Token, runMatters: RunMatters, vocabulary: Vocabulary, place: Place): QueryWord {
	const meanings = meaningsOf(token, vocabulary, place);
	const common = isCommonWord(token);
	const generic = common || conceptOf(token) !== undefined;
	const plain = isPlainWord(token);
	const isLike = meanings.some(({ quality }) => quality >= ALIKE) || meanings.length === 0;
	return {
		common,
		evidence: plain || !isLike ? 0 : isOtherState(token) ? STATE_EVIDENCE : generic ? GENERIC_EVIDENCE : 1,
		generic,
		matters: place.partial ? [] : matterTerms(token, runMatters, vocabulary),
		meanings,
		plain,
		token,
		unknown: meanings.length === 0,
	};
}

interface Place {
	/** No other word stands beside it. */
	readonly alone: boolean;
	readonly ending: boolean;
	readonly isPair: boolean;
	readonly last: boolean;
	readonly lenient: boolean;
	readonly partial: boolean;
}

function meaningsOf(token: Token, vocabulary: Vocabulary, { alone, ending, isPair, last, lenient, partial }: Place): NearTerm[] {
	const meanings: NearTerm[] = [];
	// “zzzzzz” sounds like a single letter, which is somebody's initial.
	if (token.script === 'latin' && token.term.length < SOUND_MIN && token.text.length > token.term.length + 2) return meanings;
	const exact = vocabulary.idOf(token.term);
	if (exact !== undefined) meanings.push({ quality: 1, term: exact });
	if (token.script === 'latin' && token.term.length >= 5 && VERB_STEM.test(token.term)) {
		// “captured” and “capture” lose their endings at different letters.
		const other = vocabulary.idOf(token.term.endsWith('e') ? token.term.slice(0, -1) : `${token.term}e`);
		if (other !== undefined) meanings.push({ quality: OTHER_FORM, term: other });
	}
	const concept = conceptOf(token);
	const conceptTerm = concept === undefined ? undefined : vocabulary.idOf(concept);
	if (conceptTerm !== undefined) meanings.push({ quality: CONCEPT_QUALITY, term: conceptTerm });
	if (exact === undefined && token.script === 'han' && meanings.length === 0) return isPair ? [] : vocabulary.nearPairs(token.term);

	const grammar = token.script === 'kana' && HIRAGANA_ONLY.test(token.text) && !alone;
	const spelled = token.script !== 'han' && token.script !== 'digits' && !grammar;
	if (lenient) {
		const beyond = BEYOND[token.script];
		if (beyond === 0 || token.term.length < LENIENT_MIN || isPlainWord(token)) return meanings;
		// The ending of “hearnigs” is no ending that is taken off.
		const mended = token.text.replace(/(?:nig|ign|img|ibg|inng|iing)(s?)$/, 'ing$1');
		const { term } = mended === token.text ? token : tokenise(mended)[0]!;
		const own = vocabulary.idOf(term);
		if (own !== undefined && own !== exact) meanings.push({ quality: OTHER_FORM, term: own });
		if (exact === undefined || term.length >= RARE_SLIP_MIN || vocabulary.isRare(exact))
			meanings.push(...vocabulary.near(term, token.text.length, beyond));
		return meanings;
	}
	if (isPlainWord(token) && !last) return meanings;
	if (spelled && (last || (exact === undefined && token.term.length >= (ending ? ENDING_MIN : 4))))
		meanings.push(...vocabulary.startingWith(token.term, ending));
	else if (spelled && token.term.length >= 4 && vocabulary.isRare(exact!)) {
		for (const { quality, term } of vocabulary.startingWith(token.term)) meanings.push({ quality: quality * WHOLE_WORD_PREFIX, term });
	}
	// What is still being typed is hardly a slip as long as words go on from it.
	const isBegun = partial && last && meanings.length > 0;
	if (spelled && exact === undefined && !isBegun) meanings.push(...vocabulary.near(token.term, token.text.length));
	// “Khabarovks” loses its s, and is then some other rare word; “Molotof” is one, and a slip for another.
	if (!partial && spelled && exact !== undefined && token.term.length >= RARE_SLIP_MIN && vocabulary.isRare(exact))
		for (const { quality, term } of vocabulary.near(token.term, token.text.length))
			meanings.push({ quality: quality * WHOLE_WORD_PREFIX, term });
	return exact === undefined ? meanings.filter(({ term }) => !vocabulary.isCommon(term)) : meanings;
}

const HEAD = String.raw`(?:wars?|battles?|sieges?|treaty|treaties|pact|revolution|incident|massacre|conference|agreement|accords?|crisis|uprising|rebellion|campaign|invasion|expedition|mission|protocol|convention|declaration|memorandum|empire|dynasty|affair|война|битва|договор|революция|конференция|соглашение|декларация|инцидент|восстание)`;
const NAME_SHAPES = [
	new RegExp(String.raw`^(?:the )?(?:[\p{L}\p{N}]+ ){1,4}${HEAD}$`, 'u'),
	new RegExp(String.raw`^(?:the )?(?:[\p{L}]+ )?${HEAD} (?:of|at|in|for|on|при|под|в|о|на) (?:the )?(?:[\p{L}\p{N}]+ ?){1,4}$`, 'u'),
	new RegExp(String.raw`^(?:the )?${HEAD} (?:[\p{L}\p{N}]+ ?){1,2}$`, 'u'),
	/^[\p{Script=Han}\p{Script=Katakana}ー]{2,8}(?:条約|協定|宣言|戦争|事件|革命|会議|合戦|の(?:戦い|役|乱|変))$/u,
];
const QUESTION_START =
	/^(?:who|what|when|where|why|how|did|was|were|is|are|does|do|has|had|should|could|tell|explain|кто|что|когда|где|почему|сколько|как)\b/u;

const DOUBT =
	/\b(?:true|truth|really|prove|proof|admit|myth|lies?|lying|supposedly|allegedly|right|wrong|never|always|just)\b|(?<!\p{L})(?:правда|ли|действительно|разве|докажи[а-яё]*|миф|ложь|врут|неужели)(?!\p{L})|本当|嘘|証明|実は|のか|だろう|だよ|って/u;

function readsAsName(folded: string): boolean {
	return !QUESTION_START.test(folded) && NAME_SHAPES.some((shape) => shape.test(folded));
}
