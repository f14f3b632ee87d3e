/** What stands in a message beside text and embeds: buttons and menus, and the parts of messages made of components. */
import type { APIButtonComponent, APIComponentInContainer, APIMessageTopLevelComponent, APISectionComponent } from 'discord-api-types/v10';
import { type Child, h } from './dom.ts';
import type { Files } from './files.ts';
import { safeUrl } from './markdown.ts';
import { markdown } from './markdown-view.ts';
import { viewMenu } from './menu.ts';
import type { Words } from './words.ts';

/** https://docs.discord.com/developers/components/reference */
const TYPE = {
	button: 2,
	container: 17,
	gallery: 12,
	row: 1,
	section: 9,
	select: 3,
	separator: 14,
	text: 10,
	thumbnail: 11,
	file: 13,
} as const;
const STYLE_NAMES: Readonly<Record<number, string>> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };
const STYLE_LINK = 5;

/** A button was pressed, or something was chosen in a menu; `label` is what it says to the person. */
export interface Pressed {
	readonly customId: string;
	readonly how: 'chose' | 'pressed';
	readonly label: string;
	readonly values: readonly string[];
}

export interface ComponentsOptions {
	readonly files: Files;
	readonly onPress: (pressed: Pressed) => void;
	readonly words: Words;
}

type Component = APIComponentInContainer | APIMessageTopLevelComponent;

export function viewComponent(component: Component, options: ComponentsOptions): HTMLElement | null {
	const { files, words } = options;
	switch (component.type) {
		case TYPE.row:
			return h(
				'div',
				{ class: 'component-row' },
				...component.components.map((part): Child => {
					if (part.type === TYPE.button) return viewButton(part, options);
					return part.type === TYPE.select ? viewMenu(part, options) : null;
				}),
			);
		case TYPE.text:
			return h('div', { class: 'component-text' }, ...markdown(component.content, words, 2));
		case TYPE.section:
			return viewSection(component, options);
		case TYPE.gallery:
			return h(
				'div',
				{ class: 'component-gallery' },
				...component.items.map(({ description, media }) => {
					const picture = files.picture(media.url, 'component-picture');
					if (picture && description) picture.setAttribute('alt', description);
					return picture;
				}),
			);
		case TYPE.separator:
			return component.divider === false ? h('div', { class: 'component-space' }) : h('hr', { class: 'component-separator' });
		case TYPE.container: {
			const container = h(
				'section',
				{ class: 'embed component-container' },
				...component.components.map((part) => viewComponent(part, options)),
			);
			if (component.accent_color) container.style.setProperty('--embed-colour', `#${component.accent_color.toString(16).padStart(6, '0')}`);
			return container;
		}
		default:
			// Files are listed below the message; other kinds are not ours.
			return null;
	}
}

function viewSection({ accessory, components }: APISectionComponent, options: ComponentsOptions): HTMLElement {
	const beside =
		accessory.type === TYPE.button ? viewButton(accessory, options) : options.files.picture(accessory.media.url, 'embed-thumbnail');
	if (accessory.type === TYPE.thumbnail && beside && accessory.description) beside.setAttribute('alt', accessory.description);
	return h('div', { class: 'component-section' }, h('div', {}, ...components.map((part) => viewComponent(part, options))), beside);
}

function viewButton(button: APIButtonComponent, { onPress }: ComponentsOptions): HTMLElement | null {
	const label = 'label' in button ? (button.label ?? '') : '';
	if (button.style === STYLE_LINK) {
		const url = safeUrl(button.url);
		return url === null
			? null
			: h(
					'a',
					{ class: 'button button-secondary', href: url, rel: 'noopener noreferrer', target: '_blank' },
					label,
					' ',
					h('span', { 'aria-hidden': 'true' }, '↗'),
				);
	}
	if (!('custom_id' in button)) return null;
	const { custom_id: customId, disabled, style } = button;
	return h(
		'button',
		{
			class: `button button-${STYLE_NAMES[style] ?? 'secondary'}`,
			'data-control': true,
			disabled: disabled ?? false,
			type: 'button',
			onclick: () => onPress({ customId, how: 'pressed', label, values: [] }),
		},
		label,
	);
}
