/** The dataset as makers of questions look at it. Made once a library, at the first question. */
import type { Dataset } from '../dataset/dataset.ts';
import type { Account, Entry, PlaceEntry, Topic } from '../dataset/schema.ts';
import { accountsOf, aliasesOf } from '../dataset/walk.ts';
import type { Library } from '../library.ts';
import { fold, nameKey } from '../search/fold.ts';
import type { Period } from './question.ts';
import { closedSpan, joinSaid, type Said, type Span, saidIn } from './said.ts';
import { Chorus } from './voices.ts';

/** A name this short stands in other words too. */
const MENTION_MIN_LENGTH = 8;
/** Three years, in sortable days. */
const LONG = 30_000;

export class Knowledge {
	readonly dataset: Dataset;
	readonly topics: readonly Topic[];
	#chorus: Chorus | undefined;
	#folded: { readonly account: Account; readonly entry: Topic; readonly says: string }[] | undefined;
	#namesakes: Map<string, Topic[]> | undefined;
	readonly #said = new Map<Topic, Said>();
	readonly #around = new Map<Topic, Said>();
	readonly #texts = new Map<Topic, string>();

	constructor(dataset: Dataset) {
		this.dataset = dataset;
		this.topics = dataset.entries.filter((entry): entry is Topic => entry.kind !== 'source');
	}

	get chorus(): Chorus {
		this.#chorus ??= new Chorus(this.dataset);
		return this.#chorus;
	}

	/** What the entry itself says. */
	said(entry: Topic): Said {
		let said = this.#said.get(entry);
		if (!said) this.#said.set(entry, (said = saidIn(entry)));
		return said;
	}

	/** What is said of the entry anywhere: in itself, in the questions and figures about it, in its namesakes, in accounts that name it. */
	saidAround(entry: Topic): Said {
		let said = this.#around.get(entry);
		if (!said) {
			const near = this.dataset.relatedTo(entry).filter((other): other is Topic => other.kind === 'question' || other.kind === 'figures');
			// What others say beside it: the years of a life or an age do not date it.
			const naming = this.#accountsNaming(entry)
				.map(({ says, value }) => saidIn({ says, value }))
				.map((it) => ({ ...it, dates: it.dates.filter(([from, to]) => to - from < LONG) }));
			said = joinSaid([this.said(entry), ...[...near, ...this.namesakes(entry)].map((other) => this.said(other)), ...naming]);
			this.#around.set(entry, said);
		}
		return said;
	}

	#accountsNaming(entry: Topic): Account[] {
		const names = namesOf(entry)
			.map(fold)
			.filter((name) => name.length >= MENTION_MIN_LENGTH);
		this.#folded ??= this.topics.flatMap((topic) =>
			accountsOf(topic).map(({ account }) => ({ account, entry: topic, says: foldProse(account.says) })),
		);
		return this.#folded.filter((one) => one.entry !== entry && names.some((name) => one.says.includes(name))).map(({ account }) => account);
	}

	/** Other entries that bear one of its names. */
	namesakes(entry: Topic): readonly Topic[] {
		if (!this.#namesakes) {
			this.#namesakes = new Map();
			for (const topic of this.topics) {
				for (const key of new Set(namesOf(topic).map((name) => nameKey(fold(name))))) {
					const list = this.#namesakes.get(key);
					if (list) list.push(topic);
					else this.#namesakes.set(key, [topic]);
				}
			}
		}
		const found = new Set(namesOf(entry).flatMap((name) => this.#namesakes!.get(nameKey(fold(name))) ?? []));
		found.delete(entry);
		return [...found];
	}

	/** Every text of the entry, folded. */
	textOf(entry: Topic): string {
		let text = this.#texts.get(entry);
		if (text === undefined) this.#texts.set(entry, (text = foldProse(stringsOf(entry).join(' '))));
		return text;
	}
}

/** As `fold`, which is quick with plain letters alone: in prose these are mostly all but for the marks of printers. */
export const foldProse = (text: string): string => fold(text.replace(/[’‘']/g, '').replace(/[“”„«»–—…"%&+=]/g, ' '));

function stringsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (Array.isArray(value)) return value.flatMap(stringsOf);
	if (value !== null && typeof value === 'object')
		return Object.entries(value).flatMap(([key, inner]) => (key === 'source' || key === 'related' ? [] : stringsOf(inner)));
	return [];
}

const known = new WeakMap<Dataset, Knowledge>();

export function knowledgeOf({ dataset }: Pick<Library, 'dataset'>): Knowledge {
	let knowledge = known.get(dataset);
	if (!knowledge) known.set(dataset, (knowledge = new Knowledge(dataset)));
	return knowledge;
}

/** Names in every language and every alias. */
export const namesOf = (entry: Entry): string[] => [...Object.values(entry.name), ...aliasesOf(entry).map(({ text }) => text)];

/** Accounts that speak for their source and of the whole matter. */
export const firmAccounts = (entry: Topic): Account[] =>
	accountsOf(entry)
		.map(({ account }) => account)
		.filter(({ part, reports }) => !part && !reports);

/** The date by which an entry is placed in time. */
export function dateOf(entry: Topic): { readonly date: string; readonly disputed?: string; readonly oldStyle?: string } | undefined {
	switch (entry.kind) {
		case 'treaty':
			return entry.signed;
		case 'event':
		case 'figures':
		case 'question':
			return entry.when;
		default:
			return undefined;
	}
}

export function spanOfEntry(entry: Topic): Span | undefined {
	const dated = dateOf(entry);
	return dated && closedSpan(dated.date);
}

/** The years of an entry: its own, or those of a life. */
export function periodOf(entry: Topic): Period | undefined {
	const years = (span: Span | undefined): Period | undefined => span && [Math.floor(span[0] / 10_000), Math.floor(span[1] / 10_000)];
	if (entry.kind === 'person') {
		const born = entry.born && years(closedSpan(entry.born.date));
		const died = entry.died && years(closedSpan(entry.died.date));
		return born || died ? [(born ?? died)![0], (died ?? born)![1]] : undefined;
	}
	return years(spanOfEntry(entry));
}

/** Lands and chains of islands: the middle of an area says nothing exact. */
const WIDE =
	/\b(?:state|republic|region|country|land|empire|colony|province|peninsula|islands|islets|chain|territor\w+|area|camps|river)\b/iu;

/** A place that is one point on a map. */
export function isPoint({ coordinates: { lat, lon }, name, summary }: PlaceEntry): boolean {
	const decimals = (value: number) => String(value).split('.')[1]?.length ?? 0;
	return (
		Math.max(decimals(lat), decimals(lon)) >= 2 &&
		!WIDE.test(summary.split(/[,;.]/u)[0]!) &&
		!/republic|mongolia|islands|manchukuo|america|siberia/iu.test(name.en)
	);
}

/** Kilometres over the ground. */
export function distance(a: PlaceEntry['coordinates'], b: PlaceEntry['coordinates']): number {
	const rad = Math.PI / 180;
	const h =
		Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
	return 2 * 6371 * Math.asin(Math.sqrt(h));
}
