/** A claim that the dataset does not answer or that was matched wrongly, filed for those who look after it. */
import { customId } from '../action.ts';
import type { Answer, Context } from '../answer.ts';
import { refusal } from '../cards/factcheck-answer.ts';
import { onOneLine } from '../cards/factcheck-text.ts';
import { clip } from '../cards/limits.ts';
import { plain, quoted } from '../cards/markdown.ts';
import { nameOf } from '../cards/names.ts';
import type { Topic } from '../dataset/schema.ts';
import { type NameBook, openNameBook, readNames } from '../factcheck/names.ts';
import { factcheckRights } from '../factcheck-rights.ts';
import type { Library } from '../library.ts';
import { isStopWord, joinPhrases } from '../search/concepts.ts';
import { fold } from '../search/fold.ts';
import { tokenise } from '../search/tokens.ts';
import type { RequestToFile } from '../store/index.ts';

const CLAIM_MAX_LENGTH = 300;
const CLAIM_MIN_LENGTH = 4;
/** Of one person: a handful at once, and then one now and again. */
const REQUEST_LIMIT = { burst: 5, perHour: 5 };

/**
 * A form with the claim in it, to be put into words that are the asker's own: these are kept, and nothing else of the message. `entry`: the
 * one with which the claim was matched wrongly. Nobody is given a form whose words would not be taken.
 */
export async function requestForm(claim: string, { asker, speaker, store }: Context, entry?: string): Promise<Answer> {
	const turn = await store.tokenLeft(asker.userId, 'request', REQUEST_LIMIT);
	if (!turn.allowed) return tooMany(speaker.say('request.too-many', { when: secondsOf(turn.retryAt) }));
	return {
		message: { content: speaker.say('request.no-form') },
		modal: {
			customId: customId('check', 'filed', ...(entry === undefined ? [] : [entry])),
			inputs: [
				{
					description: speaker.say('request.description'),
					id: 'claim',
					label: speaker.say(entry === undefined ? 'request.label' : 'request.wrong-label'),
					maxLength: CLAIM_MAX_LENGTH,
					minLength: CLAIM_MIN_LENGTH,
					multiline: true,
					// Discord takes no text that it would not let a person send.
					...(claim.length < CLAIM_MIN_LENGTH ? {} : { value: clip(claim, CLAIM_MAX_LENGTH) }),
				},
			],
			title: speaker.say(entry === undefined ? 'request.title' : 'request.wrong-title'),
		},
		outcome: 'info',
		private: true,
	};
}

/** Files what was written into the form. `wrong`: the id of the entry with which it was matched wrongly. */
export async function fileClaim(written: string, wrong: string | undefined, context: Context): Promise<Answer> {
	const { mayCheck, mayFile } = await factcheckRights(context);
	if (!mayCheck || !mayFile) return refusal('factcheck.may-not-file', context);
	const entry = wrong === undefined ? undefined : context.library.dataset.get(wrong)?.id;
	if (wrong !== undefined && entry === undefined) return refusal('error.old-button', context);
	const text = onOneLine(written).slice(0, CLAIM_MAX_LENGTH);
	const key = requestKey(text, context.library);
	if (text.length < CLAIM_MIN_LENGTH || key === '') return refusal('request.too-short', context);
	if (entry === undefined) return file({ key, text }, (others) => context.speaker.say('request.filed', { others }), context);
	return file(
		{ entry, key: `${wrongMatch(entry)} ${key}`, text },
		(others) => context.speaker.say('request.reported', { others }),
		context,
	);
}

/** Files that an entry was matched wrongly, without a word of what it was matched with. */
export async function fileWrongMatch(id: string, context: Context): Promise<Answer> {
	const { library, speaker } = context;
	const entry = library.dataset.get(id);
	if (!entry) return refusal('error.old-button', context);
	const said = () => speaker.say('request.reported-entry', { entry: plain(nameOf(entry.name, speaker)) });
	return file({ entry: entry.id, key: wrongMatch(entry.id), text: '' }, said, context);
}

/** No key of a claim begins so. */
const wrongMatch = (entry: string): string => `!${entry}`;

async function file(request: RequestToFile, filed: (others: number) => string, { asker, speaker, store }: Context): Promise<Answer> {
	const turn = await store.takeToken(asker.userId, 'request', REQUEST_LIMIT);
	if (!turn.allowed) {
		const when = secondsOf(turn.retryAt);
		// Whoever wrote something has it back.
		const text = quoted(request.text, CLAIM_MAX_LENGTH);
		return tooMany(text ? speaker.say('request.too-many-written', { text, when }) : speaker.say('request.too-many', { when }));
	}
	const { counted, guilds, was } = await store.fileRequest({ ...request, guildId: asker.guildId });
	// What is open again is asked for anew, also by those who did so before.
	const isRepeat = !counted && was !== 'done';
	// Saying again what is filed takes nothing from what one may ask for.
	if (isRepeat) await store.returnToken(asker.userId, 'request', REQUEST_LIMIT);
	const said = () => {
		if (was === 'declined') return speaker.say('request.declined');
		if (!isRepeat) return filed(guilds - 1);
		return speaker.say(request.entry === undefined ? 'request.filed-before' : 'request.reported-before');
	};
	return { message: { content: said() }, outcome: 'info', private: true };
}

const tooMany = (content: string): Answer => ({ message: { content }, outcome: 'refused', private: true });

const secondsOf = (date: Date): number => Math.ceil(date.getTime() / 1000);

/** The names of all entries, by the library that has them: prepared at the first request. */
const books = new WeakMap<Library, NameBook>();

function namesIn(library: Library): NameBook {
	let book = books.get(library);
	if (!book) {
		const entries = library.dataset.entries.filter((entry): entry is Topic => entry.kind !== 'source');
		book = openNameBook(library.dataset.shelf, readNames(entries));
		books.set(library, book);
	}
	return book;
}

/**
 * One key for one claim in whatever spelling and script variant, and by whatever name it calls an entry. The order stays: who attacked
 * whom is in it.
 */
export function requestKey(text: string, library: Library): string {
	const book = namesIn(library);
	let pieces: (string | { readonly id: string })[] = [joinPhrases(fold(text))];
	for (const { ids, text: name } of book.inRun(String(pieces[0]))) {
		const named = { id: meantBy(ids, book) };
		pieces = pieces.flatMap((piece) =>
			typeof piece === 'string' ? piece.split(name).flatMap((part, place) => (place === 0 ? [part] : [named, part])) : [piece],
		);
	}
	return pieces.flatMap((piece) => (typeof piece === 'string' ? termsOf(piece, book) : [piece.id])).join(' ');
}

/** Some names are written with one. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);

/** The terms of a text, the names among them as the entries that they name. Words like “of” are no part of a name, and stay elsewhere. */
function termsOf(text: string, book: NameBook): string[] {
	const tokens = tokenise(text).filter((token) => !ARTICLES.has(token.text));
	const named = book.inTokens(tokens.filter((token) => !isStopWord(token)));
	const terms: string[] = [];
	let between: string[] = [];
	let place = 0;
	let before: string | undefined;
	for (const token of tokens) {
		if (isStopWord(token)) {
			between.push(token.term);
			continue;
		}
		const ids = named[place++];
		const id = ids && meantBy(ids, book);
		if (id === undefined || id !== before) terms.push(...between, id ?? token.term);
		between = [];
		before = id;
	}
	return [...terms, ...between];
}

/** The entry that a name of several is most likely to mean: what happened rather than where. */
function meantBy(ids: readonly string[], book: NameBook): string {
	const sorted = ids.toSorted();
	return ENTRY + (sorted.find((id) => book.isHappening(id)) ?? sorted.find((id) => !book.isWord(id)) ?? sorted[0]!);
}

const ENTRY = '@';
