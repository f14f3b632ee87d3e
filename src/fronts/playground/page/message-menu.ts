/** What can be done with a message: a button beside it, and the same menu by a right click or the keyboard’s menu key. */
import type { MessageCommandJson } from '../wire.ts';
import { h, ICONS, icon, uniqueId } from './dom.ts';
import type { Words } from './words.ts';

export interface MessageMenuOptions {
	readonly commands: readonly MessageCommandJson[];
	readonly onChoose: (command: MessageCommandJson) => void;
	readonly words: Words;
}

/** Wraps `line`, the message, and sets the button beside it. */
export function withMenu(line: HTMLElement, { commands, onChoose, words }: MessageMenuOptions): HTMLElement {
	if (commands.length === 0) return line;
	const id = uniqueId('actions');
	const items = commands.map((command) =>
		h('button', { class: 'actions-item', onclick: () => choose(command), role: 'menuitem', tabindex: '-1', type: 'button' }, command.title),
	);
	const label = words.say('actions');
	const list = h('div', { 'aria-label': label, class: 'actions-list', hidden: true, id, role: 'menu' }, ...items);
	const trigger = h(
		'button',
		{
			'aria-controls': id,
			'aria-expanded': 'false',
			'aria-haspopup': 'menu',
			'aria-label': label,
			class: 'actions-trigger',
			title: label,
			type: 'button',
		},
		icon(ICONS.more),
	);
	const actions = h('div', { class: 'actions' }, trigger, list);
	line.classList.add('with-actions');
	line.append(actions);

	const isOpen = () => !list.hidden;
	const focusItem = (place: number) => items[(place + items.length) % items.length]?.focus();

	function open(place = 0): void {
		list.hidden = false;
		trigger.setAttribute('aria-expanded', 'true');
		focusItem(place);
		document.addEventListener('pointerdown', closeOutside);
	}

	function close(): void {
		list.hidden = true;
		trigger.setAttribute('aria-expanded', 'false');
		document.removeEventListener('pointerdown', closeOutside);
	}

	function closeOutside(event: Event): void {
		if (!actions.isConnected || !event.composedPath().includes(actions)) close();
	}

	function choose(command: MessageCommandJson): void {
		close();
		trigger.focus();
		onChoose(command);
	}

	trigger.addEventListener('click', () => (isOpen() ? close() : open()));
	trigger.addEventListener('keydown', (event) => {
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		event.preventDefault();
		open(event.key === 'ArrowDown' ? 0 : -1);
	});
	line.addEventListener('contextmenu', (event) => {
		event.preventDefault();
		open();
	});
	list.addEventListener('keydown', (event) => {
		const place = items.indexOf(document.activeElement as HTMLButtonElement);
		const steps: Readonly<Record<string, () => void>> = {
			ArrowDown: () => focusItem(place + 1),
			ArrowUp: () => focusItem(place - 1),
			End: () => focusItem(-1),
			Escape: () => {
				close();
				trigger.focus();
			},
			Home: () => focusItem(0),
		};
		const step = steps[event.key];
		if (!step) return;
		event.preventDefault();
		event.stopPropagation();
		step();
	});
	actions.addEventListener('focusout', ({ relatedTarget }) => {
		if (isOpen() && !(relatedTarget instanceof Node && actions.contains(relatedTarget))) close();
	});
	return line;
}
