/** Small changes to a YAML text that leave everything else in it as it was: comments, quotes, order, line breaks. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode, parseDocument, stringify, type YAMLMap, type YAMLSeq } from 'yaml';

/** `remove` takes away a key with its value or an item of a list; `set` gives a scalar another text. */
export type Edit =
	| { readonly kind: 'remove'; readonly keys: readonly PropertyKey[] }
	| { readonly kind: 'set'; readonly keys: readonly PropertyKey[]; readonly text: string };

interface Splice {
	readonly end: number;
	readonly start: number;
	readonly text: string;
}

/**
 * Applies edits one after another, those further down first, so that positions in lists stay true.
 *
 * @throws when the text is no YAML, an edit leads nowhere, or the result would say anything else than was asked for.
 */
export function editYaml(source: string, edits: readonly Edit[]): string {
	let text = source;
	const value = toValue(source) as object;
	for (const edit of [...edits].sort(fromTheEnd)) {
		const splice = spliceOf(text, edit);
		text = text.slice(0, splice.start) + splice.text + text.slice(splice.end);
		change(value, edit);
	}
	if (!isDeepStrictEqual(toValue(text), value)) throw new Error('the edit would change more than it should');
	return text;
}

function toValue(text: string): unknown {
	const parsed = parseDocument(text, { prettyErrors: false });
	if (parsed.errors.length > 0) throw new Error(parsed.errors[0]!.message);
	return parsed.toJS();
}

function fromTheEnd(a: Edit, b: Edit): number {
	for (const [index, key] of a.keys.entries()) {
		const other = b.keys[index];
		if (key === other) continue;
		if (typeof key === 'number' && typeof other === 'number') return other - key;
		return 0;
	}
	return 0;
}

/** The same change on the plain value. A list or group that becomes empty goes with its last item, as in the text. */
function change(root: object, edit: Edit): void {
	const chain: { key: PropertyKey; parent: Record<PropertyKey, unknown> }[] = [];
	let node = root as Record<PropertyKey, unknown>;
	for (const key of edit.keys) {
		chain.push({ key, parent: node });
		node = node?.[key] as Record<PropertyKey, unknown>;
	}
	for (const { key, parent } of chain.reverse()) {
		if (edit.kind === 'set') {
			parent[key] = edit.text;
			return;
		}
		if (Array.isArray(parent)) parent.splice(Number(key), 1);
		else delete parent[key];
		if ((Array.isArray(parent) ? parent.length : Object.keys(parent).length) > 0) return;
	}
}

function spliceOf(text: string, edit: Edit): Splice {
	const document = parseDocument(text, { prettyErrors: false });
	const chain: { collection: YAMLMap | YAMLSeq; index: number }[] = [];
	let node: unknown = document.contents;
	for (const key of edit.keys) {
		if (!isMap(node) && !isSeq(node)) throw new Error(`nothing at ${edit.keys.join('.')}`);
		const index = isSeq(node) ? Number(key) : node.items.findIndex((item) => isScalar(item.key) && item.key.value === key);
		const item = (node as YAMLMap).items[index] as Pair | Node | undefined;
		if (!item) throw new Error(`nothing at ${edit.keys.join('.')}`);
		chain.push({ collection: node as YAMLMap | YAMLSeq, index });
		node = isMap(node) ? (item as Pair).value : item;
	}
	if (edit.kind === 'set') {
		const [start, end] = (node as ParsedNode).range;
		return { end, start, text: quoted(edit.text, text.slice(start, end)) };
	}
	let last = chain.length - 1;
	while (last > 0 && chain[last]!.collection.items.length === 1) last--;
	return removal(text, chain[last]!.collection, chain[last]!.index);
}

/** The text as YAML on one line, in the quotes that were there unless they will not do. */
function quoted(value: string, before: string): string {
	if (before.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
	if (before.startsWith('"')) return JSON.stringify(value);
	return stringify([value], { collectionStyle: 'flow', defaultStringType: 'PLAIN', lineWidth: 0 })
		.trim()
		.replace(/^\[\s*|\s*\]$/gu, '');
}

function startOf(item: Pair | Node): number {
	const node = ('key' in item ? item.key : item) as ParsedNode;
	return node.range[0];
}

function endOf(item: Pair | Node): number {
	const node = ('key' in item ? (item.value ?? item.key) : item) as ParsedNode;
	return node.range[1];
}

function removal(text: string, { flow, items }: YAMLMap | YAMLSeq, index: number): Splice {
	const list = items as (Pair | Node)[];
	const [item, next, previous] = [list[index]!, list[index + 1], list[index - 1]];
	if (flow) {
		if (next) return { end: startOf(next), start: startOf(item), text: '' };
		return { end: endOf(item), start: previous ? endOf(previous) : startOf(item), text: '' };
	}
	const lineStart = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
	const start = lineStart(startOf(item));
	// The first key of a group inside a list stands behind the dash: the next key moves up to it.
	if (next && lineStart(startOf(item)) !== startOf(item) && /^\s*-\s/u.test(text.slice(start, startOf(item))) && 'key' in item) {
		return { end: startOf(next), start: startOf(item), text: '' };
	}
	const lineEnd = text.indexOf('\n', Math.max(endOf(item) - 1, start));
	return { end: next ? lineStart(startOf(next)) : lineEnd < 0 ? text.length : lineEnd + 1, start, text: '' };
}
