/** The lines under a title: what an entry is, in facts that the linter has checked. */
import type { Dataset } from '../dataset/dataset.ts';
import { parseEdtf } from '../dataset/edtf.ts';
import type { Entry, FiguresEntry, QuestionEntry, SourceEntry } from '../dataset/schema.ts';
import { accountsOf, boundsOf } from '../dataset/walk.ts';
import type { Language, MessageKey, Speaker } from '../messages/index.ts';
import { formatDate, formatYears } from './dates.ts';
import { plain } from './markdown.ts';
import { nameOf } from './names.ts';
import { formatQuantity } from './quantities.ts';

interface Dated {
	readonly date: string;
	readonly disputed?: string;
	readonly oldStyle?: string;
}

/** “1945–1956”: the years for the line above the title and for suggestions. */
export function yearsOf(entry: Entry, speaker: Speaker): string | undefined {
	switch (entry.kind) {
		case 'event':
		case 'figures':
		case 'question':
			return entry.when && formatYears(entry.when.date, speaker);
		case 'treaty':
			return formatYears(entry.signed.date, speaker);
		case 'person': {
			const born = entry.born && formatYears(entry.born.date, speaker);
			const died = entry.died && formatYears(entry.died.date, speaker);
			if (born && died) return lifeOf(entry.born!.date, entry.died!.date, speaker) ?? speaker.say('date.range', { end: died, start: born });
			return born ? speaker.say('date.born', { year: born }) : died && speaker.say('date.died', { year: died });
		}
		case 'source':
			return entry.csl.issued && formatYears(entry.csl.issued, speaker);
		default:
			return undefined;
	}
}

/** “1876–1956”, where both are known to the year. */
function lifeOf(born: string, died: string, speaker: Speaker): string | undefined {
	const [from, to] = [born, died].map((date) => parseEdtf(date)?.start?.year);
	return from === undefined || to === undefined ? undefined : speaker.say('date.range-short', { end: String(to), start: String(from) });
}

/** Menus and suggestions name the kinds of dozens of entries at a time. */
const kindLines = new Map<Language, WeakMap<Entry, string>>();

/** “Figures · 1945–1956”. */
export function kindLine(entry: Entry, speaker: Speaker): string {
	let lines = kindLines.get(speaker.language);
	if (!lines) kindLines.set(speaker.language, (lines = new WeakMap()));
	let line = lines.get(entry);
	if (line === undefined) lines.set(entry, (line = describeKind(entry, speaker)));
	return line;
}

function describeKind(entry: Entry, speaker: Speaker): string {
	const kind = speaker.say(`kind.${entry.kind}` as MessageKey);
	const years = yearsOf(entry, speaker);
	return years ? speaker.say('kind.dated', { kind, years }) : kind;
}

function dated(value: Dated, speaker: Speaker): string {
	const date = value.oldStyle
		? speaker.say('date.old-style', { date: formatDate(value.date, speaker), oldStyle: formatDate(value.oldStyle, speaker) })
		: formatDate(value.date, speaker);
	return value.disputed ? speaker.say('date.disputed', { date, disputed: plain(value.disputed) }) : date;
}

type Signatory = NonNullable<Extract<Entry, { kind: 'treaty' }>['signatories']>[number];

function signatoryName({ name, person }: Signatory, dataset: Dataset, speaker: Speaker): string {
	const known = person === undefined ? undefined : dataset.get(person);
	// In English the document's own spelling stands.
	return known && speaker.names !== 'en' ? nameOf(known.name, speaker) : name;
}

/** A place by its entry, where there is one; else as the dataset calls it. */
function placeName(place: string, dataset: Dataset, speaker: Speaker): string {
	const known = dataset.get(place);
	return plain(known ? nameOf(known.name, speaker) : speaker.word('powers', place));
}

/** One fact a line. */
export function factsOf(entry: Exclude<Entry, SourceEntry>, dataset: Dataset, speaker: Speaker): string[] {
	const line = (label: string, value: string) => speaker.say('fact.line', { label, value });
	switch (entry.kind) {
		case 'event': {
			const places = (entry.where ?? []).map((place) => placeName(place, dataset, speaker));
			return [
				line(speaker.say('fact.when'), dated(entry.when, speaker)),
				...(places.length > 0 ? [line(speaker.say('fact.where'), speaker.list(places))] : []),
			];
		}
		case 'treaty': {
			const facts = [
				line(
					speaker.say('fact.signed'),
					entry.signedAt
						? speaker.say('fact.signed-at', { date: dated(entry.signed, speaker), place: placeName(entry.signedAt, dataset, speaker) })
						: dated(entry.signed, speaker),
				),
			];
			if (entry.inForce) facts.push(line(speaker.say('fact.in-force'), dated(entry.inForce, speaker)));
			if (entry.ended)
				facts.push(
					line(
						speaker.say('fact.ended'),
						speaker.say('fact.ended-how', { date: dated(entry.ended, speaker), how: plain(entry.ended.how) }),
					),
				);
			facts.push(line(speaker.say('fact.parties'), plain(speaker.list(entry.parties.map((party) => speaker.word('powers', party))))));
			if (entry.signatories)
				facts.push(
					line(
						speaker.say('fact.signatories'),
						plain(
							speaker.list(
								entry.signatories.map((one) =>
									speaker.say('fact.signatory', { for: speaker.word('powers', one.for), name: signatoryName(one, dataset, speaker) }),
								),
							),
						),
					),
				);
			return facts;
		}
		case 'figures':
			return [
				spreadOf(entry, speaker),
				line(speaker.say('fact.counted'), plain(entry.counts.includes)),
				...(entry.counts.excludes ? [line(speaker.say('fact.not-counted'), plain(entry.counts.excludes))] : []),
			];
		case 'question':
			return [tallyOf(entry, speaker)];
		case 'person': {
			const facts: string[] = [];
			if (entry.born) facts.push(line(speaker.say('fact.born'), dated(entry.born, speaker)));
			if (entry.died) facts.push(line(speaker.say('fact.died'), dated(entry.died, speaker)));
			facts.push(line(speaker.say('fact.country'), plain(speaker.word('powers', entry.country))));
			for (const { role, when } of entry.roles)
				facts.push(
					when
						? speaker.say('fact.role-dated', { role: plain(role), when: formatDate(when, speaker) })
						: speaker.say('fact.role', { role: plain(role) }),
				);
			return facts;
		}
		case 'place':
			return [
				line(
					speaker.say('fact.coordinates'),
					speaker.say('fact.latitude-longitude', { lat: entry.coordinates.lat.toFixed(2), lon: entry.coordinates.lon.toFixed(2) }),
				),
			];
		case 'term':
			return [];
		default:
			return entry satisfies never;
	}
}

/** “Contested: 7 estimates from 5 sources, 55,000 to 347,000”. */
function spreadOf(entry: FiguresEntry, speaker: Speaker): string {
	const whole = entry.accounts.filter(({ part }) => !part);
	const estimates = whole.length > 0 ? whole : entry.accounts;
	const bounds = estimates.map(({ value }) => boundsOf(value));
	const low = Math.min(...bounds.map(([from]) => from));
	const high = Math.max(...bounds.map(([, to]) => to));
	const sources = new Set(estimates.map(({ source }) => source)).size;
	if (estimates.length === 1)
		return speaker.say('spread.one', { amount: formatQuantity(estimates[0]!.value, speaker), unit: speaker.unit(entry.unit) });
	return speaker.say(low === high ? 'spread.agreed' : 'spread.contested', {
		estimates: estimates.length,
		high: speaker.number(high),
		low: speaker.number(low),
		sources,
		unit: speaker.unit(entry.unit),
	});
}

/** “Contested: 2 positions, 7 sources”. */
function tallyOf(entry: QuestionEntry, speaker: Speaker): string {
	const sources = new Set(accountsOf(entry).map(({ account }) => account.source)).size;
	return speaker.say(entry.positions.length > 1 ? 'tally.contested' : 'tally.one-sided', { positions: entry.positions.length, sources });
}
