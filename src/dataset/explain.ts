/** Says in plain words what a schema has noticed: what was found, what was expected, and what to do. */
import type { z } from 'zod';
import type { DataDocument } from './document.ts';
import { type Fault, formatPath, show } from './fault.ts';
import { nearest } from './near.ts';
import { descriptionOf, keysAt, schemasAt } from './schema-at.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

interface Scene {
	readonly document: DataDocument;
	readonly rule: string;
	readonly schema: z.ZodType;
}

/** Turns what zod noticed into faults with a remedy. A failed union is explained by its most plausible member. */
export function explainIssues(document: DataDocument, issues: readonly Issue[], schema: z.ZodType, rule = 'schema'): Fault[] {
	return withoutEchoes(issues).flatMap((issue) => explain({ document, rule, schema }, issue, []));
}

/** A value of the wrong type is not also too long. */
function withoutEchoes(issues: readonly Issue[]): readonly Issue[] {
	const wrong = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => formatPath(path)));
	return issues.filter(({ code, path }) => code === 'invalid_type' || !wrong.has(formatPath(path)));
}

function explain(scene: Scene, issue: Issue, prefix: Path): Fault[] {
	const path = [...prefix, ...issue.path];
	const value = valueAt(scene.document.value, path);
	const fault = (where: Path, found: string, expected: string, remedy: string): Fault => ({
		expected,
		file: scene.document.file,
		found,
		line: scene.document.lineOf(where),
		path: formatPath(where),
		remedy,
		rule: scene.rule,
	});
	const here = (found: string, expected: string, remedy: string) => [fault(path, found, expected, remedy)];
	const name = nameOf(path);

	switch (issue.code) {
		case 'invalid_union': {
			if (value === undefined) return here('nothing', forms(scene.schema, path), missing(path));
			const keys = keysAt(scene.schema, path);
			const own = isRecord(value) ? Object.keys(value) : undefined;
			if (!own) return here(`${show(value)} (${kindOf(value)})`, forms(scene.schema, path), remedyForForms(name, value, keys));
			if (own.length === 0) return here('an empty group', forms(scene.schema, path), `Fill ${name} in, or remove the key.`);
			const rivals = own.filter((key) => FORMS.has(key));
			if (rivals.length > 1)
				return here(
					`${rivals.join(' and ')} together`,
					'one of them',
					`Keep the one that the source gives; for a lowest and a highest number write range: [low, high].`,
				);
			const strange = own.filter((key) => !keys.includes(key));
			if (rivals.length === 0 && strange.length === 0 && keys.includes('about'))
				return here(`only ${own.join(', ')}`, forms(scene.schema, path), 'Add the number in one of these forms.');
			if (rivals.length === 0 && strange.length > 0)
				return here(
					`the key ${strange.join(', ')}`,
					forms(scene.schema, path),
					`Write one of the words of these forms in place of ${strange[0]}.`,
				);
			const best = bestMember(issue.errors, own);
			return best
				? withoutEchoes(best).flatMap((inner) => explain(scene, inner, path))
				: here(show(value), forms(scene.schema, path), 'Rewrite it in one of these forms.');
		}
		case 'unrecognized_keys':
			return issue.keys.map((key) => unknownKey(scene, path, key, fault));
		case 'invalid_type':
			if (value === undefined) return here('nothing', whatBelongs(scene.schema, path, typeName(issue.expected)), missing(path));
			if (value === null)
				return here(
					`${name} without a value`,
					whatBelongs(scene.schema, path, typeName(issue.expected)),
					'Write the value after the colon, or remove the key.',
				);
			return here(`${show(value)} (${kindOf(value)})`, typeName(issue.expected), remedyForType(issue.expected, value, name));
		case 'too_big':
			return here(...explainTooBig(issue, value));
		case 'too_small':
			return here(...explainTooSmall(issue, value, name));
		case 'invalid_value': {
			const words = issue.values.map(String);
			if (value === undefined) return here('nothing', `one of: ${words.join(', ')}`, missing(path));
			const guess = typeof value === 'string' ? nearest(value, words) : undefined;
			return here(
				show(value),
				`one of: ${words.join(', ')}`,
				guess ? `Did you mean “${guess}”? Otherwise choose one of these words.` : 'Choose one of these words.',
			);
		}
		case 'invalid_key':
			return here(
				`the key ${show(path.at(-1))}`,
				'an id (lower-case letters, digits and single hyphens)',
				'Rename the key, for example “khalkhin-gol”.',
			);
		case 'invalid_format':
			return here(show(value), expectationOf(issue.message), remedyFor(issue.message, value));
		default:
			return here(show(value), expectationOf(issue.message), remedyFor(issue.message, value));
	}
}

/** Words under which a number or a date can be given; two of them at once contradict each other. */
const FORMS: ReadonlySet<string> = new Set(['exact', 'about', 'atLeast', 'atMost', 'range', 'date']);

type Words = [found: string, expected: string, remedy: string];

function explainTooBig(issue: Extract<Issue, { code: 'too_big' }>, value: unknown): Words {
	if (issue.origin === 'string') {
		const length = typeof value === 'string' ? value.length : 0;
		const over = length - Number(issue.maximum);
		return [
			`${length} characters: ${show(value)}`,
			`at most ${issue.maximum} characters`,
			`Shorten it by ${over} character${over === 1 ? '' : 's'}. Two statements make two accounts.`,
		];
	}
	if (issue.origin === 'array') {
		const count = Array.isArray(value) ? value.length : 0;
		if (issue.maximum === 2)
			return [
				`${count} numbers: ${show(value)}`,
				'two numbers: [low, high]',
				'Keep the lowest and the highest; each number between them that has a source of its own is an account of its own.',
			];
		return [`${count} items`, `at most ${issue.maximum}`, 'Keep those that help a reader most, and remove the others.'];
	}
	return [
		show(value),
		`at most ${issue.maximum}`,
		issue.maximum === 90 || issue.maximum === 180
			? 'Check the coordinates on a map: lat is north or south (up to 90), lon is east or west (up to 180).'
			: 'Check the number against its source.',
	];
}

function explainTooSmall(issue: Extract<Issue, { code: 'too_small' }>, value: unknown, name: string): Words {
	if (issue.origin === 'array') {
		const count = Array.isArray(value) ? value.length : 0;
		if (issue.minimum === 2)
			return [
				`${count === 1 ? 'one number' : 'no number'}: ${show(value)}`,
				'two numbers: [low, high]',
				'Write the lowest and the highest number; for a single one write exact, about, atLeast or atMost instead of range.',
			];
		return ['an empty list', 'at least one item', `Add an item to ${name}, or remove the key.`];
	}
	if (issue.origin === 'string') return ['an empty text', 'at least one word', `Fill ${name} in, or remove the key.`];
	if (issue.minimum === 0)
		return [show(value), 'a number that is not below zero', 'Remove the minus sign, or check the number against its source.'];
	return [
		show(value),
		`at least ${issue.minimum}`,
		issue.minimum === -90 || issue.minimum === -180
			? 'Check the coordinates on a map: lat is north or south (down to −90), lon is east or west (down to −180).'
			: 'Check the number against its source.',
	];
}

function unknownKey(
	scene: Scene,
	path: Path,
	key: string,
	fault: (where: Path, found: string, expected: string, remedy: string) => Fault,
): Fault {
	const allowed = keysAt(scene.schema, path);
	const guess = allowed.find((it) => it.toLowerCase() === key.toLowerCase()) ?? nearest(key, allowed);
	const where = path.length === 0 ? 'an entry of this kind' : nameOf(path);
	const remedy = guess
		? `Did you mean ${guess}? Otherwise remove ${key}, or move what it says to a field of this list.`
		: path.length === 0 || allowed.includes('says')
			? `Remove ${key}, or say it in an account.`
			: `Remove ${key}, or move what it says to a field of this list.`;
	return fault([...path, key], `the key ${key}`, `only the fields of ${where}: ${allowed.join(', ')}`, remedy);
}

/** “value” for accounts[2].value, “the item” for accounts[2]. */
function nameOf(path: Path): string {
	const last = path.at(-1);
	if (last === undefined) return 'the file';
	if (typeof last !== 'number') return String(last);
	const list = path.at(-2);
	return list === undefined ? 'the item' : `item ${last + 1} of ${String(list)}`;
}

function missing(path: Path): string {
	const key = path.at(-1);
	const parent = path.slice(0, -1);
	if (typeof key === 'number') return `Write the item, or remove its dash.`;
	return parent.length === 0 ? `Add a line “${String(key)}: …” to the file.` : `Add “${String(key)}: …” to ${nameOf(parent)}.`;
}

/** “a text: Section and paragraph, page or article…” */
function whatBelongs(schema: z.ZodType, path: Path, type: string): string {
	const description = schemasAt(schema, path).map(descriptionOf).find(Boolean);
	return description ? `${type} – ${description.replace(/\.$/u, '')}` : type;
}

/** The forms that the members of a union take. */
function forms(schema: z.ZodType, path: Path): string {
	const keys = keysAt(schema, path);
	if (keys.includes('about'))
		return `${keys.includes('date') ? 'a number or a date' : 'a number'}, for example {about: 60000}, {exact: 17364}, {atLeast: 1000}, {atMost: 300} or {range: [55000, 60000]}${keys.includes('date') ? ' or {date: "1939-05-11"}' : ''}`;
	if (keys.includes('literal')) return '{family: Suzuki, given: Ichiro}, or {literal: Ministry of Foreign Affairs}';
	return `a group with one of: ${keys.join(', ')}`;
}

function remedyForForms(name: string, value: unknown, keys: readonly string[]): string {
	const number = numberIn(value);
	if (keys.includes('about') && number !== undefined)
		return `Write “${name}: {exact: ${number}}”, or about, atLeast or atMost in place of exact, as the source puts it.`;
	if (keys.includes('date') && typeof value === 'string' && /^\d{3}/u.test(value)) return `Write “${name}: {date: "${value}"}”.`;
	if (keys.includes('literal') && typeof value === 'string') return `Write {literal: ${value}}, or {family: …, given: …} for a person.`;
	if (value === null) return `Write the value after the colon, or remove ${name}.`;
	return `Rewrite ${name} in one of these forms, or remove it.`;
}

/** The number that a text such as “60,000” or “about 60000” means. */
function numberIn(value: unknown): number | undefined {
	if (typeof value === 'number' && Number.isFinite(value)) return value;
	if (typeof value !== 'string') return undefined;
	const digits = /^[^\d]*(\d{1,3}(?:[ ,. \u202F]\d{3})+|\d+(?:\.\d+)?)[^\d]*$/u.exec(value)?.[1];
	if (!digits) return undefined;
	return Number(/^\d+\.\d{1,2}$/u.test(digits) ? digits : digits.replaceAll(/[^\d]/gu, ''));
}

function expectationOf(message: string): string {
	if (message.includes('EDTF')) return 'a date that exists, as year, year-month or year-month-day (EDTF)';
	if (message.startsWith('is not ')) return message.slice('is not '.length);
	if (message.startsWith('begins or ends')) return 'a text without spaces around it';
	if (message.startsWith('contains a line break')) return 'one line of visible characters';
	if (message.startsWith('the first number must')) return 'the lower number first: [low, high]';
	return message;
}

function remedyFor(message: string, value: unknown): string {
	if (message.includes('EDTF')) return remedyForDate(value);
	if (message.startsWith('begins or ends')) return 'Remove the spaces at the beginning and the end.';
	if (message.startsWith('contains a line break'))
		return 'Write it on one line, and retype the words around the spot: a character that cannot be seen was pasted along.';
	if (message.includes('a whole address')) return 'Copy the address from the browser, without spaces, or remove the key.';
	if (message.startsWith('the first number must'))
		return 'Change the two numbers round; when they are equal write exact or about instead of range.';
	if (message.includes('an id'))
		return `Write it as lower-case words with hyphens${typeof value === 'string' && idOf(value) ? `, for example ${idOf(value)}` : ''}.`;
	if (message.includes('a version')) return 'Write year, month and a running number: 2026.11.1.';
	return 'Write what is expected, or remove the key if it does not apply.';
}

const idOf = (value: string): string =>
	value
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/gu, '-')
		.replaceAll(/^-+|-+$/gu, '');

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function remedyForDate(value: unknown): string {
	const text = String(value);
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
	if (iso) {
		const month = Number(iso[2]);
		if (month < 1 || month > 12)
			return `There is no month ${iso[2]}. Write year-month-day: ${month <= 31 && Number(iso[3]) <= 12 ? `perhaps ${iso[1]}-${iso[3]}-${iso[2]}` : 'for example 1939-05-11'}.`;
		return `There is no day ${Number(iso[3])} in that month of that year. Check it against the source; a Julian date goes under oldStyle.`;
	}
	const words =
		/^(\d{1,2})\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})$/iu.exec(text) ?? /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})$/iu.exec(text);
	if (words) {
		const [day, name] = /^\d/u.test(words[1]!) ? [words[1]!, words[2]!] : [words[2]!, words[1]!];
		const month = MONTHS.indexOf(name.toLowerCase()) + 1;
		if (month > 0) return `Write “${words[3]}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}”.`;
	}
	const reversed = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/u.exec(text);
	if (reversed)
		return `Write year-month-day, for example “${reversed[3]}-${reversed[2]!.padStart(2, '0')}-${reversed[1]!.padStart(2, '0')}”.`;
	const range = /^(\d{4})\s*[-–—]\s*(\d{4})$/u.exec(text);
	if (range)
		return Number(range[1]) <= Number(range[2])
			? `Write “${range[1]}/${range[2]}”: the two ends of a time are set apart by a slash.`
			: `The end lies before the beginning. Write the earlier year first: “${range[2]}/${range[1]}”.`;
	if (text.includes('/'))
		return 'Write the earlier date first, both as year, year-month or year-month-day: 1939-05-11/1939-09-16. For “until now” write .. after the slash.';
	return 'Write year, year-month or year-month-day: 1939, 1939-05, 1939-05-11. “About 1648” is 1648~, spring 1939 is 1939-21, the 1930s are 193X.';
}

const TYPE_NAMES: Record<string, string> = {
	array: 'a list (each item on a line of its own that begins with “- ”, or all between [ and ])',
	number: 'a number without quotes, commas or words',
	object: 'a group of keys',
	record: 'a group of keys',
	string: 'a text',
	tuple: 'two numbers: [low, high]',
};

function typeName(expected: string): string {
	return TYPE_NAMES[expected] ?? `a ${expected}`;
}

function kindOf(value: unknown): string {
	if (value === null) return 'nothing after the colon';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'string') return 'a text';
	if (typeof value === 'boolean') return 'true or false, which YAML does not take for a text';
	return typeof value === 'object' ? 'a group of keys' : 'a number';
}

function remedyForType(expected: string, value: unknown, name: string): string {
	if (expected === 'string') {
		if (typeof value === 'number' || typeof value === 'boolean') return `Put it in quotes: "${String(value)}".`;
		if (Array.isArray(value))
			return value.length === 1
				? 'Write the text without the brackets or the dash.'
				: `${name} takes one text: join the items, or choose one.`;
		return 'A text that contains a colon and a space, or begins with { or [, must stand in quotes.';
	}
	if (expected === 'array' || expected === 'tuple') {
		if (expected === 'tuple') return 'Write [low, high], for example [55000, 60000].';
		return isRecord(value)
			? `Begin the first line under ${name} with “- ”.`
			: `Write it as a list, even when there is one item: [${String(value)}].`;
	}
	if (expected === 'number') {
		const number = numberIn(value);
		return number === undefined ? 'Write the bare number, for example 60000.' : `Write the bare number: ${number}.`;
	}
	if (expected === 'object' || expected === 'record') {
		if (Array.isArray(value)) return 'Remove the dash or the brackets: here stands one group of keys, not a list.';
		return `Write the keys of ${name} below it, each on a line of its own, or between { and }.`;
	}
	return 'Rewrite it in the expected form.';
}

const isRecord = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

function valueAt(root: unknown, path: Path): unknown {
	let value = root;
	for (const part of path) {
		if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined;
		value = (value as Record<PropertyKey, unknown>)[part];
	}
	return value;
}

/** The member whose keys the value shares and that complains least. Unions within unions are one. */
function bestMember(members: readonly (readonly Issue[])[], keys: readonly string[]): readonly Issue[] | undefined {
	const flat = members.flatMap((issues) => {
		const [only] = issues;
		return issues.length === 1 && only?.code === 'invalid_union' && only.path.length === 0 ? only.errors : [issues];
	});
	const score = (issues: readonly Issue[]) => {
		const unrecognised = issues.reduce(
			(sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.filter((key) => keys.includes(key)).length : 0),
			0,
		);
		return unrecognised * 10 + issues.length;
	};
	return flat.filter((issues) => issues.length > 0).sort((a, b) => score(a) - score(b))[0];
}
