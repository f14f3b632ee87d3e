/** What the fields of an entry state beside its accounts: who signed and for whom, where it was, who took part. */
import type { Topic } from '../dataset/schema.ts';
import { fold } from '../search/fold.ts';
import { namesOf } from '../search/names.ts';
import { actorsOfKnown } from './actors.ts';
import { allegianceIn } from './allegiance.ts';
import { cityOf } from './cities.ts';
import { featuresOf } from './features.ts';
import { type AssertionIndex, postingOf } from './index.ts';
import type { Reading, ReadSlot } from './reading.ts';
import type { Voice } from './report.ts';

/** 結ばれた is read as its stem alone. */
const CONCLUDED_STEM = '結';
const SIGNING =
	/\bsign(?:s|ed|ing|ator\w*|ature\w*)?(?!\p{L})|\bconclud\w+|\binked\b|подпис[а-яё]+|заключ[а-яё]+|調印|締結|署名|結ん|結ば/iu;

interface Fields {
	/** The words of its names. */
	readonly called: ReadonlySet<string>;
	readonly parties: readonly string[];
	readonly places: ReadonlySet<string>;
	readonly signatories: ReadonlySet<string>;
}

const known = new WeakMap<Topic, Fields>();

function fieldsOf(entry: Topic, index: AssertionIndex): Fields {
	let found = known.get(entry);
	if (!found) {
		const idsIn = (texts: readonly string[]) =>
			new Set(texts.flatMap((text) => [text, ...featuresOf(text, index.names).slots.flatMap(({ names, text: word }) => [word, ...names])]));
		found =
			entry.kind === 'treaty'
				? {
						called: idsIn(namesOf(entry).map(({ text }) => text)),
						// “48 others (not the USSR)”
						parties: entry.parties.flatMap((text) => [...actorsOfKnown(text.replace(/\(.*?\)/gu, ''))]),
						places: withCities(idsIn(entry.signedAt ? [entry.signedAt] : [])),
						signatories: new Set((entry.signatories ?? []).flatMap(({ name, person }) => [...(person ? [person] : []), ...idsIn([name])])),
					}
				: { called: new Set(), parties: [], places: idsIn(entry.kind === 'event' ? (entry.where ?? []) : []), signatories: new Set() };
		known.set(entry, found);
	}
	return found;
}

const withCities = (words: ReadonlySet<string>): ReadonlySet<string> =>
	new Set([...words, ...[...words].flatMap((word) => cityOf(fold(word)) ?? [])]);

/** “in Berlin”: words for a place of which there is no entry. */
function sitesIn({ slots, text }: Reading): ReadSlot[] {
	const written = new Set(
		[
			...text.matchAll(/(?<!\p{L})(?:in|at|в)\s+(?<site>\p{Lu}[\p{L}-]+)/gu),
			...text.matchAll(/(?<site>[\p{Script=Katakana}ー]{2,}|\p{Script=Han}{2,4})(?=で(?:調印|締結|署名|結))/gu),
		].map(({ groups }) => fold(groups!.site!)),
	);
	return slots.filter(({ inherited, slot }) => !inherited && slot.names.length === 0 && written.has(slot.text));
}

/** “The pact with Tokyo” was not signed there: a place is a site where the clause puts something in it. */
function isSite({ slots, text }: Reading, id: string): boolean {
	const folded = fold(text);
	return slots.some(({ inherited, slot }) => {
		if (inherited || !slot.names.includes(id)) return false;
		let at = folded.indexOf(slot.text);
		if (at < 0) return true;
		// The treaty has the name of the place as well: ポーツマス条約はポーツマスで調印.
		for (; at >= 0; at = folded.indexOf(slot.text, at + 1))
			if (SITE_BEFORE.test(folded.slice(0, at)) || SITE_AFTER.test(folded.slice(at + slot.text.length))) return true;
		return false;
	});
}
const SITE_BEFORE = /(?<!\p{L})(?:in|at|near|outside|around|to|в|во|на|под|у)\s+(?:\p{L}+\s+){0,2}$/u;
const SITE_AFTER = /^(?:市|港|県)?(?:で|に|において|にて|へ)/u;

/** 1 where what a clause names is stated, −1 where something else is, 0 where either says nothing. */
export interface Stated {
	readonly party: -1 | 0 | 1;
	readonly place: -1 | 0 | 1;
	readonly signatory: -1 | 0 | 1;
}

export function statedIn(entry: Topic, reading: Reading, index: AssertionIndex): Stated {
	const { parties, places, signatories } = fieldsOf(entry, index);
	const own = reading.slots.filter(({ inherited }) => !inherited);
	const named = own.filter(({ slot }) => !slot.names.includes(entry.id)).flatMap(({ slot }) => slot.names);
	const persons = named.filter((id) => index.kindOf(id) === 'person');
	const written = sitesIn(reading).flatMap(({ slot: { script, text } }) => cityOf(text) ?? (script === 'latin' ? text : []));
	// The treaty of Portsmouth is not said to have been signed there by its name; but “at Portsmouth”, ポーツマスで say so.
	const placed = own.flatMap(({ slot }) => slot.names).filter((id) => index.kindOf(id) === 'place' && isSite(reading, id));
	const sites = [...placed, ...written];
	const signs = SIGNING.test(reading.spelt);
	const among = (wanted: readonly string[], stated: ReadonlySet<string>): -1 | 0 | 1 =>
		wanted.length === 0 || stated.size === 0 ? 0 : wanted.every((id) => stated.has(id)) ? 1 : -1;
	return {
		party:
			parties.length === 0 || reading.actors.length === 0 || !signs ? 0 : reading.actors.every((actor) => parties.includes(actor)) ? 1 : -1,
		place: among(sites, places),
		signatory: signs ? among(persons, signatories) : 0,
	};
}

/** What a clause says of the signing of a treaty, beside what the fields state of it. */
export interface Signing {
	/** Whether the clause tells it as it is stated. */
	readonly agrees: boolean;
	/** The accounts that speak of what was compared. */
	readonly voices: readonly Voice[];
}

/** “No one”: what denies names nothing. */
const NO_ONE = /^(?:one|body)$/;

/**
 * For a clause that says of a treaty that it was signed or never was, by whom, where or for whom, and nothing else. `undefined` for a clause
 * of other things, and where no account speaks of what it says: the fields alone are nobody's voice.
 */
export function signingOf(entry: Topic, reading: Reading, index: AssertionIndex): Signing | undefined {
	if (entry.kind !== 'treaty' || !SIGNING.test(reading.spelt)) return undefined;
	const sites = sitesIn(reading);
	const { called, parties, places, signatories } = fieldsOf(entry, index);
	const claimed = reading.slots.filter(
		(one) =>
			one.predicate &&
			!one.inherited &&
			!one.slot.filler &&
			!SIGNING.test(one.slot.text) &&
			!NO_ONE.test(one.slot.text) &&
			one.slot.text !== CONCLUDED_STEM &&
			one.slot.names.length === 0 &&
			// “The pact of 1941” only says which one is meant.
			!called.has(one.slot.text) &&
			!sites.includes(one),
	);
	if (claimed.length > 0) return undefined;
	const { party, place, signatory } = statedIn(entry, reading, index);
	const matters = [
		{ found: place, names: places },
		{ found: signatory, names: signatories },
		{ found: allegianceIn(reading, index.personOf), names: signatories },
		// A treaty of many is signed by more than its fields name: whom they do not name may have signed it.
		{ found: new Set(parties).size === 2 ? party : Math.max(0, party), names: signatories },
	].filter(({ found }) => found !== 0);
	const wrong = matters.filter(({ found }) => found < 0);
	// Whoever tells where or by whom it was signed says that it was.
	const told = isOfNothingElse(entry, reading, sites) ? [{ names: places }, { names: signatories }] : matters;
	const compared = wrong.length > 0 ? wrong : told;
	const voices = entry.accounts
		.filter(({ says }) => SIGNING.test(says))
		.filter(({ says }) => {
			const words = new Set(featuresOf(says, index.names).slots.flatMap(({ names, text }) => [text, ...names]));
			return compared.some(({ names }) => [...names].some((name) => words.has(name)));
		})
		.map((account) => ({ account }));
	return voices.length === 0 ? undefined : { agrees: (wrong.length === 0) === reading.stance.sign > 0, voices };
}

/** “Nobody ever signed the pact”: it names the treaty, and neither states, people, places, dates nor numbers. */
function isOfNothingElse(entry: Topic, { actors, amounts, dates, slots }: Reading, sites: readonly ReadSlot[]): boolean {
	return (
		actors.length + amounts.length + dates.length + sites.length === 0 &&
		slots.every(({ inherited, slot }) => inherited || slot.names.length === 0 || slot.names.includes(entry.id))
	);
}

/** Whether an entry speaks anywhere of what a word of a clause means. */
export const speaksOf = (row: number, { meanings }: ReadSlot, { postings }: AssertionIndex): boolean =>
	meanings.some(({ quality, term }) => quality >= SURE && postingOf(postings, term, row) !== undefined);
const SURE = 0.8;
