/**
 * A menu of a message: a button that opens a list of which one or several may be chosen. One choice is taken at once;
 * several are marked first, and taken with a button below the list.
 */
import type { APISelectMenuOption, APIStringSelectComponent } from 'discord-api-types/v10';
import type { ComponentsOptions } from './components.ts';
import { h, ICONS, icon, setAttribute, uniqueId } from './dom.ts';

type MenuOptions = Pick<ComponentsOptions, 'onPress' | 'words'>;

export function viewMenu(
	{ custom_id: customId, disabled = false, max_values: max = 1, min_values: min = 1, options, placeholder }: APIStringSelectComponent,
	{ onPress, words }: MenuOptions,
): HTMLElement {
	const listId = uniqueId('menu');
	const label = placeholder ?? words.say('menu');
	const isMany = max > 1;
	const chosen = new Set<APISelectMenuOption>(options.filter((option) => option.default));
	let active = 0;

	const trigger = h(
		'button',
		{
			'aria-controls': listId,
			'aria-expanded': 'false',
			'aria-haspopup': 'listbox',
			class: 'menu-trigger',
			'data-control': true,
			disabled,
			type: 'button',
		},
		h('span', { class: 'menu-label' }, label),
		icon(ICONS.chevron),
	);
	const rows = options.map((option, index) =>
		h(
			'div',
			{
				class: 'menu-option',
				id: `${listId}-${index}`,
				onclick: () => choose(index),
				onpointermove: () => activate(index),
				role: 'option',
			},
			h(
				'span',
				{ class: 'menu-option-text' },
				h('span', { class: 'menu-option-label' }, option.label),
				option.description && h('span', { class: 'menu-option-description' }, option.description),
			),
			isMany && h('span', { 'aria-hidden': 'true', class: 'menu-tick' }),
		),
	);
	const list = h(
		'div',
		{ 'aria-label': label, 'aria-multiselectable': isMany ? 'true' : null, class: 'menu-list', id: listId, role: 'listbox', tabindex: '0' },
		...rows,
	);
	const count = h('span', { 'aria-live': 'polite', class: 'menu-count' });
	const confirm = h('button', { class: 'button button-primary', onclick: () => send(), type: 'button' }, words.say('menu-confirm'));
	const popup = h('div', { class: 'menu-popup', hidden: true }, list, isMany && h('div', { class: 'menu-foot' }, count, confirm));
	const menu = h('div', { class: 'menu' }, trigger, popup);

	const isOpen = () => !popup.hidden;
	const enough = () => chosen.size >= min && chosen.size <= max;

	function refresh(): void {
		for (const [index, row] of rows.entries()) {
			const option = options[index] as APISelectMenuOption;
			row.setAttribute('aria-selected', String(chosen.has(option)));
			setAttribute(row, 'aria-disabled', isMany && chosen.size >= max && !chosen.has(option) ? 'true' : null);
			row.classList.toggle('active', index === active);
		}
		list.setAttribute('aria-activedescendant', `${listId}-${active}`);
		count.textContent = words.say('menu-count', { chosen: chosen.size, max });
		confirm.disabled = !enough();
	}

	function activate(index: number): void {
		if (index === active) return;
		active = index;
		refresh();
	}

	function move(to: number): void {
		active = Math.max(0, Math.min(options.length - 1, to));
		refresh();
		rows[active]?.scrollIntoView({ block: 'nearest' });
	}

	function choose(index: number): void {
		const option = options[index];
		if (!option) return;
		active = index;
		if (!isMany) {
			chosen.clear();
			chosen.add(option);
			send();
			return;
		}
		if (chosen.has(option)) chosen.delete(option);
		else if (chosen.size < max) chosen.add(option);
		refresh();
	}

	function send(): void {
		if (!enough()) return;
		const picked = options.filter((option) => chosen.has(option));
		close();
		trigger.focus();
		onPress({ customId, how: 'chose', label: words.list(picked.map((option) => option.label)), values: picked.map(({ value }) => value) });
	}

	function open(): void {
		popup.hidden = false;
		trigger.setAttribute('aria-expanded', 'true');
		refresh();
		place();
		list.focus();
		document.addEventListener('pointerdown', closeOutside);
	}

	/** Above the button where there is more room than below it. */
	function place(): void {
		popup.classList.remove('above');
		const { bottom, top } = trigger.getBoundingClientRect();
		const view = menu.closest('.channel')?.getBoundingClientRect() ?? document.documentElement.getBoundingClientRect();
		popup.classList.toggle('above', view.bottom - bottom < popup.offsetHeight + 8 && top - view.top > view.bottom - bottom);
	}

	function close(): void {
		popup.hidden = true;
		trigger.setAttribute('aria-expanded', 'false');
		chosen.clear();
		for (const option of options) if (option.default) chosen.add(option);
		document.removeEventListener('pointerdown', closeOutside);
	}

	function closeOutside(event: Event): void {
		if (!menu.isConnected || !event.composedPath().includes(menu)) close();
	}

	trigger.addEventListener('click', () => (isOpen() ? close() : open()));
	trigger.addEventListener('keydown', (event) => {
		if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
		event.preventDefault();
		if (!isOpen()) open();
	});
	popup.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape') return;
		event.preventDefault();
		event.stopPropagation();
		close();
		trigger.focus();
	});
	menu.addEventListener('focusout', ({ relatedTarget }) => {
		if (isOpen() && relatedTarget instanceof Node && !menu.contains(relatedTarget)) close();
	});

	const keys: Readonly<Record<string, () => void>> = {
		' ': () => choose(active),
		ArrowDown: () => move(active + 1),
		ArrowUp: () => move(active - 1),
		End: () => move(options.length - 1),
		Enter: () => (isMany && enough() ? send() : choose(active)),
		Home: () => move(0),
		PageDown: () => move(active + 5),
		PageUp: () => move(active - 5),
	};
	list.addEventListener('keydown', (event) => {
		const act = keys[event.key];
		if (act) {
			event.preventDefault();
			act();
		} else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
			const key = event.key.toLowerCase();
			const order = [...options.keys()].map((step) => (active + 1 + step) % options.length);
			const found = order.find((index) => options[index]?.label.toLowerCase().startsWith(key));
			if (found !== undefined) move(found);
		}
	});
	return menu;
}
