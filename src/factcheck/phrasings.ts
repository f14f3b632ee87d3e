/**
 * How people put what the dataset holds: single claims as they are typed in a chat, each marked with what it says of its entry.
 * They are never shown; by them a claim is recognised that uses none of the words of a source.
 */
import type { Dataset } from '../dataset/dataset.ts';
import type { Topic } from '../dataset/schema.ts';
import { accountsOf } from '../dataset/walk.ts';

export interface Phrasing {
	/** Sources of the entry whose accounts say so. */
	readonly agree?: readonly string[];
	/** Nobody in the entry speaks of this point. */
	readonly beyond?: true;
	/** It denies the position. */
	readonly denies?: true;
	/** Sources whose accounts cannot be true together with it. */
	readonly differ?: readonly string[];
	readonly entry: string;
	/** A fact that the fields of the entry state. */
	readonly field?: true;
	readonly lang: 'en' | 'ja' | 'ru';
	readonly position?: string;
	readonly text: string;
	/** It gets that fact wrong. */
	readonly wrong?: true;
}

const TEXT_MIN = 3;
const TEXT_MAX = 400;
const isId = (value: unknown) => typeof value === 'string' && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(value);
const isIds = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isId);
const isTrue = (value: unknown) => value === true;

/** What each field holds. Checked by hand: a start loads no zod, and this may be read within an answer. */
const FIELDS: Record<keyof Phrasing, { readonly expected: string; readonly holds: (value: unknown) => boolean }> = {
	agree: { expected: 'ids of sources', holds: isIds },
	beyond: { expected: 'true, or left out', holds: isTrue },
	denies: { expected: 'true, or left out', holds: isTrue },
	differ: { expected: 'ids of sources', holds: isIds },
	entry: { expected: 'the id of an entry', holds: isId },
	field: { expected: 'true, or left out', holds: isTrue },
	lang: { expected: 'en, ja or ru', holds: (value) => value === 'en' || value === 'ja' || value === 'ru' },
	position: { expected: 'the id of a position', holds: isId },
	text: {
		expected: `${TEXT_MIN} to ${TEXT_MAX} characters`,
		holds: (value) => typeof value === 'string' && value.length >= TEXT_MIN && value.length <= TEXT_MAX,
	},
	wrong: { expected: 'true, or left out', holds: isTrue },
};
const REQUIRED = ['entry', 'lang', 'text'] as const;

/** What is wrong with the fields of a line, if anything is. */
function faultsOfFields(value: unknown): string[] {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return ['a JSON object on one line'];
	const missing = REQUIRED.filter((name) => !(name in value)).map((name) => `${name}: ${FIELDS[name].expected}`);
	const wrong = Object.entries(value).flatMap(([name, inner]) => {
		const field = Object.hasOwn(FIELDS, name) ? FIELDS[name as keyof Phrasing] : undefined;
		if (!field) return [`one of the fields ${Object.keys(FIELDS).join(', ')}, not ${name}`];
		return field.holds(inner) ? [] : [`${name}: ${field.expected}`];
	});
	return [...missing, ...wrong];
}

/** What a phrasing is marked with. */
export type Marks = Pick<Phrasing, 'agree' | 'beyond' | 'denies' | 'differ' | 'field' | 'wrong'>;

export interface PhrasingFault {
	readonly expected: string;
	/** From 1. */
	readonly line: number;
	readonly text: string;
}

/** What is wrong with a phrasing of an entry, if anything is: it must name what is there. */
function faultOf({ agree = [], differ = [], position }: Phrasing, entry: Topic | undefined): string | undefined {
	if (!entry) return 'the id of an entry that exists';
	if (position !== undefined && !(entry.kind === 'question' && entry.positions.some((one) => one.id === position)))
		return `a position of ${entry.id}, not ${position}`;
	const sources = new Set(accountsOf(entry).map(({ account }) => account.source));
	const foreign = [...agree, ...differ].find((source) => !sources.has(source));
	return foreign === undefined ? undefined : `a source that has an account in ${entry.id}, not ${foreign}`;
}

/** Reads the lines of a file. Every line that is no phrasing of an entry is a fault. */
export function readPhrasings(content: string, dataset: Dataset): { faults: PhrasingFault[]; phrasings: Phrasing[] } {
	const faults: PhrasingFault[] = [];
	const phrasings: Phrasing[] = [];
	content.split('\n').forEach((text, index) => {
		if (text.trim() === '') return;
		const fault = (expected: string) => faults.push({ expected, line: index + 1, text });
		let value: unknown;
		try {
			value = JSON.parse(text);
		} catch {
			fault('a JSON object on one line');
			return;
		}
		const broken = faultsOfFields(value);
		for (const expected of broken) fault(expected);
		if (broken.length > 0) return;
		const phrasing = value as Phrasing;
		const entry = dataset.get(phrasing.entry);
		const wrong = faultOf(phrasing, entry?.kind === 'source' ? undefined : entry);
		if (wrong) fault(wrong);
		else phrasings.push(phrasing);
	});
	return { faults, phrasings };
}
