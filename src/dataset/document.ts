import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { type Fault, show } from './fault.ts';

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
	const fault = (path: string, found: string, expected: string, remedy: string, line?: number): ReadResult => ({
		faults: [{ expected, file, found, line, path, remedy, rule: 'yaml' }],
	});
	if (content.byteLength > FILE_MAX_BYTES) {
		return fault('', `${content.byteLength} bytes`, `at most ${FILE_MAX_BYTES} bytes`, 'Split the entry, or remove the file if it is not one.');
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(content);
	} catch {
		return fault('', 'bytes that are not UTF-8', 'a text file in UTF-8', 'Save the file again with the encoding UTF-8.');
	}
	const lineCounter = new LineCounter();
	const parsed = parseDocument(text, { lineCounter, maxAliasCount: 0, prettyErrors: false, uniqueKeys: true, version: '1.2' } as Parameters<typeof parseDocument>[1]);
	if (parsed.errors.length > 0) {
		return {
			faults: parsed.errors.map((error) => ({
				expected: error.code === 'DUPLICATE_KEY' ? 'every key once' : 'YAML 1.2',
				file,
				found: error.message.split('\n')[0]!,
				line: lineCounter.linePos(error.pos[0]).line,
				path: '',
				remedy:
					error.code === 'DUPLICATE_KEY'
						? 'Join the two values under one key, or remove one of them.'
						: 'Check the indentation and the quotes on this line; put a text with a colon or a # in quotes.',
				rule: 'yaml',
			})),
		};
	}
	let value: unknown;
	try {
		value = parsed.toJS({ maxAliasCount: 0 });
	} catch (error) {
		return fault('', (error as Error).message, 'plain YAML without anchors and aliases', 'Write the value out at each place.');
	}
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

/** Explains a wrong file as a whole in the same five parts. */
export function wrongShape(file: string, value: unknown, expected: string): Fault {
	return { expected, file, found: show(value), line: 1, path: '', remedy: 'Start the file anew with `npm run data:new`.', rule: 'shape' };
}
