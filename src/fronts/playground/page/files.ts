/** The files that came with a message: pictures where they belong, everything else to be saved. */
import type { FileJson } from '../wire.ts';
import { h } from './dom.ts';
import { safeUrl } from './markdown.ts';
import type { Words } from './words.ts';

const ATTACHMENT = 'attachment://';
/** What may be shown as a picture; an SVG in an `img` runs no script. */
const PICTURE = /^image\/(?:avif|gif|jpeg|png|svg\+xml|webp)$/;

export interface Files {
	/** The picture at an address of the message, with its words; `null` when there is nothing to show. */
	picture(url: string, className: string): HTMLElement | null;
	/** What nothing in the message has shown. */
	rest(): HTMLElement[];
}

export function openFiles(files: readonly FileJson[], words: Words): Files {
	const shown = new Set<FileJson>();
	const pictureOf = (file: FileJson, className: string): HTMLElement =>
		h('img', { alt: file.description ?? words.say('picture', { name: file.name }), class: className, src: addressOf(file) });
	return {
		picture(url, className) {
			if (!url.startsWith(ATTACHMENT)) {
				// Pictures from elsewhere are not fetched: the page talks to its own server only.
				const safe = safeUrl(url);
				return safe === null ? null : h('a', { href: safe, rel: 'noopener noreferrer', target: '_blank' }, safe);
			}
			const file = files.find(({ name }) => name === url.slice(ATTACHMENT.length));
			if (!file || !PICTURE.test(file.contentType)) return null;
			shown.add(file);
			return pictureOf(file, className);
		},
		rest: () =>
			files
				.filter((file) => !shown.has(file))
				.map((file) =>
					PICTURE.test(file.contentType)
						? pictureOf(file, 'attachment-picture')
						: h('a', { class: 'attachment-file', download: file.name, href: addressOf(file) }, words.say('file', { name: file.name })),
				),
	};
}

const addresses = new WeakMap<FileJson, string>();

/** An address of the file within the page, as long as the page is open. */
function addressOf(file: FileJson): string {
	let address = addresses.get(file);
	if (!address) {
		const bytes = Uint8Array.from(atob(file.data), (character) => character.charCodeAt(0));
		address = URL.createObjectURL(new Blob([bytes], { type: file.contentType }));
		addresses.set(file, address);
	}
	return address;
}
