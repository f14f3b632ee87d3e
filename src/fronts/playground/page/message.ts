/** One answer in the channel, under the line that says what was asked. */
import type { PageMessage } from '../wire.ts';
import { type Pressed, viewComponent } from './components.ts';
import { type Child, h, ICONS, icon, present } from './dom.ts';
import { viewEmbed } from './embed.ts';
import { openFiles } from './files.ts';
import { markdown } from './markdown-view.ts';
import type { Words } from './words.ts';

export interface MessageOptions {
	readonly asked: readonly (Node | string)[];
	readonly at: Date;
	/** Adds to the line with the question what can be done with it. */
	readonly menu: (line: HTMLElement) => HTMLElement;
	readonly onDismiss: () => void;
	readonly onPress: (pressed: Pressed) => void;
	readonly private: boolean;
	readonly words: Words;
}

/** What stands in a message's place in the list; `body` is `null` while the answer is on its way. */
export function viewMessage(body: PageMessage | null, options: MessageOptions): (Node | string)[] {
	const { asked, at, menu, words } = options;
	return present([
		asked.length > 0 && menu(h('div', { class: 'message-asked' }, h('div', { class: 'message-asked-text' }, ...asked))),
		h('img', { alt: '', class: 'message-avatar', height: 40, src: '/page/icon.svg', width: 40 }),
		h(
			'h2',
			{ class: 'message-author' },
			h('span', { class: 'message-name' }, words.say('name')),
			h('span', { class: 'message-tag' }, words.say('app')),
			h('time', { class: 'message-time', datetime: at.toISOString() }, words.time(at)),
		),
		body
			? h('div', { class: 'message-body' }, ...viewBody(body, options))
			: h(
					'div',
					{ class: 'message-body message-pending' },
					words.say('thinking'),
					h('span', { 'aria-hidden': 'true', class: 'dots' }, h('i'), h('i'), h('i')),
				),
	]);
}

function viewBody(
	{ components, content, embeds, files: sent }: PageMessage,
	{ onDismiss, onPress, private: alone, words }: MessageOptions,
): Child[] {
	const files = openFiles(sent, words);
	const above = [
		...(content ? [h('div', { class: 'message-content' }, ...markdown(content, words, 2))] : []),
		...embeds.map((embed) => viewEmbed(embed, words, files)),
	];
	const parts = components.map((component) => viewComponent(component, { files, onPress, words }));
	return [
		...above,
		...files.rest(),
		...parts,
		alone &&
			h(
				'div',
				{ class: 'message-private' },
				icon(ICONS.eye),
				h('span', {}, words.say('private')),
				h('button', { class: 'link-button', onclick: onDismiss, type: 'button' }, words.say('dismiss')),
			),
	];
}

/** What went wrong, with a way to try again. */
export function viewFailure(what: string, onRetry: false | (() => void), words: Words): Node {
	return h(
		'div',
		{ class: 'failure', role: 'alert' },
		h('span', {}, what),
		onRetry && h('button', { class: 'button button-secondary', onclick: onRetry, type: 'button' }, words.say('retry')),
	);
}

/** What an answer is about, in a few words: for announcing it. */
export function titleOf({ content, embeds }: PageMessage): string {
	return (
		(embeds[0]?.title ?? embeds[0]?.description ?? content)
			.replace(/\\(.)/g, '$1')
			.replace(/[*_~`]{1,3}/g, '')
			.split('\n')[0]
			?.slice(0, 160) ?? ''
	);
}
