/** Who says this? An account with its voice hidden; the other voices say nothing like it anywhere. */
import { nameOf } from '../../cards/names.ts';
import { voiceOf } from '../../cards/voices.ts';
import type { Account, Topic } from '../../dataset/schema.ts';
import type { Speaker } from '../../messages/index.ts';
import { fold } from '../../search/fold.ts';
import { shuffleNearFirst } from '../dice.ts';
import type { Knowledge } from '../knowledge.ts';
import { filtered, mapped, type Offered, type Plan, plan, yearsIn } from '../plan.ts';
import { accountMark, toldOf } from '../question.ts';
import { hideVoice, isNameable, namesVoice, type Spoken, type Voice } from '../voices.ts';

/** Accounts that share this part of their words may say the same. */
const ALIKE = 0.4;
const NEAREST = 8;

/** “Dmitry Streltsov (Valdai report)”, “Sankei Shimbun”. */
export function offerVoice({ by, source }: Pick<Account, 'by' | 'source'>, { dataset }: Knowledge, speaker: Speaker): Offered {
	const voice = voiceOf({ by, source }, dataset, speaker);
	return {
		means: { ...(by ? { by } : {}), source },
		text:
			by && voice.name !== nameOf(voice.source.name, speaker)
				? speaker.say('quiz.voice', { name: voice.name, source: nameOf(voice.source.name, speaker) })
				: voice.name,
	};
}

const spokenIn = new WeakMap<Knowledge, Map<Topic, Spoken[]>>();

function spokenOf(entry: Topic, knowledge: Knowledge): Spoken[] {
	let all = spokenIn.get(knowledge);
	if (!all) spokenIn.set(knowledge, (all = Map.groupBy(knowledge.chorus.spoken, (one) => one.entry)));
	return all.get(entry) ?? [];
}

export function voicePlans(entry: Topic, knowledge: Knowledge): Plan[] {
	const seen = new Set<string>();
	return spokenOf(entry, knowledge).flatMap((spoken) => {
		const { account } = spoken;
		const mark = accountMark(account);
		if (account.reports || account.part || account.note || !isNameable(account) || seen.has(mark) || spoken.words.size < 7) return [];
		seen.add(mark);
		return [voicePlan(entry, spoken, mark, knowledge)];
	});
}

function voicePlan(entry: Topic, spoken: Spoken, mark: string, knowledge: Knowledge): Plan {
	const { account } = spoken;
	return plan(entry, 'voice', [mark], 0.65, ({ dice, speaker }) => {
		const { chorus, dataset } = knowledge;
		const own = chorus.voices.get(spoken.voice)!;
		const quote = hideVoice(spoken, own, dataset);
		if (!quote) return undefined;
		const words = new Set(fold(quote).split(' '));
		const about = nameOf(entry.name, speaker);
		const right = offerVoice(account, knowledge, speaker);
		// A document that bears its year in its name is given away by it.
		if (yearsIn(right.text).some((year) => quote.includes(year))) return undefined;
		const barred = new Set([...chorus.alike(spoken.words, ALIKE)].map(({ voice }) => voice));
		// Whoever speaks here of the same thing may mean the same in other words.
		for (const other of spokenOf(entry, knowledge))
			if (other.position === spoken.position && other.account.aspect === account.aspect) barred.add(other.voice);
		const isOther = (voice: Voice) =>
			!barred.has(voice.id) && isNameable(voice) && isForeign(voice, own, knowledge) && !quoteNames(words, voice, knowledge);
		const sorted = plausibleVoices(entry, knowledge);
		return {
			cited: [{ at: account.at, source: account.source }],
			prompt:
				isSaid(about, right.text) ||
				[about, entry.name.en].some((name) => namesVoice(name, own, dataset)) ||
				yearsIn(right.text).some((year) => about.includes(year))
					? speaker.say('quiz.ask.voice')
					: speaker.say('quiz.ask.voice-on', { name: about }),
			quote,
			right,
			told: [
				toldOf(account),
				...spokenOf(entry, knowledge)
					.filter((other) => other !== spoken && other.voice !== spoken.voice && other.account.aspect === account.aspect)
					.map((other) => toldOf(other.account)),
			],
			wrong: mapped(oncePerPerson(filtered(alikeFirst(shuffleNearFirst(sorted, NEAREST, dice), own), isOther)), (voice) =>
				offerVoice({ by: voice.by, source: voice.source.id }, knowledge, speaker),
			),
		};
	});
}

/** Whether a name holds what is answered. */
function isSaid(about: string, answer: string): boolean {
	const [shown, right] = [fold(about), fold(answer)];
	return right.length > 3 && ` ${shown} `.includes(` ${right} `);
}

/** Somebody who speaks in two sources is one choice. */
function* oncePerPerson(voices: Iterable<Voice>): Generator<Voice> {
	const had = new Set<string>();
	for (const voice of voices) {
		if (voice.by !== undefined && had.has(voice.by)) continue;
		if (voice.by !== undefined) had.add(voice.by);
		yield voice;
	}
}

/** Voices of an entry were the last to be drawn from; the questions of one entry are mostly made together. */
let lately: { readonly entry: Topic; readonly voices: readonly Voice[] } | undefined;

/** Those who speak in the entry, then those who speak much of its topics. */
function plausibleVoices(entry: Topic, knowledge: Knowledge): readonly Voice[] {
	if (lately?.entry !== entry) {
		const here = new Set(spokenOf(entry, knowledge).map(({ voice }) => voice));
		const voices = [...knowledge.chorus.voices.values()]
			.map((voice) => ({ here: Number(here.has(voice.id)), shared: entry.topics.filter((topic) => voice.topics.has(topic)).length, voice }))
			.filter(({ here: isHere, shared, voice }) => voice.accounts.length > 2 && (shared > 0 || isHere))
			.sort((a, b) => b.here - a.here || b.shared - a.shared || b.voice.accounts.length - a.voice.accounts.length);
		lately = { entry, voices: voices.map(({ voice }) => voice) };
	}
	return lately.voices;
}

/** A treaty among essays would stand out: witnesses of the same sort first, as far as those nearest the matter go. */
function alikeFirst(voices: readonly Voice[], own: Voice): Voice[] {
	const near = voices.slice(0, NEAREST * 4);
	const isAlike = ({ by, source }: Voice) => source.witness === own.source.witness && (by === undefined) === (own.by === undefined);
	return [...near.filter(isAlike), ...near.filter((voice) => !isAlike(voice)), ...voices.slice(NEAREST * 4)];
}

interface Naming {
	/** Of the person or the source that is shown as the voice. */
	readonly name: readonly string[];
	/** Of everybody behind the words. */
	readonly people: ReadonlySet<string>;
}

const namings = new WeakMap<Voice, Naming>();
const NAME_PART_MIN_LENGTH = 5;

function namingOf(voice: Voice, { dataset }: Knowledge): Naming {
	let naming = namings.get(voice);
	if (!naming) {
		const parts = (names: readonly string[]) =>
			names.flatMap((name) => fold(name).split(' ')).filter((part) => part.length >= NAME_PART_MIN_LENGTH);
		const person = voice.by && (dataset.get(voice.by)?.name.en ?? voice.by);
		const authors = (voice.source.csl.author ?? []).map((author) => ('literal' in author ? author.literal : author.family));
		naming = {
			name: parts([person ?? voice.source.name.en]),
			people: new Set(parts([...(person ? [person] : []), ...authors, voice.source.name.en])),
		};
		namings.set(voice, naming);
	}
	return naming;
}

/** Not the same source, the same person elsewhere, or the author of the other's work. */
function isForeign(voice: Voice, own: Voice, knowledge: Knowledge): boolean {
	if (voice.source === own.source || (voice.by && voice.by === own.by)) return false;
	if (voice.source.via === own.source.id || own.source.via === voice.source.id) return false;
	const { people } = namingOf(own, knowledge);
	return ![...namingOf(voice, knowledge).people].some((part) => people.has(part));
}

/** The words that are left name the other voice: nobody speaks of themselves like this. */
function quoteNames(words: ReadonlySet<string>, voice: Voice, knowledge: Knowledge): boolean {
	return namingOf(voice, knowledge).name.some((part) => words.has(part));
}
