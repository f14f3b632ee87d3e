import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit, type YAMLMap } from 'yaml';
import { type Fault, formatPath, show } from './fault.ts';
import { explainYaml, pathTo } from './yaml-faults.ts';

/** One YAML file as read: its plain value, and where each part of it stands. */
export interface DataDocument {
	readonly file: string;
	/** Line of the deepest part of `path` that exists. */
	lineOf(path: readonly PropertyKey[]): number | undefined;
	readonly value: unknown;
}

export type ReadResult = { readonly document: DataDocument } | { readonly faults: readonly Fault[] };

/** Larger files are not entries but accidents; refusing them keeps a stray file from stopping the start. */
export const FILE_MAX_BYTES = 256 * 1024;

/** Reads the text of one file. YAML faults (syntax, a key given twice, an alias bomb) come back as faults. */
export function readDocument(file: string, content: Uint8Array): ReadResult {
	try {
		return read(file, content);
	} catch (error) {
		// Thousands of brackets within one another exhaust the parser.
		return {
			faults: [
				{
					expected: 'an entry',
					file,
					found: `something that cannot be read (${(error as Error).message})`,
					path: '',
					remedy: 'Compare the file with another entry of its kind; it is nested too deeply or is no entry at all.',
					rule: 'yaml',
				},
			],
		};
	}
}

function read(file: string, content: Uint8Array): ReadResult {
	const fault = (path: string, found: string, expected: string, remedy: string, line?: number): ReadResult => ({
		faults: [{ expected, file, found, line, path, remedy, rule: 'yaml' }],
	});
	if (content.byteLength > FILE_MAX_BYTES) {
		return fault(
			'',
			`${content.byteLength.toLocaleString('en')} bytes`,
			`at most ${FILE_MAX_BYTES.toLocaleString('en')} bytes`,
			'Split the entry in two, or move the file out of the data folder if it is not an entry.',
		);
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(content);
	} catch {
		return fault(
			'',
			'bytes that are not UTF-8',
			'a text file in UTF-8',
			'Open the file in an editor and save it again with the encoding “UTF-8”.',
		);
	}
	const lineCounter = new LineCounter();
	const parsed = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true, uniqueKeys: true, version: '1.2' });
	// A warning (an unknown tag, say) is a value that the contributor did not mean.
	const errors = [...parsed.errors, ...parsed.warnings];
	if (errors.length > 0) return { faults: explainYaml(file, text, parsed, errors, lineCounter) };
	if (parsed.contents === null || (isScalar(parsed.contents) && parsed.contents.value === null)) {
		return fault('', 'a file without content', 'an entry', 'Remove the file, or start the entry anew with “npm run data:new”.', 1);
	}
	const lost = MAY_BE_LOST.test(text) ? losses(parsed) : [];
	if (lost.length > 0) {
		return {
			faults: lost.map(({ expected, found, node, remedy }) => {
				const [offset] = node.range!;
				return {
					expected,
					file,
					found,
					line: lineCounter.linePos(offset).line,
					path: formatPath(pathTo(parsed.contents, offset)),
					remedy,
					rule: 'yaml',
				};
			}),
		};
	}
	const value: unknown = parsed.toJS();
	return { document: { file, lineOf: (path) => lineOf(parsed.contents, path, lineCounter), value } };
}

function lineOf(root: Node | null, path: readonly PropertyKey[], lineCounter: LineCounter): number | undefined {
	let node: Node | null | undefined = root;
	let offset = node?.range?.[0] ?? 0;
	for (const part of path) {
		if (isMap(node)) {
			const pair: YAMLMap['items'][number] | undefined = node.items.find((item) => isScalar(item.key) && item.key.value === part);
			if (!pair) break;
			offset = (pair.key as Node).range?.[0] ?? offset;
			node = pair.value as Node | null;
		} else if (isSeq(node)) {
			node = node.items[Number(part)] as Node | undefined;
			if (!node) break;
			offset = node.range?.[0] ?? offset;
		} else break;
	}
	return lineCounter.linePos(offset).line;
}

/** Signs without which nothing in a file can be an anchor, an alias or a comment behind a value. */
const MAY_BE_LOST = /[*&]|\S[ \t]+#\S/u;

/**
 * What YAML would take away without a word: a `#` that cuts a text short, an anchor. An alias is refused too, for it
 * would let a few lines stand for gigabytes, and nothing in an entry needs one.
 */
function losses(document: Document.Parsed): { expected: string; found: string; node: Node; remedy: string }[] {
	const found: { expected: string; found: string; node: Node; remedy: string }[] = [];
	visit(document, {
		Alias(_key, node) {
			found.push({
				expected: 'plain YAML without anchors and aliases',
				found: `*${node.source}`,
				node,
				remedy: 'Write the value out at each place, or put the text in double quotes.',
			});
		},
		Value(_key, node) {
			if (node.anchor)
				found.push({
					expected: 'plain YAML without anchors and aliases',
					found: `&${node.anchor}`,
					node,
					remedy: 'Write the value out at each place, or put the text in double quotes.',
				});
			if (isScalar(node) && node.comment && !node.comment.startsWith(' ')) {
				found.push({
					expected: 'a # only inside quotes, or before a comment with a space between',
					found: `#${node.comment.split('\n')[0]}, which YAML does not read`,
					node,
					remedy: 'Put the whole text in double quotes; a comment begins with # and a space.',
				});
			}
		},
	});
	return found;
}

/** Explains a wrong file as a whole in the same five parts. */
export function wrongShape(file: string, value: unknown, expected: string): Fault {
	const kind = Array.isArray(value) ? 'a list' : 'a text without keys';
	return {
		expected,
		file,
		found: `${kind}: ${show(value)}`,
		line: 1,
		path: '',
		remedy: 'Write each field as “key: value” on a line of its own; “npm run data:new” starts such a file.',
		rule: 'shape',
	};
}
