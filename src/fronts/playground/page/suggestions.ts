/** The list above the input: commands, or what may be meant by what is being typed. One is active at most. */
import { h, uniqueId } from './dom.ts';

export interface Suggestion {
	readonly detail?: string;
	readonly label: string;
	readonly pick: () => void;
}

export interface Suggestions {
	/** Picks the active one; whether there was one. */
	accept(): boolean;
	close(): void;
	readonly element: HTMLElement;
	isOpen(): boolean;
	/** Makes another one active, round the ends; none stands between the last and the first. */
	move(step: -1 | 1): void;
	/** Shows others in their place; `active` is -1 for none. */
	show(title: string, items: readonly Suggestion[], active: number): void;
}

/** Belongs to `input`, a combobox: the focus stays there, and the active line is named to it. */
export function createSuggestions(input: HTMLInputElement): Suggestions {
	const title = h('div', { class: 'suggestions-title', id: uniqueId('suggestions-title') });
	const list = h('div', { 'aria-labelledby': title.id, class: 'suggestions-list', id: uniqueId('suggestions'), role: 'listbox' });
	// A press must not take the focus away from the input, which would close the list before the click arrives.
	const element = h(
		'div',
		{
			class: 'suggestions',
			hidden: true,
			onpointerdown: (event) => event.preventDefault(),
			onmousedown: (event) => event.preventDefault(),
		},
		title,
		list,
	);
	input.setAttribute('aria-controls', list.id);
	let items: readonly Suggestion[] = [];
	let active = -1;

	const activate = (index: number) => {
		active = index;
		for (const [position, row] of [...list.children].entries()) row.setAttribute('aria-selected', String(position === index));
		const row = list.children[index];
		if (row) {
			input.setAttribute('aria-activedescendant', row.id);
			row.scrollIntoView({ block: 'nearest' });
		} else input.removeAttribute('aria-activedescendant');
	};
	const close = () => {
		items = [];
		element.hidden = true;
		list.replaceChildren();
		input.setAttribute('aria-expanded', 'false');
		input.removeAttribute('aria-activedescendant');
		active = -1;
	};
	return {
		accept() {
			const item = items[active];
			item?.pick();
			return item !== undefined;
		},
		close,
		element,
		isOpen: () => !element.hidden,
		move(step) {
			const places = items.length + 1;
			activate(((active + 1 + step + places) % places) - 1);
		},
		show(heading, shown, first) {
			if (shown.length === 0) {
				close();
				return;
			}
			items = shown;
			title.textContent = heading;
			list.replaceChildren(
				...shown.map(({ detail, label, pick }, index) =>
					h(
						'div',
						{
							class: 'suggestion',
							id: `${list.id}-${index}`,
							onclick: pick,
							onpointermove: () => index !== active && activate(index),
							role: 'option',
						},
						h('span', { class: 'suggestion-label' }, label),
						detail && h('span', { class: 'suggestion-detail' }, detail),
					),
				),
			);
			element.hidden = false;
			list.scrollTop = 0;
			input.setAttribute('aria-expanded', 'true');
			activate(first);
		},
	};
}
