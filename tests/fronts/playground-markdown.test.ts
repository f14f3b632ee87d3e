import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Inline, parseInline, parseMarkdown, safeUrl } from '../../src/fronts/playground/page/markdown.ts';

/** A short form of the tree: `b(…)` for bold, `[text](url)` for a link, the text itself for text. */
const SHORT = { bold: 'b', italic: 'i', spoiler: 'spoiler', strike: 's', underline: 'u' } as const;
const inline = (nodes: readonly Inline[]): string =>
	nodes
		.map((node) => {
			switch (node.type) {
				case 'text':
					return node.text;
				case 'code':
					return `code(${node.text})`;
				case 'link':
					return `[${inline(node.children)}](${node.url})`;
				case 'time':
					return `time(${node.seconds} ${node.style})`;
				default:
					return `${SHORT[node.type]}(${inline(node.children)})`;
			}
		})
		.join('');
const block = (node: Block): string => {
	switch (node.type) {
		case 'code':
			return `pre(${node.text})`;
		case 'heading':
			return `h${node.level}(${inline(node.children)})`;
		case 'list':
			return `${node.ordered ? `ol${node.start}` : 'ul'}(${node.items.map(inline).join(' | ')})`;
		case 'quote':
			return `quote(${node.children.map(block).join(' ')})`;
		default:
			return `${node.type === 'subtext' ? 'small' : 'p'}(${inline(node.children)})`;
	}
};

describe('on a line', () => {
	test.each([
		['plain text', 'plain text'],
		['**bold** and *italic* and _italic_', 'b(bold) and i(italic) and i(italic)'],
		['***both***', 'b(i(both))'],
		['__under__ ~~struck~~ ||hidden||', 'u(under) s(struck) spoiler(hidden)'],
		['**a *b* c**', 'b(a i(b) c)'],
		['a * b * c', 'a * b * c'],
		['snake_case_name', 'snake_case_name'],
		['**unfinished', '**unfinished'],
		['\\*as is\\* \\_and\\_ \\\\ \\a', '*as is* _and_ \\ \\a'],
		['`code *not* \\*`', 'code(code *not* \\*)'],
		['``a ` b``', 'code(a ` b)'],
		['[label](https://example.org/a)', '[label](https://example.org/a)'],
		['[*label*](<https://example.org/a>)', '[i(label)](https://example.org/a)'],
		['[w](https://en.wikipedia.org/wiki/Moscow_(disambiguation))', '[w](https://en.wikipedia.org/wiki/Moscow_(disambiguation))'],
		[
			'see https://example.org/a_b_c, and <http://example.org>',
			'see [https://example.org/a_b_c](https://example.org/a_b_c), and [http://example.org](http://example.org/)',
		],
		['https:\\/\\/example.org', 'https://example.org'],
		['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
		['[x](data:text/html,x) [1]', '[x](data:text/html,x) [1]'],
		['<script>alert(1)</script>', '<script>alert(1)</script>'],
		['<t:0:R> <t:86400>', 'time(0 R) time(86400 f)'],
		['<:owl:123456789012345678> </event:123456789012345678>', ':owl: /event'],
		['says it [1]\u200B', 'says it [1]\u200B'],
		['日本**の**戦争', '日本b(の)戦争'],
	])('%s', (source, expected) => expect(inline(parseInline(source))).toBe(expected));
});

describe('over lines', () => {
	test.each([
		['one\ntwo', 'p(one\ntwo)'],
		['one\n-# small *print*\ntwo', 'p(one) small(small i(print)) p(two)'],
		['# One\n## Two\n### Three\n#### Four', 'h1(One) h2(Two) h3(Three) p(#### Four)'],
		['- a\n* b\n1. c\n2. d', 'ul(a | b) ol1(c | d)'],
		['> quoted\n> *more*\nnot', 'quote(p(quoted) p(i(more))) p(not)'],
		['>>> all\nof it', 'quote(p(all\nof it))'],
		['```ts\nlet x = 1;\n```\nafter', 'pre(let x = 1;) p(after)'],
		['\\# no heading\n\\- no item\n1941\\. no list', 'p(# no heading\n- no item\n1941. no list)'],
		['', ''],
	])('%j', (source, expected) => expect(parseMarkdown(source).map(block).join(' ')).toBe(expected));

	test('text without markup comes out as it went in', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 200 }).filter((it) => !/[\\`*_~|<[>#\n:-]|\d+\./.test(it)),
				(source) => inline(parseInline(source)) === source,
			),
		);
	});

	test('anything is read, and every link is safe', () => {
		const pieces = fc.constantFrom(
			'*',
			'**',
			'_',
			'__',
			'`',
			'```',
			'||',
			'~~',
			'[',
			'](',
			')',
			'<',
			'>',
			'\\',
			'\n',
			'- ',
			'> ',
			'>>> ',
			'# ',
			'-# ',
			'https://a.b',
			'javascript:',
			'x',
			' ',
			'日',
		);
		const linksOf = (nodes: readonly Inline[]): string[] =>
			nodes.flatMap((node) => [...(node.type === 'link' ? [node.url] : []), ...('children' in node ? linksOf(node.children) : [])]);
		const inlinesOf = (blocks: readonly Block[]): Inline[] =>
			blocks.flatMap((it) =>
				it.type === 'quote' ? inlinesOf(it.children) : it.type === 'list' ? it.items.flat() : it.type === 'code' ? [] : [...it.children],
			);
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 60 }), (source) =>
				linksOf(inlinesOf(parseMarkdown(source.join('')))).every((url) => /^https?:/.test(url)),
			),
		);
	});
});

test('an address is safe when it is http or https', () => {
	expect(safeUrl('https://example.org')).toBe('https://example.org/');
	expect(
		['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '//example.org', 'x'].map(safeUrl),
	).toEqual([null, null, null, null, null, null]);
});
