/** An embed as Discord shows it: a coloured edge, the title, and fields of which three stand side by side. */
import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { h, uniqueId } from './dom.ts';
import type { Files } from './files.ts';
import { safeUrl } from './markdown.ts';
import { inlineMarkdown, markdown } from './markdown-view.ts';
import type { Words } from './words.ts';

const COLUMNS_MAX = 3;
/** Shown in a field that has only a name: nothing. */
const INVISIBLE = /^[\s\u200B]*$/;

export function viewEmbed(
	{ author, color, description, fields = [], footer, image, thumbnail, timestamp, title, url }: APIEmbed,
	words: Words,
	files: Files,
): HTMLElement {
	const titleId = uniqueId('embed');
	const link = url === undefined ? null : safeUrl(url);
	const embed = h(
		'section',
		{ 'aria-labelledby': title ? titleId : null, class: 'embed' },
		h(
			'div',
			{ class: 'embed-text' },
			author && h('div', { class: 'embed-author' }, author.name),
			title &&
				h(
					'h3',
					{ class: 'embed-title', id: titleId },
					...(link
						? [h('a', { href: link, rel: 'noopener noreferrer', target: '_blank' }, ...inlineMarkdown(title, words))]
						: inlineMarkdown(title, words)),
				),
			description && h('div', { class: 'embed-description' }, ...markdown(description, words)),
			fields.length > 0 && h('div', { class: 'embed-fields' }, ...rowsOf(fields).map((row) => viewRow(row, words))),
		),
		thumbnail && files.picture(thumbnail.url, 'embed-thumbnail'),
		image && files.picture(image.url, 'embed-image'),
		(footer || timestamp) &&
			h('div', { class: 'embed-footer' }, footer?.text, timestamp && h('time', { datetime: timestamp }, words.time(new Date(timestamp)))),
	);
	if (color) embed.style.setProperty('--embed-colour', `#${color.toString(16).padStart(6, '0')}`);
	return embed;
}

/** Neighbours that are inline share a row, three at most; every other field has a row of its own. */
export function rowsOf(fields: readonly APIEmbedField[]): APIEmbedField[][] {
	const rows: APIEmbedField[][] = [];
	for (const field of fields) {
		const row = rows.at(-1);
		if (field.inline && row?.[0]?.inline && row.length < COLUMNS_MAX) row.push(field);
		else rows.push([field]);
	}
	return rows;
}

function viewRow(row: readonly APIEmbedField[], words: Words): HTMLElement {
	const columns = row[0]?.inline ? row.length : 1;
	return h(
		'div',
		{ class: `embed-row embed-row-${columns}` },
		...row.map(({ name, value }) =>
			h(
				'div',
				{ class: 'embed-field' },
				!INVISIBLE.test(name) && h('h4', { class: 'embed-field-name' }, ...inlineMarkdown(name, words)),
				!INVISIBLE.test(value) && h('div', { class: 'embed-field-value' }, ...markdown(value, words, 4)),
			),
		),
	);
}
