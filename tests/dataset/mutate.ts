/** Ways to spoil an entry, each with the place where the fault must be noticed; and ways to change it that spoil nothing. */
import { parse, stringify } from 'yaml';
import { formatPath } from '../../src/dataset/fault.ts';
import { schemaOf } from '../../src/dataset/load.ts';
import { isOptional, membersOf, schemasAt, typeOf } from '../../src/dataset/schema-at.ts';

export type Random = () => number;

/** A small seeded generator (mulberry32): a failure can be repeated by its number. */
export function randomFrom(seed: number): Random {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

export interface Mutant {
	readonly content: Uint8Array;
	readonly file: string;
	/** Where the fault is; its parent will do. Left out where the whole file is meant. */
	readonly path?: string;
	readonly what: string;
}

interface Place {
	readonly keys: readonly PropertyKey[];
	readonly value: unknown;
}

export type Operator = (file: string, text: string, random: Random) => Mutant | undefined;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

function placesIn(value: unknown, keys: readonly PropertyKey[] = []): Place[] {
	const inner = Array.isArray(value)
		? value.flatMap((item, index) => placesIn(item, [...keys, index]))
		: isRecord(value)
			? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...keys, key]))
			: [];
	return keys.length === 0 ? inner : [{ keys, value }, ...inner];
}

/** Chooses a place that `fits` and changes its parent. */
function change(
	fits: (place: Place, file: string) => boolean,
	to: (place: Place, random: Random, parent: Record<PropertyKey, unknown>) => unknown,
	what: string,
): Operator {
	return (file, text, random) => {
		const root = parse(text) as Record<string, unknown>;
		const places = placesIn(root).filter((place) => fits(place, file));
		if (places.length === 0) return undefined;
		const place = pick(random, places);
		let parent = root as Record<PropertyKey, unknown>;
		for (const key of place.keys.slice(0, -1)) parent = parent[key] as Record<PropertyKey, unknown>;
		const key = place.keys.at(-1)!;
		const value = to(place, random, parent);
		if (value === REMOVE) delete parent[key];
		else parent[key] = value;
		return {
			content: encode(stringify(root, { lineWidth: 0 })),
			file,
			path: formatPath(place.keys),
			what: `${what} at ${formatPath(place.keys)}`,
		};
	};
}

const REMOVE = Symbol('remove');
const schemasOf = (file: string, keys: readonly PropertyKey[]) => schemasAt(schemaOf(file), keys);
const isText = ({ value }: Place): boolean => typeof value === 'string';
const endsWith =
	(...names: string[]) =>
	({ keys, value }: Place): boolean =>
		typeof value === 'string' && names.includes(String(keys.at(-1)));
const isRequired = ({ keys }: Place, file: string): boolean => {
	if (typeof keys.at(-1) === 'number') return false;
	const schemas = schemasOf(file, keys);
	return schemas.length > 0 && schemas.every((schema) => !isOptional(schema));
};

const BROKEN_LINES = [
	'broken: "no end',
	'broken: [no, end',
	'broken: {no: end',
	'broken: no: end',
	'\tbroken: tab',
	'broken: @nobody',
	'broken: "a" b',
	'broken',
];
const IMPOSSIBLE = [
	'1939-02-30',
	'1941-04-31',
	'1945-13-01',
	'1900-02-29',
	'1945-00-10',
	'11 May 1939',
	'1945/1941',
	'19450809',
	'summer 1939',
	'1939-5-11',
	'0000',
];

function atTopLevel(text: string, random: Random, put: (line: string) => string): string {
	const lines = text.split('\n');
	const starts = lines.flatMap((line, index) => (/^[a-zA-Z]+:/u.test(line) ? [index] : []));
	const at = pick(random, starts);
	return [...lines.slice(0, at), put(lines[at]!), ...lines.slice(at)].join('\n');
}

/** Each makes a fault, whatever the entry. */
export const SPOILERS: Readonly<Record<string, Operator>> = {
	'required key removed': change(isRequired, () => REMOVE, 'key removed'),
	'text made a number': change(isText, () => 1939, 'number'),
	'text made a list': change(isText, ({ value }) => [value, value], 'list'),
	'text made a group': change(isText, ({ value }) => ({ text: value }), 'group'),
	'list made a text': change(
		({ value }) => Array.isArray(value),
		() => 'one, two',
		'text',
	),
	'group made a text': change(
		({ value }) => isRecord(value),
		() => 'all of it',
		'text',
	),
	'number made a text': change(
		({ value }) => typeof value === 'number',
		({ value }) => `about ${String(value)}`,
		'text',
	),
	'number made negative': change(
		({ keys, value }) => typeof value === 'number' && keys.includes('value'),
		() => -5,
		'negative number',
	),
	'value emptied': change(
		({ keys, value }) => keys.at(-1) !== 'aliases' && (typeof value === 'string' || Array.isArray(value) || isRecord(value)),
		({ value }) => (typeof value === 'string' ? '' : Array.isArray(value) ? [] : {}),
		'empty value',
	),
	'value made null': change(
		() => true,
		() => null,
		'null',
	),
	'unknown key added': (file, text, random) => {
		const root = parse(text) as Record<string, unknown>;
		const groups = [{ keys: [] as PropertyKey[], value: root as unknown }, ...placesIn(root)].filter(({ value }) => isRecord(value));
		const { keys, value } = pick(random, groups);
		(value as Record<string, unknown>).remarks = 'unknown';
		return { content: encode(stringify(root)), file, path: formatPath([...keys, 'remarks']), what: `unknown key in ${formatPath(keys)}` };
	},
	'wrong word of a list': change(
		(place, file) =>
			isText(place) &&
			schemasOf(file, place.keys)
				.flatMap(membersOf)
				.some((schema) => typeOf(schema) === 'enum'),
		() => 'nonsense',
		'wrong word',
	),
	'too long a text': change(isText, () => 'word '.repeat(400).trim(), 'long text'),
	'control character': change(
		({ keys, value }) => typeof value === 'string' && !/^https?:/u.test(value) && value.length > 1 && keys.length > 0,
		({ value }, random) =>
			`${(value as string).slice(0, 1)}${pick(random, ['\u0007', '\u200B', '\u202E', '\n', '\uFEFF', '\u0000'])}${(value as string).slice(1)}`,
		'control character',
	),
	'space in front': change(isText, ({ value }) => ` ${value as string}`, 'space'),
	'broken reference': change(endsWith('source', 'via', 'person'), () => 'nobody-wrote-this-9999', 'reference'),
	'broken relation': change(
		({ keys }) => (keys[0] === 'related' || keys[0] === 'topics') && keys.length === 2,
		() => 'no-such-entry-9999',
		'relation',
	),
	'reference to the wrong kind': change(endsWith('source', 'via'), () => 'khalkhin-gol-1939', 'reference'),
	'impossible date': change(endsWith('date', 'oldStyle', 'when', 'issued'), (_place, random) => pick(random, IMPOSSIBLE), 'date'),
	'date in another age': change(
		endsWith('date', 'issued'),
		(_place, random) => pick(random, ['0139-05-11', '0045', '9391-05', '2939']),
		'date',
	),
	'range turned round': change(
		({ keys, value }) => keys.at(-1) === 'range' && Array.isArray(value),
		({ value }) => [...(value as number[])].reverse(),
		'range',
	),
	'item given twice': (file, text, random) => {
		const root = parse(text) as Record<string, unknown>;
		const lists = placesIn(root).filter(
			({ keys, value }) =>
				['accounts', 'related', 'keywords', 'topics', 'positions', 'held', 'usage', 'silent'].includes(String(keys.at(-1))) &&
				Array.isArray(value) &&
				value.length > 0 &&
				value.length < 4,
		);
		if (lists.length === 0) return undefined;
		const { keys, value } = pick(random, lists);
		const list = value as unknown[];
		list.push(structuredClone(pick(random, list)));
		return {
			content: encode(stringify(root, { aliasDuplicateObjects: false })),
			file,
			path: formatPath([...keys, list.length - 1, 'id']),
			what: `item twice in ${formatPath(keys)}`,
		};
	},
	'alias that is a name': (file, text) => {
		const root = parse(text) as { aliases?: Record<string, unknown[]>; name: { en: string } };
		root.aliases = { ...root.aliases, spelling: [...(root.aliases?.spelling ?? []), root.name.en] };
		return {
			content: encode(stringify(root)),
			file,
			path: `aliases.spelling[${root.aliases.spelling!.length - 1}]`,
			what: 'alias that is a name',
		};
	},
	'markup in a statement': change(
		endsWith('says', 'summary'),
		({ value }, random) => `${pick(random, ['**', 'See https://example.org ', '“', '('])}${value as string}`,
		'markup',
	),
	'no full stop': change(endsWith('says', 'summary'), ({ value }) => (value as string).replace(/[.?!…”’)]+$/u, ''), 'no full stop'),
	'key given twice': (file, text, random) => {
		const key = pick(random, Object.keys(parse(text) as object));
		return { content: encode(`${text.trimEnd()}\n${key}: again\n`), file, path: key, what: `${key} twice` };
	},
	'broken YAML': (file, text, random) => ({
		content: encode(atTopLevel(text, random, () => pick(random, BROKEN_LINES))),
		file,
		what: 'broken line',
	}),
	'broken indentation': (file, text, random) => ({
		content: encode(atTopLevel(text, random, (line) => ` ${line}`)),
		file,
		what: 'indented line',
	}),
	'alias bomb': (file, text) => ({ content: encode(`bomb: &a [x, x]\nmore: [*a, *a]\n${text}`), file, path: 'bomb', what: 'alias bomb' }),
	'not UTF-8': (file, text, random) => {
		const content = encode(text);
		content[Math.floor(random() * content.length)] = 0xff;
		return { content, file, what: 'byte 0xFF' };
	},
	'huge file': (file, text) => ({ content: encode(`${text}\n# ${'x'.repeat(300_000)}\n`), file, what: '300 kB' }),
	'wrong extension': (file, text, random) => ({
		content: encode(text),
		file: file.replace(/\.yml$/u, pick(random, ['.yaml', '.YML', '.txt', '.json', '.yml.bak', ''])),
		what: 'wrong extension',
	}),
	'wrong folder': (file, text, random) => ({
		content: encode(text),
		file: pick(random, [`entries/${file.split('/')[1]!}`, `${file.split('/')[0]!}/more/${file.split('/')[1]!}`, file.split('/')[1]!]),
		what: 'wrong folder',
	}),
	'bad file name': (file, text, random) => ({
		content: encode(text),
		file: `${file.split('/')[0]!}/${pick(random, ['Khalkhin Gol', 'ノモンハン', 'a--b', '-a', 'x'.repeat(49)])}.yml`,
		what: 'bad file name',
	}),
	'not an entry': (file, _text, random) => ({
		content: encode(pick(random, ['', '# nothing\n', 'just words\n', '- a\n- b\n', '42\n', 'null\n', '---\n', '['.repeat(20_000)])),
		file,
		what: 'not an entry',
	}),
};

/** Each leaves the entry as good as it was. */
export const NEUTRAL: Readonly<Record<string, Operator>> = {
	'keys in another order': (file, text, random) => {
		const entries = Object.entries(parse(text) as object).sort(() => random() - 0.5);
		return { content: encode(stringify(Object.fromEntries(entries))), file, what: 'keys in another order' };
	},
	'accounts in another order': (file, text) => {
		const root = parse(text) as { accounts?: unknown[] };
		if (!root.accounts) return undefined;
		root.accounts.reverse();
		return { content: encode(stringify(root)), file, what: 'accounts reversed' };
	},
	'a comment added': (file, text) => ({ content: encode(`# a comment\n${text}`), file, what: 'comment' }),
	'written as JSON': (file, text) => ({ content: encode(JSON.stringify(parse(text), null, 2)), file, what: 'JSON' }),
	'Windows line ends': (file, text) => ({ content: encode(`\uFEFF${text.replaceAll('\n', '\r\n')}`), file, what: 'CRLF' }),
	'keywords removed': (file, text) => {
		const root = parse(text) as Record<string, unknown>;
		if (!root.keywords) return undefined;
		delete root.keywords;
		return { content: encode(stringify(root)), file, what: 'keywords removed' };
	},
};
