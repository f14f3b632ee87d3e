/** What an entry can be found by: its names with their weight, and the words around them. */
import type { Entry, NameLanguage } from '../dataset/schema.ts';
import { accountsOf, boundsOf } from '../dataset/walk.ts';

export interface SearchName {
	readonly language?: NameLanguage;
	readonly text: string;
	/** A title in some language, rather than another name. */
	readonly title: boolean;
	/** 0 to 1. */
	readonly weight: number;
}

export interface SearchText {
	readonly text: string;
	readonly weight: number;
}

const TITLE_WEIGHT = 1;
const ALIAS_WEIGHT = 0.96;
const ASKS_WEIGHT = 0.85;
const LABEL_WEIGHT = 0.62;
const KEYWORD_WEIGHT = 0.72;
const SUMMARY_WEIGHT = 0.5;
const CLAIM_WEIGHT = 0.5;
const ACCOUNT_WEIGHT = 0.28;
/** What every entry of its kind tells: when a treaty was signed, when a person was born. */
const KIND_WEIGHT = 0.4;

function titlesOf(names: Entry['name'], weight: number, title: boolean): SearchName[] {
	return Object.entries(names).map(([language, text]) => ({ language: language as NameLanguage, text, title, weight }));
}

/** The names by which an entry is addressed; an entry is found by any of them alone. */
export function namesOf(entry: Entry): SearchName[] {
	const { abbreviation = [], former = [], loaded = [], spelling = [], translation = [], transliteration = [] } = entry.aliases ?? {};
	const aliases = [...spelling, ...transliteration, ...abbreviation, ...translation, ...former, ...loaded.map(({ text }) => text)];
	return [
		...titlesOf(entry.name, TITLE_WEIGHT, true),
		...aliases.map((text) => ({ text, title: false, weight: ALIAS_WEIGHT })),
		...(entry.kind === 'figures' ? titlesOf(entry.asks, ASKS_WEIGHT, false) : []),
		...(entry.kind === 'term'
			? entry.usage.map(({ language, word }) => ({ language, text: word, title: false, weight: ALIAS_WEIGHT }))
			: []),
		...(entry.kind === 'source' ? [{ text: entry.csl.title, title: false, weight: ALIAS_WEIGHT }] : []),
	];
}

/** Words that speak of the entry without naming it. */
export function textsOf(entry: Entry): SearchText[] {
	const texts: SearchText[] = (entry.keywords ?? []).map((text) => ({ text, weight: KEYWORD_WEIGHT }));
	if (entry.kind === 'source') {
		const people = (entry.csl.author ?? []).map((name) => ('literal' in name ? name.literal : `${name.given ?? ''} ${name.family}`));
		return [
			...texts,
			...people.map((text) => ({ text, weight: KEYWORD_WEIGHT })),
			{ text: entry.standpoint, weight: SUMMARY_WEIGHT },
			{ text: entry.form, weight: SUMMARY_WEIGHT },
			...[entry.csl['container-title'], entry.csl.publisher].flatMap((text) => (text ? [{ text, weight: KEYWORD_WEIGHT }] : [])),
		];
	}
	texts.push({ text: entry.summary, weight: SUMMARY_WEIGHT });
	if (entry.kind === 'question') {
		for (const { claims = [], label } of entry.positions) {
			for (const text of Object.values(label)) texts.push({ text, weight: LABEL_WEIGHT });
			for (const text of claims) texts.push({ text, weight: CLAIM_WEIGHT });
		}
	}
	if (entry.kind === 'event') for (const text of entry.where ?? []) texts.push({ text, weight: SUMMARY_WEIGHT });
	if (entry.kind === 'person') {
		for (const { role } of entry.roles) texts.push({ text: role, weight: SUMMARY_WEIGHT });
		texts.push({ text: entry.country, weight: KIND_WEIGHT });
		if (entry.born) texts.push({ text: 'born', weight: KIND_WEIGHT });
		if (entry.died) texts.push({ text: 'died', weight: KIND_WEIGHT });
	}
	if (entry.kind === 'treaty') {
		for (const text of [entry.signedAt, ...entry.parties, ...(entry.signatories ?? []).map(({ name }) => name)])
			if (text) texts.push({ text, weight: SUMMARY_WEIGHT });
		for (const { says } of entry.articles ?? []) texts.push({ text: says, weight: ACCOUNT_WEIGHT });
		texts.push({ text: 'treaty signed', weight: KIND_WEIGHT });
	}
	if (entry.kind === 'figures') {
		texts.push({ text: entry.unit, weight: KEYWORD_WEIGHT }, { text: entry.counts.includes, weight: SUMMARY_WEIGHT });
		for (const { value } of entry.accounts) {
			if (value.unit) texts.push({ text: value.unit, weight: KEYWORD_WEIGHT });
			for (const bound of boundsOf(value)) if (bound < 10_000) texts.push({ text: String(bound), weight: KEYWORD_WEIGHT });
		}
	}
	for (const { account } of accountsOf(entry))
		for (const text of [account.says, ...(account.claims ?? [])]) texts.push({ text, weight: ACCOUNT_WEIGHT });
	return texts;
}

/**
 * What is told in one breath: the texts of each passage belong together, so that a description whose words stand in one
 * of them fits better than one whose words are strewn over an entry. The first passage is what the entry is called, which
 * belongs to all others.
 */
export function passagesOf(entry: Entry): (readonly string[])[] {
	const called = [...namesOf(entry).map(({ text }) => text), ...(entry.keywords ?? [])];
	if (entry.kind === 'source') return [[...called, ...textsOf(entry).map(({ text }) => text)]];
	const passages: (readonly string[])[] = [called];
	const about = [entry.summary];
	if (entry.kind === 'event') about.push(...(entry.where ?? []));
	if (entry.kind === 'person') about.push(...entry.roles.map(({ role }) => role), entry.country);
	if (entry.kind === 'treaty') about.push(...entry.parties, ...(entry.signatories ?? []).map(({ name }) => name), 'treaty signed');
	if (entry.kind === 'figures') about.push(entry.unit, entry.counts.includes);
	passages.push(about);
	if (entry.kind === 'treaty') for (const { says } of entry.articles ?? []) passages.push([says]);
	if (entry.kind === 'question') for (const { claims = [], label } of entry.positions) passages.push([...Object.values(label), ...claims]);
	for (const { account } of accountsOf(entry)) passages.push([account.says, ...(account.claims ?? [])]);
	return passages;
}
