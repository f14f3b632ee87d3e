/** Puts the page together: what it is told by the server, the channel, and the line to type in. */
import type { PageJson } from '../wire.ts';
import { createApi, fetchPage } from './api.ts';
import { createChannel } from './channel.ts';
import { type Composer, createComposer } from './composer.ts';
import { h, ICONS, icon } from './dom.ts';
import { chooseLocale, chosenLocale, keepExchanges, restoreExchanges, sharedChannel, userId } from './session.ts';
import { chooseTheme, currentTheme, themeChanges } from './theme.ts';
import { createWords, type Words } from './words.ts';

async function start(): Promise<void> {
	const page = await fetchPage(chosenLocale());
	const words = createWords(page);
	document.documentElement.lang = page.language;
	const shared = sharedChannel();
	const api = createApi(page.language, userId(), shared);
	const status = h('div', { class: 'unseen', role: 'status' });
	const announce = (what: string) => {
		status.textContent = what;
	};
	let composer: Composer | undefined;
	const { commands, messageCommands } = page;
	const channel = createChannel({
		announce,
		api,
		commands,
		exchanges: restoreExchanges(),
		keep: keepExchanges,
		isShared: shared.channel !== undefined,
		messageCommands,
		words,
		focusComposer: () => composer?.focus(),
		run(line) {
			composer?.run(line);
			if (matchMedia('(pointer: fine)').matches) composer?.focus();
		},
	});
	composer = createComposer({ announce, api, ask: (asked, text) => void channel.ask(asked, text), commands, words });
	document.body.replaceChildren(viewHeader(page, words, shared.channel), channel.element, composer.element, status);
	channel.element.scrollTop = channel.element.scrollHeight;
	// A keyboard that slides up over half of a phone is not what a visitor asked for.
	if (matchMedia('(pointer: fine)').matches) composer.focus();

	document.addEventListener('keydown', (event) => {
		const isWriting = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
		// As in Discord: who begins to write need not go to the line first.
		if (isWriting && document.activeElement?.matches('body, .channel, .message')) composer?.focus();
	});

	const linked = new URLSearchParams(location.search).get('q')?.trim();
	if (!linked) return;
	// Taken out of the address, so that loading the page anew does not ask again.
	history.replaceState(null, '', '/');
	composer.run(linked);
}

function viewHeader({ language, languages }: PageJson, words: Words, channel = words.say('channel')): HTMLElement {
	const theme = h('button', { class: 'header-button', type: 'button' });
	const showTheme = () => {
		const other = currentTheme() === 'dark' ? 'light' : 'dark';
		theme.replaceChildren(icon(other === 'dark' ? ICONS.moon : ICONS.sun));
		theme.setAttribute('aria-label', words.say(`theme-${other}`));
		theme.title = words.say(`theme-${other}`);
	};
	theme.addEventListener('click', () => chooseTheme(currentTheme() === 'dark' ? 'light' : 'dark'));
	themeChanges.addEventListener('change', showTheme);
	showTheme();
	const picker = h(
		'select',
		{ 'aria-label': words.say('language'), class: 'header-select' },
		...languages.map(({ code, name }) => h('option', { lang: code, selected: code === language, value: code }, name)),
	);
	picker.addEventListener('change', () => {
		chooseLocale(picker.value);
		location.reload();
	});
	return h(
		'header',
		{ class: 'header' },
		icon(ICONS.hash),
		h('h1', { class: 'header-title' }, channel),
		h('p', { class: 'header-topic' }, words.say('topic')),
		h('div', { class: 'header-tools' }, picker, theme),
	);
}

start().catch((error: unknown) => {
	// No words have been loaded: what the document itself says must do.
	document.body.replaceChildren(h('p', { class: 'broken', role: 'alert' }, document.documentElement.dataset.unreachable ?? ''));
	console.error(error);
});
