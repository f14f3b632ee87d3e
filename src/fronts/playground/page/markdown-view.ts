/** The tree of Discord's markdown, as elements. */
import { h } from './dom.ts';
import { type Block, type Inline, parseInline, parseMarkdown } from './markdown.ts';
import type { Words } from './words.ts';

/** Whole text. `level` is that of the heading above it, so that headings in it come below. */
export const markdown = (source: string, words: Words, level = 3): Node[] =>
	parseMarkdown(source).map((block) => viewBlock(block, words, level));

/** One line: titles and names of fields. */
export const inlineMarkdown = (source: string, words: Words): Node[] => viewInline(parseInline(source), words);

function viewBlock(block: Block, words: Words, level: number): Node {
	switch (block.type) {
		case 'code':
			return h('pre', { class: 'md-code' }, h('code', {}, block.text));
		case 'heading':
			return h(
				'div',
				{ 'aria-level': Math.min(level + block.level, 6), class: `md-heading md-heading-${block.level}`, role: 'heading' },
				...viewInline(block.children, words),
			);
		case 'list': {
			const items = block.items.map((item) => h('li', {}, ...viewInline(item, words)));
			return block.ordered ? h('ol', { class: 'md-list', start: block.start }, ...items) : h('ul', { class: 'md-list' }, ...items);
		}
		case 'paragraph':
			return h('p', { class: 'md-paragraph' }, ...viewInline(block.children, words));
		case 'quote':
			return h('blockquote', { class: 'md-quote' }, ...block.children.map((child) => viewBlock(child, words, level)));
		case 'subtext':
			return h('p', { class: 'md-subtext' }, ...viewInline(block.children, words));
		default:
			return block satisfies never;
	}
}

const ELEMENTS = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' } as const;

function viewInline(nodes: readonly Inline[], words: Words): Node[] {
	return nodes.map((node): Node => {
		switch (node.type) {
			case 'text':
				return document.createTextNode(node.text);
			case 'code':
				return h('code', { class: 'md-inline-code' }, node.text);
			case 'link':
				return h('a', { href: node.url, rel: 'noopener noreferrer', target: '_blank' }, ...viewInline(node.children, words));
			case 'spoiler':
				return viewSpoiler(viewInline(node.children, words), words);
			case 'time':
				return viewTime(node.seconds, node.style, words);
			default:
				return h(ELEMENTS[node.type], {}, ...viewInline(node.children, words));
		}
	});
}

function viewSpoiler(children: readonly Node[], words: Words): Node {
	const cover = h(
		'button',
		{ class: 'md-spoiler', onclick: () => cover.replaceWith(h('span', { class: 'md-spoiler-shown' }, ...children)), type: 'button' },
		words.say('spoiler'),
	);
	return cover;
}

const TIME_STYLES: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
	D: { dateStyle: 'long' },
	F: { dateStyle: 'full', timeStyle: 'short' },
	T: { timeStyle: 'medium' },
	d: { dateStyle: 'short' },
	f: { dateStyle: 'long', timeStyle: 'short' },
	t: { timeStyle: 'short' },
};
const UNITS = [
	['year', 31_557_600],
	['month', 2_629_800],
	['day', 86_400],
	['hour', 3600],
	['minute', 60],
	['second', 1],
] as const;

function viewTime(seconds: number, style: string, { language }: Words): Node {
	const date = new Date(seconds * 1000);
	if (Number.isNaN(date.getTime())) return document.createTextNode(String(seconds));
	const full = new Intl.DateTimeFormat(language, TIME_STYLES[style] ?? TIME_STYLES.f).format(date);
	if (style !== 'R') return h('time', { datetime: date.toISOString() }, full);
	const distance = seconds - Date.now() / 1000;
	const [unit, length] = UNITS.find(([, it]) => Math.abs(distance) >= it) ?? UNITS[5];
	return h(
		'time',
		{ datetime: date.toISOString(), title: full },
		new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(distance / length), unit),
	);
}
