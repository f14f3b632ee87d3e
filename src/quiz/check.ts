/**
 * Whether a question can be trusted: its keyed answer right by the source that it cites, every other choice wrong by
 * every source. Reads the dataset anew and by other means than the makers of questions do.
 */
import { BUTTON_LABEL_MAX, SELECT_TEXT_MAX } from '../cards/limits.ts';
import { pinnedPlaces } from '../cards/quiz-map.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { spanOf } from '../dataset/edtf.ts';
import type { Account, Entry, PlaceEntry, Topic } from '../dataset/schema.ts';
import { accountsOf, aliasesOf, boundsOf, citationsOf, isQuantity } from '../dataset/walk.ts';
import { fold, nameKey } from '../search/fold.ts';
import { claims, isHeld, isMade } from './check-claims.ts';
import { knowledgeOf } from './knowledge.ts';
import { CHOICE_TEXT_MAX_LENGTH } from './plan.ts';
import { type Choice, type ChoiceTask, type Meaning, parseQuestionId, QUESTION_ID_MAX_LENGTH, type Question } from './question.ts';
import { voiceId } from './voices.ts';

/** Problems in plain words; none when the question is good. */
export function checkQuestion(question: Question, { dataset }: { readonly dataset: Dataset }): string[] {
	const entry = dataset.get(question.entry);
	if (!entry || entry.kind === 'source') return ['is about no entry'];
	return [
		...form(question, dataset),
		...(question.task.type === 'number' ? estimate(question, entry) : content(question, question.task, entry, dataset)),
	];
}

function form(question: Question, dataset: Dataset): string[] {
	const problems: string[] = [];
	const { cited, id, prompt, quote = '', task, told } = question;
	if (parseQuestionId(id)?.entry !== question.entry || id.length > QUESTION_ID_MAX_LENGTH) problems.push('has a bad id');
	if (cited.length === 0 || told.length === 0) problems.push('cites nothing');
	const entries = [question.entry, ...(task.type === 'choice' ? task.choices.flatMap(({ means }) => get(means, 'entry') ?? []) : [])];
	const places = new Set(
		entries.flatMap((entry) => citationsOf(dataset.get(entry)!).map(({ at, id: source }) => `${dataset.get(source)?.id} ${at}`)),
	);
	for (const { at, source } of cited)
		if (!places.has(`${dataset.get(source)?.id} ${at}`)) problems.push(`cites a place that no account has: ${source}, ${at}`);
	if (prompt.length > 256 || quote.length > 700) problems.push('is too long');
	if (/undefined|\{\w+\}|\[object/u.test(`${prompt} ${quote}`)) problems.push('has a hole in its words');
	if (task.type !== 'choice') return problems;
	const { choices, key, strikes } = task;
	if (choices.length < 2 || choices.length > 4) problems.push(`has ${choices.length} choices`);
	if (new Set(choices.map(({ text }) => nameKey(fold(text)))).size < choices.length) problems.push('has the same choice twice');
	if (new Set(choices.map(({ id: it }) => it)).size < choices.length) problems.push('has a choice id twice');
	const people = choices.flatMap(({ means }) => ('by' in means && means.by !== undefined ? [means.by] : []));
	if (new Set(people).size < people.length) problems.push('names the same person twice');
	if (choices.filter(({ id: it }) => it === key).length !== 1) problems.push('has no keyed choice');
	if (strikes.includes(key) || strikes.length > choices.length - 2) problems.push('strikes out too much');
	problems.push(...pins(question, dataset));
	for (const { text } of choices) {
		if (text.trim() === '' || text.length > CHOICE_TEXT_MAX_LENGTH) problems.push(`has a choice of ${text.length} characters`);
		if (question.kind !== 'article' && text.length > SELECT_TEXT_MAX + BUTTON_LABEL_MAX)
			problems.push(`has a choice too long for a menu: ${text}`);
	}
	const right = choices.find(({ id: it }) => it === key);
	const shown = fold(prompt);
	if (
		right &&
		!('truth' in right.means) &&
		question.kind !== 'whose' &&
		question.kind !== 'map' &&
		fold(right.text).length > 3 &&
		` ${shown} `.includes(` ${fold(right.text)} `)
	)
		problems.push('gives its answer away');
	return problems;
}

/** Of the widest distance between two pins, the least that may lie between any two. */
const PINS_APART = 0.07;

/** Pins on a map must stand apart, none where sources dispute that a place lies. */
function pins(question: Question, dataset: Dataset): string[] {
	const places = pinnedPlaces(question, dataset);
	if (!places) return [];
	const rad = Math.PI / 180;
	const angles = places.flatMap((a, index) =>
		places
			.slice(index + 1)
			.map((b) =>
				Math.acos(
					Math.min(
						1,
						Math.sin(a.lat * rad) * Math.sin(b.lat * rad) + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.cos((a.lon - b.lon) * rad),
					),
				),
			),
	);
	return Math.min(...angles) < PINS_APART * Math.max(...angles) ? ['has pins that can hardly be told apart'] : [];
}

function estimate({ according, task }: Question, entry: Topic): string[] {
	if (entry.kind !== 'figures' || task.type !== 'number') return ['is an estimate of nothing'];
	const whole = entry.accounts.filter(({ part, reports }) => part !== true && reports !== true);
	const given = new Set(whole.map(({ value }) => JSON.stringify(value)));
	const problems = task.accepts.filter(({ value }) => !given.has(JSON.stringify(value))).map(() => 'accepts a value that no source gives');
	if (whole.some(({ value }) => !task.accepts.some((accepted) => JSON.stringify(accepted.value) === JSON.stringify(value))))
		problems.push('leaves out a value that a source gives');
	if (
		according &&
		entry.accounts.some(
			({ by, source, value }) => (by ?? source) === (according.by ?? according.source) && !given.has(JSON.stringify(value)),
		)
	)
		problems.push('asks for the number of one who gives several');
	if (!according && new Set(whole.map(({ value }) => boundsOf(value).join('-'))).size < 2) problems.push('names no source');
	return problems;
}

function content(question: Question, task: ChoiceTask, entry: Topic, dataset: Dataset): string[] {
	const right = task.choices.find(({ id }) => id === task.key);
	if (!right) return [];
	const wrong = task.choices.filter((choice) => choice !== right);
	const says = JUDGES[question.kind];
	if (!says) return ['is of a kind that nobody checks'];
	const judge = says(question, entry, dataset);
	return [
		...(judge.isRight(right) ? [] : [`keys “${right.text}”, which its source does not bear out`]),
		...wrong.filter((choice) => judge.mayBeRight(choice)).map((choice) => `offers “${choice.text}” as wrong, which may be right`),
	];
}

interface Judge {
	isRight(choice: Choice): boolean;
	/** By any source whatever. */
	mayBeRight(choice: Choice): boolean;
}

/** What is worked out for an entry or an account once, for thousands of questions. */
function once<K extends object, V, A extends unknown[]>(make: (key: K, ...more: A) => V): (key: K, ...more: A) => V {
	const kept = new WeakMap<K, V>();
	return (key, ...more) => {
		if (!kept.has(key)) kept.set(key, make(key, ...more));
		return kept.get(key)!;
	};
}

const get = <K extends string>(means: Meaning, key: K) => (means as unknown as Record<string, unknown>)[key] as string | undefined;
const accountsCited = (question: Question, entry: Topic): Account[] =>
	accountsOf(entry)
		.map(({ account }) => account)
		.filter(({ at, source }) => question.cited.some((cited) => cited.at === at && cited.source === source));
const keysOf = once(
	(entry: Entry) => new Set([...Object.values(entry.name), ...aliasesOf(entry).map(({ text }) => text)].map((name) => nameKey(fold(name)))),
);

/** Every date that stands as a value anywhere in the entry, open ends taken as their known end. */
function datesOf(value: unknown): string[] {
	if (typeof value === 'string') return /^\d{2,4}X{0,2}[\d\-/.~?%X]*$/u.test(value) && spanOf(value) ? [value] : [];
	if (Array.isArray(value)) return value.flatMap(datesOf);
	return value !== null && typeof value === 'object'
		? Object.entries(value).flatMap(([key, it]) => (key === 'source' || key === 'id' ? [] : datesOf(it)))
		: [];
}

function touches(a: string, b: string): boolean {
	const [one, other] = [spanOf(a), spanOf(b)];
	if (!one || !other) return false;
	const [low, high] = one[1] === Number.MAX_SAFE_INTEGER ? [one[0], one[0]] : one[0] === Number.MIN_SAFE_INTEGER ? [one[1], one[1]] : one;
	return low <= other[1] && other[0] <= high;
}

/** Ids and places in sources are no statements. */
const NO_TEXT = new Set(['at', 'id', 'person', 'related', 'source', 'topics']);
const allText = (value: unknown): string => JSON.stringify(value, (key, it) => (NO_TEXT.has(key) ? undefined : it));

/** The whole text of the entry and of the disputed questions about it. */
const textAround = once((entry: Topic, dataset: Dataset): string =>
	[entry, ...dataset.relatedTo(entry).filter(({ kind }) => kind === 'question')].map(allText).join('\n'),
);
const wordsOf = once(
	({ says }: Account) =>
		new Set(
			fold(says)
				.split(' ')
				.filter((word) => word.length > 3),
		),
);

const datesAround = once((entry: Topic, dataset: Dataset): string[] =>
	[entry, ...dataset.relatedTo(entry).filter(({ kind }) => kind === 'question' || kind === 'figures')].flatMap(datesOf),
);

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** The date as a text would have it. */
function writtenOut(date: string): RegExp | undefined {
	const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(date) ?? [];
	if (!year || Number(month ?? 1) > 12) return undefined;
	const name = month && MONTHS[Number(month) - 1];
	return new RegExp(day ? `(?<!\\d)${Number(day)} ${name} ${year}` : name ? `${name} ${year}` : `(?<!\\d)${year}(?!\\d)`, 'u');
}

const dateJudge = (question: Question, entry: Topic, dataset: Dataset): Judge => {
	const all = datesAround(entry, dataset);
	const text = textAround(entry, dataset);
	return {
		isRight({ means }) {
			const date = get(means, 'date') ?? '';
			return accountsCited(question, entry).some(
				({ says, value }) => (value && 'date' in value && touches(value.date, date)) || (/^\d{4}$/.test(date) && says.includes(date)),
			);
		},
		mayBeRight({ means }) {
			const date = get(means, 'date') ?? '';
			return all.some((said) => touches(said, date)) || (writtenOut(date)?.test(text) ?? false);
		},
	};
};

const numberJudge = (question: Question, entry: Topic, dataset: Dataset): Judge => {
	const numbers = accountsOf(entry).flatMap(({ account }) => (isQuantity(account.value) ? [boundsOf(account.value)] : []));
	const text = textAround(entry, dataset);
	return {
		isRight: ({ means }) =>
			accountsCited(question, entry).some(({ value }) => JSON.stringify(value) === JSON.stringify((means as { value?: unknown }).value)),
		mayBeRight({ means }) {
			const amount = boundsOf((means as { value: Parameters<typeof boundsOf>[0] }).value)[0];
			return (
				numbers.some(([low, high]) => low * 0.97 <= amount && amount <= high * 1.03) ||
				new RegExp(`(?<![\\d,.-])(?:${amount}|${amount.toLocaleString('en')})(?![\\d-]|,\\d)`, 'u').test(text)
			);
		},
	};
};

/** Which accounts a voice has here. */
function voiced(means: Meaning, accounts: readonly Account[]): Account[] {
	return accounts.filter(({ by, source }) => source === get(means, 'source') && by === get(means, 'by'));
}

/** Towns that go by several names. */
const TOWNS = [/\bEdo\b|Tokyo/u, /Beijing|Peking|Beiping/u, /Petersburg|Petrograd|Leningrad/u, /Dalian|Dairen/u, /Ulaanbaatar|Urga/u];

/** The name after a word of place, in the words of the account or in one of their other spellings. */
const isLocated = (name: string, says: string): boolean =>
	fold(says)
		.split(fold(name))
		.slice(0, -1)
		.some((before) => /\b(?:in|at|near|off|on|around|to|reached|entered)(?: the)?(?: \S+)? $/u.test(before));

const JUDGES: Partial<Record<Question['kind'], (question: Question, entry: Topic, dataset: Dataset) => Judge>> = {
	article: (question, entry) => {
		const articles = entry.kind === 'treaty' ? (entry.articles ?? []) : [];
		const which = question.id.includes('.which.');
		return {
			isRight: ({ means, text }) =>
				articles.some(
					({ article, at, says }) =>
						article === get(means, 'article') &&
						question.cited.some((cited) => cited.at === at) &&
						(which ? says === question.quote : says === text),
				),
			mayBeRight: ({ means, text }) =>
				articles.some(({ article, says }) =>
					which ? article === get(means, 'article') && says === question.quote : question.prompt.includes(` ${article}?`) && says === text,
				),
		};
	},
	date: dateJudge,
	first: (question, entry, dataset) => {
		const spans = new Map(
			(question.task as ChoiceTask).choices.map(({ means }) => {
				const it = dataset.get(get(means, 'entry')!)!;
				const dated = it.kind === 'treaty' ? it.signed : it.kind === 'event' ? it.when : undefined;
				const own = dated
					? [
							dated.date,
							...(dated.oldStyle ? [dated.oldStyle] : []),
							...accountsOf(it).flatMap(({ account: { aspect, value } }) =>
								aspect === 'date' && value && 'date' in value ? [value.date, ...(value.oldStyle ? [value.oldStyle] : [])] : [],
							),
						]
					: [];
				return [it.id, { disputed: dated?.disputed, spans: own.map((date) => spanOf(date)!) }];
			}),
		);
		const isBefore = (one: string, other: string) => {
			const [a, b] = [spans.get(one)!, spans.get(other)!];
			return !a.disputed && !b.disputed && a.spans.every(([, to]) => b.spans.every(([from]) => to < from));
		};
		const others = (id: string) => [...spans.keys()].filter((it) => it !== id);
		return {
			isRight: ({ means }) => others(get(means, 'entry')!).every((other) => isBefore(get(means, 'entry')!, other)) && spans.has(entry.id),
			mayBeRight: ({ means }) => !others(get(means, 'entry')!).some((other) => isBefore(other, get(means, 'entry')!)),
		};
	},
	gap: (question, entry, dataset) => {
		const value = (question.task as ChoiceTask).choices.some(({ means }) => 'value' in means);
		const judge = (value ? numberJudge : dateJudge)(question, entry, dataset);
		const [cited] = question.cited;
		// The gap stands in the very words of the cited account.
		const parts = question.quote?.split('▇▇▇') ?? [];
		const whole = accountsOf(entry).some(
			({ account: { at, says, source } }) =>
				cited?.at === at && cited.source === source && parts.length === 2 && says.startsWith(parts[0]!) && says.endsWith(parts[1]!),
		);
		return { isRight: (choice) => whole && judge.isRight(choice), mayBeRight: judge.mayBeRight };
	},
	map: (question, entry, dataset) => {
		const place = (means: Meaning) => dataset.get(get(means, 'entry')!) as PlaceEntry;
		const own = entry as PlaceEntry;
		// On a flat map, with degrees of longitude shortened; a rough judge of what must be far apart anyway.
		const far = ({ coordinates: { lat, lon } }: PlaceEntry) =>
			Math.hypot(
				lat - own.coordinates.lat,
				(((lon - own.coordinates.lon + 540) % 360) - 180) * Math.cos((((lat + own.coordinates.lat) / 2) * Math.PI) / 180),
			);
		const all = (question.task as ChoiceTask).choices.map(({ means }) => place(means));
		const variant = question.id.split('.').at(-1);
		const best = (it: PlaceEntry) =>
			variant === 'north'
				? all.every((other) => other === it || other.coordinates.lat < it.coordinates.lat - 1)
				: variant === 'near'
					? all.every((other) => other === it || far(other) > far(it) * 1.2)
					: it === own;
		return {
			isRight: ({ means }) => best(place(means)),
			mayBeRight: ({ means }) => (variant === 'where' ? far(place(means)) < 2 : best(place(means))),
		};
	},
	name: (_question, entry, dataset) => {
		const own = keysOf(entry);
		const isOwn = ({ text }: Choice) => own.has(nameKey(fold(text)));
		return {
			isRight: isOwn,
			mayBeRight: (choice) =>
				isOwn(choice) ||
				dataset.entries.some(
					(other) =>
						other.kind === entry.kind &&
						other !== entry &&
						keysOf(other).has(nameKey(fold(choice.text))) &&
						[...keysOf(other)].some((key) => own.has(key)),
				),
		};
	},
	place: (question, entry, dataset) => {
		const listed = entry.kind === 'treaty' ? [entry.signedAt] : entry.kind === 'event' ? (entry.where ?? []) : [];
		const text = fold(textAround(entry, dataset));
		const names = ({ means }: Choice) => {
			const place = get(means, 'entry');
			return place ? Object.values(dataset.get(place)!.name) : [get(means, 'name')!];
		};
		const isListed = ({ means }: Choice) =>
			listed.some((it) => it !== undefined && (dataset.get(it)?.id ?? it) === (get(means, 'entry') ?? get(means, 'name')));
		return {
			isRight: (choice) =>
				isListed(choice) &&
				accountsCited(question, entry).some(({ says }) => listed.length > 1 || names(choice).some((name) => isLocated(name, says))),
			mayBeRight: (choice) =>
				isListed(choice) ||
				listed.length > 1 ||
				names(choice).some((name) => name.length > 3 && text.includes(fold(name))) ||
				TOWNS.some((town) => [...names(choice), ...listed].filter((name) => name !== undefined && town.test(name)).length > 1),
		};
	},
	role: (question, entry, dataset) => ({
		isRight: ({ means }) =>
			get(means, 'entry') === entry.id &&
			entry.kind === 'person' &&
			entry.roles.some(({ role }) => question.prompt.includes(role)) &&
			accountsCited(question, entry).length > 0,
		mayBeRight({ means }) {
			const person = dataset.get(get(means, 'entry')!);
			return (
				person?.kind !== 'person' ||
				person.roles.some(({ role }) => question.prompt.includes(role)) ||
				accountsOf(person).some(
					({ account }) =>
						entry.kind === 'person' &&
						entry.roles.some(({ role }) => question.prompt.includes(role) && fold(account.says).includes(fold(role))),
				)
			);
		},
	}),
	signatory: (question, entry, dataset) => {
		const signatories = entry.kind === 'treaty' ? (entry.signatories ?? []) : [];
		const isSigner = ({ means, text }: Choice) =>
			signatories.some(({ name, person }) => (person !== undefined && person === get(means, 'entry')) || fold(name) === fold(text));
		const text = fold(allText(entry));
		return {
			isRight: (choice) =>
				isSigner(choice) &&
				[entry, dataset.get(get(choice.means, 'entry') ?? '')].some(
					(it) =>
						it !== undefined &&
						accountsOf(it).some(
							({ account: { at, says, source } }) =>
								question.cited.some((cited) => cited.at === at && cited.source === source) &&
								/sign|conclud|agree|settl|names? /iu.test(says),
						),
				),
			mayBeRight: (choice) =>
				isSigner(choice) ||
				Object.values(dataset.get(get(choice.means, 'entry') ?? '')?.name ?? {}).some((name) => text.includes(fold(name))),
		};
	},
	statement: (question, entry) => {
		const holds = isHeld(question, entry);
		return {
			isRight: ({ means }) => String(holds) === String((means as { truth: boolean }).truth),
			mayBeRight: ({ means }) => holds === undefined || holds === (means as { truth: boolean }).truth,
		};
	},
	voice: (question, entry, dataset) => {
		const { chorus } = knowledgeOf({ dataset });
		const own = accountsCited(question, entry)
			.filter(({ says }) => (question.quote ?? '').split('▇▇▇').every((part) => says.includes(part)))
			.map(wordsOf);
		return {
			isRight: ({ means }) =>
				voiced(means, accountsCited(question, entry)).some(({ says }) =>
					(question.quote ?? '').split('▇▇▇').every((part) => says.includes(part)),
				),
			mayBeRight({ means }) {
				if (question.cited.some(({ source }) => source === get(means, 'source'))) return true;
				const voice = chorus.voices.get(voiceId({ by: get(means, 'by'), source: get(means, 'source')! }));
				return (
					voice === undefined ||
					voice.accounts.some(({ account }) => {
						const said = wordsOf(account);
						return own.some(
							(mine) =>
								[...mine].filter((word) => said.has(word)).length > 0.6 * Math.min(mine.size, said.size) &&
								Math.min(mine.size, said.size) > 3,
						);
					})
				);
			},
		};
	},
	whose: (question, entry) => {
		const sided = (means: Meaning) =>
			claims(entry, question.language).filter((claim) => claim.account.source === get(means, 'source') && isMade(claim, question));
		const makes = (means: Meaning) => sided(means).some(({ account }) => account.by === get(means, 'by'));
		return { isRight: ({ means }) => makes(means), mayBeRight: ({ means }) => sided(means).length > 0 };
	},
};
