import type { z } from 'zod';
import type { DataDocument } from './document.ts';
import { type Fault, formatPath, show } from './fault.ts';

type Issue = z.core.$ZodIssue;

/** Turns what zod noticed into faults with a remedy. A failed union is explained by its most plausible member. */
export function explainIssues(document: DataDocument, issues: readonly Issue[], rule = 'schema'): Fault[] {
	return issues.flatMap((issue) => explain(document, issue, [], rule));
}

function explain(document: DataDocument, issue: Issue, prefix: readonly PropertyKey[], rule: string): Fault[] {
	const path = [...prefix, ...issue.path];
	const value = valueAt(document.value, path);
	if (issue.code === 'invalid_union') {
		const best = bestMember(issue.errors, value);
		if (best) return best.flatMap((inner) => explain(document, inner, path, rule));
	}
	const fault = (where: readonly PropertyKey[], found: string, expected: string, remedy: string): Fault => ({
		expected, file: document.file, found, line: document.lineOf(where), path: formatPath(where), remedy, rule,
	});
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) =>
				fault([...path, key], `the key ${key}`, 'only keys that the table of fields names', `Correct the spelling of ${key}, or move its content to a field that exists.`),
			);
		case 'invalid_type':
			if (value === undefined) {
				return [fault(path, 'nothing', `a ${typeName(issue.expected)}`, `Add ${formatPath(path)} to the file.`)];
			}
			return [fault(path, `${show(value)} (${kindOf(value)})`, `a ${typeName(issue.expected)}`, remedyForType(issue.expected, value))];
		case 'too_big':
			if (issue.origin === 'string') {
				const length = typeof value === 'string' ? value.length : 0;
				return [fault(path, `${length} characters: ${show(value)}`, `at most ${issue.maximum} characters`, `Shorten it by ${length - Number(issue.maximum)} characters, or split it in two accounts.`)];
			}
			return [fault(path, issue.origin === 'array' ? `${(value as unknown[]).length} items` : show(value), `at most ${issue.maximum}`, issue.origin === 'array' ? 'Keep the most telling ones.' : 'Check the number against its source.')];
		case 'too_small':
			if (issue.origin === 'string' || issue.origin === 'array') {
				return [fault(path, 'an empty value', 'at least one', `Fill ${formatPath(path)} in, or remove the key.`)];
			}
			return [fault(path, show(value), `at least ${issue.minimum}`, 'Check the number against its source.')];
		case 'invalid_value':
			return [fault(path, show(value), `one of: ${issue.values.map(String).join(', ')}`, value === undefined ? `Add ${formatPath(path)} to the file.` : 'Choose one of these words.')];
		case 'invalid_key':
			return [fault(path, show(path.at(-1)), 'an id (lower-case letters, digits and single hyphens)', 'Rename the key.')];
		case 'invalid_format':
			if (issue.format === 'url') return [fault(path, show(value), 'a whole address beginning with http:// or https://', 'Copy the address from the browser, or remove the key.')];
			return [fault(path, show(value), formatExpectation(issue.message), 'Write it as in the example, or remove the key if it does not apply.')];
		default:
			return [fault(path, show(value), expectationOf(issue.message), remedyFor(issue.message))];
	}
}

function formatExpectation(message: string): string {
	return message.startsWith('is not ') ? message.slice('is not '.length) : 'the format of the example';
}

function expectationOf(message: string): string {
	if (message.startsWith('is not ')) return message.slice('is not '.length);
	if (message.startsWith('begins or ends')) return 'a text without spaces around it';
	if (message.startsWith('contains a line break')) return 'one line of visible characters';
	return message;
}

function remedyFor(message: string): string {
	if (message.includes('EDTF')) return 'Write year, year-month or year-month-day (1939-05-11), and check that the day exists.';
	if (message.startsWith('begins or ends')) return 'Remove the spaces.';
	if (message.startsWith('contains a line break')) return 'Write it on one line and retype it without invisible characters.';
	return 'Correct the value.';
}

const TYPE_NAMES: Record<string, string> = {
	array: 'list (each item on a line that begins with “- ”)',
	number: 'number without quotes, commas or words',
	object: 'group of keys',
	record: 'group of keys',
	string: 'text',
	tuple: 'list of two numbers',
};

function typeName(expected: string): string {
	return TYPE_NAMES[expected] ?? expected;
}

function kindOf(value: unknown): string {
	if (value === null) return 'an empty value';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' ? 'a group of keys' : `a ${typeof value === 'string' ? 'text' : typeof value}`;
}

function remedyForType(expected: string, value: unknown): string {
	if (value === null) return 'Write the value after the colon, or remove the key.';
	if (expected === 'string' && typeof value === 'number') return 'Put it in quotes.';
	if (expected === 'array') return 'Write it as a list, even when there is one item.';
	if (expected === 'number') return 'Write the bare number: 60000.';
	return 'Rewrite it in the expected form.';
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
	let value = root;
	for (const part of path) {
		if (value === null || typeof value !== 'object') return undefined;
		value = (value as Record<PropertyKey, unknown>)[part];
	}
	return value;
}

/** The member whose keys the value shares and that complains least. */
function bestMember(members: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
	const keys = value !== null && typeof value === 'object' ? Object.keys(value) : [];
	const score = (issues: readonly Issue[]) => {
		const unrecognised = issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.filter((key) => keys.includes(key)).length : 0), 0);
		return unrecognised * 10 + issues.length;
	};
	return members.filter((issues) => issues.length > 0).sort((a, b) => score(a) - score(b))[0];
}
