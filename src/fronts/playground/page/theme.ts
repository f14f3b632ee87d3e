/** Light or dark: the system's, until another is chosen. Loaded before anything is drawn. */

import { browser } from './remember.ts';

export type Theme = 'dark' | 'light';

const THEME = 'variorum.theme';
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

export function currentTheme(): Theme {
	const chosen = browser.get(THEME);
	return chosen === 'dark' || chosen === 'light' ? chosen : systemIsDark.matches ? 'dark' : 'light';
}

export function chooseTheme(theme: Theme): void {
	browser.set(THEME, theme);
	applyTheme();
}

/** Told when the theme changes, whoever changes it. */
export const themeChanges = new EventTarget();

function applyTheme(): void {
	document.documentElement.dataset.theme = currentTheme();
	themeChanges.dispatchEvent(new Event('change'));
}

applyTheme();
systemIsDark.addEventListener('change', applyTheme);
