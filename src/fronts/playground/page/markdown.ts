/**
 * Discord's markdown, read into a tree. What Discord does not show as markup stays text, and an address that is
 * neither http nor https is never a link. https://support.discord.com/hc/articles/210298617
 */

export type Inline =
	| { readonly type: 'bold' | 'italic' | 'spoiler' | 'strike' | 'underline'; readonly children: readonly Inline[] }
	| { readonly type: 'code' | 'text'; readonly text: string }
	| { readonly type: 'link'; readonly children: readonly Inline[]; readonly url: string }
	| { readonly type: 'time'; readonly seconds: number; readonly style: string };

export type Block =
	| { readonly type: 'code'; readonly text: string }
	| { readonly type: 'heading'; readonly children: readonly Inline[]; readonly level: 1 | 2 | 3 }
	| { readonly type: 'list'; readonly items: readonly (readonly Inline[])[]; readonly ordered: boolean; readonly start: number }
	| { readonly type: 'paragraph' | 'subtext'; readonly children: readonly Inline[] }
	| { readonly type: 'quote'; readonly children: readonly Block[] };

/** Deeper markup than this is no longer writing; it stays text. */
const DEPTH_MAX = 12;

const FENCE = /^```(?:[\w+-]*\n)?([\s\S]*?)\n?```[^\S\n]*(?:\n|$)/;
const LINE = /^([^\n]*)(?:\n|$)/;
const HEADING = /^(#{1,3}) +(\S.*)$/;
const SUBTEXT = /^-# +(\S.*)$/;
const ITEM = /^ *(?:[-*]|(\d{1,9})\.) +(\S.*)$/;

/** Whole text, with headings, lists, quotes and code. */
export function parseMarkdown(text: string, depth = 0): Block[] {
	const blocks: Block[] = [];
	const lines: string[] = [];
	const finish = () => {
		if (lines.length > 0) blocks.push({ children: parseInline(lines.join('\n')), type: 'paragraph' });
		lines.length = 0;
	};
	for (let rest = text; rest !== ''; ) {
		const fence = FENCE.exec(rest);
		if (fence) {
			finish();
			blocks.push({ text: fence[1] ?? '', type: 'code' });
			rest = rest.slice(fence[0].length);
			continue;
		}
		const [whole = rest, line = ''] = LINE.exec(rest) ?? [];
		if (depth === 0 && line.startsWith('>>> ')) {
			finish();
			blocks.push({ children: parseMarkdown(rest.slice(4), 1), type: 'quote' });
			break;
		}
		rest = rest.slice(whole.length);
		const block = readBlock(line, depth);
		if (!block) {
			lines.push(line);
			continue;
		}
		finish();
		const last = blocks.at(-1);
		if (block.type === 'list' && last?.type === 'list' && last.ordered === block.ordered)
			blocks[blocks.length - 1] = { ...last, items: [...last.items, ...block.items] };
		else if (block.type === 'quote' && last?.type === 'quote')
			blocks[blocks.length - 1] = { ...last, children: [...last.children, ...block.children] };
		else blocks.push(block);
	}
	finish();
	return blocks;
}

function readBlock(line: string, depth: number): Block | null {
	const heading = HEADING.exec(line);
	if (heading) return { children: parseInline(heading[2] ?? ''), level: (heading[1] ?? '#').length as 1 | 2 | 3, type: 'heading' };
	const subtext = SUBTEXT.exec(line);
	if (subtext) return { children: parseInline(subtext[1] ?? ''), type: 'subtext' };
	if (depth === 0 && line.startsWith('> ')) return { children: parseMarkdown(line.slice(2), 1), type: 'quote' };
	const item = ITEM.exec(line);
	if (item) return { items: [parseInline(item[2] ?? '')], ordered: item[1] !== undefined, start: Number(item[1] ?? 1), type: 'list' };
	return null;
}

interface Rule {
	readonly pattern: RegExp;
	/** `null` when it is no markup after all; then its first character is text. */
	read(match: RegExpExecArray, depth: number): Inline | null;
}

const text = (words: string): Inline => ({ text: words, type: 'text' });
const wrap =
	(type: 'bold' | 'italic' | 'spoiler' | 'strike' | 'underline'): Rule['read'] =>
	(match, depth) => ({ children: parseInline(match[1] ?? match[2] ?? '', depth + 1), type });

/** In this order. The patterns for emphasis are those by which Discord's own client tells `***`, `__` and `_` apart. */
const RULES: readonly Rule[] = [
	{ pattern: /\\([!-/:-@[-`{-~])/y, read: (match) => text(match[1] ?? '') },
	{ pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y, read: (match) => ({ text: (match[2] ?? '').trim(), type: 'code' }) },
	{ pattern: /<(https?:\/\/[^\s>]+)>/y, read: (match) => linkTo(match[1] ?? '') },
	{ pattern: /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, read: (match) => ({ seconds: Number(match[1]), style: match[2] ?? 'f', type: 'time' }) },
	{ pattern: /<a?:(\w{2,32}):\d{17,20}>/y, read: (match) => text(`:${match[1]}:`) },
	{ pattern: /<\/([^:>]{1,100}):\d{17,20}>/y, read: (match) => text(`/${match[1]}`) },
	{
		pattern: /\[((?:\\[\s\S]|[^[\]\\])+)\]\(<?([^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)>?\)/y,
		read: (match, depth) => linkTo(match[2] ?? '', parseInline(match[1] ?? '', depth + 1)),
	},
	{ pattern: /https?:\/\/[^\s<]*[^\s<.,:;"')\]*_~|]/y, read: (match) => linkTo(match[0]) },
	{ pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, read: wrap('bold') },
	{ pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, read: wrap('underline') },
	{
		pattern: /(?<!\w)_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)|\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
		read: wrap('italic'),
	},
	{ pattern: /~~((?:\\[\s\S]|[^\\])+?)~~/y, read: wrap('strike') },
	{ pattern: /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y, read: wrap('spoiler') },
];

/** Where markup may begin; everything between is text. */
const BEGINS = /[\\`<[*_~|]|https?:\/\//g;

/** Text on a line: emphasis, code, links. */
export function parseInline(source: string, depth = 0): Inline[] {
	const nodes: Inline[] = [];
	let plain = '';
	const finish = () => {
		if (plain !== '') nodes.push(text(plain));
		plain = '';
	};
	for (let index = 0; index < source.length; ) {
		BEGINS.lastIndex = index;
		const next = depth < DEPTH_MAX ? (BEGINS.exec(source)?.index ?? source.length) : source.length;
		plain += source.slice(index, next);
		if (next === source.length) break;
		const found = firstRule(source, next, depth);
		if (found?.node.type === 'text') plain += found.node.text;
		else if (found) {
			finish();
			nodes.push(found.node);
		} else plain += source[next];
		index = found?.end ?? next + 1;
	}
	finish();
	return nodes;
}

function firstRule(source: string, at: number, depth: number): { readonly end: number; readonly node: Inline } | null {
	for (const { pattern, read } of RULES) {
		pattern.lastIndex = at;
		const match = pattern.exec(source);
		const node = match && read(match, depth);
		if (node) return { end: at + match[0].length, node };
	}
	return null;
}

function linkTo(address: string, children: readonly Inline[] = [text(address)]): Inline | null {
	const url = safeUrl(address);
	return url ? { children, type: 'link', url } : null;
}

/** The address when it is one that a link may lead to. */
export function safeUrl(address: string): string | null {
	const url = URL.parse(address);
	return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
