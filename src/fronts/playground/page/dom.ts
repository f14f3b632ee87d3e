/** Elements made by hand: text stays text, for nothing is ever parsed as HTML. */

export type Child = Node | string | null | undefined | false;
type Listener<E extends keyof HTMLElementEventMap> = (event: HTMLElementEventMap[E]) => void;
type Listeners = { readonly [E in keyof HTMLElementEventMap as `on${E}`]?: Listener<E> };
export type Attributes = Listeners & { readonly [name: string]: unknown };

/** An element. An attribute that is `true` is present; one that is `false`, `null` or `undefined` is not; `on…` is a listener. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
		else setAttribute(element, name, value);
	}
	element.append(...present(children));
	return element;
}

export function setAttribute(element: Element, name: string, value: unknown): void {
	if (value === undefined || value === null || value === false) element.removeAttribute(name);
	else element.setAttribute(name, value === true ? '' : String(value));
}

export function present(children: readonly Child[]): (Node | string)[] {
	return children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false);
}

let lastId = 0;
/** An id that no other element of the page has. */
export function uniqueId(prefix: string): string {
	lastId += 1;
	return `${prefix}-${lastId}`;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A decorative icon from the outline of its shape, on a grid of 24. */
export function icon(outline: string): SVGSVGElement {
	const svg = document.createElementNS(SVG, 'svg');
	const path = document.createElementNS(SVG, 'path');
	for (const [name, value] of [
		['viewBox', '0 0 24 24'],
		['class', 'icon'],
		['aria-hidden', 'true'],
		['focusable', 'false'],
	] as const)
		svg.setAttribute(name, value);
	path.setAttribute('d', outline);
	svg.append(path);
	return svg;
}

export const ICONS = {
	arrow: 'M3 11.2V4.1c0-.8.8-1.3 1.5-.9l16.6 8c.7.3.7 1.3 0 1.6l-16.6 8c-.7.4-1.5-.1-1.5-.9v-7.1l9-.8z',
	chevron: 'M7.4 8.6 12 13.2l4.6-4.6L18 10l-6 6-6-6z',
	eye: 'M12 5C7 5 3 8.5 1.5 12 3 15.5 7 19 12 19s9-3.5 10.5-7C21 8.5 17 5 12 5m0 11.5A4.5 4.5 0 1 1 12 7.5a4.5 4.5 0 0 1 0 9m0-7a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5',
	hash: 'M10 3 9.3 8H5v2h4l-.6 4H4v2h4.1L7.4 21h2l.7-5h4l-.7 5h2l.7-5H20v-2h-3.6l.6-4H21V8h-3.7L18 3h-2l-.7 5h-4L12 3zm1 7h4l-.6 4h-4z',
	more: 'M5 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4m7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4m7 0a2 2 0 1 0 0 4 2 2 0 0 0 0-4',
	moon: 'M12.3 3a9 9 0 1 0 8.7 11.3A7.5 7.5 0 0 1 12.3 3',
	sun: 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10M11 1h2v4h-2zm0 18h2v4h-2zM1 11h4v2H1zm18 0h4v2h-4zM4.2 5.6l1.4-1.4 2.8 2.8L7 8.4zm11.4 11.4 1.4-1.4 2.8 2.8-1.4 1.4zM4.2 18.4 7 15.6 8.4 17l-2.8 2.8zM15.6 7l2.8-2.8 1.4 1.4L17 8.4z',
} as const;
