/** Draws a message for a terminal: columns one under another with their headings, buttons as numbered lines. */
import { ComponentType } from 'discord-api-types/v10';
import type { MessageJson, Modal } from '../../answer.ts';
import type { Speaker } from '../../messages/index.ts';

/** A field that is only a heading, or only a text, has a character without width in the other place. */
const BLANK = /^[\s\u200b]*$/;
/** Discord shows a sign without the backslash before it, whatever sign it is, but not within code, which is left as it is here. */
const ESCAPED = /`[^`\n]+`|\\([^0-9A-Za-z\s])/g;
const RULE = '─'.repeat(60);

/** The parts of a component that are drawn, whatever its type. */
interface Component {
	readonly accessory?: Component;
	readonly components?: readonly Component[];
	readonly content?: string;
	readonly items?: readonly { readonly description?: string | null }[];
	readonly label?: string;
	readonly options?: readonly { readonly label: string }[];
	readonly placeholder?: string;
	readonly type: ComponentType;
	readonly url?: string;
}

export function renderMessage({ components = [], content, embeds = [], files = [] }: MessageJson, speaker: Speaker): string {
	const blocks: string[] = [];
	if (content) blocks.push(plain(content, speaker));
	for (const { author, description, fields = [], footer, title, url } of embeds) {
		const head = [author?.name, title && (url ? speaker.say('terminal.link', { label: title, url }) : title)].filter(
			(it) => it !== undefined,
		);
		if (head.length > 0) blocks.push(`${RULE}\n${plain(head.join('\n'), speaker)}\n${RULE}`);
		if (description) blocks.push(plain(description, speaker));
		for (const { name, value } of fields)
			blocks.push([plain(name, speaker), indent(plain(value, speaker))].filter((it) => !BLANK.test(it)).join('\n'));
		if (footer) blocks.push(plain(footer.text, speaker));
	}
	for (const { description, name } of files) blocks.push(description ?? name);
	const controls: string[] = [];
	for (const component of components as unknown as readonly Component[]) draw(component, blocks, controls, speaker);
	if (controls.length > 0) blocks.push(controls.join('\n'));
	return blocks.join('\n\n');
}

/** A form, which cannot be filled in here: what it asks for. */
export function renderModal({ inputs, title }: Modal, speaker: Speaker): string {
	const lines = inputs.map(({ label }, index) => speaker.say('terminal.button', { label, number: index + 1 }));
	return [`${RULE}\n${title}\n${RULE}`, lines.join('\n')].join('\n\n');
}

function draw(component: Component, blocks: string[], controls: string[], speaker: Speaker): void {
	const number = controls.length + 1;
	const { accessory, components = [], content, items = [], label = '', options, placeholder = '', type, url } = component;
	if (type === ComponentType.Button) {
		controls.push(speaker.say('terminal.button', { label: url ? speaker.say('terminal.link', { label, url }) : label, number }));
	} else if (options) {
		controls.push(
			speaker.say('terminal.menu', { choices: speaker.list(options.map((option) => option.label)), label: placeholder, number }),
		);
	} else if (content) blocks.push(plain(content, speaker));
	for (const { description } of items) if (description) blocks.push(description);
	for (const inner of components) draw(inner, blocks, controls, speaker);
	if (accessory) draw(accessory, blocks, controls, speaker);
}

/** Takes Discord's markdown away, except what reads well as it is. */
function plain(text: string, speaker: Speaker): string {
	return text
		.replace(/(?<!\\)\[((?:[^[\]]|\[[^[\]]*\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/g, (_, label: string, url: string) =>
			speaker.say('terminal.link', { label, url }),
		)
		.replace(/^(?:-# |#{1,3} |> )/gm, '')
		.replace(/(?<!\\)(?:\*\*|__|~~|\|\|)/g, '')
		.replace(/(?<![\\\w])[*_](?=\S)([^*_\n]*?\S)(?<!\\)[*_](?!\w)/g, '$1')
		.replace(ESCAPED, (whole, sign?: string) => sign ?? whole);
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');
