/** Says in plain words what the YAML parser noticed. */
import { type Document, type ErrorCode, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair, type YAMLError } from 'yaml';
import { type Fault, formatPath } from './fault.ts';

interface Advice {
	readonly expected: string;
	readonly found: string;
	readonly remedy: string;
}

const QUOTES =
	'Put a text in double quotes when it contains a colon and a space, a # after a space, or begins with one of { [ * & ! | > @ % or a quotation mark.';

const ADVICE: Partial<Record<ErrorCode, Advice>> = {
	ALIAS_PROPS: {
		expected: 'plain YAML without anchors and aliases',
		found: 'an alias with an anchor or a tag',
		remedy: 'Write the value out at each place.',
	},
	BAD_ALIAS: {
		expected: 'plain YAML without anchors and aliases',
		found: 'a word that begins with * or &',
		remedy: 'Put the text in double quotes, or write the value out.',
	},
	BAD_DIRECTIVE: {
		expected: 'keys and values',
		found: 'a line that begins with %',
		remedy: 'Put the text in double quotes, or remove the line.',
	},
	BAD_DQ_ESCAPE: {
		expected: 'a text whose backslashes are doubled',
		found: 'a backslash inside double quotes',
		remedy: 'Write \\\\ for a backslash, or remove it.',
	},
	BAD_INDENT: {
		expected: 'lines that belong together indented by the same number of spaces',
		found: 'an indentation that fits nothing above',
		remedy: 'Move the line so that it begins under its neighbours.',
	},
	BAD_SCALAR_START: {
		expected: 'a text that begins with a letter or a digit',
		found: 'a text that begins with a sign that YAML uses itself',
		remedy: QUOTES,
	},
	BLOCK_AS_IMPLICIT_KEY: {
		expected: 'one value a key',
		found: 'two colons in one line, or a line that is indented too far',
		remedy: QUOTES,
	},
	BLOCK_IN_FLOW: {
		expected: 'items with commas between { } or [ ]',
		found: 'a list with dashes between { } or [ ]',
		remedy: 'Put commas between the items, or write the list without brackets.',
	},
	DUPLICATE_KEY: {
		expected: 'every key once',
		found: 'a key that is there already',
		remedy: 'Join the two values under one key, or remove one of them.',
	},
	KEY_OVER_1024_CHARS: { expected: 'a short key before the colon', found: 'a key of more than 1,024 characters', remedy: QUOTES },
	MISSING_CHAR: {
		expected: 'every quotation mark, bracket and comma in its place',
		found: 'a sign that is missing',
		remedy: 'Close the quotation mark or bracket that was opened here or above, or put the missing colon or comma.',
	},
	MULTILINE_IMPLICIT_KEY: {
		expected: 'a key and a colon on one line',
		found: 'a line without a colon, or a text that runs on over several lines',
		remedy: 'Put the text on one line, in double quotes, behind its key and a colon.',
	},
	MULTIPLE_ANCHORS: {
		expected: 'plain YAML without anchors and aliases',
		found: 'two anchors',
		remedy: 'Write the value out at each place.',
	},
	MULTIPLE_DOCS: {
		expected: 'one entry a file',
		found: 'a second document after a line with ---',
		remedy: 'Move what follows the line --- into a file of its own.',
	},
	NON_STRING_KEY: { expected: 'a word before the colon', found: 'a key that is a list or a group', remedy: QUOTES },
	TAB_AS_INDENT: { expected: 'spaces at the beginning of a line', found: 'a tab', remedy: 'Replace each tab by two spaces.' },
	TAG_RESOLVE_FAILED: { expected: 'a text without a tag', found: 'a word that begins with !', remedy: 'Put the text in double quotes.' },
	UNEXPECTED_TOKEN: { expected: 'a key, a colon and a value', found: 'a sign that does not belong here', remedy: QUOTES },
};

/** One code of the parser covers several slips; these parts of its message tell them apart. */
const CLOSER_ADVICE: readonly (readonly [pattern: RegExp, advice: Advice])[] = [
	[
		/must be sufficiently indented and end with a [\]}]|must end with a [\]}]/u,
		{
			expected: 'a closing bracket for every opening one',
			found: 'a [ or { that was not closed before this line',
			remedy: 'Add the missing ] or } at the end of the line above.',
		},
	],
	[
		/closing ["']\s?quote/u,
		{
			expected: 'a closing quotation mark for every opening one',
			found: 'a quotation mark that was opened and never closed',
			remedy: 'Add the missing quotation mark at the end of the text. Inside double quotes write “ ” or \\" for a quotation.',
		},
	],
	[
		/without - indicator/u,
		{
			expected: 'the fields of one item exactly below one another',
			found: 'a line that begins further left than the field above it',
			remedy: 'Move the line so that it begins under the first field of its item, the word after the dash.',
		},
	],
	[
		/(?:flow-seq-end|flow-map-end)/u,
		{
			expected: 'an opening bracket for every closing one',
			found: 'a ] or } too many',
			remedy: 'Remove it, or open the bracket where the list or group begins.',
		},
	],
	[
		/scalar at node end/u,
		{
			expected: 'nothing behind the closing quotation mark',
			found: 'a quotation mark that ends the text too early',
			remedy: 'Put the whole text in double quotes, and write “ ” or ’ for the quotation marks and apostrophes inside.',
		},
	],
	[
		/on same line with key/u,
		{
			expected: 'a list that begins on the next line',
			found: 'a dash behind a colon',
			remedy: 'Move the dash to a line of its own, or put the text in double quotes.',
		},
	],
];

const adviceFor = ({ code, message }: YAMLError): Advice =>
	CLOSER_ADVICE.find(([pattern]) => pattern.test(message))?.[1] ?? ADVICE[code] ?? OTHER;

const OTHER: Advice = {
	expected: 'YAML 1.2',
	found: 'something that YAML does not allow',
	remedy: `Compare the line with the same line of another file. ${QUOTES}`,
};

/** Stand for themselves; of all others the first may be the cause of the rest. */
const INDEPENDENT: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);

/** Each error with the deepest place in the file to which it belongs. What follows from the first is left out. */
export function explainYaml(
	file: string,
	text: string,
	document: Document.Parsed,
	errors: readonly YAMLError[],
	lines: LineCounter,
): Fault[] {
	const broken = errors.find(({ code }) => !INDEPENDENT.has(code));
	const telling = broken ? [broken, ...errors.filter(({ code, pos }) => INDEPENDENT.has(code) && pos[0] < broken.pos[0])] : errors;
	return telling.map((error) => {
		const [offset] = error.pos;
		const { expected, found, remedy } = adviceFor(error);
		const { line } = lines.linePos(Math.min(offset, Math.max(0, text.length - 1)));
		const excerpt = lineAt(text, line);
		const path = formatPath(plausible(pathTo(document.contents as Node | null, offset)));
		return { expected, file, found: excerpt ? `${found}: ${excerpt}` : found, line, path, remedy, rule: 'yaml' };
	});
}

/** Where a line is broken, half a sentence may pass for a key; the path ends before it. */
function plausible(path: readonly PropertyKey[]): readonly PropertyKey[] {
	const end = path.findIndex((key) => typeof key === 'string' && !/^[\w-]+$/u.test(key));
	return end < 0 ? path : path.slice(0, end);
}

function lineAt(text: string, line: number): string {
	const found = (text.split('\n')[line - 1] ?? '').trim().replaceAll(/\p{Cc}/gu, '�');
	return found.length > 80 ? `${found.slice(0, 79)}…` : found;
}

/** The keys that lead to the part of the document in which the offset lies. */
export function pathTo(root: Node | null, offset: number): PropertyKey[] {
	const path: PropertyKey[] = [];
	let node: unknown = root;
	while (isMap(node) || isSeq(node)) {
		let last: { key: PropertyKey; value: unknown } | undefined;
		for (const [index, item] of node.items.entries()) {
			const start = isMap(node) ? ((item as Pair).key as Node | null)?.range?.[0] : (item as Node).range?.[0];
			if (start === undefined || start > offset) continue;
			if (isMap(node)) {
				const { key, value } = item as Pair;
				if (isScalar(key)) last = { key: String(key.value), value };
			} else last = { key: index, value: item };
		}
		if (!last) break;
		path.push(last.key);
		node = last.value;
	}
	return path;
}
